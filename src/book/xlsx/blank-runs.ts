/**
 * Takes runs of blank rows (a million rows that someone formatted, banded or hid) out of a worksheet before it is read, so
 * that the rest is all that stays in memory. They are looked for in the bytes: decoded, the part would take twice their size.
 */
import { MAX_ROWS } from "../model/address";
import { NO_ROW, type BlankLook, type BlankRun } from "../model/sheet/blank-rows";
import { blankCells, rowFacts } from "./cells";
import { hasOtherEncoding } from "./encoding";
import { parseAttributes, tagEnd } from "./xml";

/** Blank rows become a run from this many on. */
const SHORTEST_RUN = 64;
/** Numbers without a row between two of a run. */
const LONGEST_GAP = 64;
/** Looks that are tried on the bytes before a row is read. */
const LOOKS_TRIED = 8;
/** Bytes of a blank row's XML: of all columns that anyone formats. */
const LONGEST_ROW = 4_000;
/** Cells without value and formula, each with its reference and a style. */
const BLANK_CELLS = /^(?:<c r="[A-Z]{1,3}\d+"(?: s="\d+")?\s*(?:\/>|><\/c>))*$/;
const [LESS, SLASH, GREATER, BANG, COLON] = [60, 47, 62, 33, 58];
const DATA = "sheetData";

export interface CutPart {
  /** The part without the rows of the runs. */
  readonly bytes: Uint8Array;
  /** Their texts are without the prefix of the main namespace, as `withoutMainPrefix` leaves the rest. */
  readonly runs: readonly BlankRun[];
}

/** A part in another encoding, or with comments or sections among its rows, is left as it is. */
export function cutBlankRuns(bytes: Uint8Array): CutPart {
  const whole = { bytes, runs: [] };
  if (hasOtherEncoding(bytes)) return whole;
  const data = dataOf(bytes);
  if (data === null) return whole;
  const scan = new RowScan(bytes, data.prefix);
  const runs: BlankRun[] = [];
  const kept: Uint8Array[] = [];
  let from = 0;
  let { at } = data;
  let after = 0;
  for (;;) {
    const open = scan.nextRow(at + 1);
    if (open === "none") break;
    if (open === "unclear") return whole;
    const { run, begin, end, last } = scan.runFrom(open);
    // Only a row with a number of its own may follow: another counts from the row before it
    if (run === null || !scan.isFollowedByNumber(end)) {
      at = last;
      continue;
    }
    // Rows out of order may repeat numbers
    if (run.first < after) return whole;
    after = run.first + run.count;
    runs.push(run);
    kept.push(bytes.subarray(from, begin));
    from = end;
    at = end - 1;
  }
  return runs.length === 0 ? whole : { bytes: joined([...kept, bytes.subarray(from)]), runs };
}

/** Where `<sheetData` begins, and the prefix it has, with its colon; null where there is none before anything unclear. */
function dataOf(bytes: Uint8Array): { readonly at: number; readonly prefix: string } | null {
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    if (bytes[at + 1] === BANG) return null;
    if (startsWith(bytes, DATA, at + 1)) return { at, prefix: "" };
    const colon = bytes.subarray(at, at + LONGEST_PREFIX).indexOf(COLON);
    if (colon > 0 && startsWith(bytes, DATA, at + colon + 1))
      return { at, prefix: String.fromCharCode(...bytes.subarray(at + 1, at + colon + 1)) };
  }
  return null;
}

const LONGEST_PREFIX = 40;

interface FoundRun {
  /** Null where the rows are too few. */
  readonly run: BlankRun | null;
  /** The bytes of the run. */
  readonly begin: number;
  readonly end: number;
  /** Where the last row that was looked at begins: the search goes on behind it. */
  readonly last: number;
}

/** A look and its text in bytes, cut where the number stands. */
interface Look extends BlankLook {
  readonly bytes: readonly Uint8Array[];
}

