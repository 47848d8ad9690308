/** What Excel makes of a text that the user types into a cell, as a Chinese Excel understands it. */
import type { CellError, CellValue } from "../../../book/model/workbook";
import { isFunction, isRange, stringifyTokens, tokenize, tokenTypes } from "@borgar/fx/xlsx";

export interface Typed {
  readonly value?: CellValue | CellError;
  /** With `=`, as it is stored. */
  readonly formula?: string;
  /** The number format that a cell in General takes on. */
  readonly numberFormat?: string;
}

export interface TypingContext {
  /** The format of the cell. */
  readonly numberFormat: string;
  readonly date1904: boolean;
  /** For dates without a year. */
  readonly year: number;
}

const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/** Full-width signs as their plain ones, as Chinese Excel does outside texts. */
const plain = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/　/g, " ");

/**
 * What a typed text becomes in a cell, as in Excel: a formula, a number with its format, a date, true or false, or the
 * text itself.
 */
export function readTyped(text: string, context: TypingContext): Typed {
  if (text === "") return { value: null };
  if (context.numberFormat === "@") return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const bare = plain(text).trim();
  if (bare.startsWith("=") && bare.length > 1)
    return { formula: readFormula(bare === text ? text : plainFormula(text.trim())) };
  if (/^(true|false)$/i.test(bare)) return { value: bare.toLowerCase() === "true" };
  const error = ERRORS.find((each) => each === bare.toUpperCase());
  if (error !== undefined) return { value: { error } };
  const number = readNumber(bare, context.numberFormat) ?? readDate(bare, context);
  if (number !== null) return number;
  // A sign in front of something that is no number begins a formula.
  if (/^[+-]/.test(bare) && bare.length > 1 && !/^[+-]+$/.test(bare)) return { formula: readFormula(`=${bare}`) };
  return { value: text };
}

/** What a text counts for where a number is wanted: numbers, per cents, amounts, dates and times; null for others. */
export function numberOfText(text: string, year = Number.NaN): number | null {
  const bare = plain(text).trim();
  const { value } =
    readNumber(bare, "General") ?? readDate(bare, { numberFormat: "General", date1904: false, year }) ?? {};
  return typeof value === "number" ? value : null;
}

/** Function names and cells in upper case, the rest as typed. */
function readFormula(formula: string): string {
  const tokens = tokenize(formula, { mergeRefs: false });
  for (const token of tokens) {
    if (isFunction(token) || isRange(token) || token.type === tokenTypes.BOOLEAN)
      token.value = token.value.toUpperCase();
  }
  return stringifyTokens(tokens);
}

/** The formula with full-width signs made plain outside its texts and quoted names. */
function plainFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join("");
}

/** Numbers keep 15 digits, as in Excel: a longer identifier loses its last ones. */
const significant = (value: number): number => Number(value.toPrecision(15));

function readNumber(text: string, format: string): Typed | null {
  const match =
    /^(?<sign>[+-]?)(?<open>\()?(?<currency>[¥￥$])?(?<digits>\d{1,3}(?:,\d{3})+|\d*)(?<decimals>\.\d*)?(?<exponent>[eE][+-]?\d{1,3})?(?<percent>%)?(?<close>\))?$/.exec(
      text,
    );
  const { sign = "", open, currency, digits = "", decimals = "", exponent = "", percent, close } = match?.groups ?? {};
  if (
    match === null ||
    digits + decimals.slice(1) === "" ||
    (open === undefined) !== (close === undefined) ||
    (open !== undefined && sign !== "")
  )
    return null;
  const size = Number(digits.replace(/,/g, "") + decimals + exponent);
  const value = (sign === "-" || open !== undefined ? -1 : 1) * size;
  if (!Number.isFinite(value)) return null;
  if (percent !== undefined)
    return { value: significant(value / 100), numberFormat: decimals.length > 1 ? "0.00%" : "0%" };
  // Into a cell that shows per cent one types per cent.
  if (format.endsWith("%") && Math.abs(value) >= 1) return { value: significant(value / 100) };
  const number = significant(value);
  if (currency !== undefined) {
    const sign = currency === "￥" ? "¥" : currency;
    return { value: number, numberFormat: decimals.length > 1 ? `${sign}#,##0.00` : `${sign}#,##0` };
  }
  if (digits.includes(",")) return { value: number, numberFormat: decimals.length > 1 ? "#,##0.00" : "#,##0" };
  return exponent === "" ? { value: number } : { value: number, numberFormat: "0.00E+00" };
}

const DATES: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^(?<year>\d{4}|\d{2})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})$/, "yyyy/m/d"],
  [/^(?<year>\d{4}|\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/, 'yyyy"年"m"月"d"日"'],
  [/^(?<year>\d{4})[-/](?<month>\d{1,2})$/, 'yyyy"年"m"月"'],
  [/^(?<year>\d{4})年(?<month>\d{1,2})月$/, 'yyyy"年"m"月"'],
  [/^(?<month>\d{1,2})[-/](?<day>\d{1,2})$/, 'm"月"d"日"'],
  [/^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/, 'm"月"d"日"'],
];

function readDate(text: string, { date1904, year }: TypingContext): Typed | null {
  const [date = "", time, more] = text.split(/\s+(?=\d{1,2}:)/);
  if (more !== undefined) return null;
  const clock = readTime(time ?? date);
  if (time === undefined && clock !== null)
    return { value: clock, numberFormat: /:\d+:/.test(text) ? "h:mm:ss" : "h:mm" };
  if (time !== undefined && clock === null) return null;
  for (const [pattern, numberFormat] of DATES) {
    const parts = pattern.exec(date)?.groups;
    if (parts === undefined) continue;
    const serial = serialOf(fullYear(parts.year, year), Number(parts.month), Number(parts.day ?? 1), date1904);
    if (serial !== null)
      return { value: serial + (clock ?? 0), numberFormat: time === undefined ? numberFormat : "yyyy/m/d h:mm" };
  }
  return null;
}

/** Two digits: 00 to 29 are of this century. */
const fullYear = (text: string | undefined, now: number): number =>
  text === undefined ? now : text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900);

function readTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hours > 23 || minutes > 59 || seconds > 59 ? null : (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** The serial number of a day; null for days there are none, or that Excel has no number for. */
export function serialOf(year: number, month: number, day: number, date1904 = false): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    year < 1900 ||
    year > 9999
  )
    return null;
  const days = Math.round(time / 86_400_000) + 25_569;
  // Excel counts a 29 February 1900 that never was.
  const serial = days < 61 ? days - 1 : days;
  return date1904 ? days - 1462 : serial;
}
