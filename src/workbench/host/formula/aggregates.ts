/** Sums, counts, means: over cells, with criteria, over what a filter leaves in sight. */
import {
  AVEDEV,
  COMBIN,
  CORREL,
  GEOMEAN,
  HARMEAN,
  LARGE,
  MEDIAN,
  MODESNGL,
  PERCENTILEINC,
  QUARTILEINC,
  RANKAVG,
  RANKEQ,
  SMALL,
  STDEVP,
  STDEVS,
  SUMSQ,
  VARP,
  VARS,
} from "@formulajs/formulajs";
import type { CellError } from "../../../book/model/workbook";
import {
  type Body,
  type FunctionCall,
  cellsOf,
  entry,
  type Library,
  matrixOf,
  numberArgument,
  overArrays,
  ofNumbers,
} from "./call";
import { type CellMatrix, valuesOf } from "./cells";
import { criterion } from "./criteria";
import {
  failed,
  DIV,
  finite,
  isReference,
  isMatrix,
  NA,
  NUM,
  type Operand,
  toNumber,
  VALUE,
  type FormulaValue,
} from "./values";

/**
 * The numbers among the arguments from `first` on. Texts, truth values and blanks in cells do not count; typed into the
 * formula they do, and a text that is no number is an error. Gives back the first error met.
 */
function numbers(call: FunctionCall, operands: readonly Operand[], first = 0): number[] | CellError {
  const found: number[] = [];
  for (const operand of operands.slice(first)) {
    if (!isReference(operand) && !isMatrix(operand)) {
      const value = toNumber(operand);
      if (failed(value)) return value;
      found.push(value);
      continue;
    }
    for (const value of valuesOf(cellsOf(call, operand))) {
      if (failed(value)) return value;
      if (typeof value === "number") found.push(value);
    }
  }
  return found;
}

const ofList =
  (body: (list: number[]) => number | CellError): Body =>
  (call) => {
    const list = numbers(call, call.operands());
    return failed(list) ? list : finite(body(list));
  };

const total = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
const mean = (list: readonly number[]): number | CellError => (list.length === 0 ? DIV : total(list) / list.length);
const least = (list: readonly number[]): number => list.reduce((a, b) => (b < a ? b : a), list[0] ?? 0);
const most = (list: readonly number[]): number => list.reduce((a, b) => (b > a ? b : a), list[0] ?? 0);

/** A function body of formulajs over a list; what it throws out as an error or undefined is Excel's error. */
const borrowed =
  (body: (...args: never[]) => unknown, ...more: number[]) =>
  (list: number[]): number | CellError => {
    const result: unknown = list.length === 0 ? NUM : (body as (...args: unknown[]) => unknown)(list, ...more);
    return typeof result === "number"
      ? result
      : result instanceof Error && /^#/.test(result.message)
        ? { error: result.message }
        : NUM;
  };

/** A list and a number behind it. */
const withNumber =
  (body: (...args: never[]) => unknown): Body =>
  (call) => {
    const list = numbers(call, [call.operand(0)]);
    if (failed(list)) return list;
    return overArrays(call, [call.operand(1)], ([value]) => {
      const at = toNumber(value ?? null);
      return failed(at) ? at : finite(borrowed(body, at)(list));
    });
  };

const rank =
  (body: (...args: never[]) => unknown): Body =>
  (call) => {
    const list = numbers(call, [call.operand(1)]);
    const order = numberArgument(call, 2, 0);
    if (failed(list)) return list;
    if (failed(order)) return order;
    return overArrays(call, [call.operand(0)], ([value]) => {
      const number = toNumber(value ?? null);
      if (failed(number)) return number;
      return list.includes(number)
        ? ((body as (...args: unknown[]) => unknown)(number, list, order !== 0) as number)
        : NA;
    });
  };

/** With few numbers a spread is not defined. */
const spread = (body: (...args: never[]) => unknown, atLeast: number): Body =>
  ofList((list) => (list.length < atLeast ? DIV : borrowed(body)(list)));

