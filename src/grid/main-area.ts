/** The part of a sheet's used range that is worth reading: one cell far away makes the range as large as the sheet. */
import type { Area } from "./address";

/** A used range up to this size is read whole, blank cells between included. */
const READ_WHOLE = { columns: 512, rows: 80_000 } as const;
/** A larger one is cut into so many bands; it ends before the first band without anything in it. */
const BANDS = 16;
/** What a program in a browser holds of one sheet. */
const MOST_CELLS = 12_000_000;

export interface MainArea {
  readonly main: Area;
  /** Where there is something that is not read. */
  readonly leftOut: readonly Area[];
}

/**
 * Finds the main area of a used range. Yields areas to look into, and wants for each the smallest one around what holds
 * something, null where nothing does. Asks nothing of ranges of usual size.
 */
export function* findMainArea(used: Area): Generator<readonly Area[], MainArea, readonly (Area | null)[]> {
  let main = used;
  const leftOut: Area[] = [];
  for (const axis of ["columns", "rows"] as const) {
    if (main[axis] <= READ_WHOLE[axis]) continue;
    const found = yield bandsOf(main, axis);
    const end = found.findIndex((band) => band === null);
    const kept = found.slice(0, end < 0 ? found.length : end).filter((band) => band !== null);
    if (end < 0 || kept.length === 0) continue;
    leftOut.push(...found.slice(end).filter((band) => band !== null));
    main = kept.reduce(around);
  }
  const rows = Math.floor(MOST_CELLS / main.columns);
  if (main.rows > rows) {
    leftOut.push({ ...main, row: main.row + rows, rows: main.rows - rows });
    main = { ...main, rows };
  }
  return { main, leftOut };
}

function bandsOf(area: Area, axis: "columns" | "rows"): Area[] {
  const size = Math.ceil(area[axis] / BANDS);
  return Array.from({ length: Math.ceil(area[axis] / size) }, (_, at) => {
    const from = at * size;
    const length = Math.min(size, area[axis] - from);
    return axis === "rows"
      ? { ...area, row: area.row + from, rows: length }
      : { ...area, column: area.column + from, columns: length };
  });
}

function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
