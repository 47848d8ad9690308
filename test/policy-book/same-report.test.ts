/** A review under the exported and re-read notice is the review under the notice: golden rows and samples. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { gridsOf } from "../../src/in-memory";
import { policyOf, type Policy } from "../../src/policy";
import { policyWorkbook } from "../../src/policy-book/file";
import { readPolicyBook } from "../../src/policy-book/read";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { WorkbookGrids } from "../../src/submission/grid";
import { GOLDEN_FORMS } from "../golden/rows";
import { readGoldenRows } from "../golden/table";
import { submissionGrids } from "../support/submission";

/** The notice as it comes back from its file. */
function fromFile(id: string): Policy {
  const bytes = saveWorkbook(policyWorkbook(policyOf(id) as Policy), "xlsx");
  const { policy, findings } = readPolicyBook(gridsOf(openWorkbook(bytes)));
  if (policy === null) throw new Error(JSON.stringify(findings));
  return policy;
}

function reviewed(grids: WorkbookGrids, policy: Policy): unknown {
  const reading = readSubmission(grids, { policy });
  return reading.ok ? reviewSubmission(reading.submission, policy) : reading.problems;
}

test("every golden row", () => {
  const [own, other] = [policyOf("") as Policy, fromFile("")];
  for (const row of readGoldenRows()) {
    const tables = GOLDEN_FORMS[row.form]?.(row.inputs).tables;
    if (tables === undefined) continue;
    const grids = submissionGrids(tables);
    expect([row.id, reviewed(grids, other)]).toEqual([row.id, reviewed(grids, own)]);
  }
});

test.each([
  ["submission.xlsx", ""],
  ["accounting.xlsx", "accounting-2018-10"],
])("the sample %s", (file, id) => {
  const grids = gridsOf(openWorkbook(readFileSync(join(__dirname, "../../assets/sample", file))));
  expect(reviewed(grids, fromFile(id))).toEqual(reviewed(grids, policyOf(id) as Policy));
});
