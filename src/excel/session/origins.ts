/** Tells what of a workbook is the office's from what only came with it. */
import { SHEETS } from "../../submission";
import type { SheetGrid, WorkbookGrids } from "../../submission/grid";
import { labelOf } from "../../submission/text";
import {
  CLAIM_SHEET_NAMES,
  isMark,
  readClaims,
  verifyGrids,
  type Incoming,
  type IncomingRow,
  type Sealer,
} from "../../trust";
import { isReadSheet, renamedTo } from "../sheets";
import type { WorkbookReading } from "../types";

/** The reading with every row that does not count named, and without the sheets under our names that are not ours. */
export async function toldApart(reading: WorkbookReading, sealer: Sealer): Promise<WorkbookReading> {
  const own = new Map(reading.grids);
  const foreignSheets = new Set(reading.origins.foreignSheets);
  for (const name of [...CLAIM_SHEET_NAMES, SHEETS.round]) {
    const grid = own.get(name);
    if (grid === undefined || isBlank(grid) || hasOurForm(grid)) continue;
    foreignSheets.add(name);
    own.delete(name);
  }
  const grids = await verifyGrids(own, sealer);
  return { ...reading, grids, origins: { foreignSheets } };
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

/** What came with the workbook and waits to be dealt with. `grids`: as they stand now, told apart. */
export function incomingOf(
  grids: WorkbookGrids,
  { origins, sheets, settings }: Pick<WorkbookReading, "origins" | "sheets" | "settings">,
): Incoming {
  return {
    rows: foreignRows(grids),
    settings: settings.foreign,
    hiddenSheets: [...sheets.values()]
      .filter(({ name, hidden }) => hidden && isReadSheet(name))
      .map(({ name }) => name),
    renamed: [...origins.foreignSheets].map((from) => ({ from, to: renamedTo(from, sheets) })),
  };
}

/** The rows that do not count and that nobody has dealt with. */
export function foreignRows(grids: WorkbookGrids): readonly IncomingRow[] {
  return CLAIM_SHEET_NAMES.flatMap((name) => {
    const grid = grids.get(name);
    return readClaims(grid, "")
      .claims.filter(({ row }) => grid?.notOurs?.get(row) === "foreign")
      .map(({ sheet, row, by, about }) => ({ sheet, row, by, about }));
  });
}
