/**
 * Sheets out of another workbook's file, read in the page: nothing is inserted into the open workbook. Excel's own way
 * (insertWorksheetsFromBase64) refuses sheets with comments or charts on the web, leaves sheets behind and clears undo
 * (office-js 2718, 3179, 1770).
 */
import type { SheetGrid } from "../../submission/grid";
import { checkCancelled } from "../failures";
import { ExcelFailure, type ActionOptions } from "../types";

export interface ForeignFile {
  /** As the user knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Wanted {
  readonly needed: readonly string[];
  /** A file that has not all of them is no mistake. */
  readonly optional: readonly string[];
  /** What the file should be, for the words of a failure. */
  readonly what: string;
}

/** The cells by the sheet's name; blank sheets and those it has not are left out. Throws `input` for a file that is no such workbook. */
export async function readForeignSheets(
  { name, bytes }: ForeignFile,
  { needed, optional, what }: Wanted,
  { signal, onProgress }: ActionOptions,
): Promise<ReadonlyMap<string, SheetGrid>> {
  // What reads and writes .xlsx is loaded now, not with the pane
  const { CannotReadFile, sheetsOfFile } = await import(
    /* webpackChunkName: "book" */ "../../in-memory/sheets-of-file"
  );
  checkCancelled(signal);
  onProgress?.({ step: "reading", done: 0, total: 1 });
  try {
    const sheets = sheetsOfFile(bytes, [...needed, ...optional]);
    if (!needed.every((each) => sheets.has(each)))
      throw new ExcelFailure("file-sheets-missing", { file: name, sheets: needed, wanted: what });
    return new Map([...sheets].flatMap(([each, grid]) => (grid === null ? [] : [[each, grid]])));
  } catch (error) {
    throw error instanceof CannotReadFile ? new ExcelFailure(error.key, { file: name }, { cause: error }) : error;
  }
}
