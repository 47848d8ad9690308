/** What the executor writes into a workbook in memory is, part by part of the file, what the add-in writes through Office.js. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { decisionsOf, issueCertificates, NotReviewable, reviewBook } from "../../src/in-memory";
import {
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  RECORDS,
  ROOT,
  saved,
  sheetOf,
  workbookOf,
} from "../e2e/addin-harness";
import { officeSealer } from "../support/office";
import { RECORD_COLUMNS } from "../support/submission";
import { bend, both, cleanGrids, insert, put, under } from "../submission/bend";

afterEach(closeHarnesses);

const WIDTH = RECORD_COLUMNS.length;
const CRITERIA = '<filterColumn colId="4"><filters><filter val="论文"/></filters></filterColumn>';

const fromFile = (path: string): Uint8Array => readFileSync(join(ROOT, path));
const made = (
  grids: ReturnType<typeof cleanGrids>,
  shape: (sheet: Sheet, workbook: Workbook) => void,
  text = false,
) => {
  const workbook = workbookOf(grids, text);
  shape(sheetOf(workbook, RECORDS), workbook);
  return saveWorkbook(workbook);
};

/** A sheet of the unit's own under one of our names. */
function ownSheet(workbook: Workbook, name: string, lines: readonly (readonly string[])[]): void {
  const sheet = workbook.addSheet(name);
  lines.forEach((line, row) => line.forEach((value, column) => sheet.setValue(row, column, value)));
}

const WORKBOOKS: readonly (readonly [what: string, bytes: () => Uint8Array])[] = [
  ["the sample", () => fromFile("assets/sample/submission.xlsx")],
  ["the second round's sample", () => fromFile("assets/sample/second-round.xlsx")],
  ["the accountants' sample", () => fromFile("assets/sample/accounting.xlsx")],
  [
    "a table that ends at the last column",
    () => made(cleanGrids(), (sheet) => void sheet.addTable({ row: 0, column: 0, rows: 9, columns: WIDTH }, "学时表")),
  ],
  [
    "a table below title rows, with a note beyond its edge",
    () =>
      made(
        bend(RECORDS, (lines) => [["学时记录"], [...Array<null>(WIDTH + 2).fill(null), "单位：学时"], ...lines])(
          cleanGrids(),
        ),
        (sheet) => void sheet.addTable({ row: 2, column: 0, rows: 9, columns: WIDTH }, "学时表"),
      ),
  ],
  [
    "a filter that hides rows",
    () =>
      made(cleanGrids(), (sheet) => {
        sheet.autoFilter = { box: { row: 0, column: 0, rows: 9, columns: WIDTH }, criteria: CRITERIA };
        for (let row = 1; row <= 8; row += 1) if (sheet.value(row, 4) !== "论文") sheet.setRowHidden(row, true);
      }),
  ],
  [
    "a filter without criteria over hidden rows and columns",
    () =>
      made(cleanGrids(), (sheet) => {
        sheet.autoFilter = { box: { row: 0, column: 0, rows: 9, columns: WIDTH }, criteria: "" };
        sheet.setColumnHidden(8, true, 2);
      }),
  ],
  ["every cell as text", () => made(cleanGrids(), () => undefined, true)],
  [
    "formulas, totals, merged titles and notes",
    () =>
      made(
        both(
          insert(RECORDS, Infinity, under(RECORD_COLUMNS, { 姓名: "合 计", 申报学时: 96 }), ["填表人：钱经办"]),
          put(RECORDS, [4, "证明材料", "刊物封面\n刊号\n目录复印件"]),
        )(cleanGrids()),
        (sheet) => {
          sheet.setFormula(1, RECORD_COLUMNS.indexOf("半天数"), "=2*2", 4);
          sheet.merge({ row: 9, column: 0, rows: 1, columns: 3 });
          sheet.setStyle(1, WIDTH, { fill: "#FFFF00" });
        },
      ),
  ],
  [
    "sheets of the unit's own under our names, and decisions that came along",
    () =>
      made(cleanGrids(), (_, workbook) => {
        ownSheet(workbook, "年度汇总", [["本单位自己的汇总"]]);
        ownSheet(workbook, "审核意见", [["我们的意见", "甲"]]);
        ownSheet(workbook, "口径", [
          ["编号", "问题", "采用口径", "决定人", "决定日期", "理由"],
          ["J-05", "", "stated", "单位自己", "2018-01-01", "方便"],
        ]);
        ownSheet(workbook, "发证台账", [
          ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"],
          ["2018-0001", "YY000001", "张样例", "2014", "2018", "单位", "2018-08-01", "有效", ""],
        ]);
        sheetOf(workbook, "口径").visibility = "Hidden";
      }),
  ],
  ["shared and inline strings, merged cells, dates from 1904", () => fromFile("test/outside/d1904.xlsx")],
  ["cells with error values", () => fromFile("test/outside/error_values.xlsx")],
];

