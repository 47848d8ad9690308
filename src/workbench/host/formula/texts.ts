/** Texts. */
import { PROPER } from "@formulajs/formulajs";
import type { CellError } from "../../../book/model/workbook";
import { shownText } from "../text";
import { Refused } from "../protocol/errors";
import {
  type Body,
  cellsOf,
  entry,
  type FunctionEntry,
  type Library,
  ofValues,
  overArrays,
  truthArgument,
} from "./call";
import { valuesOf } from "./cells";
import { wildcardSource } from "./criteria";
import { numberOfText } from "../user/typed";
import { failed, isReference, isMatrix, LONGEST_TEXT, toNumber, toText, VALUE, type FormulaValue } from "./values";

/** Arguments as texts and whole numbers, by the kinds asked for; the first error met is the result. */
function ofKinds(
  least: number,
  kinds: string,
  body: (...args: (string | number | undefined)[]) => FormulaValue,
): FunctionEntry {
  return ofValues(least, kinds.length, (values) => {
    const args: (string | number | undefined)[] = [];
    for (const [index, value] of values.entries()) {
      const arg = value === undefined ? undefined : kinds[index] === "t" ? toText(value) : toNumber(value);
      if (arg !== undefined && failed(arg)) return arg;
      args.push(typeof arg === "number" ? Math.trunc(arg) : arg);
    }
    const result = body(...args);
    return typeof result === "string" && result.length > LONGEST_TEXT ? VALUE : result;
  });
}

type Text = string | number | undefined;
const text = (value: Text): string => String(value ?? "");
const whole = (value: Text, fallback: number): number => (typeof value === "number" ? value : fallback);

function substitute(whole_: Text, from: Text, to: Text, which: Text): FormulaValue {
  const [all, old, next] = [text(whole_), text(from), text(to)];
  if (old === "") return all;
  if (which === undefined) return all.split(old).join(next);
  if (Number(which) < 1) return VALUE;
  let at = -1;
  for (let number = 0; number < Number(which); number++) {
    at = all.indexOf(old, at + 1);
    if (at < 0) return all;
  }
  return all.slice(0, at) + next + all.slice(at + old.length);
}

function find(wanted: Text, within: Text, start: Text): FormulaValue {
  const from = whole(start, 1);
  if (from < 1 || from > text(within).length + 1) return VALUE;
  const at = text(within).indexOf(text(wanted), from - 1);
  return at < 0 ? VALUE : at + 1;
}

/** Like FIND, but upper and lower case are alike and `?` and `*` stand for other signs. */
function search(wanted: Text, within: Text, start: Text): FormulaValue {
  const from = whole(start, 1);
  if (from < 1 || from > text(within).length + 1) return VALUE;
  const match = new RegExp(wildcardSource(text(wanted)), "isu").exec(text(within).slice(from - 1));
  return match === null ? VALUE : match.index + from;
}

/** Signs that are shown two cells wide count as two bytes in Chinese Excel. */
const width = (sign: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·]/u.test(sign)
    ? 2
    : 1;

function leftBytes(value: string, count: number): string {
  let used = 0;
  let out = "";
  for (const sign of value) {
    used += width(sign);
    if (used > count) break;
    out += sign;
  }
  return out;
}

const join: Body = (call) => {
  const parts: string[] = [];
  for (const operand of call.operands()) {
    for (const value of isReference(operand) || isMatrix(operand) ? valuesOf(cellsOf(call, operand)) : [operand]) {
      const part = toText(value);
      if (failed(part)) return part;
      parts.push(part);
    }
  }
  const joined = parts.join("");
  return joined.length > LONGEST_TEXT ? VALUE : joined;
};

const joinWith: Body = (call) => {
  const operands = call.operands();
  const skip = truthArgument(call, 1, true);
  if (failed(skip)) return skip;
  const separators = [...valuesOf(cellsOf(call, operands[0] ?? null))].map(toText);
  const bad = separators.find((each) => failed(each));
  if (bad !== undefined) return bad;
  const parts: string[] = [];
  for (const operand of operands.slice(2)) {
    const cells = cellsOf(call, operand);
    // Blank cells count where they are not skipped, down to the end of the range.
    const rows = skip ? cells.filled : cells.rows;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < cells.columns; column++) {
        const part = toText(cells.at(row, column));
        if (failed(part)) return part;
        if (part !== "" || !skip) parts.push(part);
      }
    }
    if (parts.length > LONGEST_TEXT) return VALUE;
  }
  const joined = parts.reduce(
    (all, part, index) => (index === 0 ? part : `${all}${String(separators[(index - 1) % separators.length])}${part}`),
    "",
  );
  return joined.length > LONGEST_TEXT ? VALUE : joined;
};

function numberOf(value: FormulaValue): number | CellError {
  if (typeof value !== "string") return toNumber(value);
  return numberOfText(value) ?? VALUE;
}

