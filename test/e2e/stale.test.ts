/** What the pane says while the workbook is worked on: corrections that were judged, a row selected, results that are older than their inputs. */
import { closeDesks, Desk, openFile, RECORDS, sheetOf } from "./desk";

afterEach(closeDesks);

const said = (desk: Desk, id: string): string | null =>
  desk.bench.window.document.querySelector(`[data-testid="${id}"]`)?.textContent ?? null;

async function reviewed(): Promise<Desk> {
  const desk = await Desk.open(openFile("test/golden/example/submission.xlsx"));
  await desk.review();
  await desk.bench.settled();
  return desk;
}

test("a correction is judged at once, and the pane says so until the next review", async () => {
  const desk = await reviewed();
  const records = sheetOf(desk.workbook, RECORDS);
  const verdict = 36; // AK: 审核结论, behind 32 columns of the unit's
  expect([records.value(1, verdict), records.value(2, verdict)]).toEqual(["认定", "认定"]);
  await desk.bench.edit(RECORDS, "K2", 6);
  await desk.bench.settled();
  expect([records.value(1, 33), records.value(1, 35), records.value(1, verdict)]).toEqual([24, 24, "认定"]); // 6 × 4, claimed as 24
  expect(said(desk, "updated")).toContain("已按更正重算 1 行、1 人");
  expect(said(desk, "stale")).toBeNull();
  await desk.review();
  expect(said(desk, "updated")).toBeNull();
  desk.expectClean();
});

test("what concerns everybody waits for a review: the pane says that results are older, and why", async () => {
  const desk = await reviewed();
  await desk.bench.edit("单位信息", "B1", "改了名的单位");
  await desk.bench.settled();
  expect(said(desk, "stale")).toContain("人员、口径等其他表有改动");
  await desk.addin.until("review", () =>
    desk.bench.window.document.querySelector<HTMLElement>('[data-testid="stale-review"]')?.click(),
  );
  await desk.bench.settled();
  expect(said(desk, "stale")).toBeNull();
  desk.expectClean();
});

test("a row selected in the sheet shows its record: its computation, though nothing was found there", async () => {
  const desk = await reviewed();
  desk.bench.select(RECORDS, "C2");
  await desk.bench.settled();
  expect(desk.bench.window.document.querySelector('[data-testid="tab-findings"]')?.getAttribute("aria-selected")).toBe(
    "true",
  );
  expect(said(desk, "detail")).toContain("学时记录 2");
  expect(said(desk, "explained")).toMatch(/折算.*学时/s);
  desk.expectClean();
});

test("定位下一问题 selects the cell, and its echo leaves the finding as it is; half-filled forms are not taken away", async () => {
  const desk = await reviewed();
  await desk.show("findings");
  const next = async (): Promise<string> => {
    await desk.addin.until("select", () =>
      desk.bench.window.document.querySelector<HTMLElement>('[data-testid="next-problem"]')?.click(),
    );
    await desk.bench.settled();
    return said(desk, "finding") ?? "";
  };
  const first = await next();
  const second = await next();
  expect(first).not.toBe("");
  expect(second).not.toBe(first);
  await desk.show("certificates");
  (await desk.addin.control("certificates")).click();
  desk.addin.fill(await desk.addin.control("first-number"), "12");
  desk.bench.select(RECORDS, "C3");
  await desk.bench.settled();
  expect(((await desk.addin.control("first-number")) as HTMLInputElement).value).toBe("12");
  await desk.show("findings");
  expect(said(desk, "detail")).toContain("学时记录 3");
  desk.expectClean();
});
