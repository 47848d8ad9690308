/** Steps of an explained conversion: data, not sentences; messages/ has the words. */
import type { Code } from "../../policy/codes";
import type { FactName } from "../../policy/language";
import type { FactValue } from "../evaluation-context";

/** A number and how it came about. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "fact"; readonly fact: FactName; readonly value: number }
  | { readonly kind: "minus" | "times" | "lesser"; readonly value: number; readonly parts: readonly Term[] };

export type Bound = "above" | "below" | "atLeast" | "atMost" | "not";

/** A test that decided between rows of a table. `holds` is false for the one that kept a better row from being hit. */
export interface Reason {
  readonly fact: FactName;
  readonly value: FactValue;
  readonly holds: boolean;
  readonly test:
    | { readonly kind: "blank" | "given" }
    | { readonly kind: "oneOf" | "noneOf"; readonly values: readonly (string | number)[] }
    | { readonly kind: "bounds"; readonly bounds: { readonly [bound in Bound]?: number } };
}

/** What a worth gave, in the policy's unit, and how. */
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

/** The clause of the innermost table row that names one; null when none does. */
export function clauseOfStep(step: Step): string | null {
  if (step.kind === "row") return clauseOfStep(step.then) ?? step.clause;
  if (step.kind === "taken") return clauseOfStep(step.then) ?? clauseOfStep(step.take);
  return "then" in step ? clauseOfStep(step.then) : null;
}
