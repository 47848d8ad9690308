/**
 * 固化结果: each CE.* formula of the annotation, and each link of 审核意见, becomes what it shows. A formula that Excel can't
 * calculate (#NAME? without the add-in's functions, #VALUE! for a row with an error in it) becomes what the review says.
 */
import { ANNOTATION_TITLES, findAnnotation, OPINION_SHEET } from "../../results/index";
import { ROUND_SHEET } from "../../rounds/index";
import type { CellValue } from "../../grid/address";
import type { SheetGrid } from "../../submission/grid";
import { contentOperations } from "../write/cell-operations";
import type { Operation } from "../write/operations";
import { RECORD_SHEET } from "../sheets";
import { ExcelFailure, type WorkbookReading } from "../types";

/** Where the add-in is missing, Excel stores CE.HOURS as _xldudf_CE_HOURS. */
const OUR_FUNCTION = /^=\s*(@?\s*)(CE\.|_xldudf_CE_)/i;
const LINK = /^=\s*HYPERLINK\(/i;
const ERROR_VALUE = /^#(NAME\?|VALUE!|REF!|N\/A|NUM!|NULL!|DIV\/0!|CALC!|SPILL!|CONNECT!|BLOCKED!|UNKNOWN!)/;
/** Excel is still calculating. */
const UNFINISHED = /^#(BUSY!|GETTING_DATA)/;
/** The text that a link shows. */
const LINK_TEXT = /,\s*"((?:[^"]|"")*)"\s*\)\s*$/;

interface FrozenCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

/** What a column of the annotation would show without formulas: by row and place among our columns. */
export type ReviewedValue = (row: number, offset: number) => string | number;

/** The first formula of the results that Excel is still calculating, 0-based row; null when all have a value. */
export function unfinishedFormula({
  grids,
}: WorkbookReading): { readonly sheet: string; readonly row: number; readonly shown: string } | null {
  for (const name of [RECORD_SHEET, OPINION_SHEET, ROUND_SHEET]) {
    const grid = grids.get(name);
    for (const key of grid?.formulas?.keys() ?? []) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      const shown = grid?.values[row - grid.firstRow]?.[column - grid.firstColumn];
      if (typeof shown === "string" && UNFINISHED.test(shown)) return { sheet: name, row, shown };
    }
  }
  return null;
}

/** How the formulas of the results become values, and how many there are. Throws `sheet-protected`. */
export function freezeOperations(
  reading: WorkbookReading,
  reviewed: ReviewedValue,
): {
  readonly operations: readonly Operation[];
  readonly cells: number;
} {
  const records = reading.grids.get(RECORD_SHEET);
  const annotation = findAnnotation(records);
  const own = (column: number): boolean =>
    annotation !== null && column >= annotation.column && column < annotation.column + ANNOTATION_TITLES.length;
  const parts = [
    {
      sheet: RECORD_SHEET,
      cells: frozenCells(records, OUR_FUNCTION, own, (row, column) =>
        reviewed(row, column - (annotation?.column ?? 0)),
      ),
    },
    ...[OPINION_SHEET, ROUND_SHEET].map((sheet) => ({
      sheet,
      cells: frozenCells(
        reading.grids.get(sheet),
        LINK,
        () => true,
        (_row, _column, text) => (LINK_TEXT.exec(text)?.[1] ?? "").replaceAll('""', '"'),
      ),
    })),
  ].filter(({ cells }) => cells.length > 0);
  const locked = parts.find(({ sheet }) => reading.sheets.get(sheet)?.protected === true);
  if (locked !== undefined) {
    throw new ExcelFailure("sheet-protected", { sheet: locked.sheet });
  }
  return {
    operations: parts.flatMap(({ sheet, cells }) => runsOf(cells).flatMap((run) => writeRun(sheet, run))),
    cells: parts.reduce((sum, { cells }) => sum + cells.length, 0),
  };
}

/** True when one of our columns still holds a formula of ours. */
export function hasOwnFormula(records: SheetGrid | undefined): boolean {
  return [...(records?.formulas?.values() ?? [])].some((text) => OUR_FUNCTION.test(text));
}

/** `instead`: the value of a formula that Excel can't calculate. */
function frozenCells(
  grid: SheetGrid | undefined,
  formula: RegExp,
  own: (column: number) => boolean,
  instead: (row: number, column: number, formula: string) => string | number,
): FrozenCell[] {
  if (grid === undefined) return [];
  return [...(grid.formulas ?? new Map<string, string>())].flatMap(([key, text]) => {
    const [row, column] = key.split(",").map(Number) as [number, number];
    if (!formula.test(text) || !own(column)) return [];
    const shown: CellValue = grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
    if (typeof shown === "string" && ERROR_VALUE.test(shown))
      return [{ row, column, value: instead(row, column, text) }];
    return [{ row, column, value: typeof shown === "boolean" ? String(shown) : shown }];
  });
}

/** Cells of one column that follow each other and are all text or all numbers. */
function runsOf(cells: readonly FrozenCell[]): readonly (readonly [FrozenCell, ...FrozenCell[]])[] {
  const runs: [FrozenCell, ...FrozenCell[]][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const follows =
      last?.column === cell.column && last.row + 1 === cell.row && typeof last.value === typeof cell.value;
    if (run !== undefined && follows) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function writeRun(sheet: string, run: readonly [FrozenCell, ...FrozenCell[]]): Operation[] {
  const [{ row, column, value }] = run;
  const numberFormat = typeof value === "number" ? "General" : "@";
  return contentOperations(
    sheet,
    [{ row, column, cells: run.map((cell) => [cell.value]) }],
    [{ row, column, rows: run.length, columns: 1, style: { numberFormat } }],
  );
}
