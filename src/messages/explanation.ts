/** A record's computation in words: what was counted, which row of the table was hit, what is open, what became of it. */
import type { FactName } from "../policy/language";
import type { Explanation, QuestionMet, Reason, Step, Term } from "../review/explain";
import type { Finding } from "../review/types";
import { headerOf, labelOfSlug, VALUES, type ClosedList } from "../submission/vocabulary";
import type { Catalogue, ExplanationWords } from "./catalogue";

type Because = NonNullable<Explanation["outcome"]>["because"][number];

/** Sentences without a full stop. Blank ones are null. */
export interface ExplanationText {
  /** "6 个半天 × 4 + 2 晚 × 2 = 28 学时（附件5第1条）" */
  readonly computation: string;
  readonly questions: readonly string[];
  readonly evidence: string | null;
  /** What became of the hours; null where only the record itself is looked at. */
  readonly outcome: string | null;
}

export interface Vocabulary {
  readonly catalogue: Catalogue;
  /** What the notice calls a fact with its value under the explained form; null where it has no words of its own. */
  readonly fact: (fact: FactName, value: string) => string | null;
  /** The question in words. */
  readonly question: (id: string) => string;
  /** What an option of a question is called. */
  readonly option: (id: string, option: string) => string;
  readonly unit: (unit: string, count: number) => string;
  readonly problem: (finding: Pick<Finding, "code" | "details">) => string;
}

/** A record's computation, open questions, evidence and outcome as sentences in the words of `vocabulary`. */
export function explain(explanation: Explanation, vocabulary: Vocabulary): ExplanationText {
  const { evidence, outcome } = explanation;
  const { catalogue, problem } = vocabulary;
  const words = catalogue.explain;
  const amount = amountOf(explanation, vocabulary);
  // What the evidence lacks has a sentence of its own
  const bare = ({ code, details }: Finding): Pick<Finding, "code" | "details"> =>
    code === "evidence-incomplete" || details === undefined ? { code } : { code, details };
  const becauseOf = ({ finding, question }: Because): string => {
    const said = words.inside(problem(bare(finding)));
    if (question === null) return said + words.bracket(finding.clause);
    if (question.open)
      return said + words.bracket([finding.clause, words.undecided(vocabulary.question(question.id))].join(words.list));
    return said + words.bracket(finding.clause) + words.then + decidedText(question, vocabulary);
  };
  const treated = (text: string): string =>
    outcome?.decision ? words.treated(text, outcome.decision.by, outcome.decision.on) : text;
  // An open question does not reject anything
  const causes = outcome?.because.filter(
    ({ finding }) => outcome.verdict !== "rejected" || finding.severity !== "judgement",
  );
  const why = causes?.map(becauseOf).join(words.semicolon) ?? "";
  return {
    computation: new Teller(explanation, vocabulary).tell(),
    questions: explanation.questions.map((met) => questionText(met, explanation, vocabulary, amount)),
    evidence: evidence === null ? null : evidenceText(evidence, vocabulary),
    outcome:
      outcome === null
        ? null
        : outcome.verdict === "rejected"
          ? treated(words.rejected(why))
          : outcome.verdict === "pending"
            ? words.pending(amount(outcome.credited), figure(outcome.lowest), figure(outcome.highest), why)
            : treated(words.credited(amount(outcome.credited))),
  };
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);
const amountOf =
  ({ unit }: Explanation, vocabulary: Vocabulary) =>
  (hours: number): string =>
    vocabulary.catalogue.explain.amount(figure(hours), vocabulary.unit(unit, hours));

const decidedText = (
  { id, option }: { readonly id: string; readonly option: string },
  { catalogue, question, option: label }: Vocabulary,
): string => catalogue.explain.decided(question(id), label(id, option));

function questionText(
  { id, option, open, others }: QuestionMet,
  { hours, publicHours }: Explanation,
  vocabulary: Vocabulary,
  amount: (hours: number) => string,
): string {
  const words = vocabulary.catalogue.explain;
  const label = (slug: string): string => vocabulary.option(id, slug);
  if (!open) return decidedText({ id, option }, vocabulary);
  const different = others.filter((other) => other.hours !== hours || other.publicHours !== publicHours);
  return [
    words.open(vocabulary.question(id), label(option)),
    ...different.map((other) => words.otherwise(label(other.option), amount(other.hours))),
  ].join(words.semicolon);
}

function evidenceText(
  { complete, missing, nearest, others, clause, accepted }: NonNullable<Explanation["evidence"]>,
  vocabulary: Vocabulary,
): string {
  const words = vocabulary.catalogue.explain;
  if (complete) return words.evidenceComplete + words.bracket(clause);
  const lacking = words.evidenceNearest(missing.join(words.list), nearest.join(words.list));
  if (accepted !== null)
    return [lacking + words.bracket(clause), decidedText(accepted, vocabulary)].join(words.semicolon);
  return (
    [lacking, ...(others.length > 0 ? [words.evidenceOthers(others)] : [])].join(words.semicolon) +
    words.bracket(clause)
  );
}

