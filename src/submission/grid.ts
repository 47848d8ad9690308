/**
 * What a sheet looks like once it has left its host: plain values by row and column.
 * excel/ makes grids, submission/ reads them. Nothing here knows Office.
 */

import type { Area, CellValue } from "../grid/address";

/** Cells of one sheet. `values[0]` is the sheet's row `firstRow` (0-based). Every line has the same length. */
export interface SheetGrid {
  readonly name: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Formula text of the cells that hold one, keyed by `row,column` of the sheet (0-based). */
  readonly formulas?: ReadonlyMap<string, string>;
  /** Merged areas that touch the grid, by rows and columns of the sheet. Only the first cell holds a value. */
  readonly merges?: readonly Area[];
  /** True when the workbook counts days from 1904: its serial numbers are 1,462 smaller. */
  readonly date1904?: boolean;
  /** True when at least one row inside the grid is hidden. */
  readonly hasHiddenRows?: boolean;
  /** True when the sheet itself is hidden, or very hidden. */
  readonly isHidden?: boolean;
  /** Rows (0-based) of one of the office's sheets that do not count, and why; all others do. */
  readonly notOurs?: ReadonlyMap<number, Standing>;
  /** Cells that hold something but lie so far from the others that they were not read. */
  readonly leftOut?: readonly Area[];
}

/** Why a row of the office's sheets does not count: nobody of the office has written or confirmed it, or the office has put it aside. */
export type Standing = "foreign" | "aside";

/** All grids of a workbook that a review may look at, by sheet name. */
export type WorkbookGrids = ReadonlyMap<string, SheetGrid>;

/** A place in a sheet, 0-based. Rules carry it, they never read it. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column?: number;
}

/** The row that an address with its sheet lies in, such as 学时记录!D5 or '学时记录'!$D$5. Null when it names none. */
export function rowOfAddress(address: string): Pick<Place, "sheet" | "row"> | null {
  const [, sheet, row] = /^(.*)!\$?[A-Z]+\$?(\d+)$/u.exec(address.replace(/'/g, "")) ?? [];
  return sheet === undefined ? null : { sheet, row: Number(row) - 1 };
}
