/** Words of input problems: every key says all that its details hold, in both languages, with what to do. */
import { INPUT_PROBLEM_KEYS, problemText, type FailureProblem } from "../../src/messages";
import type { InputProblem } from "../../src/submission/input-problem";
import { INPUT_PROBLEM_DETAILS } from "../support/input-problems";

const valuesOf = (details: unknown): readonly string[] =>
  typeof details === "object" && details !== null
    ? Object.values(details).flatMap(valuesOf)
    : details === null
      ? []
      : [String(details)];

test("every key is tried", () => {
  expect(Object.keys(INPUT_PROBLEM_DETAILS).sort()).toEqual([...INPUT_PROBLEM_KEYS].sort());
});

test.each(Object.entries(INPUT_PROBLEM_DETAILS))("%s", (key, details) => {
  const problem = { key, details, sheet: "S1", cell: null } as InputProblem;
  const [zh, en] = [problemText(problem, "zh"), problemText(problem, "en")];
  for (const value of valuesOf(details)) expect([zh, en]).toEqual([zh, en].map(() => expect.stringContaining(value)));
  expect(zh).toMatch(/[。？]$/u);
  expect(en).toMatch(/[.?]$/u);
  // A field of a template keeps its name
  expect(en.replace(/\{\{[^}]*\}\}/g, "")).not.toMatch(/[\p{Script=Han}，。；：、]/u);
});

test("a person who can't get a certificate: the finding, in the language asked for", () => {
  const problem: FailureProblem = {
    key: "person-withheld",
    details: {
      name: "N1",
      finding: { code: "hidden-rows", severity: "warning", clause: "", place: { sheet: "S1", row: 1 } },
    },
    sheet: "S1",
    cell: null,
  };
  expect(problemText(problem, "zh")).toMatch(/^N1：.*。$/u);
  expect(problemText(problem, "en")).toMatch(/^N1: [^\p{Script=Han}]*\.$/u);
});
