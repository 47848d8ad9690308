/** Files that are made to do harm. */
import { deflateSync } from "fflate";
import type { NotAWorkbookKind } from "../../src/book/xlsx/errors";
import { partsWith, zipped } from "../book/shapes";

/** One entry of an archive, as it stands in the file; what is left out is as it should be. */
interface Entry {
  readonly name: string;
  readonly data: Uint8Array;
  /** The size that the list of parts gives. */
  readonly size?: number;
  /** The bytes are packed already. */
  readonly packed?: boolean;
  /** Of another entry whose bytes this one shares. */
  readonly sharedWith?: number;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An archive laid out by hand: names, sizes and places need not be true, and check sums are 0, since nobody looks at them. */
function archive(entries: readonly Entry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const { name, data, size, packed = false, sharedWith } of entries) {
    const body = packed ? data : deflateSync(data, { level: 6 });
    const title = utf8(name);
    const head = (signature: number, length: number): DataView => {
      const view = new DataView(new ArrayBuffer(length));
      view.setUint32(0, signature, true);
      return view;
    };
    const offset = sharedWith === undefined ? at : (offsets[sharedWith] ?? 0);
    offsets.push(offset);
    const common = (view: DataView, from: number): void => {
      view.setUint16(from, 20, true);
      view.setUint16(from + 2, 0x800, true);
      view.setUint16(from + 4, 8, true);
      view.setUint32(from + 14, body.length, true);
      view.setUint32(from + 18, size ?? data.length, true);
      view.setUint16(from + 22, title.length, true);
    };
    if (sharedWith === undefined) {
      const local = head(0x04034b50, 30);
      common(local, 4);
      chunks.push(new Uint8Array(local.buffer), title, body);
      at += 30 + title.length + body.length;
    }
    const listed = head(0x02014b50, 46);
    listed.setUint16(4, 20, true);
    common(listed, 6);
    listed.setUint32(42, offset, true);
    central.push(new Uint8Array(listed.buffer), title);
  }
  const length = central.reduce((sum, { length: own }) => sum + own, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, at, true);
  return Buffer.concat([...chunks, ...central, new Uint8Array(end.buffer)]);
}

