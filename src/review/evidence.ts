/** Evidence: any one complete set will do (annex 4 part 2), with what annex 5 lets stand in for a missing piece. */
import type { Code } from "../policy/codes";
import type { FormPolicy } from "../policy/language";
import type { CompiledForm } from "./engine";

export interface EvidenceReading {
  readonly complete: boolean;
  /** A substitute was needed to complete the set. */
  readonly substitute: { readonly code: Code; readonly clause: string } | null;
  /** What the nearest set lacks, as labels. Empty when complete. */
  readonly missing: readonly string[];
  /** The nearest set itself, as labels, and how many others would do as well. */
  readonly nearest: readonly string[];
  readonly others: number;
  /** Openings of the notice that could complete it, by position in the policy. */
  readonly openings: readonly number[];
}

const includesAll = (have: readonly string[], set: readonly string[]): boolean =>
  set.every((slug) => have.includes(slug));
const COMPLETE: EvidenceReading = {
  complete: true,
  substitute: null,
  missing: [],
  nearest: [],
  others: 0,
  openings: [],
};

/** Reads a record's evidence against its form's sets; null when the form asks for none. */
export function readEvidence(form: CompiledForm, documents: readonly string[]): EvidenceReading | null {
  const { evidence } = form.policy;
  if (!evidence) return null;
  const known = form.evidenceReadings.get(documents);
  if (known) return known;
  const reading = readAnew(form, evidence, documents);
  form.evidenceReadings.set(documents, reading);
  return reading;
}

function readAnew(
  form: CompiledForm,
  policy: NonNullable<FormPolicy["evidence"]>,
  documents: readonly string[],
): EvidenceReading {
  if (policy.sets.some((set) => includesAll(documents, set))) return COMPLETE;

  const substituted = [...documents];
  let used: EvidenceReading["substitute"] = null;
  for (const { slug, standsFor, code, clause } of policy.substitutes) {
    if (documents.includes(slug) && !documents.includes(standsFor)) {
      substituted.push(standsFor);
      used = { code, clause };
    }
  }
  if (used !== null && policy.sets.some((set) => includesAll(substituted, set)))
    return { ...COMPLETE, substitute: used };

  const lacking = (set: readonly string[]): readonly string[] => set.filter((slug) => !substituted.includes(slug));
  let nearest: readonly string[] = policy.sets[0] ?? [];
  for (const set of policy.sets) if (lacking(set).length < lacking(nearest).length) nearest = set;
  // A set that asks for all of another and more is no way out of its own
  const ways = policy.sets.filter((set) => !policy.sets.some((other) => other !== set && includesAll(set, other)));
  const openings = policy.openings.flatMap((opening, index) =>
    opening.sets.some((set) => includesAll(substituted, set)) ? [index] : [],
  );
  const labels = (slugs: readonly string[]): string[] => slugs.map((slug) => form.evidenceLabels.get(slug) ?? slug);
  return {
    complete: false,
    substitute: null,
    missing: labels(lacking(nearest)),
    nearest: labels(nearest),
    others: ways.filter((set) => set !== nearest).length,
    openings,
  };
}
