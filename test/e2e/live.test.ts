/** A person corrects cells while a review is shown: row, year and person follow, and a whole review finds nothing to change. */
import type { RowCells } from "../support/submission";
import { serial } from "../support/submission";
import {
  ANNOTATION,
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectInputsKept,
  expectSameWorkbook,
  openFile,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const COURSE: RowCells = {
  学习形式: "面授培训",
  名称: "专业技术培训",
  年度: 2017,
  半天数: 4,
  申报学时: 16,
  证明材料: "培训通知、结业证书",
};
const PAPER: RowCells = {
  学习形式: "论文",
  名称: "一篇论文",
  年度: 2016,
  排名: 1,
  收录类别: "SCI",
  完成日期: serial("2016-06-01"),
  证明材料: "刊物封面、刊号、目录复印件",
};
const OTHER: RowCells = { 登记证书编号: "YY000002", 姓名: "李样例" };

const tables = {
  people: [
    { 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" },
    { ...OTHER, 申报级别: "中级", 验证方式: "登记证书原件", 人事档案所在地: "市本级" },
  ],
  records: [
    COURSE,
    { ...COURSE, 名称: "另一培训", 证明材料: "培训通知" },
    PAPER,
    { ...COURSE, ...OTHER },
    { ...PAPER, ...OTHER, 名称: "另一篇论文" },
  ],
};

async function reviewed(workbook = workbookOfTables(tables)): Promise<AddinHarness> {
  const harness = await AddinHarness.open(workbook);
  await harness.review();
  await harness.workbench.settled();
  return harness;
}

/** Column letters of a header of 学时记录. */
function column(harness: AddinHarness, header: string, sheet = RECORDS): string {
  const of = sheetOf(harness.workbook, sheet);
  const at = Math.max(...[0, 1, 2, 3, 4, 5].map((row) => rowTexts(of, row).indexOf(header)));
  if (at < 0) throw new Error(`no column ${header}`);
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

/** Writes a cell of a record's row (2 is the first), as a person does, and waits until the add-in has seen it. */
async function correct(
  harness: AddinHarness,
  row: number,
  header: string,
  value: string | number | null,
  sheet = RECORDS,
): Promise<void> {
  await harness.workbench.edit(sheet, `${column(harness, header, sheet)}${row}`, value);
  await harness.workbench.settled();
}

function outcome(harness: AddinHarness, row: number): Record<(typeof ANNOTATION)[number], unknown> {
  const sheet = sheetOf(harness.workbook, RECORDS);
  const { of } = annotationOf(sheet);
  return Object.fromEntries(ANNOTATION.map((title) => [title, shown(sheet, row - 1, of(title))])) as Record<
    (typeof ANNOTATION)[number],
    unknown
  >;
}

/** Requests of the page since a moment, office.js's own included. */
const since = (harness: AddinHarness, from: number): number =>
  harness.workbench.traffic.slice(from).filter(({ kind }) => kind === "batch").length;

/** A whole review of the workbook as it stands finds nothing else to write. */
async function expectAsReviewed(harness: AddinHarness): Promise<void> {
  const live = saved(harness.workbook);
  await harness.review();
  await harness.workbench.settled();
  expectSameWorkbook(live, saved(harness.workbook));
  expectInputsKept(saved(harness.workbook), live);
  harness.expectClean();
}

test("a corrected figure: row, year and opinion follow without a whole review", async () => {
  const harness = await reviewed();
  expect(outcome(harness, 2)).toMatchObject({ 折算学时: 16, 核定学时: 16, 审核结论: "认定" });
  const from = harness.workbench.traffic.length;
  await correct(harness, 2, "半天数", 6);
  expect(outcome(harness, 2)).toMatchObject({
    折算学时: 24,
    核定学时: 24,
    审核结论: "认定",
    审核问题: expect.stringContaining("与折算学时 24 不一致") as string,
  });
  const years = sheetOf(harness.workbook, "年度汇总");
  expect(
    [...years.rows.keys()]
      .map((row) => rowTexts(years, row))
      .find(([number, , year]) => number === "YY000001" && year === "2017")
      ?.slice(3, 6),
  ).toEqual(["0", "24", "24"]);
  expect(since(harness, from)).toBeLessThan(12);
  await expectAsReviewed(harness);
});

test.each<readonly [string, readonly (readonly [number, string, string | number | null])[]]>([
  ["evidence is completed: a refused record counts, its opinions go", [[3, "证明材料", "培训通知、结业证书"]]],
  ["a form that does not exist", [[2, "学习形式", "面受培训"]]],
  ["another person's number: two people are judged again", [[2, "登记证书编号", "YY000002"]]],
  ["a number that nobody has", [[2, "登记证书编号", "YY000999"]]],
  ["a year of its own: lines of 年度汇总 come", [[2, "年度", 2011]]],
  [
    "one achievement claimed by two, and given up again",
    [
      [6, "名称", "一篇论文"],
      [6, "名称", "又一篇论文"],
    ],
  ],
  [
    "a copy of another row, and back",
    [
      [3, "名称", "专业技术培训"],
      [3, "名称", "另一培训"],
    ],
  ],
  ["a row emptied of its form", [[4, "学习形式", null]]],
  ["a cell nobody looks at", [[2, "备注", "已核对"]]],
  [
    "a record typed below the last",
    [
      [7, "登记证书编号", "YY000001"],
      [7, "学习形式", "面授培训"],
      [7, "名称", "新增培训"],
      [7, "年度", 2015],
      [7, "半天数", 2],
      [7, "证明材料", "培训通知、结业证书"],
    ],
  ],
])("%s", async (_, edits) => {
  const harness = await reviewed();
  for (const [row, header, value] of edits) {
    await harness.workbench.edit(RECORDS, `${column(harness, header)}${row}`, value);
    // Of two edits of one cell each is seen
    if (edits.filter((each) => each[1] === header).length > 1) await harness.workbench.settled();
  }
  await harness.workbench.settled();
  await expectAsReviewed(harness);
});

test("a person's level and an added person concern that person", async () => {
  const harness = await reviewed();
  await correct(harness, 2, "申报级别", "副高级", "人员信息");
  await correct(harness, 2, "验证方式", "合格证明", "人员信息");
  await expectAsReviewed(harness);
});

test("a filing that is completed", async () => {
  const harness = await reviewed(
    workbookOfTables({
      ...tables,
      filings: [{ 教材: null }],
      records: [
        { ...COURSE, 科目: "公需科目", 备案号: "BA-F", 开始日期: serial("2017-03-01"), 结束日期: serial("2017-03-02") },
        ...tables.records,
      ],
    }),
  );
  expect(outcome(harness, 2)).toMatchObject({ 审核结论: "不予认定" });
  await correct(harness, 2, "教材", "教材", "培训备案");
  expect(outcome(harness, 2)).toMatchObject({ 审核结论: "认定" });
  await expectAsReviewed(harness);
});

test("a decision written by hand on 审核意见 counts at once", async () => {
  const harness = await reviewed();
  const sheet = sheetOf(harness.workbook, "审核意见");
  const row = [...sheet.rows.keys()].find((each) => rowTexts(sheet, each)[2] === "evidence-incomplete");
  if (row === undefined) throw new Error("no line");
  expect(outcome(harness, 3)).toMatchObject({ 审核结论: "不予认定" });
  for (const [header, value] of [
    ["处理", "认定"],
    ["处理人", "周审核"],
    ["处理日期", "2018-08-01"],
    ["理由", "原件已核"],
  ] as const)
    await correct(harness, row + 1, header, value, "审核意见");
  expect(outcome(harness, 3)).toMatchObject({ 审核结论: "认定", 核定学时: 16 });
  await correct(harness, 3, "申报学时", 12);
  // The record has changed since: the decision waits to be looked at again
  expect(outcome(harness, 3)).toMatchObject({
    审核结论: "不予认定",
    审核问题: expect.stringContaining("原决定不再生效") as string,
  });
  await expectAsReviewed(harness);
});

test("reviewers' words stay beside their lines when a correction rewrites the sheet", async () => {
  const harness = await reviewed();
  const words = (): readonly string[] => {
    const sheet = sheetOf(harness.workbook, "审核意见");
    return [...sheet.rows.keys()].flatMap((row) =>
      rowTexts(sheet, row)[13] === "待电话核实" ? [rowTexts(sheet, row).slice(2, 5).join(" ")] : [],
    );
  };
  const sheet = sheetOf(harness.workbook, "审核意见");
  const row = [...sheet.rows.keys()].find((each) => rowTexts(sheet, each)[2] === "evidence-incomplete") ?? 0;
  sheet.setValue(row, 13, "待电话核实");
  await correct(harness, 2, "半天数", 6);
  expect(words()).toEqual(["evidence-incomplete YY000001 张样例"]);
  await expectAsReviewed(harness);
  expect(words()).toEqual(["evidence-incomplete YY000001 张样例"]);
});

test("frozen results: a corrected row gets values", async () => {
  const harness = await reviewed();
  await harness.workbench.runCommand("freezeResults");
  await correct(harness, 2, "半天数", 6);
  expect(outcome(harness, 2)).toMatchObject({
    折算科目: "专业科目",
    折算学时: 24,
    行内问题: expect.stringContaining("申报学时") as string,
    核定学时: 24,
  });
  const sheet = sheetOf(harness.workbook, RECORDS);
  expect(sheet.cell(1, annotationOf(sheet).of("折算学时"))?.formula).toBeUndefined();
});

test("the sample: ten corrections one after the other", async () => {
  const harness = await reviewed(openFile("assets/sample/submission.xlsx"));
  for (const [row, header, value] of [
    [5, "半天数", 9],
    [6, "佐证材料", null],
    [7, "年度", 2015],
    [8, "科目类别", "公需科目"],
    [9, "证书编号", "没有"],
    [10, "培训形式", "论文"],
    [11, "活动名称", "改过的名称"],
    [12, "自报学时", 1],
    [13, "备案号", "BA-0"],
    [14, "半天数", 3],
  ] as const) {
    await correct(harness, row, header, value);
  }
  await expectAsReviewed(harness);
});
