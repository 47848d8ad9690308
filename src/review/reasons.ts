/** Why a person is qualified or not: the years asked for, what each lacks, and what is open about them. Data; messages/ has the words. */
import { policyOf } from "../policy";
import { questionsByCode } from "./questions";
import type { Finding, PersonVerdict, Review, YearReview, YearStatus } from "./types";

export interface YearReasons {
  readonly year: number;
  readonly status: YearStatus;
  readonly sealed: boolean;
  readonly unit: string;
  readonly shortfalls: readonly { readonly of: string; readonly missing: number }[];
  /** Ids of the open questions that its status waits for; none for a year that is settled. */
  readonly questions: readonly string[];
}

export interface PersonReasons {
  readonly registrationNo: string;
  readonly name: string;
  readonly verdict: PersonVerdict;
  /** Windows of years that may be asked for; several while a question about them is open. */
  readonly windows: readonly { readonly from: number; readonly to: number }[];
  /** Open questions about the window itself. */
  readonly questions: readonly string[];
  /** The years of those windows. */
  readonly years: readonly YearReasons[];
  /** Errors on the person, one a code; years that are not met stand among `years`. */
  readonly errors: readonly Finding[];
}

/** Reasons of every person, in the order of the review. */
export function reasonsOf(review: Review): readonly PersonReasons[] {
  const years = yearReasons(review);
  const asking = askingIn(review);
  const yearNotMet = policyOf(review.policy)?.windows?.yearNotMet;
  return review.people.map(({ registrationNo, name, verdict, windows, findings }) => {
    const asked = (year: number): boolean => windows.some(({ from, to }) => year >= from && year <= to);
    return {
      registrationNo,
      name,
      verdict,
      windows,
      questions: idsOf(
        findings.filter(({ severity }) => severity === "judgement"),
        asking,
      ),
      years: [...(years.get(registrationNo)?.values() ?? [])].filter(({ year }) => asked(year)),
      errors: findings.filter(
        ({ code, severity }, index) =>
          severity === "error" &&
          code !== yearNotMet &&
          findings.findIndex((finding) => finding.code === code) === index,
      ),
    };
  });
}

/** Every year of a review by person and year. */
export function yearReasons(review: Review): ReadonlyMap<string, ReadonlyMap<number, YearReasons>> {
  const asking = askingIn(review);
  const open = new Map<string, Finding[]>();
  for (const { registrationNo, year, findings } of review.records) {
    const key = `${registrationNo} ${year}`;
    const own = findings.filter(({ severity }) => severity === "judgement");
    if (own.length > 0) open.set(key, [...(open.get(key) ?? []), ...own]);
  }
  const people = new Map<string, Map<number, YearReasons>>();
  for (const year of review.years) {
    const years = people.get(year.registrationNo) ?? new Map<number, YearReasons>();
    people.set(year.registrationNo, years);
    const waiting = [
      ...year.findings.filter(({ severity }) => severity === "judgement"),
      ...(open.get(`${year.registrationNo} ${year.year}`) ?? []),
    ];
    years.set(year.year, {
      year: year.year,
      status: year.status,
      sealed: year.sealed,
      unit: unitOf(year, review),
      shortfalls: shortfallsOf(year),
      questions: year.status === "pending" ? idsOf(waiting, asking) : [],
    });
  }
  return people;
}

const askingIn = (review: Review): ReadonlyMap<string, string> => {
  const policy = policyOf(review.policy);
  return policy ? questionsByCode(policy) : new Map();
};

const unitOf = (year: YearReview, review: Review): string =>
  String(year.findings[0]?.details?.unit ?? policyOf(review.policy)?.unit ?? "");

/** What keeps the year from being met; what a decision lets pass is no shortfall. */
const shortfallsOf = ({ findings, status }: YearReview): YearReasons["shortfalls"] =>
  status === "met"
    ? []
    : findings.flatMap(({ details, severity }) =>
        details?.of === undefined || severity === "info"
          ? []
          : [{ of: String(details.of), missing: Number(details.missing) }],
      );

const idsOf = (findings: readonly Finding[], asking: ReadonlyMap<string, string>): string[] =>
  [...new Set(findings.flatMap(({ code }) => asking.get(code) ?? []))].sort();
