/**
 * The office's mark on a sheet of its own as a whole: a hidden name of that sheet, which comes along wherever the sheet goes, in
 * WPS too and where the document's settings were lost. Nobody can make it without the office's key.
 */
import { SHEETS } from "../submission";
import type { Sealer } from "./types";

/** The hidden name that holds the mark. */
export const SHEET_MARK = "_CE_SHEET_MARK";

/** Sheets of ours that nothing but the mark tells from a unit's own under that name. */
export const MARKED_SHEETS: readonly string[] = [SHEETS.years, SHEETS.round];

/** What the name means on a sheet that the office has made under this name, as a formula. */
export async function sheetMark(sheet: string, sealer: Sealer): Promise<string> {
  return `="${await sealer.seal(JSON.stringify(["sheet", sheet]))}"`;
}
