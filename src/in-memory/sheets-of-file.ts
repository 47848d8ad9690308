/** Sheets out of another workbook's file, as the add-in would read them were it open. Loaded when a file is chosen. */
import type { Workbook } from "../book/model/workbook";
import { NotAWorkbookError, openWorkbook, type NotAWorkbookKind } from "../book/xlsx";
import type { FailureKey } from "../messages";
import type { SheetGrid } from "../submission/grid";
import { gridOfSheet } from "./grids";

type NoWorkbookKey = Extract<FailureKey, `file-${string}`>;

/** Why a file can't be read; messages/ has the words. */
export class CannotReadFile extends Error {
  override readonly name = "CannotReadFile";

  constructor(
    readonly key: NoWorkbookKey,
    cause: unknown,
  ) {
    super(key, { cause });
  }
}

const KEYS: Readonly<Record<NotAWorkbookKind, NoWorkbookKey>> = {
  empty: "file-no-workbook",
  text: "file-no-workbook",
  old: "file-no-workbook",
  other: "file-no-workbook",
  encrypted: "file-encrypted",
  damaged: "file-damaged",
  doctype: "file-damaged",
  large: "file-too-large",
};

/**
 * The sheets of these names that the file has, null for a blank one; a formula gives the value that the file has for it.
 * Throws CannotReadFile, also for a file beyond the bounds on packages (docs/security.md).
 */
export function sheetsOfFile(bytes: Uint8Array, names: readonly string[]): ReadonlyMap<string, SheetGrid | null> {
  const workbook = workbookOfFile(bytes);
  return new Map(
    names.flatMap((name): (readonly [string, SheetGrid | null])[] => {
      const sheet = workbook.sheetByName(name);
      if (sheet === undefined) return [];
      return [[name, sheet.usedBox(true) === null ? null : gridOfSheet(sheet)]];
    }),
  );
}

/** A file as a workbook. Throws CannotReadFile. */
export function workbookOfFile(bytes: Uint8Array): Workbook {
  try {
    return openWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    throw new CannotReadFile(KEYS[error.kind], error);
  }
}
