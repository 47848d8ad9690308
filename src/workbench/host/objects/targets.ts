/** What the objects of a workbook stand for, and how one object gives another: types are named here and defined in their files. */
import { type Area, intersects, MAX_COLUMNS, MAX_ROWS, parseAddress, type Sheet } from "../../../book/model/workbook";
import type { HostState } from "../state";
import { invalid } from "../protocol/errors";
import { type Args, DeclaredType, HostObject } from "../protocol/host-object";

export interface RangeTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
  readonly box: Area;
}

export interface AreasTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
  readonly boxes: readonly Area[];
}

export interface SheetTarget {
  readonly state: HostState;
  readonly sheet: Sheet;
}

export const SHEET = new DeclaredType<SheetTarget>("Worksheet");
export const RANGE = new DeclaredType<RangeTarget>("Range");
export const RANGE_AREAS = new DeclaredType<AreasTarget>("RangeAreas");

/** More cells than this are neither read nor written at once. */
export const MAX_CELLS = 5_000_000;

/** A worksheet as an object of the host. */
export const sheetObject = (state: HostState, sheet: Sheet): HostObject => HostObject.of(SHEET, { state, sheet });

/** Throws InvalidArgument where the box leaves the sheet. */
export function rangeObject(state: HostState, sheet: Sheet, box: Area): HostObject {
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
export function boxOf(state: HostState, sheet: Sheet, text: string): Area {
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
export function boxArgument(state: HostState, sheet: Sheet, args: Args, index: number): Area {
  const object = args.object(index);
  if (!object) return boxOf(state, sheet, args.text(index));
  const other = object.as(RANGE);
  if (other.sheet !== sheet) throw invalid("the range is on another sheet");
  return other.box;
}

/** The ranges of addresses that are separated by commas. */
export function areasObject(state: HostState, sheet: Sheet, addresses: string): HostObject {
  const boxes = addresses.split(",").map((address) => boxOf(state, sheet, address.trim()));
  return HostObject.of(RANGE_AREAS, { state, sheet, boxes });
}

/** The smallest box that holds both. */
export function boundingBox(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The cells that both share; null where there are none. */
export function intersection(a: Area, b: Area): Area | null {
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

/** True when the area is as high as the sheet. */
export const isEntireColumn = ({ box }: { readonly box: Area }): boolean => box.row === 0 && box.rows === MAX_ROWS;

/** True when the area is as wide as the sheet. */
export const isEntireRow = ({ box }: { readonly box: Area }): boolean =>
  box.column === 0 && box.columns === MAX_COLUMNS;
