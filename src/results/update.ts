/** What a change makes different on the sheets: the rows concerned, and the lines of the people concerned. Nothing else is written. */
import { isSame } from "../review/same";
import type { RecordReview, ReviewedSubmission } from "../review/types";
import type { LearningRecord } from "../submission/types";
import { annotationRows, type AnnotationRows } from "./annotation";
import { opinionLines } from "./opinions";
import type { LineUpdate } from "./plan";
import { noteOn, type ReviewPlanOptions } from "./review-plan";
import { summaryLines } from "./summary";

export interface UpdatePlan {
  readonly annotation: AnnotationRows;
  /** null: lines come, go or move, and the sheet is to be written anew. */
  readonly years: readonly LineUpdate[] | null;
  readonly opinions: readonly LineUpdate[] | null;
}

/**
 * From what the sheets say now (`before`) to what they are to say. `people`: who was judged again (`reviewAgain`);
 * `live`: the annotation follows its row by formulas.
 */
export function updatePlan(
  before: ReviewedSubmission,
  after: ReviewedSubmission,
  people: ReadonlySet<string>,
  live: boolean,
  options: ReviewPlanOptions,
): UpdatePlan {
  const [then, now] = [besides(before), besides(after)];
  const rows: number[] = [];
  const own = new Set<number>();
  for (const row of new Set([...then.keys(), ...now.keys()])) {
    const [was, is] = [then.get(row), now.get(row)];
    const cameOrWent = was === undefined || is === undefined;
    const edited = cameOrWent || was.record.fingerprint !== is.record.fingerprint;
    if (!edited && isSame(was.review, is.review)) continue;
    rows.push(row);
    // Live formulas follow the row's cells by themselves; rows that no formula can be handed have values
    const follows = live && was?.record.suitsFormulas === true && is?.record.suitsFormulas === true;
    if (follows ? cameOrWent : edited) own.add(row);
  }
  return {
    annotation: annotationRows(after.submission, after.review, live, rows, own),
    years: summaryLines(before, after, people),
    opinions: opinionLines(before, after, noteOn(after.submission, options)),
  };
}

interface Entry {
  readonly record: LearningRecord;
  readonly review: RecordReview | undefined;
}

/** Records with their reviews, by row. */
function besides({ submission, review }: ReviewedSubmission): ReadonlyMap<number, Entry> {
  return new Map(submission.records.map((record, at) => [record.place.row, { record, review: review.records[at] }]));
}
