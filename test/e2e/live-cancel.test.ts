/** 取消 at any moment leaves the workbook as it was: cells, looks, sheets and settings; so does a failure before results are put in place. */
import type { Workbook } from "../../src/book/model/workbook";
import type { Row } from "../support/submission";
import { closeDesks, Desk, expectSameWorkbook, RECORDS, saved, sheetOf, workbookOfTables } from "./desk";

afterEach(closeDesks);

const COURSE: Row = { 学习形式: "面授培训", 年度: 2017, 半天数: 4, 申报学时: 12, 证明材料: "培训通知", 备注: "2018-1" };
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
async function reviewStopped(desk: Desk, k: number, during: "cancel" | "failure" | "nothing"): Promise<Stopped> {
  let requests = 0;
  let pressed = false;
  desk.onRequest((at) => {
    requests = at + 1;
    if (at !== k || during === "nothing") return null;
    if (during === "failure") {
      pressed = true;
      return GENERAL_FAILURE;
    }
    const button = desk.bench.window.document.querySelector<HTMLButtonElement>('[data-testid="cancel"]');
    pressed = button !== null && !button.disabled && button.getAttribute("aria-disabled") !== "true";
    button?.click();
    return null;
  });
  const state = await desk.review().then(
    () => "done",
    (error: { readonly kind?: string }) => error.kind ?? "failed",
  );
  desk.letPass();
  await desk.bench.settled();
  return { requests, pressed, state };
}

const settingsOf = (desk: Desk): unknown => [...desk.bench.settings];

async function expectAllOrNothing(
  open: () => Promise<Desk>,
  during: "cancel" | "failure",
): Promise<{ readonly requests: number; readonly asItWas: number }> {
  const undisturbed = await open();
  const { requests } = await reviewStopped(undisturbed, -1, "nothing");
  const whole = saved(undisturbed.workbook);
  closeDesks();
  let asItWas = 0;
  for (let k = 0; k < requests; k += 1) {
    const desk = await open();
    const [before, settings] = [saved(desk.workbook), settingsOf(desk)];
    const { state } = await reviewStopped(desk, k, during);
    if (state === "done") expectSameWorkbook(saved(desk.workbook), whole);
    else {
      asItWas += 1;
      expectSameWorkbook(saved(desk.workbook), before);
      // What the last request would have done nobody knows when it fails: then the unit's widths stay noted
      if (during === "cancel") expect(settingsOf(desk)).toEqual(settings);
    }
    closeDesks();
  }
  return { requests, asItWas };
}

test("a small first review, at every request", async () => {
  const { requests, asItWas } = await expectAllOrNothing(() => Desk.open(submission(10)), "cancel");
  expect(asItWas).toBeGreaterThanOrEqual(requests - 3);
});

test("a second review, of a changed sheet, in 仅看问题行, at every request", async () => {
  const { asItWas } = await expectAllOrNothing(async () => {
    const desk = await Desk.open(submission(10));
    await desk.review();
    sheetOf(desk.workbook, RECORDS).setValue(1, 31, "另注");
    desk.bench.window.document.querySelector<HTMLElement>('[data-testid="tab-papers"]')?.click();
    await desk.bench.settled();
    desk.bench.window.document.querySelector<HTMLElement>('[data-testid="problem-view"]')?.click();
    await desk.bench.settled();
    expect(desk.bench.settings.has("ce-hours-review.problem-view")).toBe(true);
    return desk;
  }, "cancel");
  expect(asItWas).toBeGreaterThanOrEqual(3);
});

test.each(["cancel", "failure"] as const)("a review too large for one request: %s at every request", async (during) => {
  const { requests, asItWas } = await expectAllOrNothing(
    () => Desk.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit }),
    during,
  );
  process.stdout.write(
    `${LARGE.records} records in pieces: ${requests} requests, ${asItWas} of them left the workbook as it was\n`,
  );
  expect(requests).toBeGreaterThan(5);
  expect(asItWas).toBeGreaterThanOrEqual(requests - 4);
});

test("what a large review that broke off had left behind is taken away by the next", async () => {
  const whole = await Desk.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit });
  await whole.review();
  const workbook = submission(LARGE.records);
  workbook.addSheet("审核结果(生成中)").setValue(0, 0, "残留");
  const desk = await Desk.open(workbook, { payloadLimit: LARGE.payloadLimit });
  await desk.review();
  expectSameWorkbook(saved(desk.workbook), saved(whole.workbook));
});

test("a workbook whose structure is protected takes a large second review all the same", async () => {
  const desk = await Desk.open(submission(LARGE.records), { payloadLimit: LARGE.payloadLimit });
  await desk.review();
  const once = saved(desk.workbook);
  desk.workbook.structureProtected = true;
  await desk.review();
  desk.workbook.structureProtected = false;
  expectSameWorkbook(saved(desk.workbook), once);
});
