/** Office's themes, and colours forced by the system: all that the pane shows keeps its contrast, and follows at once. */
import type { ThemeName } from "../../src/workbench/browser/themes";
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

const OTHER_THEMES: readonly ThemeName[] = ["dark", "aquatic", "desert", "dusk", "nightSky"];
/** The rules that look at colours; what the others look at is the same in every theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

browserTest(
  "every view and form in the dark theme and the four of contrast, each chosen while it is open",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const found: Record<string, readonly string[]> = {};
    await tour(workbench, async (name) => {
      for (const theme of OTHER_THEMES) {
        await workbench.dress(theme);
        const what = await violations(await workbench.paneFrame(), "html", COLOUR_RULES);
        if (what.length > 0) found[`${name}, ${theme}`] = what;
      }
    });
    expect(found).toEqual({});
  },
  { timeout: 300_000 },
);

browserTest(
  "every view and form with colours forced by the system",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const found: Record<string, readonly string[]> = {};
    await tour(workbench, async (name) => {
      const what = await violations(await workbench.paneFrame(), "html", COLOUR_RULES);
      if (what.length > 0) found[name] = what;
    });
    expect(found).toEqual({});
  },
  { forcedColors: "active" },
);
