/** Thrown when bytes are no workbook we can open. The message says what they are instead. */
export class NotAWorkbookError extends Error {
  override readonly name = "NotAWorkbookError";
}
