/** A policy made ready for work: conversions and evidence compiled, questions numbered. */
import type { FormPolicy, Policy } from "../policy/language";
import { compileConversion, type Convert } from "./compile";
import { compileEvidence, evidenceLabels, type EvidenceCheck } from "./evidence";
import { EvaluationContext } from "./evaluation-context";
import { hasSplit } from "./worth/split";

export interface CompiledForm {
  readonly slug: string;
  readonly policy: FormPolicy;
  readonly convert: Convert;
  /** One record of it may give hours for both subjects. */
  readonly splits: boolean;
  /** What its filing must hold, for a public course and for any other; null where none is demanded. */
  readonly demanded: { readonly public: readonly string[] | null; readonly other: readonly string[] | null };
  /** Compares documents (slugs) with the sets that the form asks for; null when it asks for none. */
  readonly checkEvidence: ((documents: readonly string[]) => EvidenceCheck) | null;
  /** Labels of evidence slugs, for messages. */
  readonly evidenceLabels: ReadonlyMap<string, string>;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** Index of a question by its id (0-based). */
  readonly questions: ReadonlyMap<string, number>;
  /**
   * Where the conversions of this policy are evaluated, one after the other. Kept, since the compiled code is made for it:
   * with a new one for every review it would be made anew. Nothing is to be seen of it: each evaluation begins it.
   */
  readonly evaluation: EvaluationContext;
}

function demandedOf(slug: string, { filing }: Policy): CompiledForm["demanded"] {
  const items = (subjects: readonly string[]): string[] | null => {
    const demands = filing?.demands.filter(({ form, subject }) => form === slug && subjects.includes(subject)) ?? [];
    return demands.length === 0
      ? null
      : [...new Set([...demands.flatMap((demand) => demand.items), ...(filing?.always ?? [])])];
  };
  return { public: items(["public", "any"]), other: items(["any"]) };
}

const compiledPolicies = new WeakMap<Policy, CompiledPolicy>();

/** Compiles a policy, once. Throws when a form asks a question that the policy does not have. */
export function compiledPolicyOf(policy: Policy): CompiledPolicy {
  const known = compiledPolicies.get(policy);
  if (known) return known;
  const forms = new Map(
    Object.entries(policy.forms).map(([slug, form]) => [slug, compileForm(slug, form, policy)] as const),
  );
  const questions = new Map(policy.questions.map((question, index) => [question.id, index] as const));
  const compiled: CompiledPolicy = { policy, forms, questions, evaluation: new EvaluationContext() };
  compiledPolicies.set(policy, compiled);
  return compiled;
}

const compileForm = (slug: string, form: FormPolicy, policy: Policy): CompiledForm => ({
  slug,
  policy: form,
  convert: compileConversion(form, policy),
  splits: hasSplit(form.conversion.worth),
  demanded: demandedOf(slug, policy),
  checkEvidence: compileEvidence(form),
  evidenceLabels: evidenceLabels(form),
});
