/** Evidence: any one complete set will do (annex 4 part 2), with what annex 5 lets stand in for a missing piece. */
import type { CompiledForm } from "./engine";

export interface EvidenceReading {
  readonly complete: boolean;
  /** A substitute was needed to complete the set. */
  readonly substitute: { readonly code: string; readonly clause: string } | null;
  /** What the nearest set lacks, as labels. Empty when complete. */
  readonly missing: readonly string[];
  /** Openings of the notice that could complete it, by position in the policy. */
  readonly openings: readonly number[];
}

const includesAll = (have: readonly string[], set: readonly string[]): boolean => set.every((slug) => have.includes(slug));
const COMPLETE: EvidenceReading = { complete: true, substitute: null, missing: [], openings: [] };

/** Reads a record's evidence against its form's sets; null when the form asks for none. */
export function readEvidence(form: CompiledForm, documents: readonly string[]): EvidenceReading | null {
  const policy = form.policy.evidence;
  if (!policy) return null;
  if (policy.sets.some((set) => includesAll(documents, set))) return COMPLETE;

  const substituted = [...documents];
  let used: EvidenceReading["substitute"] = null;
  for (const { slug, standsFor, code, clause } of policy.substitutes) {
    if (documents.includes(slug) && !documents.includes(standsFor)) {
      substituted.push(standsFor);
      used = { code, clause };
    }
  }
  if (used !== null && policy.sets.some((set) => includesAll(substituted, set))) return { ...COMPLETE, substitute: used };

  let nearest: readonly string[] | null = null;
  for (const set of policy.sets) {
    const missing = set.filter((slug) => !substituted.includes(slug));
    if (nearest === null || missing.length < nearest.length) nearest = missing;
  }
  const openings = policy.openings.flatMap((opening, index) => (opening.sets.some((set) => includesAll(substituted, set)) ? [index] : []));
  return { complete: false, substitute: null, missing: (nearest ?? []).map((slug) => form.evidenceLabels.get(slug) ?? slug), openings };
}
