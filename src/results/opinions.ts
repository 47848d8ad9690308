/** 审核意见: one line a finding, and what the reviewer wrote beside it, which every later review carries over. */
import { policyOf, type Policy } from "../policy";
import { catalogueOf, messageOf } from "../messages";
import { isSame } from "../review/same";
import type { Finding, Review, ReviewedSubmission, Severity } from "../review/types";
import { a1 } from "../grid/address";
import type { SheetGrid, Standing } from "../submission/grid";
import type { Submission } from "../submission/types";
import { highlightsFor } from "./colours";
import { cellText, dateAsWritten } from "./dates";
import { linkTo, type Link } from "./links";
import type { LineUpdate, OwnSheetPlan, PlannedCell } from "./plan";
import { QUESTION_SHEET, questionRows } from "./questions";
import { SUMMARY_SHEET, summaryRows, yearKey } from "./summary";
import {
  dateStyles,
  originColumns,
  originOf,
  readTableRows,
  standings,
  tablePlan,
  type ResultColumn,
  type TableLine,
} from "./table";
import { identitiesOf, numberAs, recordFinder, shownNumber, shownNumbers } from "../submission";
import { countedFrom1900, dateCell, registrationNoOf, yearOf } from "../submission/text";
import { FINGERPRINT_HEADER, IDENTITY_HEADER, ORIGIN_HEADER, SHEETS, TREATMENTS } from "../submission/vocabulary";

export const OPINION_SHEET = SHEETS.opinions;
/** 级别 of a line whose finding is gone, kept because a reviewer wrote on it. */
const GONE = "已不再出现";

const COLUMNS: readonly ResultColumn[] = [
  { title: "位置", kind: "formula", width: 15 },
  { title: "级别", kind: "text", width: 10 },
  { title: "代码", kind: "text", width: 25, hidden: true },
  { title: "登记证书编号", kind: "text", width: 15 },
  { title: "姓名", kind: "text", width: 9 },
  { title: "年度", kind: "number", width: 6, center: true },
  { title: "问题", kind: "text", width: 36, wrap: true },
  { title: "补正办法", kind: "text", width: 28, wrap: true },
  { title: "依据条款", kind: "text", width: 15, wrap: true },
  { title: "处理", kind: "text", width: 10 },
  { title: "核定学时", kind: "number", width: 9 },
  { title: "处理人", kind: "text", width: 9 },
  { title: "处理日期", kind: "text", width: 11 },
  { title: "理由", kind: "text", width: 18, wrap: true },
  { title: IDENTITY_HEADER, kind: "text", width: 10, hidden: true },
  { title: FINGERPRINT_HEADER, kind: "text", width: 10, hidden: true },
  // 来历 and the mark follow (`originColumns`)
];
const LEVEL_COLUMN = 1;
const CODE_COLUMN = 2;
const NUMBER_COLUMN = 3;
const TREATMENT_COLUMN = 9;
const HOURS_COLUMN = 10;
const DATE_COLUMN = 12;
const IDENTITY_COLUMN = 14;
const FINGERPRINT_COLUMN = 15;

/** A line of 审核意见 from an earlier review. */
export interface Opinion {
  readonly location: string;
  readonly level: string;
  readonly code: string;
  readonly registrationNo: string;
  /** The number as the cell has it; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly year: string;
  readonly problem: string;
  readonly remedy: string;
  readonly clause: string;
  readonly treatment: string;
  /** 学时 as the reviewer wrote them; a number where a number was written. */
  readonly hours: string | number;
  readonly by: string;
  /** "YYYY-MM-DD" where the cell was a date. */
  readonly on: string;
  /** The cell as the reviewer wrote it: a serial number or a text. */
  readonly onCell?: number | string;
  readonly reason: string;
  readonly identity: string;
  readonly fingerprint: string;
  /** 来历: how the line came to count, or why it does not. */
  readonly origin?: string;
  /** Set where the line does not count: a unit brought it, or the office has put it aside. */
  readonly standing?: Standing;
}

