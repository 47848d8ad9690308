/** All notices the add-in knows. Another year's or another city's is one more folder and one more line here. */
import { accounting2018 } from "./accounting-2018-10";
import type { CertificateForm } from "./certificate-form";
import { canonicalText, policyOfText } from "./canonical";
import { parsePolicy, type Policy, type PolicySource } from "./language";
import { yiyang2018 } from "./yiyang-2018-47";

export const DEFAULT_POLICY_ID = "yiyang-2018-47";

const SOURCES: ReadonlyMap<string, PolicySource> = new Map(
  [yiyang2018, accounting2018].map((source) => [source.id, source] as const),
);

/** Checked when first asked for: a pane opens without waiting for notices that nobody uses. */
const policies = new Map<string, Policy>();

/** Policies of policy workbooks, by the ids under which they are used; the latest last. */
const adopted = new Map<string, Policy>();

/** So many digits of a policy's hash tell it from others. */
const HASH_DIGITS = 8;

/**
 * Makes the policy of a policy workbook known, by its canonical text and the SHA-256 of that in hexadecimal digits. Gives it
 * under the id by which `policyOf` has it: its own with the beginning of the hash, so that a changed notice never passes for
 * the one that is compiled in. A notice that is not changed is that one. Throws SyntaxError for no JSON, and what
 * `parsePolicy` throws.
 */
export function adoptPolicy(text: string, hash: string): Policy {
  const policy = policyOfText(text);
  const own = SOURCES.has(policy.id) ? policyOf(policy.id) : undefined;
  if (own !== undefined && canonicalText(own) === text) return own;
  const mark = hash.slice(0, HASH_DIGITS);
  const id = `${policy.id}@${mark}`;
  const known = adopted.get(id);
  if (known !== undefined) return known;
  const used = { ...policy, id, title: `${policy.title}（政策工作簿 ${mark}）` };
  adopted.set(id, used);
  return used;
}

/** The policy with this id; empty means the default one. `undefined` when there is none. */
export function policyOf(id: string): Policy | undefined {
  const wanted = id === "" ? DEFAULT_POLICY_ID : id;
  const known = policies.get(wanted) ?? adopted.get(wanted);
  if (known) return known;
  const source = SOURCES.get(wanted);
  if (source === undefined) return undefined;
  const policy = parsePolicy(source);
  policies.set(wanted, policy);
  return policy;
}

/** The ids of all notices, the default one first. */
export function policyIds(): string[] {
  return [...SOURCES.keys()];
}

/** Those of policy workbooks first, the latest before others: what a name means where several have it. */
function* allPolicies(): Iterable<Policy> {
  yield* [...adopted.values()].reverse();
  for (const id of SOURCES.keys()) {
    const policy = policyOf(id);
    if (policy) yield policy;
  }
}

/** The form of the certificates of a notice; of one that issues none, and of an unknown one, the default notice's. */
export function certificateFormOf(id: string): CertificateForm {
  const form = policyOf(id)?.certificate ?? policyOf(DEFAULT_POLICY_ID)?.certificate;
  if (!form) throw new Error(`policy ${DEFAULT_POLICY_ID} has no certificate`);
  return form;
}

/** The first notice that has a code of its own by this name; undefined for a code of any notice, and for none. */
export function noticeOfCode(code: string): Policy | undefined {
  for (const policy of allPolicies()) if (Object.hasOwn(policy.codes, code)) return policy;
  return undefined;
}

/** A question of any notice by its number, which is one notice's only; undefined where none has it. */
export function questionOf(
  id: string,
): { readonly policy: Policy; readonly question: Policy["questions"][number] } | undefined {
  for (const policy of allPolicies()) {
    const question = policy.questions.find((each) => each.id === id);
    if (question) return { policy, question };
  }
  return undefined;
}

export type { Code } from "./codes";
export type { CertificateForm } from "./certificate-form";
export type { Policy } from "./language";
