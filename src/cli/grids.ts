/** Grids of a workbook in memory, as the add-in would read them from Excel. */
import type { CellValue } from "../grid/address";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { isCellError, type Sheet, type Workbook } from "../book/model/workbook";

export function gridsOf(workbook: Workbook): WorkbookGrids {
  return new Map(workbook.sheets.map((sheet) => [sheet.name, gridOfSheet(sheet)]));
}

export function gridOfSheet(sheet: Sheet): SheetGrid {
  const box = sheet.usedBox(true);
  if (box === null) return { name: sheet.name, firstRow: 0, firstColumn: 0, values: [[null]] };
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
    hasHiddenRows: [...sheet.rows].some(([row, { hidden }]) => hidden && row >= box.row && row < box.row + box.rows),
  };
}
