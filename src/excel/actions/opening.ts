/**
 * What a workbook holds when it is opened: what came with it and waits to be dealt with, and the review that stands in it,
 * made out anew from its cells. Nothing is written.
 */
import { changedRows, findAnnotation, isLive, policyData } from "../../results/index";
import { readAgain, ROUND_SHEET } from "../../rounds/index";
import { reviewSubmission } from "../../review";
import { changesSince, NOTHING_INCOMING, type Incoming, type RecordPart, type RunRecord } from "../../trust";
import { whenNotEditing } from "../editing";
import { formulaLimit } from "../formula-limit";
import { listSheets } from "../read/workbook";
import { incomingOf } from "../session/origins";
import { readGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { loadRunRecord } from "../settings/run-record";
import { isOwnSheet, isReadSheet, RECORD_SHEET } from "../sheets";
import type { ReviewOutcome, WorkbookReading } from "../types";
import { hasOwnFormula } from "./freeze";

/** The last review's record, and what has changed since it was made. */
export interface RecordState {
  readonly record: RunRecord;
  readonly changed: readonly RecordPart[];
  /** Records on these rows (0-based) of 学时记录 were changed or added since. */
  readonly rows: readonly number[];
}

/** A workbook that was just opened. */
export interface OpenedWorkbook {
  readonly incoming: Incoming;
  /** Null when no review has left a record. */
  readonly review: OpenedReview | null;
}

/** What a workbook shows of its last review when it is opened. */
interface OpenedReview extends RecordState {
  /** The review of the cells as they stand; null when they can't be reviewed, or are too many to be reviewed unasked. */
  readonly outcome: ReviewOutcome | null;
}

/** Some seconds of review: more is not begun without having been asked for. */
const MOST_RECORDS = 50_000;

/**
 * Reads the cells only where a review has left a record, or where sheets or settings under our names came with the
 * workbook. A review whose cells, decisions and notice are those of the record is the one that stands in the sheets, and
 * corrections can be judged by it.
 */
export async function lookAtOpened(session: WorkbookSession): Promise<OpenedWorkbook> {
  await session.settings.refresh();
  if (!(await hasSomethingOfOurs(session))) return { incoming: NOTHING_INCOMING, review: null };
  return session.inWorkbook({}, false, async ({ reading }) => ({
    incoming: incomingOf(reading.grids, reading),
    review: await reviewThatStands(session, reading),
  }));
}

async function hasSomethingOfOurs(session: WorkbookSession): Promise<boolean> {
  const { settings } = session;
  if (loadRunRecord(settings) !== null || settings.foreign.length > 0) return true;
  const { sheets } = await whenNotEditing(listSheets, {}, session.timer);
  return sheets.some(({ name, hidden }) => isOwnSheet(name) || (hidden && isReadSheet(name)));
}

async function reviewThatStands(session: WorkbookSession, reading: WorkbookReading): Promise<OpenedReview | null> {
  const record = loadRunRecord(reading.settings);
  if (record === null) return null;
  const outcome = record.records > MOST_RECORDS ? null : outcomeOf(reading, record);
  const policy = outcome === null ? null : policyData(outcome.review);
  const changed = await changesSince(record, reading.grids, policy, crypto);
  const records = reading.grids.get(RECORD_SHEET);
  const rows = outcome === null || records === undefined ? [] : changedRows(outcome.submission, records);
  if (outcome !== null && changed.length === 0) keepReading(session, outcome, reading);
  return { record, changed, rows, outcome };
}

function outcomeOf(reading: WorkbookReading, record: RunRecord): ReviewOutcome | null {
  const read = readGrids(reading);
  if (!read.ok) return null;
  const { submission } = read;
  return {
    unit: submission.unit,
    submission,
    review: reviewSubmission(submission),
    liveFormulas: isLive(submission, { liveFormulaLimit: formulaLimit() }),
    record,
    again: readAgain(reading.grids.get(ROUND_SHEET), submission),
    incoming: incomingOf(reading.grids, reading),
  };
}

/** Later corrections are laid over these cells. Results without a formula where there would be some were frozen. */
function keepReading(session: WorkbookSession, outcome: ReviewOutcome, reading: WorkbookReading): void {
  const { grids, sheets, settings } = reading;
  session.snapshots.keep(outcome.review, { grids, sheets, settings, liveFormulaLimit: formulaLimit() });
  const records = grids.get(RECORD_SHEET);
  session.snapshots.noteFrozen(outcome.liveFormulas && findAnnotation(records) !== null && !hasOwnFormula(records));
}
