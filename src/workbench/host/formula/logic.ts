/** Decisions, errors, and what kind of value something is. */
import {
  type Body,
  type FunctionCall,
  cellsOf,
  entry,
  type FunctionEntry,
  type Library,
  matrixOf,
  overArrays,
  single,
} from "./call";
import { valuesOf } from "./cells";
import {
  failed,
  broadcast,
  compareValues,
  isReference,
  isMatrix,
  NA,
  type Operand,
  REF,
  toNumber,
  toText,
  toTruth,
  VALUE,
  type FormulaValue,
} from "./values";

const DIRECTLY = 255;

const orBlank = (operand: Operand): Operand => operand ?? 0;

/** Only the branch that is chosen is evaluated, unless there are several conditions at once. */
const choose: Body = (call) => {
  const condition = call.operand(0);
  const value = single(call, condition);
  if (value !== undefined) {
    const truth = toTruth(value);
    if (failed(truth)) return truth;
    if (truth) return call.count > 1 ? (call.has(1) ? orBlank(call.operand(1)) : 0) : true;
    return call.count > 2 ? (call.has(2) ? orBlank(call.operand(2)) : 0) : false;
  }
  const branches = [1, 2].map((index) => matrixOf(call, index < call.count ? call.operand(index) : index === 1));
  return broadcast([matrixOf(call, condition), ...branches], ([test, yes, no]) => {
    const truth = toTruth(test ?? null);
    return failed(truth) ? truth : ((truth ? yes : no) ?? 0);
  });
};

/** The second argument where the first is an error of the kind. */
const instead =
  (isMeant: (value: FormulaValue) => boolean): Body =>
  (call) => {
    const first = call.operand(0);
    const value = single(call, first);
    if (value !== undefined) return isMeant(value) ? orBlank(call.operand(1)) : first;
    return overArrays(call, [first, call.operand(1)], ([each, other]) =>
      isMeant(each ?? null) ? (other ?? 0) : (each ?? 0),
    );
  };

/** Truth values of all arguments; texts and blanks in cells do not count. */
function truths(call: FunctionCall): boolean[] | FormulaValue {
  const found: boolean[] = [];
  for (const operand of call.operands()) {
    const inCells = isReference(operand) || isMatrix(operand);
    for (const value of inCells ? valuesOf(cellsOf(call, operand)) : [operand]) {
      if (failed(value)) return value;
      if (inCells && (value === null || typeof value === "string")) continue;
      const truth = toTruth(value);
      if (failed(truth)) return truth;
      found.push(truth);
    }
  }
  return found.length === 0 ? VALUE : found;
}

const all =
  (reckon: (found: boolean[]) => boolean): Body =>
  (call) => {
    const found = truths(call);
    return Array.isArray(found) ? reckon(found) : found;
  };

const switched: Body = (call) => {
  const wanted = single(call, call.operand(0));
  if (wanted === undefined) return VALUE;
  if (failed(wanted)) return wanted;
  for (let at = 1; at + 1 < call.count; at += 2) {
    const value = single(call, call.operand(at)) ?? null;
    if (failed(value)) return value;
    if (compareValues(wanted, value) === 0) return orBlank(call.operand(at + 1));
  }
  return call.count % 2 === 0 ? orBlank(call.operand(call.count - 1)) : NA;
};

const firstTrue: Body = (call) => {
  for (let at = 0; at + 1 < call.count; at += 2) {
    const truth = toTruth(single(call, call.operand(at)) ?? null);
    if (failed(truth)) return truth;
    if (truth) return orBlank(call.operand(at + 1));
  }
  return NA;
};

const numbered: Body = (call) => {
  const at = toNumber(single(call, call.operand(0)) ?? null);
  if (failed(at)) return at;
  const index = Math.trunc(at);
  return index < 1 || index >= call.count ? VALUE : orBlank(call.operand(index));
};

