/**
 * Rows with formats and no values, as a sheet has them by the million that somebody formatted, banded or hid: they are read
 * in runs. A comment before the rows keeps them from it, so that the same rows read one by one say what is right.
 */
import fc from "fast-check";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { openPackage } from "../../src/book/xlsx/package";
import type { Sheet } from "../../src/book/model/workbook";
import { partsWith, zipped } from "./shapes";

const SHEET = "xl/worksheets/sheet1.xml";
const FIRST = 3;

const prefixed = (xml: string, prefix: string): string =>
  xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`).replace("xmlns=", `xmlns:${prefix}=`);
const book = (rows: string, prefix = ""): Uint8Array => {
  const parts = partsWith({ rows: `<row r="1"><c r="A1"><v>1</v></c></row>${rows}` });
  if (prefix !== "") parts[SHEET] = prefixed(parts[SHEET]!, prefix);
  return zipped(parts);
};
const oneByOne = (bytes: Uint8Array): Uint8Array => {
  const source = openPackage(bytes);
  const text = source.text(SHEET)!;
  return zipped({
    ...Object.fromEntries(source.names.map((name) => [name, source.bytes(name)!])),
    [SHEET]: text.replace(/(<(?:\w+:)?sheetData[^>]*>)/, "$1<!-- as it stands -->"),
  });
};
const sheetOf = (bytes: Uint8Array): Sheet => openWorkbook(bytes).sheets[0]!;
const look = (sheet: Sheet, row: number): unknown => {
  const { source: _, ...facts } = sheet.rows.get(row) ?? sheet.blankRows.at(row) ?? { cells: [], hidden: false };
  return facts;
};
/** Everything that the sheet says of its first rows. */
const shown = (sheet: Sheet, rows: number): unknown => ({
  rows: Array.from({ length: rows }, (_, row) => look(sheet, row)),
  used: sheet.usedBox(false),
  values: sheet.usedBox(true),
  hidden: [sheet.hiddenRows(0, rows), sheet.hiddenRows(10, 30), sheet.isRowHidden(20)],
});
const savedRows = (bytes: Uint8Array): string => {
  const workbook = openWorkbook(bytes);
  workbook.sheets[0]!.setValue(0, 1, 2);
  const text = openPackage(saveWorkbook(workbook)).text(SHEET)!;
  return /<sheetData>(.*)<\/sheetData>/s.exec(text)![1]!.replace(/>\s+</g, "><");
};

const line = (number: number, cells: string, attributes = ""): string =>
  `<row r="${number}"${attributes}>${cells.replace(/#/g, String(number))}</row>`;
const cell = (style: number): string => `<c r="A#" s="${style}"/><c r="C#" s="${style}"/>`;
const lines = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at + FIRST)).join("");

type Kind = readonly [what: string, rows: string, runs: number, prefix?: string];
const KINDS = (
  [
    ["alike", lines(200, (at) => line(at, cell(1))), 1],
    ["too few", lines(63, (at) => line(at, cell(1))), 0],
    ["hidden", lines(200, (at) => `<row r="${at}" hidden="1"/>`), 1],
    ["banded", lines(200, (at) => line(at, cell(at % 2))), 1],
    ["three looks in turn, with heights", lines(201, (at) => line(at, cell(1), ` ht="${15 + (at % 3)}"`)), 1],
    ["ten looks", lines(500, (at) => line(at, cell(1), ` ht="${15 + ((at * 7) % 10)}" customHeight="1"`)), 1],
    ["more looks than are kept apart", lines(600, (at) => line(at, cell(1), ` ht="${at}"`)), 3],
    ["every second row", lines(100, (at) => line(at * 2, cell(1))), 1],
    ["a gap that is too long", lines(100, (at) => line(at, cell(1))) + line(400, cell(1)), 1],
    ["a value among them", lines(200, (at) => (at === 99 ? line(at, '<c r="A#"><v>7</v></c>') : line(at, cell(1)))), 2],
    ["with a prefix", lines(200, (at) => line(at, cell(1))), 1, "x"],
    ["with a prefix, hidden and banded", lines(200, (at) => line(at, cell(at % 2), ' hidden="1"')), 1, "main"],
    ["spread over lines", lines(200, (at) => `\n  ${line(at, cell(at % 2))}`), 1],
    ["the same numbers twice", lines(100, (at) => line(at, cell(1))).repeat(2), 0],
    ["one hidden of them", lines(200, (at) => line(at, cell(1), at === 21 ? ' hidden="1"' : "")), 1],
  ] as readonly Kind[]
).map(([what, rows, runs, prefix]) => ({ what, rows, runs, prefix }));

test.each(KINDS)("$what: read in runs as one by one", ({ rows, runs, prefix }) => {
  const bytes = book(rows, prefix);
  const [sheet, right] = [sheetOf(bytes), sheetOf(oneByOne(bytes))];
  expect(sheet.blankRows.all).toHaveLength(runs);
  expect(right.blankRows.all).toHaveLength(0);
  expect(shown(sheet, 700)).toEqual(shown(right, 700));
  expect(savedRows(bytes)).toBe(savedRows(oneByOne(bytes)));
});

test.each(KINDS)("$what: rows changed among them", ({ rows, prefix }) => {
  const bytes = book(rows, prefix);
  const [sheet, right] = [sheetOf(bytes), sheetOf(oneByOne(bytes))];
  for (const each of [sheet, right]) {
    each.setValue(50, 0, "甲");
    each.setRowHidden(60, true, 3);
  }
  expect(shown(sheet, 700)).toEqual(shown(right, 700));
});

test("any mixture of blank rows", () => {
  const kind = fc.constantFrom(
    (at: number) => line(at, cell(1)),
    (at: number) => line(at, cell(0)),
    (at: number) => `<row r="${at}" hidden="1"/>`,
    (at: number) => line(at, '<c r="B#"><v>1</v></c>'),
    () => "",
  );
  const stretch = fc.record({
    kinds: fc.array(kind, { minLength: 1, maxLength: 4 }),
    count: fc.integer({ min: 1, max: 150 }),
  });
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
      let number = FIRST;
      const rows = stretches
        .flatMap(({ kinds, count }) => Array.from({ length: count }, (_, at) => kinds[at % kinds.length]!(number++)))
        .join("");
      const bytes = book(rows);
      expect(shown(sheetOf(bytes), 800)).toEqual(shown(sheetOf(oneByOne(bytes)), 800));
      expect(savedRows(bytes)).toBe(savedRows(oneByOne(bytes)));
    }),
    { numRuns: 40, seed: 20180606 },
  );
});

test("rows with a prefix are counted once", () => {
  // Below the number of rows that a sheet has; start and end tags together are above it
  const parts = partsWith({ rows: "ROWS" });
  const rows = Array.from({ length: 530_000 }, (_, at) => `<x:row r="${at + 1}"></x:row>`).join("");
  parts[SHEET] = prefixed(parts[SHEET]!, "x").replace("ROWS", () => rows);
  expect(sheetOf(zipped(parts)).blankRows.all).toHaveLength(1);
});
