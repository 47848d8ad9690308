/**
 * From grids to a typed submission. Nothing is guessed: what can't be read is a problem with its cell,
 * and what makes a review impossible is an `InputProblem` with its remedy.
 */
import { DEFAULT_POLICY_ID, policyIds, policyOf, questionOf, type Policy } from "../policy";
import { a1, type CellValue, type Place, type SheetGrid, type WorkbookGrids } from "./grid";
import { findHeader, keyOfName, matchColumns, nameOf, readHeader, wordIndex } from "./headers";
import { readProvenYears, withProvenYears } from "./proven-years";
import { readRecordDecisions } from "./record-decisions";
import { readTable, type SheetTable } from "./sheet";
import {
  dateOf,
  dateText,
  fingerprint,
  idChecksumHolds,
  labelOf,
  nearest,
  numberOf,
  partsOf,
  percentOf,
  registrationNoOf,
  textOf,
  yearOf,
  type Reading,
} from "./text";
import type {
  Decision,
  Filing,
  InputProblem,
  KnownReading,
  LearningRecord,
  LedgerEntry,
  Notice,
  Person,
  ReadingOptions,
  ReadingProblem,
  SheetLayout,
  SubmissionReading,
  UnitInfo,
} from "./types";
import {
  DECISION_HEADERS,
  FILING_COLUMNS,
  LEDGER_HEADERS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  SHEETS,
  UNIT_LABELS,
  VALUES,
  headerOf,
  type ClosedList,
  type ColumnWords,
} from "./vocabulary";

/**
 * Reads everything a review needs out of a workbook's grids. `columns`: what the reviewer has said headers mean;
 * `policy`: a policy, or its id, instead of the one that 单位信息 names; `known`: records whose lines have not changed are
 * taken from there.
 */
export function readSubmission(
  grids: WorkbookGrids,
  { columns: choices = {}, sheets = [], policy: under, known }: ReadingOptions = {},
): SubmissionReading {
  const fatal: InputProblem[] = [];
  const problems: ReadingProblem[] = [];
  const need = (name: string): SheetGrid | null => {
    const grid = grids.get(name);
    if (!grid) fatal.push({ kind: "sheet-missing", sheet: name, cell: null, message: missingSheet(name, sheets) });
    return grid ?? null;
  };
  const unitGrid = need(SHEETS.unit);
  const peopleGrid = need(SHEETS.people);
  const recordGrid = need(SHEETS.records);
  const unit = unitGrid && readUnit(unitGrid, fatal, problems, under);
  const policy = typeof under === "object" ? under : unit ? policyOf(unit.info.policyId) : undefined;
  const tableOf = (grid: SheetGrid, columns: readonly ColumnWords[]): SheetTable | null => {
    const reading = readTable(grid, columns, choices[grid.name]);
    if (!reading.ok) {
      fatal.push(...reading.problems);
      return null;
    }
    problems.push(...reading.table.problems);
    return reading.table;
  };
  const peopleTable = peopleGrid && tableOf(peopleGrid, PEOPLE_COLUMNS);
  const recordTable = recordGrid && tableOf(recordGrid, RECORD_COLUMNS);
  if (fatal.length > 0 || !unit || !policy || !peopleGrid || !recordGrid || !peopleTable || !recordTable)
    return { ok: false, problems: fatal };

  const filingGrid = grids.get(SHEETS.filings);
  const notices: Notice[] = [...peopleTable.notices, ...recordTable.notices];
  const people = readPeople(peopleGrid, peopleTable, problems);
  const records = readRecords(recordGrid, recordTable, policy, knownRecords(recordGrid, recordTable, policy, known));
  const provenYears = readProvenYears(grids.get(SHEETS.proven), problems);
  for (const [grid, layout] of [
    [peopleGrid, peopleTable.layout],
    [recordGrid, recordTable.layout],
  ] as const) {
    if (grid.hasHiddenRows)
      problems.push({ code: "hidden-rows", place: { sheet: grid.name, row: layout.headerRow }, key: "", details: {} });
  }
  return {
    ok: true,
    submission: {
      unit: unit.info,
      unitPlaces: unit.places,
      people: withProvenYears(people, provenYears),
      records,
      filings: filingGrid ? readFilings(filingGrid, problems, notices) : null,
      decisions: readDecisions(grids.get(SHEETS.decisions), policy, problems),
      recordDecisions: readRecordDecisions(grids.get(SHEETS.opinions), records),
      ledger: readLedger(grids.get(SHEETS.ledger)),
      provenYears,
      problems,
      notices,
      recordLayout: recordTable.layout,
      peopleLayout: peopleTable.layout,
    },
  };
}

