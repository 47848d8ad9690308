/** A review that breaks off: the unit's cells are as they were, the pane says so, and pressing 审核 again heals it. */
import type { Workbook } from "../../src/book/model/workbook";
import {
  closeHarnesses,
  AddinHarness,
  expectInputsKept,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  hasAnnotation,
  INPUTS,
  RECORDS,
  saved,
  sheetOf,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const GENERAL_FAILURE = 5001;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;

/** Ten records of two people; the sheet has a filter, so that a failure may meet it half widened. */
function small(): Workbook {
  const lecture = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 4, 证明材料: "培训通知、结业证书" };
  const records = Array.from({ length: 10 }, (_, at) => ({
    ...lecture,
    登记证书编号: at % 2 === 0 ? "YY000001" : "YY000002",
    名称: `虚构培训${at}`,
    年度: 2013 + Math.floor(at / 2),
  }));
  const workbook = workbookOfTables({ people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }], records });
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box !== null) sheet.autoFilter = { box, criteria: "" };
  return saved(workbook);
}

const undisturbed = (async () => {
  const harness = await AddinHarness.open(small());
  await harness.review();
  return saved(harness.workbook);
})();

const expectInputUntouched = (after: Workbook, before = small()): void => expectInputsKept(after, before);

async function expectFailure(harness: AddinHarness, press: () => Promise<unknown>, words: RegExp): Promise<void> {
  await expect(press()).rejects.toThrow();
  await harness.workbench.settled();
  expect(harness.status.state).toBe("error");
  expect(harness.status.words).toMatch(words);
  expectInputUntouched(saved(harness.workbook));
}

/** `released`: false when it was the giving back of references that failed, which office.js tries again seconds later. */
async function expectHealed(harness: AddinHarness, released = true): Promise<void> {
  await harness.review();
  expect(harness.status.state).toBe("done");
  expectSameWorkbook(saved(harness.workbook), await undisturbed);
  expect(harness.workbench.log.refused).toEqual([]);
  if (released) expect(harness.workbench.liveReferences).toBe(0);
}

/** Requests of an undisturbed review, the first or a later one. The last one is office.js's own: it gives references back, and may fail unseen. */
async function requestsOfReview(again = false): Promise<number> {
  const harness = await AddinHarness.open(small());
  if (again) await harness.review();
  const before = harness.workbench.log.roundTrips;
  await harness.review();
  return harness.workbench.log.roundTrips - before;
}

test("each request of a review fails once", async () => {
  const requests = await requestsOfReview();
  expect(requests).toBeGreaterThan(2);
  for (let k = 0; k < requests; k += 1) {
    const harness = await AddinHarness.open(small());
    harness.onRequest((at) => (at === k ? GENERAL_FAILURE : null));
    if (k < requests - 1) await expectFailure(harness, () => harness.review(), /审核没有完成.*请重试/s);
    else {
      await harness.review();
      expectSameWorkbook(saved(harness.workbook), await undisturbed);
    }
    expect(harness.workbench.log.errors).toHaveLength(1);
    harness.letPass();
    await expectHealed(harness, k < requests - 1);
    closeHarnesses();
  }
});

test.each([
  ["request", REQUEST_TOO_LARGE],
  ["answer", RESPONSE_TOO_LARGE],
])("a %s too large is sent in halves", async (_, code) => {
  const requests = await requestsOfReview();
  let halved = 0;
  for (let k = 0; k < requests; k += 1) {
    const harness = await AddinHarness.open(small());
    harness.onRequest((at) => (at === k ? code : null));
    const ended = await harness.review().then(
      () => "done",
      () => "failed",
    );
    expectInputUntouched(saved(harness.workbook));
    harness.letPass();
    // Questions about sheets, tables and names can't be cut: then the pane says so.
    if (ended === "failed") expect(harness.status.state).toBe("error");
    else {
      halved += 1;
      expectSameWorkbook(saved(harness.workbook), await undisturbed);
    }
    await expectHealed(harness, k < requests - 1);
    closeHarnesses();
  }
  // At least the cells' reading and the writing.
  expect(halved).toBeGreaterThanOrEqual(2);
});

test("too large again and again: halved until it passes", async () => {
  const harness = await AddinHarness.open(small(), { payloadLimit: 60_000 });
  await harness.review();
  expect(
    harness.workbench.log.errors.filter(({ code }) => code.endsWith("PayloadSizeLimitExceeded")).length,
  ).toBeGreaterThan(1);
  expectSameWorkbook(saved(harness.workbook), await undisturbed);
});

test("取消 after each request", async () => {
  const requests = await requestsOfReview();
  const cancelled: number[] = [];
  for (let k = 0; k < requests; k += 1) {
    const harness = await AddinHarness.open(small());
    // A person presses 取消 while the k-th request is under way; it is heard when that one has come back.
    let pressed = false as boolean;
    harness.onRequest((at) => {
      const button =
        at === k ? harness.workbench.window.document.querySelector<HTMLElement>('[data-testid="cancel"]') : null;
      button?.click();
      pressed ||= button !== null;
      return null;
    });
    const ended = await harness.review().then(
      () => "done",
      () => "failed",
    );
    harness.letPass();
    expectInputUntouched(saved(harness.workbook));
    // The last two are the writing of all results and office.js's own: nothing is left that could be left out.
    expect(ended).toBe(pressed && k < requests - 2 ? "failed" : "done");
    if (ended === "failed") {
      cancelled.push(k);
      expect(harness.status).toMatchObject({
        state: "error",
        words: expect.stringMatching(/已取消.*没有改动/s) as string,
      });
    }
    await expectHealed(harness);
    closeHarnesses();
  }
  expect(cancelled.length).toBeGreaterThanOrEqual(2);
});

test("broken off between any two parts of its writing: reviewing again completes it, clearing takes it all away", async () => {
  let written = 0;
  for (let k = 3, failed = true; failed; k += 1) {
    const harness = await AddinHarness.open(small(), { payloadLimit: 60_000 });
    harness.onRequest((at) => (at === k ? GENERAL_FAILURE : null));
    await harness.review().catch(() => undefined);
    failed = harness.workbench.log.errors.some(({ code }) => code === "GeneralException");
    harness.letPass();
    const half = saved(harness.workbook);
    expectInputUntouched(half);
    if (hasAnnotation(sheetOf(half, RECORDS))) written += 1;
    if (k % 2 === 0) await expectHealed(harness, false);
    await harness.clear();
    const after = saved(harness.workbook);
    for (const name of INPUTS)
      expectSame(sheetSnapshot(sheetOf(after, name)), sheetSnapshot(sheetOf(small(), name)), name);
    closeHarnesses();
  }
  expect(written).toBeGreaterThan(1);
});
