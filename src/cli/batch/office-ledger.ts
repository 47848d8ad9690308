/** 总台账: the office's ledger of all units, a workbook of one sheet. Read, added to, and written whole. */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Workbook } from "../../book/model/workbook";
import { emptyWorkbook, NotAWorkbookError, openWorkbook, saveWorkbook } from "../../book/xlsx";
import { LEDGER_SHEET, ledgerChange } from "../../certificates";
import { gridOfSheet, layOwnSheet, layPatch } from "../../in-memory";
import { problemText } from "../../messages";
import { readLedgerRows } from "../../submission";
import type { SheetGrid } from "../../submission/grid";
import type { LedgerEntry } from "../../submission/types";
import { sealPatch, sealPlan, type Sealer } from "../../trust";
import { InputRefused } from "../../workbench/cli/command";
import { LANGUAGE, text } from "../speech";
import { writeWhole } from "./folders";
import { lockOf } from "./lock";

export interface OfficeLedger {
  /** With the row of the sheet, from 1. */
  readonly entries: readonly (LedgerEntry & { readonly row: number })[];
}

interface Opened extends OfficeLedger {
  readonly workbook: Workbook | null;
  readonly grid: SheetGrid | undefined;
}

/** The ledger is the office's own file: every row of it counts. One that is not there is empty. Throws InputRefused. */
export function readOfficeLedger(path: string): OfficeLedger {
  return opened(path);
}

function opened(path: string): Opened {
  if (!existsSync(path)) return { workbook: null, grid: undefined, entries: [] };
  const workbook = bookOf(path);
  const sheet = workbook.sheetByName(LEDGER_SHEET);
  const grid = sheet === undefined ? undefined : gridOfSheet(sheet);
  const reading = readLedgerRows(grid);
  if (!reading.ok)
    throw new InputRefused(
      reading.problems.map((problem) =>
        text("batch-ledger-unreadable", { file: basename(path), why: problemText(problem, LANGUAGE) }),
      ),
    );
  return { workbook, grid, entries: reading.rows.map(({ row, entry }) => ({ ...entry, row: row + 1 })) };
}

function bookOf(path: string): Workbook {
  try {
    return openWorkbook(readFileSync(path));
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new InputRefused([text("no-workbook", { file: basename(path), kind: error.kind })]);
  }
}

/**
 * Adds to the ledger what `entriesFor` gives for what it holds, while nobody else does: it is read again under the lock,
 * and written whole. Numbers are in the ledger before a page with them exists. Gives what the caller made of it.
 */
export async function addToLedger<Result>(
  path: string,
  { sealer, token, signal }: { readonly sealer: Sealer; readonly token: string; readonly signal: AbortSignal },
  entriesFor: (ledger: OfficeLedger) => { readonly fresh: readonly LedgerEntry[]; readonly result: Result },
): Promise<Result> {
  const lock = await lockOf(`${path}.lock`, token, signal, () => undefined);
  try {
    const there = opened(path);
    const { fresh, result } = entriesFor(there);
    if (fresh.length > 0) {
      const bytes = await withEntries(there, fresh, sealer);
      lock.check();
      writeWhole(path, bytes);
    }
    return result;
  } finally {
    lock.release();
  }
}

async function withEntries(
  { workbook, grid }: Opened,
  fresh: readonly LedgerEntry[],
  sealer: Sealer,
): Promise<Uint8Array> {
  const reading = readLedgerRows(grid);
  const change = reading.ok ? ledgerChange(reading, fresh) : null;
  if (change === null) throw new Error("there is nothing to add");
  const book = workbook ?? emptyWorkbook();
  if (change.kind === "new") {
    const [blank] = workbook === null ? book.sheets : [];
    layOwnSheet(book, await sealPlan(change.sheet, "", sealer));
    if (blank !== undefined) book.removeSheet(blank);
  } else {
    const sheet = book.sheetByName(change.patch.name);
    if (sheet !== undefined) layPatch(sheet, await sealPatch(change.patch, grid, "", sealer));
  }
  return saveWorkbook(book, "xlsx");
}
