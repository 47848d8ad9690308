/** The contract's own example: a county unit, questions decided provisionally. Its report is the expectation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { gridsOfFile } from "../support/submission";

interface ReportRecord {
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

const FORMALISED = ["training", "online", "meeting", "paper", "project"];

const report = JSON.parse(readFileSync(join(__dirname, "example/report.json"), "utf8")) as { readonly records: readonly ReportRecord[] };
const expected = report.records.filter(({ form }) => FORMALISED.includes(form));

const reading = readSubmission(gridsOfFile("test/golden/example/submission.xlsx"));
if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join("; "));
const reviewed = new Map(reviewSubmission(reading.submission).records.map((record) => [record.place.row + 1, record]));

test("the example has 55 records of the five forms", () => {
  expect(expected).toHaveLength(55);
});

test.each(expected)("row $row, $registrationNo $year $form", (record) => {
  const own = reviewed.get(record.row);
  const { registrationNo, year, form, subject, convertedHours, creditedHours, verdict, findings } = record;
  expect(own).toMatchObject({ registrationNo, year, form, subject, convertedHours, creditedHours, verdict });
  expect([...new Set(own?.findings.map(({ code }) => code))].sort()).toEqual([...findings].sort());
});
