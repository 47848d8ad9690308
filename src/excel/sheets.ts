/** Sheets that excel/ reads, makes or deletes, by name. */
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
