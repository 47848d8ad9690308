/**
 * A reviewer's whole day on the sample: review, decide, correct, sort, insert, issue, freeze, save, clear. Each step is
 * asserted twice: on the workbook, and on what the person sees in pane and page.
 */
import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/book/xlsx";
import { expectSame, sheetSnapshot, formulasOf, sheetOf, shown } from "../e2e/addin-harness";
import { HostHarness } from "../workbench/host-harness";
import { browserTest } from "./browser-test";
import { pageToday } from "./clock";
import { eventually, openWorkbench, SAMPLE, type WorkbenchPage } from "./workbench";

const RECORDS = "学时记录";
const REVIEWER = "李审核";

/** The sample as it comes: 662 records below the header in row 4, which is repeated once; our six columns and a fingerprint right of theirs. The sheet's filter goes over all of it. */
const HEADER_ROW = 4;
const LAST_ROW = 668;
const RECORD_COUNT = 662;
const ANNOTATED = `A${HEADER_ROW + 1}:AN${LAST_ROW}`;
const COLUMN = { ordinal: 0, name: 1, subject: 33, hours: 34, credited: 36, verdict: 37 } as const;

/** 赵拟宁's public course of 2014 lacks a certificate of completion: 32 hours, 2014 and the person hang on it. */
const CORRECTED = {
  cell: "AC51",
  row: 51,
  before: "培训通知",
  added: "、结业证书",
  after: "培训通知、结业证书",
} as const;

const yearLine = async (workbench: WorkbenchPage, name: string, year: string): Promise<string | undefined> =>
  (await workbench.rows("年度汇总", "A1:G260"))
    .find((line) => line[1] === name && line[2] === year)
    ?.slice(3)
    .join(" ");

/** Hours and verdict of every record, by what its unit numbered it. */
const annotationByOrdinal = async (workbench: WorkbenchPage, box: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await workbench.rows(RECORDS, box))
      .filter((line) => /^\d+$/.test(line[COLUMN.ordinal] ?? ""))
      .map((line) => [
        line[COLUMN.ordinal] ?? "",
        [COLUMN.name, COLUMN.subject, COLUMN.hours].map((at) => line[at]).join(" "),
      ]),
  );

browserTest("the whole job, from the first review to a workbook that is clear again", async (watched) => {
  const workbench = await openWorkbench(watched);
  await review(workbench);
  await decideQuestion(workbench);
  await decideRecord(workbench);
  await adopt(workbench);
  await correct(workbench);
  await sort(workbench);
  await insertRow(workbench);
  await nextProblem(workbench);
  await issue(workbench);
  await freeze(workbench);
  await saveAndReopen(workbench);
  await clear(workbench);
  await workbench.expectNothingRefused();
});

async function review(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await workbench.ribbon("审核").click();
  await pane.getByText("审核完成 · 共 271 条审核意见").waitFor();
  // As `npm run review` prints them
  for (const name of [
    "人员：合格 9，查看",
    "人员：不合格 11，查看",
    "人员：待判断 26，查看",
    "年度：达标 199，查看",
    "记录：认定 620，查看",
    "记录：不予认定 21，查看",
    "记录：待判断 21，查看",
  ])
    await pane.getByRole("button", { name }).waitFor();
  await pane.getByText("46 人 · 662 条记录").waitFor();
  await pane.getByRole("button", { name: "20 个口径未定" }).waitFor();
  await workbench.idle();
  const verdicts = (await workbench.rows(RECORDS, ANNOTATED)).map((line) => line[COLUMN.verdict]);
  expect(["认定", "不予认定", "待判断"].map((verdict) => verdicts.filter((each) => each === verdict).length)).toEqual([
    620, 21, 21,
  ]);
  expect(await workbench.formula(RECORDS, "AI51")).toBe("=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A51:$AG51),$A$4:$AG$4)");
  expect(await workbench.cell(RECORDS, "AI51")).toBe(32);
}

async function decideQuestion(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("tab", { name: /^决定/ }).click();
  await pane.getByRole("button", { name: "决定 J-05" }).click();
  const form = pane.getByRole("form", { name: "决定 J-05" });
  await form.getByText("按证书学时", { exact: false }).click();
  await form.getByRole("textbox", { name: "理由（可不填）" }).fill("局务会议定");
  await form.getByRole("textbox", { name: "决定人姓名" }).fill(REVIEWER);
  await form.getByRole("button", { name: "写入口径并重新审核" }).click();
  await pane.getByText("已写入口径并重新审核").waitFor();
  await pane.getByText("19 个问题尚未决定口径").waitFor();
  await workbench.idle();
  const line = (await workbench.rows("口径", "A1:I60")).find(([id]) => id === "J-05");
  expect(line?.slice(5)).toEqual(["按证书学时", REVIEWER, await pageToday(workbench.page), "局务会议定"]);
}

