/**
 * All that the pane shows of the sample, 320 pixels wide. In Chinese: axe finds nothing by any of its rules, nothing is cut off,
 * and in every theme of Office's and with colours forced by the system all keeps its contrast, and follows while it is open. In
 * English the same in the light theme, and nothing is Chinese but the unit's own words and what stands in its sheets.
 */
import type { ThemeName } from "../../src/workbench/browser/themes";
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { ownChinese, wordsOfWorkbook } from "./chinese";
import { cutOff } from "./fit";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

/** Light comes last: every rule is asked in it, and the next view is entered in it. */
const THEMES: readonly ThemeName[] = ["dark", "aquatic", "desert", "dusk", "nightSky", "light"];
/** The rules that look at colours; what the others look at is the same in every theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

browserTest(
  "every view and form (zh), in the light theme, the dark one, the four of contrast, and with forced colours",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    expect(await workbench.paneWidth()).toBe(320);
    const found: Record<string, readonly string[]> = {};
    const note = (where: string, what: readonly string[]): void => {
      if (what.length > 0) found[where] = what;
    };
    await tour(workbench, async (name) => {
      const frame = await workbench.paneFrame();
      for (const theme of THEMES) {
        await workbench.dress(theme);
        const light = theme === "light";
        note(`${name}, ${theme}`, await violations(frame, "html", light ? undefined : COLOUR_RULES));
        if (light) note(name, await cutOff(frame));
      }
      await watched.page.emulateMedia({ forcedColors: "active" });
      note(`${name}, forced colours`, await violations(frame, "html", COLOUR_RULES));
      await watched.page.emulateMedia({ forcedColors: "none" });
    });
    expect(found).toEqual({});
  },
  { timeout: 300_000 },
);

browserTest(
  "every view and form (en)",
  async (watched) => {
    const workbench = await openWorkbench(watched, { language: "en" });
    expect(await workbench.paneWidth()).toBe(320);
    const words = await wordsOfWorkbook(workbench);
    const found: Record<string, readonly string[]> = {};
    await tour(workbench, async (name) => {
      const frame = await workbench.paneFrame();
      const what = [...(await violations(frame)), ...(await cutOff(frame)), ...(await ownChinese(frame, words))];
      if (what.length > 0) found[name] = what;
    });
    expect(found).toEqual({});
  },
  { timeout: 300_000 },
);
