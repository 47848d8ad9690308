/**
 * One sheet of the in-memory workbook. Cells live in per-row sparse arrays; everything else is plain typed data.
 * Every mutator notes which part of the sheet it changed, so that a save rewrites no more than that.
 */
import type { Box } from "./address";
import type { Chart } from "./charts";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  contains,
  formatBox,
  intersects,
  parseAddress,
  sameBox,
  splitUnion,
  subtract,
} from "./address";
import type { Anchor, Shape } from "./shapes";
import type { StylePatch } from "./styles";
import type { Workbook } from "./workbook";

/** A cell's value. Blank is `null`; dates are serial numbers. */
export type CellValue = string | number | boolean | null;

export interface CellError {
  /** `#N/A`, `#VALUE!` … */
  readonly error: string;
}

/** What only the file format knows about a cell: kept while the cell is untouched. XML text. */
export interface KeptXml {
  /** `cm` and `vm`, with a leading blank. */
  readonly attributes?: string;
  /** The whole `<f>` element: data tables, and formulas whose text on file cannot be derived from what a user sees. */
  readonly formula?: string;
}

export interface Cell {
  value: CellValue | CellError;
  /** With `=`, as the user sees it. */
  formula?: string;
  /** Index into the workbook's style table. */
  style: number;
  /** The value does not belong to the formula's present inputs any more. The host's own mark; never saved. */
  stale?: boolean;
  /** An array formula: the cells it fills. Only its first cell has it. */
  array?: Box;
  /** Runs of a rich text as on file; gone as soon as the value is set. */
  richText?: string;
  kept?: KeptXml;
}

/** A row: its cells by column, and its own facts. */
export interface Row {
  readonly cells: (Cell | undefined)[];
  /** Points; absent = the sheet's default. */
  height?: number;
  hidden: boolean;
  /** Style of cells not yet there. */
  style?: number;
  /** Other attributes as on file. */
  attributes?: string;
  /** The row's XML as read, valid until the row changes. */
  source?: string;
}

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
  readonly box: Box;
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
  readonly box: Box;
  /** The criteria as on file (XML inside the element); empty = no column filtered. */
  readonly criteria: string;
}

export interface Freeze {
  readonly rows: number;
  readonly columns: number;
}

/** Inches, as on file. */
export interface Margins {
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
  readonly boxes: readonly Box[];
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

const ALL_PARTS: readonly SheetPart[] = [
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

/** The longest list literal Excel takes from a user. Longer ones occur in files and are kept. */
const LONGEST_LIST_LITERAL = 255;

export function isCellError(value: CellValue | CellError): value is CellError {
  return typeof value === "object" && value !== null;
}

/** The entries of a list literal; null when the list comes from a range or the validation is no list. */
export function listLiteral(validation: Validation): string[] | null {
  const text = validation.formula1;
  if (validation.type !== "list" || text === undefined || !/^".*"$/s.test(text)) return null;
  return text
    .slice(1, -1)
    .replace(/""/g, '"')
    .split(",")
    .map((entry) => entry.trim());
}

/** What the reader hands over besides cells. */
export interface SheetContent {
  defaultColumnWidth: number | null;
  defaultRowHeight: number;
  columns: ColumnSpan[];
  merges: Box[];
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
}

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
  };
}

/** Content of its own for a copy of a sheet. Its tables are the caller's business. */
export function copyContent(source: Sheet): SheetContent {
  const rows = new Map<number, Row>();
  for (const [row, { cells, source: _, ...facts }] of source.rows)
    rows.set(row, { ...facts, cells: cells.map((cell) => cell && { ...cell }) });
  return {
    defaultColumnWidth: source.defaultColumnWidth,
    defaultRowHeight: source.defaultRowHeight,
    columns: source.columns.map((span) => ({ ...span })),
    merges: [...source.merges],
    tables: [],
    autoFilter: source.autoFilter,
    freeze: source.freeze,
    tabColor: source.tabColor,
    showGridlines: source.showGridlines,
    showHeadings: source.showHeadings,
    page: source.page,
    validations: [...source.validations],
    protected: source.protected,
    // In another drawing the same relation ids mean other parts.
    shapes: source.shapes.map((shape) => ({ ...shape, file: { ...shape.file, raw: null } })),
    foreignParts: [],
    drawing: source.hasDrawing || source.shapes.length > 0,
    rows,
  };
}

