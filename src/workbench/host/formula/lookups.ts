/** Looking things up, and places. */
import { type CellError, columnName, quoteSheet } from "../../../book/model/workbook";
import {
  type Body,
  type FunctionCall,
  cellsOf,
  entry,
  type Library,
  matrixOf,
  numberArgument,
  oneValue,
  overArrays,
  truthArgument,
} from "./call";
import { type CellMatrix, line } from "./cells";
import { hasWildcard, wildcard } from "./criteria";
import {
  failed,
  type Reference,
  compareValues,
  isReference,
  isMatrix,
  NA,
  type Operand,
  REF,
  toNumber,
  toText,
  VALUE,
  type FormulaValue,
} from "./values";

const sameKind = (a: FormulaValue, b: FormulaValue): boolean =>
  typeof a === typeof b && !failed(a) && !failed(b) && a !== null;

/** Whether a cell is what is looked for: of its kind, texts upper and lower case alike, with `*` and `?` where asked. */
function matcher(wanted: FormulaValue, wild: boolean): (value: FormulaValue) => boolean {
  if (typeof wanted === "string" && wild && hasWildcard(wanted)) {
    const pattern = wildcard(wanted);
    return (value) => typeof value === "string" && pattern.test(value);
  }
  return (value) => sameKind(value, wanted) && compareValues(value, wanted) === 0;
}

/** The last of the values, which are in rising order, that is not above the wanted one; -1 when none is. */
function lastNotAbove(values: readonly FormulaValue[], wanted: FormulaValue): number {
  let [low, high] = [0, values.length - 1];
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    // Values of other kinds in between do not count: look for one of its kind further down.
    let at = middle;
    while (at >= low && !sameKind(values[at] ?? null, wanted)) at--;
    if (at < low) low = middle + 1;
    else if (compareValues(values[at] ?? null, wanted) <= 0) {
      found = Math.max(found, at);
      low = middle + 1;
    } else high = at - 1;
  }
  return found;
}

/** The last of the values, which are in falling order, that is not below the wanted one. */
function lastNotBelow(values: readonly FormulaValue[], wanted: FormulaValue): number {
  let found = -1;
  for (const [at, value] of values.entries()) {
    if (!sameKind(value, wanted)) continue;
    if (compareValues(value, wanted) < 0) break;
    found = at;
  }
  return found;
}

/** A blank cell is looked for as 0. */
const asWanted = (value: FormulaValue): FormulaValue => value ?? 0;

function matchPlace(values: readonly FormulaValue[], value: FormulaValue, type: number): number {
  const wanted = asWanted(value);
  if (type === 0) return values.findIndex(matcher(wanted, true));
  return type > 0 ? lastNotAbove(values, wanted) : lastNotBelow(values, wanted);
}

const oneLine = ({ rows, columns }: CellMatrix): boolean => rows === 1 || columns === 1;

const match: Body = (call) => {
  const cells = cellsOf(call, call.operand(1));
  const type = numberArgument(call, 2, 1);
  if (failed(type)) return type;
  if (!oneLine(cells)) return NA;
  const values = line(cells);
  return overArrays(call, [call.operand(0)], ([wanted]) => {
    if (failed(wanted ?? null)) return wanted ?? NA;
    const at = matchPlace(values, wanted ?? null, type);
    return at < 0 ? NA : at + 1;
  });
};

/** Nearest values for XLOOKUP and XMATCH: mode -1 the next smaller, 1 the next larger, 2 with wildcards; backwards from the end. */
function crossPlace(values: readonly FormulaValue[], value: FormulaValue, mode: number, backwards: boolean): number {
  const wanted = value;
  const isBlank = wanted === null;
  const equal = isBlank ? (each: FormulaValue): boolean => each === null : matcher(wanted, mode === 2);
  const order = Array.from(values.keys());
  if (backwards) order.reverse();
  const exact = order.find((at) => equal(values[at] ?? null));
  if (exact !== undefined || isBlank || mode === 0 || mode === 2) return exact ?? -1;
  let best = -1;
  for (const at of order) {
    const each = values[at] ?? null;
    if (!sameKind(each, wanted) || compareValues(each, wanted) * mode < 0) continue;
    if (best < 0 || compareValues(each, values[best] ?? null) * mode < 0) best = at;
  }
  return best;
}

interface CrossOptions {
  readonly mode: number;
  readonly backwards: boolean;
}

