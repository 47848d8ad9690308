/** Facts of a record: how each is read, which cells it is made of, and when a blank or unreadable cell is an error. */
import type { Code } from "../policy/codes";
import type { FactName } from "../policy/language";
import { calendarOf, dayNumber, yearOfDay } from "../submission/text";
import type { LearningRecord } from "../submission/types";
import { firstDayOf, lastDayOf } from "../submission/period";
import type { CellKey, Evaluate, EvaluationContext, FactValue } from "./evaluation-context";

/** A blank cell of these is an error as soon as a table needs it. */
export const REQUIRED: ReadonlyMap<FactName, Code> = new Map<FactName, Code>([
  ["rank", "rank-missing"],
  ...(
    [
      "level",
      "indexing",
      "kind",
      "authority",
      "assessment",
      "modules",
      "meetingDays",
      "completedDate",
      "months",
    ] as const
  ).map((key) => [key, "field-missing"] as const),
]);
/** An unreadable cell of these is an error where a table needs it, a warning elsewhere. */
const UNREADABLE_IS_ERROR: ReadonlySet<FactName> = new Set([
  "level",
  "indexing",
  "kind",
  "authority",
  "assessment",
  "meetingDays",
  "completedDate",
  "months",
  "modules",
  "rank",
]);
/** Facts that are whole numbers. */
export const WHOLE: ReadonlySet<FactName> = new Set([
  "halfDays",
  "evenings",
  "meetingDays",
  "uncountedDays",
  "rank",
  "modules",
]);

/** Cells that a derived fact is made of: it is not tested while one of them is invalid, and said to be blank or not by the first. */
export const SOURCES: Partial<Record<FactName, readonly CellKey[]>> = {
  countableDays: ["meetingDays", "uncountedDays"],
  days: ["startDate", "endDate"],
  months: ["startDate", "endDate"],
};

const yearOrNull = (day: number | null): number | null => (day === null ? null : yearOfDay(day));

/** Whole calendar months between two days, plus the days beyond as a fraction of the month they have begun. */
function calendarMonths(from: number, to: number): number {
  const [a, b] = [calendarOf(from), calendarOf(to)];
  const upper = (b.year - a.year) * 12 + b.month - a.month;
  const whole = addMonths(a, upper) <= to ? upper : upper - 1;
  const [begun, next] = [addMonths(a, whole), addMonths(a, whole + 1)];
  return whole + (to - begun) / (next - begun);
}

/**
 * The same day `months` later; the first of the month after where there is no such day, since the months end with the last
 * day of that month (民法总则第202条).
 */
function addMonths({ year, month, day }: { year: number; month: number; day: number }, months: number): number {
  const count = year * 12 + month - 1 + months;
  const inMonth = (each: number, at: number): number | null => dayNumber(Math.floor(each / 12), (each % 12) + 1, at);
  return inMonth(count, day) ?? inMonth(count + 1, 1) ?? 0;
}

/** One closure a fact, each with a property of its own: a property by name would be looked up for every record. */
const READ: Readonly<Record<FactName, Evaluate<FactValue>>> = {
  year: (context) => context.record.year,
  halfDays: (context) => context.record.halfDays,
  evenings: (context) => context.record.evenings,
  meetingDays: (context) => context.record.meetingDays,
  uncountedDays: (context) => context.record.uncountedDays,
  statedHours: (context) => context.record.statedHours,
  progress: (context) => context.record.progress,
  level: (context) => context.record.level,
  rank: (context) => context.record.rank,
  authors: (context) => context.record.authors,
  role: (context) => context.record.role,
  indexing: (context) => context.each ?? (context.record.indexing.length === 0 ? null : context.record.indexing),
  kind: (context) => context.record.kind,
  patentee: (context) => context.record.patentee,
  completedDate: (context) => context.record.completedDate,
  modules: (context) => context.record.modules,
  authority: (context) => context.record.authority,
  assessment: (context) => context.record.assessment,
  claimedHours: (context) => context.record.claimedHours,
  evidence: (context) => context.record.evidence,
  formLabel: (context) => context.record.formLabel,
  days: ({ record }) => {
    const [first, last] = [firstDayOf(record), lastDayOf(record)];
    return first === null || last === null || isUnreadable(record, "days") ? null : last - first + 1;
  },
  countableDays: ({ record: { meetingDays, uncountedDays } }) =>
    meetingDays === null ? null : meetingDays - (uncountedDays ?? 0),
  months: ({ record }) => {
    const [first, last] = [firstDayOf(record), lastDayOf(record)];
    return first === null || last === null || isUnreadable(record, "months") ? null : calendarMonths(first, last + 1);
  },
  startYear: ({ record }) => yearOrNull(firstDayOf(record)),
  endYear: ({ record }) => yearOrNull(lastDayOf(record)),
  taken: (context) => context.taken,
};
/** Facts that hold several values. */
export const SEVERAL: ReadonlySet<FactName> = new Set(["indexing", "evidence"]);

/** Reads the fact; null when its cells are blank or unreadable. */
export function valueOf(fact: FactName): Evaluate<FactValue> {
  return READ[fact];
}

/** Reads the fact; where it has no value but is required, notes the error of that and gets the evaluation stuck. */
export function neededValue(fact: FactName): Evaluate<FactValue> {
  const read = valueOf(fact);
  const missing = REQUIRED.get(fact);
  if (missing === undefined) return read;
  return (context) => {
    const value = read(context);
    if (value !== null) return value;
    context.stuck = true;
    if (!isUnreadable(context.record, fact)) context.fail(missing, cellOf(fact));
    else if (UNREADABLE_IS_ERROR.has(fact)) failUnreadable(context, fact);
    return null;
  };
}

/** The cell that stands for a fact in a finding. */
export const cellOf = (fact: FactName): CellKey => SOURCES[fact]?.[0] ?? fact;
/** Notes each cell of the fact that can't be read. */
export function failUnreadable(context: EvaluationContext, fact: FactName): void {
  for (const key of SOURCES[fact] ?? [fact]) if (context.record.unreadable.has(key)) context.fail("value-unknown", key);
}

/** True when a cell that the fact is made of holds something that could not be read. */
export const isUnreadable = ({ unreadable }: LearningRecord, fact: FactName): boolean =>
  unreadable.size > 0 && (SOURCES[fact]?.some((key) => unreadable.has(key)) ?? unreadable.has(fact));
