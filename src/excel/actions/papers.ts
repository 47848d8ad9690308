/** The office's other papers: 新建申报表, the notice's forms, the year's report, the list of a sample. */
import {
  BLANK_SHEETS,
  blankForms,
  blankPlans,
  filledForms,
  personStatementPlan,
  samplePlan,
  yearReportPlan,
  type DrawRequest,
  type FormsPlan,
} from "../../papers/index";
import { reviewState } from "../../papers/reviewed";
import { personAnswer } from "../../results";
import type { OwnSheetPlan } from "../../results/plan";
import { SHEETS } from "../../submission/index";
import { sealPlan } from "../../trust";
import { carryOut, type Operation } from "../write/operations";
import { addSheet, fillOperations, removeSheet } from "../write/own-sheets";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import type { TrustedSettings } from "../settings/storage";
import { UNFINISHED_SHEET, RECORD_SHEET } from "../sheets";
import { type ActionOptions, ExcelFailure, type OpenWorkbook, type WorkbookReading } from "../types";
import { checkProtection, planOperations, sealed, sheetsOnly } from "../write/plan";
import type { ReviewedSubmission } from "../../review/types";

const MADE = "ce-hours-review.papers";

/** What a paper was made into: sheets, and how much is on them. */
export type PaperOutcome =
  | { readonly paper: "blank"; readonly sheets: readonly string[] }
  | ({ readonly paper: "forms"; readonly blank: boolean } & Pick<FormsPlan, "filings" | "organisations" | "leftOut">)
  | { readonly paper: "report"; readonly sheet: string }
  | { readonly paper: "statement"; readonly sheet: string; readonly name: string }
  | {
      readonly paper: "sample";
      readonly sheet: string;
      readonly drawn: number;
      readonly of: number;
      readonly replaced: string | null;
    }
  /** `rows`: how many rows with problems are in sight; `none`: there are none, and the sheet is as it was. */
  | { readonly paper: "view"; readonly state: "on" | "left" | "none"; readonly rows: number };

export type PaperOutcomeOf<P extends PaperOutcome["paper"]> = Extract<PaperOutcome, { readonly paper: P }>;

// ---- 新建申报表 ----

/** Builds the blank standard workbook. A sheet of one of these names is never touched: then nothing is built. */
export function newSubmission(session: WorkbookSession, options: ActionOptions = {}): Promise<PaperOutcomeOf<"blank">> {
  return session.inWorkbook(options, false, async ({ context, reading }) => {
    const names = [...reading.sheets.keys()];
    // A run that broke off has left its marker sheet, and what it had made behind that
    const marker = names.indexOf(UNFINISHED_SHEET);
    const leftovers =
      marker < 0 ? [] : names.slice(marker).filter((name) => name === UNFINISHED_SHEET || isBlankSheet(name));
    const taken = names.filter((name) => isBlankSheet(name) && !leftovers.includes(name));
    if (taken.length > 0) {
      await carryOut(context, leftovers.map(removeSheet), options);
      throw new ExcelFailure("sheets-exist", { sheets: taken });
    }
    const plans = blankPlans();
    checkProtection(sheetsOnly(plans), reading);
    const untouched = await untouchedSheet(
      context,
      names.filter((name) => !leftovers.includes(name)),
    );
    // All sheets before their contents: drop-downs refer to 字典, which stands last.
    await carryOut(
      context,
      [
        ...leftovers.map(removeSheet),
        addSheet({ name: UNFINISHED_SHEET }),
        ...plans.map(addSheet),
        ...plans.flatMap(fillOperations),
        ...(untouched === null ? [] : [removeSheet(untouched)]),
        removeSheet(UNFINISHED_SHEET),
        show(SHEETS.unit),
      ],
      options,
    );
    return { paper: "blank", sheets: plans.map(({ name }) => name) };
  });
}

const isBlankSheet = (name: string): boolean => BLANK_SHEETS.some((own) => own === name);

/** The one sheet that a new workbook comes with, when nobody has put anything on it. */
async function untouchedSheet(context: Excel.RequestContext, names: readonly string[]): Promise<string | null> {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0 || !/^(Sheet|工作表)\d+$/i.test(name)) return null;
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(false).load("address");
  const charts = sheet.charts.getCount();
  const shapes = sheet.shapes.getCount();
  await context.sync();
  const untouched = used.isNullObject && charts.value === 0 && shapes.value === 0;
  used.untrack();
  return untouched ? name : null;
}

// ---- 公需科目培训备案表, 培训单位一览表 ----

export interface FormsOptions extends ActionOptions {
  /** Without any entry; else filled in from 培训备案 and 培训单位. */
  readonly blank: boolean;
}

/**
 * Makes the notice's two forms, filled in from 培训备案 and 培训单位 or blank. Throws `no-filings`, and `no-public-filings`
 * when there are others only.
 */
export function makeForms(session: WorkbookSession, options: FormsOptions): Promise<PaperOutcomeOf<"forms">> {
  return session.inWorkbook(options, false, async (workbook) => {
    const { reading } = workbook;
    const { sheets, filings, organisations, leftOut } = options.blank
      ? blankForms(reading.grids)
      : filledForms(reading.grids);
    if (sheets.length === 0) {
      throw leftOut > 0 ? new ExcelFailure("no-public-filings", { count: leftOut }) : new ExcelFailure("no-filings");
    }
    await writeOwn(workbook, sheets, options);
    return { paper: "forms", blank: options.blank, filings, organisations, leftOut };
  });
}

