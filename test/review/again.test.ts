/** A review brought up to date (only the people concerned) against a review of the whole, after any edits. */
import fc from "fast-check";
import { generateGrids } from "../../bench/generate";
import { reviewAgain, reviewSubmission } from "../../src/review";
import { readSubmission, type Submission } from "../../src/submission";
import type { CellValue } from "../../src/grid/address";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import type { KnownReading } from "../../src/submission/types";
import { crowded, edit, edited, type Edit } from "../support/edits";
import { decidedGrids, gridsOfFile, submissionGrids } from "../support/submission";

const submissionOf = (grids: WorkbookGrids, known?: KnownReading): Submission => {
  const reading = readSubmission(grids, { known });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
};

/** Everything that a review says, the quick way and the whole, after each of the edits. */
function expectSame(grids: WorkbookGrids, edits: readonly Edit[]): void {
  let known = { grids, submission: submissionOf(grids) };
  let review = reviewSubmission(known.submission);
  for (const each of edits) {
    const next = edited(known.grids, each);
    const reading = readSubmission(next, { known });
    const whole = readSubmission(next);
    expect(reading).toEqual(whole);
    // 单位信息 may have become unreadable: then there is nothing to review
    if (!reading.ok || !whole.ok) continue;
    const again = reviewAgain({ submission: known.submission, review }, reading.submission);
    expect(again.review).toEqual(reviewSubmission(whole.submission));
    known = { grids: next, submission: reading.submission };
    review = again.review;
  }
}

const runs = (count: number) => ({ numRuns: count });

describe("a review of those concerned is the review of the whole", () => {
  test("of a submission where everything meets", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
        expectSame(submissionGrids(crowded), edits),
      ),
      runs(150),
    );
  });

  test.each<readonly [string, () => WorkbookGrids]>([
    ["the sample, all questions open", () => gridsOfFile("assets/sample/submission.xlsx")],
    ["the sample, all decided", () => decidedGrids(gridsOfFile("assets/sample/submission.xlsx"))],
    ["the accounting sample", () => gridsOfFile("assets/sample/accounting.xlsx")],
    ["a generated submission", () => generateGrids(300)],
  ])("%s", (_, grids) => {
    const given = grids();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => expectSame(given, edits)),
      runs(8),
    );
  });
});

describe("whom a change concerns", () => {
  const people = (change: (grids: WorkbookGrids) => WorkbookGrids): readonly string[] | null => {
    const grids = submissionGrids(crowded);
    const submission = submissionOf(grids);
    const { people: concerned } = reviewAgain(
      { submission, review: reviewSubmission(submission) },
      submissionOf(change(grids)),
    );
    return concerned === null ? null : [...concerned].sort();
  };
  const write =
    (sheet: string, row: number, header: string, value: CellValue) =>
    (grids: WorkbookGrids): WorkbookGrids => {
      const grid = grids.get(sheet);
      if (grid === undefined) throw new Error(`no sheet ${sheet}`);
      const column = grid.values[0]?.indexOf(header) ?? -1;
      return new Map(grids).set(sheet, {
        ...grid,
        values: grid.values.map((line, at) =>
          at === row ? line.map((cell, across) => (across === column ? value : cell)) : line,
        ),
      });
    };

  test.each<readonly [string, (grids: WorkbookGrids) => WorkbookGrids, readonly string[] | null]>(
    // A case a line
    // prettier-ignore
    [
    ["half days of one record: its person", write("学时记录", 5, "半天数", 6), ["YY000001"]],
    ["an edited number: the person before and the person after", write("学时记录", 5, "登记证书编号", "YY000002"), ["YY000001", "YY000002"]],
    ["a title becomes another's: everybody who claims it", write("学时记录", 2, "名称", "同一篇"), ["YY000001", "YY000002", "YY000003"]],
    ["a title claimed by two becomes another: the one who is left as well", write("学时记录", 1, "名称", "第三篇"), ["YY000001", "YY000003"]],
    ["a person's level: that person", write("人员信息", 2, "申报级别", "正高级"), ["YY000002"]],
    ["a person's number: both numbers", write("人员信息", 1, "登记证书编号", "YY000009"), ["YY000001", "YY000009"]],
    ["a filing: whoever refers to it", write("培训备案", 1, "教材", null), ["YY000002"]],
    ["a filing that nobody refers to", write("培训备案", 2, "教材", null), []],
    ["a reviewer's decision: the record's person", write("审核意见", 1, "处理", "不予认定"), ["YY000001"]],
    ["a reason beside a decided question: nobody", write("口径", 1, "理由", "会议纪要"), []],
    ["a question decided otherwise: everybody", write("口径", 1, "采用口径", "strict"), null],
    ["the unit's nature: everybody", (grids) => new Map(grids).set("单位信息", { ...(grids.get("单位信息") as SheetGrid), values: (grids.get("单位信息")?.values ?? []).map((line) => (line[0] === "单位性质" ? ["单位性质", "非公企业"] : line)) }), null],
  ],
  )("%s", (_, change, expected) => expect(people(change)).toEqual(expected));
});
