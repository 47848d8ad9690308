/** What the pane, the ribbon and the command do to a workbook. */
import {
  ANNOTATION_TITLES,
  annotationPlan,
  QUESTION_SHEET,
  adoptProvisionalPlan,
  carriedDecisions,
  carryPlan,
  findAnnotation,
  gridOf,
  isLive,
  ownColumnValues,
  policyData,
  keptOpinionPlan,
  OPINION_SHEET,
  readOpinions,
  reviewPlan,
  SUMMARY_SHEET,
  withReplacedTexts,
  type CarriedDecisions,
  type ForeignDecision,
  type Opinion,
  type OwnSheetPlan,
  type WritePlan,
} from "../../results/index";
import { isValid, LEDGER_SHEET } from "../../certificates/index";
import { readAgain, ROUND_SHEET } from "../../rounds/index";
import { readLedgerRows, SHEETS } from "../../submission/index";
import { foreignNotes, runRecord } from "../../trust";
import { VERSION } from "../../version";
import { saveRunRecord } from "../settings/run-record";
import type { Place } from "../../submission/grid";
import type { Submission } from "../../submission/types";
import { clearOperations, filterToWiden } from "../write/annotation";
import { loadBefore, saveBefore, type Before } from "../settings/sheet-before-review";
import { toFailure } from "../failures";
import { formulaLimit } from "../formula-limit";
import { freezeOperations, unfinishedFormula } from "./freeze";
import { gridsAfter } from "../session/review-snapshot";
import { withForeignPages } from "../write/certificate-pages";
import { carryOut } from "../write/operations";
import { isOurReport } from "./papers";
import { viewBack } from "./problem-view";
import { seenLedger } from "./certificates";
import { incomingOf } from "../session/origins";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { isPageSheet, RECORD_SHEET, STAGING_SHEET } from "../sheets";
import {
  ExcelFailure,
  type ActionOptions,
  type OpenWorkbook,
  type ReviewOutcome,
  type WorkbookReading,
} from "../types";
import { contentOperations, onRange } from "../write/cell-operations";
import { formulasStand } from "../write/table-formulas";
import { checkProtection, patchOperations, planOperations, sealed, sheetsOnly } from "../write/plan";
import type { ReviewedSubmission } from "../../review/types";

export interface ReviewOptions extends ActionOptions {
  /** "YYYY-MM-DD", for the record that the review leaves. */
  readonly today?: string;
  readonly liveFormulaLimit?: number;
}

/** Reads, reviews and writes annotation, 审核意见, 年度汇总 and 口径. Input cells are never written. */
export async function reviewWorkbook(session: WorkbookSession, options: ReviewOptions = {}): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    return writeReview(session, workbook, reviewGrids(workbook.reading.grids, workbook.reading), options);
  });
}

export interface AdoptOptions extends ReviewOptions {
  /** Who decides. */
  readonly name: string;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

/** Decides every open question at its provisional reading and reviews by it. */
export async function adoptProvisional(session: WorkbookSession, options: AdoptOptions): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { grids } = workbook.reading;
    const before = reviewGrids(grids, workbook.reading);
    const questions = adoptProvisionalPlan(before.submission, before.review, options.name, options.today);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    // The decisions are read back as the sheet will hold them: one way from cells to a review.
    const after = reviewGrids(new Map(grids).set(QUESTION_SHEET, gridOf(questions)), workbook.reading);
    const review = withReplacedTexts(before.review, after.review);
    return writeReview(session, workbook, { submission: after.submission, review }, options);
  });
}

export interface ImportOptions extends ReviewOptions {
  /** Decisions of another workbook (`previewDecisions`). */
  readonly decisions: readonly ForeignDecision[];
}

export interface ImportOutcome extends ReviewOutcome {
  readonly carried: CarriedDecisions;
}

