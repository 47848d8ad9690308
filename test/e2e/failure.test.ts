/**
 * A review too large for one request that breaks off: the unit's cells are as they were, and pressing 审核 again heals it.
 * Each request failing, or cancelled: test/faults.
 */
import type { Workbook } from "../../src/book/model/workbook";
import type { RowCells } from "../support/submission";
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

/** `released`: false when it was the giving back of references that failed, which office.js tries again seconds later. */
async function expectHealed(harness: AddinHarness, released = true): Promise<void> {
  await harness.review();
  expect(harness.status.state).toBe("done");
  expectSameWorkbook(saved(harness.workbook), await undisturbed);
  expect(harness.workbench.log.refused).toEqual([]);
  if (released) expect(harness.workbench.liveReferences).toBe(0);
}

test("too large again and again: halved until it passes", async () => {
  const harness = await AddinHarness.open(small(), { payloadLimit: 60_000 });
  await harness.review();
  expect(
    harness.workbench.log.errors.filter(({ code }) => code.endsWith("PayloadSizeLimitExceeded")).length,
  ).toBeGreaterThan(1);
  expectSameWorkbook(saved(harness.workbook), await undisturbed);
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

// ---- staging ----

const COURSE: RowCells = {
  学习形式: "面授培训",
  年度: 2017,
  半天数: 4,
  申报学时: 12,
  证明材料: "培训通知",
  备注: "2018-1",
};

/** More than fits into a request of so many bytes. */
const LARGE = { records: 200, payloadLimit: 250_000 };
const submission = (count: number): Workbook =>
  workbookOfTables({
    records: Array.from({ length: count }, (_, at) => ({ ...COURSE, 名称: `虚构的继续教育培训活动第${at}号` })),
  });

test("what a large review that broke off had left behind is taken away by the next", async () => {
  const whole = await AddinHarness.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit });
  await whole.review();
  const workbook = submission(LARGE.records);
  workbook.addSheet("审核结果(生成中)").setValue(0, 0, "残留");
  const harness = await AddinHarness.open(workbook, { payloadLimit: LARGE.payloadLimit });
  await harness.review();
  expectSameWorkbook(saved(harness.workbook), saved(whole.workbook));
});

test("a workbook whose structure is protected takes a large second review all the same", async () => {
  const harness = await AddinHarness.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit });
  await harness.review();
  const once = saved(harness.workbook);
  harness.workbook.structureProtected = true;
  await harness.review();
  harness.workbook.structureProtected = false;
  expectSameWorkbook(saved(harness.workbook), once);
});
