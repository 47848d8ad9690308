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

/** A record that is decided on, and the identity it is known by. */
export interface DecidedRecord {
  readonly record: LearningRecord;
  readonly identity: string;
}

/** The records that these identities (`identitiesOf`) name; null when one of them is gone or no longer the same. */
export function recordsOf({ records }: Submission, wanted: readonly string[]): readonly DecidedRecord[] | null {
  const identities = identitiesOf(records);
  const byIdentity = new Map(records.map((record) => [identities.get(record.place.row) ?? "", record]));
  const found = wanted.flatMap((identity) => {
    const record = byIdentity.get(identity);
    return record === undefined ? [] : [{ record, identity }];
  });
  return found.length === wanted.length ? found : null;
}

/**
 * What reviewers wrote, with this decision on each of the records in place of any other; null takes those back. It stands
 * on the line of a record's first finding, or on a line of its own where nothing was found.
 */
export function withTreatment(
  previous: readonly Opinion[],
  review: Review,
  records: readonly DecidedRecord[],
  given: RecordTreatment | null,
): readonly Opinion[] {
  const identities = new Set(records.map(({ identity }) => identity));
  const byRow = new Map(records.map(({ record }) => [record.place.row, record]));
  const kept = previous.filter((opinion) => isFilled(opinion) && !isOfAny(opinion, identities, byRow));
  if (given === null) return kept;
  const codes = new Map(review.records.map(({ place, findings }) => [place.row, findings[0]?.code ?? ""]));
  return [...kept, ...records.map((each) => lineOf(each, codes.get(each.record.place.row) ?? "", given))];
}

function lineOf({ record, identity }: DecidedRecord, code: string, given: RecordTreatment): Opinion {
  const words = [...TREATMENTS].find(([, treatment]) => treatment === given.treatment)?.[0] ?? "";
  return {
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
}

/** By identity; a line without one, by its address. */
function isOfAny(
  { identity, location, registrationNo }: Opinion,
  identities: ReadonlySet<string>,
  byRow: ReadonlyMap<number, LearningRecord>,
): boolean {
  if (identity !== "") return identities.has(identity);
  const at = rowOfAddress(location);
  const record = at === null ? undefined : byRow.get(at.row);
  return (
    record !== undefined &&
    at?.sheet === record.place.sheet &&
    (registrationNo === "" || registrationNo === record.registrationNo)
  );
}
