/** All notices the add-in knows. Another year's or another city's is one more folder and one more line here. */
import { accounting2018 } from "./accounting-2018-10";
import type { CertificateForm } from "./certificate-form";
import { parsePolicy, type Policy } from "./language";
import { yiyang2018 } from "./yiyang-2018-47";

export const DEFAULT_POLICY_ID = "yiyang-2018-47";

const SOURCES: readonly unknown[] = [yiyang2018, accounting2018];

const policies: ReadonlyMap<string, Policy> = new Map(
  SOURCES.map((source) => {
    const policy = parsePolicy(source);
    return [policy.id, policy] as const;
  }),
);

/** The policy with this id; empty means the default one. `undefined` when there is none. */
export function policyOf(id: string): Policy | undefined {
  return policies.get(id === "" ? DEFAULT_POLICY_ID : id);
}

export function policyIds(): string[] {
  return [...policies.keys()];
}

/** The form of the certificates of a notice; of one that issues none, and of an unknown one, the default notice's. */
export function certificateFormOf(id: string): CertificateForm {
  const form = policyOf(id)?.certificate ?? policyOf(DEFAULT_POLICY_ID)?.certificate;
  if (!form) throw new Error(`policy ${DEFAULT_POLICY_ID} has no certificate`);
  return form;
}

/** The first notice that has a code of its own by this name; undefined for a code of any notice, and for none. */
export function noticeOfCode(code: string): Policy | undefined {
  for (const policy of policies.values()) if (Object.hasOwn(policy.codes, code)) return policy;
  return undefined;
}

/** A question of any notice by its number, which is one notice's only; undefined where none has it. */
export function questionOf(
  id: string,
): { readonly policy: Policy; readonly question: Policy["questions"][number] } | undefined {
  for (const policy of policies.values()) {
    const question = policy.questions.find((each) => each.id === id);
    if (question) return { policy, question };
  }
  return undefined;
}

export type { Code } from "./codes";
export type { CertificateForm } from "./certificate-form";
export type { Policy } from "./language";
