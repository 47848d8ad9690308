/** The second, named way of clearing: decisions and ledger go too, but never while a number is valid. */
import type { DoneDetail } from "../../src/taskpane/controller";
import { closeDesks, Desk, expectSameWorkbook, openFile, saved, sheetOf, shown, workbookFacts } from "./desk";
import { byTheOffice } from "../support/office";

afterEach(closeDesks);

async function forget(desk: Desk): Promise<DoneDetail> {
  const { document } = desk.bench.window;
  await desk.show("papers");
  // It stays open when it was refused
  document.querySelector<HTMLElement>('[data-testid="clear"]')?.click();
  await desk.bench.settled();
  const done = new Promise<DoneDetail>((resolve) => {
    document.addEventListener("ce:done", (event) => resolve((event as CustomEvent<DoneDetail>).detail), { once: true });
  });
  document.querySelector<HTMLElement>('[data-testid="forget"]')?.click();
  const detail = await done;
  await desk.bench.settled();
  return detail;
}

test("without a valid number the workbook is as the unit handed it in", async () => {
  const before = openFile("test/golden/example/submission.xlsx");
  for (const name of ["口径"]) {
    const sheet = before.sheetByName(name);
    if (sheet) before.removeSheet(sheet);
  }
  const desk = await Desk.open(saved(before));
  await desk.review();
  await desk.adopt();
  expect(await forget(desk)).toMatchObject({ action: "forget", ok: true });
  expect(desk.status.words).toContain("已清除审核结果、口径、处理意见和台账");
  expectSameWorkbook(saved(desk.workbook), before);
  desk.expectClean();
});

test("while a number is valid nothing is cleared, and the way is said", async () => {
  const desk = await Desk.open(openFile("assets/sample/submission.xlsx"));
  await desk.review();
  await desk.adopt();
  await desk.certificates();
  const before = workbookFacts(saved(desk.workbook));
  const { ok, failure } = await forget(desk);
  expect([ok, failure?.remedy]).toEqual([false, "先在“合格证明”中逐个作废，再清除"]);
  expect(failure?.message).toContain("23 个有效的证明编号（如 2018-0001）");
  expect(workbookFacts(saved(desk.workbook))).toEqual(before);

  // All voided by hand: then it may go.
  const ledger = sheetOf(desk.workbook, "发证台账");
  const box = ledger.usedBox(true);
  const status = Array.from({ length: box?.columns ?? 0 }, (_, column) => shown(ledger, 0, column)).indexOf("状态");
  for (let row = 1; row < (box?.rows ?? 0); row += 1) ledger.setValue(row, status, "作废");
  await byTheOffice(desk.workbook);
  expect((await forget(desk)).ok).toBe(true);
  expect(
    ["口径", "审核意见", "发证台账", "年度汇总", "合格证明"].filter((name) => desk.workbook.sheetByName(name)),
  ).toEqual([]);
});
