/** What records do to one another: duplicates, one achievement claimed twice, overlapping days, caps and groups of a year. */
import { ENGINE_CODES } from "../policy/engine-codes";
import type { FormPolicy } from "../policy/language";
import type { Code } from "../policy/codes";
import { firstDayOf, lastDayOf } from "../submission/period";
import { normalisedTitle } from "../submission/text";
import type { LearningRecord } from "../submission/types";
import type { OptionVector } from "./evaluation-context";
import type { OfficeDecisions } from "./office-decisions";
import type { RecordUnderReview } from "./record-under-review";
import { claimedForSeveralYears } from "./several-years";
import type { FindingDetails } from "./types";
import { CONTRACT, NO_DETAILS } from "./unplaced-finding";

/** Codes of records that stand in each other's way: of any notice. */
type CrossRecordCode = "record-duplicate" | "achievement-claimed-twice" | "dates-overlap";

const error = (
  each: RecordUnderReview,
  code: CrossRecordCode,
  clause: string,
  details: FindingDetails = NO_DETAILS,
): void => {
  each.findings.push({ code, severity: "error", clause, key: ENGINE_CODES[code].cell, details });
  each.blocked = true;
};

/** Marks records that stand in each other's way. Linear in the number of records, overlaps aside (a person's own courses). */
export function compareRecords(records: readonly RecordUnderReview[]): void {
  const seen = new Map<string, RecordUnderReview[]>();
  const achievements = new Map<string, RecordUnderReview[]>();
  const courses = new Map<string, RecordUnderReview[]>();
  const distinct: RecordUnderReview[] = [];
  for (const each of records) {
    const { record } = each;
    // A check is made only of values that can be read: without a number nobody is known to be the same or another person.
    if (record.form === null || record.registrationNo === "") continue;
    const readable =
      record.title !== "" && !["year", "startDate", "completedDate"].some((key) => record.unreadable.has(key));
    const alike = `${record.registrationNo}\u001f${record.year}\u001f${record.form}\u001f${record.startDate}\u001f${record.completedDate}`;
    const others = readable ? seen.get(alike) : undefined;
    // Titles are costly to normalise: only those of records that are alike in all else are.
    const first = others?.find((other) => titleOf(other) === titleOf(each));
    if (first) error(each, "record-duplicate", CONTRACT, { row: first.record.place.row + 1 });
    else if (others) others.push(each);
    else if (readable) seen.set(alike, [each]);
    if (readable && !first) distinct.push(each);

    const form = each.form?.policy;
    const claim = claimOf(record, form);
    if (claim !== null) push(achievements, claim, each);
    if (form?.noOverlap && isAllDay(each)) push(courses, record.registrationNo, each);
  }
  for (const claims of achievements.values()) {
    const people = new Set(claims.map((each) => each.record.registrationNo));
    if (people.size > 1)
      for (const each of claims) error(each, "achievement-claimed-twice", CONTRACT, { others: [...people] });
  }
  for (const own of courses.values()) markOverlaps(own);
  for (const [each, first] of claimedForSeveralYears(distinct))
    error(each, "record-duplicate", CONTRACT, { row: first.record.place.row + 1 });
}

/** The achievement and rank that a record claims for its person alone; null where a form knows no such thing, or the record does not say. */
export function claimOf({ form, title, rank }: LearningRecord, policy: FormPolicy | undefined): string | null {
  if (!policy?.rankIsUnique || rank === null) return null;
  const name = normalisedTitle(title);
  return name === "" ? null : [form, name, rank].join("\u001f");
}

const titleOf = (each: RecordUnderReview): string => normalisedTitle(each.record.title);

function push<K>(map: Map<K, RecordUnderReview[]>, key: K, each: RecordUnderReview): void {
  const list = map.get(key);
  if (list) list.push(each);
  else map.set(key, [each]);
}

/** Every half-day of its days is training; a meeting's every day counts. Months are no days. */
function isAllDay({ record, form }: RecordUnderReview): boolean {
  const [first, last] = [firstDayOf(record), lastDayOf(record)];
  if (first === null || last === null || last < first || record.wholeMonths.size > 0) return false;
  if (record.unreadable.has("startDate") || record.unreadable.has("endDate")) return false;
  const days = last - first + 1;
  const { halfDays, meetingDays, uncountedDays, unreadable } = record;
  return form?.policy.extent === "days"
    ? meetingDays !== null && !unreadable.has("uncountedDays") && meetingDays - (uncountedDays ?? 0) === days
    : halfDays === 2 * days;
}

/** The later of two that share a day; a copy of one shares all of its days. */
function markOverlaps(records: readonly RecordUnderReview[]): void {
  const daysOf = ({ record }: RecordUnderReview): readonly [first: number, last: number] => [
    firstDayOf(record) ?? 0,
    lastDayOf(record) ?? 0,
  ];
  records.forEach((each, index) => {
    const [first, last] = daysOf(each);
    const earlier = records.slice(0, index).find((other) => {
      const [from, to] = daysOf(other);
      return from <= last && to >= first;
    });
    if (earlier) error(each, "dates-overlap", CONTRACT, { row: earlier.record.place.row + 1 });
  });
}

/** Records of one person and year that share a cap or a question, under one option vector. */
interface Membership {
  readonly records: readonly number[];
  readonly code: Code;
  readonly clause: string;
  readonly question: number | null;
  /** Records that lose their hours. */
  readonly losers: readonly number[];
}

/**
 * Applies the policy's groups to the hours of one person's year, in place. Groups are made of records with hours above 0.
 * The best record stays; of equals, the first.
 */
export function applyGroups(
  records: readonly RecordUnderReview[],
  hours: number[],
  options: OptionVector,
  office: OfficeDecisions,
): Membership[] {
  const found: Membership[] = [];
  for (const group of office.policy.groups) {
    const members: number[] = [];
    for (let index = 0; index < records.length; index++) {
      const form = records[index]?.record.form ?? null;
      if (form !== null && (hours[index] ?? 0) > 0 && group.forms.includes(form)) members.push(index);
    }
    if (members.length < 2) continue;
    for (const bucket of group.sameTitleAcrossForms ? byTitle(records, members) : [members]) {
      if (bucket.length < 2) continue;
      const question = group.ask === undefined ? null : office.index(group.ask);
      const capped = question === null || office.optionsOf(question)[options[question] ?? 0] === group.keepHighest;
      let best = bucket[0] ?? 0;
      for (const index of bucket) if ((hours[index] ?? 0) > (hours[best] ?? 0)) best = index;
      // A question about several records does not touch what a reviewer has decided; a cap that the notice states does.
      const losers = capped
        ? bucket.filter((index) => index !== best && (question === null || !records[index]?.decision))
        : [];
      for (const index of losers) hours[index] = 0;
      found.push({ records: bucket, code: group.code, clause: group.clause, question, losers });
    }
  }
  return found;
}

function byTitle(records: readonly RecordUnderReview[], members: readonly number[]): number[][] {
  const buckets = new Map<string, number[]>();
  for (const index of members) {
    const title = normalisedTitle(records[index]?.record.title ?? "");
    if (title === "") continue;
    const bucket = buckets.get(title);
    if (bucket) bucket.push(index);
    else buckets.set(title, [index]);
  }
  return [...buckets.values()].filter((bucket) => new Set(bucket.map((index) => records[index]?.record.form)).size > 1);
}