// ---- counting ----

function count(call: FunctionCall, counts: (value: FormulaValue, inCells: boolean) => boolean): number {
  let found = 0;
  for (const operand of call.operands()) {
    if (!isReference(operand) && !isMatrix(operand)) found += counts(operand, false) ? 1 : 0;
    else for (const value of valuesOf(cellsOf(call, operand))) if (counts(value, true)) found++;
  }
  return found;
}

const countBlank: Body = (call) => {
  const cells = cellsOf(call, call.operand(0));
  let blank = (cells.rows - cells.filled) * cells.columns;
  for (const value of valuesOf(cells)) if (value === null || value === "") blank++;
  return blank;
};

// ---- with criteria ----

interface Condition {
  readonly cells: CellMatrix;
  readonly meets: (value: FormulaValue) => boolean;
}

/** Visits the places where all conditions hold, down to the last row that may matter; tells how many more rows would hold. */
function matching(
  conditions: readonly Condition[],
  rows: number,
  columns: number,
  depth: number,
  visit: (row: number, column: number) => void,
): number {
  for (let row = 0; row < depth; row++) {
    for (let column = 0; column < columns; column++)
      if (conditions.every(({ cells, meets }) => meets(cells.at(row, column)))) visit(row, column);
  }
  return conditions.every(({ meets }) => meets(null)) ? (rows - depth) * columns : 0;
}

/** Pairs of cells and criteria from argument `first` on; arrays of criteria give an array of results. */
function withCriteria(
  call: FunctionCall,
  first: number,
  shape: CellMatrix,
  reckon: (conditions: readonly Condition[], depth: number) => FormulaValue,
): Operand {
  const operands = call.operands();
  const ranges: CellMatrix[] = [];
  const wanted: Operand[] = [];
  for (let at = first; at < operands.length; at += 2) {
    ranges.push(cellsOf(call, operands[at] ?? null));
    wanted.push(operands[at + 1] ?? null);
  }
  if (ranges.some(({ rows, columns }) => rows !== shape.rows || columns !== shape.columns)) return VALUE;
  const depth = Math.max(shape.filled, ...ranges.map(({ filled }) => filled));
  return overArrays(call, wanted, (values) =>
    reckon(
      values.map((value, index) => ({ cells: ranges[index] ?? shape, meets: criterion(value) })),
      depth,
    ),
  );
}

const countIfs: Body = (call) => {
  if (call.count % 2 !== 0) return VALUE;
  const shape = cellsOf(call, call.operand(0));
  return withCriteria(call, 0, shape, (conditions, depth) => {
    let found = 0;
    return matching(conditions, shape.rows, shape.columns, depth, () => found++) + found;
  });
};

/** Collects the numbers of `target` where conditions hold. */
function collected(target: CellMatrix, conditions: readonly Condition[], depth: number): number[] | CellError {
  const list: number[] = [];
  let error: CellError | undefined;
  matching(conditions, target.rows, target.columns, depth, (row, column) => {
    const value = target.at(row, column);
    if (failed(value)) error ??= value;
    else if (typeof value === "number") list.push(value);
  });
  return error ?? list;
}

const ifs =
  (reckon: (list: number[]) => number | CellError): Body =>
  (call) => {
    if (call.count % 2 !== 1) return VALUE;
    const target = cellsOf(call, call.operand(0));
    return withCriteria(call, 1, target, (conditions, depth) => {
      const list = collected(target, conditions, depth);
      return failed(list) ? list : reckon(list);
    });
  };

