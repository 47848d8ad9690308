/** A reviewer's decision on one record, as a line of 审核意见: written, replaced or taken back. */
import type { Review } from "../review/types";
import { identitiesOf, numberAs } from "../submission";
import { rowOfAddress } from "../submission/grid";
import type { LearningRecord, Submission, Treatment } from "../submission/types";
import { TREATMENTS } from "../submission/vocabulary";
import { isFilled, type Opinion } from "./opinions";

export interface RecordTreatment {
  readonly treatment: Treatment;
  /** Hours of 核定学时; null for the other two. */
  readonly hours: number | null;
  readonly by: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
  readonly reason: string;
}

/** The record that an identity (`identitiesOf`) names; null when it is gone or no longer the same. */
export function recordOf({ records }: Submission, identity: string): LearningRecord | null {
  const identities = identitiesOf(records);
  return records.find((record) => identities.get(record.place.row) === identity) ?? null;
}

/**
 * What reviewers wrote, with this decision on the record in place of any other; null takes it back. It stands on the
 * line of the record's first finding, or on a line of its own where nothing was found.
 */
export function withTreatment(
  previous: readonly Opinion[],
  review: Review,
  record: LearningRecord,
  identity: string,
  given: RecordTreatment | null,
): readonly Opinion[] {
  const kept = previous.filter((opinion) => isFilled(opinion) && !isOf(opinion, record, identity));
  if (given === null) return kept;
  const code = review.records.find(({ place }) => place.row === record.place.row)?.findings[0]?.code ?? "";
  const words = [...TREATMENTS].find(([, treatment]) => treatment === given.treatment)?.[0] ?? "";
  const line: Opinion = {
    location: `${record.place.sheet}!A${record.place.row + 1}`,
    level: "",
    code,
    ...numberAs(record.registrationNo, record.registrationNoText),
    name: record.name,
    year: String(record.year ?? ""),
    problem: "",
    remedy: "",
    clause: "",
    treatment: words,
    hours: given.hours ?? "",
    by: given.by,
    on: given.on,
    reason: given.reason,
    identity,
    fingerprint: record.fingerprint,
  };
  return [...kept, line];
}

/** By identity; a line without one, by its address. */
function isOf(
  { identity: own, location, registrationNo }: Opinion,
  { place, registrationNo: number }: LearningRecord,
  identity: string,
): boolean {
  if (own !== "") return own === identity;
  const at = rowOfAddress(location);
  return at?.sheet === place.sheet && at.row === place.row && (registrationNo === "" || registrationNo === number);
}
