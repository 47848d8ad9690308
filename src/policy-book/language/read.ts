/**
 * Reads conditions and formulas of cells.
 *
 *   condition   = all { 或 all }                     all   = atom { 且 atom } | 任何
 *   atom        = fact test | （ condition ）         test  = 为空 | 已填 | 为 values | 不为 values | bound
 *   cell        = 空 | 已填 | values | 非 values | bound { ， bound }
 *   bound       = （＞ ＜ ≥ ≤ ≠） expression           values = value { 、 value }
 *   formula     = 所得 ＝ sum ； formula | 公需 expression ， 专业 expression | sum
 *   sum         = difference { ＋ difference }        difference = product { － product }
 *   product     = factor { × factor }
 *   factor      = number | fact | 〔table〕 | （ formula ） | 较小值（ expression { ， expression } ）
 *               | 最高（ fact ： formula ） | 积（ expression ） | 和（ [ sum ] ）
 *
 * Whatever does not fit throws Unreadable with what was found and what may stand there.
 */
import type { Condition, Expression, FactName, Test, Worth } from "../../policy/language";
import { FACT_OF_WORD, isTextFact, SAYS } from "../words";
import { Unreadable } from "../unreadable";
import type { Sign, Token } from "./tokens";
import type { Vocabulary } from "./vocabulary";

const BOUND_OF = { ">": "above", "<": "below", "≥": "atLeast", "≤": "atMost", "≠": "not" } as const;
const BOUND_SIGNS = ["＞", "＜", "≥", "≤", "≠"];

/** Gives the worth of a table by its name. Throws Unreadable when there is none. */
export type TableLookup = (name: string) => Worth;

/** The condition of a cell that holds a whole one. */
export function readCondition(text: string, words: Vocabulary): Condition {
  const cursor = new Cursor(text, words);
  const condition = cursor.condition();
  cursor.end();
  return condition;
}

/** The test in a fact's column. */
export function readTest(fact: FactName, text: string, words: Vocabulary): Test {
  const cursor = new Cursor(text, words);
  const test = cursor.cell(fact);
  cursor.end();
  return test;
}

/** The formula of a cell. */
export function readFormula(text: string, words: Vocabulary, table: TableLookup): Worth {
  const cursor = new Cursor(text, words, table);
  const worth = cursor.formula();
  cursor.end();
  return worth;
}

const noTable: TableLookup = (name) => {
  throw new Unreadable("table-unknown", name);
};

const isExpression = (worth: Worth): worth is Expression =>
  typeof worth !== "object" || "minus" in worth || "times" in worth || "lesser" in worth;