function missingSheet(name: string, sheets: readonly string[]): string {
  const free = sheets.filter((each) => !Object.values<string>(SHEETS).includes(each));
  // White space is the difference that nobody sees.
  const meant = free.find((each) => labelOf(each) === name) ?? nearest(name, free);
  const advice =
    meant === null
      ? `请使用标准申报工作簿，或把对应工作表改名为“${name}”。`
      : `工作表“${meant}”是不是“${name}”？请改名，或使用标准申报工作簿。`;
  return `缺少工作表“${name}”：${advice}`;
}

/** Reads the cells of one row, and collects what can't be read. */
class RowReader {
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

  report(code: string, key: string, details: Record<string, string | number> = {}): void {
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

  private take<T>(key: string, reading: Reading<T>): T | null {
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

function readUnit(
  grid: SheetGrid,
  fatal: InputProblem[],
  problems: ReadingProblem[],
  under: Policy | string | undefined,
): { info: UnitInfo; places: Record<string, Place> } | null {
  const words = wordIndex(UNIT_LABELS);
  const keyAt = (cell: CellValue | undefined): string | undefined => keyOfName(nameOf(cell), words);
  const cells = new Map<string, CellValue>();
  const places: Record<string, Place> = {};
  const before = fatal.length;
  const take = (key: string, row: number, column: number, value: CellValue): void => {
    if (!cells.has(key)) {
      cells.set(key, value);
      places[key] = { sheet: grid.name, row, column };
    } else if (UNIT_LABELS.find((each) => each.key === key)?.needed) {
      fatal.push({
        sheet: grid.name,
        cell: a1(row, column - 1),
        message: `“${headerOf(key)}”出现了两次：请只保留一行。`,
      });
    } else if (textOf(value) !== textOf(cells.get(key))) {
      problems.push({
        code: "column-ambiguous",
        place: { sheet: grid.name, row, column },
        key,
        details: { column: headerOf(key) },
      });
      // Said in two ways: neither is read.
      cells.set(key, null);
    }
    if (grid.formulas?.has(`${row},${column}`))
      problems.push({
        code: "formula-in-input",
        place: { sheet: grid.name, row, column },
        key,
        details: { value: textOf(value) },
      });
  };
  grid.values.forEach((line, index) => {
    for (let at = 0; at < line.length; at += 1) {
      const key = keyAt(line[at]);
      if (key === undefined) continue;
      // A label right of a label, with a value of its own: the first has none. 主管部门 is also what 提交方式 may say.
      const right = line[at + 1] ?? null;
      const isLabel =
        keyAt(right) !== undefined &&
        textOf(line[at + 2]) !== "" &&
        !(key === "submittedBy" && VALUES.submittedBy.has(labelOf(right)));
      const value = isLabel ? null : right;
      take(key, grid.firstRow + index, grid.firstColumn + at + 1, value);
      if (value !== null) at += 1;
    }
  });
  const where = (key: string): string | null => {
    const place = places[key];
    return place?.column === undefined ? null : a1(place.row, place.column);
  };
  for (const { key, header, needed } of UNIT_LABELS) {
    if (needed && textOf(cells.get(key)) === "")
      fatal.push({
        sheet: grid.name,
        cell: where(key),
        message: `“${header}”没有填写：请在 A 列写“${header}”，在 B 列填写内容。`,
      });
  }
  const year = yearOf(cells.get("applicationYear"));
  if (year === "unreadable")
    fatal.push({
      sheet: grid.name,
      cell: where("applicationYear"),
      message: `“申报年度”应为四位年份，如 2018，现为“${textOf(cells.get("applicationYear"))}”。`,
    });
  const natureLabel = labelOf(cells.get("unitNature"));
  const nature = VALUES.unitNature.get(natureLabel);
  if (natureLabel !== "" && nature === undefined) {
    const near = nearest(natureLabel, VALUES.unitNature.keys());
    fatal.push({
      sheet: grid.name,
      cell: where("unitNature"),
      message: `“单位性质”没有“${natureLabel}”这一项：请改为 ${[...VALUES.unitNature.keys()].join("、")} 之一${near ? `（最接近“${near}”）` : ""}。`,
    });
  }
  const policyId = typeof under === "object" ? under.id : (under ?? labelOf(cells.get("policyId")));
  if (typeof under !== "object" && !policyOf(policyId))
    fatal.push({
      sheet: grid.name,
      cell: where("policyId"),
      message: `没有编号为“${policyId}”的政策：请留空，或改为 ${policyIds().join("、")}。`,
    });
  if (fatal.length > before || nature === undefined || typeof year !== "object") return null;

  const date = (key: string): number | null => {
    const reading = dateOf(cells.get(key));
    if (reading === "unreadable")
      problems.push({
        code: "value-unknown",
        place: places[key] ?? { sheet: grid.name, row: grid.firstRow },
        key,
        details: { column: headerOf(key), value: textOf(cells.get(key)) },
      });
    return typeof reading === "object" ? reading.value : null;
  };
  const submittedLabel = labelOf(cells.get("submittedBy"));
  const submittedBy = VALUES.submittedBy.get(submittedLabel);
  if (submittedLabel !== "" && submittedBy === undefined) {
    const near = nearest(submittedLabel, VALUES.submittedBy.keys());
    problems.push({
      code: "value-unknown",
      place: places.submittedBy ?? { sheet: grid.name, row: grid.firstRow },
      key: "submittedBy",
      details: { column: headerOf("submittedBy"), value: submittedLabel, ...(near ? { nearest: near } : {}) },
    });
  }
  return {
    info: {
      unitName: textOf(cells.get("unitName")),
      unitNature: nature,
      county: labelOf(cells.get("county")),
      department: textOf(cells.get("department")),
      preReviewDate: date("preReviewDate"),
      handler: textOf(cells.get("handler")),
      phone: textOf(cells.get("phone")),
      applicationYear: year.value,
      submissionDate: date("submissionDate"),
      submittedBy: (submittedBy ?? null) as UnitInfo["submittedBy"],
      policyId: policyId === "" ? DEFAULT_POLICY_ID : policyId,
    },
    places,
  };
}

function readPeople(grid: SheetGrid, table: SheetTable, problems: ReadingProblem[]): Person[] {
  return table.rows.map((row) => {
    const reader = new RowReader(grid, table.layout, row);
    const idCell = reader.cell("idNumber");
    const idNumber = labelOf(idCell).toUpperCase();
    if ((typeof idCell === "number" && idCell >= 1e15) || /^\d(\.\d+)?E\+?\d+$/u.test(idNumber))
      reader.report("id-precision-lost", "idNumber");
    else if (idNumber !== "" && !idChecksumHolds(idNumber)) reader.report("id-checksum", "idNumber");
    const sealedYears: number[] = [];
    for (const part of partsOf(reader.cell("sealedYears"))) {
      const year = yearOf(part);
      if (typeof year === "object") sealedYears.push(year.value);
      else reader.unknown("sealedYears", part);
    }
    const person: Person = {
      place: reader.place(),
      registrationNo: registrationNoOf(reader.cell("registrationNo")),
      name: reader.text("name"),
      idNumber,
      employer: reader.text("employer"),
      education: reader.choice("education", VALUES.education),
      educationLabel: labelOf(reader.cell("education")),
      currentTitle: reader.text("currentTitle"),
      specialty: reader.text("specialty"),
      targetLevel: reader.choice("targetLevel", VALUES.targetLevel),
      targetLevelLabel: labelOf(reader.cell("targetLevel")),
      archivePlace: labelOf(reader.cell("archivePlace")),
      proof: reader.choice("proof", VALUES.proof),
      fromYear: reader.year("fromYear"),
      toYear: reader.year("toYear"),
      sealedYears,
    };
    for (const { key, needed } of PEOPLE_COLUMNS) {
      if (needed && reader.text(key) === "") reader.report("field-missing", key);
    }
    reader.reportFormulas();
    problems.push(...reader.problems);
    return person;
  });
}

/** A policy's own words: labels of its forms, and of the evidence each form knows. */
interface PolicyWords {
  readonly forms: ClosedList;
  readonly evidence: ReadonlyMap<string, ClosedList>;
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
  };
  wordsByPolicy.set(policy, words);
  return words;
}

function readRecords(
  grid: SheetGrid,
  table: SheetTable,
  policy: Policy,
  known: (row: number) => LearningRecord | undefined,
): LearningRecord[] {
  const words = wordsOf(policy);
  return table.rows.map((row) => known(row) ?? readRecord(new RowReader(grid, table.layout, row), words));
}

/** Records that need not be read: same line, same columns, same policy. Lines are never changed in place, so that an array stands for its cells. */
function knownRecords(
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
  const records = new Map(known?.submission.records.map((record) => [record.place.row, record]));
  return (row) =>
    grid.values[row - grid.firstRow] === before.values[row - grid.firstRow] ? records.get(row) : undefined;
}

/** Reads one row of 学时记录; also the way in for =CE.* functions, which see a row and its headers only. */
function readRecord(reader: RowReader, words: PolicyWords): LearningRecord {
  const form = reader.choice("form", words.forms);
  const evidenceLabels = form === null ? undefined : words.evidence.get(form);
  const record: { -readonly [key in keyof LearningRecord]: LearningRecord[key] } = {
    place: reader.place(),
    registrationNo: registrationNoOf(reader.cell("registrationNo")),
    name: reader.text("name"),
    year: reader.year("year"),
    form,
    formLabel: labelOf(reader.cell("form")),
    subject: reader.choice("subject", VALUES.subject) as LearningRecord["subject"],
    title: reader.text("title"),
    startDate: reader.date("startDate"),
    endDate: reader.date("endDate"),
    halfDays: reader.number("halfDays"),
    evenings: reader.number("evenings"),
    meetingDays: reader.number("meetingDays"),
    uncountedDays: reader.number("uncountedDays"),
    statedHours: reader.number("statedHours"),
    progress: reader.percent("progress"),
    filingNo: filingNoOf(reader.cell("filingNo")),
    level: reader.choice("level", VALUES.level),
    rank: reader.number("rank"),
    role: reader.choice("role", VALUES.role),
    indexing: reader.choices("indexing", VALUES.indexing),
    kind: reader.choice("kind", VALUES.kind),
    patentee: reader.choice("patentee", VALUES.patentee),
    completedDate: reader.date("completedDate"),
    modules: reader.number("modules"),
    authority: reader.choice("authority", VALUES.authority),
    assessment: reader.choice("assessment", VALUES.assessment),
    stamped: yesNo(reader.choice("stamped", VALUES.yesNo)),
    sealed: reader.choice("sealed", VALUES.yesNo) === "yes",
    claimedHours: reader.number("claimedHours"),
    evidence: evidenceLabels && evidenceLabels.size > 0 ? reader.choices("evidence", evidenceLabels) : [],
    unreadable: reader.unreadable,
    problems: reader.problems,
    fingerprint: reader.fingerprint(),
  };
  if (reader.has("form") && record.formLabel === "") reader.report("field-missing", "form");
  if (reader.has("year") && record.year === null) reader.missing("year");
  reader.reportFormulas();
  record.unreadable = reader.unreadable;
  record.problems = reader.problems;
  return record;
}

const yesNo = (slug: string | null): boolean | null => (slug === null ? null : slug === "yes");

/** 无, / and - are how units write that there is no number. */
function filingNoOf(cell: CellValue): string {
  const text = labelOf(cell).toUpperCase();
  return /^(无|\/|-|—|--)$/u.test(text) ? "" : text;
}

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

function readFilings(grid: SheetGrid, problems: ReadingProblem[], notices: Notice[]): Map<string, Filing> {
  const filings = new Map<string, Filing>();
  const reading = readTable(grid, FILING_COLUMNS);
  if (!reading.ok) {
    notices.push({ sheet: grid.name, kind: "sheet-unread", row: grid.firstRow });
    return filings;
  }
  problems.push(...reading.table.problems);
  notices.push(...reading.table.notices);
  for (const row of reading.table.rows) {
    const reader = new RowReader(grid, reading.table.layout, row);
    const filingNo = filingNoOf(reader.cell("filingNo"));
    if (filingNo === "" || filings.has(filingNo)) continue;
    const items = new Set<string>();
    for (const { key } of FILING_COLUMNS) {
      const text = labelOf(reader.cell(key));
      if (key === "electronic" || key === "paper" ? text === "是" : text !== "" && text !== "否" && text !== "无")
        items.add(key);
    }
    filings.set(filingNo, {
      filingNo,
      filedOn: reader.date("filedOn"),
      startDate: reader.date("startDate"),
      theme: labelOf(reader.cell("theme")),
      items,
    });
    problems.push(...reader.problems);
  }
  return filings;
}

const own = (headers: readonly string[]): ColumnWords[] => headers.map((header) => ({ key: header, header }));

/** Rows of a sheet 口径, this workbook's or another's. */
export function readDecisions(grid: SheetGrid | undefined, policy: Policy, problems: ReadingProblem[]): Decision[] {
  const reading = grid && readTable(grid, own(DECISION_HEADERS));
  if (!grid || !reading?.ok) return [];
  return reading.table.rows.map((row) => {
    const reader = new RowReader(grid, reading.table.layout, row);
    const id = labelOf(reader.cell("编号")).toUpperCase();
    const text = reader.text("采用口径");
    const asked = policy.questions.find((question) => question.id === id);
    const options = asked?.options ?? [];
    const slug = text.split(/\s/u)[0] ?? "";
    const option = options.includes(slug) ? slug : null;
    // What the office decided under another notice is neither used here nor wrong.
    const elsewhere = asked === undefined && questionOf(id) !== undefined;
    if (text !== "" && option === null && !elsewhere) reader.unknown("采用口径", text, options);
    const by = reader.text("决定人");
    const on = dateText(reader.cell("决定日期"));
    if (option !== null && (by === "" || on === "")) reader.report("decision-unsigned", "采用口径", { question: id });
    problems.push(...reader.problems);
    return { place: reader.place("采用口径"), id, option, text, by, on, reason: reader.text("理由") };
  });
}

/** 发证台账 with the row of each entry, so that single cells of it can be written. */
export type LedgerReading =
  | {
      readonly ok: true;
      readonly layout: SheetLayout | null;
      readonly rows: readonly { readonly row: number; readonly entry: LedgerEntry }[];
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Columns without which nobody can tell which numbers were given to whom. */
const LEDGER_NEEDED: readonly string[] = ["证明编号", "登记证书编号", "状态"];

/** A sheet that is missing or blank has no layout yet; one whose header can't be found is a problem, never an empty ledger. */
export function readLedgerRows(grid: SheetGrid | undefined): LedgerReading {
  if (grid === undefined || grid.values.every((line) => line.every((cell) => labelOf(cell) === "")))
    return { ok: true, layout: null, rows: [] };
  const reading = readTable(
    grid,
    own(LEDGER_HEADERS).map((column) => ({ ...column, needed: LEDGER_NEEDED.includes(column.header) })),
  );
  if (!reading.ok) return reading;
  const rows = reading.table.rows.map((row) => {
    const reader = new RowReader(grid, reading.table.layout, row);
    const entry: LedgerEntry = {
      certificateNo: labelOf(reader.cell("证明编号")),
      registrationNo: registrationNoOf(reader.cell("登记证书编号")),
      name: reader.text("姓名"),
      fromYear: reader.year("起始年度"),
      toYear: reader.year("截止年度"),
      handler: reader.text("经办人"),
      issuedOn: dateText(reader.cell("签发日期")),
      status: labelOf(reader.cell("状态")),
      voidReason: reader.text("作废原因"),
    };
    return { row, entry };
  });
  return { ok: true, layout: reading.table.layout, rows };
}

function readLedger(grid: SheetGrid | undefined): LedgerEntry[] {
  const reading = readLedgerRows(grid);
  return reading.ok ? reading.rows.map(({ entry }) => entry) : [];
}

export * from "./types";
export { identitiesOf, recordFinder } from "./record-decisions";
export { SHEETS } from "./vocabulary";

/** The cell of a row that holds a key; the row itself when the sheet has no such column. */
export function placeOfKey(layout: SheetLayout, place: Place, key: string | undefined): Place {
  const column = key === undefined ? undefined : layout.columns.get(key);
  return column === undefined ? place : { ...place, column };
}
