/** Range and RangeAreas. */
import {
  type Box,
  formatBox,
  intersects,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  sameBox,
  type Sheet,
} from "../../../book/model/workbook";
import { type HostState, shown, valueType } from "../state";
import { HostError, invalid, notFound, Refused } from "../protocol/errors";
import { displayText, mightBeConverted } from "../text";
import {
  type Args,
  asFlag,
  asRecord,
  asText,
  call,
  get,
  isRecord,
  link,
  onlyKeys,
  set,
  HostObject,
  type MemberTable,
} from "../protocol/host-object";
import { defaultWidth, FORMAT, pointsOfWidth } from "./format";
import { sheetObject } from "./sheet";
import { VALIDATION } from "./validation";

export interface RangeTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
  readonly box: Box;
}

export interface AreasTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
  readonly boxes: readonly Box[];
}

type Scalar = string | number | boolean;

const MAX_CELLS = 5_000_000;

export function rangeObject(state: HostState, sheet: Sheet, box: Box): HostObject {
  if (
    box.row < 0 ||
    box.column < 0 ||
    box.rows < 1 ||
    box.columns < 1 ||
    box.row + box.rows > MAX_ROWS ||
    box.column + box.columns > MAX_COLUMNS
  ) {
    throw invalid("the range lies outside the worksheet");
  }
  return HostObject.of(RANGE, { state, sheet, box });
}

/** The range of a text such as `A1:B2`, `A:A`, or of another sheet only if that is the one asked. */
export function boxOf(state: HostState, sheet: Sheet, text: string): Box {
  const address = parseAddress(text);
  if (address) {
    if (address.sheet !== undefined && state.workbook.sheetByName(address.sheet) !== sheet)
      throw invalid(`${text} is not on the sheet ${sheet.name}`);
    return address.box;
  }
  const named = state.workbook.definedName(text, sheet) ?? state.workbook.definedName(text, null);
  const meant = named ? parseAddress(named.formula.slice(1)) : null;
  if (meant && state.workbook.sheetByName(meant.sheet ?? sheet.name) === sheet) return meant.box;
  throw invalid(`${text} is no address`);
}

/** An argument that is a range, or the address of one on the same sheet. */
export function boxArgument(state: HostState, sheet: Sheet, args: Args, index: number): Box {
  const object = args.object(index);
  if (!object) return boxOf(state, sheet, args.text(index));
  const other = object.as(RANGE);
  if (other.sheet !== sheet) throw invalid("the range is on another sheet");
  return other.box;
}

const at = (range: RangeTarget, change: Partial<Box>): HostObject =>
  rangeObject(range.state, range.sheet, { ...range.box, ...change });

function grid<V>({ sheet, box }: RangeTarget, read: (row: number, column: number) => V): V[][] {
  void sheet;
  if (box.rows * box.columns > MAX_CELLS)
    throw new Refused(`reading ${box.rows * box.columns} cells is not implemented`);
  return Array.from({ length: box.rows }, (_, i) =>
    Array.from({ length: box.columns }, (__, j) => read(box.row + i, box.column + j)),
  );
}

/** A value as the page reads it. A formula whose first value is still to come reads #BUSY! if a function is asked for it. */
function readValue({ state, sheet }: RangeTarget, row: number, column: number): Scalar {
  const cell = sheet.cell(row, column);
  if (!cell) return "";
  if (cell.formula !== undefined && cell.value === null) {
    const now = state.changes.valueNow(sheet, row, column);
    if (now !== undefined) return now === "busy" ? "#BUSY!" : shown(now);
    throw new Refused(
      `the value of ${cell.formula} in ${formatBox({ row, column, rows: 1, columns: 1 }, { sheet: sheet.name })} is not known: nobody calculated it`,
    );
  }
  return shown(cell.value);
}

