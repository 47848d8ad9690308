/** Decisions on records, made in the pane: written to 审核意见, counted, kept, taken back, no longer counted when the record changes. */
import type { ReviewOutcome } from "../../src/excel";
import type { DoneDetail } from "../../src/taskpane/controller";
import type { RowCells } from "../support/submission";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  RECORDS,
  saved,
  sheetOf,
  shown,
  workbookSnapshot,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const LACKING: RowCells = { 学习形式: "面授培训", 名称: "缺材料的培训", 年度: 2017, 半天数: 4, 证明材料: "培训通知" };
const ORDERLY: RowCells = {
  学习形式: "面授培训",
  名称: "齐备的培训",
  年度: 2016,
  半天数: 6,
  证明材料: "培训通知、结业证书",
};

/** The pane's control with this test id, once it is there. */
async function control(harness: AddinHarness, selector: string): Promise<HTMLElement> {
  await harness.workbench.settled();
  const found = harness.workbench.window.document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the pane has no ${selector}`);
  return found;
}

const at = (id: string): string => `[data-testid="${id}"]`;

async function fill(harness: AddinHarness, id: string, value: string): Promise<void> {
  const { window } = harness.workbench;
  const field = await control(harness, at(id));
  const input = field instanceof window.HTMLInputElement ? field : field.querySelector("input");
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input?.dispatchEvent(new window.Event("input", { bubbles: true }));
}

/** Presses a control that decides, and waits for the review by it. */
async function ended(harness: AddinHarness, id: string, action = "decide"): Promise<DoneDetail> {
  const { document } = harness.workbench.window;
  const button = await control(harness, at(id));
  const done = new Promise<DoneDetail>((resolve) => {
    const listen = (event: Event): void => {
      const { detail } = event as CustomEvent<DoneDetail>;
      if (detail.action !== action) return;
      document.removeEventListener("ce:done", listen);
      resolve(detail);
    };
    document.addEventListener("ce:done", listen);
  });
  button.click();
  const detail = await done;
  await harness.workbench.settled();
  return detail;
}

async function decide(
  harness: AddinHarness,
  code: string,
  treatment: "accept" | "refuse" | "set",
  hours?: string,
  isOutside = false,
): Promise<DoneDetail> {
  await harness.show("findings");
  if (harness.workbench.window.document.querySelector(at("decide")) === null)
    (await control(harness, `button[data-code="${code}"]`)).click();
  (await control(harness, at("decide"))).click();
  const choice = await control(harness, `${at("decide-form")} ${at(`decide-${treatment}`)}`);
  (choice instanceof harness.workbench.window.HTMLInputElement
    ? choice
    : (choice.querySelector("input") ?? choice)
  ).click();
  if (hours !== undefined) await fill(harness, "decide-hours", hours);
  await fill(harness, "decide-reason", "已核原件");
  await fill(harness, "decide-name", "周审核");
  const outside = harness.workbench.window.document.querySelector<HTMLElement>(at("decide-outside"));
  expect(outside !== null).toBe(isOutside);
  outside?.click();
  return ended(harness, "decide-confirm");
}

const outcomeOf = (harness: AddinHarness): readonly unknown[] => {
  const sheet = sheetOf(harness.workbook, RECORDS);
  const annotation = annotationOf(sheet);
  return (["核定学时", "审核结论"] as const).map((title) => shown(sheet, annotation.row + 1, annotation.of(title)));
};
function opinions(harness: AddinHarness): readonly Record<string, unknown>[] {
  const sheet = sheetOf(harness.workbook, "审核意见");
  const box = sheet.usedBox(true);
  if (box === null) return [];
  const titles = Array.from({ length: box.columns }, (_, column) => String(shown(sheet, 0, column)));
  return Array.from({ length: box.rows - 1 }, (_, row) =>
    Object.fromEntries(titles.map((title, column) => [title, shown(sheet, row + 1, column)])),
  );
}

test("认定: the record counts, with name, date and reason; it survives a review, and is taken back", async () => {
  const harness = await AddinHarness.open(workbookOfTables({ records: [LACKING, ORDERLY] }));
  await harness.review();
  expect(outcomeOf(harness)).toEqual([0, "不予认定"]);
  const detail = await decide(harness, "evidence-incomplete", "accept");
  expect(detail.ok).toBe(true);
  expect((detail.outcome as ReviewOutcome).review.records[0]).toMatchObject({ verdict: "credited", creditedHours: 16 });
  expect(outcomeOf(harness)).toEqual([16, "认定"]);
  const [line] = opinions(harness).filter((each) => each["处理"] === "认定");
  expect(line).toMatchObject({
    代码: "evidence-incomplete",
    级别: "提示",
    处理: "认定",
    处理人: "周审核",
    理由: "已核原件",
  });
  expect(String(line?.["处理日期"])).toMatch(/^\d{4}-\d{2}-\d{2}$/);

  await harness.review();
  expect(outcomeOf(harness)).toEqual([16, "认定"]);
  expect(opinions(harness).filter((each) => each["处理"] !== null)).toHaveLength(1);

  const before = workbookSnapshot(saved(harness.workbook));
  await ended(harness, "decide-undo");
  expect(outcomeOf(harness)).toEqual([0, "不予认定"]);
  expect(opinions(harness).filter((each) => each["处理"] !== null)).toHaveLength(0);
  await decide(harness, "evidence-incomplete", "accept");
  expect(workbookSnapshot(saved(harness.workbook))).toEqual(before);
  harness.expectClean();
});

test("核定学时 n, then otherwise: one decision a record", async () => {
  const harness = await AddinHarness.open(workbookOfTables({ records: [LACKING] }));
  await harness.review();
  await decide(harness, "evidence-incomplete", "set", "12");
  expect(outcomeOf(harness)).toEqual([12, "认定"]);
  await decide(harness, "evidence-incomplete", "refuse");
  expect(outcomeOf(harness)).toEqual([0, "不予认定"]);
  expect(
    opinions(harness)
      .filter((each) => each["处理"] !== null)
      .map((each) => each["处理"]),
  ).toEqual(["不予认定"]);
  harness.expectClean();
});

test("a record that changed waits to be decided on again (待复核)", async () => {
  const harness = await AddinHarness.open(workbookOfTables({ records: [LACKING] }));
  await harness.review();
  await decide(harness, "evidence-incomplete", "accept");
  const sheet = sheetOf(harness.workbook, RECORDS);
  const column = Array.from({ length: 32 }, (_, at_) => String(shown(sheet, 0, at_))).indexOf("半天数");
  sheet.setValue(1, column, 6);
  const { review } = await harness.review();
  expect(review.records[0]).toMatchObject({ verdict: "rejected", creditedHours: 0 });
  expect(review.records[0]?.findings.map(({ code }) => code)).toContain("decision-stale");
});

test("a record that is gone: nothing is written, and it is said", async () => {
  const harness = await AddinHarness.open(workbookOfTables({ records: [LACKING, ORDERLY] }));
  await harness.review();
  const sheet = sheetOf(harness.workbook, RECORDS);
  const column = Array.from({ length: 32 }, (_, at_) => String(shown(sheet, 0, at_))).indexOf("名称");
  sheet.setValue(1, column, "改了名的培训");
  const before = workbookSnapshot(saved(harness.workbook));
  const detail = await decide(harness, "evidence-incomplete", "accept");
  expect([detail.ok, detail.failure?.message]).toEqual([false, expect.stringContaining("找不到这条记录")]);
  expect(workbookSnapshot(saved(harness.workbook))).toEqual(before);
});

test("a list of records at once: each line signed, taken back as one", async () => {
  const records = ["第一个", "第二个", "第三个"].map((名称) => ({ ...LACKING, 名称 }));
  const harness = await AddinHarness.open(workbookOfTables({ records }));
  await harness.review();
  await harness.show("findings");
  await harness.workbench.settled();
  (await control(harness, at("decide-many"))).click();
  const choice = await control(harness, at("many-accept"));
  (choice instanceof harness.workbench.window.HTMLInputElement
    ? choice
    : (choice.querySelector("input") ?? choice)
  ).click();
  await fill(harness, "many-reason", "已核原件");
  await fill(harness, "many-name", "周审核");
  expect((await ended(harness, "many-confirm", "decide-many")).ok).toBe(true);
  const decided = (): readonly unknown[] =>
    opinions(harness).flatMap((line) =>
      line["处理"] === null || line["处理"] === "" ? [] : [[line["处理"], line["处理人"], line["理由"]]],
    );
  expect(decided()).toEqual(records.map(() => ["认定", "周审核", "已核原件"]));
  expect((await ended(harness, "undo", "decide-many")).ok).toBe(true);
  expect(decided()).toEqual([]);
  harness.expectClean();
});
