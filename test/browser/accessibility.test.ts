/** axe-core on all that pane and page show: every rule once in both languages, and what hangs on colours in every theme. */
import type { ThemeName } from "../../src/workbench/browser/themes";
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { tour } from "./tour";
import { openWorkbench, type Workbench } from "./workbench";

const OTHER_THEMES: readonly ThemeName[] = ["dark", "aquatic", "desert", "dusk", "nightSky"];
/** The rules that look at colours; what the others look at is the same in every theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const inPane = async (workbench: Workbench, rules?: readonly string[]): Promise<readonly string[]> => violations(await workbench.paneFrame(), "html", rules);

browserTest("every view and form, in Chinese and light; then in every other theme what hangs on colours", async (watched) => {
  const workbench = await openWorkbench(watched);
  const found: Record<string, readonly string[]> = {};
  const note = (where: string, what: readonly string[]): void => {
    if (what.length > 0) found[where] = what;
  };
  await tour(workbench, async (name) => {
    note(`${name}, light`, await inPane(workbench));
    for (const theme of OTHER_THEMES) {
      await workbench.dress(theme);
      note(`${name}, ${theme}`, await inPane(workbench, COLOUR_RULES));
    }
    await workbench.dress("light");
  });
  expect(found).toEqual({});
});

browserTest("every view and form, in English", async (watched) => {
  const workbench = await openWorkbench(watched, { language: "en" });
  const found: Record<string, readonly string[]> = {};
  await tour(workbench, async (name) => {
    const what = await inPane(workbench);
    if (what.length > 0) found[name] = what;
  });
  expect(found).toEqual({});
});
