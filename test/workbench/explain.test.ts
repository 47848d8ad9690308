/** The lines that `--explain` prints for one person. */
import { explainLines } from "../../src/cli/explain";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { PERSON, submissionGrids, type RowCells } from "../support/submission";

const decide = (id: string, option: string): RowCells => ({
  编号: id,
  采用口径: option,
  决定人: "钱经办",
  决定日期: "2018-07-02",
});
const reading = readSubmission(
  submissionGrids({
    people: [{ 已验印年度: "2013、2014、2015、2016" }],
    records: [
      { 学习形式: "面授培训", 名称: "培训", 半天数: 6, 晚上数: 2, 证明材料: "培训通知" },
      { 学习形式: "课题项目", 名称: "课题", 级别: "省级", 排名: 2, 年度: "某年", 证明材料: "结题证明" },
    ],
    decisions: [decide("J-01", "strict"), decide("J-41", "year-before"), decide("J-42", "same-for-all")],
  }),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const outcome = { submission: reading.submission, review: reviewSubmission(reading.submission) };

test("the verdict and why, each year, each record", () => {
  const lines = explainLines(outcome, PERSON.toLowerCase(), "zh");
  expect(lines.slice(0, 4)).toEqual([
    "  YY000001 张样例",
    "  不合格：2013–2016 年度达标；2017 年度不达标（合计差 90 学时、公需差 30 学时、专业差 60 学时）",
    "",
    "  2013 年度 达标：公需 0，专业 0，合计 0；已验印年度，凭合格证明认定",
  ]);
  expect(
    lines.slice(lines.indexOf("  2016 年度 达标：公需 0，专业 0，合计 0；已验印年度，凭合格证明认定") + 2),
  ).toEqual([
    "  2017 年度 不达标：公需 0，专业 0，合计 0；全年合计不足，差 90 学时，补充 2017 年度继续教育记录 90 学时；公需科目不足，差 30 学时，补充 2017 年度公需科目 30 学时；专业科目不足，差 60 学时，补充 2017 年度专业科目 60 学时",
    "    第 2 行 面授培训《培训》",
    "      6 个半天 × 4 + 2 晚 × 2 = 28 学时（附件5第1条）",
    "      证明材料缺：结业证书（凑成一组：培训通知、结业证书）；或另任选一组：培训通知＋培训课程表＋培训签到表，培训通知＋培训日程安排＋培训签到表，培训签到表＋结业证书，培训课程表＋结业证书，培训日程安排＋结业证书（附件4(二)1）",
    "      不予认定：证明材料不齐（附件4(二)1）",
    "",
    "  不属于任何年度的记录",
    "    第 3 行 课题项目《课题》",
    "      不计学时：“年度”的“某年”不是能读出的年份；课题项目尚未结题（附件5第3条）",
    "      证明材料齐全（附件4(二)5）",
    "      不予认定：“年度”的“某年”不是能读出的年份（附件5第3条）",
  ]);
});

test("a number that nobody has", () => {
  expect(explainLines(outcome, "YY999999", "zh")).toEqual([
    "  “人员信息”和“学时记录”中都没有登记证书编号“YY999999”，请核对编号。",
  ]);
});
