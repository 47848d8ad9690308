/** What the pane says when all is not well, each with its way out. */
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { readFileSync } from "node:fs";
import { generateGrids } from "../../bench/generate";
import type { Workbook as Book } from "../../src/book/model/workbook";
import { expectSame, sheetSnapshot, sheetOf, workbookOf } from "../e2e/addin-harness";
import { browserTest } from "./browser-test";
import { Pane } from "./tour";
import { eventually, openWorkbench, SAMPLE } from "./workbench";

const RECORDS = "学时记录";

const bytesOf = (workbook: Book): { readonly name: string; readonly bytes: Uint8Array } => ({
  name: "送审.xlsx",
  bytes: saveWorkbook(workbook),
});

/** The sample, changed before it is opened. */
function changed(change: (workbook: Book) => void): ReturnType<typeof bytesOf> {
  const workbook = openWorkbook(readFileSync(SAMPLE));
  change(workbook);
  return bytesOf(workbook);
}

browserTest(
  "an empty workbook: every view says what to do, and a submission form can be made at once",
  async (watched) => {
    const workbench = await openWorkbench(watched, { workbook: bytesOf(emptyWorkbook()) });
    const pane = new Pane(workbench);
    await (await pane.open("overview")).getByRole("heading", { name: "逐条审核继续教育申报" }).waitFor();
    for (const view of ["findings", "decide", "people"] as const) {
      await (await pane.open(view)).getByRole("heading", { name: "还没有审核" }).waitFor();
      await pane.view(view).getByRole("button", { name: "审核", exact: true }).waitFor();
    }
    await (await pane.open("certificates")).getByText("请先审核。").waitFor();
    await workbench.ribbon("定位下一问题").click();
    await workbench.pane.getByText("请先审核，再定位问题。").waitFor();
    await workbench.ribbon("审核").click();
    await workbench.pane
      .getByRole("status")
      .getByText(/缺少工作表|单位信息/)
      .first()
      .waitFor();
    await workbench.pane.getByRole("banner").getByRole("button", { name: "新建申报表" }).click();
    await workbench.pane.getByText(/^已新建申报表：/).waitFor();
    await workbench.idle();
    expect(await workbench.sheets()).toEqual(expect.arrayContaining(["单位信息", "人员信息", RECORDS]));
    await workbench.expectNothingRefused();
  },
);

browserTest("a sheet is missing: which one is said, and another review follows when it is there", async (watched) => {
  const workbench = await openWorkbench(watched, {
    workbook: changed((workbook) => workbook.removeSheet(sheetOf(workbook, "人员信息"))),
  });
  await workbench.ribbon("审核").click();
  await workbench.pane.getByRole("list", { name: "需先改正 1 处" }).getByText("人员信息").first().waitFor();
  await workbench.pane.getByRole("button", { name: "重试" }).waitFor();
  expect(await workbench.sheets()).not.toContain("审核意见");
  await workbench.expectNothingRefused();
});

browserTest("a column has another name: its cell is one click away, and the column can be chosen", async (watched) => {
  const workbench = await openWorkbench(watched, {
    workbook: changed((workbook) => sheetOf(workbook, RECORDS).setValue(3, 5, "甲乙丙")),
  });
  const { pane } = workbench;
  await workbench.ribbon("审核").click();
  await pane.getByRole("button", { name: /^转到 学时记录/ }).click();
  await eventually(async () => expect(await workbench.selected()).toMatch(/^学时记录 A4/));
  await pane.getByRole("combobox", { name: "“学时记录”的“学习形式”是哪一列？" }).click();
  await pane.getByRole("option", { name: "F 列“甲乙丙”" }).click();
  await pane.getByRole("button", { name: "用这些列审核" }).click();
  await pane.getByText("审核完成").waitFor();
  await pane.getByText("由审核人指定的列").waitFor();
  await workbench.idle();
  await workbench.expectNothingRefused();
});

browserTest("a protected sheet: nothing is written, and what to do is said", async (watched) => {
  const workbench = await openWorkbench(watched, {
    workbook: changed((workbook) => void (sheetOf(workbook, RECORDS).protected = true)),
  });
  await workbench.ribbon("审核").click();
  const status = workbench.pane.getByRole("status");
  await eventually(async () => {
    const said = await status.innerText();
    expect(said).toMatch(/受保护/);
    expect(said).toMatch(/撤销/);
  });
  await status.getByRole("button", { name: "重试" }).waitFor();
  await workbench.idle();
  expect(await workbench.text(RECORDS, "AH4")).toBe("");
  // A person's edit is refused too, in words
  await workbench.type(RECORDS, "AC51", "改不动");
  expect((await workbench.messages()).at(-1)).toMatch(/受保护/);
  await workbench.expectNothingRefused();
});

