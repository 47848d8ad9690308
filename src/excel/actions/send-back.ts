/** 退回件: a new workbook for the unit, made from this one, which stays as it is. */
import { isWorthSending, sendBackContent, type LetterInput, type SendBackCounts } from "../../send-back/index";
import { SHEETS } from "../../submission/index";
import { loadBefore } from "../settings/sheet-before-review";
import { documentBytes, openAsNew } from "../document-file";
import { checkCancelled } from "../failures";
import { leaveProblemView } from "./problem-view";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { isOwnSheet } from "../sheets";
import { ExcelFailure, type ActionOptions, type WorkbookReading } from "../types";

export interface SendBackOptions extends ActionOptions {
  readonly letter: LetterInput;
}

export interface SendBackOutcome {
  readonly counts: SendBackCounts;
  /** The unit's sheets that went along, and those of nobody we know that did not. */
  readonly sheets: readonly string[];
  readonly leftOut: readonly string[];
}

/** Reviews as the cells stand now, makes the file, and opens it as a new workbook. Throws `input` when there is nothing to send. */
export async function sendBack(
  session: WorkbookSession,
  { letter, ...options }: SendBackOptions,
): Promise<SendBackOutcome> {
  const { signal, onProgress } = options;
  // The unit gets its sheets with all rows and columns
  await leaveProblemView(session, options);
  return session.inWorkbook(options, false, async ({ reading }) => {
    onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const { submission, review } = reviewGrids(reading.grids, reading);
    const { annotationColumn, headerRow, lastRow } = submission.recordLayout;
    if (annotationColumn === null || !reading.sheets.has(SHEETS.opinions)) throw new ExcelFailure("unreviewed");
    const content = sendBackContent(submission, review);
    if (!isWorthSending(content)) {
      const open = content.counts.waiting > 0;
      throw new ExcelFailure(open ? "only-questions-open" : "nothing-to-return");
    }
    const { sheets, leftOut } = sheetsToSend(reading);
    // What reads and writes .xlsx is loaded now, not with the pane
    const { CannotSendBack, sendBackFile } = await import(/* webpackChunkName: "book" */ "../../send-back/file");
    const source = await documentBytes(options);
    checkCancelled(signal);
    onProgress?.({ step: "writing", done: 0, total: 1 });
    const annotation = { headerRow, column: annotationColumn, lastRow };
    let bytes: Uint8Array;
    try {
      bytes = sendBackFile(source, {
        content,
        letter,
        annotation,
        looks: loadBefore(reading.settings)?.looks ?? [],
        sheets,
      });
    } catch (error) {
      throw error instanceof CannotSendBack ? new ExcelFailure(error.key, error.details) : error;
    }
    checkCancelled(signal);
    await openAsNew(bytes);
    return { counts: content.counts, sheets, leftOut };
  });
}

/** The sheets of the contract, and what was there before the first review; a sheet that came later is the office's. */
function sheetsToSend({ sheets, settings }: WorkbookReading): {
  readonly sheets: readonly string[];
  readonly leftOut: readonly string[];
} {
  const contract = new Set<string>([SHEETS.unit, SHEETS.people, SHEETS.records, SHEETS.filings, SHEETS.organisations]);
  const known = loadBefore(settings)?.sheets ?? null;
  const others = [...sheets.keys()].filter((name) => !isOwnSheet(name));
  const isUnits = (name: string): boolean => contract.has(name) || known === null || known.includes(name);
  return { sheets: others.filter(isUnits), leftOut: others.filter((name) => !isUnits(name)) };
}
