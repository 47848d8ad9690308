/**
 * What a custom function is handed, brought into one shape.
 *
 * Two forms of the argument are understood:
 * - a text made by `TEXTJOIN(CHAR(31),FALSE,A5:AF5)`: blanks are "" on every host, so a typed 0 stays a 0;
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

function split(text: string): CellValue[] {
  return text.split(SEPARATOR).map((cell) => (cell === "" ? null : cell));
}

function plain(cell: unknown): CellValue {
  if (cell === 0 || cell === "" || cell === null || cell === undefined) return null;
  if (typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean") return cell;
  return typeof cell === "object" && "basicValue" in cell ? plain(cell.basicValue) : JSON.stringify(cell);
}
