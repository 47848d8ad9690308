/** Reads rectangles of cells in as few round trips as their bytes allow. */
import type { CellValue } from "../../grid/address";
import { lineBytes, MAX_BATCH_BYTES } from "../request-sizes";
import { checkCancelled, isTooLarge } from "../failures";
import type { Area } from "../../grid/address";

/** Excel answers `null` or an error above 5,000,000 cells. */
const MAX_CELLS = 2_000_000;
/** Before anything was read of a sheet: bytes a cell, blank ones included. A wrong guess costs one more round trip. */
const FIRST_GUESS = 24;
/** Rows differ: the estimate from earlier rows is raised by this much. */
const SAFETY = 1.1;

export interface SheetArea extends Area {
  readonly sheet: string;
}

interface Piece extends SheetArea {
  readonly of: number;
}

/**
 * The lines of every area, in order. `property` formulas gives formula text, or the value where there is no formula.
 * When Excel finds an answer too large, the budget is halved and the piece is asked for again.
 */
export async function readCells(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  property: "formulas" | "values",
  signal: AbortSignal | undefined,
  onRows: (rows: number) => void,
): Promise<readonly (readonly (readonly CellValue[])[])[]> {
  const results: CellValue[][][] = areas.map(() => []);
  const bytesPerRow = areas.map((area) => area.columns * FIRST_GUESS);
  const waiting: Piece[] = areas.flatMap((area, of) => (area.rows > 0 && area.columns > 0 ? [{ ...area, of }] : []));
  let budget = MAX_BATCH_BYTES;
  while (waiting.length > 0) {
    checkCancelled(signal);
    const batch = take(waiting, bytesPerRow, budget);
    const ranges = batch.map((piece) =>
      context.workbook.worksheets
        .getItem(piece.sheet)
        .getRangeByIndexes(piece.row, piece.column, piece.rows, piece.columns)
        .load(property),
    );
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- pieces are as large as a request may be
      await context.sync();
    } catch (error) {
      const largest = Math.max(...batch.map((piece) => piece.rows));
      if (!isTooLarge(error) || (batch.length === 1 && largest === 1)) throw error;
      budget /= 2;
      waiting.unshift(...batch);
      continue;
    }
    batch.forEach((piece, at) => {
      const range = ranges[at];
      if (range === undefined) return;
      const lines = (property === "formulas" ? range.formulas : range.values) as unknown[][];
      const target = results[piece.of];
      let bytes = 0;
      for (const line of lines) {
        bytes += lineBytes(line);
        target?.push(line.map(cellValue));
      }
      bytesPerRow[piece.of] = (bytes / Math.max(1, lines.length)) * SAFETY;
      onRows(piece.rows);
      range.untrack();
    });
  }
  return results;
}

/** The next pieces within the budget; an area that does not fit is cut and its rest put back. */
function take(waiting: Piece[], bytesPerRow: readonly number[], budget: number): Piece[] {
  const batch: Piece[] = [];
  let left = budget;
  let cells = MAX_CELLS;
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const rowBytes = Math.max(1, bytesPerRow[piece.of] ?? FIRST_GUESS);
    const fit = Math.floor(Math.min(left / rowBytes, cells / piece.columns));
    const rows = Math.min(piece.rows, batch.length === 0 ? Math.max(1, fit) : fit);
    if (rows > 0) batch.push({ ...piece, rows });
    left -= rows * rowBytes;
    cells -= rows * piece.columns;
    if (rows < piece.rows) {
      waiting.unshift({ ...piece, row: piece.row + rows, rows: piece.rows - rows });
      break;
    }
  }
  return batch;
}

function cellValue(value: unknown): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
