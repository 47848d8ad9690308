/** Writes a decision, of a reviewer on a record or of the office on a question, and reviews by it. */
import {
  decideQuestionPlan,
  gridOf,
  OPINION_SHEET,
  opinionPlan,
  readOpinions,
  recordsOf,
  withTreatment,
  QUESTION_SHEET,
  withReplacedTexts,
  type RecordTreatment,
} from "../../results/index";
import { needsLooks, writeReview, type ReviewOptions } from "./review";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { ExcelFailure, type ReviewOutcome } from "../types";

export interface DecideOptions extends ReviewOptions {
  /** The records, by the identities they had when they were decided on (`identitiesOf`). */
  readonly identities: readonly string[];
  /** null takes the decision back. */
  readonly given: RecordTreatment | null;
}

/** Throws `record-gone` when one of the records is gone or was changed in what it is known by; nothing is written then. */
export async function decideRecords(
  session: WorkbookSession,
  { identities, given, ...options }: DecideOptions,
): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { grids } = workbook.reading;
    const before = reviewGrids(grids, workbook.reading);
    const records = recordsOf(before.submission, identities);
    if (records === null) throw new ExcelFailure("record-gone");
    const opinions = withTreatment(readOpinions(grids.get(OPINION_SHEET)), before.review, records, given);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    // Read back as the sheet will hold it: one way from cells to a review.
    const sheet = gridOf(opinionPlan(before.submission, before.review, opinions));
    const after = reviewGrids(new Map(grids).set(OPINION_SHEET, sheet), workbook.reading);
    return writeReview(session, workbook, after, options, { opinions });
  });
}

export interface DecideQuestionOptions extends ReviewOptions {
  /** J-01 … */
  readonly id: string;
  /** null takes the decision back. */
  readonly option: string | null;
  /** Who decides. */
  readonly name: string;
  readonly reason: string;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

/** Decides one question on 口径, or opens it again. Throws `input` for a question or option that the policy does not know. */
export async function decideQuestion(
  session: WorkbookSession,
  { id, option, name, reason, today, ...options }: DecideQuestionOptions,
): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { grids } = workbook.reading;
    const before = reviewGrids(grids, workbook.reading);
    const questions = decideQuestionPlan(before.submission, before.review, { id, option, by: name, on: today, reason });
    if (questions === null) throw new ExcelFailure("question-unknown", { id });
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const after = reviewGrids(new Map(grids).set(QUESTION_SHEET, gridOf(questions)), workbook.reading);
    return writeReview(
      session,
      workbook,
      { submission: after.submission, review: withReplacedTexts(before.review, after.review) },
      options,
    );
  });
}
