/** One person's year summed: credited hours, and what they could become while questions are open. */
import { cellOfCode } from "../policy/codes";
import type { Policy } from "../policy/language";
import { applyGroups } from "./cross-record-rules";
import type { OptionVector } from "./evaluation-context";
import type { OfficeDecisions } from "./office-decisions";
import type { RecordUnderReview } from "./record-under-review";
import type { Severity } from "./types";

interface Sums {
  public: number;
  professional: number;
  total: number;
}

/** What a minimum is compared with: its subject's hours, less its share of the total where it is a ratio. */
interface Bound {
  lowest: number;
  highest: number;
}

export interface YearOutcome {
  readonly credited: Sums;
  /** By position of the policy's minima: between what values each can still move. */
  readonly bounds: readonly Bound[];
}

const nothing = (): Sums => ({ public: 0, professional: 0, total: 0 });

function addTo(sums: Sums, record: RecordUnderReview, hours: number, options: OptionVector): void {
  const publicHours = record.publicShare(options, hours);
  sums.total += hours;
  sums.public += publicHours;
  sums.professional += hours - publicHours;
}

type Minimum = Policy["minima"][number];

/** Linear in the sums, so that independent parts of a year simply add up. */
export const measured = ({ of, atLeast }: Minimum, sums: Sums): number =>
  typeof atLeast === "number" ? sums[of] : sums[of] - atLeast.shareOfTotal * sums.total;
/** Hours that a minimum asks for; 0 for one that is a share of the total, which `measured` compares with 0. */
export const demanded = ({ atLeast }: Minimum): number => (typeof atLeast === "number" ? atLeast : 0);

/** Beyond this many combinations of open questions the records are bounded one by one: wider, but never wrong. */
const MOST_COMBINATIONS = 20_000;

/** Sums a year and says between what values it can still move. Notes hours and the codes of groups on the records. */
export function sumYear(records: readonly RecordUnderReview[], office: OfficeDecisions): YearOutcome {
  const { minima } = office.policy;
  const hours = records.map((record) => record.value(office.inForce));
  const memberships = applyGroups(records, hours, office.inForce, office);
  let moves = false;
  for (const { question, code, clause, records: members, losers } of memberships) {
    const severity: Severity = question === null ? "error" : office.isOpen(question) ? "judgement" : "info";
    moves ||= severity === "judgement";
    for (const index of question === null ? losers : members) {
      const record = records[index];
      record?.findings.push({
        code,
        severity: question !== null && record.decision ? "info" : severity,
        clause: question === null ? clause : office.clauseOf(question),
        key: cellOfCode(code, office.policy),
        details: { count: members.length },
      });
    }
  }
  const credited = nothing();
  records.forEach((record, index) => {
    record.credited = record.lowest = record.highest = hours[index] ?? 0;
    addTo(credited, record, record.credited, office.inForce);
    moves ||= record.open.length > 0 && !record.blocked;
  });
  if (!moves)
    return {
      credited,
      bounds: minima.map((minimum) => ({ lowest: measured(minimum, credited), highest: measured(minimum, credited) })),
    };
  const bounds = minima.map((): Bound => ({ lowest: 0, highest: 0 }));
  for (const part of independentParts(records, office)) boundPart(part, office, bounds);
  return { credited, bounds };
}

interface Part {
  records: RecordUnderReview[];
  questions: Set<number>;
}

/** Rows that share an open question or a cap move together; all others are independent and simply add up. */
function independentParts(records: readonly RecordUnderReview[], office: OfficeDecisions): Part[] {
  let parts: Part[] = [];
  const join = (recordsOfPart: readonly RecordUnderReview[], questions: readonly number[]): void => {
    const joined: Part = { records: [...recordsOfPart], questions: new Set(questions) };
    parts = parts.filter((part) => {
      const touches =
        part.records.some((record) => joined.records.includes(record)) ||
        [...part.questions].some((question) => joined.questions.has(question));
      if (touches) {
        for (const record of part.records) if (!joined.records.includes(record)) joined.records.push(record);
        for (const question of part.questions) joined.questions.add(question);
      }
      return !touches;
    });
    parts.push(joined);
  };
  for (const record of records) join([record], record.open);
  for (const group of office.policy.groups) {
    const members = records.filter(
      (record) => record.record.form !== null && group.forms.includes(record.record.form) && !record.blocked,
    );
    if (members.length < 2) continue;
    const question = group.ask === undefined ? null : office.index(group.ask);
    join(members, question !== null && office.isOpen(question) ? [question] : []);
  }
  // Groups and caps work in the order of the sheet.
  for (const part of parts) part.records.sort((a, b) => a.record.place.row - b.record.place.row);
  return parts;
}

function boundPart(part: Part, office: OfficeDecisions, bounds: readonly Bound[]): void {
  const { minima } = office.policy;
  const questions = [...part.questions];
  const count = questions.reduce((product, question) => product * office.optionsOf(question).length, 1);
  if (count > MOST_COMBINATIONS && part.records.length > 1) {
    for (const record of part.records) {
      const own = bounds.map((): Bound => ({ lowest: 0, highest: 0 }));
      boundPart({ records: [record], questions: new Set(record.open) }, office, own);
      // A cap or a group may still take all of it.
      own.forEach(({ lowest, highest }, index) => widen(bounds[index], Math.min(0, lowest), Math.max(0, highest)));
      record.lowest = Math.min(0, record.lowest);
    }
    return;
  }
  const low = minima.map(() => Infinity);
  const high = minima.map(() => -Infinity);
  const visit = (options: OptionVector): void => {
    const hours = part.records.map((record) => record.value(options));
    applyGroups(part.records, hours, options, office);
    const sums = nothing();
    part.records.forEach((record, index) => {
      const own = hours[index] ?? 0;
      addTo(sums, record, own, options);
      record.lowest = Math.min(record.lowest, own);
      record.highest = Math.max(record.highest, own);
    });
    minima.forEach((minimum, index) => {
      const value = measured(minimum, sums);
      low[index] = Math.min(low[index] ?? 0, value);
      high[index] = Math.max(high[index] ?? 0, value);
    });
  };
  if (questions.length === 0) visit(office.inForce);
  else office.combinations(questions, visit);
  minima.forEach((_, index) => widen(bounds[index], low[index] ?? 0, high[index] ?? 0));
}

function widen(bound: Bound | undefined, lowest: number, highest: number): void {
  if (!bound) return;
  bound.lowest += lowest;
  bound.highest += highest;
}
