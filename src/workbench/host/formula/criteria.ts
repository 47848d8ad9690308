/** Criteria of SUMIFS and its like: `>=30`, `<>论文`, `*研*`, values as they are. */
import type { CellError } from "../../../book/model/workbook";
import { numberOfText } from "../user/typed";
import { failed, compareValues, type FormulaValue } from "./values";

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;

/** A test of cells. Which blanks pass is Excel's: `""` and `=` take them, `<>` does not. */
export function criterion(wanted: FormulaValue): (value: FormulaValue) => boolean {
  if (failed(wanted)) return (value) => failed(value) && value.error === wanted.error;
  // A blank cell as a criterion means 0.
  if (wanted === null) return (value) => value === 0;
  if (typeof wanted !== "string") return (value) => sameScalar(value, wanted);
  const [, operator = "=", rest = ""] = /^(<>|<=|>=|=|<|>)?([^]*)$/.exec(wanted) ?? [];
  const explicit = wanted.startsWith(operator) && wanted !== rest;
  if (rest === "") return blankTest(operator, explicit);
  if (operator === "=" || operator === "<>") {
    const equal = equalTo(rest);
    return operator === "=" ? equal : (value) => !equal(value);
  }
  return ordered(operator, rest);
}

function blankTest(operator: string, explicit: boolean): (value: FormulaValue) => boolean {
  if (operator === "=") return explicit ? (value) => value === null : (value) => value === null || value === "";
  if (operator === "<>") return (value) => value !== null;
  return () => false;
}

/** Numbers equal numbers and texts that read like them; texts match their pattern, whole, upper and lower case alike. */
function equalTo(text: string): (value: FormulaValue) => boolean {
  if (ERROR.test(text)) return (value) => failed(value) && value.error === text.toUpperCase();
  if (/^(true|false)$/i.test(text)) return (value) => value === (text.toLowerCase() === "true");
  const number = numberOfText(text);
  if (number !== null) return (value) => sameScalar(value, number);
  const pattern = wildcard(text);
  return (value) => typeof value === "string" && pattern.test(value);
}

function sameScalar(value: FormulaValue, wanted: number | boolean): boolean {
  if (typeof value === typeof wanted) return compareValues(value, wanted) === 0;
  // A text that reads like the number counts as it, also a long identifier.
  return typeof value === "string" && typeof wanted === "number" && value !== "" && numberOfText(value) === wanted;
}

function ordered(operator: string, text: string): (value: FormulaValue) => boolean {
  const number = numberOfText(text);
  const limit: number | string | boolean =
    number ?? (/^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text);
  const meets = (order: number): boolean =>
    operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  // Only values of its own kind are compared.
  return (value: Exclude<FormulaValue, CellError> | CellError) =>
    value !== null && typeof value === typeof limit && meets(compareValues(value, limit));
}

/** `?` one sign, `*` any, `~` takes the next one as it is. The whole text must match. */
export function wildcard(pattern: string): RegExp {
  return new RegExp(`^${wildcardSource(pattern)}$`, "isu");
}

/** The source of a regular expression for a text with `*`, `?` and `~`. */
export function wildcardSource(pattern: string): string {
  return pattern.replace(/~([*?~])|[*?]|[\\^$.|+()[\]{}/-]/g, (sign: string, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped}`.replace("\\~", "~");
    return sign === "*" ? ".*" : sign === "?" ? "." : sign === "-" ? "-" : `\\${sign}`;
  });
}

/** True when a text has `*`, `?` or `~` in it. */
export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);
