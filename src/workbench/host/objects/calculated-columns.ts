/** Columns of tables that a written formula makes calculated: Excel fills the rest of the column with it. */
import { shiftFormula } from "../../../book/model/formulas";
import { type Area, contains, intersects, type Sheet, type Table } from "../../../book/model/workbook";
import type { HostState } from "../state";

/**
 * After formulas were written into a range: in each column of a table that got one and has nothing but formulas and blanks besides, the
 * blank cells and those with a formula take the first one, cells that were written as blank too (office-js 2093, 5909, 6745).
 */
export function fillCalculatedColumns(state: HostState, sheet: Sheet, box: Area): void {
  for (const table of sheet.tables) {
    const body = bodyOf(table);
    if (!intersects(body, box)) continue;
    const end = Math.min(box.column + box.columns, body.column + body.columns);
    for (let column = Math.max(box.column, body.column); column < end; column += 1)
      fillColumn(state, sheet, { ...body, column, columns: 1 }, box);
  }
}

function bodyOf({ box, headerRow, totalsRow }: Table): Area {
  const top = headerRow ? 1 : 0;
  return { ...box, row: box.row + top, rows: box.rows - top - (totalsRow ? 1 : 0) };
}

function fillColumn(state: HostState, sheet: Sheet, column: Area, written: Area): void {
  let first: { readonly row: number; readonly formula: string } | null = null;
  const constants = new Set<number>();
  for (let row = column.row; row < column.row + column.rows; row += 1) {
    const formula = sheet.cell(row, column.column)?.formula;
    const isWritten = contains(written, { row, column: column.column, rows: 1, columns: 1 });
    if (formula !== undefined && isWritten) first ??= { row, formula };
    if (formula === undefined && sheet.value(row, column.column) !== null) {
      // Somebody's own values beside: no calculated column
      if (!isWritten) return;
      constants.add(row);
    }
  }
  if (first === null) return;
  for (let row = column.row; row < column.row + column.rows; row += 1) {
    if (constants.has(row)) continue;
    const formula =
      state.calculatedColumns === "relative" ? shiftFormula(first.formula, row - first.row, 0) : first.formula;
    if (sheet.cell(row, column.column)?.formula === formula) continue;
    sheet.setFormula(row, column.column, formula);
    state.changes.formulaWritten(sheet, row, column.column);
  }
}
