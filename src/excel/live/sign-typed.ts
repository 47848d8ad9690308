/** A decision that a person of the office types on 口径 or 审核意见 while the add-in watches gets the office's mark. */
import { SHEETS } from "../../submission";
import type { SheetGrid } from "../../submission/grid";
import { textOf } from "../../submission/text";
import { MARK_HEADER, ORIGIN_HEADER } from "../../submission/vocabulary";
import { markBlocks, patchedGrid, readClaims, yearOfGrids, type Claim, type Sealer } from "../../trust";
import { readOwnSheet } from "../read/workbook";
import { patched } from "../session/review-snapshot";
import type { WorkbookSession } from "../session/workbook-session";
import { carryOut } from "../write/operations";
import { patchOperations } from "../write/plan";
import type { AddressedArea } from "./event-addresses";

/** Sheets on which people decide, and the columns with which they do. Words beside a decision that came with the file confirm nothing. */
const DECIDED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  [SHEETS.decisions, ["采用口径"]],
  [SHEETS.opinions, ["处理", "核定学时"]],
]);

/** True for a sheet on which the office's decisions are typed. */
export const isDecisionSheet = (sheet: string): boolean => DECIDED_BY.has(sheet);

/**
 * Marks the rows that somebody has typed a decision into, and rows of the office's own that somebody has changed
 * otherwise. `known`: the sheet before the change, told apart; undefined when nobody has looked at it.
 */
export async function signTyped(
  session: WorkbookSession,
  sheet: string,
  areas: readonly AddressedArea[],
  known: SheetGrid | undefined,
): Promise<void> {
  const sealer = await session.sealer();
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const own = await readOwnSheet(context, sheet);
    if (own.cells === null || own.facts.protected) return;
    const unit = await readOwnSheet(context, SHEETS.unit);
    const year = unit.cells === null ? "" : yearOfGrids(new Map([[SHEETS.unit, patched(undefined, unit.cells)]]));
    const grid = patched(undefined, own.cells);
    const { claims, layout } = readClaims(grid, year);
    if (layout === null) return;
    const columns = (DECIDED_BY.get(sheet) ?? []).flatMap((title) => layout.columns.get(title) ?? []);
    const before = new Set(readClaims(known, year).claims.map(({ row }) => row));
    const isOurs = (row: number): boolean =>
      known !== undefined && !(known.notOurs?.has(row) ?? false) && before.has(row);
    const typed = claims.filter(
      ({ row }) =>
        (areas.some((area) => isIn(area, row, columns)) &&
          (known === undefined || differs(grid, known, row, columns))) ||
        (areas.some((area) => isIn(area, row, null)) && isOurs(row)),
    );
    const unmarked = await withoutMark(typed, sealer);
    if (unmarked.length === 0) return;
    const mark = layout.columns.get(MARK_HEADER) ?? grid.firstColumn + (grid.values[0]?.length ?? 0);
    const origin = layout.columns.get(ORIGIN_HEADER);
    const blocks = [
      ...(layout.columns.has(MARK_HEADER) ? [] : [{ row: layout.headerRow, column: mark, cells: [[MARK_HEADER]] }]),
      // What it said of the row no longer holds
      ...(origin === undefined ? [] : unmarked.map(({ row }) => ({ row, column: origin, cells: [[""]] }))),
    ];
    const after = readClaims(patchedGrid(grid, { name: sheet, blocks }), year).claims;
    const rows = new Set(unmarked.map(({ row }) => row));
    const marks = await markBlocks(
      after.filter(({ row }) => rows.has(row)),
      mark,
      sealer,
    );
    const styles = marks.map(({ row, cells }) => ({
      row,
      column: mark,
      rows: cells.length,
      columns: 1,
      style: { numberFormat: "@" },
    }));
    const patch = { name: sheet, blocks: [...blocks, ...marks], styles, validations: [], hiddenColumns: [mark] };
    await carryOut(context, patchOperations(patch), {});
  });
}

/** True when a cell of the row is not what it was: a colour over a decision that came with the file signs nothing. */
function differs(now: SheetGrid, then: SheetGrid, row: number, columns: readonly number[]): boolean {
  const at = (grid: SheetGrid, column: number): string =>
    textOf(grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null);
  return columns.some((column) => at(now, column) !== at(then, column));
}

/** `columns` null: any column. */
function isIn(area: AddressedArea, row: number, columns: readonly number[] | null): boolean {
  if (row < area.row || (area.rows !== null && row >= area.row + area.rows)) return false;
  const right = area.columns === null ? Infinity : area.column + area.columns;
  return columns === null || columns.some((column) => column >= area.column && column < right);
}

async function withoutMark(claims: readonly Claim[], sealer: Sealer): Promise<readonly Claim[]> {
  const marked = await Promise.all(claims.map(async ({ text, mark }) => mark === (await sealer.seal(text))));
  return claims.filter((_, at) => marked[at] !== true);
}
