/** The second, named way of clearing: decisions and ledger go too, but never while a number is valid. */
import type { DoneDetail } from "../../src/taskpane/controller";
import {
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  openFile,
  saved,
  sheetOf,
  shown,
  workbookSnapshot,
} from "./addin-harness";
import { byTheOffice } from "../support/office";

afterEach(closeHarnesses);

async function forget(harness: AddinHarness): Promise<DoneDetail> {
  const { document } = harness.workbench.window;
  await harness.show("papers");
  // It stays open when it was refused
  document.querySelector<HTMLElement>('[data-testid="clear"]')?.click();
  await harness.workbench.settled();
  const done = new Promise<DoneDetail>((resolve) => {
    document.addEventListener("ce:done", (event) => resolve((event as CustomEvent<DoneDetail>).detail), { once: true });
  });
  document.querySelector<HTMLElement>('[data-testid="forget"]')?.click();
  const detail = await done;
  await harness.workbench.settled();
  return detail;
}

test("without a valid number the workbook is as the unit handed it in", async () => {
  const before = openFile("test/golden/example/submission.xlsx");
  for (const name of ["口径"]) {
    const sheet = before.sheetByName(name);
    if (sheet) before.removeSheet(sheet);
  }
  const harness = await AddinHarness.open(saved(before));
  await harness.review();
  await harness.adopt();
  expect(await forget(harness)).toMatchObject({ action: "forget", ok: true });
  expect(harness.status.words).toContain("已清除审核结果、口径、处理意见和台账");
  expectSameWorkbook(saved(harness.workbook), before);
  harness.expectClean();
});

test("while a number is valid nothing is cleared, and the way is said", async () => {
  const harness = await AddinHarness.open(openFile("assets/sample/submission.xlsx"));
  await harness.review();
  await harness.adopt();
  await harness.certificates();
  const before = workbookSnapshot(saved(harness.workbook));
  const { ok, failure } = await forget(harness);
  expect([ok, failure?.remedy]).toEqual([false, "先在“合格证明”中逐个作废，再清除"]);
  expect(failure?.message).toContain("23 个有效的证明编号（如 2018-0001）");
  expect(workbookSnapshot(saved(harness.workbook))).toEqual(before);

  // All voided by hand: then it may go.
  const ledger = sheetOf(harness.workbook, "发证台账");
  const box = ledger.usedBox(true);
  const status = Array.from({ length: box?.columns ?? 0 }, (_, column) => shown(ledger, 0, column)).indexOf("状态");
  for (let row = 1; row < (box?.rows ?? 0); row += 1) ledger.setValue(row, status, "作废");
  await byTheOffice(harness.workbook);
  expect((await forget(harness)).ok).toBe(true);
  expect(
    ["口径", "审核意见", "发证台账", "年度汇总", "合格证明"].filter((name) => harness.workbook.sheetByName(name)),
  ).toEqual([]);
});
