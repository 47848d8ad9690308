/** Places of the sheets (0-based rows and columns) as Excel labels them (D5, 12), and back. */
import { a1 } from "../../grid/address";
import type { Place } from "../../submission/grid";

/** D5 for a cell, 12 for a row as a whole. */
export function cellLabel(place: Place): string {
  return place.column === undefined ? String(place.row + 1) : a1(place.row, place.column);
}

/** Sheet and cell: 学时记录 D5. */
export function placeLabel(place: Place): string {
  return `${place.sheet} ${cellLabel(place)}`;
}

/** The place of an address such as D5; null when it is none. */
export function placeOfAddress(sheet: string, cell: string | null): Place | null {
  const [, letters, row] = /^([A-Z]{1,3})(\d+)$/.exec(cell ?? "") ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, row: Number(row) - 1, column };
}

/** True when both lie in the same row of the same sheet. */
export function sameRow(one: Place, other: Place): boolean {
  return one.sheet === other.sheet && one.row === other.row;
}
