/** Single numbers. Bodies of formulajs where it reckons as Excel does. */
import { EVEN, FACT, GCD, LCM, ODD, ROMAN } from "@formulajs/formulajs";
import type { CellError } from "../../../book/model/workbook";
import { cellsOf, entry, type FunctionEntry, type Library, ofNumbers, ofValues } from "./call";
import { valuesOf } from "./cells";
import { at, rounded } from "./rounding";
import { failed, DIV, NUM, toNumber, type FormulaValue, VALUE } from "./values";

function multiple(value: number, step: number, round: (value: number) => number): number | CellError {
  if (step === 0) return 0;
  if (value > 0 && step < 0) return NUM;
  return Number((round(Number((value / step).toPrecision(15))) * step).toPrecision(15));
}

const real =
  (body: unknown) =>
  (...numbers: number[]): number | CellError => {
    const result: unknown = (body as (...args: number[]) => unknown)(...numbers);
    return typeof result === "number"
      ? result
      : result instanceof Error && result.message.startsWith("#")
        ? { error: result.message }
        : VALUE;
  };

/** Whole numbers from all arguments. */
const ofWhole = (body: unknown): FunctionEntry =>
  entry(1, 255, (call) => {
    const list: number[] = [];
    for (const operand of call.operands()) {
      for (const value of valuesOf(cellsOf(call, operand))) {
        const number = toNumber(value);
        if (failed(number)) return number;
        if (number < 0) return NUM;
        list.push(Math.trunc(number));
      }
    }
    return real(body)(...list);
  });

const constant = (value: number): FunctionEntry => entry(0, 0, () => value);

export const MATHEMATICS: Library = {
  ABS: ofNumbers(1, 1, Math.abs),
  SIGN: ofNumbers(1, 1, Math.sign),
  INT: ofNumbers(1, 1, (value) => Math.floor(Number(value.toPrecision(15)))),
  TRUNC: ofNumbers(1, 2, (value, digits = 0) => at(value, digits, Math.floor)),
  ROUND: ofNumbers(2, 2, rounded),
  ROUNDUP: ofNumbers(2, 2, (value, digits) => at(value, digits, Math.ceil)),
  ROUNDDOWN: ofNumbers(2, 2, (value, digits) => at(value, digits, Math.floor)),
  MOD: ofNumbers(2, 2, (value, by) => (by === 0 ? DIV : value - by * Math.floor(value / by))),
  QUOTIENT: ofNumbers(2, 2, (value, by) => (by === 0 ? DIV : Math.trunc(value / by))),
  CEILING: ofNumbers(2, 2, (value, step) => multiple(value, step, Math.ceil)),
  FLOOR: ofNumbers(2, 2, (value, step) => (step === 0 && value !== 0 ? DIV : multiple(value, step, Math.floor))),
  "CEILING.MATH": ofNumbers(1, 2, (value, step = 1) => multiple(value, Math.abs(step), Math.ceil)),
  "FLOOR.MATH": ofNumbers(1, 2, (value, step = 1) => multiple(value, Math.abs(step), Math.floor)),
  MROUND: ofNumbers(2, 2, (value, step) =>
    value * step < 0 ? NUM : multiple(value, step, (each) => Math.floor(each + 0.5)),
  ),
  EVEN: ofNumbers(1, 1, real(EVEN)),
  ODD: ofNumbers(1, 1, real(ODD)),
  POWER: ofNumbers(2, 2, (base, exponent) =>
    base === 0 && exponent === 0 ? NUM : base === 0 && exponent < 0 ? DIV : base ** exponent,
  ),
  SQRT: ofNumbers(1, 1, (value) => (value < 0 ? NUM : Math.sqrt(value))),
  EXP: ofNumbers(1, 1, Math.exp),
  LN: ofNumbers(1, 1, (value) => (value <= 0 ? NUM : Math.log(value))),
  LOG10: ofNumbers(1, 1, (value) => (value <= 0 ? NUM : Math.log10(value))),
  LOG: ofNumbers(1, 2, (value, base = 10) =>
    value <= 0 || base <= 0
      ? NUM
      : base === 1
        ? DIV
        : base === 10
          ? Math.log10(value)
          : Number((Math.log(value) / Math.log(base)).toPrecision(15)),
  ),
  PI: constant(Math.PI),
  SIN: ofNumbers(1, 1, Math.sin),
  COS: ofNumbers(1, 1, Math.cos),
  TAN: ofNumbers(1, 1, Math.tan),
  RADIANS: ofNumbers(1, 1, (value) => (value * Math.PI) / 180),
  DEGREES: ofNumbers(1, 1, (value) => (value * 180) / Math.PI),
  FACT: ofNumbers(1, 1, (value) => (value < 0 ? NUM : real(FACT)(Math.trunc(value)))),
  GCD: ofWhole(GCD),
  LCM: ofWhole(LCM),
  ROMAN: ofValues(1, 1, ([value]): FormulaValue => {
    const number = toNumber(value ?? null);
    if (failed(number)) return number;
    return number < 0 || number > 3999
      ? VALUE
      : number < 1
        ? ""
        : String((ROMAN as (value: number) => unknown)(Math.trunc(number)));
  }),
};