/** SUMIF and AVERAGEIF: the cells to add up have the shape of those that are tested, whatever their own is. */
const oneIf =
  (reckon: (list: number[]) => number | CellError): Body =>
  (call) => {
    const tested = call.operand(0);
    const range = cellsOf(call, tested);
    const asked = call.count > 2 && call.has(2) ? call.operand(2) : tested;
    const target = isReference(asked)
      ? call.read({ ...asked, box: { ...asked.box, rows: range.rows, columns: range.columns } })
      : cellsOf(call, asked);
    return overArrays(call, [call.operand(1)], ([wanted]) => {
      const list = collected(
        target,
        [{ cells: range, meets: criterion(wanted ?? null) }],
        Math.max(range.filled, target.filled),
      );
      return failed(list) ? list : reckon(list);
    });
  };

// ---- products ----

const sumProduct: Body = (call) => {
  const operands = call.operands().map((operand) => cellsOf(call, operand));
  const [first] = operands;
  if (first === undefined || operands.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns))
    return VALUE;
  const depth = Math.min(...operands.map(({ filled }) => filled));
  const list: number[] = [];
  for (let row = 0; row < depth; row++) {
    for (let column = 0; column < first.columns; column++) {
      let product = 1;
      for (const cells of operands) {
        const value = cells.at(row, column);
        if (failed(value)) return value;
        product *= typeof value === "number" ? value : 0;
      }
      list.push(product);
    }
  }
  return finite(total(list));
};

// ---- what is in sight ----

const SUBTOTALS: Readonly<Record<number, (list: FormulaValue[]) => number | CellError>> = {
  1: (list) => mean(onlyNumbers(list)),
  2: (list) => onlyNumbers(list).length,
  3: (list) => list.filter((value) => value !== null).length,
  4: (list) => most(onlyNumbers(list)),
  5: (list) => least(onlyNumbers(list)),
  6: (list) => onlyNumbers(list).reduce((product, each) => product * each, 1),
  7: (list) => (onlyNumbers(list).length < 2 ? DIV : borrowed(STDEVS)(onlyNumbers(list))),
  8: (list) => (onlyNumbers(list).length < 1 ? DIV : borrowed(STDEVP)(onlyNumbers(list))),
  9: (list) => total(onlyNumbers(list)),
  10: (list) => (onlyNumbers(list).length < 2 ? DIV : borrowed(VARS)(onlyNumbers(list))),
  11: (list) => (onlyNumbers(list).length < 1 ? DIV : borrowed(VARP)(onlyNumbers(list))),
};

const onlyNumbers = (list: readonly FormulaValue[]): number[] => list.filter((value) => typeof value === "number");

