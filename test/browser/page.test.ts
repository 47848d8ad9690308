/** The workbench's own page around grid and pane. */
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { openWorkbench } from "./workbench";

browserTest("axe finds nothing on it, in any theme", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  const found: Record<string, readonly string[]> = {};
  const look = async (where: string): Promise<void> => {
    const what = await violations(page, { exclude: [[".grid"], [".pane-element"]] });
    if (what.length > 0) found[where] = what;
  };
  for (const theme of ["light", "dark", "aquatic", "desert", "dusk", "nightSky"] as const) {
    await workbench.dress(theme);
    await look(theme);
  }
  await workbench.dress("light");
  await page.getByRole("tab", { name: "数据", exact: true }).click();
  await look("data");
  await page.getByRole("button", { name: "运行记录" }).click();
  await look("log");
  await page.keyboard.press("Escape");
  await workbench.select("学时记录", "E5");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByRole("dialog", { name: /^筛选/ }).waitFor();
  await look("filter");
  expect(found).toEqual({});
});

browserTest("the page changes its language while it is open: ribbon and pane follow", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  await page.getByRole("button", { name: "English" }).click();
  await workbench.pane.getByRole("tab", { name: /^Overview/ }).waitFor();
  await page.getByRole("tabpanel").getByRole("button", { name: "Review", exact: true }).waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await workbench.pane.getByRole("tab", { name: /^概览/ }).waitFor();
  await workbench.ribbon("审核").waitFor();
});