// ---- 年度工作报告 ----

export interface ReportOptions extends ActionOptions {
  /** "YYYY-MM-DD" */
  readonly today: string;
}

/** Made anew each time: its charts go with the old sheet. */
export function writeYearReport(session: WorkbookSession, options: ReportOptions): Promise<PaperOutcomeOf<"report">> {
  return session.inWorkbook(options, false, async ({ context, reading, sealer }) => {
    const { submission, review } = reviewed(reading);
    const plan = await sealPlan(yearReportPlan(submission, review, options.today), "", sealer);
    checkOurs([plan], reading);
    checkProtection(sheetsOnly([plan], [plan.name]), reading);
    await remember(reading.settings, [plan.name]);
    const isThere = reading.sheets.has(plan.name);
    if (isThere) await carryOut(context, [removeSheet(plan.name)], options);
    await carryOut(context, [addSheet(plan), ...fillOperations(plan), show(plan.name)], {
      ...options,
      begun: isThere,
    });
    return { paper: "report", sheet: plan.name };
  });
}

// ---- 抽查清单 ----

export interface SampleOptions extends ActionOptions, DrawRequest {}

/**
 * Draws 抽查清单 from the credited records by the seed given. Throws an ExcelFailure where there is no review, or nothing
 * to draw from.
 */
export function drawSampleList(session: WorkbookSession, options: SampleOptions): Promise<PaperOutcomeOf<"sample">> {
  return session.inWorkbook(options, false, async (workbook) => {
    const { reading } = workbook;
    const { submission, review } = reviewed(reading);
    const { sheet, drawn, of, replaced } = samplePlan(submission, review, reading.grids, options);
    if (of === 0) throw new ExcelFailure("nothing-to-sample");
    await writeOwn(workbook, [sheet], options);
    return { paper: "sample", sheet: sheet.name, drawn, of, replaced };
  });
}

// ---- 个人情况说明 ----

export interface StatementOptions extends ActionOptions {
  readonly registrationNo: string;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

/**
 * Writes what there is to say to one person, in the place of the last statement. By the cells as they stand: somebody who
 * stands at the desk does not wait for a review. Throws `person-gone` when nobody of that number is in the submission.
 */
export function writeStatement(
  session: WorkbookSession,
  { registrationNo, ...options }: StatementOptions,
): Promise<PaperOutcomeOf<"statement">> {
  return session.inWorkbook(options, false, async (workbook) => {
    const { reading } = workbook;
    const reviewed = reviewGrids(reading.grids, reading);
    const answer = personAnswer(reviewed, registrationNo, "zh");
    if (answer === null) throw new ExcelFailure("person-gone", { number: registrationNo });
    const sheet = personStatementPlan(reviewed.submission, answer, options.today);
    await writeOwn(workbook, [sheet], options);
    return { paper: "statement", sheet: sheet.name, name: answer.person.name };
  });
}

// ---- what they share ----

/** The review as it stands on the sheets. Throws `input` when there is none, or when it is older than its inputs. */
function reviewed(reading: WorkbookReading): ReviewedSubmission {
  const result = reviewGrids(reading.grids, reading);
  const state = reviewState(result.submission, result.review, reading.grids.get(RECORD_SHEET));
  if (state === "none") throw new ExcelFailure("unreviewed");
  if (state === "stale") throw new ExcelFailure("outdated");
  return result;
}

async function writeOwn(
  workbook: OpenWorkbook,
  sheets: readonly OwnSheetPlan[],
  options: ActionOptions,
): Promise<void> {
  const { context, reading } = workbook;
  const plan = await sealed(sheetsOnly(sheets), workbook);
  checkOurs(sheets, reading);
  checkProtection(plan, reading);
  await remember(
    reading.settings,
    sheets.map(({ name }) => name),
  );
  await carryOut(
    context,
    [...planOperations(plan, reading), ...sheets.slice(0, 1).map(({ name }) => show(name))],
    options,
  );
}

function show(name: string): Operation {
  return { bytes: 500, run: (sheetOf) => sheetOf(name).activate() };
}

/** Names of sheets that this add-in was about to make in this workbook. What it has made bears its mark besides. */
function made(settings: TrustedSettings): readonly string[] {
  const value = settings.get(MADE);
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}

/** Noted before the first write, so that a run that breaks off can be repeated. */
async function remember(settings: TrustedSettings, names: readonly string[]): Promise<void> {
  const known = made(settings);
  if (names.some((name) => !known.includes(name))) await settings.save(MADE, [...new Set([...known, ...names])]);
}

/** 年度工作报告 and 个人情况说明 as we made them: they say what the review says, and go with it. */
export function isOurReport(reading: WorkbookReading, name: string): boolean {
  return (name === SHEETS.yearReport || name === SHEETS.statement) && isOurs(reading, name);
}

function isOurs({ settings, origins }: WorkbookReading, name: string): boolean {
  return origins.marked.has(name) || made(settings).includes(name);
}

/** A unit may well have handed in a sheet called 培训单位一览表: what we have not made is never overwritten. */
function checkOurs(sheets: readonly OwnSheetPlan[], reading: WorkbookReading): void {
  const foreign = sheets.find(({ name }) => reading.sheets.has(name) && !isOurs(reading, name));
  if (foreign !== undefined) {
    throw new ExcelFailure("foreign-sheet", { sheet: foreign.name });
  }
}
