/** What waits for the office: questions that bear on this submission, and records that are pending. Pure. */
import { countOf, type OptionEffect } from "../../results";
import type { QuestionState, RecordReview, Review } from "../../review/types";

/** The undecided questions that bear on something in this submission. */
export function waitingQuestions({ questions }: Review): readonly QuestionState[] {
  return questions.filter(({ decision, touched }) => decision === null && touched > 0);
}

/**
 * The questions that change most people first, then most years, then most records. As they come until the effects of all of
 * them are known: a list must not move while it is read.
 */
export function byWeight(
  questions: readonly QuestionState[],
  effects: ReadonlyMap<string, readonly OptionEffect[]> | null,
): readonly QuestionState[] {
  if (effects === null || !questions.every(({ id }) => effects.has(id))) return questions;
  const weights = new Map(questions.map(({ id }) => [id, weightOf(effects.get(id) ?? [])] as const));
  const weight = (id: string): readonly number[] => weights.get(id) ?? [];
  return [...questions].sort(
    (one, other) =>
      weight(one.id)
        .map((mine, at) => (weight(other.id)[at] ?? 0) - mine)
        .find((difference) => difference !== 0) ?? 0,
  );
}

/** The most that one option changes: people, years, records, records whose hours become others. */
function weightOf(options: readonly OptionEffect[]): readonly number[] {
  const most = (count: (effect: OptionEffect) => number): number => Math.max(0, ...options.map(count));
  return [
    most(({ people }) => countOf(people)),
    most(({ years }) => countOf(years)),
    most(({ records }) => countOf(records)),
    most(({ hours }) => hours),
  ];
}

/** True for a question none of whose options changes a verdict or hours; false while that is not known. */
export function changesNothing(options: readonly OptionEffect[] | undefined): boolean {
  return options !== undefined && weightOf(options).every((count) => count === 0);
}

/** The records that wait for a decision. */
export function waitingRecords({ records }: Review): readonly RecordReview[] {
  return records.filter(({ verdict }) => verdict === "pending");
}