async function decideRecord(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("tab", { name: /^决定/ }).click();
  await pane.getByRole("group", { name: "决定什么" }).getByRole("button", { name: /^记录/ }).click();
  await pane
    .getByRole("list", { name: /条记录等待决定/ })
    .getByRole("button", { name: /王示远 · 2016/ })
    .click();
  const form = pane.getByRole("form", { name: "处理本条记录" });
  await form.getByText("认定", { exact: true }).click();
  await form.getByRole("textbox", { name: "理由" }).fill("已核平台后台记录");
  // The name is remembered
  expect(await form.getByRole("textbox", { name: "处理人姓名" }).inputValue()).toBe(REVIEWER);
  await form.getByRole("button", { name: "写入并重新审核" }).click();
  await pane.getByText("已写入处理意见并重新审核").waitFor();
  await workbench.idle();
  const opinions = await workbench.rows("审核意见", "A1:N320");
  expect(opinions.find((line) => line[4] === "王示远" && line[9] === "认定")?.slice(9)).toEqual([
    "认定",
    "",
    REVIEWER,
    await pageToday(workbench.page),
    "已核平台后台记录",
  ]);
  expect(await workbench.text(RECORDS, "AL45")).toBe("认定");
  expect(await yearLine(workbench, "王示远", "2016")).toBe("32 72 104 达标");
}

async function adopt(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("group", { name: "决定什么" }).getByRole("button", { name: /^口径/ }).click();
  await pane.getByRole("button", { name: "全部采用暂定口径" }).click();
  await pane.getByRole("button", { name: "采用并重新审核" }).click();
  await pane.getByText("已全部采用暂定口径并重新审核").waitFor();
  await pane.getByText("涉及的口径均已决定。").waitFor();
  await workbench.idle();
  const questions = (await workbench.rows("口径", "A2:I60")).filter(([id]) => id !== "");
  expect(questions.filter((line) => line[5] === "" || line[6] !== REVIEWER)).toEqual([]);
  // What was decided before stays as it was decided
  expect(questions.find(([id]) => id === "J-05")?.[5]).toBe("按证书学时");
}

/** By keyboard in the grid itself; what hangs on the cell follows without another review. */
async function correct(workbench: WorkbenchPage): Promise<void> {
  const { page, pane } = workbench;
  expect(await workbench.cell(RECORDS, CORRECTED.cell)).toBe(CORRECTED.before);
  expect(await yearLine(workbench, "赵拟宁", "2014")).toBe("0 64 64 不达标");
  await workbench.beginEditing(RECORDS, CORRECTED.cell, CORRECTED.added);
  await page.keyboard.press("Enter");
  await pane.getByText("已按更正重算 1 行、1 人").waitFor();
  await workbench.idle();
  expect(await workbench.cell(RECORDS, CORRECTED.cell)).toBe(CORRECTED.after);
  expect(await workbench.text(RECORDS, `AK${CORRECTED.row}`)).toBe("32");
  expect(await workbench.text(RECORDS, `AL${CORRECTED.row}`)).toBe("认定");
  expect(await workbench.text(RECORDS, `AM${CORRECTED.row}`)).toBe("");
  expect(await yearLine(workbench, "赵拟宁", "2014")).toBe("32 64 96 达标");
  await pane.getByRole("tab", { name: /^人员/ }).click();
  await pane.getByRole("searchbox", { name: "姓名、拼音首字母、证件号或编号" }).fill("赵拟宁");
  await pane
    .getByRole("table", { name: "赵拟宁 各年度" })
    .getByRole("row", { name: /^2014 32 64 96 达标/ })
    .waitFor();
  await pane.getByRole("searchbox", { name: "姓名、拼音首字母、证件号或编号" }).fill("");
}

/** By the date of their beginning, latest first: hardly a row stays where it was. */
async function sort(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  const before = await annotationByOrdinal(workbench, ANNOTATED);
  expect(before.size).toBe(RECORD_COUNT);
  await workbench.select(RECORDS, `J${HEADER_ROW + 1}`);
  await workbench.press("降序");
  await pane.getByText(/行的次序变了/).waitFor();
  await workbench.idle();
  expect((await workbench.text(RECORDS, `A${HEADER_ROW + 1}`)) === "1").toBe(false);
  expect(await annotationByOrdinal(workbench, ANNOTATED)).toEqual(before);
  expect(await workbench.formula(RECORDS, "AI300")).toBe("=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A300:$AG300),$A$4:$AG$4)");
}

async function insertRow(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  const before = await annotationByOrdinal(workbench, ANNOTATED);
  await workbench.select(RECORDS, "A300:A300");
  await workbench.press("插入行");
  await pane.getByText(/插入了行/).waitFor();
  await workbench.idle();
  expect(await workbench.text(RECORDS, "A300")).toBe("");
  expect(await workbench.formula(RECORDS, "AI301")).toBe("=CE.HOURS(TEXTJOIN(CHAR(31),FALSE,$A301:$AG301),$A$4:$AG$4)");
  expect(await annotationByOrdinal(workbench, `A${HEADER_ROW + 1}:AN${LAST_ROW + 1}`)).toEqual(before);
  await pane.getByRole("button", { name: "重新审核" }).first().click();
  await pane.getByText("审核完成").waitFor();
  await workbench.idle();
  expect(await pane.getByText(/结果已旧/).count()).toBe(0);
  expect(await yearLine(workbench, "赵拟宁", "2014")).toBe("32 64 96 达标");
}

