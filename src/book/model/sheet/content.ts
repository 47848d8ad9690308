/** What one sheet holds, as plain data: its cells and everything that has a place around them. */
import type { CellValue } from "../../../grid/address";
import type { Area } from "../address";
import type { Shape } from "../shapes";
import { BlankRows } from "./blank-rows";
import type { CellError, Row } from "./row";

export type { CellValue };
export type { Cell, CellError, Row } from "./row";

export interface ColumnSpan {
  first: number;
  last: number;
  /** Characters of the default font, as on file (padding included); absent = the sheet's default. */
  width?: number;
  hidden: boolean;
  style?: number;
  /** Other attributes as on file. */
  attributes?: string;
}

export interface TableColumn {
  /** As on file; 0 = not yet given. */
  readonly id: number;
  readonly name: string;
}

export interface Table {
  readonly id: number;
  readonly name: string;
  readonly box: Area;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly TableColumn[];
  /** Name of the table style; null = none. */
  readonly style: string | null;
  readonly showBandedRows: boolean;
  readonly autoFilter: boolean;
  /** What its filter narrows it to, as on file (XML inside the element); empty = no column filtered. */
  readonly criteria: string;
}

export interface AutoFilter {
  readonly box: Area;
  /** The criteria as on file (XML inside the element); empty = no column filtered. */
  readonly criteria: string;
}

export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

/** Inches, as on file. */
interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

export interface PageSetup {
  readonly orientation: "portrait" | "landscape" | "default";
  /** Number as on file: 1 letter, 8 A3, 9 A4, 11 A5; null = the printer's. */
  readonly paperSize: number | null;
  /** Per cent. Without effect when `fitToPage`. */
  readonly scale: number;
  readonly fitToPage: boolean;
  /** Pages; 0 = as many as needed. */
  readonly fitToWidth: number;
  readonly fitToHeight: number;
  readonly margins: Margins;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  readonly blackAndWhite: boolean;
  readonly pageOrder: "downThenOver" | "overThenDown";
  readonly firstPageNumber: number | null;
  /** Element as on file (XML), null = none. */
  readonly headerFooter: string | null;
  /** A break stands above each of these rows. */
  readonly rowBreaks: readonly number[];
  /** A break stands left of each of these columns. */
  readonly columnBreaks: readonly number[];
}

export const DEFAULT_PAGE: PageSetup = {
  orientation: "default",
  paperSize: null,
  scale: 100,
  fitToPage: false,
  fitToWidth: 1,
  fitToHeight: 1,
  margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  pageOrder: "downThenOver",
  firstPageNumber: null,
  headerFooter: null,
  rowBreaks: [],
  columnBreaks: [],
};

export type ValidationType = "none" | "whole" | "decimal" | "list" | "date" | "time" | "textLength" | "custom";

export interface Validation {
  readonly boxes: readonly Area[];
  readonly type: ValidationType;
  /** between, notBetween, equal, notEqual, lessThan … as on file. */
  readonly operator?: string;
  /** Without `=`, as the user sees it; of a list its range, or its literal in quotes (`"a,b"`). */
  readonly formula1?: string;
  readonly formula2?: string;
  readonly allowBlank: boolean;
  /** List only: the arrow in the cell. */
  readonly showDropDown: boolean;
  readonly showError: boolean;
  readonly errorStyle?: "stop" | "warning" | "information";
  readonly errorTitle?: string;
  readonly error?: string;
  readonly showPrompt: boolean;
  readonly promptTitle?: string;
  readonly prompt?: string;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** What a save may have to rewrite in a sheet. */
export type SheetPart =
  | "cells"
  | "columns"
  | "format"
  | "properties"
  | "views"
  | "merges"
  | "autoFilter"
  | "validations"
  | "printOptions"
  | "margins"
  | "pageSetup"
  | "headerFooter"
  | "rowBreaks"
  | "columnBreaks"
  | "protection"
  | "tables"
  | "charts"
  | "drawing";

/** Everything that a sheet without a part of its own on file has to write. */
export const ALL_PARTS: readonly SheetPart[] = [
  "cells",
  "columns",
  "format",
  "properties",
  "views",
  "merges",
  "autoFilter",
  "validations",
  "printOptions",
  "margins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "columnBreaks",
  "protection",
  "drawing",
];

/** True for an error value such as #N/A. */
export function isCellError(value: CellValue | CellError): value is CellError {
  return typeof value === "object" && value !== null;
}

/** What the reader hands over besides cells. */
export interface SheetContent {
  defaultColumnWidth: number | null;
  defaultRowHeight: number;
  columns: ColumnSpan[];
  merges: Area[];
  tables: Table[];
  autoFilter: AutoFilter | null;
  freeze: Freeze | null;
  tabColor: string | null;
  showGridlines: boolean;
  showHeadings: boolean;
  page: PageSetup;
  validations: Validation[];
  protected: boolean;
  shapes: Shape[];
  /** Kinds of parts that hang on the sheet and are kept, but not looked into: notes, pivot tables, controls … */
  foreignParts: readonly string[];
  /** The file has drawings (charts, pictures) on this sheet. They are kept, but not listed. */
  drawing: boolean;
  /** Rows come by this number. */
  rows: Map<number, Row>;
  /** Blank rows that look alike, apart from `rows`. */
  blankRows: BlankRows;
}

/** The content of a blank sheet. */
export function emptyContent(): SheetContent {
  return {
    defaultColumnWidth: null,
    defaultRowHeight: 15,
    columns: [],
    merges: [],
    tables: [],
    autoFilter: null,
    freeze: null,
    tabColor: null,
    showGridlines: true,
    showHeadings: true,
    page: DEFAULT_PAGE,
    validations: [],
    protected: false,
    shapes: [],
    foreignParts: [],
    drawing: false,
    rows: new Map(),
    blankRows: new BlankRows(),
  };
}

/** A copy for another sheet, without tables (their names and ids are the workbook's business) and without charts. */
export function copyContent(source: Readonly<SheetContent>): SheetContent {
  const rows = new Map<number, Row>();
  for (const [row, { cells, source: _, ...facts }] of source.rows)
    rows.set(row, { ...facts, cells: cells.map((cell) => cell && { ...cell }) });
  return {
    ...source,
    columns: source.columns.map((span) => ({ ...span })),
    merges: [...source.merges],
    tables: [],
    validations: [...source.validations],
    // In another drawing the same relation ids mean other parts.
    shapes: source.shapes.map((shape) => ({ ...shape, file: { ...shape.file, raw: null } })),
    foreignParts: [],
    drawing: source.drawing || source.shapes.length > 0,
    rows,
    blankRows: source.blankRows.copy(),
  };
}

/** Throws RangeError for a value that Excel can't keep in a cell: no finite number, a text of more than 32,767 characters. */
export function checkValue(value: CellValue | CellError): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}`);
  if (typeof value === "string" && value.length > 32_767)
    throw new RangeError(`A cell holds at most 32,767 characters, got ${value.length}`);
}
