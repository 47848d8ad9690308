/** The explanation of a row: how a record's hours are computed and whether they count, or a person's verdict and why. Pure. */
import { policyOf } from "../../policy";
import { explanationOf, personSentence, type Language } from "../../messages";
import { explainAt } from "../../review/explain";
import { reasonsOf, type PersonReasons } from "../../review/reasons";
import type { Finding, RecordReview, Review } from "../../review/types";
import { identitiesOf, SHEETS } from "../../submission";
import type { LearningRecord, RecordDecision, Submission } from "../../submission/types";
import { sameRow } from "../common/cell-labels";
import type { Shown } from "./findings-model";
import { isSame } from "./search";

export interface Explained {
  readonly kind: "computation" | "questions" | "evidence" | "outcome" | "person";
  readonly text: string;
}

/** A record of the submission with what the review and the reviewer say of it. */
export interface RecordShown {
  readonly record: LearningRecord;
  readonly review: RecordReview;
  /** What the record is known by (`identitiesOf`). */
  readonly identity: string;
  /** The decision on 审核意见, if there is one. */
  readonly decision: RecordDecision | null;
}

export interface Behind {
  readonly lines: readonly Explained[];
  /** Null where no record stands. */
  readonly record: RecordShown | null;
  /** What else was found on the same row. */
  readonly others: readonly Finding[];
}

/** What lies behind a finding: its record explained in words (null where it has none), and what else was found on the row. */
export function explainRow(
  { place, finding }: Shown,
  submission: Submission,
  review: Review,
  language: Language,
): Behind {
  const record = recordAt(place.row, place.sheet, submission, review);
  const found = record?.review.findings ?? review.people.find((person) => sameRow(person.place, place))?.findings ?? [];
  return {
    lines:
      record === null
        ? personLines(
            finding?.registrationNo ?? review.people.find((person) => sameRow(person.place, place))?.registrationNo,
            review,
            language,
          )
        : recordLines(record, submission, review, language),
    record,
    others: found.filter((each) => finding === null || !isSame(each, finding)),
  };
}

function recordAt(row: number, sheet: string, submission: Submission, review: Review): RecordShown | null {
  if (sheet !== SHEETS.records) return null;
  const reviewed = review.records.find((each) => each.place.row === row);
  const record = submission.records.find((each) => each.place.row === row);
  if (reviewed === undefined || record === undefined) return null;
  // Identical records differ by their order only, and belong to one person: other people's are not needed
  const identity =
    identitiesOf(submission.records.filter(({ registrationNo }) => registrationNo === record.registrationNo)).get(
      row,
    ) ?? "";
  return { record, review: reviewed, identity, decision: submission.recordDecisions.get(row) ?? null };
}

function recordLines(
  { record }: RecordShown,
  submission: Submission,
  review: Review,
  language: Language,
): readonly Explained[] {
  const explanation = explainAt(submission, review, record.place.row);
  if (explanation === null) return [];
  const { computation, questions, evidence, outcome } = explanationOf(explanation, language, policyOf(review.policy));
  const line = (kind: Explained["kind"], text: string | null): Explained[] => (text === null ? [] : [{ kind, text }]);
  return [
    ...line("computation", computation),
    ...questions.flatMap((question) => line("questions", question)),
    ...line("evidence", evidence),
    ...line("outcome", outcome),
  ];
}

function personLines(registrationNo: string | undefined, review: Review, language: Language): readonly Explained[] {
  const person = registrationNo === undefined || registrationNo === "" ? undefined : reasonsFor(registrationNo, review);
  return person === undefined
    ? []
    : [{ kind: "person", text: personSentence(person, language, policyOf(review.policy)) }];
}

/** The reasons of one person, computed for that person alone. */
function reasonsFor(registrationNo: string, review: Review): PersonReasons | undefined {
  const of = <T extends { readonly registrationNo: string }>(all: readonly T[]): readonly T[] =>
    all.filter((each) => each.registrationNo === registrationNo);
  return reasonsOf({ ...review, people: of(review.people), years: of(review.years), records: of(review.records) })[0];
}