/** From the ribbon, and by key in the pane: the cell is selected, and the pane says which it is. */
async function nextProblem(workbench: WorkbenchPage): Promise<void> {
  const { page, pane } = workbench;
  const goTo = pane.getByRole("region", { name: "说明" }).getByRole("button", { name: /^转到 / });
  const where = async (): Promise<string> => (await goTo.innerText()).replace(/^转到 /, "");
  const expectShown = (): Promise<void> =>
    eventually(async () => expect(await workbench.selected()).toBe(await where()));
  await workbench.ribbon("定位下一问题").click();
  await expectShown();
  const first = await where();
  await pane.getByRole("button", { name: /^定位下一问题/ }).press("Alt+ArrowDown");
  await eventually(async () => expect(await where()).not.toBe(first));
  await expectShown();
  await page.keyboard.press("Alt+ArrowUp");
  await eventually(async () => expect(await where()).toBe(first));
  await expectShown();
}

async function issue(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await workbench.ribbon("生成合格证明").click();
  // 23 by the provisional readings; 王示远 by decision and 赵拟宁 by the correction, not 沈拟川 by J-05 as it was decided
  await pane.getByText("24 人可以生成合格证明").waitFor();
  await pane.getByRole("button", { name: "编号并生成" }).click();
  await pane.getByText("已生成 24 份合格证明").waitFor();
  await workbench.idle();
  expect(await workbench.sheets()).toEqual(expect.arrayContaining(["合格证明", "发证台账"]));
  const ledger = (await workbench.rows("发证台账", "A2:I40")).filter(([number]) => number !== "");
  expect(ledger.map(([number]) => number)).toEqual(ledger.map((_, at) => `2018-${String(at + 1).padStart(4, "0")}`));
  expect(ledger).toHaveLength(24);
  const day = await pageToday(workbench.page);
  expect(ledger.find((line) => line[2] === "赵拟宁")?.slice(1)).toEqual([
    "XG0004",
    "赵拟宁",
    "2013",
    "2017",
    "钱样办",
    day,
    "有效",
    "",
  ]);
  const pages = (await workbench.rows("合格证明", "A1:Z1200")).flat();
  expect(pages.filter((text) => text.includes("XG0004"))).toHaveLength(1);
  await pane.getByText("发证台账：有效编号 24 个").waitFor();
}

async function freeze(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  const box = `A${HEADER_ROW + 1}:AN${LAST_ROW + 1}`;
  const before = await workbench.rows(RECORDS, box);
  await workbench.ribbon("固化结果").click();
  await pane.getByText("已固化：公式已换成数值").waitFor();
  await workbench.idle();
  expect(await workbench.rows(RECORDS, box)).toEqual(before);
  expect(formulasOf(openWorkbook(await workbench.save())).filter((formula) => /CE\.|_xldudf/i.test(formula))).toEqual(
    [],
  );
}

async function saveAndReopen(workbench: WorkbenchPage): Promise<void> {
  const { page } = workbench;
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("submission.xlsx");
  const reopened = openWorkbook(readFileSync(await download.path()));
  const years = sheetOf(reopened, "年度汇总");
  const line = Array.from({ length: 260 }, (_, row) =>
    [1, 2, 3, 4, 5, 6].map((column) => shown(years, row, column)),
  ).find(([name, year]) => name === "赵拟宁" && year === 2014);
  expect(line).toEqual(["赵拟宁", 2014, 32, 64, 96, "达标"]);
  const records = sheetOf(reopened, RECORDS);
  const shownHere = await workbench.rows(RECORDS, "AI5:AK200");
  expect(
    Array.from({ length: 196 }, (_, at) => [34, 35, 36].map((column) => String(shown(records, at + 4, column) ?? ""))),
  ).toEqual(shownHere);
}

/** The unit's sheets are what they came as, and what the person did to them, nothing else. */
async function clear(workbench: WorkbenchPage): Promise<void> {
  const { pane } = workbench;
  await workbench.ribbon("清除").click();
  await pane.getByRole("button", { name: "确认清除" }).click();
  await pane.getByText("已清除审核结果").waitFor();
  await workbench.idle();
  const left = openWorkbook(await workbench.save());
  expect(left.sheets.map(({ name }) => name).filter((name) => ["年度汇总", "合格证明"].includes(name))).toEqual([]);
  const hands = new HostHarness({ workbook: openWorkbook(readFileSync(SAMPLE)) });
  const records = sheetOf(hands.workbook, RECORDS);
  hands.user.type(records, CORRECTED.row - 1, 28, CORRECTED.after);
  hands.user.sort(
    records,
    { row: HEADER_ROW - 1, column: 0, rows: LAST_ROW - HEADER_ROW + 1, columns: 33 },
    [{ column: 9, ascending: false }],
    true,
  );
  hands.user.insertRows(records, 299, 1);
  for (const sheet of hands.workbook.sheets)
    expectSame(sheetSnapshot(sheetOf(left, sheet.name)), sheetSnapshot(sheet), sheet.name);
}
