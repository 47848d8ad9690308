/** A cell being edited, a co-author, protections, a workbook that is no submission: each with its own words and a way out. */
import type { Workbook } from "../../src/book/model/workbook";
import { AddinFailure } from "../../src/cli/driver";
import type { DoneDetail } from "../../src/taskpane/controller";
import type { RowCells } from "../support/submission";
import {
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  hasAnnotation,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const COURSE: RowCells = {
  学习形式: "面授培训",
  名称: "专业技术培训",
  年度: 2017,
  半天数: 4,
  证明材料: "培训通知、结业证书",
};
const small = (): Workbook => workbookOfTables({ records: [COURSE, { ...COURSE, 名称: "另一培训" }] });

/** The end of the next action. */
function ended(harness: AddinHarness): Promise<DoneDetail> {
  const { document } = harness.workbench.window;
  return new Promise((resolve) =>
    document.addEventListener("ce:done", (event) => resolve((event as CustomEvent<DoneDetail>).detail), { once: true }),
  );
}

const press = (harness: AddinHarness, id: string): void =>
  harness.workbench.window.document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
const words = (harness: AddinHarness): string => harness.workbench.window.document.body.textContent;
const halfDays = (harness: AddinHarness): number => rowTexts(sheetOf(harness.workbook, RECORDS), 0).indexOf("半天数");

/** Resolves when the page's words hold these; the test's own time limit ends a wait in vain. */
function said(harness: AddinHarness, text: string): Promise<void> {
  const { document, MutationObserver } = harness.workbench.window;
  return new Promise((resolve) => {
    const look = (): void => {
      if (!words(harness).includes(text)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}

describe("a cell is being edited", () => {
  test("it says so, and goes on by itself after Enter", async () => {
    const harness = await AddinHarness.open(small());
    harness.workbench.user.beginCellEdit();
    const done = ended(harness);
    press(harness, "review");
    await said(harness, "请先按回车结束编辑");
    expect(hasAnnotation(sheetOf(harness.workbook, RECORDS))).toBe(false);
    harness.workbench.user.endCellEdit();
    expect(await done).toMatchObject({ action: "review", ok: true });
    expect(hasAnnotation(sheetOf(harness.workbook, RECORDS))).toBe(true);
    expect(words(harness)).not.toContain("请先按回车结束编辑");
  });

  test("waiting can be cancelled", async () => {
    const harness = await AddinHarness.open(small());
    const before = saved(harness.workbook);
    harness.workbench.user.beginCellEdit();
    const done = ended(harness);
    press(harness, "review");
    await said(harness, "请先按回车结束编辑");
    press(harness, "cancel");
    expect(await done).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
    harness.workbench.user.endCellEdit();
    expectSameWorkbook(saved(harness.workbook), before);
  });

  test("a correction made just before is brought in after Enter", async () => {
    const harness = await AddinHarness.open(small());
    await harness.review();
    harness.workbench.user.put(sheetOf(harness.workbook, RECORDS), 1, halfDays(harness), 6);
    harness.workbench.user.beginCellEdit();
    await harness.workbench.settled();
    harness.workbench.user.endCellEdit();
    await harness.workbench.settled();
    const sheet = sheetOf(harness.workbook, RECORDS);
    expect(shown(sheet, 1, annotationOf(sheet).of("核定学时"))).toBe(24);
  });
});

describe("changed while it was reviewed", () => {
  /** Does something while the request that reads the cells is under way. */
  async function reviewed(
    change: (harness: AddinHarness) => void,
  ): Promise<{ readonly harness: AddinHarness; readonly before: Workbook; readonly detail: DoneDetail }> {
    const harness = await AddinHarness.open(small());
    await harness.review();
    await harness.workbench.settled();
    let before = saved(harness.workbook);
    harness.onRequest((at) => {
      if (at !== 2) return null;
      change(harness);
      before = saved(harness.workbook);
      return null;
    });
    const done = ended(harness);
    press(harness, "review");
    const detail = await done;
    harness.letPass();
    return { harness, before, detail };
  }

  test.each<readonly [string, (harness: AddinHarness) => void]>(
    // A case a line
    // prettier-ignore
    [
    ["by a co-author", (harness) => harness.workbench.user.as("Remote").put(sheetOf(harness.workbook, RECORDS), 1, halfDays(harness), 6)],
    ["by a co-author who puts a row in", (harness) => harness.workbench.user.as("Remote").insertRows(sheetOf(harness.workbook, RECORDS), 1, 1)],
    ["by a row put in here", (harness) => harness.workbench.user.insertRows(sheetOf(harness.workbook, RECORDS), 1, 1)],
  ],
  )("%s: nothing is written, and it is said", async (_, change) => {
    const { harness, before, detail } = await reviewed(change);
    expect(detail).toMatchObject({
      ok: false,
      failure: { kind: "changed", message: "读取之后，“学时记录”又有改动，结果没有写入" },
    });
    const verdicts = (workbook: Workbook): readonly string[] => {
      const sheet = sheetOf(workbook, RECORDS);
      return [1, 2, 3].map((row) => String(shown(sheet, row, annotationOf(sheet).of("审核结论"))));
    };
    expect(verdicts(harness.workbook)).toEqual(verdicts(before));
    await harness.workbench.settled();
    expect((await harness.review()).review.records.length).toBeGreaterThan(0);
  });

  test("by a corrected cell here: the review is written, and the correction follows", async () => {
    const { harness, detail } = await reviewed((each) =>
      each.workbench.user.put(sheetOf(each.workbook, RECORDS), 1, halfDays(each), 6),
    );
    expect(detail.ok).toBe(true);
    await harness.workbench.settled();
    const sheet = sheetOf(harness.workbook, RECORDS);
    expect(shown(sheet, 1, annotationOf(sheet).of("核定学时"))).toBe(24);
  });
});

describe("each has its own kind, words and way out, in both languages", () => {
  const without =
    (name: string) =>
    (workbook: Workbook): void => {
      const sheet = workbook.sheetByName(name);
      if (sheet !== undefined) workbook.removeSheet(sheet);
    };
  test.each<readonly [string, (workbook: Workbook) => void, string, RegExp, RegExp]>(
    // A case a line
    // prettier-ignore
    [
    ["a protected sheet", (workbook) => void (sheetOf(workbook, RECORDS).protected = true), "protected", /“学时记录”受保护.*撤销工作表保护/s, /“学时记录” is protected.*Unprotect the sheet/s],
    ["a protected structure", (workbook) => void (workbook.structureProtected = true), "structure-protected", /结构受保护.*撤销工作簿保护/s, /structure is protected.*Unprotect the workbook/s],
    ["a missing sheet", without("人员信息"), "missing-sheet", /缺少工作表“人员信息”.*标准申报工作簿/s, /“人员信息” is missing.*standard submission workbook/s],
    ["another template", (workbook) => sheetOf(workbook, RECORDS).setValue(0, 4, "随便"), "input", /不能审核/, /can't be reviewed/],
    ["a sheet without its header", (workbook) => { for (let column = 0; column < 40; column += 1) sheetOf(workbook, RECORDS).setValue(0, column, null); }, "wrong-template", /“学时记录”不是标准申报表/, /“学时记录” does not look like the standard form/],
  ],
  )("%s", async (_, prepare, kind, zh, en) => {
    for (const [locale, expected] of [
      ["zh-CN", zh],
      ["en-US", en],
    ] as const) {
      const workbook = small();
      prepare(workbook);
      const harness = await AddinHarness.open(workbook, { locale });
      const before = saved(harness.workbook);
      const done = ended(harness);
      press(harness, "review");
      const { failure } = await done;
      expect(failure?.kind).toBe(kind);
      await harness.workbench.settled();
      expect(words(harness)).toMatch(expected);
      expectSameWorkbook(saved(harness.workbook), before);
      closeHarnesses();
    }
  });

  test("Excel has no time", async () => {
    const harness = await AddinHarness.open(small());
    harness.onRequest(() => 5102);
    await expect(harness.review()).rejects.toThrow(AddinFailure);
    expect(words(harness)).toMatch(/Excel 正忙.*稍候片刻/s);
  });
});
