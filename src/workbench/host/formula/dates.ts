/** Days and times as serial numbers. */
import type { CellError } from "../../../book/model/workbook";
import { numberOfText, serialOf } from "../user/typed";
import {
  type FunctionCall,
  cellsOf,
  entry,
  type FunctionEntry,
  type Library,
  ofNumbers,
  ofValues,
  type Surroundings,
} from "./call";
import { valuesOf } from "./cells";
import { failed, NUM, toNumber, toText, VALUE, type FormulaValue } from "./values";

const DAY = 86_400_000;
/** Days between the two ways of counting. */
const SINCE_1904 = 1462;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a serial number; day 60 is the 29 February 1900 that only Excel knows. */
function dayOf(serial: number, date1904: boolean): Day | CellError {
  const number = Math.floor(serial) + (date1904 ? SINCE_1904 : 0);
  if (number < 0 || number > 2_958_465) return NUM;
  if (number === 0) return { year: 1900, month: 1, day: 0 };
  if (number === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date((number - 25_569 + (number < 60 ? 1 : 0)) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of a day, months and days beyond their end running on. */
function serial(year: number, month: number, day: number, date1904: boolean): number | CellError {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, 1);
  const first = serialOf(date.getUTCFullYear(), date.getUTCMonth() + 1, 1, date1904);
  if (first === null) return NUM;
  const number = first + day - 1;
  return number < 0 ? NUM : number;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A function of a day that may be given as a text. */
function ofDay(
  least: number,
  most: number,
  body: (day: Day, around: Surroundings, number: number, more: number[]) => number | CellError,
): FunctionEntry {
  return ofValues(least, most, (values, around) => {
    const numbers = values.map((value) => toNumber(value ?? null));
    const error = numbers.find((value) => failed(value));
    if (error !== undefined) return error;
    const [number = 0, ...more] = numbers as number[];
    const day = dayOf(number, around.workbook.date1904);
    return failed(day) ? day : body(day, around, number, more);
  });
}

/** The same day so many months later, or the last day of that month. */
function monthsLater({ year, month, day }: Day, months: number, date1904: boolean, last: boolean): number | CellError {
  const index = year * 12 + month - 1 + Math.trunc(months);
  const [to, at] = [Math.floor(index / 12), (index % 12) + 1];
  const length = daysIn(to, at);
  return serial(to, at, last ? length : Math.min(day, length), date1904);
}

/** Whole years, months and days between two days, as DATEDIF counts them. */
function between(from: number, to: number, unit: string, date1904: boolean): number | CellError {
  const [a, b] = [dayOf(from, date1904), dayOf(to, date1904)];
  if (failed(a)) return a;
  if (failed(b)) return b;
  if (Math.floor(from) > Math.floor(to)) return NUM;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  const sinceBirthday = (): number | CellError => {
    const thisYear = serial(b.year, a.month, a.day, date1904);
    if (failed(thisYear)) return thisYear;
    if (thisYear <= Math.floor(to)) return Math.floor(to) - thisYear;
    const lastYear = serial(b.year - 1, a.month, a.day, date1904);
    return failed(lastYear) ? lastYear : Math.floor(to) - lastYear;
  };
  switch (unit.toUpperCase()) {
    case "D":
      return Math.floor(to) - Math.floor(from);
    case "M":
      return months;
    case "Y":
      return Math.trunc(months / 12);
    case "YM":
      return months % 12;
    case "MD":
      return b.day >= a.day
        ? b.day - a.day
        : b.day - a.day + daysIn(b.month === 1 ? b.year - 1 : b.year, b.month === 1 ? 12 : b.month - 1);
    case "YD":
      return sinceBirthday();
    default:
      return NUM;
  }
}

/** 1 for Sunday … 7 for Saturday, turned by the kind of week asked for. */
function weekday(number: number, date1904: boolean, kind: number): number | CellError {
  const sunday = (Math.floor(number) + (date1904 ? SINCE_1904 : 0) + 6) % 7;
  if (kind === 1) return sunday + 1;
  if (kind === 2) return ((sunday + 6) % 7) + 1;
  if (kind === 3) return (sunday + 6) % 7;
  if (kind >= 11 && kind <= 17) return ((sunday - (kind - 10) + 7) % 7) + 1;
  return NUM;
}

function isoWeek(number: number, { year }: Day, date1904: boolean): number | CellError {
  const thursday = (each: number): number => each - ((weekday(each, date1904, 3) as number) - 3);
  const own = dayOf(thursday(number), date1904);
  const start = serial(failed(own) ? year : own.year, 1, 4, date1904);
  return failed(start) ? start : 1 + Math.round((thursday(number) - thursday(start)) / 7);
}

function workdays(call: FunctionCall): number | CellError {
  const [from, to] = [0, 1].map((index) => toNumber(cellsOf(call, call.operand(index)).at(0, 0)));
  if (from === undefined || failed(from)) return from ?? VALUE;
  if (to === undefined || failed(to)) return to ?? VALUE;
  const holidays = new Set<FormulaValue>(call.count > 2 ? [...valuesOf(cellsOf(call, call.operand(2)))] : []);
  const [first, last] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
  if (last - first > 1_000_000) return NUM;
  let count = 0;
  for (let day = first; day <= last; day++)
    if ((weekday(day, call.around.workbook.date1904, 2) as number) < 6 && !holidays.has(day)) count++;
  return from <= to ? count : -count;
}

const secondOfDay = (fraction: number): number => Math.round((fraction - Math.floor(fraction)) * 86_400) % 86_400;

function now(call: FunctionCall, withTime: boolean): number {
  const date = call.around.clock();
  const day = serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate(), call.around.workbook.date1904) ?? 0;
  return withTime ? day + (date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()) / 86_400 : day;
}

const fromText = (part: (serial_: number) => number): FunctionEntry =>
  ofValues(1, 1, ([value], around) => {
    const text = toText(value ?? null);
    if (failed(text)) return text;
    // A number alone is no date.
    const number = /^\s*[-+\d.,%]*\s*$/.test(text) ? null : numberOfText(text, around.clock().getFullYear());
    return number === null ? VALUE : part(number - (around.workbook.date1904 && number >= 1 ? SINCE_1904 : 0));
  });

export const DATES: Library = {
  TODAY: entry(0, 0, (call) => now(call, false)),
  NOW: entry(0, 0, (call) => now(call, true)),
  DATE: ofValues(3, 3, (values, around) => {
    const [year, month, day] = values.map((value) => toNumber(value ?? null));
    if (year === undefined || failed(year)) return year ?? VALUE;
    if (month === undefined || failed(month)) return month ?? VALUE;
    if (day === undefined || failed(day)) return day ?? VALUE;
    const full = Math.trunc(year) + (year < 1900 ? 1900 : 0);
    return year < 0 || full > 9999 ? NUM : serial(full, Math.trunc(month), Math.trunc(day), around.workbook.date1904);
  }),
  YEAR: ofDay(1, 1, ({ year }) => year),
  MONTH: ofDay(1, 1, ({ month }) => month),
  DAY: ofDay(1, 1, ({ day }) => day),
  EDATE: ofDay(2, 2, (day, around, _number, [months = 0]) => monthsLater(day, months, around.workbook.date1904, false)),
  EOMONTH: ofDay(2, 2, (day, around, _number, [months = 0]) =>
    monthsLater(day, months, around.workbook.date1904, true),
  ),
  DATEDIF: ofValues(3, 3, ([from, to, unit], around) => {
    const [a, b] = [toNumber(from ?? null), toNumber(to ?? null)];
    if (failed(a)) return a;
    return failed(b) ? b : between(a, b, String(unit ?? ""), around.workbook.date1904);
  }),
  DAYS: ofNumbers(2, 2, (to, from) => Math.floor(to) - Math.floor(from)),
  WEEKDAY: ofDay(1, 2, (_day, around, number, [kind = 1]) =>
    weekday(number, around.workbook.date1904, Math.trunc(kind)),
  ),
  WEEKNUM: ofDay(1, 2, (day, around, number, [kind = 1]) => {
    const { date1904 } = around.workbook;
    if (kind === 21) return isoWeek(number, day, date1904);
    const first = serial(day.year, 1, 1, date1904);
    const start = failed(first) ? first : weekday(first, date1904, kind);
    if (failed(first)) return first;
    return failed(start) ? start : Math.floor((Math.floor(number) - first + (start - (kind === 3 ? 0 : 1))) / 7) + 1;
  }),
  ISOWEEKNUM: ofDay(1, 1, (day, around, number) => isoWeek(number, day, around.workbook.date1904)),
  NETWORKDAYS: entry(2, 3, workdays),
  HOUR: ofNumbers(1, 1, (value) => (value < 0 ? NUM : Math.floor(secondOfDay(value) / 3600))),
  MINUTE: ofNumbers(1, 1, (value) => (value < 0 ? NUM : Math.floor((secondOfDay(value) % 3600) / 60))),
  SECOND: ofNumbers(1, 1, (value) => (value < 0 ? NUM : secondOfDay(value) % 60)),
  TIME: ofNumbers(3, 3, (hours, minutes, seconds) => {
    const all = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
    return all < 0 ? NUM : (all % 86_400) / 86_400;
  }),
  DATEVALUE: fromText(Math.floor),
  TIMEVALUE: fromText((number) => number - Math.floor(number)),
};
