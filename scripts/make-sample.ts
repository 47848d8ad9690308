/**
 * Writes the project's samples from the tables in scripts/sample: `npx tsx scripts/make-sample.ts`.
 * The same tables give the same file, byte for byte.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sheet, StylePatch, Workbook } from "../src/book/model/workbook";
import { emptyWorkbook, saveWorkbook } from "../src/book/xlsx";
import { accountingSheets } from "./sample/accounting";
import { secondRoundSheets } from "./sample/second-round";
import { sampleSheets } from "./sample/sheets";
import type { SampleCell, SampleSheet } from "./sample/sheets";

const FONT = { name: "宋体", size: 11 };
const LINE = { style: "thin", color: "#A6A6A6" } as const;
const GRID: StylePatch = {
  font: FONT,
  vertical: "center",
  borders: { left: LINE, right: LINE, top: LINE, bottom: LINE },
};
const HEADER: StylePatch = {
  ...GRID,
  font: { ...FONT, bold: true },
  fill: "#DDEBF7",
  horizontal: "center",
  wrap: true,
};
const TITLE: StylePatch = { font: { name: "黑体", size: 16, bold: true }, horizontal: "center", vertical: "center" };
const NOTE: StylePatch = { font: { ...FONT, size: 10, color: "#595959" } };

function styleOf(cell: SampleCell): StylePatch {
  if (cell !== null && typeof cell === "object" && "day" in cell)
    return { ...GRID, numberFormat: "yyyy-mm-dd", horizontal: "center" };
  return typeof cell === "string" ? { ...GRID, numberFormat: "@" } : GRID;
}

function writeCell(sheet: Sheet, row: number, column: number, cell: SampleCell): void {
  if (cell === null) return;
  if (typeof cell !== "object") sheet.setValue(row, column, cell);
  else if ("day" in cell) sheet.setValue(row, column, cell.day);
  else sheet.setFormula(row, column, cell.formula, cell.value);
}

function writeSheet(workbook: Workbook, sample: SampleSheet): void {
  const sheet = workbook.sheetByName(sample.name) ?? workbook.addSheet(sample.name);
  const columns = sample.widths.length;
  sample.widths.forEach((width, column) => sheet.setColumnWidth(column, width));
  sample.lines.forEach((line, row) => {
    line.forEach((cell, column) => {
      writeCell(sheet, row, column, cell);
      const above = sample.headerRow !== null && row < sample.headerRow;
      const isHeader = row === sample.headerRow || (sample.headerRow === null && column === 0);
      sheet.setStyle(row, column, above ? (row === 0 ? TITLE : NOTE) : isHeader ? HEADER : styleOf(cell));
    });
  });
  if (sample.headerRow === null) return;
  for (let row = 0; row < sample.headerRow; row++) {
    if ((sample.lines[row]?.length ?? 0) > 0) sheet.merge({ row, column: 0, rows: 1, columns });
  }
  sheet.setRowHeight(sample.headerRow, 30);
  sheet.freeze = { rows: sample.headerRow + 1, columns: sample.name === "学时记录" ? 3 : 0 };
  sheet.printTitleRows = { first: sample.headerRow, count: 1 };
  sheet.setPage({ orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  if (sample.filterTo !== null) {
    const rows = sample.filterTo - sample.headerRow + 1;
    sheet.autoFilter = { box: { row: sample.headerRow, column: 0, rows, columns }, criteria: "" };
  }
}

/** The workbook a unit hands in: its own sheets only, no trace of a review. */
export function sampleWorkbook(samples: readonly SampleSheet[]): Workbook {
  const workbook = emptyWorkbook();
  const unused = workbook.sheets;
  for (const sample of samples) writeSheet(workbook, sample);
  for (const sheet of unused) if (!samples.some(({ name }) => name === sheet.name)) workbook.removeSheet(sheet);
  const first = workbook.sheets[0];
  if (first !== undefined) workbook.activeSheet = first;
  return workbook;
}

/** Every sample by its file in assets/sample. */
export const SAMPLES = {
  "submission.xlsx": sampleSheets,
  /** by the accounting rule */
  "accounting.xlsx": accountingSheets,
  /** the first sample, corrected and handed in again */
  "second-round.xlsx": secondRoundSheets,
} as const;

if (process.argv[1]?.endsWith("make-sample.ts") === true) {
  for (const [file, sheets] of Object.entries(SAMPLES)) {
    const path = join(__dirname, "../assets/sample", file);
    writeFileSync(path, saveWorkbook(sampleWorkbook(sheets())));
    process.stdout.write(`${path}\n`);
  }
}
