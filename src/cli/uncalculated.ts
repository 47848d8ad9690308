/** Formulas that whoever wrote a workbook never calculated: what they show is known to Excel alone. */
import type { Workbook } from "../book/model/workbook";
import { a1 } from "../grid/address";
import { text } from "./speech";
import { REVIEWED_SHEETS } from "../submission/vocabulary";

const MOST_NAMED = 20;

/** One line a sheet: its cells with a formula and no stored value, and the remedy. Empty when there are none. */
export function uncalculatedLines(workbook: Workbook): string[] {
  return workbook.sheets.flatMap((sheet) => {
    const box = REVIEWED_SHEETS.includes(sheet.name) ? sheet.usedBox(true) : null;
    if (box === null) return [];
    const cells: string[] = [];
    sheet.eachCell(box, (row, column, { formula, value }) => {
      if (formula !== undefined && value === null) cells.push(a1(row, column));
    });
    if (cells.length === 0) return [];
    return [text("uncalculated", { sheet: sheet.name, cells: cells.slice(0, MOST_NAMED), count: cells.length })];
  });
}
