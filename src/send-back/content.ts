/** What a unit is told: who has to put what right, where, by which clause; and the figures of the reply. */
import { catalogueOf, messageOf, unitRemedyOf } from "../messages";
import { policyOf, type Policy } from "../policy";
import { codeEntryOf, isOfQuestion } from "../policy/codes";
import type { Finding, RecordReview, RecordVerdict, Review, YearReview } from "../review/types";
import { shownNumbers } from "../submission";
import type { Place } from "../submission/grid";
import type { LearningRecord, Submission, UnitInfo } from "../submission/types";
import { SHEETS } from "../submission/vocabulary";
import { REFUSED, REFUSED_REMEDY, refusedByReading, WAITING } from "./unit-words";

/** One thing to put right. */
export interface SendBackItem {
  readonly year: number | null;
  /** What it is about: the record's title, or the whole year, or the person's own line. */
  readonly title: string;
  readonly place: Place | null;
  readonly problem: string;
  readonly remedy: string;
  readonly clause: string;
  /** A warning: nothing fails by it. */
  readonly advice: boolean;
}

export interface SendBackPerson {
  /** As it was handed in. */
  readonly registrationNo: string;
  readonly name: string;
  /** In 人员信息. */
  readonly isKnown: boolean;
  /** The years that count for the person, and others with hours, in order. */
  readonly years: readonly (YearReview & { readonly counts: boolean })[];
  readonly items: readonly SendBackItem[];
  /** Records about which the office has yet to settle something: nothing to do for the unit. */
  readonly waiting: readonly Place[];
}

/** What the columns beside a record say. */
interface RecordWords {
  readonly row: number;
  readonly convertedHours: number;
  readonly creditedHours: number;
  readonly verdict: string;
  readonly problems: string;
}

export interface SendBackCounts {
  readonly people: number;
  readonly records: number;
  readonly qualified: number;
  readonly toCorrect: number;
  readonly waiting: number;
  readonly recordVerdicts: Readonly<Record<RecordVerdict, number>>;
  /** Things to put right, those of the unit's own sheet included. */
  readonly items: number;
  /** Of them those by which nothing fails. */
  readonly advice: number;
}

export interface SendBack {
  readonly unit: UnitInfo;
  readonly policyTitle: string;
  /** 学时, 学分. */
  readonly hourUnit: string;
  /** About the submission as a whole. */
  readonly unitItems: readonly SendBackItem[];
  /** Only people about whom there is something to say, by name and number. */
  readonly people: readonly SendBackPerson[];
  readonly records: readonly RecordWords[];
  readonly counts: SendBackCounts;
}

const UNIT_SHEETS: ReadonlySet<string> = new Set([
  SHEETS.unit,
  SHEETS.people,
  SHEETS.records,
  SHEETS.filings,
  SHEETS.organisations,
  SHEETS.years,
]);

interface LocatedItem {
  readonly item: SendBackItem;
  readonly registrationNo: string;
  readonly name: string;
  readonly row: number | null;
  readonly code: string;
}

/** What a year's own line is about. */
const WHOLE_YEAR = "（全年学时）";

