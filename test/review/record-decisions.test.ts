/** A reviewer's decision on a record: what it lifts, what it never lifts, when it no longer counts (the workbook contract). */
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { identitiesOf, readSubmission } from "../../src/submission";
import {
  FILED_FACE,
  PERSON,
  serial,
  submissionGrids,
  type RowCells,
  type SubmissionTables,
} from "../support/submission";

const TRAINING: RowCells = {
  学习形式: "面授培训",
  名称: "专题培训",
  年度: 2017,
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-10"),
  半天数: 4,
  证明材料: "培训通知、结业证书",
};
const SIGNED: RowCells = { 处理人: "周审核", 处理日期: "2018-07-20", 理由: "核对原件" };

function submission(tables: SubmissionTables) {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
}

/** Reviews records with a decision on the first of them, found by its address. */
function decided(record: RowCells, decision: RowCells, more: SubmissionTables = {}): Review {
  const records = [record, ...(more.records ?? [])];
  return reviewSubmission(
    submission({
      ...more,
      records,
      opinions: [{ 位置: "学时记录!AE2", 登记证书编号: PERSON, 年度: record["年度"] ?? null, ...SIGNED, ...decision }],
    }),
  );
}

const shown = (review: Review, at = 0) => {
  const record = review.records[at];
  return [
    record?.verdict,
    record?.convertedHours,
    record?.creditedHours,
    [...new Set(record?.findings.map(({ code, severity }) => `${code} ${severity}`))].sort().join(";"),
  ];
};

const UNFILED: RowCells = { ...TRAINING, 科目: "公需科目", 备案号: null };
const PAPER: RowCells = {
  学习形式: "论文",
  名称: "论文",
  年度: 2017,
  排名: 1,
  收录类别: "国外未收录",
  完成日期: serial("2017-05-01"),
  证明材料: "刊物封面、刊号、目录复印件",
};

test.each<[string, RowCells, RowCells, readonly unknown[]]>(
  // A case a line
  // prettier-ignore
  [
  ["认定 lifts missing evidence", { ...TRAINING, 证明材料: "培训通知" }, { 处理: "认定" }, ["credited", 16, 16, "evidence-incomplete info"]],
  ["认定 lifts an open question of evidence", { ...TRAINING, 证明材料: "结业证书" }, { 处理: "认定" }, ["credited", 16, 16, "evidence-incomplete info;j-evidence-body-vs-annex4 info"]],
  ["认定 lifts a filing that is missing", UNFILED, { 处理: "认定" }, ["credited", 16, 16, "training-not-filed info"]],
  ["认定 lifts the wrong year", { ...PAPER, 收录类别: "CSSCI", 年度: 2016 }, { 处理: "认定" }, ["credited", 30, 30, "year-mismatch info"]],
  ["认定 lifts a stamp that is missing", { ...TRAINING, 初审盖章: "否" }, { 处理: "认定" }, ["credited", 16, 16, "registration-not-stamped info"]],
  ["认定 of an open question gives the hours in force", { ...TRAINING, 证书学时: 24 }, { 处理: "认定" }, ["credited", 16, 16, "j-stated-hours-differ info"]],
  ["不予认定", TRAINING, { 处理: "不予认定" }, ["rejected", 16, 0, ""]],
  ["核定学时 n", TRAINING, { 处理: "核定学时", 核定学时: 12 }, ["credited", 16, 12, ""]],
  ["核定学时 n where the notice gives no hours", PAPER, { 处理: "核定学时", 核定学时: 10 }, ["credited", 0, 10, "j-paper-foreign-unlisted info"]],
  ["核定学时 0", TRAINING, { 处理: "核定学时", 核定学时: 0 }, ["rejected", 16, 0, ""]],
  ["核定学时 as text", TRAINING, { 处理: "核定学时", 核定学时: "１２" }, ["credited", 16, 12, ""]],
  ["never an impossible number", { ...TRAINING, 半天数: -2 }, { 处理: "核定学时", 核定学时: 8 }, ["rejected", 0, 0, "invalid-number error"]],
  ["never an excluded activity", { 学习形式: "学法考试", 名称: "考试", 年度: 2017 }, { 处理: "认定" }, ["rejected", 0, 0, "excluded-activity error"]],
  ["unsigned: it does not count", { ...TRAINING, 证明材料: "培训通知" }, { 处理: "认定", 处理人: null }, ["rejected", 16, 0, "decision-unsigned warning;evidence-incomplete error"]],
  ["undated: it does not count", TRAINING, { 处理: "不予认定", 处理日期: null }, ["credited", 16, 16, "decision-unsigned warning"]],
  ["a word that is none of the three", TRAINING, { 处理: "同意" }, ["credited", 16, 16, "value-unknown warning"]],
  ["核定学时 without a number", TRAINING, { 处理: "核定学时" }, ["credited", 16, 16, "value-unknown warning"]],
  ["核定学时 below 0", TRAINING, { 处理: "核定学时", 核定学时: -4 }, ["credited", 16, 16, "value-unknown warning"]],
  ["another person's line at that place", TRAINING, { 处理: "不予认定", 登记证书编号: "YY000002" }, ["credited", 16, 16, ""]],
  ["another year's line at that place", TRAINING, { 处理: "不予认定", 年度: 2015 }, ["credited", 16, 16, ""]],
  ["nothing decided", TRAINING, { 处理: null }, ["credited", 16, 16, ""]],
],
)("%s", (_what, record, decision, expected) => {
  expect(shown(decided(record, decision))).toEqual(expected);
});

