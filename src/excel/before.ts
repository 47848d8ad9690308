/**
 * How the unit's sheet looked before the first annotation, kept in the workbook's own settings: the workbook may be
 * cleared on another computer.
 */
import { readSetting, saveSetting } from "./settings";
import type { ColumnLook } from "./types";

const KEY = "ce-hours-review.before";

export interface Before {
  /** Looks of the annotation's columns, from its first one on. */
  readonly looks: readonly ColumnLook[];
}

export function loadBefore(): Before | null {
  const value = readSetting(KEY);
  if (typeof value !== "object" || value === null || !("looks" in value) || !Array.isArray(value.looks)) return null;
  return { looks: value.looks.filter(isLook) };
}

/** Saves, or forgets with null. One round trip. */
export function saveBefore(before: Before | null): Promise<void> {
  return saveSetting(KEY, before);
}

function isLook(value: unknown): value is ColumnLook {
  return typeof value === "object" && value !== null && "width" in value && typeof value.width === "number" && "hidden" in value;
}
