/** The 3 % of 正文四.1: golden rows and the reading of J-02. */
import { policyOf } from "../../src/policy";
import { scorePoints } from "../../src/review/score";
import { readGoldenRows } from "../golden/table";

const policy = policyOf("");
if (!policy) throw new Error("no policy");

const rows = readGoldenRows().filter(({ form }) => form === "score");

test("golden.csv has rows of the score", () => {
  expect(rows.map(({ id }) => id)).toEqual(["G326", "G327"]);
});

test.each(rows)("$id $clause $note", ({ inputs, note }) => {
  const metYears = inputs.flag("passed") ? 5 : 0;
  const expected = Number(/expected_points=([\d.]+)/.exec(note)?.[1]);
  expect(scorePoints(policy, { total: inputs.number("total") ?? 0, years: 5, metYears })).toBeCloseTo(expected, 9);
});

test.each([
  ["all years met", 5, 5, undefined, 3],
  ["one year missing, all or nothing (provisional)", 5, 4, undefined, 0],
  ["one year missing, all or nothing (decided)", 5, 4, "all-or-nothing", 0],
  ["one year missing, proportional", 5, 4, "proportional", 2.4],
  ["no years asked for", 0, 0, "proportional", 0],
])("J-02 %s", (_what, years, metYears, option, points) => {
  expect(scorePoints(policy, { total: 100, years, metYears }, option)).toBeCloseTo(points, 9);
});
