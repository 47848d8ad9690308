/** Texts and numbers as Excel would show or understand them, as far as that is certain. */
import { format as numfmt } from "numfmt";
import { Refused } from "./protocol/errors";
import { rounded } from "./formula/rounding";

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const MONTH_DATE = new RegExp(`(^|[\\d\\s\\-/.,])${MONTH}([\\d\\s\\-/.,]|$)`, "i");
/** Only characters that numbers, dates and times are made of, and a digit among them. */
const NUMBER_LIKE = /^(?=.*\d)[\s\d.,:/\\\-+%()$¥€£eE年月日时時分秒上下午apmAPM]+$/;
const CHINESE_DATE = /^[〇零一二三四五六七八九十元]+[年月日][〇零一二三四五六七八九十年月日号]*$/;

/** Whether Excel might store something else than this text when it is written into a cell that is not formatted as text. */
export function mightBeConverted(text: string): boolean {
  if (/^\s*[=+\-@']/.test(text)) return true;
  // Full-width digits count as digits in Chinese Excel.
  const plain = text.normalize("NFKC").trim();
  if (/^[=+\-@']/.test(plain)) return true;
  if (NUMBER_LIKE.test(plain) || CHINESE_DATE.test(plain)) return true;
  if (/^(true|false)$/i.test(plain) || /^#[A-Z0-9/_]+[!?]?$/.test(plain)) return true;
  return /\d/.test(plain) && plain.length < 30 && MONTH_DATE.test(plain) && /^[a-z\d\s\-/.,:]+$/i.test(plain);
}

/** A number as text in Excel's General form. */
export function generalText(value: number): string {
  if (Object.is(value, -0) || value === 0) return "0";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-4) throw new Refused(`the General form of ${value} is not implemented`);
  return String(Number(value.toPrecision(15)));
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** Shows a serial number by a format made of y, m, d, h, s and literals. */
function dateText(serial: number, format: string): string {
  if (serial < 61) throw new Refused(`a date before March 1900 (${serial}) is not implemented`);
  const seconds = Math.round(serial * 86400);
  const date = new Date(Date.UTC(1899, 11, 30) + seconds * 1000);
  let afterHours = false;
  return format.replace(/"([^"]*)"|\\(.)|y+|m+|d+|h+|s+/gi, (part: string, quoted?: string, escaped?: string) => {
    if (quoted !== undefined) return quoted;
    if (escaped !== undefined) return escaped;
    const width = part.length;
    switch (part[0]?.toLowerCase()) {
      case "y":
        return width <= 2 ? pad(date.getUTCFullYear() % 100, 2) : String(date.getUTCFullYear());
      case "d":
        if (width > 2) throw new Refused(`the number format ${format} is not implemented`);
        return pad(date.getUTCDate(), width);
      case "h":
        afterHours = true;
        return pad(date.getUTCHours(), width);
      case "s":
        return pad(date.getUTCSeconds(), width);
      default:
        if (width > 2) throw new Refused(`the number format ${format} is not implemented`);
        if (!afterHours) return pad(date.getUTCMonth() + 1, width);
        afterHours = false;
        return pad(date.getUTCMinutes(), width);
    }
  });
}

/** What a cell shows. Formats that are not understood are refused. */
export function displayText(value: string | number | boolean, format: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" || format === "@") return typeof value === "number" ? generalText(value) : value;
  if (/^general$/i.test(format)) return generalText(Number(value.toPrecision(10)));
  const fixed = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (fixed) {
    const [, grouped, decimals = "", percent] = fixed;
    const scaled = Number((percent ? value * 100 : value).toPrecision(15));
    const text = scaled.toLocaleString("en-US", {
      useGrouping: grouped !== undefined,
      minimumFractionDigits: decimals.length,
      maximumFractionDigits: decimals.length,
    });
    return `${text}${percent ?? ""}`;
  }
  const bare = format.replace(/^\[\$-[^\]]*\]/, "").replace(/;@$/, "");
  if (/^(?:[ymdhs/\-.:\s年月日时分秒]|"[^"]*"|\\.)+$/i.test(bare)) return dateText(value, bare);
  const shown = shownText(value, format);
  if (shown === null) throw new Refused(`the number format ${format} cannot show ${value}`);
  return shown;
}

/** Words that formats of a Chinese Excel use, and what they are elsewhere. */
const CHINESE_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/G\/通用格式/g, "General"],
  [/\[(?:黑色|蓝色|蓝绿色|青色|绿色|洋红色?|红色|白色|黄色|颜色\d+)\]/g, ""],
  [/上午\/下午/g, "AM/PM"],
];

/** A value by a number format, as TEXT gives it; null where Excel has no text for it, such as a date before 1900. */
export function shownText(value: number | string, format: string): string | null {
  if (/\[dbnum\d\]/i.test(format)) throw new Refused(`the number format ${format} is not implemented`);
  const plain = CHINESE_FORMATS.reduce((text, [word, meaning]) => text.replace(word, meaning), format);
  const bare = plain.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (typeof value === "number" && value < 0 && /[ymdhs]/i.test(bare.replace(/general/i, ""))) return null;
  try {
    return numfmt(plain, typeof value === "number" ? decimallyRounded(value, bare) : value, { locale: "zh-CN" });
  } catch {
    throw new Refused(`the number format ${format} is not implemented`);
  }
}

/** Rounded as Excel rounds: by the decimal digits one sees, not by the binary fraction behind them. */
function decimallyRounded(value: number, format: string): number {
  const [section = ""] = format.split(";");
  const decimals =
    /\.([0#?]+)/.exec(section)?.[1]?.length ?? (/[0#?]/.test(section) && !/[/eE]/.test(section) ? 0 : null);
  return decimals === null ? value : rounded(value, decimals + 2 * (section.match(/%/g)?.length ?? 0));
}
