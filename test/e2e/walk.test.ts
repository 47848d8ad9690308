/** The reviewer's way through two submissions, button by button, on the built add-in: nothing of the unit's is touched. */
import type { IssueOutcome, ReviewOutcome } from "../../src/excel";
import { catalogueOf } from "../../src/messages";
import type { Workbook } from "../../src/book/model/workbook";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  formulasOf,
  hasAnnotation,
  openFile,
  RECORD_COLUMNS,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOf,
} from "./addin-harness";
import { gridsOfFile } from "../support/submission";

afterEach(closeHarnesses);

const OURS = ["审核意见", "年度汇总", "口径", "发证台账"];
const isOurs = (name: string): boolean => OURS.includes(name) || name.startsWith("合格证明");

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  审核意见: [
    "位置",
    "级别",
    "代码",
    "登记证书编号",
    "姓名",
    "年度",
    "问题",
    "补正办法",
    "依据条款",
    "处理",
    "核定学时",
    "处理人",
    "处理日期",
    "理由",
  ],
  年度汇总: ["登记证书编号", "姓名", "年度", "公需学时", "专业学时", "合计", "结论", "说明"],
  口径: ["编号", "问题", "依据条款", "可选口径", "暂定口径", "采用口径", "决定人", "决定日期", "理由"],
  发证台账: ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"],
};

function expectHeaders(workbook: Workbook, names: readonly string[]): void {
  for (const name of names)
    expect(rowTexts(sheetOf(workbook, name), 0).slice(0, HEADERS[name]?.length)).toEqual(HEADERS[name]);
}

/** Left of our columns every sheet of the unit is what it was: values, formulas, looks, frame. */
function expectInputUntouched(after: Workbook, before: Workbook): void {
  for (const sheet of before.sheets.filter(({ name }) => !isOurs(name))) {
    const now = sheetOf(after, sheet.name);
    const end = sheet.name === RECORDS ? annotationOf(now).column : Infinity;
    expectSame(sheetSnapshot(now, end), sheetSnapshot(sheet, end), sheet.name);
  }
}

/** The cells that say what the review says: three live formulas with their results, and values beside them. */
function expectAnnotation(workbook: Workbook, { review }: Pick<ReviewOutcome, "review">, live: boolean): void {
  const sheet = sheetOf(workbook, RECORDS);
  const { of } = annotationOf(sheet);
  const { subjects, recordVerdicts } = catalogueOf("zh");
  const wrong: unknown[] = [];
  const functions = { 折算科目: "SUBJECT", 折算学时: "HOURS", 行内问题: "VIOLATIONS" } as const;
  for (const record of review.records) {
    const { row } = record.place;
    const cells = (["折算科目", "折算学时", "核定学时", "审核结论"] as const).map((title) =>
      shown(sheet, row, of(title)),
    );
    const expected = [
      subjects[record.subject],
      record.convertedHours,
      record.creditedHours,
      recordVerdicts[record.verdict],
    ];
    if (JSON.stringify(cells) !== JSON.stringify(expected)) wrong.push({ row: row + 1, cells, expected });
    for (const [title, name] of Object.entries(functions) as [keyof typeof functions, string][]) {
      const formula = sheet.cell(row, of(title))?.formula ?? "";
      if (formula.startsWith(`=CE.${name}(`) !== live) wrong.push({ row: row + 1, title, formula });
      // Frozen, a text of nothing is a blank cell.
      const value = shown(sheet, row, of(title)) ?? (live ? null : "");
      if (typeof value !== (title === "折算学时" ? "number" : "string")) wrong.push({ row: row + 1, title, value });
    }
  }
  expect(review.records.length).toBeGreaterThan(0);
  expect(wrong.slice(0, 5)).toEqual([]);
}

