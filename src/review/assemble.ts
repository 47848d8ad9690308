/** One review out of what was judged. */
import type { Policy } from "../policy";
import { severityOf } from "../policy/codes";
import { SHEETS } from "../submission";
import type { Submission } from "../submission/types";
import { compiledPolicyOf } from "./compiled-policy";
import type { Judged } from "./judge";
import { OfficeDecisions } from "./office-decisions";
import { channelFindings } from "./person-checks";
import { questionsByCode } from "./questions";
import type { Finding, QuestionState, Review, YearReview } from "./types";
import { CONTRACT } from "./unplaced-finding";

/** Puts a review together: places of years, what stands on the submission itself, and how often each question is met. */
export function assemble(submission: Submission, policy: Policy, { persons, records }: Judged): Review {
  const office = new OfficeDecisions(compiledPolicyOf(policy), submission.decisions);
  const people = persons.map(({ review }) => review);
  const years = persons.flatMap((person) => person.years).map(placedAt);
  const channel = people.some(({ senior }) => senior) ? channelFindings(submission, office) : [];
  const submissionFindings: Finding[] = channel.map(({ code, severity, clause, key, details }) => ({
    code,
    severity,
    clause,
    place: submission.unitPlaces[key ?? ""] ?? { sheet: SHEETS.unit, row: 0 },
    details,
  }));
  const first = new Set(people.map((person) => person.place.row));
  for (const problem of submission.problems) {
    const isPersonRow =
      problem.place.sheet === submission.peopleLayout.sheet &&
      first.has(problem.place.row) &&
      problem.code !== "hidden-rows" &&
      problem.code !== "hidden-sheets";
    if (isPersonRow) continue;
    submissionFindings.push({
      code: problem.code,
      severity: problem.code === "value-unknown" ? "warning" : severityOf(problem.code, policy),
      clause: CONTRACT,
      place: problem.place,
      details: problem.details,
    });
  }

  const findings = [
    ...submissionFindings,
    ...people.flatMap((person) => person.findings),
    ...records.flatMap((record) => record.findings),
    ...years.flatMap((year) => year.findings),
  ];
  return {
    policy: policy.id,
    records,
    years,
    people,
    findings,
    questions: questionStates(office, submission, findings),
  };
}

/** A year's findings stand on its line of 年度汇总. */
function placedAt(year: YearReview, at: number): YearReview {
  const row = at + 1;
  if (year.findings.every(({ place }) => place.row === row)) return year;
  return { ...year, findings: year.findings.map((finding) => ({ ...finding, place: { ...finding.place, row } })) };
}

function questionStates(
  office: OfficeDecisions,
  submission: Submission,
  findings: readonly Finding[],
): QuestionState[] {
  const { policy } = office;
  const touched = new Map<string, number>();
  const asking = questionsByCode(policy);
  for (const finding of findings) {
    const id = asking.get(finding.code);
    if (id !== undefined) touched.set(id, (touched.get(id) ?? 0) + 1);
  }
  return policy.questions.map((question) => {
    const decision = submission.decisions.find((each) => each.id === question.id && each.option !== null);
    return {
      id: question.id,
      question: question.id,
      clause: question.clause,
      options: question.options.map((slug) => ({ slug, label: slug })),
      provisional: question.options[0] ?? "",
      decision: decision?.option
        ? { option: decision.option, text: decision.text, by: decision.by, on: decision.on, reason: decision.reason }
        : null,
      touched: touched.get(question.id) ?? 0,
    };
  });
}
