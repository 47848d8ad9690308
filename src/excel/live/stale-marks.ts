/** 已过期: what a row says is older than its cells, where it can't be brought up to date. */
import { staleMarks } from "../../results/index";
import { readSubmission } from "../../submission/index";
import { chosenPolicy } from "../settings/policy-override";
import { contentOperations } from "../write/cell-operations";
import { loadColumns } from "../settings/column-choices";
import { carryOut } from "../write/operations";
import type { WorkbookSession } from "../session/workbook-session";
import { RECORD_SHEET } from "../sheets";

/** Marks the rows whose results are older than their inputs; gives their number. Input cells are never written. */
export async function markStale(session: WorkbookSession): Promise<number> {
  if (session.isWorking()) return 0;
  return session.withReading({}, false, async ({ context, reading }) => {
    const grid = reading.grids.get(RECORD_SHEET);
    const submission = readSubmission(reading.grids, {
      policy: chosenPolicy(session.settings),
      columns: loadColumns(session.settings),
    });
    const marks = grid && submission.ok ? staleMarks(submission.submission, grid) : null;
    if (marks === null || marks.rows.length === 0 || reading.sheets.get(RECORD_SHEET)?.protected) return 0;
    await carryOut(context, contentOperations(marks.sheet, marks.blocks, marks.styles), {});
    return marks.rows.length;
  });
}
