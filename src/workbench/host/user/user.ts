/**
 * The user at the workbook: types, pastes, sorts, filters, puts rows in and takes them away, with the events Excel raises
 * for it. Every edit is checked before anything is changed; what is not possible throws EditRefused.
 */
import { mergeRefTokens, parse, tokenize } from "@borgar/fx/xlsx";
import {
  type Area,
  type Cell,
  type CellValue,
  contains,
  formatBox,
  intersects,
  type LineChange,
  MAX_COLUMNS,
  MAX_ROWS,
  type Sheet,
  type Table,
} from "../../../book/model/workbook";
import type { Calculation } from "../calculation/recalculation";
import { type HostState, shown, type Source } from "../state";
import { EditRefused } from "./edit-refused";
import { Refused } from "../protocol/errors";
import { applyFilters, type ColumnFilter, filterXml, readFilters } from "../filter";
import { sortedRows, type SortKey } from "./sort";
import { changeLines, checkLines, checkOrder, movedByRows, orderRows, rememberLines } from "./structure";
import { followHeaders } from "../table-headers";
import { displayText } from "../text";
import { readTyped, type Typed } from "./typed";
import { WorkbookEvent } from "../protocol/constants";

export { EditRefused } from "./edit-refused";
export type { SortKey } from "./sort";

const MAX_CELLS = 5_000_000;
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
/** Edits that can be taken back. */
const REMEMBERED = 100;

const one = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** What a user does in Excel's window. An edit that Excel would refuse throws EditRefused and changes nothing. */
export class ExcelUser {
  /** @param done how each edit of the user is taken back, oldest first */
  constructor(
    private readonly state: HostState,
    private readonly calculation: Calculation,
    private readonly source: Source = "Local",
    private readonly done: (() => void)[] = [],
  ) {
    if (source === "Local") state.whenPageWrites(() => this.done.splice(0));
  }

  /** The same hands, seen as a co-author's. */
  as(source: Source): ExcelUser {
    return new ExcelUser(this.state, this.calculation, source);
  }

  // ---- cells ----

  /** Types a text into a cell, as Excel understands it. */
  type(sheet: Sheet, row: number, column: number, text: string): void {
    const typed = this.typed(sheet, row, column, text);
    this.editCells(sheet, one(row, column), () => this.store(sheet, row, column, typed));
  }

  /** Puts a value into a cell as it is. */
  put(sheet: Sheet, row: number, column: number, value: CellValue): void {
    this.editCells(sheet, one(row, column), () => sheet.setValue(row, column, value));
  }

  /** Types every cell of a block; one event for all. */
  paste(sheet: Sheet, row: number, column: number, lines: readonly (readonly string[])[]): void {
    const columns = Math.max(0, ...lines.map((line) => line.length));
    if (columns === 0) return;
    const typed = lines.map((line, i) => line.map((text, j) => this.typed(sheet, row + i, column + j, text)));
    this.editCells(sheet, { row, column, rows: lines.length, columns }, () =>
      typed.forEach((line, i) => line.forEach((each, j) => this.store(sheet, row + i, column + j, each))),
    );
  }

  /** Empties cells; their looks stay. */
  clear(sheet: Sheet, box: Area): void {
    this.editCells(sheet, box, () => sheet.clearContents(box));
  }

  /** Fills cells with a colour such as #FFF2CC. The page is told of it as of an edit, with the contents that were there before. */
  colour(sheet: Sheet, box: Area, fill: string): void {
    this.checkCells(sheet, box);
    sheet.setBoxStyle(box, { fill });
    this.state.changed(sheet, box, "Unknown", sheet.value(box.row, box.column), this.source);
  }

  /** Copies the first row of the box down over the others. */
  fillDown(sheet: Sheet, box: Area): void {
    if (box.rows < 2) return;
    const below = { ...box, row: box.row + 1, rows: box.rows - 1 };
    this.editCells(sheet, below, () => {
      for (let j = 0; j < box.columns; j++) {
        const first = sheet.cell(box.row, box.column + j);
        for (let i = 1; i < box.rows; i++) {
          sheet.putCell(box.row + i, box.column + j, first && movedByRows(first, i));
          if (first?.formula !== undefined) this.calculation.formulaWritten(sheet, box.row + i, box.column + j);
        }
      }
    });
  }

