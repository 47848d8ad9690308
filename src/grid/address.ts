/** Cells and their addresses, as every room knows them: rows and columns are 0-based, addresses are A1. */

/** A cell's value. Blank is `null`; dates arrive as Excel serial numbers or as text. */
export type CellValue = string | number | boolean | null;

/** One cell of a sheet, 0-based. */
interface CellAddress {
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

/** One rectangle of an address such as 合格证明!A1:D12; null for several, or for whole rows and columns. */
export function areaOfAddress(address: string): Area | null {
  const match = /^(?:.*!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (match === null || address.includes(",")) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return {
    row: Number(top) - 1,
    column: columnIndex(left),
    rows: Number(bottom) - Number(top) + 1,
    columns: columnIndex(right) - columnIndex(left) + 1,
  };
}

/** The rectangles of an address that may name several, separated by commas. */
export function areasOfAddress(address: string): readonly Area[] {
  return address.split(",").flatMap((part) => areaOfAddress(part.trim()) ?? []);
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
