/** Dates in cells that a person filled in: Excel may have turned what was typed into a serial number. */
import type { CellValue } from "../grid/address";
import { isoDay } from "../submission/text";

/** 1955 to 2119: a plain number in a date column below or above is left alone. */
const SMALLEST_DATE = 20_000;
const LARGEST_DATE = 80_000;

/** A date cell that is kept as a person wrote it: serial numbers as "YYYY-MM-DD", anything else unchanged. */
export function dateAsWritten(value: CellValue | undefined): string {
  if (typeof value === "number" && value >= SMALLEST_DATE && value <= LARGEST_DATE) return isoDay(value);
  return cellText(value);
}

/** Any cell as trimmed text; blank is "". */
export function cellText(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
