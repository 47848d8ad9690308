/** The second notice in the built add-in: its sample unit, the years worked out by hand from scripts/sample/accounting.ts. */
import { policyOf } from "../../src/policy";
import { annotationOf, closeHarnesses, AddinHarness, openFile, RECORDS, rowTexts, sheetOf } from "./addin-harness";

afterEach(closeHarnesses);

const POLICY = "accounting-2018-10";

// Two subjects 180; 30 + 60 + two days and a half 25; a degree course 90 + 30; three papers, of which one internal: 30 + 10;
// public 60 of 90 (without 公需科目 a year is open until A-14 is decided); a course in the wrong year and one without a subject; nothing recognised.
const YEARS: readonly (readonly [string, string])[] = [
  ["KJ0001 2019", "0 180 180 待判断 达标"],
  ["KJ0001 2020", "30 85 115 达标 达标"],
  ["KJ0002 2020", "30 100 130 达标 达标"],
  ["KJ0003 2020", "30 90 120 待判断 达标"],
  ["KJ0004 2021", "0 70 70 待判断 不达标"],
  ["KJ0006 2021", "0 180 180 待判断 达标"],
  ["KJ0007 2019", "60 30 90 待判断 不达标"],
  ["KJ0007 2020", "0 60 60 待判断 不达标"],
  ["KJ0008 2020", "0 0 0 不达标 不达标"],
];

const yearLines = (harness: AddinHarness): ReadonlyMap<string, readonly string[]> => {
  const sheet = sheetOf(harness.workbook, "年度汇总");
  const lines = Array.from({ length: 25 }, (_, row) => rowTexts(sheet, row));
  return new Map(lines.map(([registrationNo = "", , year = "", ...rest]) => [`${registrationNo} ${year}`, rest]));
};

test("reviewed, all readings adopted: credits, questions of its own, no certificates", async () => {
  const harness = await AddinHarness.open(openFile("assets/sample/accounting.xlsx"));
  const open = await harness.review();
  expect(open.review.policy).toBe(POLICY);
  // Every question of the notice comes up in the sample.
  expect(open.review.questions.filter(({ touched }) => touched === 0)).toEqual([]);
  const questions = sheetOf(harness.workbook, "口径");
  const ids = (policyOf(POLICY)?.questions ?? []).map(({ id }) => id);
  expect(ids.map((_, row) => rowTexts(questions, row + 1)[0])).toEqual(ids);
  const records = sheetOf(harness.workbook, RECORDS);
  const { row, of } = annotationOf(records);
  expect(records.cell(row + 1, of("折算学时"))?.formula).toMatch(/^=CE\.HOURS\(.*,"accounting-2018-10"\)$/);
  const before = yearLines(harness);

  const decided = await harness.adopt();
  expect(decided.review.questions.every(({ decision }) => decision !== null)).toBe(true);
  const after = yearLines(harness);
  expect(YEARS.map(([key]) => [key, [...(before.get(key) ?? []).slice(0, 4), after.get(key)?.[3]].join(" ")])).toEqual(
    YEARS,
  );

  const control = (id: string): HTMLElement | null =>
    harness.workbench.window.document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  await harness.show("certificates");
  control("certificates")?.click();
  await harness.workbench.settled();
  expect(control("no-certificates")?.textContent).toContain("不发合格证明");
  expect(control("certificates-confirm")).toBeNull();
  expect(harness.workbook.sheets.map(({ name }) => name)).not.toContain("合格证明");
  harness.expectClean();
});
