/** Writes a reviewer's decision on a record to 审核意见 and reviews by it. */
import { gridOf, OPINION_SHEET, opinionPlan, readOpinions, recordOf, withTreatment, type RecordTreatment } from "../results";
import { needsLooks, writeReview, type ReviewOptions, type ReviewOutcome } from "./actions";
import { leaveProblemView } from "./problem-view";
import { inWorkbook, reviewGrids } from "./session";
import { ExcelFailure } from "./types";

export interface DecideOptions extends ReviewOptions {
  /** The record, by the identity it had when it was decided on (`identitiesOf`). */
  readonly identity: string;
  /** null takes the decision back. */
  readonly given: RecordTreatment | null;
}

/** Throws `input` when the record is gone or was changed in what it is known by; nothing is written then. */
export async function decideRecord({ identity, given, ...options }: DecideOptions): Promise<ReviewOutcome> {
  await leaveProblemView(options);
  return inWorkbook(options, needsLooks(), async (session) => {
    const { grids } = session.reading;
    const before = reviewGrids(grids, session.reading);
    const record = recordOf(before.submission, identity);
    if (record === null) throw new ExcelFailure("input", "找不到这条记录：它已被删除，或姓名编号、年度、形式、名称、日期有改动", "重新审核后再处理");
    const opinions = withTreatment(readOpinions(grids.get(OPINION_SHEET)), before.review, record, identity, given);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    // Read back as the sheet will hold it: one way from cells to a review.
    const sheet = gridOf(opinionPlan(before.submission, before.review, opinions));
    const after = reviewGrids(new Map(grids).set(OPINION_SHEET, sheet), session.reading);
    return writeReview(session, after, options, { opinions });
  });
}
