/** Rows are sorted, put in, taken away; co-authors and protected sheets; selections: what the workbook tells while it is open. */
import { parseAddress } from "../../src/book/model/workbook";
import type { RowCells } from "../support/submission";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const COURSE: RowCells = { 学习形式: "面授培训", 年度: 2017, 半天数: 4, 证明材料: "培训通知、结业证书" };
const NAMES = ["丁培训", "甲培训", "丙培训", "乙培训"] as const;

async function reviewed(
  records: readonly RowCells[] = NAMES.map((名称, at) => ({ ...COURSE, 名称, 半天数: at + 1 })),
): Promise<AddinHarness> {
  const harness = await AddinHarness.open(workbookOfTables({ records }));
  await harness.review();
  await harness.workbench.settled();
  return harness;
}

const records = (harness: AddinHarness) => sheetOf(harness.workbook, RECORDS);
const columnOf = (harness: AddinHarness, header: string): number => rowTexts(records(harness), 0).indexOf(header);

/** Title, credited hours and verdict of every row below the header. */
function results(harness: AddinHarness): readonly string[] {
  const sheet = records(harness);
  const { of } = annotationOf(sheet);
  const rows = [...sheet.rows.keys()].filter((row) => row > 0).sort((a, b) => a - b);
  return rows.map((row) =>
    [columnOf(harness, "名称"), of("核定学时"), of("审核结论")]
      .map((column) => String(shown(sheet, row, column) ?? ""))
      .join(" "),
  );
}

async function sortByTitle(harness: AddinHarness): Promise<void> {
  const sheet = records(harness);
  const box = sheet.usedBox(true);
  if (box === null) throw new Error("nothing to sort");
  harness.workbench.user.sort(sheet, box, [{ column: columnOf(harness, "名称"), ascending: true }], true);
  await harness.workbench.settled();
}

async function asReviewedAgain(harness: AddinHarness): Promise<void> {
  const live = saved(harness.workbook);
  await harness.review();
  await harness.workbench.settled();
  expectSameWorkbook(live, saved(harness.workbook));
}

test("a sort: results go with their rows, and a later correction finds its row", async () => {
  const harness = await reviewed();
  const before = harness.workbench.traffic.length;
  await sortByTitle(harness);
  expect(results(harness).map((line) => line.split(" ")[0])).not.toEqual(NAMES);
  expect(results(harness)).toEqual(
    expect.arrayContaining(["丁培训 4 认定", "甲培训 8 认定", "丙培训 12 认定", "乙培训 16 认定"]),
  );
  expect(harness.workbench.traffic.length - before).toBeLessThan(8);
  const at = results(harness).findIndex((line) => line.startsWith("丁"));
  harness.workbench.user.put(records(harness), at + 1, columnOf(harness, "半天数"), 10);
  await harness.workbench.settled();
  expect(results(harness)).toEqual(
    expect.arrayContaining(["丁培训 40 认定", "甲培训 8 认定", "丙培训 12 认定", "乙培训 16 认定"]),
  );
  await asReviewedAgain(harness);
  harness.expectClean();
});

test("rows are put in and typed into: a record like any other", async () => {
  const harness = await reviewed();
  harness.workbench.user.insertRows(records(harness), 2, 1);
  await harness.workbench.settled();
  const cells: RowCells = {
    ...COURSE,
    登记证书编号: "YY000001",
    姓名: "张样例",
    名称: "新培训",
    科目: "专业科目",
    初审盖章: "是",
  };
  for (const [header, value] of Object.entries(cells))
    harness.workbench.user.put(records(harness), 2, columnOf(harness, header), value);
  await harness.workbench.settled();
  expect(results(harness)[1]).toBe("新培训 16 认定");
  await asReviewedAgain(harness);
  harness.expectClean();
});

test("put in and pasted into at once", async () => {
  const harness = await reviewed();
  harness.workbench.user.insertRows(records(harness), 2, 1);
  harness.workbench.user.put(records(harness), 2, columnOf(harness, "登记证书编号"), "YY000001");
  harness.workbench.user.put(records(harness), 2, columnOf(harness, "学习形式"), "面授培训");
  harness.workbench.user.put(records(harness), 2, columnOf(harness, "年度"), 2016);
  harness.workbench.user.put(records(harness), 2, columnOf(harness, "半天数"), 3);
  await harness.workbench.settled();
  expect(results(harness)[1]).toBe(" 0 不予认定");
});

test("a row is taken away: the others keep what is theirs, and a correction is judged without it", async () => {
  const harness = await reviewed([
    { ...COURSE, 名称: "甲" },
    { ...COURSE, 名称: "甲" },
    { ...COURSE, 名称: "乙" },
  ]);
  expect(results(harness)).toEqual(["甲 16 认定", "甲 0 不予认定", "乙 16 认定"]);
  harness.workbench.user.deleteRows(records(harness), 1, 1);
  await harness.workbench.settled();
  // Not written by itself: what the row says is older than its surroundings
  expect(results(harness)).toEqual(["甲 0 不予认定", "乙 16 认定"]);
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 5);
  await harness.workbench.settled();
  expect(results(harness)).toEqual(["甲 20 认定", "乙 16 认定"]);
  await asReviewedAgain(harness);
});

