/** What came with the workbook: taken over by the office, or put aside; and the hidden sheets that were read. */
import {
  dealingPatches,
  foreignRows,
  ownRows,
  patchedGrid,
  verifyGrids,
  type Dealing,
  type IncomingRow,
} from "../../trust";
import { toFailure } from "../failures";
import { reviewGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { carryOut } from "../write/operations";
import { patchOperations } from "../write/plan";
import { ExcelFailure, type ReviewOutcome } from "../types";
import { needsLooks, writeReview, type ReviewOptions } from "./review";

export interface DealOptions extends ReviewOptions, Omit<Dealing, "on"> {
  /** Those that are dealt with, as the last review named them; all that stand on the sheets when left out. */
  readonly rows?: readonly IncomingRow[];
  /** The same is done with the settings that came in the document. */
  readonly withSettings?: boolean;
  /** "YYYY-MM-DD" */
  readonly today: string;
}

/**
 * Marks the rows as the office's own, or as put aside, with who did it and why, and reviews by it. The rows' own cells
 * are not changed. Throws `changed-meanwhile` when one of them is no longer where it was.
 */
export function dealWithIncoming(session: WorkbookSession, options: DealOptions): Promise<ReviewOutcome> {
  return session.inWorkbook(options, needsLooks(session), async (workbook) => {
    const { context, reading, sealer } = workbook;
    const there = foreignRows(reading.grids);
    const isSame = (one: IncomingRow, other: IncomingRow): boolean =>
      one.sheet === other.sheet && one.row === other.row && one.by === other.by && one.about === other.about;
    const ours = ownRows(reading.grids);
    const chosen = (options.rows ?? there).flatMap((row) => {
      const found = there.find((each) => isSame(each, row));
      if (found !== undefined) return [found];
      // An earlier try broke off after this row was dealt with; writing results has perhaps moved it
      if (ours.some((each) => isSame({ ...each, row: row.row }, row))) return [];
      throw new ExcelFailure("changed-meanwhile", { sheet: row.sheet });
    });
    const { take, by, reason, today: on } = options;
    const patches = await dealingPatches(reading.grids, chosen, { take, by, on, reason }, sealer);
    const locked = patches.find(({ name }) => reading.sheets.get(name)?.protected === true);
    if (locked !== undefined) throw new ExcelFailure("sheet-protected", { sheet: locked.name });
    options.onProgress?.({ step: "reviewing", done: 0, total: 1 });
    const after = new Map(reading.grids);
    for (const patch of patches) after.set(patch.name, patchedGrid(reading.grids.get(patch.name), patch));
    if (options.withSettings === true) await reading.settings.deal(take);
    const grids = await verifyGrids(after, sealer);
    const next = { ...workbook, reading: { ...reading, grids } };
    const reviewed = reviewGrids(grids, next.reading);
    await carryOut(context, patches.flatMap(patchOperations), options);
    // Rows bear the office's mark by now: nobody can cancel any more
    const { signal: _, ...rest } = options;
    return writeReview(session, next, reviewed, patches.length > 0 ? rest : options);
  });
}

/** Shows a sheet that was hidden, and goes to it. */
export async function showSheet({ name }: { readonly name: string }): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.visibility = "Visible";
      sheet.activate();
      await context.sync();
    });
  } catch (error) {
    throw toFailure(error);
  }
}
