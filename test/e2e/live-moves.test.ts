/** Rows are sorted, put in, taken away; co-authors and protected sheets; selections: what the workbook tells while it is open. */
import { parseAddress } from "../../src/book/model/workbook";
import type { Row } from "../support/submission";
import {
  annotationOf,
  closeDesks,
  Desk,
  expectSameWorkbook,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./desk";

afterEach(closeDesks);

const COURSE: Row = { 学习形式: "面授培训", 年度: 2017, 半天数: 4, 证明材料: "培训通知、结业证书" };
const NAMES = ["丁培训", "甲培训", "丙培训", "乙培训"] as const;

async function reviewed(
  records: readonly Row[] = NAMES.map((名称, at) => ({ ...COURSE, 名称, 半天数: at + 1 })),
): Promise<Desk> {
  const desk = await Desk.open(workbookOfTables({ records }));
  await desk.review();
  await desk.bench.settled();
  return desk;
}

const records = (desk: Desk) => sheetOf(desk.workbook, RECORDS);
const columnOf = (desk: Desk, header: string): number => rowTexts(records(desk), 0).indexOf(header);

/** Title, credited hours and verdict of every row below the header. */
function results(desk: Desk): readonly string[] {
  const sheet = records(desk);
  const { of } = annotationOf(sheet);
  const rows = [...sheet.rows.keys()].filter((row) => row > 0).sort((a, b) => a - b);
  return rows.map((row) =>
    [columnOf(desk, "名称"), of("核定学时"), of("审核结论")]
      .map((column) => String(shown(sheet, row, column) ?? ""))
      .join(" "),
  );
}

async function sortByTitle(desk: Desk): Promise<void> {
  const sheet = records(desk);
  const box = sheet.usedBox(true);
  if (box === null) throw new Error("nothing to sort");
  desk.bench.user.sort(sheet, box, [{ column: columnOf(desk, "名称"), ascending: true }], true);
  await desk.bench.settled();
}

async function asReviewedAgain(desk: Desk): Promise<void> {
  const live = saved(desk.workbook);
  await desk.review();
  await desk.bench.settled();
  expectSameWorkbook(live, saved(desk.workbook));
}

test("a sort: results go with their rows, and a later correction finds its row", async () => {
  const desk = await reviewed();
  const before = desk.bench.traffic.length;
  await sortByTitle(desk);
  expect(results(desk).map((line) => line.split(" ")[0])).not.toEqual(NAMES);
  expect(results(desk)).toEqual(
    expect.arrayContaining(["丁培训 4 认定", "甲培训 8 认定", "丙培训 12 认定", "乙培训 16 认定"]),
  );
  expect(desk.bench.traffic.length - before).toBeLessThan(8);
  const at = results(desk).findIndex((line) => line.startsWith("丁"));
  desk.bench.user.put(records(desk), at + 1, columnOf(desk, "半天数"), 10);
  await desk.bench.settled();
  expect(results(desk)).toEqual(
    expect.arrayContaining(["丁培训 40 认定", "甲培训 8 认定", "丙培训 12 认定", "乙培训 16 认定"]),
  );
  await asReviewedAgain(desk);
  desk.expectClean();
});

test("rows are put in and typed into: a record like any other", async () => {
  const desk = await reviewed();
  desk.bench.user.insertRows(records(desk), 2, 1);
  await desk.bench.settled();
  const cells: Row = {
    ...COURSE,
    登记证书编号: "YY000001",
    姓名: "张样例",
    名称: "新培训",
    科目: "专业科目",
    初审盖章: "是",
  };
  for (const [header, value] of Object.entries(cells))
    desk.bench.user.put(records(desk), 2, columnOf(desk, header), value);
  await desk.bench.settled();
  expect(results(desk)[1]).toBe("新培训 16 认定");
  await asReviewedAgain(desk);
  desk.expectClean();
});

test("put in and pasted into at once", async () => {
  const desk = await reviewed();
  desk.bench.user.insertRows(records(desk), 2, 1);
  desk.bench.user.put(records(desk), 2, columnOf(desk, "登记证书编号"), "YY000001");
  desk.bench.user.put(records(desk), 2, columnOf(desk, "学习形式"), "面授培训");
  desk.bench.user.put(records(desk), 2, columnOf(desk, "年度"), 2016);
  desk.bench.user.put(records(desk), 2, columnOf(desk, "半天数"), 3);
  await desk.bench.settled();
  expect(results(desk)[1]).toBe(" 0 不予认定");
});

test("a row is taken away: the others keep what is theirs, and a correction is judged without it", async () => {
  const desk = await reviewed([
    { ...COURSE, 名称: "甲" },
    { ...COURSE, 名称: "甲" },
    { ...COURSE, 名称: "乙" },
  ]);
  expect(results(desk)).toEqual(["甲 16 认定", "甲 0 不予认定", "乙 16 认定"]);
  desk.bench.user.deleteRows(records(desk), 1, 1);
  await desk.bench.settled();
  // Not written by itself: what the row says is older than its surroundings
  expect(results(desk)).toEqual(["甲 0 不予认定", "乙 16 认定"]);
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 5);
  await desk.bench.settled();
  expect(results(desk)).toEqual(["甲 20 认定", "乙 16 认定"]);
  await asReviewedAgain(desk);
});

