/**
 * sheetData: a hand scanner for reading (this is where all the megabytes are) and its counterpart for writing.
 * Rows nobody touched are written as the very text they were read as.
 */
import { a1 } from "../../grid/address";
import { MAX_COLUMNS, MAX_ROWS, parseBox } from "../model/address";
import { formulaFromFile, formulaToFile, shiftFormula } from "../model/formulas";
import type { Area, Cell, Row } from "../model/workbook";
import { BlankRows, type BlankRun } from "../model/sheet/blank-rows";
import { NotAWorkbookError } from "./errors";
import type { SharedString } from "./strings";
import { readString } from "./strings";
import { attributesText, isTrue, parseAttributes, tagEnd, unescapeText, unescapeXml, XmlError } from "./xml";

export interface CellsRead {
  readonly rows: Map<number, Row>;
  readonly blankRows: BlankRows;
  /** Things to be said: what would be lost if the rows were written anew. */
  readonly losses: Set<string>;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What reading the rows of one sheet shares. */
interface SheetReadState extends Omit<CellsRead, "blankRows"> {
  readonly strings: readonly SharedString[];
  readonly date1904: boolean;
  readonly shared: Map<string, SharedFormula>;
  cells: number;
}

/** Cells of one sheet that Node and a browser hold within a gigabyte. */
export const MOST_CELLS = 6_000_000;
const ROW_FACTS = new Set(["r", "ht", "customHeight", "hidden", "s", "customFormat"]);
const CELL_FACTS = new Set(["r", "s", "t", "cm", "vm"]);

const damaged = (why: string): NotAWorkbookError =>
  new NotAWorkbookError(`The workbook is damaged: ${why}.`, "damaged");

/**
 * Reads what stands between `<sheetData>` and its end (of a text that `withoutMainPrefix` made plain). A row may stand in
 * several pieces, rows and cells may lack their references. `runs`: what `cutBlankRuns` took out of it. Throws NotAWorkbookError where two cells claim one place.
 */
export function readCells(
  xml: string,
  start: number,
  end: number,
  strings: readonly SharedString[],
  date1904: boolean,
  runs: readonly BlankRun[] = [],
): CellsRead {
  const reading = newReading(strings, date1904);
  const { rows } = reading;
  const heads = new RowHeads();
  let lastRow = -1;
  let at = start;
  for (;;) {
    const open = nextElement(xml, "<row", at, end);
    if (open < 0) break;
    const close = tagEnd(xml, open);
    const empty = xml.charCodeAt(close - 1) === 47;
    const rowEnd = empty ? close + 1 : xml.indexOf("</row>", close) + 6;
    if (rowEnd < 6) throw new XmlError("a row does not end");
    const { own, facts } = heads.read(xml.slice(open + 4, empty ? close - 1 : close));
    const inner = empty ? "" : xml.slice(close + 1, rowEnd - 6);
    const number = rowNumber(own, inner, lastRow);
    lastRow = number;
    at = rowEnd;
    const row: Row = { ...facts, cells: [] };
    const known = rows.get(number);
    if (known !== undefined) {
      // one row in several pieces: it is written as one
      readRow(reading, inner, number, known);
      delete known.source;
      continue;
    }
    rows.set(number, row);
    if (readRow(reading, inner, number, row)) row.source = xml.slice(open, rowEnd);
  }
  return { ...reading, blankRows: new BlankRows(withoutRows(runs, rows)) };
}

/** Reads the attributes of rows. Those of a million rows are the same but for their number: the rest is read once. */
class RowHeads {
  private readonly known = new Map<string, Readonly<Row>>();

