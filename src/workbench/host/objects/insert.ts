/** Sheets out of another workbook's file. */
import type { Sheet, Workbook } from "../../../book/model/workbook";
import { emptyWorkbook, NotAWorkbookError, openWorkbook, saveWorkbook } from "../../../book/xlsx";
import type { HostState } from "../state";
import { invalid, notFound, Refused } from "../protocol/errors";
import { WorkbookEvent } from "../protocol/constants";
import { parseFormula, walk } from "../formula/syntax";
import { type Args, asRecord, asText, onlyKeys } from "../protocol/host-object";

/** What a custom function shows in a sheet that was inserted just now: it is asked anew, and has not answered. */
const BUSY = { error: "#BUSY!" } as const;

/**
 * `workbook.insertWorksheetsFromBase64`: values, number formats, merges, tables and filters of the sheets named, at the end.
 * Formulas come along as what they show: a formula of this sheet's own cells shows the same wherever the sheet stands, a custom
 * function is busy. What may show something else there (other sheets, names, volatile functions) is refused. Answers with
 * the ids of the new sheets.
 */
export function insertSheets(state: HostState, args: Args): string[] {
  state.checkStructure();
  const options = asRecord(args.value(1) ?? {}, "options");
  onlyKeys(options, ["sheetNamesToInsert", "positionType"], "options");
  if ((options.positionType ?? "End") !== "End")
    throw new Refused("inserting sheets elsewhere than at the end is not implemented");
  const { sheetNamesToInsert: names } = options;
  if (names !== undefined && names !== null && !Array.isArray(names))
    throw invalid("options.sheetNamesToInsert must be a list");
  const source = openOther(args.text(0));
  const wanted =
    Array.isArray(names) && names.length > 0
      ? names.map((name) => sheetOf(source, asText(name, "options.sheetNamesToInsert")))
      : source.sheets;
  for (const from of wanted) checkKnown(state, from);
  return wanted.map((from) => {
    const sheet = state.workbook.addSheet(freeName(state.workbook, from.name));
    copy(state, from, sheet);
    state.tell(WorkbookEvent.added, sheet, {});
    return state.sheetId(sheet);
  });
}

/** `Excel.createWorkbook` as the web has it: the file is opened beside this one. Which errors it answers is assumed. */
export function createAndOpen(state: HostState, args: Args): void {
  const base64 = args.value(0);
  if (base64 === undefined || base64 === null || base64 === "") {
    state.createdWorkbooks.push(saveWorkbook(emptyWorkbook()));
    return;
  }
  const text = asText(base64, "base64File");
  openOther(text);
  state.createdWorkbooks.push(fromBase64(text));
}

/** Bytes of a base64 text; none when it is no such text. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function openOther(base64: string): Workbook {
  try {
    return openWorkbook(fromBase64(base64));
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

/** What these give depends on more than the cells that come along. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "INDIRECT",
  "OFFSET",
  "TODAY",
  "NOW",
  "RAND",
  "RANDBETWEEN",
  "RANDARRAY",
  "CELL",
  "INFO",
  "SHEET",
  "SHEETS",
]);

function checkKnown(state: HostState, from: Sheet): void {
  const odd = from.tables.find(({ headerRow, totalsRow }) => !headerRow || totalsRow);
  if (odd) throw new Refused("inserting a table without a header row or with a totals row is not implemented");
  const box = from.usedBox(true);
  if (!box) return;
  from.eachCell(box, (_row, _column, { formula }) => {
    if (formula === undefined || state.changes.asksFunctions(formula)) return;
    walk(parseFormula(formula), (node) => {
      if (node.kind === "name" || node.kind === "table")
        throw new Refused("inserting a sheet whose formulas use names or tables is not implemented");
      if (node.kind === "reference" && node.sheet !== null)
        throw new Refused("inserting a sheet whose formulas look at other sheets is not implemented");
      if (node.kind === "call" && (ELSEWHERE.has(node.name.toUpperCase()) || node.name.includes(".")))
        throw new Refused(`inserting a sheet with the function ${node.name} is not implemented`);
    });
  });
}

function copy(state: HostState, from: Sheet, to: Sheet): void {
  to.protected = from.protected;
  const box = from.usedBox(true);
  if (box) {
    from.eachCell(box, (row, column, { style, value, formula }) => {
      to.setStyle(row, column, { numberFormat: from.workbook.style(style).numberFormat });
      to.setValue(row, column, formula !== undefined && state.changes.asksFunctions(formula) ? BUSY : value);
    });
  }
  for (const merge of from.merges) to.merge(merge);
  for (const table of from.tables) to.addTable(table.box);
  if (from.autoFilter) to.autoFilter = from.autoFilter;
}
