/** How 学时记录 was before 仅看问题行, kept in the workbook's settings; and a reading as it would be outside of that view. */
import type { RowRun } from "../../papers/index";
import type { TrustedSettings } from "./storage";
import { RECORD_SHEET } from "../sheets";
import type { WorkbookReading } from "../types";

const KEY = "ce-hours-review.problem-view";

/** How 学时记录 was. */
export interface ViewBefore {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows that were hidden already. */
  readonly hiddenRows: readonly RowRun[];
  /** Hidden or not, from column A on. */
  readonly hiddenColumns: readonly boolean[];
  /** Points of the columns that were narrowed. */
  readonly widths: readonly (readonly [column: number, points: number])[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  /** Of the sheet's filter, by column; empty when nothing was filtered. */
  readonly criteria: readonly (Excel.FilterCriteria | null)[];
}

/** Null outside of the view. */
export function loadViewBefore(settings: TrustedSettings): ViewBefore | null {
  const value = settings.get(KEY);
  return typeof value === "object" && value !== null && "hiddenColumns" in value ? (value as ViewBefore) : null;
}

/** Saves, or forgets with null; false where the document does not keep it. */
export function saveViewBefore(settings: TrustedSettings, before: ViewBefore | null): Promise<boolean> {
  return settings.save(KEY, before);
}

/** Rows that we hide are not the unit's hidden rows, and its filter is only set aside. */
export function outsideView(reading: WorkbookReading): WorkbookReading {
  const before = loadViewBefore(reading.settings);
  const records = reading.grids.get(RECORD_SHEET);
  if (before === null || records === undefined) return reading;
  const { filter } = reading;
  return {
    ...reading,
    grids: new Map(reading.grids).set(RECORD_SHEET, { ...records, hasHiddenRows: before.hiddenRows.length > 0 }),
    filter: filter === null || before.criteria.length === 0 ? filter : { ...filter, criteria: before.criteria },
  };
}
