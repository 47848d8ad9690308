/**
 * Formulas within a unit's Table, read back: Excel makes calculated columns of them, and versions of it have filled other rows or
 * replaced them (office-js 2093, 5909, 6745). Where it did otherwise than planned, values stand instead.
 */
import type { AnnotationPlan, PlannedCell } from "../../results/plan";
import type { CellValue } from "../../grid/address";
import { readCells } from "../read/cells";
import type { WorkbookReading } from "../types";

/** True when what was written as formulas and values is what Excel has there. Asks nothing of Excel outside of a table. */
export async function formulasStand(
  context: Excel.RequestContext,
  { sheet, headerRow, column, lastRow, blocks }: AnnotationPlan,
  { tables }: Pick<WorkbookReading, "tables">,
): Promise<boolean> {
  const planned = new Map<string, PlannedCell>();
  for (const block of blocks)
    block.cells.forEach((line, down) =>
      line.forEach((cell, across) => planned.set(`${block.row + down},${block.column + across}`, cell)),
    );
  const isInTable = tables.some(({ row, column: first, columns }) => row === headerRow && first + columns >= column);
  const live = [...planned].filter(([, cell]) => cell !== null && typeof cell === "object");
  if (!isInTable || live.length === 0) return true;
  const columns = 1 + Math.max(...live.map(([place]) => Number(place.split(",")[1]))) - column;
  const area = { sheet, row: headerRow + 1, column, rows: lastRow - headerRow, columns };
  const [cells = []] = await readCells(context, [area], "formulas", undefined, () => undefined);
  return cells.every((line, down) =>
    line.every((cell, across) => isAs(planned.get(`${area.row + down},${column + across}`) ?? null, cell)),
  );
}

/** The function, and the row it is handed; Excel may put in what else belongs to a formula. */
const CALL = /CE\.(\w+)\(.*?(\$[A-Z]+\d+:\$[A-Z]+\d+)/;

function isAs(planned: PlannedCell, there: CellValue): boolean {
  const isFormula = typeof there === "string" && there.startsWith("=");
  if (planned === null || typeof planned !== "object") return !isFormula;
  const [wanted, found] = [CALL.exec(planned.formula), isFormula ? CALL.exec(there) : null];
  return found !== null && found[1] === wanted?.[1] && found[2] === wanted?.[2];
}
