/**
 * The finite partition that a form's own tests cut its facts into: for every column that the conversion looks at, one value
 * of each kind that the tests can tell apart, and the blank. Every combination stands for all records of its kind.
 */
import { FACT_VALUES } from "../../policy/fact-values";
import { FACTS, type FactName, type FormPolicy } from "../../policy/language";
import { WHOLE } from "../../review/facts";
import { dayNumber } from "../../submission/text";
import type { DayNumber } from "../../submission/types";

/** First and last day of an activity. */
export interface Span {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

export type PointValue = number | string | Span | null;

/** A column that is varied, and its values: the blank first, then from small to large. */
export interface Axis {
  readonly key: FactName | "span";
  readonly values: readonly PointValue[];
  /** Numbers that tests compare it with; a value between two of them stands for all between. */
  readonly limits: ReadonlySet<number>;
  /** The text that stands for all that no test names; null where there is none. */
  readonly other: string | null;
}

const SPAN_FACTS: ReadonlySet<string> = new Set(["days", "months", "startYear", "endYear"]);
const NOT_A_COLUMN: ReadonlySet<string> = new Set(["taken"]);
const FIRST_YEAR = 2018;
/** More combinations than this are thinned out. */
const MOST_POINTS = 3_000;

interface Uses {
  readonly values: Map<FactName, Set<string | number>>;
  readonly limits: Map<FactName, Set<number>>;
  readonly compared: Set<FactName>;
  readonly facts: Set<FactName>;
  readonly factors: Set<number>;
}

/** The axes of one conversion, or of several that are looked at together. */
export function axesOf(forms: readonly FormPolicy[]): readonly Axis[] {
  const uses: Uses = {
    values: new Map(),
    limits: new Map(),
    compared: new Set(),
    facts: new Set(),
    factors: new Set(),
  };
  for (const { conversion } of forms) {
    for (const fact of conversion.needs) uses.facts.add(fact);
    collect(conversion.worth, uses);
    collect(conversion.checks, uses);
    collect(conversion.numbers, uses);
  }
  const axes: Axis[] = [];
  const has = (fact: FactName): boolean => uses.facts.has(fact);
  if (has("countableDays")) {
    for (const fact of ["meetingDays", "uncountedDays"] as const) uses.facts.add(fact);
    for (const limit of uses.limits.get("countableDays") ?? []) addTo(uses.limits, "meetingDays", limit);
  }
  if ([...SPAN_FACTS].some((fact) => has(fact as FactName))) axes.push(spanAxis(uses));
  const labels = [...new Set(forms.flatMap((form) => form.labels))];
  for (const fact of FACTS) {
    if (!has(fact) || SPAN_FACTS.has(fact) || NOT_A_COLUMN.has(fact) || fact === "countableDays") continue;
    if (fact === "formLabel") axes.push({ key: fact, values: labels, limits: new Set(), other: null });
    else axes.push(fact in FACT_VALUES || fact === "evidence" ? textAxis(fact, uses) : numberAxis(fact, uses));
  }
  return thinned(axes);
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key) ?? new Set<Value>();
  set.add(value);
  map.set(key, set);
}

const FACT_NAMES: ReadonlySet<string> = new Set(FACTS);
const BOUNDS: ReadonlySet<string> = new Set(["above", "below", "atLeast", "atMost", "not"]);

/** Walks conditions and expressions. */
function collect(node: unknown, uses: Uses): void {
  if (typeof node === "string") {
    if (FACT_NAMES.has(node)) uses.facts.add(node as FactName);
    return;
  }
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, uses);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === "when" || key === "unless") collectCondition(value, uses);
    else if (key === "fact" && typeof value === "string") uses.facts.add(value as FactName);
    else if (key === "best") uses.facts.add("indexing");
    else if (key === "times" && Array.isArray(value)) {
      for (const each of value) if (typeof each === "number") uses.factors.add(each);
      collect(value, uses);
    } else if (key !== "ask" && key !== "code" && key !== "clause" && key !== "error" && key !== "of")
      collect(value, uses);
    else if (key === "of" && typeof value === "object") collect(value, uses);
  }
}

function collectCondition(condition: unknown, uses: Uses): void {
  if (condition === null || typeof condition !== "object") return;
  for (const [key, test] of Object.entries(condition)) {
    if (key === "any") {
      for (const each of test as unknown[]) collectCondition(each, uses);
      continue;
    }
    const fact = key as FactName;
    uses.facts.add(fact);
    for (const value of valuesOf(test)) {
      addTo(uses.values, fact, value);
      if (typeof value === "number") addTo(uses.limits, fact, value);
    }
    if (test === null || typeof test !== "object") continue;
    for (const [bound, limit] of Object.entries(test)) {
      if (!BOUNDS.has(bound)) continue;
      if (typeof limit === "number") addTo(uses.limits, fact, limit);
      else {
        uses.compared.add(fact);
        collect(limit, uses);
      }
    }
  }
}

