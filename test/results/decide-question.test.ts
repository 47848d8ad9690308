/** One question of 口径 decided, decided otherwise, and opened again: what stands on its line. */
import { decideQuestionPlan, gridOf, type QuestionAnswer } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { submissionGrids, type RowCells } from "../support/submission";

const ANSWER: QuestionAnswer = { id: "J-01", option: "lenient", by: "孙局", on: "2018-07-01", reason: "会议纪要" };

const stand = (grids: WorkbookGrids) => {
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error("not readable");
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
};

/** Columns 采用口径 to 理由 of the question's lines after each answer in turn. */
function lines(
  decisions: readonly RowCells[] | undefined,
  ...answers: readonly Partial<QuestionAnswer>[]
): readonly (readonly string[])[] {
  let grids = submissionGrids(decisions === undefined ? {} : { decisions });
  for (const answer of answers) {
    const { submission, review } = stand(grids);
    const plan = decideQuestionPlan(submission, review, { ...ANSWER, ...answer });
    if (plan === null) throw new Error("no such question");
    grids = new Map(grids).set("口径", gridOf(plan));
  }
  return (grids.get("口径")?.values ?? [])
    .filter(([id]) => id === "J-01")
    .map((line) => line.slice(5, 9).map((cell) => String(cell ?? "")));
}

const BACK = { option: null, reason: "" };

test.each<
  readonly [string, readonly RowCells[] | undefined, readonly Partial<QuestionAnswer>[], readonly (readonly string[])[]]
>(
  // A case a line
  // prettier-ignore
  [
  ["open: decided", undefined, [{}], [["从宽：达标并注明", "孙局", "2018-07-01", "会议纪要"]]],
  ["decided and taken back", undefined, [{}, BACK], [["", "", "", ""]]],
  ["decided otherwise: the earlier reason is kept", undefined, [{}, { option: "strict", reason: "复议" }], [["从严：不达标", "孙局", "2018-07-01", "复议（原填：从宽：达标并注明；会议纪要）"]]],
  ["a text that is no option is kept among the reasons", [{ 编号: "J-01", 采用口径: "待局务会定", 理由: "有争议" }], [{}], [["从宽：达标并注明", "孙局", "2018-07-01", "会议纪要（原填：待局务会定；有争议）"]]],
  ["and comes back with the decision taken back", [{ 编号: "J-01", 采用口径: "待局务会定", 理由: "有争议" }], [{}, BACK], [["", "", "", "待局务会定；有争议"]]],
  ["taken back with a reason", undefined, [{}, { option: null, reason: "提请复议" }], [["", "", "", "提请复议"]]],
  ["two lines on one question: the first decides", [{ 编号: "J-01" }, { 编号: "J-01", 理由: "另记" }], [{}], [["从宽：达标并注明", "孙局", "2018-07-01", "会议纪要"], ["", "", "", "另记"]]],
  ["two lines that decide: both are taken back", [{ 编号: "J-01", 采用口径: "strict" }, { 编号: "J-01", 采用口径: "lenient" }], [BACK], [["", "", "", ""], ["", "", "", ""]]],
],
)("%s", (_, decisions, answers, expected) => expect(lines(decisions, ...answers)).toEqual(expected));

test("a question or an option that the policy does not know is not written", () => {
  const { submission, review } = stand(submissionGrids());
  expect([
    decideQuestionPlan(submission, review, { ...ANSWER, id: "J-99" }),
    decideQuestionPlan(submission, review, { ...ANSWER, option: "perhaps" }),
  ]).toEqual([null, null]);
});

test("all other lines stay as they are", () => {
  const { submission, review } = stand(
    submissionGrids({
      decisions: [
        { 编号: "J-08", 采用口径: "zero", 决定人: "钱", 决定日期: "2018-06-01", 理由: "口头" },
        { 编号: "J-01" },
      ],
    }),
  );
  const plan = decideQuestionPlan(submission, review, ANSWER);
  const other = plan && gridOf(plan).values.find(([id]) => id === "J-08");
  expect(other?.slice(5, 9)).toEqual(["zero", "钱", "2018-06-01", "口头"]);
});
