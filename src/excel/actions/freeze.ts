/** 固化结果: each CE.* formula of the annotation, and each link of 审核意见, becomes what it shows. */
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
/** What stands while a function has no answer yet, or isn't there. Other errors are answers: they are kept as shown. */
const UNFINISHED = /^#(NAME\?|BUSY!|GETTING_DATA|CALC!|CONNECT!|BLOCKED!|UNKNOWN!)/;

interface FrozenCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

export function freezeOperations(reading: WorkbookReading): {
  readonly operations: readonly Operation[];
  readonly cells: number;
} {
  const records = reading.grids.get(RECORD_SHEET);
  const annotation = findAnnotation(records);
  const own = (column: number): boolean =>
    annotation !== null && column >= annotation.column && column < annotation.column + ANNOTATION_TITLES.length;
  const parts = [
    { sheet: RECORD_SHEET, cells: frozenCells(records, OUR_FUNCTION, own) },
    { sheet: OPINION_SHEET, cells: frozenCells(reading.grids.get(OPINION_SHEET), LINK, () => true) },
    { sheet: ROUND_SHEET, cells: frozenCells(reading.grids.get(ROUND_SHEET), LINK, () => true) },
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

function frozenCells(grid: SheetGrid | undefined, formula: RegExp, own: (column: number) => boolean): FrozenCell[] {
  if (grid === undefined) return [];
  return [...(grid.formulas ?? new Map<string, string>())].flatMap(([key, text]) => {
    const [row, column] = key.split(",").map(Number) as [number, number];
    if (!formula.test(text) || !own(column)) return [];
    const shown: CellValue = grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? "";
    if (typeof shown === "string" && UNFINISHED.test(shown)) {
      throw new ExcelFailure("formula-unfinished", { sheet: grid.name, row: row + 1, shown });
    }
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
