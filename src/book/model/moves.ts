/** Lines (rows or columns) put in and taken away, and rows put in another order: where lines, boxes and formulas go. */
import { MAX_COLUMNS, MAX_ROWS, contains, type Area } from "./address";
import type { SheetRef } from "./sheet-ref";

type Axis = "rows" | "columns";

/** `count` lines are put in before line `at`, or (negative) taken away from it on. */
export interface LineChange {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

interface LinesMoved {
  readonly kind: "lines";
  readonly sheet: SheetRef;
  readonly change: LineChange;
}

export interface RowsOrdered {
  readonly kind: "order";
  readonly sheet: SheetRef;
  readonly box: Area;
  /** What is now in the box's row i was in its row `from[i]`. */
  readonly from: readonly number[];
}

/** A sheet begins as a copy of another: what only the file knows of it is in the other one's part. */
interface SheetCopied {
  readonly kind: "copy";
  readonly sheet: SheetRef;
  readonly source: SheetRef;
}

/** What happened to cells since the file was opened, for the parts of the file that the model does not carry. */
export type Move = LinesMoved | RowsOrdered | SheetCopied;

/** Where lines first to last (both included) go; null when all are taken away or pushed off the sheet. */
export function moveSpan(
  first: number,
  last: number,
  { axis, at, count }: LineChange,
): readonly [number, number] | null {
  const end = (axis === "rows" ? MAX_ROWS : MAX_COLUMNS) - 1;
  if (first === 0 && last >= end) return [first, last];
  if (count > 0) {
    const from = first >= at ? first + count : first;
    const to = last >= at ? last + count : last;
    return from > end ? null : [from, Math.min(to, end)];
  }
  const gone = at - count;
  const from = first < at ? first : first < gone ? at : first + count;
  const to = last < at ? last : last < gone ? at - 1 : last + count;
  return from > to ? null : [from, to];
}

/** Where one line goes; null when it is taken away. */
export function moveLine(line: number, change: LineChange): number | null {
  return moveSpan(line, line, change)?.[0] ?? null;
}

/** Where a rectangle is after rows or columns were put in or taken away; null when nothing of it is left. */
export function moveBox(box: Area, change: LineChange): Area | null {
  if (change.axis === "rows") {
    const span = moveSpan(box.row, box.row + box.rows - 1, change);
    return span && { ...box, row: span[0], rows: span[1] - span[0] + 1 };
  }
  const span = moveSpan(box.column, box.column + box.columns - 1, change);
  return span && { ...box, column: span[0], columns: span[1] - span[0] + 1 };
}

/** The same of several; those of which nothing is left are dropped. */
export function moveBoxes(boxes: readonly Area[], change: LineChange): Area[] {
  return boxes.flatMap((box) => moveBox(box, change) ?? []);
}

/** Where the row of a single cell goes when rows are put in another order. */
export function orderedRow(row: number, column: number, { box, from }: RowsOrdered): number {
  if (!contains(box, { row, column, rows: 1, columns: 1 })) return row;
  return box.row + from.indexOf(row - box.row);
}
