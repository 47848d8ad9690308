/** What the browser workbench shows of a workbook, where its buttons apply, and what the clipboard carries. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import {
  type Area,
  type CellError,
  type CellValue,
  formatBox,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  type Sheet,
  type Workbook,
} from "../../src/book/model/workbook";
import { emptyWorkbook, openWorkbook } from "../../src/book/xlsx";
import { inputText, shownText } from "../../src/workbench/browser/cell-text";
import { cellsToText, textToCells } from "../../src/workbench/browser/clipboard";
import { CellPainter } from "../../src/workbench/browser/grid/display";
import { filterHeaderAt } from "../../src/workbench/browser/grid/filter-arrow";
import { gridSize } from "../../src/workbench/browser/grid/layout";
import { columnCharacters, columnPixels, rowPixels, rowPoints } from "../../src/workbench/browser/grid/measures";
import { boxOf, rangeOf } from "../../src/workbench/browser/grid/ranges";
import { fittedHeights, linesOf } from "../../src/workbench/browser/grid/row-heights";
import { readRibbon } from "../../src/workbench/browser/manifest";
import { blockFor, filterBox, rangeNamed } from "../../src/workbench/browser/data-blocks";

const ROOT = join(__dirname, "..", "..");
const sample = (): Workbook => openWorkbook(readFileSync(join(ROOT, "assets", "sample", "submission.xlsx")));
const box = (a1: string): Area => parseAddress(a1)!.box;

function sheetOf(cells: Readonly<Record<string, CellValue>>): Sheet {
  const sheet = emptyWorkbook().activeSheet;
  for (const [a1, value] of Object.entries(cells)) sheet.setValue(box(a1).row, box(a1).column, value);
  return sheet;
}

describe("a cell as text", () => {
  const shown: readonly (readonly [value: CellValue | CellError, format: string, shown: string, typed: string])[] = [
    [null, "General", "", ""],
    ["张样清", "General", "张样清", "张样清"],
    [12.5, "General", "12.5", "12.5"],
    [0.1 + 0.2, "General", "0.3", "0.3"],
    [1e20, "General", "100000000000000000000", "100000000000000000000"],
    [true, "General", "TRUE", "TRUE"],
    [{ error: "#N/A" }, "General", "#N/A", "#N/A"],
    [43286, "yyyy-mm-dd", "2018-07-05", "2018-7-5"],
    [43286.5, "yyyy-mm-dd", "2018-07-05", "2018-7-5 12:00:00"],
    [0.125, "0.0%", "12.5%", "12.5%"],
    [1234.5, "#,##0.00", "1,234.50", "1234.5"],
    ["2018", "@", "2018", "2018"],
  ];
  test.each(shown)("%j in %s", (value, format, text, typed) => {
    expect([shownText(value, format), inputText({ value, style: 0 }, format)]).toEqual([text, typed]);
  });

  test("a formula is edited as a formula", () => {
    expect(inputText({ value: 3, formula: "=1+2", style: 0 }, "General")).toBe("=1+2");
  });
});

test("cells are drawn with the model's styles; nothing is drawn of nothing", () => {
  const sheet = sheetOf({ A1: "单位", B1: 5, C1: true });
  sheet.setStyle(0, 1, {
    font: { bold: true, color: "#FF0000" },
    fill: "#DDEBF7",
    wrap: true,
    borders: { top: { style: "thin", color: "#000000" } },
  });
  const painter = new CellPainter(sheet.workbook);
  expect(painter.paint(sheet, 5, 5)).toBeUndefined();
  expect(painter.paint(sheet, 0, 0)).toMatchObject({ v: "单位", s: { ht: 1, tb: 1 } });
  expect(painter.paint(sheet, 0, 1)).toMatchObject({
    v: "5",
    s: {
      ht: 3,
      tb: 3,
      bl: 1,
      cl: { rgb: "#FF0000" },
      bg: { rgb: "#DDEBF7" },
      bd: { t: { s: 1, cl: { rgb: "#000000" } }, b: null },
    },
  });
  expect(painter.paint(sheet, 0, 2)).toMatchObject({ v: "TRUE", s: { ht: 2 } });
});

describe("measures", () => {
  test.each([
    [null, 64],
    [9.140625, 64],
    [8.7109375, 61],
    [30, 210],
  ])("a column of %p characters has %p pixels", (characters, pixels) => expect(columnPixels(characters)).toBe(pixels));
  test.each([20, 64, 133, 400])("a column dragged to %p pixels keeps them", (pixels) =>
    expect(columnPixels(columnCharacters(pixels))).toBe(pixels),
  );
  test.each([15, 20.25, 30])("a row of %p points comes back", (points) =>
    expect(rowPoints(rowPixels(points))).toBe(points),
  );
  test.each([
    ["学时", 100, 1],
    ["一二三四五六七八九十", 100, 2],
    ["abcdefghij", 100, 1],
    ["一\n二", 100, 2],
    ["", 100, 1],
  ])("%j of 15 px wraps in %p px to %p lines", (text, width, lines) => expect(linesOf(text, 15, width)).toBe(lines));

  test("rows are fitted to wrapped texts, unless they have a height", () => {
    const sheet = sheetOf({ A1: "短", A2: "一二三四五六七八九十", A3: "一二三四五六七八九十" });
    for (const row of [0, 1, 2]) sheet.setStyle(row, 0, { wrap: true });
    sheet.setRowHeight(2, 15);
    expect([...fittedHeights(sheet).keys()]).toEqual([1]);
  });

  test("there is room to write below what is used, and the grid never shrinks", () => {
    expect(gridSize(sheetOf({ A1: 1 }), { rows: 0, columns: 0 })).toEqual({ rows: 500, columns: 30 });
    expect(gridSize(sheetOf({ AN900: 1 }), { rows: 0, columns: 0 })).toEqual({ rows: 1100, columns: 52 });
    expect(gridSize(sheetOf({ A1: 1 }), { rows: 2000, columns: 90 })).toEqual({ rows: 2000, columns: 90 });
  });
});

test.each(["B2:C9", "A1", "3:5", "C:D"])("the selection %s goes to the grid and back", (a1) => {
  expect(formatBox(boxOf(rangeOf(box(a1), 500, 30)))).toBe(a1);
});

test("the whole sheet goes to the grid and back", () => {
  const all = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
  expect(boxOf(rangeOf(all, 500, 30))).toEqual(all);
});

describe("where the buttons apply", () => {
  const data = sheetOf({ B2: "姓名", C2: "学时", B3: "张", C3: 3, B4: "李", C4: 1, F9: "远" });
  const records = sample().sheetByName("学时记录")!;
  const cases: readonly (readonly [
    what: string,
    sheet: "data" | "records",
    selection: string,
    block: string | null,
    header: boolean,
  ])[] = [
    ["a cell among data: all of it, with its header", "data", "C4", "B2:C4", true],
    ["a cell far from data", "data", "H20", null, false],
    ["selected cells as they are", "data", "B3:C4", "B3:C4", false],
    ["a whole column: the data it goes through", "data", "B:B", "B2:C4", true],
    ["the sheet's filter", "records", "E100", "A4:AG668", true],
  ];
  test.each(cases)("sorting: %s", (_what, sheet, selection, block, header) => {
    const found = blockFor({ data, records }[sheet], box(selection));
    expect(found && [formatBox(found.box), found.hasHeader]).toEqual(block === null ? null : [block, header]);
  });

  test("filtering: the sheet's filter, else what is used", () => {
    expect(formatBox(filterBox(records, 4)!)).toBe("A4:AG668");
    expect(filterBox(records, 40)).toBeNull();
    expect(formatBox(filterBox(data, 1)!)).toBe("B2:F9");
    expect(filterBox(data, 9)).toBeNull();
  });

  test("arrows stand on a filter's headers", () => {
    const at = (a1: string): unknown => filterHeaderAt(records, box(a1).row, box(a1).column);
    expect([at("A4"), at("AG4"), at("A5"), at("AH4")]).toEqual([{ filtered: false }, { filtered: false }, null, null]);
    records.autoFilter = {
      box: box("A4:AG668"),
      criteria: '<filterColumn colId="4"><filters><filter val="2015"/></filters></filterColumn>',
    };
    expect([at("D4"), at("E4")]).toEqual([{ filtered: false }, { filtered: true }]);
  });

  test.each([
    ["b8", "单位信息!B8"],
    ["学时记录!A1:C3", "学时记录!A1:C3"],
    ["'学时记录'!$E$5", "学时记录!E5"],
    ["C:D", "单位信息!C:D"],
    ["没有这张表!A1", null],
    ["第三行", null],
  ])("the name box: %s", (text, place) => {
    const found = rangeNamed(sample(), text);
    expect(found && formatBox(found.box, { sheet: found.sheet.name })).toBe(place);
  });
});

describe("the clipboard", () => {
  const cases: readonly (readonly [text: string, cells: readonly (readonly string[])[]])[] = [
    ["张\t3", [["张", "3"]]],
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1\n2", [["1"], ["2"]]],
    ["\t\t", [["", "", ""]]],
    ['"两\n行"\t"说""好"""\r\n末', [["两\n行", '说"好"'], ["末"]]],
    ['3" 管', [['3" 管']]],
  ];
  test.each(cases)("%j", (text, cells) => expect(textToCells(text)).toEqual(cells));
  test("what is copied is pasted the same", () => {
    const cells = [
      ["a\tb", 'c"d', "e\nf"],
      ["", "  ", "=1+1"],
    ];
    expect(textToCells(cellsToText(cells))).toEqual(cells);
  });
});

describe("the ribbon, from the manifest", () => {
  const { DOMParser } = new JSDOM("").window;
  const manifest = new DOMParser().parseFromString(readFileSync(join(ROOT, "manifest.xml"), "utf8"), "text/xml");
  const labels = (locale: string): string[] =>
    readRibbon(manifest, locale, "http://127.0.0.1:5").flatMap((tab) => [
      tab.label,
      ...tab.groups.flatMap((group) => group.buttons.map((button) => button.label)),
    ]);

  test("its own tab with its buttons, in both languages", () => {
    const zh = labels("zh-CN");
    const en = labels("en-US");
    expect(zh[0]).toBe("继续教育审核");
    expect(en[0]).toBe("CE Review");
    expect(zh).toContain("审核");
    expect(en).toHaveLength(zh.length);
    for (const label of en) expect(label).toMatch(/^[\x20-\x7e’]+$/);
  });

  test("buttons press functions of the page and have icons from its origin", () => {
    const review = readRibbon(manifest, "zh-CN", "http://127.0.0.1:5")
      .flatMap((tab) => tab.groups.flatMap((group) => group.buttons))
      .find((button) => button.action.kind === "function" && button.action.name === "review");
    expect(review?.tip).not.toBe("");
    expect(review?.icons.get(32)).toMatch(/^http:\/\/127\.0\.0\.1:5\/assets\/icons\/.*32\.png$/);
  });

  test("what is no manifest has no ribbon", () => {
    expect(
      readRibbon(new DOMParser().parseFromString("<html><body/></html>", "text/xml"), "zh-CN", "http://127.0.0.1:5"),
    ).toEqual([]);
  });
});
