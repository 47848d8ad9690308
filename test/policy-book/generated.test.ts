/** Any policy comes back from its sheets, whatever its conversions are made of. */
import fc from "fast-check";
import { policyOf, type Policy } from "../../src/policy";
import { canonicalText } from "../../src/policy/canonical";
import { FACT_VALUES } from "../../src/policy/fact-values";
import {
  parsePolicy,
  type Condition,
  type Expression,
  type FactName,
  type Test,
  type Worth,
} from "../../src/policy/language";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";
import { gridOf } from "../../src/results";

const base = policyOf("") as Policy;

const NUMBER_FACTS = ["year", "halfDays", "evenings", "rank", "days", "months", "taken", "countableDays"] as const;
const LIST_FACTS = ["level", "role", "indexing", "kind", "authority"] as const;

const amount = fc.oneof(fc.integer({ min: -50, max: 200 }), fc.constantFrom(0.5, 2.5, 1 / 3, -0.25, 1e-7));
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    amount,
    fc.constantFrom<Expression>(...NUMBER_FACTS),
    fc.record({ minus: fc.tuple(tie("expression"), tie("expression")) }),
    fc.record({ times: fc.array(tie("expression"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ lesser: fc.array(tie("expression"), { minLength: 1, maxLength: 3 }) }),
  ),
}));

const bounds: fc.Arbitrary<Test> = fc
  .record(
    { above: expression, below: expression, atLeast: expression, atMost: expression, not: expression },
    { requiredKeys: [] },
  )
  .filter((test) => Object.keys(test).length > 0);
const isTest = fc.record({ is: fc.constantFrom("blank" as const, "given" as const) });
const listTest = (fact: (typeof LIST_FACTS)[number]): fc.Arbitrary<Test> => {
  const values = fc.subarray([...(FACT_VALUES[fact] ?? [])], { minLength: 1, maxLength: 4 });
  return fc.oneof(
    isTest,
    values,
    values.map((noneOf) => ({ noneOf })),
    values.map(([first = ""]) => first),
  );
};
const facts: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom(...NUMBER_FACTS)
    .chain((fact) =>
      fc
        .oneof(bounds, isTest, amount, fc.array(amount, { minLength: 2, maxLength: 3 }))
        .map((test) => ({ [fact]: test })),
    ),
  fc.constantFrom(...LIST_FACTS).chain((fact) => listTest(fact).map((test) => ({ [fact]: test }))),
) as fc.Arbitrary<Condition>;
const several = fc.array(facts, { minLength: 0, maxLength: 3 }).map((all) => Object.assign({}, ...all) as Condition);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    several,
    fc
      .tuple(several, fc.array(tie("condition"), { minLength: 1, maxLength: 3 }))
      .map(([all, any]) => ({ ...all, any })),
  ),
}));

const question = base.questions[3] as Policy["questions"][number];
const [first = "", second = ""] = question.options;
const { worth } = fc.letrec<{ worth: Worth }>((tie) => ({
  worth: fc.oneof(
    { maxDepth: 4 },
    expression,
    fc.record({ sum: fc.array(tie("worth"), { maxLength: 3 }) }),
    fc.record({
      rows: fc.array(
        fc.record(
          { when: condition, then: tie("worth"), clause: fc.constantFrom("附件5第1条", "附件5第2条") },
          { requiredKeys: ["then"] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record({ best: fc.constant("indexing" as const), of: tie("worth") }),
    fc.record({ split: fc.record({ public: expression, professional: expression }) }),
    fc.record({ take: tie("worth"), then: tie("worth") }),
    fc.tuple(tie("worth"), tie("worth"), fc.boolean()).map(([a, b, always]) => ({
      ask: question.id,
      code: "field-missing" as const,
      ...(always ? { always: true as const } : {}),
      options: { [first]: a, [second]: b },
    })),
    fc.constantFrom<Worth>({ error: "field-missing" }, { error: "field-missing", of: "halfDays" }),
  ),
})) as { worth: fc.Arbitrary<Worth> };

const withConversion = (made: Worth, checks: readonly Condition[]): Policy =>
  parsePolicy({
    id: "made-up-2030-1",
    title: "made up",
    unit: "学时",
    forms: {
      training: {
        labels: ["面授培训", "培训（面授）"],
        clause: "第一条",
        conversion: {
          clause: "第二条",
          worth: made,
          checks: checks.map((when) => ({ code: "field-missing", when })),
          numbers: checks.map((unless) => ({ fact: "rank" as FactName, unless })),
        },
      },
    },
    questions: [question],
    minima: [],
    codes: {},
    clauses: {},
  });

test("conversions of any shape come back", () => {
  fc.assert(
    fc.property(worth, fc.array(condition, { maxLength: 2 }), (made, checks) => {
      const policy = withConversion(made, checks);
      const { policy: read, findings } = readPolicyBook(
        new Map(policySheets(policy).map((plan) => [plan.name, gridOf(plan)])),
      );
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      // The form alone: the rest has no part in it
      const part = (each: Policy | null): unknown => JSON.parse(canonicalText(each as Policy)).forms.training;
      expect(part(read)).toEqual(part(policy));
      expect(canonicalText(read as Policy)).toBe(canonicalText(policy));
    }),
    { numRuns: 80, seed: 20181 },
  );
});
