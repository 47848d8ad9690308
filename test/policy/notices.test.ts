/** What must hold of all notices together: one catalogue and one sheet 口径 serve them all. */
import { catalogueOf, questionWords, type Language } from "../../src/messages";
import { policyIds, policyOf } from "../../src/policy";
import type { Policy } from "../../src/policy";

const policies = policyIds().map((id) => policyOf(id) as Policy);

/** Every code that a policy's own data can say. */
function codesOf(policy: Policy): ReadonlySet<string> {
  const codes = new Set<string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const { code, error } = node as Record<string, unknown>;
    for (const each of [code, error].flat()) if (typeof each === "string") codes.add(each);
    Object.values(node).forEach(visit);
  };
  visit(policy);
  return codes;
}

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
    const { entries } = catalogueOf(language);
    expect([...codesOf(policy)].filter((code) => entries[code] === undefined)).toEqual([]);
    for (const { id, options } of policy.questions) {
      expect([id, Object.keys(questionWords(id, language)?.options ?? {}).sort()]).toEqual([id, [...options].sort()]);
    }
  });

  test("every question can come up", () => {
    const asked = JSON.stringify({ ...policy, questions: [] });
    expect(policy.questions.filter(({ id }) => !asked.includes(`"ask":"${id}"`)).map(({ id }) => id)).toEqual([]);
  });
});
