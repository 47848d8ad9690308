/** How many people, years and records pass, fail, or wait. Pure. */
import type { Review } from "../../review/types";

export interface Tally {
  readonly good: number;
  readonly bad: number;
  readonly open: number;
}

export interface Totals {
  readonly people: Tally;
  readonly years: Tally;
  readonly records: Tally;
}

function tally<T>(items: readonly T[], good: (item: T) => boolean, bad: (item: T) => boolean): Tally {
  const counts = { good: 0, bad: 0, open: 0 };
  for (const item of items) counts[good(item) ? "good" : bad(item) ? "bad" : "open"] += 1;
  return counts;
}

/** How many people, years and records have each verdict. */
export function totalsOf(review: Review): Totals {
  return {
    people: tally(
      review.people,
      (each) => each.verdict === "qualified",
      (each) => each.verdict === "unqualified",
    ),
    years: tally(
      review.years,
      (each) => each.status === "met",
      (each) => each.status === "unmet",
    ),
    records: tally(
      review.records,
      (each) => each.verdict === "credited",
      (each) => each.verdict === "rejected",
    ),
  };
}