interface BlankRow {
  /** 1-based. */
  readonly number: number;
  /** The text, cut where the number stands. */
  readonly pieces: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: string;
  /** Bytes of its text. */
  readonly length: number;
}

/** Looks for rows in the bytes of one worksheet. */
class RowScan {
  private readonly row: string;
  private readonly end: string;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly prefix: string,
  ) {
    this.row = `<${prefix}row`;
    this.end = `</${prefix}${DATA}`;
  }

  /** Where the next `<row` begins. */
  nextRow(from: number): number | "none" | "unclear" {
    const { bytes, row, end } = this;
    for (let at = bytes.indexOf(LESS, from); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
      const next = bytes[at + 1];
      if (next === BANG) return "unclear";
      if (next === SLASH && startsWith(bytes, end, at)) return "none";
      const after = bytes[at + row.length] ?? 0;
      if ((after <= 32 || after === SLASH) && startsWith(bytes, row, at)) return at;
    }
    return "none";
  }

  /** The blank rows from this one on, to the first that is not blank. Numbers may be left out between them. */
  runFrom(open: number): FoundRun {
    const none = { run: null, begin: open, end: open, last: open };
    const first = this.blankRow(open);
    if (first === null) return none;
    const looks: Look[] = [];
    const known = new Map<string, number>();
    // Which look came after which: rows alternate more often than not
    const followers = new Uint8Array(NO_ROW + 1);
    let kinds = new Uint8Array(1_024).fill(NO_ROW);
    let at = open;
    let last = open;
    let number = first.number - 1;
    let step = 1;
    let kind = 0;
    let rows = 0;
    for (;;) {
      while ((this.bytes[at] ?? LESS) <= 32) at += 1;
      const guess = rows === 0 ? null : this.guess(at, number + step, looks, followers[kind] ?? 0);
      const read = guess === null ? this.blankRow(at) : null;
      if (guess === null && read === null) break;
      const next = read?.number ?? number + step;
      if (next <= number || next > MAX_ROWS || next - number > LONGEST_GAP) break;
      let own = guess?.kind ?? 0;
      if (read !== null) {
        const key = read.pieces.join("\n");
        const found = known.get(key);
        if (found === undefined && looks.length >= NO_ROW) break;
        own = found ?? looks.length;
        if (found === undefined) {
          looks.push(this.lookOf(read));
          known.set(key, own);
        }
      }
      followers[kind] = own;
      kind = own;
      step = next - number;
      number = next;
      const place = number - first.number;
      if (place >= kinds.length) kinds = grown(kinds);
      kinds[place] = own;
      rows += 1;
      last = at;
      at += guess?.length ?? read?.length ?? 0;
    }
    if (rows < SHORTEST_RUN) return { ...none, last };
    const count = number - first.number + 1;
    const alike = looks.length === 1 && rows === count;
    const run: BlankRun = {
      first: first.number - 1,
      count,
      looks: looks.map(({ pieces, row }) => ({ pieces, row })),
      kinds: alike ? null : kinds.slice(0, count),
    };
    return { run, begin: open, end: at, last };
  }

  isFollowedByNumber(from: number): boolean {
    const next = this.nextRow(from);
    if (typeof next === "string") return next === "none";
    const close = this.bytes.indexOf(GREATER, next);
    const tag = this.bytes.subarray(next, Math.min(close, next + LONGEST_ROW));
    return / r\s*=/.test(String.fromCharCode(...tag));
  }

  /** The look that the row of this number (1-based) has at these bytes, first of all the one expected; null where it is none of the first few. */
  private guess(
    at: number,
    number: number,
    looks: readonly Look[],
    expected: number,
  ): { readonly kind: number; readonly length: number } | null {
    const digits = String(number);
    const length = this.lengthAt(at, digits, looks[expected]);
    if (length > 0) return { kind: expected, length };
    for (let kind = 0; kind < Math.min(looks.length, LOOKS_TRIED); kind += 1) {
      const other = kind === expected ? 0 : this.lengthAt(at, digits, looks[kind]);
      if (other > 0) return { kind, length: other };
    }
    return null;
  }

  /** Bytes of a row of this look at this place; 0 where something else stands there. */
  private lengthAt(from: number, digits: string, look: Look | undefined): number {
    if (look === undefined) return 0;
    let at = from;
    for (let index = 0; index < look.bytes.length; index += 1) {
      if (index > 0) {
        if (!startsWith(this.bytes, digits, at)) return 0;
        at += digits.length;
      }
      const piece = look.bytes[index] ?? NO_BYTES;
      for (let offset = 0; offset < piece.length; offset += 1) if (this.bytes[at + offset] !== piece[offset]) return 0;
      at += piece.length;
    }
    return at - from;
  }

  /** The row here; null when it is long, holds a value or a formula, or is not plain ASCII. */
  private blankRow(open: number): BlankRow | null {
    const source = this.rowText(open);
    if (source === null) return null;
    const text = this.plain(source);
    const close = tagEnd(text, 0);
    const empty = text.charCodeAt(close - 1) === SLASH;
    const inner = empty ? "" : text.slice(close + 1, -6);
    const attributes = parseAttributes(text.slice(4, empty ? close - 1 : close));
    const number = Number(attributes.get("r"));
    if (!BLANK_CELLS.test(inner) || !Number.isInteger(number) || number < 1) return null;
    return { number, pieces: piecesOf(source, number), attributes, inner, length: source.length };
  }

  private lookOf({ number, pieces, attributes, inner }: BlankRow): Look {
    const row = { ...rowFacts(attributes), cells: blankCells(inner, number - 1) };
    const bytes = pieces.map((piece) => Uint8Array.from(piece, (letter) => letter.charCodeAt(0)));
    return { pieces: pieces.map((piece) => this.plain(piece)), row, bytes };
  }

  /** Without the prefix of the main namespace. */
  private plain(text: string): string {
    return this.prefix === "" ? text : text.replaceAll(`<${this.prefix}`, "<").replaceAll(`</${this.prefix}`, "</");
  }

  /** The text of a row that may be blank. */
  private rowText(open: number): string | null {
    const { bytes, row, prefix } = this;
    if (!startsWith(bytes, row, open)) return null;
    const limit = Math.min(bytes.length, open + LONGEST_ROW);
    let begin = open;
    for (let at = open; at < limit; at += 1) {
      const code = bytes[at] ?? 0;
      if (code > 126) return null;
      if (code === LESS) begin = at;
      if (code !== GREATER) continue;
      if (begin === open) {
        if (bytes[at - 1] === SLASH) return textOf(bytes, open, at + 1);
      } else if (startsWith(bytes, `</${prefix}row>`, begin)) return textOf(bytes, open, at + 1);
      else if (!isCell(bytes, begin, prefix)) return null;
    }
    return null;
  }
}

const NO_BYTES = new Uint8Array();

/** True for a tag `<c`, `</c`. */
function isCell(bytes: Uint8Array, begin: number, prefix: string): boolean {
  const name = `${bytes[begin + 1] === SLASH ? "</" : "<"}${prefix}c`;
  const after = bytes[begin + name.length] ?? 0;
  return startsWith(bytes, name, begin) && (after <= 32 || after === GREATER || after === SLASH);
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** A row's XML, cut where its number stands: after `r="` of the row, and after the letters of each cell. */
function piecesOf(source: string, number: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of source.matchAll(
    /(<(?:[^\s<>:]+:)?row[^>]*?\sr=["']|<(?:[^\s<>:]+:)?c r="[A-Z]+)(\d+)(?=["'])/g,
  )) {
    if (Number(match[2]) !== number) continue;
    const at = match.index + (match[1] ?? "").length;
    pieces.push(source.slice(from, at));
    from = at + (match[2] ?? "").length;
  }
  return [...pieces, source.slice(from)];
}

function grown(kinds: Uint8Array): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(kinds.length * 2).fill(NO_ROW);
  next.set(kinds);
  return next;
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
