/**
 * Tables of cases in one line each. A case is a row of 学时记录 over a base that is in order, the decisions of 口径,
 * what becomes of its hours, and the codes that stand on it:
 *
 *   "16→12 professional credited"          converted → credited, subject, verdict
 *   "16→16 (12..24) professional pending"  with the lowest and the highest over all open questions
 *   "!evidence-incomplete ?j-x ~y =j-z"    error, judgement (open), warning, info (decided); "" is none
 */
import { reviewSubmission, type RecordReview, type Review } from "../../../src/review";
import { readSubmission } from "../../../src/submission";
import { serial, submissionGrids, type RowCells, type SubmissionTables } from "../../support/submission";

export { serial };
export type { RowCells, SubmissionTables };

export function review(tables: SubmissionTables): Review {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}

/** "J-05 stated, J-11 zero" as rows of 口径, signed. */
export const decisions = (text: string): RowCells[] =>
  text === ""
    ? []
    : text.split(", ").map((pair) => {
        const [id = "", option = ""] = pair.split(" ");
        return { 编号: id, 采用口径: option, 决定人: "钱经办", 决定日期: "2018-07-02" };
      });

const QUESTIONS = review({}).questions;
/** Every question at its provisional reading, but for those named: "J-41 application-year, J-42" (a bare id stays open). */
export const provisionalBut = (text = ""): RowCells[] => {
  const named = new Map(
    text === "" ? [] : text.split(", ").map((pair) => [pair.split(" ")[0] ?? "", pair.split(" ")[1]] as const),
  );
  return QUESTIONS.filter(({ id }) => !named.has(id) || named.get(id) !== undefined).map(({ id, provisional }) => ({
    编号: id,
    采用口径: named.get(id) ?? provisional,
    决定人: "钱经办",
    决定日期: "2018-07-02",
  }));
};

const MARK = { error: "!", judgement: "?", warning: "~", info: "=" } as const;
export const codesOf = (findings: readonly { readonly code: string; readonly severity: keyof typeof MARK }[]): string =>
  [...new Set(findings.map(({ code, severity }) => MARK[severity] + code))].sort().join(" ");
export const sorted = (codes: string): string =>
  codes
    .split(" ")
    .filter((code) => code !== "")
    .sort()
    .join(" ");

function figuresOf(record: RecordReview, withRange: boolean): string {
  const range = withRange ? ` (${record.lowestHours}..${record.highestHours})` : "";
  return `${record.convertedHours}→${record.creditedHours}${range} ${record.subject} ${record.verdict}`;
}

/** What (with the clause), the cells, the decisions, the figures, the codes. */
export type Case = readonly [what: string, cells: RowCells, decided: string, figures: string, codes: string];

/** A table of single records: cells over `base`. */
export function table(name: string, base: RowCells, cases: readonly Case[], tables: SubmissionTables = {}): void {
  describe(name, () => {
    test.each(
      cases.map(([what, cells, decided, figures, codes]) => ({
        what,
        cells,
        decided,
        figures,
        codes,
        title: decided === "" ? what : `${what} [${decided}]`,
      })),
    )("$title", ({ cells, decided, figures, codes }) => {
      const [record] = review({ ...tables, records: [{ ...base, ...cells }], decisions: decisions(decided) }).records;
      if (!record) throw new Error("no record");
      expect([figuresOf(record, figures.includes("(")), codesOf(record.findings)]).toEqual([figures, sorted(codes)]);
    });
  });
}

/** Several records of one person and year: each with its own figures and codes. */
export type GroupCase = readonly [
  what: string,
  records: readonly RowCells[],
  decided: string,
  each: readonly (readonly [figures: string, codes: string])[],
];

export function groups(name: string, cases: readonly GroupCase[], tables: SubmissionTables = {}): void {
  describe(name, () => {
    test.each(
      cases.map(([what, records, decided, each]) => ({
        records,
        decided,
        each,
        title: decided === "" ? what : `${what} [${decided}]`,
      })),
    )("$title", ({ records, decided, each }) => {
      const found = review({ ...tables, records, decisions: decisions(decided) }).records;
      expect(
        found.map((record, index) => [
          figuresOf(record, each[index]?.[0].includes("(") === true),
          codesOf(record.findings),
        ]),
      ).toEqual(each.map(([figures, codes]) => [figures, sorted(codes)]));
    });
  });
}

