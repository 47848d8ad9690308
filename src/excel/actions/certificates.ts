/**
 * Issuing and voiding certificates. The order makes it honest: a number is in the ledger before its page exists, and a
 * page is gone before its number is voided. A break at any point leaves numbers without pages at worst, never the other way.
 */
import {
  certificateFormOf,
  certificatePlan,
  isValid,
  LEDGER_SHEET,
  ledgerChange,
  ledgerState,
  parseSettings,
  sameSettings,
  starterTemplate,
  stateAfter,
  TEMPLATE_SHEET,
  type CertificateFields,
  type CertificatePlan,
  type CertificateSettings,
  type GivenElsewhere,
  type LedgerChange,
  type LedgerRow,
  type LedgerState,
  type Voiding,
} from "../../certificates/index";
import type { FailureProblem } from "../../messages";
import { hasOurForm, sealPatch, sealPlan, verifyGrids, yearOfGrids, type Sealer } from "../../trust";
import { readLedgerRows, readSubmission, SHEETS } from "../../submission/index";
import type { SheetGrid, WorkbookGrids } from "../../submission/grid";
import { givenElsewhere, rememberNumbers } from "../issued-numbers";
import { chosenPolicy } from "../settings/policy-override";
import { loadColumns } from "../settings/column-choices";
import { toFailure } from "../failures";
import { carryOut, type Operation, type WriteOptions } from "../write/operations";
import { CALL_BYTES } from "../request-sizes";
import { ownSheetOperations, removeSheet } from "../write/own-sheets";
import { numbersOnPages, pageOperations, withForeignPages, type PageJob } from "../write/certificate-pages";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { isPageSheet, unfinished } from "../sheets";
import { loadTemplate } from "../read/template";
import { type ActionOptions, ExcelFailure, type OpenWorkbook, type WorkbookReading } from "../types";
import { checkProtection, patchOperations, planOperations, sheetsOnly } from "../write/plan";
import type { ReviewedSubmission } from "../../review/types";

const SETTINGS_KEY = "ce-hours-review.certificates";

/** The settings of certificates that the document keeps; the defaults where it keeps none that can be read. */
export function loadCertificateSettings({ settings }: Pick<WorkbookSession, "settings">): CertificateSettings {
  return parseSettings(settings.get(SETTINGS_KEY) ?? undefined);
}

/** Keeps the settings in the workbook; no round trip when they are what it has. */
export async function saveCertificateSettings(
  session: Pick<WorkbookSession, "settings">,
  settings: CertificateSettings,
  { onWarning }: Pick<ActionOptions, "onWarning"> = {},
): Promise<void> {
  if (sameSettings(settings, loadCertificateSettings(session))) return;
  if (!(await session.settings.save(SETTINGS_KEY, settings))) onWarning?.("settings-not-saved");
}

/** The ledger and nothing else, for the pane to look at when it opens. Writes nothing. */
export async function readLedger(session: WorkbookSession): Promise<LedgerState> {
  try {
    const sealer = await session.sealer();
    return await Excel.run(async (context) => {
      const loaded = [LEDGER_SHEET, SHEETS.unit].map((name) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        return { name, sheet, used: sheet.getUsedRangeOrNullObject(true).load("values,rowIndex,columnIndex") };
      });
      await context.sync();
      const grids = new Map<string, SheetGrid>();
      for (const { name, sheet, used } of loaded) {
        if (sheet.isNullObject || used.isNullObject) continue;
        const values = used.values as (string | number | boolean)[][];
        const grid = { name, firstRow: used.rowIndex, firstColumn: used.columnIndex, values };
        if (name !== LEDGER_SHEET || hasOurForm(grid)) grids.set(name, grid);
      }
      return seenLedger(await verifyGrids(grids, sealer), sealer);
    });
  } catch (error) {
    throw toFailure(error);
  }
}

/** The ledger as read, with what this machine has seen given besides; its valid numbers are remembered from now on. */
export async function seenLedger(grids: WorkbookGrids, sealer: Sealer): Promise<LedgerState> {
  const reading = readLedgerRows(grids.get(LEDGER_SHEET));
  const entries = reading.ok ? reading.rows.map(({ entry }) => entry) : [];
  const elsewhere = await givenElsewhere(grids, entries, sealer);
  await rememberNumbers(grids, entries, sealer);
  return ledgerState(reading, elsewhere);
}

