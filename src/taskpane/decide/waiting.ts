/** What waits for the office: questions that bear on this submission, and records that are pending. Pure. */
import type { QuestionState, RecordReview, Review } from "../../review/types";

export function waitingQuestions({ questions }: Review): readonly QuestionState[] {
  return questions.filter(({ decision, touched }) => decision === null && touched > 0);
}

export function waitingRecords({ records }: Review): readonly RecordReview[] {
  return records.filter(({ verdict }) => verdict === "pending");
}