/** A question about a value; errors are values too. */
const asks = (test: (value: FormulaValue) => boolean): FunctionEntry =>
  entry(1, 1, (call) => overArrays(call, [call.operand(0)], ([value]) => test(value ?? null)));

const ERROR_TYPES: Readonly<Record<string, number>> = {
  "#NULL!": 1,
  "#DIV/0!": 2,
  "#VALUE!": 3,
  "#REF!": 4,
  "#NAME?": 5,
  "#NUM!": 6,
  "#N/A": 7,
};

const parity = (odd: boolean): FunctionEntry =>
  entry(1, 1, (call) =>
    overArrays(call, [call.operand(0)], ([value]) => {
      const number = toNumber(value ?? null);
      return failed(number) ? number : Math.abs(Math.trunc(number)) % 2 === (odd ? 1 : 0);
    }),
  );

export const LOGIC: Library = {
  IF: entry(1, 3, choose),
  IFS: entry(2, 254, firstTrue),
  IFERROR: entry(2, 2, instead(failed)),
  IFNA: entry(
    2,
    2,
    instead((value) => failed(value) && value.error === "#N/A"),
  ),
  SWITCH: entry(3, 254, switched),
  CHOOSE: entry(2, DIRECTLY, numbered),
  AND: entry(
    1,
    DIRECTLY,
    all((found) => found.every(Boolean)),
  ),
  OR: entry(
    1,
    DIRECTLY,
    all((found) => found.some(Boolean)),
  ),
  XOR: entry(
    1,
    DIRECTLY,
    all((found) => found.filter(Boolean).length % 2 === 1),
  ),
  NOT: entry(1, 1, (call) =>
    overArrays(call, [call.operand(0)], ([value]) => {
      const truth = toTruth(value ?? null);
      return failed(truth) ? truth : !truth;
    }),
  ),
  TRUE: entry(0, 0, () => true),
  FALSE: entry(0, 0, () => false),
  NA: entry(0, 0, () => NA),
  ISBLANK: asks((value) => value === null),
  ISNUMBER: asks((value) => typeof value === "number"),
  ISTEXT: asks((value) => typeof value === "string"),
  ISNONTEXT: asks((value) => typeof value !== "string"),
  ISLOGICAL: asks((value) => typeof value === "boolean"),
  ISERROR: asks(failed),
  ISERR: asks((value) => failed(value) && value.error !== "#N/A"),
  ISNA: asks((value) => failed(value) && value.error === "#N/A"),
  ISREF: entry(1, 1, (call) => isReference(call.operand(0))),
  ISFORMULA: entry(1, 1, (call) => {
    const operand = call.operand(0);
    return isReference(operand)
      ? call.around.formulaAt(operand.sheet, operand.box.row, operand.box.column) !== undefined
      : REF;
  }),
  ISEVEN: parity(false),
  ISODD: parity(true),
  "ERROR.TYPE": entry(1, 1, (call) =>
    overArrays(call, [call.operand(0)], ([value]) =>
      failed(value ?? null) ? (ERROR_TYPES[(value as { error: string }).error] ?? NA) : NA,
    ),
  ),
  TYPE: entry(1, 1, (call) => {
    const value = single(call, call.operand(0));
    if (value === undefined) return 64;
    return failed(value) ? 16 : typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
  }),
  N: entry(1, 1, (call) => {
    const value = cellsOf(call, call.operand(0)).at(0, 0);
    return typeof value === "number" || failed(value) ? value : value === true ? 1 : 0;
  }),
  T: entry(1, 1, (call) => {
    const value = cellsOf(call, call.operand(0)).at(0, 0);
    return typeof value === "string" || failed(value) ? value : "";
  }),
  HYPERLINK: entry(1, 2, (call) => {
    const shown = call.operand(call.count > 1 ? 1 : 0);
    const value = single(call, shown);
    return value === null ? "" : call.count > 1 ? (value ?? VALUE) : toText(value ?? VALUE);
  }),
};
