/**
 * How the unit's sheet looked before the first annotation, kept in the workbook's own settings: the workbook may be
 * cleared on another computer.
 */
import type { Area } from "../../grid/address";
import type { TrustedSettings } from "./storage";
import type { ColumnLook } from "../types";

const KEY = "ce-hours-review.before";

export interface Before {
  /** Looks of the annotation's columns, from its first one on. */
  readonly looks: readonly ColumnLook[];
  /** Names of all sheets then: those that came later are the office's. Workbooks reviewed long ago lack it. */
  readonly sheets?: readonly string[];
  /**
   * Where the unit's filter lies while it is taken off to be laid on wider: a write that breaks off in between leaves none.
   * Its criteria are not kept: they may be names of people.
   */
  readonly filter?: Area;
}

/** How the unit's sheet looked before the first review; null before that, or where it can't be read. */
export function loadBefore(settings: TrustedSettings): Before | null {
  const value = settings.get(KEY);
  if (typeof value !== "object" || value === null || !("looks" in value) || !Array.isArray(value.looks)) return null;
  const sheets: unknown = "sheets" in value ? value.sheets : null;
  const filter: unknown = "filter" in value ? value.filter : null;
  return {
    looks: value.looks.filter(isLook),
    ...(Array.isArray(sheets) ? { sheets: sheets.filter((name) => typeof name === "string") } : {}),
    ...(isArea(filter) ? { filter } : {}),
  };
}

/** Saves, or forgets with null. One round trip. */
export async function saveBefore(settings: TrustedSettings, before: Before | null): Promise<void> {
  await settings.save(KEY, before);
}

const PLACE = ["row", "column", "rows", "columns"] as const;

function isArea(value: unknown): value is Area {
  if (typeof value !== "object" || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return PLACE.every((member) => Number.isSafeInteger(members.get(member)));
}

function isLook(value: unknown): value is ColumnLook {
  return (
    typeof value === "object" &&
    value !== null &&
    "width" in value &&
    typeof value.width === "number" &&
    "hidden" in value
  );
}
