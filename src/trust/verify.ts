/** Looks at every row of the office's sheets: those without a good mark do not count. */
import type { SheetGrid, Standing, WorkbookGrids } from "../submission/grid";
import { CLAIM_SHEET_NAMES, readClaims, yearOfGrids } from "./claims";
import type { Sealer } from "./types";

/** What 来历 begins with where the office has put a row aside. */
export const ASIDE = "不予采信";

/**
 * The grids, with every row named that does not count (`notOurs`): of all of the office's sheets, or of those in
 * `names`. Cells are left as they are.
 */
export async function verifyGrids(
  grids: WorkbookGrids,
  sealer: Sealer,
  names: readonly string[] = CLAIM_SHEET_NAMES,
): Promise<WorkbookGrids> {
  const verified = new Map(grids);
  const year = yearOfGrids(grids);
  for (const name of names) {
    const grid = grids.get(name);
    if (grid !== undefined && CLAIM_SHEET_NAMES.includes(name))
      verified.set(name, { ...grid, notOurs: await standingsOf(grid, year, sealer) });
  }
  return verified;
}

async function standingsOf(grid: SheetGrid, year: string, sealer: Sealer): Promise<ReadonlyMap<number, Standing>> {
  const standings = new Map<number, Standing>();
  await Promise.all(
    readClaims(grid, year).claims.map(async ({ row, text, mark, origin }) => {
      const isMarked = mark !== "" && mark === (await sealer.seal(text));
      if (!isMarked) standings.set(row, "foreign");
      else if (origin.startsWith(ASIDE)) standings.set(row, "aside");
    }),
  );
  return standings;
}