function crossOptions(call: FunctionCall, modeAt: number): CrossOptions | CellError {
  const mode = numberArgument(call, modeAt, 0);
  const search = call.count > modeAt + 1 && call.has(modeAt + 1) ? numberArgument(call, modeAt + 1, 1) : 1;
  if (failed(mode)) return mode;
  if (failed(search)) return search;
  if (![-1, 0, 1, 2].includes(mode) || ![-2, -1, 1, 2].includes(search)) return VALUE;
  return { mode, backwards: search < 0 };
}

const crossMatch: Body = (call) => {
  const cells = cellsOf(call, call.operand(1));
  const options = crossOptions(call, 2);
  if (failed(options)) return options;
  if (!oneLine(cells)) return VALUE;
  const values = line(cells);
  return overArrays(call, [call.operand(0)], ([wanted]) => {
    if (failed(wanted ?? null)) return wanted ?? NA;
    const at = crossPlace(values, wanted ?? null, options.mode, options.backwards);
    return at < 0 ? NA : at + 1;
  });
};

/** A row or column of what is given back: cells stay cells. */
function slice(call: FunctionCall, operand: Operand, at: number, alongRows: boolean): Operand {
  if (isReference(operand)) {
    const { sheet, box } = operand;
    return {
      sheet,
      box: alongRows ? { ...box, row: box.row + at, rows: 1 } : { ...box, column: box.column + at, columns: 1 },
    };
  }
  const matrix = matrixOf(call, operand);
  return alongRows ? [matrix[at] ?? []] : matrix.map((row) => [row[at] ?? null]);
}

const crossLookup: Body = (call) => {
  const cells = cellsOf(call, call.operand(1));
  const given = call.operand(2);
  const options = crossOptions(call, 4);
  if (failed(options)) return options;
  if (!oneLine(cells)) return VALUE;
  const target = cellsOf(call, given);
  const alongRows = cells.columns === 1 && (cells.rows > 1 || target.columns > 1 || target.rows === 1);
  if ((alongRows ? target.rows : target.columns) !== (alongRows ? cells.rows : cells.columns)) return VALUE;
  const values = line(cells);
  const several = (operand: Operand): boolean =>
    isMatrix(operand) || (isReference(operand) && operand.box.rows * operand.box.columns > 1);
  const missing = (): Operand => (call.count > 3 && call.has(3) ? call.operand(3) : NA);
  const wanted = call.operand(0);
  const place = (value: FormulaValue): number => crossPlace(values, value, options.mode, options.backwards);
  if (several(wanted)) {
    return overArrays(call, [wanted], ([value]) => {
      const at = place(value ?? null);
      if (at >= 0) return alongRows ? target.at(at, 0) : target.at(0, at);
      const other = missing();
      return isReference(other) || isMatrix(other) ? VALUE : other;
    });
  }
  const value = oneValue(call, 0);
  if (failed(value)) return value;
  const at = place(value);
  return at < 0 ? missing() : slice(call, given, at, alongRows);
};

/** VLOOKUP down the first column, HLOOKUP along the first row. */
const lookupIn =
  (down: boolean): Body =>
  (call) => {
    const table = cellsOf(call, call.operand(1));
    const nearest = truthArgument(call, 3, true);
    if (failed(nearest)) return nearest;
    const keys = down
      ? Array.from({ length: table.filled }, (_, row) => table.at(row, 0))
      : Array.from({ length: table.columns }, (_, column) => table.at(0, column));
    return overArrays(call, [call.operand(0), call.operand(2)], ([wanted, which]) => {
      const index = toNumber(which ?? null);
      if (failed(wanted ?? null)) return wanted ?? NA;
      if (failed(index)) return index;
      if (index < 1) return VALUE;
      if (Math.trunc(index) > (down ? table.columns : table.rows)) return REF;
      const at = matchPlace(keys, wanted ?? null, nearest ? 1 : 0);
      if (at < 0) return NA;
      return down ? table.at(at, Math.trunc(index) - 1) : table.at(Math.trunc(index) - 1, at);
    });
  };