/** A step told: why it was taken, and how its figure came about. */
interface Told {
  readonly reasons: readonly Reason[];
  /** Null for a figure that a clause simply states. */
  readonly formula: string | null;
}

const NOT_SAID: ReadonlySet<FactName> = new Set(["taken", "startYear", "endYear"]);

/** What a reviewer looks for first. */
const FIRST: readonly FactName[] = [
  "indexing",
  "level",
  "kind",
  "authority",
  "months",
  "year",
  "rank",
  "role",
  "patentee",
];
const place = (fact: FactName): number => (FIRST.includes(fact) ? FIRST.indexOf(fact) : FIRST.length);

class Teller {
  private readonly words: ExplanationWords;
  /** Facts that the formula names already. */
  private readonly counted = new Set<FactName>();
  /** Differences worked out on the way: "5 天 − 不计 2 天 = 3 天". */
  private readonly differences: string[] = [];
  private readonly bests: { readonly fact: FactName; readonly text: string }[] = [];
  private lead: string | null = null;

  constructor(
    private readonly explanation: Explanation,
    private readonly vocabulary: Vocabulary,
  ) {
    this.words = vocabulary.catalogue.explain;
  }

  tell(): string {
    const { words } = this;
    const { step, errors, hours, unit, clause } = this.explanation;
    const nothing = (why: string): string => words.nothing(this.vocabulary.unit(unit, 0), why);
    if (errors.length > 0 || step === null) {
      const clauses = [...new Set(errors.map((error) => error.clause).filter((each) => each !== ""))];
      const problems = [...new Set(errors.map((error) => words.inside(this.vocabulary.problem(error))))];
      return (
        nothing(problems.join(words.semicolon)) + (clauses.length > 0 ? words.bracket(clauses.join(words.list)) : "")
      );
    }
    const { reasons, formula } = this.step(step);
    if (this.counted.has("meetingDays")) this.counted.add("countableDays");
    const why = [...this.bests.map((best) => best.text), ...this.reasons(reasons, formula !== null)].join(words.list);
    const amount = words.amount(figure(hours), this.vocabulary.unit(unit, hours));
    const source = words.bracket(clause);
    if (hours === 0 && formula === null) return nothing(endsInNoRow(step) ? why || words.noRow : why) + source;
    const result = formula === null ? amount : this.lead !== null ? `${this.lead} ${amount}` : `${formula} = ${amount}`;
    const computed = [...this.differences, result].join(words.then);
    return (why === "" ? computed : words.because(why, computed)) + source;
  }

  private step(step: Step): Told {
    switch (step.kind) {
      case "amount":
        return { reasons: [], formula: this.amount(step.term) };
      case "sum": {
        const parts = step.parts.filter((part) => part.value !== 0);
        const told = (parts.length > 0 ? parts : step.parts.slice(0, 1)).map((part) => ({
          ...this.step(part),
          value: part.value,
        }));
        return {
          reasons: told.flatMap((each) => each.reasons),
          formula: told.map((each) => each.formula ?? figure(each.value)).join(" + "),
        };
      }
      case "row": {
        const then = this.step(step.then);
        return { ...then, reasons: [...step.reasons, ...then.reasons] };
      }
      case "none":
        return { reasons: step.reasons, formula: null };
      case "best": {
        if (step.chosen !== null) {
          const others = step.others.map((other) => this.value(step.fact, other)).join(this.words.list);
          this.bests.push({
            fact: step.fact,
            text:
              this.fact(step.fact, this.value(step.fact, step.chosen)) +
              (others === "" ? "" : this.words.bracket(this.words.also(others))),
          });
        }
        return this.step(step.then);
      }
      case "asked":
        return this.step(step.then);
      case "split":
        return { reasons: [], formula: this.words.both(figure(step.public), figure(step.professional)) };
      case "taken": {
        if (!standsAsTaken(step.then, step.take.value)) {
          const then = this.step(step.then);
          if (!this.counted.has("taken")) return then;
          const { formula, reasons } = this.step(step.take);
          if (formula !== null) this.differences.push(`${formula} = ${figure(step.take.value)}`);
          return { ...then, reasons: [...reasons, ...then.reasons] };
        }
        const take = this.step(step.take);
        return { ...take, reasons: [...take.reasons, ...reasonsOnTheWay(step.then)] };
      }
      case "error":
        return { reasons: [], formula: null };
    }
  }

  private amount(term: Term): string | null {
    if (term.kind === "number") return null;
    if (term.kind === "fact") this.lead = this.words.asItStands[term.fact] ?? null;
    return this.term(term);
  }

