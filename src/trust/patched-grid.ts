/** A grid as it would be read after a patch was carried out. */
import type { CellValue } from "../grid/address";
import type { SheetPatch } from "../results/plan";
import type { SheetGrid } from "../submission/grid";

/** `grid`: the sheet as it was read; undefined when the patch makes it. Rows and columns before the grid's first are added. */
export function patchedGrid(
  grid: SheetGrid | undefined,
  { name, blocks }: Pick<SheetPatch, "name" | "blocks">,
): SheetGrid {
  const before: SheetGrid = grid ?? { name, firstRow: 0, firstColumn: 0, values: [] };
  const cells = new Map<number, Map<number, CellValue>>();
  const put = (row: number, column: number, value: CellValue): void => {
    const line = cells.get(row) ?? new Map<number, CellValue>();
    cells.set(row, line.set(column, value));
  };
  before.values.forEach((line, down) =>
    line.forEach((value, across) => put(before.firstRow + down, before.firstColumn + across, value)),
  );
  for (const block of blocks)
    block.cells.forEach((line, down) =>
      line.forEach((cell, across) => {
        const shown = cell !== null && typeof cell === "object" ? (cell.shown ?? null) : cell;
        put(block.row + down, block.column + across, shown === "" ? null : shown);
      }),
    );
  const rows = Math.max(0, ...cells.keys()) + 1;
  const columns = Math.max(0, ...[...cells.values()].flatMap((line) => [...line.keys()])) + 1;
  return {
    ...before,
    firstRow: 0,
    firstColumn: 0,
    values: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => cells.get(row)?.get(column) ?? null),
    ),
  };
}