test("a column is put in: nothing is written to wrong places", async () => {
  const harness = await reviewed();
  harness.workbench.user.insertColumns(records(harness), 1, 1);
  await harness.workbench.settled();
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  const { of } = annotationOf(records(harness));
  expect(shown(records(harness), 1, of("核定学时"))).toBe(24);
  await asReviewedAgain(harness);
});

test("a co-author's correction is not written by us, and is taken in with the next of our own", async () => {
  const harness = await reviewed();
  harness.workbench.user.as("Remote").put(records(harness), 1, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  expect(results(harness).slice(0, 2)).toEqual(["丁培训 4 认定", "甲培训 8 认定"]);
  harness.workbench.user.put(records(harness), 2, columnOf(harness, "半天数"), 7);
  await harness.workbench.settled();
  expect(results(harness).slice(0, 2)).toEqual(["丁培训 24 认定", "甲培训 28 认定"]);
  await asReviewedAgain(harness);
});

test("taken back before it was looked at: nothing is written, and nothing goes round in circles", async () => {
  const harness = await reviewed();
  const before = saved(harness.workbook);
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 6);
  expect(harness.workbench.user.undo()).toBe(true);
  await harness.workbench.settled();
  expectSameWorkbook(saved(harness.workbook), before);
  const quiet = harness.workbench.traffic.length;
  await harness.workbench.settled();
  expect(harness.workbench.traffic.length).toBe(quiet);
});

test("a correction and its way back: the results are what they were", async () => {
  const harness = await reviewed();
  const before = saved(harness.workbook);
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 1);
  await harness.workbench.settled();
  expectSameWorkbook(saved(harness.workbook), before);
});

test("our own columns written over by hand are left alone", async () => {
  const harness = await reviewed();
  const { of } = annotationOf(records(harness));
  const before = harness.workbench.traffic.length;
  harness.workbench.user.put(records(harness), 1, of("审核问题"), "随手写的");
  await harness.workbench.settled();
  expect(shown(records(harness), 1, of("审核问题"))).toBe("随手写的");
  expect(harness.workbench.traffic.length).toBe(before);
});

test("审核意见 is protected: the row says that its results are older", async () => {
  const harness = await reviewed([{ ...COURSE, 名称: "甲", 申报学时: 12 }]);
  sheetOf(harness.workbook, "审核意见").protected = true;
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  expect(results(harness)).toEqual(["甲 16 已过期"]);
  sheetOf(harness.workbook, "审核意见").protected = false;
  // What was owed comes with the next correction
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "申报学时"), 24);
  await harness.workbench.settled();
  expect(results(harness)).toEqual(["甲 24 认定"]);
  await asReviewedAgain(harness);
});

test("a question decided by hand on 口径 concerns everybody: rows corrected until the next review say that they are older", async () => {
  const harness = await reviewed();
  const sheet = sheetOf(harness.workbook, "口径");
  const column = rowTexts(sheet, 0).indexOf("采用口径");
  harness.workbench.user.put(sheet, 1, column, rowTexts(sheet, 1)[4] ?? "");
  await harness.workbench.settled();
  expect(results(harness)[0]).toBe("丁培训 4 认定");
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  expect(results(harness)[0]).toBe("丁培训 4 已过期");
  await harness.review();
  await harness.workbench.settled();
  expect(results(harness)[0]).toBe("丁培训 24 认定");
});

test("审核意见 sorted by the reviewer: a correction finds its lines all the same", async () => {
  const harness = await reviewed(NAMES.map((名称, at) => ({ ...COURSE, 名称, 申报学时: at * 3 })));
  const sheet = sheetOf(harness.workbook, "审核意见");
  const box = parseAddress("A1:P5")?.box;
  if (box === undefined) throw new Error("no box");
  harness.workbench.user.sort(sheet, box, [{ column: 6, ascending: false }], true);
  await harness.workbench.settled();
  harness.workbench.user.put(records(harness), 1, columnOf(harness, "申报学时"), 5);
  await harness.workbench.settled();
  await asReviewedAgain(harness);
});

test("above the limit of live formulas the row's own columns are values, and follow too", async () => {
  const harness = await reviewed(
    Array.from({ length: 2001 }, (_, at) => ({ ...COURSE, 名称: `培训${at}`, 半天数: 4 })),
  );
  harness.workbench.user.put(records(harness), 1000, columnOf(harness, "半天数"), 6);
  await harness.workbench.settled();
  const { of } = annotationOf(records(harness));
  expect((["折算学时", "核定学时"] as const).map((title) => shown(records(harness), 1000, of(title)))).toEqual([
    24, 24,
  ]);
  expect(records(harness).cell(1000, of("折算学时"))?.formula).toBeUndefined();
  harness.expectClean();
});