/** Everything of a sheet that has a place among its cells. */
export type Arrangement = Pick<
  SheetContent,
  "rows" | "columns" | "merges" | "tables" | "autoFilter" | "page" | "validations" | "shapes"
> & {
  readonly charts: readonly Chart[];
};

/** What a save rewrites when such a thing has moved. */
const ARRANGED: Readonly<Record<keyof Arrangement, readonly SheetPart[]>> = {
  rows: ["cells"],
  columns: ["columns"],
  merges: ["merges"],
  tables: ["tables"],
  autoFilter: ["autoFilter"],
  page: ["rowBreaks", "columnBreaks"],
  validations: ["validations"],
  shapes: ["drawing"],
  charts: ["charts"],
};

export class Sheet {
  /** Parts changed since opening. */
  readonly dirty = new Set<SheetPart>();
  /** Rises with every change of a cell. */
  revision = 0;
  /** Rises when cells may have come into use or gone out of it. */
  private extent = 0;
  private withArrays: boolean | null = null;
  private shownName: string;
  private shownAs: Visibility;
  private readonly own: Chart[] = [];
  private readonly used = new Map<boolean, { extent: number; box: Box | null }>();

  /** Made by the workbook and by the reader only. */
  constructor(
    readonly workbook: Workbook,
    name: string,
    visibility: Visibility,
    private readonly content: SheetContent,
    /** The sheet whose part of the file this one begins with. */
    readonly copiedFrom: Sheet | null = null,
  ) {
    this.shownName = name;
    this.shownAs = visibility;
  }

  get name(): string {
    return this.shownName;
  }

  /** Renames the sheet, and with it the references in formulas, names and validations of the workbook. */
  set name(name: string) {
    if (name === this.shownName) return;
    this.workbook.checkSheetName(name, this);
    const old = this.shownName;
    this.shownName = name;
    this.workbook.sheetRenamed(old, name);
  }

  get visibility(): Visibility {
    return this.shownAs;
  }

  set visibility(visibility: Visibility) {
    if (visibility === this.shownAs) return;
    this.shownAs = visibility;
    this.workbook.dirty.add("sheets");
  }

  // ---- cells ----

  /** Rows that have cells or facts of their own, by 0-based number; in no particular order. */
  get rows(): ReadonlyMap<number, Readonly<Row>> {
    return this.content.rows;
  }

