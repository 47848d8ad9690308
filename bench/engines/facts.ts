/**
 * What the two engines are handed of a record: one flat object a record with the facts its form needs and nothing
 * else, sums that neither engine is made for worked out beforehand. Made before the clock starts.
 */
import type { LearningRecord } from "../../src/submission/types";
import { daysOf, yearOf, type SubsetForm } from "../subset";

export type FactValue = number | string | boolean | null | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

const bad = (value: number | null): boolean => value !== null && (value < 0 || !Number.isInteger(value));
const badRank = (value: number | null): boolean => value !== null && (value < 1 || !Number.isInteger(value));

/** Asked of every form. */
function common(record: LearningRecord): Record<string, FactValue> {
  return {
    subject: record.subject,
    stamped: record.stamped === true,
    sealed: record.sealed,
    evidence: record.evidence,
    year: record.year,
  };
}

const period = (record: LearningRecord): Record<string, FactValue> => ({
  fromYear: yearOf(record.startDate ?? record.endDate),
  toYear: yearOf(record.endDate ?? record.startDate),
});

const OWN: Readonly<Record<SubsetForm, (record: LearningRecord) => Record<string, FactValue>>> = {
  training: (record) => {
    const { halfDays, evenings, statedHours, filingNo } = record;
    const days = daysOf(record);
    return {
      ...period(record),
      halfDays,
      evenings,
      statedHours,
      days,
      twoDays: days === null ? null : 2 * days,
      filed: filingNo !== "",
      badCounts: bad(halfDays) || bad(evenings),
      badHalfDays: bad(halfDays),
      badEvenings: bad(evenings),
      byDays: 4 * (halfDays ?? 0) + 2 * (evenings ?? 0),
    };
  },
  online: (record) => ({
    ...period(record),
    statedHours: record.statedHours,
    progress: record.progress,
    filed: record.filingNo !== "",
  }),
  meeting: (record) => {
    const { meetingDays, uncountedDays, halfDays, evenings, statedHours } = record;
    const badDays = bad(meetingDays) || bad(uncountedDays);
    const days = daysOf(record);
    const countable = meetingDays === null || badDays ? null : meetingDays - (uncountedDays ?? 0);
    return {
      ...period(record),
      meetingDays,
      halfDays,
      evenings,
      statedHours,
      days,
      countable,
      badMeetingDays: bad(meetingDays),
      badHalfDays: bad(halfDays),
      badCounts: badDays || bad(halfDays) || bad(evenings),
      byDays: countable === null ? null : 8 * (countable - (halfDays ?? 0)) + 4 * (halfDays ?? 0),
    };
  },
  project: (record) => ({
    level: record.level,
    rank: record.rank,
    badRank: badRank(record.rank),
    completedYear: yearOf(record.completedDate),
  }),
  paper: (record) => ({
    rank: record.rank,
    badRank: badRank(record.rank),
    role: record.role,
    indexing: record.indexing,
    indexings: record.indexing.length,
    completedYear: yearOf(record.completedDate),
  }),
};

export function factsOf(record: LearningRecord): Facts {
  return { ...common(record), ...OWN[record.form as SubsetForm](record) };
}
