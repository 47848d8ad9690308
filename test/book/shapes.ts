/** Small workbooks in the many spellings of the format that programs write. */
import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Record<string, string | Uint8Array>;

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>12.5</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><f>B2*2</f><v>25</v></c></row>';
const STRINGS = ["姓名", "学时", "张&amp;三", " 李 四 "];

/** Parts of a workbook with one sheet. `rows`: inside `<sheetData>`; `after`: behind it; `before`: in front of it. */
export function partsWith({ rows = ROWS, before = "", after = "", workbookPr = "" } = {}): Record<string, string> {
  const strings = STRINGS.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("");
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${workbookPr}/><sheets><sheet name="学时记录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "styles", "styles.xml")}${relation(3, "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="4" uniqueCount="4">${strings}</sst>`,
  };
}

export function zipped(parts: Parts): Uint8Array {
  const bytes = Object.entries(parts).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
}

/** As written to a stream: sizes stand behind each part. */
function streamed(parts: Record<string, string>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const [name, text] of Object.entries(parts)) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Sizes, places and counts in the fields of zip64; parts are not packed. `crc` is not looked at by anyone here. */
function zip64(parts: Record<string, string>): Uint8Array {
  const out: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  const wide = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  for (const [name, text] of Object.entries(parts)) {
    const [key, data] = [Buffer.from(name), Buffer.from(text)];
    const extra = Buffer.concat([Buffer.from([1, 0, 16, 0]), wide(data.length), wide(data.length)]);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(0xffffffff, 18);
    local.writeUInt32LE(0xffffffff, 22);
    local.writeUInt16LE(key.length, 26);
    local.writeUInt16LE(extra.length, 28);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x800, 8);
    central.writeUInt32LE(0xffffffff, 20);
    central.writeUInt32LE(0xffffffff, 24);
    central.writeUInt16LE(key.length, 28);
    central.writeUInt16LE(28, 30);
    central.writeUInt32LE(0xffffffff, 42);
    const centralExtra = Buffer.concat([
      Buffer.from([1, 0, 24, 0]),
      wide(data.length),
      wide(data.length),
      wide(offset),
    ]);
    out.push(local, key, extra, data);
    list.push(central, key, centralExtra);
    offset += local.length + key.length + extra.length + data.length;
  }
  const directory = Buffer.concat(list);
  const count = Object.keys(parts).length;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  [24, 32].forEach((at) => record.writeBigUInt64LE(BigInt(count), at));
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([...out, directory, record, locator, end]);
}

function mapped(change: (text: string, name: string) => string | Uint8Array, parts = partsWith()): Uint8Array {
  return zipped(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text, name)])));
}

const isMain = (name: string): boolean => name.startsWith("xl/") && name.endsWith(".xml");
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const prefixed = (prefix: string): Uint8Array =>
  mapped((text, name) =>
    isMain(name)
      ? text.replace(/<(\/?)([A-Za-z])/g, `<$1${prefix}:$2`).replace(` xmlns="${MAIN}"`, ` xmlns:${prefix}="${MAIN}"`)
      : text,
  );

/** Three rows of the usual content, B3 a formula. */
const USUAL = { A1: "姓名", B1: "学时", A2: "张&三", B2: 12.5, A3: " 李 四 ", B3: 25 } as const;
type Shown = Readonly<Record<string, string | number | boolean | null>>;

export interface FileShape {
  readonly what: string;
  readonly make: () => Uint8Array;
  /** Values of the first sheet's cells. */
  readonly shows: Shown;
}

const rows = (what: string, text: string, shows: Shown, more: Parameters<typeof partsWith>[0] = {}): FileShape => ({
  what,
  make: () => zipped(partsWith({ ...more, rows: text })),
  shows,
});

const formatted = Array.from({ length: 400 }, (_, at) => `<row r="${at + 4}" s="1" customFormat="1"/>`).join("");

export const SHAPES: readonly FileShape[] = [
  { what: "as Excel writes it", make: () => zipped(partsWith()), shows: USUAL },
  {
    what: "attributes in single quotes",
    make: () => mapped((text) => text.replace(/="([^"']*)"/g, "='$1'")),
    shows: USUAL,
  },
  {
    what: "blanks around equals signs",
    make: () => mapped((text, name) => (isMain(name) ? text.replace(/ (r|t|s)="/g, ' $1 = "') : text)),
    shows: USUAL,
  },
  {
    what: "blanks in end tags",
    make: () => mapped((text, name) => (isMain(name) ? text.replace(/<\/(\w+)>/g, "</$1 >") : text)),
    shows: USUAL,
  },
  {
    what: "one element a line",
    make: () => mapped((text, name) => (name.includes("sheet1") ? text.replace(/></g, ">\n  <") : text)),
    shows: USUAL,
  },
  {
    what: "comments between cells",
    make: () =>
      mapped((text, name) =>
        name.includes("sheet1") ? text.replace(/<c /g, '<!-- <c r="Z9"><v>1</v></c> --><c ') : text,
      ),
    shows: USUAL,
  },
  {
    what: "texts as CDATA",
    make: () =>
      mapped((text, name) => (name.includes("shared") ? text.replace("张&amp;三", "<![CDATA[张&三]]>") : text)),
    shows: USUAL,
  },
  { what: "the main namespace prefixed", make: () => prefixed("x"), shows: USUAL },
  { what: "a long prefix", make: () => prefixed("main"), shows: USUAL },
  { what: "the strict variant", make: () => mapped((text) => text.replaceAll(MAIN, STRICT)), shows: USUAL },
  {
    what: "UTF-16, low byte first",
    make: () => mapped((text, name) => (isMain(name) ? utf16(text, false) : text)),
    shows: USUAL,
  },
  {
    what: "UTF-16, high byte first",
    make: () => mapped((text, name) => (isMain(name) ? utf16(text, true) : text)),
    shows: USUAL,
  },
  {
    what: "a byte order mark of UTF-8",
    make: () => mapped((text, name) => (isMain(name) ? `\ufeff${text}` : text)),
    shows: USUAL,
  },
  { what: "a streamed archive", make: () => streamed(partsWith()), shows: USUAL },
  { what: "a zip64 archive", make: () => zip64(partsWith()), shows: USUAL },
  {
    what: "no styles in the styles part",
    make: () => mapped((text, name) => (name.includes("styles.xml") ? `${HEAD}<styleSheet xmlns="${MAIN}"/>` : text)),
    shows: USUAL,
  },
  {
    what: "no styles, prefixed",
    make: () =>
      mapped((text, name) => (name.includes("styles.xml") ? `${HEAD}<x:styleSheet xmlns:x="${MAIN}"/>` : text)),
    shows: USUAL,
  },
  { what: "days counted from 1904", make: () => zipped(partsWith({ workbookPr: ' date1904="1"' })), shows: USUAL },
  rows(
    "inline strings",
    '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>学</t></r><r><t>时</t></r></is></c></row>',
    { A1: "姓名", B1: "学时" },
  ),
  rows(
    "shared formulas",
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row>',
    { A1: 1, B1: 2, A2: 3, B2: 6 },
  ),
  rows(
    "an array formula",
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">{1;2}</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    { A1: 1, A2: 2 },
  ),
  rows(
    "no references at all",
    '<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c t="s"><v>1</v></c><c><v>2</v></c></row>',
    { A1: "姓名", B1: 1, A2: "学时", B2: 2 },
  ),
  rows("rows without numbers, cells with", '<row><c r="A3"><v>1</v></c></row><row><c r="B5"><v>2</v></c></row>', {
    A3: 1,
    B5: 2,
  }),
  rows("references without letters", '<row r="2"><c r="2"><v>1</v></c><c r="2"><v>2</v></c></row>', { A2: 1, B2: 2 }),
  rows(
    "a row in two pieces",
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
    { A1: 1, B1: 2, A2: 3 },
  ),
  rows("rows out of order", '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', {
    A1: 1,
    A3: 3,
  }),
  rows(
    "attributes on values",
    '<row r="1"><c r="A1" t="str"><v xml:space="preserve"> a </v></c><c r="B1" t="s"><v xml:space="preserve">0</v></c></row>',
    { A1: " a ", B1: "姓名" },
  ),
  rows(
    "dates and times in words",
    '<row r="1"><c r="A1" s="1" t="d"><v>2018-07-10</v></c><c r="B1" t="d"><v>2018-07-10T12:00:00Z</v></c><c r="C1" t="d"><v>T06:00:00</v></c></row>',
    { A1: 43291, B1: 43291.5, C1: 0.25 },
  ),
  rows(
    "error values and truth values",
    '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="str"><v></v></c><c r="C1"><v/></c></row>',
    { A1: true, B1: "", C1: null },
  ),
  rows(
    "merged down",
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"/></row>',
    { A1: 1, A2: null },
    { after: '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>' },
  ),
  rows("a value in the last cell", `${ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, {
    ...USUAL,
    XFD1048576: 1,
  }),
  rows("a format in the last cell", `${ROWS}<row r="1048576"><c r="XFD1048576" s="1"/></row>`, USUAL),
  rows("many rows that are formatted only", ROWS + formatted, USUAL),
  rows(
    "formatted rows between others",
    `<row r="1"><c r="A1"><v>1</v></c></row>${formatted}<row r="1000"><c r="A1000"><v>2</v></c></row>`,
    { A1: 1, A1000: 2 },
  ),
  rows("an underscore that looks like a code", '<row r="1"><c r="A1" t="str"><v>_x005F_x000D_</v></c></row>', {
    A1: "_x000D_",
  }),
];
