/** From a review to what stands in the cells. */
import { adoptProvisionalPlan, gridOf, readOpinions, report, reviewPlan, withReplacedTexts } from "../../src/results";
import type { OwnSheetPlan, PlannedCell } from "../../src/results";
import { sentenceOf } from "../../src/messages";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { serial, submissionGrids, type SubmissionTables } from "../support/submission";

const LIVE = { liveFormulaLimit: 2000 };
const on = { 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-06") };
const DAY = {
  ...on,
  学习形式: "面授培训",
  名称: "专业技术培训",
  半天数: 2,
  证明材料: "培训通知、结业证书",
  申报学时: 8,
};
const OPEN = {
  开始日期: serial("2017-04-10"),
  结束日期: serial("2017-04-10"),
  学习形式: "学术会议",
  名称: "年会",
  会议天数: 1,
  证明材料: "会议邀请函、学习笔记",
};

function reviewed(tables: SubmissionTables | WorkbookGrids) {
  const reading = readSubmission(tables instanceof Map ? tables : submissionGrids(tables as SubmissionTables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
}

function sheetOf(plan: { readonly sheets: readonly OwnSheetPlan[] }, name: string): OwnSheetPlan {
  const sheet = plan.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Lines below the header as records by column title; formulas as their text. */
function linesOf(sheet: OwnSheetPlan): Record<string, PlannedCell>[] {
  const [header, ...blocks] = sheet.blocks;
  const titles = (header?.cells[0] ?? []) as string[];
  const height = blocks[0]?.cells.length ?? 0;
  return Array.from({ length: height }, (_, row) => {
    const line = blocks.flatMap((block) => block.cells[row] ?? []);
    return Object.fromEntries(titles.map((title, at) => [title, line[at] ?? null]));
  });
}

describe("annotation", () => {
  const { submission, review } = reviewed({ records: [DAY, OPEN] });
  const annotation = reviewPlan(submission, review, LIVE).annotation;

  test("stands right of the last input column, with live formulas of a form that keeps blank cells blank", () => {
    expect(annotation?.column).toBe(submission.recordLayout.lastColumn + 1);
    expect(annotation?.blocks[1]?.cells[0]).toEqual([
      { formula: "=CE.SUBJECT(TEXTJOIN(CHAR(31),FALSE,$A2:$AF2),$A$1:$AF$1)" },
      { formula: "=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A2:$AF2),$A$1:$AF$1)" },
      { formula: "=CE.VIOLATIONS(TEXTJOIN(CHAR(31),FALSE,$A2:$AF2),$A$1:$AF$1)" },
    ]);
  });

  test("beside a row whose cells are merged with the row above, values that its own cells could not give", () => {
    const grids = new Map(submissionGrids({ records: [DAY, { ...DAY, 学习形式: null }, OPEN] }));
    const grid = grids.get("学时记录");
    if (grid === undefined) throw new Error("no records");
    const column = grid.firstColumn + (grid.values[0] ?? []).indexOf("学习形式");
    const merged = grids.set("学时记录", { ...grid, merges: [{ row: 1, column, rows: 2, columns: 1 }] });
    const { submission, review } = reviewed(merged);
    const own = reviewPlan(submission, review, LIVE).annotation?.blocks[1]?.cells.map((cells) => cells[1]);
    expect(own).toEqual([
      { formula: "=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A2:$AF2),$A$1:$AF$1)" },
      8,
      { formula: "=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A4:$AF4),$A$1:$AF$1)" },
    ]);
  });

  test("names the policy where it is not the functions' own", () => {
    const other = reviewed({
      unit: { 政策: "accounting-2018-10" },
      records: [{ ...OPEN, 结束日期: serial("2017-04-12"), 会议天数: 3 }],
    });
    const formulas = reviewPlan(other.submission, other.review, LIVE).annotation?.blocks[1]?.cells[0];
    expect(formulas?.[1]).toEqual({
      formula: '=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A2:$AF2),$A$1:$AF$1,"accounting-2018-10")',
    });
  });

  test("says verdict, codes with their clause, and the fingerprint", () => {
    const [day, open] = annotation?.blocks[2]?.cells ?? [];
    expect(day).toEqual([8, "认定", "", submission.records[0]?.fingerprint]);
    expect(open?.[1]).toBe("待判断");
    expect(open?.[2]).toMatch(/^一天的会议没有报到、离会日（附件5第2条/);
    expect(annotation?.hiddenColumns).toEqual([(annotation?.column ?? 0) + 6]);
  });

  test("writes values and says so above the limit", () => {
    const plan = reviewPlan(submission, review, { liveFormulaLimit: 1 });
    expect(plan.annotation?.blocks[1]?.cells[0]).toEqual(["专业科目", 8, ""]);
    expect(linesOf(sheetOf(plan, "审核意见"))[0]?.["问题"]).toMatch(/^记录超过 1 条/);
  });

  test("leaves rows blank that are no records", () => {
    const grids = new Map(submissionGrids({ records: [DAY, {}, DAY] }));
    const records = grids.get("学时记录");
    if (records === undefined) throw new Error("no records");
    grids.set("学时记录", {
      ...records,
      values: records.values.map((line, at) => (at === 2 ? line.map(() => null) : line)),
    });
    const result = reviewed(grids);
    const plan = reviewPlan(result.submission, result.review, LIVE).annotation;
    expect(plan?.blocks[1]?.cells[1]).toEqual([null, null, null]);
    expect(plan?.blocks[2]?.cells[1]).toEqual([null, null, null, null]);
    expect(plan?.blocks[2]?.cells[2]?.[1]).not.toBeNull();
  });
});

describe("审核意见", () => {
  const { submission, review } = reviewed({
    records: [
      { ...DAY, 申报学时: 9 },
      { ...DAY, 名称: "乙", 证明材料: "培训通知" },
    ],
  });
  const sheet = sheetOf(reviewPlan(submission, review, LIVE), "审核意见");

  test("sorts errors before warnings and links to our own address", () => {
    const levels = linesOf(sheet).map((line) => line["级别"]);
    expect(levels).toEqual(
      [...levels].sort((a, b) => "错待警提".indexOf(String(a)[0] ?? "") - "错待警提".indexOf(String(b)[0] ?? "")),
    );
    const claim = linesOf(sheet).find((line) => line["代码"] === "hours-claim-mismatch");
    expect(claim?.["位置"]).toEqual({ formula: `=HYPERLINK("#'学时记录'!AD2","学时记录!AD2")`, shown: "学时记录!AD2" });
  });

  test("keeps what the reviewer wrote when the row has moved, and the fingerprint it was written on", () => {
    const filled = linesOf(sheet).map((line) =>
      line["代码"] === "evidence-incomplete"
        ? {
            ...line,
            位置: "学时记录!A99",
            处理: "认定",
            处理人: "钱",
            处理日期: 43_283,
            理由: "已核原件",
            记录指纹: "old",
          }
        : line,
    );
    const titles = Object.keys(filled[0] ?? {});
    const values = [
      titles,
      ...filled.map((line) =>
        titles.map((title) => {
          const cell = line[title as keyof typeof line];
          return cell !== null && typeof cell === "object" ? "链接" : (cell ?? null);
        }),
      ),
    ];
    const previousOpinions = readOpinions({ name: "审核意见", firstRow: 0, firstColumn: 0, values });
    expect(previousOpinions).toHaveLength(1);
    const again = linesOf(sheetOf(reviewPlan(submission, review, { ...LIVE, previousOpinions }), "审核意见"));
    expect(again).toHaveLength(filled.length);
    expect(again.find((line) => line["代码"] === "evidence-incomplete")).toMatchObject({
      处理: "认定",
      处理人: "钱",
      // A date stays a date
      处理日期: 43_283,
      理由: "已核原件",
      记录指纹: "old",
    });
  });

  test("keeps a reviewer's line whose finding is gone, marked so", () => {
    const gone = {
      location: "学时记录!A9",
      level: "错误",
      code: "year-mismatch",
      registrationNo: "X",
      name: "",
      year: "2018",
      problem: "p",
      remedy: "r",
      clause: "c",
      treatment: "认定",
      hours: "",
      by: "钱",
      on: "",
      reason: "",
      identity: "",
      fingerprint: "",
    };
    const lines = linesOf(sheetOf(reviewPlan(submission, review, { ...LIVE, previousOpinions: [gone] }), "审核意见"));
    expect(lines[lines.length - 1]).toMatchObject({ 级别: "已不再出现", 代码: "year-mismatch", 处理: "认定" });
  });

  test("binds a line that a reviewer added to its record, so that it is found after a sort", () => {
    const record = submission.records[0];
    const added = {
      location: "学时记录!A2",
      level: "",
      code: "",
      registrationNo: record?.registrationNo ?? "",
      name: "",
      year: "",
      problem: "",
      remedy: "",
      clause: "",
      treatment: "不予认定",
      hours: "",
      by: "钱",
      on: "2018-07-02",
      reason: "原件不符",
      identity: "",
      fingerprint: "",
    };
    const lines = linesOf(sheetOf(reviewPlan(submission, review, { ...LIVE, previousOpinions: [added] }), "审核意见"));
    const line = lines[lines.length - 1];
    expect(line).toMatchObject({ 级别: "", 处理: "不予认定", 理由: "原件不符", 记录指纹: record?.fingerprint });
    expect(String(line?.["记录标识"])).toContain(String(record?.title));
  });
});

describe("口径", () => {
  const decisions = [
    { 编号: "J-01", 采用口径: "lenient 从宽", 决定人: "孙", 决定日期: "2018-07-01", 理由: "会议纪要" },
    { 编号: "J-05", 采用口径: "随便", 理由: "原理由" },
  ];
  const { submission, review } = reviewed({ records: [DAY], decisions });

  test("keeps the office's words, also those that are no option", () => {
    const lines = linesOf(sheetOf(reviewPlan(submission, review, LIVE), "口径"));
    expect(lines[0]).toMatchObject({ 编号: "J-01", 采用口径: "lenient 从宽", 决定人: "孙", 理由: "会议纪要" });
    expect(lines[0]?.["可选口径"]).toBe("从严：不达标 | 从宽：达标并注明");
    expect(lines[1]).toMatchObject({ 编号: "J-05", 采用口径: "随便" });
    expect(lines).toHaveLength(review.questions.length);
  });

  test("adopting decides what is open, leaves what is decided, and remembers the text it replaced", () => {
    const plan = adoptProvisionalPlan(submission, review, "李", "2018-07-05");
    const lines = linesOf(plan);
    expect(lines[0]).toMatchObject({ 采用口径: "lenient 从宽", 决定人: "孙" });
    expect(lines[1]).toMatchObject({
      采用口径: "按天数",
      决定人: "李",
      决定日期: "2018-07-05",
      理由: "采用暂定口径（原填：随便；原理由）",
    });
    const again = reviewed(new Map(submissionGrids({ records: [DAY], decisions })).set("口径", gridOf(plan)));
    expect(again.review.questions.filter((question) => question.decision === null)).toEqual([]);
    expect(withReplacedTexts(review, again.review).findings.map(({ code }) => code)).toContain("value-unknown");
  });
});

test("口径 of another notice: what the office wrote stays and is not wrong; what it left blank is not asked", () => {
  const asked = (id: string): Record<string, string> => ({ 编号: id, 问题: "…" });
  const { submission, review } = reviewed({
    unit: { 政策: "accounting-2018-10" },
    records: [{ ...OPEN, 会议天数: 3 }],
    decisions: [
      { ...asked("J-01"), 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" },
      asked("J-05"),
      { ...asked("X-99"), 采用口径: "甲" },
      { ...asked("A-07"), 采用口径: "10" },
    ],
  });
  const lines = linesOf(sheetOf(reviewPlan(submission, review, LIVE), "口径"));
  expect(lines.slice(0, 3).map((line) => line["编号"])).toEqual(["J-01", "X-99", "A-07"]);
  expect(lines[0]).toMatchObject({
    采用口径: "lenient",
    依据条款: "正文四.1",
    可选口径: "从严：不达标 | 从宽：达标并注明",
  });
  expect(lines).toHaveLength(review.questions.length + 2);
  // Only what no notice knows is wrong, and a decision of this one without a name.
  expect(
    review.findings.filter(({ place }) => place.sheet === "口径").map(({ code, place }) => [code, place.row]),
  ).toEqual([
    ["value-unknown", 3],
    ["decision-unsigned", 4],
  ]);
  const first = reviewed({
    records: [OPEN],
    decisions: [{ ...asked("A-07"), 采用口径: "10", 决定人: "孙", 决定日期: "2018-07-01" }],
  });
  expect(first.review.findings.filter(({ place }) => place.sheet === "口径")).toEqual([]);
  expect(first.review.policy).toBe("yiyang-2018-47");
});

test("年度汇总 says what a year lacks", () => {
  const { submission, review } = reviewed({ records: [DAY] });
  const line = linesOf(sheetOf(reviewPlan(submission, review, LIVE), "年度汇总")).find((each) => each["年度"] === 2017);
  expect(line).toMatchObject({ 专业学时: 8, 合计: 8, 结论: "不达标" });
  expect(line?.["说明"]).toMatch(/全年合计不足，差 82 学时/);
});

test("年度汇总 names the questions a year waits for, and on a person's last line the verdict", () => {
  const decide = (id: string, option: string) => ({ 编号: id, 采用口径: option, 决定人: "孙", 决定日期: "2018-07-01" });
  const { submission, review } = reviewed({
    people: [{ 已验印年度: "2013、2014、2015、2016" }],
    records: [{ ...DAY, 结束日期: serial("2017-03-25"), 半天数: 30, 证明材料: "结业证书", 申报学时: null }],
    decisions: [decide("J-01", "lenient"), decide("J-41", "year-before"), decide("J-42", "same-for-all")],
  });
  const lines = linesOf(sheetOf(reviewPlan(submission, review, LIVE), "年度汇总"));
  expect(lines.map((line) => line["说明"])).toEqual([
    ...Array.from({ length: 4 }, () => "已验印年度，凭合格证明认定"),
    "全年合计不足，差 90 学时；公需科目不足，差 30 学时；专业科目不足，差 60 学时；口径未定：正文对材料的要求低于附件4，以何者为准？\n本人待判断：2017 年度待判断",
  ]);
});

test("the report has the contract's shape", () => {
  const { review } = reviewed({ records: [{ ...DAY, 申报学时: 9 }] });
  const made = report(review, new Map(), (finding) => sentenceOf(finding, "zh", undefined));
  expect(made.records[0]).toEqual({
    sheet: "学时记录",
    row: 2,
    registrationNo: "YY000001",
    year: 2017,
    form: "training",
    subject: "professional",
    convertedHours: 8,
    creditedHours: 8,
    verdict: "credited",
    findings: ["hours-claim-mismatch"],
  });
  expect(made.findings.find(({ code }) => code === "hours-claim-mismatch")).toMatchObject({
    sheet: "学时记录",
    cell: "AD2",
    registrationNo: "YY000001",
  });
  expect(made.findings.find(({ code }) => code === "annual-total-shortfall")).not.toHaveProperty("cell");
  expect(made.people[0]).toMatchObject({ certificateNo: null });
});