/** Pure: the same submission and review give the same content. */
export function sendBackContent(submission: Submission, review: Review): SendBack {
  const policy = policyOf(review.policy);
  const hourUnit = policy?.unit ?? "学时";
  const records = new Map(submission.records.map((record) => [record.place.row, record]));
  const people = new Map(submission.people.map((person) => [person.registrationNo, person]));
  const yearKey = (registrationNo: string, year: number | null): string => `${registrationNo} ${year ?? ""}`;
  const counting = countingYears(submission, review);
  const shown = shownNumbers(submission);
  const years = new Map(review.years.filter(counting).map((year) => [yearKey(year.registrationNo, year.year), year]));

  const located: LocatedItem[] = [];
  const open = new Map<string, Place[]>();
  const findings = review.findings.filter(({ place }) => UNIT_SHEETS.has(place.sheet));
  for (const finding of findings) {
    if (finding.place.sheet === SHEETS.years) continue;
    const record = finding.place.sheet === SHEETS.records ? records.get(finding.place.row) : undefined;
    const registrationNo = finding.registrationNo ?? record?.registrationNo ?? "";
    const item = itemOf(finding, record, policy);
    if (item !== null)
      located.push({
        item,
        registrationNo,
        name: finding.name ?? record?.name ?? "",
        row: record?.place.row ?? null,
        code: finding.code,
      });
    else if (finding.severity === "judgement" && record !== undefined) {
      const places = open.get(registrationNo) ?? [];
      if (!places.some((place) => place.sheet === finding.place.sheet && place.row === finding.place.row))
        open.set(registrationNo, [...places, finding.place]);
    }
  }
  // A record that a decision brought to nothing carries no error; without a word the unit would look in vain.
  for (const record of review.records) {
    const source = records.get(record.place.row);
    if (source === undefined || record.verdict !== "rejected" || located.some(({ row }) => row === record.place.row))
      continue;
    const year = years.get(yearKey(record.registrationNo, record.year));
    const item = refusedItem(record, source, submission, policy);
    if (item !== null && year !== undefined && year.status !== "met")
      located.push({ item, registrationNo: record.registrationNo, name: source.name, row: record.place.row, code: "" });
  }
  for (const year of years.values()) {
    const item = yearItem(year, policy, people.get(year.registrationNo)?.place ?? null);
    if (item !== null)
      located.push({ item, registrationNo: year.registrationNo, name: year.name, row: null, code: "" });
  }

  // Which years are not met stands in their own lines
  const short = new Set(
    located.filter(({ item }) => item.title === WHOLE_YEAR).map(({ registrationNo }) => registrationNo),
  );
  const told = located.filter(
    ({ item, code, registrationNo }) =>
      item.title === WHOLE_YEAR || code !== policy?.windows?.yearNotMet || !short.has(registrationNo),
  );
  const ofPerson = told.filter(({ registrationNo }) => registrationNo !== "");
  const numbers = [...new Set(ofPerson.map(({ registrationNo }) => registrationNo))];
  const blocks = numbers.flatMap((registrationNo): SendBackPerson[] => {
    const own = ofPerson.filter((draft) => draft.registrationNo === registrationNo);
    const waiting = open.get(registrationNo) ?? [];
    if (own.length === 0) return [];
    const name = people.get(registrationNo)?.name ?? own.find((draft) => draft.name !== "")?.name ?? "";
    return [
      {
        registrationNo: shown(registrationNo),
        name,
        isKnown: people.has(registrationNo),
        years: review.years
          .filter((year) => year.registrationNo === registrationNo && (counting(year) || year.totalHours > 0))
          .sort((a, b) => a.year - b.year)
          .map((year) => ({ ...year, counts: counting(year) })),
        items: own.map(({ item }) => item).sort(byPlace),
        waiting,
      },
    ];
  });
  blocks.sort((a, b) => compare(a.name, b.name) || compare(a.registrationNo, b.registrationNo));
  const unitItems = told.filter(({ registrationNo }) => registrationNo === "").map(({ item }) => item);
  const verdicts = review.people.map(({ verdict }) => verdict);
  const mustCorrect = new Set(ofPerson.filter(({ item }) => !item.advice).map(({ registrationNo }) => registrationNo));
  const toCorrect = review.people.filter(
    ({ registrationNo, verdict }) =>
      verdict === "unqualified" || (verdict === "pending" && mustCorrect.has(registrationNo)),
  ).length;
  const qualified = verdicts.filter((verdict) => verdict === "qualified").length;
  const count = (verdict: RecordVerdict): number =>
    review.records.filter((record) => record.verdict === verdict).length;
  return {
    unit: submission.unit,
    policyTitle: policy?.title ?? "",
    hourUnit,
    unitItems,
    people: blocks,
    records: review.records.map((record) =>
      recordWords(record, located, records.get(record.place.row), submission, policy),
    ),
    counts: {
      people: review.people.length,
      records: review.records.length,
      qualified,
      toCorrect,
      waiting: review.people.length - qualified - toCorrect,
      recordVerdicts: { credited: count("credited"), rejected: count("rejected"), pending: count("pending") },
      items: told.length,
      advice: told.filter(({ item }) => item.advice).length,
    },
  };
}

/** True when the unit has something to put right. */
export function isWorthSending({ counts }: SendBack): boolean {
  return counts.items > 0;
}

/** Tells the years that a person needs: the window where it is settled, else the years claimed. Others are listed, not needed. */
function countingYears(submission: Submission, review: Review): (year: YearReview) => boolean {
  const spans = new Map(
    submission.people.map(
      ({ registrationNo, fromYear, toYear }) => [registrationNo, { from: fromYear, to: toYear }] as const,
    ),
  );
  const windows = new Map(
    review.people.flatMap(({ registrationNo, window }) => (window === null ? [] : [[registrationNo, window] as const])),
  );
  return ({ registrationNo, year }) => {
    const { from, to } = windows.get(registrationNo) ?? spans.get(registrationNo) ?? { from: null, to: null };
    return from !== null && to !== null && year >= from && year <= to;
  };
}

