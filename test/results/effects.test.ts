/** What each option would change: the quick way (only the people reached) against a whole second review. */
import fc from "fast-check";
import { adoptionEffect, effectsOf, type StateTransition, type OptionEffect } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import type { Submission } from "../../src/submission/types";
import {
  decidedGrids,
  gridsOfFile,
  serial,
  submissionGrids,
  type RowCells,
  type SubmissionTables,
} from "../support/submission";

function submissionOf(tables: SubmissionTables | WorkbookGrids, policy?: string): Submission {
  const reading = readSubmission(tables instanceof Map ? tables : submissionGrids(tables as SubmissionTables), {
    policy,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
}

/** The same by reviewing everything again, written down as plainly as it can be. */
function wholeEffects(
  submission: Submission,
  review: Review,
): readonly { readonly id: string; readonly options: readonly OptionEffect[] }[] {
  const count = <S extends string>(
    before: readonly (readonly [string, S])[],
    after: readonly (readonly [string, S])[],
  ): StateTransition<S>[] => {
    const then = new Map(after);
    const counts = new Map<string, StateTransition<S>>();
    for (const [key, from] of before) {
      const to = then.get(key);
      if (to !== undefined && to !== from)
        counts.set(`${from} ${to}`, { from, to, count: (counts.get(`${from} ${to}`)?.count ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1));
  };
  const numbered = <S extends string>(pairs: readonly (readonly [string, S])[]): (readonly [string, S])[] =>
    pairs.map(([key, state], at) => [`${key} ${pairs.slice(0, at).filter(([other]) => other === key).length}`, state]);
  return review.questions
    .filter(({ touched }) => touched > 0)
    .map(({ id, options, decision }) => ({
      id,
      options: options
        .filter(({ slug }) => slug !== decision?.option)
        .map(({ slug }) => {
          const decisions = [
            ...submission.decisions.filter((each) => each.id !== id),
            { place: { sheet: "口径", row: 1 }, id, option: slug, text: slug, by: "甲", on: "乙", reason: "" },
          ];
          const after = reviewSubmission({ ...submission, decisions });
          return {
            option: slug,
            people: count(
              review.people.map((each) => [String(each.place.row), each.verdict]),
              after.people.map((each) => [String(each.place.row), each.verdict]),
            ),
            years: count(
              numbered(review.years.map((each) => [`${each.registrationNo} ${each.year}`, each.status] as const)),
              numbered(after.years.map((each) => [`${each.registrationNo} ${each.year}`, each.status] as const)),
            ),
            records: count(
              review.records.map((each) => [String(each.place.row), each.verdict]),
              after.records.map((each) => [String(each.place.row), each.verdict]),
            ),
            hours: review.records.filter((each, at) => after.records[at]?.creditedHours !== each.creditedHours).length,
          };
        }),
    }));
}

function expectSame(submission: Submission): void {
  const review = reviewSubmission(submission);
  const byId = (all: readonly { readonly id: string }[]): unknown => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(effectsOf(submission, review))).toEqual(byId(wholeEffects(submission, review)));
}

test("adopting all provisional options: the same as reviewing with each of them decided", () => {
  const submission = submissionOf(gridsOfFile("assets/sample/submission.xlsx"));
  const review = reviewSubmission(submission);
  const place = { sheet: "口径", row: 1 };
  const decisions = review.questions
    .filter(({ touched, decision }) => touched > 0 && decision === null)
    .map(({ id, provisional }) => ({ place, id, option: provisional, text: "", by: "甲", on: "乙", reason: "" }));
  const after = reviewSubmission({ ...submission, decisions: [...submission.decisions, ...decisions] });
  const effect = adoptionEffect(submission, review);
  const qualified = (of: Review): number => of.people.filter(({ verdict }) => verdict === "qualified").length;
  const changed = effect?.people.filter(({ to }) => to === "qualified").reduce((sum, { count }) => sum + count, 0);
  expect(changed).toBe(qualified(after) - qualified(review));
  expect(changed).toBeGreaterThan(0);
  expect(adoptionEffect({ ...submission, decisions }, after)).toBeNull();
});

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });
const NUMBERS = ["YY000001", "YY000002", "YY000003"] as const;
const common = { 登记证书编号: oneOf(...NUMBERS, "没有此人"), 年度: oneOf(2016, 2017), 名称: oneOf("甲", "乙") };
const record: fc.Arbitrary<RowCells> = fc.oneof(
  fc.record({
    ...common,
    学习形式: fc.constant("面授培训"),
    科目: oneOf("公需科目", "专业科目"),
    半天数: maybe(oneOf(8, 15, 23)),
    证书学时: maybe(oneOf(30, 60, 90)),
    备案号: maybe(oneOf("BA-F")),
    证明材料: oneOf("培训通知、结业证书", "培训通知、财务报账单", "结业证书"),
    开始日期: maybe(oneOf(serial("2017-03-01"), serial("2018-03-01"))),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("网络培训"),
    科目: oneOf("公需科目", "专业科目"),
    证书学时: maybe(oneOf(30, 60)),
    完成进度: maybe(oneOf(60, 100)),
    备案号: maybe(oneOf("BA-N")),
    证明材料: oneOf("课程内容、结业证书", "课程内容安排、课程完成进度", "会议通讯录"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("学术会议"),
    会议天数: oneOf(1, 3, 8),
    不计天数: maybe(oneOf(0, 1)),
    半天数: maybe(oneOf(0, 2)),
    晚上数: maybe(oneOf(0, 4)),
    证明材料: oneOf("会议邀请函、学习笔记", "会议邀请函、回执（盖章）", "邮件回执"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("论文"),
    排名: oneOf(1, 2),
    收录类别: oneOf("SCI", "国际顶级", "其他中文核心", "国内公开", "国外未收录"),
    角色: maybe(oneOf("通讯作者", "共同第一作者")),
    完成日期: oneOf(serial("2016-06-01"), serial("2017-06-01")),
    证明材料: oneOf("刊物封面、刊号、目录复印件", "录用通知"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("课题项目"),
    排名: oneOf(1, 2, 6),
    级别: oneOf("国家级", "省级", "校院级"),
    完成日期: oneOf(serial("2016-06-01"), serial("2017-06-01")),
    证明材料: oneOf("结题证明", "立项书、其他辅助材料"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("获奖成果"),
    排名: oneOf(1, 2),
    级别: oneOf("省级", "厅局级", "市级", "部级"),
    角色: oneOf("主持", "参与"),
    完成日期: oneOf(serial("2016-06-01"), serial("2017-06-01")),
    证明材料: fc.constant("获奖证书"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("著作"),
    成果类型: fc.constant("著作"),
    排名: oneOf(1, 2),
    角色: maybe(oneOf("主编", "参编")),
    完成日期: oneOf(serial("2016-06-01"), serial("2017-06-01")),
    证明材料: fc.constant("著作封面、目录复印件"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("三援"),
    成果类型: fc.constant("援藏"),
    批准单位: fc.constant("省委组织部"),
    考核结果: fc.constant("合格"),
    开始日期: oneOf(serial("2016-03-01"), serial("2016-09-01")),
    结束日期: oneOf(serial("2016-12-20"), serial("2017-05-20"), serial("2017-12-20")),
    证明材料: fc.constant("派遣通知、考核表"),
  }),
  fc.record({
    ...common,
    学习形式: fc.constant("实践活动"),
    半天数: maybe(oneOf(8, 15)),
    证书学时: maybe(oneOf(30, 90)),
    证明材料: fc.constant("实践活动通知、实践活动日志"),
  }),
) as fc.Arbitrary<RowCells>;
const people = fc.constant(
  NUMBERS.map((登记证书编号, at): RowCells => ({
    登记证书编号,
    起始年度: [2016, 2013, 2017][at] ?? 2016,
    截止年度: 2017,
    申报级别: ["副高级", "正高级", "中级"][at] ?? "副高级",
    学历: ["博士研究生", "大学本科", "大学本科"][at] ?? "",
    人事档案所在地: "市本级",
    验证方式: at === 2 ? "登记证书原件" : "合格证明",
    已验印年度: at === 0 ? "2016" : null,
  })),
);

const open = reviewSubmission(submissionOf({}));
const decision: fc.Arbitrary<RowCells> = fc
  .constantFrom(...open.questions)
  .chain((question) =>
    fc
      .constantFrom(...question.options)
      .map(({ slug }) => ({ 编号: question.id, 采用口径: slug, 决定人: "钱经办", 决定日期: "2018-07-02" })),
  );
const decisions = fc.uniqueArray(decision, { selector: (row) => row.编号, maxLength: 6 });

describe("the people reached give the same counts as a whole review", () => {
  test("for every submission", () => {
    fc.assert(
      fc.property(people, fc.array(record, { maxLength: 14 }), decisions, (persons, records, decided) => {
        expectSame(
          submissionOf({ people: [...persons, { 登记证书编号: null, 姓名: "无编号" }], records, decisions: decided }),
        );
      }),
      { numRuns: 150 },
    );
  });

  // Its hours are open, so that no code of the evidence stands on it; the evidence decides all the same
  test.each<readonly [string, readonly RowCells[]]>([
    ["open", []],
    ["decided", [{ 编号: "J-33", 采用口径: "reject", 决定人: "钱经办", 决定日期: "2018-07-02" }]],
  ])("a question about evidence that stands on nothing, %s", (_, decided) => {
    const common = { 年度: 2016, 名称: "甲" };
    const course: RowCells = {
      ...common,
      登记证书编号: "YY000001",
      学习形式: "网络培训",
      科目: "公需科目",
      证明材料: "会议通讯录",
    };
    const project: RowCells = {
      ...common,
      登记证书编号: "YY000002",
      学习形式: "课题项目",
      排名: 1,
      级别: "国家级",
      完成日期: serial("2016-06-01"),
      证明材料: "立项书、其他辅助材料",
    };
    // The project is what makes the question worth weighing
    expectSame(
      submissionOf({
        people: NUMBERS.map((登记证书编号) => ({ 登记证书编号 })),
        records: [{ ...course, 备案号: null, 证书学时: null, 完成进度: null }, project],
        decisions: decided,
      }),
    );
  });

  test.each<readonly [string, () => WorkbookGrids, string | undefined]>([
    ["the accounting sample", () => gridsOfFile("assets/sample/accounting.xlsx"), undefined],
    [
      "the sample under the accounting notice",
      () => gridsOfFile("assets/sample/submission.xlsx"),
      "accounting-2018-10",
    ],
    ["the sample, all questions open", () => gridsOfFile("assets/sample/submission.xlsx"), undefined],
    ["the sample, all decided", () => decidedGrids(gridsOfFile("assets/sample/submission.xlsx")), undefined],
    ["the contract's example", () => gridsOfFile("test/golden/example/submission.xlsx"), undefined],
  ])("%s", (_, grids, policy) => expectSame(submissionOf(grids(), policy)));
});

describe("what it says", () => {
  const TRAINING = {
    学习形式: "面授培训",
    科目: "专业科目",
    名称: "专业技术培训",
    半天数: 23,
    证明材料: "培训通知、结业证书",
  };
  const PERSON = {
    申报级别: "中级",
    验证方式: "登记证书原件",
    人事档案所在地: "市本级",
    起始年度: 2017,
    截止年度: 2017,
  };
  const effect = (tables: SubmissionTables, id: string) => {
    const submission = submissionOf(tables);
    return effectsOf(submission, reviewSubmission(submission)).find((each) => each.id === id);
  };

  test("正文四.1: 92 hours without a public subject wait for J-01; strict fails the person, lenient passes", () => {
    const tables = { people: [PERSON], records: [TRAINING] };
    expect(effect(tables, "J-01")).toEqual({
      id: "J-01",
      options: [
        {
          option: "strict",
          people: [{ from: "pending", to: "unqualified", count: 1 }],
          years: [{ from: "pending", to: "unmet", count: 1 }],
          records: [],
          hours: 0,
        },
        {
          option: "lenient",
          people: [{ from: "pending", to: "qualified", count: 1 }],
          years: [{ from: "pending", to: "met", count: 1 }],
          records: [],
          hours: 0,
        },
      ],
    });
  });

  test("a decided question is weighed against its other options", () => {
    const decided = [{ 编号: "J-01", 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" }];
    expect(effect({ people: [PERSON], records: [TRAINING], decisions: decided }, "J-01")?.options).toEqual([
      {
        option: "strict",
        people: [{ from: "qualified", to: "unqualified", count: 1 }],
        years: [{ from: "met", to: "unmet", count: 1 }],
        records: [],
        hours: 0,
      },
    ]);
  });

  test("附件5第2条: a one-day meeting goes from pending to credited or rejected, and nobody's verdict with it", () => {
    const meeting = { 学习形式: "学术会议", 名称: "年会", 会议天数: 1, 证明材料: "会议邀请函、学习笔记" };
    expect(effect({ people: [PERSON], records: [meeting] }, "J-08")?.options).toEqual([
      { option: "count", people: [], years: [], records: [{ from: "pending", to: "credited", count: 1 }], hours: 0 },
      { option: "zero", people: [], years: [], records: [{ from: "pending", to: "rejected", count: 1 }], hours: 1 },
    ]);
  });

  // A question can matter to people on whom its code does not stand: it hides behind another open one. The second
  // person carries the code, so that the question touches someone.
  const SECOND = { 登记证书编号: "YY000002" };
  const PUBLIC = {
    ...TRAINING,
    科目: "公需科目",
    名称: "公需培训",
    半天数: 8,
    备案号: "BA-F",
    开始日期: serial("2017-03-01"),
    结束日期: serial("2017-03-20"),
  };
  const PAPER = {
    学习形式: "论文",
    名称: "一篇",
    排名: 2,
    完成日期: serial("2017-06-01"),
    角色: "通讯作者",
    证明材料: "刊物封面、刊号、目录复印件",
  };
  const PROJECT = { 学习形式: "课题项目", 排名: 6, 完成日期: serial("2017-06-01"), 证明材料: "结题证明" };
  test.each<readonly [string, string, SubmissionTables, string, readonly StateTransition<string>[]]>([
    [
      "正文四.1 behind 附件5第1条: the public hours are enough by days, not by the certificate",
      "J-01",
      { records: [TRAINING, { ...PUBLIC, 证书学时: 20 }, { ...TRAINING, ...SECOND }] },
      "lenient",
      [{ from: "pending", to: "met", count: 2 }],
    ],
    [
      "正文四.1 decided lenient, behind 附件5第1条",
      "J-01",
      {
        records: [TRAINING, { ...PUBLIC, 证书学时: 20 }, { ...TRAINING, ...SECOND }],
        decisions: [{ 编号: "J-01", 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" }],
      },
      "strict",
      [
        { from: "met", to: "pending", count: 1 },
        { from: "met", to: "unmet", count: 1 },
      ],
    ],
    [
      "附件5第4条(2): a corresponding author matters only if a foreign journal counts",
      "J-19",
      {
        records: [
          PUBLIC,
          { ...TRAINING, 半天数: 12 },
          { ...PAPER, 收录类别: "国外未收录" },
          { ...PAPER, ...SECOND, 名称: "另一篇", 收录类别: "国内公开" },
        ],
        decisions: [{ 编号: "J-01", 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" }],
      },
      "printed-rank",
      [{ from: "pending", to: "unmet", count: 1 }],
    ],
    [
      "附件5第3条: two projects of a year, one of which counts only if unlisted levels do",
      "J-14",
      {
        records: [
          PUBLIC,
          { ...TRAINING, 半天数: 10 },
          { ...PROJECT, 名称: "甲", 级别: "省级" },
          { ...PROJECT, 名称: "乙", 级别: "校院级" },
          { ...PROJECT, ...SECOND, 名称: "丙", 级别: "省级" },
          { ...PROJECT, ...SECOND, 名称: "丁", 级别: "省级" },
        ],
      },
      "highest",
      [{ from: "pending", to: "unmet", count: 1 }],
    ],
  ])("%s", (_, id, tables, option, years) => {
    const both = { ...tables, people: [PERSON, { ...PERSON, ...SECOND }] };
    expect(effect(both, id)?.options.find((each) => each.option === option)?.years).toEqual(years);
    expectSame(submissionOf(both));
  });

  test("a question that touches no one is not weighed", () => {
    expect(effect({ people: [PERSON], records: [TRAINING] }, "J-08")).toBeUndefined();
  });

  test("one achievement claimed by two stays claimed by two when only one of them is reached", () => {
    const paper = {
      学习形式: "论文",
      名称: "同一篇",
      排名: 1,
      收录类别: "SCI",
      完成日期: serial("2017-06-01"),
      证明材料: "刊物封面、刊号、目录复印件",
    };
    const tables = {
      people: [PERSON, { ...PERSON, 登记证书编号: "YY000002" }],
      records: [
        paper,
        { ...paper, 登记证书编号: "YY000002" },
        { 学习形式: "学术会议", 名称: "年会", 会议天数: 1, 证明材料: "会议邀请函、学习笔记" },
      ],
    };
    expect(effect(tables, "J-08")?.options.map(({ records }) => records.map(({ count }) => count))).toEqual([[1], [1]]);
    expectSame(submissionOf(tables));
  });
});
