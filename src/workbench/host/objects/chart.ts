/** Charts of a sheet: bars and columns over a range whose first column names the categories and whose first row the series. */
import {
  type Area,
  type Chart,
  CHART_TYPES,
  type ChartAxis,
  type ChartSeries,
  type ChartType,
  isCellError,
  type LegendPosition,
  type Sheet,
} from "../../../book/model/workbook";
import { PLAIN_AXIS } from "../../../book/model/charts";
import type { HostState } from "../state";
import { invalid, notFound, Refused } from "../protocol/errors";
import {
  type Args,
  asFlag,
  asNumber,
  asText,
  call,
  get,
  link,
  set,
  HostObject,
  type MemberTable,
} from "../protocol/host-object";
import { colour } from "./colours";
import { boxArgument, RANGE } from "./targets";

export interface ChartsTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
}

interface ChartTarget extends ChartsTarget {
  readonly id: string;
}

function all({ sheet }: ChartsTarget): readonly Chart[] {
  if (sheet.hasDrawing)
    throw new Refused(`listing the charts of ${sheet.name}, whose drawings came with the file, is not implemented`);
  return sheet.charts;
}

function chartOf(target: ChartTarget): Chart {
  const found = target.sheet.charts.find(({ id }) => id === target.id);
  if (!found) throw notFound("the chart is gone");
  return found;
}

const change = (target: ChartTarget, patch: Partial<Chart>): void => target.sheet.changeChart(chartOf(target), patch);

/** Where Excel puts a chart that nobody has placed; its exact spot is Excel's own. */
const FIRST_PLACE: Area = { row: 0, column: 0, rows: 15, columns: 8 };
let made = 0;

function addChart({ state, sheet }: ChartsTarget, args: Args): HostObject {
  state.checkUnprotected(sheet);
  const type = CHART_TYPES.find((each) => each === args.text(0));
  if (type === undefined) throw new Refused(`the chart type ${args.text(0)} is not implemented`);
  const source = args.object(1)?.as(RANGE);
  if (!source) throw invalid("a chart needs a range");
  if (args.optionalText(2) !== "Columns") throw new Refused("charts other than by columns are not implemented");
  const series = seriesOf(source.sheet, source.box);
  const id = `{chart-${++made}}`;
  const chart: Chart = {
    id,
    name: freeName(sheet),
    type,
    title: "",
    // Excel gives a chart of one series that series' name as its title.
    titleVisible: series.length === 1,
    legend: series.length === 1 ? null : "Bottom",
    categoryAxis: PLAIN_AXIS,
    valueAxis: { ...PLAIN_AXIS, gridlines: true },
    series,
    place: FIRST_PLACE,
  };
  sheet.addChart(chart);
  return chartObject({ state, sheet }, chart);
}

function freeName(sheet: Sheet): string {
  let number = 1;
  while (sheet.charts.some(({ name }) => name === `Chart ${number}`)) number += 1;
  return `Chart ${number}`;
}

/** Excel guesses what is a name and what is a number; only the clear case is played: words left and on top, numbers elsewhere. */
function seriesOf(sheet: Sheet, box: Area): ChartSeries[] {
  const clear = Array.from({ length: box.rows * box.columns }, (_, at) => ({
    row: Math.floor(at / box.columns),
    column: at % box.columns,
  })).every(({ row, column }) => {
    const value = sheet.value(box.row + row, box.column + column);
    return !isCellError(value) && typeof value === (row === 0 || column === 0 ? "string" : "number");
  });
  if (!clear || box.rows < 2 || box.columns < 2)
    throw new Refused("a chart of cells other than words left and on top and numbers elsewhere is not implemented");
  const column = (at: number, first: number, rows: number) => ({
    sheet,
    box: { row: box.row + first, column: box.column + at, rows, columns: 1 },
  });
  return Array.from({ length: box.columns - 1 }, (_, at) => ({
    name: column(at + 1, 0, 1),
    values: column(at + 1, 1, box.rows - 1),
    categories: column(0, 1, box.rows - 1),
    color: null,
    dataLabels: false,
    labelFormat: null,
    gapWidth: 150,
  }));
}

const chartObject = (target: ChartsTarget, { id }: Chart): HostObject => HostObject.of(CHART, { ...target, id });

function find(target: ChartsTarget, key: string | number): HostObject | null {
  const found = all(target).find(({ id, name }) => id === key || name === key);
  return found ? chartObject(target, found) : null;
}

