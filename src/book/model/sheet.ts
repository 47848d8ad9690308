/**
 * One sheet of the in-memory workbook. Cells live in per-row sparse arrays; everything else is plain typed data.
 * Every mutator notes which part of the sheet it changed, so that a save rewrites no more than that. The work is done
 * by the parts in `sheet/`; here stands what can be asked of a sheet. Rows and columns are 0-based.
 */
import type { Area } from "./address";
import type { Chart } from "./charts";
import type { SheetRef, WorkbookRef } from "./sheet-ref";
import { arrange, arrangementOf, type Arrangement } from "./sheet/arrangement";
import * as bands from "./sheet/bands";
import type { BlankRows } from "./sheet/blank-rows";
import { CellStore } from "./sheet/cells";
import * as parts from "./sheet/content";
import { SheetCore } from "./sheet/core";
import { Drawings } from "./sheet/drawings";
import * as pages from "./sheet/page";
import * as tables from "./sheet/tables";
import * as validations from "./sheet/validations";
import type { Anchor, Shape } from "./shapes";
import type { StylePatch } from "./styles";

export class Sheet implements SheetRef {
  private readonly core: SheetCore;
  private readonly cells: CellStore;
  private readonly drawings: Drawings;
  private shownName: string;
  private shownAs: parts.Visibility;

  /** Made by the workbook and by the reader only. */
  constructor(
    readonly workbook: WorkbookRef,
    name: string,
    visibility: parts.Visibility,
    private readonly content: parts.SheetContent,
    /** The sheet whose part of the file this one begins with. */
    readonly copiedFrom: Sheet | null = null,
  ) {
    this.shownName = name;
    this.shownAs = visibility;
    this.core = new SheetCore(this, content);
    this.cells = new CellStore(this.core);
    this.drawings = new Drawings(this.core);
  }

  /** Parts changed since opening. */
  get dirty(): Set<parts.SheetPart> {
    return this.core.dirty;
  }

