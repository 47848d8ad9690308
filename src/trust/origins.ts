/** Which sheets under the office's names are the office's, and which of their rows nobody has dealt with. */
import { SHEETS } from "../submission";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { labelOf } from "../submission/text";
import { CLAIM_SHEET_NAMES, readClaims } from "./claims";
import { isMark } from "./office-key";
import { MARKED_SHEETS, sheetMark } from "./sheet-mark";
import type { IncomingRow, Sealer } from "./types";
import { verifyGrids } from "./verify";

export interface ToldApart {
  /** Every row that does not count is named; sheets under our names that are not ours are left out. */
  readonly grids: WorkbookGrids;
  readonly foreignSheets: readonly string[];
  /** Sheets that bear the office's mark as a whole. */
  readonly marked: ReadonlySet<string>;
}

/** `marks`: what the name SHEET_MARK means, "" where there is none, on each sheet there is under a name of ours. */
export async function tellApart(
  grids: WorkbookGrids,
  marks: ReadonlyMap<string, string>,
  sealer: Sealer,
): Promise<ToldApart> {
  const own = new Map(grids);
  const marked = new Set<string>();
  for (const [name, mark] of marks) if (mark === (await sheetMark(name, sealer))) marked.add(name);
  const isForeign = (name: string): boolean => {
    const grid = own.get(name);
    if (grid !== undefined && isBlank(grid)) return false;
    if (MARKED_SHEETS.includes(name)) return marks.has(name) && !marked.has(name);
    return grid !== undefined && !hasOurForm(grid);
  };
  const foreignSheets = [...CLAIM_SHEET_NAMES, ...MARKED_SHEETS].filter(isForeign);
  for (const name of foreignSheets) own.delete(name);
  return { grids: await verifyGrids(own, sealer), foreignSheets, marked };
}

const isBlank = ({ values }: SheetGrid): boolean => values.every((line) => line.every((cell) => labelOf(cell) === ""));

/** The sheets that hold decisions are known by the columns without which nobody could read them. */
export function hasOurForm(grid: SheetGrid): boolean {
  // Where a header got lost but marks stand, numbers may have been given: that is for a person to put right
  return readClaims(grid, "").layout !== null || grid.values.some((line) => line.some(isMark));
}

/** Sheets on which people type what they decide; numbers and proven years are the add-in's to write. */
const TYPED_SHEETS: readonly string[] = [SHEETS.decisions, SHEETS.opinions];

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
        fresh: origin === "" && TYPED_SHEETS.includes(sheet),
      }));
  });
}