function findOrFail(target: ChartsTarget, key: string | number): HostObject {
  const found = find(target, key);
  if (!found) throw notFound(`there is no chart ${key}`);
  return found;
}

export const CHARTS: MemberTable<ChartsTarget> = {
  name: "ChartCollection",
  get: { Count: get((target) => all(target).length) },
  items: (target) => all(target).map((chart) => chartObject(target, chart)),
  byKey: (target, args) => findOrFail(target, args.key(0)),
  call: {
    Add: call(3, addChart),
    GetCount: call(0, (target) => all(target).length, 4),
    GetItem: call(1, (target, args) => findOrFail(target, args.key(0))),
    GetItemAt: call(1, (target, args) => {
      const found = all(target)[args.number(0)];
      if (!found) throw invalid("there is no such chart");
      return chartObject(target, found);
    }),
    GetItemOrNullObject: call(1, (target, args) => find(target, args.key(0)), 4),
  },
};

const CHART: MemberTable<ChartTarget> = {
  name: "Chart",
  id: ({ id }) => id,
  get: {
    Id: get(({ id }) => id, 7),
    Name: get((target) => chartOf(target).name),
    ChartType: get((target) => chartOf(target).type, 7),
  },
  set: {
    Name: set((target, value) => change(target, { name: asText(value, "name") })),
    ChartType: set((target, value) => {
      const type = CHART_TYPES.find((each): each is ChartType => each === value);
      if (type === undefined) throw new Refused(`the chart type ${String(value)} is not implemented`);
      change(target, { type });
    }, 7),
  },
  link: {
    Title: link((target) => HostObject.of(TITLE, target)),
    Legend: link((target) => HostObject.of(LEGEND, target)),
    Axes: link((target) => HostObject.of(AXES, target)),
    Series: link((target) => HostObject.of(SERIES_LIST, target)),
  },
  call: {
    SetPosition: call(2, (target, args) => {
      const start = boxArgument(target.state, target.sheet, args, 0);
      const end = args.has(1) ? boxArgument(target.state, target.sheet, args, 1) : start;
      change(target, {
        place: {
          row: start.row,
          column: start.column,
          rows: end.row + end.rows - start.row,
          columns: end.column + end.columns - start.column,
        },
      });
    }),
    Delete: call(0, (target) => target.sheet.removeChart(chartOf(target))),
  },
};

const TITLE: MemberTable<ChartTarget> = {
  name: "ChartTitle",
  get: { Text: get((target) => chartOf(target).title), Visible: get((target) => chartOf(target).titleVisible) },
  set: {
    Text: set((target, value) => change(target, { title: asText(value, "text"), titleVisible: true })),
    Visible: set((target, value) => change(target, { titleVisible: asFlag(value, "visible") })),
  },
};

const LEGENDS: readonly LegendPosition[] = ["Top", "Bottom", "Left", "Right"];

const LEGEND: MemberTable<ChartTarget> = {
  name: "ChartLegend",
  get: {
    Visible: get((target) => chartOf(target).legend !== null),
    Position: get((target) => chartOf(target).legend ?? "Invalid"),
  },
  set: {
    Visible: set((target, value) =>
      change(target, { legend: asFlag(value, "visible") ? (chartOf(target).legend ?? "Right") : null }),
    ),
    Position: set((target, value) => {
      const legend = LEGENDS.find((each) => each === value);
      if (legend === undefined) throw new Refused(`the legend position ${String(value)} is not implemented`);
      change(target, { legend });
    }),
  },
};

type Which = "categoryAxis" | "valueAxis";
interface AxisTarget extends ChartTarget {
  readonly which: Which;
}

const axis = (target: AxisTarget): ChartAxis => chartOf(target)[target.which];
const changeAxis = (target: AxisTarget, patch: Partial<ChartAxis>): void =>
  change(target, { [target.which]: { ...axis(target), ...patch } });
/** "" gives the bound back to Excel. */
const bound = (value: unknown, name: string): number | null => (value === "" ? null : asNumber(value, name));