test("never an unknown person or a copy of a record", () => {
  const copies = reviewSubmission(
    submission({ records: [TRAINING, TRAINING], opinions: [{ 位置: "学时记录!A3", 处理: "认定", ...SIGNED }] }),
  );
  expect(shown(copies, 1)).toEqual(["rejected", 16, 0, "record-duplicate error"]);
  const stranger = reviewSubmission(
    submission({
      records: [{ ...TRAINING, 登记证书编号: "YY999999" }],
      opinions: [{ 位置: "学时记录!A2", 处理: "认定", ...SIGNED }],
    }),
  );
  expect(shown(stranger)).toEqual(["rejected", 16, 0, "person-unknown error"]);
});

test("the paper cap holds over decided papers too (附件5第4条(2))", () => {
  const review = decided(
    { ...PAPER, 名称: "甲" },
    { 处理: "核定学时", 核定学时: 10 },
    { records: [{ ...PAPER, 名称: "乙", 收录类别: "SCI" }] },
  );
  expect(review.records.map((record) => record.creditedHours)).toEqual([0, 60]);
});

test("an open question about several rows no longer moves a decided one (J-14)", () => {
  const project: RowCells = {
    学习形式: "课题项目",
    年度: 2017,
    级别: "国家级",
    排名: 1,
    完成日期: serial("2017-05-01"),
    证明材料: "结题证明",
  };
  const review = decided(
    { ...project, 名称: "甲" },
    { 处理: "认定" },
    { records: [{ ...project, 名称: "乙", 级别: "市级" }] },
  );
  expect(shown(review)).toEqual(["credited", 60, 60, "j-multiple-projects-same-year info"]);
  expect(shown(review, 1)).toEqual(["pending", 40, 40, "j-multiple-projects-same-year judgement"]);
  expect(review.records[0]).toMatchObject({ lowestHours: 60, highestHours: 60 });
});

test("of two decisions the later by date holds", () => {
  const line = (treatment: string, on: string): RowCells => ({
    位置: "学时记录!A2",
    ...SIGNED,
    处理: treatment,
    处理日期: on,
  });
  const verdict = (...opinions: RowCells[]) =>
    reviewSubmission(submission({ records: [TRAINING], opinions })).records[0]?.verdict;
  expect(verdict(line("认定", "2018-07-20"), line("不予认定", "2018-07-21"))).toBe("rejected");
  expect(verdict(line("不予认定", "2018-07-21"), line("认定", "2018-07-20"))).toBe("rejected");
});

describe("found again by its record's identity", () => {
  const in2016: RowCells = { 年度: 2016, 开始日期: serial("2016-03-07"), 结束日期: serial("2016-03-11") };
  const other: RowCells = { ...TRAINING, 名称: "另一培训", ...in2016 };
  const before = submission({ records: [other, TRAINING] });
  const target = before.records[1];
  const line: RowCells = {
    位置: "学时记录!A3",
    ...SIGNED,
    处理: "不予认定",
    记录标识: identitiesOf(before.records).get(2) ?? "",
    记录指纹: target?.fingerprint ?? "",
  };

  test.each<[string, readonly RowCells[], number, readonly unknown[]]>([
    ["where it was", [other, TRAINING], 1, ["rejected", 16, 0, ""]],
    ["after a sort", [TRAINING, other], 0, ["rejected", 16, 0, ""]],
    [
      "after a row was inserted above",
      [other, { ...other, 名称: "新增", 年度: 2015 }, TRAINING],
      2,
      ["rejected", 16, 0, ""],
    ],
    ["changed since: 待复核", [other, { ...TRAINING, 半天数: 6 }], 1, ["credited", 24, 24, "decision-stale warning"]],
    ["its record is gone", [other], 0, ["credited", 16, 16, ""]],
  ])("%s", (_what, records, at, expected) => {
    expect(shown(reviewSubmission(submission({ records, opinions: [line] })), at)).toEqual(expected);
  });
});

test("a decision makes a year and a person", () => {
  const inYear = (year: number): RowCells => ({
    年度: year,
    开始日期: serial(`${year}-03-06`),
    结束日期: serial(`${year}-03-17`),
  });
  const year = (public_: RowCells, professional: RowCells): readonly RowCells[] => [public_, professional];
  const years = [2013, 2014, 2015, 2016, 2017].flatMap((each) =>
    year(
      { ...TRAINING, ...inYear(each), 科目: "公需科目", 半天数: 8, 备案号: FILED_FACE, 名称: `公需${each}` },
      {
        ...TRAINING,
        ...inYear(each),
        半天数: 15,
        名称: `专业${each}`,
        证明材料: each === 2015 ? "培训通知" : "培训通知、结业证书",
      },
    ),
  );
  const decisions: RowCells[] = [
    ["J-41", "year-before"],
    ["J-42", "same-for-all"],
  ].map(([id = "", option = ""]) => ({ 编号: id, 采用口径: option, 决定人: "周", 决定日期: "2018-07-01" }));
  const verdict = (opinions: readonly RowCells[]) =>
    reviewSubmission(submission({ records: years, decisions, opinions })).people[0]?.verdict;
  expect(verdict([])).toBe("unqualified");
  expect(verdict([{ 位置: "学时记录!A7", ...SIGNED, 处理: "认定" }])).toBe("qualified");
});
