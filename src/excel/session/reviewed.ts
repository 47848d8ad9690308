/** From the cells that were read to a review: the pure rooms, with what the reviewer chose for this workbook. */
import { reviewSubmission } from "../../review";
import { readSubmission } from "../../submission";
import type { WorkbookGrids } from "../../submission/grid";
import type { KnownReading, SubmissionReading } from "../../submission/types";
import { notReviewable } from "../failures";
import { loadColumns } from "../settings/column-choices";
import { chosenPolicy } from "../settings/policy-override";
import type { ReviewedSubmission } from "../../review/types";
import type { WorkbookReading } from "../types";

/** The submission as the reviewer has it read. `given`: other cells than those of the reading; `known`: an earlier reading to build on. */
export function readGrids(
  { grids, sheets, settings }: Pick<WorkbookReading, "grids" | "sheets" | "settings">,
  given: WorkbookGrids = grids,
  known?: KnownReading,
): SubmissionReading {
  return readSubmission(given, {
    policy: chosenPolicy(settings),
    columns: loadColumns(settings),
    sheets: [...sheets.keys()],
    known,
  });
}

/** Throws `missing-sheet`, `wrong-template` or `input` with one problem a line when the workbook can't be reviewed. */
export function reviewGrids(grids: WorkbookGrids, workbook: WorkbookReading): ReviewedSubmission {
  const reading = readGrids(workbook, grids);
  if (!reading.ok) {
    throw notReviewable(reading.problems);
  }
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
}
