/**
 * sheetData: a hand scanner for reading (this is where all the megabytes are) and its counterpart for writing.
 * Rows nobody touched are written as the very text they were read as.
 */
import { columnName, formatBox, parseBox } from "../model/address";
import { formulaFromFile, formulaToFile, shiftFormula } from "../model/formulas";
import type { Box, Cell, CellError, CellValue, KeptXml, Row } from "../model/workbook";
import { isCellError } from "../model/workbook";
import type { SharedString, StringSink } from "./strings";
import { readString } from "./strings";
import { escapeText, escapeXml, isTrue, parseAttributes, tagEnd, textElement, unescapeText, unescapeXml } from "./xml";

export interface CellsRead {
  readonly rows: Map<number, Row>;
  /** Things to be said: what would be lost if the rows were written anew. */
  readonly losses: Set<string>;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const ROW_FACTS = new Set(["r", "ht", "customHeight", "hidden", "s", "customFormat"]);
const CELL_FACTS = new Set(["r", "s", "t", "cm", "vm"]);

/** Reads what stands between `<sheetData>` and its end. */
export function readCells(
  xml: string,
  start: number,
  end: number,
  strings: readonly SharedString[],
  date1904: boolean,
): CellsRead {
  const rows = new Map<number, Row>();
  const losses = new Set<string>();
  const shared = new Map<string, SharedFormula>();
  let nextRow = 0;
  let at = start;
  for (;;) {
    const open = xml.indexOf("<row", at);
    if (open < 0 || open >= end) break;
    const close = tagEnd(xml, open);
    const empty = xml.charCodeAt(close - 1) === 47;
    const attributes = parseAttributes(xml.slice(open + 4, empty ? close - 1 : close));
    const number = Number(attributes.get("r") ?? nextRow + 1) - 1;
    nextRow = number + 1;
    const row: Row = { cells: [], hidden: isTrue(attributes.get("hidden") ?? "0") };
    const height = Number(attributes.get("ht"));
    if (attributes.has("ht") && Number.isFinite(height)) row.height = height;
    if (attributes.has("s") && isTrue(attributes.get("customFormat") ?? "0")) row.style = Number(attributes.get("s"));
    let others = "";
    for (const [name, value] of attributes) {
      if (name === "spans" || ROW_FACTS.has(name)) continue;
      others += ` ${name}="${escapeText(value).replace(/"/g, "&quot;")}"`;
    }
    // a height that Excel fitted itself stays one it may fit again
    if (attributes.has("ht") && !isTrue(attributes.get("customHeight") ?? "0")) others += ' customHeight="0"';
    if (others !== "") row.attributes = others;
    rows.set(number, row);
    if (empty) {
      row.source = xml.slice(open, close + 1);
      at = close + 1;
      continue;
    }
    const rowEnd = xml.indexOf("</row>", close);
    if (rowEnd < 0) throw new Error("a row does not end");
    at = rowEnd + 6;
    const inOwnTerms = readRow(xml, close + 1, rowEnd, number, row, strings, shared, losses, date1904);
    if (inOwnTerms) row.source = xml.slice(open, at);
  }
  return { rows, losses };
}

/** False when the row leans on another one (shared formulas) and so cannot be written back as text. */
function readRow(
  xml: string,
  start: number,
  end: number,
  rowNumber: number,
  row: Row,
  strings: readonly SharedString[],
  shared: Map<string, SharedFormula>,
  losses: Set<string>,
  date1904: boolean,
): boolean {
  let independent = true;
  let nextColumn = 0;
  let at = start;
  for (;;) {
    const open = xml.indexOf("<c", at);
    if (open < 0 || open >= end) return independent;
    const close = xml.indexOf(">", open);
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
      while (xml.charCodeAt(from) === 32) from++;
      const to = xml.indexOf(xml[from] ?? '"', from + 1);
      const value = xml.slice(from + 1, to);
      if (name === "r") column = columnOf(value);
      else if (name === "s") style = Number(value);
      else if (name === "t") type = value;
      else if (name === "cm" || name === "vm") keptAttributes += ` ${name}="${value}"`;
      else if (!CELL_FACTS.has(name)) losses.add(`cell attribute ${name}`);
      i = to + 1;
    }
    nextColumn = column + 1;
    const cell: Cell = { value: null, style };
    row.cells[column] = cell;
    if (empty) {
      at = close + 1;
      continue;
    }
    const cellEnd = xml.indexOf("</c>", close);
    const inner = xml.slice(close + 1, cellEnd);
    at = cellEnd + 4;
    let kept: KeptXml | undefined = keptAttributes === "" ? undefined : { attributes: keptAttributes };
    // an inline string may hold <family>
    const f = type === "inlineStr" ? -1 : inner.indexOf("<f");
    if (f >= 0) {
      const formula = readFormula(inner, f, rowNumber, column, shared);
      if (formula.shared) independent = false;
      if (formula.text !== "") cell.formula = `=${formula.text}`;
      if (formula.kept !== undefined) kept = { ...kept, formula: formula.kept };
      if (formula.array !== undefined) cell.array = formula.array;
    }
    if (kept !== undefined) cell.kept = kept;
    if (inner.includes("<extLst")) losses.add("cell extensions");
    readValue(cell, inner, type, strings, date1904);
  }
}

