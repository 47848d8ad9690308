/**
 * Sheets out of another workbook's file. Excel itself opens it: it inserts them at the end, they are read and taken away
 * again. Excel knows every dialect of .xlsx; we don't have to.
 */
import type { Area } from "../../grid/address";
import { SHEETS } from "../../submission";
import type { SheetGrid } from "../../submission/grid";
import { deleteSheet, READING_SHEET } from "../sheets";
import { checkCancelled, isTooLarge } from "../failures";
import { readCells } from "./cells";
import { ExcelFailure, type ActionOptions } from "../types";

export interface ForeignFile {
  /** As the user knows it. */
  readonly name: string;
  readonly base64: string;
}

interface Wanted {
  readonly needed: readonly string[];
  /** Asked for along with the others; a file that has not all of them is no mistake, and gives none. */
  readonly optional: readonly string[];
  /** What the file should be, for the words of a failure. */
  readonly what: string;
}

/** Every .xlsx is a zip archive: its first bytes, "PK", in base64. An encrypted one is not. */
const ZIP = "UEs";
/** The other workbook's sheets must not stay behind: taking them away is tried again when a request is lost. */
const ATTEMPTS = 3;
/** Answers of hosts to a sheet that the file does not have, or a file that is none. */
const NOT_THERE: ReadonlySet<unknown> = new Set(["ItemNotFound", "InvalidArgument"]);

/**
 * The cells' values by the sheet's name in the file; blank sheets and those it has not are left out. A formula gives what the file
 * or Excel says it shows: what our own functions show is not to be relied on, they may still be busy. Throws `input` for a
 * file that is no such workbook, `protected` where no sheet may be inserted.
 */
export async function readForeignSheets(
  context: Excel.RequestContext,
  file: ForeignFile,
  wanted: Wanted,
  structureProtected: boolean,
  options: ActionOptions,
): Promise<ReadonlyMap<string, SheetGrid>> {
  const { name } = file;
  const { signal } = options;
  if (!file.base64.startsWith(ZIP)) throw new ExcelFailure("file-no-workbook", { file: name });
  if (structureProtected) throw new ExcelFailure("file-structure-protected");
  try {
    const all =
      wanted.optional.length === 0
        ? null
        : await insert(context, file, [...wanted.needed, ...wanted.optional], wanted.what);
    const found = all ?? (await insert(context, file, wanted.needed, wanted.what, wanted.optional.length > 0));
    if (found === null)
      throw new ExcelFailure("file-sheets-missing", {
        file: name,
        sheets: wanted.needed,
        wanted: wanted.what,
      });
    checkCancelled(signal);
    return await read(context, found, [...wanted.needed, ...wanted.optional], options);
  } finally {
    await remove(context);
  }
}

/** Takes away what a reading that broke off has left in this workbook. Throws `file-leftover` where it can't be. */
export function removeLeftovers(): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, remove);
}

/**
 * Ids of the inserted sheets; null when the file has not all of them, or is none. A sheet of our own is put before them in
 * the same request, so that they are known again should nobody be there for the answer. `again`: an earlier attempt has put it
 * there, unless that was refused as a whole.
 */
async function insert(
  context: Excel.RequestContext,
  { name, base64 }: ForeignFile,
  sheets: readonly string[],
  what: string,
  again = false,
): Promise<readonly string[] | null> {
  const there = again ? context.workbook.worksheets.getItemOrNullObject(READING_SHEET).load("name") : null;
  if (there !== null) await context.sync();
  if (there?.isNullObject !== false) context.workbook.worksheets.add(READING_SHEET).visibility = "Hidden";
  const ids = context.workbook.insertWorksheetsFromBase64(base64, {
    sheetNamesToInsert: [...sheets],
    positionType: "End",
  });
  try {
    await context.sync();
    return ids.value;
  } catch (error) {
    if (isTooLarge(error))
      throw new ExcelFailure(sheets.length === 1 ? "file-sheet-too-large" : "file-too-large", {
        file: name,
        sheets: sheets[0] ?? "",
        wanted: what,
      });
    const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    if (NOT_THERE.has(code)) return null;
    throw error;
  }
}

/** As the file calls them: where the name was taken, Excel has put a number behind it. */
async function read(
  context: Excel.RequestContext,
  ids: readonly string[],
  names: readonly string[],
  { signal, onProgress }: ActionOptions,
): Promise<ReadonlyMap<string, SheetGrid>> {
  const loaded = ids.map((id) => {
    const sheet = context.workbook.worksheets.getItem(id).load("name");
    return { id, sheet, used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") };
  });
  await context.sync();
  const areas = loaded.flatMap(({ id, sheet, used }): (Area & { readonly sheet: string; readonly name: string })[] => {
    const name = names.find(
      (each) =>
        sheet.name === each ||
        (sheet.name.startsWith(`${each} (`) && /^\(\d+\)$/.test(sheet.name.slice(each.length + 1))),
    );
    if (used.isNullObject || name === undefined) return [];
    return [
      {
        sheet: id,
        name,
        row: used.rowIndex,
        column: used.columnIndex,
        rows: used.rowCount,
        columns: used.columnCount,
      },
    ];
  });
  const total = areas.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const cells = await readCells(context, areas, "values", signal, (rows) =>
    onProgress?.({ step: "reading", done: Math.min((done += rows), total), total }),
  );
  return new Map(
    areas.map(({ name, row, column }, at) => [
      name,
      { name, firstRow: row, firstColumn: column, values: cells[at] ?? [] },
    ]),
  );
}

/** Our own sheet goes last: as long as it is there, a further attempt knows what stands after it. */
async function remove(context: Excel.RequestContext): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const worksheets = context.workbook.worksheets.load("items/name");
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a second attempt after a failure
      await context.sync();
      const { items } = worksheets;
      const at = items.findIndex(({ name }) => name === READING_SHEET);
      if (at < 0) return;
      for (const sheet of [...items.slice(at + 1).filter(({ name }) => isOfFile(name)), ...items.slice(at, at + 1)])
        deleteSheet(sheet);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a second attempt after a failure
      await context.sync();
      return;
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      throw new ExcelFailure("file-leftover", {}, { cause: error });
    }
  }
}

const NAMES: readonly string[] = Object.values(SHEETS);

/** As sheets of a file are called here: 口径, or 口径 (2) where there is one already. */
function isOfFile(name: string): boolean {
  return NAMES.includes(name.replace(/ \(\d+\)$/, ""));
}
