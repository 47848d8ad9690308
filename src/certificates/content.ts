/** The words of stub and certificate (附件1), as the form has them. */
import { yearCount } from "./checks";
import type { CertificateFields, Wording } from "./types";

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

/** Everything that the form leaves blank, as text. */
export interface FormTexts {
  readonly name: string;
  readonly employer: string;
  readonly currentTitle: string;
  readonly education: string;
  readonly specialty: string;
  readonly level: string;
  readonly fromYear: string;
  readonly toYear: string;
  readonly count: string;
  readonly certificateNo: string;
  readonly registrationNo: string;
  readonly handler: string;
  readonly phone: string;
  readonly date: string;
  readonly blank: string;
}

/** Expects checked fields (`certificateProblems` found nothing); throws RangeError on a date that is none. */
export function certificateContent(fields: CertificateFields, settings: Wording): CertificateContent {
  const { fromYear, toYear, certificateNo } = fields;
  const count = fromYear === null || toYear === null ? null : yearCount(fromYear, toYear);
  if (count === null) throw new RangeError("certificate without its years");
  return formContent({
    ...fields,
    level: levelText(fields, settings),
    fromYear: String(fromYear),
    toYear: String(toYear),
    count: String(count),
    date: formDate(fields.issuedOn, settings),
    blank: stubBlank(Number(certificateNo.slice(0, 4)), settings),
  });
}

/** The form's own words around its blanks. */
export function formContent(texts: FormTexts): CertificateContent {
  return {
    stub: {
      title: ["湖南省专业技术人员", "继续教育合格证明"],
      subtitle: `存根（${texts.blank}）`,
      lines: [
        `姓　　名　${texts.name}`,
        `单　　位　${texts.employer}`,
        `现有职称　${texts.currentTitle}`,
        `编　　号　${texts.certificateNo}`,
        `经 办 人　${texts.handler}`,
        `联系电话　${texts.phone}`,
      ],
      date: texts.date,
    },
    body: {
      title: ["湖南省专业技术人员继续教育", "合 格 证 明"],
      paragraph:
        `　　根据《专业技术人员继续教育规定》（人社部令第25号）精神，${texts.name}同志，${texts.education}学历，` +
        `申报${texts.specialty}专业${texts.level}及以上职称，自${texts.fromYear}年至${texts.toYear}年（近${texts.count}年）参加继续教育培训，` +
        "培训学时达到专业技术职称的继续教育证书要求。特此证明。",
      registration: `继续教育登记证书编号：${texts.registrationNo}`,
      date: texts.date,
    },
  };
}

/** 高级 as the form prints it, or the level applied for. */
export function levelText(fields: Pick<CertificateFields, "targetLevel">, { level }: Pick<Wording, "level">): string {
  return level === "printed" ? "高级" : fields.targetLevel;
}

/** What stands in 存根（　） of a round. */
export function stubBlank(round: number, settings: Pick<Wording, "stubBlank" | "yearDigits">): string {
  return settings.stubBlank === "year" ? formYear(round, settings) : IDEOGRAPHIC_SPACE.repeat(2);
}

/** 二O一八年七月二日 of "2018-07-02"; with arabic digits 二O18年七月二日. */
export function formDate(isoDate: string, settings: Pick<Wording, "yearDigits">): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (match === null) throw new RangeError(`no date: ${isoDate}`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return `${formYear(year, settings)}年${chineseNumber(month)}月${chineseNumber(day)}日`;
}

function formYear(year: number, { yearDigits }: Pick<Wording, "yearDigits">): string {
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
