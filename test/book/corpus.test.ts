/**
 * Workbooks in the spellings of many programs, made here: opened, saved untouched, changed, and with rows put in. The
 * same over a folder of anyone's files: `npm run corpus -- FOLDER`.
 */
import { strToU8 } from "fflate";
import { checkWorkbook } from "../../scripts/corpus/check";
import { parseBox } from "../../src/book/model/address";
import { isCellError } from "../../src/book/model/workbook";
import { NotAWorkbookError, openWorkbook, saveWorkbook, withoutPersonalData } from "../../src/book/xlsx";
import { partsWith, SHAPES, zipped, type Parts } from "./shapes";

const shown = (bytes: Uint8Array, addresses: readonly string[]): Record<string, unknown> => {
  const [sheet] = openWorkbook(bytes).sheets;
  return Object.fromEntries(
    addresses.map((address) => {
      const { row, column } = parseBox(address)!;
      const value = sheet!.value(row, column);
      return [address, isCellError(value) ? value.error : value];
    }),
  );
};

describe.each(SHAPES)("$what", ({ make, shows }) => {
  test("every cell is read", () => {
    expect(shown(make(), Object.keys(shows))).toEqual(shows);
  });
  test("nothing is lost on saving", () => {
    expect(checkWorkbook(make())).toMatchObject({ refused: null, faults: [] });
  });
  test("without personal data every cell is there", () => {
    expect(shown(withoutPersonalData(make()), Object.keys(shows))).toEqual(shows);
  });
});

test("what is saved is UTF-8 throughout", () => {
  const workbook = openWorkbook(SHAPES.find(({ what }) => what.startsWith("UTF-16, high"))!.make());
  workbook.activeSheet.setValue(9, 9, "新");
  const text = Buffer.from(saveWorkbook(workbook));
  expect(text.includes(Buffer.from([0xfe, 0xff]))).toBe(false);
});

const withPart = (name: string, content: string | Uint8Array): Parts => ({ ...partsWith(), [name]: content });
const sheetWith = (rows: string): Parts => partsWith({ rows });

const REFUSED: readonly { what: string; kind: string; make: () => Uint8Array }[] = [
  {
    what: "a document type",
    kind: "doctype",
    make: () => zipped(withPart("xl/sharedStrings.xml", '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "b">]><sst/>')),
  },
  {
    what: "a document type behind a comment",
    kind: "doctype",
    make: () => zipped(withPart("docProps/app.xml", `<!--${" ".repeat(9000)}--><!DOCTYPE a><a/>`)),
  },
  { what: "a name that leaves the archive", kind: "damaged", make: () => zipped(withPart("../evil.xml", "<a/>")) },
  { what: "a part that is there twice", kind: "damaged", make: () => zipped(withPart("XL/workbook.xml", "<a/>")) },
  {
    what: "a part that packs too well",
    kind: "large",
    make: () => zipped(withPart("xl/media/a.bin", new Uint8Array(40_000_000))),
  },
  { what: "a part larger than it says", kind: "damaged", make: () => lyingAboutSize() },
  {
    what: "more styles than Excel has",
    kind: "large",
    make: () =>
      zipped(
        withPart(
          "xl/styles.xml",
          `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>${"<xf/>".repeat(70_000)}</cellXfs></styleSheet>`,
        ),
      ),
  },
  { what: "a row 0", kind: "damaged", make: () => zipped(sheetWith('<row r="0"><c><v>1</v></c></row>')) },
  {
    what: "a row beyond the last",
    kind: "damaged",
    make: () => zipped(sheetWith('<row r="1048577"><c><v>1</v></c></row>')),
  },
  {
    what: "a column beyond the last",
    kind: "damaged",
    make: () => zipped(sheetWith('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
  },
  {
    what: "two cells of one place",
    kind: "damaged",
    make: () => zipped(sheetWith('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
  },
  {
    what: "a cell of another row",
    kind: "damaged",
    make: () => zipped(sheetWith('<row r="1"><c r="A2"><v>1</v></c></row>')),
  },
  {
    what: "a text that is not there",
    kind: "damaged",
    make: () => zipped(sheetWith('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
  },
];

/** A zip archive whose list names fewer bytes than a part unpacks to. */
function lyingAboutSize(): Uint8Array {
  const bytes = Buffer.from(zipped(withPart("xl/media/a.txt", strToU8("x".repeat(100_000)))));
  const name = Buffer.from("xl/media/a.txt");
  const central = bytes.lastIndexOf(name) - 46;
  bytes.writeUInt32LE(10, central + 24);
  return bytes;
}

test.each(REFUSED)("refused: $what", ({ make, kind }) => {
  const bytes = make();
  const started = performance.now();
  let refusal: unknown;
  try {
    openWorkbook(bytes);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(NotAWorkbookError);
  expect((refusal as NotAWorkbookError).kind).toBe(kind);
  expect(performance.now() - started).toBeLessThan(5_000);
});
