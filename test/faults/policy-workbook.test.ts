/** A policy workbook in the pane: exported, changed, checked, used, and still in use when the workbook is opened again. */
import "../taskpane/page";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { PolicyPreview, ReviewOutcome } from "../../src/excel";
import { gridsOf } from "../../src/in-memory";
import { policyOf, type Policy } from "../../src/policy";
import { canonicalText } from "../../src/policy/canonical";
import { policyWorkbook } from "../../src/policy-book/file";
import { readPolicyBook } from "../../src/policy-book/read";
import { openPane, type Pane } from "./desk";
import { Rig } from "./rig";
import { prepare, type Prepared } from "./scenarios";

const ID = "yiyang-2018-47";

let rig: Rig;
let prepared: Prepared;
beforeAll(async () => {
  rig = await Rig.open();
  prepared = await prepare(rig);
});
afterAll(() => rig.close());

const halfDays = ({ review, submission }: ReviewOutcome): number | null | undefined =>
  review.records[submission.records.findIndex(({ halfDays: count }) => count === 8)]?.convertedHours;

async function used(): Promise<{ readonly pane: Pane; readonly outcome: ReviewOutcome }> {
  await rig.put(prepared.states.reviewed);
  const pane = await openPane();
  const { outcome } = await pane.run("policy", { kept: prepared.policy.kept });
  await rig.settled();
  return { pane, outcome: outcome as ReviewOutcome };
}

test("a changed notice is used under an id of its own, and its hours count", async () => {
  const { outcome } = await used();
  expect(outcome.review.policy).toMatch(/^yiyang-2018-47@[0-9a-f]{8}$/);
  expect([halfDays(prepared.reviewed), halfDays(outcome)]).toEqual([32, 40]);
  expect(outcome.record?.policy).toBe(outcome.review.policy);
});

test("opened again the workbook is still reviewed under it; left again the notice of 单位信息 counts", async () => {
  const { outcome } = await used();
  const snapshot = rig.snapshot();
  await rig.put(snapshot);
  const pane = await openPane();
  await pane.controller.lookAtOpened();
  const { outcome: shown, record } = pane.controller.getState();
  expect([shown?.review.policy, record?.changed]).toEqual([outcome.review.policy, []]);
  const left = (await pane.run("policy", { kept: null })).outcome as ReviewOutcome;
  await rig.settled();
  expect([left.review.policy, halfDays(left)]).toEqual([ID, 32]);
});

test("exported it is the notice to the byte, the built-in one and the one in use", async () => {
  const { pane, outcome } = await used();
  for (const [id, text] of [
    [ID, canonicalText(policyOf(ID) as Policy)],
    [outcome.review.policy, prepared.policy.kept?.text],
  ] as const) {
    await pane.run("policy-export", { id });
    const bytes = rig.created.at(-1) ?? new Uint8Array();
    const { policy } = readPolicyBook(gridsOf(openWorkbook(bytes)));
    expect(policy && canonicalText(policy)).toBe(text);
  }
  const { failure } = await pane.run("policy-export", { id: "no-such-notice" });
  expect(failure?.message).toContain("no-such-notice");
});

test("a broken formula is found at its cell, and the policy can't be used", async () => {
  const workbook = policyWorkbook(policyOf("accounting-2018-10") as Policy);
  workbook.sheetByName("折算")?.setValue(96, 5, "60×");
  await rig.put(prepared.states.raw);
  const pane = await openPane();
  const file = { name: "政策.xlsx", bytes: saveWorkbook(workbook, "xlsx") };
  const preview = (await pane.run("policy-preview", { file })).outcome as PolicyPreview;
  expect(preview.kept).toBeNull();
  expect(preview.findings[0]).toMatchObject({ severity: "error", sheet: "折算", cell: "F97" });
});

test("policy sheets of the open workbook itself are checked, each finding at a cell of it", async () => {
  const workbook = policyWorkbook(policyOf("accounting-2018-10") as Policy);
  await rig.put({ bytes: saveWorkbook(workbook, "xlsx"), settings: new Map() });
  const pane = await openPane();
  const preview = (await pane.run("policy-preview", { file: null })).outcome as PolicyPreview;
  expect([preview.file, preview.id, preview.kept !== null]).toEqual([null, "accounting-2018-10", true]);
});

test.each([
  ["no workbook", new Uint8Array([1, 2, 3]), /不是 .xlsx/],
  ["nothing", new Uint8Array(), /不是 .xlsx/],
])("%s: said, with a way out", async (_, bytes, words) => {
  await rig.put(prepared.states.raw);
  const pane = await openPane();
  const { ok, failure } = await pane.run("policy-preview", { file: { name: "政策.xlsx", bytes } });
  expect(ok).toBe(false);
  expect(failure?.message).toMatch(words);
});
