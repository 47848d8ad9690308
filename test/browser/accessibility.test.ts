/** axe-core on all that the pane shows, every rule, in both languages; and on the workbench's own page. */
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

for (const language of ["zh", "en"] as const) {
  browserTest(`every view and form of the pane (${language})`, async (watched) => {
    const workbench = await openWorkbench(watched, { language });
    const found: Record<string, readonly string[]> = {};
    await tour(workbench, async (name) => {
      const what = await violations(await workbench.paneFrame());
      if (what.length > 0) found[name] = what;
    });
    expect(found).toEqual({});
  });
}

browserTest("the workbench's page around the grid, which is a canvas, and the pane", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  const found: Record<string, readonly string[]> = {};
  const look = async (where: string): Promise<void> => {
    const what = await violations(page, { exclude: [[".grid"], [".pane-place"]] });
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