/** Leaves out rows that a filter hides (from 101 on any hidden row), and cells that are subtotals themselves. */
const subtotal: Body = (call) => {
  const code = numberArgument(call, 0, 0);
  if (failed(code)) return code;
  const reckon = SUBTOTALS[code > 100 ? code - 100 : code];
  if (reckon === undefined) return VALUE;
  const seen: FormulaValue[] = [];
  for (const operand of call.operands().slice(1)) {
    if (!isReference(operand)) return VALUE;
    const { sheet, box } = operand;
    const cells = call.read(operand);
    for (let row = 0; row < cells.filled; row++) {
      if (call.around.isHidden(sheet, box.row + row, code < 100)) continue;
      for (let column = 0; column < cells.columns; column++) {
        if (/^=\s*(SUBTOTAL|AGGREGATE)\(/i.test(call.around.formulaAt(sheet, box.row + row, box.column + column) ?? ""))
          continue;
        const value = cells.at(row, column);
        if (failed(value) && code % 100 !== 3 && code % 100 !== 2) return value;
        seen.push(value);
      }
    }
  }
  return finite(reckon(seen));
};

const MANY = 255;

export const AGGREGATES: Library = {
  SUM: entry(1, MANY, ofList(total)),
  SUMSQ: entry(1, MANY, ofList(borrowed(SUMSQ))),
  PRODUCT: entry(
    1,
    MANY,
    ofList((list) => (list.length === 0 ? 0 : list.reduce((product, each) => product * each, 1))),
  ),
  AVERAGE: entry(1, MANY, ofList(mean)),
  MIN: entry(1, MANY, ofList(least)),
  MAX: entry(1, MANY, ofList(most)),
  MEDIAN: entry(1, MANY, ofList(borrowed(MEDIAN))),
  MODE: entry(
    1,
    MANY,
    ofList((list) => (new Set(list).size === list.length ? NA : borrowed(MODESNGL)(list))),
  ),
  "MODE.SNGL": entry(
    1,
    MANY,
    ofList((list) => (new Set(list).size === list.length ? NA : borrowed(MODESNGL)(list))),
  ),
  GEOMEAN: entry(1, MANY, ofList(borrowed(GEOMEAN))),
  HARMEAN: entry(1, MANY, ofList(borrowed(HARMEAN))),
  AVEDEV: entry(1, MANY, ofList(borrowed(AVEDEV))),
  STDEV: entry(1, MANY, spread(STDEVS, 2)),
  "STDEV.S": entry(1, MANY, spread(STDEVS, 2)),
  STDEVP: entry(1, MANY, spread(STDEVP, 1)),
  "STDEV.P": entry(1, MANY, spread(STDEVP, 1)),
  VAR: entry(1, MANY, spread(VARS, 2)),
  "VAR.S": entry(1, MANY, spread(VARS, 2)),
  VARP: entry(1, MANY, spread(VARP, 1)),
  "VAR.P": entry(1, MANY, spread(VARP, 1)),
  LARGE: entry(2, 2, withNumber(LARGE)),
  SMALL: entry(2, 2, withNumber(SMALL)),
  PERCENTILE: entry(2, 2, withNumber(PERCENTILEINC)),
  "PERCENTILE.INC": entry(2, 2, withNumber(PERCENTILEINC)),
  QUARTILE: entry(2, 2, withNumber(QUARTILEINC)),
  "QUARTILE.INC": entry(2, 2, withNumber(QUARTILEINC)),
  RANK: entry(2, 3, rank(RANKEQ)),
  "RANK.EQ": entry(2, 3, rank(RANKEQ)),
  "RANK.AVG": entry(2, 3, rank(RANKAVG)),
  COMBIN: ofNumbers(2, 2, (n, k) =>
    n < k || k < 0 ? NUM : Number((COMBIN as (n: number, k: number) => unknown)(Math.trunc(n), Math.trunc(k))),
  ),
  CORREL: entry(2, 2, (call) => {
    const [a, b] = [0, 1].map((index) => matrixOf(call, call.operand(index)).flat());
    if (a === undefined || b === undefined || a.length !== b.length) return NA;
    const pairs = a.flatMap((x, index) =>
      typeof x === "number" && typeof b[index] === "number" ? [[x, b[index]] as const] : [],
    );
    const result: unknown = (CORREL as (x: number[], y: number[]) => unknown)(
      pairs.map(([x]) => x),
      pairs.map(([, y]) => y),
    );
    return typeof result === "number" && Number.isFinite(result) ? result : DIV;
  }),
  COUNT: entry(1, MANY, (call) =>
    count(
      call,
      (value, inCells) =>
        typeof value === "number" || (!inCells && typeof value !== "object" && !failed(toNumber(value))),
    ),
  ),
  COUNTA: entry(1, MANY, (call) => count(call, (value, inCells) => value !== null || !inCells)),
  COUNTBLANK: entry(1, 1, countBlank),
  COUNTIF: entry(2, 2, countIfs),
  COUNTIFS: entry(2, MANY, countIfs),
  SUMIF: entry(2, 3, oneIf(total)),
  SUMIFS: entry(3, MANY, ifs(total)),
  AVERAGEIF: entry(2, 3, oneIf(mean)),
  AVERAGEIFS: entry(3, MANY, ifs(mean)),
  MINIFS: entry(3, MANY, ifs(least)),
  MAXIFS: entry(3, MANY, ifs(most)),
  SUMPRODUCT: entry(1, MANY, sumProduct),
  SUBTOTAL: entry(2, MANY, subtotal),
};
