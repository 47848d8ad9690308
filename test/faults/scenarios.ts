/** Each action of the pane with a workbook in which it has something to do, and what it is asked for. */
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { Workbook } from "../../src/book/model/workbook";
import { DEFAULT_SETTINGS } from "../../src/certificates";
import type {
  DecisionPreview,
  ForeignFile,
  IssueOutcome,
  PolicyPreview,
  ReviewOutcome,
  RoundPreview,
} from "../../src/excel";
import { policyOf, type Policy } from "../../src/policy";
import { policyWorkbook } from "../../src/policy-book/file";
import { identitiesOf } from "../../src/submission";
import { RECORDS, sheetOf, workbookOfTables } from "../e2e/addin-harness";
import { serial, type RowCells } from "../support/submission";
import { OFFICE_STORAGE } from "../support/office";
import { withTemplate } from "../support/template";
import { openPane, type ActionName, type End, type Pane, type RequestOf } from "./desk";
import type { Rig, Snapshot } from "./rig";

const SECOND: RowCells = { 登记证书编号: "YY000002", 姓名: "李样例" };
const COURSE: RowCells = {
  学习形式: "面授培训",
  备案号: "BA-F",
  证明材料: "培训通知、培训课程表、培训签到表、结业证书",
};

/** Two people: every year of the first is met, the second has one record without its evidence. The sheet has a filter. */
function submission({
  both = false,
  ...change
}: { readonly decisions?: readonly RowCells[]; readonly both?: boolean } = {}): Workbook {
  const met = [2013, 2014, 2015, 2016, 2017].flatMap((year): RowCells[] => [
    {
      ...COURSE,
      年度: year,
      名称: `公需${year}`,
      科目: "公需科目",
      半天数: 8,
      开始日期: serial(`${year}-03-05`),
      结束日期: serial(`${year}-03-08`),
    },
    {
      ...COURSE,
      年度: year,
      名称: `专业${year}`,
      科目: "专业科目",
      半天数: 16,
      开始日期: serial(`${year}-05-07`),
      结束日期: serial(`${year}-05-14`),
    },
  ]);
  const lacking: RowCells = {
    登记证书编号: "YY000002",
    姓名: "李样例",
    学习形式: "面授培训",
    名称: "缺材料",
    半天数: 4,
    年度: 2017,
    证明材料: "培训通知",
  };
  const workbook = workbookOfTables({
    people: [{}, both ? SECOND : { ...SECOND, 申报级别: "中级", 人事档案所在地: "市本级", 验证方式: "登记证书原件" }],
    records: both ? [...met, ...met.map((record) => ({ ...record, ...SECOND }))] : [...met, lacking],
    ...change,
  });
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box !== null) sheet.autoFilter = { box, criteria: "" };
  return openWorkbook(saveWorkbook(workbook));
}

/** Workbooks that actions begin with. */
export type StateName =
  | "blank"
  | "raw"
  | "raw, in pieces"
  | "incoming"
  | "hidden"
  | "reviewed"
  | "templated"
  | "templated, in pieces"
  | "issued"
  | "viewed"
  | "viewed, in pieces"
  | "conflict";

