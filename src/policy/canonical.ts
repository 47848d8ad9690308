/**
 * The canonical text of a policy: two policies that say the same have the same text, byte for byte. It is what is kept,
 * compared and hashed.
 */
import { FACTS, parsePolicy, type Policy } from "./language";

/** Entries whose order is seen by users: forms and labels, in 学习形式 and 字典. */
const isOrdered = (path: string): boolean => path === "forms" || /^forms\.[^.]+\.evidence\.labels$/u.test(path);

const FACT_NAMES: ReadonlySet<string> = new Set(FACTS);

/**
 * JSON without spaces. Keys are in alphabetical order, those of forms and of evidence labels in their own; a list of one
 * code, or of one value that a fact may have, is that code or value.
 */
export function canonicalText(policy: Policy): string {
  return JSON.stringify(canonical(policy, ""));
}

/** The policy of a canonical text. Throws SyntaxError for no JSON, and what `parsePolicy` throws. */
export function policyOfText(text: string): Policy {
  return parsePolicy(JSON.parse(text));
}

function canonical(node: unknown, path: string): unknown {
  if (Array.isArray(node)) return node.map((each) => canonical(each, `${path}[]`));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  if (!isOrdered(path)) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, canonical(single(key, value), path === "" ? key : `${path}.${key}`)]),
  );
}

function single(key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 && (key === "code" || FACT_NAMES.has(key)) ? value[0] : value;
}
