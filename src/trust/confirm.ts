/** Taking over what came with a workbook, or putting it aside: the office's mark, and who did it, beside each row. */
import type { CellBlock, SheetPatch, StyledArea } from "../results/plan";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import type { SheetLayout } from "../submission/types";
import { foreignWords } from "../results/table";
import { MARK_HEADER, ORIGIN_HEADER, SHEETS } from "../submission/vocabulary";
import { readClaims, yearOfGrids } from "./claims";
import { patchedGrid } from "./patched-grid";
import { markBlocks } from "./seal";
import type { Claim, Sealer } from "./types";
import { ASIDE } from "./verify";

/** What the office does with rows that came with the workbook. */
export interface Dealing {
  readonly take: "over" | "aside";
  readonly by: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
  readonly reason: string;
}

/** What 来历 says of a row that the office has taken over or put aside. */
function originWords({ take, by, on, reason }: Dealing): string {
  const verb = take === "over" ? "采信" : ASIDE;
  return take === "over"
    ? `随文件带来，${by} ${on} ${verb}${reason === "" ? "" : `：${reason}`}`
    : `${verb}：${by} ${on}${reason === "" ? "" : `，${reason}`}`;
}

/** A patch for each sheet that holds one of the rows; the cells of the rows themselves are left as they are. */
export async function dealingPatches(
  grids: WorkbookGrids,
  rows: readonly Pick<Claim, "sheet" | "row">[],
  dealing: Dealing,
  sealer: Sealer,
): Promise<readonly SheetPatch[]> {
  const year = yearOfGrids(grids);
  const patches: SheetPatch[] = [];
  for (const sheet of new Set(rows.map((each) => each.sheet))) {
    const grid = grids.get(sheet);
    const wanted = new Set(rows.filter((each) => each.sheet === sheet).map(({ row }) => row));
    const patch = grid && (await sheetPatch(grid, wanted, dealing, year, sealer));
    if (patch) patches.push(patch);
  }
  return patches;
}

async function sheetPatch(
  grid: SheetGrid,
  wanted: ReadonlySet<number>,
  dealing: Dealing,
  year: string,
  sealer: Sealer,
): Promise<SheetPatch | null> {
  const { layout } = readClaims(grid, year);
  if (layout === null) return null;
  const known = [ORIGIN_HEADER, MARK_HEADER].filter((title) => layout.columns.has(title));
  const added = [ORIGIN_HEADER, MARK_HEADER].filter((title) => !known.includes(title));
  const firstFree = firstFreeColumn(grid, layout);
  const columnOf = (title: string): number => layout.columns.get(title) ?? firstFree + added.indexOf(title);
  const words = originWords(dealing);
  const blocks: CellBlock[] = [
    ...added.map((title) => ({ row: layout.headerRow, column: columnOf(title), cells: [[title]] })),
    ...[...wanted].map((row) => ({ row, column: columnOf(ORIGIN_HEADER), cells: [[words]] })),
  ];
  const after = readClaims(patchedGrid(grid, { name: grid.name, blocks }), year).claims;
  const marks = await markBlocks(
    after.filter(({ row }) => wanted.has(row)),
    columnOf(MARK_HEADER),
    sealer,
  );
  const all = [...blocks, ...marks];
  return {
    name: grid.name,
    blocks: all,
    styles: asText(all),
    validations: [],
    hiddenColumns: [columnOf(MARK_HEADER)],
    shownColumns: [columnOf(ORIGIN_HEADER)],
  };
}

/** What 来历 has to say, on 发证台账 and 已验印依据, of rows that do not count; the other sheets are written with every review. */
export function foreignNotes(grids: WorkbookGrids): readonly SheetPatch[] {
  return [SHEETS.ledger, SHEETS.proven].flatMap((name): SheetPatch[] => {
    const grid = grids.get(name);
    const { claims, layout } = readClaims(grid, "");
    if (grid === undefined || layout === null) return [];
    const unsaid = claims.filter(
      ({ row, by, origin }) => grid.notOurs?.get(row) === "foreign" && origin !== foreignWords(by),
    );
    if (unsaid.length === 0) return [];
    const known = layout.columns.get(ORIGIN_HEADER);
    const column = known ?? firstFreeColumn(grid, layout);
    const blocks: CellBlock[] = [
      ...(known === undefined ? [{ row: layout.headerRow, column, cells: [[ORIGIN_HEADER]] }] : []),
      ...unsaid.map(({ row, by }) => ({ row, column, cells: [[foreignWords(by)]] })),
    ];
    return [{ name, blocks, styles: asText(blocks), validations: [], shownColumns: [column] }];
  });
}

function firstFreeColumn(grid: SheetGrid, layout: SheetLayout): number {
  return Math.max(layout.lastColumn, grid.firstColumn + (grid.values[0]?.length ?? 0) - 1) + 1;
}

function asText(blocks: readonly CellBlock[]): readonly StyledArea[] {
  return blocks.map(({ row, column, cells }) => ({
    row,
    column,
    rows: cells.length,
    columns: 1,
    style: { numberFormat: "@" },
  }));
}
