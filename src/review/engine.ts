/** A policy made ready for work: conversions compiled, questions numbered, decisions turned into a reading. */
import type { FormPolicy, Policy } from "../policy/language";
import type { Decision } from "../submission/types";
import type { EvidenceReading } from "./evidence";
import { compileConversion, type Convert, type ReadingOf } from "./compile";

export interface CompiledForm {
  readonly slug: string;
  readonly policy: FormPolicy;
  readonly convert: Convert;
  /** One record of it may give hours for both subjects. */
  readonly splits: boolean;
  /** What its filing must hold, for a public course and for any other; null where none is demanded. */
  readonly demanded: { readonly public: readonly string[] | null; readonly other: readonly string[] | null };
  /** What was read of a list of documents: records share their lists. */
  readonly evidenceReadings: WeakMap<readonly string[], EvidenceReading>;
  /** Labels of evidence slugs, for messages. */
  readonly evidenceLabels: ReadonlyMap<string, string>;
}

export interface Engine {
  readonly policy: Policy;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** Index of a question by its id. */
  readonly questions: ReadonlyMap<string, number>;
}

function demandedOf(slug: string, { filing }: Policy): CompiledForm["demanded"] {
  const items = (subjects: readonly string[]): string[] | null => {
    const demands = filing?.demands.filter(({ form, subject }) => form === slug && subjects.includes(subject)) ?? [];
    return demands.length === 0
      ? null
      : [...new Set([...demands.flatMap((demand) => demand.items), ...(filing?.always ?? [])])];
  };
  return { public: items(["public", "any"]), other: items(["any"]) };
}

function hasSplit(node: unknown): boolean {
  if (node === null || typeof node !== "object") return false;
  return "split" in node || Object.values(node).some(hasSplit);
}

const engines = new WeakMap<Policy, Engine>();

/** Compiles a policy, once. */
export function engineOf(policy: Policy): Engine {
  const known = engines.get(policy);
  if (known) return known;
  const questions = new Map(policy.questions.map((question, index) => [question.id, index] as const));
  const forms = new Map(
    Object.entries(policy.forms).map(([slug, form]) => {
      const evidenceLabels = new Map<string, string>();
      for (const [label, evidence] of Object.entries(form.evidence?.labels ?? {}))
        if (!evidenceLabels.has(evidence)) evidenceLabels.set(evidence, label);
      return [
        slug,
        {
          slug,
          policy: form,
          convert: compileConversion(form, questions, policy),
          splits: hasSplit(form.conversion.worth),
          demanded: demandedOf(slug, policy),
          evidenceReadings: new WeakMap<readonly string[], EvidenceReading>(),
          evidenceLabels,
        },
      ] as const;
    }),
  );
  const engine: Engine = { policy, forms, questions };
  engines.set(policy, engine);
  return engine;
}

/** What the office has decided: a reading for every question, and which questions are still open. */
export class Office {
  /** Decided option, else the provisional one. */
  readonly reading: ReadingOf;
  readonly provisional: ReadingOf;
  private readonly decided: boolean[];

  constructor(
    readonly engine: Engine,
    decisions: readonly Decision[],
  ) {
    const { questions } = engine.policy;
    this.provisional = new Int8Array(questions.length);
    this.reading = new Int8Array(questions.length);
    this.decided = questions.map(() => false);
    for (const decision of decisions) {
      const index = engine.questions.get(decision.id);
      if (index === undefined || decision.option === null || this.decided[index]) continue;
      this.reading[index] = questions[index]?.options.indexOf(decision.option) ?? 0;
      this.decided[index] = true;
    }
  }

  index(id: string): number {
    const index = this.engine.questions.get(id);
    if (index === undefined) throw new Error(`there is no question ${id}`);
    return index;
  }

  isOpen(question: number): boolean {
    return this.decided[question] !== true;
  }

  optionsOf(question: number): readonly string[] {
    return this.engine.policy.questions[question]?.options ?? [];
  }

  clauseOf(question: number): string {
    return this.engine.policy.questions[question]?.clause ?? "";
  }

  /** True when the option in force is this one. */
  reads(question: number, option: string): boolean {
    return this.optionsOf(question)[this.reading[question] ?? 0] === option;
  }

  indexOfOption(question: number, option: string): number {
    return this.optionsOf(question).indexOf(option);
  }

  /** Calls `visit` with every combination of the options of these questions, the others as in force. */
  combinations(questions: readonly number[], visit: (reading: ReadingOf) => void): void {
    const reading = this.reading.slice();
    const step = (position: number): void => {
      const question = questions[position];
      if (question === undefined) {
        visit(reading);
        return;
      }
      const count = this.optionsOf(question).length;
      for (let option = 0; option < count; option++) {
        reading[question] = option;
        step(position + 1);
      }
      reading[question] = this.reading[question] ?? 0;
    };
    step(0);
  }
}
