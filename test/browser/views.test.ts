/**
 * All that the pane shows of the sample, in both languages, 320 pixels wide: axe finds nothing by any of its rules, nothing is
 * cut off, and in English nothing is Chinese but the unit's own words and what stands in its sheets.
 */
import { violations } from "./accessibility";
import { browserTest } from "./browser-test";
import { ownChinese, wordsOfWorkbook } from "./chinese";
import { cutOff } from "./fit";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

for (const language of ["zh", "en"] as const) {
  browserTest(
    `every view and form (${language})`,
    async (watched) => {
      const workbench = await openWorkbench(watched, { language });
      expect(await workbench.paneWidth()).toBe(320);
      const words = language === "en" ? await wordsOfWorkbook(workbench) : null;
      const found: Record<string, readonly string[]> = {};
      await tour(workbench, async (name) => {
        const frame = await workbench.paneFrame();
        const what = [
          ...(await violations(frame)),
          ...(await cutOff(frame)),
          ...(words === null ? [] : await ownChinese(frame, words)),
        ];
        if (what.length > 0) found[name] = what;
      });
      expect(found).toEqual({});
    },
    { timeout: 300_000 },
  );
}