  private typed(sheet: Sheet, row: number, column: number, text: string): Typed {
    if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS)
      throw new EditRefused("size", "There is no such cell");
    const { workbook } = this.state;
    const { numberFormat } = workbook.style(sheet.styleIndex(row, column));
    const typed = readTyped(text, {
      numberFormat,
      date1904: workbook.date1904,
      year: this.state.clock().getFullYear(),
    });
    const { formula, value } = typed;
    if (formula !== undefined) checkFormula(formula);
    if (typeof value === "string" && value.length > LONGEST_TEXT)
      throw new EditRefused("size", `A cell holds ${LONGEST_TEXT} characters at most`);
    return typed;
  }

  private store(sheet: Sheet, row: number, column: number, { value, formula, numberFormat }: Typed): void {
    if (formula !== undefined) {
      sheet.setFormula(row, column, formula);
      this.calculation.formulaTyped(sheet, row, column);
    } else sheet.setValue(row, column, value ?? null);
    if (
      numberFormat !== undefined &&
      /^general$/i.test(this.state.workbook.style(sheet.styleIndex(row, column)).numberFormat)
    )
      sheet.setStyle(row, column, { numberFormat });
  }

  /** Checks, remembers, edits and tells. */
  private editCells(sheet: Sheet, box: Area, edit: () => void): void {
    this.checkCells(sheet, box);
    const restore = this.rememberCells(sheet, box);
    const before = sheet.value(box.row, box.column);
    edit();
    const restoreHeaders = followHeaders(this.state.workbook, sheet, box);
    this.state.changed(sheet, box, "Unknown", before, this.source);
    this.remember(() => {
      const now = sheet.value(box.row, box.column);
      restore();
      restoreHeaders();
      this.state.changed(sheet, box, "Unknown", now, this.source);
    });
  }

  private rememberCells(sheet: Sheet, box: Area): () => void {
    const cells: (readonly [row: number, column: number, cell: Cell])[] = [];
    sheet.eachCell(box, (row, column, cell) => cells.push([row, column, { ...cell }]));
    return () => {
      sheet.eachCell(box, (row, column) => sheet.putCell(row, column, undefined));
      for (const [row, column, cell] of cells) {
        sheet.putCell(row, column, cell);
        if (cell.formula !== undefined) this.calculation.formulaWritten(sheet, row, column);
      }
    };
  }

  private checkCells(sheet: Sheet, box: Area): void {
    if (
      box.row < 0 ||
      box.column < 0 ||
      box.rows < 1 ||
      box.columns < 1 ||
      box.row + box.rows > MAX_ROWS ||
      box.column + box.columns > MAX_COLUMNS
    ) {
      throw new EditRefused("size", "There are no such cells");
    }
    // Clearing a whole column touches only what is there.
    const used = box.rows * box.columns > MAX_CELLS ? sheet.usedBox(false) : null;
    if (used !== null && used.rows * used.columns > MAX_CELLS) throw new EditRefused("size", "Too many cells");
    if (sheet.protected && this.hasLocked(sheet, box)) throw new EditRefused("protected", `${sheet.name} is protected`);
    const covered = sheet.merges.find(
      (merge) => intersects(merge, box) && !contains(box, one(merge.row, merge.column)),
    );
    if (covered !== undefined)
      throw new EditRefused("merged", `${formatBox(box)} is part of the merged cells ${formatBox(covered)}`);
    for (const array of sheet.arrays) {
      if (intersects(array, box) && !contains(box, array))
        throw new EditRefused("array", `Part of the array formula in ${formatBox(array)} cannot be changed`);
    }
  }

  private hasLocked(sheet: Sheet, box: Area): boolean {
    try {
      this.state.checkUnlocked(sheet, box);
      return false;
    } catch {
      return true;
    }
  }

  // ---- rows and columns ----

  /** Puts in `count` rows above `row` (0-based). */
  insertRows(sheet: Sheet, row: number, count: number): void {
    this.changeLines(sheet, { axis: "rows", at: row, count });
  }

  /** Deletes `count` rows from `row` on (0-based). */
  deleteRows(sheet: Sheet, row: number, count: number): void {
    this.changeLines(sheet, { axis: "rows", at: row, count: -count });
  }

  /** Puts in `count` columns left of `column` (0-based). */
  insertColumns(sheet: Sheet, column: number, count: number): void {
    this.changeLines(sheet, { axis: "columns", at: column, count });
  }

  /** Deletes `count` columns from `column` on (0-based). */
  deleteColumns(sheet: Sheet, column: number, count: number): void {
    this.changeLines(sheet, { axis: "columns", at: column, count: -count });
  }

  private changeLines(sheet: Sheet, change: LineChange): void {
    if (sheet.protected) throw new EditRefused("protected", `${sheet.name} is protected`);
    checkLines(sheet, change);
    const restore = rememberLines(this.state.workbook, sheet, change);
    changeLines(this.state.workbook, sheet, change);
    this.state.linesChanged(sheet, linesOf(change), change, this.source);
    this.remember(() => {
      restore();
      this.state.linesChanged(sheet, linesOf(change), { ...change, count: -change.count }, this.source);
    });
  }

  // ---- order and filters ----

  /** Sorts the rows of the box. Hidden rows stay where they are, as in Excel. */
  sort(sheet: Sheet, box: Area, keys: readonly SortKey[], hasHeader: boolean): void {
    const rows = hasHeader ? { ...box, row: box.row + 1, rows: box.rows - 1 } : box;
    if (rows.rows < 2 || keys.length === 0) return;
    this.checkCells(sheet, rows);
    checkOrder(sheet, rows);
    const from = sortedRows(sheet, rows, keys);
    const inverse = from.map((_, index) => from.indexOf(index));
    this.order(sheet, rows, from);
    this.remember(() => this.order(sheet, rows, inverse));
  }

  private order(sheet: Sheet, box: Area, from: readonly number[]): void {
    const runs = runsOf(from.flatMap((source, index) => (source === index ? [] : [index]))).map(([first, count]) => ({
      ...box,
      row: box.row + first,
      rows: count,
    }));
    if (runs.length === 0) return;
    orderRows(this.state.workbook, { sheet, box, from });
    this.state.tell(WorkbookEvent.rowSorted, sheet, {
      address: runs.map((run) => formatBox(run)).join(","),
      source: this.source,
    });
    this.calculation.cellsMoved(sheet, box);
  }

  /**
   * Shows of a column only cells with one of these texts; null shows all. Goes by the table the column belongs to, else by
   * the sheet's filter, which is put over the used range when there is none.
   */
  filter(sheet: Sheet, column: number, shownTexts: readonly string[] | null): void {
    if (sheet.protected) throw new EditRefused("protected", `${sheet.name} is protected`);
    const table =
      sheet.autoFilter !== null && within(sheet.autoFilter.box, column)
        ? undefined
        : sheet.tables.find((each) => each.autoFilter && each.headerRow && within(each.box, column));
    const box =
      table === undefined
        ? filterBox(sheet, column)
        : { ...table.box, rows: table.box.rows - (table.totalsRow ? 1 : 0) };
    const filters = filtersOf(table ?? sheet.autoFilter ?? { criteria: "" }).filter(
      (each) => each.column !== column - box.column,
    );
    if (shownTexts !== null)
      filters.push({
        column: column - box.column,
        values: shownTexts.filter((text) => text !== ""),
        blank: shownTexts.includes(""),
      });
    applyFilters(sheet, box, filters, (row, at) => this.textAt(sheet, row, at));
    if (table === undefined) sheet.autoFilter = { box, criteria: filterXml(filters) };
    else sheet.changeTable(table, { criteria: filterXml(filters) });
    // Some functions leave hidden rows out.
    this.calculation.cellsChanged(sheet, box);
  }

  /** What a cell shows, or its value as text where its format is one nobody shows here. */
  private textAt(sheet: Sheet, row: number, column: number): string {
    const value = shown(sheet.value(row, column));
    try {
      return displayText(value, this.state.workbook.style(sheet.styleIndex(row, column)).numberFormat);
    } catch (error) {
      if (error instanceof Refused) return String(value);
      throw error;
    }
  }

  // ---- looking ----

  /** Selects cells. What a co-author selects nobody is told. */
  select(sheet: Sheet, box: Area): void {
    if (this.source === "Local") this.state.select(sheet, box);
  }

  /** Clicks on a sheet's tab. */
  activate(sheet: Sheet): void {
    if (this.source === "Local") this.state.activate(sheet);
  }

  /** From here on a cell is being edited: the page's batches wait, if they asked for it, or fail. */
  beginCellEdit(): void {
    this.state.editingCell = true;
  }

  /** Ends the edit of a cell: requests that waited for it are carried out. */
  endCellEdit(): void {
    this.state.editingCell = false;
  }

  // ---- taking back ----

  /** Takes back the user's last edit; false when there is none. */
  undo(): boolean {
    const last = this.done.pop();
    last?.();
    return last !== undefined;
  }

  private remember(takeBack: () => void): void {
    this.done.push(takeBack);
    if (this.done.length > REMEMBERED) this.done.shift();
  }
}

