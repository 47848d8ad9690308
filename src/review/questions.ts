/** Which question stands behind a code, found in the policy itself. */
import type { Policy } from "../policy/language";

const known = new WeakMap<Policy, ReadonlyMap<string, string>>();

/** Ids of questions by the codes that ask them. */
export function questionsByCode(policy: Policy): ReadonlyMap<string, string> {
  const found = known.get(policy);
  if (found) return found;
  const questions = new Map<string, string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const { ask, code } = node as { readonly ask?: unknown; readonly code?: unknown };
    if (typeof ask === "string")
      for (const each of [code].flat()) if (typeof each === "string") questions.set(each, ask);
    Object.values(node).forEach(visit);
  };
  visit(policy);
  known.set(policy, questions);
  return questions;
}
