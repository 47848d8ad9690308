/** Sheets out of another workbook's file. */
import type { Sheet, Workbook } from "../../../book/model/workbook";
import { emptyWorkbook, NotAWorkbookError, openWorkbook, saveWorkbook } from "../../../book/xlsx";
import type { Desk } from "../desk";
import { invalid, notFound, Refused } from "../errors";
import { WorkbookEvent } from "../protocol";
import { type Args, asRecord, asText, onlyKeys } from "../wire";

/**
 * `workbook.insertWorksheetsFromBase64`: values and number formats of the sheets named, at the end. What would
 * need more of the other workbook (formulas, tables, merges) is refused. Answers with the ids of the new sheets.
 */
export function insertSheets(desk: Desk, args: Args): string[] {
  desk.checkStructure();
  const options = asRecord(args.value(1) ?? {}, "options");
  onlyKeys(options, ["sheetNamesToInsert", "positionType"], "options");
  if ((options.positionType ?? "End") !== "End") throw new Refused("inserting sheets elsewhere than at the end is not implemented");
  const { sheetNamesToInsert: names } = options;
  if (names !== undefined && names !== null && !Array.isArray(names)) throw invalid("options.sheetNamesToInsert must be a list");
  const source = openOther(args.text(0));
  const wanted = Array.isArray(names) && names.length > 0 ? names.map((name) => sheetOf(source, asText(name, "options.sheetNamesToInsert"))) : source.sheets;
  for (const from of wanted) checkPlain(from);
  return wanted.map((from) => {
    const sheet = desk.workbook.addSheet(freeName(desk.workbook, from.name));
    copy(from, sheet);
    desk.tell(WorkbookEvent.added, sheet, {});
    return desk.sheetId(sheet);
  });
}

/** `Excel.createWorkbook` as the web has it: the file is opened beside this one. Which errors it answers is assumed. */
export function createAndOpen(desk: Desk, args: Args): void {
  const base64 = args.value(0);
  if (base64 === undefined || base64 === null || base64 === "") {
    desk.createdWorkbooks.push(saveWorkbook(emptyWorkbook()));
    return;
  }
  const text = asText(base64, "base64File");
  openOther(text);
  desk.createdWorkbooks.push(new Uint8Array(Buffer.from(text, "base64")));
}

function openOther(base64: string): Workbook {
  try {
    return openWorkbook(new Uint8Array(Buffer.from(base64, "base64")));
  } catch (error) {
    if (error instanceof NotAWorkbookError) throw invalid(`the file is no workbook: ${error.message}`);
    throw error;
  }
}

function sheetOf(source: Workbook, name: string): Sheet {
  const sheet = source.sheetByName(name);
  if (!sheet) throw notFound(`the file has no worksheet ${name}`);
  return sheet;
}

/** As Excel names a copy: 口径 (2). */
function freeName(workbook: Workbook, name: string): string {
  if (!workbook.sheetByName(name)) return name;
  let number = 2;
  while (workbook.sheetByName(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

function checkPlain(from: Sheet): void {
  if (from.tables.length > 0 || from.merges.length > 0) throw new Refused("inserting a sheet with tables or merged cells is not implemented");
  const box = from.usedBox(true);
  if (!box) return;
  from.eachCell(box, (_row, _column, cell) => {
    if (cell.formula !== undefined) throw new Refused("inserting a sheet with formulas is not implemented");
  });
}

function copy(from: Sheet, to: Sheet): void {
  to.protected = from.protected;
  const box = from.usedBox(true);
  if (!box) return;
  from.eachCell(box, (row, column, cell) => {
    to.setStyle(row, column, { numberFormat: from.workbook.style(cell.style).numberFormat });
    to.setValue(row, column, cell.value);
  });
}