  private term(term: Term): string {
    if (term.kind === "number") return figure(term.value);
    if (term.kind === "fact") {
      this.counted.add(term.fact);
      return this.fact(term.fact, figure(term.value));
    }
    if (term.kind === "minus") return this.difference(term);
    const parts =
      term.kind === "times"
        ? [...term.parts].sort((a, b) => Number(a.kind === "number") - Number(b.kind === "number"))
        : term.parts;
    const texts = parts.map((part) => this.term(part));
    return term.kind === "times" ? texts.join(" × ") : this.words.lesser(texts);
  }

  /** A difference is worked out beforehand, so that the formula stays short; taking nothing away is not told. */
  private difference(term: Term): string {
    const [first, ...others] = flattened(term);
    if (first === undefined) return figure(term.value);
    const start = this.term(first);
    const result = first.kind === "fact" ? this.fact(first.fact, figure(term.value)) : figure(term.value);
    const taken = others
      .filter((other) => other.value !== 0)
      .map((other) =>
        other.kind === "fact"
          ? (this.counted.add(other.fact),
            (this.words.less[other.fact] ?? this.words.facts[other.fact])(figure(other.value)))
          : this.term(other),
      );
    if (taken.length > 0) this.differences.push(`${[start, ...taken].join(" − ")} = ${result}`);
    return result;
  }

  /** Why this row and no other. Where a formula tells its facts, a row that was missed explains nothing. */
  private reasons(reasons: readonly Reason[], computed: boolean): string[] {
    const silent = ({ fact, test, holds }: Reason): boolean =>
      NOT_SAID.has(fact) ||
      this.counted.has(fact) ||
      this.bests.some((best) => best.fact === fact) ||
      test.kind === "given" ||
      (computed && !holds) ||
      // That a figure differs from another, or is there at all, decides nothing by itself
      (test.kind === "bounds" && (test.bounds.not !== undefined || (holds && test.bounds.above === 0)));
    const nothing = this.explanation.hours === 0;
    // A blank cell explains only why there is nothing; a word that was not the right one, only where nothing better does
    const said = reasons.filter(
      (reason) =>
        !silent(reason) && (reason.holds || reason.value !== null || (nothing && reason.test.kind === "bounds")),
    );
    const strong = said.filter(({ holds, value }) => holds || typeof value === "number");
    const chosen = nothing || strong.length === 0 ? said : strong;
    const told = new Map<FactName, string>();
    for (const reason of chosen) {
      const text = this.reason(reason);
      const known = told.get(reason.fact);
      if (known === undefined || text.length > known.length) told.set(reason.fact, text);
    }
    return [...told].sort(([a], [b]) => place(a) - place(b)).map(([, text]) => text);
  }

  private reason({ fact, value, test, holds }: Reason): string {
    if (test.kind === "blank" || value === null) return this.words.blank(headerOf(fact));
    const values = Array.isArray(value) ? (value as readonly string[]) : [value as string | number];
    if (fact === "evidence" && test.kind === "oneOf" && !holds)
      return this.words.without(test.values.join(this.words.list));
    const shown = test.kind === "oneOf" && holds ? values.filter((each) => test.values.includes(each)) : values;
    const told = shown
      .map((each) => (typeof each === "number" ? this.number(fact, each) : this.value(fact, each)))
      .join(this.words.list);
    const text = this.vocabulary.fact(fact, told) ?? this.words.facts[fact](told);
    const limits = test.kind === "bounds" ? this.words.bounds(fact, test.bounds, holds) : "";
    return limits === "" ? text : text + this.words.bracket(limits);
  }

  /** Months beyond whole ones are more, not a fraction. */
  private number(fact: FactName, value: number): string {
    return fact === "months" && !Number.isInteger(value) ? `${Math.floor(value)}+` : figure(value);
  }

  private fact(fact: FactName, value: string): string {
    return this.words.facts[fact](value);
  }

  private value(fact: FactName, slug: string): string {
    const list: ClosedList | undefined = fact in VALUES ? VALUES[fact as keyof typeof VALUES] : undefined;
    return this.words.values[fact]?.[slug] ?? (list ? labelOfSlug(list, slug) : slug);
  }
}

const flattened = (term: Term): readonly Term[] => {
  if (term.kind !== "minus") return [term];
  const [first, ...others] = term.parts;
  return first === undefined ? [] : [...flattened(first), ...others];
};

/** True when what was taken is the figure in the end. */
function standsAsTaken(step: Step, taken: number): boolean {
  if (step.kind === "row" || step.kind === "asked") return standsAsTaken(step.then, taken);
  if (step.kind !== "amount") return false;
  const { term } = step;
  return term.kind === "fact" ? term.fact === "taken" : term.kind === "number" && term.value === taken;
}

function reasonsOnTheWay(step: Step): readonly Reason[] {
  return "then" in step ? [...(step.kind === "row" ? step.reasons : []), ...reasonsOnTheWay(step.then)] : [];
}

function endsInNoRow(step: Step): boolean {
  return step.kind === "none" || ("then" in step && endsInNoRow(step.then));
}
