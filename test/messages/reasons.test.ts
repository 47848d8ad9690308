/** Why a person is qualified or not, in the words a reviewer reads. */
import { personSentence } from "../../src/messages";
import { reviewSubmission } from "../../src/review";
import { reasonsOf } from "../../src/review/reasons";
import { readSubmission } from "../../src/submission";
import { FILED_ONLINE, serial, submissionGrids, type RowCells, type SubmissionTables } from "../support/submission";

const decide = (id: string, option: string): RowCells => ({
  编号: id,
  采用口径: option,
  决定人: "钱经办",
  决定日期: "2018-07-02",
});
const WINDOW = [decide("J-41", "year-before"), decide("J-42", "same-for-all")];
const STRICT = decide("J-01", "strict");
const online = (year: number, subject: string, hours: number, more: RowCells = {}): RowCells => ({
  年度: year,
  学习形式: "网络培训",
  科目: subject,
  名称: `${year}${subject}`,
  证书学时: hours,
  完成进度: 100,
  备案号: FILED_ONLINE,
  开始日期: serial(`${year}-03-01`),
  结束日期: serial(`${year}-03-20`),
  证明材料: "课程内容安排、结业证书",
  ...more,
});
const year = (of: number, publicHours: number, professionalHours: number): RowCells[] => [
  online(of, "公需科目", publicHours),
  online(of, "专业科目", professionalHours),
];
const sealed = (years: string): RowCells => ({ 已验印年度: years });

// prettier-ignore
const CASES: readonly (readonly [what: string, tables: SubmissionTables, zh: string, en: string, brief: string])[] = [
  ["every year met", { people: [sealed("2013、2014、2015、2016、2017")], decisions: WINDOW },
    "合格：2013–2017 年度均达标", "qualified: 2013–2017 all met", "合格：2013–2017 年度均达标"],
  ["one year short of one subject", { people: [sealed("2013、2014、2015、2017")], records: year(2016, 24, 70), decisions: [...WINDOW, STRICT] },
    "不合格：2013–2015、2017 年度达标；2016 年度不达标（公需差 6 学时）", "unqualified: 2013–2015, 2017 met; 2016 unmet (public short by 6 hours)", "不合格：2016 年度不达标"],
  ["short of one subject, and whether that passes is open", { people: [sealed("2013、2014、2015、2017")], records: year(2016, 24, 70), decisions: WINDOW },
    "待判断：2013–2015、2017 年度达标；2016 年度待判断（公需差 6 学时、口径未定：“一般不少于”30/60 学时：合计达到 90 而某一科目不足，是否达标？）", "pending: 2013–2015, 2017 met; 2016 pending (public short by 6 hours, open: 「一般不少于」 30/60: does a year with 90 hours pass below a subject's minimum?)", "待判断：2016 年度待判断"],
  ["a year without any record", { people: [sealed("2013、2014、2015、2017")], decisions: [...WINDOW, STRICT] },
    "不合格：2013–2015、2017 年度达标；2016 年度不达标（合计差 90 学时、公需差 30 学时、专业差 60 学时）", "unqualified: 2013–2015, 2017 met; 2016 unmet (total short by 90 hours, public short by 30 hours, professional short by 60 hours)", "不合格：2016 年度不达标"],
  ["open questions on records", { people: [sealed("2013、2014、2015、2017")], records: [online(2016, "公需科目", 30), online(2016, "专业科目", 60, { 备案号: null })], decisions: [...WINDOW, STRICT] },
    "待判断：2013–2015、2017 年度达标；2016 年度待判断（合计差 60 学时、专业差 60 学时、口径未定：没有备案号的外部平台网络课程，是否也须备案？）", "pending: 2013–2015, 2017 met; 2016 pending (total short by 60 hours, professional short by 60 hours, open: Must an outside platform's course without 备案号 be filed?)", "待判断：2016 年度待判断"],
  
// A case a line
// prettier-ignore
["the window's end is open", { people: [sealed("2013、2014、2015、2016、2017")], decisions: [decide("J-42", "same-for-all"), STRICT] },
    "待判断：2013–2017 年度达标；2018 年度不达标（合计差 90 学时、公需差 30 学时、专业差 60 学时）；口径未定（“近5年”截止到申报上一年还是申报当年？），要求的年度可能是 2013–2017、2014–2018",
    "pending: 2013–2017 met; 2018 unmet (total short by 90 hours, public short by 30 hours, professional short by 60 hours); open (Which is the window's last year?): the years asked for may be 2013–2017 or 2014–2018",
    "待判断：2018 年度不达标；口径未定（“近5年”截止到申报上一年还是申报当年？），要求的年度可能是 2013–2017、2014–2018"],
  ["years claimed too few", { people: [{ ...sealed("2013、2014、2015、2016、2017"), 起始年度: 2015 }], decisions: WINDOW },
    "不合格：申报的起止年度没有覆盖要求的年度（2013–2017）（正文三）；2013–2017 年度均达标", "unqualified: the years claimed don't cover those required (2013–2017) (正文三); 2013–2017 all met",
    "不合格：申报的起止年度没有覆盖要求的年度（2013–2017）（正文三）；2013–2017 年度均达标"],
];

test.each(CASES)("%s", (_what, tables, zh, en, brief) => {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const [person] = reasonsOf(reviewSubmission(reading.submission));
  if (!person) throw new Error("nobody");
  expect([
    personSentence(person, "zh", undefined),
    personSentence(person, "en", undefined),
    personSentence(person, "zh", undefined, { brief: true }),
  ]).toEqual([zh, en, brief]);
});
