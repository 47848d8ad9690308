/**
 * A1 addresses: parsing and formatting. Rows and columns are 0-based everywhere in the model.
 */

import { a1, columnName, type Area } from "../../grid/address";

export { a1 as formatCell, columnName };

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export type { Area };

/** An address that may name its sheet. */
export interface Address {
  readonly sheet?: string;
  readonly box: Area;
}

export interface FormatOptions {
  /** `$` before every row and column. */
  readonly absolute?: boolean;
  /** Put in front, quoted when needed. */
  readonly sheet?: string;
}

/** 0-based column index of letters; -1 when they name no column. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) {
    const digit = (letters.charCodeAt(i) & 0xdf) - 64;
    if (digit < 1 || digit > 26) return -1;
    index = index * 26 + digit;
  }
  return index > MAX_COLUMNS ? -1 : index - 1;
}

/** A sheet name as it stands before `!`: quoted unless it is a plain word that cannot be mistaken for a cell. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const likeCell = /^[A-Za-z]{1,3}\d+$/.test(name) || /^[rc]\d*(c\d*)?$/i.test(name) || /^(true|false)$/i.test(name);
  return plain && !likeCell ? name : `'${name.replace(/'/g, "''")}'`;
}

/** A box as A1 text. Whole columns read `A:C`, whole rows `3:5`. */
export function formatBox(box: Area, options: FormatOptions = {}): string {
  const $ = options.absolute === true ? "$" : "";
  const prefix = options.sheet === undefined ? "" : `${quoteSheet(options.sheet)}!`;
  const lastRow = box.row + box.rows - 1;
  const lastColumn = box.column + box.columns - 1;
  if (box.row === 0 && box.rows >= MAX_ROWS)
    return `${prefix}${$}${columnName(box.column)}:${$}${columnName(lastColumn)}`;
  if (box.column === 0 && box.columns >= MAX_COLUMNS) return `${prefix}${$}${box.row + 1}:${$}${lastRow + 1}`;
  const first = `${$}${columnName(box.column)}${$}${box.row + 1}`;
  if (box.rows === 1 && box.columns === 1) return prefix + first;
  return `${prefix}${first}:${$}${columnName(lastColumn)}${$}${lastRow + 1}`;
}

interface AddressCorner {
  readonly row: number | null;
  readonly column: number | null;
}

function parseCorner(text: string): AddressCorner | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(text);
  if (match === null || text === "" || text.endsWith("$")) return null;
  const column = match[1] === undefined ? null : columnIndex(match[1]);
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  if (column === -1 || (row !== null && (row < 0 || row >= MAX_ROWS))) return null;
  return column === null && row === null ? null : { row, column };
}

/** The box of `A1`, `B2:C9`, `A:C`, `3:5`, with or without `$`; null when the text is no such reference. */
export function parseBox(text: string): Area | null {
  const [from, to, more] = text.trim().split(":");
  if (from === undefined || more !== undefined) return null;
  const a = parseCorner(from);
  const b = to === undefined ? a : parseCorner(to);
  if (a === null || b === null || (a.row === null) !== (b.row === null) || (a.column === null) !== (b.column === null))
    return null;
  if (to === undefined && (a.row === null || a.column === null)) return null;
  const row = a.row === null || b.row === null ? 0 : Math.min(a.row, b.row);
  const column = a.column === null || b.column === null ? 0 : Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: a.row === null || b.row === null ? MAX_ROWS : Math.max(a.row, b.row) - row + 1,
    columns: a.column === null || b.column === null ? MAX_COLUMNS : Math.max(a.column, b.column) - column + 1,
  };
}

/** An address with an optional sheet: `'My sheet'!$A$1:$B$2`. Null when it is no reference. */
export function parseAddress(text: string): Address | null {
  const trimmed = text.trim();
  const bang = trimmed.lastIndexOf("!");
  const box = parseBox(trimmed.slice(bang + 1));
  if (box === null) return null;
  if (bang < 0) return { box };
  const quoted = trimmed.slice(0, bang);
  const sheet =
    quoted.startsWith("'") && quoted.endsWith("'") && quoted.length > 1
      ? quoted.slice(1, -1).replace(/''/g, "'")
      : quoted;
  return sheet === "" ? null : { sheet, box };
}

/** Splits a union (`Sheet1!$A:$B,Sheet1!$1:$2`) at commas outside quotes. */
export function splitUnion(text: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "'") quoted = !quoted;
    else if (c === "," && !quoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** True when the boxes share a cell. */
export function intersects(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** True when both are the same rectangle. */
export function sameBox(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** What is left of `box` without `hole`: up to four boxes. */
export function subtract(box: Area, hole: Area): Area[] {
  if (!intersects(box, hole)) return [box];
  const rest: Area[] = [];
  const bottom = box.row + box.rows;
  const right = box.column + box.columns;
  const top = Math.max(box.row, hole.row);
  const end = Math.min(bottom, hole.row + hole.rows);
  if (hole.row > box.row) rest.push({ ...box, rows: hole.row - box.row });
  if (hole.column > box.column)
    rest.push({ row: top, column: box.column, rows: end - top, columns: hole.column - box.column });
  if (hole.column + hole.columns < right) {
    rest.push({
      row: top,
      column: hole.column + hole.columns,
      rows: end - top,
      columns: right - hole.column - hole.columns,
    });
  }
  if (end < bottom) rest.push({ row: end, column: box.column, rows: bottom - end, columns: box.columns });
  return rest;
}