/** Every part of a file as text. */
function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** Names the first place at which a part differs: whole parts are megabytes of XML. */
function expectSameParts(bytes: Uint8Array, wanted: Uint8Array): void {
  const [own, others] = [partsOf(bytes), partsOf(wanted)];
  expect(Object.keys(own).sort()).toEqual(Object.keys(others).sort());
  const different = Object.entries(others).flatMap(([name, text]) => {
    const mine = own[name] ?? "";
    if (mine === text) return [];
    let at = 0;
    while (mine[at] === text[at]) at += 1;
    return [
      { name, mine: mine.slice(Math.max(0, at - 120), at + 120), excel: text.slice(Math.max(0, at - 120), at + 120) },
    ];
  });
  expect(different).toEqual([]);
}

test.each(WORKBOOKS)("%s", async (_, bytes) => {
  const harness = await AddinHarness.open(openWorkbook(bytes()));
  await harness.review();
  const workbook = openWorkbook(bytes());
  await reviewBook(workbook, await officeSealer());
  expectSameParts(saveWorkbook(workbook), saveWorkbook(harness.workbook));
});

test("decided provisionally, certified, and certified again", async () => {
  const harness = await AddinHarness.open(openWorkbook(fromFile("assets/sample/submission.xlsx")));
  await harness.review();
  await harness.adopt("样例审核人");
  const issued = await harness.certificates();

  // The pane goes by this machine's clock
  const today = issued.issued[0]?.issuedOn ?? "";
  const workbook = openWorkbook(fromFile("assets/sample/submission.xlsx"));
  const sealer = await officeSealer();
  await reviewBook(workbook, sealer, { adopt: { by: "样例审核人", today } });
  const plan = await issueCertificates(workbook, sealer, { today });
  expect(plan.issued).toEqual(issued.issued);
  expect(plan.issued.length).toBeGreaterThan(0);
  expectSameWorkbook(saved(workbook), saved(harness.workbook));

  await harness.review();
  await harness.certificates();
  await reviewBook(workbook, sealer);
  const again = await issueCertificates(workbook, sealer, { today });
  expect(again.fresh).toBe(0);
  expectSameWorkbook(saved(workbook), saved(harness.workbook));
});

test("decisions taken over from another workbook", async () => {
  const other = workbookOf(cleanGrids());
  ownSheet(other, "口径", [
    ["编号", "问题", "采用口径", "决定人", "决定日期", "理由"],
    ["J-05", "", "stated", "王某", "2018-06-01", "会议纪要"],
    ["J-41", "", "no such option", "王某", "2018-06-01", ""],
    ["J-42", "", "claimed-window", "王某", "2018-06-01", ""],
  ]);
  const desk = await AddinHarness.open(workbookOf(cleanGrids()));
  await desk.review();
  const { preview } = await desk.driver.importDecisions("other.xlsx", saveWorkbook(other));
  await desk.workbench.settled();
  expect(preview.taken.length).toBeGreaterThan(0);

  const workbook = workbookOf(cleanGrids());
  const decisions = decisionsOf(other);
  if (decisions === null) throw new Error("there are no decisions");
  await reviewBook(workbook, await officeSealer(), { decisions });
  expectSameWorkbook(saved(workbook), saved(desk.workbook));
});

test.each([
  ["sheet", "protected", (workbook: Workbook) => void (sheetOf(workbook, RECORDS).protected = true)],
  ["workbook's structure", "protected", (workbook: Workbook) => void (workbook.structureProtected = true)],
  ["sheet", "missing", (workbook: Workbook) => workbook.removeSheet(sheetOf(workbook, "人员信息"))],
])("a %s that is %s: nothing is written", async (...[, , shape]) => {
  const workbook = workbookOf(cleanGrids());
  shape(workbook);
  const before = saveWorkbook(workbook);
  await expect(reviewBook(workbook, await officeSealer())).rejects.toThrow(NotReviewable);
  expect(partsOf(saveWorkbook(workbook))).toEqual(partsOf(before));
});
