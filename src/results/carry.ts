/** Decisions of another workbook's 口径, to be used here where nothing has been decided yet. */
import { policyOf } from "../policy";
import type { Review } from "../review/types";
import { readDecisions } from "../submission";
import type { SheetGrid } from "../submission/grid";
import type { Decision } from "../submission/types";

/** A decision as it stands on the other sheet. */
export type ForeignDecision = Omit<Decision, "place">;

export interface CarriedDecisions {
  /** Undecided here, decided there: to be taken over with name, date and reason. */
  readonly taken: readonly ForeignDecision[];
  /** Decided the same way here: nothing to do. */
  readonly same: readonly string[];
  /** Decided otherwise here: this workbook's own decision stands. */
  readonly conflicts: readonly { readonly id: string; readonly own: string; readonly other: string }[];
  /** Texts there that are no option of the question. */
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** Numbers there that are no question of this policy. */
  readonly unknown: readonly string[];
}

/**
 * Decisions on another workbook's 口径, read under this review's policy. Null when the sheet is no 口径: none of its
 * rows has a question's number.
 */
export function readForeignDecisions(
  grid: SheetGrid,
  review: Review,
): { readonly decisions: readonly ForeignDecision[]; readonly unknown: readonly string[] } | null {
  const policy = policyOf(review.policy);
  const rows = policy === undefined ? [] : readDecisions(grid, policy, []).filter(({ id }) => id !== "");
  if (rows.length === 0) return null;
  const known = new Set(review.questions.map(({ id }) => id));
  return {
    decisions: rows
      .filter(({ id }) => known.has(id))
      .map(({ id, option, text, by, on, reason }) => ({ id, option, text, by, on, reason })),
    unknown: rows.filter(({ id }) => !known.has(id)).map(({ id }) => id),
  };
}

/** What of them can be used in the workbook that this review is of. Of two rows with one number the first decided one counts. */
export function carriedDecisions(
  review: Review,
  decisions: readonly ForeignDecision[],
  unknown: readonly string[] = [],
): CarriedDecisions {
  const taken: ForeignDecision[] = [];
  const same: string[] = [];
  const conflicts: { id: string; own: string; other: string }[] = [];
  const unreadable = decisions
    .filter(({ option, text }) => option === null && text !== "")
    .map(({ id, text }) => ({ id, text }));
  for (const question of review.questions) {
    const other = decisions.find(({ id, option }) => id === question.id && option !== null);
    if (other?.option === undefined || other.option === null) continue;
    const own = question.decision?.option;
    if (own === undefined) taken.push(other);
    else if (own === other.option) same.push(question.id);
    else conflicts.push({ id: question.id, own, other: other.option });
  }
  return { taken, same, conflicts, unreadable, unknown };
}
