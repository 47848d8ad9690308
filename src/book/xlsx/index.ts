/** .xlsx files in and out of the in-memory workbook. */
export { NotAWorkbookError, type NotAWorkbookKind } from "./errors";
export { emptyWorkbook, openWorkbook } from "./reader";
export { saveWorkbook } from "./writer";
export { filteredTableColumns } from "./filtered";
export { withoutPersonalData } from "./remove-personal-data";
