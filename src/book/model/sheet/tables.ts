/** Tables of a sheet, and its filter. */
import type { Area } from "../address";
import { formatBox, intersects } from "../address";
import type { AutoFilter, Table, TableColumn } from "./content";
import { isCellError } from "./content";
import type { SheetCore } from "./core";

const FILTER_NAME = "_xlnm._FilterDatabase";

/** What may be changed of a table besides its name and box. */
export type TablePatch = Partial<Pick<Table, "style" | "showBandedRows" | "autoFilter" | "criteria" | "columns">>;

/** Makes a table over a box whose first row holds the headers. Throws RangeError when it can't be there. */
export function addTable(core: SheetCore, box: Area, name: string | undefined, style: string | null): Table {
  const taken = core.content.tables.find((table) => intersects(table.box, box));
  if (taken !== undefined) throw new RangeError(`A table cannot overlap ${taken.name}`);
  if (box.rows < 2) throw new RangeError("A table needs a header row and at least one more row");
  const table: Table = {
    id: core.workbook.nextTableId(),
    name: core.workbook.freeTableName(name),
    box,
    headerRow: true,
    totalsRow: false,
    columns: headerNames(core, box, []),
    style,
    showBandedRows: true,
    autoFilter: true,
    criteria: "",
  };
  core.content.tables.push(table);
  core.dirty.add("tables");
  return table;
}

/** Gives a table a new box; new columns take their names from the header cells. */
export function resizeTable(core: SheetCore, table: Table, box: Area): Table {
  const at = tableIndex(core, table);
  const known = core.content.tables[at]?.columns ?? [];
  return replaceTable(core, at, { box, columns: headerNames(core, box, known) });
}

/** Gives a table another name. Throws RangeError for a name that is none or is taken. */
export function renameTable(core: SheetCore, table: Table, name: string): Table {
  if (name.toLowerCase() !== table.name.toLowerCase()) core.workbook.checkTableName(name);
  return replaceTable(core, tableIndex(core, table), { name });
}

/** Changes style, banding, filter or column names of a table and gives the changed one. */
export function changeTable(core: SheetCore, table: Table, patch: TablePatch): Table {
  return replaceTable(core, tableIndex(core, table), patch);
}

/** Takes a table away; its cells stay. */
export function removeTable(core: SheetCore, table: Table): void {
  core.content.tables.splice(tableIndex(core, table), 1);
  core.dirty.add("tables");
}

/** Sets or removes the sheet's filter, and the hidden name that Excel keeps for it. */
export function setAutoFilter(core: SheetCore, filter: AutoFilter | null): void {
  core.content.autoFilter = filter;
  core.dirty.add("autoFilter");
  if (filter === null) dropFilterName(core);
  else {
    const box = formatBox(filter.box, { absolute: true, sheet: core.sheet.name });
    core.workbook.setDefinedName(FILTER_NAME, `=${box}`, core.sheet, true);
  }
}

/** Removes the hidden name by which Excel knows a sheet's filter. */
export function dropFilterName(core: SheetCore): void {
  core.workbook.removeDefinedName(FILTER_NAME, core.sheet);
}

function headerNames(core: SheetCore, box: Area, known: readonly TableColumn[]): TableColumn[] {
  const taken = new Set<string>();
  return Array.from({ length: box.columns }, (_, i) => {
    const value = core.cell(box.row, box.column + i)?.value ?? null;
    const text = value === null || isCellError(value) ? "" : String(value);
    const old = known[i];
    let name = text !== "" ? text : (old?.name ?? "");
    for (let number = text === "" ? i + 1 : 2; name === "" || taken.has(name.toLowerCase()); number++)
      name = `${text === "" ? "Column" : text}${number}`;
    taken.add(name.toLowerCase());
    return { id: old?.id ?? 0, name };
  });
}

function tableIndex(core: SheetCore, table: Table): number {
  const at = core.content.tables.findIndex((own) => own.id === table.id);
  if (at < 0) throw new RangeError(`No such table on ${core.sheet.name}: ${table.name}`);
  return at;
}

function replaceTable(core: SheetCore, at: number, patch: Partial<Table>): Table {
  const old = core.content.tables[at];
  if (old === undefined) throw new RangeError("No such table");
  const table = { ...old, ...patch };
  const other = core.content.tables.find((own, i) => i !== at && intersects(own.box, table.box));
  if (other !== undefined) throw new RangeError(`A table cannot overlap ${other.name}`);
  core.content.tables[at] = table;
  core.dirty.add("tables");
  return table;
}
