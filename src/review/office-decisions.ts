/** What the office has decided on the questions that a notice leaves open (口径). */
import type { Policy } from "../policy/language";
import type { Decision } from "../submission/types";
import type { CompiledPolicy } from "./compiled-policy";
import type { OptionVector } from "./evaluation-context";

/** What the office has decided: an option for every question, and which questions are still open. */
export class OfficeDecisions {
  readonly policy: Policy;
  /** Of every question the decided option, else the provisional one. */
  readonly inForce: OptionVector;
  /** The provisional option of every question. */
  readonly provisional: OptionVector;
  private readonly decided: boolean[];

  constructor(
    readonly compiled: CompiledPolicy,
    decisions: readonly Decision[],
  ) {
    const { questions } = (this.policy = compiled.policy);
    this.provisional = new Int8Array(questions.length);
    this.inForce = new Int8Array(questions.length);
    this.decided = questions.map(() => false);
    for (const decision of decisions) {
      const index = compiled.questions.get(decision.id);
      if (index === undefined || decision.option === null || this.decided[index]) continue;
      this.inForce[index] = questions[index]?.options.indexOf(decision.option) ?? 0;
      this.decided[index] = true;
    }
  }

  /** Index of a question by its id. Throws when the policy has none of it. */
  index(id: string): number {
    const index = this.compiled.questions.get(id);
    if (index === undefined) throw new Error(`there is no question ${id}`);
    return index;
  }

  /** True while the office has not decided the question (by its index). */
  isOpen(question: number): boolean {
    return this.decided[question] !== true;
  }

  /** The option slugs of a question, the provisional one first; none for an index that there is not. */
  optionsOf(question: number): readonly string[] {
    return this.policy.questions[question]?.options ?? [];
  }

  /** The clause that a question is about. */
  clauseOf(question: number): string {
    return this.policy.questions[question]?.clause ?? "";
  }

  /** True when the option in force is this one. */
  holds(question: number, option: string): boolean {
    return this.optionsOf(question)[this.inForce[question] ?? 0] === option;
  }

  /** Index of an option among those of its question; -1 when it has no such option. */
  indexOfOption(question: number, option: string): number {
    return this.optionsOf(question).indexOf(option);
  }

  /** Calls `visit` with every combination of the options of these questions, the others as in force. */
  combinations(questions: readonly number[], visit: (options: OptionVector) => void): void {
    const options = this.inForce.slice();
    const step = (position: number): void => {
      const question = questions[position];
      if (question === undefined) {
        visit(options);
        return;
      }
      const count = this.optionsOf(question).length;
      for (let option = 0; option < count; option++) {
        options[question] = option;
        step(position + 1);
      }
      options[question] = this.inForce[question] ?? 0;
    };
    step(0);
  }
}