/** Takes over decisions of another workbook where this one has none, and reviews by them. */
export async function importDecisions(session: WorkbookSession, options: ImportOptions): Promise<ImportOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { grids } = workbook.reading;
    const before = reviewGrids(grids, workbook.reading);
    const carried = carriedDecisions(before.review, options.decisions);
    const questions = carryPlan(before.submission, before.review, carried.taken);
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const after = reviewGrids(new Map(grids).set(QUESTION_SHEET, gridOf(questions)), workbook.reading);
    const review = withReplacedTexts(before.review, after.review);
    return { ...(await writeReview(session, workbook, { submission: after.submission, review }, options)), carried };
  });
}

/** What comes from elsewhere than the workbook as it was read: what reviewers wrote, and sheets written along with the results. */
interface Carried {
  readonly opinions: readonly Opinion[];
  readonly sheets?: readonly OwnSheetPlan[];
}

/** Writes a review's results. */
export async function writeReview(
  session: WorkbookSession,
  workbook: OpenWorkbook,
  { submission, review }: ReviewedSubmission,
  options: ReviewOptions,
  carried?: Carried,
): Promise<ReviewOutcome> {
  const { context } = workbook;
  const reading = withFilter(workbook.reading);
  const planOptions = {
    liveFormulaLimit: options.liveFormulaLimit ?? formulaLimit(),
    previousOpinions: carried?.opinions ?? readOpinions(reading.grids.get(OPINION_SHEET)),
    tables: reading.tables,
  };
  const results = reviewPlan(submission, review, planOptions);
  const own = new Set(results.sheets.map(({ name }) => name));
  // 口径 is among the results: with what came along it was read already
  const plan = await sealed(
    { ...results, sheets: [...results.sheets, ...(carried?.sheets ?? []).filter(({ name }) => !own.has(name))] },
    workbook,
  );
  const comparison = plan.sheets.find(({ name }) => name === ROUND_SHEET);
  checkProtection(plan, reading);
  const back = viewBack(reading);
  // Before the first write: a run that breaks off later must not take our own widths for the unit's.
  const beforehand = async (): Promise<() => Promise<void>> => {
    session.checkUndisturbed();
    const known = loadBefore(reading.settings);
    const before = beforeOf(plan, submission, reading);
    if (before !== null) await saveBefore(reading.settings, before);
    return () => (before === null ? Promise.resolve() : saveBefore(reading.settings, known));
  };
  const notes = foreignNotes(reading.grids)
    .filter(
      ({ name }) => reading.sheets.get(name)?.protected !== true && !plan.sheets.some((sheet) => sheet.name === name),
    )
    .flatMap(patchOperations);
  await carryOut(context, [...back.operations, ...planOperations(plan, reading), ...notes], { ...options, beforehand });
  await back.done();
  session.snapshots.noteFrozen(!(await keepsFormulas(workbook, { submission, review }, plan, options)));
  const grids = gridsAfter(reading.grids, plan);
  session.snapshots.keep(review, {
    grids,
    sheets: reading.sheets,
    settings: reading.settings,
    liveFormulaLimit: planOptions.liveFormulaLimit,
  });
  const record = await runRecord(
    review,
    grids,
    { policy: policyData(review), on: options.today ?? "", version: VERSION },
    crypto,
  );
  await forgetFilter(reading.settings);
  await saveRunRecord(reading.settings, record);
  const again = readAgain(comparison === undefined ? reading.grids.get(ROUND_SHEET) : gridOf(comparison), submission);
  // As written: a round that was taken over brings its numbers
  const ledger = await seenLedger(grids, workbook.sealer);
  return {
    unit: submission.unit,
    submission,
    review,
    liveFormulas: isLive(submission, planOptions),
    ledger,
    record,
    again,
    incoming: incomingOf(grids, reading),
  };
}

