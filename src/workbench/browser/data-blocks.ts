/** Where sorting, filtering and pasting take place: what the user means by one selected cell. */
import {
  type Area,
  contains,
  isCellError,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  type Sheet,
  type Workbook,
} from "../../book/model/workbook";

export interface DataBlock {
  readonly box: Area;
  readonly hasHeader: boolean;
}

const isBlank = (sheet: Sheet, row: number, column: number): boolean => {
  const value = sheet.value(row, column);
  return value === null || value === "";
};

const filled = (sheet: Sheet, box: Area): boolean => {
  for (let row = box.row; row < box.row + box.rows; row++) {
    for (let column = box.column; column < box.column + box.columns; column++)
      if (!isBlank(sheet, row, column)) return true;
  }
  return false;
};

/** The block of filled cells around a cell, out to blank rows and columns. */
function regionAround(sheet: Sheet, row: number, column: number): Area {
  let box: Area = { row, column, rows: 1, columns: 1 };
  const used = sheet.usedBox(true);
  if (used === null) return box;
  for (;;) {
    const wider = [
      box.row > used.row ? { ...box, row: box.row - 1, rows: 1 } : null,
      box.row + box.rows < used.row + used.rows ? { ...box, row: box.row + box.rows, rows: 1 } : null,
      box.column > used.column ? { ...box, column: box.column - 1, columns: 1 } : null,
      box.column + box.columns < used.column + used.columns
        ? { ...box, column: box.column + box.columns, columns: 1 }
        : null,
    ].find((edge) => edge !== null && filled(sheet, edge));
    if (!wider) return box;
    const top = Math.min(box.row, wider.row);
    const left = Math.min(box.column, wider.column);
    box = {
      row: top,
      column: left,
      rows: Math.max(box.row + box.rows, wider.row + wider.rows) - top,
      columns: Math.max(box.column + box.columns, wider.column + wider.columns) - left,
    };
  }
}

/** A first row of texts over other things is a header. */
function looksLikeHeader(sheet: Sheet, box: Area): boolean {
  if (box.rows < 2) return false;
  const texts = (row: number): boolean =>
    Array.from({ length: box.columns }, (_, i) => sheet.value(row, box.column + i)).every(
      (value) => value !== null && !isCellError(value) && typeof value === "string",
    );
  return (
    texts(box.row) &&
    (!texts(box.row + 1) || sheet.cell(box.row, box.column)?.style !== sheet.cell(box.row + 1, box.column)?.style)
  );
}

/** The table, filter range or block of data that a cell belongs to; frozen rows on top of it are its header. */
function blockAt(sheet: Sheet, row: number, column: number): DataBlock | null {
  const cell = { row, column, rows: 1, columns: 1 };
  const table = sheet.tables.find((each) => contains(each.box, cell));
  if (table)
    return { box: { ...table.box, rows: table.box.rows - (table.totalsRow ? 1 : 0) }, hasHeader: table.headerRow };
  if (sheet.autoFilter && contains(sheet.autoFilter.box, cell)) return { box: sheet.autoFilter.box, hasHeader: true };
  const region = regionAround(sheet, row, column);
  if (!filled(sheet, region)) return null;
  const frozen = sheet.freeze?.rows ?? 0;
  if (frozen > region.row && frozen < region.row + region.rows) {
    return { box: { ...region, row: frozen - 1, rows: region.row + region.rows - frozen + 1 }, hasHeader: true };
  }
  return { box: region, hasHeader: looksLikeHeader(sheet, region) };
}

/** What to sort for a selection: the block around one cell, else the selected cells themselves within what is used. */
export function blockFor(sheet: Sheet, selection: Area): DataBlock | null {
  if (selection.rows === 1 && selection.columns === 1) return blockAt(sheet, selection.row, selection.column);
  const used = sheet.usedBox(true);
  if (used === null) return null;
  if (selection.rows >= MAX_ROWS || selection.columns >= MAX_COLUMNS)
    return blockAt(sheet, Math.max(selection.row, used.row), Math.max(selection.column, used.column));
  return { box: selection, hasHeader: false };
}

/** What a filter of this column goes over, as the host takes it: the sheet's filter, else the table, else what is used. */
export function filterBox(sheet: Sheet, column: number): Area | null {
  const within = (box: Area): boolean => column >= box.column && column < box.column + box.columns;
  if (sheet.autoFilter && within(sheet.autoFilter.box)) return sheet.autoFilter.box;
  const table = sheet.tables.find((each) => each.autoFilter && each.headerRow && within(each.box));
  if (table) return { ...table.box, rows: table.box.rows - (table.totalsRow ? 1 : 0) };
  const used = sheet.autoFilter ? null : sheet.usedBox(true);
  return used !== null && within(used) ? used : null;
}

/** A sheet and box from what stands in the name box: an address, or a name that means one. */
export function rangeNamed(workbook: Workbook, text: string): { readonly sheet: Sheet; readonly box: Area } | null {
  const name = workbook.definedName(text, workbook.activeSheet) ?? workbook.definedName(text, null);
  const address = parseAddress(name === undefined ? text : name.formula.slice(1));
  if (address === null) return null;
  const sheet = address.sheet === undefined ? workbook.activeSheet : workbook.sheetByName(address.sheet);
  return sheet === undefined || sheet.visibility !== "Visible" ? null : { sheet, box: address.box };
}
