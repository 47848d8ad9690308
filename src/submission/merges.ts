/** Merged cells over data rows: each row that a merge covers holds the value of its first one. */
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "./grid";
import type { ReadingProblem, SheetLayout } from "./types";

/** A grid with the values of its merged cells in every row, and the rows (0-based) that were given one. */
export interface FilledGrid {
  readonly grid: SheetGrid;
  readonly filled: ReadonlySet<number>;
}

/**
 * The grid with the values of merged cells in every one of `rows` (0-based rows of the sheet) that a merge covers, in the
 * merge's first column, and the rows that were given one. The same grid when there are none: lines are never changed in place.
 */
export function withMergedValues(grid: SheetGrid, rows: readonly number[]): FilledGrid {
  const merges = grid.merges?.filter((merge) => merge.rows > 1) ?? [];
  if (merges.length === 0) return { grid, filled: new Set() };
  const data = new Set(rows);
  const filled = new Set<number>();
  const values = [...grid.values];
  for (const merge of merges) {
    const at = merge.column - grid.firstColumn;
    const value = grid.values[merge.row - grid.firstRow]?.[at] ?? null;
    // What stands in the header is no value of the rows below it.
    if (value === null || !data.has(merge.row)) continue;
    for (let row = merge.row + 1; row < merge.row + merge.rows; row += 1) {
      const line = values[row - grid.firstRow];
      if (!data.has(row) || !line || (line[at] ?? null) !== null) continue;
      values[row - grid.firstRow] = withValue(line, at, value);
      filled.add(row);
    }
  }
  return { grid: filled.size === 0 ? grid : { ...grid, values }, filled };
}

function withValue(line: readonly CellValue[], at: number, value: CellValue): readonly CellValue[] {
  const copy = [...line];
  copy[at] = value;
  return copy;
}

/** What the sheet is told, once: how many of its rows were given a value of a merged cell. */
export function mergedCells(grid: SheetGrid, { headerRow }: SheetLayout, count: number): ReadingProblem {
  return { code: "merged-cells", place: { sheet: grid.name, row: headerRow }, key: "", details: { count } };
}
