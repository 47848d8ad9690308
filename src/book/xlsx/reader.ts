/** Opens .xlsx files: from Excel, LibreOffice, openpyxl and their like. */
import { strToU8 } from "fflate";
import { formulaFromFile } from "../model/formulas";
import type { Row, Sheet, SheetContent, TabEntry, Table, Visibility } from "../model/workbook";
import { Workbook, emptyContent } from "../model/workbook";
import { cutBlankRuns } from "./blank-runs";
import { MOST_CELLS as MOST_CELLS_OF_SHEET } from "./cells";
import type { Packing } from "./packing";
import { readPalette } from "./colors";
import { decodeXml } from "./encoding";
import { readDrawing } from "./drawing";
import { MAX_ROWS } from "../model/address";
import { NotAWorkbookError } from "./errors";
import type { SourceSheet } from "./source-package";
import { setSource } from "./source-package";
import { Package, openPackage, relationKind, resolveTarget, workbookPart } from "./package";
import { frameOf, MINIMAL_SHEET, readSheet } from "./sheet-part";
import { readSharedStrings } from "./strings";
import { MINIMAL_STYLES, MOST_STYLES, readStyles } from "./styles";
import { readTable } from "./tables";
import {
  XmlError,
  attr,
  attributesText,
  boolAttr,
  child,
  numberAttr,
  parseXml,
  unescapeText,
  withoutMainPrefix,
  type XmlElement,
} from "./xml";

const VISIBILITY: ReadonlyMap<string, Visibility> = new Map([
  ["hidden", "Hidden"],
  ["veryHidden", "VeryHidden"],
]);

/** Parts of a sheet that the model looks into, or that mean the same on a copy of it. */
const CARRIED = ["table", "drawing", "hyperlink", "printerSettings"];

/** Bytes of XML. */
const LARGE_SHEET = 4_000_000;
/** More than anyone looks through. */
const MOST_SHEETS = 1_000;
/** Cells of all sheets together: beyond these a browser's memory is full before the last is read. */
const MOST_CELLS = 12_000_000;

/**
 * Opens a file. Throws NotAWorkbookError, in plain words, for anything that is no .xlsx workbook. `packing`: how it is
 * unpacked, and packed again when it is saved.
 */
export function openWorkbook(bytes: Uint8Array, packing?: Packing): Workbook {
  try {
    return readPackage(openPackage(bytes, packing), bytes);
  } catch (error) {
    if (error instanceof XmlError) throw new NotAWorkbookError(`The workbook is damaged: ${error.message}.`, "damaged");
    throw error;
  }
}

/** A new workbook with one empty sheet, Sheet1. */
export function emptyWorkbook(): Workbook {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const base = "http://schemas.openxmlformats.org";
  const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `${head}<Types xmlns="${base}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${main}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${base}/package/2006/relationships"><Relationship Id="rId1" Type="${base}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${head}<workbook xmlns="${base}/spreadsheetml/2006/main" xmlns:r="${base}/officeDocument/2006/relationships"><workbookPr/>` +
      '<bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      `${head}<Relationships xmlns="${base}/package/2006/relationships">` +
      ["worksheet:worksheets/sheet1", "styles:styles", "sharedStrings:sharedStrings"]
        .map((pair, i) => pair.split(":").concat(String(i + 1)))
        .map(
          ([kind, target, id]) =>
            `<Relationship Id="rId${id}" Type="${base}/officeDocument/2006/relationships/${kind}" Target="${target}.xml"/>`,
        )
        .join("") +
      "</Relationships>",
    "xl/worksheets/sheet1.xml": MINIMAL_SHEET,
    "xl/styles.xml": MINIMAL_STYLES,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${base}/spreadsheetml/2006/main" uniqueCount="0"/>`,
  };
  return readPackage(new Package(new Map(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))), null);
}