class Cursor {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly words: Vocabulary,
    private readonly table: TableLookup = noTable,
  ) {
    this.tokens = words.lexer.tokens(text);
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: "end", text: "" };
  }

  private skip(): Token {
    const { token } = this;
    this.at += 1;
    return token;
  }

  private isSign(...signs: readonly Sign[]): boolean {
    const { token } = this;
    return token.kind === "sign" && signs.includes(token.text);
  }

  /** Passes over a sign or word if it comes next. */
  private took(what: string): boolean {
    const { token } = this;
    if ((token.kind !== "sign" && token.kind !== "word") || token.text !== what) return false;
    this.at += 1;
    return true;
  }

  private need(sign: Sign, shown: string): void {
    if (!this.took(sign)) this.unexpected([shown]);
  }

  private unexpected(allowed: readonly string[]): never {
    throw new Unreadable("sign-unexpected", this.token.text, allowed);
  }

  end(): void {
    if (this.token.kind !== "end") this.unexpected(["＋", "－", "×"]);
  }

  // ---- conditions ----

  condition(): Condition {
    const any = this.alternatives();
    const [only] = any;
    return any.length === 1 && only !== undefined ? only : { any };
  }

  private alternatives(): readonly Condition[] {
    const any = [this.all()];
    while (this.took(SAYS.or)) any.push(this.all());
    return any;
  }

  private all(): Condition {
    if (this.took(SAYS.anything)) return {};
    const tests = new Map<FactName, Test>();
    let any: readonly Condition[] | undefined;
    do {
      if (this.took("(")) {
        if (any !== undefined) throw new Unreadable("or-twice", this.text);
        any = this.alternatives();
        this.need(")", "）");
        continue;
      }
      const fact = this.fact();
      const test = this.testOf(fact);
      const before = tests.get(fact);
      tests.set(fact, before === undefined ? test : joined(before, test, this.words.factWord(fact)));
    } while (this.took(SAYS.and));
    return { ...Object.fromEntries(tests), ...(any === undefined ? {} : { any }) };
  }

  private fact(): FactName {
    const { token } = this;
    if (token.kind !== "word") this.unexpected([...FACT_OF_WORD.keys()]);
    const fact = this.words.factOf(token.text);
    this.skip();
    return fact;
  }

  private testOf(fact: FactName): Test {
    if (this.took(SAYS.given)) return { is: "given" };
    if (this.took(SAYS.isNot)) return { noneOf: this.values(fact) };
    if (this.took(SAYS.is)) return this.took(SAYS.blank) ? { is: "blank" } : oneOf(this.values(fact));
    if (this.took("=")) return oneOf(this.values(fact));
    return this.bound([SAYS.is, SAYS.isNot, SAYS.given, `${SAYS.is}${SAYS.blank}`, ...BOUND_SIGNS]);
  }

  /** A test in the column of its fact. */
  cell(fact: FactName): Test {
    if (this.took(SAYS.blank)) return { is: "blank" };
    if (this.took(SAYS.given)) return { is: "given" };
    if (this.took(SAYS.none)) return { noneOf: this.values(fact) };
    if (!this.isSign(">", "<", "≥", "≤", "≠")) {
      this.took("=");
      return oneOf(this.values(fact));
    }
    let test = this.bound(BOUND_SIGNS);
    while (this.took(",") || this.took(SAYS.and))
      test = joined(test, this.bound(BOUND_SIGNS), this.words.factWord(fact));
    return test;
  }

  private bound(allowed: readonly string[]): Test {
    const { token } = this;
    if (token.kind !== "sign" || !(token.text in BOUND_OF)) this.unexpected(allowed);
    this.skip();
    return { [BOUND_OF[token.text as keyof typeof BOUND_OF]]: this.expression() };
  }

  private values(fact: FactName): (string | number)[] {
    const values = [this.value(fact)];
    while (this.took("、") || this.took(",")) values.push(this.value(fact));
    return values;
  }

  private value(fact: FactName): string | number {
    const { token } = this;
    if (token.kind === "quoted") {
      this.skip();
      return token.text;
    }
    if (isTextFact(fact)) {
      if (token.kind !== "word" && token.kind !== "number")
        this.unexpected([...this.words.listOf(fact).keys(), SAYS.blank, SAYS.given]);
      const slug = this.words.slugOf(fact, token.text);
      this.skip();
      return slug;
    }
    const negative = this.took("-");
    const number = this.token;
    if (number.kind !== "number") throw new Unreadable("number-unreadable", number.text || this.text);
    this.skip();
    return negative ? -number.value : number.value;
  }

  // ---- formulas ----

  formula(): Worth {
    if (this.token.text === this.words.factWord("taken") && this.tokens[this.at + 1]?.text === "=") {
      this.at += 2;
      const take = this.sum();
      this.need(";", "；");
      return { take, then: this.formula() };
    }
    if (this.took(SAYS.public)) {
      const shared = this.expression();
      this.need(",", "，");
      if (!this.took(SAYS.professional)) this.unexpected([SAYS.professional]);
      return { split: { public: shared, professional: this.expression() } };
    }
    return this.sum();
  }

  private sum(): Worth {
    const parts = [this.difference()];
    while (this.took("+")) parts.push(this.difference());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { sum: parts };
  }

  private expression(): Expression {
    return this.asExpression(this.difference());
  }

  private difference(): Worth {
    let worth = this.product();
    while (this.took("-")) worth = { minus: [this.asExpression(worth), this.asExpression(this.product())] };
    return worth;
  }

  private product(): Worth {
    const first = this.factor();
    if (!this.isSign("×")) return first;
    const times = [this.asExpression(first)];
    while (this.took("×")) times.push(this.asExpression(this.factor()));
    return { times };
  }

  /** What is reckoned with must be a number by itself. */
  private asExpression(worth: Worth): Expression {
    if (!isExpression(worth)) throw new Unreadable("formula-unfit", this.text);
    return worth;
  }

  private factor(): Worth {
    const { token } = this;
    if (this.took("-")) {
      const number = this.token;
      if (number.kind !== "number") throw new Unreadable("number-unreadable", number.text || this.text);
      this.skip();
      return -number.value;
    }
    if (this.took("(")) return this.closed(this.formula());
    if (this.took(SAYS.lesser)) {
      this.need("(", "（");
      const lesser = [this.expression()];
      while (this.took(",")) lesser.push(this.expression());
      return this.closed({ lesser });
    }
    if (this.took(SAYS.product)) {
      this.need("(", "（");
      return this.closed({ times: [this.expression()] });
    }
    if (this.took(SAYS.total)) {
      this.need("(", "（");
      return this.closed({ sum: this.isSign(")") ? [] : [this.formula()] });
    }
    if (this.took(SAYS.best)) {
      this.need("(", "（");
      const fact = this.fact();
      if (fact !== "indexing")
        throw new Unreadable("word-unknown", this.words.factWord(fact), [this.words.factWord("indexing")]);
      this.need(":", "：");
      return this.closed({ best: fact, of: this.formula() });
    }
    switch (token.kind) {
      case "number":
        this.skip();
        return token.value;
      case "table":
        this.skip();
        return this.table(token.text);
      case "word":
        return this.fact();
      default:
        return this.unexpected(["4", this.words.factWord("halfDays"), "〔…〕", "（"]);
    }
  }

  private closed(worth: Worth): Worth {
    this.need(")", "）");
    return worth;
  }
}

const oneOf = (values: readonly (string | number)[]): Test => {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
};

/** Two bounds of one fact as one test. Throws Unreadable for anything else. */
function joined(before: Test, after: Test, fact: string): Test {
  const isBounds = (test: Test): test is object =>
    typeof test === "object" && !Array.isArray(test) && !("is" in test) && !("noneOf" in test);
  if (!isBounds(before) || !isBounds(after) || Object.keys(after).some((bound) => bound in before))
    throw new Unreadable("fact-twice", fact);
  return { ...before, ...after };
}
