/** A person: who hands in, which proof, which years are asked for, and the verdict that follows (正文三). */
import { calendarOf } from "../submission/text";
import { labelOfSlug, VALUES } from "../submission/vocabulary";
import type { Person, Submission } from "../submission/types";
import type { Office } from "./engine";
import { CONTRACT, type Details } from "./record-review";
import { severityOf, type Code } from "../policy/codes";
import type { PersonVerdict, Severity, YearStatus } from "./types";

export interface PersonDraft {
  readonly code: Code;
  readonly severity: Severity;
  readonly clause: string;
  readonly key: string | undefined;
  readonly details: Details;
}

export type Window = { readonly from: number; readonly to: number };

export const isSenior = (person: Person, office: Office): boolean =>
  person.targetLevel !== null && office.engine.policy.windows?.levels.includes(person.targetLevel) === true;

const channelOf = (submission: Submission, office: Office) =>
  office.engine.policy.channels.find((channel) => channel.natures.includes(submission.unit.unitNature));

/** What is wrong with the way a submission comes in; it stands on the submission and on each senior person. */
export function channelDrafts(submission: Submission, office: Office): PersonDraft[] {
  const channel = channelOf(submission, office);
  const { unit } = submission;
  if (!channel) return [];
  const drafts: PersonDraft[] = [];
  const add = (code: Code, key: string, details: Details = {}): void => {
    drafts.push({ code, severity: severityOf(code, office.engine.policy), clause: channel.clause, key, details });
  };
  if (channel.months && unit.submissionDate !== null) {
    const { month } = calendarOf(unit.submissionDate);
    if (month < channel.months.first || month > channel.months.last)
      add(channel.months.code, "submissionDate", {
        required:
          channel.months.first === channel.months.last
            ? `${channel.months.first}月`
            : `${channel.months.first}–${channel.months.last}月`,
      });
  }
  if (unit.submittedBy === "individual" && channel.individual) add(channel.individual.code, "submittedBy");
  if (
    channel.preReview &&
    unit.preReviewDate === null &&
    !submission.problems.some((problem) => problem.key === "preReviewDate")
  )
    add(channel.preReview.code, "preReviewDate");
  return drafts;
}

/** The proof a person applies for, and where (正文三, 正文四.4). */
export function proofDrafts(person: Person, submission: Submission, office: Office): PersonDraft[] {
  const { proofs } = office.engine.policy;
  if (person.targetLevel === null || !proofs) return [];
  const drafts: PersonDraft[] = [];
  const add = (code: Code, clause: string, key: string, details: Details = {}): void => {
    drafts.push({ code, severity: severityOf(code, office.engine.policy), clause, key, details });
  };
  const senior = isSenior(person, office);
  const expected = senior ? proofs.senior : proofs.others;
  if (person.proof !== null && person.proof !== expected) {
    add(proofs.wrongProof, senior ? proofs.clause : proofs.othersClause, "proof", {
      expected: labelOfSlug(VALUES.proof, expected),
    });
  }
  if (senior) return drafts;
  if (person.archivePlace === "") {
    add("field-missing", CONTRACT, "archivePlace", { column: "人事档案所在地" });
  } else {
    const own = submission.unit.county === "" ? "市本级" : submission.unit.county;
    if (person.archivePlace !== own)
      add(proofs.wrongPlace, proofs.othersClause, "archivePlace", {
        value: person.archivePlace,
        expected: own,
      });
  }
  return drafts;
}

/** Windows of years that may be asked of a person, by the options still open. */
export interface WindowQuestion {
  readonly possible: readonly Window[];
  readonly drafts: readonly PersonDraft[];
}

const claimedWindow = (person: Person): Window | null =>
  person.fromYear === null || person.toYear === null || person.fromYear > person.toYear
    ? null
    : { from: person.fromYear, to: person.toYear };

export function windowsOf(person: Person, submission: Submission, office: Office): WindowQuestion {
  const claimed = claimedWindow(person);
  const { windows } = office.engine.policy;
  if (!windows || !isSenior(person, office)) return { possible: claimed ? [claimed] : [], drafts: [] };
  const drafts: PersonDraft[] = [];
  const end = office.index(windows.end.ask);
  const unstated = office.index(windows.unstated.ask);
  const asks = channelOf(submission, office)?.windowStated !== true;
  const asClaimed = asks && !office.isOpen(unstated) && office.reads(unstated, windows.unstated.asClaimed);
  const say = (code: Code, question: number): void => {
    drafts.push({
      code,
      severity: office.isOpen(question) ? "judgement" : "info",
      clause: office.clauseOf(question),
      key: "fromYear",
      details: {},
    });
  };
  if (asks) say(windows.unstated.code, unstated);
  if (!asClaimed) say(windows.end.code, end);

  const length = windows.shorter.find(({ education }) => education === person.education)?.years ?? windows.years;
  const offsets = office.isOpen(end) ? office.optionsOf(end) : [office.optionsOf(end)[office.reading[end] ?? 0] ?? ""];
  const required = offsets.map((option) => {
    const to = submission.unit.applicationYear + (windows.end.offsets[option] ?? 0);
    return { from: to - length + 1, to };
  });
  const possible = asClaimed ? [] : required;
  if (claimed && (asClaimed || (asks && office.isOpen(unstated)))) possible.push(claimed);
  return { possible, drafts };
}

/** What is wrong with the claimed years, said only when every possible window says it. */
export function windowDrafts(
  person: Person,
  windows: readonly Window[],
  statusOf: (year: number) => YearStatus,
  office: Office,
): PersonDraft[] {
  const { fromYear, toYear } = person;
  const rules = office.engine.policy.windows;
  if (!rules || fromYear === null || toYear === null || !isSenior(person, office) || windows.length === 0) return [];
  const claimed: Window = { from: fromYear, to: toYear };
  const codesOf = (window: Window): Map<Code, Details> => {
    const codes = new Map<Code, Details>();
    const covers = claimed.from <= window.from && claimed.to >= window.to;
    if (!covers) codes.set(rules.tooShort, { required: `${window.from}–${window.to}` });
    else if (claimed.from < window.from || claimed.to > window.to)
      codes.set(rules.claimDiffers, { required: `${window.from}–${window.to}` });
    const failed = yearsOf(window).filter(
      (year) => year >= claimed.from && year <= claimed.to && statusOf(year) === "unmet",
    );
    if (failed.length > 0) codes.set(rules.yearNotMet, { years: failed.join("、") });
    return codes;
  };
  const all = windows.map(codesOf);
  const [first, ...others] = all;
  return [...(first ?? [])].flatMap(([code, details]) =>
    others.every((codes) => codes.has(code))
      ? [{ code, severity: severityOf(code, office.engine.policy), clause: rules.clause, key: "fromYear", details }]
      : [],
  );
}

export function yearsOf({ from, to }: Window): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Qualified when every possible window is met and no error stands; unqualified when none can be met, or one stands. */
export function verdictOf(
  windows: readonly Window[],
  statusOf: (year: number) => YearStatus,
  hasError: boolean,
): PersonVerdict {
  if (hasError || windows.length === 0) return "unqualified";
  const statuses = windows.map((window): YearStatus => {
    const years = yearsOf(window).map(statusOf);
    if (years.includes("unmet")) return "unmet";
    return years.every((status) => status === "met") ? "met" : "pending";
  });
  if (statuses.every((status) => status === "met")) return "qualified";
  return statuses.every((status) => status === "unmet") ? "unqualified" : "pending";
}
