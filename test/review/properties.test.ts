/** What must hold for every submission, whatever its figures (fast-check). */
import fc from "fast-check";
import { policyOf } from "../../src/policy";
import { reviewSubmission } from "../../src/review";
import { readSubmission, type Submission } from "../../src/submission";
import { DEFAULT_POLICY_ID } from "../../src/policy";
import { PERSON, serial, submissionGrids, type Row } from "../support/submission";

const YEARS = [2016, 2017, 2018] as const;
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 5 });
const common = { 年度: oneOf(...YEARS), 名称: oneOf("甲", "乙", "丙", "丁"), 初审盖章: oneOf("是", "否"), 证书学时: maybe(oneOf(0, 8, 16, 30, 60)) };
const period = { 开始日期: maybe(oneOf(serial("2017-03-01"), serial("2018-03-01"))), 结束日期: maybe(oneOf(serial("2017-03-10"), serial("2018-03-20"))) };
const completed = { 完成日期: maybe(oneOf(serial("2016-06-01"), serial("2017-06-01"), serial("2018-06-01"))), 排名: maybe(oneOf(0, 1, 2, 3, 6)) };

const record: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ ...common, ...period, 学习形式: fc.constant("面授培训"), 科目: maybe(oneOf("公需科目", "专业科目")), 半天数: maybe(oneOf(-1, 0, 4, 8, 15)), 晚上数: maybe(oneOf(0, 1, 2)), 备案号: maybe(oneOf("BA-F", "没有")), 证明材料: oneOf("培训通知、结业证书", "结业证书", "培训通知、财务报账单", "") }),
  fc.record({ ...common, ...period, 学习形式: fc.constant("网络培训"), 科目: maybe(oneOf("公需科目", "专业科目")), 完成进度: maybe(oneOf(60, 100)), 备案号: maybe(oneOf("BA-N", "没有")), 证明材料: oneOf("课程内容、结业证书", "课程内容安排、课程完成进度", "会议通讯录") }),
  fc.record({ ...common, ...period, 学习形式: fc.constant("学术会议"), 会议天数: maybe(oneOf(1, 3, 5)), 不计天数: maybe(oneOf(0, 1, 2)), 半天数: maybe(oneOf(0, 1, 2)), 晚上数: maybe(oneOf(0, 1)), 证明材料: oneOf("会议邀请函、学习笔记", "会议邀请函、回执（盖章）", "邮件回执") }),
  fc.record({ ...common, ...completed, 学习形式: fc.constant("论文"), 收录类别: maybe(oneOf("SCI", "CSSCI、SCI", "国际顶级", "其他中文核心", "国内公开", "国外未收录", "内部准印")), 角色: maybe(oneOf("通讯作者", "共同第一作者")), 证明材料: oneOf("刊物封面、刊号、目录复印件", "录用通知") }),
  fc.record({ ...common, ...completed, 学习形式: fc.constant("课题项目"), 级别: maybe(oneOf("国家级", "省级", "市级", "校院级")), 证明材料: oneOf("结题证明", "立项书、其他辅助材料") }),
) as fc.Arbitrary<Row>;

const policy = policyOf(DEFAULT_POLICY_ID);
if (!policy) throw new Error("no policy");
const decision: fc.Arbitrary<Row> = fc.constantFrom(...policy.questions).chain((question) =>
  fc.constantFrom(...question.options).map((option) => ({ 编号: question.id, 采用口径: option, 决定人: "钱经办", 决定日期: "2018-07-02" })),
);

const read = (records: readonly Row[], decisions: readonly Row[]): Submission => {
  const reading = readSubmission(submissionGrids({ records, decisions }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
};
const rows = fc.array(record, { maxLength: 12 });
const decisions = fc.uniqueArray(decision, { selector: (row) => row.编号, maxLength: 8 });

describe("every review", () => {
  test("lowest ≤ credited ≤ highest for each record", () => {
    fc.assert(
      fc.property(rows, decisions, (records, decided) => {
        for (const each of reviewSubmission(read(records, decided)).records) {
          expect(each.lowestHours).toBeLessThanOrEqual(each.creditedHours);
          expect(each.creditedHours).toBeLessThanOrEqual(each.highestHours);
        }
      }),
    );
  });

  test("a year's sums equal its rows", () => {
    fc.assert(
      fc.property(rows, decisions, (records, decided) => {
        const review = reviewSubmission(read(records, decided));
        for (const year of review.years) {
          const own = review.records.filter((each) => each.year === year.year && each.registrationNo === PERSON);
          expect(year.totalHours).toBeCloseTo(own.reduce((sum, each) => sum + each.creditedHours, 0), 6);
          expect(year.totalHours).toBeCloseTo(year.publicHours + year.professionalHours, 6);
        }
      }),
    );
  });

  test("is pure: the same submission gives the same review, and stays as it was", () => {
    fc.assert(
      fc.property(rows, decisions, (records, decided) => {
        const submission = read(records, decided);
        const before = JSON.stringify(submission, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));
        expect(reviewSubmission(submission)).toEqual(reviewSubmission(submission));
        expect(JSON.stringify(submission, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value))).toBe(before);
      }),
    );
  });

  test("a decision moves only rows that carry its code", () => {
    fc.assert(
      fc.property(rows, decision, (records, decided) => {
        const open = reviewSubmission(read(records, []));
        const closed = reviewSubmission(read(records, [decided]));
        const question = closed.questions.find((each) => each.id === decided.编号);
        open.records.forEach((before, index) => {
          const after = closed.records[index];
          if (before.creditedHours === after?.creditedHours) return;
          const carries = before.findings.some((finding) => finding.severity === "judgement" && finding.clause === question?.clause);
          // A row also moves with another of its year: the paper cap or a group lets the next best one count.
          const related = open.records.some((each) => each.year === before.year && each.form === before.form && each.findings.some((finding) => finding.clause === question?.clause));
          expect(carries || related).toBe(true);
        });
      }),
    );
  });

  test("adding a credited record never lowers a year", () => {
    fc.assert(
      fc.property(rows, decisions, (records, decided) => {
        const added: Row = { 学习形式: "网络培训", 年度: 2017, 名称: "新增课程", 证书学时: 12, 完成进度: 100, 备案号: "BA-N", 开始日期: serial("2017-03-01"), 结束日期: serial("2017-03-10"), 证明材料: "课程内容、结业证书" };
        const total = (all: readonly Row[]): number => reviewSubmission(read(all, decided)).years.find((year) => year.year === 2017)?.totalHours ?? 0;
        expect(total([...records, added])).toBeGreaterThanOrEqual(total(records));
      }),
    );
  });

  test("the order of rows changes no sum, ties of the paper cap and of duplicates aside", () => {
    fc.assert(
      fc.property(rows, (records) => {
        const distinct = records.map((row, index) => ({ ...row, 名称: `名称${index}`, 开始日期: null, 结束日期: null }));
        const sums = (all: readonly Row[]): unknown => reviewSubmission(read(all, [])).years.map((year) => [year.year, year.publicHours, year.professionalHours, year.status]);
        expect(sums([...distinct].reverse())).toEqual(sums(distinct));
      }),
    );
  });
});