export interface Prepared {
  readonly states: Readonly<Record<StateName, Snapshot>>;
  readonly reviewed: ReviewOutcome;
  readonly issued: IssueOutcome;
  readonly incoming: ReviewOutcome;
  readonly decisions: DecisionPreview;
  readonly round: RoundPreview;
  readonly policyFile: ForeignFile;
  readonly policy: PolicyPreview;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Scenario<Name extends ActionName> {
  readonly from: StateName;
  readonly request: (prepared: Prepared) => RequestOf<Name>;
  /** The failure that says of a second try that the first one had done it all. */
  readonly alreadyDone?: string;
  /** Until it writes for good the workbook is as it was, whatever it has laid aside: 取消 leaves it so. */
  readonly allOrNothing?: boolean;
  /** It takes many requests of a kind: outside of `npm run faults` only every so-many-th is disturbed. */
  readonly each?: number;
}

const SIGNED = { by: "测试审核人", reason: "测试" };

export const SCENARIOS: { readonly [Name in ActionName]: Scenario<Name> } = {
  review: { from: "raw", request: () => undefined, allOrNothing: true },
  incoming: {
    from: "incoming",
    request: ({ incoming }) => ({ take: "over", rows: incoming.incoming.rows, withSettings: true, ...SIGNED }),
  },
  "show-sheet": { from: "hidden", request: () => ({ name: "培训备案" }) },
  adopt: { from: "raw", request: () => ({ name: "测试审核人" }) },
  import: { from: "raw", request: ({ decisions }) => ({ decisions: decisions.decisions }) },
  preview: { from: "raw", request: ({ file }) => file },
  "decide-question": {
    from: "raw",
    request: () => ({ id: "J-01", option: "strict", name: "测试审核人", reason: "测试" }),
  },
  decide: { from: "reviewed", request: ({ reviewed }) => decisionOnLast(reviewed) },
  "decide-many": { from: "reviewed", request: ({ reviewed }) => decisionOnMany(reviewed) },
  certificates: { from: "reviewed", request: () => ({ settings: { ...DEFAULT_SETTINGS, handler: "测试经办人" } }) },
  void: { from: "issued", request: ({ issued }) => ({ entry: entryOf(issued), reason: "测试", reissue: true }) },
  withdraw: { from: "conflict", request: () => undefined },
  statement: { from: "raw", request: () => ({ registrationNo: "YY000002" }) },
  template: { from: "reviewed", request: () => undefined, alreadyDone: "template-exists" },
  settings: { from: "reviewed", request: () => ({ ...DEFAULT_SETTINGS, handler: "测试经办人" }) },
  "send-back": {
    from: "viewed",
    request: () => ({
      officeName: "虚构职改办",
      deadline: "2019-01-10",
      handler: "测试经办人",
      phone: "0737-0000000",
      remarks: "",
    }),
  },
  anonymous: { from: "issued", request: () => undefined },
  freeze: { from: "reviewed", request: () => undefined },
  "problem-view": { from: "reviewed", request: () => undefined },
  "leave-view": { from: "viewed", request: () => undefined },
  sample: {
    from: "reviewed",
    request: () => ({ percent: 50, seed: 7, onePerPerson: true, by: "测试审核人", replace: false }),
  },
  report: { from: "reviewed", request: () => undefined },
  forms: { from: "reviewed", request: () => undefined },
  "blank-forms": { from: "reviewed", request: () => undefined },
  blank: { from: "blank", request: () => undefined, alreadyDone: "sheets-exist" },
  round: { from: "raw", request: ({ round }) => ({ previous: round.previous, name: "测试审核人" }) },
  "round-preview": { from: "raw", request: ({ file }) => file },
  clear: { from: "issued", request: () => undefined },
  forget: { from: "reviewed", request: () => undefined },
  "office-key": { from: "raw", request: () => ({ text: String(Object.values(OFFICE_STORAGE)[0]) }) },
  "self-check": { from: "reviewed", request: () => undefined, each: 40 },
  policy: { from: "reviewed", request: ({ policy }) => ({ kept: policy.kept }) },
  "policy-preview": { from: "raw", request: ({ policyFile }) => ({ file: policyFile }) },
  "policy-export": { from: "raw", request: () => ({ id: "yiyang-2018-47" }) },
  select: { from: "raw", request: () => ({ sheet: RECORDS, row: 3, column: 4 }) },
};

/** The same actions on workbooks that hold more. */
const FURTHER: Readonly<Record<string, Scenario<ActionName> & { readonly name: ActionName }>> = {
  "review, again": { name: "review", from: "issued", request: () => undefined },
  "review, of rows with problems": { name: "review", from: "viewed", request: () => undefined, allOrNothing: true },
  "review, in pieces": { name: "review", from: "raw, in pieces", request: () => undefined, allOrNothing: true },
  "review, of rows with problems, in pieces": {
    name: "review",
    from: "viewed, in pieces",
    request: () => undefined,
    allOrNothing: true,
  },
  "certificates, by the office's template": { name: "certificates", from: "templated", request: () => ({}) },
  "certificates, by the office's template, in pieces": {
    name: "certificates",
    from: "templated, in pieces",
    request: () => ({}),
  },
  "certificates, again": { name: "certificates", from: "issued", request: () => ({}) },
  "void, without another": {
    name: "void",
    from: "issued",
    request: ({ issued }) => ({ entry: entryOf(issued), reason: "测试", reissue: false }),
  },
  "clear, of rows with problems": { name: "clear", from: "viewed", request: () => undefined },
};

/** Every scenario by what a report calls it. */
export const ALL: Readonly<Record<string, Scenario<ActionName> & { readonly name: ActionName }>> = {
  ...(Object.fromEntries(
    Object.entries(SCENARIOS).map(([name, scenario]) => [name, { ...scenario, name: name as ActionName }]),
  ) as Readonly<Record<string, Scenario<ActionName> & { readonly name: ActionName }>>),
  ...FURTHER,
};

function decisionOnLast({ submission: { records } }: ReviewOutcome): RequestOf<"decide"> {
  const last = records.at(-1);
  const identity = last === undefined ? undefined : identitiesOf(records).get(last.place.row);
  if (identity === undefined) throw new Error("the last record has no identity");
  return { identity, given: { treatment: "accept", hours: null, by: "测试审核人", reason: "测试" } };
}

function decisionOnMany({ submission: { records } }: ReviewOutcome): RequestOf<"decide-many"> {
  const identities = records.slice(-2).flatMap(({ place }) => identitiesOf(records).get(place.row) ?? []);
  return { identities, given: { treatment: "accept", by: "测试审核人", reason: "测试" } };
}

function entryOf({ ledger }: IssueOutcome): RequestOf<"void">["entry"] {
  const [first] = ledger.entries;
  if (first === undefined) throw new Error("nobody got a number");
  return first;
}

function outcome<T>({ ok, failure, outcome: given }: End): T {
  if (!ok) throw new Error(`the fixture could not be made: ${failure?.message}`);
  return given as T;
}

/** Makes the workbooks that the actions begin with, by the actions themselves. */
export async function prepare(rig: Rig): Promise<Prepared> {
  const open = async (snapshot: Snapshot): Promise<Pane> => {
    await rig.put(snapshot);
    return openPane();
  };
  const untouched = (workbook: Workbook): Snapshot => ({ bytes: saveWorkbook(workbook), settings: new Map() });
  const after = async (pane: Pane, name: ActionName, request: unknown): Promise<readonly [unknown, Snapshot]> => {
    const end = await pane.run(name, request);
    await rig.settled();
    return [outcome(end), rig.snapshot()];
  };
  const raw = untouched(submission());
  const hidden = submission();
  sheetOf(hidden, "培训备案").visibility = "Hidden";
  const given = untouched(
    submission({
      decisions: [
        { 编号: "J-01", 采用口径: "strict", 决定人: "单位", 决定日期: serial("2018-07-11"), 理由: "单位自填" },
      ],
    }),
  );

  const [incoming, incomingState] = await after(await open(given), "review", undefined);
  const [reviewed, reviewedState] = await after(await open(raw), "adopt", { name: "测试审核人" });
  const [, viewed] = await after(await open(reviewedState), "problem-view", undefined);
  await rig.put(reviewedState);
  withTemplate(rig.workbook);
  const [, templated] = await after(await open(rig.snapshot()), "settings", {
    ...DEFAULT_SETTINGS,
    layout: "template",
  });
  const [issued, issuedState] = await after(await open(reviewedState), "certificates", {});
  await rig.put(issuedState);
  doubleEntry(rig.workbook);
  const conflict = rig.snapshot();
  const file = { name: "上轮.xlsx", bytes: issuedState.bytes };
  const [decisions] = await after(await open(raw), "preview", file);
  const [round] = await after(await open(raw), "round-preview", file);
  const policyFile = { name: "政策.xlsx", bytes: changedNotice() };
  const [policy] = await after(await open(raw), "policy-preview", { file: policyFile });
  return {
    states: {
      blank: untouched(emptyWorkbook()),
      raw,
      "raw, in pieces": inPieces(raw),
      hidden: untouched(hidden),
      incoming: incomingState,
      reviewed: reviewedState,
      templated,
      "templated, in pieces": inPieces(templated),
      issued: issuedState,
      viewed,
      "viewed, in pieces": inPieces(viewed),
      conflict,
    },
    reviewed: reviewed as ReviewOutcome,
    issued: issued as IssueOutcome,
    incoming: incoming as ReviewOutcome,
    decisions: decisions as DecisionPreview,
    round: round as RoundPreview,
    policyFile,
    policy: policy as PolicyPreview,
    file,
  };
}

/** The same workbook in an Excel that takes so little at once that what is written goes in several requests. */
const inPieces = (snapshot: Snapshot): Snapshot => ({ ...snapshot, payloadLimit: 30_000 });

/** The notice as a policy workbook in which a half-day is worth 5 hours. */
function changedNotice(): Uint8Array {
  const workbook = policyWorkbook(policyOf("yiyang-2018-47") as Policy);
  const sheet = sheetOf(workbook, "折算");
  const box = sheet.usedBox(true);
  for (let row = 0; row < (box?.rows ?? 0); row += 1)
    for (let column = 0; column < (box?.columns ?? 0); column += 1) {
      const value = sheet.value(row, column);
      if (typeof value === "string" && !value.startsWith("※") && value.includes("4×半天数"))
        sheet.setValue(row, column, value.replace("4×半天数", "5×半天数"));
    }
  return saveWorkbook(workbook, "xlsx");
}

/** Reviewed and decided, with two people who are ready for a certificate and have none. */
export async function prepareTwo(rig: Rig): Promise<Snapshot> {
  await rig.put({ bytes: saveWorkbook(submission({ both: true })), settings: new Map() });
  const pane = await openPane();
  outcome(await pane.run("adopt", { name: "测试审核人" }));
  await rig.settled();
  return rig.snapshot();
}

/** As a row copied in 发证台账: the same number and mark twice. */
function doubleEntry(workbook: Workbook): void {
  const ledger = sheetOf(workbook, "发证台账");
  ledger.rows.get(1)?.cells.forEach((cell, column) => {
    if (cell?.value !== null && cell?.value !== undefined) ledger.setValue(2, column, cell.value);
  });
}