/** False where Excel did otherwise with the formulas within the unit's Table: then values stand in their place, and it is said. */
async function keepsFormulas(
  { context, reading }: OpenWorkbook,
  { submission, review }: ReviewedSubmission,
  { annotation }: WritePlan,
  options: ReviewOptions,
): Promise<boolean> {
  if (annotation === null || (await formulasStand(context, annotation, reading))) return true;
  const values = annotationPlan(submission, review, false);
  const rest = {
    row: values.lastRow + 1,
    rows: annotation.lastRow - values.lastRow,
    column: values.column,
    columns: values.columns,
  };
  await carryOut(
    context,
    [
      ...contentOperations(values.sheet, values.blocks, []),
      ...(rest.rows > 0 ? [onRange(values.sheet, rest, 2, (range) => range.clear("Contents"))] : []),
    ],
    { ...options, begun: true },
  );
  options.onWarning?.("values-in-table");
  return false;
}

/** How the unit's sheet is before our columns come to it; null when that is known. */
function beforeOf({ annotation }: WritePlan, { recordLayout }: Submission, reading: WorkbookReading): Before | null {
  const { looks, sheets, settings } = reading;
  if (annotation === null) return null;
  const filter = filterToWiden(annotation, reading);
  const noted = filter === null ? {} : { filter };
  const known = loadBefore(settings);
  // Noted by an earlier try that broke off: the columns may be our own by now
  if (known !== null) return filter === null || known.filter !== undefined ? null : { ...known, ...noted };
  const names = [...sheets.keys()];
  if (recordLayout.annotationColumn === null) {
    const { column, columns } = annotation;
    return {
      looks: Array.from({ length: columns }, (_, offset) => looks.get(column + offset)).filter(
        (look) => look !== undefined,
      ),
      sheets: names,
      ...noted,
    };
  }
  // A workbook that comes in again with what 退回件 said beside the records: those columns were ours already
  return { looks: [], sheets: names, ...noted };
}

/** The unit's filter that a write which broke off had taken off is there all the same. */
function withFilter(reading: WorkbookReading): WorkbookReading {
  const lost = loadBefore(reading.settings)?.filter;
  return reading.filter !== null || lost === undefined ? reading : { ...reading, filter: { ...lost, criteria: [] } };
}

async function forgetFilter(settings: WorkbookReading["settings"]): Promise<void> {
  const { filter, ...before } = loadBefore(settings) ?? { looks: [] };
  if (filter !== undefined) await saveBefore(settings, before);
}

/** Looks of the unit's columns are read once, before our own replace them. */
export function needsLooks({ settings }: WorkbookSession): boolean {
  return loadBefore(settings) === null;
}

/** Milliseconds between two looks whether Excel has calculated, and how many looks a freeze takes: a minute in all. */
const LOOKS_AGAIN_MS = 500;
const LOOKS = 120;

/**
 * Turns our formulas into what they show. Returns how many there were. Waits while Excel calculates; throws
 * `formula-unfinished` when it has not come to an end within a minute.
 */
export async function freezeResults(session: WorkbookSession, options: ActionOptions = {}): Promise<number> {
  for (let look = 1; ; look += 1) {
    const result = await session.inWorkbook(options, false, ({ context, reading }) =>
      freeze(context, reading, options),
    );
    if (typeof result === "number") {
      session.snapshots.noteFrozen(true);
      return result;
    }
    if (look === LOOKS) throw new ExcelFailure("formula-unfinished", { ...result, row: result.row + 1 });
    options.onProgress?.({ step: "waiting-for-formulas", done: 0, total: 1 });
    await session.timer.pause(LOOKS_AGAIN_MS);
  }
}

/** Gives how many formulas were frozen, or the one that Excel is still calculating: then nothing is written. */
async function freeze(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  options: ActionOptions,
): Promise<number | NonNullable<ReturnType<typeof unfinishedFormula>>> {
  const unfinished = unfinishedFormula(reading);
  if (unfinished !== null) return unfinished;
  let values: ReturnType<typeof ownColumnValues> | null = null;
  const { operations, cells } = freezeOperations(reading, (row, offset) => {
    values ??= reviewedValues(reading);
    const value = values.get(row)?.[offset] ?? "";
    return typeof value === "object" ? "" : value;
  });
  await carryOut(context, operations, options);
  return cells;
}

