/** 学时记录: one learning activity a row. */
import type { Policy } from "../policy";
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "./grid";
import { findHeader, keyOfName, matchColumns, nameOf, readHeader, wordIndex } from "./headers";
import type { FilledGrid } from "./merges";
import { RowReader } from "./row-reader";
import { rowKinds, type SheetTable } from "./sheet";
import { filingNoOf, labelOf } from "./text";
import type { DayNumber, KnownReading, LearningRecord, SheetLayout } from "./types";
import { READ_AS, RECORD_COLUMNS, SHEETS, VALUES, headerOf, type ClosedList } from "./vocabulary";

/** A policy's own words: labels of its forms, and of the evidence each form knows. */
interface PolicyWords {
  readonly forms: ClosedList;
  readonly evidence: ReadonlyMap<string, ClosedList>;
  /** Forms whose hours hang on the day: a month is no date there. */
  readonly toTheDay: ReadonlySet<string>;
  /** 学时 or 学分. */
  readonly unit: string;
}

const wordsByPolicy = new WeakMap<Policy, PolicyWords>();

function wordsOf(policy: Policy): PolicyWords {
  const known = wordsByPolicy.get(policy);
  if (known) return known;
  const forms = Object.entries(policy.forms);
  const words: PolicyWords = {
    forms: new Map(forms.flatMap(([slug, form]) => form.labels.map((label) => [labelOf(label), slug] as const))),
    evidence: new Map(
      forms.map(
        ([slug, form]) =>
          [
            slug,
            new Map(Object.entries(form.evidence?.labels ?? {}).map(([label, value]) => [labelOf(label), value])),
          ] as const,
      ),
    ),
    toTheDay: new Set(forms.flatMap(([slug, form]) => (form.dates === "to-the-day" ? [slug] : []))),
    unit: policy.unit,
  };
  wordsByPolicy.set(policy, words);
  return words;
}

/**
 * Reads every row of the table; a row that `known` has is taken from there. `filled`: the rows (0-based) that hold a value
 * of a merged cell. Functions over their cells would find those blank.
 */
export function readRecords(
  { grid, filled }: FilledGrid,
  table: SheetTable,
  policy: Policy,
  known: (row: number) => LearningRecord | undefined,
): LearningRecord[] {
  const words = wordsOf(policy);
  return table.rows.map((row) => {
    if (!filled.has(row)) return known(row) ?? readRecord(new RowReader(grid, table.layout, row), words);
    return { ...readRecord(new RowReader(grid, table.layout, row), words), suitsFormulas: false };
  });
}

/** Records that need not be read: same line, same columns, same policy. Lines are never changed in place, so that an array stands for its cells. */
export function knownRecords(
  grid: SheetGrid,
  { layout }: SheetTable,
  policy: Policy,
  known: KnownReading | undefined,
): (row: number) => LearningRecord | undefined {
  const before = known?.grids.get(grid.name);
  const then = known?.submission.recordLayout;
  const alike =
    before !== undefined &&
    then !== undefined &&
    known?.submission.unit.policyId === policy.id &&
    before.firstRow === grid.firstRow &&
    before.firstColumn === grid.firstColumn &&
    then.firstColumn === layout.firstColumn &&
    then.lastColumn === layout.lastColumn &&
    then.columns.size === layout.columns.size &&
    [...layout.columns].every(([key, column]) => then.columns.get(key) === column);
  if (!alike) return () => undefined;
  const records = new Map(known.submission.records.map((record) => [record.place.row, record]));
  return (row) =>
    grid.values[row - grid.firstRow] === before.values[row - grid.firstRow] ? records.get(row) : undefined;
}

