/** What is said of a policy workbook: a code, its cell, details. messages/ makes the sentences. */
import { a1 } from "../grid/address";
import type { Place } from "../submission/grid";
import type { Unreadable, UnreadableKey } from "./unreadable";

export type Severity = "error" | "warning" | "info";

/** A finding's texts and lists; `near` is the nearest right word. */
export type FindingDetails = Readonly<Record<string, string | number | null | readonly string[]>>;

export interface PolicyFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address; null where the sheet as a whole is meant. */
  readonly cell: string | null;
  readonly details: FindingDetails;
  /** Cells of a row of 学时记录 that shows it, by their columns; null where none is needed. */
  readonly example: Readonly<Record<string, string | number>> | null;
}

export type ReadingCode =
  | UnreadableKey
  | "sheet-missing"
  | "section-unknown"
  | "column-missing"
  | "column-unknown"
  | "label-unknown"
  | "label-twice"
  | "cell-needed"
  | "cell-error"
  | "row-twice"
  | "row-differs"
  | "table-twice"
  | "table-unused"
  | "table-without-rows"
  | "form-without-table"
  | "reference-unknown"
  | "language";

/** Collects what can't be read. */
export class Findings {
  readonly all: PolicyFinding[] = [];

  add(code: ReadingCode, place: Place, details: FindingDetails = {}, severity: Severity = "error"): void {
    const cell = place.column === undefined ? null : a1(place.row, place.column);
    if (this.all.some((each) => each.code === code && each.sheet === place.sheet && each.cell === cell)) return;
    this.all.push({ code, severity, sheet: place.sheet, cell, details, example: null });
  }

  unreadable({ key, found, allowed, near }: Unreadable, place: Place): void {
    this.add(key, place, { found, allowed, near });
  }
}
