/** What continuing education is worth in a title review's marking scheme (正文四.1). The review committee marks; this only counts. */
import type { Policy } from "../policy/language";

export interface ScoreArguments {
  /** The scheme's full marks, or the total weight of its items. */
  readonly total: number;
  /** Years of the window, and how many of them are met. */
  readonly years: number;
  readonly metYears: number;
}

/**
 * Points for continuing education: the policy's share of the total; null when the policy states none.
 * `option` is the reading of the policy's question whether meeting some of the years earns some of the points.
 */
export function scorePoints(
  { score }: Policy,
  { total, years, metYears }: ScoreArguments,
  option?: string,
): number | null {
  if (!score) return null;
  const full = score.share * total;
  if (years > 0 && metYears >= years) return full;
  return option === score.proportional && years > 0 ? (full * metYears) / years : 0;
}
