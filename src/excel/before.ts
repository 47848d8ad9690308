/**
 * How the unit's sheet looked before the first annotation, kept in the workbook's own settings: the workbook may be
 * cleared on another computer.
 */
import type { ColumnLook } from "./types";

const KEY = "ce-hours-review.before";

export interface Before {
  /** Looks of the annotation's columns, from its first one on. */
  readonly looks: readonly ColumnLook[];
}

export function loadBefore(): Before | null {
  const value: unknown = Office.context.document.settings.get(KEY);
  if (typeof value !== "object" || value === null || !("looks" in value) || !Array.isArray(value.looks)) return null;
  return { looks: value.looks.filter(isLook) };
}

/** Saves, or forgets with null. One round trip. */
export async function saveBefore(before: Before | null): Promise<void> {
  await saveSetting(KEY, before);
}

/** Keeps a value in the workbook's own settings, or forgets it with null. One round trip. */
export async function saveSetting(key: string, value: unknown): Promise<void> {
  const { settings } = Office.context.document;
  if (value === null) settings.remove(key);
  else settings.set(key, value);
  await new Promise<void>((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Failed) reject(new Error(result.error.message));
      else resolve();
    });
  });
}

function isLook(value: unknown): value is ColumnLook {
  return typeof value === "object" && value !== null && "width" in value && typeof value.width === "number" && "hidden" in value;
}
