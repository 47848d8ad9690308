/** Charts as far as an add-in makes them: bars and columns over ranges of the workbook. */
import type { Area } from "./address";
import type { SheetRef } from "./sheet-ref";

/** Names of Office.js. */
export const CHART_TYPES = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** Cells that a chart takes its numbers or words from. */
export interface ChartCells {
  readonly sheet: SheetRef;
  readonly box: Area;
}

export interface ChartSeries {
  /** A cell, or words of its own. */
  readonly name: ChartCells | string;
  readonly values: ChartCells;
  readonly categories: ChartCells | null;
  /** #RRGGBB; null = Excel's own choice. */
  readonly color: string | null;
  readonly dataLabels: boolean;
  /** Number format of the labels; null = that of the cells. */
  readonly labelFormat: string | null;
  /** Per cent of a bar's width between bars. */
  readonly gapWidth: number;
}

export interface ChartAxis {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly numberFormat: string | null;
  readonly reversed: boolean;
  readonly gridlines: boolean;
  /** Every so many categories have their name; null = as it fits. */
  readonly labelSpacing: number | null;
}

/** An axis as a new chart has it. */
export const PLAIN_AXIS: ChartAxis = {
  minimum: null,
  maximum: null,
  numberFormat: null,
  reversed: false,
  gridlines: false,
  labelSpacing: null,
};

export type LegendPosition = "Top" | "Bottom" | "Left" | "Right";

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly type: ChartType;
  readonly title: string;
  readonly titleVisible: boolean;
  readonly legend: LegendPosition | null;
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** The cells that it covers. */
  readonly place: Area;
}

/** True for a chart whose series stand on one another. */
export const isStacked = (type: ChartType): boolean => type.endsWith("Stacked");
/** True for a chart whose bars lie along the horizontal axis. */
export const isBar = (type: ChartType): boolean => type.startsWith("Bar");
