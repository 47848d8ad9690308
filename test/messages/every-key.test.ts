/**
 * Every key that can be raised, through both languages: findings, input problems, functions, failures. English sentences
 * hold no Chinese but data and the workbook's and the notice's own terms.
 */
import {
  catalogueOf,
  failureWords,
  FUNCTION_PROBLEM_WORDS,
  functionProblemText,
  messageOf,
  problemText,
  unitRemedyOf,
  type FailureKey,
  type FunctionProblem,
  type Language,
} from "../../src/messages";
import { FAILURES } from "../../src/messages/failures";
import { policyIds, policyOf, type Code } from "../../src/policy";
import { ENGINE_CODES } from "../../src/policy/engine-codes";
import {
  VALUES,
  SHEETS,
  UNIT_LABELS,
  PEOPLE_COLUMNS,
  RECORD_COLUMNS,
  FILING_COLUMNS,
} from "../../src/submission/vocabulary";
import type { InputProblem } from "../../src/submission/input-problem";
import { INPUT_PROBLEM_DETAILS } from "../support/input-problems";

const LANGUAGES: readonly Language[] = ["zh", "en"];
const POLICIES = policyIds().flatMap((id) => policyOf(id) ?? []);

const FUNCTIONS: readonly FunctionProblem[] = [
  { key: "no-such-policy", id: "p" },
  { key: "no-form-column" },
  { key: "no-registration-number" },
  { key: "no-year" },
  { key: "year-not-found" },
  { key: "unreadable", problems: [{ key: "label-blank", sheet: "S", cell: null, details: { label: "H" } }] },
  { key: "no-such-subject", subject: "S" },
  { key: "no-such-code", code: "c" },
  { key: "no-such-item", item: "h", items: ["i", "j"] },
  { key: "item-twice", item: "k" },
  { key: "no-number" },
  { key: "no-such-reading", options: ["a", "b"] },
  { key: "no-score" },
  { key: "header-wrong" },
  { key: "cells-differ", cells: 3, headers: 4 },
  { key: "failed", detail: "d" },
];

/** Every detail that a code's words may name. */
const details = (text: readonly string[]) =>
  Object.fromEntries(
    text.flatMap((part) =>
      [...part.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => [key, key === "missing" ? 7 : [1, 2]]),
    ),
  );

const CODES = [
  ...Object.entries(ENGINE_CODES).map(([code, entry]) => ({ code, entry, policy: POLICIES[0] })),
  ...POLICIES.flatMap((policy) => Object.entries(policy.codes).map(([code, entry]) => ({ code, entry, policy }))),
];

const said = (language: Language): readonly (readonly [key: string, text: string])[] => [
  ...CODES.flatMap(({ code, entry, policy }) => {
    const finding = {
      code: code as Code,
      severity: "error" as const,
      clause: "",
      place: { sheet: "S", row: 0, column: 0 },
      details: details([...entry[language]]),
    };
    const { problem, remedy } = messageOf(finding, language, policy);
    return [
      [code, problem],
      [code, remedy],
      [code, unitRemedyOf(finding, language, policy) ?? "-"],
    ] as const;
  }),
  ...Object.entries(INPUT_PROBLEM_DETAILS).map(
    ([key, given]) =>
      [key, problemText({ key, details: given, sheet: "S", cell: null } as InputProblem, language)] as const,
  ),
  ...FUNCTIONS.map((problem) => [problem.key, functionProblemText(problem, language)] as const),
  ...(Object.keys(FAILURES) as FailureKey[]).flatMap((key) => {
    const given = details([...FAILURES[key][language]]);
    const { message, remedy } = failureWords(key, given, language);
    return [
      [key, message],
      [key, remedy],
    ] as const;
  }),
];

test("every key of a function has its case here", () => {
  for (const language of LANGUAGES)
    expect(Object.keys(FUNCTION_PROBLEM_WORDS[language]).sort()).toEqual(FUNCTIONS.map(({ key }) => key).sort());
});

test.each(LANGUAGES)("%s: every key gives a sentence without an empty place", (language) => {
  const sentences = said(language);
  expect(sentences.length).toBeGreaterThan(400);
  for (const [key, text] of sentences) {
    expect([key, text]).toEqual([key, expect.stringMatching(/\S/)]);
    expect([key, text]).toEqual([key, expect.not.stringMatching(/undefined|\[object|“”|（）|\(\)/)]);
    // {{field}} is the template's own notation
    expect([key, text.replace(/\{\{.*?\}\}/g, "")]).toEqual([key, expect.not.stringMatching(/[{}[\]]/)]);
  }
});

/** Terms of the workbook and of the notices, longest first: what an English sentence may quote. */
const TERMS = [
  ...Object.values(SHEETS),
  ...[UNIT_LABELS, PEOPLE_COLUMNS, RECORD_COLUMNS, FILING_COLUMNS].flat().map(({ header }) => header),
  ...Object.values(VALUES).flatMap((list) => [...list.keys()]),
  ...POLICIES.flatMap(({ forms }) =>
    Object.values(forms).flatMap(({ labels, evidence }) => [...labels, ...Object.keys(evidence?.labels ?? {})]),
  ),
].sort((one, other) => other.length - one.length);

/** What is left of a text without its terms, and without what stands in the quotation marks of the notice. */
const withoutTerms = (text: string): string =>
  TERMS.reduce((rest, term) => rest.replaceAll(term, ""), text.replace(/「[^」]*」/g, ""));

test("English sentences hold no Chinese but terms", () => {
  const chinese = said("en").filter(([, text]) => /[\u4e00-\u9fff，。；：（）]/u.test(withoutTerms(text)));
  expect(chinese).toEqual([]);
});

test("labels of the English catalogue are English", () => {
  const { severities, recordVerdicts, yearStatuses, personVerdicts, subjects } = catalogueOf("en");
  for (const words of [severities, recordVerdicts, yearStatuses, personVerdicts, subjects])
    for (const word of Object.values(words)) expect(word).not.toMatch(/[\u4e00-\u9fff]/u);
});

test("questions and their options in English hold no Chinese but terms", () => {
  const chinese = POLICIES.flatMap(({ questions }) =>
    questions.flatMap(({ id, en }) =>
      [en.question, ...Object.values(en.options)]
        .filter((text) => /[\u4e00-\u9fff，。；：（）]/u.test(withoutTerms(text)))
        .map((text) => [id, text]),
    ),
  );
  expect(chinese).toEqual([]);
});
