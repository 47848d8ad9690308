/** A corrected row is marked 已过期 until it is reviewed again (Results of the workbook contract). */
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { Workbench } from "../../src/workbench";
import { AddinDriver } from "../../src/workbench/cli/driver";
import { openWorkbook } from "../../src/book/xlsx";

const ROOT = join(__dirname, "../..");

test("an edit marks its row, and the next review takes the mark away", async () => {
  const workbook = openWorkbook(readFileSync(join(ROOT, "test/golden/example/submission.xlsx")));
  const workbench = await Workbench.open({ page: join(ROOT, "dist/taskpane.html"), workbook });
  try {
    const addin = new AddinDriver(workbench);
    const records = workbook.sheetByName("学时记录");
    const verdict = 36; // AK: 审核结论, behind 32 columns of the unit's
    await addin.press("review");
    await workbench.idle(700);
    expect([records?.value(1, verdict), records?.value(2, verdict)]).toEqual(["认定", "认定"]);

    await workbench.edit("学时记录", "K2", 6);
    await workbench.idle(900);
    expect([records?.value(1, verdict), records?.value(2, verdict)]).toEqual(["已过期", "认定"]);
    expect(records?.value(1, 33)).toBe(24); // the live =CE.HOURS follows at once: 6 × 4
    expect(workbench.window.document.querySelector('[data-testid="stale"]')?.textContent).toContain("1 行");

    await addin.press("review");
    await workbench.idle(700);
    expect(records?.value(1, verdict)).toBe("认定");
    expect(records?.value(1, 35)).toBe(24);
    expect(workbench.window.document.querySelector('[data-testid="stale"]')).toBeNull();
    expect(workbench.log.refused).toEqual([]);
    expect(workbench.log.errors).toEqual([]);
  } finally {
    workbench.close();
  }
});
