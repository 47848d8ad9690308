/** One action = one `Excel.run`: read, hand to the pure rooms, write; every failure typed. */
import { reviewSubmission } from "../review";
import type { Review } from "../review/types";
import { readSubmission } from "../submission";
import type { WorkbookGrids } from "../submission/grid";
import type { KnownReading, Submission, SubmissionReading } from "../submission/types";
import { chosenPolicy } from "./settings/policy-override";
import { loadColumns } from "./settings/column-choices";
import { whenNotEditing } from "./editing";
import { listSheets, readWorkbook } from "./read/workbook";
import { notReviewable, toFailure } from "./failures";
import { ExcelFailure, type ActionOptions, type WorkbookReading } from "./types";
import { outsideView } from "./settings/sheet-before-problem-view";

export interface Session {
  readonly context: Excel.RequestContext;
  readonly reading: WorkbookReading;
}

let working = 0;

/** True while an action reads or writes: its own changes are no news. */
export function isWorking(): boolean {
  return working > 0;
}

/** The sheet that was changed under an action's hands: by a co-author, or so that rows are elsewhere. */
let disturbed: string | null = null;

/** What was read no longer holds. Does nothing while no action works. */
export function noteDisturbance(sheet: string): void {
  if (working > 0) disturbed ??= sheet;
}

/** Right before the first change. Throws `changed`: results would stand beside rows they were not made of. */
export function checkUndisturbed(): void {
  if (disturbed !== null) throw new ExcelFailure("changed-meanwhile", { sheet: disturbed });
}

/** What is done beside actions, without anybody having asked for it: the next action waits for its end. */
let background: Promise<unknown> = Promise.resolve();

/** Runs something small after whatever runs in the background now. Never while an action works: ask `isWorking` first. */
export function inBackground<T>(work: () => Promise<T>): Promise<T> {
  const next = background.then(work);
  background = next.catch(() => undefined);
  return next;
}

/** `withLooks`: also read how the columns look that an annotation might take. */
export async function inWorkbook<T>(
  options: ActionOptions,
  withLooks: boolean,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (working === 0) disturbed = null;
  working += 1;
  try {
    await background;
    return await withReading(options, withLooks, work);
  } finally {
    working -= 1;
  }
}

/** The same for what is itself in the background. */
export async function withReading<T>(
  options: ActionOptions,
  withLooks: boolean,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    const list = await whenNotEditing(listSheets, options);
    // A cell edited from here on holds up Excel's answer, not what we ask
    return await Excel.run({ delayForCellEdit: true }, async (context) =>
      work({ context, reading: outsideView(await readWorkbook(context, list, options, withLooks)) }),
    );
  } catch (error) {
    throw toFailure(error);
  }
}

export interface Reviewed {
  readonly submission: Submission;
  readonly review: Review;
}

/** The submission as the reviewer has it read. */
export function readGrids(
  { grids, sheets }: Pick<WorkbookReading, "grids" | "sheets">,
  given: WorkbookGrids = grids,
  known?: KnownReading,
): SubmissionReading {
  return readSubmission(given, { policy: chosenPolicy(), columns: loadColumns(), sheets: [...sheets.keys()], known });
}

/** Throws `missing-sheet`, `wrong-template` or `input` with one problem a line when the workbook can't be reviewed. */
export function reviewGrids(grids: WorkbookGrids, workbook: WorkbookReading): Reviewed {
  const reading = readGrids(workbook, grids);
  if (!reading.ok) {
    throw notReviewable(reading.problems);
  }
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
}
