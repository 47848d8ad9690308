/**
 * Why a record is worth what it is: its form's conversion walked a second time, with every step noted. Data, not
 * sentences; messages/ has the words. Made on demand, a record at a time: the review itself runs compiled closures.
 */
import type { Code } from "../policy/codes";
import type { Condition, Expression, FactName, Policy, Test, Worth } from "../policy/language";
import { policyOf } from "../policy";
import type { Decision, LearningRecord, RecordDecision, Submission } from "../submission/types";
import { headerOf } from "../submission/vocabulary";
import {
  compileCondition,
  compileTest,
  Evaluation,
  isExpression,
  neededValue,
  valueOf,
  type CellKey,
  type Value,
} from "./compile";
import { engineOf, Office, type CompiledForm } from "./engine";
import { readEvidence } from "./evidence";
import { questionsByCode } from "./questions";
import { clauseOfError, type Details } from "./record-review";
import type { Finding, RecordReview, RecordVerdict, Review } from "./types";

/** A number and how it came about. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "fact"; readonly fact: FactName; readonly value: number }
  | { readonly kind: "minus" | "times" | "lesser"; readonly value: number; readonly parts: readonly Term[] };

export type Bound = "above" | "below" | "atLeast" | "atMost" | "not";

/** A test that decided between rows of a table. `holds` is false for the one that kept a better row from being hit. */
export interface Reason {
  readonly fact: FactName;
  readonly value: Value;
  readonly holds: boolean;
  readonly test:
    | { readonly kind: "blank" | "given" }
    | { readonly kind: "oneOf" | "noneOf"; readonly values: readonly (string | number)[] }
    | { readonly kind: "bounds"; readonly bounds: { readonly [bound in Bound]?: number } };
}

export type Step =
  | { readonly kind: "amount"; readonly value: number; readonly term: Term }
  | { readonly kind: "sum"; readonly value: number; readonly parts: readonly Step[] }
  /** the row of a table that was hit */
  | {
      readonly kind: "row";
      readonly value: number;
      readonly reasons: readonly Reason[];
      readonly clause: string | null;
      readonly then: Step;
    }
  /** no row of a table was hit */
  | { readonly kind: "none"; readonly value: 0; readonly reasons: readonly Reason[] }
  /** the best of several values of one cell */
  | {
      readonly kind: "best";
      readonly value: number;
      readonly fact: FactName;
      readonly chosen: string | null;
      readonly others: readonly string[];
      readonly then: Step;
    }
  | { readonly kind: "asked"; readonly value: number; readonly question: string; readonly then: Step }
  | { readonly kind: "split"; readonly value: number; readonly public: number; readonly professional: number }
  /** `take` was worked out first; `then` may speak of it as `taken` */
  | { readonly kind: "taken"; readonly value: number; readonly take: Step; readonly then: Step }
  | { readonly kind: "error"; readonly value: 0; readonly code: Code };

/** A question that was met and on which the hours depend. */
export interface QuestionMet {
  readonly id: string;
  readonly clause: string;
  readonly codes: readonly string[];
  /** The option in force: the office's, else the provisional one. */
  readonly option: string;
  readonly open: boolean;
  /** What the record would be worth under the other options, all else as in force. */
  readonly others: readonly { readonly option: string; readonly hours: number; readonly publicHours: number }[];
}

/** What makes the record worth nothing at all. */
export interface ConversionProblem {
  readonly code: Code;
  readonly clause: string;
  readonly details: Details;
}

export interface EvidenceExplained {
  readonly clause: string;
  readonly complete: boolean;
  readonly substitute: { readonly code: Code; readonly clause: string } | null;
  /** Labels of the nearest set, and what of it is lacking. */
  readonly nearest: readonly string[];
  readonly missing: readonly string[];
  /** How many other sets would do. */
  readonly others: number;
  /** The office's decision by which what there is will do. */
  readonly accepted: Decided | null;
}

/** A question and the option in force. */
export interface Decided {
  readonly id: string;
  readonly option: string;
  readonly open: boolean;
}