/** Lines of the old sheet on which a reviewer wrote something; the other ones are the machine's own. */
export function readOpinions(grid: SheetGrid | undefined): readonly Opinion[] {
  return readTableRows(grid, "处理")
    .map(({ row, line }) => opinionOf(line, grid?.notOurs?.get(row), grid?.date1904 === true))
    .filter(isFilled);
}

function opinionOf(line: TableLine, standing: Standing | undefined, date1904: boolean): Opinion {
  const text = (title: string): string => cellText(line.get(title));
  const hours = line.get("核定学时");
  const year = yearOf(line.get("年度"));
  return {
    location: text("位置"),
    level: text("级别"),
    code: text("代码"),
    ...numberAs(registrationNoOf(line.get("登记证书编号")), text("登记证书编号")),
    name: text("姓名"),
    year: typeof year === "object" ? String(year.value) : text("年度"),
    problem: text("问题"),
    remedy: text("补正办法"),
    clause: text("依据条款"),
    treatment: text("处理"),
    hours: typeof hours === "number" ? hours : cellText(hours),
    by: text("处理人"),
    on: dateAsWritten(countedFrom1900(line.get("处理日期") ?? null, date1904)),
    ...dateCell(line.get("处理日期")),
    reason: text("理由"),
    identity: text(IDENTITY_HEADER),
    fingerprint: text(FINGERPRINT_HEADER),
    origin: text(ORIGIN_HEADER),
    ...(standing === undefined ? {} : { standing }),
  };
}

/** True of a line on which a reviewer wrote something. */
export function isFilled(opinion: Opinion): boolean {
  return [opinion.treatment, opinion.hours, opinion.by, opinion.on, opinion.reason].some((value) => value !== "");
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, judgement: 1, warning: 2, info: 3 };

/** All findings, errors first, each with the reviewer's earlier opinion on it; then the opinions whose finding is gone. */
export function opinionPlan(
  submission: Submission,
  review: Review,
  previous: readonly Opinion[],
  note: string | null = null,
): OwnSheetPlan {
  const identities = identitiesOf(submission.records);
  const fingerprints = new Map(submission.records.map((record) => [record.place.row, record.fingerprint]));
  const locate = locator(submission, review);
  const shown = shownNumbers(submission);
  const waiting = new Waiting(previous);
  const policy = policyOf(review.policy);
  const lines = inOrder(review).map((finding): Line => {
    const ofRecord = finding.place.sheet === submission.recordLayout.sheet;
    const identity = ofRecord ? (identities.get(finding.place.row) ?? "") : "";
    const location = locate(finding);
    const kept = waiting.take(finding, identity, location.text);
    const current = ofRecord ? (fingerprints.get(finding.place.row) ?? "") : "";
    // A decision keeps the fingerprint of the record it was made on: that is how a later change is noticed.
    const decidedOn =
      kept !== undefined && kept.treatment !== "" && kept.fingerprint !== "" ? kept.fingerprint : current;
    return { cells: findingLine(finding, policy, location, shown, kept, identity, decidedOn), opinion: kept };
  });
  const find = recordFinder(submission.records);
  lines.push(
    ...waiting.left().map((opinion): Line => {
      const { identity, location, registrationNo, year, code, level } = opinion;
      // A line without its keys is bound to its record now, so that it is found again after a sort
      const record = identity === "" ? find("", location, registrationNo, year) : undefined;
      const bound =
        record === undefined
          ? opinion
          : { ...opinion, identity: identities.get(record.place.row) ?? "", fingerprint: record.fingerprint };
      return { cells: opinionLine(bound, code === "" ? level : GONE), opinion };
    }),
  );
  if (note !== null) lines.unshift({ cells: noteLine(note), opinion: undefined });
  return sheetOf(lines);
}

