/** The grid's ranges and the model's boxes. */
import type { IRange } from "@univerjs/core";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "../../../book/model/workbook";

/** Univer's numbers for what a range is. */
const RANGE_TYPE = { NORMAL: 0, ROW: 1, COLUMN: 2, ALL: 3 } as const;

/** Whole rows and columns of the grid are whole in the model too, which has more of them. */
export function boxOf(range: IRange): Area {
  const wholeRows = range.rangeType === RANGE_TYPE.ROW || range.rangeType === RANGE_TYPE.ALL;
  const wholeColumns = range.rangeType === RANGE_TYPE.COLUMN || range.rangeType === RANGE_TYPE.ALL;
  return {
    row: wholeColumns ? 0 : range.startRow,
    column: wholeRows ? 0 : range.startColumn,
    rows: wholeColumns ? MAX_ROWS : range.endRow - range.startRow + 1,
    columns: wholeRows ? MAX_COLUMNS : range.endColumn - range.startColumn + 1,
  };
}

/** A box as a range of a grid with so many rows and columns. */
export function rangeOf(box: Area, rowCount: number, columnCount: number): IRange {
  const wholeRows = box.columns >= MAX_COLUMNS;
  const wholeColumns = box.rows >= MAX_ROWS;
  const rangeType = wholeRows
    ? wholeColumns
      ? RANGE_TYPE.ALL
      : RANGE_TYPE.ROW
    : wholeColumns
      ? RANGE_TYPE.COLUMN
      : RANGE_TYPE.NORMAL;
  return {
    startRow: Math.min(box.row, rowCount - 1),
    startColumn: Math.min(box.column, columnCount - 1),
    endRow: Math.min(box.row + box.rows, rowCount) - 1,
    endColumn: Math.min(box.column + box.columns, columnCount) - 1,
    rangeType,
  };
}
