/** 去标识导出: a new workbook to ask for help with, made from this one, which stays as it is. */
import { documentBytes, openAsNew } from "../document-file";
import { checkCancelled, toFailure } from "../failures";
import { ExcelFailure, type ActionOptions } from "../types";

/** Makes the file and opens it as a new workbook. Throws `return-unreadable` for a document that can't be read as a file. */
export async function exportAnonymous(options: ActionOptions = {}): Promise<void> {
  try {
    // What reads and writes .xlsx is loaded now, not with the pane
    const { anonymousFile, NotAWorkbookError } = await import(
      /* webpackChunkName: "book" */ "../../send-back/anonymous"
    );
    const source = await documentBytes(options);
    checkCancelled(options.signal);
    options.onProgress?.({ step: "writing", done: 0, total: 1 });
    let bytes: Uint8Array;
    try {
      bytes = anonymousFile(source);
    } catch (error) {
      if (!(error instanceof NotAWorkbookError)) throw error;
      throw error.kind === "encrypted"
        ? new ExcelFailure("return-encrypted")
        : new ExcelFailure("return-unreadable", { detail: error.message });
    }
    checkCancelled(options.signal);
    await openAsNew(bytes);
  } catch (error) {
    throw toFailure(error);
  }
}
