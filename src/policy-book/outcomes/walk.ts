/**
 * Walks a worth for one record and one reading of the questions, as the compiled conversion runs, and notes which rows were
 * hit, which tables decided nothing, and how the hours came about in words.
 */
import type { Condition, Expression, FactName, Worth } from "../../policy/language";
import type { EvaluationContext } from "../../review/evaluation-context";
import { compileCondition } from "../../review/worth/condition";
import { compileExpression } from "../../review/worth/expression";
import { SAYS } from "../words";

export type Table = Extract<Exclude<Worth, string | number>, { readonly rows: unknown }>;
export type TableRow = Table["rows"][number];

/** What a walk gives: hours, in words too, and the clause of the innermost row that names one. */
export interface Walked {
  readonly hours: number;
  readonly text: string;
  readonly clause: string | null;
}

/** What is noted on the way; each may be left out. */
export interface Noted {
  /** A table met a record: which row was hit (0-based), -1 for none; not called where a blank cell that it needs ends the search. */
  readonly table?: (table: Table, row: number) => void;
  /** A record is about to be walked. */
  readonly begin?: () => void;
}

const NOTHING: Walked = { hours: 0, text: "0", clause: null };

export class Walker {
  private readonly conditions = new WeakMap<object, (context: EvaluationContext) => boolean>();
  private readonly expressions = new Map<Expression, (context: EvaluationContext) => number>();
  private taken = "0";

  constructor(
    private readonly context: EvaluationContext,
    /** Options (0-based) by the id of their question, and the options' slugs. */
    private readonly optionOf: (question: string) => string,
    private readonly factWord: (fact: FactName) => string,
    private readonly noted: Noted = {},
  ) {}

  holds(row: { readonly when?: Condition | undefined }): boolean {
    const { when } = row;
    if (when === undefined) return true;
    let test = this.conditions.get(when);
    if (test === undefined) this.conditions.set(when, (test = compileCondition(when)));
    return test(this.context);
  }

  walk(worth: Worth): Walked {
    if (typeof worth !== "object" || "times" in worth || "minus" in worth || "lesser" in worth)
      return { hours: this.valueOf(worth), text: this.textOf(worth, false), clause: null };
    if ("rows" in worth) return this.table(worth);
    if ("sum" in worth) {
      const parts = worth.sum.map((part) => this.walk(part));
      const said = parts.filter(({ text }) => text !== "0");
      const amounts = said.filter(({ text }) => isNumber(text));
      const texts = said.filter(({ text }) => !isNumber(text)).map(({ text }) => text);
      const amount = amounts.reduce((sum, { text }) => sum + Number(text), 0);
      return {
        hours: parts.reduce((sum, { hours }) => sum + hours, 0),
        text: [...texts, ...(amount === 0 && texts.length > 0 ? [] : [String(amount)])].join("＋"),
        clause: parts.find(({ clause }) => clause !== null)?.clause ?? null,
      };
    }
    if ("ask" in worth) return this.walk(worth.options[this.optionOf(worth.ask)] ?? 0);
    if ("take" in worth) {
      const { context } = this;
      const [outer, outerText] = [context.taken, this.taken];
      const first = this.walk(worth.take);
      context.taken = first.hours;
      this.taken = first.text;
      const then = this.walk(worth.then);
      [context.taken, this.taken] = [outer, outerText];
      return { ...then, clause: then.clause ?? first.clause };
    }
    if ("split" in worth) {
      const [shared, own] = [this.valueOf(worth.split.public), this.valueOf(worth.split.professional)];
      this.context.publicShare = shared;
      return {
        hours: shared + own,
        text: `${SAYS.public}${this.textOf(worth.split.public, true)}＋${SAYS.professional}${this.textOf(worth.split.professional, true)}`,
        clause: null,
      };
    }
    if ("error" in worth) {
      this.context.fail(worth.error, worth.of);
      return NOTHING;
    }
    return this.best(worth.of);
  }

  private table(table: Table): Walked {
    const { context } = this;
    for (const [at, row] of table.rows.entries()) {
      const hit = this.holds(row);
      if (context.stuck) return NOTHING;
      if (!hit) continue;
      this.noted.table?.(table, at);
      const then = this.walk(row.then);
      return { ...then, clause: then.clause ?? row.clause ?? null };
    }
    this.noted.table?.(table, -1);
    return NOTHING;
  }

  /** As `best` is evaluated: of the values that give hours without an error the most. */
  private best(of: Worth): Walked {
    const { context } = this;
    const values = context.record.indexing;
    if (values.length === 0) return this.walk(of);
    const before = context.errors.length;
    let chosen: Walked | null = null;
    let errors: typeof context.errors = [];
    for (const value of values) {
      context.each = value;
      const walked = this.walk(of);
      context.stuck = false;
      const own = context.errors.splice(before);
      if (own.length > 0) errors = errors.length > 0 ? errors : own;
      else if (chosen === null || walked.hours > chosen.hours) chosen = walked;
    }
    context.each = null;
    if (chosen === null) context.errors.push(...errors);
    return chosen ?? NOTHING;
  }

  private valueOf(source: Expression): number {
    if (typeof source === "number") return source;
    let value = this.expressions.get(source);
    if (value === undefined) this.expressions.set(source, (value = compileExpression(source)));
    return value(this.context);
  }

  /** The expression with what was taken in its place. `isPart`: it stands inside of another. */
  private textOf(source: Expression, isPart: boolean): string {
    if (typeof source === "number") return String(source);
    if (typeof source === "string") {
      if (source !== "taken") return this.factWord(source);
      return isPart && /[＋－]/u.test(this.taken) ? `（${this.taken}）` : this.taken;
    }
    if ("lesser" in source)
      return `${SAYS.lesser}（${source.lesser.map((part) => this.textOf(part, false)).join("，")}）`;
    if ("times" in source) {
      const parts = source.times.map((part) => this.textOf(part, true));
      return parts.every(isNumber)
        ? String(parts.reduce((product, part) => product * Number(part), 1))
        : parts.join("×");
    }
    const text = source.minus.map((part) => this.textOf(part, true)).join("－");
    return isPart ? `（${text}）` : text;
  }
}

export const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(text);
