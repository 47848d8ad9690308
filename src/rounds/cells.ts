/** Rows of a unit's sheet cell by cell, so that two rounds can be told apart by what their cells mean, not by how they were typed. */
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "../submission/grid";
import {
  dateOf,
  dateText,
  labelOf,
  numberOf,
  partsOf,
  percentOf,
  givenText,
  isErrorValue,
  registrationNoOf,
  textOf,
  yearOf,
  type CellReading,
} from "../submission/text";
import type { SheetLayout } from "../submission/types";
import { headerOf } from "../submission/vocabulary";

/** One cell: what it means, to be compared, and what to show of it. */
interface ComparedCell {
  readonly meaning: string;
  readonly text: string;
}

/** Cells by column: standard columns by their standard header, the unit's own ones by theirs. */
export type ComparedCells = ReadonlyMap<string, ComparedCell>;

export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

const DATES: ReadonlySet<string> = new Set(["startDate", "endDate", "completedDate"]);
const YEARS: ReadonlySet<string> = new Set(["year", "fromYear", "toYear"]);
const NUMBERS: ReadonlySet<string> = new Set([
  "halfDays",
  "evenings",
  "meetingDays",
  "uncountedDays",
  "statedHours",
  "rank",
  "modules",
  "claimedHours",
]);
const LISTS: ReadonlySet<string> = new Set(["indexing", "evidence", "sealedYears"]);
/** Free text: spaces within may matter. */
const WORDS: ReadonlySet<string> = new Set(["title", "organizer", "remark", "employer"]);
/** Counted anew whenever rows are sorted or inserted: no input. */
const NUMBERING = "seq";

/** Columns of a sheet by name, without its running number. */
function columnsOf(
  grid: SheetGrid,
  layout: SheetLayout,
): ReadonlyMap<string, { readonly key: string | null; readonly column: number }> {
  const columns = new Map<string, { readonly key: string | null; readonly column: number }>();
  const known = new Set(layout.columns.values());
  for (const [key, column] of layout.columns) if (key !== NUMBERING) columns.set(headerOf(key), { key, column });
  const header = grid.values[layout.headerRow - grid.firstRow] ?? [];
  for (let column = layout.firstColumn; column <= layout.lastColumn; column += 1) {
    const name = labelOf(header[column - grid.firstColumn]);
    if (name !== "" && !known.has(column) && !columns.has(name)) columns.set(name, { key: null, column });
  }
  return columns;
}

/** A sheet whose rows can be laid beside another's. */
export interface ComparedRows {
  readonly own: ReadonlySet<string>;
  readonly of: (row: number) => ComparedCells;
}

/** A sheet's rows as cells by column name, blank cells included; `own` names the columns that are the unit's own. */
export function rowsOf(grid: SheetGrid, layout: SheetLayout): ComparedRows {
  const columns = columnsOf(grid, layout);
  const of = (row: number): ComparedCells => {
    const line = grid.values[row - grid.firstRow] ?? [];
    return new Map([...columns].map(([name, { key, column }]) => [name, cellOf(key, line[column - grid.firstColumn])]));
  };
  return { own: new Set([...columns].flatMap(([name, { key }]) => (key === null ? [name] : []))), of };
}

/** The columns in which two rows are compared: all standard ones, and the unit's own ones that both rounds have. */
export function comparedColumns(
  before: ComparedRows,
  after: ComparedRows,
): (one: ComparedCells, other: ComparedCells) => readonly string[] {
  const shared = [...before.own].filter((name) => after.own.has(name));
  return (one, other) => {
    const standard = [...new Set([...one.keys(), ...other.keys()])].filter(
      (name) => !before.own.has(name) && !after.own.has(name),
    );
    return [...standard, ...shared];
  };
}

/** What differs between two rows. */
export function changesOf(
  before: ComparedCells,
  after: ComparedCells,
  columns: readonly string[],
): readonly CellChange[] {
  return columns.flatMap((column) => {
    const [one, other] = [before.get(column), after.get(column)];
    return (one?.meaning ?? "") === (other?.meaning ?? "")
      ? []
      : [{ column, before: one?.text ?? "", after: other?.text ?? "" }];
  });
}

function cellOf(key: string | null, value: CellValue | undefined): ComparedCell {
  if (key === null) return { meaning: textOf(value), text: shownText(value) };
  if (DATES.has(key))
    return { meaning: typeof dateOf(value) === "object" ? dateText(value) : textOf(value), text: dateText(value) };
  if (YEARS.has(key)) return read(yearOf(value), value);
  if (NUMBERS.has(key)) return read(numberOf(value), value);
  if (key === "progress") return { meaning: read(percentOf(value), value).meaning, text: shownText(value) };
  // The order in which papers are named is no input
  if (LISTS.has(key)) {
    const parts = partsOf(value);
    return {
      meaning: parts
        .map(({ part }) => part)
        .sort()
        .join("、"),
      text: parts.map(({ given }) => given).join("、"),
    };
  }
  if (key === "registrationNo") return { meaning: registrationNoOf(value), text: givenText(value) };
  return { meaning: WORDS.has(key) ? textOf(value) : labelOf(value), text: shownText(value) };
}

/** As it was handed in, an error value too. */
const shownText = (value: CellValue | undefined): string => (isErrorValue(value) ? value : givenText(value));

function read(reading: CellReading<number>, value: CellValue | undefined): ComparedCell {
  if (typeof reading !== "object") return { meaning: textOf(value), text: shownText(value) };
  const text = String(reading.value);
  return { meaning: text, text };
}
