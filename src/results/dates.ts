/** Dates in cells that a person filled in: Excel may have turned what was typed into a serial number. */
import type { CellValue } from "../submission/grid";

const DAY_MS = 86_400_000;
/** Serial 25569 is 1970-01-01. */
const UNIX_EPOCH_SERIAL = 25_569;
/** 1955 to 2119: a plain number in a date column below or above is left alone. */
const SMALLEST_DATE = 20_000;
const LARGEST_DATE = 80_000;

/** "YYYY-MM-DD" of a day number (days since 1899-12-30). */
export function isoDay(day: number): string {
  return new Date(Math.round((day - UNIX_EPOCH_SERIAL) * DAY_MS)).toISOString().slice(0, 10);
}

/** A date cell as text: serial numbers as "YYYY-MM-DD", anything else as it was written. */
export function dateText(value: CellValue | undefined): string {
  if (typeof value === "number" && value >= SMALLEST_DATE && value <= LARGEST_DATE) return isoDay(value);
  return cellText(value);
}

/** Any cell as trimmed text; blank is "". */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
