/** The record of the last review: results that no longer match their inputs are said when the workbook is opened. */
import "../taskpane/page";
import { RECORDS, sheetOf } from "../e2e/addin-harness";
import { openPane, TODAY, type Pane } from "./desk";
import { Rig } from "./rig";
import { prepare, type Prepared, type StateName } from "./scenarios";

let rig: Rig;
let prepared: Prepared;
beforeAll(async () => {
  rig = await Rig.open();
  prepared = await prepare(rig);
});
afterAll(() => rig.close());

async function opened(from: StateName, change: () => void = () => undefined): Promise<Pane> {
  await rig.put(prepared.states[from]);
  change();
  const pane = await openPane();
  await pane.controller.lookAtOpened();
  return pane;
}

test("a workbook that nobody has reviewed has none, and of it no more is read than the names of its sheets", async () => {
  await rig.put(prepared.states.raw);
  const pane = await openPane();
  rig.count();
  await pane.controller.lookAtOpened();
  expect(pane.controller.getState().record).toBeNull();
  expect(rig.requests).toBe(1);
});

const OPTION = 5;

test.each<readonly [string, StateName, () => void, { readonly reviewed: boolean; readonly fresh: readonly boolean[] }]>(
  [
    ["typed while the add-in did not run", "reviewed", () => decide(1, "strict"), { reviewed: true, fresh: [true] }],
    [
      "two of them",
      "reviewed",
      () => [1, 2].forEach((row) => decide(row, "strict")),
      { reviewed: true, fresh: [true, true] },
    ],
    ["seen by a review as the unit's", "incoming", () => undefined, { reviewed: true, fresh: [false] }],
    [
      "a number put into the ledger",
      "issued",
      () => sheetOf(rig.workbook, "发证台账").setValue(2, 0, "2018-0009"),
      { reviewed: true, fresh: [true] },
    ],
    ["nothing", "reviewed", () => undefined, { reviewed: true, fresh: [] }],
    ["a hidden sheet of the unit's", "hidden", () => undefined, { reviewed: false, fresh: [] }],
  ],
)("what came with a workbook is listed on opening: %s", async (_, from, change, { reviewed, fresh }) => {
  const { incoming } = (await opened(from, change)).controller.getState();
  expect([incoming.reviewed, incoming.rows.map((row) => row.fresh)]).toEqual([reviewed, fresh]);
  expect(incoming.hiddenSheets).toEqual(from === "hidden" ? ["培训备案"] : []);
});

const decide = (row: number, option: string): void => sheetOf(rig.workbook, "口径").setValue(row, OPTION, option);

test("typed while the add-in did not run: confirmed at once it is the office's, and counts", async () => {
  const pane = await opened("reviewed", () => decide(1, "strict"));
  const { rows } = pane.controller.getState().incoming;
  await pane.run("incoming", { take: "over", rows, withSettings: false, by: "测试审核人", reason: "本机关填写" });
  await rig.settled();
  const { incoming, outcome } = pane.controller.getState();
  expect(incoming.rows).toEqual([]);
  expect(outcome?.review.questions[0]?.decision).not.toBeNull();
  expect(outcome?.submission.decisions[0]).toMatchObject({ option: "strict" });
});

test("as it was reviewed: its record says by what and how much, and that nothing has changed", async () => {
  const { controller } = await opened("reviewed");
  const state = controller.getState().record;
  expect(state?.changed).toEqual([]);
  expect(state?.record).toMatchObject({ on: TODAY, policy: "yiyang-2018-47", people: 2, records: 11 });
  for (const hash of ["policyHash", "inputsHash", "decisionsHash"] as const)
    expect(state?.record[hash]).toMatch(/^[0-9a-f]{64}$/);
});

test.each<readonly [string, StateName, () => void, readonly string[]]>([
  ["a corrected cell", "reviewed", () => sheetOf(rig.workbook, RECORDS).setValue(1, 10, 4), ["inputs"]],
  ["a person more", "reviewed", () => sheetOf(rig.workbook, "人员信息").setValue(3, 1, "YY000003"), ["inputs"]],
  ["a decision taken out", "reviewed", () => sheetOf(rig.workbook, "口径").setValue(1, 5, null), ["decisions"]],
  ["a unit's own sheet", "reviewed", () => void rig.workbook.addSheet("备忘"), []],
  ["a number voided by hand", "issued", () => sheetOf(rig.workbook, "发证台账").setValue(1, 7, "作废"), []],
  ["only rows with problems in sight", "viewed", () => undefined, []],
])("%s", async (_, from, change, changed) => {
  expect((await opened(from, change)).controller.getState().record?.changed).toEqual(changed);
});

test("a reviewed workbook shows its review when it is opened, without a request that writes", async () => {
  const before = await opened("reviewed");
  await before.run("review", undefined);
  const reviewed = before.controller.getState().outcome;
  // Excel has calculated the formulas before it saves
  await rig.settled();
  const snapshot = rig.snapshot();
  await rig.put(snapshot);
  const { controller } = await openPane();
  await controller.lookAtOpened();
  const state = controller.getState();
  expect(state.outcome?.review).toEqual(reviewed?.review);
  expect(state.record).toMatchObject({ changed: [], rows: [] });
  expect(state.outdated).toBeNull();
  expect(rig.snapshot().bytes).toEqual(snapshot.bytes);
});

test("opened after a correction: what is shown goes by the cells, and the row that was changed is named", async () => {
  const { controller } = await opened("reviewed", () => sheetOf(rig.workbook, RECORDS).setValue(1, 10, 4));
  const { outcome, outdated, record } = controller.getState();
  expect(record?.rows).toEqual([1]);
  expect(outdated).toEqual({ reasons: ["inputs"], rows: 0 });
  expect(outcome?.submission.records[0]?.halfDays).toBe(4);
});

test("an action that was quicker is not replaced by what the opened workbook said", async () => {
  await rig.put(prepared.states.reviewed);
  const { controller, run } = await openPane();
  const looks = controller.lookAtOpened();
  await run("clear", undefined);
  await looks;
  expect(controller.getState().outcome).toBeNull();
});

test("the settings of the document hold no name, no registration number and no number of an identity card", async () => {
  await rig.put(prepared.states.issued);
  const stored = [...rig.settings].flat().join("\n");
  for (const text of ["张样例", "李样例", "YY000001", "YY000002", "虚构研究院"]) expect(stored).not.toContain(text);
});

test("clearing the results takes their record away", async () => {
  const pane = await opened("reviewed");
  await pane.run("clear", undefined);
  expect(pane.controller.getState().record).toBeNull();
  expect([...rig.settings.keys()]).not.toContain("ce-hours-review.record");
});
