/**
 * What reviewers wrote on 审核意见 of the round before, laid on this round's findings. On a record that has not changed a
 * decision counts again; on one that has, it keeps the fingerprint of what it was made on, and so says itself that it is stale.
 */
import type { Opinion } from "../results";
import type { Review } from "../review/types";
import { identitiesOf, recordFinder, shownNumber } from "../submission";
import { a1 } from "../grid/address";
import { SHEETS } from "../submission/vocabulary";
import type { LearningRecord } from "../submission/types";
import type { RoundMatching, RoundSide } from "./match";
import type { PreviousRound } from "./previous";

interface OpinionConflict {
  readonly registrationNo: string;
  readonly name: string;
  /** 0-based row of this round's record. */
  readonly row: number;
  /** What was decided here, and in the round before. */
  readonly own: string;
  readonly other: string;
}

export interface CarriedOpinions {
  /** Lines to be laid on this round's findings, this workbook's own first. */
  readonly lines: readonly Opinion[];
  /** Decisions taken over that count, and those that wait to be looked at again. */
  readonly counting: number;
  readonly stale: number;
  /** The same decision stands here already. */
  readonly same: number;
  /** Decided otherwise here: this workbook's own decision stands. */
  readonly conflicts: readonly OpinionConflict[];
  /** Lines of records, people or problems that are no longer there. */
  readonly lost: readonly Opinion[];
}

/**
 * Decisions of the round before on what `matching` finds again: counting where the record is unchanged, waiting where
 * it changed. Decisions of this workbook (`own`) stand above them.
 */
export function carryOpinions(
  previous: PreviousRound,
  now: RoundSide,
  review: Review,
  own: readonly Opinion[],
  matching: RoundMatching,
): CarriedOpinions {
  const { records } = now.submission;
  const [oldFinder, newFinder] = [recordFinder(previous.submission.records), recordFinder(records)];
  const pairs = new Map(matching.records.pairs.map((pair) => [pair.before, pair]));
  const byRow = new Map(records.map((record) => [record.place.row, record]));
  const identities = identitiesOf(records);
  const ownByRow = new Map<number, Opinion[]>();
  for (const opinion of own) {
    const row = recordOf(opinion, newFinder)?.place.row;
    if (row !== undefined) ownByRow.set(row, [...(ownByRow.get(row) ?? []), opinion]);
  }
  const taken: Opinion[] = [];
  const lost: Opinion[] = [];
  const conflicts: OpinionConflict[] = [];
  let [counting, stale, same] = [0, 0, 0];
  for (const opinion of previous.opinions) {
    const old = recordOf(opinion, oldFinder);
    if (old === undefined) {
      const line = opinion.identity === "" ? elsewhere(opinion, review, own, matching) : null;
      if (line === "same") continue;
      if (line === null) lost.push(opinion);
      else taken.push(line);
      continue;
    }
    const pair = pairs.get(old.place.row);
    const record = pair && byRow.get(pair.after);
    if (!pair || !record) {
      lost.push(opinion);
      continue;
    }
    const beside = ownByRow.get(record.place.row) ?? [];
    const decided = beside.filter(({ treatment, standing }) => treatment !== "" && standing === undefined);
    if (opinion.treatment === "" ? beside.some(({ code }) => code === opinion.code) : decided.length > 0) {
      if (opinion.treatment === "") continue;
      if (decided.some((each) => decisionText(each) === decisionText(opinion))) same += 1;
      else
        conflicts.push({
          registrationNo: record.registrationNo,
          name: record.name,
          row: record.place.row,
          own: decided.map(decisionText).join("；"),
          other: decisionText(opinion),
        });
      continue;
    }
    const carried = onRecord(opinion, old, record, pair.changes.length > 0, identities.get(record.place.row) ?? "");
    taken.push(carried);
    if (opinion.treatment === "") continue;
    if (carried.fingerprint === record.fingerprint) counting += 1;
    else stale += 1;
  }
  return { lines: [...own, ...taken], counting, stale, same, conflicts, lost };
}

/** 核定学时 20 李审 2018-07-20 */
export function decisionText({ treatment, hours, by, on }: Pick<Opinion, "treatment" | "hours" | "by" | "on">): string {
  return [treatment, String(hours), by, on].filter((part) => part !== "").join(" ");
}

function recordOf(
  { identity, location, registrationNo, year }: Opinion,
  find: ReturnType<typeof recordFinder>,
): LearningRecord | undefined {
  return find(identity, location, registrationNo, year);
}

function onRecord(
  opinion: Opinion,
  old: LearningRecord,
  record: LearningRecord,
  changed: boolean,
  identity: string,
): Opinion {
  const madeOn = opinion.fingerprint === "" ? old.fingerprint : opinion.fingerprint;
  const wasStale = madeOn !== old.fingerprint;
  return {
    ...opinion,
    location: `${record.place.sheet}!${a1(record.place.row, 0)}`,
    registrationNo: record.registrationNo,
    registrationNoText: shownNumber(record),
    name: record.name,
    year: record.year === null ? "" : String(record.year),
    identity,
    fingerprint: changed || wasStale ? madeOn : record.fingerprint,
  };
}

/** A line on a person, a year or the unit: it goes where this round says the same, if that is one place. */
function elsewhere(
  opinion: Opinion,
  review: Review,
  own: readonly Opinion[],
  { renumbered }: RoundMatching,
): Opinion | "same" | null {
  const before = opinion.registrationNo;
  const registrationNo = renumbered.get(before) ?? before;
  const isAlike = (code: string, person: string, year: string): boolean =>
    code === opinion.code && person === registrationNo && year === opinion.year;
  if (own.some((each) => each.identity === "" && isAlike(each.code, each.registrationNo, each.year))) return "same";
  const found = review.findings.filter(
    // On 口径 the questions have places of their own, and their decisions a way of their own
    (finding) =>
      finding.place.sheet !== SHEETS.records &&
      finding.place.sheet !== SHEETS.decisions &&
      isAlike(finding.code, finding.registrationNo ?? "", String(finding.year ?? "")),
  );
  const [place, ...more] = found.map((finding) => finding.place);
  if (place === undefined || more.length > 0) return null;
  // A year's line stands where this round's 年度汇总 will have it: its finding knows the row
  return {
    ...opinion,
    registrationNo,
    location: `${place.sheet}!${a1(place.row, place.column ?? 0)}`,
    fingerprint: "",
  };
}
