/**
 * The subset that all contenders decide: what one row shows by itself, for five forms (training, online, meeting,
 * project, paper), no question decided: converted hours, and every code of conversion, subject, claim, stamp,
 * evidence, year and missing filing number.
 *
 * Left out, for all alike: other forms, cells that can't be read, other rows, other sheets, decisions, and papers
 * whose several indexings hold an open question or whose rank is missing (engines without a hit policy over the
 * values of one cell can't say them in a rule).
 */
import { policyOf, type Policy } from "../src/policy";
import { reviewRecord } from "../src/review/function-row";
import { readSubmission } from "../src/submission";
import { yearOfDay } from "../src/submission/text";
import type { LearningRecord } from "../src/submission/types";
import { generateGrids } from "./generate";

export const SUBSET_FORMS = ["training", "online", "meeting", "project", "paper"] as const;
export type SubsetForm = (typeof SUBSET_FORMS)[number];

/** Hours in the policy's unit, and codes; a code may stand twice, the order means nothing. */
export interface Verdict {
  readonly hours: number;
  readonly codes: readonly string[];
}

export const thePolicy = (): Policy => {
  const policy = policyOf("");
  if (!policy) throw new Error("there is no default policy");
  return policy;
};

/** Our core on one record, by the function that =CE.* columns use. */
export function byCore(record: LearningRecord, policy: Policy): Verdict {
  const { hours, findings } = reviewRecord(record, policy);
  const codes: string[] = [];
  for (const finding of findings) codes.push(finding.code);
  return { hours, codes };
}

const ASKED_INDEXINGS: ReadonlySet<string> = new Set(["intl-top", "other-core", "foreign-unlisted"]);

/** True for records that the subset speaks of. */
export function inSubset(record: LearningRecord): boolean {
  if (record.problems.length > 0 || !(SUBSET_FORMS as readonly (string | null)[]).includes(record.form)) return false;
  if (record.form !== "paper") return true;
  if (record.indexing.length > 1)
    return record.rank !== null && !record.indexing.some((each) => ASKED_INDEXINGS.has(each));
  return record.rank !== null || record.indexing[0] !== "foreign-unlisted";
}

/** Exactly this many records of the subset, out of a generated submission. */
export function subsetRecords(count: number): LearningRecord[] {
  const reading = readSubmission(generateGrids(Math.ceil(count * 1.2) + 50));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const records = reading.submission.records.filter(inSubset).slice(0, count);
  if (records.length < count) throw new Error(`only ${records.length} records of the subset, not ${count}`);
  return records;
}

/** Calendar days from first to last, both counted. */
export const daysOf = ({ startDate, endDate }: LearningRecord): number | null =>
  startDate === null || endDate === null ? null : endDate - startDate + 1;
export const yearOf = (day: number | null): number | null => (day === null ? null : yearOfDay(day));

/** A line that tells one verdict from another, whatever the order of its codes. */
export function verdictText({ hours, codes }: Verdict): string {
  return `${hours} ${[...new Set(codes)].sort().join(" ")}`;
}
