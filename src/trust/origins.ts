/** Which sheets under the office's names are the office's, and which of their rows nobody has dealt with. */
import { SHEETS } from "../submission";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { labelOf } from "../submission/text";
import { CLAIM_SHEET_NAMES, readClaims } from "./claims";
import { isMark } from "./office-key";
import type { IncomingRow, Sealer } from "./types";
import { verifyGrids } from "./verify";

/** The grids with every row that does not count named, and without the sheets under our names that are not ours: those are named too. */
export async function tellApart(
  grids: WorkbookGrids,
  sealer: Sealer,
): Promise<{ readonly grids: WorkbookGrids; readonly foreignSheets: readonly string[] }> {
  const own = new Map(grids);
  const foreignSheets: string[] = [];
  for (const name of [...CLAIM_SHEET_NAMES, SHEETS.round]) {
    const grid = own.get(name);
    if (grid === undefined || isBlank(grid) || hasOurForm(grid)) continue;
    foreignSheets.push(name);
    own.delete(name);
  }
  return { grids: await verifyGrids(own, sealer), foreignSheets };
}

const isBlank = ({ values }: SheetGrid): boolean => values.every((line) => line.every((cell) => labelOf(cell) === ""));

/** 上轮对照 is known by its columns; the sheets that hold decisions by those without which nobody could read them. */
export function hasOurForm(grid: SheetGrid): boolean {
  if (grid.name !== SHEETS.round)
    // Where a header got lost but marks stand, numbers may have been given: that is for a person to put right
    return readClaims(grid, "").layout !== null || grid.values.some((line) => line.some(isMark));
  const titles = new Set((grid.values[0] ?? []).map(labelOf));
  return ["类别", "变化", "处理去向", "上轮文件"].every((title) => titles.has(title));
}

/** The rows that do not count and that nobody has dealt with. */
export function foreignRows(grids: WorkbookGrids): readonly IncomingRow[] {
  return rowsOf(grids, true);
}

/** The rows that bear the office's mark, those too that were put aside. */
export function ownRows(grids: WorkbookGrids): readonly IncomingRow[] {
  return rowsOf(grids, false);
}

function rowsOf(grids: WorkbookGrids, isForeign: boolean): readonly IncomingRow[] {
  return CLAIM_SHEET_NAMES.flatMap((name) => {
    const grid = grids.get(name);
    return readClaims(grid, "")
      .claims.filter(({ row }) => (grid?.notOurs?.get(row) === "foreign") === isForeign)
      .map(({ sheet, row, by, about, origin }) => ({
        ...{ sheet, row, by, about },
        fresh: origin === "",
      }));
  });
}
