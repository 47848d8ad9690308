/** What came with a workbook: confirmed when the command is told so, and listed in lines that a person reads. */
import type { Workbook } from "../book/model/workbook";
import { dealingPatches, foreignRows, verifyGrids, type Incoming, type IncomingRow, type Sealer } from "../trust";
import { gridsOf, layPatch } from "../in-memory";
import { text } from "./speech";

/** Takes over, in memory, every row that came with the workbook. Gives the rows. */
export async function takeOverAll(workbook: Workbook, sealer: Sealer, on: string): Promise<readonly IncomingRow[]> {
  const grids = await verifyGrids(gridsOf(workbook), sealer);
  const rows = foreignRows(grids);
  const dealing = { take: "over", by: "命令行", on, reason: "--trust-decisions" } as const;
  for (const patch of await dealingPatches(grids, rows, dealing, sealer)) {
    const sheet = workbook.sheetByName(patch.name);
    if (sheet) layPatch(sheet, patch);
  }
  return rows;
}

/** What came with the workbook and does not count. */
export function incomingLines({ rows, hiddenSheets, renamed }: Incoming): readonly string[] {
  return [
    ...(rows.length === 0 ? [] : [text("incoming-not-counted"), ...rowLines(rows)]),
    ...renamed.map((sheet) => text("sheet-renamed", sheet)),
    ...(hiddenSheets.length === 0 ? [] : [text("hidden-sheets-read", { sheets: hiddenSheets })]),
  ];
}

/** What the command was told to confirm. */
export function takenOverLines(rows: readonly IncomingRow[]): readonly string[] {
  return rows.length === 0 ? [] : [text("incoming-taken"), ...rowLines(rows)];
}

/** Rows by sheet, with who is said to have signed how many. */
function rowLines(rows: readonly IncomingRow[]): readonly string[] {
  return [...new Set(rows.map(({ sheet }) => sheet))].map((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet);
    const signers = [...new Set(own.map(({ by }) => by))].map((by) => {
      return { by, count: own.filter((row) => row.by === by).length };
    });
    return text("incoming-rows", { sheet, count: own.length, signers });
  });
}