describe.each([
  "assets/sample/submission.xlsx",
  "test/golden/example/submission.xlsx",
  "assets/sample/accounting.xlsx",
])("%s", (path) => {
  test("审核, 采用暂定口径, 生成合格证明, 清除审核结果; each twice is as once", async () => {
    const before = openFile(path);
    const harness = await AddinHarness.open(openFile(path));

    const reviewed = await harness.review();
    expect(harness.status.state).toBe("done");
    const afterReview = saved(harness.workbook);
    expectInputUntouched(afterReview, before);
    expectAnnotation(afterReview, reviewed, true);
    expectHeaders(afterReview, ["审核意见", "年度汇总", "口径"]);
    expect(sheetOf(afterReview, "年度汇总").usedBox(true)?.rows).toBe(reviewed.review.years.length + 3);
    await harness.review();
    expectSameWorkbook(saved(harness.workbook), afterReview);

    const adopted = await harness.adopt();
    expect(adopted.review.questions.every(({ decision }) => decision !== null)).toBe(true);
    const issued = await certificatesOf(harness, path);
    const numbers = issued.issued.map(({ certificateNo }) => certificateNo);
    if (path.startsWith("assets/sample/submission")) expect(numbers.length).toBeGreaterThan(2);
    const afterIssue = saved(harness.workbook);
    expectInputUntouched(afterIssue, before);
    expectAnnotation(afterIssue, adopted, true);
    expectHeaders(afterIssue, ["审核意见", "年度汇总", "口径", ...(numbers.length > 0 ? ["发证台账"] : [])]);
    expectCertificates(afterIssue, adopted, numbers);
    await harness.adopt();
    const again = await certificatesOf(harness, path);
    expect(again.issued.map(({ certificateNo }) => certificateNo)).toEqual(numbers);
    expectSameWorkbook(saved(harness.workbook), afterIssue);

    // The unit's sheets come back; what people wrote stays
    await harness.clear();
    const cleared = saved(harness.workbook);
    expectCleared(cleared, before);
    expectHeaders(cleared, ["口径"]);
    for (const name of ["口径", "发证台账"].filter((own) => afterIssue.sheetByName(own) !== undefined))
      expectSame(sheetSnapshot(sheetOf(cleared, name)), sheetSnapshot(sheetOf(afterIssue, name)), name);
    harness.expectClean();

    // 固化结果, in the workbook as it was before and opened anew
    const later = await AddinHarness.open(afterIssue);
    await later.freeze();
    const frozen = saved(later.workbook);
    expect(formulasOf(frozen).filter((formula) => /CE\.|_xldudf/i.test(formula))).toEqual([]);
    expectInputUntouched(frozen, before);
    expectAnnotation(frozen, adopted, false);
    later.expectClean();
  });
});

/** The accounting notice knows no certificates: there the pane offers none. */
async function certificatesOf(harness: AddinHarness, path: string): Promise<Pick<IssueOutcome, "issued">> {
  return path.includes("accounting") ? { issued: [] } : harness.certificates();
}

/** Every qualified senior has a line of the ledger and a page; numbers follow each other. */
function expectCertificates(
  workbook: Workbook,
  { review }: Pick<ReviewOutcome, "review">,
  numbers: readonly string[],
): void {
  const qualified = review.people
    .filter(({ senior, verdict }) => senior && verdict === "qualified")
    .map(({ registrationNo }) => registrationNo);
  expect(numbers).toHaveLength(qualified.length);
  if (qualified.length === 0) {
    // Nobody to be given one: no sheet for nothing.
    expect(
      workbook.sheets.map(({ name }) => name).filter((name) => name === "发证台账" || name.startsWith("合格证明")),
    ).toEqual([]);
    return;
  }
  const ledger = sheetOf(workbook, "发证台账");
  const lines = Array.from({ length: qualified.length + 1 }, (_, at) => rowTexts(ledger, at + 1));
  expect(lines[qualified.length]).toEqual([]);
  expect(lines.slice(0, -1).map(([, registrationNo]) => registrationNo)).toEqual(qualified);
  expect(lines.slice(0, -1).map(([number]) => number)).toEqual(numbers);
  expect(numbers.map((number) => Number(number.slice(5)))).toEqual(qualified.map((_, at) => at + 1));

  const pages = sheetOf(workbook, "合格证明");
  expect(pages.page.rowBreaks).toHaveLength(qualified.length - 1);
  const texts = [...pages.rows].flatMap(([row]) => rowTexts(pages, row));
  expect(qualified.map((registrationNo) => texts.filter((text) => text.includes(registrationNo)).length)).toEqual(
    qualified.map(() => 1),
  );
  expect(numbers.map((number) => texts.filter((text) => text.includes(number)).length)).toEqual(numbers.map(() => 1));
}

