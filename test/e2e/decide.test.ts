/** Decisions on records, made in the pane: written to 审核意见, counted, kept, taken back, no longer counted when the record changes. */
import type { ReviewOutcome } from "../../src/excel";
import type { DoneDetail } from "../../src/taskpane/controller";
import type { Row } from "../support/submission";
import {
  annotationOf,
  closeDesks,
  Desk,
  RECORDS,
  saved,
  sheetOf,
  shown,
  workbookFacts,
  workbookOfTables,
} from "./desk";

afterEach(closeDesks);

const LACKING: Row = { 学习形式: "面授培训", 名称: "缺材料的培训", 年度: 2017, 半天数: 4, 证明材料: "培训通知" };
const ORDERLY: Row = {
  学习形式: "面授培训",
  名称: "齐备的培训",
  年度: 2016,
  半天数: 6,
  证明材料: "培训通知、结业证书",
};

/** The pane's control with this test id, once it is there. */
async function control(desk: Desk, selector: string): Promise<HTMLElement> {
  await desk.bench.settled();
  const found = desk.bench.window.document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the pane has no ${selector}`);
  return found;
}

const at = (id: string): string => `[data-testid="${id}"]`;

async function fill(desk: Desk, id: string, value: string): Promise<void> {
  const { window } = desk.bench;
  const field = await control(desk, at(id));
  const input = field instanceof window.HTMLInputElement ? field : field.querySelector("input");
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input?.dispatchEvent(new window.Event("input", { bubbles: true }));
}

/** Presses a control that decides, and waits for the review by it. */
async function ended(desk: Desk, id: string): Promise<DoneDetail> {
  const { document } = desk.bench.window;
  const button = await control(desk, at(id));
  const done = new Promise<DoneDetail>((resolve) => {
    const listen = (event: Event): void => {
      const { detail } = event as CustomEvent<DoneDetail>;
      if (detail.action !== "decide") return;
      document.removeEventListener("ce:done", listen);
      resolve(detail);
    };
    document.addEventListener("ce:done", listen);
  });
  button.click();
  const detail = await done;
  await desk.bench.settled();
  return detail;
}

async function decide(
  desk: Desk,
  code: string,
  treatment: "accept" | "refuse" | "set",
  hours?: string,
  isOutside = false,
): Promise<DoneDetail> {
  await desk.show("findings");
  if (desk.bench.window.document.querySelector(at("decide")) === null)
    (await control(desk, `button[data-code="${code}"]`)).click();
  (await control(desk, at("decide"))).click();
  const choice = await control(desk, `${at("decide-form")} ${at(`decide-${treatment}`)}`);
  (choice instanceof desk.bench.window.HTMLInputElement ? choice : (choice.querySelector("input") ?? choice)).click();
  if (hours !== undefined) await fill(desk, "decide-hours", hours);
  await fill(desk, "decide-reason", "已核原件");
  await fill(desk, "decide-name", "周审核");
  const outside = desk.bench.window.document.querySelector<HTMLElement>(at("decide-outside"));
  expect(outside !== null).toBe(isOutside);
  outside?.click();
  return ended(desk, "decide-confirm");
}

const outcomeOf = (desk: Desk): readonly unknown[] => {
  const sheet = sheetOf(desk.workbook, RECORDS);
  const annotation = annotationOf(sheet);
  return (["核定学时", "审核结论"] as const).map((title) => shown(sheet, annotation.row + 1, annotation.of(title)));
};
function opinions(desk: Desk): readonly Record<string, unknown>[] {
  const sheet = sheetOf(desk.workbook, "审核意见");
  const box = sheet.usedBox(true);
  if (box === null) return [];
  const titles = Array.from({ length: box.columns }, (_, column) => String(shown(sheet, 0, column)));
  return Array.from({ length: box.rows - 1 }, (_, row) =>
    Object.fromEntries(titles.map((title, column) => [title, shown(sheet, row + 1, column)])),
  );
}

test("认定: the record counts, with name, date and reason; it survives a review, and is taken back", async () => {
  const desk = await Desk.open(workbookOfTables({ records: [LACKING, ORDERLY] }));
  await desk.review();
  expect(outcomeOf(desk)).toEqual([0, "不予认定"]);
  const detail = await decide(desk, "evidence-incomplete", "accept");
  expect(detail.ok).toBe(true);
  expect((detail.outcome as ReviewOutcome).review.records[0]).toMatchObject({ verdict: "credited", creditedHours: 16 });
  expect(outcomeOf(desk)).toEqual([16, "认定"]);
  const [line] = opinions(desk).filter((each) => each["处理"] === "认定");
  expect(line).toMatchObject({
    代码: "evidence-incomplete",
    级别: "提示",
    处理: "认定",
    处理人: "周审核",
    理由: "已核原件",
  });
  expect(String(line?.["处理日期"])).toMatch(/^\d{4}-\d{2}-\d{2}$/);

  await desk.review();
  expect(outcomeOf(desk)).toEqual([16, "认定"]);
  expect(opinions(desk).filter((each) => each["处理"] !== null)).toHaveLength(1);

  const before = workbookFacts(saved(desk.workbook));
  await ended(desk, "decide-undo");
  expect(outcomeOf(desk)).toEqual([0, "不予认定"]);
  expect(opinions(desk).filter((each) => each["处理"] !== null)).toHaveLength(0);
  await decide(desk, "evidence-incomplete", "accept");
  expect(workbookFacts(saved(desk.workbook))).toEqual(before);
  desk.expectClean();
});

test("核定学时 n, then otherwise: one decision a record", async () => {
  const desk = await Desk.open(workbookOfTables({ records: [LACKING] }));
  await desk.review();
  await decide(desk, "evidence-incomplete", "set", "12");
  expect(outcomeOf(desk)).toEqual([12, "认定"]);
  await decide(desk, "evidence-incomplete", "refuse");
  expect(outcomeOf(desk)).toEqual([0, "不予认定"]);
  expect(
    opinions(desk)
      .filter((each) => each["处理"] !== null)
      .map((each) => each["处理"]),
  ).toEqual(["不予认定"]);
  desk.expectClean();
});

test("a record that changed waits to be decided on again (待复核)", async () => {
  const desk = await Desk.open(workbookOfTables({ records: [LACKING] }));
  await desk.review();
  await decide(desk, "evidence-incomplete", "accept");
  const sheet = sheetOf(desk.workbook, RECORDS);
  const column = Array.from({ length: 32 }, (_, at_) => String(shown(sheet, 0, at_))).indexOf("半天数");
  sheet.setValue(1, column, 6);
  const { review } = await desk.review();
  expect(review.records[0]).toMatchObject({ verdict: "rejected", creditedHours: 0 });
  expect(review.records[0]?.findings.map(({ code }) => code)).toContain("decision-stale");
});

test("a record that is gone: nothing is written, and it is said", async () => {
  const desk = await Desk.open(workbookOfTables({ records: [LACKING, ORDERLY] }));
  await desk.review();
  const sheet = sheetOf(desk.workbook, RECORDS);
  const column = Array.from({ length: 32 }, (_, at_) => String(shown(sheet, 0, at_))).indexOf("名称");
  sheet.setValue(1, column, "改了名的培训");
  const before = workbookFacts(saved(desk.workbook));
  const detail = await decide(desk, "evidence-incomplete", "accept");
  expect([detail.ok, detail.failure?.message]).toEqual([false, expect.stringContaining("找不到这条记录")]);
  expect(workbookFacts(saved(desk.workbook))).toEqual(before);
});
