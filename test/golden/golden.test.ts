import { reviewSubmission } from "../../src/review";
import type { Review } from "../../src/review/types";
import { readSubmission } from "../../src/submission";
import { submissionGrids } from "../support/submission";
import type { SubmissionTables } from "../support/submission";
import { GOLDEN_FORMS, isFormalised } from "./rows";
import type { Observed } from "./rows";
import { readGoldenRows } from "./table";
import type { GoldenRow } from "./table";

const ROWS = readGoldenRows();

function review(tables: SubmissionTables): Review {
  const reading = readSubmission(submissionGrids(tables));
  if (!reading.ok) throw new Error(reading.problems.map(({ sheet, message }) => `${sheet}: ${message}`).join("; "));
  return reviewSubmission(reading.submission);
}

const codeSet = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();

/** Figures the row is silent about are left out on both sides. */
function comparable(row: GoldenRow, { convertedHours, creditedHours, subject, codes }: Observed): Record<string, unknown> {
  return {
    codes: codeSet(codes),
    ...(row.convertedHours === null ? {} : { convertedHours }),
    ...(row.creditedHours === null ? {} : { creditedHours, subject }),
  };
}

const cases = ROWS.filter(isFormalised).map((row) => ({ ...row, title: `${row.id} ${row.clause} ${row.form} ${row.note}`.trim() }));

describe("golden rows", () => {
  test.each(cases)("$title", (row) => {
    const build = GOLDEN_FORMS[row.form];
    if (build === undefined) throw new Error(`no mapping for ${row.form}`);
    const { tables, observe } = build(row.inputs);
    expect(comparable(row, observe(review(tables)))).toEqual(comparable(row, row));
  });

  // A row nobody maps would be a row nobody tests: the rest of the table is named here until its form is formalised.
  test("every row is mapped or waits by name", () => {
    const waiting = ROWS.filter((row) => !isFormalised(row));
    const forms = waiting.map(({ form, inputs }) => (form === "evidence" ? `evidence ${inputs.text("form") ?? ""}` : form));
    expect([...new Set(forms)].sort()).toEqual([
      "aid", "award", "book", "book-year", "certificate", "combo-year", "computer-exam", "doctoral",
      "evidence aid", "evidence book", "evidence computer-exam", "evidence doctoral", "evidence overseas", "evidence patent", "evidence practice",
      "excluded", "lecture", "overseas", "patent", "patent-year", "practice", "score", "visit",
    ]);
  });
});
