/** 已过期: what a row says is older than its cells, where it can't be brought up to date. */
import { staleMarks } from "../results";
import { readSubmission } from "../submission";
import { chosenPolicy } from "./chosen-policy";
import { contentOperations } from "./cells";
import { loadColumns } from "./columns";
import { carryOut } from "./operations";
import { isWorking, withReading } from "./session";
import { RECORD_SHEET } from "./sheets";

/** Marks the rows whose results are older than their inputs; gives their number. Input cells are never written. */
export async function markStale(): Promise<number> {
  if (isWorking()) return 0;
  return withReading({}, false, async ({ context, reading }) => {
    const grid = reading.grids.get(RECORD_SHEET);
    const submission = readSubmission(reading.grids, { policy: chosenPolicy(), columns: loadColumns() });
    const marks = grid && submission.ok ? staleMarks(submission.submission, grid) : null;
    if (marks === null || marks.rows.length === 0 || reading.sheets.get(RECORD_SHEET)?.protected) return 0;
    await carryOut(context, contentOperations(marks.sheet, marks.blocks, marks.styles), {});
    return marks.rows.length;
  });
}
