/** Conditions of tables and checks: unary tests on facts, compiled, and told as reasons when a record is explained. */
import type { Condition, Expression, FactName, Test } from "../../policy/language";
import type { Evaluate, EvaluationContext } from "../evaluation-context";
import { SEVERAL, SOURCES, neededValue, valueOf } from "../facts";
import { compileExpression, traceExpression } from "./expression";
import type { Reason } from "./steps";
import type { WorthTracer } from "./word";

/** A blank or unreadable fact, and one whose number is invalid, passes no test but `is`. */
function compileTest(fact: FactName, source: Test): Evaluate<boolean> {
  if (typeof source === "object" && "is" in source) {
    const read = valueOf(fact);
    return source.is === "blank"
      ? (context) => read(context) === null && !context.record.unreadable.has(fact)
      : (context) => read(context) !== null;
  }
  const read = neededValue(fact);
  const sources = [fact, ...(SOURCES[fact] ?? [])];
  const usable = (context: EvaluationContext): boolean =>
    context.invalid.size === 0 || !sources.some((key) => context.invalid.has(key as FactName));
  if (typeof source === "object" && "noneOf" in source) {
    const excluded: ReadonlySet<unknown> = new Set(source.noneOf);
    return (context) => {
      const value = usable(context) ? read(context) : null;
      return value !== null && !(Array.isArray(value) ? value.some((each) => excluded.has(each)) : excluded.has(value));
    };
  }
  if (typeof source === "object" && !Array.isArray(source)) {
    const { above, below, atLeast, atMost, not } = source as Exclude<
      Test,
      string | number | readonly (string | number)[] | { is: string } | { noneOf: unknown }
    >;
    const bounds: { readonly limit: Evaluate<number>; readonly holds: (value: number, limit: number) => boolean }[] =
      [];
    const bound = (limit: Expression | undefined, holds: (value: number, limit: number) => boolean): void => {
      if (limit !== undefined) bounds.push({ limit: compileExpression(limit), holds });
    };
    bound(above, (value, limit) => value > limit);
    bound(below, (value, limit) => value < limit);
    bound(atLeast, (value, limit) => value >= limit);
    bound(atMost, (value, limit) => value <= limit);
    bound(not, (value, limit) => value !== limit);
    return (context) => {
      const value = usable(context) ? read(context) : null;
      if (typeof value !== "number") return false;
      for (const { limit, holds } of bounds) if (!holds(value, limit(context))) return false;
      return true;
    };
  }
  if (!SEVERAL.has(fact) && !Array.isArray(source)) return (context) => usable(context) && read(context) === source;
  const wanted: ReadonlySet<unknown> = new Set(Array.isArray(source) ? source : [source]);
  return (context) => {
    const value = usable(context) ? read(context) : null;
    return Array.isArray(value) ? value.some((each) => wanted.has(each)) : wanted.has(value);
  };
}

/** No condition at all holds always. */
export function compileCondition(source: Condition | undefined): Evaluate<boolean> {
  if (source === undefined) return () => true;
  const { any, ...facts } = source;
  // Labels before numbers: a blank rank is missing only where the kind or level of the row needs one.
  const isBound = ([, each]: [string, Test]): boolean =>
    typeof each === "object" && !Array.isArray(each) && !("is" in each) && !("noneOf" in each);
  const tests = Object.entries(facts) as [string, Test][];
  const parts = [...tests.filter((each) => !isBound(each)), ...tests.filter(isBound)].map(([fact, each]) =>
    compileTest(fact as FactName, each),
  );
  if (any !== undefined) {
    const alternatives = any.map(compileCondition);
    parts.push((context) => alternatives.some((alternative) => alternative(context)));
  }
  return all(parts);
}

/** All of them, in order; written out for the few parts that conditions mostly have. */
function all(parts: readonly Evaluate<boolean>[]): Evaluate<boolean> {
  const [first, second, third] = parts;
  if (!first) return () => true;
  if (!second) return first;
  if (!third) return (context) => first(context) && second(context);
  if (parts.length === 3) return (context) => first(context) && second(context) && third(context);
  return (context) => parts.every((part) => part(context));
}

/** The tests of a condition that holds; of alternatives, those of the first that holds. */
export function reasonsFor(condition: Condition = {}, tracer: WorthTracer): Reason[] {
  const { any, ...facts } = condition;
  const alternative = any?.find((each) => compileCondition(each)(tracer.probe()));
  return [
    ...Object.entries(facts).map(([fact, test]) => reasonFor(fact as FactName, test as Test, tracer)),
    ...(alternative ? reasonsFor(alternative, tracer) : []),
  ];
}

/** The one test without which a row would have been hit. Where more fail, none of them explains much. */
export function nearMiss(condition: Condition = {}, tracer: WorthTracer): Reason[] {
  const { any, ...facts } = condition;
  const failed = Object.entries(facts)
    .map(([fact, test]) => reasonFor(fact as FactName, test as Test, tracer))
    .filter((reason) => !reason.holds);
  const [only] = failed;
  if (failed.length !== 1 || only === undefined || any !== undefined) return [];
  // That something equals what was worked out already decides nothing worth saying
  return only.test.kind === "blank" || (only.test.kind === "bounds" && only.test.bounds.not !== undefined)
    ? []
    : [only];
}

function reasonFor(fact: FactName, test: Test, tracer: WorthTracer): Reason {
  const [value, tested] = [valueOf(fact)(tracer.probe()), testedFor(test, tracer)];
  const holds = compileTest(fact, test)(tracer.probe());
  if (fact !== "evidence" || !("values" in tested)) return { fact, value, holds, test: tested };
  // Documents are known by the unit's own words, whatever the language
  const label = (slug: string | number): string => tracer.documentLabel(String(slug));
  return {
    fact,
    value: [value ?? []].flat().map(label),
    holds,
    test: { ...tested, values: tested.values.map(label) },
  };
}

function testedFor(test: Test, { context }: WorthTracer): Reason["test"] {
  if (typeof test !== "object") return { kind: "oneOf", values: [test] };
  if ("is" in test) return { kind: test.is };
  if ("noneOf" in test) return { kind: "noneOf", values: test.noneOf };
  if (isList(test)) return { kind: "oneOf", values: test };
  const bounds = Object.fromEntries(
    Object.entries(test).map(([bound, limit]) => [bound, traceExpression(limit as Expression, context).value]),
  );
  return { kind: "bounds", bounds };
}

const isList = (test: Test): test is readonly (string | number)[] => Array.isArray(test);