const lookup: Body = (call) => {
  const cells = cellsOf(call, call.operand(1));
  const byColumn = cells.rows >= cells.columns;
  const keys = byColumn
    ? Array.from({ length: cells.filled }, (_, row) => cells.at(row, 0))
    : Array.from({ length: cells.columns }, (_, column) => cells.at(0, column));
  const results = call.count > 2 ? cellsOf(call, call.operand(2)) : null;
  return overArrays(call, [call.operand(0)], ([wanted]) => {
    if (failed(wanted ?? null)) return wanted ?? NA;
    const at = lastNotAbove(keys, asWanted(wanted ?? null));
    if (at < 0) return NA;
    if (results !== null) return results.columns === 1 ? results.at(at, 0) : results.at(0, at);
    return byColumn ? cells.at(at, cells.columns - 1) : cells.at(cells.rows - 1, at);
  });
};

const index: Body = (call) => {
  const operand = call.operand(0);
  const cells = cellsOf(call, operand);
  const [first, second] = [numberArgument(call, 1, 0), numberArgument(call, 2, 0)];
  if (failed(first)) return first;
  if (failed(second)) return second;
  const lone = call.count < 3 && cells.rows === 1;
  const [row, column] = (lone ? [0, first] : [first, second]).map(Math.trunc) as [number, number];
  if (row < 0 || column < 0) return VALUE;
  if (row > cells.rows || column > cells.columns) return REF;
  // One index into a block of several columns is not enough, but 0 means all.
  const atRow = row === 0 && cells.rows === 1 ? 1 : row;
  const atColumn = column === 0 && cells.columns === 1 ? 1 : column;
  const byRow = atRow === 0 ? operand : slice(call, operand, atRow - 1, true);
  return atColumn === 0 ? byRow : slice(call, byRow, atColumn - 1, false);
};

/** Row or column numbers of cells, or of where the formula stands. */
const lineNumber =
  (rows: boolean): Body =>
  (call) => {
    if (call.count === 0) return (rows ? call.around.row : call.around.column) + 1;
    const operand = call.operand(0);
    if (!isReference(operand)) return VALUE;
    const { box } = operand;
    const count = rows ? box.rows : box.columns;
    const from = (rows ? box.row : box.column) + 1;
    if (count === 1 || count > 100_000) return from;
    const numbers = Array.from({ length: count }, (_, at) => from + at);
    return rows ? numbers.map((number) => [number]) : [numbers];
  };

const size =
  (rows: boolean): Body =>
  (call) => {
    const operand = call.operand(0);
    if (failed(operand as FormulaValue)) return operand;
    const cells: CellMatrix | Reference["box"] = isReference(operand) ? operand.box : cellsOf(call, operand);
    return rows ? cells.rows : cells.columns;
  };

const address: Body = (call) => {
  const [row, column, kind] = [numberArgument(call, 0, 1), numberArgument(call, 1, 1), numberArgument(call, 2, 1)];
  const a1 = truthArgument(call, 3, true);
  if (failed(row)) return row;
  if (failed(column)) return column;
  if (failed(kind)) return kind;
  if (row < 1 || column < 1 || row > 1_048_576 || column > 16_384 || a1 !== true) return VALUE;
  const sheet = call.count > 4 ? toText(oneValue(call, 4)) : "";
  if (failed(sheet)) return sheet;
  const text = `${kind === 1 || kind === 3 ? "$" : ""}${columnName(Math.trunc(column) - 1)}${kind === 1 || kind === 2 ? "$" : ""}${Math.trunc(row)}`;
  return sheet === "" ? text : `${quoteSheet(sheet)}!${text}`;
};

export const LOOKUPS: Library = {
  MATCH: entry(2, 3, match),
  XMATCH: entry(2, 4, crossMatch),
  XLOOKUP: entry(3, 6, crossLookup),
  VLOOKUP: entry(3, 4, lookupIn(true)),
  HLOOKUP: entry(3, 4, lookupIn(false)),
  LOOKUP: entry(2, 3, lookup),
  INDEX: entry(2, 3, index),
  ROW: entry(0, 1, lineNumber(true)),
  COLUMN: entry(0, 1, lineNumber(false)),
  ROWS: entry(1, 1, size(true)),
  COLUMNS: entry(1, 1, size(false)),
  ADDRESS: entry(2, 5, address),
  TRANSPOSE: entry(1, 1, (call) => {
    const matrix = matrixOf(call, call.operand(0));
    return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? null));
  }),
  FORMULATEXT: entry(1, 1, (call) => {
    const operand = call.operand(0);
    return isReference(operand)
      ? (call.around.formulaAt(operand.sheet, operand.box.row, operand.box.column) ?? NA)
      : NA;
  }),
};