const on = { 年度: 2017, 初审盖章: "是" };
const days = { 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-10") };
const done = { 完成日期: serial("2017-06-30") };

/** One row of each form in order, worth something, of the year 2017. */
export const TRAINING: RowCells = {
  ...on,
  ...days,
  学习形式: "面授培训",
  名称: "面授",
  半天数: 4,
  证明材料: "培训通知、结业证书",
};
export const PRACTICE: RowCells = {
  ...on,
  ...days,
  学习形式: "实践活动",
  名称: "实践",
  半天数: 4,
  证明材料: "实践活动通知、实践活动日志",
};
export const ONLINE: RowCells = {
  ...on,
  ...days,
  学习形式: "网络培训",
  名称: "网课",
  证书学时: 30,
  完成进度: 100,
  备案号: "BA-N",
  证明材料: "课程内容、课程完成进度",
};
export const MEETING: RowCells = {
  ...on,
  ...days,
  学习形式: "学术会议",
  名称: "年会",
  会议天数: 5,
  不计天数: 2,
  证明材料: "会议邀请函、学习笔记",
};
export const LECTURE: RowCells = {
  ...on,
  ...days,
  学习形式: "学术讲座",
  名称: "讲座",
  半天数: 1,
  证明材料: "讲座通知、学习笔记",
};
export const VISIT: RowCells = {
  ...on,
  ...days,
  学习形式: "学术访问",
  名称: "访问",
  半天数: 4,
  证明材料: "访问邀请函、学习笔记",
};
export const PROJECT: RowCells = {
  ...on,
  ...done,
  学习形式: "课题项目",
  名称: "课题",
  级别: "市级",
  排名: 1,
  证明材料: "结题证明",
};
export const BOOK: RowCells = {
  ...on,
  ...done,
  学习形式: "著作",
  名称: "著作",
  成果类型: "著作",
  排名: 1,
  证明材料: "著作封面、目录复印件",
};
export const PAPER: RowCells = {
  ...on,
  ...done,
  学习形式: "论文",
  名称: "论文",
  收录类别: "CSSCI",
  排名: 1,
  证明材料: "刊物封面、刊号、目录复印件",
};
export const PATENT: RowCells = {
  ...on,
  ...done,
  学习形式: "专利",
  名称: "专利",
  成果类型: "发明专利",
  排名: 1,
  权利人: "本人",
  批准单位: "国家专利局",
  证明材料: "专利证书",
};
export const AWARD: RowCells = {
  ...on,
  ...done,
  学习形式: "获奖成果",
  名称: "奖项",
  级别: "国家级",
  排名: 1,
  角色: "主持",
  证明材料: "获奖证书",
};
export const EXAM: RowCells = {
  ...on,
  ...done,
  学习形式: "计算机考试",
  名称: "考试",
  合格模块数: 2,
  批准单位: "人社部门",
  证明材料: "合格证书",
};
export const AID: RowCells = {
  ...on,
  学习形式: "三援",
  名称: "援藏",
  成果类型: "援藏",
  批准单位: "省委组织部",
  考核结果: "合格",
  开始日期: serial("2017-01-01"),
  结束日期: serial("2017-06-30"),
  证明材料: "派遣通知、考核表",
};
export const DOCTORAL: RowCells = {
  ...on,
  学习形式: "博士学历教育",
  名称: "虚构大学",
  证书学时: 96,
  证明材料: "学期课程及学时安排",
};
export const OVERSEAS: RowCells = {
  ...on,
  ...days,
  学习形式: "海外研修",
  名称: "研修",
  半天数: 4,
  证明材料: "邀请函、学习资料",
};
export const EXCLUDED: RowCells = { 年度: 2017, 学习形式: "党校学习", 名称: "党校班", 科目: null, 初审盖章: null };

/** Hours without any question: a filed online course of a platform. */
export const hours = (
  subject: "公需科目" | "专业科目",
  amount: number,
  title: string = subject,
  year = 2017,
): RowCells => ({
  ...ONLINE,
  年度: year,
  科目: subject,
  名称: title,
  证书学时: amount,
  开始日期: serial(`${year}-03-06`),
  结束日期: serial(`${year}-03-10`),
});
export const metYear = (year: number): RowCells[] => [
  hours("公需科目", 30, `公需${year}`, year),
  hours("专业科目", 60, `专业${year}`, year),
];
