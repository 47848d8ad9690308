/** What the rooms of certificates/ hand to each other. */
import type { Finding } from "../review/types";

/** Everything that a stub and its certificate (附件1) name. Blank text and null years are not there yet. */
export interface CertificateFields {
  readonly certificateNo: string;
  readonly registrationNo: string;
  /** 登记证书编号 as it was handed in; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly employer: string;
  readonly currentTitle: string;
  readonly education: string;
  readonly specialty: string;
  /** 副高级 or 正高级: printed only where 高 is a blank of the form. */
  readonly targetLevel: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly handler: string;
  readonly phone: string;
  /** "YYYY-MM-DD" */
  readonly issuedOn: string;
}

/** What can't be told from the notice's text and is the office's to set. */
export interface CertificateSettings {
  /** Is 高 of 「高级及以上」 part of the form, or is the level filled in (副高级及以上)? */
  readonly level: "printed" | "filled-in";
  /** Digits of the year after 二〇. */
  readonly yearDigits: "chinese" | "arabic";
  /** What stands in 存根（　）. */
  readonly stubBlank: "year" | "empty";
  /** The form as annex 1 has it, or the office's own sheet 合格证明模板. */
  readonly layout: "form" | "template";
  /** Blank: 经办人 of 单位信息. */
  readonly handler: string;
  /** Blank: 联系电话 of 单位信息. */
  readonly phone: string;
  /** Date of issue, "YYYY-MM-DD"; blank: today. */
  readonly issuedOn: string;
  /** The office's next free number; null: after the highest of this workbook's ledger. */
  readonly nextNumber: number | null;
}

/** What of the settings the form's words depend on. */
export type Wording = Pick<CertificateSettings, "level" | "yearDigits" | "stubBlank">;

export const DEFAULT_SETTINGS: CertificateSettings = {
  level: "printed",
  yearDigits: "chinese",
  stubBlank: "year",
  layout: "form",
  handler: "",
  phone: "",
  issuedOn: "",
  nextNumber: null,
};

/** What this machine has seen given beyond what a ledger says. */
export interface GivenElsewhere {
  /** Entries of the ledger whose number was given to somebody else before, by `entryKey`. */
  readonly conflicting: ReadonlySet<string>;
  /** Numbers that were given and do not stand in the ledger: it is older than they are. */
  readonly missing: readonly string[];
}

/** What an entry is known by: its number and its holder. */
export function entryKey({
  certificateNo,
  registrationNo,
}: {
  readonly certificateNo: string;
  readonly registrationNo: string;
}): string {
  return `${certificateNo} ${registrationNo}`;
}

export const NOTHING_ELSEWHERE: GivenElsewhere = { conflicting: new Set(), missing: [] };

/** A person who may get a certificate, without number and date. */
export interface CertificateCandidate {
  readonly fields: Omit<CertificateFields, "certificateNo" | "issuedOn">;
}

/** A senior applicant who gets none, and why. */
export interface Withheld {
  readonly registrationNo: string;
  readonly name: string;
  readonly findings: readonly Finding[];
}
