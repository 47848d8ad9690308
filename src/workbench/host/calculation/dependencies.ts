/**
 * Which formulas read which cells. Formulas that read the same range share it, so that a header row read by ten thousand
 * formulas is one entry; ranges are found by blocks of rows, and those that reach over many blocks are in a list of their own.
 */
import { type Area, contains, intersects, type Sheet, type Workbook } from "../../../book/model/workbook";
import type { Reference } from "../formula/values";

const BLOCK = 32;
/** A range over more blocks than this goes to the list of wide ones: whole columns, running sums. */
const WIDE = 8;

/** A range that formulas read. */
export interface RangeRead {
  readonly sheet: Sheet;
  readonly box: Area;
  readonly readers: Set<FormulaCell>;
  /** In the present pass: how many cells of it are still to be calculated. */
  waitingFor: number;
  pass: number;
}

/** A cell with a formula, as long as it has this one. */
export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  ranges: readonly RangeRead[];
  readonly volatile: boolean;
  readonly byName: boolean;
  /** In the present pass: how many ranges are still to be calculated before it. */
  waitingFor: number;
  pass: number;
}

/** What a formula reads, and whether its value changes by itself. */
export interface FormulaReads {
  readonly areas: readonly Reference[];
  readonly volatile: boolean;
  /** Some of it through a name. */
  readonly byName: boolean;
}

class SheetRanges {
  private readonly known = new Map<string, RangeRead>();
  private readonly blocks = new Map<number, Set<RangeRead>>();
  private readonly wide = new Set<RangeRead>();

  constructor(private readonly sheet: Sheet) {}

  get(box: Area): RangeRead {
    const key = `${box.row},${box.column},${box.rows},${box.columns}`;
    let range = this.known.get(key);
    if (range === undefined) {
      range = { sheet: this.sheet, box, readers: new Set(), waitingFor: 0, pass: 0 };
      this.known.set(key, range);
      for (const holder of this.holders(box)) holder.add(range);
    }
    return range;
  }

  drop(range: RangeRead): void {
    const { box } = range;
    this.known.delete(`${box.row},${box.column},${box.rows},${box.columns}`);
    for (const holder of this.holders(box)) holder.delete(range);
  }

  /** Ranges that share a cell with the box. */
  *over(box: Area): Generator<RangeRead> {
    for (const range of this.wide) if (intersects(range.box, box)) yield range;
    const [first, last] = blocksOf(box);
    // A range over several blocks is met in each of them: its first one in sight counts.
    const numbers =
      last - first > this.blocks.size
        ? [...this.blocks.keys()].filter((number) => number >= first && number <= last).sort((a, b) => a - b)
        : null;
    for (let at = 0; at < (numbers === null ? last - first + 1 : numbers.length); at++) {
      const number = numbers === null ? first + at : (numbers[at] ?? 0);
      for (const range of this.blocks.get(number) ?? []) {
        if (Math.max(first, Math.floor(range.box.row / BLOCK)) === number && intersects(range.box, box)) yield range;
      }
    }
  }

  private holders(box: Area): Set<RangeRead>[] {
    const [first, last] = blocksOf(box);
    if (last - first >= WIDE) return [this.wide];
    return Array.from({ length: last - first + 1 }, (_, at) => {
      let block = this.blocks.get(first + at);
      if (block === undefined) this.blocks.set(first + at, (block = new Set()));
      return block;
    });
  }
}

const blocksOf = ({ row, rows }: Area): readonly [number, number] => [
  Math.floor(row / BLOCK),
  Math.floor((row + rows - 1) / BLOCK),
];

/** Which formula reads which cells. */
export class Dependencies {
  private cells = new Map<Sheet, Map<number, Map<number, FormulaCell>>>();
  private ranges = new Map<Sheet, SheetRanges>();
  private volatiles = new Set<FormulaCell>();
  /** Sheets, names and tables that formulas may mean; null before the first look at the workbook. */
  private meanings: string | null = null;

  constructor(
    private readonly workbook: Workbook,
    private readonly read: (formula: string, sheet: Sheet, row: number, column: number) => FormulaReads,
  ) {}

  /** Makes the index anew on the next look: formulas stand elsewhere. */
  forget(): void {
    this.cells = new Map();
    this.ranges = new Map();
    this.volatiles = new Set();
    this.meanings = null;
  }

  /**
   * Sees to it that the index is up to date with sheets, names and tables. Gives back formulas that were known and read
   * other cells now.
   */
  refresh(): FormulaCell[] {
    const meanings = this.meaningsNow();
    if (meanings === this.meanings) return [];
    const old = this.cells;
    this.forget();
    this.meanings = meanings;
    const changed: FormulaCell[] = [];
    for (const sheet of this.workbook.sheets) {
      const known = old.get(sheet);
      for (const [row, { cells }] of sheet.rows) {
        for (let column = 0; column < cells.length; column++) {
          if (cells[column]?.formula === undefined) continue;
          const before = known?.get(row)?.get(column);
          const now = this.put(sheet, row, column);
          if (before !== undefined && now !== undefined && !sameRanges(before.ranges, now.ranges)) changed.push(now);
        }
      }
    }
    return changed;
  }

