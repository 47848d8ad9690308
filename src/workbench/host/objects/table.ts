/** Tables, their columns and rows. */
import { type Area, intersects, type Sheet, type Table } from "../../../book/model/workbook";
import type { HostState } from "../state";
import { shown } from "../state";
import { invalid, notFound, Refused } from "../protocol/errors";
import { type Args, asFlag, asText, call, get, link, set, HostObject, type MemberTable } from "../protocol/host-object";
import { boxArgument, rangeObject, sheetObject } from "./targets";

interface TablesTarget {
  readonly state: HostState;
  /** null: the tables of all sheets. */
  readonly sheet: Sheet | null;
}

interface TableTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
  readonly id: number;
}

/** A table is replaced by every change, so it is looked up by its id each time. */
function tableOf({ sheet, id }: TableTarget): Table {
  const table = sheet.tables.find((each) => each.id === id);
  if (!table) throw notFound("the table is gone");
  return table;
}

const tableObject = (state: HostState, sheet: Sheet, table: Table): HostObject =>
  HostObject.of(TABLE, { state, sheet, id: table.id });

function all({ state, sheet }: TablesTarget): { readonly sheet: Sheet; readonly table: Table }[] {
  return (sheet ? [sheet] : state.workbook.sheets).flatMap((each) =>
    each.tables.map((table) => ({ sheet: each, table })),
  );
}

function find(target: TablesTarget, key: string | number): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = all(target).find(({ table }) => String(table.id) === wanted || table.name.toLowerCase() === wanted);
  return found ? tableObject(target.state, found.sheet, found.table) : null;
}

function findOrFail(target: TablesTarget, key: string | number): HostObject {
  const table = find(target, key);
  if (!table) throw notFound(`there is no table ${key}`);
  return table;
}

function body(table: Table): Area {
  const top = table.headerRow ? 1 : 0;
  const rows = table.box.rows - top - (table.totalsRow ? 1 : 0);
  return { ...table.box, row: table.box.row + top, rows: Math.max(1, rows) };
}

function addTable({ state, sheet: owner }: TablesTarget, args: Args): HostObject {
  const object = args.object(0);
  const sheet = object ? (object.target as { readonly sheet: Sheet }).sheet : (owner ?? state.workbook.activeSheet);
  if (!args.flag(1)) throw new Refused("adding a table without headers is not implemented");
  state.checkUnprotected(sheet);
  const box = boxArgument(state, sheet, args, 0);
  if (sheet.merges.some((merge) => intersects(merge, box))) throw invalid("a table can't be put over merged cells");
  nameHeaders(sheet, box);
  return tableObject(state, sheet, sheet.addTable(box));
}

/** Texts for headers that are blank (Column1) or there already (学时2), and for those that are no text. */
function nameHeaders(sheet: Sheet, box: Area): void {
  const taken = new Set<string>();
  for (let column = box.column; column < box.column + box.columns; column++) {
    const value = sheet.value(box.row, column);
    const given = value === null ? "" : String(shown(value));
    const stem = given === "" ? "Column" : given;
    let number = given === "" ? 1 : 2;
    let name = given === "" ? "Column1" : given;
    while (taken.has(name.toLowerCase())) name = `${stem}${given === "" ? ++number : number++}`;
    taken.add(name.toLowerCase());
    if (name !== value) sheet.setValue(box.row, column, name);
  }
}

export const TABLES: MemberTable<TablesTarget> = {
  name: "TableCollection",
  get: { Count: get((target) => all(target).length) },
  items: (target) => all(target).map(({ sheet, table }) => tableObject(target.state, sheet, table)),
  byKey: (target, args) => findOrFail(target, args.key(0)),
  call: {
    Add: call(2, addTable),
    GetCount: call(0, (target) => all(target).length, 4),
    GetItem: call(1, (target, args) => findOrFail(target, args.key(0))),
    GetItemAt: call(1, (target, args) => {
      const found = all(target)[args.number(0)];
      if (!found) throw invalid("there is no such table");
      return tableObject(target.state, found.sheet, found.table);
    }),
    GetItemOrNullObject: call(1, (target, args) => find(target, args.key(0)), 4),
  },
};

