/** People whom a change or a decision affects, and the part of a submission that has to be reviewed again for them, so that they come out as in a review of the whole. */
import type { Submission } from "../submission/types";
import type { Review } from "./types";

/** Registration numbers; `null` is everybody. */
export type AffectedPeople = ReadonlySet<string> | null;

/** Codes of findings that rows of different people give one another. */
const ACROSS_PEOPLE: ReadonlySet<string> = new Set(["achievement-claimed-twice"]);

/** Rows of the records that other people's records bear on. */
export function sharedRows(review: Review): ReadonlySet<number> {
  return new Set(
    review.records.flatMap(({ findings, place }) =>
      findings.some(({ code }) => ACROSS_PEOPLE.has(code)) ? [place.row] : [],
    ),
  );
}

/** The affected people with their records, and the records they share with others. What a review of it says of anybody else is not to be used. */
export function affectedPart(
  submission: Submission,
  affected: AffectedPeople,
  shared: ReadonlySet<number>,
): Submission {
  if (affected === null) return submission;
  // People without a number can't be told apart by it: they come along.
  const people = submission.people.filter(
    ({ registrationNo }) => registrationNo === "" || affected.has(registrationNo),
  );
  const records = submission.records.filter(
    ({ registrationNo, place }) => affected.has(registrationNo) || shared.has(place.row),
  );
  return { ...submission, people, records };
}
