/** One percentage for a whole action, from the progress of its steps. */
import type { Progress } from "../excel";

/**
 * Where each step begins and how much of the whole it is. Writing is most of a review: Excel takes in some 40 cells a
 * record, and gives out as many in one answer.
 */
const SPANS: Readonly<Partial<Record<Progress["step"], readonly [from: number, span: number]>>> = {
  reading: [0, 30],
  reviewing: [30, 10],
  writing: [40, 60],
};

/** 100 % is shown when the action has ended, not before. */
const BEFORE_THE_END = 99;

/** 0–100, never below `before`: an action that reads a second time does not go back. Waiting for the user leaves it as it is. */
export function percentOf({ step, done, total }: Progress, before: number | null): number | null {
  const span = SPANS[step];
  if (span === undefined) return before;
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return Math.max(before ?? 0, Math.min(BEFORE_THE_END, Math.round(span[0] + span[1] * share)));
}
