/** Certificates of a workbook in memory, numbered and printed as 生成合格证明 does in Excel. */
import type { Workbook } from "../book/model/workbook";
import {
  certificateFormOf,
  certificatePlan,
  DEFAULT_SETTINGS,
  formPages,
  LEDGER_SHEET,
  PAGES_PER_SHEET,
  pageSheetName,
  validNumbers,
  type CertificatePlan,
} from "../certificates";
import { isPageSheet, isUnfinished, unfinished } from "../papers";
import { reviewSubmission } from "../review";
import { readSubmission } from "../submission";
import type { LedgerEntry } from "../submission/types";
import { sealPatch, sealPlan, yearOfGrids, type Sealer } from "../trust";
import { layOwnSheet, layPatch } from "./own-sheet";
import { checkWritable, NotReviewable, readBook, renameForeign, withForeignPages, type BookReading } from "./reading";

export interface IssueChoices {
  /** "YYYY-MM-DD" */
  readonly today: string;
  readonly policy?: string;
  /** The office's next free number. */
  readonly firstNumber?: number;
  /** Numbers that the office's ledger of all units has given, by registration number. */
  readonly given?: ReadonlyMap<string, Pick<LedgerEntry, "certificateNo" | "issuedOn">>;
  /** Registration numbers; everyone ready when left out. */
  readonly chosen?: ReadonlySet<string>;
}

/** Who would get a number and a page now; nothing is written. `workbook`: with its results. Throws NotReviewable. */
export async function certificatesOf(
  workbook: Workbook,
  sealer: Sealer,
  choices: IssueChoices,
): Promise<{
  readonly plan: CertificatePlan;
  readonly reading: BookReading;
  readonly policy: string;
  /** Registration numbers of those who hold a valid number of this round. */
  readonly held: ReadonlySet<string>;
}> {
  const reading = withForeignPages(await readBook(workbook, sealer));
  const read = readSubmission(reading.grids, {
    policy: choices.policy,
    sheets: workbook.sheets.map(({ name }) => name),
  });
  if (!read.ok) throw new NotReviewable(read.problems);
  const review = reviewSubmission(read.submission);
  const plan = certificatePlan(read.submission, review, reading.grids.get(LEDGER_SHEET), choices);
  const { ledger, unit } = read.submission;
  const held = new Set(validNumbers(ledger, unit.applicationYear).keys());
  return { plan, reading, policy: review.policy, held };
}

/** Numbers and prints: the ledger first, then the pages. Throws NotReviewable, and nothing is written then. */
export async function issueCertificates(
  workbook: Workbook,
  sealer: Sealer,
  choices: IssueChoices,
): Promise<CertificatePlan> {
  const { plan, reading, policy } = await certificatesOf(workbook, sealer, choices);
  if (plan.problems.length > 0) throw new NotReviewable(plan.problems);
  const pages = formPages(plan.issued, DEFAULT_SETTINGS, certificateFormOf(policy));
  const there = workbook.sheets.map(({ name }) => name).filter(isPageSheet);
  if (plan.ledger !== null || pages.length > 0 || there.length > 0)
    checkWritable(reading, [...(plan.ledger === null ? [] : [LEDGER_SHEET]), ...pages.map(({ name }) => name)]);
  const year = yearOfGrids(reading.grids);
  if (plan.ledger?.kind === "new") {
    renameForeign(reading, [LEDGER_SHEET]);
    layOwnSheet(workbook, await sealPlan(plan.ledger.sheet, year, sealer));
  }
  if (plan.ledger?.kind === "patch") {
    const sheet = workbook.sheetByName(plan.ledger.patch.name);
    if (sheet !== undefined)
      layPatch(sheet, await sealPatch(plan.ledger.patch, reading.grids.get(LEDGER_SHEET), year, sealer));
  }
  const names = Array.from({ length: Math.ceil(plan.issued.length / PAGES_PER_SHEET) }, (_, at) => pageSheetName(at));
  const old = there.filter((name) => !reading.foreignSheets.has(name));
  for (const name of old.filter(isUnfinished)) removeSheet(workbook, name);
  renameForeign(reading, names);
  const tabs = workbook.sheets.map(({ name }) => name);
  for (const page of pages) layOwnSheet(workbook, { ...page, name: unfinished(page.name) });
  for (const name of old.filter((each) => !isUnfinished(each) && !names.includes(each))) removeSheet(workbook, name);
  for (const name of names) {
    const replaces = old.includes(name);
    if (replaces) removeSheet(workbook, name);
    const sheet = workbook.sheetByName(unfinished(name));
    if (sheet === undefined) continue;
    sheet.name = name;
    if (replaces) workbook.moveSheet(sheet, tabs.indexOf(name));
  }
  return plan;
}

function removeSheet(workbook: Workbook, name: string): void {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) return;
  sheet.visibility = "Hidden";
  workbook.removeSheet(sheet);
}
