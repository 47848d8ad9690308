/** 仅看问题行: which rows and columns of the reviewed 学时记录 stay in sight, worked out from the sheet as it stands. */
import { findAnnotation } from "../results";
import { ANNOTATION_TITLES } from "../results/annotation";
import type { SheetGrid } from "../submission/grid";
import { textOf } from "../submission/text";
import type { SheetLayout } from "../submission/types";

export interface RowRun {
  readonly row: number;
  readonly rows: number;
}

export interface ProblemRows {
  readonly headerRow: number;
  /** Last row that may be hidden or shown: that of the annotation. */
  readonly lastRow: number;
  readonly shown: readonly number[];
}

/** Rows whose 审核结论 is not 认定, or that carry 审核问题. Null when the sheet bears no annotation. */
export function problemRows(grid: SheetGrid): ProblemRows | null {
  const found = findAnnotation(grid);
  if (found === null) return null;
  const cell = (row: number, title: (typeof ANNOTATION_TITLES)[number]): string =>
    textOf(grid.values[row - grid.firstRow]?.[found.column + ANNOTATION_TITLES.indexOf(title) - grid.firstColumn]);
  const lastRow = grid.firstRow + grid.values.length - 1;
  const shown: number[] = [];
  for (let row = found.row + 1; row <= lastRow; row += 1) {
    const verdict = cell(row, "审核结论");
    if ((verdict !== "" && verdict !== "认定") || cell(row, "审核问题") !== "") shown.push(row);
  }
  return { headerRow: found.row, lastRow, shown };
}

/** Runs of rows between first and last that are not among the shown ones. */
export function runsBetween(first: number, last: number, without: readonly number[]): readonly RowRun[] {
  const left = new Set(without);
  const runs: { row: number; rows: number }[] = [];
  for (let row = first; row <= last; row += 1) {
    if (left.has(row)) continue;
    const run = runs[runs.length - 1];
    if (run !== undefined && run.row + run.rows === row) run.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}

/** Points across: a window of 1366 pixels shows about 1,300 of cells, less row numbers, scroll bar and this pane (320). */
export const SIGHT_POINTS = 930 * 0.75;
const LEAST_TITLE_POINTS = 120;

export interface VisibleColumns {
  readonly shown: readonly number[];
  /** Widths in points to be set for the while: only where the three would not fit otherwise. */
  readonly widths: ReadonlyMap<number, number>;
}

/** 姓名, 名称 and 审核问题 always; then what else helps, as long as it fits. */
export function columnsInSight(
  layout: SheetLayout,
  annotationColumn: number,
  widthOf: (column: number) => number,
): VisibleColumns {
  const own = (title: (typeof ANNOTATION_TITLES)[number]): number =>
    annotationColumn + ANNOTATION_TITLES.indexOf(title);
  const input = (key: string): number[] => [layout.columns.get(key)].filter((column) => column !== undefined);
  const title = input("title");
  const problems = own("审核问题");
  const shown = [...input("name"), ...title, problems];
  const widths = new Map<number, number>();
  let used = shown.reduce((total, column) => total + widthOf(column), 0);
  for (const [column, least] of [
    ...title.map((each) => [each, LEAST_TITLE_POINTS] as const),
    [problems, 2 * LEAST_TITLE_POINTS] as const,
  ]) {
    if (used <= SIGHT_POINTS) break;
    const width = Math.max(least, widthOf(column) - (used - SIGHT_POINTS));
    used -= widthOf(column) - width;
    widths.set(column, width);
  }
  for (const column of [
    own("审核结论"),
    ...input("form"),
    ...input("year"),
    own("核定学时"),
    ...input("registrationNo"),
  ]) {
    if (used + widthOf(column) > SIGHT_POINTS) continue;
    used += widthOf(column);
    shown.push(column);
  }
  return { shown: shown.sort((a, b) => a - b), widths };
}
