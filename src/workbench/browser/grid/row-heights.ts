/**
 * Heights of rows without one of their own: Excel fits them to their fonts and wrapped texts whenever it draws them,
 * and files made by others leave that to it. Estimated from counts of characters, which is near enough to read by.
 */
import { type CellStyle, contains, type Row, type Sheet } from "../../../book/model/workbook";
import { shownText } from "../cell-text";
import { columnPixels, rowPixels } from "./measures";

/** Sheets with more cells keep the default height: the estimate would be felt at every keystroke. */
const MOST_CELLS = 150_000;
const PIXELS_PER_POINT = 4 / 3;
const LINE = 1.32;
const PADDING = 4;
/** Widths in ems. */
const WIDE = 1;
const NARROW = 0.54;

const isWide = (text: string, at: number): boolean => text.charCodeAt(at) > 0x2e7f;

/** Lines that a text takes in so many pixels. */
export function linesOf(text: string, fontPixels: number, width: number): number {
  const room = Math.max(fontPixels, width - PADDING);
  let lines = 1;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    const advance = (isWide(text, at) ? WIDE : NARROW) * fontPixels;
    if (text[at] === "\n" || used + advance > room) {
      lines++;
      used = text[at] === "\n" ? 0 : advance;
    } else used += advance;
  }
  return lines;
}

const lineHeight = (style: CellStyle): number => Math.ceil(style.font.size * PIXELS_PER_POINT * LINE);

/** Rows that need more than the sheet's default height, in pixels. */
export function fittedHeights(sheet: Sheet): ReadonlyMap<number, number> {
  const fitted = new Map<number, number>();
  const used = sheet.usedBox(true);
  if (used === null || used.rows * used.columns > MOST_CELLS) return fitted;
  const least = rowPixels(sheet.defaultRowHeight);
  const widths = Array.from({ length: used.column + used.columns }, (_, column) =>
    columnPixels(sheet.column(column)?.width ?? sheet.defaultColumnWidth),
  );
  for (const [row, line] of sheet.rows) {
    if (line.height !== undefined || line.hidden) continue;
    const height = heightOf(sheet, row, line, widths);
    if (height > least) fitted.set(row, height);
  }
  return fitted;
}

function heightOf(sheet: Sheet, row: number, line: Readonly<Row>, widths: readonly number[]): number {
  let height = 0;
  line.cells.forEach((cell, column) => {
    if (cell === undefined || cell.value === null) return;
    const style = sheet.workbook.style(cell.style);
    const wraps = style.wrap && !isMerged(sheet, row, column);
    const lines = wraps
      ? linesOf(shownText(cell.value, style.numberFormat), style.font.size * PIXELS_PER_POINT, widths[column] ?? 0)
      : 1;
    height = Math.max(height, lines * lineHeight(style));
  });
  return height;
}

/** Excel fits no row to a text that runs through merged cells. */
const isMerged = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.merges.some((merge) => contains(merge, { row, column, rows: 1, columns: 1 }));
