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
  const cell = (row: number, offset: number): string =>
    textOf(grid.values[row - grid.firstRow]?.[annotationColumn + offset - grid.firstColumn]);
  const rows = submission.records
    .filter(
      (record) =>
        cell(record.place.row, FINGERPRINT_COLUMN) !== record.fingerprint &&
        cell(record.place.row, VERDICT_COLUMN) !== STALE,
    )
    .map((record) => record.place.row);
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
