/** The words of stub and certificate, as the notice's form has them. */
import { shownNumber } from "../submission";
import type { CertificateBlank, CertificateForm } from "../policy/certificate-form";
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

/** Everything that the form leaves blank, as text. */
export type FormTexts = Readonly<Record<CertificateBlank, string>>;

/** Expects checked fields (`certificateProblems` found nothing); throws RangeError on a date that is none. */
export function certificateContent(
  fields: CertificateFields,
  settings: Wording,
  form: CertificateForm,
): CertificateContent {
  const { fromYear, toYear, certificateNo } = fields;
  const count = fromYear === null || toYear === null ? null : yearCount(fromYear, toYear);
  if (count === null) throw new RangeError("certificate without its years");
  const { name, employer, currentTitle, education, specialty, handler, phone } = fields;
  const texts: FormTexts = {
    name,
    employer,
    currentTitle,
    education,
    specialty,
    registrationNo: shownNumber(fields),
    certificateNo,
    handler,
    phone,
    level: levelText(fields, settings, form),
    fromYear: String(fromYear),
    toYear: String(toYear),
    count: String(count),
    date: formDate(fields.issuedOn, settings, form),
    blank: stubBlank(Number(certificateNo.slice(0, 4)), settings, form),
  };
  return formContent(texts, form);
}

/** The form's own words around its blanks. What a text itself holds in braces is no blank. */
export function formContent(texts: FormTexts, { stub, body }: CertificateForm): CertificateContent {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, blank: string) => texts[blank as CertificateBlank]);
  return {
    stub: {
      title: stub.title,
      subtitle: filled(stub.subtitle),
      lines: stub.lines.map(filled),
      date: filled(stub.date),
    },
    body: {
      title: body.title,
      paragraph: filled(body.paragraph),
      registration: filled(body.registration),
      date: filled(body.date),
    },
  };
}

/** The level as the form prints it, or the one applied for. */
export function levelText(
  fields: Pick<CertificateFields, "targetLevel">,
  { level }: Pick<Wording, "level">,
  { printedLevel }: CertificateForm,
): string {
  return level === "printed" ? printedLevel : fields.targetLevel;
}

/** What stands in 存根（　） of a round. */
export function stubBlank(
  round: number,
  settings: Pick<Wording, "stubBlank" | "yearDigits">,
  form: CertificateForm,
): string {
  return settings.stubBlank === "year" ? formYear(round, settings, form) : IDEOGRAPHIC_SPACE.repeat(2);
}

/** 二〇一八年七月二日 of "2018-07-02"; with arabic digits 二〇18年七月二日. Throws RangeError on a date that is none. */
export function formDate(isoDate: string, settings: Pick<Wording, "yearDigits">, form: CertificateForm): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (match === null) throw new RangeError(`no date: ${isoDate}`);
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return `${formYear(year, settings, form)}年${chineseNumber(month, form)}月${chineseNumber(day, form)}日`;
}

function formYear(year: number, { yearDigits }: Pick<Wording, "yearDigits">, form: CertificateForm): string {
  const digits = (text: string): string => [...text].map((digit) => form.digits[Number(digit)] ?? digit).join("");
  const text = String(year);
  return digits(text.slice(0, 2)) + (yearDigits === "chinese" ? digits(text.slice(2)) : text.slice(2));
}

/** 1 to 31 in Chinese figures: 十, 十一, 二十, 三十一. */
function chineseNumber(value: number, { digits }: CertificateForm): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digits[ones] : ""}`;
}
