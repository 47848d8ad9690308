/**
 * 退回件: a new file made from the bytes of the office's workbook, which itself stays as it is. Loaded when it is needed:
 * it brings the reader and writer of .xlsx along.
 */
import { callsCustomFunction } from "../book/model/formulas";
import type { FailureDetails, FailureKey } from "../messages";
import type { Sheet, Workbook } from "../book/model/workbook";
import { filteredColumns, NotAWorkbookError, openWorkbook, saveWorkbook, withoutPersonalData } from "../book/xlsx";
import { HEADER, highlightsFor } from "../results/colours";
import type { PlannedCell } from "../results/plan";
import { ANNOTATION_HEADERS, RETURNED_HEADERS, SHEETS } from "../submission/vocabulary";
import type { SendBack } from "./content";
import { fileWidth, layOut, layStyle, writeCell } from "./lay-out";
import { letterPlan, type LetterInput } from "./letter";
import { opinionSheetPlan } from "./opinion-sheet";

export interface SendBackRequest {
  readonly content: SendBack;
  readonly letter: LetterInput;
  /** Header row and first column of our annotation on 学时记录, its last row, all 0-based. */
  readonly annotation: { readonly headerRow: number; readonly column: number; readonly lastRow: number };
  /** Widths in points, and what was hidden, of the annotation's columns before the first review. */
  readonly looks: readonly { readonly width: number; readonly hidden: boolean }[];
  /** Sheets that go back to the unit. */
  readonly sheets: readonly string[];
}

/** Why no file can be made; messages/ has the words. */
export class CannotSendBack extends Error {
  override readonly name = "CannotSendBack";

  constructor(
    readonly key: Extract<FailureKey, `return-${string}`>,
    readonly details: FailureDetails = {},
  ) {
    super(key);
  }
}

const WIDTHS = [11, 11, 11, 48] as const;
const VERDICT = 2;
const POINTS_PER_PIXEL = 0.75;

/** The bytes of the new file. Throws CannotSendBack. */
export function sendBackFile(bytes: Uint8Array, request: SendBackRequest): Uint8Array {
  const workbook = opened(bytes);
  const records = workbook.sheetByName(SHEETS.records);
  if (records === undefined) throw new CannotSendBack("return-no-records", { sheet: SHEETS.records });
  const kept = new Set(request.sheets);
  freezeFormulas(workbook, kept);
  replaceAnnotation(records, request);
  for (const sheet of workbook.sheets) {
    // The last visible sheet can't go: what goes back is added first, below
    if (kept.has(sheet.name)) continue;
    if (sheet === workbook.activeSheet) workbook.activeSheet = records;
    workbook.removeSheet(sheet);
  }
  for (const { name, sheet, formula } of [...workbook.definedNames]) {
    if (/#REF!/.test(formula)) workbook.removeDefinedName(name, sheet !== null && "visibility" in sheet ? sheet : null);
  }
  const first = layOut(workbook, opinionSheetPlan(request.content), 0);
  layOut(workbook, letterPlan(request.content, request.letter), 1);
  workbook.activeSheet = first;
  return withoutPersonalData(saveWorkbook(workbook, "xlsx"));
}

function opened(bytes: Uint8Array): Workbook {
  try {
    return openWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof NotAWorkbookError)) throw error;
    const locked = error.kind === "encrypted";
    throw locked
      ? new CannotSendBack("return-encrypted")
      : new CannotSendBack("return-unreadable", { detail: error.message });
  }
}

/** Formulas that ask our functions, or sheets that stay behind, become what they show; the unit's own stay formulas. */
function freezeFormulas(workbook: Workbook, kept: ReadonlySet<string>): void {
  const gone = workbook.sheets.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
  const asksGone = (formula: string): boolean =>
    gone.some((name) => formula.includes(`${name}!`) || formula.includes(`${name.replace(/'/g, "''")}'!`));
  for (const sheet of workbook.sheets) {
    if (!kept.has(sheet.name)) continue;
    const box = sheet.usedBox(true);
    if (box === null) continue;
    sheet.eachCell(box, (row, column, { formula, value }) => {
      if (formula === undefined || !(callsCustomFunction(formula) || asksGone(formula))) return;
      sheet.setValue(row, column, value);
    });
  }
}

