/** What the pane shows of a review, worked out once a review: counts, filters, groups. Pure. */
import { explanationOf, messageOf, personSentence, type Language } from "../messages";
import { explainAt } from "../review/explain";
import { reasonsOf } from "../review/reasons";
import type { Finding, Review, Severity, YearReview } from "../review/types";
import type { Again } from "../rounds";
import { SHEETS } from "../submission";
import { a1, type Place } from "../submission/grid";
import type { Submission } from "../submission/types";

export const SEVERITIES: readonly Severity[] = ["error", "judgement", "warning", "info"];

export interface Tally {
  readonly good: number;
  readonly bad: number;
  readonly open: number;
}

export interface Totals {
  readonly people: Tally;
  readonly years: Tally;
  readonly records: Tally;
}

function tally<T>(items: readonly T[], good: (item: T) => boolean, bad: (item: T) => boolean): Tally {
  const goods = items.filter(good).length;
  const bads = items.filter(bad).length;
  return { good: goods, bad: bads, open: items.length - goods - bads };
}

export function totalsOf(review: Review): Totals {
  return {
    people: tally(review.people, (each) => each.verdict === "qualified", (each) => each.verdict === "unqualified"),
    years: tally(review.years, (each) => each.status === "met", (each) => each.status === "unmet"),
    records: tally(review.records, (each) => each.verdict === "credited", (each) => each.verdict === "rejected"),
  };
}

/** Cell or row of a place as the reviewer knows it from Excel. */
export function cellOf(place: Place): string {
  return place.column === undefined ? String(place.row + 1) : a1(place.row, place.column);
}

/** A finding in words, ready to be listed and searched. */
export interface Line {
  readonly finding: Finding;
  readonly problem: string;
  readonly remedy: string;
  readonly where: string;
  readonly haystack: string;
}

export function linesOf(findings: readonly Finding[], language: Language): readonly Line[] {
  return findings.map((finding) => {
    const { problem, remedy } = messageOf(finding, language);
    const where = `${finding.place.sheet} ${cellOf(finding.place)}`;
    const haystack = [problem, remedy, where, finding.clause, finding.code, finding.name, finding.registrationNo, finding.year].join("\n").toLowerCase();
    return { finding, problem, remedy, where, haystack };
  });
}

/** What stands behind a finding: how the record's hours come about and what became of them, or the person's verdict and why. */
export interface Explained {
  readonly kind: "computation" | "questions" | "evidence" | "outcome" | "person";
  readonly text: string;
}

export function explainedOf(finding: Finding, submission: Submission, review: Review, language: Language): readonly Explained[] {
  const ofRecord = finding.place.sheet === SHEETS.records ? explainAt(submission, review, finding.place.row) : null;
  if (ofRecord === null) {
    const person = reasonsOf(review).find(({ registrationNo }) => registrationNo !== "" && registrationNo === finding.registrationNo);
    return person ? [{ kind: "person", text: personSentence(person, language) }] : [];
  }
  const { computation, questions, evidence, outcome } = explanationOf(ofRecord, language);
  const line = (kind: Explained["kind"], text: string | null): Explained[] => (text === null ? [] : [{ kind, text }]);
  return [...line("computation", computation), ...questions.flatMap((question) => line("questions", question)), ...line("evidence", evidence), ...line("outcome", outcome)];
}

export interface Filter {
  readonly severity: Severity | null;
  readonly code: string | null;
  readonly text: string;
  /** Only what a second round makes new to the reviewer. */
  readonly again?: Again | null;
}

export function matching(lines: readonly Line[], filter: Filter): readonly Line[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    ({ finding, haystack }) =>
      (filter.severity === null || finding.severity === filter.severity) &&
      (filter.code === null || finding.code === filter.code) &&
      (filter.again === null || filter.again === undefined || isNew(finding, filter.again)) &&
      words.every((word) => haystack.includes(word)),
  );
}

/** True for findings on records that are new or changed, and on their people. */
export function isNew({ place, registrationNo }: Finding, again: Again): boolean {
  return place.sheet === SHEETS.records ? again.records.has(place.row) : registrationNo !== undefined && again.people.has(registrationNo);
}

/** Gravest first; within one severity the sheets' own order. */
export function gravestFirst(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((one, other) => SEVERITIES.indexOf(one.finding.severity) - SEVERITIES.indexOf(other.finding.severity));
}

export interface Frequent {
  readonly code: string;
  readonly severity: Severity;
  readonly problem: string;
  readonly count: number;
}

/** The codes met most often, information left out, in words without the details of one place. */
export function mostFrequent(findings: readonly Finding[], language: Language, limit = 5): readonly Frequent[] {
  const counts = new Map<string, { finding: Finding; count: number }>();
  for (const finding of findings) {
    if (finding.severity === "info") continue;
    const entry = counts.get(finding.code);
    if (entry) entry.count += 1;
    else counts.set(finding.code, { finding, count: 1 });
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, limit)
    .map(({ finding: { code, severity, clause, place }, count }) => ({
      code,
      severity,
      count,
      problem: messageOf({ code, severity, clause, place }, language).problem,
    }));
}

export interface PersonYears {
  readonly registrationNo: string;
  readonly name: string;
  readonly years: readonly YearReview[];
}

/** Years that are not met, by person. */
export function shortfallsOf(review: Review): readonly PersonYears[] {
  const people = new Map<string, { name: string; years: YearReview[] }>();
  for (const year of review.years) {
    if (year.status === "met") continue;
    const person = people.get(year.registrationNo) ?? { name: year.name, years: [] };
    person.years.push(year);
    people.set(year.registrationNo, person);
  }
  return [...people].map(([registrationNo, { name, years }]) => ({ registrationNo, name, years }));
}
