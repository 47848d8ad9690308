/**
 * Why a record is worth what it is: its form's conversion walked a second time, with every step noted. Data, not
 * sentences; messages/ has the words. Made on demand, a record at a time: the review itself runs compiled closures.
 */
import { policyOf, type Policy } from "../policy";
import type { Code } from "../policy/codes";
import type { Decision, LearningRecord, RecordDecision, Submission } from "../submission/types";
import { headerOf } from "../submission/vocabulary";
import { PLACING_CELLS } from "./compile";
import { compiledPolicyOf, type CompiledForm } from "./compiled-policy";
import { ConversionTracer } from "./conversion-tracer";
import { ConversionOutcomes, type Evaluated } from "./conversion-outcomes";
import { EvaluationContext, type CellKey, type OptionVector } from "./evaluation-context";
import type { DecidedQuestion, EvidenceExplained, Explanation, RecordOutcome, QuestionMet } from "./explanation";
import { OfficeDecisions } from "./office-decisions";
import { questionsByCode } from "./questions";
import type { Finding, FindingDetails, RecordReview, Review } from "./types";
import { clauseOfError } from "./unplaced-finding";
import { clauseOfStep } from "./worth/steps";

export type * from "./explanation";
export type { Bound, Reason, Step, Term } from "./worth/steps";

/** Explains the record in a row (0-based) of a reviewed submission; null when no record stands there. */
export function explainAt(submission: Submission, review: Review, row: number): Explanation | null {
  const reviewed = review.records.find(({ place }) => place.row === row);
  const record = reviewed && submission.records.find(({ place }) => place.row === row);
  const policy = policyOf(review.policy);
  if (!record || !policy) return null;
  return explainRecord(record, policy, submission.decisions, {
    review: reviewed,
    decision: submission.recordDecisions.get(row) ?? null,
  });
}

/** What a review says of the record, and what a reviewer decided. */
export interface ReviewedRecord {
  readonly review: RecordReview;
  readonly decision: RecordDecision | null;
}

/** Explains one record; once it is reviewed, also what became of its hours. */
export function explainRecord(
  record: LearningRecord,
  policy: Policy,
  decisions: readonly Decision[],
  reviewed?: ReviewedRecord,
): Explanation {
  const office = new OfficeDecisions(compiledPolicyOf(policy), decisions);
  const form = record.form === null ? null : (office.compiled.forms.get(record.form) ?? null);
  const converted = form === null ? unknownForm(record) : explainConversion(record, form, office);
  return {
    ...converted,
    form: record.form,
    formLabel: record.formLabel,
    unit: policy.unit,
    evidence: form && explainEvidence(record, form, office, reviewed?.review),
    outcome: reviewed === undefined ? null : outcomeOf(reviewed, converted, office),
  };
}

type Conversion = Pick<Explanation, "hours" | "publicHours" | "clause" | "step" | "errors" | "questions">;

function unknownForm(record: LearningRecord): Conversion {
  const errors = record.problems
    .filter(({ key }) => key === "form")
    .map(({ code, details }) => ({ code, clause: "", details }));
  return { hours: 0, publicHours: 0, clause: "", step: null, errors, questions: [] };
}

function explainConversion(record: LearningRecord, form: CompiledForm, office: OfficeDecisions): Conversion {
  const context = new EvaluationContext();
  const evaluate = (options: OptionVector): Evaluated => {
    context.begin(record, options);
    const hours = form.convert(context);
    return { hours, publicShare: context.publicShare, failed: context.errors.length > 0, asked: [...context.asked] };
  };
  const { asked } = evaluate(office.inForce);
  const clause = form.policy.conversion.clause;
  const wrong = [...context.errors];
  const outcomes = asked.length === 0 ? null : new ConversionOutcomes(office, asked, evaluate);
  // The compiled conversion finds what is wrong; only what it can convert, under some reading, is traced.
  if (wrong.length > 0 && !(outcomes !== null && outcomes.highestOpen > 0)) {
    const errors = wrong.map(({ code, key }) => ({
      code,
      clause: clauseOfError(form.policy, code),
      details: detailsOf(record, code, key),
    }));
    return { hours: 0, publicHours: 0, clause, step: null, errors, questions: [] };
  }
  context.begin(record, office.inForce);
  const step = new ConversionTracer(context, office.policy, form.evidenceLabels).worth(form.policy.conversion.worth);
  const { publicShare } = context;
  return {
    hours: Math.max(0, step.value),
    publicHours: publicShare,
    clause: clauseOfStep(step) ?? clause,
    step,
    errors: [],
    questions: outcomes === null ? [] : questionsMet(outcomes, office, evaluate),
  };
}

