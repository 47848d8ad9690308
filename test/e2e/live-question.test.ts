/** One question of 口径 decided in the pane: written with name, date and reason, reviewed by, and taken back. */
import type { ReviewOutcome } from "../../src/excel";
import type { DoneDetail } from "../../src/taskpane/controller";
import {
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  rowTexts,
  saved,
  sheetOf,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const MEETING = { 学习形式: "学术会议", 名称: "年会", 会议天数: 1, 证明材料: "会议邀请函、学习笔记" };

async function control(harness: AddinHarness, selector: string): Promise<HTMLElement> {
  await harness.workbench.settled();
  const found = harness.workbench.window.document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the pane has no ${selector}`);
  return found;
}

const at = (id: string): string => `[data-testid="${id}"]`;
const press = async (harness: AddinHarness, id: string): Promise<void> => {
  const found = await control(harness, at(id));
  ((found.querySelector("input[type=radio]") as HTMLElement | null) ?? found).click();
};

async function fill(harness: AddinHarness, id: string, value: string): Promise<void> {
  const { window } = harness.workbench;
  const field = await control(harness, at(id));
  const input = field instanceof window.HTMLInputElement ? field : field.querySelector("input");
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input?.dispatchEvent(new window.Event("input", { bubbles: true }));
}

async function ended(harness: AddinHarness, id: string): Promise<DoneDetail> {
  const { document } = harness.workbench.window;
  const done = new Promise<DoneDetail>((resolve) => {
    const listen = (event: Event): void => {
      const { detail } = event as CustomEvent<DoneDetail>;
      if (detail.action !== "decide-question") return;
      document.removeEventListener("ce:done", listen);
      resolve(detail);
    };
    document.addEventListener("ce:done", listen);
  });
  await press(harness, id);
  const detail = await done;
  await harness.workbench.settled();
  return detail;
}

const lineOf = (harness: AddinHarness, id: string): readonly string[] | undefined => {
  const sheet = sheetOf(harness.workbook, "口径");
  return [...sheet.rows.keys()]
    .map((row) => rowTexts(sheet, row))
    .find(([first]) => first === id)
    ?.slice(5, 11);
};

test("decided, and taken back: the workbook is as it was", async () => {
  const harness = await AddinHarness.open(workbookOfTables({ records: [MEETING] }));
  const open = await harness.review();
  expect(open.review.records[0]).toMatchObject({ verdict: "pending" });
  const before = saved(harness.workbook);
  await press(harness, "tab-decide");
  await press(harness, "choose-J-08");
  await press(harness, "option-zero");
  await fill(harness, "question-reason", "会议纪要第3号");
  await fill(harness, "question-name", "孙局");
  const { ok, outcome } = await ended(harness, "question-confirm");
  expect(ok).toBe(true);
  expect((outcome as ReviewOutcome).review.records[0]).toMatchObject({ verdict: "rejected", creditedHours: 0 });
  expect(lineOf(harness, "J-08")).toEqual([
    "计 0",
    "孙局",
    expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    "会议纪要第3号",
    "",
    // The office's mark
    expect.stringMatching(/^[\w-]{22}$/) as string,
  ]);

  await press(harness, "undo");
  await harness.workbench.settled();
  expect(lineOf(harness, "J-08")).toEqual([]);
  expectSameWorkbook(saved(harness.workbook), before);
  harness.expectClean();
});
