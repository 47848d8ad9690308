/** The arrow on the headers of a filter: drawn in the cell's lower right corner, full when the column is filtered. */
import type { ICellCustomRender, ICellRenderContext } from "@univerjs/core";
import { contains, type Sheet } from "../../../book/model/workbook";

const SIZE = 15;
const MARGIN = 2;

/** A header that filters, and whether it does at the moment. Null for other cells. */
export function filterHeaderAt(sheet: Sheet, row: number, column: number): { readonly filtered: boolean } | null {
  const cell = { row, column, rows: 1, columns: 1 };
  const filter = sheet.autoFilter;
  const table = sheet.tables.find(
    (each) => each.autoFilter && each.headerRow && contains({ ...each.box, rows: 1 }, cell),
  );
  const holder = filter && contains({ ...filter.box, rows: 1 }, cell) ? filter : table;
  if (!holder) return null;
  return { filtered: new RegExp(`\\bcolId="${column - holder.box.column}"`).test(holder.criteria) };
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

function cornerOf({ primaryWithCoord }: ICellRenderContext): Corner {
  const { endX, endY } = primaryWithCoord.isMergedMainCell ? primaryWithCoord.mergeInfo : primaryWithCoord;
  return { left: endX - SIZE - MARGIN, top: endY - SIZE - MARGIN };
}

/** Draws the arrow and calls back, with the point of the window, when it is pressed. */
export function filterArrow(
  filtered: boolean,
  pressed: (row: number, column: number, x: number, y: number) => void,
): ICellCustomRender {
  return {
    zIndex: 10,
    drawWith: (context, info) => {
      const { left, top } = cornerOf(info);
      context.save();
      context.fillStyle = filtered ? "#0f6b5c" : "#ffffff";
      context.strokeStyle = filtered ? "#0f6b5c" : "#8a8a8a";
      context.lineWidth = 1;
      context.fillRect(left, top, SIZE, SIZE);
      context.strokeRect(left + 0.5, top + 0.5, SIZE - 1, SIZE - 1);
      context.fillStyle = filtered ? "#ffffff" : "#444444";
      context.beginPath();
      context.moveTo(left + 4, top + 6);
      context.lineTo(left + SIZE - 4, top + 6);
      context.lineTo(left + SIZE / 2, top + 10.5);
      context.closePath();
      context.fill();
      context.restore();
    },
    isHit: ({ x, y }, info) => {
      const { left, top } = cornerOf(info);
      return x >= left && x <= left + SIZE && y >= top && y <= top + SIZE;
    },
    onPointerDown: ({ row, col }, event: PointerEvent) => pressed(row, col, event.clientX, event.clientY),
  };
}
