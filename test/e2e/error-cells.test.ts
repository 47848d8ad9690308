/** Rows that no formula can be handed: an error value in a cell, texts beyond what a joined text holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../../src/book/model/workbook";
import {
  closeHarnesses,
  AddinHarness,
  expectInputsKept,
  expectSameWorkbook,
  PAGE,
  RECORDS,
  saved,
  sheetOf,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

/** Three records: one as any other, one with an error in its title, one whose texts together pass 32,767 characters. */
function withErrors(): Workbook {
  const lecture = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 4, 证明材料: "培训通知、结业证书" };
  const workbook = workbookOfTables({
    people: [{}],
    records: [2016, 2017, 2018].map((year) => ({ ...lecture, 登记证书编号: "YY000001", 年度: year })),
  });
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box === null) throw new Error("no records");
  const [first, last] = [box.row + box.rows - 3, box.row + box.rows - 1];
  const columnOf = (text: string): number => {
    for (let column = box.column; column < box.column + box.columns; column += 1)
      if (sheet.value(first, column) === text) return column;
    throw new Error(`no cell ${text}`);
  };
  sheet.setValue(first + 1, columnOf("虚构培训"), { error: "#N/A" } as never);
  sheet.setValue(last, columnOf("虚构培训"), "长".repeat(32_700));
  sheet.setValue(last, columnOf("培训通知、结业证书"), "文".repeat(200));
  return saved(workbook);
}

/** The formulas beside the three records, or the kind of value that stands there. */
const beside = (workbook: Workbook): unknown[] => {
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box === null) return [];
  const hours = Array.from({ length: box.columns }, (_, at) => box.column + at).find((column) =>
    Array.from({ length: box.rows }, (_row, at) => sheet.value(box.row + at, column)).includes("折算学时"),
  );
  return [3, 2, 1].map((back) => {
    const cell = sheet.cell(box.row + box.rows - back, hours ?? 0);
    return cell?.formula === undefined ? typeof cell?.value : "formula";
  });
};

test("the row with the error and the row that is too long get values, the other one formulas; all can be frozen", async () => {
  const before = withErrors();
  const harness = await AddinHarness.open(withErrors());
  await harness.review();
  expect(harness.status.state).toBe("done");
  expect(beside(harness.workbook)).toEqual(["formula", "number", "number"]);
  expectInputsKept(saved(harness.workbook), before);
  const once = saved(harness.workbook);
  await harness.review();
  expectSameWorkbook(saved(harness.workbook), once);
  await harness.freeze();
  expect(harness.status.state).toBe("done");
  expect(beside(harness.workbook)).toEqual(["number", "number", "number"]);
});

test("a formula that Excel can't calculate is frozen at what the review says", async () => {
  const harness = await AddinHarness.open(withErrors());
  await harness.review();
  const sheet = sheetOf(harness.workbook, RECORDS);
  const frozen = beside(harness.workbook);
  sheet.eachCell({ row: 0, column: 0, rows: 50, columns: 60 }, (row, column, { formula }) => {
    if (formula?.startsWith("=CE.") === true) sheet.setCachedValue(row, column, { error: "#NAME?" });
  });
  await harness.freeze();
  expect([frozen[0], harness.status.state, beside(harness.workbook)]).toEqual([
    "formula",
    "done",
    ["number", "number", "number"],
  ]);
});

test("the metadata of the functions lets no errors through as objects", () => {
  const metadata = JSON.parse(readFileSync(join(PAGE, "../functions.json"), "utf8")) as Record<string, unknown>;
  expect(Object.keys(metadata)).toEqual(["functions"]);
});
