/** Rows of a unit's sheet by column key, as they stand: forms are filled in word for word. */
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "../submission/grid";
import { readTable } from "../submission/sheet";
import { givenText } from "../submission/text";
import type { ColumnWords } from "../submission/vocabulary";

/** A cell as it was written: forms and lists don't turn a unit's full-width signs into half-width ones. An error value is none. */
export function wordsOf(cell: CellValue | undefined): string {
  return givenText(cell);
}

export type KeyedRow = (key: string) => CellValue;

/** No lines when the sheet is missing or none of its columns is known. */
export function rowsOf(grid: SheetGrid | undefined, columns: readonly ColumnWords[]): readonly KeyedRow[] {
  const reading = grid && readTable(grid, columns);
  if (!grid || !reading?.ok) return [];
  const { layout, rows } = reading.table;
  return rows.map((row) => (key) => {
    const column = layout.columns.get(key);
    return column === undefined ? null : (grid.values[row - grid.firstRow]?.[column - grid.firstColumn] ?? null);
  });
}
