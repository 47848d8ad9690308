/** Rows and columns as wholes: widths, heights, hiding, styles of cells not yet there; and merges. 0-based. */
import type { Area } from "../address";
import { intersects, MAX_COLUMNS, MAX_ROWS } from "../address";
import type { ColumnSpan } from "./content";
import type { SheetCore } from "./core";

/** Width in characters of the default font; null gives the default back. */
export function setColumnWidth(core: SheetCore, column: number, width: number | null, count: number): void {
  editColumns(core, column, count, (span) => {
    if (width === null) delete span.width;
    else span.width = width;
  });
}

/** Hides or shows `count` columns from `column` on (0-based). */
export function setColumnHidden(core: SheetCore, column: number, hidden: boolean, count: number): void {
  editColumns(core, column, count, (span) => {
    span.hidden = hidden;
  });
}

/** Height in points; null gives the default back. */
export function setRowHeight(core: SheetCore, row: number, points: number | null, count: number): void {
  for (let at = row; at < row + count; at++) {
    if (points === null && core.row(at) === undefined) continue;
    const line = core.touchRow(at);
    if (points === null) delete line.height;
    else line.height = points;
    // set by hand: Excel must not fit it again
    if (line.attributes !== undefined) line.attributes = line.attributes.replace(' customHeight="0"', "");
  }
}

/** Hides or shows `count` rows from `row` on (0-based). */
export function setRowHidden(core: SheetCore, row: number, hidden: boolean, count: number): void {
  for (let at = row; at < row + count; at++) {
    if ((core.row(at)?.hidden ?? false) !== hidden) core.touchRow(at).hidden = hidden;
  }
}

/** Takes the styles of whole rows or columns away where the box covers them whole. */
export function clearBandStyles(core: SheetCore, box: Area): void {
  if (box.row === 0 && box.rows >= MAX_ROWS) {
    editColumns(core, box.column, box.columns, (span) => delete span.style);
  }
  if (box.column === 0 && box.columns >= MAX_COLUMNS) {
    core.unfold(box.row, box.rows);
    for (const [row, line] of core.content.rows) {
      if (row >= box.row && row < box.row + box.rows && line.style !== undefined) delete core.touchRow(row).style;
    }
  }
}

/** Changes the facts of `count` columns from `first` on; spans are split and made as needed. */
export function editColumns(core: SheetCore, first: number, count: number, change: (span: ColumnSpan) => void): void {
  const last = Math.min(first + count, MAX_COLUMNS) - 1;
  const spans: ColumnSpan[] = [];
  let at = first;
  const edited = (span: ColumnSpan): void => {
    change(span);
    spans.push(span);
  };
  for (const span of core.content.columns) {
    if (span.last < first || span.first > last) {
      if (span.first > last && at <= last) {
        edited({ first: at, last, hidden: false });
        at = last + 1;
      }
      spans.push(span);
      continue;
    }
    if (span.first > at) edited({ first: at, last: span.first - 1, hidden: false });
    if (span.first < first) spans.push({ ...span, last: first - 1 });
    const end = Math.min(span.last, last);
    edited({ ...span, first: Math.max(span.first, first), last: end });
    if (span.last > last) spans.push({ ...span, first: last + 1 });
    at = end + 1;
  }
  if (at <= last) edited({ first: at, last, hidden: false });
  core.content.columns = spans;
  core.dirty.add("columns");
}

/** Merges the box; merges it touches are dissolved first. A single cell is left alone. */
export function merge(core: SheetCore, box: Area): void {
  if (box.rows * box.columns < 2) return;
  unmerge(core, box);
  core.content.merges.push(box);
  core.dirty.add("merges");
}

/** Dissolves every merge that touches the box. */
export function unmerge(core: SheetCore, box: Area): void {
  const rest = core.content.merges.filter((own) => !intersects(own, box));
  if (rest.length === core.content.merges.length) return;
  core.content.merges = rest;
  core.dirty.add("merges");
}
