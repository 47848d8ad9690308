/** Windows of years that a person must have proven: which are asked for, what is wrong with those claimed, and the verdict. */
import { severityOf, type Code } from "../policy/codes";
import type { Person, Submission } from "../submission/types";
import type { OfficeDecisions } from "./office-decisions";
import { channelOf, isSenior } from "./person-checks";
import type { FindingDetails, PersonVerdict, YearStatus } from "./types";
import type { UnplacedFinding } from "./unplaced-finding";

/** First and last year, both included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Windows of years that may be asked of a person, by the options still open. */
export interface WindowQuestion {
  readonly possible: readonly Window[];
  readonly findings: readonly UnplacedFinding[];
}

const claimedWindow = (person: Person): Window | null =>
  person.fromYear === null || person.toYear === null || person.fromYear > person.toYear
    ? null
    : { from: person.fromYear, to: person.toYear };

/**
 * The years that a person has to prove, under each option still open, and what is found about the window. Of those
 * whose level needs none, and of notices without windows: the years that are claimed.
 */
export function windowsOf(person: Person, submission: Submission, office: OfficeDecisions): WindowQuestion {
  const claimed = claimedWindow(person);
  const { windows } = office.policy;
  if (!windows || !isSenior(person, office)) return { possible: claimed ? [claimed] : [], findings: [] };
  const findings: UnplacedFinding[] = [];
  const end = office.index(windows.end.ask);
  const unstated = office.index(windows.unstated.ask);
  const asks = channelOf(submission, office)?.windowStated !== true;
  const asClaimed = asks && !office.isOpen(unstated) && office.holds(unstated, windows.unstated.asClaimed);
  const say = (code: Code, question: number): void => {
    findings.push({
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
  const offsets = office.isOpen(end) ? office.optionsOf(end) : [office.optionsOf(end)[office.inForce[end] ?? 0] ?? ""];
  const required = offsets.map((option) => {
    const to = submission.unit.applicationYear + (windows.end.offsets[option] ?? 0);
    return { from: to - length + 1, to };
  });
  const possible = asClaimed ? [] : required;
  if (claimed && (asClaimed || (asks && office.isOpen(unstated)))) possible.push(claimed);
  return { possible, findings };
}

/** What is wrong with the claimed years, said only when every possible window says it. */
export function windowFindings(
  person: Person,
  windows: readonly Window[],
  statusOf: (year: number) => YearStatus,
  office: OfficeDecisions,
): UnplacedFinding[] {
  const { fromYear, toYear } = person;
  const rules = office.policy.windows;
  if (fromYear === null || toYear === null || windows.length === 0) return [];
  if (!rules || !isSenior(person, office)) return claimedYearFindings(person, windows, statusOf, office);
  const claimed: Window = { from: fromYear, to: toYear };
  const codesOf = (window: Window): Map<Code, FindingDetails> => {
    const codes = new Map<Code, FindingDetails>();
    const covers = claimed.from <= window.from && claimed.to >= window.to;
    if (!covers) codes.set(rules.tooShort, { required: `${window.from}–${window.to}` });
    else if (claimed.from < window.from || claimed.to > window.to)
      codes.set(rules.claimDiffers, { required: `${window.from}–${window.to}` });
    const failed = yearsOf(window).filter(
      (year) => year >= claimed.from && year <= claimed.to && statusOf(year) === "unmet",
    );
    if (failed.length > 0) codes.set(rules.yearNotMet, { years: failed });
    return codes;
  };
  const all = windows.map(codesOf);
  const [first, ...others] = all;
  return [...(first ?? [])].flatMap(([code, details]) =>
    others.every((codes) => codes.has(code))
      ? [{ code, severity: severityOf(code, office.policy), clause: rules.clause, key: "fromYear", details }]
      : [],
  );
}

/** Who needs no window is told which claimed years are not met; a level that is unknown is asked for none. */
function claimedYearFindings(
  { targetLevel }: Person,
  windows: readonly Window[],
  statusOf: (year: number) => YearStatus,
  office: OfficeDecisions,
): UnplacedFinding[] {
  const rule = office.policy.claimedYears;
  const failed = windows.flatMap(yearsOf).filter((year) => statusOf(year) === "unmet");
  if (!rule || targetLevel === null || failed.length === 0) return [];
  const { yearNotMet: code, clause } = rule;
  return [{ code, severity: severityOf(code, office.policy), clause, key: "fromYear", details: { years: failed } }];
}

/** The years of a window, first and last included. */
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
