/** The contract's own example: a county unit, questions decided provisionally. Its report is the expectation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { gridsOfFile } from "../support/submission";

interface ReportRecord {
  readonly sheet: string;
  readonly row: number;
  readonly registrationNo: string;
  readonly year: number;
  readonly form: string;
  readonly subject: string;
  readonly convertedHours: number;
  readonly creditedHours: number;
  readonly verdict: string;
  readonly findings: readonly string[];
}

interface Report {
  readonly records: readonly ReportRecord[];
  readonly years: readonly {
    readonly registrationNo: string;
    readonly year: number;
    readonly status: string;
    readonly findings: readonly string[];
  }[];
  readonly people: readonly {
    readonly registrationNo: string;
    readonly verdict: string;
    readonly findings: readonly string[];
  }[];
}

const expected = JSON.parse(readFileSync(join(__dirname, "example/report.json"), "utf8")) as Report;

const reading = readSubmission(gridsOfFile("test/golden/example/submission.xlsx"));
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const review = reviewSubmission(reading.submission);
const reviewed = new Map(review.records.map((record) => [record.place.row + 1, record]));

const withCodes = <T extends { readonly findings: readonly { readonly code: string }[] }>(entry: T | undefined) => ({
  ...entry,
  findings: [...new Set(entry?.findings.map(({ code }) => code))].sort(),
});

test("nobody and nothing is left out", () => {
  expect([review.records.length, review.years.length, review.people.length]).toEqual([
    expected.records.length,
    expected.years.length,
    expected.people.length,
  ]);
});

test.each(expected.records)("row $row, $registrationNo $year $form", ({ row, sheet, ...record }) => {
  expect(reviewed.get(row)?.place.sheet).toBe(sheet);
  expect(withCodes(reviewed.get(row))).toMatchObject({ ...record, findings: [...record.findings].sort() });
});

test.each(expected.years)("$registrationNo $year: $status", (year) => {
  const own = review.years.find((each) => each.registrationNo === year.registrationNo && each.year === year.year);
  expect(withCodes(own)).toMatchObject({ ...year, findings: [...year.findings].sort() });
});

test.each(expected.people)("$registrationNo: $verdict", ({ registrationNo, verdict, findings }) => {
  const own = review.people.find((each) => each.registrationNo === registrationNo);
  expect(withCodes(own)).toMatchObject({ registrationNo, verdict, findings: [...findings].sort() });
});
