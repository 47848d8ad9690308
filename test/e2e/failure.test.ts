/** A review that breaks off: the unit's cells are as they were, the pane says so, and pressing 审核 again heals it. */
import type { Workbook } from "../../src/workbench/model/workbook";
import { annotationOf, closeDesks, Desk, expectSame, expectSameWorkbook, factsOf, hasAnnotation, RECORDS, saved, sheetOf, workbookOfTables } from "./desk";

afterEach(closeDesks);

const INPUTS = ["单位信息", "人员信息", "学时记录", "培训备案"];
const GENERAL_FAILURE = 5001;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;

/** Ten records of two people; the sheet has a filter, so that a failure may meet it half widened. */
function small(): Workbook {
  const lecture = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 4, 证明材料: "培训通知、结业证书" };
  const records = Array.from({ length: 10 }, (_, at) => ({ ...lecture, 登记证书编号: at % 2 === 0 ? "YY000001" : "YY000002", 名称: `虚构培训${at}`, 年度: 2013 + Math.floor(at / 2) }));
  const workbook = workbookOfTables({ people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }], records });
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box !== null) sheet.autoFilter = { box, criteria: "" };
  return saved(workbook);
}

const undisturbed = (async () => {
  const desk = await Desk.open(small());
  await desk.review();
  return saved(desk.workbook);
})();

/** Whatever of ours is there: all that the unit filled in is what it was. */
function expectInputUntouched(after: Workbook): void {
  const before = small();
  for (const name of INPUTS) {
    const sheet = sheetOf(after, name);
    const end = name === RECORDS ? (hasAnnotation(sheet) ? annotationOf(sheet).column : (sheetOf(before, name).usedBox(true)?.columns ?? 0)) : Infinity;
    expectSame(factsOf(sheet, end), factsOf(sheetOf(before, name), end), name);
  }
}

async function expectFailure(desk: Desk, press: () => Promise<unknown>, words: RegExp): Promise<void> {
  await expect(press()).rejects.toThrow();
  await desk.bench.idle(30);
  expect(desk.status.state).toBe("error");
  expect(desk.status.words).toMatch(words);
  expectInputUntouched(saved(desk.workbook));
}

/** `released`: false when it was the giving back of references that failed, which office.js tries again seconds later. */
async function expectHealed(desk: Desk, released = true): Promise<void> {
  await desk.review();
  expect(desk.status.state).toBe("done");
  expectSameWorkbook(saved(desk.workbook), await undisturbed);
  expect(desk.bench.log.refused).toEqual([]);
  if (released) expect(desk.bench.liveReferences).toBe(0);
}

/** Requests of one undisturbed review. The last one is office.js's own: it gives references back, and may fail unseen. */
async function requestsOfReview(): Promise<number> {
  const desk = await Desk.open(small());
  await desk.review();
  return desk.bench.log.roundTrips;
}

test("each request of a review fails once", async () => {
  const requests = await requestsOfReview();
  expect(requests).toBeGreaterThan(2);
  for (let k = 0; k < requests; k += 1) {
    const desk = await Desk.open(small());
    let index = -1;
    desk.bench.failRequest = (at) => (at === k ? ((index = at), GENERAL_FAILURE) : null);
    if (k < requests - 1) await expectFailure(desk, () => desk.review(), /审核没有完成.*请重试/s);
    else {
      await desk.review();
      expectSameWorkbook(saved(desk.workbook), await undisturbed);
    }
    expect(index).toBe(k);
    desk.bench.failRequest = null;
    await expectHealed(desk, k < requests - 1);
    closeDesks();
  }
});

test("each request of a second review fails once: the first one's result is not lost", async () => {
  const requests = await requestsOfReview();
  for (let k = 0; k < requests; k += 1) {
    const desk = await Desk.open(small());
    await desk.review();
    const sent = desk.bench.log.roundTrips;
    let failed = false;
    desk.bench.failRequest = () => (desk.bench.log.roundTrips - sent === k && !failed ? ((failed = true), GENERAL_FAILURE) : null);
    const outcome = await desk.review().then(() => "done", () => "failed");
    expect(failed).toBe(true);
    expect(outcome).toBe(k < requests - 1 ? "failed" : "done");
    expectInputUntouched(saved(desk.workbook));
    desk.bench.failRequest = null;
    await expectHealed(desk, k < requests - 1);
    closeDesks();
  }
});

test.each([
  ["request", REQUEST_TOO_LARGE],
  ["answer", RESPONSE_TOO_LARGE],
])("a %s too large is sent in halves", async (_, code) => {
  const requests = await requestsOfReview();
  let halved = 0;
  for (let k = 0; k < requests; k += 1) {
    const desk = await Desk.open(small());
    desk.bench.failRequest = (at) => (at === k ? code : null);
    const ended = await desk.review().then(() => "done", () => "failed");
    expectInputUntouched(saved(desk.workbook));
    desk.bench.failRequest = null;
    // Questions about sheets, tables and names can't be cut: then the pane says so.
    if (ended === "failed") expect(desk.status.state).toBe("error");
    else {
      halved += 1;
      expectSameWorkbook(saved(desk.workbook), await undisturbed);
    }
    await expectHealed(desk, k < requests - 1);
    closeDesks();
  }
  // At least the cells' reading and the writing.
  expect(halved).toBeGreaterThanOrEqual(2);
});

test("too large again and again: halved until it passes", async () => {
  const desk = await Desk.open(small(), { payloadLimit: 60_000 });
  await desk.review();
  expect(desk.bench.log.errors.filter(({ code }) => code.endsWith("PayloadSizeLimitExceeded")).length).toBeGreaterThan(1);
  expectSameWorkbook(saved(desk.workbook), await undisturbed);
});

test("取消 after each request", async () => {
  const requests = await requestsOfReview();
  const cancelled: number[] = [];
  for (let k = 0; k < requests; k += 1) {
    const desk = await Desk.open(small());
    // A person presses 取消 while the k-th request is under way; it is heard when that one has come back.
    let pressed = false;
    desk.bench.failRequest = (at) => {
      const button = at === k ? desk.bench.window.document.querySelector<HTMLElement>('[data-testid="cancel"]') : null;
      button?.click();
      pressed ||= button !== null;
      return null;
    };
    const ended = await desk.review().then(() => "done", () => "failed");
    desk.bench.failRequest = null;
    expectInputUntouched(saved(desk.workbook));
    // The last two are the writing of all results and office.js's own: nothing is left that could be left out.
    expect(ended).toBe(pressed && k < requests - 2 ? "failed" : "done");
    if (ended === "failed") {
      cancelled.push(k);
      expect(desk.status).toMatchObject({ state: "error", words: expect.stringMatching(/已取消.*没有改动/s) as string });
    }
    await expectHealed(desk);
    closeDesks();
  }
  expect(cancelled.length).toBeGreaterThanOrEqual(2);
});