  /** Undefined where nothing was ever written. Read only: change it through the sheet. */
  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.content.rows.get(row)?.cells[column];
  }

  /** The value shown; null where there is no cell. */
  value(row: number, column: number): CellValue | CellError {
    return this.cell(row, column)?.value ?? null;
  }

  /** Style index of a cell, there or not: its own, else its row's, else its column's. */
  styleIndex(row: number, column: number): number {
    const line = this.content.rows.get(row);
    return line?.cells[column]?.style ?? line?.style ?? this.column(column)?.style ?? 0;
  }

  /** Sets a plain value. A formula there goes, the style stays. */
  setValue(row: number, column: number, value: CellValue | CellError): void {
    checkValue(value);
    // writing nothing where nothing is leaves no trace
    if (value === null && this.cell(row, column) === undefined) return;
    const cell = this.touch(row, column);
    if (cell.formula !== undefined) this.workbook.dirty.add("formulas");
    cell.value = value;
    delete cell.formula;
    delete cell.array;
    delete cell.stale;
    delete cell.richText;
    delete cell.kept;
  }

  /** Sets a formula (with `=`) and the value shown until it is calculated. */
  setFormula(row: number, column: number, formula: string, cachedValue: CellValue | CellError = null): void {
    if (!formula.startsWith("=") || formula.length < 2) throw new RangeError(`A formula starts with "=": ${formula}`);
    checkValue(cachedValue);
    const cell = this.touch(row, column);
    this.workbook.dirty.add("formulas");
    cell.value = cachedValue;
    cell.formula = formula;
    delete cell.array;
    delete cell.stale;
    delete cell.richText;
    delete cell.kept;
  }

  /** Replaces the value shown by a formula; the formula itself stays as it is, also on file. */
  setCachedValue(row: number, column: number, value: CellValue | CellError): void {
    checkValue(value);
    const old = this.cell(row, column);
    if (old?.formula === undefined)
      throw new RangeError(`${formatBox({ row, column, rows: 1, columns: 1 })} holds no formula`);
    // What is in use does not change by it: the cell has a formula.
    const { extent } = this;
    const cell = this.touch(row, column);
    this.extent = extent;
    cell.value = value;
    delete cell.stale;
    delete cell.richText;
  }

  /** Marks a formula's value as out of date. Not a change of the file. */
  markStale(row: number, column: number, stale = true): void {
    const cell = this.content.rows.get(row)?.cells[column];
    if (cell?.formula === undefined) return;
    if (stale) cell.stale = true;
    else delete cell.stale;
  }

  /** Makes a cell what another one is, rich text and all. Formulas are not copied. */
  takeCell(row: number, column: number, from: Sheet, fromRow: number, fromColumn: number): void {
    const source = from.cell(fromRow, fromColumn);
    this.setStyleIndex(row, column, from.styleIndex(fromRow, fromColumn));
    this.setValue(row, column, source?.value ?? null);
    if (source?.richText !== undefined) this.touch(row, column).richText = source.richText;
  }

  /** The boxes that array formulas fill. */
  get arrays(): readonly Box[] {
    if (this.withArrays === false) return [];
    const found: Box[] = [];
    for (const { cells } of this.content.rows.values())
      for (const cell of cells) if (cell?.array !== undefined) found.push(cell.array);
    // None are made but by putting a cell in place.
    this.withArrays = found.length > 0;
    return found;
  }

  /** Puts a whole cell in place, all that only the file knows included; undefined takes it away. */
  putCell(row: number, column: number, cell: Readonly<Cell> | undefined): void {
    if (cell === undefined && this.cell(row, column) === undefined) return;
    if (cell?.formula !== undefined || this.cell(row, column)?.formula !== undefined)
      this.workbook.dirty.add("formulas");
    this.touch(row, column);
    if (cell?.array !== undefined) this.withArrays = true;
    const line = this.touchRow(row);
    if (cell === undefined) Reflect.deleteProperty(line.cells, column);
    else line.cells[column] = { ...cell };
  }

  /** Changes parts of a cell's style. */
  setStyle(row: number, column: number, patch: StylePatch): void {
    this.setStyleIndex(row, column, this.workbook.internStyle(this.styleIndex(row, column), patch));
  }

  setStyleIndex(row: number, column: number, style: number): void {
    if (this.cell(row, column)?.style === style) return;
    this.touch(row, column).style = style;
  }

  /** Changes parts of the style of a box. Whole rows and columns get it as theirs, so that no cells need be made. */
  setBoxStyle(box: Box, patch: StylePatch): void {
    const wholeRows = box.column === 0 && box.columns >= MAX_COLUMNS;
    const wholeColumns = box.row === 0 && box.rows >= MAX_ROWS;
    if (wholeColumns) {
      this.editColumns(box.column, box.columns, (span) => {
        span.style = this.workbook.internStyle(span.style ?? 0, patch);
      });
      // rows with a style of their own win over the column's, so their cells must exist
      for (const [row, line] of this.content.rows) {
        if (line.style === undefined) continue;
        for (let column = box.column; column < Math.min(box.column + box.columns, MAX_COLUMNS); column++)
          this.setStyle(row, column, patch);
      }
      this.eachCell(box, (row, column, cell) =>
        this.setStyleIndex(row, column, this.workbook.internStyle(cell.style, patch)),
      );
      return;
    }
    if (wholeRows) {
      for (let row = box.row; row < box.row + box.rows; row++) {
        const line = this.touchRow(row);
        line.style = this.workbook.internStyle(line.style ?? 0, patch);
      }
      this.eachCell(box, (row, column, cell) =>
        this.setStyleIndex(row, column, this.workbook.internStyle(cell.style, patch)),
      );
      return;
    }
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let column = box.column; column < box.column + box.columns; column++) this.setStyle(row, column, patch);
    }
  }

  /** Empties values and formulas; styles stay. */
  clearContents(box: Box): void {
    this.eachCell(box, (row, column, cell) => {
      if (cell.value !== null || cell.formula !== undefined) this.setValue(row, column, null);
    });
  }

  /** Takes styles away; values stay. */
  clearFormats(box: Box): void {
    this.clearBandStyles(box);
    this.eachCell(box, (row, column) => this.setStyleIndex(row, column, 0));
  }

  /** Takes the cells away altogether. */
  clear(box: Box): void {
    this.clearBandStyles(box);
    this.eachCell(box, (row, column, cell) => {
      if (cell.formula !== undefined) this.workbook.dirty.add("formulas");
      const line = this.touchRow(row);
      const inherited = line.style ?? this.column(column)?.style ?? 0;
      // a gap would fall back to the row's or column's style
      if (inherited === 0) Reflect.deleteProperty(line.cells, column);
      else line.cells[column] = { value: null, style: 0 };
    });
  }

  /** The smallest box around everything written: values and formulas only, or formatted cells too. Null when there is none. */
  usedBox(valuesOnly: boolean): Box | null {
    const known = this.used.get(valuesOnly);
    if (known !== undefined && known.extent === this.extent) return known.box;
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (const [row, line] of this.content.rows) {
      line.cells.forEach((cell, column) => {
        if (cell === undefined) return;
        const counts = cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0);
        if (!counts) return;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      });
    }
    const box = bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    this.used.set(valuesOnly, { extent: this.extent, box });
    return box;
  }

  /** Calls back for every cell there inside the box, row by row. The callback may change or remove the cell it gets. */
  eachCell(box: Box, visit: (row: number, column: number, cell: Readonly<Cell>) => void): void {
    const end = box.column + box.columns;
    const numbers =
      box.rows > this.content.rows.size
        ? [...this.content.rows.keys()]
            .filter((row) => row >= box.row && row < box.row + box.rows)
            .sort((a, b) => a - b)
        : Array.from({ length: box.rows }, (_, i) => box.row + i);
    for (const row of numbers) {
      const cells = this.content.rows.get(row)?.cells;
      if (cells === undefined) continue;
      for (let column = box.column; column < Math.min(end, cells.length); column++) {
        const cell = cells[column];
        if (cell !== undefined) visit(row, column, cell);
      }
    }
  }

  // ---- rows and columns ----

  get defaultColumnWidth(): number | null {
    return this.content.defaultColumnWidth;
  }

  set defaultColumnWidth(width: number | null) {
    this.content.defaultColumnWidth = width;
    this.dirty.add("format");
  }

  get defaultRowHeight(): number {
    return this.content.defaultRowHeight;
  }

  set defaultRowHeight(points: number) {
    this.content.defaultRowHeight = points;
    this.dirty.add("format");
  }

  /** Spans of columns with facts of their own, from left to right. */
  get columns(): readonly Readonly<ColumnSpan>[] {
    return this.content.columns;
  }

  column(index: number): Readonly<ColumnSpan> | undefined {
    return this.content.columns.find((span) => index >= span.first && index <= span.last);
  }

  /** Width in characters; null gives the default back. */
  setColumnWidth(column: number, width: number | null, count = 1): void {
    this.editColumns(column, count, (span) => {
      if (width === null) delete span.width;
      else span.width = width;
    });
  }

  setColumnHidden(column: number, hidden: boolean, count = 1): void {
    this.editColumns(column, count, (span) => {
      span.hidden = hidden;
    });
  }

  /** Height in points; null gives the default back. */
  setRowHeight(row: number, points: number | null, count = 1): void {
    for (let at = row; at < row + count; at++) {
      if (points === null && this.content.rows.get(at) === undefined) continue;
      const line = this.touchRow(at);
      if (points === null) delete line.height;
      else line.height = points;
      // set by hand: Excel must not fit it again
      if (line.attributes !== undefined) line.attributes = line.attributes.replace(' customHeight="0"', "");
    }
  }

  setRowHidden(row: number, hidden: boolean, count = 1): void {
    for (let at = row; at < row + count; at++) {
      if ((this.content.rows.get(at)?.hidden ?? false) !== hidden) this.touchRow(at).hidden = hidden;
    }
  }

  // ---- merges ----

  get merges(): readonly Box[] {
    return this.content.merges;
  }

  /** Merges the box; merges it touches are dissolved first. Values of the other cells are the caller's business. */
  merge(box: Box): void {
    if (box.rows * box.columns < 2) return;
    this.unmerge(box);
    this.content.merges.push(box);
    this.dirty.add("merges");
  }

  /** Dissolves every merge that touches the box. */
  unmerge(box: Box): void {
    const rest = this.content.merges.filter((merge) => !intersects(merge, box));
    if (rest.length === this.content.merges.length) return;
    this.content.merges = rest;
    this.dirty.add("merges");
  }

  // ---- tables and filters ----

  get tables(): readonly Table[] {
    return this.content.tables;
  }

  /** Makes a table over a box whose first row holds the headers. */
  addTable(box: Box, name?: string, style: string | null = "TableStyleMedium2"): Table {
    const taken = this.content.tables.find((table) => intersects(table.box, box));
    if (taken !== undefined) throw new RangeError(`A table cannot overlap ${taken.name}`);
    if (box.rows < 2) throw new RangeError("A table needs a header row and at least one more row");
    const table: Table = {
      id: this.workbook.nextTableId(),
      name: this.workbook.freeTableName(name),
      box,
      headerRow: true,
      totalsRow: false,
      columns: this.headerNames(box, []),
      style,
      showBandedRows: true,
      autoFilter: true,
      criteria: "",
    };
    this.content.tables.push(table);
    this.dirty.add("tables");
    return table;
  }

  /** Gives a table a new box. Its top left corner stays where its header is; new columns take their names from the header cells. */
  resizeTable(table: Table, box: Box): Table {
    const at = this.tableIndex(table);
    const known = this.content.tables[at]?.columns ?? [];
    return this.replaceTable(at, { box, columns: this.headerNames(box, known) });
  }

  renameTable(table: Table, name: string): Table {
    if (name.toLowerCase() !== table.name.toLowerCase()) this.workbook.checkTableName(name);
    return this.replaceTable(this.tableIndex(table), { name });
  }

  /** Changes style, banding, filter button and criteria, column names of a table. */
  changeTable(
    table: Table,
    patch: Partial<Pick<Table, "style" | "showBandedRows" | "autoFilter" | "criteria" | "columns">>,
  ): Table {
    return this.replaceTable(this.tableIndex(table), patch);
  }

  /** Takes a table away; its cells stay. */
  removeTable(table: Table): void {
    this.content.tables.splice(this.tableIndex(table), 1);
    this.dirty.add("tables");
  }

  get autoFilter(): AutoFilter | null {
    return this.content.autoFilter;
  }

  /** Sets or removes the sheet's filter. Rows stay hidden or shown as they are. */
  set autoFilter(filter: AutoFilter | null) {
    this.content.autoFilter = filter;
    this.dirty.add("autoFilter");
    if (filter === null) this.workbook.removeDefinedName("_xlnm._FilterDatabase", this);
    else
      this.workbook.setDefinedName(
        "_xlnm._FilterDatabase",
        `=${formatBox(filter.box, { absolute: true, sheet: this.name })}`,
        this,
        true,
      );
  }

  // ---- view ----

  get freeze(): Freeze | null {
    return this.content.freeze;
  }

  set freeze(freeze: Freeze | null) {
    this.content.freeze = freeze !== null && freeze.rows + freeze.columns > 0 ? freeze : null;
    this.dirty.add("views");
  }

  get showGridlines(): boolean {
    return this.content.showGridlines;
  }

  set showGridlines(show: boolean) {
    this.content.showGridlines = show;
    this.dirty.add("views");
  }

  get showHeadings(): boolean {
    return this.content.showHeadings;
  }

  set showHeadings(show: boolean) {
    this.content.showHeadings = show;
    this.dirty.add("views");
  }

  /** #RRGGBB or null. */
  get tabColor(): string | null {
    return this.content.tabColor;
  }

  set tabColor(color: string | null) {
    this.content.tabColor = color;
    this.dirty.add("properties");
  }

  // ---- page ----

  get page(): PageSetup {
    return this.content.page;
  }

  /** Changes some of the page set-up. */
  setPage(patch: Partial<PageSetup>): void {
    const old = this.content.page;
    const page = { ...old, ...patch };
    this.content.page = page;
    const differs = (...keys: (keyof PageSetup)[]): boolean =>
      keys.some((key) => JSON.stringify(old[key]) !== JSON.stringify(page[key]));
    if (differs("centerHorizontally", "centerVertically", "printGridlines", "printHeadings"))
      this.dirty.add("printOptions");
    if (differs("margins")) this.dirty.add("margins");
    if (
      differs(
        "orientation",
        "paperSize",
        "scale",
        "fitToWidth",
        "fitToHeight",
        "blackAndWhite",
        "pageOrder",
        "firstPageNumber",
        "fitToPage",
      )
    ) {
      this.dirty.add("pageSetup");
    }
    if (differs("fitToPage")) this.dirty.add("properties");
    if (differs("headerFooter")) this.dirty.add("headerFooter");
    if (differs("rowBreaks")) this.dirty.add("rowBreaks");
    if (differs("columnBreaks")) this.dirty.add("columnBreaks");
  }

  /** Areas to print, in order; empty = all that is used. Kept as a defined name, as on file. */
  get printAreas(): readonly Box[] {
    return this.boxesOfName("_xlnm.Print_Area");
  }

  /** The (first) area to print. */
  get printArea(): Box | null {
    return this.printAreas[0] ?? null;
  }

  set printArea(box: Box | null) {
    this.setPrintAreas(box === null ? [] : [box]);
  }

  setPrintAreas(boxes: readonly Box[]): void {
    this.nameBoxes("_xlnm.Print_Area", boxes);
  }

  /** Rows repeated at the top of each page. */
  get printTitleRows(): { readonly first: number; readonly count: number } | null {
    const box = this.boxesOfName("_xlnm.Print_Titles").find((title) => title.columns >= MAX_COLUMNS);
    return box === undefined ? null : { first: box.row, count: box.rows };
  }

  set printTitleRows(rows: { readonly first: number; readonly count: number } | null) {
    const columns = this.boxesOfName("_xlnm.Print_Titles").filter((title) => title.rows >= MAX_ROWS);
    const added = rows === null ? [] : [{ row: rows.first, column: 0, rows: rows.count, columns: MAX_COLUMNS }];
    this.nameBoxes("_xlnm.Print_Titles", [...columns, ...added]);
  }

  /** Columns repeated at the left of each page. */
  get printTitleColumns(): { readonly first: number; readonly count: number } | null {
    const box = this.boxesOfName("_xlnm.Print_Titles").find((title) => title.rows >= MAX_ROWS);
    return box === undefined ? null : { first: box.column, count: box.columns };
  }

  set printTitleColumns(columns: { readonly first: number; readonly count: number } | null) {
    const rows = this.boxesOfName("_xlnm.Print_Titles").filter((title) => title.columns >= MAX_COLUMNS);
    const added = columns === null ? [] : [{ row: 0, column: columns.first, rows: MAX_ROWS, columns: columns.count }];
    this.nameBoxes("_xlnm.Print_Titles", [...added, ...rows]);
  }

  // ---- validations ----

  get validations(): readonly Validation[] {
    return this.content.validations;
  }

  /** The validation of a cell. */
  validationAt(row: number, column: number): Validation | null {
    const cell = { row, column, rows: 1, columns: 1 };
    return this.content.validations.find((validation) => validation.boxes.some((box) => contains(box, cell))) ?? null;
  }

  /** Lays a validation over its boxes; older ones give way there. */
  addValidation(validation: Validation): void {
    if (
      validation.type === "list" &&
      /^"/.test(validation.formula1 ?? "") &&
      (validation.formula1 ?? "").length - 2 > LONGEST_LIST_LITERAL
    ) {
      throw new RangeError(`A list literal may have ${LONGEST_LIST_LITERAL} characters`);
    }
    for (const box of validation.boxes) this.removeValidations(box);
    this.content.validations.push(validation);
    this.dirty.add("validations");
  }

  /** Takes validations away inside the box; what they cover outside stays. */
  removeValidations(box: Box): void {
    if (!this.content.validations.some((validation) => validation.boxes.some((own) => intersects(own, box)))) return;
    this.content.validations = this.content.validations
      .map((validation) => ({ ...validation, boxes: validation.boxes.flatMap((own) => subtract(own, box)) }))
      .filter((validation) => validation.boxes.length > 0);
    this.dirty.add("validations");
  }

  // ---- charts ----

  /** Charts made since opening. What came with the file is kept there and not listed: see `hasDrawing`. */
  get charts(): readonly Chart[] {
    return this.own;
  }

  get hasDrawing(): boolean {
    return this.content.drawing;
  }

  addChart(chart: Chart): void {
    if (this.content.drawing)
      throw new RangeError("A chart cannot be added to a sheet whose drawings came with the file");
    this.own.push(chart);
    this.dirty.add("charts");
  }

  changeChart(chart: Chart, patch: Partial<Chart>): void {
    const at = this.own.findIndex((each) => each.id === chart.id);
    if (at < 0) throw new RangeError(`No such chart: ${chart.name}`);
    this.own[at] = { ...chart, ...patch };
    this.dirty.add("charts");
  }

  removeChart(chart: Chart): void {
    const at = this.own.findIndex((each) => each.id === chart.id);
    if (at >= 0) this.own.splice(at, 1);
    this.dirty.add("charts");
  }

  // ---- protection ----

  get protected(): boolean {
    return this.content.protected;
  }

  /** Protects without a password, or takes protection away, password and all. */
  set protected(on: boolean) {
    if (on === this.content.protected) return;
    this.content.protected = on;
    this.dirty.add("protection");
  }

  // ---- shapes ----

  /** Back to front. */
  get shapes(): readonly Shape[] {
    return this.content.shapes;
  }

  get foreignParts(): readonly string[] {
    return this.content.foreignParts;
  }

  /** Adds a shape under an id of its own. */
  addShape(shape: Shape): Shape {
    const id = 1 + this.content.shapes.reduce((highest, own) => Math.max(highest, own.id), 0);
    const added = { ...shape, id, file: { ...shape.file, raw: null } };
    this.content.shapes.push(added);
    this.dirty.add("drawing");
    return added;
  }

  moveShape(id: number, anchor: Anchor): void {
    this.changeShape(id, (shape) => ({ ...shape, anchor, file: { ...shape.file, raw: null } }));
  }

  renameShape(id: number, name: string): void {
    this.changeShape(id, (shape) => ({ ...shape, name, file: { ...shape.file, raw: null } }));
  }

  removeShape(id: number): void {
    this.content.shapes = this.content.shapes.filter((shape) => shape.id !== id);
    this.dirty.add("drawing");
  }

  private changeShape(id: number, change: (shape: Shape) => Shape): void {
    this.content.shapes = this.content.shapes.map((shape) => (shape.id === id ? change(shape) : shape));
    this.dirty.add("drawing");
  }

  // ---- for the workbook ----

  /** Everything has to be written: a copy has nothing on file yet. */
  touchAll(): void {
    for (const part of ALL_PARTS) this.dirty.add(part);
    this.revision++;
    this.extent++;
  }

  /** Rewrites formula texts; `change` returns its argument where nothing is to be done. */
  rewriteFormulas(change: (formula: string, row: number, column: number) => string): void {
    for (const [row, line] of this.content.rows) {
      line.cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const next = change(cell.formula, row, column);
        if (next === cell.formula) return;
        const touched = this.touch(row, column);
        touched.formula = next;
        const attributes = cell.kept?.attributes;
        if (attributes === undefined) delete touched.kept;
        else touched.kept = { attributes };
        this.workbook.dirty.add("formulas");
      });
    }
    const validations = this.content.validations.map((validation) => {
      const { row = 0, column = 0 } = validation.boxes[0] ?? {};
      return {
        ...validation,
        ...(validation.formula1 === undefined ? {} : { formula1: change(validation.formula1, row, column) }),
        ...(validation.formula2 === undefined ? {} : { formula2: change(validation.formula2, row, column) }),
      };
    });
    if (JSON.stringify(validations) !== JSON.stringify(this.content.validations)) {
      this.content.validations = validations;
      this.dirty.add("validations");
    }
  }

  /** What a change of lines or order moves: everything that has a place on the sheet. */
  arrangement(): Arrangement {
    const { rows, columns, merges, tables, autoFilter, page, validations, shapes } = this.content;
    return { rows, columns, merges, tables, autoFilter, page, validations, shapes, charts: this.own };
  }

  /** Puts everything in its new place. Rows must be new objects where their cells are not what they were. */
  arrange(next: Partial<Arrangement>): void {
    const { charts, ...content } = next;
    Object.assign(this.content, content);
    if (charts !== undefined) this.own.splice(0, this.own.length, ...charts);
    for (const key of Object.keys(next) as (keyof Arrangement)[])
      for (const part of ARRANGED[key]) this.dirty.add(part);
    // The name that stands for the filter's box is moved with the other names.
    if (next.autoFilter === null) this.workbook.removeDefinedName("_xlnm._FilterDatabase", this);
    if (next.rows !== undefined) this.workbook.dirty.add("formulas");
    this.revision++;
    this.extent++;
  }

  private touch(row: number, column: number): Cell {
    if (
      row < 0 ||
      column < 0 ||
      row >= MAX_ROWS ||
      column >= MAX_COLUMNS ||
      !Number.isInteger(row) ||
      !Number.isInteger(column)
    ) {
      throw new RangeError(`No such cell: row ${row}, column ${column}`);
    }
    const inherited = this.content.rows.get(row)?.cells[column] === undefined ? this.styleIndex(row, column) : 0;
    const line = this.touchRow(row);
    const cell = line.cells[column] ?? { value: null, style: inherited };
    line.cells[column] = cell;
    return cell;
  }

  private touchRow(row: number): Row {
    let line = this.content.rows.get(row);
    if (line === undefined) {
      line = { cells: [], hidden: false };
      this.content.rows.set(row, line);
    }
    delete line.source;
    this.revision++;
    this.extent++;
    this.dirty.add("cells");
    return line;
  }

  private clearBandStyles(box: Box): void {
    if (box.row === 0 && box.rows >= MAX_ROWS) {
      this.editColumns(box.column, box.columns, (span) => delete span.style);
    }
    if (box.column === 0 && box.columns >= MAX_COLUMNS) {
      for (const [row, line] of this.content.rows) {
        if (row >= box.row && row < box.row + box.rows && line.style !== undefined) delete this.touchRow(row).style;
      }
    }
  }

  private editColumns(first: number, count: number, change: (span: ColumnSpan) => void): void {
    const last = Math.min(first + count, MAX_COLUMNS) - 1;
    const spans: ColumnSpan[] = [];
    let at = first;
    const edited = (span: ColumnSpan): void => {
      change(span);
      spans.push(span);
    };
    for (const span of this.content.columns) {
      if (span.last < first || span.first > last) {
        if (span.first > last && at <= last) {
          edited({ first: at, last, hidden: false });
          at = last + 1;
        }
        spans.push(span);
        continue;
      }
      if (span.first > at) edited({ first: at, last: span.first - 1, hidden: false });
      if (span.first < first) spans.push({ ...span, last: first - 1 });
      const end = Math.min(span.last, last);
      edited({ ...span, first: Math.max(span.first, first), last: end });
      if (span.last > last) spans.push({ ...span, first: last + 1 });
      at = end + 1;
    }
    if (at <= last) edited({ first: at, last, hidden: false });
    this.content.columns = spans;
    this.dirty.add("columns");
  }

  private headerNames(box: Box, known: readonly TableColumn[]): TableColumn[] {
    const taken = new Set<string>();
    return Array.from({ length: box.columns }, (_, i) => {
      const value = this.value(box.row, box.column + i);
      const text = value === null || isCellError(value) ? "" : String(value);
      const old = known[i];
      let name = text !== "" ? text : (old?.name ?? "");
      for (let number = text === "" ? i + 1 : 2; name === "" || taken.has(name.toLowerCase()); number++)
        name = `${text === "" ? "Column" : text}${number}`;
      taken.add(name.toLowerCase());
      return { id: old?.id ?? 0, name };
    });
  }

  private tableIndex(table: Table): number {
    const at = this.content.tables.findIndex((own) => own.id === table.id);
    if (at < 0) throw new RangeError(`No such table on ${this.name}: ${table.name}`);
    return at;
  }

  private replaceTable(at: number, patch: Partial<Table>): Table {
    const old = this.content.tables[at];
    if (old === undefined) throw new RangeError("No such table");
    const table = { ...old, ...patch };
    const other = this.content.tables.find((own, i) => i !== at && intersects(own.box, table.box));
    if (other !== undefined) throw new RangeError(`A table cannot overlap ${other.name}`);
    this.content.tables[at] = table;
    this.dirty.add("tables");
    return table;
  }

  private boxesOfName(name: string): Box[] {
    const formula = this.workbook.definedName(name, this)?.formula;
    if (formula === undefined) return [];
    return splitUnion(formula.slice(1)).flatMap((part) => {
      const address = parseAddress(part);
      return address === null ? [] : [address.box];
    });
  }

  private nameBoxes(name: string, boxes: readonly Box[]): void {
    const old = this.boxesOfName(name);
    if (boxes.length === old.length && boxes.every((box, i) => sameBox(box, old[i] ?? box))) return;
    if (boxes.length === 0) this.workbook.removeDefinedName(name, this);
    else {
      const parts = boxes.map((box) => formatBox(box, { absolute: true, sheet: this.name }));
      // the dollar of a single cell is written by formatBox as well
      this.workbook.setDefinedName(name, `=${parts.join(",")}`, this);
    }
  }
}

function checkValue(value: CellValue | CellError): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}`);
  if (typeof value === "string" && value.length > 32_767)
    throw new RangeError(`A cell holds at most 32,767 characters, got ${value.length}`);
}
