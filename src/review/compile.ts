/** Compiles a form's conversion into one closure. A policy is compiled once; nothing is interpreted per record. */
import type { FactName, FormPolicy, Policy } from "../policy/language";
import type { CellKey, Evaluate, EvaluationContext } from "./evaluation-context";
import { REQUIRED, WHOLE, cellOf, failUnreadable, isUnreadable, valueOf } from "./facts";
import { compileWorth } from "./worth";
import { compileCondition } from "./worth/condition";

/** Evaluates a form's conversion under the context's option vector: hours in the policy's unit, 0 when an error stands. */
export type Convert = Evaluate<number>;

/** Compiles a form's conversion. Throws for a question that the policy does not have. */
export function compileConversion(form: FormPolicy, policy: Pick<Policy, "questions">): Convert {
  const { conversion } = form;
  const needs = conversion.needs.map((fact) => ({
    fact,
    read: valueOf(fact),
    code: REQUIRED.get(fact) ?? "field-missing",
  }));
  const numbers = conversion.numbers.map((each) => ({ ...unlessHolds(each), read: valueOf(unlessHolds(each).fact) }));
  const legible = conversion.legible.map(unlessHolds);
  const cells = cellsOf(form);
  const checks = conversion.checks.map(({ code, when, of }) => ({ code, of, when: compileCondition(when) }));
  const worth = compileWorth(conversion.worth, policy);
  return (context) => {
    if (context.record.problems.length > 0) {
      failProblems(context, cells);
      for (const { fact, isWaived } of legible) if (isWaived?.(context) !== true) failUnreadable(context, fact);
    }
    for (const { fact, read, code } of needs) {
      if (read(context) !== null) continue;
      if (isUnreadable(context.record, fact)) failUnreadable(context, fact);
      else context.fail(code, cellOf(fact));
    }
    for (const { fact, read, isWaived } of numbers) {
      if (isWaived?.(context) === true) continue;
      const value = read(context);
      if (typeof value !== "number") {
        // A rank is needed by some levels and kinds only: their tables say so.
        if (fact !== "rank") failUnreadable(context, fact);
        continue;
      }
      const least = fact === "rank" ? 1 : 0;
      if (value < least || (WHOLE.has(fact) && !Number.isInteger(value))) {
        context.invalid.add(fact);
        context.fail(fact === "rank" ? "rank-invalid" : "invalid-number", fact);
      }
    }
    for (const { code, when, of } of checks) if (when(context)) context.fail(code, of);
    context.stuck = false;
    const hours = worth(context);
    if (context.errors.length === 0) return Math.max(0, hours);
    context.publicShare = 0;
    return 0;
  };
}

/** A fact that is asked for, unless its condition holds. */
function unlessHolds(source: FormPolicy["conversion"]["numbers"][number]): {
  readonly fact: FactName;
  readonly isWaived?: Evaluate<boolean>;
} {
  return typeof source === "string"
    ? { fact: source }
    : { fact: source.fact, isWaived: compileCondition(source.unless) };
}

/** Cells that every form hangs on, whatever it reckons with: the year, what was learned, and by whom. */
export const PLACING_CELLS: readonly CellKey[] = ["year", "title", "registrationNo"];

/** Those, and the dates that make the form's days and its year. */
function cellsOf({ dates, creditYear }: FormPolicy): readonly CellKey[] {
  return [
    ...PLACING_CELLS,
    ...(dates === "not-used" ? [] : (["startDate", "endDate"] as const)),
    ...(creditYear === "completion" ? (["completedDate"] as const) : []),
  ];
}

/** Notes which of these cells can't be read, and a title that is blank: what it is of is not known. */
function failProblems(context: EvaluationContext, cells: readonly CellKey[]): void {
  const { unreadable, problems } = context.record;
  for (const key of cells) if (unreadable.has(key)) context.fail("value-unknown", key);
  if (problems.some(({ code, key }) => code === "field-missing" && key === "title"))
    context.fail("field-missing", "title");
}