  /** Rises with every change of a cell. */
  get revision(): number {
    return this.core.revision;
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

  get visibility(): parts.Visibility {
    return this.shownAs;
  }

  set visibility(visibility: parts.Visibility) {
    if (visibility === this.shownAs) return;
    this.shownAs = visibility;
    this.workbook.dirty.add("sheets");
  }

  // ---- cells ----

  /** Blank rows that look alike; `rows` has them only once they are changed or moved. */
  get blankRows(): BlankRows {
    return this.content.blankRows;
  }

  /** Rows that have cells or facts of their own, by 0-based number; in no particular order. */
  get rows(): ReadonlyMap<number, Readonly<parts.Row>> {
    return this.content.rows;
  }

  /** True for a row that is not shown, also one of a run of blank rows. */
  isRowHidden(row: number): boolean {
    return this.core.row(row)?.hidden ?? false;
  }

  /** How many of so many rows from `first` on are hidden. */
  hiddenRows(first: number, count: number): number {
    let hidden = this.content.blankRows.countHidden(first, count);
    for (const [row, facts] of this.content.rows) if (facts.hidden && row >= first && row < first + count) hidden += 1;
    return hidden;
  }

  /** Undefined where nothing was ever written. Read only: change it through the sheet. */
  cell(row: number, column: number): Readonly<parts.Cell> | undefined {
    return this.core.cell(row, column);
  }

  /** The value shown; null where there is no cell. */
  value(row: number, column: number): parts.CellValue | parts.CellError {
    return this.core.cell(row, column)?.value ?? null;
  }

  /** Style index of a cell, there or not: its own, else its row's, else its column's. */
  styleIndex(row: number, column: number): number {
    return this.core.styleIndex(row, column);
  }

  /** Sets a plain value. A formula there goes, the style stays. Throws RangeError for what no cell holds. */
  setValue(row: number, column: number, value: parts.CellValue | parts.CellError): void {
    this.cells.setValue(row, column, value);
  }

  /** Sets a formula (with `=`) and the value shown until it is calculated. */
  setFormula(
    row: number,
    column: number,
    formula: string,
    cachedValue: parts.CellValue | parts.CellError = null,
  ): void {
    this.cells.setFormula(row, column, formula, cachedValue);
  }

  /** Replaces the value shown by a formula; the formula itself stays as it is, also on file. Throws RangeError without one. */
  setCachedValue(row: number, column: number, value: parts.CellValue | parts.CellError): void {
    this.cells.setCachedValue(row, column, value);
  }

  /** Marks a formula's value as out of date. Not a change of the file. */
  markStale(row: number, column: number, stale = true): void {
    this.cells.markStale(row, column, stale);
  }

  /** Makes a cell what another one is, rich text and all. Formulas are not copied. */
  takeCell(row: number, column: number, from: Sheet, fromRow: number, fromColumn: number): void {
    const source = from.cell(fromRow, fromColumn);
    this.setStyleIndex(row, column, from.styleIndex(fromRow, fromColumn));
    this.setValue(row, column, source?.value ?? null);
    if (source?.richText !== undefined) this.core.touch(row, column).richText = source.richText;
  }

  /** The boxes that array formulas fill. */
  get arrays(): readonly Area[] {
    return this.cells.arrays;
  }

  /** Puts a whole cell in place, all that only the file knows included; undefined takes it away. */
  putCell(row: number, column: number, cell: Readonly<parts.Cell> | undefined): void {
    this.cells.put(row, column, cell);
  }

  /** Changes parts of a cell's style. */
  setStyle(row: number, column: number, patch: StylePatch): void {
    this.cells.setStyle(row, column, patch);
  }

  /** Gives a cell the style with this index of the workbook's table. */
  setStyleIndex(row: number, column: number, style: number): void {
    this.cells.setStyleIndex(row, column, style);
  }

  /** Changes parts of the style of a box. Whole rows and columns get it as theirs, so that no cells need be made. */
  setBoxStyle(box: Area, patch: StylePatch): void {
    this.cells.setBoxStyle(box, patch);
  }

  /** Empties values and formulas; styles stay. */
  clearContents(box: Area): void {
    this.cells.clearContents(box);
  }

  /** Takes styles away; values stay. */
  clearFormats(box: Area): void {
    this.cells.clearFormats(box);
  }

  /** Takes the cells away altogether. */
  clear(box: Area): void {
    this.cells.clear(box);
  }

  /** The smallest box around everything written: values and formulas only, or formatted cells too. Null when there is none. */
  usedBox(valuesOnly: boolean): Area | null {
    return this.cells.usedBox(valuesOnly);
  }

  /** Calls back for every cell there inside the box, row by row. The callback may change or remove the cell it gets. */
  eachCell(box: Area, visit: (row: number, column: number, cell: Readonly<parts.Cell>) => void): void {
    this.core.eachCell(box, visit);
  }

  // ---- rows and columns ----

  /** Characters of the default font; null = the program's default. */
  get defaultColumnWidth(): number | null {
    return this.content.defaultColumnWidth;
  }

  set defaultColumnWidth(width: number | null) {
    this.content.defaultColumnWidth = width;
    this.dirty.add("format");
  }

  /** Points. */
  get defaultRowHeight(): number {
    return this.content.defaultRowHeight;
  }

  set defaultRowHeight(points: number) {
    this.content.defaultRowHeight = points;
    this.dirty.add("format");
  }

  /** Spans of columns with facts of their own, from left to right. */
  get columns(): readonly Readonly<parts.ColumnSpan>[] {
    return this.content.columns;
  }

  /** What is set for a column; undefined where nothing is. */
  column(index: number): Readonly<parts.ColumnSpan> | undefined {
    return this.core.column(index);
  }

  /** Width in characters; null gives the default back. */
  setColumnWidth(column: number, width: number | null, count = 1): void {
    bands.setColumnWidth(this.core, column, width, count);
  }

  /** Hides or shows `count` columns from `column` on. */
  setColumnHidden(column: number, hidden: boolean, count = 1): void {
    bands.setColumnHidden(this.core, column, hidden, count);
  }

  /** Height in points; null gives the default back. */
  setRowHeight(row: number, points: number | null, count = 1): void {
    bands.setRowHeight(this.core, row, points, count);
  }

  /** Hides or shows `count` rows from `row` on. */
  setRowHidden(row: number, hidden: boolean, count = 1): void {
    bands.setRowHidden(this.core, row, hidden, count);
  }

  get merges(): readonly Area[] {
    return this.content.merges;
  }

  /** Merges the box; merges it touches are dissolved first. Values of the other cells are the caller's business. */
  merge(box: Area): void {
    bands.merge(this.core, box);
  }

  /** Dissolves every merge that touches the box. */
  unmerge(box: Area): void {
    bands.unmerge(this.core, box);
  }

  // ---- tables and filters ----

  get tables(): readonly parts.Table[] {
    return this.content.tables;
  }

  /** Makes a table over a box whose first row holds the headers. Throws RangeError where it can't be. */
  addTable(box: Area, name?: string, style: string | null = "TableStyleMedium2"): parts.Table {
    return tables.addTable(this.core, box, name, style);
  }

  /** Gives a table a new box. Its top left corner stays where its header is; new columns take their names from the header cells. */
  resizeTable(table: parts.Table, box: Area): parts.Table {
    return tables.resizeTable(this.core, table, box);
  }

  /**
   * Gives a table another name and returns the changed table. Throws RangeError for a name that is none or is taken.
   */
  renameTable(table: parts.Table, name: string): parts.Table {
    return tables.renameTable(this.core, table, name);
  }

  /** Changes style, banding, filter button and criteria, column names of a table. */
  changeTable(table: parts.Table, patch: tables.TablePatch): parts.Table {
    return tables.changeTable(this.core, table, patch);
  }

  /** Takes a table away; its cells stay. */
  removeTable(table: parts.Table): void {
    tables.removeTable(this.core, table);
  }

  get autoFilter(): parts.AutoFilter | null {
    return this.content.autoFilter;
  }

  /** Sets or removes the sheet's filter. Rows stay hidden or shown as they are. */
  set autoFilter(filter: parts.AutoFilter | null) {
    tables.setAutoFilter(this.core, filter);
  }

  // ---- view ----

  get freeze(): parts.Freeze | null {
    return this.content.freeze;
  }

  set freeze(freeze: parts.Freeze | null) {
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

  get protected(): boolean {
    return this.content.protected;
  }

  /** Protects without a password, or takes protection away, password and all. */
  set protected(on: boolean) {
    if (on === this.content.protected) return;
    this.content.protected = on;
    this.dirty.add("protection");
  }

  // ---- page ----

  get page(): parts.PageSetup {
    return this.content.page;
  }

  /** Changes some of the page set-up. */
  setPage(patch: Partial<parts.PageSetup>): void {
    pages.setPage(this.core, patch);
  }

  /** Areas to print, in order; empty = all that is used. Kept as a defined name, as on file. */
  get printAreas(): readonly Area[] {
    return pages.printAreas(this.core);
  }

  /** The (first) area to print. */
  get printArea(): Area | null {
    return this.printAreas[0] ?? null;
  }

  set printArea(box: Area | null) {
    this.setPrintAreas(box === null ? [] : [box]);
  }

  /** Sets the rectangles that are printed; none: the whole sheet is. */
  setPrintAreas(boxes: readonly Area[]): void {
    pages.setPrintAreas(this.core, boxes);
  }

  /** Rows repeated at the top of each page. */
  get printTitleRows(): pages.PrintTitles | null {
    return pages.printTitleRows(this.core);
  }

  set printTitleRows(rows: pages.PrintTitles | null) {
    pages.setPrintTitleRows(this.core, rows);
  }

  /** Columns repeated at the left of each page. */
  get printTitleColumns(): pages.PrintTitles | null {
    return pages.printTitleColumns(this.core);
  }

  set printTitleColumns(columns: pages.PrintTitles | null) {
    pages.setPrintTitleColumns(this.core, columns);
  }

  // ---- validations ----

  get validations(): readonly parts.Validation[] {
    return this.content.validations;
  }

  /** The validation of a cell. */
  validationAt(row: number, column: number): parts.Validation | null {
    return validations.validationAt(this.core, row, column);
  }

  /** Lays a validation over its boxes; older ones give way there. Throws RangeError for a list that Excel doesn't take. */
  addValidation(validation: parts.Validation): void {
    validations.addValidation(this.core, validation);
  }

  /** Takes validations away inside the box; what they cover outside stays. */
  removeValidations(box: Area): void {
    validations.removeValidations(this.core, box);
  }

  // ---- charts and shapes ----

  /** Charts made since opening. What came with the file is kept there and not listed: see `hasDrawing`. */
  get charts(): readonly Chart[] {
    return this.drawings.charts;
  }

  get hasDrawing(): boolean {
    return this.content.drawing;
  }

  /** Adds a chart. */
  addChart(chart: Chart): void {
    this.drawings.addChart(chart);
  }

  /** Changes parts of a chart of this sheet. */
  changeChart(chart: Chart, patch: Partial<Chart>): void {
    this.drawings.changeChart(chart, patch);
  }

  /** Takes a chart away. */
  removeChart(chart: Chart): void {
    this.drawings.removeChart(chart);
  }

  /** Back to front. */
  get shapes(): readonly Shape[] {
    return this.content.shapes;
  }

  /** Kinds of parts that hang on the sheet and are kept, but not looked into. */
  get foreignParts(): readonly string[] {
    return this.content.foreignParts;
  }

  /** Adds a shape under an id of its own. */
  addShape(shape: Shape): Shape {
    return this.drawings.addShape(shape);
  }

  /** Gives the shape with this id another place or size. */
  moveShape(id: number, anchor: Anchor): void {
    this.drawings.moveShape(id, anchor);
  }

  /** Gives the shape with this id another name. */
  renameShape(id: number, name: string): void {
    this.drawings.renameShape(id, name);
  }

  /** Takes the shape with this id away. */
  removeShape(id: number): void {
    this.drawings.removeShape(id);
  }

  // ---- for the workbook ----

  /** Content of its own for a copy of this sheet, without its tables and charts. */
  contentForCopy(): parts.SheetContent {
    return parts.copyContent(this.content);
  }

  /** Everything has to be written: a copy has nothing on file yet. */
  touchAll(): void {
    for (const part of parts.ALL_PARTS) this.dirty.add(part);
    this.core.revision++;
    this.core.extent++;
  }

  /** Rewrites the texts of formulas; `change` returns its argument where nothing is to be done. */
  rewriteFormulas(change: (formula: string, row: number, column: number) => string): void {
    this.cells.rewriteFormulas(change);
    validations.rewriteValidations(this.core, change);
  }

  /** What a change of lines or order moves: everything that has a place on the sheet. */
  arrangement(): Arrangement {
    return arrangementOf(this.core, this.drawings);
  }

  /** Puts everything in its new place. Rows must be new objects where their cells are not what they were. */
  arrange(next: Partial<Arrangement>): void {
    arrange(this.core, this.drawings, next);
  }
}
