/** What a form's conversion gives at the points of a partition, under every reading of the questions that it asks there. */
import type { FormPolicy, Policy, Worth } from "../../policy/language";
import { compiledPolicyOf, type CompiledForm } from "../../review/compiled-policy";
import { EvaluationContext } from "../../review/evaluation-context";
import { factWord, SAYS } from "../words";
import type { LearningRecord } from "../../submission/types";
import type { Axis } from "./partition";
import { recordOf, type Point } from "./records";
import { Walker, type Noted } from "./walk";

/** Options (their slugs) by question; a question that is not in it was not asked. */
export type Readings = Readonly<Record<string, string>>;

/** What one point gives under one reading. */
export interface Outcome {
  readonly hours: number;
  readonly publicShare: number;
  /** Codes of what makes it worth nothing; empty where nothing does. */
  readonly errors: readonly string[];
  /** Hours as a formula of the columns that they hang on, or 不计 with the codes. */
  readonly text: string;
  readonly clause: string;
  /** A check of the conversion, and not one of its rows, makes it worth nothing. */
  readonly blocked: boolean;
  /** What the rows give, also where it is negative. */
  readonly rawHours: number;
}

export class FormOutcomes {
  readonly form: FormPolicy;
  readonly label: string;
  private readonly compiled: CompiledForm;
  private readonly context = new EvaluationContext();
  private readonly walkContext = new EvaluationContext();
  private readonly walker: Walker;
  private readonly vector: Int8Array;
  private readonly questions: Policy["questions"];
  private readonly indices: ReadonlyMap<string, number>;
  private last: { readonly point: Point; readonly record: LearningRecord } | null = null;

  /** Throws when the policy has no such form. `label`: which of its labels the records have. */
  constructor(
    policy: Policy,
    private readonly slug: string,
    readonly axes: readonly Axis[],
    private readonly noted: Noted = {},
    label?: string,
  ) {
    const form = policy.forms[slug];
    const compiled = compiledPolicyOf(policy).forms.get(slug);
    if (form === undefined || compiled === undefined) throw new Error(`there is no form ${slug}`);
    this.form = form;
    this.compiled = compiled;
    this.label = label ?? form.labels[0] ?? slug;
    this.questions = policy.questions;
    this.indices = new Map(policy.questions.map(({ id }, at) => [id, at]));
    this.vector = new Int8Array(policy.questions.length);
    this.walker = new Walker(this.walkContext, (question) => this.option(question), factWord, noted);
  }

  private option(question: string): string {
    const at = this.indices.get(question) ?? -1;
    return this.questions[at]?.options[this.vector[at] ?? 0] ?? "";
  }

  /** Options of a question of this policy; empty where it has none. */
  optionsOf(question: string): readonly string[] {
    return this.questions[this.indices.get(question) ?? -1]?.options ?? [];
  }

  /** Hours of a worth at the point and reading of the last outcome; of a question those of each option. */
  hoursOf(worth: Worth): readonly number[] {
    const { walkContext, last } = this;
    if (last === null) return [];
    const choices = typeof worth === "object" && "ask" in worth ? Object.values(worth.options) : [worth];
    return choices.map((each) => {
      walkContext.begin(last.record, this.vector);
      return this.walker.walk(each).hours;
    });
  }

  /** The outcome under a reading, all other questions provisional, and which questions were asked. */
  at(point: Point, readings: Readings): { readonly outcome: Outcome; readonly asked: readonly string[] } {
    this.vector.fill(0);
    for (const [id, option] of Object.entries(readings)) {
      const at = this.indices.get(id);
      if (at !== undefined) this.vector[at] = Math.max(0, this.questions[at]?.options.indexOf(option) ?? 0);
    }
    if (this.last === null || this.last.point !== point)
      this.last = { point, record: recordOf(this.axes, point, this.slug, this.label) };
    const { record } = this.last;
    const { context, walkContext } = this;
    context.begin(record, this.vector);
    const hours = this.compiled.convert(context);
    const errors = context.errors.map(({ code }) => code);
    walkContext.begin(record, this.vector);
    this.noted.begin?.();
    for (const fact of context.invalid) walkContext.invalid.add(fact);
    const walked = this.walker.walk(this.form.conversion.worth);
    const own = walkContext.errors.map(({ code }) => code);
    const blocked = errors.some((code) => !own.includes(code));
    // What no reading can change asks nothing
    const asked = blocked ? [] : [...new Set(context.asked.map(({ question }) => this.questions[question]?.id ?? ""))];
    const { conversion } = this.form;
    const checkClause = conversion.checks.find(({ code }) => errors.includes(code))?.clause;
    const text = errors.length > 0 ? `${SAYS.error}：${[...new Set(errors)].sort().join("、")}` : walked.text;
    return {
      asked,
      outcome: {
        hours,
        publicShare: context.publicShare,
        errors,
        text,
        clause: (errors.length > 0 ? checkClause : walked.clause) ?? conversion.clause,
        blocked,
        rawHours: walked.hours,
      },
    };
  }
}

/** Every reading of the questions that some of the sides ask at a point, with what each side gives. */
export function* readingsAt<Side extends FormOutcomes | null>(
  sides: readonly Side[],
  point: Point,
  readings: Readings = {},
): Generator<{ readonly readings: Readings; readonly outcomes: readonly (Outcome | null)[] }> {
  const results = sides.map((side) => side?.at(point, readings) ?? null);
  for (const [at, result] of results.entries()) {
    const open = result?.asked.find((question) => readings[question] === undefined);
    if (open === undefined) continue;
    for (const option of sides[at]?.optionsOf(open) ?? [])
      yield* readingsAt(sides, point, { ...readings, [open]: option });
    return;
  }
  yield { readings, outcomes: results.map((result) => result?.outcome ?? null) };
}
