/** One percentage for a whole action: never back, never full before the end. */
import type { Progress } from "../../src/excel";
import { percentOf } from "../../src/taskpane/progress";

const at = (step: Progress["step"], done: number, total: number): Progress => ({ step, done, total });

test.each<readonly [string, readonly Progress[], readonly (number | null)[]]>(
  // A case a line
  // prettier-ignore
  [
  ["a review", [at("reading", 0, 4), at("reading", 2, 4), at("reading", 4, 4), at("reviewing", 0, 1), at("writing", 0, 9), at("writing", 9, 9)], [0, 15, 30, 30, 40, 99]],
  ["nothing to count", [at("reading", 0, 0), at("reviewing", 0, 0)], [0, 30]],
  ["a second reading does not go back", [at("writing", 1, 2), at("reading", 0, 4), at("writing", 1, 4), at("writing", 3, 4)], [70, 70, 70, 85]],
  ["waiting for an edit to end counts for nothing", [at("waiting-for-edit", 0, 0), at("reading", 1, 3), at("waiting-for-edit", 0, 0), at("reading", 2, 3)], [null, 10, 10, 20]],
  ["more done than there was", [at("reading", 9, 3), at("writing", 12, 3)], [30, 99]],
],
)("%s", (_, steps, percents) => {
  let percent: number | null = null;
  expect(steps.map((step) => (percent = percentOf(step, percent)))).toEqual(percents);
});