/** Spreads what was written over the cells: one value for all, or a grid of the range's size. */
function spread<V>(
  range: RangeTarget,
  value: unknown,
  check: (each: unknown) => V,
  write: (row: number, column: number, each: V) => void,
): void {
  const { box } = range;
  if (!Array.isArray(value)) {
    if (box.rows * box.columns > MAX_CELLS)
      throw new Refused(`writing ${box.rows * box.columns} cells is not implemented`);
    const each = check(value);
    for (let i = 0; i < box.rows; i++) for (let j = 0; j < box.columns; j++) write(box.row + i, box.column + j, each);
    return;
  }
  const rows = value as unknown[];
  checkSize(box, rows.length, Array.isArray(rows[0]) ? rows[0].length : 0);
  const checked = rows.map((line) => {
    if (!Array.isArray(line) || line.length !== box.columns)
      throw invalid("the array does not have the size of the range");
    return (line as unknown[]).map(check);
  });
  checked.forEach((line, i) => line.forEach((each, j) => write(box.row + i, box.column + j, each)));
}

function checkSize(box: Box, rows: number, columns: number): void {
  if (rows !== box.rows || columns !== box.columns) {
    throw invalid(`the array has ${rows} × ${columns} values, the range ${box.rows} × ${box.columns} cells`);
  }
}

function scalar(value: unknown): Scalar | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw invalid("a cell takes a text, a number or true or false");
}

/** Writes values or formulas. All are checked before the first is stored: a refused array changes nothing. */
function writeCells(range: RangeTarget, value: unknown, formulas: boolean): void {
  const { state, sheet, box } = range;
  state.checkUnlocked(sheet, box);
  const before = sheet.value(box.row, box.column);
  const writes: (() => void)[] = [];
  spread(range, value, scalar, (row, column, each) => {
    if (each === null) return;
    if (each !== "" && state.coveringMerge(sheet, row, column)) {
      throw new Refused(
        `writing into ${formatBox({ row, column, rows: 1, columns: 1 })}, a covered cell of a merge, is not implemented`,
      );
    }
    const isText = state.workbook.style(sheet.styleIndex(row, column)).numberFormat === "@";
    if (formulas && !isText && typeof each === "string" && each.startsWith("=") && each.length > 1) {
      writes.push(() => {
        sheet.setFormula(row, column, each);
        state.changes.formulaWritten(sheet, row, column);
      });
      return;
    }
    if (isText && typeof each !== "string")
      throw new Refused(`writing the ${typeof each} ${each} into a cell formatted as text is not implemented`);
    if (!isText && typeof each === "string" && mightBeConverted(each)) {
      throw new Refused(`Excel might convert the text ${JSON.stringify(each)}; format the cell as text ("@") first`);
    }
    writes.push(() => sheet.setValue(row, column, each === "" ? null : each));
  });
  for (const write of writes) write();
  state.changed(sheet, box, "ThisLocalAddin", before);
}

