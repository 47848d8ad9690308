/** Puts the office's mark on what is about to be written. */
import type { CellBlock, OwnSheetPlan, SheetPatch } from "../results/plan";
import { gridOf } from "../results/table";
import type { SheetGrid } from "../submission/grid";
import { MARK_HEADER } from "../submission/vocabulary";
import { patchedGrid } from "./patched-grid";
import { CLAIM_SHEET_NAMES, readClaims } from "./claims";
import type { Claim, Sealer } from "./types";

/** The plan with marks on its rows; rows that do not count get none, but for those that were put aside. A plan of another sheet is given back. */
export async function sealPlan(plan: OwnSheetPlan, year: string, sealer: Sealer): Promise<OwnSheetPlan> {
  if (!CLAIM_SHEET_NAMES.includes(plan.name)) return plan;
  const { claims, layout } = readClaims(gridOf(plan), year);
  const column = layout?.columns.get(MARK_HEADER);
  const ours = claims.filter(({ row }) => plan.notOurs?.get(row) !== "foreign");
  if (column === undefined || ours.length === 0) return plan;
  return { ...plan, blocks: [...plan.blocks, ...(await markBlocks(ours, column, sealer))] };
}

/** The patch with marks on the rows that it writes. `grid`: the sheet as it was read; undefined when the patch makes it. */
export async function sealPatch(
  patch: SheetPatch,
  grid: SheetGrid | undefined,
  year: string,
  sealer: Sealer,
): Promise<SheetPatch> {
  const { claims, layout } = readClaims(patchedGrid(grid, patch), year);
  const column = layout?.columns.get(MARK_HEADER);
  if (column === undefined) return patch;
  const touched = new Set(patch.blocks.flatMap(({ row, cells }) => cells.map((_, down) => row + down)));
  const ours = claims.filter(({ row }) => touched.has(row) && grid?.notOurs?.get(row) !== "foreign");
  const marks = await markBlocks(ours, column, sealer);
  return {
    ...patch,
    blocks: [...patch.blocks, ...marks],
    styles: [
      ...patch.styles,
      ...marks.map(({ row, cells }) => ({ row, column, rows: cells.length, columns: 1, style: { numberFormat: "@" } })),
    ],
  };
}

/** One block a run of rows. */
export async function markBlocks(
  claims: readonly Pick<Claim, "row" | "text">[],
  column: number,
  sealer: Sealer,
): Promise<readonly CellBlock[]> {
  const marks = await Promise.all(claims.map(async ({ row, text }) => ({ row, mark: await sealer.seal(text) })));
  const blocks: { row: number; column: number; cells: string[][] }[] = [];
  for (const { row, mark } of marks.sort((a, b) => a.row - b.row)) {
    const last = blocks.at(-1);
    if (last !== undefined && last.row + last.cells.length === row) last.cells.push([mark]);
    else blocks.push({ row, column, cells: [[mark]] });
  }
  return blocks;
}