export interface IssueOptions extends ActionOptions {
  /** The office's next free number. */
  readonly firstNumber?: number;
  /** "YYYY-MM-DD" */
  readonly today: string;
  /** Those the workbook keeps when left out. */
  readonly settings?: CertificateSettings;
  /** Registration numbers; everyone ready when left out. */
  readonly chosen?: readonly string[];
  /** Why people who seem to hold a valid number get another one, by registration number. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface IssueOutcome extends ReviewedSubmission {
  readonly issued: CertificatePlan["issued"];
  readonly withheld: CertificatePlan["withheld"];
  /** How many of the issued got their number now. */
  readonly fresh: number;
  /** Valid numbers of this round by registration number. */
  readonly numbers: CertificatePlan["numbers"];
  readonly ledger: LedgerState;
}

/** Numbers and prints the chosen. 合格证明 holds their pages and no others; all numbers stay in the ledger. */
export function issueCertificates(session: WorkbookSession, options: IssueOptions): Promise<IssueOutcome> {
  return session.inWorkbook(options, false, async (opened) => {
    const workbook = { ...opened, reading: await withForeignPages(opened) };
    const { reading } = workbook;
    const { submission, review } = reviewGrids(reading.grids, reading);
    const { today, firstNumber, chosen, reasons = {} } = options;
    const settings = options.settings ?? loadCertificateSettings(session);
    const elsewhere = await elsewhereOf(workbook);
    const plan = certificatePlan(submission, review, reading.grids.get(LEDGER_SHEET), {
      today,
      settings,
      elsewhere,
      ...(firstNumber === undefined ? {} : { firstNumber }),
      ...(chosen === undefined ? {} : { chosen: new Set(chosen) }),
      reasons: new Map(Object.entries(reasons)),
    });
    refuse("not-issuable", plan.problems);
    const job = await pageJob(workbook, plan.issued, settings, review.policy);
    checkWritable(reading, plan.ledger, job);
    const first: WriteOptions = {
      ...options,
      beforehand: async () => {
        const known = loadCertificateSettings(session);
        await saveCertificateSettings(session, settings);
        return () => saveCertificateSettings(session, known);
      },
    };
    await writeLedger(workbook, plan.ledger, first);
    const after = stateAfter(reading.grids.get(LEDGER_SHEET), plan, undefined, elsewhere);
    await rememberNumbers(reading.grids, after.entries, workbook.sealer);
    await carryOut(
      workbook.context,
      pageOperations(job, reading),
      plan.ledger === null ? first : { ...options, begun: true },
    );
    const { issued, withheld, fresh, numbers } = plan;
    return {
      submission,
      review,
      issued,
      withheld,
      fresh,
      numbers,
      ledger: after,
    };
  });
}

export interface VoidOptions extends ActionOptions {
  /** The entry as the pane showed it: found again by row, number and person, or refused. */
  readonly entry: { readonly row: number; readonly certificateNo: string; readonly registrationNo: string };
  readonly reason: string;
  /** Also give the person a new number and page. */
  readonly reissue: boolean;
  /** "YYYY-MM-DD" */
  readonly today: string;
  readonly settings?: CertificateSettings;
}

export interface VoidOutcome {
  readonly voided: string;
  /** The new number, null when none was given. */
  readonly reissued: string | null;
  /** Pages of others that had to go too: their people can't get one as things stand now. */
  readonly lost: number;
  readonly ledger: LedgerState;
}

