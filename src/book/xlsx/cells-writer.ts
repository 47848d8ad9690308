/** Rows and cells as XML, the counterpart of `cells.ts`. Rows nobody touched are written as the very text they were read as. */
import { columnName } from "../../grid/address";
import { formatBox } from "../model/address";
import { formulaToFile } from "../model/formulas";
import { textOfRows, type BlankRows } from "../model/sheet/blank-rows";
import { isCellError, type Cell, type CellError, type CellValue, type Row } from "../model/workbook";
import type { StringSink } from "./strings";
import { escapeText, escapeXml, tagEnd, textElement } from "./xml";

/** Rows of XML that are handed over at once. */
const CHUNK = 5_000;

/** What stands inside `<sheetData>`: the rows in order, in pieces that can be written one by one. */
export function* writeCells(
  rows: ReadonlyMap<number, Readonly<Row>>,
  blankRows: BlankRows,
  strings: StringSink | null,
): Generator<string> {
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const runs = [...blankRows.all].sort((a, b) => a.first - b.first);
  const letters: string[] = [];
  let out: string[] = [];
  const piece = (): string => {
    const text = out.join("");
    out = [];
    return text;
  };
  for (const number of [...numbers, Infinity]) {
    for (let run = runs[0]; run !== undefined && run.first < number; run = runs[0]) {
      for (let row = run.first; row < run.first + run.count; row += CHUNK)
        yield piece() + textOfRows(run, row, Math.min(row + CHUNK, run.first + run.count));
      runs.shift();
    }
    const row = rows.get(number);
    if (row === undefined) continue;
    out.push(row.source === undefined ? writeRow(row, number, letters, strings) : numbered(row.source, number));
    if (out.length >= CHUNK) yield piece();
  }
  yield piece();
}

/** A row without a number means "the next one": only true while nothing moved, so it gets its number. */
function numbered(source: string, number: number): string {
  const head = source.slice(0, tagEnd(source, 0));
  return /\sr\s*=/.test(head) ? source : source.replace("<row", `<row r="${number + 1}"`);
}

/** Empty for a row without cells and facts. */
function writeRow(row: Readonly<Row>, number: number, letters: string[], strings: StringSink | null): string {
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
  if (cells.length === 0) return head === `<row r="${number + 1}"` ? "" : `${head}/>`;
  return `${head}>${cells.join("")}</row>`;
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
