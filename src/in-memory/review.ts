/** A workbook in memory read, reviewed and written, as 审核 does in Excel. */
import type { Workbook } from "../book/model/workbook";
import {
  adoptProvisionalPlan,
  carriedDecisions,
  carryPlan,
  gridOf,
  LIVE_FORMULA_LIMIT,
  OPINION_SHEET,
  QUESTION_SHEET,
  readForeignDecisions,
  readOpinions,
  reviewPlan,
  withReplacedTexts,
  withShownValues,
  type OwnSheetPlan,
} from "../results";
import { reviewSubmission } from "../review";
import type { Review } from "../review/types";
import { readSubmission, SHEETS } from "../submission";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import type { Submission } from "../submission/types";
import { foreignNotes, sealPlan, yearOfGrids, type Incoming, type Sealer } from "../trust";
import { layAnnotation } from "./annotation";
import { gridOfSheet } from "./grids";
import { layOwnSheet, layPatch } from "./own-sheet";
import { checkWritable, incomingOf, NotReviewable, readBook, renameForeign } from "./reading";

export interface ReviewChoices {
  /** A policy instead of the one that 单位信息 names, by its id. */
  readonly policy?: string;
  /** 口径 of another workbook, whose decisions are taken over where this one has none. */
  readonly decisions?: SheetGrid;
  /** Decides what is open then at the provisional reading; `today` is "YYYY-MM-DD". */
  readonly adopt?: { readonly by: string; readonly today: string };
}

export interface BookReview {
  readonly submission: Submission;
  readonly review: Review;
  /** What came with the workbook and does not count. */
  readonly incoming: Incoming;
  /** The cells as they were read. */
  readonly grids: WorkbookGrids;
}

/** Reviews a workbook and writes the results into it. Input cells are never written. Throws NotReviewable, and nothing is written then. */
export async function reviewBook(workbook: Workbook, sealer: Sealer, choices: ReviewChoices = {}): Promise<BookReview> {
  const reading = await readBook(workbook, sealer);
  const { submission, review } = decided(reading.grids, workbook, choices);
  const results = reviewPlan(submission, review, {
    liveFormulaLimit: LIVE_FORMULA_LIMIT,
    previousOpinions: readOpinions(reading.grids.get(OPINION_SHEET)),
    tables: (workbook.sheetByName(SHEETS.records)?.tables ?? []).map(({ box, totalsRow }) => ({
      ...box,
      totals: totalsRow,
    })),
  });
  const year = yearOfGrids(reading.grids);
  const sheets = await Promise.all(results.sheets.map((sheet) => sealPlan(sheet, year, sealer)));
  const names = sheets.map(({ name }) => name);
  const { annotation } = results;
  checkWritable(reading, annotation === null ? names : [...names, annotation.sheet]);
  const incoming = incomingOf(reading);
  const records = annotation === null ? undefined : workbook.sheetByName(annotation.sheet);
  if (annotation !== null && records !== undefined)
    layAnnotation(records, withShownValues(annotation, submission, review), usedOf(reading.grids.get(records.name)));
  renameForeign(reading, names);
  for (const sheet of sheets) layOwnSheet(workbook, sheet);
  for (const note of foreignNotes(reading.grids)) {
    const sheet = workbook.sheetByName(note.name);
    if (sheet !== undefined && !sheet.protected && !names.includes(note.name)) layPatch(sheet, note);
  }
  return { submission, review, incoming, grids: reading.grids };
}

function usedOf(grid: SheetGrid | undefined) {
  return grid === undefined
    ? null
    : {
        row: grid.firstRow,
        column: grid.firstColumn,
        rows: grid.values.length,
        columns: grid.values[0]?.length ?? 0,
      };
}

interface Reviewed {
  readonly submission: Submission;
  readonly review: Review;
}

/** The review with other decisions taken over, and what is open then decided provisionally where that is asked for. */
function decided(grids: WorkbookGrids, workbook: Workbook, choices: ReviewChoices): Reviewed {
  const options = { policy: choices.policy, sheets: workbook.sheets.map(({ name }) => name) };
  const reviewed = (cells: WorkbookGrids): Reviewed => {
    const reading = readSubmission(cells, options);
    if (!reading.ok) throw new NotReviewable(reading.problems);
    return { submission: reading.submission, review: reviewSubmission(reading.submission) };
  };
  // Decisions are read back as the sheet will hold them: one way from cells to a review
  const by = (before: Reviewed, plan: OwnSheetPlan): Reviewed => {
    const after = reviewed(new Map(grids).set(QUESTION_SHEET, gridOf(plan)));
    return { ...after, review: withReplacedTexts(before.review, after.review) };
  };
  let current = reviewed(grids);
  const others = choices.decisions === undefined ? null : readForeignDecisions(choices.decisions, current.review);
  if (others !== null) {
    const { taken } = carriedDecisions(current.review, others.decisions, others.unknown);
    if (taken.length > 0) current = by(current, carryPlan(current.submission, current.review, taken));
  }
  if (choices.adopt !== undefined) {
    const { by: name, today } = choices.adopt;
    current = by(current, adoptProvisionalPlan(current.submission, current.review, name, today));
  }
  return current;
}
/** 口径 of a workbook that decisions come from; null when it has none. */
export function decisionsOf(workbook: Workbook): SheetGrid | null {
  const sheet = workbook.sheetByName(QUESTION_SHEET);
  return sheet === undefined ? null : gridOfSheet(sheet);
}
