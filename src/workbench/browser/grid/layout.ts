/** Rows, columns, merges and panes of a sheet, written into the grid's own description of it. */
import type { IRange, IWorksheetData } from "@univerjs/core";
import type { Row, Sheet } from "../../../book/model/workbook";
import { columnPixels, rowPixels } from "./measures";
import { fittedHeights } from "./row-heights";

/** Empty rows and columns beyond what is used, so that there is room to write. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 12;
const FEWEST_ROWS = 500;
const FEWEST_COLUMNS = 30;

const ROW_HEADER_WIDTH = 46;
const COLUMN_HEADER_HEIGHT = 20;

/** A sheet of the grid before anything is laid out on it. */
export const blankWorksheet = (id: string): IWorksheetData => ({
  id,
  name: id,
  tabColor: "",
  hidden: 0,
  freeze: { startRow: -1, startColumn: -1, ySplit: 0, xSplit: 0 },
  rowCount: 0,
  columnCount: 0,
  zoomRatio: 1,
  scrollTop: 0,
  scrollLeft: 0,
  defaultColumnWidth: columnPixels(null),
  defaultRowHeight: rowPixels(15),
  mergeData: [],
  cellData: {},
  rowData: {},
  columnData: {},
  rowHeader: { width: ROW_HEADER_WIDTH, hidden: 0 },
  columnHeader: { height: COLUMN_HEADER_HEIGHT, hidden: 0 },
  showGridlines: 1,
  rightToLeft: 0,
});

/** Grows with what is used, never shrinks: the place scrolled to must not go. */
export function gridSize(
  sheet: Sheet,
  now: { readonly rows: number; readonly columns: number },
): { readonly rows: number; readonly columns: number } {
  const used = sheet.usedBox(false);
  const rows = used === null ? 0 : used.row + used.rows;
  const columns = used === null ? 0 : used.column + used.columns;
  return {
    rows: Math.max(now.rows, FEWEST_ROWS, Math.ceil((rows + SPARE_ROWS) / 100) * 100),
    columns: Math.max(now.columns, FEWEST_COLUMNS, columns + SPARE_COLUMNS),
  };
}

/** Everything drawn of a sheet that its revision does not tell of. */
export const layoutKey = (sheet: Sheet): string =>
  JSON.stringify([
    sheet.autoFilter,
    sheet.tables,
    sheet.columns,
    sheet.merges,
    sheet.freeze,
    sheet.showGridlines,
    sheet.defaultColumnWidth,
    sheet.defaultRowHeight,
  ]);

/** Merged areas as the grid names ranges. */
export const mergeRanges = (sheet: Sheet): IRange[] =>
  sheet.merges.map(({ row, column, rows, columns }) => ({
    startRow: row,
    startColumn: column,
    endRow: row + rows - 1,
    endColumn: column + columns - 1,
  }));

/** Frozen rows and columns as the grid has them. */
export const freezeOf = (sheet: Sheet): IWorksheetData["freeze"] => {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  return { startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1, ySplit: rows, xSplit: columns };
};

/** Writes all but cells, merges and panes. The grid keeps hold of the objects inside, so they are changed in place. */
export function layOut(sheet: Sheet, data: IWorksheetData): void {
  const size = gridSize(sheet, { rows: data.rowCount, columns: data.columnCount });
  data.rowCount = size.rows;
  data.columnCount = size.columns;
  data.defaultColumnWidth = columnPixels(sheet.defaultColumnWidth);
  data.defaultRowHeight = rowPixels(sheet.defaultRowHeight);
  data.showGridlines = sheet.showGridlines ? 1 : 0;
  layOutRows(sheet, data);
  layOutColumns(sheet, data);
}

function layOutRows(sheet: Sheet, { rowData, rowCount }: IWorksheetData): void {
  const gone = new Set(Object.keys(rowData));
  const layOut = (row: number, { height, hidden }: Readonly<Row>): void => {
    if (height === undefined && !hidden) return;
    gone.delete(String(row));
    rowData[row] = { h: rowPixels(height ?? sheet.defaultRowHeight), ia: 0, hd: hidden ? 1 : 0 };
  };
  for (const [row, height] of fittedHeights(sheet)) {
    gone.delete(String(row));
    rowData[row] = { h: height, ia: 0, hd: 0 };
  }
  for (const [row, facts] of sheet.rows) layOut(row, facts);
  for (const { first, count, looks } of sheet.blankRows.all) {
    if (looks.every(({ row }) => row.height === undefined && !row.hidden)) continue;
    for (let row = first; row < Math.min(first + count, rowCount); row += 1) {
      const facts = sheet.blankRows.at(row);
      if (facts !== undefined) layOut(row, facts);
    }
  }
  for (const row of gone) Reflect.deleteProperty(rowData, row);
}

function layOutColumns(sheet: Sheet, { columnData, columnCount, defaultColumnWidth }: IWorksheetData): void {
  for (const column of Object.keys(columnData)) Reflect.deleteProperty(columnData, column);
  for (const { first, last, width, hidden } of sheet.columns) {
    for (let column = first; column <= Math.min(last, columnCount - 1); column++) {
      columnData[column] = { w: width === undefined ? defaultColumnWidth : columnPixels(width), hd: hidden ? 1 : 0 };
    }
  }
}
