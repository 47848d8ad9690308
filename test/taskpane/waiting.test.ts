/** The order of open questions in 决定: what changes most people first, what changes nothing at the end. */
import type { OptionEffect } from "../../src/results";
import type { QuestionState } from "../../src/review/types";
import { byWeight, changesNothing } from "../../src/taskpane/decide/waiting";

const question = (id: string): QuestionState => ({
  id,
  question: "",
  clause: "",
  options: [],
  provisional: "",
  decision: null,
  touched: 1,
});
const effect = (people: number, records = 0, hours = 0): OptionEffect => ({
  option: "strict",
  people: people === 0 ? [] : [{ from: "pending", to: "qualified", count: people }],
  years: [],
  records: records === 0 ? [] : [{ from: "pending", to: "credited", count: records }],
  hours,
});

test.each<readonly [string, Readonly<Record<string, readonly OptionEffect[]>>, string]>([
  ["people before records", { "J-01": [effect(1)], "J-02": [effect(0, 50)], "J-03": [effect(20)] }, "J-03 J-01 J-02"],
  ["the option that changes most counts", { "J-01": [effect(2)], "J-02": [effect(0), effect(3)] }, "J-02 J-01"],
  ["hours decide last", { "J-01": [effect(0)], "J-02": [effect(0, 0, 4)] }, "J-02 J-01"],
  ["the same weight: as they come", { "J-02": [effect(1)], "J-01": [effect(1)] }, "J-02 J-01"],
])("%s", (_, effects, expected) => {
  const questions = Object.keys(effects).map(question);
  const order = byWeight(questions, new Map(Object.entries(effects)));
  expect(order.map(({ id }) => id).join(" ")).toBe(expected);
});

test("the list stays as it is until all effects are known", () => {
  const questions = [question("J-01"), question("J-02")];
  expect(byWeight(questions, new Map([["J-02", [effect(9)]]]))).toBe(questions);
  expect(byWeight(questions, null)).toBe(questions);
});

test.each<readonly [readonly OptionEffect[] | undefined, boolean]>([
  [undefined, false],
  [[effect(0), effect(0)], true],
  [[effect(0), effect(0, 0, 1)], false],
])("changes nothing: %j → %s", (options, expected) => {
  expect(changesNothing(options)).toBe(expected);
});
