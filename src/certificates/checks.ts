/** The checks before a certificate is made: data, years, standing. */
import type { FindingDetails } from "../review/types";
import type { CertificateFields } from "./types";

/** The form's own labels of what it needs. */
const REQUIRED: readonly (readonly [label: string, key: keyof CertificateFields])[] = [
  ["姓名", "name"],
  ["工作单位", "employer"],
  ["现有职称", "currentTitle"],
  ["学历", "education"],
  ["申报专业", "specialty"],
  ["起始年度", "fromYear"],
  ["截止年度", "toYear"],
  ["登记证书编号", "registrationNo"],
  ["证明编号", "certificateNo"],
  ["经办人", "handler"],
  ["联系电话", "phone"],
  ["日期", "issuedOn"],
];

/** Labels of the required fields that are blank or missing. Fields left out of the argument count as still to come. */
function missingFields(fields: Partial<CertificateFields>): readonly string[] {
  return REQUIRED.flatMap(([label, key]) => {
    if (!(key in fields)) return [];
    const value = fields[key];
    return value === undefined || value === null || String(value).trim() === "" ? [label] : [];
  });
}

/** 截止年度 − 起始年度 + 1, the 近N年 of the form; null when that is no number of years, or not the one given. */
export function yearCount(fromYear: number, toYear: number, stated?: number): number | null {
  const count = toYear - fromYear + 1;
  return Number.isInteger(count) && count > 0 && (stated === undefined || stated === count) ? count : null;
}

export interface CertificateProblem {
  readonly code: "certificate-field-missing" | "certificate-years-inconsistent" | "certificate-not-eligible";
  readonly details: FindingDetails;
}

/** `notEligible`: what of the person's years or standing forbids it, null when nothing does. `statedYears`: a 近N年 from elsewhere. */
export function certificateProblems(
  fields: Partial<CertificateFields>,
  notEligible: FindingDetails | null,
  statedYears?: number,
): readonly CertificateProblem[] {
  const problems: CertificateProblem[] = [];
  const missing = missingFields(fields);
  if (missing.length > 0) problems.push({ code: "certificate-field-missing", details: { missing } });
  const { fromYear, toYear } = fields;
  if (typeof fromYear === "number" && typeof toYear === "number" && yearCount(fromYear, toYear, statedYears) === null) {
    problems.push({ code: "certificate-years-inconsistent", details: { value: `${fromYear}—${toYear}` } });
  }
  if (notEligible !== null) problems.push({ code: "certificate-not-eligible", details: notEligible });
  return problems;
}
