/** What a change makes different on the sheets, laid over what stood there, is what a whole review writes. */
import fc from "fast-check";
import { annotationPlan } from "../../src/results/annotation";
import { opinionPlan, readOpinions, type Opinion } from "../../src/results/opinions";
import type { CellBlock, LineUpdate, OwnSheetPlan } from "../../src/results/plan";
import { summaryPlan } from "../../src/results/summary";
import { noteOn } from "../../src/results/review-plan";
import { gridOf } from "../../src/results/table";
import { updatePlan } from "../../src/results/update";
import { reviewAgain, reviewSubmission, type ReviewedSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { crowded, edit, edited, type Edit } from "../support/edits";
import { gridsOfFile, submissionGrids } from "../support/submission";

type Cells = Map<string, string>;

function lay(cells: Cells, blocks: readonly CellBlock[]): Cells {
  for (const block of blocks)
    block.cells.forEach((line, down) =>
      line.forEach((cell, across) =>
        cells.set(`${block.row + down},${block.column + across}`, JSON.stringify(cell ?? "")),
      ),
    );
  return cells;
}

const blank = (text: string | undefined): boolean => text === undefined || text === '""' || text === "null";

function withLines(sheet: OwnSheetPlan, lines: readonly LineUpdate[]): Cells {
  const cells = lay(new Map(), sheet.blocks);
  for (const { row, known, parts } of lines) {
    for (const [column, text] of known)
      expect(JSON.parse(cells.get(`${row},${column}`) ?? '""')).toEqual(
        column === 2 && sheet.name === "年度汇总" ? Number(text) : text,
      );
    lay(
      cells,
      parts
        .filter(({ unlessFilled }) => unlessFilled === undefined || blank(cells.get(`${row},${unlessFilled}`)))
        .map(({ column, cells: line }) => ({ row, column, cells: [line] })),
    );
  }
  return cells;
}

const filled = (cells: Cells): readonly (readonly [string, string])[] =>
  [...cells].filter(([, text]) => !blank(text)).sort(([a], [b]) => (a < b ? -1 : 1));

const LIVE = { liveFormulaLimit: 2000 };
const VALUES = { liveFormulaLimit: 0 };

const standOf = (grids: WorkbookGrids): ReviewedSubmission => {
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { submission: reading.submission, review: reviewSubmission(reading.submission) };
};

/** 审核意见 as a review leaves it. */
const written = (
  { submission, review }: ReviewedSubmission,
  opinions: readonly Opinion[],
  note: string | null,
): OwnSheetPlan => opinionPlan(submission, review, opinions, note);

function expectSame(
  grids: WorkbookGrids,
  edits: readonly Edit[],
  options: typeof LIVE,
): { anew: number; lines: number } {
  const live = options === LIVE;
  let before = standOf(grids);
  const note = noteOn(before.submission, options);
  let given = new Map(grids).set("审核意见", gridOf(written(before, readOpinions(grids.get("审核意见")), note)));
  before = standOf(given);
  const counts = { anew: 0, lines: 0 };
  for (const each of edits) {
    given = new Map(edited(given, each));
    const reading = readSubmission(given);
    if (!reading.ok) continue;
    const again = reviewAgain(before, reading.submission);
    const after = { submission: reading.submission, review: again.review };
    if (again.people !== null) {
      const plan = updatePlan(before, after, again.people, live, options);
      const [was, is] = [
        annotationPlan(before.submission, before.review, live),
        annotationPlan(after.submission, after.review, live),
      ];
      expect(filled(lay(lay(new Map(), was.blocks), plan.annotation.blocks))).toEqual(
        filled(lay(new Map(), is.blocks)),
      );
      if (plan.years === null) counts.anew += 1;
      else
        expect(filled(withLines(summaryPlan(before.submission, before.review), plan.years))).toEqual(
          filled(withLines(summaryPlan(after.submission, after.review), [])),
        );
      const opinions = readOpinions(given.get("审核意见"));
      const sheet = written(after, opinions, note);
      if (plan.opinions === null) counts.anew += 1;
      else {
        counts.lines += plan.opinions.length;
        expect(filled(withLines(written(before, opinions, note), plan.opinions))).toEqual(filled(withLines(sheet, [])));
      }
      given.set("审核意见", gridOf(sheet));
    }
    before = after;
  }
  return counts;
}

describe("laid over what stood there, it is what a whole review writes", () => {
  test.each<readonly [string, () => WorkbookGrids, typeof LIVE, number]>([
    ["a submission where everything meets, live formulas", () => submissionGrids(crowded), LIVE, 120],
    ["the same, values", () => submissionGrids(crowded), VALUES, 60],
    ["the sample", () => gridsOfFile("assets/sample/submission.xlsx"), LIVE, 12],
  ])("%s", (_, grids, options, numRuns) => {
    const given = grids();
    // Rows stay where they are: a moved row is a matter of reading all again
    const inPlace = fc.array(
      edit.filter(({ kind, sheet }) => !["insert", "delete", "copy-row"].includes(kind) && sheet !== "审核意见"),
      { minLength: 1, maxLength: 5 },
    );
    const seen = { anew: 0, lines: 0 };
    fc.assert(
      fc.property(inPlace, (edits) => {
        const { anew, lines } = expectSame(given, edits, options);
        seen.anew += anew;
        seen.lines += lines;
      }),
      { numRuns },
    );
    expect(seen.anew).toBeGreaterThan(0);
    if (numRuns > 20) expect(seen.lines).toBeGreaterThan(0);
  });
});
