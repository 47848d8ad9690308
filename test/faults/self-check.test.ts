/**
 * 自检 in the workbench: everything is as expected and the workbook as it was; a host of other habits is found out. What is
 * checked and docs/excel-assumptions.md name the same.
 */
import "../taskpane/page";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SelfCheckOutcome } from "../../src/excel";
import { formulaLimit } from "../../src/excel/formula-limit";
import { SELF_CHECK } from "../../src/messages";
import { LIVE_FORMULA_LIMIT } from "../../src/results";
import { selfCheckText } from "../../src/taskpane/papers/help";
import { workbookSnapshot } from "../e2e/addin-harness";
import { openPane } from "./desk";
import { Rig } from "./rig";
import { prepare, type Prepared } from "./scenarios";

let rig: Rig;
let prepared: Prepared;
beforeAll(async () => {
  rig = await Rig.open();
  prepared = await prepare(rig);
});
afterAll(() => rig.close());
afterEach(() => {
  rig.onAnswer = null;
  localStorage.removeItem("ce-hours-review.formula-limit");
});

async function checked(): Promise<SelfCheckOutcome> {
  const pane = await openPane();
  const { ok, failure, outcome } = await pane.run("self-check", undefined);
  await rig.settled();
  expect({ ok, failure }).toEqual({ ok: true, failure: null });
  return outcome as SelfCheckOutcome;
}

const notHeld = ({ results }: SelfCheckOutcome): readonly unknown[] => results.filter(({ state }) => state !== "holds");

test("in the workbench everything is as expected, and the workbook is as it was", async () => {
  await rig.put(prepared.states.issued);
  const before = workbookSnapshot(rig.workbook);
  const settings = [...rig.settings];
  const outcome = await checked();
  expect(notHeld(outcome)).toEqual([]);
  expect(outcome.results.map(({ id }) => id).sort()).toEqual(Object.keys(SELF_CHECK).sort());
  expect([outcome.formulaLimit, formulaLimit()]).toEqual([LIVE_FORMULA_LIMIT, LIVE_FORMULA_LIMIT]);
  expect(workbookSnapshot(rig.workbook)).toEqual(before);
  expect([...rig.settings]).toEqual(settings);
  expect(rig.refused).toEqual([]);
});

const replaced =
  (from: string, to: string) =>
  (text: string): string =>
    text.replaceAll(from, to);

test.each<readonly [id: string, habit: string, answer: (text: string) => string]>([
  ["font", "a font that is not there", replaced("仿宋", "宋体")],
  ["text-stays-text", "numbers without their zeros", replaced("00123", "123")],
  ["formula-as-written", "functions with a prefix", replaced("=CE.CONVERT", "=_xldudf_CE_CONVERT")],
  ["merged-areas", "a merge of other cells", replaced("B2:B4", "B2:B3")],
  ["cells-as-read", "errors in other words", replaced("#DIV/0!", "#VALUE!")],
  ["many-addresses", "colours that are not laid", replaced("#FFF2CC", "#FFFFFF")],
  ["unit-separator", "a separator that is lost", replaced("\\u001f", "")],
])("a host of other habits is found out: %s, %s", async (id, _, answer) => {
  await rig.put(prepared.states.raw);
  rig.onAnswer = (text) => answer(text.replaceAll("\u001f", "\\u001f"));
  expect(notHeld(await checked())).toMatchObject([{ id, state: expect.stringMatching(/differs|failed/) as string }]);
});

test("a request that Excel refuses is one check that failed; the others go on, and the text to copy says which", async () => {
  await rig.put(prepared.states.raw);
  const pane = await openPane();
  void rig.arm(4, { code: "GeneralException", moment: "before" });
  const { outcome } = await pane.run("self-check", undefined);
  rig.disarm();
  await rig.settled();
  const failed = (outcome as SelfCheckOutcome).results.filter(({ state }) => state !== "holds");
  expect(failed).toHaveLength(1);
  expect(selfCheckText(outcome as SelfCheckOutcome, "zh")).toContain(`出错 | ${failed[0]?.id} | `);
});

test("where formulas are slow the machine's limit goes down, and the next review writes values", async () => {
  await rig.put(prepared.states.raw);
  let time = 0;
  const slow = await openPane(undefined, () => (time += 4_000));
  const { outcome } = await slow.run("self-check", undefined);
  const { results } = outcome as SelfCheckOutcome;
  expect(results.filter(({ id }) => id.startsWith("functions-")).map(({ state }) => state)).toEqual(
    Array.from({ length: 3 }, () => "differs"),
  );
  expect((outcome as SelfCheckOutcome).formulaLimit).toBe(0);
  await slow.run("review", undefined);
  expect(slow.controller.getState().outcome?.liveFormulas).toBe(false);
  await rig.settled();
});

test("every assumption of docs/excel-assumptions.md has its check, and every check its line there", () => {
  const page = readFileSync(join(__dirname, "../../docs/excel-assumptions.md"), "utf8");
  const named = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
  expect(named.sort()).toEqual(Object.keys(SELF_CHECK).sort());
});
