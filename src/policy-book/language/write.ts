/** Conditions and formulas as they stand in cells. What is written here is read back by read.ts to the same value. */
import type { Condition, Expression, FactName, Test, Worth } from "../../policy/language";
import { SAYS } from "../words";
import { numberText, type Vocabulary } from "./vocabulary";

const BOUNDS = [
  ["above", "＞"],
  ["below", "＜"],
  ["atLeast", "≥"],
  ["atMost", "≤"],
  ["not", "≠"],
] as const;

type Operation = Exclude<Expression, number | FactName>;
type Bounds = { readonly [bound in (typeof BOUNDS)[number][0]]?: Expression };

const isOperation = (source: Worth): source is Operation =>
  typeof source === "object" && ("minus" in source || "times" in source || "lesser" in source);
const isExpression = (source: Worth): source is Expression => typeof source !== "object" || isOperation(source);

/** A number, a fact, or arithmetic: `4×半天数`, `可计天数－半天数`, `较小值（所得，证书学时）`. */
function expressionText(source: Expression, words: Vocabulary): string {
  if (typeof source === "number") return numberText(source);
  if (typeof source === "string") return words.factWord(source);
  const inBrackets = (part: Expression, needed: (operation: Operation) => boolean): string => {
    const text = expressionText(part, words);
    return isOperation(part) && needed(part) ? `（${text}）` : text;
  };
  if ("times" in source) {
    const isSum = (part: Operation): boolean => "times" in part || "minus" in part;
    const parts = source.times.map((part) => inBrackets(part, isSum));
    return parts.length > 1 ? parts.join("×") : `${SAYS.product}（${parts.join("")}）`;
  }
  if ("minus" in source) {
    const [from, less] = source.minus;
    return `${inBrackets(from, () => false)}－${inBrackets(less, (part) => "minus" in part)}`;
  }
  return `${SAYS.lesser}（${source.lesser.map((part) => expressionText(part, words)).join("，")}）`;
}

/** The values of a test: `国家级、省级`; null for a test of another kind. */
function valuesOf(test: Test): readonly (string | number)[] | null {
  if (typeof test !== "object") return [test];
  return Array.isArray(test) ? (test as readonly (string | number)[]) : null;
}

const valueList = (fact: FactName, values: readonly (string | number)[], words: Vocabulary): string =>
  values.map((value) => words.wordOf(fact, value)).join("、");

const boundsOf = (test: Test, words: Vocabulary): string[] =>
  BOUNDS.flatMap(([bound, sign]) => {
    const limit = (test as Bounds)[bound];
    return limit === undefined ? [] : [`${sign}${expressionText(limit, words)}`];
  });

/** A test in the column of its fact: `空`, `国家级、省级`, `非 国家专利局`, `≥6，≤12`. */
export function testCell(fact: FactName, test: Test, words: Vocabulary): string {
  const values = valuesOf(test);
  if (values !== null) return valueList(fact, values, words);
  if (typeof test === "object" && "is" in test) return test.is === "blank" ? SAYS.blank : SAYS.given;
  if (typeof test === "object" && "noneOf" in test) return `${SAYS.none} ${valueList(fact, test.noneOf, words)}`;
  return boundsOf(test, words).join("，");
}

function testText(fact: FactName, test: Test, words: Vocabulary): string {
  const name = words.factWord(fact);
  const values = valuesOf(test);
  if (values !== null) return `${name}${SAYS.is} ${valueList(fact, values, words)}`;
  if (typeof test === "object" && "is" in test)
    return test.is === "blank" ? `${name}${SAYS.is}${SAYS.blank}` : `${name}${SAYS.given}`;
  if (typeof test === "object" && "noneOf" in test)
    return `${name}${SAYS.isNot} ${valueList(fact, test.noneOf, words)}`;
  return boundsOf(test, words)
    .map((bound) => `${name}${bound}`)
    .join(` ${SAYS.and} `);
}

/** The facts of a condition with their tests, in the order of the language. */
export function testsOf({ any: _, ...facts }: Condition): readonly (readonly [FactName, Test])[] {
  return (Object.entries(facts) as [FactName, Test | undefined][]).flatMap(([fact, test]) =>
    test === undefined ? [] : [[fact, test] as const],
  );
}

/** `甲 或 乙` of the alternatives of a condition. */
export const alternativesText = (any: readonly Condition[], words: Vocabulary): string => {
  const texts = any.map((each) => conjunctionText(each, words));
  return texts.length === 1 ? `（${texts.join("")}）` : texts.join(` ${SAYS.or} `);
};

function conjunctionText(source: Condition, words: Vocabulary): string {
  const parts = testsOf(source).map(([fact, test]) => testText(fact, test, words));
  if (source.any !== undefined) {
    const text = alternativesText(source.any, words);
    parts.push(source.any.length === 1 ? text : `（${text}）`);
  }
  return parts.length === 0 ? SAYS.anything : parts.join(` ${SAYS.and} `);
}

/** A whole condition in one cell: `起止天数已填 且 半天数＞2×起止天数`. */
export function conditionText(source: Condition, words: Vocabulary): string {
  return source.any !== undefined && source.any.length > 1 && testsOf(source).length === 0
    ? alternativesText(source.any, words)
    : conjunctionText(source, words);
}

/**
 * A worth in one cell. What needs a table of its own (rows, a question, an error) is given to `table`, which answers with
 * the table's name.
 */
export function worthText(source: Worth, words: Vocabulary, table: (worth: Worth) => string): string {
  if (isExpression(source)) return expressionText(source, words);
  const inside = (part: Worth): string => worthText(part, words, table);
  if ("sum" in source) {
    const parts = source.sum.map((part) => (isLoose(part) ? `（${inside(part)}）` : inside(part)));
    return parts.length > 1 ? parts.join("＋") : `${SAYS.total}（${parts.join("")}）`;
  }
  if ("take" in source) {
    const first = isLoose(source.take) && !("sum" in source.take) ? `（${inside(source.take)}）` : inside(source.take);
    return `${words.factWord("taken")}＝${first}；${inside(source.then)}`;
  }
  if ("best" in source) return `${SAYS.best}（${words.factWord(source.best)}：${inside(source.of)}）`;
  if ("split" in source)
    return `${SAYS.public} ${expressionText(source.split.public, words)}，${SAYS.professional} ${expressionText(source.split.professional, words)}`;
  return `〔${table(source)}〕`;
}

/** True for what must stand in brackets inside of a sum. */
const isLoose = (source: Worth): source is Exclude<Worth, Expression> =>
  !isExpression(source) && (("sum" in source && source.sum.length > 1) || "take" in source || "split" in source);