browserTest("a cell is being edited: the pane waits and says so, and goes on by itself", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page, pane } = workbench;
  await workbench.beginEditing(RECORDS, "AC51", "、结业证书");
  await pane.getByRole("banner").getByRole("button", { name: "审核", exact: true }).click();
  await pane.getByText("请先按回车结束编辑").first().waitFor();
  expect(await workbench.sheets()).not.toContain("审核意见");
  // Back to the cell, which is still being edited
  await page.locator(".grid-frame").click({ position: { x: 300, y: 200 } });
  await page.keyboard.press("Enter");
  await pane.getByText("审核完成").waitFor();
  await workbench.idle();
  expect(await workbench.cell(RECORDS, "AC51")).toBe("培训通知、结业证书");
  expect(await workbench.text(RECORDS, "AL51")).toBe("认定");
  // While it waits it asks, and is told no
  await workbench.expectNothingRefused("InvalidOperationInCellEditMode");
});

/** Presses 取消 at the first sight of a step: no hand is as quick as a review of the sample. */
function cancelAt(step: string): void {
  const watch = new MutationObserver(() => {
    if (!(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuetext") ?? "").includes(step)) return;
    watch.disconnect();
    [...document.querySelectorAll("button")].find((button) => button.innerText === "取消")?.click();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
}

const CANCELLED: readonly { readonly step: string; readonly workbook: () => Book }[] = [
  { step: "读取工作簿", workbook: () => openWorkbook(readFileSync(SAMPLE)) },
  // Too much to be written at once: the sample's one request has left before a hand could be there
  { step: "写入结果", workbook: () => workbookOf(generateGrids(6_000)) },
];

for (const { step, workbook: make } of CANCELLED) {
  browserTest(`cancelled at ${step}: the workbook is as it was before`, async (watched) => {
    const workbench = await openWorkbench(watched, { workbook: bytesOf(make()) });
    const { pane } = workbench;
    const before = openWorkbook(await workbench.save());
    await (await workbench.paneFrame()).evaluate(cancelAt, step);
    await workbench.ribbon("审核").click();
    await pane.getByText(/^已取消，工作簿(和|与)开始前一样/).waitFor();
    await workbench.idle();
    const after = openWorkbook(await workbench.save());
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    for (const sheet of before.sheets)
      expectSame(sheetSnapshot(sheetOf(after, sheet.name)), sheetSnapshot(sheet), sheet.name);
    // And again, to the end
    await pane.getByRole("button", { name: "重试" }).click();
    await pane.getByText("审核完成").waitFor();
    await workbench.idle();
    await workbench.expectNothingRefused();
  });
}

browserTest("what is refused in a view says why, and what was typed stays", async (watched) => {
  const workbench = await openWorkbench(watched);
  const pane = new Pane(workbench);
  await pane.review();
  await pane.adopt();
  await pane.press("certificates", "生成合格证明");
  const number = pane.frame.getByRole("textbox", { name: "起始编号（可不填）" });
  await number.fill("一号");
  await pane.frame.getByText("请填 1 至 9999 的整数").waitFor();
  expect(await pane.frame.getByRole("button", { name: "编号并生成" }).isDisabled()).toBe(true);
  await number.fill("7");
  await pane.frame.getByText(/新编号从 2018-0007 起/).waitFor();
  await pane.frame.getByRole("button", { name: "编号并生成" }).click();
  await pane.frame.getByText("已生成 23 份合格证明").waitFor();
  // Everything is not taken away while a number is valid
  await pane.press("papers", "清除审核结果");
  await pane.frame.getByRole("button", { name: "连同口径、处理意见和台账一并清除" }).click();
  await pane.frame
    .getByRole("status")
    .getByText(/^没有清除：/)
    .waitFor();
  await workbench.idle();
  expect(await workbench.cell("发证台账", "A2")).toBe("2018-0007");
  expect(await workbench.sheets()).toEqual(expect.arrayContaining(["口径", "年度汇总"]));
  await workbench.expectNothingRefused();
});
