/** Words of input problems: every key says all that its details hold, in both languages, with what to do. */
import { INPUT_PROBLEM_KEYS, problemText, type FailureProblem } from "../../src/messages";
import type { InputProblem, InputProblemDetails, InputProblemKey } from "../../src/submission/input-problem";

/** Details that can be told from anything else in a sentence. */
const DETAILS: { readonly [Key in InputProblemKey]: InputProblemDetails[Key] } = {
  "sheet-missing": { sheet: "S1", meant: "S2" },
  "header-missing": { rows: 71, columns: ["C1", "C2"] },
  "column-missing": { header: "H1", near: { column: 72, name: "N1" } },
  "column-twice": { header: "H1", columns: [{ column: 73, name: "N1" }] },
  "label-twice": { label: "L1" },
  "label-blank": { label: "L1" },
  "year-unreadable": { label: "L1", text: "T1" },
  "option-unknown": { label: "L1", text: "T1", options: ["O1", "O2"], near: "O2" },
  "policy-unknown": { id: "P1", known: ["P2"] },
  "number-above-9999": { last: "2018-10003" },
  "issued-before-ledger": { issuedOn: "2018-06-01", latest: "2018-06-20" },
  "nobody-to-reissue": { registrationNo: "R1" },
  "template-protected": {},
  "template-has-tables": {},
  "template-no-print-area": {},
  "template-print-area-unfit": { address: "A1" },
  "template-formula": {},
  "template-field-outside": { text: "T1" },
  "template-field-blank": { text: "T1" },
  "template-field-unknown": { field: "F1", near: null, known: ["F2", "F3"] },
  "template-braces": { text: "T1" },
  "template-fields-missing": { fields: ["F1", "F2"] },
  "template-area-large": { last: "Z99", rows: 74, columns: 75 },
  "template-row-hidden": { row: 76 },
  "template-column-hidden": {},
  "template-object": { name: "N1" },
  "template-picture-outside": { name: "N1" },
  "template-fit-to-page": {},
  "template-page-large": { width: 81, height: 82, roomWidth: 83, roomHeight: 84, scale: 85 },
};

const valuesOf = (details: unknown): readonly string[] =>
  typeof details === "object" && details !== null
    ? Object.values(details).flatMap(valuesOf)
    : details === null
      ? []
      : [String(details)];

test("every key is tried", () => {
  expect(Object.keys(DETAILS).sort()).toEqual([...INPUT_PROBLEM_KEYS].sort());
});

test.each(Object.entries(DETAILS))("%s", (key, details) => {
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