/** Errors first; of one severity in sheet order. */
function inOrder(review: Review): readonly Finding[] {
  return [...review.findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/**
 * The lines that say something else after a change, reviewers' words left alone; null when lines come or go, or one
 * becomes another finding's: then the sheet is written anew.
 */
export function opinionLines(
  before: ReviewedSubmission,
  after: ReviewedSubmission,
  note: string | null,
): readonly LineUpdate[] | null {
  const [then, now] = [inOrder(before.review), inOrder(after.review)];
  if (then.length !== now.length) return null;
  const [keyThen, keyNow] = [keysOf(before), keysOf(after)];
  const locate = locator(after.submission, after.review);
  const shown = shownNumbers(after.submission);
  const policy = policyOf(after.review.policy);
  const first = note === null ? 1 : 2;
  const lines: LineUpdate[] = [];
  for (const [at, finding] of now.entries()) {
    const earlier = then[at];
    if (earlier === undefined) return null;
    const [was, is] = [keyThen(earlier), keyNow(finding)];
    if (was.key !== is.key) return null;
    if (was.fingerprint === is.fingerprint && isSame(earlier, finding)) continue;
    const cells = findingLine(finding, policy, locate(finding), shown, undefined, is.identity, is.fingerprint);
    lines.push({
      row: at + first,
      known: new Map([
        [CODE_COLUMN, finding.code],
        [NUMBER_COLUMN, shown(finding.registrationNo ?? "")],
        [IDENTITY_COLUMN, is.identity],
      ]),
      parts: [
        { column: 0, cells: cells.slice(0, 1) },
        { column: 1, cells: cells.slice(1, TREATMENT_COLUMN) },
        // A decision keeps the fingerprint of the record it was made on
        { column: FINGERPRINT_COLUMN, cells: cells.slice(FINGERPRINT_COLUMN), unlessFilled: TREATMENT_COLUMN },
      ],
      word: { column: LEVEL_COLUMN, text: catalogueOf("zh").severities[finding.severity] },
    });
  }
  return lines;
}

/** What a line of a finding is known by, and the fingerprint of its record. */
function keysOf({ submission, review }: ReviewedSubmission): (finding: Finding) => {
  readonly key: string;
  readonly identity: string;
  readonly fingerprint: string;
} {
  const identities = identitiesOf(submission.records);
  const fingerprints = new Map(submission.records.map((record) => [record.place.row, record.fingerprint]));
  const locate = locator(submission, review);
  return (finding) => {
    const { code, place, registrationNo, year } = finding;
    const ofRecord = place.sheet === submission.recordLayout.sheet;
    const identity = ofRecord ? (identities.get(place.row) ?? "") : "";
    return {
      key: [code, registrationNo, year, identity === "" ? locate(finding).text : identity].join("\n"),
      identity,
      fingerprint: ofRecord ? (fingerprints.get(place.row) ?? "") : "",
    };
  };
}

/** What stays of 审核意见 when the results are cleared: only lines with a reviewer's words. Null when there are none. */
export function keptOpinionPlan(previous: readonly Opinion[]): OwnSheetPlan | null {
  return previous.length === 0
    ? null
    : sheetOf(previous.map((opinion) => ({ cells: opinionLine(opinion, opinion.level), opinion })));
}

interface Line {
  readonly cells: readonly PlannedCell[];
  /** What a reviewer wrote on it. */
  readonly opinion: Opinion | undefined;
}

function sheetOf(all: readonly Line[]): OwnSheetPlan {
  const rows = Math.max(all.length, 1);
  const lines = all.map(({ cells, opinion }) => [...cells, originOf(opinion), null]);
  const columns = [...COLUMNS, ...originColumns(all.map(({ opinion }) => originOf(opinion)))];
  const plan = tablePlan(OPINION_SHEET, columns, lines, {
    signed: true,
    notOurs: standings(all.map(({ opinion }) => opinion)),
    validations: [{ row: 1, column: TREATMENT_COLUMN, rows, columns: 1, values: [...TREATMENTS.keys()] }],
    highlights: highlightsFor(
      1,
      LEVEL_COLUMN,
      lines.map((line) => line[LEVEL_COLUMN] ?? null),
    ),
  });
  // Words in the number column stay words: only those cells are formatted as text.
  const words = lines.flatMap((line, at) => {
    const hours = line[HOURS_COLUMN];
    return typeof hours === "string" && hours !== ""
      ? [{ row: at + 1, column: HOURS_COLUMN, rows: 1, columns: 1, style: { numberFormat: "@" } }]
      : [];
  });
  const dates = dateStyles(
    all.map(({ opinion }) => opinion),
    DATE_COLUMN,
  );
  return { ...plan, styles: [...plan.styles, ...words, ...dates] };
}

function findingLine(
  finding: Finding,
  policy: Policy | undefined,
  location: Link,
  shown: (registrationNo: string) => string,
  kept: Opinion | undefined,
  identity: string,
  fingerprint: string,
): PlannedCell[] {
  const { problem, remedy } = messageOf(finding, "zh", policy);
  return [
    location.cell,
    catalogueOf("zh").severities[finding.severity],
    finding.code,
    finding.registrationNo === undefined ? null : shown(finding.registrationNo),
    finding.name ?? null,
    finding.year ?? null,
    problem,
    remedy,
    finding.clause,
    ...reviewerCells(kept),
    identity,
    fingerprint,
  ];
}

function opinionLine(opinion: Opinion, level: string): PlannedCell[] {
  const year = Number(opinion.year);
  return [
    opinion.location,
    level,
    opinion.code,
    shownNumber(opinion),
    opinion.name,
    opinion.year === "" ? null : Number.isFinite(year) ? year : opinion.year,
    opinion.problem,
    opinion.remedy,
    opinion.clause,
    ...reviewerCells(opinion),
    opinion.identity,
    opinion.fingerprint,
  ];
}

function noteLine(note: string): PlannedCell[] {
  return COLUMNS.map(({ title }): PlannedCell => (title === "级别" ? "提示" : title === "问题" ? note : null));
}

function reviewerCells(kept: Opinion | undefined): PlannedCell[] {
  if (kept === undefined) return [null, null, null, null, null];
  const { hours } = kept;
  const number = typeof hours === "string" && /^\d+(\.\d+)?$/.test(hours) ? Number(hours) : hours;
  return [kept.treatment, number === "" ? null : number, kept.by, kept.onCell ?? kept.on, kept.reason];
}

/** Tells where a finding stands, as a link to our own address. Lines of our own sheets are found where this plan puts them. */
function locator(submission: Submission, review: Review): (finding: Finding) => Link {
  const years = summaryRows(review);
  const questions = questionRows(submission, review);
  return ({ place, registrationNo, year }) => {
    const { sheet, column } = place;
    const own =
      sheet === SUMMARY_SHEET
        ? (years.get(yearKey(registrationNo, year)) ?? 0)
        : sheet === QUESTION_SHEET
          ? questions.get(place.row)
          : undefined;
    const address = a1(own ?? place.row, column ?? 0);
    return linkTo(sheet, address);
  };
}

/** Earlier opinions that have not found their finding yet; each is taken once. */
class Waiting {
  private readonly byKey = new Map<string, Opinion[]>();
  private readonly open: Set<Opinion>;

  constructor(opinions: readonly Opinion[]) {
    this.open = new Set(opinions);
    for (const opinion of opinions) {
      const list = this.byKey.get(Waiting.keyOf(opinion)) ?? [];
      list.push(opinion);
      this.byKey.set(Waiting.keyOf(opinion), list);
    }
  }

  private static keyOf({ code, registrationNo, year, identity, location }: Opinion): string {
    return [code, registrationNo, year, identity === "" ? location : identity].join("\n");
  }

  /** By the record's identity, or else by its place (workbooks whose hidden columns got lost). */
  take(finding: Finding, identity: string, location: string): Opinion | undefined {
    const start = [finding.code, finding.registrationNo ?? "", String(finding.year ?? "")];
    for (const end of identity === "" ? [location] : [identity, location]) {
      const found = this.byKey.get([...start, end].join("\n"))?.find((opinion) => this.open.has(opinion));
      if (found !== undefined) {
        this.open.delete(found);
        return found;
      }
    }
    return undefined;
  }

  left(): readonly Opinion[] {
    return [...this.open];
  }
}
