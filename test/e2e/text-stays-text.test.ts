/**
 * Text stays text: whatever a unit or a reviewer writes, and with whatever it begins, it becomes no formula, no link, no field
 * of a header or footer, and no part of a formula of ours. The whole job, with such text in every field.
 */
import type { Workbook } from "../../src/book/model/workbook";
import { openWorkbook } from "../../src/book/xlsx";
import { AddinHarness, closeHarnesses, formulasOf, saved, sheetOf, workbookOfTables } from "./addin-harness";

afterEach(closeHarnesses);

/** What spreadsheets take for the begin of a formula, full-width twins and blanks before it included; and the sign of header fields. */
const BEGINNINGS = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", "&P", " =", "'=", '"&'] as const;
/** Nobody writes this by chance. */
const MARK = "EVIL";
const evil = (beginning: string): string => `${beginning}${MARK}("x",1)&"y"&A1`;

const SEALED = "2013、2014、2015、2016、2017、2018";

function submission(text: (beginning: string) => string): Workbook {
  return workbookOfTables({
    unit: {
      单位名称: text("="),
      主管部门: text("+"),
      经办人: text("@"),
      联系电话: text("-"),
    },
    people: BEGINNINGS.map((beginning, at) => ({
      登记证书编号: `YY${String(at + 1).padStart(6, "0")}`,
      姓名: text(beginning),
      工作单位: text(beginning),
      申报专业: text(beginning),
      备注: text(beginning),
      已验印年度: at % 2 === 0 ? SEALED : "2013",
    })),
    records: BEGINNINGS.map((beginning, at) => ({
      登记证书编号: `YY${String(at + 1).padStart(6, "0")}`,
      姓名: text(beginning),
      学习形式: at % 3 === 0 ? text(beginning) : "面授培训",
      名称: text(beginning),
      主办单位: text(beginning),
      级别: text(beginning),
      证明材料: text(beginning),
      备注: text(beginning),
      半天数: 4,
    })),
  });
}

/** What of a formula is no literal of its own. */
const outsideOfLiterals = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/gu, '""');

function expectTextOnly(workbook: Workbook): void {
  const bad = formulasOf(workbook).filter((each) => outsideOfLiterals(each).includes(MARK));
  expect(bad).toEqual([]);
  for (const sheet of workbook.sheets) {
    expect(sheet.name).not.toContain(MARK);
    // No header or footer of ours holds a text of the unit: `&P` would be the number of the page
    expect(JSON.stringify(sheet.page)).not.toContain(MARK);
  }
}

test("the whole job with such text in every field", async () => {
  const harness = await AddinHarness.open(submission(evil));
  await harness.review();
  await harness.adopt(evil("="));
  await harness.certificates();
  const { bytes } = await harness.sendBack();
  const after = saved(harness.workbook);
  expectTextOnly(after);
  expectTextOnly(openWorkbook(bytes));
  // It is there, as text
  const names = sheetOf(after, "发证台账");
  const texts = [...names.rows.values()].flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : [])),
  );
  expect(texts.filter((each) => each.includes(MARK)).length).toBeGreaterThan(5);
  // And every formula stands where it stands for harmless text
  const places = (workbook: Workbook): readonly string[] =>
    formulasOf(workbook).map((each) => each.split(" ").slice(0, 2).join(" "));
  const harmless = await AddinHarness.open(submission((beginning) => `文字${BEGINNINGS.indexOf(beginning as "=")}`));
  await harmless.review();
  await harmless.adopt("测试审核人");
  await harmless.certificates();
  expect(new Set(places(after))).toEqual(new Set(places(saved(harmless.workbook))));
  harness.expectClean();
});