/** Page first, ledger second, the new page last. Pages of others that are on the sheet stay on it. */
export function voidCertificate(session: WorkbookSession, options: VoidOptions): Promise<VoidOutcome> {
  return session.inWorkbook(options, false, async (opened) => {
    const workbook = { ...opened, reading: await withForeignPages(opened) };
    const { context, reading } = workbook;
    const { entry, reissue, today } = options;
    const settings = options.settings ?? loadCertificateSettings(session);
    // Null: an earlier try has voided it, and broke off before it was known
    const voided = checkedVoiding(reading, options);
    const ledgerGrid = reading.grids.get(LEDGER_SHEET);
    const shown = await numbersOnPages(workbook);
    const elsewhere = await elsewhereOf(workbook);

    const before =
      readSubmission(reading.grids, { policy: chosenPolicy(reading.settings), columns: loadColumns(reading.settings) })
        .ok || reissue
        ? reviewGrids(reading.grids, reading)
        : null;
    const planFor = (chosen: ReadonlySet<string>): CertificatePlan | null =>
      before &&
      certificatePlan(before.submission, before.review, ledgerGrid, {
        today,
        settings,
        ...(voided === null ? {} : { voided }),
        elsewhere,
        chosen,
      });
    const kept = peopleOnPages(reading, shown, before, entry.row);
    const keeping = planFor(kept);
    const renewing = reissue ? planFor(new Set([...kept, entry.registrationNo])) : null;
    if (renewing !== null) {
      refuse("not-reissuable", [...renewing.problems, ...withheldProblems(renewing, entry.registrationNo)]);
    }
    const change = renewing?.ledger ?? (voided === null ? null : ledgerOnly(reading, voided));
    const onPage = shown.has(entry.certificateNo);
    const without = await pageJob(workbook, keeping?.issued ?? [], settings, before?.review.policy);
    const withNew =
      renewing === null ? null : await pageJob(workbook, renewing.issued, settings, before?.review.policy);
    checkWritable(reading, change, withNew ?? without);

    if (onPage) await carryOut(context, pageOperations(without, reading), options);
    await writeLedger(workbook, change, { ...options, begun: onPage });
    const after = stateAfter(ledgerGrid, renewing ?? { issued: [], fresh: 0 }, voided ?? undefined, elsewhere);
    await rememberNumbers(reading.grids, after.entries, workbook.sealer);
    if (withNew !== null)
      await carryOut(context, pageOperations(withNew, reading, onPage ? without : undefined), {
        ...options,
        begun: true,
      });
    return {
      voided: entry.certificateNo,
      reissued:
        renewing?.issued.find(({ registrationNo }) => registrationNo === entry.registrationNo)?.certificateNo ?? null,
      lost: onPage ? othersOnPages(reading, shown, entry.row).length - (keeping?.issued.length ?? 0) : 0,
      ledger: after,
    };
  });
}

/** Takes off 合格证明 the pages of people whose numbers are in conflict; all others that are on it stay. Gives how many stay. */
export function withdrawConflicting(
  session: WorkbookSession,
  options: ActionOptions & { readonly today: string },
): Promise<number> {
  return session.inWorkbook(options, false, async (opened) => {
    const workbook = { ...opened, reading: await withForeignPages(opened) };
    const { context, reading } = workbook;
    const settings = loadCertificateSettings(session);
    const before = reviewGrids(reading.grids, reading);
    const chosen = peopleOnPages(reading, await numbersOnPages(workbook), before, null);
    const plan = certificatePlan(before.submission, before.review, reading.grids.get(LEDGER_SHEET), {
      today: options.today,
      settings,
      elsewhere: await elsewhereOf(workbook),
      chosen,
    });
    const job = await pageJob(workbook, plan.issued, settings, before.review.policy);
    checkWritable(reading, null, job);
    await carryOut(context, pageOperations(job, reading), options);
    return plan.issued.length;
  });
}

/** What this machine has seen given beyond the ledger as it was read. */
function elsewhereOf({ reading: { grids }, sealer }: OpenWorkbook): Promise<GivenElsewhere> {
  const reading = readLedgerRows(grids.get(LEDGER_SHEET));
  return givenElsewhere(grids, reading.ok ? reading.rows.map(({ entry }) => entry) : [], sealer);
}

/** Those whose valid number of this round stands on a page; `except`: the row of an entry that counts no more. */
function peopleOnPages(
  reading: WorkbookReading,
  shown: ReadonlySet<string>,
  before: ReviewedSubmission | null,
  except: number | null,
): ReadonlySet<string> {
  const round = `${before?.submission.unit.applicationYear}-`;
  return new Set(
    othersOnPages(reading, shown, except)
      .filter(({ certificateNo }) => certificateNo.startsWith(round))
      .map(({ registrationNo }) => registrationNo),
  );
}

/** Valid entries whose numbers stand on a page. */
function othersOnPages(
  { grids }: WorkbookReading,
  shown: ReadonlySet<string>,
  except: number | null,
): readonly LedgerRow[] {
  return ledgerState(readLedgerRows(grids.get(LEDGER_SHEET))).entries.filter(
    (each) => each.row !== except && isValid(each) && shown.has(each.certificateNo),
  );
}

