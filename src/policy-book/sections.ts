/**
 * How sheets of the policy workbook are built: sections under a title 【…】, each a table (a row an entry) or a card (a
 * line a value). A section is described once; it is written and read by that description.
 */
import type { Policy } from "../policy/language";
import type { CellValue } from "../grid/address";
import type { Place, SheetGrid } from "../submission/grid";
import { isErrorValue, nearest } from "../submission/text";
import type { Codec, Written } from "./codecs";
import { Marks, setAt, valueAt, type Entry } from "./draft";
import type { Findings } from "./findings";
import { plain } from "./language/vocabulary";
import { Names } from "./names";
import { Unreadable } from "./unreadable";

/** A column of a table, or a line of a card. */
export interface Field {
  /** Dotted path of the value in its entry. */
  readonly path: string;
  readonly header: string;
  /** What it means and what may stand there. */
  readonly note: string;
  readonly codec: Codec;
  readonly needed?: true;
}

export interface Section {
  readonly title: string;
  readonly kind: "table" | "card";
  readonly fields: readonly Field[];
  /** Entries as they stand on the sheet, of a card one at most. */
  readonly entries: (policy: Policy) => readonly Entry[];
  /** Puts what was read where it belongs in the raw policy. */
  readonly put: (entries: readonly Entry[], reading: Reading) => void;
}

/** A policy as it is being read. */
export class Reading {
  readonly raw: Entry = { forms: {}, questions: [], codes: {}, clauses: {} };
  readonly marks = new Marks();
  private known: Names | null = null;

  constructor(readonly findings: Findings) {}

  /** Names by what has been read so far; asked for once all of them have been read. */
  get names(): Names {
    this.known ??= new Names(namedOf(this.raw));
    return this.known;
  }

  /** To be called after names have been read. */
  forgetNames(): void {
    this.known = null;
  }

  /** The raw form of a slug; undefined where there is none. */
  form(slug: unknown): Entry | undefined {
    return (this.raw.forms as Record<string, Entry | undefined>)[String(slug)];
  }

  /** Where a key of an entry stands. */
  placeOf(entry: Entry, key: string): Place | null {
    return this.marks.placeOf({ entry }, `entry.${key}`);
  }

  /** Takes the notes of one entry's keys over to another part. */
  carry(from: Entry, to: unknown, keys: readonly string[]): void {
    const self = this.marks.placeOf({ from }, "from");
    if (self !== null) this.marks.mark(to, self);
    for (const key of keys) {
      const place = this.placeOf(from, key);
      if (place !== null) this.marks.mark(to, place, key);
    }
  }
}

/** What names are made of, as far as it is well formed. */
function namedOf(raw: Entry): ConstructorParameters<typeof Names>[0] {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const forms = Object.entries(raw.forms as Record<string, Entry>).map(([slug, form]) => {
    const evidence = form.evidence as { labels?: Record<string, string> } | undefined;
    return [slug, { labels: list(form.labels), evidence: { labels: evidence?.labels ?? {} } }] as const;
  });
  const questions = (raw.questions as Entry[]).map(({ id, options, zh }) => ({
    id: String(id),
    options: list(options),
    zh: { options: (zh as { options?: Record<string, string> } | undefined)?.options ?? {} },
  }));
  return { forms: Object.fromEntries(forms), questions };
}

const TITLE = /^【(.+)】$/u;
export const titleCell = (title: string): string => `【${title}】`;
/** First characters of a line that explains and is not read. */
export const NOTE_MARK = "※";

/** A line that is only explanation. */
const isNote = (cell: CellValue): boolean => typeof cell === "string" && cell.startsWith(NOTE_MARK);

export const cellOf = (grid: SheetGrid, row: number, column: number): CellValue =>
  grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null;

/** A cell without anything to be seen is blank. */
export const isEmpty = (cell: CellValue): boolean => cell === null || (typeof cell === "string" && cell.trim() === "");

export const lastRowOf = (grid: SheetGrid): number => grid.firstRow + grid.values.length - 1;
const lastColumnOf = (grid: SheetGrid): number => grid.firstColumn + (grid.values[0]?.length ?? 0) - 1;

/** Columns of a row that hold something. */
export function filledColumns(grid: SheetGrid, row: number): number[] {
  const columns: number[] = [];
  for (let column = grid.firstColumn; column <= lastColumnOf(grid); column += 1)
    if (!isEmpty(cellOf(grid, row, column))) columns.push(column);
  return columns;
}

/** The cell as something that a codec reads; null for a blank one and, with a finding, for an error value. */
export function given(grid: SheetGrid, row: number, column: number, findings: Findings): Written | null {
  const cell = cellOf(grid, row, column);
  if (isEmpty(cell)) return null;
  if (isErrorValue(cell)) {
    findings.add("cell-error", { sheet: grid.name, row, column }, { found: String(cell) });
    return null;
  }
  return typeof cell === "number" ? cell : String(cell);
}

