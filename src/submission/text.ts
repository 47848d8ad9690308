/** Reading of single cells: text, numbers, dates, years. Every form that real workbooks use. */
import type { CellValue } from "../grid/address";
import type { DayNumber } from "./types";

/** Characters without a width that come along from web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** White space, and such characters, around a text. */
const AROUND = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/gu;

const IDEOGRAPHIC_COMMA = 0x3001;

/** True for text that normalising leaves as it is: ASCII without spaces, common ideographs, 、. Most cells are such. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || code === IDEOGRAPHIC_COMMA))
      return false;
  }
  return true;
}

/** A cell as trimmed half-width text; blank is "". */
export function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return String(cell);
  return isPlain(cell) ? cell : cell.normalize("NFKC").replace(INVISIBLE, "").trim();
}

/** A cell as it was handed in, trimmed: what is printed, listed and written. An error value is no text and gives "". */
export function givenText(cell: CellValue | undefined): string {
  if (typeof cell !== "string") return textOf(cell);
  return isErrorValue(cell) ? "" : cell.replace(AROUND, "");
}

/** An Excel error value, as hosts and files hand it over: #N/A, #REF! … */
export function isErrorValue(cell: CellValue | undefined): cell is `#${string}` {
  return (
    typeof cell === "string" && cell.startsWith("#") && /^#(N\/A|DIV\/0!|[A-Z]+[!?]|GETTING_DATA)$/u.test(cell.trim())
  );
}

/** For comparing labels: half-width, no spaces, brackets of one kind. */
export function labelOf(cell: CellValue | undefined): string {
  if (typeof cell === "string" && isPlain(cell)) return cell;
  return textOf(cell).replace(/\s+/gu, "");
}

/** True for a cell that shows nothing. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && labelOf(cell) === "");
}

/** What a reading gives: a value, a blank, or something that can't be read. */
export type CellReading<T> = { readonly value: T } | "blank" | "unreadable";

/** A number as units write it, with full-width digits and the like; "unreadable" for any other text. */
export function numberOf(cell: CellValue | undefined): CellReading<number> {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell } : "unreadable";
  const text = textOf(cell);
  if (text === "") return "blank";
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? { value: Number(text) } : "unreadable";
}

/** Per cent: 100, "100%", and 1 as Excel stores 100 %. */
export function percentOf(cell: CellValue | undefined): CellReading<number> {
  const text = textOf(cell);
  if (text.endsWith("%")) return numberOf(text.slice(0, -1));
  const read = numberOf(cell);
  // A course that is one per cent done is not handed in; 1 is 100 % in a cell formatted as per cent.
  return typeof read === "object" && read.value > 0 && read.value <= 1 ? { value: read.value * 100 } : read;
}

const MS_PER_DAY = 86_400_000;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** Day number of a calendar date, null when there is no such date. */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round((ms - SERIAL_EPOCH) / MS_PER_DAY) : null;
}

