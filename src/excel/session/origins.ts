/** Tells what of a workbook is the office's from what only came with it. */
import type { WorkbookGrids } from "../../submission/grid";
import { foreignRows, tellApart, type Incoming, type Sealer } from "../../trust";
import { loadRunRecord } from "../settings/run-record";
import { isOwnSheet, isReadSheet, renamedTo } from "../sheets";
import type { WorkbookReading } from "../types";

/** The reading with every row that does not count named, and without the sheets under our names that are not ours. */
export async function toldApart(reading: WorkbookReading, sealer: Sealer): Promise<WorkbookReading> {
  const marks = new Map(
    [...reading.sheets.values()].filter(({ name }) => isOwnSheet(name)).map(({ name, mark }) => [name, mark]),
  );
  const { grids, foreignSheets, marked } = await tellApart(reading.grids, marks, sealer);
  return {
    ...reading,
    grids,
    origins: { foreignSheets: new Set(foreignSheets), marked },
  };
}

/** What came with the workbook and waits to be dealt with. `grids`: as they stand now, told apart. */
export function incomingOf(
  grids: WorkbookGrids,
  { origins, sheets, settings }: Pick<WorkbookReading, "origins" | "sheets" | "settings">,
): Incoming {
  return {
    rows: foreignRows(grids),
    settings: settings.foreign,
    hiddenSheets: [...sheets.values()]
      .filter(({ name, hidden }) => hidden && isReadSheet(name))
      .map(({ name }) => name),
    renamed: [...origins.foreignSheets].map((from) => ({ from, to: renamedTo(from, sheets) })),
    reviewed: loadRunRecord(settings) !== null,
  };
}
