/** What a review and its results need to know of a workbook in memory: the same that excel/ reads of an open one. */
import type { Sheet, Workbook } from "../book/model/workbook";
import { isOwnSheet, isPageSheet, isReadSheet, isUnfinished, renamedTo } from "../papers";
import { readLedgerRows, SHEETS } from "../submission";
import type { WorkbookGrids } from "../submission/grid";
import { foreignRows, SHEET_MARK, tellApart, type Incoming, type Sealer } from "../trust";
import type { FailureDetails, FailureKey, FailureProblem } from "../messages";
import { gridOfSheet } from "./grids";

/** Why a workbook can't be reviewed or written: problems with their cells, or one failure that concerns it as a whole. */
export class NotReviewable extends Error {
  constructor(
    readonly problems: readonly FailureProblem[],
    readonly failure: { readonly key: FailureKey; readonly details: FailureDetails } | null = null,
  ) {
    super(failure?.key ?? problems.map(({ key }) => key).join(", "));
    this.name = "NotReviewable";
  }
}

export interface BookReading {
  readonly workbook: Workbook;
  /** Sheets that are read, each row that does not count named. */
  readonly grids: WorkbookGrids;
  /** Sheets under one of our names that are not ours. */
  readonly foreignSheets: ReadonlySet<string>;
}

/** `sealer`: makes the office's marks, by which its rows are known. */
export async function readBook(workbook: Workbook, sealer: Sealer): Promise<BookReading> {
  const read = new Map(
    workbook.sheets.filter(({ name }) => isReadSheet(name)).map((sheet) => [sheet.name, gridOfSheet(sheet)]),
  );
  const marks = new Map(
    workbook.sheets
      .filter(({ name }) => isOwnSheet(name))
      .map((sheet) => [sheet.name, workbook.definedName(SHEET_MARK, sheet)?.formula ?? ""]),
  );
  const { grids, foreignSheets } = await tellApart(read, marks, sealer);
  return { workbook, grids, foreignSheets: new Set(foreignSheets) };
}

const NUMBER = /\d{4}-\d{4,}/g;

/** The reading with page sheets that are not ours among its foreign sheets. A page is known by a number of the ledger: a number is in the ledger before its page exists. */
export function withForeignPages(reading: BookReading): BookReading {
  const ledger = readLedgerRows(reading.grids.get(SHEETS.ledger));
  const given = new Set(ledger.ok ? ledger.rows.map(({ entry }) => entry.certificateNo) : []);
  const foreign = reading.workbook.sheets
    .filter((sheet) => isPageSheet(sheet.name) && !isUnfinished(sheet.name))
    .filter((sheet) => !numbersOn(sheet).some((number) => given.has(number)))
    .map(({ name }) => name);
  return { ...reading, foreignSheets: new Set([...reading.foreignSheets, ...foreign]) };
}

function numbersOn(sheet: Sheet): readonly string[] {
  const used = sheet.usedBox(true);
  const numbers: string[] = [];
  if (used !== null)
    sheet.eachCell(used, (_row, _column, { value }) => numbers.push(...(String(value ?? "").match(NUMBER) ?? [])));
  return numbers;
}

/** Throws NotReviewable for a protection that stands in the way of what is to be written. */
export function checkWritable({ workbook, foreignSheets: foreign }: BookReading, names: readonly string[]): void {
  const locked = names.find((name) => workbook.sheetByName(name)?.protected === true);
  if (locked !== undefined) throw new NotReviewable([], { key: "sheet-protected", details: { sheet: locked } });
  const changes = names.some((name) => workbook.sheetByName(name) === undefined || foreign.has(name));
  if (workbook.structureProtected && changes) throw new NotReviewable([], { key: "structure-protected", details: {} });
}

/** Gives a sheet that is not ours another name, so that ours can have its own. */
export function renameForeign({ workbook, foreignSheets: foreign }: BookReading, names: readonly string[]): void {
  const taken = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const name of names.filter((each) => foreign.has(each))) {
    const sheet = taken.get(name);
    if (sheet !== undefined) sheet.name = renamedTo(name, taken);
  }
}

/** What came with the workbook and does not count. `before`: the sheets as they were when it was opened. */
export function incomingOf({ workbook, grids, foreignSheets: foreign }: BookReading): Incoming {
  const names = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    rows: foreignRows(grids),
    settings: [],
    hiddenSheets: workbook.sheets
      .filter(({ name, visibility }) => visibility !== "Visible" && isReadSheet(name))
      .map(({ name }) => name),
    renamed: [...foreign].filter(isOwnSheet).map((from) => ({ from, to: renamedTo(from, names) })),
    // The settings of a document that Excel has not opened are nobody's
    reviewed: false,
  };
}