/** Reads some of the sections of a sheet; titles of none of all its sections are said. */
export function readSections(
  grid: SheetGrid,
  sections: readonly Section[],
  reading: Reading,
  wanted: readonly Section[],
): void {
  const titles = sections.map(({ title }) => title);
  const starts: { readonly section: Section; readonly row: number }[] = [];
  const ends: number[] = [];
  for (let row = grid.firstRow; row <= lastRowOf(grid); row += 1) {
    const cell = cellOf(grid, row, 0);
    const title = typeof cell === "string" ? TITLE.exec(cell.trim())?.[1] : undefined;
    if (title === undefined) continue;
    ends.push(row);
    const section = sections.find((each) => plain(each.title) === plain(title));
    if (section === undefined)
      reading.findings.add(
        "section-unknown",
        { sheet: grid.name, row, column: 0 },
        { found: title, allowed: titles, near: nearest(title, titles) },
      );
    else starts.push({ section, row });
  }
  for (const section of wanted) {
    const entries = starts
      .filter((start) => start.section === section)
      .flatMap(({ row }) => {
        const end = ends.find((each) => each > row) ?? lastRowOf(grid) + 1;
        return section.kind === "table"
          ? readTable(grid, section, row + 1, end, reading)
          : readCard(grid, section, row + 1, end, reading);
      });
    section.put(entries, reading);
  }
}

function readTable(grid: SheetGrid, { fields }: Section, first: number, end: number, reading: Reading): Entry[] {
  let header = first;
  while (header < end && (filledColumns(grid, header).length === 0 || isNote(cellOf(grid, header, 0)))) header += 1;
  if (header >= end) return [];
  const columns = new Map<Field, number>();
  const headers = fields.map((field) => field.header);
  for (const column of filledColumns(grid, header)) {
    const name = String(cellOf(grid, header, column));
    const field = fields.find((each) => plain(each.header) === plain(name));
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
    // Beyond a blank column stands something else: somebody's notes, the fixed words
    else if (!isBesides(grid, header, column))
      reading.findings.add(
        "column-unknown",
        { sheet: grid.name, row: header, column },
        { found: name, allowed: headers, near: nearest(name, headers) },
      );
  }
  for (const field of fields)
    if (field.needed === true && !columns.has(field))
      reading.findings.add("column-missing", { sheet: grid.name, row: header, column: 0 }, { header: field.header });
  const entries: Entry[] = [];
  for (let row = header + 1; row < end; row += 1) {
    if (isNote(cellOf(grid, row, 0))) continue;
    if (![...columns.values()].some((column) => !isEmpty(cellOf(grid, row, column)))) continue;
    const entry: Entry = {};
    reading.marks.mark(entry, { sheet: grid.name, row, column: Math.min(...columns.values()) });
    for (const field of fields) {
      const column = columns.get(field);
      if (column === undefined) continue;
      readField(grid, row, column, field, entry, reading);
      if (field.needed === true && isEmpty(cellOf(grid, row, column)))
        reading.findings.add("cell-needed", { sheet: grid.name, row, column }, { header: field.header });
    }
    entries.push(entry);
  }
  return entries;
}

/** True of a column that a blank one parts from the table's first. */
function isBesides(grid: SheetGrid, header: number, column: number): boolean {
  for (let at = 0; at < column; at += 1) if (isEmpty(cellOf(grid, header, at))) return true;
  return false;
}

function readCard(grid: SheetGrid, { fields }: Section, first: number, end: number, reading: Reading): Entry[] {
  const rows = new Map<Field, number>();
  const labels = fields.map((field) => field.header);
  for (let row = first; row < end; row += 1) {
    const label = cellOf(grid, row, 0);
    if (isEmpty(label) || isNote(label)) continue;
    const place = { sheet: grid.name, row, column: 0 };
    const found = String(label);
    const field = fields.find((each) => plain(each.header) === plain(found));
    if (field === undefined)
      reading.findings.add("label-unknown", place, { found, allowed: labels, near: nearest(found, labels) });
    else if (rows.has(field)) reading.findings.add("label-twice", place, { found });
    else rows.set(field, row);
  }
  const entry: Entry = {};
  for (const field of fields) {
    const row = rows.get(field);
    if (row !== undefined) readField(grid, row, 1, field, entry, reading);
  }
  if (Object.keys(entry).length === 0) return [];
  reading.marks.mark(entry, { sheet: grid.name, row: Math.min(...rows.values()), column: 1 });
  for (const field of fields) {
    const row = rows.get(field);
    if (field.needed === true && row !== undefined && isEmpty(cellOf(grid, row, 1)))
      reading.findings.add("cell-needed", { sheet: grid.name, row, column: 1 }, { header: field.header });
  }
  return [entry];
}

function readField(
  grid: SheetGrid,
  row: number,
  column: number,
  { path, codec }: Field,
  entry: Entry,
  reading: Reading,
): void {
  const place = { sheet: grid.name, row, column };
  const cell = given(grid, row, column, reading.findings);
  if (cell === null) return;
  try {
    const value = codec.read(cell, reading.names, entry);
    const holder = setAt(entry, path, value);
    reading.marks.mark(holder, place);
    reading.marks.mark(holder, place, path.slice(path.lastIndexOf(".") + 1));
    if (holder !== entry) reading.marks.mark(entry, place, path.slice(0, path.indexOf(".")));
    reading.marks.mark(value, place);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reading.findings.unreadable(error, place);
  }
}

/** Cells of an entry, one a field; null where it has no value. */
export const cellsOf = (entry: Entry, fields: readonly Field[], names: Names): (Written | null)[] =>
  fields.map(({ path, codec }) => {
    const value = valueAt(entry, path);
    return value === undefined ? null : codec.write(value, names, entry);
  });
