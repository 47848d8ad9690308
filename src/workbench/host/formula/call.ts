/** A call of a function: its arguments as the function wants to see them. */
import { type CellError, type Sheet, type Workbook } from "../../../book/model/workbook";
import { type CellMatrix, cellsOfMatrix } from "./cells";
import {
  failed,
  type Reference,
  broadcast,
  isReference,
  isMatrix,
  type Matrix,
  type Operand,
  toNumber,
  toTruth,
  VALUE,
  type FormulaValue,
} from "./values";
import type { Clock } from "../clock";

/** What functions may know besides their arguments. */
export interface Surroundings {
  readonly workbook: Workbook;
  /** Where the formula stands. */
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly clock: Clock;
  /** A row is out of sight, by a filter or by hand. */
  readonly isHidden: (sheet: Sheet, row: number, byFilterOnly: boolean) => boolean;
  /** The formula of a cell that was referred to. */
  readonly formulaAt: (sheet: Sheet, row: number, column: number) => string | undefined;
}

export interface FunctionCall {
  readonly name: string;
  readonly count: number;
  readonly around: Surroundings;
  /** True when the argument stands there and is not left out between commas. */
  has(index: number): boolean;
  operand(index: number): Operand;
  /** All arguments; a custom function's answer that is missing holds none of the others up. */
  operands(): Operand[];
  read(area: Reference): CellMatrix;
}

export type Body = (call: FunctionCall) => Operand;

/** How many arguments a function takes, and what it does. */
export interface FunctionEntry {
  readonly least: number;
  readonly most: number;
  readonly body: Body;
}

export type Library = Readonly<Record<string, FunctionEntry>>;

/** A function of the library with how many arguments it takes. */
export const entry = (least: number, most: number, body: Body): FunctionEntry => ({ least, most, body });

/** An operand as rows and columns of values: cells that it refers to, an array, or one value. */
export function cellsOf(call: FunctionCall, operand: Operand): CellMatrix {
  if (isReference(operand)) return call.read(operand);
  return cellsOfMatrix(isMatrix(operand) ? operand : [[operand]]);
}

/** As a rectangle of values, however it came about. */
export function matrixOf(call: FunctionCall, operand: Operand): Matrix {
  if (isMatrix(operand)) return operand;
  if (!isReference(operand)) return [[operand]];
  const cells = call.read(operand);
  return Array.from({ length: cells.rows }, (_, row) =>
    Array.from({ length: cells.columns }, (__, column) => cells.at(row, column)),
  );
}

/** A single value, or undefined for several. */
export function single(call: FunctionCall, operand: Operand): FormulaValue | undefined {
  if (isReference(operand))
    return operand.box.rows === 1 && operand.box.columns === 1 ? call.read(operand).at(0, 0) : undefined;
  if (!isMatrix(operand)) return operand;
  return operand.length === 1 && operand[0]?.length === 1 ? (operand[0][0] ?? null) : undefined;
}

/** Does something with single values, and for arrays with every value of theirs. */
export function overArrays(
  call: FunctionCall,
  operands: readonly Operand[],
  each: (values: FormulaValue[]) => FormulaValue,
): Operand {
  const singles = operands.map((operand) => single(call, operand));
  if (singles.every((value) => value !== undefined)) return each(singles as FormulaValue[]);
  return broadcast(
    operands.map((operand) => matrixOf(call, operand)),
    each,
  );
}

/** A function of single values: errors among them are its result, arrays give an array. */
export function ofValues(
  least: number,
  most: number,
  body: (values: (FormulaValue | undefined)[], around: Surroundings) => FormulaValue,
): FunctionEntry {
  return entry(least, most, (call) =>
    overArrays(call, call.operands(), (values) => {
      const error = values.find((value) => failed(value));
      return error ?? body(values, call.around);
    }),
  );
}

/** A function of numbers only. */
export function ofNumbers(
  least: number,
  most: number,
  body: (...numbers: number[]) => number | CellError,
): FunctionEntry {
  return ofValues(least, most, (values) => {
    const numbers = values.map((value) => toNumber(value ?? null));
    const error = numbers.find((value) => failed(value));
    if (error !== undefined) return error;
    const result = body(...(numbers as number[]));
    return typeof result !== "number" || Number.isFinite(result) ? result : { error: "#NUM!" };
  });
}

/** An argument that must be one value. */
export const oneValue = (call: FunctionCall, index: number): FormulaValue => {
  const value = single(call, call.operand(index));
  return value === undefined ? VALUE : value;
};

/** Left out at the end an argument is what the function takes by default; left out between commas it is 0, "" or FALSE. */
export const numberArgument = (call: FunctionCall, index: number, fallback: number): number | CellError =>
  index < call.count ? toNumber(oneValue(call, index)) : fallback;
/** An argument as true or false; `fallback` when it is left out, the error when it is one. */
export const truthArgument = (call: FunctionCall, index: number, fallback: boolean): boolean | CellError =>
  index < call.count ? toTruth(oneValue(call, index)) : fallback;