/** Reads one row of 学时记录; also the way in for =CE.* functions, which see a row and its headers only. */
function readRecord(reader: RowReader, words: PolicyWords): LearningRecord {
  const form = reader.choice("form", words.forms);
  const evidenceLabels = form === null ? undefined : words.evidence.get(form);
  const wholeMonths = new Set<string>();
  const date = (key: "startDate" | "endDate" | "completedDate"): DayNumber | null => {
    if (form !== null && words.toTheDay.has(form) && key !== "completedDate") return reader.date(key);
    const span = reader.span(key, key === "completedDate");
    if (span === null) return null;
    if (span.first !== span.last) wholeMonths.add(key);
    return key === "endDate" ? span.last : span.first;
  };
  const rank = reader.rank("rank");
  const record: { -readonly [key in keyof LearningRecord]: LearningRecord[key] } = {
    place: reader.place(),
    ...reader.registrationNumber(),
    name: reader.text("name"),
    year: reader.year("year"),
    form,
    formLabel: labelOf(reader.cell("form")),
    subject: reader.choice("subject", VALUES.subject) as LearningRecord["subject"],
    title: reader.text("title"),
    startDate: date("startDate"),
    endDate: date("endDate"),
    halfDays: reader.number("halfDays"),
    evenings: reader.number("evenings"),
    meetingDays: reader.number("meetingDays"),
    uncountedDays: reader.number("uncountedDays"),
    statedHours: reader.number("statedHours"),
    progress: reader.percent("progress"),
    // One that can't be read is one that isn't found.
    filingNo: filingNoOf(reader.label("filingNo")) || (reader.unreadable.has("filingNo") ? "?" : ""),
    level: reader.choice("level", VALUES.level),
    rank: rank?.rank ?? null,
    authors: rank?.of ?? null,
    role: reader.choice("role", VALUES.role),
    indexing: reader.choices("indexing", VALUES.indexing),
    kind: reader.choice("kind", VALUES.kind),
    patentee: reader.choice("patentee", VALUES.patentee),
    completedDate: date("completedDate"),
    modules: reader.number("modules"),
    authority: reader.choice("authority", VALUES.authority),
    assessment: reader.choice("assessment", VALUES.assessment, READ_AS.assessment),
    stamped: yesNo(reader.choice("stamped", VALUES.yesNo, READ_AS.yesNo)),
    sealed: reader.choice("sealed", VALUES.yesNo, READ_AS.yesNo) === "yes",
    claimedHours: reader.number("claimedHours", words.unit),
    evidence: evidenceLabels && evidenceLabels.size > 0 ? reader.choices("evidence", evidenceLabels) : [],
    wholeMonths: wholeMonths.size === 0 ? NO_KEYS : wholeMonths,
    unreadable: reader.unreadable,
    problems: reader.problems,
    fingerprint: reader.fingerprint(),
    suitsFormulas: reader.suitsFormulas(),
  };
  for (const [key, isBlank] of [
    ["form", record.formLabel === ""],
    ["year", record.year === null],
    ["title", record.title === ""],
  ] as const)
    if (isBlank && reader.has(key) && !reader.unreadable.has(key)) reader.report("field-missing", key);
  reader.reportErrorValues();
  reader.reportFormulas();
  record.unreadable = reader.unreadable;
  record.problems = reader.problems;
  return record;
}

const NO_KEYS: ReadonlySet<string> = new Set();

const yesNo = (slug: string | null): boolean | null => (slug === null ? null : slug === "yes");

const RECORD_WORDS = wordIndex(RECORD_COLUMNS);
const RECORD_KEYS: ReadonlySet<string> = new Set(RECORD_COLUMNS.map(({ key }) => key));

/** The header of 学时记录 as one line, of one row or two, with or without titles above; null when the last row is none of it. */
export function oneHeaderLine(lines: readonly (readonly CellValue[])[]): readonly CellValue[] | null {
  const [only, second] = lines;
  if (second === undefined) return only ?? null;
  const header = findHeader(lines, RECORD_WORDS, {}, RECORD_KEYS);
  if (header === null || header.last !== lines.length - 1) return null;
  return readHeader(lines.slice(header.first), RECORD_WORDS).cells.map(({ name, key }) =>
    key === undefined ? name : headerOf(key),
  );
}

/**
 * False for a row that the workbook's reading skips as a total, a repeated header or a note. Only where 登记证书编号 is among the headers: without it
 * nothing tells a total from a record.
 */
export function holdsRecord(cells: readonly CellValue[], headers: readonly CellValue[]): boolean {
  const found = matchColumns(readHeader([headers], RECORD_WORDS), {}, RECORD_KEYS);
  const offsets = new Map([...found].flatMap(([key, [at]]) => (at === undefined ? [] : [[key, at] as const])));
  return !offsets.has("registrationNo") || rowKinds(RECORD_COLUMNS, offsets, RECORD_WORDS, [headers])(cells) === null;
}

/** The key of the column of 学时记录 that a name stands for, synonyms included; undefined for an unknown one. */
export function recordKeyOf(name: string): string | undefined {
  return keyOfName(nameOf(name), RECORD_WORDS);
}

/** One row as =CE.* sees it: cells and headers, no sheet around them. `null` when no header is known. */
export function readLooseRecord(
  cells: readonly CellValue[],
  headers: readonly CellValue[],
  policy: Policy,
): LearningRecord | null {
  const found = matchColumns(readHeader([headers], RECORD_WORDS), {}, RECORD_KEYS);
  // Of two columns for one key neither is read, as in the workbook.
  const columns = new Map(
    [...found].flatMap(([key, [at = 0, ...more]]) => (more.length > 0 ? [] : [[key, at] as const])),
  );
  if (!columns.has("form")) return null;
  const grid: SheetGrid = { name: SHEETS.records, firstRow: 0, firstColumn: 0, values: [cells] };
  const layout: SheetLayout = {
    sheet: SHEETS.records,
    headerTop: 0,
    headerRow: 0,
    columns,
    chosen: new Map(),
    firstColumn: 0,
    lastColumn: cells.length - 1,
    annotationColumn: null,
    lastRow: 0,
  };
  return readRecord(new RowReader(grid, layout, 0), wordsOf(policy));
}