/** Our columns give way to the few that tell the unit something; widths, hiding, table and filter follow. */
function replaceAnnotation(sheet: Sheet, { content, annotation, looks }: SendBackRequest): void {
  const { headerRow, column, lastRow } = annotation;
  const before = ANNOTATION_HEADERS.length;
  const count = RETURNED_HEADERS.length;
  const table = sheet.tables.find(
    ({ box }) => box.row === headerRow && box.column < column && box.column + box.columns > column,
  );
  const filter = sheet.autoFilter;
  const filtered =
    filter !== null && filter.box.column + filter.box.columns > column && filter.box.column < column ? filter : null;
  refuseOwnCriteria(
    sheet,
    column,
    table === undefined ? [] : filteredColumns(table).map((at) => table.box.column + at),
  );
  refuseOwnCriteria(
    sheet,
    column,
    filtered === null ? [] : filteredColumns(filtered).map((at) => filtered.box.column + at),
  );

  const used = sheet.usedBox(false);
  const bottom = used === null ? lastRow : Math.max(lastRow, used.row + used.rows - 1);
  sheet.clear({ row: headerRow, column, rows: bottom - headerRow + 1, columns: before });
  for (let at = 0; at < before; at += 1) {
    const look = looks[at];
    sheet.setColumnHidden(column + at, look?.hidden ?? false);
    sheet.setColumnWidth(column + at, look === undefined ? null : fileWidthOfPoints(look.width));
  }
  const byRow = new Map(content.records.map((record) => [record.row, record]));
  const lines: PlannedCell[][] = [[...RETURNED_HEADERS]];
  for (let row = headerRow + 1; row <= lastRow; row += 1) {
    const record = byRow.get(row);
    lines.push(
      record === undefined
        ? [null, null, null, null]
        : [
            record.convertedHours,
            record.creditedHours,
            record.verdict,
            record.problems === "" ? null : record.problems,
          ],
    );
  }
  const body = { row: headerRow + 1, column, rows: Math.max(1, lines.length - 1), columns: count };
  layStyle(
    sheet,
    { row: headerRow, column, rows: 1, columns: count },
    { ...HEADER, numberFormat: "@", vertical: "center", wrap: true },
  );
  layStyle(sheet, { ...body, columns: VERDICT }, { numberFormat: "General", vertical: "center" });
  layStyle(
    sheet,
    { ...body, column: column + VERDICT, columns: count - VERDICT },
    { numberFormat: "@", vertical: "center" },
  );
  lines.forEach((line, down) =>
    line.forEach((cell, across) => writeCell(sheet, headerRow + down, column + across, cell)),
  );
  for (const { runs, color, fill } of highlightsFor(
    headerRow + 1,
    column + VERDICT,
    lines.slice(1).map((line) => line[VERDICT] ?? null),
  )) {
    for (const { row, rows } of runs)
      layStyle(sheet, { row, column: column + VERDICT, rows, columns: 1 }, { color, fill });
  }
  WIDTHS.forEach((characters, at) => sheet.setColumnWidth(column + at, fileWidth(characters)));
  if (table !== undefined) sheet.resizeTable(table, { ...table.box, columns: column + count - table.box.column });
  if (filtered !== null)
    sheet.autoFilter = { ...filtered, box: { ...filtered.box, columns: column + count - filtered.box.column } };
}

/** Rows hidden by what only we know would stay hidden for the unit, and nobody could say why. */
function refuseOwnCriteria(sheet: Sheet, column: number, filtered: readonly number[]): void {
  if (filtered.some((at) => at >= column)) throw new CannotSendBack("return-filtered", { sheet: sheet.name });
}

/** Width on file of so many points. */
function fileWidthOfPoints(points: number): number {
  return Math.trunc((points / POINTS_PER_PIXEL / 7) * 256) / 256;
}
