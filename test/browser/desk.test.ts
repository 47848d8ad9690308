/** A day at the desk: what was reviewed is there when the pane is opened again. */
import { browserTest } from "./browser-test";
import { openWorkbench } from "./workbench";
import { Pane } from "./tour";

const RECORDS = "学时记录";

browserTest(
  "a reviewed workbook shows its review when the pane is opened anew, and corrections count on",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    await new Pane(workbench).review();
    await workbench.page.evaluate(() => window.workbench?.language("en"));
    await workbench.pane.getByRole("tab", { name: /^Overview/ }).waitFor();
    await workbench.idle();
    const { pane } = workbench;
    await pane.getByText(/^Reviewed on \d{4}-\d{2}-\d{2}/).waitFor();
    expect(await pane.getByTestId("welcome").count()).toBe(0);
    await workbench.type(RECORDS, "AC51", "培训通知、结业证书");
    await pane.getByText("Correction judged: 1 row, 1 person").waitFor();
    expect(await workbench.text(RECORDS, "AL51")).toBe("认定");
    await workbench.page.evaluate(() => window.workbench?.language("zh"));
    await pane.getByRole("tab", { name: /^概览/ }).waitFor();
    await pane.getByText(/^审核记录：/).waitFor();
    expect(await pane.getByTestId("stale").count()).toBe(0);
    await workbench.expectNothingRefused();
  },
);

browserTest(
  "a citizen at the desk: found by initials, told in full, printed as a sheet, by keys alone",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const { page, pane } = workbench;
    await new Pane(workbench).review();
    await pane.getByRole("tab", { name: /^概览/ }).focus();
    await page.keyboard.press("Alt+q");
    await page.keyboard.type("znn");
    await page.keyboard.press("Enter");
    const answer = pane.getByTestId("answer");
    await answer.getByRole("heading", { name: /^赵拟宁/ }).waitFor();
    expect(await answer.getByText("怎样才能计入").count()).toBeGreaterThan(0);
    await pane.getByRole("button", { name: "个人情况说明" }).click();
    await pane.getByText(/^已把赵拟宁的情况写入/).waitFor();
    await workbench.idle();
    expect(await workbench.text("个人情况说明", "A1")).toBe("继续教育个人情况说明");
    expect(await workbench.text("个人情况说明", "A3")).toContain("姓名：赵拟宁");
    await workbench.expectNothingRefused();
  },
);

browserTest("试算 in the pane and in a cell: a first author of a paper in SCI has 60 hours", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page, pane } = workbench;
  await pane.getByRole("tab", { name: /^概览/ }).focus();
  await page.keyboard.press("Alt+s");
  await pane.getByRole("combobox", { name: "学习形式" }).selectOption("论文");
  await pane.getByRole("combobox", { name: "收录类别" }).selectOption("SCI");
  await pane.getByRole("textbox", { name: "排名" }).fill("1");
  await pane.getByText("60 学时", { exact: true }).waitFor();
  await workbench.type(RECORDS, "BA1", '=CE.CONVERT("论文","收录类别","SCI","排名",1)');
  expect(await workbench.cell(RECORDS, "BA1")).toBe(60);
  await workbench.expectNothingRefused();
});
