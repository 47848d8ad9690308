/** Puts the office's mark on what is about to be written. */
import type { CellBlock, OwnSheetPlan, PlannedCell, SheetPatch } from "../results/plan";
import { gridOf } from "../results/table";
import type { SheetGrid } from "../submission/grid";
import { MARK_HEADER } from "../submission/vocabulary";
import { patchedGrid } from "./patched-grid";
import { CLAIM_SHEET_NAMES, readClaims } from "./claims";
import { sheetMark } from "./sheet-mark";
import type { Claim, Sealer } from "./types";

/** The plan with marks on its rows, where rows count; rows that do not count get none, but for those that were put aside. Any other sheet gets a mark as a whole. */
export async function sealPlan(plan: OwnSheetPlan, year: string, sealer: Sealer): Promise<OwnSheetPlan> {
  if (!CLAIM_SHEET_NAMES.includes(plan.name)) return { ...plan, mark: await sheetMark(plan.name, sealer) };
  const { claims, layout } = readClaims(gridOf(plan), year);
  const column = layout?.columns.get(MARK_HEADER);
  const ours = claims.filter(({ row }) => plan.notOurs?.get(row) !== "foreign");
  if (column === undefined || ours.length === 0) return plan;
  return { ...plan, blocks: withMarks(plan.blocks, await markBlocks(ours, column, sealer), undefined) };
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
    blocks: withMarks(patch.blocks, marks, grid),
    styles: [
      ...patch.styles,
      ...marks.map(({ row, cells }) => ({ row, column, rows: cells.length, columns: 1, style: { numberFormat: "@" } })),
    ],
  };
}

/**
 * A row and its mark in one block, so that a write which breaks off leaves both or neither; cells in between keep what
 * they hold. Where one of those is a formula, the mark is a block of its own.
 */
function withMarks(
  blocks: readonly CellBlock[],
  marks: readonly CellBlock[],
  grid: SheetGrid | undefined,
): readonly CellBlock[] {
  const cells = new Map<number, Map<number, PlannedCell>>();
  for (const { row, column, cells: lines } of [...blocks, ...marks])
    lines.forEach((line, down) => {
      const known = cells.get(row + down) ?? new Map<number, PlannedCell>();
      line.forEach((cell, right) => known.set(column + right, cell));
      cells.set(row + down, known);
    });
  const marked = new Set(marks.flatMap(({ row, cells: lines }) => lines.map((_, down) => row + down)));
  const merged = new Map(
    [...marked].flatMap((row) => {
      const line = wholeLine(row, cells.get(row) ?? new Map<number, PlannedCell>(), grid);
      return line === null ? [] : [[row, line] as const];
    }),
  );
  const rest = (block: CellBlock): readonly CellBlock[] =>
    joined(
      block.cells.flatMap((line, down) =>
        merged.has(block.row + down) ? [] : [{ row: block.row + down, column: block.column, cells: [line] }],
      ),
    );
  const untouched = (block: CellBlock): boolean => block.cells.every((_, down) => !merged.has(block.row + down));
  return [
    ...[...blocks, ...marks].flatMap((block) => (untouched(block) ? [block] : rest(block))),
    ...joined([...merged.values()]),
  ];
}

/** Rows below each other in the same columns are one block. `lines`: blocks of a row. */
function joined(lines: readonly CellBlock[]): readonly CellBlock[] {
  const blocks: { row: number; column: number; cells: (readonly PlannedCell[])[] }[] = [];
  for (const { row, column, cells } of [...lines].sort((one, other) => one.row - other.row)) {
    const last = blocks.at(-1);
    const follows =
      last !== undefined &&
      last.column === column &&
      last.row + last.cells.length === row &&
      last.cells[0]?.length === cells[0]?.length;
    if (follows) last.cells.push(...cells);
    else blocks.push({ row, column, cells: [...cells] });
  }
  return blocks;
}

/** Null when a cell in between is a formula. */
function wholeLine(
  row: number,
  known: ReadonlyMap<number, PlannedCell>,
  grid: SheetGrid | undefined,
): CellBlock | null {
  const columns = [...known.keys()];
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const line: PlannedCell[] = [];
  for (let column = first; column <= last; column += 1) {
    if (!known.has(column) && grid?.formulas?.has(`${row},${column}`) === true) return null;
    const value = grid?.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null;
    line.push(known.get(column) ?? (typeof value === "boolean" ? null : value));
    if (!known.has(column) && typeof value === "boolean") return null;
  }
  return { row, column: first, cells: [line] };
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
