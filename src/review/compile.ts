/**
 * Compiles a form's conversion into one closure. A policy is compiled once; nothing is interpreted per record.
 *
 * An evaluation is made under a *reading*: for every question of the policy the option that is assumed. It notes what
 * it asked on its way, so that the caller can find out which questions matter to a record.
 */
import type { Code } from "../policy/codes";
import type { Condition, Expression, FactName, FormPolicy, Policy, Test, Worth } from "../policy/language";
import { calendarOf, dayNumber, yearOfDay } from "../submission/text";
import type { LearningRecord } from "../submission/types";

/** Option index by question index. 0 is the provisional reading. */
export type ReadingOf = Int8Array;

export interface Asked {
  readonly question: number;
  readonly codes: readonly Code[];
  readonly always: boolean;
}

export interface ConversionError {
  readonly code: Code;
  readonly key?: CellKey;
}

/** A cell of the record: a fact's own, or one that it is derived from. */
export type CellKey = FactName | "startDate" | "endDate";

/** State of one evaluation. Reused; `begin` resets it. */
export class Evaluation {
  record!: LearningRecord;
  reading!: ReadingOf;
  each: string | null = null;
  taken = 0;
  /** 公需 part of the hours, where a worth is split between the subjects. */
  publicShare = 0;
  /** A table met a blank cell that it needs: its later rows can't be tried. */
  stuck = false;
  readonly asked: Asked[] = [];
  readonly errors: ConversionError[] = [];
  readonly invalid = new Set<FactName>();

  begin(record: LearningRecord, reading: ReadingOf): void {
    this.record = record;
    this.reading = reading;
    this.each = null;
    this.taken = 0;
    this.publicShare = 0;
    this.stuck = false;
    if (this.asked.length > 0) this.asked.length = 0;
    if (this.errors.length > 0) this.errors.length = 0;
    if (this.invalid.size > 0) this.invalid.clear();
  }

  fail(code: Code, key?: CellKey): void {
    if (!this.errors.some((error) => error.code === code && error.key === key))
      this.errors.push(key === undefined ? { code } : { code, key });
  }
}

export type Value = number | string | readonly string[] | null;
export type Evaluate<T> = (run: Evaluation) => T;

/** A blank cell of these is an error as soon as a table needs it. */
const REQUIRED: ReadonlyMap<FactName, Code> = new Map<FactName, Code>([
  ["rank", "rank-missing"],
  ...(
    [
      "level",
      "indexing",
      "kind",
      "authority",
      "assessment",
      "modules",
      "meetingDays",
      "completedDate",
      "months",
    ] as const
  ).map((key) => [key, "field-missing"] as const),
]);
/** An unreadable cell of these is an error where a table needs it, a warning elsewhere. */
const UNREADABLE_IS_ERROR: ReadonlySet<FactName> = new Set([
  "level",
  "indexing",
  "kind",
  "authority",
  "modules",
  "rank",
]);
const WHOLE: ReadonlySet<FactName> = new Set([
  "halfDays",
  "evenings",
  "meetingDays",
  "uncountedDays",
  "rank",
  "modules",
]);

/** Cells that a derived fact is made of: it is not tested while one of them is invalid, and said to be blank or not by the first. */
const SOURCES: Partial<Record<FactName, readonly CellKey[]>> = {
  countableDays: ["meetingDays", "uncountedDays"],
  months: ["startDate", "endDate"],
};

const firstDay = ({ startDate, endDate }: LearningRecord): number | null => startDate ?? endDate;
const lastDay = ({ startDate, endDate }: LearningRecord): number | null => endDate ?? startDate;
const yearOrNull = (day: number | null): number | null => (day === null ? null : yearOfDay(day));

/** Whole calendar months between two days, plus the days beyond as a fraction of the month they have begun. */
function calendarMonths(from: number, to: number): number {
  const [a, b] = [calendarOf(from), calendarOf(to)];
  const upper = (b.year - a.year) * 12 + b.month - a.month;
  const whole = addMonths(a, upper) <= to ? upper : upper - 1;
  const [begun, next] = [addMonths(a, whole), addMonths(a, whole + 1)];
  return whole + (to - begun) / (next - begun);
}

/** The same day `months` later; the month's last day where it has no such day. */
function addMonths({ year, month, day }: { year: number; month: number; day: number }, months: number): number {
  const count = year * 12 + month - 1 + months;
  const first = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  for (let last = day; ; last--) {
    const found = dayNumber(first.year, first.month, last);
    if (found !== null) return found;
  }
}