function reviewedValues(reading: WorkbookReading): ReturnType<typeof ownColumnValues> {
  const { submission, review } = reviewGrids(reading.grids, reading);
  return ownColumnValues(
    submission,
    review,
    submission.records.map(({ place }) => place.row),
  );
}

/**
 * Takes away annotation, 年度汇总, 合格证明, 年度工作报告 and the machine's lines of 审核意见; gives 学时记录 back as it came.
 * 口径, 已验印依据, lines with a reviewer's words and 发证台账 stay.
 */
export function clearResults(session: WorkbookSession, options: ActionOptions = {}): Promise<void> {
  return session.inWorkbook(options, false, (workbook) =>
    clear(workbook, options, (reading) => {
      const opinions = keptOpinionPlan(readOpinions(reading.grids.get(OPINION_SHEET)));
      return opinions === null ? sheetsOnly([], [OPINION_SHEET]) : sheetsOnly([opinions]);
    }),
  );
}

/**
 * Takes away what clearing leaves as well: 口径, reviewers' lines of 审核意见, 已验印依据 and 发证台账. Throws `input` while a
 * number is valid: it is out of the house, and only voiding it says what became of it.
 */
export function forgetDecisions(session: WorkbookSession, options: ActionOptions = {}): Promise<void> {
  return session.inWorkbook(options, false, (workbook) => {
    checkNoValidNumber(workbook.reading);
    return clear(workbook, options, () => sheetsOnly([], [QUESTION_SHEET, OPINION_SHEET, LEDGER_SHEET, SHEETS.proven]));
  });
}

/** `decided`: what becomes of the sheets that people decide on. */
async function clear(
  workbook: OpenWorkbook,
  options: ActionOptions,
  decided: (reading: WorkbookReading) => WritePlan,
): Promise<void> {
  const { context } = workbook;
  const reading = await withForeignPages(workbook);
  const back = viewBack(reading);
  const { sheets, removeSheets } = decided(reading);
  const results = [...reading.sheets.keys()].filter(
    (name) =>
      !reading.origins.foreignSheets.has(name) &&
      (name === SUMMARY_SHEET ||
        name === ROUND_SHEET ||
        name === STAGING_SHEET ||
        isPageSheet(name) ||
        isOurReport(reading, name)),
  );
  const plan = await sealed(sheetsOnly(sheets, [...results, ...removeSheets]), workbook);
  checkProtection(plan, reading);
  const annotation = findAnnotation(reading.grids.get(RECORD_SHEET));
  if (annotation !== null) checkRecordSheet(reading.sheets.get(RECORD_SHEET)?.protected === true);
  const looks = loadBefore(reading.settings)?.looks ?? [];
  const columns = annotation === null ? [] : clearOperations(reading, annotation, ANNOTATION_TITLES.length, looks);
  await carryOut(context, [...planOperations(plan, reading), ...back.operations, ...columns], options);
  await back.done();
  await saveRunRecord(reading.settings, null);
  if (loadBefore(reading.settings) !== null) await saveBefore(reading.settings, null);
}

function checkNoValidNumber(reading: WorkbookReading): void {
  const ledger = readLedgerRows(reading.grids.get(LEDGER_SHEET));
  if (!ledger.ok) throw new ExcelFailure("ledger-unreadable", {}, ledger);
  const valid = ledger.rows.filter(({ entry }) => isValid(entry));
  const [first] = valid;
  if (first) throw new ExcelFailure("numbers-valid", { count: valid.length, number: first.entry.certificateNo });
}

function checkRecordSheet(isProtected: boolean): void {
  if (isProtected) {
    throw new ExcelFailure("sheet-protected", { sheet: RECORD_SHEET });
  }
}

/** Shows a finding's cell. A place without a column shows its row. */
export async function selectPlace(session: WorkbookSession, place: Place): Promise<void> {
  session.selection.expect(place);
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(place.sheet);
      sheet.activate();
      sheet.getRangeByIndexes(place.row, place.column ?? 0, 1, 1).select();
      await context.sync();
    });
  } catch (error) {
    throw toFailure(error);
  }
}
