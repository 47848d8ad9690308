/** Sheets that excel/ reads, makes or deletes, by name. */
import { STAGING_SHEET } from "../papers";

export {
  UNFINISHED_SHEET,
  isOwnSheet,
  isPageSheet,
  isReadSheet,
  isUnfinished,
  RECORD_SHEET,
  renamedTo,
  STAGING_SHEET,
  unfinished,
} from "../papers";

/** Excel deletes no sheet that is very hidden, as one may be that somebody hid in the VBA editor. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Deletes the sheet that a large write left behind. */
export function removeStaging(): Promise<void> {
  return Excel.run(async (context) => {
    deleteSheet(context.workbook.worksheets.getItem(STAGING_SHEET));
    await context.sync();
  });
}
