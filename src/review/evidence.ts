/** Evidence: any one complete set will do (annex 4 part 2), with what annex 5 lets stand in for a missing piece. */
import type { Code } from "../policy/codes";
import type { FormPolicy } from "../policy/language";

export interface EvidenceCheck {
  readonly complete: boolean;
  /** A substitute was needed to complete the set. */
  readonly substitute: { readonly code: Code; readonly clause: string } | null;
  /** What the nearest set lacks, as labels. Empty when complete. */
  readonly missing: readonly string[];
  /** The nearest set itself, as labels, and the others that would do as well. */
  readonly nearest: readonly string[];
  readonly others: readonly (readonly string[])[];
  /** Openings of the notice that could complete it, by position in the policy. */
  readonly openings: readonly number[];
}

const includesAll = (have: readonly string[], set: readonly string[]): boolean =>
  set.every((slug) => have.includes(slug));
const COMPLETE: EvidenceCheck = {
  complete: true,
  substitute: null,
  missing: [],
  nearest: [],
  others: [],
  openings: [],
};

/** Labels of a form's documents as units write them, by slug; of several the first. */
export function evidenceLabels({ evidence }: FormPolicy): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [label, slug] of Object.entries(evidence?.labels ?? {})) if (!labels.has(slug)) labels.set(slug, label);
  return labels;
}

/** A set that asks for all of another and more is no way of its own. */
const waysOf = ({ sets }: NonNullable<FormPolicy["evidence"]>): readonly (readonly string[])[] =>
  sets.filter((set) => !sets.some((other) => other !== set && includesAll(set, other)));

/** The sets of documents (slugs) any one of which will do; none where the form asks for no evidence. */
export function evidenceWays({ evidence }: FormPolicy): readonly (readonly string[])[] {
  return evidence === undefined ? [] : waysOf(evidence);
}

/** Compares documents (slugs) with the form's sets; null when the form asks for none. */
export function compileEvidence(form: FormPolicy): ((documents: readonly string[]) => EvidenceCheck) | null {
  const { evidence } = form;
  if (!evidence) return null;
  const labels = evidenceLabels(form);
  // Records share their lists of documents
  const known = new WeakMap<readonly string[], EvidenceCheck>();
  return (documents) => {
    let check = known.get(documents);
    if (!check) known.set(documents, (check = compareWithSets(evidence, labels, documents)));
    return check;
  };
}

function compareWithSets(
  policy: NonNullable<FormPolicy["evidence"]>,
  labelBySlug: ReadonlyMap<string, string>,
  documents: readonly string[],
): EvidenceCheck {
  if (policy.sets.some((set) => includesAll(documents, set))) return COMPLETE;

  const substituted = [...documents];
  let used: EvidenceCheck["substitute"] = null;
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
  const ways = waysOf(policy);
  const openings = policy.openings.flatMap((opening, index) =>
    opening.sets.some((set) => includesAll(substituted, set)) ? [index] : [],
  );
  const onlySubstituted = openings.some(
    (index) => policy.openings[index]?.sets.every((set) => !includesAll(documents, set)) === true,
  );
  const labels = (slugs: readonly string[]): string[] => slugs.map((slug) => labelBySlug.get(slug) ?? slug);
  return {
    complete: false,
    substitute: onlySubstituted ? used : null,
    missing: labels(lacking(nearest)),
    nearest: labels(nearest),
    others: ways.filter((set) => set !== nearest).map(labels),
    openings,
  };
}
