/**
 * 取消 at any moment of a large review leaves the workbook as it was: cells, looks, sheets and settings; so does a failure
 * before results are put in place. A small review: test/faults.
 */
import type { Workbook } from "../../src/book/model/workbook";
import type { RowCells } from "../support/submission";
import { closeHarnesses, AddinHarness, expectSameWorkbook, saved, workbookOfTables } from "./addin-harness";

afterEach(closeHarnesses);

const COURSE: RowCells = {
  学习形式: "面授培训",
  年度: 2017,
  半天数: 4,
  申报学时: 12,
  证明材料: "培训通知",
  备注: "2018-1",
};
const GENERAL_FAILURE = 5001;

/** More than fits into a request of so many bytes. */
const LARGE = { records: 200, payloadLimit: 250_000 };
const submission = (count: number): Workbook =>
  workbookOfTables({
    records: Array.from({ length: count }, (_, at) => ({ ...COURSE, 名称: `虚构的继续教育培训活动第${at}号` })),
  });

interface Stopped {
  /** Requests of the page from the press to its end. */
  readonly requests: number;
  readonly pressed: boolean;
  readonly state: string;
}

/** Reviews, and does something while the k-th request is under way. */
async function reviewStopped(
  harness: AddinHarness,
  k: number,
  during: "cancel" | "failure" | "nothing",
): Promise<Stopped> {
  let requests = 0;
  let pressed = false;
  harness.onRequest((at) => {
    requests = at + 1;
    if (at !== k || during === "nothing") return null;
    if (during === "failure") {
      pressed = true;
      return GENERAL_FAILURE;
    }
    const button = harness.workbench.window.document.querySelector<HTMLButtonElement>('[data-testid="cancel"]');
    pressed = button !== null && !button.disabled && button.getAttribute("aria-disabled") !== "true";
    button?.click();
    return null;
  });
  const state = await harness.review().then(
    () => "done",
    (error: { readonly kind?: string }) => error.kind ?? "failed",
  );
  harness.letPass();
  await harness.workbench.settled();
  return { requests, pressed, state };
}

const settingsOf = (harness: AddinHarness): unknown => [...harness.workbench.settings];

async function expectAllOrNothing(
  open: () => Promise<AddinHarness>,
  during: "cancel" | "failure",
): Promise<{ readonly requests: number; readonly asItWas: number }> {
  const undisturbed = await open();
  const { requests } = await reviewStopped(undisturbed, -1, "nothing");
  const whole = saved(undisturbed.workbook);
  closeHarnesses();
  let asItWas = 0;
  for (let k = 0; k < requests; k += 1) {
    const harness = await open();
    const [before, settings] = [saved(harness.workbook), settingsOf(harness)];
    const { state } = await reviewStopped(harness, k, during);
    if (state === "done") expectSameWorkbook(saved(harness.workbook), whole);
    else {
      asItWas += 1;
      expectSameWorkbook(saved(harness.workbook), before);
      // What the last request would have done nobody knows when it fails: then the unit's widths stay noted
      if (during === "cancel") expect(settingsOf(harness)).toEqual(settings);
    }
    closeHarnesses();
  }
  return { requests, asItWas };
}

test.each(["cancel", "failure"] as const)("a review too large for one request: %s at every request", async (during) => {
  const { requests, asItWas } = await expectAllOrNothing(
    () => AddinHarness.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit }),
    during,
  );
  process.stdout.write(
    `${LARGE.records} records in pieces: ${requests} requests, ${asItWas} of them left the workbook as it was\n`,
  );
  expect(requests).toBeGreaterThan(5);
  expect(asItWas).toBeGreaterThanOrEqual(requests - 4);
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
