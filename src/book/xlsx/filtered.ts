/** Which columns of a table are filtered. */
import type { Table } from "../model/workbook";

/** Positions within the table (0 first). */
export function filteredTableColumns(table: Table): readonly number[] {
  return [...table.criteria.matchAll(/<(?:\w+:)?filterColumn\b[^>]*?colId="(\d+)"/g)].map(([, at]) => Number(at));
}
