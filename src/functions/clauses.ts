/** The clause behind a code or a question number, looked up in the policy's own data. */
import type { Policy } from "../policy";

/**
 * Clauses by code. A check or question that names no clause of its own stands under the clause of the table around it;
 * a code that stands under several clauses names them all.
 */
export function clausesByCode(policy: Policy): ReadonlyMap<string, string> {
  const clauses = new Map<string, Set<string>>();
  const put = (code: string, clause: string): void => {
    clauses.set(code, (clauses.get(code) ?? new Set<string>()).add(clause));
  };
  const visit = (node: unknown, clauseAround: string | null): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, clauseAround);
    } else if (isEntry(node)) {
      const clause = typeof node.clause === "string" ? node.clause : clauseAround;
      for (const name of [node.code, node.error, node.id])
        if (typeof name === "string" && clause !== null) put(name, clause);
      for (const value of Object.values(node)) visit(value, clause);
    }
  };
  visit({ ...policy, id: undefined }, null);
  for (const { evidence } of Object.values(policy.forms))
    if (evidence !== undefined) put("evidence-incomplete", evidence.clause);
  const joined = new Map([...clauses].map(([code, all]) => [code, [...all].join("；")]));
  // The policy's own list is the last word
  for (const [code, clause] of Object.entries(policy.clauses)) joined.set(code, clause);
  return joined;
}

function isEntry(node: unknown): node is Readonly<Record<string, unknown>> {
  return node !== null && typeof node === "object";
}
