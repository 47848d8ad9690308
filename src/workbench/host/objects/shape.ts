/** Shapes of a sheet. Their place is counted in points in the protocol and in cells in the model. */
import { type Anchor, type AnchorPoint, EMU_PER_POINT, type Shape, type Sheet } from "../../../book/model/workbook";
import type { HostState } from "../state";
import { invalid, notFound, Refused } from "../protocol/errors";
import { type Args, asNumber, asText, call, get, set, HostObject, type MemberTable } from "../protocol/host-object";
import { defaultWidth, pointsOfWidth } from "./format";
import type { SheetTarget } from "./targets";

interface ShapeTarget extends SheetTarget {
  readonly id: number;
}

/** Heights of rows or widths of columns in points; what is hidden takes no room. */
type Size = (index: number) => number;

const heightsOf =
  (sheet: Sheet): Size =>
  (row) => {
    const line = sheet.rows.get(row) ?? sheet.blankRows.at(row);
    return line?.hidden ? 0 : (line?.height ?? sheet.defaultRowHeight);
  };
const widthsOf =
  (sheet: Sheet): Size =>
  (column) => {
    const span = sheet.column(column);
    return span?.hidden ? 0 : pointsOfWidth(span?.width ?? defaultWidth(sheet.defaultColumnWidth));
  };

function position(size: Size, index: number, offset: number): number {
  let points = 0;
  for (let at = 0; at < index; at++) points += size(at);
  return points + Math.min(offset / EMU_PER_POINT, size(index));
}

function placeOf(size: Size, points: number): { readonly index: number; readonly offset: number } {
  let rest = points;
  for (let index = 0; index < 1_048_576; index++) {
    const own = size(index);
    if (rest < own) return { index, offset: Math.round(rest * EMU_PER_POINT) };
    rest -= own;
  }
  throw invalid("the shape would lie outside the worksheet");
}

interface PointRectangle {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(sheet: Sheet, anchor: Anchor): PointRectangle {
  const [heights, widths] = [heightsOf(sheet), widthsOf(sheet)];
  const top = position(heights, anchor.from.row, anchor.from.rowOffset);
  const left = position(widths, anchor.from.column, anchor.from.columnOffset);
  if (anchor.to === undefined)
    return {
      top,
      left,
      width: (anchor.extent?.width ?? 0) / EMU_PER_POINT,
      height: (anchor.extent?.height ?? 0) / EMU_PER_POINT,
    };
  return {
    top,
    left,
    width: position(widths, anchor.to.column, anchor.to.columnOffset) - left,
    height: position(heights, anchor.to.row, anchor.to.rowOffset) - top,
  };
}

/** The anchor of a box, of the kind that the old one was. */
function anchorOf(sheet: Sheet, box: PointRectangle, spans: boolean): Anchor {
  const [heights, widths] = [heightsOf(sheet), widthsOf(sheet)];
  const point = (top: number, left: number): AnchorPoint => {
    const [row, column] = [placeOf(heights, top), placeOf(widths, left)];
    return { row: row.index, rowOffset: row.offset, column: column.index, columnOffset: column.offset };
  };
  const from = point(box.top, box.left);
  if (spans) return { from, to: point(box.top + box.height, box.left + box.width) };
  return {
    from,
    extent: { width: Math.round(box.width * EMU_PER_POINT), height: Math.round(box.height * EMU_PER_POINT) },
  };
}

function shapeOf({ sheet, id }: ShapeTarget): Shape {
  const found = sheet.shapes.find((shape) => shape.id === id);
  if (!found) throw notFound(`there is no shape ${id}`);
  return found;
}

function placed(target: ShapeTarget): { readonly shape: Shape; readonly anchor: Anchor } {
  const shape = shapeOf(target);
  if (shape.anchor === null)
    throw new Refused(`the place of ${shape.name}, which hangs on no cell, is not implemented`);
  return { shape, anchor: shape.anchor };
}

const measure = (which: keyof PointRectangle) =>
  get<ShapeTarget>((target) => Math.round(boxOf(target.sheet, placed(target).anchor)[which] * 100) / 100, 9);

function move(target: ShapeTarget, to: Partial<PointRectangle>): void {
  const { shape, anchor } = placed(target);
  target.state.checkUnprotected(target.sheet);
  target.sheet.moveShape(
    shape.id,
    anchorOf(target.sheet, { ...boxOf(target.sheet, anchor), ...to }, anchor.to !== undefined),
  );
}

/** At the same place of the other sheet, measured in points. */
function copyTo(target: ShapeTarget, args: Args): HostObject {
  const { state, sheet } = target;
  const { shape, anchor } = placed(target);
  if (shape.kind === "Unsupported")
    throw new Refused(`copying ${shape.name}, which is no picture or drawn shape, is not implemented`);
  const wanted = args.object(0);
  const key = wanted === null ? args.optionalText(0) : null;
  const other = wanted !== null ? (wanted.target as SheetTarget).sheet : key === null ? sheet : state.sheet(key);
  if (!other) throw notFound(`there is no worksheet ${key}`);
  state.checkUnprotected(other);
  const copy = other.addShape({ ...shape, anchor: anchorOf(other, boxOf(sheet, anchor), anchor.to !== undefined) });
  return shapeObject(state, other, copy);
}

const SHAPE: MemberTable<ShapeTarget> = {
  name: "Shape",
  id: ({ id }) => String(id),
  get: {
    Id: get(({ id }) => String(id), 9),
    Name: get((target) => shapeOf(target).name, 9),
    Type: get((target) => shapeOf(target).kind, 9),
    Top: measure("top"),
    Left: measure("left"),
    Width: measure("width"),
    Height: measure("height"),
  },
  set: {
    Name: set((target, value) => target.sheet.renameShape(target.id, asText(value, "name")), 9),
    Top: set((target, value) => move(target, { top: asNumber(value, "top") }), 9),
    Left: set((target, value) => move(target, { left: asNumber(value, "left") }), 9),
  },
  call: {
    CopyTo: call(1, copyTo, 10),
    Delete: call(
      0,
      (target) => {
        target.state.checkUnprotected(target.sheet);
        target.sheet.removeShape(shapeOf(target).id);
      },
      9,
    ),
  },
};

const shapeObject = (state: HostState, sheet: Sheet, { id }: Shape): HostObject =>
  HostObject.of(SHAPE, { state, sheet, id });

function byKey({ state, sheet }: SheetTarget, args: Args): HostObject {
  const key = String(args.key(0));
  const found = sheet.shapes.find(({ id }) => String(id) === key) ?? sheet.shapes.find(({ name }) => name === key);
  if (!found) throw notFound(`there is no shape ${key}`);
  return shapeObject(state, sheet, found);
}

export const SHAPES: MemberTable<SheetTarget> = {
  name: "ShapeCollection",
  items: ({ state, sheet }) => sheet.shapes.map((shape) => shapeObject(state, sheet, shape)),
  byKey,
  call: {
    GetCount: call(0, ({ sheet }) => sheet.shapes.length, 9),
    GetItem: call(1, byKey, 9),
    _GetItem: call(1, byKey, 9),
  },
};
