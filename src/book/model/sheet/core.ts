/** What the parts of a sheet share: its content, its owner, and the note of what changed. */
import type { Area } from "../address";
import { MAX_COLUMNS, MAX_ROWS } from "../address";
import type { SheetRef, WorkbookRef } from "../sheet-ref";
import type { Cell, ColumnSpan, Row, SheetContent, SheetPart } from "./content";

const isPlace = (at: number, end: number): boolean => Number.isInteger(at) && at >= 0 && at < end;

/** What all parts of a sheet share: its content, and the note of what was changed. */
export class SheetCore {
  /** Parts changed since opening. */
  readonly dirty = new Set<SheetPart>();
  /** Rises with every change of a cell. */
  revision = 0;
  /** Rises when cells may have come into use or gone out of it. */
  extent = 0;

  constructor(
    /** The sheet itself, for names that are valid on it. */
    readonly sheet: SheetRef,
    readonly content: SheetContent,
  ) {}

  get workbook(): WorkbookRef {
    return this.sheet.workbook;
  }

  /** Undefined where nothing was ever written. */
  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.row(row)?.cells[column];
  }

  /** A row as it is, also one of a run of blank rows. */
  row(row: number): Readonly<Row> | undefined {
    return this.content.rows.get(row) ?? this.content.blankRows.at(row);
  }

  /** Makes rows of their own of the blank rows between, `count` rows from `first` on. Not a change of the file. */
  unfold(first: number, count: number): void {
    if (this.content.blankRows.isEmpty) return;
    for (const [row, line] of this.content.blankRows.takeAll(first, count)) this.content.rows.set(row, line);
  }

  /** The span of columns with facts of its own that a column lies in. */
  column(index: number): Readonly<ColumnSpan> | undefined {
    return this.content.columns.find((span) => index >= span.first && index <= span.last);
  }

  /** Style index of a cell, there or not: its own, else its row's, else its column's. */
  styleIndex(row: number, column: number): number {
    const line = this.row(row);
    return line?.cells[column]?.style ?? line?.style ?? this.column(column)?.style ?? 0;
  }

  /** The cell to be changed, made where there is none. Throws RangeError for a place that no sheet has. */
  touch(row: number, column: number): Cell {
    if (!isPlace(row, MAX_ROWS) || !isPlace(column, MAX_COLUMNS))
      throw new RangeError(`No such cell: row ${row}, column ${column}`);
    const inherited = this.cell(row, column) === undefined ? this.styleIndex(row, column) : 0;
    const line = this.touchRow(row);
    const cell = line.cells[column] ?? { value: null, style: inherited };
    line.cells[column] = cell;
    return cell;
  }

  /** The row to be changed, made where there is none; its text on file no longer counts. */
  touchRow(row: number): Row {
    let line = this.content.rows.get(row);
    if (line === undefined) {
      line = this.content.blankRows.take(row) ?? { cells: [], hidden: false };
      this.content.rows.set(row, line);
    }
    delete line.source;
    this.revision++;
    this.extent++;
    this.dirty.add("cells");
    return line;
  }

  /** Calls back for every cell of a row of its own (see `unfold`) inside the box, row by row. The callback may change or remove the cell it gets. */
  eachCell(box: Area, visit: (row: number, column: number, cell: Readonly<Cell>) => void): void {
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
}
