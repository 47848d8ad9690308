/** .xlsx files in and out of the in-memory workbook. */
export { NotAWorkbookError, type NotAWorkbookKind } from "./errors";
export { TooMuchDataError, type Packing } from "./packing";
export { emptyWorkbook, openWorkbook } from "./reader";
export { fileTypeOfName } from "./file-type";
export { macrosOf, saveWorkbook } from "./writer";
export { filteredColumns } from "./filtered";
export { withoutPersonalData } from "./remove-personal-data";
