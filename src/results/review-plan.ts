/** A review as one write plan: the annotation of 学时记录 and the result sheets. */
import type { Review } from "../review/types";
import type { Submission } from "../submission/types";
import { annotationPlan, type UnitTable } from "./annotation";
import { opinionPlan, type Opinion } from "./opinions";
import type { WritePlan } from "./plan";
import { questionPlan } from "./questions";
import { summaryPlan } from "./summary";

/** Records above which the row's own columns are written as values. Assumed until measured in Excel. */
export const LIVE_FORMULA_LIMIT = 2000;

export interface ReviewPlanOptions {
  /** Above this number of records the row's own columns are values: thousands of live formulas slow Excel down. */
  readonly liveFormulaLimit: number;
  /** What reviewers wrote on 审核意见 before (`readOpinions`). */
  readonly previousOpinions?: readonly Opinion[];
  /** Tables of the sheet of records. */
  readonly tables?: readonly UnitTable[];
}

/** True when the annotation of this submission is written as live formulas. They see headers, not what a reviewer said of them. */
export function isLive(submission: Submission, { liveFormulaLimit }: ReviewPlanOptions): boolean {
  return submission.records.length <= liveFormulaLimit && submission.recordLayout.chosen.size === 0;
}

/** What 审核意见 says on top where the annotation does not follow its row by itself. */
export function noteOn(submission: Submission, options: ReviewPlanOptions): string | null {
  if (isLive(submission, options)) return null;
  const why = submission.recordLayout.chosen.size > 0 ? "列名由审核人指定" : `记录超过 ${options.liveFormulaLimit} 条`;
  return `${why}，折算科目、折算学时、行内问题按数值写入，改动后请重新审核`;
}

/** The write plan of a review: the annotation of 学时记录, and the sheets 审核意见, 年度汇总 and 口径. */
export function reviewPlan(submission: Submission, review: Review, options: ReviewPlanOptions): WritePlan {
  const live = isLive(submission, options);
  const note = noteOn(submission, options);
  return {
    annotation: annotationPlan(submission, review, live, options.tables),
    sheets: [
      opinionPlan(submission, review, options.previousOpinions ?? [], note),
      summaryPlan(submission, review),
      questionPlan(submission, review),
    ],
    removeSheets: [],
  };
}