function sign(code: Text): FormulaValue {
  const number = whole(code, 0);
  if (number < 1 || number > 255) return VALUE;
  if (number > 127) throw new Refused(`CHAR(${number}) depends on the system and is not implemented`);
  return String.fromCharCode(number);
}

function formatted(value: FormulaValue, format: FormulaValue): FormulaValue {
  const code = toText(format);
  if (failed(value)) return value;
  if (failed(code)) return code;
  if (code === "") return "";
  const number = typeof value === "string" ? numberOfText(value) : toNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const shown = shownText(number === null || failed(number) ? String(value) : number, code);
  return shown ?? VALUE;
}

export const TEXTS: Library = {
  LEFT: ofKinds(1, "tn", (value, count) => (whole(count, 1) < 0 ? VALUE : text(value).slice(0, whole(count, 1)))),
  RIGHT: ofKinds(1, "tn", (value, count) =>
    whole(count, 1) < 0 ? VALUE : text(value).slice(Math.max(0, text(value).length - whole(count, 1))),
  ),
  MID: ofKinds(3, "tnn", (value, start, count) =>
    Number(start) < 1 || Number(count) < 0 ? VALUE : text(value).substr(Number(start) - 1, Number(count)),
  ),
  LEN: ofKinds(1, "t", (value) => text(value).length),
  LENB: ofKinds(1, "t", (value) => [...text(value)].reduce((sum, each) => sum + width(each), 0)),
  LEFTB: ofKinds(1, "tn", (value, count) => (whole(count, 1) < 0 ? VALUE : leftBytes(text(value), whole(count, 1)))),
  TRIM: ofKinds(1, "t", (value) =>
    text(value)
      .replace(/^ +| +$/g, "")
      .replace(/ +/g, " "),
  ),
  CLEAN: ofKinds(1, "t", (value) => [...text(value)].filter((each) => each.charCodeAt(0) > 31).join("")),
  UPPER: ofKinds(1, "t", (value) => text(value).toUpperCase()),
  LOWER: ofKinds(1, "t", (value) => text(value).toLowerCase()),
  PROPER: ofKinds(1, "t", (value) => (value === "" ? "" : String((PROPER as (value: string) => unknown)(text(value))))),
  SUBSTITUTE: ofKinds(3, "tttn", substitute),
  REPLACE: ofKinds(4, "tnnt", (value, start, count, next) =>
    Number(start) < 1 || Number(count) < 0
      ? VALUE
      : text(value).slice(0, Number(start) - 1) + text(next) + text(value).slice(Number(start) - 1 + Number(count)),
  ),
  FIND: ofKinds(2, "ttn", find),
  SEARCH: ofKinds(2, "ttn", search),
  REPT: ofKinds(2, "tn", (value, count) =>
    Number(count) < 0 || text(value).length * Number(count) > LONGEST_TEXT ? VALUE : text(value).repeat(Number(count)),
  ),
  EXACT: ofKinds(2, "tt", (a, b) => a === b),
  CHAR: ofKinds(1, "n", sign),
  CODE: ofKinds(1, "t", (value) => {
    const code = text(value).charCodeAt(0);
    if (Number.isNaN(code)) return VALUE;
    if (code > 127) throw new Refused(`CODE of ${text(value)[0] ?? ""} depends on the system and is not implemented`);
    return code;
  }),
  UNICHAR: ofKinds(1, "n", (code) =>
    whole(code, 0) < 1 || whole(code, 0) > 0x10ffff ? VALUE : String.fromCodePoint(whole(code, 0)),
  ),
  UNICODE: ofKinds(1, "t", (value) => text(value).codePointAt(0) ?? VALUE),
  CONCAT: entry(1, 255, join),
  CONCATENATE: entry(1, 255, (call) =>
    overArrays(call, call.operands(), (values) => {
      const parts = values.map((value) => toText(value));
      return parts.find((part) => failed(part)) ?? parts.join("");
    }),
  ),
  TEXTJOIN: entry(3, 255, joinWith),
  TEXT: entry(2, 2, (call) =>
    overArrays(call, call.operands(), ([value, format]) => formatted(value ?? null, format ?? null)),
  ),
  VALUE: ofValues(1, 1, ([value]) => numberOf(value ?? null)),
  NUMBERVALUE: ofValues(1, 1, ([value]) => (value === "" ? 0 : numberOf(value ?? null))),
  FIXED: ofValues(1, 3, ([value, digits, plain]) => {
    const [number, places] = [toNumber(value ?? null), toNumber(digits ?? 2)];
    if (failed(number)) return number;
    if (failed(places)) return places;
    return (
      shownText(number, `${plain === true ? "0" : "#,##0"}${places > 0 ? `.${"0".repeat(Math.trunc(places))}` : ""}`) ??
      VALUE
    );
  }),
};