const entriesOf = (parts: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(parts).map(([name, text]) => ({ name, data: utf8(text) }));

const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook whose part of this name is another text. */
const withPart = (name: string, text: string): Uint8Array => zipped({ ...partsWith(), [name]: text });

/** The same, made of pieces: no text of that length has to exist. */
function ofPieces(name: string, head: string, piece: string, times: number, tail: string): Uint8Array {
  const [first, middle, last] = [utf8(head), utf8(piece), utf8(tail)];
  const data = new Uint8Array(first.length + middle.length * times + last.length);
  data.set(first);
  for (let at = 0; at < times; at += 1) data.set(middle, first.length + at * middle.length);
  data.set(last, first.length + times * middle.length);
  return archive([...entriesOf(partsWith()).filter((entry) => entry.name !== name), { name, data }]);
}

const plain = partsWith();
const [sheetHead = "", sheetTail = ""] = (plain[SHEET] ?? "").split(/<row .*<\/row>/s);
const stylesText = plain["xl/styles.xml"] ?? "";
const workbookText = plain["xl/workbook.xml"] ?? "";

interface Refused {
  readonly what: string;
  readonly make: () => Uint8Array;
  readonly kind: NotAWorkbookKind;
}

/** Rows that do not pack to almost nothing. */
const ROWS_OF_TWO_KINDS = Array.from({ length: 100 }, (_, at) => `<row ht="${(at * 7919) % 409}"/>`).join("");

/** Elements that do not pack to almost nothing. */
const randomElements = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<a b="${(at * 7919) % 99_991}"/>`).join("");

/** The workbook part with so many tabs, all of them the same sheet. */
const withSheets = (count: number): string =>
  workbookText.replace(
    /<sheets>.*<\/sheets>/,
    `<sheets>${Array.from({ length: count }, (_, at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId1"/>`).join("")}</sheets>`,
  );

/** What is refused, and as what. */
export const REFUSED: readonly Refused[] = [
  {
    what: "a bomb by ratio: 20 MB of one letter in 20 KB",
    make: () => ofPieces("xl/sharedStrings.xml", "<sst>", " ".repeat(1_000_000), 20, "</sst>"),
    kind: "large",
  },
  {
    what: "a bomb by size: forty parts of 15 MB each that share their bytes",
    make: () => {
      const shared = deflateSync(new Uint8Array(15_000_000), { level: 6 });
      return archive([
        ...entriesOf(plain),
        { name: "xl/media/a0.bin", data: shared, packed: true, size: 15_000_000 },
        ...Array.from({ length: 39 }, (_, at) => ({
          name: `xl/media/a${at + 1}.bin`,
          data: shared,
          packed: true,
          size: 15_000_000,
          sharedWith: entriesOf(plain).length,
        })),
      ]);
    },
    kind: "large",
  },
  {
    what: "2 GB that are said to be 1,000 bytes",
    make: () =>
      archive([
        ...entriesOf(plain),
        { name: "xl/media/a.bin", data: deflateSync(new Uint8Array(60_000_000)), packed: true, size: 1_000 },
      ]),
    kind: "damaged",
  },
  {
    what: "1,000 bytes that are said to be 2 GB",
    make: () => archive([...entriesOf(plain), { name: "a.bin", data: new Uint8Array(1_000), size: 2_000_000_000 }]),
    kind: "large",
  },
  {
    what: "30,000 parts",
    make: () =>
      archive([
        ...entriesOf(plain),
        ...Array.from({ length: 30_000 }, (_, at) => ({ name: `xl/media/${at}`, data: new Uint8Array(0) })),
      ]),
    kind: "large",
  },
  {
    what: "a part twice",
    make: () => archive([...entriesOf(plain), { name: SHEET, data: utf8(plain[SHEET] ?? "") }]),
    kind: "damaged",
  },
  {
    what: "a part twice, in other letters",
    make: () => archive([...entriesOf(plain), { name: SHEET.toUpperCase(), data: utf8("<x/>") }]),
    kind: "damaged",
  },
  ...["../evil.xml", "xl/../../evil.xml", "..\\evil.xml", "/../evil.xml"].map((name): Refused => ({
    what: `a part called ${name}`,
    make: () => archive([...entriesOf(plain), { name, data: utf8("<x/>") }]),
    kind: "damaged",
  })),
  {
    what: "a part called __proto__",
    make: () => archive([...entriesOf(plain), { name: "__proto__", data: utf8("<x/>") }]),
    kind: "damaged",
  },
  {
    what: "entities that multiply",
    make: () =>
      withPart(
        "xl/sharedStrings.xml",
        `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">${"bcdefghi"
          .split("")
          .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at] ?? "a"};`.repeat(10)}">`)
          .join("")}]><sst><si><t>&i;</t></si></sst>`,
      ),
    kind: "doctype",
  },
  {
    what: "an entity of another file",
    make: () =>
      withPart(
        "xl/workbook.xml",
        `<?xml version="1.0"?><!-- ${"x".repeat(5000)} --><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${workbookText.replace(/<\?xml.*?\?>/, "")}`,
      ),
    kind: "doctype",
  },
  {
    what: "100,000 styles",
    make: () => {
      const [head = "", tail = ""] = stylesText.split(/(?<=<cellXfs count="2">)/);
      return ofPieces("xl/styles.xml", head, '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>', 100_000, tail);
    },
    kind: "large",
  },
  {
    what: "a cell with style number 4,000,000,000",
    make: () => withPart(SHEET, `${sheetHead}<row r="1"><c r="A1" s="4000000000"><v>1</v></c></row>${sheetTail}`),
    kind: "damaged",
  },
  {
    what: "an attribute of a cell without quotes",
    make: () => withPart(SHEET, `${sheetHead}<row r="1"><c r="A1" t=r="ZZZ9"v>1</v></c></row>${sheetTail}`),
    kind: "damaged",
  },
  {
    what: "a shared text whose end tag is cut off",
    make: () => withPart("xl/sharedStrings.xml", "<sst><si><t>x</t></si"),
    kind: "damaged",
  },
  {
    what: "5,000 sheets",
    make: () => withPart("xl/workbook.xml", withSheets(5_000)),
    kind: "large",
  },
  {
    what: "1,050,000 rows",
    make: () => ofPieces(SHEET, sheetHead, ROWS_OF_TWO_KINDS, 10_500, sheetTail),
    kind: "large",
  },
  {
    what: "500 sheets that share one of 40,000 cells",
    make: () => {
      const one = `<row>${"<c><v>1</v></c>".repeat(100)}</row>`.repeat(400);
      return zipped({
        ...partsWith(),
        [SHEET]: `${sheetHead}${one}${sheetTail}`,
        "xl/workbook.xml": withSheets(500),
      });
    },
    kind: "large",
  },
  {
    what: "600,000 elements in one part",
    make: () => withPart("xl/styles.xml", `<styleSheet>${randomElements(600_000)}</styleSheet>`),
    kind: "large",
  },
  {
    what: "elements a million deep",
    make: () => withPart("xl/sharedStrings.xml", `<sst>${"<a>".repeat(1_000_000)}${"</a>".repeat(1_000_000)}</sst>`),
    kind: "large",
  },
  {
    what: "a list of parts that points at itself",
    make: () => {
      const bytes = new Uint8Array(archive(entriesOf(plain)));
      new DataView(bytes.buffer).setUint32(bytes.length - 6, bytes.length - 22, true);
      return bytes;
    },
    kind: "damaged",
  },
];

/** What looks bad and can be read: it is opened, within the same bounds. */
export const READ: readonly { readonly what: string; readonly make: () => Uint8Array }[] = [
  {
    what: "a row of 16,384 columns",
    make: () => withPart(SHEET, `${sheetHead}<row r="1">${"<c><v>1</v></c>".repeat(16_384)}</row>${sheetTail}`),
  },
  {
    what: "a cell in the last row and column",
    make: () => withPart(SHEET, `${sheetHead}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>${sheetTail}`),
  },
  {
    what: "50,000 blank rows with a style",
    make: () => ofPieces(SHEET, sheetHead, '<row s="1" customFormat="1"/>', 50_000, sheetTail),
  },
  {
    what: "entities that nobody has defined",
    make: () =>
      withPart("xl/sharedStrings.xml", `<sst>${"<si><t>&constructor;&toString;&x;</t></si>".repeat(9)}</sst>`),
  },
];
