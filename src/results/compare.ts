/** Two reviews of one workbook, under two policies or two sets of decisions: who changes, by how many hours, through which clause. */
import type { Policy } from "../policy";
import type {
  Finding,
  PersonReview,
  PersonVerdict,
  RecordReview,
  RecordVerdict,
  Review,
  Severity,
  YearReview,
  YearStatus,
} from "../review/types";

/** A review and the policy it was made under. */
export interface ReviewedSide {
  readonly review: Review;
  readonly policy: Policy;
}

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** A finding that one side has and the other has not, or has with another severity. Null: not there. */
export interface FindingChange {
  readonly code: string;
  readonly clause: string;
  readonly severity: Pair<Severity | null>;
}

export interface RecordChange {
  readonly sheet: string;
  /** The sheet's own row number, from 1. */
  readonly row: number;
  readonly form: Pair<string | null>;
  readonly credited: Pair<number>;
  readonly verdict: Pair<RecordVerdict>;
  /** Clauses that the hours rest on, on either side; of the findings that differ, or else of the form's conversion. */
  readonly clauses: readonly string[];
  readonly findings: readonly FindingChange[];
}

export interface YearChange {
  readonly year: number;
  /** Null: this side does not ask for the year and has no records of it. */
  readonly status: Pair<YearStatus | null>;
  readonly hours: Pair<number>;
  /** Null between different units. */
  readonly difference: number | null;
  readonly findings: readonly FindingChange[];
  readonly records: readonly RecordChange[];
}

export interface PersonChange {
  readonly registrationNo: string;
  readonly name: string;
  readonly verdict: Pair<PersonVerdict>;
  readonly findings: readonly FindingChange[];
  readonly years: readonly YearChange[];
}

export interface Comparison {
  readonly policy: Pair<string>;
  /** 学时, 学分 */
  readonly unit: Pair<string>;
  /** Everybody with a difference, those whose verdict changes first. */
  readonly people: readonly PersonChange[];
  readonly totals: {
    readonly verdicts: number;
    readonly years: number;
    readonly records: number;
  };
}

/** Both sides are reviews of the same rows; what is the same on both is left out. Linear in their size. */
export function compareReviews(before: ReviewedSide, after: ReviewedSide): Comparison {
  const records = recordChanges(before, after);
  const years = yearChanges(before, after, records);
  const others = new Map(after.review.people.map((person) => [rowOf(person), person]));
  const people = before.review.people.flatMap((person): PersonChange[] => {
    const other = others.get(rowOf(person));
    if (other === undefined) return [];
    const change: PersonChange = {
      registrationNo: person.registrationNo,
      name: person.name,
      verdict: { before: person.verdict, after: other.verdict },
      findings: findingChanges(person.findings, other.findings),
      years: person.registrationNo === "" ? [] : (years.get(person.registrationNo) ?? []),
    };
    return differs(change.verdict) || change.findings.length > 0 || change.years.length > 0 ? [change] : [];
  });
  const all = people.flatMap((person) => person.years);
  return {
    policy: { before: before.policy.id, after: after.policy.id },
    unit: { before: before.policy.unit, after: after.policy.unit },
    people: [...people.filter(({ verdict }) => differs(verdict)), ...people.filter(({ verdict }) => !differs(verdict))],
    totals: {
      verdicts: people.filter(({ verdict }) => differs(verdict)).length,
      years: all.filter(({ status }) => differs(status)).length,
      records: all.reduce((sum, year) => sum + year.records.length, 0),
    },
  };
}

const differs = <T>({ before, after }: Pair<T>): boolean => before !== after;

const rowOf = ({ place: { sheet, row } }: PersonReview | RecordReview): string => `${sheet}\u001f${row}`;

/** Changes of records by person and year. Records without a year stand in none and never count. */
function recordChanges(before: ReviewedSide, after: ReviewedSide): ReadonlyMap<string, readonly RecordChange[]> {
  const others = new Map(after.review.records.map((record) => [rowOf(record), record]));
  const changes = new Map<string, RecordChange[]>();
  for (const record of before.review.records) {
    const other = others.get(rowOf(record));
    if (other === undefined || record.year === null) continue;
    const change = recordChange(record, other, before.policy, after.policy);
    if (!differs(change.credited) && !differs(change.verdict)) continue;
    const key = yearKey(record.registrationNo, record.year);
    const own = changes.get(key);
    if (own) own.push(change);
    else changes.set(key, [change]);
  }
  return changes;
}

function recordChange(record: RecordReview, other: RecordReview, policy: Policy, otherPolicy: Policy): RecordChange {
  const findings = findingChanges(record.findings, other.findings);
  const said = findings.filter(({ severity }) =>
    [severity.before, severity.after].some((each) => each === "error" || each === "judgement" || each === "info"),
  );
  const conversions = [clauseOf(record.form, policy), clauseOf(other.form, otherPolicy)];
  // Nothing was said differently: the conversion itself gives other hours
  const clauses =
    said.length > 0 && policy.id === otherPolicy.id
      ? said.map(({ clause }) => clause)
      : [...said.map(({ clause }) => clause), ...conversions];
  return {
    sheet: record.place.sheet,
    row: record.place.row + 1,
    form: { before: record.form, after: other.form },
    credited: { before: record.creditedHours, after: other.creditedHours },
    verdict: { before: record.verdict, after: other.verdict },
    clauses: [...new Set(clauses.filter((clause) => clause !== ""))],
    findings,
  };
}

function clauseOf(form: string | null, policy: Policy): string {
  const entry = form === null ? undefined : policy.forms[form];
  return entry?.conversion.clause ?? entry?.clause ?? "";
}

function yearChanges(
  { review: before, policy }: ReviewedSide,
  { review: after, policy: otherPolicy }: ReviewedSide,
  records: ReadonlyMap<string, readonly RecordChange[]>,
): ReadonlyMap<string, readonly YearChange[]> {
  const left = new Map(before.years.map((year) => [yearKey(year.registrationNo, year.year), year]));
  const right = new Map(after.years.map((year) => [yearKey(year.registrationNo, year.year), year]));
  const changes = new Map<string, YearChange[]>();
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [own, other] = [left.get(key), right.get(key)];
    const some = own ?? other;
    if (some === undefined) continue;
    const hours = { before: hoursOf(own), after: hoursOf(other) };
    const change: YearChange = {
      year: some.year,
      status: { before: own?.status ?? null, after: other?.status ?? null },
      hours,
      difference: policy.unit === otherPolicy.unit ? Math.round((hours.after - hours.before) * 1e6) / 1e6 : null,
      findings: findingChanges(own?.findings ?? [], other?.findings ?? []),
      records: records.get(key) ?? [],
    };
    if (!differs(change.status) && !differs(hours) && change.records.length === 0 && change.findings.length === 0)
      continue;
    const known = changes.get(some.registrationNo);
    if (known) known.push(change);
    else changes.set(some.registrationNo, [change]);
  }
  for (const own of changes.values()) own.sort((a, b) => a.year - b.year);
  return changes;
}

const hoursOf = (year: YearReview | undefined): number => year?.totalHours ?? 0;
const yearKey = (registrationNo: string, year: number): string => `${registrationNo}\u001f${year}`;

function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const left = new Map(before.map((finding) => [finding.code, finding]));
  const right = new Map(after.map((finding) => [finding.code, finding]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((code): FindingChange[] => {
    const [own, other] = [left.get(code), right.get(code)];
    const severity = { before: own?.severity ?? null, after: other?.severity ?? null };
    return differs(severity) ? [{ code, clause: other?.clause ?? own?.clause ?? "", severity }] : [];
  });
}
