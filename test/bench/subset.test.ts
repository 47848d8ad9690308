/** What the benchmark stands on: the same cells every time, and a floor that decides as our core does. No timing here. */
import { JSDOM } from "jsdom";
import { byHand } from "../../bench/by-hand";
import { zenExpression } from "../../bench/engines/zen";
import { RULES, verdictOf, type Condition } from "../../bench/engines/rules";
import { factsOf, type Facts } from "../../bench/engines/facts";
import { generateGrids, RECORDS_A_PERSON } from "../../bench/generate";
import { goldenRecords } from "../../bench/golden";
import { picture } from "../../bench/picture";
import { timesOf, type BenchResult } from "../../bench/results";
import { byCore, subsetRecords, SUBSET_FORMS, thePolicy, verdictText, type SubsetForm } from "../../bench/subset";
import { readSubmission } from "../../src/submission";
import type { LearningRecord } from "../../src/submission/types";

const COUNT = 3_000;
const records = [...goldenRecords(), ...subsetRecords(COUNT)];
const policy = thePolicy();
const wanted = records.map((record) => verdictText(byCore(record, policy)));

test("the generator gives the same cells every time, about 14 records a person", () => {
  const grids = generateGrids(700);
  expect([...generateGrids(700).values()]).toEqual([...grids.values()]);
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error("a generated submission can't be read");
  expect(reading.submission.records).toHaveLength(700);
  expect(reading.submission.people).toHaveLength(700 / RECORDS_A_PERSON);
});

test("a longer submission differs in length only: its forms and its mistakes stay as frequent", () => {
  const share = (count: number): number => {
    const reading = readSubmission(generateGrids(count));
    return reading.ok ? reading.submission.records.filter((record) => record.form === "training").length / count : 0;
  };
  expect(share(4_000)).toBeCloseTo(share(1_000), 1);
});

test("the generated records meet every code of the subset's conversions", () => {
  const met = new Set(wanted.flatMap((verdict) => verdict.split(" ").slice(1)));
  const codes = SUBSET_FORMS.flatMap((form) =>
    RULES[form].flatMap((rule) => (rule.kind === "hours" ? [] : [rule.code])),
  );
  expect([...new Set(codes)].filter((code) => !met.has(code))).toEqual([]);
});

test("the loop by hand decides as our core does", () => {
  expect(records.map((record) => verdictText(byHand(record)))).toEqual(wanted);
});

/** A condition judged in plain words: what both engines are told. */
function holds(condition: Condition, facts: Facts): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, facts));
  if ("any" in condition) return condition.any.some((each) => holds(each, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const left = facts[condition.fact];
  if (left === undefined) throw new Error(`no fact ${condition.fact}`);
  const right =
    typeof condition.value === "object" && condition.value !== null && "fact" in condition.value
      ? facts[condition.value.fact]
      : condition.value;
  switch (condition.operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return (right as readonly unknown[]).includes(left);
    case "contains":
      return (left as readonly unknown[]).includes(right);
    case "lessThan":
      return Number(left) < Number(right);
    case "lessThanInclusive":
      return Number(left) <= Number(right);
    case "greaterThan":
      return Number(left) > Number(right);
    case "greaterThanInclusive":
      return Number(left) >= Number(right);
  }
}

test("the engines' rules decide as our core does", () => {
  const verdict = (record: LearningRecord): string => {
    const facts = factsOf(record);
    const rules = RULES[record.form as SubsetForm];
    return verdictText(
      verdictOf(
        rules,
        rules.flatMap(({ when }, index) => (holds(when, facts) ? [index] : [])),
        record,
        facts,
      ),
    );
  };
  expect(records.map(verdict)).toEqual(wanted);
});

test("a condition as a ZEN expression", () => {
  expect(
    zenExpression({
      all: [
        { fact: "level", operator: "in", value: ["a", "b"] },
        { not: { fact: "evidence", operator: "contains", value: "notes" } },
        { fact: "rank", operator: "lessThan", value: { fact: "top" } },
      ],
    }),
  ).toBe("(level in ['a', 'b'] and not (contains(evidence, 'notes')) and rank < top)");
});

test("median of an even number of rounds", () => {
  expect(timesOf([4, 1, 3, 2])).toEqual({ rounds: 4, median: 2.5, min: 1, max: 4 });
});

test("the picture is one well-formed SVG with a point a figure", () => {
  const times = timesOf([12, 10, 11]);
  const memory = { limit: 64, peakRss: 90, heap: { cells: 1, submission: 2, review: 3 } };
  const result: BenchResult = {
    machine: { cpu: "none", cores: 1, memory: 1, system: "none", node: "v0", load: 0 },
    everything: [1_000, 10_000].map((size) => ({
      records: size,
      people: 1,
      findings: 1,
      first: { read: 1, review: 1 },
      read: times,
      review: times,
      both: timesOf([size / 100]),
    })),
    memory: [1_000, 10_000].map((size) => ({ records: size, kept: memory, dropped: memory })),
    versus: {
      compared: { generated: 1, golden: 1 },
      versions: {},
      ways: [],
      sizes: [{ records: 1_000, contenders: [{ name: "a & b", times, perRecord: 1, timesOurs: 1 }] }],
    },
  };
  const page = new JSDOM(picture(result), { contentType: "image/svg+xml" }).window.document; // throws when it is not well-formed
  expect(page.querySelectorAll("circle")).toHaveLength(2 * 2 + 3 * 2 + 1);
});
