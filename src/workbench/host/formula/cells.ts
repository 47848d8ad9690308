/** Rows and columns of values, whether they come from cells or were reckoned: what functions read from. */
import type { Matrix, FormulaValue } from "./values";

export interface CellMatrix {
  readonly rows: number;
  readonly columns: number;
  /** From this row on all is blank. */
  readonly filled: number;
  at(row: number, column: number): FormulaValue;
}

/** An array of values as cells to read from. */
export function cellsOfMatrix(matrix: Matrix): CellMatrix {
  return {
    rows: matrix.length,
    columns: matrix[0]?.length ?? 0,
    filled: matrix.length,
    at: (row, column) => matrix[row]?.[column] ?? null,
  };
}

/** Every value down to the last row that may hold one, row by row. */
export function* valuesOf(cells: CellMatrix): Generator<FormulaValue> {
  for (let row = 0; row < cells.filled; row++)
    for (let column = 0; column < cells.columns; column++) yield cells.at(row, column);
}

/** A single row or column as a list, down to `length`. */
export function line(cells: CellMatrix, length = cells.columns === 1 ? cells.filled : cells.columns): FormulaValue[] {
  return Array.from({ length }, (_, index) => (cells.columns === 1 ? cells.at(index, 0) : cells.at(0, index)));
}
