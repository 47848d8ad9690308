/** How long a batch still takes, as it says while it runs. */
import { secondsLeft } from "../../src/cli/batch/seconds-left";

test.each<readonly [string, number, number, number, number | null]>([
  ["nothing is done", 5, 0, 1_000, null],
  ["only a small file that was refused", 5, 3, 140_000, null],
  ["a tenth", 5, 100, 1_000, 45],
  ["half", 30, 500, 1_000, 30],
  ["all", 60, 1_000, 1_000, 0],
  ["files of no bytes", 1, 0, 0, null],
])("%s", (_, spent, done, total, expected) => {
  expect(secondsLeft(spent, done, total)).toBe(expected);
});
