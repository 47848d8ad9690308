/**
 * "What is shown and printed is Chinese" (workbook contract, Results): no code, no option's id and no J-number in anything
 * that a reviewer reads, but for the column 编号 of 口径, and 采用口径 as the office wrote it. Walked over the samples, with every question open and decided
 * each way.
 */
import { explanationOf, personSentence, sentenceOf } from "../../src/messages";
import { policyIds, policyOf } from "../../src/policy";
import { ENGINE_CODES } from "../../src/policy/engine-codes";
import { yearReportPlan } from "../../src/papers";
import { reviewPlan } from "../../src/results";
import type { OwnSheetPlan } from "../../src/results/plan";
import { reviewSubmission } from "../../src/review";
import { explainAt } from "../../src/review/explain";
import { reasonsOf } from "../../src/review/reasons";
import { sendBackContent } from "../../src/send-back";
import { opinionSheetPlan } from "../../src/send-back/opinion-sheet";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { decidedGrids, gridsOfFile } from "../support/submission";

const NOTICES = policyIds().flatMap((id) => policyOf(id) ?? []);
const IDS = [
  ...Object.keys(ENGINE_CODES),
  ...NOTICES.flatMap(({ codes, questions }) => [
    ...Object.keys(codes),
    ...questions.flatMap(({ options }) => options.filter((option) => /[a-z]{3}/u.test(option))),
  ]),
];
const ID = new RegExp(String.raw`(?<![\w-])(?:${IDS.join("|")})(?![\w-])`, "u");
const NUMBER = /[JA]-\d\d/u;

/** Cells of a sheet that people see, without some columns. */
function seenOn(
  { blocks, hiddenColumns = [] }: Pick<OwnSheetPlan, "blocks" | "hiddenColumns">,
  without: readonly string[] = [],
): string[] {
  const left = blocks.flatMap(({ column, cells }) =>
    (cells[0] ?? []).flatMap((cell, at) => (without.includes(String(cell)) ? [column + at] : [])),
  );
  return blocks.flatMap(({ column, cells }) =>
    cells.flatMap((line) =>
      line.flatMap((cell, at) => {
        if (hiddenColumns.includes(column + at) || left.includes(column + at)) return [];
        return typeof cell === "object" && cell !== null ? [String(cell.shown)] : [String(cell ?? "")];
      }),
    ),
  );
}

function wordsOf(grids: WorkbookGrids, policy?: string): readonly string[] {
  const reading = readSubmission(grids, { policy });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { submission } = reading;
  const review = reviewSubmission(submission);
  const notice = policyOf(review.policy);
  const { annotation, sheets } = reviewPlan(submission, review, { liveFormulaLimit: 0 });
  return [
    ...(annotation === null ? [] : seenOn({ blocks: annotation.blocks, hiddenColumns: annotation.hiddenColumns })),
    ...sheets.flatMap((sheet) => seenOn(sheet, sheet.name === "口径" ? ["编号", "采用口径"] : [])),
    ...sheets.flatMap(({ validations = [] }) => validations.flatMap(({ values }) => values)),
    ...review.findings.map((finding) => sentenceOf(finding, "zh", notice)),
    ...seenOn(opinionSheetPlan(sendBackContent(submission, review))),
    ...seenOn(yearReportPlan(submission, review, "2018-12-20")),
    ...reasonsOf(review).map((person) => personSentence(person, "zh", notice)),
    ...submission.records.flatMap(({ place }) => {
      const explanation = explainAt(submission, review, place.row);
      if (explanation === null) return [];
      const { computation, questions, evidence, outcome } = explanationOf(explanation, "zh", notice);
      return [computation, ...questions, evidence ?? "", outcome ?? ""];
    }),
  ];
}

const sample = gridsOfFile("assets/sample/submission.xlsx");
const accounting = gridsOfFile("assets/sample/accounting.xlsx");
/** All at the nth of their options; the last one where there are fewer. */
const nth = (at: number): Record<string, string> =>
  Object.fromEntries(
    NOTICES.flatMap(({ questions }) =>
      questions.map(({ id, options }) => [id, options[Math.min(at, options.length - 1)] ?? ""]),
    ),
  );

test.each<[string, WorkbookGrids, string | undefined]>([
  ["the sample, open", sample, undefined],
  ["the sample, provisionally decided", decidedGrids(sample), undefined],
  ["the sample, decided the second way", decidedGrids(sample, nth(1)), undefined],
  ["the sample, decided the last way", decidedGrids(sample, nth(9)), undefined],
  ["the contract's example", gridsOfFile("test/golden/example/submission.xlsx"), undefined],
  ["the accounting sample", accounting, undefined],
  ["the sample under the accounting notice", sample, "accounting-2018-10"],
])("%s: Chinese words only", (_, grids, policy) => {
  const words = wordsOf(grids, policy);
  expect(words.length).toBeGreaterThan(1000);
  expect(words.filter((text) => NUMBER.test(text)).slice(0, 5)).toEqual([]);
  expect(words.filter((text) => ID.test(text)).slice(0, 5)).toEqual([]);
});
