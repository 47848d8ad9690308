/** Whether the review on the sheets is the one that the workbook would get now. */
import { findAnnotation } from "../results";
import { ANNOTATION_TITLES, FINGERPRINT_COLUMN, VERDICT_COLUMN } from "../results/annotation";
import { catalogueOf } from "../messages";
import type { Review } from "../review/types";
import type { SheetGrid } from "../submission/grid";
import { numberOf, textOf } from "../submission/text";
import type { Submission } from "../submission/types";

export type ReviewState = "none" | "stale" | "current";

const CREDITED_COLUMN = ANNOTATION_TITLES.indexOf("核定学时");

/** Fingerprints tell of changed records; hours and verdicts of changed decisions, filings and people. */
export function reviewState(submission: Submission, review: Review, grid: SheetGrid | undefined): ReviewState {
  const at = findAnnotation(grid);
  if (grid === undefined || at === null) return "none";
  const words = catalogueOf("zh").recordVerdicts;
  const fingerprints = new Map(submission.records.map((record) => [record.place.row, record.fingerprint]));
  const current = review.records.every(({ place: { row }, verdict, creditedHours }) => {
    const cell = (column: number) => grid.values[row - grid.firstRow]?.[at.column + column - grid.firstColumn] ?? null;
    const hours = numberOf(cell(CREDITED_COLUMN));
    return (
      textOf(cell(FINGERPRINT_COLUMN)) === fingerprints.get(row) &&
      textOf(cell(VERDICT_COLUMN)) === words[verdict] &&
      typeof hours === "object" &&
      hours.value === creditedHours
    );
  });
  return current ? "current" : "stale";
}