function boundingBox(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

function intersection(a: Box, b: Box): Box | null {
  if (!intersects(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

function usedIn({ sheet, box }: RangeTarget, valuesOnly: boolean): Box | null {
  let used: Box | null = null;
  sheet.eachCell(box, (row, column, cell) => {
    if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) return;
    const one = { row, column, rows: 1, columns: 1 };
    used = used ? boundingBox(used, one) : one;
  });
  return used;
}

function uniform<V>(values: Iterable<V>): V | null {
  let first: V | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

function rowsHidden({ sheet, box }: RangeTarget): boolean | null {
  // Beyond the rows that have facts every row is shown.
  let hidden = 0;
  for (const [row, facts] of sheet.rows) if (facts.hidden && row >= box.row && row < box.row + box.rows) hidden++;
  return hidden === 0 ? false : hidden === box.rows ? true : null;
}

function columnsHidden({ sheet, box }: RangeTarget): boolean | null {
  return uniform(Array.from({ length: box.columns }, (_, j) => sheet.column(box.column + j)?.hidden ?? false));
}

/** Facts row by row; only whether they are hidden. */
function rowProperties({ sheet, box }: RangeTarget, args: Args): unknown {
  onlyKeys(asRecord(args.value(0), "options"), ["rowHidden"], "options");
  return Array.from({ length: box.rows }, (_, i) => ({ rowHidden: sheet.rows.get(box.row + i)?.hidden ?? false }));
}

/** Facts column by column: whether they are hidden, and how wide they are. */
function columnProperties({ sheet, box }: RangeTarget, args: Args): unknown {
  const options = asRecord(args.value(0), "options");
  onlyKeys(options, ["columnHidden", "format"], "options");
  if (isRecord(options.format)) onlyKeys(options.format, ["columnWidth"], "options.format");
  return Array.from({ length: box.columns }, (_, j) => {
    const column = sheet.column(box.column + j);
    const columnWidth =
      column?.hidden === true ? 0 : pointsOfWidth(column?.width ?? defaultWidth(sheet.defaultColumnWidth));
    return { columnHidden: column?.hidden ?? false, ...(options.format ? { format: { columnWidth } } : {}) };
  });
}

function clear(target: AreasTarget, what: string | null): void {
  const { state, sheet } = target;
  for (const box of target.boxes) {
    state.checkUnlocked(sheet, box);
    switch (what ?? "All") {
      case "All":
        sheet.unmerge(box);
        sheet.clear(box);
        sheet.removeValidations(box);
        break;
      case "Contents":
        sheet.clearContents(box);
        break;
      case "Formats":
        sheet.clearFormats(box);
        break;
      default:
        throw new Refused(`clear("${what}") is not implemented`);
    }
    if (what !== "Formats") state.changed(sheet, box, "ThisLocalAddin");
  }
}

/** Merges the box, or each of its rows; only the first cell of a merge keeps its contents. */
function merge({ state, sheet, box }: RangeTarget, across: boolean): void {
  state.checkUnprotected(sheet);
  if (sheet.tables.some((table) => intersects(table.box, box))) throw invalid("cells of a table cannot be merged");
  const parts = across ? Array.from({ length: box.rows }, (_, i) => ({ ...box, row: box.row + i, rows: 1 })) : [box];
  for (const part of parts) {
    if (part.rows * part.columns > MAX_CELLS) throw new Refused("merging so many cells is not implemented");
    sheet.eachCell(part, (row, column, cell) => {
      if ((row !== part.row || column !== part.column) && (cell.value !== null || cell.formula !== undefined))
        sheet.setValue(row, column, null);
    });
    sheet.merge(part);
  }
}

/**
 * Contents, looks, merges and validations, or values alone; neither row heights nor pictures, as in Excel. Only into cells of the same
 * number and shape, or from one corner on; formulas would have to be shifted and are refused.
 */
function copyFrom(range: RangeTarget, args: Args): void {
  const { state, sheet } = range;
  const wanted = args.object(0);
  const source = wanted === null ? { state, sheet, box: boxOf(state, sheet, args.text(0)) } : wanted.as(RANGE);
  const part = args.optionalText(1) ?? "All";
  if ((part !== "All" && part !== "Values") || args.flag(2) || args.flag(3))
    throw new Refused("copying other parts of cells than values, without blanks or turned is not implemented");
  const { rows, columns } = source.box;
  const single = range.box.rows === 1 && range.box.columns === 1;
  if (!single && (range.box.rows !== rows || range.box.columns !== columns))
    throw new Refused("copying into a range of another size is not implemented");
  const box = { ...range.box, rows, columns };
  if (rows * columns > MAX_CELLS || isEntireRow({ box }) || isEntireColumn({ box }))
    throw new Refused("copying whole rows or columns is not implemented");
  if (source.sheet === sheet && intersects(source.box, box))
    throw new Refused("copying over the source is not implemented");
  const cut = source.sheet.merges.find(
    (own) => intersects(own, source.box) && !sameBox(intersection(own, source.box) ?? own, own),
  );
  if (cut) throw new Refused("copying a part of a merge is not implemented");
  if (source.sheet.tables.some((table) => intersects(table.box, source.box)))
    throw new Refused("copying cells of a table is not implemented");
  state.checkUnlocked(sheet, box);
  const down = box.row - source.box.row;
  const right = box.column - source.box.column;
  if (part === "Values") {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++)
        sheet.setValue(box.row + i, box.column + j, source.sheet.value(source.box.row + i, source.box.column + j));
    }
    state.changed(sheet, box, "ThisLocalAddin");
    return;
  }
  const shift = (own: Box): Box => ({ ...own, row: own.row + down, column: own.column + right });
  source.sheet.eachCell(source.box, (_row, _column, { formula }) => {
    if (formula !== undefined) throw new Refused(`copying the formula ${formula} is not implemented`);
  });
  sheet.unmerge(box);
  sheet.removeValidations(box);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      sheet.takeCell(box.row + i, box.column + j, source.sheet, source.box.row + i, source.box.column + j);
  }
  for (const own of source.sheet.merges.filter((each) => intersects(each, source.box))) sheet.merge(shift(own));
  for (const validation of [...source.sheet.validations]) {
    const boxes = validation.boxes.flatMap((own) => intersection(own, source.box) ?? []).map(shift);
    if (boxes.length > 0) sheet.addValidation({ ...validation, boxes });
  }
  state.changed(sheet, box, "ThisLocalAddin");
}

const addressOf = ({ sheet, box }: RangeTarget): string => formatBox(box, { sheet: sheet.name });
const areasOf = ({ state, sheet, box }: RangeTarget): AreasTarget => ({ state, sheet, boxes: [box] });
const isEntireColumn = ({ box }: { readonly box: Box }): boolean => box.row === 0 && box.rows === MAX_ROWS;
const isEntireRow = ({ box }: { readonly box: Box }): boolean => box.column === 0 && box.columns === MAX_COLUMNS;
const formulaOf =
  (range: RangeTarget) =>
  (row: number, column: number): Scalar => {
    const cell = range.sheet.cell(row, column);
    return cell?.formula ?? shown(cell?.value ?? null);
  };

function usedOrFirst(range: RangeTarget, valuesOnly: boolean): HostObject {
  const used = usedIn(range, valuesOnly);
  return used ? rangeObject(range.state, range.sheet, used) : at(range, { rows: 1, columns: 1 });
}

function overlap(range: RangeTarget, args: Args): HostObject | null {
  const box = intersection(range.box, boxArgument(range.state, range.sheet, args, 0));
  return box && rangeObject(range.state, range.sheet, box);
}

export const RANGE: MemberTable<RangeTarget> = {
  name: "Range",
  tracked: true,
  get: {
    Address: get(addressOf),
    AddressLocal: get(addressOf),
    RowIndex: get(({ box }) => box.row),
    ColumnIndex: get(({ box }) => box.column),
    RowCount: get(({ box }) => box.rows),
    ColumnCount: get(({ box }) => box.columns),
    // Excel answers -1 beyond the largest 32-bit number.
    CellCount: get(({ box }) => (box.rows * box.columns > 2_147_483_647 ? -1 : box.rows * box.columns)),
    Values: get((range) => grid(range, (row, column) => readValue(range, row, column))),
    Formulas: get((range) => grid(range, formulaOf(range))),
    FormulasLocal: get((range) => grid(range, formulaOf(range))),
    NumberFormat: get((range) =>
      grid(range, (row, column) => range.state.workbook.style(range.sheet.styleIndex(row, column)).numberFormat),
    ),
    Text: get((range) =>
      grid(range, (row, column) =>
        displayText(
          readValue(range, row, column),
          range.state.workbook.style(range.sheet.styleIndex(row, column)).numberFormat,
        ),
      ),
    ),
    ValueTypes: get((range) => grid(range, (row, column) => valueType(range.sheet.value(row, column)))),
    Hidden: get((range) => {
      const [rows, columns] = [rowsHidden(range), columnsHidden(range)];
      if (rows === true || columns === true) return true;
      return rows === null || columns === null ? null : false;
    }, 2),
    RowHidden: get(rowsHidden, 2),
    ColumnHidden: get(columnsHidden, 2),
    IsEntireColumn: get(isEntireColumn, 7),
    IsEntireRow: get(isEntireRow, 7),
  },
  set: {
    Values: set((range, value) => writeCells(range, value, false)),
    Formulas: set((range, value) => writeCells(range, value, true)),
    NumberFormat: set((range, value) => {
      const { state, sheet, box } = range;
      state.checkUnlocked(sheet, box);
      if (!Array.isArray(value)) {
        sheet.setBoxStyle(box, { numberFormat: asText(value, "numberFormat") });
        return;
      }
      const check = (each: unknown): string | null => (each === null ? null : asText(each, "numberFormat"));
      spread(range, value, check, (row, column, each) => {
        if (each !== null) sheet.setStyle(row, column, { numberFormat: each });
      });
    }),
    RowHidden: set(({ state, sheet, box }, value) => {
      state.checkUnprotected(sheet);
      sheet.setRowHidden(box.row, asFlag(value, "rowHidden"), box.rows);
    }, 2),
    ColumnHidden: set(({ state, sheet, box }, value) => {
      state.checkUnprotected(sheet);
      sheet.setColumnHidden(box.column, asFlag(value, "columnHidden"), box.columns);
    }, 2),
  },
  link: {
    Format: link((range) => HostObject.of(FORMAT, areasOf(range))),
    Worksheet: link(({ state, sheet }) => sheetObject(state, sheet)),
    DataValidation: link((range) => HostObject.of(VALIDATION, areasOf(range)), 8),
  },
  call: {
    GetCell: call(2, (range, args) =>
      at(range, {
        row: range.box.row + args.number(0),
        column: range.box.column + args.number(1),
        rows: 1,
        columns: 1,
      }),
    ),
    GetRow: call(1, (range, args) => at(range, { row: range.box.row + args.number(0), rows: 1 })),
    GetColumn: call(1, (range, args) => at(range, { column: range.box.column + args.number(0), columns: 1 })),
    GetOffsetRange: call(2, (range, args) =>
      at(range, { row: range.box.row + args.number(0), column: range.box.column + args.number(1) }),
    ),
    GetResizedRange: call(
      2,
      (range, args) =>
        at(range, { rows: range.box.rows + args.number(0), columns: range.box.columns + args.number(1) }),
      2,
    ),
    GetAbsoluteResizedRange: call(2, (range, args) => at(range, { rows: args.number(0), columns: args.number(1) }), 7),
    GetBoundingRect: call(1, (range, args) =>
      at(range, boundingBox(range.box, boxArgument(range.state, range.sheet, args, 0))),
    ),
    GetEntireRow: call(0, (range) => at(range, { column: 0, columns: MAX_COLUMNS })),
    GetEntireColumn: call(0, (range) => at(range, { row: 0, rows: MAX_ROWS })),
    GetLastRow: call(0, (range) => at(range, { row: range.box.row + range.box.rows - 1, rows: 1 })),
    GetLastColumn: call(0, (range) => at(range, { column: range.box.column + range.box.columns - 1, columns: 1 })),
    GetLastCell: call(0, ({ box, ...range }) =>
      at({ ...range, box }, { row: box.row + box.rows - 1, column: box.column + box.columns - 1, rows: 1, columns: 1 }),
    ),
    GetRowsAbove: call(
      1,
      (range, args) => at(range, above(range.box.row, range.box.rows, args.optionalNumber(0) ?? 1)),
      2,
    ),
    GetRowsBelow: call(
      1,
      (range, args) => at(range, below(range.box.row, range.box.rows, args.optionalNumber(0) ?? 1)),
      2,
    ),
    GetUsedRange: call(1, (range, args) => usedOrFirst(range, args.flag(0))),
    GetUsedRangeOrNullObject: call(
      1,
      (range, args) => {
        const used = usedIn(range, args.flag(0));
        return used && rangeObject(range.state, range.sheet, used);
      },
      4,
    ),
    GetIntersection: call(1, (range, args) => {
      const shared = overlap(range, args);
      if (!shared) throw notFound("the ranges do not intersect");
      return shared;
    }),
    GetIntersectionOrNullObject: call(1, overlap, 4),
    Select: call(0, ({ state, sheet, box }) => state.select(sheet, box)),
    GetMergedAreasOrNullObject: call(
      0,
      ({ state, sheet, box }) => {
        const boxes = sheet.merges.filter((own) => intersects(own, box));
        return boxes.length === 0 ? null : areasObject(state, sheet, boxes.map((own) => formatBox(own)).join(","));
      },
      13,
    ),
    GetRowProperties: call(1, rowProperties, 9),
    GetColumnProperties: call(1, columnProperties, 9),
    Merge: call(1, (range, args) => merge(range, args.flag(0)), 2),
    Unmerge: call(
      0,
      ({ state, sheet, box }) => {
        state.checkUnprotected(sheet);
        sheet.unmerge(box);
      },
      2,
    ),
    Clear: call(1, (range, args) => clear(areasOf(range), args.optionalText(0))),
    CopyFrom: call(4, copyFrom, 9),
    _ValidateArraySize: call(2, ({ box }, args) => checkSize(box, args.number(0), args.number(1))),
  },
};

function above(row: number, rows: number, count: number): Partial<Box> {
  if (count === 0) throw invalid("the number of rows must not be 0");
  return count > 0 ? { row: row - count, rows: count } : { row: row + rows + count, rows: -count };
}

function below(row: number, rows: number, count: number): Partial<Box> {
  if (count === 0) throw invalid("the number of rows must not be 0");
  return count > 0 ? { row: row + rows, rows: count } : { row, rows: -count };
}

const areasAddress = ({ sheet, boxes }: AreasTarget): string =>
  boxes.map((box) => formatBox(box, { sheet: sheet.name })).join(",");

const AREAS: MemberTable<AreasTarget> = {
  name: "RangeAreas",
  tracked: true,
  get: {
    Address: get(areasAddress, 9),
    AddressLocal: get(areasAddress, 9),
    AreaCount: get(({ boxes }) => boxes.length, 9),
    CellCount: get(({ boxes }) => boxes.reduce((sum, box) => sum + box.rows * box.columns, 0), 9),
    IsEntireColumn: get(({ boxes }) => boxes.every((box) => isEntireColumn({ box })), 9),
    IsEntireRow: get(({ boxes }) => boxes.every((box) => isEntireRow({ box })), 9),
  },
  link: {
    Format: link((areas) => HostObject.of(FORMAT, areas), 9),
    DataValidation: link((areas) => HostObject.of(VALIDATION, areas), 9),
    Worksheet: link(({ state, sheet }) => sheetObject(state, sheet), 9),
    Areas: link((areas) => HostObject.of(AREA_LIST, areas), 9),
  },
  call: { Clear: call(1, (areas, args) => clear(areas, args.optionalText(0)), 9) },
};

const AREA_LIST: MemberTable<AreasTarget> = {
  name: "RangeCollection",
  items: ({ state, sheet, boxes }) => boxes.map((box) => rangeObject(state, sheet, box)),
  call: {
    GetCount: call(0, ({ boxes }) => boxes.length, 9),
    GetItemAt: call(
      1,
      ({ state, sheet, boxes }, args) => {
        const box = boxes[args.number(0)];
        if (!box) throw new HostError("InvalidArgument", "there is no such area");
        return rangeObject(state, sheet, box);
      },
      9,
    ),
  },
};

export function areasObject(state: HostState, sheet: Sheet, addresses: string): HostObject {
  const boxes = addresses.split(",").map((address) => boxOf(state, sheet, address.trim()));
  return HostObject.of(AREAS, { state, sheet, boxes });
}
