import { existsSync } from "node:fs";
import { join } from "node:path";
import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import { submissionGrids } from "../support/submission";
import type { SubmissionTables } from "../support/submission";
import { GOLDEN_FORMS } from "./rows";
import type { Observed } from "./rows";
import { readGoldenRows } from "./table";
import type { GoldenRow } from "./table";

const ROWS = readGoldenRows();

function review(tables: SubmissionTables): Review {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}

const codeSet = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();

/** Figures the row is silent about are left out on both sides. */
function comparable(
  row: GoldenRow,
  { convertedHours, creditedHours, subject, codes }: Observed,
): Record<string, unknown> {
  return {
    codes: codeSet(codes),
    ...(row.convertedHours === null ? {} : { convertedHours }),
    ...(row.creditedHours === null ? {} : { creditedHours, subject }),
  };
}

/** Rows of annex 1 and of the 3 % speak of no record: they are asserted beside what they are about, by the same ids. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  certificate: "test/certificates/golden.test.ts",
  score: "test/review/score.test.ts",
};
const cases = ROWS.filter(({ form }) => !(form in ELSEWHERE)).map((row) => ({
  ...row,
  title: `${row.id} ${row.clause} ${row.form} ${row.note}`.trim(),
}));

describe("golden rows", () => {
  test.each(cases)("$title", (row) => {
    const build = GOLDEN_FORMS[row.form];
    if (build === undefined) throw new Error(`no mapping for ${row.form}`);
    const { tables, observe } = build(row.inputs);
    expect(comparable(row, observe(review(tables)))).toEqual(comparable(row, row));
  });

  test("every row is asserted, here or elsewhere", () => {
    const unknown = ROWS.filter(({ form }) => !(form in GOLDEN_FORMS) && !(form in ELSEWHERE));
    expect(unknown.map(({ id }) => id)).toEqual([]);
    for (const path of Object.values(ELSEWHERE)) expect(existsSync(join(__dirname, "../..", path))).toBe(true);
  });
});