/** One closure a fact, each with a property of its own: a property by name would be looked up for every record. */
const READ: Readonly<Record<FactName, Evaluate<Value>>> = {
  year: (run) => run.record.year,
  halfDays: (run) => run.record.halfDays,
  evenings: (run) => run.record.evenings,
  meetingDays: (run) => run.record.meetingDays,
  uncountedDays: (run) => run.record.uncountedDays,
  statedHours: (run) => run.record.statedHours,
  progress: (run) => run.record.progress,
  level: (run) => run.record.level,
  rank: (run) => run.record.rank,
  role: (run) => run.record.role,
  indexing: (run) => run.each ?? (run.record.indexing.length === 0 ? null : run.record.indexing),
  kind: (run) => run.record.kind,
  patentee: (run) => run.record.patentee,
  completedDate: (run) => run.record.completedDate,
  modules: (run) => run.record.modules,
  authority: (run) => run.record.authority,
  assessment: (run) => run.record.assessment,
  claimedHours: (run) => run.record.claimedHours,
  evidence: (run) => run.record.evidence,
  formLabel: (run) => run.record.formLabel,
  days: ({ record: { startDate, endDate } }) =>
    startDate === null || endDate === null ? null : endDate - startDate + 1,
  countableDays: ({ record: { meetingDays, uncountedDays } }) =>
    meetingDays === null ? null : meetingDays - (uncountedDays ?? 0),
  months: ({ record }) => {
    const [first, last] = [firstDay(record), lastDay(record)];
    return first === null || last === null ? null : calendarMonths(first, last + 1);
  },
  startYear: ({ record }) => yearOrNull(firstDay(record)),
  endYear: ({ record }) => yearOrNull(lastDay(record)),
  taken: (run) => run.taken,
};
/** Facts that hold several values. */
const SEVERAL: ReadonlySet<FactName> = new Set(["indexing", "evidence"]);

export function valueOf(fact: FactName): Evaluate<Value> {
  return READ[fact];
}

/** The fact's value; where the row needs it and has none, the error of that. */
export function neededValue(fact: FactName): Evaluate<Value> {
  const read = valueOf(fact);
  const missing = REQUIRED.get(fact);
  if (missing === undefined) return read;
  return (run) => {
    const value = read(run);
    if (value !== null) return value;
    run.stuck = true;
    if (!isUnreadable(run.record, fact)) run.fail(missing, cellOf(fact));
    else if (UNREADABLE_IS_ERROR.has(fact)) run.fail("value-unknown", fact);
    return null;
  };
}

/** The cell that stands for a fact in a finding. */
const cellOf = (fact: FactName): CellKey => SOURCES[fact]?.[0] ?? fact;
const isUnreadable = ({ unreadable }: LearningRecord, fact: FactName): boolean =>
  unreadable.size > 0 && (SOURCES[fact]?.some((key) => unreadable.has(key)) ?? unreadable.has(fact));

function compileExpression(source: Expression): Evaluate<number> {
  if (typeof source === "number") return () => source;
  if (typeof source === "string") {
    const read = neededValue(source);
    return (run) => {
      const value = read(run);
      return typeof value === "number" ? value : 0;
    };
  }
  if ("times" in source) return fold(source.times, (a, b) => a * b);
  if ("lesser" in source) return fold(source.lesser, Math.min);
  return fold(source.minus, (a, b) => a - b);
}

function fold(parts: readonly Expression[], join: (a: number, b: number) => number): Evaluate<number> {
  const [first, ...others] = parts.map(compileExpression);
  if (!first) throw new Error("an expression has no parts");
  const [second] = others;
  if (second && others.length === 1) return (run) => join(first(run), second(run));
  return (run) => others.reduce((value, part) => join(value, part(run)), first(run));
}

export function compileTest(fact: FactName, source: Test): Evaluate<boolean> {
  if (typeof source === "object" && "is" in source) {
    const read = valueOf(fact);
    return source.is === "blank"
      ? (run) => read(run) === null && !run.record.unreadable.has(fact)
      : (run) => read(run) !== null;
  }
  const read = neededValue(fact);
  const sources = [fact, ...(SOURCES[fact] ?? [])];
  const usable = (run: Evaluation): boolean =>
    run.invalid.size === 0 || !sources.some((key) => run.invalid.has(key as FactName));
  if (typeof source === "object" && "noneOf" in source) {
    const excluded: ReadonlySet<unknown> = new Set(source.noneOf);
    return (run) => {
      const value = usable(run) ? read(run) : null;
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
    return (run) => {
      const value = usable(run) ? read(run) : null;
      if (typeof value !== "number") return false;
      for (const { limit, holds } of bounds) if (!holds(value, limit(run))) return false;
      return true;
    };
  }
  if (!SEVERAL.has(fact) && !Array.isArray(source)) return (run) => usable(run) && read(run) === source;
  const wanted: ReadonlySet<unknown> = new Set(Array.isArray(source) ? source : [source]);
  return (run) => {
    const value = usable(run) ? read(run) : null;
    return Array.isArray(value) ? value.some((each) => wanted.has(each)) : wanted.has(value);
  };
}

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
    parts.push((run) => alternatives.some((alternative) => alternative(run)));
  }
  return all(parts);
}

