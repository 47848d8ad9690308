/**
 * Figures as units write them: a number with its column's own unit, 第二, 2/5, a month instead of a day, years as a
 * span. Only what can mean one thing is read ("Units that people write", "Dates to the month or year", "Years" of the
 * workbook contract); anything else is unreadable.
 */
import type { CellValue } from "../grid/address";
import { calendarOf, dateOf, dayNumber, isErrorValue, labelOf, numberOf, yearOf, type CellReading } from "./text";
import type { DayNumber } from "./types";

/** The units that may stand behind a figure, by the column's key. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  halfDays: ["个半天", "半天", "个"],
  evenings: ["个晚上", "晚上", "晚", "个"],
  meetingDays: ["天", "日"],
  uncountedDays: ["天", "日"],
  statedHours: ["个学时", "学时"],
  modules: ["个模块", "模块", "个"],
};

/** The unit a column is counted in, for messages: 个半天, 晚, 天 …; undefined for a column without one. */
export function unitOfColumn(key: string): string | undefined {
  return UNITS[key]?.[0];
}

/**
 * A number with or without its column's own unit: 6, 6个半天, 24学时. `also`: a further unit that is the column's own,
 * as the policy's 学分 of 申报学时.
 */
export function quantityOf(cell: CellValue | undefined, key: string, also?: string): CellReading<number> {
  if (typeof cell === "number") return numberOf(cell);
  const text = labelOf(cell);
  const units = [...(UNITS[key] ?? []), ...(also === undefined ? [] : [`个${also}`, also])];
  const unit = units.find((each) => text.endsWith(each));
  return numberOf(unit === undefined ? text : text.slice(0, -unit.length) || unit);
}

/** Place among the authors; `of`: how many there are, null when the cell does not say. */
export interface Rank {
  readonly rank: number;
  readonly of: number | null;
}

/** A place among the authors: 2, 第2, 第二, 第2名, 2/5. */
export function rankOf(cell: CellValue | undefined): CellReading<Rank> {
  const rank = (value: number, of: number | null = null): CellReading<Rank> => ({ value: { rank: value, of } });
  const text = labelOf(cell);
  const share = /^(\d+)\/(\d+)$/u.exec(text);
  if (share) {
    const [own, all] = [Number(share[1]), Number(share[2])];
    return own <= all ? rank(own, all) : "unreadable";
  }
  const ordinal = /^第(.+?)名?$/u.exec(text)?.[1];
  if (ordinal === undefined) {
    const read = numberOf(cell);
    return typeof read === "object" ? rank(read.value) : read;
  }
  if (/^\d+$/u.test(ordinal)) return rank(Number(ordinal));
  const value = chineseNumber(ordinal);
  return value === null ? "unreadable" : rank(value);
}

const DIGITS = "一二三四五六七八九";

/** 一 to 九十九; null for anything else. */
function chineseNumber(text: string): number | null {
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text) ?? [];
  const digit = (each: string | undefined): number => (each === undefined ? 0 : DIGITS.indexOf(each) + 1);
  if (ten !== undefined) return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones);
  return tens !== undefined && ones === undefined ? digit(tens) : null;
}

/** From the first day to the last that a cell's date may be: one day, a month, a year. */
export interface DateSpan {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const EARLIEST = 1950;
const LATEST = 2099;

/** A date as `dateOf` reads it, or a month: 2017年6月, 2017-06, 2017.6; with `years` also a year alone: 2017年, 2017. */
export function dateSpanOf(cell: CellValue | undefined, years = false): CellReading<DateSpan> {
  const day = dateOf(cell);
  if (day === "blank") return day;
  if (typeof day === "object") return { value: { first: day.value, last: day.value } };
  const text = labelOf(cell);
  const [, year, named, parted] = /^(\d{4})(?:年(\d{1,2})月份?|[-–—−/.](\d{1,2}))$/u.exec(text) ?? [];
  // The number 2017.1 may have been 2017.10.
  if (typeof cell === "number" && parted === "1") return "unreadable";
  if (year !== undefined) return months(Number(year), Number(named ?? parted), Number(named ?? parted));
  const alone = years ? /^(\d{4})年?$/u.exec(text)?.[1] : undefined;
  return alone === undefined ? "unreadable" : months(Number(alone), 1, 12);
}

function months(year: number, from: number, to: number): CellReading<DateSpan> {
  const first = dayNumber(year, from, 1);
  const after = to === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, to + 1, 1);
  if (first === null || after === null || year < EARLIEST || year > LATEST) return "unreadable";
  return { value: { first, last: after - 1 } };
}

/** Months since year 0: days of one month have the same. */
export function monthOf(day: DayNumber): number {
  const { year, month } = calendarOf(day);
  return year * 12 + month;
}

const SPAN = /^(\d{4}(?:年度?)?)(?:[-–—−~]+|至|到)(\d{4}(?:年度?)?)$/u;

/** Several years in one cell, as single ones and as spans: 2013、2014, 2013-2015, 2013至2015年, 2013 2014. */
export function yearsOf(cell: CellValue | undefined): {
  readonly years: readonly number[];
  readonly unreadable: readonly string[];
} {
  const years: number[] = [];
  const unreadable: string[] = [];
  if (typeof cell === "number" || isErrorValue(cell)) return readPart(cell) ?? { years, unreadable: [String(cell)] };
  const text = (cell === null || cell === undefined ? "" : String(cell))
    .normalize("NFKC")
    .replace(/\s*(年度?)/gu, "$1")
    .replace(/\s*([-–—−~至到])\s*/gu, "$1");
  for (const part of text.split(/[、；;，,/+\s]+/u)) {
    if (part === "") continue;
    const read = readPart(part);
    if (read) years.push(...read.years);
    else unreadable.push(part);
  }
  return { years, unreadable };
}

function readPart(part: string | number): { readonly years: number[]; readonly unreadable: string[] } | null {
  const single = yearOf(part);
  if (typeof single === "object") return { years: [single.value], unreadable: [] };
  const [, from, to] = SPAN.exec(String(part)) ?? [];
  const [first, last] = [yearOf(from ?? null), yearOf(to ?? null)];
  if (typeof first !== "object" || typeof last !== "object" || last.value < first.value) return null;
  return {
    years: Array.from({ length: last.value - first.value + 1 }, (_, at) => first.value + at),
    unreadable: [],
  };
}
