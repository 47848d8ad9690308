/** Watches the unit's records after a review: what was edited, inserted or sorted since then is marked 已过期. */
import { staleMarks } from "../results";
import { readSubmission } from "../submission";
import { loadBefore } from "./before";
import { chosenPolicy } from "./chosen-policy";
import { contentOperations } from "./cells";
import { loadColumns } from "./columns";
import { carryOut } from "./operations";
import { isWorking, withReading } from "./session";
import { RECORD_SHEET } from "./sheets";

/** A person types faster than a workbook is read: changes are looked at together. */
const SETTLES_AFTER_MS = 400;

export interface Watching {
  /** Told after rows were marked, with their number. */
  readonly onStale: (rows: number) => void;
}

/** Starts to watch, for as long as the page lives. Failures are left to the next change or review. */
export async function watchRecords(watching: Watching): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    // Before the first review there is nothing that could be out of date.
    if (loadBefore() === null) return;
    timer = setTimeout(() => {
      void markStale().then(
        (rows) => rows > 0 && watching.onStale(rows),
        () => undefined,
      );
    }, SETTLES_AFTER_MS);
  };
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => {
      // Our own writes leave fresh fingerprints behind.
      if (triggerSource !== "ThisLocalAddin") look();
    });
    await context.sync();
  });
}

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
