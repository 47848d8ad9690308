/** Which records of a list are decided on at once: those on which nobody has decided, so that taking back restores what was. */
import type { Finding } from "../../src/review/types";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { RecordDecision } from "../../src/submission/types";
import { recordsToDecide } from "../../src/taskpane/decide/many";
import { submissionGrids } from "../support/submission";

const records = ["甲", "乙", "丙"].map((名称) => ({
  学习形式: "面授培训",
  年度: 2017,
  名称,
  半天数: 4,
  证明材料: "培训通知",
}));
const reading = readSubmission(submissionGrids({ records }));
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { submission } = reading;
const review = reviewSubmission(submission);
const findings: readonly Finding[] = review.findings.filter(({ place }) => place.sheet === "学时记录");
const decision: RecordDecision = {
  treatment: "accept",
  text: "认定",
  hours: null,
  hoursText: "",
  by: "甲",
  on: "2018-11-02",
  reason: "已核原件",
  stale: false,
};

test.each<readonly [string, ReadonlyMap<number, RecordDecision>, readonly number[]]>([
  ["nobody has decided", new Map(), [1, 2, 3]],
  ["one is decided on", new Map([[2, decision]]), [1, 3]],
  ["one waits to be decided on again (待复核)", new Map([[2, { ...decision, stale: true }]]), [1, 3]],
])("%s", (_, recordDecisions, rows) => {
  const chosen = recordsToDecide({ submission: { ...submission, recordDecisions }, review }, findings);
  expect([...chosen.rows]).toEqual(rows);
  expect(chosen.identities).toHaveLength(rows.length);
  expect(chosen.people).toBe(1);
});

test("findings of people and of the unit choose no record", () => {
  const others = review.findings.filter(({ place }) => place.sheet !== "学时记录");
  expect(others.length).toBeGreaterThan(0);
  expect(recordsToDecide({ submission, review }, others).rows.size).toBe(0);
});
