/** The records of the golden rows that the subset speaks of: edge by edge, where the generator only meets some. */
import { readSubmission } from "../src/submission";
import type { LearningRecord } from "../src/submission/types";
import { GOLDEN_FORMS } from "../test/golden/rows";
import { readGoldenRows } from "../test/golden/table";
import { submissionGrids } from "../test/support/submission";
import { inSubset } from "./subset";

export function goldenRecords(): LearningRecord[] {
  return readGoldenRows().flatMap((row) => {
    const build = GOLDEN_FORMS[row.form];
    const reading = build && readSubmission(submissionGrids(build(row.inputs).tables));
    return reading?.ok ? reading.submission.records.filter(inSubset) : [];
  });
}
