/** The words of stub and certificate (附件1), as the form has them. */
import { yearCount } from "./checks";
import type { CertificateFields, CertificateSettings } from "./types";

export interface CertificateContent {
  readonly stub: {
    /** The form's own two lines of its title. */
    readonly title: readonly [string, string];
    readonly subtitle: string;
    readonly lines: readonly string[];
    readonly date: string;
  };
  readonly body: {
    readonly title: readonly [string, string];
    readonly paragraph: string;
    readonly registration: string;
    readonly date: string;
  };
}

const IDEOGRAPHIC_SPACE = "\u3000";
/** The form writes the nought of 二O with a Latin capital O. */
const DIGITS = ["O", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** Expects checked fields (`certificateProblems` found nothing); throws RangeError on a date that is none. */
export function certificateContent(fields: CertificateFields, settings: CertificateSettings): CertificateContent {
  const { fromYear, toYear } = fields;
  const count = fromYear === null || toYear === null ? null : yearCount(fromYear, toYear);
  if (count === null) throw new RangeError("certificate without its years");
  const date = formDate(fields.issuedOn, settings);
  const round = Number(fields.certificateNo.slice(0, 4));
  const blank = settings.stubBlank === "year" ? formYear(round, settings) : IDEOGRAPHIC_SPACE.repeat(2);
  const level = settings.level === "printed" ? "高级" : fields.targetLevel;
  return {
    stub: {
      title: ["湖南省专业技术人员", "继续教育合格证明"],
      subtitle: `存根（${blank}）`,
      lines: [
        `姓　　名　${fields.name}`,
        `单　　位　${fields.employer}`,
        `现有职称　${fields.currentTitle}`,
        `编　　号　${fields.certificateNo}`,
        `经 办 人　${fields.handler}`,
        `联系电话　${fields.phone}`,
      ],
      date,
    },
    body: {
      title: ["湖南省专业技术人员继续教育", "合 格 证 明"],
      paragraph:
        `　　根据《专业技术人员继续教育规定》（人社部令第25号）精神，${fields.name}同志，${fields.education}学历，` +
        `申报${fields.specialty}专业${level}及以上职称，自${fromYear}年至${toYear}年（近${count}年）参加继续教育培训，` +
        "培训学时达到专业技术职称的继续教育证书要求。特此证明。",
      registration: `继续教育登记证书编号：${fields.registrationNo}`,
      date,
    },
  };
}

/** 二O一八年七月二日 of "2018-07-02"; with arabic digits 二O18年七月二日. */
export function formDate(isoDate: string, settings: Pick<CertificateSettings, "yearDigits">): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (match === null) throw new RangeError(`no date: ${isoDate}`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return `${formYear(year, settings)}年${chineseNumber(month)}月${chineseNumber(day)}日`;
}

function formYear(year: number, { yearDigits }: Pick<CertificateSettings, "yearDigits">): string {
  const digits = (text: string): string => [...text].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
  const text = String(year);
  return digits(text.slice(0, 2)) + (yearDigits === "chinese" ? digits(text.slice(2)) : text.slice(2));
}

/** 1 to 31 in Chinese figures: 十, 十一, 二十, 三十一. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS[ones] : ""}`;
}