/** Null for what is not the unit's business, or not yet. */
function itemOf(finding: Finding, record: LearningRecord | undefined, policy: Policy | undefined): SendBackItem | null {
  const { code, severity } = finding;
  const sendBack = codeEntryOf(code, policy)?.sendBack;
  if (severity === "info" || sendBack === "office" || sendBack === "explains") return null;
  const own = unitRemedyOf(finding, "zh", policy);
  if (severity === "judgement" && own === null) return null;
  const { problem, remedy } = messageOf(finding, "zh", policy);
  return {
    year: record?.year ?? finding.year ?? null,
    title: record === undefined ? titleOf(finding.place) : record.title,
    place: finding.place,
    problem: severity === "judgement" && isOfQuestion(code, policy) ? `${problem}，学时暂不能核定` : problem,
    remedy: own ?? remedy,
    clause: finding.clause,
    advice: severity === "warning",
  };
}

function titleOf({ sheet }: Place): string {
  return `（${sheet}）`;
}

/** A year that is not met: its figures, what it lacks and what to add. A pending one waits for the office. */
function yearItem(year: YearReview, policy: Policy | undefined, place: Place | null): SendBackItem | null {
  const lacking = year.findings.filter(({ severity }) => severity === "error");
  if (year.status !== "unmet" || lacking.length === 0) return null;
  return {
    year: year.year,
    title: WHOLE_YEAR,
    place,
    problem: `${yearFigures(year)}${policy?.unit ?? ""}；${lacking.map((finding) => messageOf(finding, "zh", policy).problem).join("；")}`,
    remedy: [
      ...new Set(
        lacking.map((finding) => unitRemedyOf(finding, "zh", policy) ?? messageOf(finding, "zh", policy).remedy),
      ),
    ].join("；"),
    clause: [...new Set(lacking.map(({ clause }) => clause))].join("；"),
    advice: false,
  };
}

/** The hours of a year as text: 公需, 专业 and 合计. */
export function yearFigures({ publicHours, professionalHours, totalHours }: YearReview): string {
  return `公需 ${publicHours}、专业 ${professionalHours}、合计 ${totalHours} `;
}

/** Why a rejected record without an error is worth nothing: a reviewer's decision, or a reading of the office's. */
function refusedItem(
  record: RecordReview,
  source: LearningRecord,
  submission: Submission,
  policy: Policy | undefined,
): SendBackItem | null {
  const explains = ({ code }: Finding): boolean => codeEntryOf(code, policy)?.sendBack === "explains";
  const decided = record.findings.find(
    (finding) => (finding.severity === "info" && isOfQuestion(finding.code, policy)) || explains(finding),
  );
  const byReviewer = submission.recordDecisions.get(record.place.row)?.stale === false;
  if (decided === undefined && !byReviewer) return null;
  const problem = decided === undefined ? "" : messageOf(decided, "zh", policy).problem;
  return {
    year: record.year,
    title: source.title,
    place: { sheet: record.place.sheet, row: record.place.row },
    problem: byReviewer || decided === undefined ? REFUSED : explains(decided) ? problem : refusedByReading(problem),
    remedy: REFUSED_REMEDY,
    clause: byReviewer ? "" : (decided?.clause ?? ""),
    advice: false,
  };
}

function recordWords(
  record: RecordReview,
  located: readonly LocatedItem[],
  source: LearningRecord | undefined,
  submission: Submission,
  policy: Policy | undefined,
): RecordWords {
  const own = located.filter(({ row }) => row === record.place.row).map(({ item }) => item);
  const refused =
    own.length === 0 && record.verdict === "rejected" && source !== undefined
      ? refusedItem(record, source, submission, policy)
      : null;
  const words = [...own, ...(refused === null ? [] : [refused])].map(({ problem, clause }) =>
    clause === "" ? problem : `${problem}（${clause}）`,
  );
  if (record.verdict === "pending" && words.length === 0) words.push(WAITING);
  const { place, convertedHours, creditedHours } = record;
  return {
    row: place.row,
    convertedHours,
    creditedHours,
    verdict: catalogueOf("zh").recordVerdicts[record.verdict],
    problems: [...new Set(words)].join("；"),
  };
}

/** The person's own line first, then the years, then the records as they stand. */
function byPlace(a: SendBackItem, b: SendBackItem): number {
  const rank = ({ place, title }: SendBackItem): number =>
    place?.sheet === SHEETS.records ? 2 : title === WHOLE_YEAR ? 1 : 0;
  return (
    rank(a) - rank(b) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0)
  );
}

/** By code point: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