/** The sheets that the unit handed in, as they came, and of ours only what people wrote. */
function expectCleared(after: Workbook, before: Workbook): void {
  const left = before.sheets.filter(({ name }) => !isOurs(name));
  for (const sheet of left) expectSame(sheetSnapshot(sheetOf(after, sheet.name)), sheetSnapshot(sheet), sheet.name);
  expect(hasAnnotation(sheetOf(after, RECORDS))).toBe(false);
  expect(
    after.sheets.map(({ name }) => name).filter((name) => name === "年度汇总" || name.startsWith("合格证明")),
  ).toEqual([]);
  expect(formulasOf(after).filter((formula) => /CE\.|_xldudf/i.test(formula))).toEqual([]);
}

describe("frames of 学时记录", () => {
  const EXAMPLE = "test/golden/example/submission.xlsx";

  /** The example with its records as a table, as units make them with Ctrl+T. */
  function withTable(): Workbook {
    const workbook = openFile(EXAMPLE);
    const sheet = sheetOf(workbook, RECORDS);
    const box = sheet.usedBox(true);
    if (box === null) throw new Error("学时记录 is blank");
    const headerRow =
      Array.from({ length: 20 }, (_, row) => row).find((row) => rowTexts(sheet, row).includes("学习形式")) ?? 0;
    sheet.addTable(
      { row: headerRow, column: 0, rows: box.row + box.rows - headerRow, columns: RECORD_COLUMNS.length },
      "学时表",
    );
    return saved(workbook);
  }

  /** The example with a filter of which one column is narrowed, panes, and columns of our place with looks of their own. */
  function withFilter(): Workbook {
    const workbook = openFile(EXAMPLE);
    const sheet = sheetOf(workbook, RECORDS);
    const box = sheet.usedBox(true);
    if (box === null) throw new Error("学时记录 is blank");
    sheet.autoFilter = {
      box,
      criteria: '<filterColumn colId="4"><filters><filter val="面授培训"/></filters></filterColumn>',
    };
    for (let row = box.row + 1; row < box.row + box.rows; row += 1)
      if (shown(sheet, row, 4) !== "面授培训") sheet.setRowHidden(row, true);
    sheet.freeze = { rows: 1, columns: 3 };
    sheet.setColumnWidth(box.columns + 1, 20);
    sheet.setColumnWidth(3, 17);
    return saved(workbook);
  }

  const cases: readonly (readonly [string, () => Workbook])[] = [
    ["a table", withTable],
    ["a filter with criteria, panes and widths", withFilter],
    ["sheets formatted as text", () => workbookOf(gridsOfFile(EXAMPLE), true)],
  ];

  test.each(cases)("%s: reviewed twice, frozen and cleared", async (_, make) => {
    const before = make();
    const harness = await AddinHarness.open(make());
    const reviewed = await harness.review();
    const once = saved(harness.workbook);
    expectInputUntouched(once, before);
    expectAnnotation(once, reviewed, true);
    await harness.review();
    expectSameWorkbook(saved(harness.workbook), once);

    const annotation = annotationOf(sheetOf(once, RECORDS));
    const [table] = sheetOf(once, RECORDS).tables;
    const filter = sheetOf(once, RECORDS).autoFilter;
    // A sort by the frame's arrows takes our columns along.
    for (const box of [table?.box, filter?.box])
      if (box !== undefined) expect(box.column + box.columns).toBe(annotation.column + 7);
    if (filter !== null) expect(filter.criteria).toContain("面授培训");

    await harness.freeze();
    expectAnnotation(saved(harness.workbook), reviewed, false);
    expect(formulasOf(saved(harness.workbook)).filter((formula) => formula.includes("CE."))).toEqual([]);
    await harness.clear();
    expectCleared(saved(harness.workbook), before);
    harness.expectClean();

    await harness.review();
    expectSameWorkbook(saved(harness.workbook), once);
  });
});
