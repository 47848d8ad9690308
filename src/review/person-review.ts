/** The third pass of a review: each person, with the years already summed (正文三). */
import { severityOf } from "../policy/codes";
import type { Policy } from "../policy";
import { numberAs, placeOfKey } from "../submission";
import type { Person, ReadingProblem, Submission } from "../submission/types";
import type { OfficeDecisions } from "./office-decisions";
import { isSenior, proofFindings } from "./person-checks";
import type { PersonReview, YearReview, YearStatus } from "./types";
import { PEOPLE_COLUMNS } from "../submission/vocabulary";
import { CONTRACT, type UnplacedFinding } from "./unplaced-finding";
import { verdictOf, windowFindings, type WindowQuestion } from "./windows";

/** What is known of a person before the third pass. */
export interface PersonContext {
  readonly submission: Submission;
  readonly office: OfficeDecisions;
  /** What is wrong with the way the submission comes in; it stands on each senior person. */
  readonly channel: readonly UnplacedFinding[];
  /** Problems of reading by the row (0-based) of the person. */
  readonly problems: ReadonlyMap<number, readonly ReadingProblem[]>;
  /** Later entries of a registration number that is taken already. */
  readonly duplicates: ReadonlyMap<string, readonly Person[]>;
}

/** Problems of reading by the person's row; hidden rows are told of the submission. */
export function problemsByRow({ problems, peopleLayout }: Submission): ReadonlyMap<number, readonly ReadingProblem[]> {
  const byRow = new Map<number, ReadingProblem[]>();
  for (const problem of problems) {
    if (
      problem.place.sheet !== peopleLayout.sheet ||
      problem.code === "hidden-rows" ||
      problem.code === "hidden-sheets"
    )
      continue;
    const own = byRow.get(problem.place.row);
    if (own) own.push(problem);
    else byRow.set(problem.place.row, [problem]);
  }
  return byRow;
}

/** Reviews a person. `years`: the outcome of the second pass; a year that is not among them is not met. */
export function reviewPerson(
  person: Person,
  windows: WindowQuestion,
  years: readonly YearReview[],
  { submission, office, channel, problems, duplicates }: PersonContext,
): PersonReview {
  const statuses = new Map(years.map(({ year, status }) => [year, status] as const));
  const statusOf = (year: number): YearStatus => statuses.get(year) ?? "unmet";
  const senior = isSenior(person, office);
  const findings: UnplacedFinding[] = [
    ...(problems.get(person.place.row) ?? []).map((problem) => personProblem(problem, senior, office.policy)),
    ...duplicateFindings(person, duplicates.get(person.registrationNo)),
    ...(senior ? channel : []),
    ...proofFindings(person, submission, office),
    ...windows.findings,
    ...windowFindings(person, windows.possible, statusOf, office),
  ];
  const hasError = findings.some(({ severity }) => severity === "error");
  return {
    place: person.place,
    ...numberAs(person.registrationNo, person.registrationNoText),
    name: person.name,
    verdict: verdictOf(windows.possible, statusOf, hasError),
    senior,
    window: certificateWindow(person, windows),
    windows: windows.possible,
    findings: unique(findings).map(({ code, severity, clause, key, details }) => ({
      code,
      severity,
      clause,
      place: placeOfKey(submission.peopleLayout, person.place, key),
      registrationNo: person.registrationNo,
      name: person.name,
      details,
    })),
  };
}

/** The window that a certificate would name: the only one possible, else the one claimed. */
function certificateWindow({ fromYear, toYear }: Person, { possible }: WindowQuestion): PersonReview["window"] {
  const [only, other] = possible;
  if (only && !other) return only;
  return fromYear !== null && toYear !== null ? { from: fromYear, to: toYear } : null;
}

function duplicateFindings(person: Person, others: readonly Person[] | undefined): UnplacedFinding[] {
  if (others === undefined) return [];
  const rows = [person, ...others].map((each) => each.place.row + 1);
  return [{ code: "person-duplicate", severity: "error", clause: CONTRACT, key: "registrationNo", details: { rows } }];
}

/** What can't be read is an error in a cell that is needed, a warning in the others. */
function personProblem(problem: ReadingProblem, senior: boolean, policy: Policy): UnplacedFinding {
  const isNeeded = NEEDED.has(problem.key) || (problem.key === "archivePlace" && !senior);
  return {
    code: problem.code,
    severity: problem.code === "value-unknown" && !isNeeded ? "warning" : severityOf(problem.code, policy),
    clause: CONTRACT,
    key: problem.key,
    details: problem.details,
  };
}

const NEEDED: ReadonlySet<string> = new Set(PEOPLE_COLUMNS.flatMap(({ key, needed }) => (needed ? [key] : [])));

const unique = (findings: readonly UnplacedFinding[]): UnplacedFinding[] =>
  findings.filter(
    (finding, index) =>
      findings.findIndex((other) => other.code === finding.code && other.key === finding.key) === index,
  );
