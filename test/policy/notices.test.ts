/** What must hold of all notices together: one catalogue and one sheet 口径 serve them all. */
import { codeSummary, questionWords, type Language } from "../../src/messages";
import { policyIds, policyOf } from "../../src/policy";
import type { Policy } from "../../src/policy";
import { ENGINE_CODES } from "../../src/policy/engine-codes";
import { codesSaidBy, parsePolicy } from "../../src/policy/language";

const policies = policyIds().map((id) => policyOf(id) as Policy);

test("there is more than one, each with an id of its own: place or trade, year, number", () => {
  expect(policies.length).toBeGreaterThan(1);
  for (const { id } of policies) expect(id).toMatch(/^[a-z]+-\d{4}-\d+$/);
});

test("no two notices number a question alike", () => {
  const ids = policies.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  for (const id of ids) expect(id).toMatch(/^[A-Z]-\d{2}$/);
});

describe.each(policies)("$id", (policy) => {
  test.each<Language>(["zh", "en"])("%s: every code and every question has words", (language) => {
    const codes = [...codesSaidBy(policy).keys()];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => codeSummary(code, language, policy) === undefined)).toEqual([]);
    for (const { id, options } of policy.questions) {
      expect([id, Object.keys(questionWords(id, language)?.options ?? {}).sort()]).toEqual([id, [...options].sort()]);
    }
  });

  test("is one serialisable value: written down and read back it is the same", () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  test("its codes are its own: no code of any notice is written anew", () => {
    expect(Object.keys(policy.codes).filter((code) => code in ENGINE_CODES)).toEqual([]);
  });

  test("every question can come up", () => {
    const asked = JSON.stringify({ ...policy, questions: [], codes: {} });
    expect(policy.questions.filter(({ id }) => !asked.includes(`"ask":"${id}"`)).map(({ id }) => id)).toEqual([]);
  });
});
