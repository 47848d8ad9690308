/** Records that can be decided on at once: those of a list of findings on which nobody has decided. Pure. */
import type { ReviewOutcome } from "../../excel";
import type { Finding, RecordReview } from "../../review/types";
import { identitiesOf } from "../../submission";

export interface ManyRecords {
  readonly identities: readonly string[];
  /** Rows of 学时记录, 0-based. */
  readonly rows: ReadonlySet<number>;
  /** Names of the people whose records they are, each once. */
  readonly names: readonly string[];
  readonly people: number;
  /** Hours that the clauses give, and hours that are credited now. */
  readonly converted: number;
  readonly credited: number;
}

/** The records of these findings that a decision can be made on, each once. */
export function recordsToDecide(
  { submission, review }: Pick<ReviewOutcome, "submission" | "review">,
  findings: readonly Finding[],
): ManyRecords {
  const wanted = new Set(findings.map(({ place }) => `${place.sheet}\u001f${place.row}`));
  const chosen: RecordReview[] = review.records.filter(
    ({ place }) =>
      // Taking back would lose a decision that stood there before, one that waits to be made again included
      wanted.has(`${place.sheet}\u001f${place.row}`) && !submission.recordDecisions.has(place.row),
  );
  const identities = identitiesOf(submission.records);
  const names = new Map(submission.people.map(({ registrationNo, name }) => [registrationNo, name]));
  const people = new Set(chosen.map(({ registrationNo }) => registrationNo));
  const sum = (hours: (record: RecordReview) => number): number => chosen.reduce((all, each) => all + hours(each), 0);
  return {
    identities: chosen.flatMap(({ place }) => identities.get(place.row) ?? []),
    rows: new Set(chosen.map(({ place }) => place.row)),
    names: [...people].flatMap((registrationNo) => names.get(registrationNo) ?? []),
    people: people.size,
    converted: sum(({ convertedHours }) => convertedHours),
    credited: sum(({ creditedHours }) => creditedHours),
  };
}
