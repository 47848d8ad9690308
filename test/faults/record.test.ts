/** The record of the last review: results that no longer match their inputs are said when the workbook is opened. */
import "../taskpane/page";
import { RECORDS, sheetOf, sheetSnapshot } from "../e2e/addin-harness";
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
      { reviewed: true, fresh: [false] },
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

const BEFORE = "ce-hours-review.before";
const hintOf = ({ controller }: Pane): string => controller.getState().last?.doneText.hint ?? "";
const looksOf = (column: number): unknown => sheetSnapshot(sheetOf(rig.workbook, RECORDS)).columns[String(column)];

test.each(["refused", "lost"] as const)(
  "settings %s by the document: the review is done and says so, this page knows them still, and a later save makes up for it",
  async (how) => {
    await rig.put(prepared.states.raw);
    const first = sheetOf(rig.workbook, RECORDS).usedBox(true)?.columns ?? 0;
    const looks = looksOf(first);
    rig.savedSettingsAre = how;
    const pane = await openPane();
    expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
    expect([hintOf(pane), [...rig.settings.keys()]]).toEqual([expect.stringContaining("未能存入工作簿"), []]);
    // Rows would be hidden that nobody could show again once the page was loaded anew
    expect((await pane.run("problem-view", undefined)).failure).toMatchObject({ key: "view-not-kept" });
    expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
    rig.savedSettingsAre = "kept";
    expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
    expect([hintOf(pane), [...rig.settings.keys()]]).toEqual([
      "",
      expect.arrayContaining([BEFORE, "ce-hours-review.record"]),
    ]);
    await pane.run("clear", undefined);
    expect(looksOf(first)).toEqual(looks);
  },
);

test("what a co-author's add-in has saved meanwhile stays", async () => {
  await rig.put(prepared.states.raw);
  const pane = await openPane();
  rig.coAuthorSaves("another-add-in", "theirs");
  expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
  expect([...rig.settings]).toContainEqual(["another-add-in", '"theirs"']);
});

test("where the settings are gone, as after WPS, the office's sheets are known by their marks", async () => {
  await rig.put(prepared.states.reviewed);
  for (const name of ["report", "statement"] as const)
    expect(
      await (await openPane()).run(name, name === "report" ? undefined : { registrationNo: "YY000002" }),
    ).toMatchObject({ ok: true });
  const sheets = rig.workbook.sheets.map(({ name }) => name);
  await rig.put({ bytes: rig.snapshot().bytes, settings: new Map() });
  const pane = await openPane();
  for (const name of ["review", "report", "statement"] as const)
    expect(await pane.run(name, name === "statement" ? { registrationNo: "YY000002" } : undefined)).toMatchObject({
      ok: true,
    });
  expect(rig.workbook.sheets.map(({ name }) => name).sort()).toEqual([...sheets].sort());
});

test.each(["年度汇总", "上轮对照"])("a unit's %s with a made-up mark is renamed and stays whole", async (name) => {
  await rig.put(prepared.states.raw);
  const own = rig.workbook.addSheet(name);
  const lines = [
    ["登记证书编号", "变化", "类别", "处理去向", "上轮文件", "来历印记"],
    ["本单位", "1", "", "", "", ""],
  ];
  lines.forEach((line, row) => line.forEach((cell, column) => own.setValue(row, column, cell)));
  rig.workbook.setDefinedName("_CE_SHEET_MARK", '="1N2OAY4rH12wF6UivD4Ztg"', own, true);
  const { controller, run } = await openPane();
  expect(await run("review", undefined)).toMatchObject({ ok: true });
  expect(controller.getState().outcome?.incoming.renamed).toContainEqual({ from: name, to: `原${name}` });
  await run("clear", undefined);
  const kept = rig.workbook.sheets.filter((sheet) => sheet.value(1, 0) === "本单位");
  expect(kept).toHaveLength(1);
});