function readValue(cell: Cell, inner: string, type: string, strings: readonly SharedString[], date1904: boolean): void {
  if (type === "inlineStr") {
    const is = inner.indexOf("<is");
    if (is < 0) return;
    const begin = inner.indexOf(">", is) + 1;
    const end = inner.indexOf("</is>", begin);
    takeString(cell, end < 0 ? { text: "" } : readString(inner.slice(begin, end)));
    return;
  }
  const v = inner.indexOf("<v");
  if (v < 0) return;
  const begin = inner.indexOf(">", v) + 1;
  const end = inner.indexOf("</v>", begin);
  if (end < 0) {
    // <v/>: an empty text
    if (type === "str") cell.value = "";
    return;
  }
  const raw = inner.slice(begin, end);
  switch (type) {
    case "s":
      takeString(cell, strings[Number(raw)] ?? { text: "" });
      return;
    case "str":
      cell.value = unescapeText(raw);
      return;
    case "b":
      cell.value = isTrue(raw.trim());
      return;
    case "e":
      cell.value = { error: unescapeXml(raw.trim()) };
      return;
    case "d":
      cell.value = serialOf(raw.trim(), date1904) ?? raw.trim();
      return;
    default: {
      const value = Number(raw);
      cell.value = raw.trim() === "" ? null : Number.isFinite(value) ? value : unescapeText(raw);
    }
  }
}

function takeString(cell: Cell, string: SharedString): void {
  cell.value = string.text;
  if (string.rich !== undefined) cell.richText = string.rich;
}

function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function readFormula(
  inner: string,
  at: number,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
): { readonly text: string; readonly kept?: string; readonly array?: Box; readonly shared: boolean } {
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

function serialOf(iso: string, date1904: boolean): number | null {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso.includes("T") ? iso : `${iso}T00:00:00`}Z`);
  if (Number.isNaN(time)) return null;
  const days = time / 86_400_000 + 25_569;
  return date1904 ? days - 1462 : days;
}

/** `<sheetData>` of the rows, in order. */
export function writeCells(rows: ReadonlyMap<number, Readonly<Row>>, strings: StringSink | null): string {
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const out: string[] = ["<sheetData>"];
  const letters: string[] = [];
  for (const number of numbers) {
    const row = rows.get(number);
    if (row === undefined) continue;
    if (row.source !== undefined) {
      // a row without a number means "the next one": only true while nothing moved, so it gets its number
      out.push(
        /^<row[^>]*\sr=/.test(row.source.slice(0, 400))
          ? row.source
          : row.source.replace("<row", `<row r="${number + 1}"`),
      );
      continue;
    }
    const cells: string[] = [];
    row.cells.forEach((cell, column) => {
      if (cell !== undefined)
        cells.push(writeCell(cell, (letters[column] ??= columnName(column)) + String(number + 1), strings));
    });
    let head = `<row r="${number + 1}"`;
    if (row.style !== undefined) head += ` s="${row.style}" customFormat="1"`;
    const fitted = row.attributes?.includes('customHeight="0"') === true;
    if (row.height !== undefined) head += ` ht="${row.height}"${fitted ? "" : ' customHeight="1"'}`;
    if (row.hidden) head += ' hidden="1"';
    head += (row.attributes ?? "").replace(' customHeight="0"', "");
    if (cells.length === 0 && head === `<row r="${number + 1}"`) continue;
    out.push(cells.length === 0 ? `${head}/>` : `${head}>${cells.join("")}</row>`);
  }
  out.push("</sheetData>");
  return out.join("");
}

function writeCell(cell: Readonly<Cell>, address: string, strings: StringSink | null): string {
  const { value, formula, array, kept, style, richText } = cell;
  let head = `<c r="${address}"`;
  if (style !== 0) head += ` s="${style}"`;
  const attributes = kept?.attributes ?? "";
  if (formula !== undefined || kept?.formula !== undefined) {
    const f =
      kept?.formula ??
      `<f${array === undefined ? "" : ` t="array" ref="${formatBox(array)}"`}>${escapeXml(formulaToFile((formula ?? "=").slice(1)))}</f>`;
    const { type, v } = cached(value);
    return `${head}${type}${attributes}>${f}${v}</c>`;
  }
  if (value === null) return `${head}${attributes}/>`;
  if (typeof value === "string") {
    if (strings === null) return `${head} t="inlineStr"${attributes}><is>${richText ?? textElement(value)}</is></c>`;
    return `${head} t="s"${attributes}><v>${strings.index(value, richText)}</v></c>`;
  }
  const { type, v } = cached(value);
  return `${head}${type}${attributes}>${v}</c>`;
}

function cached(value: CellValue | CellError): { readonly type: string; readonly v: string } {
  if (value === null) return { type: "", v: "" };
  if (isCellError(value)) return { type: ' t="e"', v: `<v>${escapeXml(value.error)}</v>` };
  if (typeof value === "string") return { type: ' t="str"', v: `<v>${escapeText(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', v: `<v>${value ? 1 : 0}</v>` };
  return { type: "", v: `<v>${value}</v>` };
}
