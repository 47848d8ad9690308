/** Values of formulas: how Excel turns one kind into another, compares and reckons with them. */
import { type Area, type CellError, type CellValue, isCellError, type Sheet } from "../../../book/model/workbook";
import { compareCells } from "../user/sort";
import { numberOfText } from "../user/typed";

export type FormulaValue = CellValue | CellError;
export type Matrix = readonly (readonly FormulaValue[])[];

/** Cells that are referred to, not yet read. */
export interface Reference {
  readonly sheet: Sheet;
  readonly box: Area;
}

/** What a part of a formula gives: a value, cells, or an array. */
export type Operand = FormulaValue | Reference | Matrix;

/** True for cells that are referred to. */
export const isReference = (operand: Operand): operand is Reference =>
  typeof operand === "object" && operand !== null && "box" in operand;
/** True for an array. */
export const isMatrix = (operand: Operand): operand is Matrix => Array.isArray(operand);

/** True for an error value, whatever else it might be. */
export const failed = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

const failure = (error: string): CellError => ({ error });
export const VALUE = failure("#VALUE!");
export const NUM = failure("#NUM!");
export const NA = failure("#N/A");
export const REF = failure("#REF!");
export const DIV = failure("#DIV/0!");

export const LONGEST_TEXT = 32_767;

/** A value as a number: blank is 0, true 1, a text what it spells; #VALUE! for any other text. */
export function toNumber(value: FormulaValue): number | CellError {
  if (typeof value === "number" || isCellError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return numberOfText(value) ?? VALUE;
}

/** A value as text, as `&` joins it; an error stays one. */
export function toText(value: FormulaValue): string | CellError {
  if (typeof value === "string" || isCellError(value)) return value;
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : numberText(value);
}

/** A value as true or false; #VALUE! for a text that is neither. */
export function toTruth(value: FormulaValue): boolean | CellError {
  if (typeof value === "string") return /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : VALUE;
  return isCellError(value) ? value : Boolean(value);
}

/** A number as it reads in a text: 15 digits, and powers of ten where it would be too long. */
function numberText(value: number): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (size >= 1e15 || size < 1e-9)
    return rounded
      .toExponential()
      .replace(/e([+-])(\d)$/, "E$10$2")
      .replace("e", "E");
  const text = String(rounded);
  return text.includes("e") ? rounded.toFixed(20).replace(/0+$/, "") : text;
}

/** The nearest number of 15 digits: what is left beyond is the noise of binary fractions. */
const fifteen = (value: number): number => Number(value.toPrecision(15));

const blankLike = (other: FormulaValue): string | number | boolean =>
  typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;

/** Order of two values as comparisons see it: a blank takes the kind of its partner, upper and lower case are alike. */
export function compareValues(left: FormulaValue, right: FormulaValue): number {
  const [a, b] = [left ?? blankLike(right), right ?? blankLike(left)];
  if (typeof a === "number" && typeof b === "number") return fifteen(a) - fifteen(b);
  if (typeof a === "string" && typeof b === "string" && a.toLowerCase() === b.toLowerCase()) return 0;
  return compareCells(a, b);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** A difference that is nothing but noise is nothing. */
function sum(a: number, b: number): number {
  const result = a + b;
  return Math.abs(result) < 5e-16 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : result;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | CellError>> = {
  "+": sum,
  "-": (a, b) => sum(a, -b),
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? DIV : a / b),
  "^": (a, b) => (a === 0 && b === 0 ? NUM : a === 0 && b < 0 ? DIV : a ** b),
};

/** Two values joined by an operator. */
export function binary(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (operator === "&") {
    const joined = `${String(toText(left))}${String(toText(right))}`;
    return joined.length > LONGEST_TEXT ? VALUE : joined;
  }
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return comparison(compareValues(left, right));
  const [a, b] = [toNumber(left), toNumber(right)];
  if (typeof a !== "number") return a;
  if (typeof b !== "number") return b;
  return finite(ARITHMETIC[operator]?.(a, b) ?? VALUE);
}

/** A number that Excel can hold. */
export function finite(value: number | CellError): number | CellError {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value : NUM;
}

/** A value for each cell of arrays laid over each other; single values, rows and columns are repeated. */
export function broadcast(
  operands: readonly Matrix[],
  each: (values: FormulaValue[]) => FormulaValue,
): FormulaValue[][] {
  const rows = Math.max(...operands.map((matrix) => matrix.length));
  const columns = Math.max(...operands.map((matrix) => matrix[0]?.length ?? 0));
  const at = (matrix: Matrix, row: number, column: number): FormulaValue => {
    const line = matrix.length === 1 ? matrix[0] : matrix[row];
    if (line === undefined) return NA;
    const value = line.length === 1 ? line[0] : line[column];
    return value === undefined ? NA : value;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => each(operands.map((matrix) => at(matrix, row, column)))),
  );
}