  private meaningsNow(): string {
    const { sheets, definedNames } = this.workbook;
    return JSON.stringify([
      sheets.map((sheet) => [
        sheet.name,
        sheet.tables.map(({ name, box, columns, totalsRow }) => [
          name,
          box,
          columns.map((column) => column.name),
          totalsRow,
        ]),
      ]),
      definedNames.map(({ name, formula, sheet }) => [name, formula, sheet?.name]),
    ]);
  }

  /** The formula of a cell (0-based); undefined where there is none. */
  at(sheet: Sheet, row: number, column: number): FormulaCell | undefined {
    return this.cells.get(sheet)?.get(row)?.get(column);
  }

  /** Takes note of what the cell holds now. Gives back its formula, undefined when it has none. */
  put(sheet: Sheet, row: number, column: number): FormulaCell | undefined {
    const formula = sheet.cell(row, column)?.formula;
    const known = this.at(sheet, row, column);
    if (known?.formula === formula) return known;
    if (known !== undefined) this.remove(known);
    if (formula === undefined) return undefined;
    const { areas, volatile, byName } = this.read(formula, sheet, row, column);
    const ranges = [...new Set(areas.map((area) => this.rangesOf(area.sheet).get(area.box)))];
    const cell: FormulaCell = { sheet, row, column, formula, ranges, volatile, byName, waitingFor: 0, pass: 0 };
    for (const range of ranges) range.readers.add(cell);
    if (volatile) this.volatiles.add(cell);
    let rows = this.cells.get(sheet);
    if (rows === undefined) this.cells.set(sheet, (rows = new Map<number, Map<number, FormulaCell>>()));
    let line = rows.get(row);
    if (line === undefined) rows.set(row, (line = new Map<number, FormulaCell>()));
    line.set(column, cell);
    return cell;
  }

  private remove(cell: FormulaCell): void {
    for (const range of cell.ranges) {
      range.readers.delete(cell);
      if (range.readers.size === 0) this.rangesOf(range.sheet).drop(range);
    }
    this.volatiles.delete(cell);
    this.cells.get(cell.sheet)?.get(cell.row)?.delete(cell.column);
  }

  /** Takes note of a box whose contents changed. Gives back formulas that are new in it. */
  putBox(sheet: Sheet, box: Area): FormulaCell[] {
    const added: FormulaCell[] = [];
    for (const cell of [...this.within(sheet, box)])
      if (sheet.cell(cell.row, cell.column)?.formula !== cell.formula) this.put(sheet, cell.row, cell.column);
    sheet.eachCell(box, (row, column, { formula }) => {
      if (formula === undefined || this.at(sheet, row, column) !== undefined) return;
      const cell = this.put(sheet, row, column);
      if (cell !== undefined) added.push(cell);
    });
    return added;
  }

  /** Formulas that stand in the box. */
  *within(sheet: Sheet, box: Area): Generator<FormulaCell> {
    const rows = this.cells.get(sheet);
    if (rows === undefined) return;
    const lines = box.rows < rows.size ? Array.from({ length: box.rows }, (_, at) => box.row + at) : [...rows.keys()];
    for (const row of lines) {
      for (const cell of rows.get(row)?.values() ?? [])
        if (contains(box, { row: cell.row, column: cell.column, rows: 1, columns: 1 })) yield cell;
    }
  }

  /** All formulas, sheet by sheet. */
  *all(): Generator<FormulaCell> {
    for (const rows of this.cells.values()) for (const line of rows.values()) yield* line.values();
  }

  get changingByThemselves(): ReadonlySet<FormulaCell> {
    return this.volatiles;
  }

  /** Ranges that formulas read and that share a cell with the box. */
  over(sheet: Sheet, box: Area): Iterable<RangeRead> {
    return this.ranges.get(sheet)?.over(box) ?? [];
  }

  private rangesOf(sheet: Sheet): SheetRanges {
    let ranges = this.ranges.get(sheet);
    if (ranges === undefined) this.ranges.set(sheet, (ranges = new SheetRanges(sheet)));
    return ranges;
  }
}

function sameRanges(a: readonly RangeRead[], b: readonly RangeRead[]): boolean {
  const text = (ranges: readonly RangeRead[]): string[] =>
    ranges.map(({ box }) => `${box.row},${box.column},${box.rows},${box.columns}`).sort();
  const [left, right] = [text(a), text(b)];
  return (
    left.length === right.length &&
    left.every((each, at) => each === right[at]) &&
    a.every((range) => b.some((other) => other.sheet === range.sheet))
  );
}
