/** Reads the cells of one row of a sheet by the keys of its columns, whatever the sheet is. */
import type { Detail } from "../policy/code";
import type { EngineCode } from "../policy/engine-codes";
import type { CellValue } from "../grid/address";
import type { Place, SheetGrid } from "./grid";
import {
  countedFrom1900,
  dateOf,
  dateText,
  fingerprint,
  givenText,
  isErrorValue,
  labelOf,
  nearest,
  partsOf,
  percentOf,
  textOf,
  yearOf,
  type CellReading,
} from "./text";
import { dateSpanOf, quantityOf, rankOf, unitOfColumn, yearsOf, type DateSpan, type Rank } from "./quantities";
import { registrationNumber, type RegistrationNumber } from "./registration-number";
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

  /** True when the sheet has the column. */
  has(key: string): boolean {
    return this.layout.columns.has(key);
  }

  /** The value of the row's cell; null when it is blank or the column is missing. */
  cell(key: string): CellValue {
    const column = this.layout.columns.get(key);
    return column === undefined ? null : (this.line[column - this.grid.firstColumn] ?? null);
  }

  /** Position of the row's cell in the sheet (0-based); of the row as a whole without a key. */
  place(key?: string): Place {
    const column = key === undefined ? undefined : this.layout.columns.get(key);
    return column === undefined
      ? { sheet: this.grid.name, row: this.row }
      : { sheet: this.grid.name, row: this.row, column };
  }

  /** The text as it was handed in, trimmed. An error value is none, and is said. */
  text(key: string): string {
    const cell = this.cell(key);
    if (isErrorValue(cell)) this.reportErrorValue(key, cell);
    return givenText(cell);
  }

  /** A person's number, as key and as given. An error value is none, and is said. */
  registrationNumber(): RegistrationNumber {
    const cell = this.cell("registrationNo");
    if (isErrorValue(cell)) this.reportErrorValue("registrationNo", cell);
    return registrationNumber(cell);
  }

  /** The text for comparing: half-width, without spaces. An error value is none, and is said. */
  label(key: string): string {
    const cell = this.cell(key);
    if (!isErrorValue(cell)) return labelOf(cell);
    this.reportErrorValue(key, cell);
    return "";
  }

  /** Notes a problem of the row's cell. */
  report(code: EngineCode, key: string, details: Readonly<Record<string, Detail>> = {}): void {
    if (this.problems === NO_PROBLEMS) this.problems = [];
    (this.problems as ReadingProblem[]).push({
      code,
      place: this.place(key),
      key,
      details: { column: headerOf(key), ...details },
    });
  }

  /** Says that a cell can't be read; `wanted`: what may stand there, where that is no word of a list. */
  unknown(key: string, value: string | readonly string[], allowed: Iterable<string> = [], wanted?: Wanted): void {
    const near = typeof value !== "string" || isErrorValue(value) ? null : nearest(labelOf(value), allowed);
    this.report("value-unknown", key, {
      value: typeof value === "string" ? shortened(value) : value.slice(0, MOST_UNKNOWN).map(shortened),
      ...(near === null ? {} : { nearest: near }),
      ...(wanted === undefined ? {} : { wanted: typeof value === "string" && isErrorValue(value) ? "text" : wanted }),
      ...(wanted === "number" && unitOfColumn(key) !== undefined ? { counted: unitOfColumn(key) ?? "" } : {}),
    });
  }

  /** What stands in a cell, as it was handed in: what a message says was found. */
  private found(key: string): string {
    const cell = this.cell(key);
    return isErrorValue(cell) ? cell.trim() : givenText(cell);
  }

  private reportErrorValue(key: string, value: string): void {
    if (this.unreadable.has(key)) return;
    this.cannotRead(key);
    this.unknown(key, value, [], "text");
  }

  /** Error values in columns that nothing has read yet, as 备注. */
  reportErrorValues(): void {
    for (const cell of this.line) {
      if (!isErrorValue(cell)) continue;
      for (const key of this.layout.columns.keys()) this.label(key);
      return;
    }
  }

  /** Notes that a cell holds nothing that can be used. */
  cannotRead(key: string): void {
    if (this.unreadable === NO_KEYS) this.unreadable = new Set();
    (this.unreadable as Set<string>).add(key);
  }

  private take<T>(key: string, reading: CellReading<T>, wanted: Wanted): T | null {
    if (reading === "blank") return null;
    if (reading === "unreadable") {
      this.cannotRead(key);
      this.unknown(key, this.found(key), [], wanted);
      return null;
    }
    return reading.value;
  }

  /** A number within what a year can hold, with or without its column's unit; `also`: a further unit that is its own. */
  number(key: string, also?: string): number | null {
    const cell = this.cell(key);
    if (cell === null) return null;
    const value = this.take(key, quantityOf(cell, key, also), "number");
    return value === null || this.holds(key, value) ? value : null;
  }
  /** A rank among authors, from 1; null when the cell is blank or can't be read, and then it is reported. */
  rank(key: string): Rank | null {
    const cell = this.cell(key);
    if (cell === null) return null;
    const value = this.take(key, rankOf(cell), "rank");
    return value === null || this.holds(key, value.rank) ? value : null;
  }
  /** A percentage, 100 for all; null when the cell is blank or can't be read, and then it is reported. */
  percent(key: string): number | null {
    const cell = this.cell(key);
    return cell === null ? null : this.take(key, percentOf(cell), "percent");
  }
  /** A cell of a date column; its serial number counts from 1900 whatever the workbook does. */
  private dateCell(key: string): CellValue {
    return countedFrom1900(this.cell(key), this.grid.date1904 === true);
  }
  /** A day as an Excel serial number; null when the cell is blank or can't be read, and then it is reported. */
  /** A date as yyyy-mm-dd, other text as it stands. */
  dateText(key: string): string {
    return dateText(this.dateCell(key));
  }
  date(key: string): number | null {
    const cell = this.dateCell(key);
    return cell === null ? null : this.take(key, dateOf(cell), "date");
  }
  /** A date, a month, or (with `years`) a year. */
  span(key: string, years = false): DateSpan | null {
    const cell = this.dateCell(key);
    return cell === null ? null : this.take(key, dateSpanOf(cell, years), "date");
  }
  /** A year of four digits; null when the cell is blank or can't be read, and then it is reported. */
  year(key: string): number | null {
    const cell = this.dateCell(key);
    return cell === null ? null : this.take(key, yearOf(cell), "year");
  }
  /** Several years, single ones and spans; what can't be read is reported and left out. */
  years(key: string): readonly number[] {
    const { years, unreadable } = yearsOf(this.cell(key));
    if (unreadable.length > 0) this.unknown(key, unreadable, [], "years");
    return years;
  }

  /** False, and said, of a number that no year can hold. */
  private holds(key: string, value: number): boolean {
    const most = MOST.get(key);
    if (Number.isFinite(value) && (most === undefined || value <= most)) return true;
    this.cannotRead(key);
    this.report(key === "rank" ? "rank-invalid" : "invalid-number", key, {
      value: shortened(this.found(key)),
      ...(most === undefined ? {} : { most, unit: unitOfColumn(key) ?? "" }),
    });
    return false;
  }

  /** One value of a closed list; `readAs`: words that are read like one of it. */
  choice(key: string, allowed: ClosedList, readAs?: ClosedList): string | null {
    const cell = this.cell(key);
    if (cell === null) return null;
    const exact = typeof cell === "string" ? allowed.get(cell) : undefined;
    if (exact !== undefined) return exact;
    const label = labelOf(cell);
    if (label === "") return null;
    const slug = slugOf(allowed, label) ?? readAs?.get(label);
    if (slug !== undefined) return slug;
    this.cannotRead(key);
    this.unknown(key, this.found(key), allowed.keys());
    return null;
  }

  /** Several values of a closed list; unknown ones are reported and left out. */
  choices(key: string, allowed: ClosedList): readonly string[] {
    const cell = this.cell(key);
    if (cell === null) return NO_VALUES;
    const read = typeof cell === "string" ? knownChoices.get(allowed)?.get(cell) : undefined;
    if (read) return read;
    const known: string[] = [];
    const unknown: string[] = [];
    for (const { part, given } of partsOf(cell)) {
      const slug = slugOf(allowed, part);
      if (slug !== undefined) known.push(slug);
      else unknown.push(given);
    }
    if (unknown.length === 0 && typeof cell === "string") remember(allowed, cell, known);
    // One finding a cell, however many words of it are unknown.
    if (unknown.length === 1) this.unknown(key, unknown[0] ?? "", allowed.keys());
    else if (unknown.length > 1) this.unknown(key, unknown);
    if (known.length === 0 && unknown.length > 0) this.cannotRead(key);
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

  /**
   * False when a cell holds an error value, TEXTJOIN over the row would pass what a cell holds, or the workbook counts days
   * from 1904: functions are handed bare numbers and can't know it.
   */
  suitsFormulas(): boolean {
    const first = this.layout.firstColumn - this.grid.firstColumn;
    const cells = this.line.slice(first, this.layout.lastColumn - this.grid.firstColumn + 1);
    const length = cells.reduce<number>((sum, cell) => sum + 1 + (cell === null ? 0 : String(cell).length), 0);
    return (
      this.grid.date1904 !== true &&
      length <= MOST_JOINED &&
      !cells.some((cell) => typeof cell === "string" && isErrorValue(cell))
    );
  }

  /** A short text that changes when any cell of the row that counts does. */
  fingerprint(): string {
    const first = this.layout.firstColumn - this.grid.firstColumn;
    return fingerprint(this.layout.lastColumn - this.layout.firstColumn + 1, (at) => textOf(this.line[first + at]));
  }
}

/** Characters of a row's texts with their separators; Excel's own limit is 32,767. */
const MOST_JOINED = 32_000;

/** What may stand in a cell that can't be read; messages say it. */
export type Wanted = "number" | "rank" | "percent" | "date" | "year" | "claim" | "years" | "text";

/** The most that a year, or an achievement, can hold. */
const MOST: ReadonlyMap<string, number> = new Map([
  ["halfDays", 732],
  ["evenings", 366],
  ["meetingDays", 366],
  ["uncountedDays", 366],
  ["statedHours", 2_000],
  ["claimedHours", 2_000],
  ["modules", 50],
  ["rank", 1_000],
]);

/** A finding names a value; it does not repeat a page. */
/** As many unreadable words of a cell as a finding names. */
const MOST_UNKNOWN = 20;
const LONGEST = 100;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

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
