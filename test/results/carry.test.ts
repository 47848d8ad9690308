/** Decisions of another workbook's 口径: what is taken over, what is not, and how it stands on the sheet afterwards. */
import { carriedDecisions, carryPlan, gridOf, readForeignDecisions, type CarriedDecisions } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { submissionGrids, type RowCells } from "../support/submission";

const HER: RowCells = { 决定人: "孙", 决定日期: "2018-07-01", 理由: "会议纪要" };

function reviewed(decisions: readonly RowCells[]) {
  const reading = readSubmission(submissionGrids({ decisions }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
}

const sheet = (decisions: readonly RowCells[]) => submissionGrids({ decisions }).get("口径")!;

const NOTHING: CarriedDecisions = { taken: [], same: [], conflicts: [], unreadable: [], unknown: [] };

test.each<
  readonly [string, readonly RowCells[], readonly RowCells[], Partial<Record<keyof CarriedDecisions, unknown>>]
>(
  // A case a line
  // prettier-ignore
  [
  ["undecided here", [], [{ 编号: "J-01", 采用口径: "lenient 从宽", ...HER }], { taken: [{ id: "J-01", option: "lenient", text: "lenient 从宽", by: "孙", on: "2018-07-01", reason: "会议纪要" }] }],
  ["undecided on both", [{ 编号: "J-01" }], [{ 编号: "J-01" }], {}],
  ["decided here, open there", [{ 编号: "J-01", 采用口径: "strict", ...HER }], [{ 编号: "J-01" }], {}],
  ["decided alike", [{ 编号: "J-01", 采用口径: "strict", ...HER }], [{ 编号: "J-01", 采用口径: "strict 从严" }], { same: ["J-01"] }],
  ["decided otherwise: our own stands", [{ 编号: "J-01", 采用口径: "strict", ...HER }], [{ 编号: "J-01", 采用口径: "lenient" }], { conflicts: [{ id: "J-01", own: "strict", other: "lenient" }] }],
  ["no option there", [], [{ 编号: "J-01", 采用口径: "随便" }], { unreadable: [{ id: "J-01", text: "随便" }] }],
  ["another policy's question", [], [{ 编号: "K-01", 采用口径: "yes" }, { 编号: "J-08", 采用口径: "zero", ...HER }], { taken: [expect.objectContaining({ id: "J-08", option: "zero" })], unknown: ["K-01"] }],
],
)("%s", (_, own, other, expected) => {
  const { review } = reviewed(own);
  const read = readForeignDecisions(sheet(other), review);
  expect(carriedDecisions(review, read?.decisions ?? [], read?.unknown)).toEqual({ ...NOTHING, ...expected });
});

test("a sheet without question numbers is no 口径", () => {
  expect(
    readForeignDecisions(
      {
        name: "口径",
        firstRow: 0,
        firstColumn: 0,
        values: [
          ["甲", "乙"],
          [1, 2],
        ],
      },
      reviewed([]).review,
    ),
  ).toBeNull();
});

test("on the sheet: name, date and reason of the other workbook; our own decision and unreadable text are kept", () => {
  const { submission, review } = reviewed([
    { 编号: "J-01", 采用口径: "strict", 决定人: "钱" },
    { 编号: "J-08", 采用口径: "随便", 理由: "原理由" },
  ]);
  const read = readForeignDecisions(
    sheet([
      { 编号: "J-01", 采用口径: "lenient", ...HER },
      { 编号: "J-08", 采用口径: "zero", ...HER },
      { 编号: "J-41", 采用口径: "year-before", ...HER },
    ]),
    review,
  );
  const { taken } = carriedDecisions(review, read?.decisions ?? []);
  const grid = gridOf(carryPlan(submission, review, taken));
  const line = (id: string): unknown => grid.values.find(([first]) => first === id)?.slice(5, 9);
  expect(line("J-01")).toEqual(["strict", "钱", null, null]);
  expect(line("J-08")).toEqual(["zero", "孙", "2018-07-01", "会议纪要（原填：随便；原理由）"]);
  expect(line("J-41")).toEqual(["year-before", "孙", "2018-07-01", "会议纪要"]);
  expect(line("J-42")).toEqual([null, null, null, null]);
});
