/** Sheets that excel/ reads, makes or deletes, by name. */
export {
  UNFINISHED_SHEET,
  isOwnSheet,
  isPageSheet,
  isReadSheet,
  isUnfinished,
  RECORD_SHEET,
  renamedTo,
  SELF_CHECK_SHEET,
  STAGING_SHEET,
  unfinished,
} from "../papers";

/** Excel deletes no sheet that is very hidden, as one may be that somebody hid in the VBA editor. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Deletes sheets that are there, by name. */
export function removeSheets(names: readonly string[]): Promise<void> {
  return Excel.run(async (context) => {
    for (const name of names) deleteSheet(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
}
