/** What the pane says while the workbook is worked on: corrections that were judged, a row selected, results that are older than their inputs. */
import { closeHarnesses, AddinHarness, openFile, RECORDS, sheetOf } from "./addin-harness";

afterEach(closeHarnesses);

const said = (harness: AddinHarness, id: string): string | null =>
  harness.workbench.window.document.querySelector(`[data-testid="${id}"]`)?.textContent ?? null;

async function reviewed(): Promise<AddinHarness> {
  const harness = await AddinHarness.open(openFile("test/golden/example/submission.xlsx"));
  await harness.review();
  await harness.workbench.settled();
  return harness;
}

test("a correction is judged at once, and the pane says so until the next review", async () => {
  const harness = await reviewed();
  const records = sheetOf(harness.workbook, RECORDS);
  const verdict = 36; // AK: 审核结论, behind 32 columns of the unit's
  expect([records.value(1, verdict), records.value(2, verdict)]).toEqual(["认定", "认定"]);
  await harness.workbench.edit(RECORDS, "K2", 6);
  await harness.workbench.settled();
  expect([records.value(1, 33), records.value(1, 35), records.value(1, verdict)]).toEqual([24, 24, "认定"]); // 6 × 4, claimed as 24
  expect(said(harness, "updated")).toContain("已按更正重算 1 行、1 人");
  expect(said(harness, "stale")).toBeNull();
  await harness.review();
  expect(said(harness, "updated")).toBeNull();
  harness.expectClean();
});

test("what concerns everybody waits for a review: the pane says that results are older, and why", async () => {
  const harness = await reviewed();
  await harness.workbench.edit("单位信息", "B1", "改了名的单位");
  await harness.workbench.settled();
  expect(said(harness, "stale")).toContain("人员、口径等其他表有改动");
  await harness.driver.until("review", () =>
    harness.workbench.window.document.querySelector<HTMLElement>('[data-testid="stale-review"]')?.click(),
  );
  await harness.workbench.settled();
  expect(said(harness, "stale")).toBeNull();
  harness.expectClean();
});

test("a row selected in the sheet shows its record: its computation, though nothing was found there", async () => {
  const harness = await reviewed();
  harness.workbench.select(RECORDS, "C2");
  await harness.workbench.settled();
  expect(
    harness.workbench.window.document.querySelector('[data-testid="tab-findings"]')?.getAttribute("aria-selected"),
  ).toBe("true");
  expect(said(harness, "detail")).toContain("学时记录 2");
  expect(said(harness, "explained")).toMatch(/折算.*学时/s);
  harness.expectClean();
});

test("定位下一问题 selects the cell, and its echo leaves the finding as it is; half-filled forms are not taken away", async () => {
  const harness = await reviewed();
  await harness.show("findings");
  const next = async (): Promise<string> => {
    await harness.driver.until("select", () =>
      harness.workbench.window.document.querySelector<HTMLElement>('[data-testid="next-problem"]')?.click(),
    );
    await harness.workbench.settled();
    return said(harness, "finding") ?? "";
  };
  const first = await next();
  const second = await next();
  expect(first).not.toBe("");
  expect(second).not.toBe(first);
  await harness.show("certificates");
  (await harness.driver.control("certificates")).click();
  harness.driver.fill(await harness.driver.control("first-number"), "12");
  harness.workbench.select(RECORDS, "C3");
  await harness.workbench.settled();
  expect(((await harness.driver.control("first-number")) as HTMLInputElement).value).toBe("12");
  await harness.show("findings");
  expect(said(harness, "detail")).toContain("学时记录 3");
  harness.expectClean();
});