function valuesOf(test: unknown): (string | number)[] {
  if (typeof test === "string" || typeof test === "number") return [test];
  if (Array.isArray(test)) return test as (string | number)[];
  return test !== null && typeof test === "object" && "noneOf" in test ? (test.noneOf as (string | number)[]) : [];
}

function textAxis(fact: FactName, uses: Uses): Axis {
  const named = [...(uses.values.get(fact) ?? [])].map(String);
  const other = (FACT_VALUES[fact] ?? []).find((value) => !named.includes(value)) ?? null;
  return { key: fact, values: [null, ...named, ...(other === null ? [] : [other])], limits: new Set(), other };
}

function numberAxis(fact: FactName, uses: Uses): Axis {
  const limits = uses.limits.get(fact) ?? new Set<number>();
  if (fact === "year") {
    const years = [...limits].flatMap((limit) => [limit - 1, limit, limit + 1]);
    const near = [FIRST_YEAR - 1, FIRST_YEAR, FIRST_YEAR + 1, FIRST_YEAR + 2];
    return { key: fact, values: sorted(years.length > 0 ? years : near), limits, other: null };
  }
  if (fact === "completedDate") return { key: fact, values: [null, dayNumber(FIRST_YEAR, 6, 1)], limits, other: null };
  const least = fact === "rank" || fact === "authors" ? 1 : 0;
  const step = WHOLE.has(fact) || limits.size === 0 ? 1 : 0.5;
  const values = [least, least + 1, ...[...limits].flatMap((limit) => [limit - step, limit, limit + step])];
  if (WHOLE.has(fact)) values.push(least + 2);
  // Compared with what the days give: so much as one or two of them
  if (uses.compared.has(fact) && !WHOLE.has(fact)) for (const factor of uses.factors) values.push(factor, 2 * factor);
  return { key: fact, values: [null, ...sorted(values.filter((value) => value >= least))], limits, other: null };
}

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

function spanAxis(uses: Uses): Axis {
  const day = (year: number, month: number, date: number): number => dayNumber(year, month, date) ?? 0;
  const spans: (Span | null)[] = [null];
  const months = [...(uses.limits.get("months") ?? [])];
  const isAcross = uses.facts.has("startYear") || uses.facts.has("endYear");
  if (uses.facts.has("months") || isAcross) {
    for (const length of sorted((months.length > 0 ? months : [1]).flatMap((each) => [each - 1, each, each + 1]))) {
      if (length <= 0) continue;
      const within = day(FIRST_YEAR, 1, 1);
      spans.push({ start: within, end: monthsAfter(FIRST_YEAR, 1, length) });
      if (length > 1) spans.push({ start: day(FIRST_YEAR, 12, 1), end: monthsAfter(FIRST_YEAR, 12, length) });
    }
    if (months.length === 0) spans.push({ start: day(FIRST_YEAR, 12, 30), end: day(FIRST_YEAR + 1, 1, 2) });
  }
  if (uses.facts.has("days")) {
    const start = day(FIRST_YEAR, 5, 7);
    const lengths = sorted([
      1,
      2,
      3,
      ...[...(uses.limits.get("days") ?? [])].flatMap((each) => [each - 1, each, each + 1]),
    ]);
    for (const length of lengths) if (length > 0) spans.push({ start, end: start + length - 1 });
  }
  return { key: "span", values: spans, limits: new Set(), other: null };
}

/** The last day of so many whole months that begin with a month's first day. */
function monthsAfter(year: number, month: number, length: number): number {
  const count = year * 12 + month - 1 + Math.floor(length);
  return (dayNumber(Math.floor(count / 12), (count % 12) + 1, 1) ?? 0) - 1 + Math.round((length % 1) * 30);
}

/** Fewer values of the numbers with the most, until there are not too many combinations. */
function thinned(axes: readonly Axis[]): readonly Axis[] {
  let all = [...axes];
  const size = (): number => all.reduce((product, { values }) => product * values.length, 1);
  while (size() > MOST_POINTS) {
    const longest = all
      .filter(({ values, limits }) => typeof values.at(-1) === "number" && values.length > 3 + limits.size)
      .sort((a, b) => b.values.length - a.values.length)[0];
    if (longest === undefined) break;
    all = all.map((axis) => (axis === longest ? { ...axis, values: withoutOne(axis) } : axis));
  }
  return all;
}

/** Without the last value that no test names. */
function withoutOne({ values, limits }: Axis): readonly PointValue[] {
  const spare = values.flatMap((value, at) => (typeof value === "number" && !limits.has(value) ? [at] : [])).at(-1);
  return values.filter((_, at) => at !== (spare ?? values.length - 1));
}