/** The cell that an error is about, with its value, as the finding of the same error has them. */
function detailsOf(record: LearningRecord, code: Code, key: CellKey | undefined): FindingDetails {
  if (key === undefined) return {};
  const read = record.problems.find((problem) => problem.code === code && problem.key === key);
  if (read) return read.details;
  const value = key in record ? record[key as keyof LearningRecord] : null;
  return { column: headerOf(key), ...(typeof value === "number" || typeof value === "string" ? { value } : {}) };
}

/** The questions that stand on the record, each with what its other options would give, the others as in force. */
function questionsMet(
  outcomes: ConversionOutcomes,
  office: OfficeDecisions,
  evaluate: (options: OptionVector) => Evaluated,
): QuestionMet[] {
  return outcomes.questions.flatMap((question) => {
    const codes = outcomes.codesOf(question);
    if (codes.length === 0) return [];
    const inForce = office.inForce[question] ?? 0;
    const others = office.optionsOf(question).flatMap((option, index) => {
      if (index === inForce) return [];
      const options = office.inForce.slice();
      options[question] = index;
      const { hours, publicShare } = evaluate(options);
      return [{ option, hours, publicHours: publicShare }];
    });
    const { id = "", clause = "" } = office.policy.questions[question] ?? {};
    return [
      { id, clause, codes, option: office.optionsOf(question)[inForce] ?? "", open: office.isOpen(question), others },
    ];
  });
}

function questionBehind(code: Code, office: OfficeDecisions): DecidedQuestion | null {
  const id = questionsByCode(office.policy).get(code);
  if (id === undefined) return null;
  const question = office.index(id);
  return { id, option: office.optionsOf(question)[office.inForce[question] ?? 0] ?? "", open: office.isOpen(question) };
}

function explainEvidence(
  record: LearningRecord,
  form: CompiledForm,
  office: OfficeDecisions,
  review: RecordReview | undefined,
): EvidenceExplained | null {
  const check = record.sealed ? null : form.checkEvidence?.(record.evidence);
  if (!check) return null;
  const { complete, substitute, nearest, missing, others } = check;
  const openings = new Set(form.policy.evidence?.openings.map((opening) => opening.code));
  const said = (review?.findings ?? []).filter(({ code }) => code === "evidence-incomplete" || openings.has(code));
  // A year that is stamped already asks for none: then the review says nothing of it
  if (review !== undefined && !complete && said.length === 0) return null;
  const waived = said.every(({ code, severity }) => code !== "evidence-incomplete" && severity === "info")
    ? said[0]
    : undefined;
  return {
    clause: form.policy.evidence?.clause ?? "",
    complete,
    substitute,
    nearest,
    missing,
    others,
    accepted: waived ? questionBehind(waived.code, office) : null,
  };
}

/** Signed, of the record as it stands, and one of the three. */
const counts = ({ treatment, hours, by, on, stale }: RecordDecision): boolean =>
  !stale && treatment !== null && (treatment !== "set" || hours !== null) && by !== "" && on !== "";

const PLACING_COLUMNS: ReadonlySet<unknown> = new Set(PLACING_CELLS.map(headerOf));

/** The same code about the same cell; a code that names no cell is about the record. */
const isSameProblem = (
  one: Pick<Finding, "code" | "details">,
  { code, details }: Pick<Finding, "code" | "details">,
): boolean => one.code === code && one.details?.column === details?.column;

function outcomeOf(
  { review, decision }: ReviewedRecord,
  { errors, questions }: Conversion,
  office: OfficeDecisions,
): RecordOutcome {
  const inForce = decision !== null && counts(decision) ? decision : null;
  const asked = new Set(questions.flatMap(({ codes }) => codes));
  // What the computation tells. A cell on which the whole record hangs is told again: without it there is no year to count for.
  const isTold = (finding: Finding): boolean =>
    asked.has(finding.code) ||
    (!PLACING_COLUMNS.has(finding.details?.column) && errors.some((error) => isSameProblem(error, finding)));
  const because = review.findings
    .filter(
      (finding, index) =>
        !isTold(finding) && review.findings.findIndex((other) => isSameProblem(other, finding)) === index,
    )
    .map((finding) => ({ finding, question: questionBehind(finding.code, office) }))
    // A decided question takes hours away only where nothing is left
    .filter(
      ({ finding: { severity }, question }) =>
        severity === "error" ||
        severity === "judgement" ||
        (severity === "info" && inForce === null && review.creditedHours === 0 && question !== null),
    );
  return {
    verdict: review.verdict,
    credited: review.creditedHours,
    lowest: review.lowestHours,
    highest: review.highestHours,
    decision: inForce,
    because,
  };
}