const AXIS_TABLE: MemberTable<AxisTarget> = {
  name: "ChartAxis",
  get: {
    Minimum: get((target) => axis(target).minimum ?? ""),
    Maximum: get((target) => axis(target).maximum ?? ""),
    NumberFormat: get((target) => axis(target).numberFormat ?? "General", 8),
    ReversePlotOrder: get((target) => axis(target).reversed, 7),
    TickLabelSpacing: get((target) => axis(target).labelSpacing ?? "", 7),
  },
  set: {
    Minimum: set((target, value) => changeAxis(target, { minimum: bound(value, "minimum") })),
    Maximum: set((target, value) => changeAxis(target, { maximum: bound(value, "maximum") })),
    NumberFormat: set((target, value) => changeAxis(target, { numberFormat: asText(value, "numberFormat") }), 8),
    ReversePlotOrder: set((target, value) => changeAxis(target, { reversed: asFlag(value, "reversePlotOrder") }), 7),
    TickLabelSpacing: set((target, value) => changeAxis(target, { labelSpacing: bound(value, "tickLabelSpacing") }), 7),
  },
  link: { MajorGridlines: link((target) => HostObject.of(GRIDLINES, target)) },
};

const GRIDLINES: MemberTable<AxisTarget> = {
  name: "ChartGridlines",
  get: { Visible: get((target) => axis(target).gridlines) },
  set: { Visible: set((target, value) => changeAxis(target, { gridlines: asFlag(value, "visible") })) },
};

const AXES: MemberTable<ChartTarget> = {
  name: "ChartAxes",
  link: {
    CategoryAxis: link((target) => HostObject.of(AXIS_TABLE, { ...target, which: "categoryAxis" as const })),
    ValueAxis: link((target) => HostObject.of(AXIS_TABLE, { ...target, which: "valueAxis" as const })),
  },
};

interface SeriesTarget extends ChartTarget {
  readonly index: number;
}

function seriesAt(target: SeriesTarget): ChartSeries {
  const found = chartOf(target).series[target.index];
  if (!found) throw invalid(`the chart has no series ${target.index}`);
  return found;
}

function changeSeries(target: SeriesTarget, patch: Partial<ChartSeries>): void {
  const next = { ...seriesAt(target), ...patch };
  change(target, { series: chartOf(target).series.map((each, at) => (at === target.index ? next : each)) });
}

const SERIES_LIST: MemberTable<ChartTarget> = {
  name: "ChartSeriesCollection",
  get: { Count: get((target) => chartOf(target).series.length) },
  items: (target) => chartOf(target).series.map((_, index) => HostObject.of(SERIES, { ...target, index })),
  call: {
    GetCount: call(0, (target) => chartOf(target).series.length),
    GetItemAt: call(1, (target, args) => {
      const series = { ...target, index: args.number(0) };
      seriesAt(series);
      return HostObject.of(SERIES, series);
    }),
  },
};

const SERIES: MemberTable<SeriesTarget> = {
  name: "ChartSeries",
  get: {
    Name: get((target) => {
      const { name } = seriesAt(target);
      return typeof name === "string" ? name : String(name.sheet.value(name.box.row, name.box.column) ?? "");
    }),
    HasDataLabels: get((target) => seriesAt(target).dataLabels, 7),
    GapWidth: get((target) => seriesAt(target).gapWidth, 7),
  },
  set: {
    Name: set((target, value) => changeSeries(target, { name: asText(value, "name") })),
    HasDataLabels: set((target, value) => changeSeries(target, { dataLabels: asFlag(value, "hasDataLabels") }), 7),
    GapWidth: set((target, value) => {
      const gapWidth = asNumber(value, "gapWidth");
      if (gapWidth < 0 || gapWidth > 500) throw invalid("a gap may be 0 to 500 per cent wide");
      // One width for all bars of a chart.
      change(target, { series: chartOf(target).series.map((each) => ({ ...each, gapWidth })) });
    }, 7),
  },
  link: {
    Format: link((target) => HostObject.of(SERIES_FORMAT, target)),
    DataLabels: link((target) => HostObject.of(LABELS, target), 8),
  },
};

const LABELS: MemberTable<SeriesTarget> = {
  name: "ChartDataLabels",
  get: { NumberFormat: get((target) => seriesAt(target).labelFormat ?? "General", 8) },
  set: {
    NumberFormat: set((target, value) => changeSeries(target, { labelFormat: asText(value, "numberFormat") }), 8),
  },
};

const SERIES_FORMAT: MemberTable<SeriesTarget> = {
  name: "ChartSeriesFormat",
  link: { Fill: link((target) => HostObject.of(FILL, target)) },
};

const FILL: MemberTable<SeriesTarget> = {
  name: "ChartFill",
  call: {
    SetSolidColor: call(1, (target, args) => changeSeries(target, { color: colour(args.text(0)) })),
    Clear: call(0, (target) => changeSeries(target, { color: null })),
  },
};
