/** Which columns of a table are filtered: on file only, the model does not carry it. */
import type { Sheet, Table } from "../model/workbook";
import { originOf } from "./origin";
import { attr, child, parseXml, withoutMainPrefix } from "./xml";

/** Positions within the table (0 first). Empty for a table that was not on file. */
export function filteredTableColumns(sheet: Sheet, table: Table): readonly number[] {
  const origin = originOf(sheet.workbook);
  const part = origin?.sheets.get(sheet)?.tables.get(table.id);
  const text = part === undefined ? undefined : origin?.pack.text(part);
  if (text === undefined) return [];
  const criteria = child(parseXml(withoutMainPrefix(text)), "autoFilter")?.children ?? [];
  return criteria.map((own) => Number(attr(own, "colId") ?? NaN)).filter((column) => Number.isInteger(column));
}