function checkFormula(formula: string): void {
  if (formula.length > LONGEST_FORMULA)
    throw new EditRefused("size", `A formula has ${LONGEST_FORMULA} characters at most`);
  try {
    parse(mergeRefTokens(tokenize(formula)));
  } catch {
    throw new EditRefused("formula", `${formula} is no formula`);
  }
}

const linesOf = ({ axis, at, count }: LineChange): Area =>
  axis === "rows"
    ? { row: at, column: 0, rows: Math.abs(count), columns: MAX_COLUMNS }
    : { row: 0, column: at, rows: MAX_ROWS, columns: Math.abs(count) };

const within = (box: Area, column: number): boolean => column >= box.column && column < box.column + box.columns;

function filterBox(sheet: Sheet, column: number): Area {
  const box = sheet.autoFilter?.box ?? sheet.usedBox(true);
  if (box === null || !within(box, column))
    throw new EditRefused("filter", "There is nothing to filter in this column");
  return box;
}

function filtersOf(holder: Pick<Table, "criteria">): ColumnFilter[] {
  try {
    return readFilters(holder);
  } catch (error) {
    if (error instanceof Refused) throw new EditRefused("filter", error.message);
    throw error;
  }
}

/** Runs of consecutive numbers, as first and count. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === number) last[1]++;
    else runs.push([number, 1]);
  }
  return runs;
}
