/** A cell being edited, a co-author, protections, a workbook that is no submission: each with its own words and a way out. */
import type { Workbook } from "../../src/book/model/workbook";
import { AddinFailure } from "../../src/cli/driver";
import type { DoneDetail } from "../../src/taskpane/controller";
import type { Row } from "../support/submission";
import {
  annotationOf,
  closeDesks,
  Desk,
  expectSameWorkbook,
  hasAnnotation,
  RECORDS,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./desk";

afterEach(closeDesks);

const COURSE: Row = {
  学习形式: "面授培训",
  名称: "专业技术培训",
  年度: 2017,
  半天数: 4,
  证明材料: "培训通知、结业证书",
};
const small = (): Workbook => workbookOfTables({ records: [COURSE, { ...COURSE, 名称: "另一培训" }] });

/** The end of the next action. */
function ended(desk: Desk): Promise<DoneDetail> {
  const { document } = desk.bench.window;
  return new Promise((resolve) =>
    document.addEventListener("ce:done", (event) => resolve((event as CustomEvent<DoneDetail>).detail), { once: true }),
  );
}

const press = (desk: Desk, id: string): void =>
  desk.bench.window.document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
const words = (desk: Desk): string => desk.bench.window.document.body.textContent;
const halfDays = (desk: Desk): number => rowTexts(sheetOf(desk.workbook, RECORDS), 0).indexOf("半天数");

/** Resolves when the page's words hold these; the test's own time limit ends a wait in vain. */
function said(desk: Desk, text: string): Promise<void> {
  const { document, MutationObserver } = desk.bench.window;
  return new Promise((resolve) => {
    const look = (): void => {
      if (!words(desk).includes(text)) return;
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
    const desk = await Desk.open(small());
    desk.bench.user.beginCellEdit();
    const done = ended(desk);
    press(desk, "review");
    await said(desk, "请先按回车结束编辑");
    expect(hasAnnotation(sheetOf(desk.workbook, RECORDS))).toBe(false);
    desk.bench.user.endCellEdit();
    expect(await done).toMatchObject({ action: "review", ok: true });
    expect(hasAnnotation(sheetOf(desk.workbook, RECORDS))).toBe(true);
    expect(words(desk)).not.toContain("请先按回车结束编辑");
  });

  test("waiting can be cancelled", async () => {
    const desk = await Desk.open(small());
    const before = saved(desk.workbook);
    desk.bench.user.beginCellEdit();
    const done = ended(desk);
    press(desk, "review");
    await said(desk, "请先按回车结束编辑");
    press(desk, "cancel");
    expect(await done).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
    desk.bench.user.endCellEdit();
    expectSameWorkbook(saved(desk.workbook), before);
  });

  test("a correction made just before is brought in after Enter", async () => {
    const desk = await Desk.open(small());
    await desk.review();
    desk.bench.user.put(sheetOf(desk.workbook, RECORDS), 1, halfDays(desk), 6);
    desk.bench.user.beginCellEdit();
    await desk.bench.settled();
    desk.bench.user.endCellEdit();
    await desk.bench.settled();
    const sheet = sheetOf(desk.workbook, RECORDS);
    expect(shown(sheet, 1, annotationOf(sheet).of("核定学时"))).toBe(24);
  });
});

describe("changed while it was reviewed", () => {
  /** Does something while the request that reads the cells is under way. */
  async function reviewed(
    change: (desk: Desk) => void,
  ): Promise<{ readonly desk: Desk; readonly before: Workbook; readonly detail: DoneDetail }> {
    const desk = await Desk.open(small());
    await desk.review();
    await desk.bench.settled();
    let before = saved(desk.workbook);
    desk.onRequest((at) => {
      if (at !== 2) return null;
      change(desk);
      before = saved(desk.workbook);
      return null;
    });
    const done = ended(desk);
    press(desk, "review");
    const detail = await done;
    desk.letPass();
    return { desk, before, detail };
  }

  test.each<readonly [string, (desk: Desk) => void]>(
    // A case a line
    // prettier-ignore
    [
    ["by a co-author", (desk) => desk.bench.user.as("Remote").put(sheetOf(desk.workbook, RECORDS), 1, halfDays(desk), 6)],
    ["by a co-author who puts a row in", (desk) => desk.bench.user.as("Remote").insertRows(sheetOf(desk.workbook, RECORDS), 1, 1)],
    ["by a row put in here", (desk) => desk.bench.user.insertRows(sheetOf(desk.workbook, RECORDS), 1, 1)],
  ],
  )("%s: nothing is written, and it is said", async (_, change) => {
    const { desk, before, detail } = await reviewed(change);
    expect(detail).toMatchObject({
      ok: false,
      failure: { kind: "changed", message: "读取之后，“学时记录”又有改动，结果没有写入" },
    });
    const verdicts = (workbook: Workbook): readonly string[] => {
      const sheet = sheetOf(workbook, RECORDS);
      return [1, 2, 3].map((row) => String(shown(sheet, row, annotationOf(sheet).of("审核结论"))));
    };
    expect(verdicts(desk.workbook)).toEqual(verdicts(before));
    await desk.bench.settled();
    expect((await desk.review()).review.records.length).toBeGreaterThan(0);
  });

  test("by a corrected cell here: the review is written, and the correction follows", async () => {
    const { desk, detail } = await reviewed((each) =>
      each.bench.user.put(sheetOf(each.workbook, RECORDS), 1, halfDays(each), 6),
    );
    expect(detail.ok).toBe(true);
    await desk.bench.settled();
    const sheet = sheetOf(desk.workbook, RECORDS);
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
      const desk = await Desk.open(workbook, { locale });
      const before = saved(desk.workbook);
      const done = ended(desk);
      press(desk, "review");
      const { failure } = await done;
      expect(failure?.kind).toBe(kind);
      await desk.bench.settled();
      expect(words(desk)).toMatch(expected);
      expectSameWorkbook(saved(desk.workbook), before);
      closeDesks();
    }
  });

  test("Excel has no time", async () => {
    const desk = await Desk.open(small());
    desk.onRequest(() => 5102);
    await expect(desk.review()).rejects.toThrow(AddinFailure);
    expect(words(desk)).toMatch(/Excel 正忙.*稍候片刻/s);
  });
});
