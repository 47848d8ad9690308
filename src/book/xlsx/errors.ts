/** What a file that is no workbook we can open is instead; `other`: of another format, which Excel may be able to open. */
export type NotAWorkbookKind = "empty" | "damaged" | "encrypted" | "old" | "text" | "large" | "doctype" | "other";

/** Thrown when bytes are no workbook we can open. The message says what they are instead. */
export class NotAWorkbookError extends Error {
  override readonly name = "NotAWorkbookError";

  constructor(
    message: string,
    readonly kind: NotAWorkbookKind = "other",
  ) {
    super(message);
  }
}
