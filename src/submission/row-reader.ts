/** Reads the cells of one row of a sheet by the keys of its columns, whatever the sheet is. */
import type { EngineCode } from "../policy/engine-codes";
import type { CellValue } from "../grid/address";
import type { Place, SheetGrid } from "./grid";
import {
  dateOf,
  fingerprint,
  labelOf,
  nearest,
  numberOf,
  partsOf,
  percentOf,
  textOf,
  yearOf,
  type CellReading,
} from "./text";
import type { ReadingProblem, SheetLayout } from "./types";
import { headerOf, type ClosedList } from "./vocabulary";

/** Reads the cells of one row, and collects what can't be read. */
export class RowReader {
  /** Most rows have neither: they share the empty ones. */
  unreadable: ReadonlySet<string> = NO_KEYS;
  problems: readonly ReadingProblem[] = NO_PROBLEMS;
  private readonly line: readonly CellValue[];

  constructor(
    private readonly grid: SheetGrid,
    private readonly layout: SheetLayout,
    private readonly row: number,
  ) {
    this.line = grid.values[row - grid.firstRow] ?? [];
  }

  has(key: string): boolean {
    return this.layout.columns.has(key);
  }

  cell(key: string): CellValue {
    const column = this.layout.columns.get(key);
    return column === undefined ? null : (this.line[column - this.grid.firstColumn] ?? null);
  }

  place(key?: string): Place {
    const column = key === undefined ? undefined : this.layout.columns.get(key);
    return column === undefined
      ? { sheet: this.grid.name, row: this.row }
      : { sheet: this.grid.name, row: this.row, column };
  }

  text(key: string): string {
    return textOf(this.cell(key));
  }

  report(code: EngineCode, key: string, details: Record<string, string | number> = {}): void {
    if (this.problems === NO_PROBLEMS) this.problems = [];
    (this.problems as ReadingProblem[]).push({
      code,
      place: this.place(key),
      key,
      details: { column: headerOf(key), ...details },
    });
  }

  unknown(key: string, value: string, allowed: Iterable<string> = []): void {
    const near = nearest(value, allowed);
    this.report("value-unknown", key, { value, ...(near === null ? {} : { nearest: near }) });
  }

  /** A cell without which the row stands nowhere: blank and unreadable are the same to it. */
  missing(key: string): void {
    const known = this.problems.findIndex((problem) => problem.key === key && problem.code === "value-unknown");
    if (known >= 0) this.problems = this.problems.filter((_, at) => at !== known);
    this.report("field-missing", key);
  }

  private cannotRead(key: string): void {
    if (this.unreadable === NO_KEYS) this.unreadable = new Set();
    (this.unreadable as Set<string>).add(key);
  }

  private take<T>(key: string, reading: CellReading<T>): T | null {
    if (reading === "blank") return null;
    if (reading === "unreadable") {
      this.cannotRead(key);
      this.unknown(key, this.text(key));
      return null;
    }
    return reading.value;
  }

  number(key: string): number | null {
    const cell = this.cell(key);
    return cell === null ? null : this.take(key, numberOf(cell));
  }
  percent(key: string): number | null {
    const cell = this.cell(key);
    return cell === null ? null : this.take(key, percentOf(cell));
  }
  date(key: string): number | null {
    const cell = this.cell(key);
    return cell === null ? null : this.take(key, dateOf(cell));
  }
  year(key: string): number | null {
    return this.take(key, yearOf(this.cell(key)));
  }

  /** One value of a closed list. */
  choice(key: string, allowed: ClosedList): string | null {
    const cell = this.cell(key);
    if (cell === null) return null;
    const exact = typeof cell === "string" ? allowed.get(cell) : undefined;
    if (exact !== undefined) return exact;
    const label = labelOf(cell);
    if (label === "") return null;
    const slug = slugOf(allowed, label);
    if (slug !== undefined) return slug;
    this.cannotRead(key);
    this.unknown(key, label, allowed.keys());
    return null;
  }

  /** Several values of a closed list; unknown ones are reported and left out. */
  choices(key: string, allowed: ClosedList): readonly string[] {
    const cell = this.cell(key);
    if (cell === null) return NO_VALUES;
    const read = typeof cell === "string" ? knownChoices.get(allowed)?.get(cell) : undefined;
    if (read) return read;
    const known: string[] = [];
    const before = this.problems.length;
    for (const part of partsOf(cell)) {
      const slug = slugOf(allowed, part);
      if (slug !== undefined) known.push(slug);
      else this.unknown(key, part, allowed.keys());
    }
    if (this.problems.length === before && typeof cell === "string") remember(allowed, cell, known);
    if (known.length === 0 && this.problems.some((problem) => problem.key === key)) this.cannotRead(key);
    return known;
  }

  /** Formulas in input cells: their cached value is used, and may be forged. */
  reportFormulas(): void {
    const formulas = this.grid.formulas;
    if (!formulas || formulas.size === 0) return;
    for (const [key, column] of this.layout.columns) {
      if (formulas.has(`${this.row},${column}`)) this.report("formula-in-input", key, { value: this.text(key) });
    }
  }

  fingerprint(): string {
    const first = this.layout.firstColumn - this.grid.firstColumn;
    return fingerprint(this.layout.lastColumn - this.layout.firstColumn + 1, (at) => textOf(this.line[first + at]));
  }
}

const NO_KEYS: ReadonlySet<string> = new Set();
const NO_PROBLEMS: readonly ReadingProblem[] = [];
const NO_VALUES: readonly string[] = [];

/** Cells of several values repeat: what was read without a problem is read once, and shared. */
const knownChoices = new WeakMap<ClosedList, Map<string, readonly string[]>>();
const MOST_CHOICES = 2_000;

function remember(allowed: ClosedList, text: string, values: readonly string[]): void {
  let known = knownChoices.get(allowed);
  if (!known || known.size >= MOST_CHOICES) knownChoices.set(allowed, (known = new Map()));
  known.set(text, values);
}

const foldedLists = new WeakMap<ClosedList, ClosedList>();

/** The slug of a label; small letters are as good as capitals. */
function slugOf(allowed: ClosedList, label: string): string | undefined {
  const slug = allowed.get(label);
  if (slug !== undefined) return slug;
  let folded = foldedLists.get(allowed);
  if (!folded)
    foldedLists.set(allowed, (folded = new Map([...allowed].map(([word, value]) => [word.toLowerCase(), value]))));
  return folded.get(label.toLowerCase());
}