  /** The row's number as it says it, and its facts, without cells. */
  read(text: string): { readonly own: string | undefined; readonly facts: Readonly<Row> } {
    const [whole, number, rest = ""] = /^\s+r="(\d+)"(.*)$/s.exec(text) ?? [];
    if (whole === undefined) {
      const attributes = parseAttributes(text);
      return { own: attributes.get("r"), facts: rowFacts(attributes) };
    }
    let facts = this.known.get(rest);
    if (facts === undefined) {
      if (this.known.size >= MOST_HEADS) this.known.clear();
      facts = rowFacts(parseAttributes(rest));
      this.known.set(rest, facts);
    }
    return { own: number, facts };
  }
}

const MOST_HEADS = 1_000;

/** Cells of one row that holds styles only. */
export function blankCells(inner: string, rowNumber: number): Row["cells"] {
  const row: Row = { cells: [], hidden: false };
  readRow(newReading([], false), inner, rowNumber, row);
  return row.cells;
}

function newReading(strings: readonly SharedString[], date1904: boolean): SheetReadState {
  return { strings, date1904, rows: new Map(), losses: new Set(), shared: new Map(), cells: 0 };
}

/** Where the next element of this name begins; -1 when there is none before `end`. */
function nextElement(xml: string, name: string, from: number, end: number): number {
  for (let at = xml.indexOf(name, from); at >= 0 && at < end; at = xml.indexOf(name, at + 1)) {
    const next = xml.charCodeAt(at + name.length);
    if (next === 62 || next === 47 || next <= 32) return at;
  }
  return -1;
}

/** 0-based. A row without a number follows the one before, unless its first cell says where it is. */
function rowNumber(text: string | undefined, inner: string, lastRow: number): number {
  const own = text ?? /^\s*<c\s[^>]*?\br\s*=\s*["']\$?[A-Za-z]+\$?(\d+)/.exec(inner)?.[1];
  if (own === undefined) return lastRow + 1;
  const number = Number(own);
  if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS) throw damaged(`there is a row "${own}"`);
  return number - 1;
}

/** What a `<row>` says of itself, without its cells; the height is in points. */
export function rowFacts(attributes: ReadonlyMap<string, string>): Row {
  const row: Row = { cells: [], hidden: isTrue(attributes.get("hidden") ?? "0") };
  const height = Number(attributes.get("ht"));
  if (attributes.has("ht") && Number.isFinite(height)) row.height = height;
  if (attributes.has("s") && isTrue(attributes.get("customFormat") ?? "0")) row.style = Number(attributes.get("s"));
  const others = new Map([...attributes].filter(([name]) => name !== "spans" && !ROW_FACTS.has(name)));
  // a height that Excel fitted itself stays one it may fit again
  if (attributes.has("ht") && !isTrue(attributes.get("customHeight") ?? "0")) others.set("customHeight", "0");
  if (others.size > 0) row.attributes = attributesText(others);
  return row;
}

/** Runs without rows that stood elsewhere as well (a file may repeat a number). */
function withoutRows(runs: readonly BlankRun[], rows: ReadonlyMap<number, Row>): BlankRun[] {
  const blank = new BlankRows(runs);
  if (runs.length > 0) for (const number of rows.keys()) blank.take(number);
  return [...blank.all];
}

/** False when the row leans on another one (shared formulas) or was mended, and so can't be written back as text. */
function readRow(reading: SheetReadState, xml: string, rowNumber: number, row: Row): boolean {
  let independent = true;
  let nextColumn = 0;
  let at = 0;
  for (;;) {
    const open = nextElement(xml, "<c", at, xml.length);
    if (open < 0) return independent;
    const close = tagEnd(xml, open);
    const empty = xml.charCodeAt(close - 1) === 47;
    let style = 0;
    let type = "";
    let keptAttributes = "";
    let column = nextColumn;
    // attributes of <c>: a loop of its own, for speed
    let i = open + 2;
    while (i < close) {
      const equals = xml.indexOf("=", i);
      if (equals < 0 || equals > close) break;
      const name = xml.slice(i, equals).trim();
      let from = equals + 1;
      while (xml.charCodeAt(from) <= 32) from++;
      const quote = xml[from];
      const to = quote === '"' || quote === "'" ? xml.indexOf(quote, from + 1) : -1;
      if (to < 0) throw new XmlError("an attribute of a cell has no quotes");
      const value = xml.slice(from + 1, to);
      if (name === "r") {
        const own = columnOf(value, rowNumber);
        // a reference without letters says nothing of the column
        if (own === null) independent = false;
        else column = own;
      } else if (name === "s") style = Number(value) || 0;
      else if (name === "t") type = value;
      else if (name === "cm" || name === "vm") keptAttributes += ` ${name}="${value}"`;
      else if (!CELL_FACTS.has(name)) reading.losses.add(`cell attribute ${name}`);
      i = to + 1;
    }
    if (column >= MAX_COLUMNS) throw damaged(`row ${rowNumber + 1} has more than ${MAX_COLUMNS} columns`);
    nextColumn = column + 1;
    reading.cells += 1;
    if (reading.cells > MOST_CELLS)
      throw new NotAWorkbookError(`A sheet has more than ${MOST_CELLS} cells; the file is not opened.`, "large");
    const cell: Cell = { value: null, style };
    const end = empty ? close + 1 : xml.indexOf("</c>", close) + 4;
    if (end < 4) throw new XmlError("a cell does not end");
    const inner = empty ? "" : xml.slice(close + 1, end - 4);
    at = end;
    if (keptAttributes !== "") cell.kept = { attributes: keptAttributes };
    if (inner !== "" && readContent(reading, cell, inner, type, rowNumber, column)) independent = false;
    const known = row.cells[column];
    if (known !== undefined) {
      independent = false;
      if (holds(known) && holds(cell))
        throw damaged(`there are two cells ${a1(rowNumber, column)}, one of which would be lost`);
      if (holds(known)) continue;
    }
    row.cells[column] = cell;
  }
}

const holds = ({ value, formula }: Cell): boolean => value !== null || formula !== undefined;

/** Value and formula of a cell. True when they lean on another row. */
function readContent(
  reading: SheetReadState,
  cell: Cell,
  inner: string,
  type: string,
  row: number,
  column: number,
): boolean {
  let shared = false;
  // an inline string may hold <family> and <vertAlign>
  const f = type === "inlineStr" ? -1 : nextElement(inner, "<f", 0, inner.length);
  if (f >= 0) {
    const formula = readFormula(inner, f, row, column, reading.shared);
    ({ shared } = formula);
    if (formula.text !== "") cell.formula = `=${formula.text}`;
    if (formula.kept !== undefined) cell.kept = { ...cell.kept, formula: formula.kept };
    if (formula.array !== undefined) cell.array = formula.array;
  }
  if (inner.includes("<extLst")) reading.losses.add("cell extensions");
  readValue(reading, cell, inner, type, a1(row, column));
  return shared;
}

/** Text of the first element of this name inside a cell; null when there is none, "" when it is empty. */
function innerOf(inner: string, name: string): string | null {
  const open = nextElement(inner, `<${name}`, 0, inner.length);
  if (open < 0) return null;
  const close = tagEnd(inner, open);
  if (inner.charCodeAt(close - 1) === 47) return "";
  const end = inner.indexOf(`</${name}>`, close);
  if (end < 0) throw new XmlError(`a ${name} does not end`);
  return inner.slice(close + 1, end);
}

function readValue(
  { strings, date1904 }: SheetReadState,
  cell: Cell,
  inner: string,
  type: string,
  address: string,
): void {
  if (type === "inlineStr") {
    const text = innerOf(inner, "is");
    if (text !== null) takeString(cell, readString(text));
    return;
  }
  const raw = innerOf(inner, "v");
  if (raw === null) return;
  const plain = raw.trim();
  switch (type) {
    case "s": {
      if (plain === "") return;
      const string = strings[Number(plain)];
      if (string === undefined) throw damaged(`${address} shows text number ${plain}, which is not there`);
      takeString(cell, string);
      return;
    }
    case "str":
      cell.value = unescapeText(raw);
      return;
    case "b":
      cell.value = plain === "" ? null : isTrue(plain);
      return;
    case "e":
      cell.value = plain === "" ? null : { error: unescapeXml(plain) };
      return;
    case "d":
      cell.value = plain === "" ? null : (serialOf(plain, date1904) ?? unescapeText(raw));
      return;
    default: {
      const value = Number(plain);
      cell.value = plain === "" ? null : Number.isFinite(value) ? value : unescapeText(raw);
    }
  }
}

function takeString(cell: Cell, string: SharedString): void {
  cell.value = string.text;
  if (string.rich !== undefined) cell.richText = string.rich;
}

/** 0-based column of a reference; null when it names none. Throws when it names another row. */
function columnOf(address: string, row: number): number | null {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (at < address.length && Number(address.slice(at)) !== row + 1)
    throw damaged(`the cell ${address} stands in row ${row + 1}`);
  return column === 0 ? null : column - 1;
}

function readFormula(
  inner: string,
  at: number,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
): { readonly text: string; readonly kept?: string; readonly array?: Area; readonly shared: boolean } {
  const close = tagEnd(inner, at);
  const empty = inner.charCodeAt(close - 1) === 47;
  const end = empty ? close + 1 : inner.indexOf("</f>", close) + 4;
  const onFile = empty ? "" : unescapeXml(inner.slice(close + 1, end - 4)).replace(/\r\n?/g, "\n");
  if (close === at + 2) return plainFormula(onFile, inner.slice(at, end));
  const attributes = parseAttributes(inner.slice(at + 2, close));
  const type = attributes.get("t") ?? "normal";
  if (type === "shared") {
    const index = attributes.get("si") ?? "";
    if (onFile !== "") shared.set(index, { text: onFile, row, column });
    const master = shared.get(index);
    const text = master === undefined ? onFile : shiftFormula(master.text, row - master.row, column - master.column);
    return { text: formulaFromFile(text), shared: true };
  }
  if (type === "dataTable") return { text: formulaFromFile(onFile), kept: inner.slice(at, end), shared: false };
  if (type === "array")
    return {
      text: formulaFromFile(onFile),
      array: parseBox(attributes.get("ref") ?? "") ?? { row, column, rows: 1, columns: 1 },
      shared: false,
    };
  return plainFormula(onFile, inner.slice(at, end));
}

function plainFormula(
  onFile: string,
  element: string,
): { readonly text: string; readonly kept?: string; readonly shared: boolean } {
  const text = formulaFromFile(onFile);
  // a text that we would write differently (a macro called Module1.F) stays as it is until it changes
  const risky = text !== onFile || /[A-Za-z]\.[A-Za-z]/.test(onFile);
  return risky && formulaToFile(text).toLowerCase() !== onFile.toLowerCase()
    ? { text, kept: element, shared: false }
    : { text, shared: false };
}

/** Serial number of an ISO date, time or both; null when it is none. A time alone is a part of a day. */
function serialOf(iso: string, date1904: boolean): number | null {
  const time = /^T?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/.exec(iso);
  if (time !== null) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const zoned = /[zZ]|[+-]\d\d:?\d\d$/.test(iso.slice(10));
  const at = Date.parse(zoned ? iso : `${iso.includes("T") ? iso : `${iso}T00:00:00`}Z`);
  if (Number.isNaN(at)) return null;
  const days = at / 86_400_000 + 25_569;
  if (date1904) return days - 1462;
  // Excel counts a 29 February 1900 that never was
  return days < 61 ? days - 1 : days;
}

/** Numbers of the shared texts that cells of a worksheet (made plain by `withoutMainPrefix`) show. */
export function sharedTextsOf(xml: string): Set<number> {
  const numbers = new Set<number>();
  const data = nextElement(xml, "<sheetData", 0, xml.length);
  const end = data < 0 ? 0 : xml.indexOf("</sheetData>", data);
  for (let at = nextElement(xml, "<c", data, end); at >= 0; at = nextElement(xml, "<c", at, end)) {
    const close = tagEnd(xml, at);
    const from = close + 1;
    const empty = xml.charCodeAt(close - 1) === 47;
    const type = empty ? "" : parseAttributes(xml.slice(at + 2, close)).get("t");
    at = empty ? from : xml.indexOf("</c>", from);
    if (at < 0) throw new XmlError("a cell does not end");
    const number = type === "s" ? innerOf(xml.slice(from, at), "v")?.trim() : "";
    if (number !== undefined && number !== "") numbers.add(Number(number));
  }
  return numbers;
}
