/** Results older than their inputs: a row whose cells no longer match the fingerprint beside them is marked 已过期. */
import type { SheetGrid } from "../submission/grid";
import { textOf } from "../submission/text";
import type { Submission } from "../submission/types";
import { FINGERPRINT_COLUMN, VERDICT_COLUMN } from "./annotation";
import type { CellBlock, StyledArea } from "./plan";

const STALE = "已过期";

export interface StaleMarks {
  readonly sheet: string;
  /** Sheet rows (0-based) that were not marked yet. */
  readonly rows: readonly number[];
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
}

/** What to mark on an annotated 学时记录; null when it carries no annotation. Rows added since the review count too. */
export function staleMarks(submission: Submission, grid: SheetGrid): StaleMarks | null {
  const { annotationColumn, sheet } = submission.recordLayout;
  if (annotationColumn === null) return null;
  const cell = cellReader(grid, annotationColumn);
  const rows = changedRows(submission, grid).filter((row) => cell(row, VERDICT_COLUMN) !== STALE);
  const column = annotationColumn + VERDICT_COLUMN;
  return {
    sheet,
    rows,
    blocks: rows.map((row) => ({ row, column, cells: [[STALE]] })),
    styles: rows.map((row) => ({
      row,
      column,
      rows: 1,
      columns: 1,
      style: { numberFormat: "@", color: "#3D4450", fill: "#E3E6EB" },
    })),
  };
}

/** Rows (0-based) of 学时记录 whose cells are not those that the results beside them were made of; none without an annotation. */
export function changedRows({ recordLayout, records }: Submission, grid: SheetGrid): readonly number[] {
  if (recordLayout.annotationColumn === null) return [];
  const cell = cellReader(grid, recordLayout.annotationColumn);
  return records
    .filter(({ place, fingerprint }) => cell(place.row, FINGERPRINT_COLUMN) !== fingerprint)
    .map(({ place }) => place.row);
}

/** The text of one of our columns on a row. */
function cellReader(grid: SheetGrid, annotationColumn: number): (row: number, offset: number) => string {
  return (row, offset) => textOf(grid.values[row - grid.firstRow]?.[annotationColumn + offset - grid.firstColumn]);
}