function readPackage(pack: Package, bytes: Uint8Array | null): Workbook {
  const part = workbookPart(pack);
  const root = parseXml(withoutMainPrefix(pack.text(part) ?? ""));
  if (root.name !== "workbook") throw new NotAWorkbookError("The file's main part is no workbook.", "damaged");
  const relations = pack.relations(part);
  const partOf = (kind: string): string | null => {
    const relation = relations.find((own) => relationKind(own) === kind && !own.external);
    const name = relation === undefined ? "" : resolveTarget(part, relation.target);
    return pack.has(name) ? name : null;
  };
  const stylesPart = partOf("styles");
  const stringsPart = partOf("sharedStrings");
  const themePart = partOf("theme");
  const stylesRoot = stylesPart === null ? undefined : parseXml(withoutMainPrefix(pack.text(stylesPart) ?? ""));
  const palette = readPalette(themePart === null ? undefined : parseXml(pack.text(themePart) ?? ""), stylesRoot);
  const strings = stringsPart === null ? [] : readSharedStrings(withoutMainPrefix(pack.text(stringsPart) ?? ""));
  const date1904 = boolAttr(child(root, "workbookPr"), "date1904", false);
  const workbook = new Workbook({ date1904, styles: readStyles(stylesRoot, palette) });
  workbook.load.structureProtected(boolAttr(child(root, "workbookProtection"), "lockStructure", false));

  const tabs = child(root, "sheets")?.children ?? [];
  if (tabs.length > MOST_SHEETS)
    throw new NotAWorkbookError(`The workbook has ${tabs.length} sheets, more than ${MOST_SHEETS}.`, "large");
  const sheetPart = (tab: XmlElement): { readonly target: string; readonly source: Uint8Array | undefined } => {
    const relation = relations.find((own) => own.id === attr(tab, "id"));
    const target = relation === undefined ? "" : resolveTarget(part, relation.target);
    const isSheet = relation !== undefined && relationKind(relation) === "worksheet";
    return { target, source: isSheet ? pack.bytes(target) : undefined };
  };
  checkCells(tabs.map(sheetPart));
  const sheets = new Map<Sheet, SourceSheet>();
  const entries = new Map<TabEntry, ReadonlyMap<string, string>>();
  for (const element of tabs) {
    const name = unescapeText(attr(element, "name") ?? "");
    const { target, source } = sheetPart(element);
    if (source === undefined) {
      workbook.load.foreignTab(name);
      workbook.warn(`Tab "${name}" is no worksheet; it stays in the file but is not shown`);
    } else {
      const warn = (text: string): void => workbook.warn(`Sheet "${name}": ${text}`);
      const cut = cutBlankRuns(source);
      const plain = withoutMainPrefix(decodeXml(cut.bytes));
      const content = readSheet(plain, { strings, palette, date1904, runs: cut.runs, warn });
      const frame = source.length > LARGE_SHEET ? { frame: frameOf(plain) } : {};
      workbook.styles.pad(highestStyle(content));
      const tables = new Map<number, string>();
      for (const own of pack.relations(target).filter((candidate) => relationKind(candidate) === "table")) {
        const tablePart = resolveTarget(target, own.target);
        const table: Table | null = pack.has(tablePart)
          ? readTable(withoutMainPrefix(pack.text(tablePart) ?? ""))
          : null;
        if (table === null) warn("a table cannot be read; it stays in the file as it is");
        else {
          content.tables.push(table);
          tables.set(table.id, tablePart);
        }
      }
      const own = pack.relations(target);
      const drawing = own.find((candidate) => relationKind(candidate) === "drawing" && !candidate.external);
      if (drawing !== undefined && pack.has(resolveTarget(target, drawing.target)))
        content.shapes = readDrawing(pack, resolveTarget(target, drawing.target));
      content.foreignParts = own.map(relationKind).filter((kind) => !CARRIED.includes(kind));
      const sheet = workbook.load.sheet(name, VISIBILITY.get(attr(element, "state") ?? "") ?? "Visible", content);
      sheets.set(sheet, { part: target, tables, ...frame });
    }
    const entry = workbook.tabs[workbook.tabs.length - 1];
    if (entry !== undefined) entries.set(entry, element.attributes);
  }
  if (workbook.sheets.length === 0) {
    if (workbook.tabs.length === 0) workbook.load.sheet("Sheet1", "Visible", emptyContent());
    else throw new NotAWorkbookError("The workbook holds no worksheet.", "damaged");
  }
  for (const element of child(root, "definedNames")?.children ?? []) {
    const scope = numberAttr(element, "localSheetId");
    const rest = attributesText(
      new Map([...element.attributes].filter(([name]) => !["name", "localSheetId", "hidden"].includes(name))),
    );
    workbook.load.name({
      name: attr(element, "name") ?? "",
      formula: `=${formulaFromFile(element.text)}`,
      sheet: scope === undefined ? null : (workbook.tabs[scope] ?? null),
      hidden: boolAttr(element, "hidden", false),
      ...(rest === "" ? {} : { attributes: rest }),
    });
  }
  const activeTab = workbook.tabs[numberAttr(child(child(root, "bookViews"), "workbookView"), "activeTab") ?? 0];
  const active =
    workbook.sheets.find((sheet) => sheet === activeTab) ??
    workbook.sheets.find((sheet) => sheet.visibility === "Visible") ??
    workbook.sheets[0];
  if (active !== undefined) workbook.load.active(active);
  if (pack.names.some((name) => name.startsWith("_xmlsignatures/")))
    workbook.warn("The file is signed; a changed copy makes the signature invalid");
  if (
    root.attributes.get("conformance") === "strict" ||
    [...root.attributes.values()].some((value) => value.includes("purl.oclc.org"))
  ) {
    workbook.warn("The file is in the strict variant of the format; parts written anew use the usual one");
  }
  setSource(workbook, { pack, bytes, workbookPart: part, stylesPart, stringsPart, strings, sheets, entries });
  return workbook;
}

