/** Whether the results in a workbook are those of the cells that stand in it: looked at when it is opened. */
import { changesSince, type RunRecord } from "../../trust";
import { loadRunRecord } from "../settings/run-record";
import type { WorkbookSession } from "../session/workbook-session";
import type { ActionOptions } from "../types";

/** The last review's record, and what has changed since it was made. */
export interface RecordState {
  readonly record: RunRecord;
  readonly changed: readonly ("inputs" | "decisions")[];
}

/** Null when no review has left a record. Reads the workbook only where there is one; writes nothing. */
export async function checkRecord(session: WorkbookSession, options: ActionOptions = {}): Promise<RecordState | null> {
  await session.settings.refresh();
  if (loadRunRecord(session.settings) === null) return null;
  return session.inWorkbook(options, false, async ({ reading }) => {
    const record = loadRunRecord(reading.settings);
    return record === null ? null : { record, changed: await changesSince(record, reading.grids, crypto) };
  });
}
