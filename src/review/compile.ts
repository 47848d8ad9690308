/** Compiles a form's conversion into one closure. A policy is compiled once; nothing is interpreted per record. */
import type { FormPolicy, Policy } from "../policy/language";
import type { Evaluate } from "./evaluation-context";
import { REQUIRED, WHOLE, cellOf, isUnreadable, valueOf } from "./facts";
import { compileWorth } from "./worth";
import { compileCondition } from "./worth/condition";

/** Evaluates a form's conversion under the context's option vector: hours in the policy's unit, 0 when an error stands. */
export type Convert = Evaluate<number>;

/** Compiles a form's conversion. Throws for a question that the policy does not have. */
export function compileConversion({ conversion }: FormPolicy, policy: Pick<Policy, "questions">): Convert {
  const needs = conversion.needs.map((fact) => ({
    fact,
    read: valueOf(fact),
    code: REQUIRED.get(fact) ?? "field-missing",
  }));
  const numbers = conversion.numbers.map((fact) => ({ fact, read: valueOf(fact) }));
  const checks = conversion.checks.map((check) => ({ code: check.code, when: compileCondition(check.when) }));
  const worth = compileWorth(conversion.worth, policy);
  return (context) => {
    for (const { fact, read, code } of needs)
      if (read(context) === null && !isUnreadable(context.record, fact)) context.fail(code, cellOf(fact));
    for (const { fact, read } of numbers) {
      const value = read(context);
      if (typeof value !== "number") continue;
      const least = fact === "rank" ? 1 : 0;
      if (value < least || (WHOLE.has(fact) && !Number.isInteger(value))) {
        context.invalid.add(fact);
        context.fail(fact === "rank" ? "rank-invalid" : "invalid-number", fact);
      }
    }
    for (const { code, when } of checks) if (when(context)) context.fail(code);
    context.stuck = false;
    const hours = worth(context);
    if (context.errors.length === 0) return hours;
    context.publicShare = 0;
    return 0;
  };
}
