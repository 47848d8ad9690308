/** How a submission comes in, and which proof a person applies for (正文三, 正文四.4). */
import { severityOf, type Code } from "../policy/codes";
import { calendarOf, labelOf } from "../submission/text";
import type { Person, Submission } from "../submission/types";
import { labelOfSlug, VALUES } from "../submission/vocabulary";
import type { OfficeDecisions } from "./office-decisions";
import type { FindingDetails } from "./types";
import { CONTRACT, type UnplacedFinding } from "./unplaced-finding";

/** True for the levels that need a window of years proven, and get a certificate of it. */
export const isSenior = (person: Person, office: OfficeDecisions): boolean =>
  person.targetLevel !== null && office.policy.windows?.levels.includes(person.targetLevel) === true;

/** The channel that the notice provides for this kind of unit; undefined when it provides none. */
export const channelOf = (submission: Submission, office: OfficeDecisions) =>
  office.policy.channels.find((channel) => channel.natures.includes(submission.unit.unitNature));

/** What is wrong with the way a submission comes in; it stands on the submission and on each senior person. */
export function channelFindings(submission: Submission, office: OfficeDecisions): UnplacedFinding[] {
  const channel = channelOf(submission, office);
  const { unit } = submission;
  if (!channel) return [];
  const findings: UnplacedFinding[] = [];
  const add = (code: Code, key: string, details: FindingDetails = {}): void => {
    findings.push({ code, severity: severityOf(code, office.policy), clause: channel.clause, key, details });
  };
  if (channel.months && unit.submissionDate !== null) {
    const { month } = calendarOf(unit.submissionDate);
    if (month < channel.months.first || month > channel.months.last)
      add(channel.months.code, "submissionDate", {
        months:
          channel.months.first === channel.months.last
            ? channel.months.first
            : `${channel.months.first}–${channel.months.last}`,
      });
  }
  if (unit.submittedBy === "individual" && channel.individual) add(channel.individual.code, "submittedBy");
  if (channel.via && unit.submittedBy === channel.via.submitter) add(channel.via.code, "submittedBy");
  if (
    channel.preReview &&
    unit.preReviewDate === null &&
    !submission.problems.some((problem) => problem.key === "preReviewDate")
  )
    add(channel.preReview.code, "preReviewDate");
  return findings;
}

/** The proof a person applies for, and where (正文三, 正文四.4). */
export function proofFindings(person: Person, submission: Submission, office: OfficeDecisions): UnplacedFinding[] {
  const { proofs } = office.policy;
  if (person.targetLevel === null || !proofs) return [];
  const findings: UnplacedFinding[] = [];
  const add = (code: Code, clause: string, key: string, details: FindingDetails = {}): void => {
    findings.push({ code, severity: severityOf(code, office.policy), clause, key, details });
  };
  const senior = isSenior(person, office);
  const expected = senior ? proofs.senior : proofs.others;
  if (person.proof !== null && person.proof !== expected) {
    add(proofs.wrongProof, senior ? proofs.clause : proofs.othersClause, "proof", {
      expected: labelOfSlug(VALUES.proof, expected),
    });
  }
  if (senior || person.unreadable.has("archivePlace")) return findings;
  if (person.archivePlace === "") {
    add("field-missing", CONTRACT, "archivePlace", { column: "人事档案所在地" });
  } else {
    const own = labelOf(submission.unit.county) || proofs.ownPlace;
    if (labelOf(person.archivePlace) !== own)
      add(proofs.wrongPlace, proofs.othersClause, "archivePlace", {
        value: person.archivePlace,
        expected: own,
      });
  }
  return findings;
}
