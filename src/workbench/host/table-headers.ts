/** Header cells and column names of tables: one is renamed with the other. */
import {
  type Area,
  contains,
  intersects,
  type Sheet,
  type TableColumn,
  type Workbook,
} from "../../book/model/workbook";
import { parseStructRef, stringifyStructRef, stringifyTokens, tokenize, tokenTypes } from "@borgar/fx/xlsx";

/** The name, in lower case, of the table that a cell belongs to. */
export const tableAt = (sheet: Sheet, row: number, column: number): string | undefined =>
  sheet.tables.find(({ box }) => contains(box, { row, column, rows: 1, columns: 1 }))?.name.toLowerCase();

/** Columns of tables take the names that their headers have now; formulas that name them follow. Gives what takes that back. */
export function followHeaders(workbook: Workbook, sheet: Sheet, box: Area): () => void {
  const restore: (() => void)[] = [];
  for (const table of sheet.tables) {
    const header = { ...table.box, rows: 1 };
    if (!table.headerRow || !intersects(header, box)) continue;
    const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
    const renamed = new Map<string, string>();
    const names = table.columns;
    const columns = names.map((column, index) => {
      const value = sheet.value(table.box.row, table.box.column + index);
      const name = typeof value === "string" || typeof value === "number" ? String(value) : "";
      // A blank or doubled header gets its name when the file is saved.
      if (
        name === "" ||
        name === column.name ||
        (taken.has(name.toLowerCase()) && name.toLowerCase() !== column.name.toLowerCase())
      )
        return column;
      renamed.set(column.name.toLowerCase(), name);
      return { ...column, name };
    });
    if (renamed.size === 0) continue;
    const back = new Map(names.map(({ name }, index) => [(columns[index]?.name ?? name).toLowerCase(), name]));
    const rename = (to: readonly TableColumn[], by: ReadonlyMap<string, string>): void => {
      const own = sheet.tables.find(({ id }) => id === table.id);
      if (own === undefined) return;
      sheet.changeTable(own, { columns: to });
      const named = own.name.toLowerCase();
      for (const each of workbook.sheets)
        each.rewriteFormulas((formula, row, column) =>
          withColumnNames(formula, named, by, tableAt(each, row, column) === named),
        );
    };
    rename(columns, renamed);
    restore.push(() => rename(names, back));
  }
  return () => restore.forEach((each) => each());
}

function withColumnNames(
  formula: string,
  table: string,
  renamed: ReadonlyMap<string, string>,
  inside: boolean,
): string {
  if (!formula.includes("[")) return formula;
  const tokens = tokenize(formula, { mergeRefs: true });
  let changed = false;
  for (const token of tokens) {
    const reference = token.type === tokenTypes.REF_STRUCT ? parseStructRef(token.value) : undefined;
    if (reference === undefined || !(reference.table ? reference.table.toLowerCase() === table : inside)) continue;
    const columns = (reference.columns ?? []).map((name) => renamed.get(name.toLowerCase()) ?? name);
    if (columns.every((name, at) => name === reference.columns?.[at])) continue;
    token.value = stringifyStructRef({ ...reference, columns });
    changed = true;
  }
  return changed ? stringifyTokens(tokens) : formula;
}