/** What became of the hours after they were converted. */
export interface Outcome {
  readonly verdict: RecordVerdict;
  readonly credited: number;
  readonly lowest: number;
  readonly highest: number;
  /** A reviewer's decision on the record, where it counts. */
  readonly decision: RecordDecision | null;
  /** Findings that keep hours from being credited, or leave it open; those of the conversion itself left out. */
  readonly because: readonly { readonly finding: Finding; readonly question: Decided | null }[];
}

export interface Explanation {
  readonly form: string | null;
  readonly formLabel: string;
  readonly unit: string;
  /** Converted at the reading in force: the office's decisions, elsewhere the provisional options. */
  readonly hours: number;
  readonly publicHours: number;
  readonly clause: string;
  /** Null when an error stands, or the form is unknown. */
  readonly step: Step | null;
  readonly errors: readonly ConversionProblem[];
  readonly questions: readonly QuestionMet[];
  /** Null when no evidence is asked for. */
  readonly evidence: EvidenceExplained | null;
  /** Null when only the record itself is looked at. */
  readonly outcome: Outcome | null;
}

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
export interface Reviewed {
  readonly review: RecordReview;
  readonly decision: RecordDecision | null;
}

/** Explains one record; once it is reviewed, also what became of its hours. */
export function explainRecord(
  record: LearningRecord,
  policy: Policy,
  decisions: readonly Decision[],
  reviewed?: Reviewed,
): Explanation {
  const office = new Office(engineOf(policy), decisions);
  const form = record.form === null ? null : (office.engine.forms.get(record.form) ?? null);
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

function explainConversion(record: LearningRecord, form: CompiledForm, office: Office): Conversion {
  const run = new Evaluation();
  run.begin(record, office.reading);
  const clause = form.policy.conversion.clause;
  // The engine finds what is wrong; only what it can convert is walked.
  form.convert(run);
  if (run.errors.length > 0) {
    const errors = run.errors.map(({ code, key }) => ({
      code,
      clause: clauseOfError(form.policy, code),
      details: detailsOf(record, code, key),
    }));
    return { hours: 0, publicHours: 0, clause, step: null, errors, questions: [] };
  }
  run.begin(record, office.reading);
  const step = new Walk(run, office, form).worth(form.policy.conversion.worth);
  const { publicShare } = run;
  const questions = questionsMet(record, form, office, [...run.asked], step.value, publicShare);
  return { hours: step.value, publicHours: publicShare, clause: clauseOf(step) ?? clause, step, errors: [], questions };
}

/** The cell that an error is about, with its value, as the finding of the same error has them. */
function detailsOf(record: LearningRecord, code: Code, key: CellKey | undefined): Details {
  if (key === undefined) return {};
  const read = record.problems.find((problem) => problem.code === code && problem.key === key);
  if (read) return read.details;
  const value = key in record ? record[key as keyof LearningRecord] : null;
  return { column: headerOf(key), ...(typeof value === "number" || typeof value === "string" ? { value } : {}) };
}

/** The clause of the innermost row that names one. */
function clauseOf(step: Step): string | null {
  if (step.kind === "row") return clauseOf(step.then) ?? step.clause;
  if (step.kind === "taken") return clauseOf(step.then) ?? clauseOf(step.take);
  return "then" in step ? clauseOf(step.then) : null;
}

class Walk {
  constructor(
    private readonly run: Evaluation,
    private readonly office: Office,
    private readonly form: CompiledForm,
  ) {}

  worth(source: Worth): Step {
    const { run } = this;
    if (isExpression(source)) {
      const term = this.term(source);
      return { kind: "amount", value: term.value, term };
    }
    if ("sum" in source) {
      const parts = source.sum.map((part) => this.worth(part));
      return { kind: "sum", value: parts.reduce((total, part) => total + part.value, 0), parts };
    }
    if ("rows" in source) return this.table(source.rows);
    if ("best" in source) return this.best(source.best, source.of);
    if ("ask" in source) {
      const question = this.office.index(source.ask);
      run.asked.push({
        question,
        codes: typeof source.code === "string" ? [source.code] : source.code,
        always: source.always === true,
      });
      const then = this.worth(source.options[this.office.optionsOf(question)[run.reading[question] ?? 0] ?? ""] ?? 0);
      return { kind: "asked", value: then.value, question: source.ask, then };
    }
    if ("split" in source) {
      const [shared, professional] = [this.term(source.split.public).value, this.term(source.split.professional).value];
      run.publicShare = shared;
      return { kind: "split", value: shared + professional, public: shared, professional };
    }
    if ("take" in source) {
      const outer = run.taken;
      const take = this.worth(source.take);
      run.taken = take.value;
      const then = this.worth(source.then);
      run.taken = outer;
      return { kind: "taken", value: then.value, take, then };
    }
    run.fail(source.error);
    return { kind: "error", value: 0, code: source.error };
  }

  private table(rows: readonly { readonly when?: Condition; readonly then: Worth; readonly clause?: string }[]): Step {
    const missed: Reason[] = [];
    for (const row of rows) {
      const hit = compileCondition(row.when)(this.run);
      if (this.run.stuck) break;
      if (!hit) {
        missed.push(...this.nearMiss(row.when));
        continue;
      }
      const held = this.reasons(row.when);
      const kept = missed.filter(
        ({ fact }, index) =>
          !held.some((reason) => reason.fact === fact) && missed.findIndex((reason) => reason.fact === fact) === index,
      );
      const then = this.worth(row.then);
      return { kind: "row", value: then.value, reasons: [...held, ...kept], clause: row.clause ?? null, then };
    }
    return { kind: "none", value: 0, reasons: missed };
  }

  private best(fact: "indexing", of: Worth): Step {
    const { run } = this;
    const values = run.record.indexing;
    if (values.length === 0) {
      const then = this.worth(of);
      return { kind: "best", value: then.value, fact, chosen: null, others: [], then };
    }
    const before = run.errors.length;
    let best: { readonly value: string; readonly step: Step } | null = null;
    for (const value of values) {
      run.each = value;
      const step = this.worth(of);
      run.stuck = false;
      if (run.errors.splice(before).length === 0 && (best === null || step.value > best.step.value))
        best = { value, step };
    }
    run.each = null;
    const then: Step = best?.step ?? { kind: "none", value: 0, reasons: [] };
    return {
      kind: "best",
      value: then.value,
      fact,
      chosen: best?.value ?? null,
      others: values.filter((value) => value !== best?.value),
      then,
    };
  }

  private term(source: Expression): Term {
    if (typeof source === "number") return { kind: "number", value: source };
    if (source === "countableDays") return this.term({ minus: ["meetingDays", "uncountedDays"] });
    if (typeof source === "string") {
      const value = neededValue(source)(this.run);
      return { kind: "fact", fact: source, value: typeof value === "number" ? value : 0 };
    }
    const [kind, parts] =
      "times" in source
        ? (["times", source.times] as const)
        : "lesser" in source
          ? (["lesser", source.lesser] as const)
          : (["minus", source.minus] as const);
    const terms = parts.map((part) => this.term(part));
    const [first = 0, ...others] = terms.map((term) => term.value);
    const join = {
      times: (a: number, b: number) => a * b,
      lesser: (a: number, b: number) => Math.min(a, b),
      minus: (a: number, b: number) => a - b,
    }[kind];
    return { kind, value: others.reduce(join, first), parts: terms };
  }

  /** Tests are asked of a second evaluation: what they note there is not the record's. */
  private probe(): Evaluation {
    const probe = new Evaluation();
    probe.begin(this.run.record, this.run.reading);
    probe.each = this.run.each;
    probe.taken = this.run.taken;
    return probe;
  }

  /** The tests of a condition that holds; of alternatives, those of the first that holds. */
  private reasons(condition: Condition = {}): Reason[] {
    const { any, ...facts } = condition;
    const alternative = any?.find((each) => compileCondition(each)(this.probe()));
    return [
      ...Object.entries(facts).map(([fact, test]) => this.reason(fact as FactName, test as Test)),
      ...(alternative ? this.reasons(alternative) : []),
    ];
  }

  /** The one test without which a row would have been hit. Where more fail, none of them explains much. */
  private nearMiss(condition: Condition = {}): Reason[] {
    const { any, ...facts } = condition;
    const failed = Object.entries(facts)
      .map(([fact, test]) => this.reason(fact as FactName, test as Test))
      .filter((reason) => !reason.holds);
    const [only] = failed;
    if (failed.length !== 1 || only === undefined || any !== undefined) return [];
    // That something equals what was worked out already decides nothing worth saying
    return only.test.kind === "blank" || (only.test.kind === "bounds" && only.test.bounds.not !== undefined)
      ? []
      : [only];
  }

  private reason(fact: FactName, test: Test): Reason {
    const [value, tested] = [valueOf(fact)(this.probe()), this.tested(test)];
    const holds = compileTest(fact, test)(this.probe());
    if (fact !== "evidence" || !("values" in tested)) return { fact, value, holds, test: tested };
    // Documents are known by the unit's own words, whatever the language
    const label = (slug: string | number): string => this.form.evidenceLabels.get(String(slug)) ?? String(slug);
    return {
      fact,
      value: [value ?? []].flat().map(label),
      holds,
      test: { ...tested, values: tested.values.map(label) },
    };
  }

  private tested(test: Test): Reason["test"] {
    if (typeof test !== "object") return { kind: "oneOf", values: [test] };
    if ("is" in test) return { kind: test.is };
    if ("noneOf" in test) return { kind: "noneOf", values: test.noneOf };
    if (isList(test)) return { kind: "oneOf", values: test };
    const bounds = Object.fromEntries(
      Object.entries(test).map(([bound, limit]) => [bound, this.term(limit as Expression).value]),
    );
    return { kind: "bounds", bounds };
  }
}

const isList = (test: Test): test is readonly (string | number)[] => Array.isArray(test);

/** Questions on which the hours depend, and those that are always said; each once. */
function questionsMet(
  record: LearningRecord,
  form: CompiledForm,
  office: Office,
  asked: Evaluation["asked"],
  hours: number,
  publicShare: number,
): QuestionMet[] {
  const run = new Evaluation();
  const met = new Map<number, QuestionMet>();
  for (const { question, codes, always } of asked) {
    const known = met.get(question);
    if (known) {
      met.set(question, { ...known, codes: [...new Set([...known.codes, ...codes])] });
      continue;
    }
    const reading = office.reading.slice();
    const others: { option: string; hours: number; publicHours: number }[] = [];
    let matters = always;
    office.optionsOf(question).forEach((option, index) => {
      if (index === (office.reading[question] ?? 0)) return;
      reading[question] = index;
      run.begin(record, reading);
      const would = form.convert(run);
      matters ||= would !== hours || run.publicShare !== publicShare || run.errors.length > 0;
      others.push({ option, hours: would, publicHours: run.publicShare });
    });
    if (!matters) continue;
    const { id = "", clause = "" } = office.engine.policy.questions[question] ?? {};
    met.set(question, {
      id,
      clause,
      codes,
      option: office.optionsOf(question)[office.reading[question] ?? 0] ?? "",
      open: office.isOpen(question),
      others,
    });
  }
  return [...met.values()];
}

function questionBehind(code: Code, office: Office): Decided | null {
  const id = questionsByCode(office.engine.policy).get(code);
  if (id === undefined) return null;
  const question = office.index(id);
  return { id, option: office.optionsOf(question)[office.reading[question] ?? 0] ?? "", open: office.isOpen(question) };
}

function explainEvidence(
  record: LearningRecord,
  form: CompiledForm,
  office: Office,
  review: RecordReview | undefined,
): EvidenceExplained | null {
  const reading = record.sealed ? null : readEvidence(form, record.evidence);
  if (reading === null) return null;
  const { complete, substitute, nearest, missing, others } = reading;
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

function outcomeOf({ review, decision }: Reviewed, { errors, questions }: Conversion, office: Office): Outcome {
  const inForce = decision !== null && counts(decision) ? decision : null;
  const told = new Set([...errors.map((error) => error.code), ...questions.flatMap((question) => question.codes)]);
  const because = review.findings
    .filter(
      ({ code }, index) => !told.has(code) && review.findings.findIndex((finding) => finding.code === code) === index,
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
