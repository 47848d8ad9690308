/** All that is said to one person: what `--explain` prints, and what would make a record count. */
import { explainLines } from "../../src/cli/explain";
import { personStatementPlan } from "../../src/papers";
import { answerText, personAnswer } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { serial, submissionGrids, type RowCells } from "../support/submission";

const PERSON: RowCells = {
  申报级别: "中级",
  验证方式: "登记证书原件",
  人事档案所在地: "市本级",
  起始年度: 2016,
  截止年度: 2017,
};
const COURSE: RowCells = {
  学习形式: "面授培训",
  科目: "专业科目",
  名称: "专业技术培训",
  年度: 2017,
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-24"),
  半天数: 23,
  证明材料: "培训通知、结业证书",
};
const LACKING: RowCells = {
  ...COURSE,
  名称: "=缺材料的培训",
  年度: 2016,
  开始日期: serial("2016-03-07"),
  结束日期: serial("2016-03-11"),
  半天数: 6,
  证明材料: "培训通知",
};

const reading = readSubmission(submissionGrids({ people: [PERSON], records: [COURSE, LACKING] }));
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const reviewed = { submission: reading.submission, review: reviewSubmission(reading.submission) };
const { registrationNo } = reviewed.review.people[0] ?? { registrationNo: "" };

test.each(["zh", "en"] as const)("says all that --explain says (%s)", (language) => {
  const answer = personAnswer(reviewed, registrationNo, language);
  if (answer === null) throw new Error();
  const text = answerText(answer, language);
  const sentences = [answer.sentence, ...answer.years.flatMap(({ records }) => records.flatMap(({ lines }) => lines))];
  const explained = explainLines(reviewed, registrationNo, language).join("\n");
  for (const sentence of sentences) {
    expect(explained).toContain(sentence);
    expect(text).toContain(sentence);
  }
  expect(answer.years.map(({ year, records }) => [year.year, records.length])).toEqual([
    [2016, 1],
    [2017, 1],
  ]);
});

test("a record that does not count says what would make it count, and one that counts does not", () => {
  const answer = personAnswer(reviewed, registrationNo, "zh");
  const records = answer?.years.flatMap((year) => year.records) ?? [];
  const lacking = records.find(({ record }) => record.title === LACKING["名称"]);
  expect(lacking?.remedies.join()).toMatch(/结业证书|培训签到表/);
  for (const { review, remedies } of records) if (review.verdict === "credited") expect(remedies).toEqual([]);
});

test("nobody of that number: no answer", () => {
  expect(personAnswer(reviewed, "YY999999", "zh")).toBeNull();
});

test("个人情况说明 fits a page in width, prints all, and a title that begins with = is text", () => {
  const answer = personAnswer(reviewed, registrationNo, "zh");
  if (answer === null) throw new Error();
  const plan = personStatementPlan(reviewed.submission, answer, "2018-12-20");
  const cells = plan.blocks.flatMap((block) => block.cells.flat());
  expect(cells).toEqual(expect.arrayContaining(["继续教育个人情况说明", "=缺材料的培训", `结论：${answer.sentence}`]));
  expect(cells.every((cell) => typeof cell !== "object" || cell === null)).toBe(true);
  expect(plan.print).toMatchObject({ paper: "a4", fitWidth: true, area: { column: 0, columns: 6 } });
});
