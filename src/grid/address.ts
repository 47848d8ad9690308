/** Cells and their addresses, as every room knows them: rows and columns are 0-based, addresses are A1. */

/** A cell's value. Blank is `null`; dates arrive as Excel serial numbers or as text. */
export type CellValue = string | number | boolean | null;

/** One cell of a sheet, 0-based. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: its first row and column (0-based), and how many of each it has. */
export interface Area extends CellAddress {
  readonly rows: number;
  readonly columns: number;
}

/** Column letters of a 0-based index: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of a cell: row 0, column 27 → AB1. */
export function a1(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
