/** Grids of a workbook in memory, as the add-in would read them from Excel. */
import type { Area, CellValue } from "../grid/address";
import { findMainArea, type MainArea } from "../grid/main-area";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { isCellError, type Sheet, type Workbook } from "../book/model/workbook";

export function gridsOf(workbook: Workbook): WorkbookGrids {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, gridOfSheet(sheet)]));
}

export function gridOfSheet(sheet: Sheet): SheetGrid {
  const used = sheet.usedBox(true);
  if (used === null) return { name: sheet.name, firstRow: 0, firstColumn: 0, values: [[null]] };
  const { main: box, leftOut } = mainAreaOf(sheet, used);
  const formulas = new Map<string, string>();
  sheet.eachCell(box, (row, column, { formula }) => {
    if (formula !== undefined) formulas.set(`${row},${column}`, formula);
  });
  const valueAt = (row: number, column: number): CellValue => {
    const value = sheet.value(row, column);
    return isCellError(value) ? value.error : value;
  };
  return {
    name: sheet.name,
    firstRow: box.row,
    firstColumn: box.column,
    values: Array.from({ length: box.rows }, (_, row) =>
      Array.from({ length: box.columns }, (_, column) => valueAt(box.row + row, box.column + column)),
    ),
    formulas,
    merges: sheet.merges,
    isHidden: sheet.visibility !== "Visible",
    leftOut,
    date1904: sheet.workbook.date1904,
    hasHiddenRows: sheet.hiddenRows(box.row, box.rows) > 0,
  };
}

function mainAreaOf(sheet: Sheet, used: Area): MainArea {
  const search = findMainArea(used);
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((area) => usedIn(sheet, area)));
  return step.value;
}

/** The smallest area around the cells that hold something. */
function usedIn(sheet: Sheet, area: Area): Area | null {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  sheet.eachCell(area, (row, column, { value, formula }) => {
    if (value === null && formula === undefined) return;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
