/** Errors of Office.js and of our own steps, turned into failures that a reviewer can act on. */
import { ExcelFailure } from "./types";

const EDITING = new Set(["InvalidOperationInCellEditMode", "CellEditMode"]);
const PROTECTED = new Set(["AccessDenied", "ProtectedSheet", "ReadOnlyWorkbook"]);
const TOO_LARGE = new Set(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"]);

/** The code of an Office.js error, "" for any other value. */
function codeOf(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}

/** True when a request or its answer was above Excel's size limit: the same work in smaller pieces may pass. */
export function isTooLarge(error: unknown): boolean {
  return TOO_LARGE.has(codeOf(error));
}

/** True when a protection stood in the way. */
export function isProtected(error: unknown): boolean {
  return PROTECTED.has(codeOf(error));
}

/** True when a sheet of that name is there already. */
export function alreadyExists(error: unknown): boolean {
  return codeOf(error) === "ItemAlreadyExists";
}

export function toFailure(error: unknown): ExcelFailure {
  if (error instanceof ExcelFailure) return error;
  const code = codeOf(error);
  const cause = { cause: error };
  if (EDITING.has(code)) return new ExcelFailure("editing", "有单元格正在编辑", "按 Enter 结束编辑后重试", [], cause);
  if (PROTECTED.has(code)) return new ExcelFailure("protected", "工作簿或工作表受保护", "撤销保护后重试", [], cause);
  const words = error instanceof Error ? error.message : String(error);
  return new ExcelFailure("host", `Excel 未能完成操作：${code === "" ? words : `${code} ${words}`}`, "请重试；填报内容未被改动", [], cause);
}

/** Throws when the user has cancelled. Called between batches only. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelFailure("cancelled", "已取消", "需要时重新执行，即可补全结果");
}
