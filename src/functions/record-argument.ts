/**
 * What a custom function is handed, brought into one shape.
 *
 * Two forms of the argument are understood:
 * - a text made by `TEXTJOIN(CHAR(31),FALSE,A5:AF5)`: blanks are "" on every host, so a typed 0 stays a 0. One text is handed over faster
 *   than a range of cells, so that headers come like this too; those of two rows follow each other in it;
 * - a plain range: hosts hand blank cells over as 0, null or "", so there a 0 is read as blank. For every clause
 *   converted by days, ranks or modules a 0 and a blank are worth the same.
 */
import type { CellValue } from "../grid/address";

/** CHAR(31), the unit separator: no key on a keyboard types it. */
const SEPARATOR = "\u001f";

/** Rows of cells from a range, or from joined texts. */
export function rowsOf(argument: unknown): CellValue[][] {
  if (typeof argument === "string" && argument.includes(SEPARATOR)) return [split(argument)];
  if (!Array.isArray(argument)) return [[plain(argument)]];
  return argument.map((line: unknown): CellValue[] => {
    const cells: readonly unknown[] = Array.isArray(line) ? line : [line];
    const [only] = cells;
    return cells.length === 1 && typeof only === "string" && only.includes(SEPARATOR) ? split(only) : cells.map(plain);
  });
}

/** Lines of headers as wide as a record: headers of several rows that were joined into one text are cut into their rows again. */
export function headerLines(argument: unknown, width: number): CellValue[][] {
  const lines = rowsOf(argument);
  const [only] = lines;
  if (lines.length !== 1 || only === undefined || width === 0 || only.length <= width || only.length % width !== 0)
    return lines;
  return Array.from({ length: only.length / width }, (_, at) => only.slice(at * width, (at + 1) * width));
}

function split(text: string): CellValue[] {
  return text.split(SEPARATOR).map((cell) => (cell === "" ? null : cell));
}

function plain(cell: unknown): CellValue {
  if (cell === 0 || cell === "" || cell === null || cell === undefined) return null;
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
  return typeof cell === "object" && "basicValue" in cell ? plain(cell.basicValue) : JSON.stringify(cell);
}