export /** All of them, in order; written out for the few parts that conditions mostly have. */
function all(parts: readonly Evaluate<boolean>[]): Evaluate<boolean> {
  const [first, second, third] = parts;
  if (!first) return () => true;
  if (!second) return first;
  if (!third) return (run) => first(run) && second(run);
  if (parts.length === 3) return (run) => first(run) && second(run) && third(run);
  return (run) => parts.every((part) => part(run));
}

export const isExpression = (source: Worth): source is Expression =>
  typeof source !== "object" || "minus" in source || "times" in source || "lesser" in source;

function compileWorth(source: Worth, questions: ReadonlyMap<string, number>, policy: Policy): Evaluate<number> {
  const compile = (each: Worth): Evaluate<number> => compileWorth(each, questions, policy);
  if (isExpression(source)) return compileExpression(source);
  if ("sum" in source) {
    const parts = source.sum.map(compile);
    return (run) => {
      let total = 0;
      for (const part of parts) total += part(run);
      return total;
    };
  }
  if ("rows" in source) {
    const rows = source.rows.map((row) => ({ when: compileCondition(row.when), then: compile(row.then) }));
    return (run) => {
      for (const row of rows) {
        const hit = row.when(run);
        if (run.stuck) return 0;
        if (hit) return row.then(run);
      }
      return 0;
    };
  }
  if ("best" in source) {
    const of = compile(source.of);
    return (run) => {
      const values = run.record.indexing;
      if (values.length === 0) {
        run.each = null;
        return of(run); // consults the blank fact and so says that it is missing
      }
      const before = run.errors.length;
      let best = 0;
      let anyEligible = false;
      let firstErrors: ConversionError[] = [];
      for (const value of values) {
        run.each = value;
        const hours = of(run);
        run.stuck = false;
        const errors = run.errors.splice(before);
        if (errors.length === 0) anyEligible = true;
        else if (firstErrors.length === 0) firstErrors = errors;
        best = Math.max(best, hours);
      }
      run.each = null;
      if (!anyEligible) run.errors.push(...firstErrors);
      return best;
    };
  }
  if ("ask" in source) {
    const question = questions.get(source.ask);
    const options = policy.questions[question ?? -1]?.options;
    if (question === undefined || options === undefined) throw new Error(`there is no question ${source.ask}`);
    const worths = options.map((option) => compile(source.options[option] ?? 0));
    const asked: Asked = {
      question,
      codes: typeof source.code === "string" ? [source.code] : source.code,
      always: source.always === true,
    };
    return (run) => {
      run.asked.push(asked);
      return worths[run.reading[question] ?? 0]?.(run) ?? 0;
    };
  }
  if ("split" in source) {
    const [publicHours, professionalHours] = [
      compileExpression(source.split.public),
      compileExpression(source.split.professional),
    ];
    return (run) => {
      run.publicShare = publicHours(run);
      return run.publicShare + professionalHours(run);
    };
  }
  if ("take" in source) {
    const take = compile(source.take);
    const then = compile(source.then);
    return (run) => {
      const outer = run.taken;
      run.taken = take(run);
      const hours = then(run);
      run.taken = outer;
      return hours;
    };
  }
  return (run) => {
    // A cell that can't be read is said to be that, and nothing else.
    run.fail(
      source.of !== undefined && isUnreadable(run.record, source.of) ? "value-unknown" : source.error,
      source.of,
    );
    return 0;
  };
}

/** Evaluates a form's conversion under the evaluation's reading: hours in the policy's unit, 0 when an error stands. */
export type Convert = Evaluate<number>;

export function compileConversion(
  { conversion }: FormPolicy,
  questions: ReadonlyMap<string, number>,
  policy: Policy,
): Convert {
  const needs = conversion.needs.map((fact) => ({
    fact,
    read: valueOf(fact),
    code: REQUIRED.get(fact) ?? "field-missing",
  }));
  const numbers = conversion.numbers.map((fact) => ({ fact, read: valueOf(fact) }));
  const checks = conversion.checks.map((check) => ({ code: check.code, when: compileCondition(check.when) }));
  const worth = compileWorth(conversion.worth, questions, policy);
  return (run) => {
    for (const { fact, read, code } of needs)
      if (read(run) === null && !isUnreadable(run.record, fact)) run.fail(code, cellOf(fact));
    for (const { fact, read } of numbers) {
      const value = read(run);
      if (typeof value !== "number") continue;
      const least = fact === "rank" ? 1 : 0;
      if (value < least || (WHOLE.has(fact) && !Number.isInteger(value))) {
        run.invalid.add(fact);
        run.fail(fact === "rank" ? "rank-invalid" : "invalid-number", fact);
      }
    }
    for (const { code, when } of checks) if (when(run)) run.fail(code);
    run.stuck = false;
    const hours = worth(run);
    if (run.errors.length === 0) return hours;
    run.publicShare = 0;
    return 0;
  };
}
