/** Errors of Office.js and of our own steps, turned into failures that a reviewer can act on. */
import type { InputProblem } from "../submission/types";
import { ExcelFailure } from "./types";

const EDITING = new Set(["InvalidOperationInCellEditMode", "CellEditMode"]);
const PROTECTED = new Set(["AccessDenied", "ProtectedSheet", "ReadOnlyWorkbook"]);
const TOO_LARGE = new Set(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"]);

/** Excel has enough to do, or has lost the session. */
const BUSY = new Set([
  "ActivityLimitReached",
  "MemoryLimitReached",
  "RequestAborted",
  "ServiceNotAvailable",
  "HostRestartNeeded",
  "InvalidOrTimedOutSession",
  "InvalidRequestContext",
]);
const BEYOND_LIMITS = new Set(["OperationCellsExceedLimit", "RangeExceedsLimit"]);

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

/**
 * Any error as an ExcelFailure, by the code that Office gives it. What is one already stays as it is; an unknown error
 * becomes `host` with its text.
 */
export function toFailure(error: unknown): ExcelFailure {
  if (error instanceof ExcelFailure) return error;
  const code = codeOf(error);
  const cause = { cause: error };
  if (EDITING.has(code)) return new ExcelFailure("editing", {}, cause);
  if (PROTECTED.has(code)) return new ExcelFailure("protected", {}, cause);
  if (BUSY.has(code)) return new ExcelFailure("busy", { code }, cause);
  if (TOO_LARGE.has(code) || BEYOND_LIMITS.has(code)) return new ExcelFailure("too-large", {}, cause);
  const words = error instanceof Error ? error.message : String(error);
  return new ExcelFailure("host", { detail: code === "" ? words : `${code} ${words}` }, cause);
}

/** Why what was read is no submission; `problems` say where. */
export function notReviewable(problems: readonly InputProblem[]): ExcelFailure {
  const sheetsOf = (key: InputProblem["key"]): readonly string[] => [
    ...new Set(problems.flatMap((problem) => (problem.key === key ? [problem.sheet] : []))),
  ];
  const missing = sheetsOf("sheet-missing");
  if (missing.length > 0) return new ExcelFailure("sheets-missing", { sheets: missing }, { problems });
  const headless = sheetsOf("header-missing");
  return headless.length > 0
    ? new ExcelFailure("wrong-template", { sheets: headless }, { problems })
    : new ExcelFailure("not-reviewable", {}, { problems });
}

/** True when a cell is being edited. */
export function isEditing(error: unknown): boolean {
  return EDITING.has(codeOf(error));
}

/** Throws when the user has cancelled. Called between requests only. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelFailure("cancelled");
}