/** Calendar parts of a day number. */
export function calendarOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(SERIAL_EPOCH + day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from 0000-03-01 to 1899-12-30, and the days of 400, 100, 4 and 1 years counted from a March. */
const EPOCH_FROM_MARCH_0 = 693_899;
const [DAYS_400, DAYS_100, DAYS_4, DAYS_1] = [146_097, 36_524, 1_461, 365] as const;
/** The first of January is this many days after the first of March before it. */
const JANUARY = 306;

/** The calendar year of a day number; counted, since a record asks for two or three of them. */
export function yearOfDay(day: DayNumber): number {
  const days = Math.floor(day) + EPOCH_FROM_MARCH_0;
  const era = Math.floor(days / DAYS_400);
  const inEra = days - era * DAYS_400;
  const years = Math.floor(
    (inEra - Math.floor(inEra / (DAYS_4 - 1)) + Math.floor(inEra / DAYS_100) - Math.floor(inEra / (DAYS_400 - 1))) /
      DAYS_1,
  );
  const inYear = inEra - (DAYS_1 * years + Math.floor(years / 4) - Math.floor(years / 100));
  return era * 400 + years + (inYear >= JANUARY ? 1 : 0);
}

const FIRST_SERIAL = 18_264; // 1950-01-01
const LAST_SERIAL = 73_050; // 2099-12-31

/** Days between the two beginnings that Excel counts days from. */
const SINCE_1904 = 1462;

/** A cell of a date column as it would read in a workbook that counts from 1900; numbers that are no serial number stay. */
export function countedFrom1900(cell: CellValue, date1904: boolean): CellValue {
  const isSerial = typeof cell === "number" && cell >= FIRST_SERIAL - SINCE_1904 && cell <= LAST_SERIAL - SINCE_1904;
  return date1904 && isSerial ? cell + SINCE_1904 : cell;
}

/** Excel dates, 2018-7-10, 2018/07/10, 2018.7.10, 2018年7月10日, 20180710; a time of day is dropped. */
export function dateOf(cell: CellValue | undefined): CellReading<DayNumber> {
  if (typeof cell === "number" && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return { value: Math.floor(cell) };
  const text = textOf(cell).replace(/\s+/gu, " ");
  if (text === "") return "blank";
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parted = /^(\d{4})\s?[-–—−/.年]\s?(\d{1,2})\s?[-–—−/.月]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text);
  const parts = compact ?? parted;
  if (parts) {
    const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return day === null ? "unreadable" : { value: day };
  }
  const read = numberOf(cell);
  if (typeof read !== "object") return read;
  const whole = Math.floor(read.value);
  return whole >= FIRST_SERIAL && whole <= LAST_SERIAL ? { value: whole } : "unreadable";
}

/** "YYYY-MM-DD" of a day number; a time of day is dropped. */
export function isoDay(day: DayNumber): string {
  return new Date(Math.round(SERIAL_EPOCH + day * MS_PER_DAY)).toISOString().slice(0, 10);
}

/** A date as yyyy-mm-dd, other text as it stands. */
export function dateText(cell: CellValue | undefined): string {
  const read = dateOf(cell);
  if (typeof read !== "object") return textOf(cell);
  return isoDay(read.value);
}

/** What a date cell of the office holds: a serial number, or the text as it was written. What is written anew keeps it. */
export function dateCell(cell: CellValue | undefined): { readonly onCell?: number | string } {
  if (typeof cell === "number") return cell >= FIRST_SERIAL - SINCE_1904 && cell <= LAST_SERIAL ? { onCell: cell } : {};
  return typeof cell === "string" ? { onCell: givenText(cell) } : {};
}

/** 2018, 2018年, 2018年度, and an Excel date, whose year it is. */
export function yearOf(cell: CellValue | undefined): CellReading<number> {
  if (typeof cell === "number") {
    if (Number.isInteger(cell) && cell >= 1900 && cell < 2100) return { value: cell };
    if (cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return { value: yearOfDay(cell) };
  }
  const text = labelOf(cell).replace(/年度?$/u, "");
  if (text === "") return "blank";
  return /^(19|20)\d{2}(\.0+)?$/.test(text) ? { value: Math.trunc(Number(text)) } : "unreadable";
}

/**
 * Several values in one cell: separated by any of 、；;，,/+ or a line break, never by &; each folded for comparing, and
 * as it was handed in. An error value is one.
 */
export function partsOf(cell: CellValue | undefined): readonly { readonly part: string; readonly given: string }[] {
  if (isErrorValue(cell)) return [{ part: cell.trim(), given: cell.trim() }];
  return givenText(cell)
    .split(/[、､﹑；;﹔，,﹐/／+＋\r\n]+/u)
    .map((given) => ({ part: labelOf(given), given: given.trim() }))
    .filter(({ part }) => part !== "");
}

/** The person's key in the whole workbook. */
export function registrationNoOf(cell: CellValue | undefined): string {
  return labelOf(cell).toUpperCase();
}

/** A filing number in capitals; 无, / and - are how units write that there is none, and give "". */
export function filingNoOf(cell: CellValue): string {
  const text = labelOf(cell).toUpperCase();
  return /^(无|\/|-|—|--)$/u.test(text) ? "" : text;
}

/** Titles are compared without case, spaces and punctuation; symbols such as + stay. */
export function normalisedTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]+/gu, "");
}

/** GB 11643: 17 digits and a check character. */
export function idChecksumHolds(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return "10X98765432"[sum % 11] === id[17];
}

/** The allowed value that differs in the fewest characters, when that is close enough to be meant. */
export function nearest(value: string, allowed: Iterable<string>): string | null {
  return closest(value, allowed)?.word ?? null;
}

/** The same, with the number of characters that differ. */
export function closest(
  value: string,
  allowed: Iterable<string>,
): { readonly word: string; readonly distance: number } | null {
  let word: string | null = null;
  let distance = Infinity;
  for (const candidate of allowed) {
    const each = editDistance(value, candidate);
    if (each < distance) {
      distance = each;
      word = candidate;
    }
  }
  return word !== null && distance <= Math.max(1, Math.floor(Math.max(value.length, word.length) / 2))
    ? { word, distance }
    : null;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** A short fingerprint of so many texts: 53 bits, base 36. Not for security, only for telling that something changed. */
export function fingerprint(count: number, textAt: (at: number) => string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let at = 0; at < count; at += 1) {
    if (at > 0) {
      h1 = Math.imul(h1 ^ SEPARATOR, 2654435761);
      h2 = Math.imul(h2 ^ SEPARATOR, 1597334677);
    }
    const text = textAt(at);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      h1 = Math.imul(h1 ^ code, 2654435761);
      h2 = Math.imul(h2 ^ code, 1597334677);
    }
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36);
}

/** Between the texts: no cell holds one. */
const SEPARATOR = 0x1f;
