/** Table parts: read, changed in place, made anew. */
import { contains, formatBox, parseBox } from "../model/address";
import type { Sheet, Table, TableColumn, Workbook } from "../model/workbook";
import { isCellError } from "../model/workbook";
import type { XmlElement } from "./xml";
import {
  attr,
  attribute,
  attributesText,
  boolAttr,
  child,
  numberAttr,
  parseXml,
  protectText,
  rewriteElements,
  unescapeText,
} from "./xml";

export const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

const innerOf = (xml: string, element: XmlElement | undefined): string =>
  element === undefined ? "" : xml.slice(element.innerStart, element.innerEnd);

/** Null when the part makes no sense. */
export function readTable(xml: string): Table | null {
  const root = parseXml(xml);
  const box = parseBox(attr(root, "ref") ?? "");
  if (box === null) return null;
  const style = child(root, "tableStyleInfo");
  return {
    id: numberAttr(root, "id") ?? 0,
    name: attr(root, "displayName") ?? attr(root, "name") ?? "",
    box,
    headerRow: (numberAttr(root, "headerRowCount") ?? 1) > 0,
    totalsRow: (numberAttr(root, "totalsRowCount") ?? 0) > 0,
    columns: (child(root, "tableColumns")?.children ?? []).map((own, i) => ({
      id: numberAttr(own, "id") ?? i + 1,
      name: unescapeText(attr(own, "name") ?? ""),
    })),
    style: attr(style, "name") ?? null,
    showBandedRows: boolAttr(style, "showRowStripes", false),
    autoFilter: child(root, "autoFilter") !== undefined,
    criteria: innerOf(xml, child(root, "autoFilter")),
  };
}

/**
 * Header cells and column names must say the same, else Excel repairs the file. The cells decide; a blank or
 * doubled header gets the column's name written into it.
 */
export function alignHeaders(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    if (!sheet.dirty.has("cells") && !sheet.dirty.has("tables")) continue;
    for (const table of sheet.tables) if (table.headerRow) alignHeader(sheet, table);
  }
}

function alignHeader(sheet: Sheet, table: Table): void {
  const taken = new Set<string>();
  const columns = table.columns.map((column, i): TableColumn => {
    const cell = sheet.cell(table.box.row, table.box.column + i);
    const value = cell?.value ?? null;
    const shown = value === null || isCellError(value) ? "" : String(value);
    const wanted = shown === "" ? column.name : shown;
    let name = wanted;
    for (let number = 2; name === "" || taken.has(name.toLowerCase()); number++)
      name = `${wanted === "" ? "Column" : wanted}${number}`;
    taken.add(name.toLowerCase());
    if (value !== name) sheet.setValue(table.box.row, table.box.column + i, name);
    return { id: column.id, name };
  });
  if (columns.some((column, i) => column.name !== table.columns[i]?.name)) sheet.changeTable(table, { columns });
}

function freshIds(columns: readonly TableColumn[]): TableColumn[] {
  let next = Math.max(0, ...columns.map((column) => column.id)) + 1;
  return columns.map((column) => (column.id > 0 ? column : { ...column, id: next++ }));
}

/** The filter with its criteria; those beyond the table's right edge mean nothing. */
function filterElement(table: Table): string {
  if (!table.autoFilter) return "";
  const inside = rewriteElements(table.criteria, ({ name, attributes }) =>
    name === "filterColumn" && Number(attributes.get("colId")) >= table.box.columns ? "" : null,
  );
  return inside === ""
    ? `<autoFilter ref="${filterBox(table)}"/>`
    : `<autoFilter ref="${filterBox(table)}">${inside}</autoFilter>`;
}

function filterBox(table: Table): string {
  return formatBox(table.totalsRow ? { ...table.box, rows: table.box.rows - 1 } : table.box);
}

/** A table part that did not exist. */
export function newTable(table: Table): string {
  const columns = freshIds(table.columns).map(
    (column) => `<tableColumn id="${column.id}"${attribute("name", column.name)}/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${table.id}"${attribute("name", table.name)}${attribute("displayName", table.name)}` +
    ` ref="${formatBox(table.box)}" totalsRowShown="0">` +
    filterElement(table) +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>${styleInfo(undefined, table)}</table>`
  );
}

function styleInfo(old: XmlElement | undefined, table: Table): string {
  const attributes = new Map<string, string>(
    old?.attributes ?? [
      ["name", ""],
      ["showFirstColumn", "0"],
      ["showLastColumn", "0"],
      ["showRowStripes", "1"],
      ["showColumnStripes", "0"],
    ],
  );
  if (table.style === null) attributes.delete("name");
  else attributes.set("name", protectText(table.style));
  attributes.set("showRowStripes", table.showBandedRows ? "1" : "0");
  return `<tableStyleInfo${attributesText(attributes)}/>`;
}

/** The part with the model's name, box, columns and style; everything else stays. Unchanged text when nothing differs. */
export function writeTable(xml: string, table: Table): string {
  const old = readTable(xml);
  if (old !== null && JSON.stringify(old) === JSON.stringify(table)) return xml;
  const root = parseXml(xml);
  const attributes = new Map(root.attributes);
  if (old?.name !== table.name)
    attributes.set("name", protectText(table.name)).set("displayName", protectText(table.name));
  attributes.set("ref", formatBox(table.box));
  const known = new Map((child(root, "tableColumns")?.children ?? []).map((own) => [numberAttr(own, "id") ?? 0, own]));
  const columns = freshIds(table.columns).map((column) => {
    const own = known.get(column.id);
    if (own === undefined) return `<tableColumn id="${column.id}"${attribute("name", column.name)}/>`;
    if (unescapeText(attr(own, "name") ?? "") === column.name) return xml.slice(own.start, own.end);
    const named = new Map(own.attributes).set("name", protectText(column.name));
    const inside = xml.slice(own.innerStart, own.innerEnd);
    return inside === ""
      ? `<tableColumn${attributesText(named)}/>`
      : `<tableColumn${attributesText(named)}>${inside}</tableColumn>`;
  });
  const out: string[] = [xml.slice(0, root.start), `<${root.tag}${attributesText(attributes)}>`];
  const written = new Set<string>();
  if (child(root, "autoFilter") === undefined) out.push(filterElement(table));
  for (const own of root.children) {
    written.add(own.name);
    if (own.name === "autoFilter") out.push(filterElement(table));
    else if (own.name === "sortState") {
      const box = parseBox(attr(own, "ref") ?? "");
      if (box !== null && contains(table.box, box)) out.push(xml.slice(own.start, own.end));
    } else if (own.name === "tableColumns")
      out.push(`<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`);
    else if (own.name === "tableStyleInfo") out.push(styleInfo(own, table));
    else {
      if (own.name === "extLst" && !written.has("tableStyleInfo")) {
        out.push(styleInfo(undefined, table));
        written.add("tableStyleInfo");
      }
      out.push(xml.slice(own.start, own.end));
    }
  }
  if (!written.has("tableStyleInfo") && table.style !== null) out.push(styleInfo(undefined, table));
  out.push(`</${root.tag}>`);
  return out.join("");
}
