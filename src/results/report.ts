/** The report of a review as the contract of the standard submission workbook has it ("The report"). */
import type {
  Finding,
  PersonVerdict,
  RecordVerdict,
  Review,
  Severity,
  SubjectOutcome,
  YearStatus,
} from "../review/types";
import { a1 } from "../grid/address";
import { SUMMARY_SHEET } from "./summary";

export interface Report {
  readonly policy: string;
  readonly records: readonly {
    readonly sheet: string;
    /** The sheet's own row number, from 1. */
    readonly row: number;
    readonly registrationNo: string;
    readonly year: number | null;
    readonly form: string | null;
    readonly subject: SubjectOutcome;
    readonly convertedHours: number;
    readonly creditedHours: number;
    readonly verdict: RecordVerdict;
    readonly findings: readonly string[];
  }[];
  readonly years: readonly {
    readonly registrationNo: string;
    readonly year: number;
    readonly publicHours: number;
    readonly professionalHours: number;
    readonly totalHours: number;
    readonly status: YearStatus;
    readonly findings: readonly string[];
  }[];
  readonly people: readonly {
    readonly registrationNo: string;
    readonly verdict: PersonVerdict;
    readonly certificateNo: string | null;
    readonly findings: readonly string[];
  }[];
  readonly findings: readonly ReportFinding[];
}

interface ReportFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly clause: string;
  readonly sheet: string;
  /** Left out for a year, which has no cell of its own. */
  readonly cell?: string;
  /** Left out for what stands on the submission. */
  readonly registrationNo?: string;
  readonly message: string;
}

/** `certificateNumbers`: valid numbers by registration number. `message` turns a finding into a Chinese sentence. */
export function report(
  review: Review,
  certificateNumbers: ReadonlyMap<string, string>,
  message: (finding: Finding) => string,
): Report {
  return {
    policy: review.policy,
    records: review.records.map((record) => ({
      sheet: record.place.sheet,
      row: record.place.row + 1,
      registrationNo: record.registrationNo,
      year: record.year,
      form: record.form,
      subject: record.subject,
      convertedHours: record.convertedHours,
      creditedHours: record.creditedHours,
      verdict: record.verdict,
      findings: codesOf(record.findings),
    })),
    years: review.years.map((year) => ({
      registrationNo: year.registrationNo,
      year: year.year,
      publicHours: year.publicHours,
      professionalHours: year.professionalHours,
      totalHours: year.totalHours,
      status: year.status,
      findings: codesOf(year.findings),
    })),
    people: review.people.map((person) => ({
      registrationNo: person.registrationNo,
      verdict: person.verdict,
      certificateNo: certificateNumbers.get(person.registrationNo) ?? null,
      findings: codesOf(person.findings),
    })),
    findings: review.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      clause: finding.clause,
      sheet: finding.place.sheet,
      ...(finding.place.sheet === SUMMARY_SHEET || finding.place.column === undefined
        ? {}
        : { cell: a1(finding.place.row, finding.place.column) }),
      ...(finding.registrationNo === undefined ? {} : { registrationNo: finding.registrationNo }),
      message: message(finding),
    })),
  };
}

function codesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map((finding) => finding.code))];
}
