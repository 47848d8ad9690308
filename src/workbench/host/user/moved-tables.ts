/** Tables and filters where rows or columns are inserted or deleted. */
import {
  type AutoFilter,
  type Area,
  type LineChange,
  moveBox,
  moveLine,
  type Sheet,
  type Table,
  type TableColumn,
} from "../../../book/model/workbook";
import { parseStructRef, stringifyTokens, tokenize, tokenTypes } from "@borgar/fx/xlsx";

/** The columns of a table, those put in without a name, those taken away not there. */
function tableColumns(table: Table, change: LineChange): readonly TableColumn[] {
  const { box, columns } = table;
  if (change.axis === "rows") return columns;
  const kept = columns.filter((_, index) => moveLine(box.column + index, change) !== null);
  if (change.count > 0 && change.at > box.column && change.at < box.column + box.columns) {
    kept.splice(change.at - box.column, 0, ...Array.from({ length: change.count }, () => ({ id: 0, name: "" })));
  }
  return kept;
}

/** The table where it stands after the change; null when it is deleted. */
export function movedTable(table: Table, change: LineChange): Table | null {
  const box = moveBox(table.box, change);
  if (box === null) return null;
  return {
    ...table,
    box,
    columns: tableColumns(table, change),
    criteria: movedCriteria(table.criteria, table.box, change),
  };
}

/** Names for columns that were put into a table, in its header too: Column1, Column2 … */
export function nameNewColumns(sheet: Sheet, table: Table): void {
  if (table.columns.every(({ name }) => name !== "")) return;
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const columns = table.columns.map((column, index) => {
    if (column.name !== "") return column;
    let number = 1;
    while (taken.has(`column${number}`)) number++;
    const name = `Column${number}`;
    taken.add(name.toLowerCase());
    if (table.headerRow) sheet.setValue(table.box.row, table.box.column + index, name);
    return { id: 0, name };
  });
  sheet.changeTable(table, { columns });
}

/** The filter where it stands after the change; null when its header row is deleted. */
export function movedFilter(filter: AutoFilter, change: LineChange): AutoFilter | null {
  const box = moveBox(filter.box, change);
  // Without its header row a filter is gone.
  if (box === null || (change.axis === "rows" && moveLine(filter.box.row, change) === null)) return null;
  return { box, criteria: movedCriteria(filter.criteria, filter.box, change) };
}

/** Criteria name columns by their position; what goes with a column goes. */
function movedCriteria(criteria: string, box: Area, change: LineChange): string {
  if (change.axis === "rows" || criteria === "") return criteria;
  const moved = moveBox(box, change);
  return criteria.replace(
    /(<(?:\w+:)?filterColumn\b[^>]*?colId=")(\d+)("[^>]*?(?:\/>|>[^]*?<\/(?:\w+:)?filterColumn>))/g,
    (_all, open: string, at: string, rest: string) => {
      const to = moveLine(box.column + Number(at), change);
      return to === null || moved === null ? "" : `${open}${to - moved.column}${rest}`;
    },
  );
}

/** A column of a table that is deleted; both names in lower case. */
export interface LostColumn {
  readonly table: string;
  readonly column: string;
}

/** The columns that the change deletes. */
export function lostColumns(tables: readonly Table[], change: LineChange): LostColumn[] {
  return tables.flatMap(({ name, box, columns }) =>
    columns.flatMap((column, index) =>
      moveLine(box.column + index, change) === null
        ? [{ table: name.toLowerCase(), column: column.name.toLowerCase() }]
        : [],
    ),
  );
}

/** The formula after columns of tables went: what names one of them is #REF!. `home`: the table that the formula stands in. */
export function withoutColumns(formula: string, lost: readonly LostColumn[], home: string | undefined): string {
  if (!formula.includes("[")) return formula;
  const tokens = tokenize(formula, { mergeRefs: true });
  let changed = false;
  for (const token of tokens) {
    const reference = token.type === tokenTypes.REF_STRUCT ? parseStructRef(token.value) : undefined;
    if (reference === undefined) continue;
    const table = reference.table === undefined || reference.table === "" ? home : reference.table.toLowerCase();
    if (
      !(reference.columns ?? []).some((name) =>
        lost.some((gone) => gone.table === table && gone.column === name.toLowerCase()),
      )
    )
      continue;
    token.value = "#REF!";
    changed = true;
  }
  return changed ? stringifyTokens(tokens) : formula;
}
