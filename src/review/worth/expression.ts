/** A number: itself, a fact, or arithmetic on numbers. A blank fact counts as 0. */
import type { Expression, Worth } from "../../policy/language";
import type { Evaluate, EvaluationContext } from "../evaluation-context";
import { neededValue } from "../facts";
import type { Term } from "./steps";
import type { Word } from "./word";

type Operator = Exclude<Term["kind"], "number" | "fact">;
type Operation = Exclude<Expression, number | string>;

const JOIN: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  lesser: (a, b) => Math.min(a, b),
};

const isOperator = (key: string): key is Operator => Object.hasOwn(JOIN, key);

/** The operator of an operation and what it joins. Throws when it joins nothing. */
function partsOf(source: Operation): { readonly operator: Operator; readonly parts: readonly Expression[] } {
  const [[operator, parts] = ["", []]] = Object.entries(source) as [string, readonly Expression[]][];
  if (!isOperator(operator) || parts.length === 0) throw new Error("an expression has no parts");
  return { operator, parts };
}

/**
 * Compiles a number, a fact or arithmetic on them. A fact that can't be read is reported by the evaluation and counts
 * as 0.
 */
export function compileExpression(source: Expression): Evaluate<number> {
  if (typeof source === "number") return () => source;
  if (typeof source === "string") {
    const read = neededValue(source);
    return (context) => {
      const value = read(context);
      return typeof value === "number" ? value : 0;
    };
  }
  const { operator, parts } = partsOf(source);
  const join = JOIN[operator];
  const [first, ...others] = parts.map(compileExpression);
  if (!first) throw new Error("an expression has no parts");
  const [second] = others;
  if (second && others.length === 1) return (context) => join(first(context), second(context));
  return (context) => others.reduce((value, part) => join(value, part(context)), first(context));
}

/** The value of an expression for the record of the context, and how it came about. */
export function traceExpression(source: Expression, context: EvaluationContext): Term {
  if (typeof source === "number") return { kind: "number", value: source };
  if (source === "countableDays") return traceExpression({ minus: ["meetingDays", "uncountedDays"] }, context);
  if (typeof source === "string") {
    const value = neededValue(source)(context);
    return { kind: "fact", fact: source, value: typeof value === "number" ? value : 0 };
  }
  const { operator, parts } = partsOf(source);
  const terms = parts.map((part) => traceExpression(part, context));
  const [first = 0, ...others] = terms.map((term) => term.value);
  return { kind: operator, value: others.reduce(JOIN[operator], first), parts: terms };
}

const isExpression = (source: Worth): source is Expression =>
  typeof source !== "object" || Object.keys(source).some(isOperator);

export const expression: Word = {
  accepts: isExpression,
  compile: (source) => compileExpression(source as Expression),
  trace: (source, { context }) => {
    const term = traceExpression(source as Expression, context);
    return { kind: "amount", value: term.value, term };
  },
};
