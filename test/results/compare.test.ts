/** Two policies, or two sets of decisions, on one workbook: who changes, by how many hours, through which clause. */
import { DEFAULT_POLICY_ID, policyOf } from "../../src/policy";
import { parsePolicy, type Policy } from "../../src/policy/language";
import { compareReviews, type Comparison } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { comparisonLines } from "../../src/cli/comparison";
import {
  decidedGrids,
  gridsOfFile,
  submissionGrids,
  type RowCells,
  type SubmissionTables,
} from "../support/submission";
import type { WorkbookGrids } from "../../src/submission/grid";

const policy = policyOf(DEFAULT_POLICY_ID)!;
const PERSON: RowCells = {
  申报级别: "中级",
  验证方式: "登记证书原件",
  人事档案所在地: "市本级",
  起始年度: 2017,
  截止年度: 2017,
};
const TRAINING: RowCells = {
  学习形式: "面授培训",
  科目: "专业科目",
  名称: "专业技术培训",
  半天数: 23,
  证明材料: "培训通知、结业证书",
};
const MEETING: RowCells = { 学习形式: "学术会议", 名称: "年会", 会议天数: 1, 证明材料: "会议邀请函、学习笔记" };
const decided = (编号: string, 采用口径: string): RowCells => ({
  编号,
  采用口径,
  决定人: "孙",
  决定日期: "2018-07-01",
});

/** A policy like ours with a figure, a word and its unit changed. */
function otherPolicy(): Policy {
  const source = structuredClone(policy) as { -readonly [key in keyof Policy]: Policy[key] };
  source.id = "other-2020";
  source.unit = "学分";
  source.minima = source.minima.map((minimum) =>
    minimum.of === "total" ? { ...minimum, atLeast: 100, clause: "新办法第9条" } : minimum,
  );
  if (source.filing !== undefined)
    source.filing = { ...source.filing, demands: source.filing.demands.filter(({ form }) => form !== "training") };
  const { training, ...forms } = source.forms;
  if (!training?.conversion) throw new Error("no training");
  // Another label of the form, and 3 credits a half-day
  source.forms = {
    ...forms,
    seminar: {
      ...training,
      labels: ["面授培训"],
      conversion: { ...training.conversion, clause: "新办法第4条", worth: { times: [3, "halfDays"] } },
    },
  };
  return parsePolicy(source);
}

function reviewed(grids: WorkbookGrids, under = policy) {
  const reading = readSubmission(grids, { policy: under });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { review: reviewSubmission(reading.submission, under), policy: under };
}

const compared = (before: SubmissionTables, after: SubmissionTables, other = policy): Comparison =>
  compareReviews(reviewed(submissionGrids(before)), reviewed(submissionGrids(after), other));

describe("two sets of decisions", () => {
  const tables = {
    people: [PERSON, { ...PERSON, 登记证书编号: "YY000002", 姓名: "李样例" }],
    records: [TRAINING, MEETING],
  };

  test("正文四.1: the person and the year change through J-01; a person with nothing different is left out", () => {
    const { people, totals } = compared(
      { ...tables, decisions: [decided("J-01", "lenient")] },
      { ...tables, decisions: [decided("J-01", "strict")] },
    );
    expect(totals).toEqual({ verdicts: 1, years: 1, records: 0 });
    expect(people[0]).toMatchObject({
      registrationNo: "YY000001",
      verdict: { before: "qualified", after: "unqualified" },
      years: [
        {
          year: 2017,
          status: { before: "met", after: "unmet" },
          hours: { before: 100, after: 100 },
          difference: 0,
          findings: [{ code: "public-shortfall", clause: "正文四.1", severity: { before: "info", after: "error" } }],
          records: [],
        },
      ],
    });
  });

  test("附件5第2条: the record, its hours and its clause", () => {
    const { people } = compared(
      { ...tables, decisions: [decided("J-01", "lenient"), decided("J-08", "count")] },
      { ...tables, decisions: [decided("J-01", "lenient"), decided("J-08", "zero")] },
    );
    expect(people).toHaveLength(1);
    expect(people[0]?.years[0]).toMatchObject({
      difference: -8,
      records: [
        {
          sheet: "学时记录",
          row: 3,
          credited: { before: 8, after: 0 },
          verdict: { before: "credited", after: "rejected" },
        },
      ],
    });
    expect(people[0]?.years[0]?.records[0]?.clauses).toEqual(["附件5第2条"]);
  });

  test("the same twice is nothing, in words too", () => {
    const none = compared(tables, tables);
    expect(none.people).toEqual([]);
    expect(comparisonLines(none, { before: "甲", after: "乙" }, "zh")).toEqual([
      "  比较：甲 → 乙",
      "    没有人因此改变",
    ]);
  });
});

describe("two policies", () => {
  const tables = { people: [PERSON], records: [TRAINING], decisions: [decided("J-01", "lenient")] };
  const comparison = compared(tables, tables, otherPolicy());

  test("the same rows read under each: form, hours and unit, clause of the conversion", () => {
    expect(comparison).toMatchObject({
      policy: { before: DEFAULT_POLICY_ID, after: "other-2020" },
      unit: { before: "学时", after: "学分" },
      people: [
        {
          verdict: { before: "qualified", after: "unqualified" },
          years: [
            {
              difference: null,
              findings: [{ code: "annual-total-shortfall", clause: "新办法第9条" }],
              records: [{ form: { before: "training", after: "seminar" }, credited: { before: 92, after: 69 } }],
            },
          ],
        },
      ],
    });
    expect(comparison.people[0]?.years[0]?.records[0]?.clauses).toEqual(["附件5第1条", "新办法第4条"]);
  });

  test("hours of one unit are not taken from those of another, in words", () => {
    const text = comparisonLines(comparison, { before: "甲", after: "乙" }, "zh").join("\n");
    expect(text).toContain("92 学时 → 69 学分");
    expect(text).toContain("学时记录第 2 行：92 学时 → 69 学分，认定，依据附件5第1条、新办法第4条");
    expect(text).not.toContain("-23");
  });
});

test("the sample, open against decided: every figure is that of the two reviews", () => {
  const grids = gridsOfFile("assets/sample/submission.xlsx");
  const [before, after] = [reviewed(grids), reviewed(decidedGrids(grids))];
  const { people, totals } = compareReviews(before, after);
  const verdicts = before.review.people.filter((person, at) => person.verdict !== after.review.people[at]?.verdict);
  expect(totals.verdicts).toBe(verdicts.length);
  expect(
    people.filter(({ verdict }) => verdict.before !== verdict.after).map(({ registrationNo }) => registrationNo),
  ).toEqual(verdicts.map(({ registrationNo }) => registrationNo));
  const changed = before.review.records.filter(
    (record, at) =>
      record.creditedHours !== after.review.records[at]?.creditedHours ||
      record.verdict !== after.review.records[at].verdict,
  );
  expect(totals.records).toBe(changed.length);
  expect(
    comparisonLines(
      {
        ...people[0]!,
        people,
        totals,
        policy: { before: "a", after: "b" },
        unit: { before: "学时", after: "学时" },
      } as Comparison,
      { before: "甲", after: "乙" },
      "zh",
    ).join("\n"),
  ).toMatch(/还有 \d+ 人/);
});
