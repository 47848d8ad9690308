/** Range and RangeAreas. */
import { type Area, formatBox, intersects, MAX_COLUMNS, MAX_ROWS } from "../../../book/model/workbook";
import { shown, valueType } from "../state";
import { HostError, invalid, notFound, Refused } from "../protocol/errors";
import { displayText } from "../text";
import {
  type Args,
  asFlag,
  asRecord,
  asText,
  call,
  get,
  HostObject,
  isRecord,
  link,
  type MemberTable,
  onlyKeys,
  set,
} from "../protocol/host-object";
import { checkSize, grid, readValue, type Scalar, spread, writeCells } from "./cell-values";
import { copyFrom } from "./copy";
import { defaultWidth, FORMAT, pointsOfWidth } from "./format";
import {
  type AreasTarget,
  areasObject,
  boundingBox,
  boxArgument,
  intersection,
  isEntireColumn,
  isEntireRow,
  MAX_CELLS,
  RANGE,
  RANGE_AREAS,
  rangeObject,
  type RangeTarget,
  sheetObject,
} from "./targets";
import { VALIDATION } from "./validation";

const at = (range: RangeTarget, change: Partial<Area>): HostObject =>
  rangeObject(range.state, range.sheet, { ...range.box, ...change });

function usedIn({ sheet, box }: RangeTarget, valuesOnly: boolean): Area | null {
  let used: Area | null = null;
  sheet.eachCell(box, (row, column, cell) => {
    if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) return;
    const one = { row, column, rows: 1, columns: 1 };
    used = used ? boundingBox(used, one) : one;
  });
  if (!valuesOnly)
    for (const styled of sheet.blankRows.styledBoxes()) {
      const own = intersection(styled, box);
      if (own !== null) used = used ? boundingBox(used, own) : own;
    }
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
  const hidden = sheet.hiddenRows(box.row, box.rows);
  return hidden === 0 ? false : hidden === box.rows ? true : null;
}

function columnsHidden({ sheet, box }: RangeTarget): boolean | null {
  return uniform(Array.from({ length: box.columns }, (_, j) => sheet.column(box.column + j)?.hidden ?? false));
}

/** Facts row by row; only whether they are hidden. */
function rowProperties({ sheet, box }: RangeTarget, args: Args): unknown {
  onlyKeys(asRecord(args.value(0), "options"), ["rowHidden"], "options");
  return Array.from({ length: box.rows }, (_, i) => ({ rowHidden: sheet.isRowHidden(box.row + i) }));
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

const addressOf = ({ sheet, box }: RangeTarget): string => formatBox(box, { sheet: sheet.name });
const areasOf = ({ state, sheet, box }: RangeTarget): AreasTarget => ({ state, sheet, boxes: [box] });
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

/** An empty format is General. */
const numberFormatOf = (value: unknown): string => asText(value, "numberFormat") || "General";

RANGE.define({
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
        sheet.setBoxStyle(box, { numberFormat: numberFormatOf(value) });
        return;
      }
      const check = (each: unknown): string | null => (each === null ? null : numberFormatOf(each));
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
});

function above(row: number, rows: number, count: number): Partial<Area> {
  if (count === 0) throw invalid("the number of rows must not be 0");
  return count > 0 ? { row: row - count, rows: count } : { row: row + rows + count, rows: -count };
}

function below(row: number, rows: number, count: number): Partial<Area> {
  if (count === 0) throw invalid("the number of rows must not be 0");
  return count > 0 ? { row: row + rows, rows: count } : { row, rows: -count };
}

const areasAddress = ({ sheet, boxes }: AreasTarget): string =>
  boxes.map((box) => formatBox(box, { sheet: sheet.name })).join(",");

RANGE_AREAS.define({
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
});

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
