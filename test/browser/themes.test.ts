/** Office's themes, and colours forced by the system: all that the pane shows keeps its contrast, and follows while it is open. */
import type { ThemeName } from "../../src/workbench/browser/themes";
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

/** Light is looked at with every rule elsewhere. */
const THEMES: readonly ThemeName[] = ["dark", "aquatic", "desert", "dusk", "nightSky"];
/** The rules that look at colours; what the others look at is the same in every theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

browserTest(
  "every view and form in the dark theme, the four of contrast, and with forced colours",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    const found: Record<string, readonly string[]> = {};
    await tour(workbench, async (name) => {
      const look = async (theme: string): Promise<void> => {
        const what = await violations(await workbench.paneFrame(), "html", COLOUR_RULES);
        if (what.length > 0) found[`${name}, ${theme}`] = what;
      };
      for (const theme of THEMES) {
        await workbench.dress(theme);
        await look(theme);
      }
      await watched.page.emulateMedia({ forcedColors: "active" });
      await look("forced colours");
      await watched.page.emulateMedia({ forcedColors: "none" });
    });
    expect(found).toEqual({});
  },
  { timeout: 300_000 },
);
