/**
 * Takes runs of alike blank rows (a million rows that someone formatted) out of a worksheet before it is read, so that the
 * rest is all that stays in memory. They are looked for in the bytes: decoded, the part would take twice their size.
 */
import { MAX_ROWS } from "../model/address";
import type { BlankRun } from "../model/sheet/blank-rows";
import { blankCells, rowFacts } from "./cells";
import { hasOtherEncoding } from "./encoding";
import { isTrue, parseAttributes, tagEnd } from "./xml";

/** Rows that look alike become a run from this many on. */
const SHORTEST_RUN = 64;
/** Bytes of a blank row's XML: of all columns that anyone formats. */
const LONGEST_ROW = 4_000;
/** Cells without value and formula, each with its reference and a style. */
const BLANK_CELLS = /^(?:<c r="[A-Z]{1,3}\d+"(?: s="\d+")?\s*(?:\/>|><\/c>))*$/;
const [LESS, SLASH, GREATER, BANG] = [60, 47, 62, 33];

export interface CutPart {
  /** The part without the rows of the runs. */
  readonly bytes: Uint8Array;
  readonly runs: readonly BlankRun[];
}

/** A part in another encoding, or with comments or sections among its rows, is left as it is. */
export function cutBlankRuns(bytes: Uint8Array): CutPart {
  const whole = { bytes, runs: [] };
  if (hasOtherEncoding(bytes)) return whole;
  const runs: BlankRun[] = [];
  const kept: Uint8Array[] = [];
  let from = 0;
  let at = indexOf(bytes, "<sheetData", 0);
  if (at < 0) return whole;
  for (;;) {
    const open = nextRow(bytes, at + 1);
    if (open === "none") break;
    if (open === "unclear") return whole;
    const run = runFrom(bytes, open);
    // Only a row with a number of its own may follow: another counts from the row before it
    if (run === null || !isFollowedByNumber(bytes, run.end)) {
      at = open;
      continue;
    }
    runs.push(run);
    kept.push(bytes.subarray(from, run.begin));
    from = run.end;
    at = run.end - 1;
  }
  return runs.length === 0 ? whole : { bytes: joined([...kept, bytes.subarray(from)]), runs };
}

/** Where the next `<row` begins. */
function nextRow(bytes: Uint8Array, from: number): number | "none" | "unclear" {
  for (let at = bytes.indexOf(LESS, from); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    const next = bytes[at + 1];
    if (next === BANG) return "unclear";
    if (next === SLASH && startsWith(bytes, "</sheetData", at)) return "none";
    if (next === 114 && startsWith(bytes, "<row", at) && ((bytes[at + 4] ?? 0) <= 32 || bytes[at + 4] === SLASH))
      return at;
  }
  return "none";
}

/** The rows that follow a blank one and look the same; null when there are few, or when it is not blank. */
function runFrom(
  bytes: Uint8Array,
  open: number,
): (BlankRun & { readonly begin: number; readonly end: number }) | null {
  const source = blankRow(bytes, open);
  if (source === null) return null;
  const close = tagEnd(source, 0);
  const empty = source.charCodeAt(close - 1) === SLASH;
  const inner = empty ? "" : source.slice(close + 1, -6);
  const attributes = parseAttributes(source.slice(4, empty ? close - 1 : close));
  const number = Number(attributes.get("r")) - 1;
  if (!BLANK_CELLS.test(inner) || !Number.isInteger(number) || number < 0) return null;
  if (isTrue(attributes.get("hidden") ?? "0")) return null;
  const pieces = piecesOf(source, number + 1);
  const begin = open + source.length;
  let at = begin;
  let next = number + 1;
  while (next < MAX_ROWS) {
    while ((bytes[at] ?? LESS) <= 32) at += 1;
    const text = pieces.join(String(next + 1));
    if (!startsWith(bytes, text, at)) break;
    at += text.length;
    next += 1;
  }
  const count = next - number - 1;
  if (count < SHORTEST_RUN) return null;
  const row = { ...rowFacts(attributes), cells: blankCells(inner, number) };
  return { first: number + 1, count, pieces, row, begin, end: at };
}

/** The text of a row that may be blank; null when it is long, holds a value or a formula, or is not plain ASCII. */
function blankRow(bytes: Uint8Array, open: number): string | null {
  const limit = Math.min(bytes.length, open + LONGEST_ROW);
  let text = "";
  for (let at = open; at < limit; at += 1) {
    const code = bytes[at] ?? 0;
    if (code > 126) return null;
    text += String.fromCharCode(code);
    if (code !== GREATER) continue;
    const begin = text.lastIndexOf("<");
    const tag = text.slice(begin);
    if (tag.startsWith("<row")) {
      if (tag.endsWith("/>")) return text;
    } else if (tag === "</row>") return text;
    else if (!/^<\/?c[\s>]/.test(tag)) return null;
  }
  return null;
}

/** A row's XML, cut where its number stands: after `r="` of the row, and after the letters of each cell. */
function piecesOf(source: string, number: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of source.matchAll(/(<row[^>]*?\sr=["']|<c r="[A-Z]+)(\d+)(?=["'])/g)) {
    if (Number(match[2]) !== number) continue;
    const at = match.index + (match[1] ?? "").length;
    pieces.push(source.slice(from, at));
    from = at + String(number).length;
  }
  return [...pieces, source.slice(from)];
}

function isFollowedByNumber(bytes: Uint8Array, from: number): boolean {
  const next = nextRow(bytes, from);
  if (typeof next === "string") return next === "none";
  const close = bytes.indexOf(GREATER, next);
  return / r\s*=/.test(String.fromCharCode(...bytes.subarray(next, Math.min(close, next + LONGEST_ROW))));
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  for (let at = bytes.indexOf(LESS, from); at >= 0; at = bytes.indexOf(LESS, at + 1))
    if (startsWith(bytes, text, at)) return at;
  return -1;
}

function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