const TABLE: MemberTable<TableTarget> = {
  name: "Table",
  id: ({ id }) => String(id),
  get: {
    Id: get(({ id }) => String(id)),
    Name: get((target) => tableOf(target).name),
    ShowHeaders: get((target) => tableOf(target).headerRow),
    ShowTotals: get((target) => tableOf(target).totalsRow),
    Style: get((target) => tableOf(target).style ?? ""),
    ShowBandedRows: get((target) => tableOf(target).showBandedRows, 3),
    ShowFilterButton: get((target) => tableOf(target).autoFilter, 3),
  },
  set: {
    Name: set((target, value) => void target.sheet.renameTable(tableOf(target), asText(value, "name"))),
    Style: set((target, value) => {
      const style = asText(value, "style");
      target.sheet.changeTable(tableOf(target), { style: style === "" ? null : style });
    }),
    ShowBandedRows: set(
      (target, value) =>
        void target.sheet.changeTable(tableOf(target), { showBandedRows: asFlag(value, "showBandedRows") }),
      3,
    ),
    ShowFilterButton: set(
      (target, value) =>
        void target.sheet.changeTable(tableOf(target), { autoFilter: asFlag(value, "showFilterButton") }),
      3,
    ),
  },
  link: {
    Worksheet: link(({ state, sheet }) => sheetObject(state, sheet), 2),
    Columns: link((target) => HostObject.of(COLUMNS, target)),
    Rows: link((target) => HostObject.of(ROWS, target)),
    AutoFilter: link((target) => HostObject.of(TABLE_FILTER, target), 9),
  },
  call: {
    GetRange: call(0, (target) => rangeObject(target.state, target.sheet, tableOf(target).box)),
    GetHeaderRowRange: call(0, (target) => {
      const table = tableOf(target);
      if (!table.headerRow) throw invalid("the table has no header row");
      return rangeObject(target.state, target.sheet, { ...table.box, rows: 1 });
    }),
    GetDataBodyRange: call(0, (target) => rangeObject(target.state, target.sheet, body(tableOf(target)))),
    Resize: call(
      1,
      (target, args) => {
        target.state.checkUnprotected(target.sheet);
        const table = tableOf(target);
        const box = boxArgument(target.state, target.sheet, args, 0);
        if (!intersects(box, table.box)) throw invalid("the new range must overlap the table");
        if (box.row !== table.box.row) throw invalid("the header row must stay where it is");
        target.sheet.resizeTable(table, box);
      },
      13,
    ),
    ConvertToRange: call(
      0,
      (target) => {
        const { box } = tableOf(target);
        target.sheet.removeTable(tableOf(target));
        return rangeObject(target.state, target.sheet, box);
      },
      2,
    ),
    Delete: call(0, (target) => {
      const table = tableOf(target);
      target.state.checkUnlocked(target.sheet, table.box);
      target.sheet.removeTable(table);
      target.sheet.clear(table.box);
      target.state.changed(target.sheet, table.box, "ThisLocalAddin");
    }),
  },
};

/** Whether there is one, and whether it narrows the table. */
const TABLE_FILTER: MemberTable<TableTarget> = {
  name: "AutoFilter",
  get: {
    Enabled: get((target) => tableOf(target).autoFilter, 9),
    IsDataFiltered: get((target) => tableOf(target).criteria.includes("filterColumn"), 9),
  },
};

interface ColumnTarget extends TableTarget {
  readonly index: number;
}

function columnBox(target: ColumnTarget, box: Area): Area {
  return { ...box, column: box.column + target.index, columns: 1 };
}

function column(target: TableTarget, index: number): HostObject {
  if (!tableOf(target).columns[index]) throw notFound(`the table has no column ${index}`);
  return HostObject.of(COLUMN, { ...target, index });
}

function columnIndex(target: TableTarget, key: string | number): number {
  const { columns } = tableOf(target);
  return typeof key === "number"
    ? columns.findIndex((each, at) => (each.id || at + 1) === key)
    : columns.findIndex((each) => each.name.toLowerCase() === key.toLowerCase());
}

const COLUMN: MemberTable<ColumnTarget> = {
  name: "TableColumn",
  id: (target) => tableOf(target).columns[target.index]?.id || target.index + 1,
  get: {
    Id: get((target) => tableOf(target).columns[target.index]?.id || target.index + 1),
    Index: get(({ index }) => index),
    Name: get((target) => tableOf(target).columns[target.index]?.name ?? ""),
    Values: get((target) => {
      const { box } = tableOf(target);
      return Array.from({ length: box.rows }, (_, i) => [
        shown(target.sheet.value(box.row + i, box.column + target.index)),
      ]);
    }),
  },
  call: {
    GetRange: call(0, (target) => rangeObject(target.state, target.sheet, columnBox(target, tableOf(target).box))),
    GetDataBodyRange: call(0, (target) =>
      rangeObject(target.state, target.sheet, columnBox(target, body(tableOf(target)))),
    ),
    GetHeaderRowRange: call(0, (target) =>
      rangeObject(target.state, target.sheet, columnBox(target, { ...tableOf(target).box, rows: 1 })),
    ),
  },
};

const COLUMNS: MemberTable<TableTarget> = {
  name: "TableColumnCollection",
  get: { Count: get((target) => tableOf(target).columns.length) },
  items: (target) => tableOf(target).columns.map((_, index) => column(target, index)),
  byKey: (target, args) => column(target, columnIndex(target, args.key(0))),
  call: {
    GetCount: call(0, (target) => tableOf(target).columns.length, 4),
    GetItem: call(1, (target, args) => column(target, columnIndex(target, args.key(0)))),
    GetItemAt: call(1, (target, args) => column(target, args.number(0))),
    GetItemOrNullObject: call(
      1,
      (target, args) => {
        const index = columnIndex(target, args.key(0));
        return index < 0 ? null : column(target, index);
      },
      4,
    ),
  },
};

const ROWS: MemberTable<TableTarget> = {
  name: "TableRowCollection",
  get: { Count: get((target) => body(tableOf(target)).rows) },
  call: { GetCount: call(0, (target) => body(tableOf(target)).rows, 4) },
};