test("a column is put in: nothing is written to wrong places", async () => {
  const desk = await reviewed();
  desk.bench.user.insertColumns(records(desk), 1, 1);
  await desk.bench.settled();
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  const { of } = annotationOf(records(desk));
  expect(shown(records(desk), 1, of("核定学时"))).toBe(24);
  await asReviewedAgain(desk);
});

test("a co-author's correction is not written by us, and is taken in with the next of our own", async () => {
  const desk = await reviewed();
  desk.bench.user.as("Remote").put(records(desk), 1, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  expect(results(desk).slice(0, 2)).toEqual(["丁培训 4 认定", "甲培训 8 认定"]);
  desk.bench.user.put(records(desk), 2, columnOf(desk, "半天数"), 7);
  await desk.bench.settled();
  expect(results(desk).slice(0, 2)).toEqual(["丁培训 24 认定", "甲培训 28 认定"]);
  await asReviewedAgain(desk);
});

test("taken back before it was looked at: nothing is written, and nothing goes round in circles", async () => {
  const desk = await reviewed();
  const before = saved(desk.workbook);
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 6);
  expect(desk.bench.user.undo()).toBe(true);
  await desk.bench.settled();
  expectSameWorkbook(saved(desk.workbook), before);
  const quiet = desk.bench.traffic.length;
  await desk.bench.settled();
  expect(desk.bench.traffic.length).toBe(quiet);
});

test("a correction and its way back: the results are what they were", async () => {
  const desk = await reviewed();
  const before = saved(desk.workbook);
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 1);
  await desk.bench.settled();
  expectSameWorkbook(saved(desk.workbook), before);
});

test("our own columns written over by hand are left alone", async () => {
  const desk = await reviewed();
  const { of } = annotationOf(records(desk));
  const before = desk.bench.traffic.length;
  desk.bench.user.put(records(desk), 1, of("审核问题"), "随手写的");
  await desk.bench.settled();
  expect(shown(records(desk), 1, of("审核问题"))).toBe("随手写的");
  expect(desk.bench.traffic.length).toBe(before);
});

test("审核意见 is protected: the row says that its results are older", async () => {
  const desk = await reviewed([{ ...COURSE, 名称: "甲", 申报学时: 12 }]);
  sheetOf(desk.workbook, "审核意见").protected = true;
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  expect(results(desk)).toEqual(["甲 16 已过期"]);
  sheetOf(desk.workbook, "审核意见").protected = false;
  // What was owed comes with the next correction
  desk.bench.user.put(records(desk), 1, columnOf(desk, "申报学时"), 24);
  await desk.bench.settled();
  expect(results(desk)).toEqual(["甲 24 认定"]);
  await asReviewedAgain(desk);
});

test("a question decided by hand on 口径 concerns everybody: rows corrected until the next review say that they are older", async () => {
  const desk = await reviewed();
  const sheet = sheetOf(desk.workbook, "口径");
  const column = rowTexts(sheet, 0).indexOf("采用口径");
  desk.bench.user.put(sheet, 1, column, rowTexts(sheet, 1)[4] ?? "");
  await desk.bench.settled();
  expect(results(desk)[0]).toBe("丁培训 4 认定");
  desk.bench.user.put(records(desk), 1, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  expect(results(desk)[0]).toBe("丁培训 4 已过期");
  await desk.review();
  await desk.bench.settled();
  expect(results(desk)[0]).toBe("丁培训 24 认定");
});

test("审核意见 sorted by the reviewer: a correction finds its lines all the same", async () => {
  const desk = await reviewed(NAMES.map((名称, at) => ({ ...COURSE, 名称, 申报学时: at * 3 })));
  const sheet = sheetOf(desk.workbook, "审核意见");
  const box = parseAddress("A1:P5")?.box;
  if (box === undefined) throw new Error("no box");
  desk.bench.user.sort(sheet, box, [{ column: 6, ascending: false }], true);
  await desk.bench.settled();
  desk.bench.user.put(records(desk), 1, columnOf(desk, "申报学时"), 5);
  await desk.bench.settled();
  await asReviewedAgain(desk);
});

test("above the limit of live formulas the row's own columns are values, and follow too", async () => {
  const desk = await reviewed(Array.from({ length: 2001 }, (_, at) => ({ ...COURSE, 名称: `培训${at}`, 半天数: 4 })));
  desk.bench.user.put(records(desk), 1000, columnOf(desk, "半天数"), 6);
  await desk.bench.settled();
  const { of } = annotationOf(records(desk));
  expect((["折算学时", "核定学时"] as const).map((title) => shown(records(desk), 1000, of(title)))).toEqual([24, 24]);
  expect(records(desk).cell(1000, of("折算学时"))?.formula).toBeUndefined();
  desk.expectClean();
});
