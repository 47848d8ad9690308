/** What rows do to one another: duplicates, one achievement claimed twice, overlapping days, caps and groups of a year. */
import { ENGINE_CODES } from "../policy/engine-codes";
import type { FormPolicy } from "../policy/language";
import type { Code } from "../policy/codes";
import { normalisedTitle } from "../submission/text";
import type { LearningRecord } from "../submission/types";
import type { Office } from "./engine";
import type { ReadingOf } from "./compile";
import { CONTRACT, type Row } from "./record-review";

/** Codes of rows that stand in each other's way: of any notice. */
type CrossRecordCode = "record-duplicate" | "achievement-claimed-twice" | "dates-overlap";

const error = (
  row: Row,
  code: CrossRecordCode,
  clause: string,
  details: Record<string, string | number> = {},
): void => {
  row.drafts.push({ code, severity: "error", clause, key: ENGINE_CODES[code].cell, details });
  row.blocked = true;
};

/** Marks rows that stand in each other's way. Linear in the number of rows, overlaps aside (a person's own courses). */
export function compareRows(rows: readonly Row[]): void {
  const seen = new Map<string, Row[]>();
  const achievements = new Map<string, Row[]>();
  const courses = new Map<string, Row[]>();
  for (const row of rows) {
    const { record } = row;
    // A check is made only of values that can be read: without a number nobody is known to be the same or another person.
    if (record.form === null || record.registrationNo === "") continue;
    const readable = !["year", "startDate", "completedDate"].some((key) => record.unreadable.has(key));
    const alike = `${record.registrationNo}\u001f${record.year}\u001f${record.form}\u001f${record.startDate}\u001f${record.completedDate}`;
    const others = readable ? seen.get(alike) : undefined;
    // Titles are costly to normalise: only those of rows that are alike in all else are.
    const first = others?.find((other) => titleOf(other) === titleOf(row));
    if (first) error(row, "record-duplicate", CONTRACT, { row: first.record.place.row + 1 });
    else if (others) others.push(row);
    else if (readable) seen.set(alike, [row]);

    const form = row.form?.policy;
    const claim = claimOf(record, form);
    if (claim !== null) push(achievements, claim, row);
    if (form?.noOverlap && isAllDay(row)) push(courses, record.registrationNo, row);
  }
  for (const claims of achievements.values()) {
    const people = new Set(claims.map((row) => row.record.registrationNo));
    if (people.size > 1)
      for (const row of claims) error(row, "achievement-claimed-twice", CONTRACT, { others: [...people].join("、") });
  }
  for (const own of courses.values()) markOverlaps(own);
}

/** The achievement and rank that a record claims for its person alone; null where a form knows no such thing, or the record does not say. */
export function claimOf({ form, title, rank }: LearningRecord, policy: FormPolicy | undefined): string | null {
  if (!policy?.rankIsUnique || rank === null) return null;
  const name = normalisedTitle(title);
  return name === "" ? null : [form, name, rank].join("\u001f");
}

const titleOf = (row: Row): string => normalisedTitle(row.record.title);

function push<K>(map: Map<K, Row[]>, key: K, row: Row): void {
  const list = map.get(key);
  if (list) list.push(row);
  else map.set(key, [row]);
}

function isAllDay({ record }: Row): boolean {
  const { startDate, endDate, halfDays } = record;
  return startDate !== null && endDate !== null && endDate >= startDate && halfDays === 2 * (endDate - startDate + 1);
}

/** The later row of two that share a day; a copy of a row shares all of its days. */
function markOverlaps(rows: readonly Row[]): void {
  rows.forEach((row, index) => {
    const earlier = rows
      .slice(0, index)
      .find(
        ({ record }) =>
          (record.startDate ?? 0) <= (row.record.endDate ?? 0) && (record.endDate ?? 0) >= (row.record.startDate ?? 0),
      );
    if (earlier) error(row, "dates-overlap", CONTRACT, { row: earlier.record.place.row + 1 });
  });
}

/** Rows of one person and year that share a cap or a question, at one reading. */
interface Membership {
  readonly rows: readonly number[];
  readonly code: Code;
  readonly clause: string;
  readonly question: number | null;
  /** Rows that lose their hours. */
  readonly losers: readonly number[];
}

/**
 * Applies the policy's groups to the hours of one person's year, in place. Groups are made of rows with hours above 0.
 * The best row stays; of equals, the first.
 */
export function applyGroups(rows: readonly Row[], hours: number[], reading: ReadingOf, office: Office): Membership[] {
  const found: Membership[] = [];
  for (const group of office.engine.policy.groups) {
    const members: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      const form = rows[index]?.record.form ?? null;
      if (form !== null && (hours[index] ?? 0) > 0 && group.forms.includes(form)) members.push(index);
    }
    if (members.length < 2) continue;
    for (const bucket of group.sameTitleAcrossForms ? byTitle(rows, members) : [members]) {
      if (bucket.length < 2) continue;
      const question = group.ask === undefined ? null : office.index(group.ask);
      const capped = question === null || office.optionsOf(question)[reading[question] ?? 0] === group.keepHighest;
      let best = bucket[0] ?? 0;
      for (const index of bucket) if ((hours[index] ?? 0) > (hours[best] ?? 0)) best = index;
      // A question about several rows does not touch what a reviewer has decided; a cap that the notice states does.
      const losers = capped
        ? bucket.filter((index) => index !== best && (question === null || !rows[index]?.decision))
        : [];
      for (const index of losers) hours[index] = 0;
      found.push({ rows: bucket, code: group.code, clause: group.clause, question, losers });
    }
  }
  return found;
}

function byTitle(rows: readonly Row[], members: readonly number[]): number[][] {
  const buckets = new Map<string, number[]>();
  for (const index of members) {
    const title = normalisedTitle(rows[index]?.record.title ?? "");
    if (title === "") continue;
    const bucket = buckets.get(title);
    if (bucket) bucket.push(index);
    else buckets.set(title, [index]);
  }
  return [...buckets.values()].filter((bucket) => new Set(bucket.map((index) => rows[index]?.record.form)).size > 1);
}
