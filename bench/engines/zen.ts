/**
 * ZEN: a decision graph (JDM) a form, compiled once and reused. Two ways of writing the rules (a decision table that
 * collects, an expression) and two of handing records over (one evaluation a record, many at once; or one evaluation of
 * a list in loop mode) are all there; the quickest is the one that is compared.
 */
import { type Contender, type Handed, handedByForm, loadEngine } from "./contender";
import type { FactValue } from "./facts";
import { RULES, verdictOf, type Condition, type Rule } from "./rules";
import { SUBSET_FORMS, type SubsetForm, type Verdict } from "../subset";

interface Decision {
  evaluate(context: object): Promise<{ readonly result: unknown }>;
}
interface ZenPackage {
  readonly ZenEngine: new () => { createDecision(content: object): Decision };
  readonly ZenDecisionContent: new (content: object) => object;
}

const COMPARE = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
} as const;

function literal(value: FactValue): string {
  if (typeof value === "string") return `'${value}'`;
  return Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : String(value);
}

/** The same condition as a ZEN expression. */
export function zenExpression(condition: Condition): string {
  if ("all" in condition) return `(${condition.all.map(zenExpression).join(" and ")})`;
  if ("any" in condition) return `(${condition.any.map(zenExpression).join(" or ")})`;
  if ("not" in condition) return `not (${zenExpression(condition.not)})`;
  const { fact, operator, value } = condition;
  const right = typeof value === "object" && value !== null && "fact" in value ? value.fact : literal(value);
  if (operator === "contains") return `contains(${fact}, ${right})`;
  if (operator === "in") return `${fact} in ${right}`;
  return `${fact} ${COMPARE[operator]} ${right}`;
}

export type ZenRules = "table" | "expression";
export type ZenCalls = "single" | "loop";

function rulesNode(rules: readonly Rule[], how: ZenRules, calls: ZenCalls): object {
  const loop =
    calls === "loop"
      ? { executionMode: "loop", inputField: "records", outputPath: "verdicts" }
      : { executionMode: "single" };
  if (how === "table") {
    return {
      id: "rules",
      name: "rules",
      type: "decisionTableNode",
      content: {
        ...loop,
        hitPolicy: "collect",
        passThrough: false,
        inputs: [{ id: "when", name: "when" }],
        outputs: [{ id: "hit", name: "hit", field: "hit" }],
        rules: rules.map(({ when }, index) => ({
          _id: `rule-${index}`,
          when: zenExpression(when),
          hit: String(index),
        })),
      },
    };
  }
  const hits = rules.map(({ when }, index) => `${zenExpression(when)} ? ${index} : -1`).join(", ");
  return {
    id: "rules",
    name: "rules",
    type: "expressionNode",
    content: {
      ...loop,
      passThrough: false,
      expressions: [{ id: "hits", key: "hits", value: `filter([${hits}], # >= 0)` }],
    },
  };
}

const NOTHING: Verdict = { hours: Number.NaN, codes: [] };

const graph = (node: object): object => ({
  nodes: [
    { id: "in", name: "in", type: "inputNode", content: {} },
    node,
    { id: "out", name: "out", type: "outputNode", content: {} },
  ],
  edges: [
    { id: "a", type: "edge", sourceId: "in", targetId: "rules" },
    { id: "b", type: "edge", sourceId: "rules", targetId: "out" },
  ],
});

type TableResult = readonly { readonly hit: number }[];
interface ExpressionResult {
  readonly hits: readonly number[];
}

const hitsOf = (result: unknown, how: ZenRules): readonly number[] =>
  how === "table" ? (result as TableResult).map(({ hit }) => hit) : (result as ExpressionResult).hits;

/** `atOnce` records are under way together: as single evaluations, or as `lists` lists evaluated side by side. */
export function zenContender(how: ZenRules, calls: ZenCalls, atOnce: number, lists = 1): Contender {
  const { ZenEngine, ZenDecisionContent } = loadEngine("@gorules/zen-engine") as ZenPackage;
  const engine = new ZenEngine();
  const decisions = new Map(
    SUBSET_FORMS.map(
      (form) =>
        [form, engine.createDecision(new ZenDecisionContent(graph(rulesNode(RULES[form], how, calls))))] as const,
    ),
  );

  const single = (form: SubsetForm, decision: Decision, chunk: readonly Handed[]): Promise<readonly Verdict[]> =>
    Promise.all(
      chunk.map(async ({ record, facts }) =>
        verdictOf(RULES[form], hitsOf((await decision.evaluate(facts)).result, how), record, facts),
      ),
    );
  const list = async (form: SubsetForm, decision: Decision, chunk: readonly Handed[]): Promise<readonly Verdict[]> => {
    const { result } = await decision.evaluate({ records: chunk.map(({ facts }) => facts) });
    const { verdicts } = result as { readonly verdicts: readonly unknown[] };
    return chunk.map(({ record, facts }, index) => verdictOf(RULES[form], hitsOf(verdicts[index], how), record, facts));
  };
  const decide = calls === "loop" ? list : single;
  return {
    name: `zen-engine, ${how}, ${calls === "loop" ? `${lists === 1 ? "" : `${lists} `}lists of ${atOnce}` : `${atOnce} at once`}`,
    prepare: (records) => {
      const byForm = handedByForm(records);
      return async () => {
        const verdicts = new Array<Verdict>(records.length);
        for (const [form, handed] of byForm) {
          const decision = decisions.get(form);
          if (!decision) continue;
          for (let first = 0; first < handed.length; first += atOnce * lists) {
            const chunks = Array.from({ length: lists }, (_, list) =>
              handed.slice(first + list * atOnce, first + (list + 1) * atOnce),
            ).filter((chunk) => chunk.length > 0);
            const found = await Promise.all(chunks.map((chunk) => decide(form, decision, chunk)));
            chunks.forEach((chunk, list) =>
              chunk.forEach(({ at }, index) => (verdicts[at] = found[list]?.[index] ?? NOTHING)),
            );
          }
        }
        return verdicts;
      };
    },
  };
}