/** A sheet 合格证明模板 to begin with: the notice's form with its blanks as fields. One that is there is never written over. */
export function makeTemplate(session: WorkbookSession, options: ActionOptions = {}): Promise<void> {
  return session.inWorkbook(options, false, async ({ context, reading }) => {
    // The sheet bears its name once it is finished: a half made one would pass for the office's own
    const name = unfinished(TEMPLATE_SHEET);
    const leftover = reading.sheets.has(name) ? [removeSheet(name)] : [];
    if (reading.sheets.has(TEMPLATE_SHEET)) {
      await carryOut(context, leftover, options);
      throw new ExcelFailure("template-exists", { sheet: TEMPLATE_SHEET });
    }
    const plan = starterTemplate(certificateFormOf(chosenPolicy(reading.settings) ?? ""));
    checkProtection(sheetsOnly([plan]), reading);
    const finish: Operation = {
      bytes: 2 * CALL_BYTES,
      run: (sheetOf) => {
        const sheet = sheetOf(name);
        sheet.name = TEMPLATE_SHEET;
        sheet.activate();
      },
    };
    await carryOut(context, [...leftover, ...ownSheetOperations({ ...plan, name }, undefined), finish], options);
  });
}

/** Null when the entry is void already for this very reason. */
function checkedVoiding({ grids }: WorkbookReading, { entry, reason }: VoidOptions): Voiding | null {
  const ledger = readLedgerRows(grids.get(LEDGER_SHEET));
  if (!ledger.ok) throw new ExcelFailure("ledger-unreadable", {}, ledger);
  const found = ledger.rows.find(({ row }) => row === entry.row)?.entry;
  if (found?.certificateNo !== entry.certificateNo || found.registrationNo !== entry.registrationNo) {
    throw new ExcelFailure("ledger-changed");
  }
  if (reason.trim() === "") throw new ExcelFailure("void-reason-missing");
  if (!isValid(found)) {
    if (found.voidReason === reason.trim()) return null;
    throw new ExcelFailure("already-void", { number: entry.certificateNo });
  }
  return { row: entry.row, reason: reason.trim() };
}

function withheldProblems(plan: CertificatePlan, registrationNo: string): readonly FailureProblem[] {
  if (plan.issued.some((fields) => fields.registrationNo === registrationNo)) return [];
  const person = plan.withheld.find((each) => each.registrationNo === registrationNo);
  if (person === undefined)
    return [
      {
        sheet: "人员信息",
        cell: null,
        key: "nobody-to-reissue",
        details: { registrationNo },
      },
    ];
  return person.findings.map((finding) => ({
    sheet: finding.place.sheet,
    cell: null,
    key: "person-withheld",
    details: { name: person.name, finding },
  }));
}

function ledgerOnly({ grids }: WorkbookReading, voided: Voiding): LedgerChange | null {
  const ledger = readLedgerRows(grids.get(LEDGER_SHEET));
  return ledger.ok ? ledgerChange(ledger, [], [voided]) : null;
}

function refuse(key: "not-issuable" | "not-reissuable", problems: readonly FailureProblem[]): void {
  if (problems.length > 0) throw new ExcelFailure(key, {}, { problems });
}

async function pageJob(
  workbook: OpenWorkbook,
  issued: readonly CertificateFields[],
  settings: CertificateSettings,
  policyId = "",
): Promise<PageJob> {
  // Nobody to be printed: a template that nobody needs is not asked for.
  const template = settings.layout === "template" && issued.length > 0 ? await loadTemplate(workbook) : null;
  return { issued, settings, form: certificateFormOf(policyId), template };
}

/** Before the first write: no half of a result for what could be seen beforehand. */
function checkWritable(reading: WorkbookReading, ledger: LedgerChange | null, { issued }: PageJob): void {
  if (ledger?.kind === "new") checkProtection(sheetsOnly([ledger.sheet]), reading);
  if (ledger?.kind === "patch" && reading.sheets.get(ledger.patch.name)?.protected === true) {
    throw new ExcelFailure("sheet-protected", { sheet: LEDGER_SHEET });
  }
  const changes = issued.length > 0 || [...reading.sheets.keys()].some(isPageSheet);
  if (changes && reading.structureProtected) {
    throw new ExcelFailure("structure-protected");
  }
}

async function writeLedger(
  { context, reading, sealer }: OpenWorkbook,
  change: LedgerChange | null,
  options: WriteOptions,
): Promise<void> {
  if (change === null) return;
  const grid = reading.grids.get(LEDGER_SHEET);
  const year = yearOfGrids(reading.grids);
  await carryOut(
    context,
    change.kind === "new"
      ? planOperations(sheetsOnly([await sealPlan(change.sheet, year, sealer)]), reading)
      : patchOperations(await sealPatch(change.patch, grid, year, sealer)),
    options,
  );
}