/**
 * Counts rows and cells in the bytes of the sheets, before anything of them is kept. Refuses a sheet with more rows than
 * Excel has, and more cells than are read.
 */
function checkCells(parts: readonly { readonly target: string; readonly source: Uint8Array | undefined }[]): void {
  const known = new Map<string, { readonly rows: number; readonly cells: number }>();
  let all = 0;
  for (const { target, source } of parts) {
    if (source === undefined) continue;
    const { rows, cells } = known.get(target) ?? countTags(source);
    known.set(target, { rows, cells });
    all += cells;
    if (rows > MAX_ROWS)
      throw new NotAWorkbookError(`A sheet has ${rows} rows, more than ${MAX_ROWS}; the file is not opened.`, "large");
    if (cells > MOST_CELLS_OF_SHEET)
      throw new NotAWorkbookError(
        `A sheet has more than ${MOST_CELLS_OF_SHEET} cells; the file is not opened.`,
        "large",
      );
    if (all > MOST_CELLS)
      throw new NotAWorkbookError(`The workbook has more than ${MOST_CELLS} cells; the file is not opened.`, "large");
  }
}

/** How many `<row` and `<c` there are, with a prefix or without. */
function countTags(bytes: Uint8Array): { readonly rows: number; readonly cells: number } {
  let rows = 0;
  let cells = 0;
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    let from = at + 1;
    let to = from;
    for (let code = bytes[to] ?? 0; code > SLASH && code !== GREATER; code = bytes[to] ?? 0) {
      to += 1;
      if (code === COLON) from = to;
    }
    if (to - from === 1 && bytes[from] === LETTER_C) cells += 1;
    else if (
      to - from === 3 &&
      bytes[from] === LETTER_R &&
      bytes[from + 1] === LETTER_O &&
      bytes[from + 2] === LETTER_W
    )
      rows += 1;
  }
  return { rows, cells };
}

const [LESS, GREATER, SLASH, COLON] = [0x3c, 0x3e, 0x2f, 0x3a];
const [LETTER_C, LETTER_O, LETTER_R, LETTER_W] = [0x63, 0x6f, 0x72, 0x77];

/** The highest style index of a sheet's cells, rows and columns: a file may name styles that it does not have. */
function highestStyle({ rows, columns, blankRows }: SheetContent): number {
  let highest = 0;
  const see = ({ style, cells }: Readonly<Row>): void => {
    highest = Math.max(highest, style ?? 0);
    for (const cell of cells) if (cell !== undefined && cell.style > highest) highest = cell.style;
  };
  for (const row of rows.values()) see(row);
  for (const { looks } of blankRows.all) for (const { row } of looks) see(row);
  for (const { style } of columns) highest = Math.max(highest, style ?? 0);
  if (!(highest <= MOST_STYLES)) throw new NotAWorkbookError(`A cell has style number ${highest}.`, "damaged");
  return highest;
}
