/** Certificates button by button on the built add-in: workbooks in, workbooks out. Order and honesty at every break. */
import type { IssueOutcome, VoidOutcome } from "../../src/excel";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { TEMPLATE, withTemplate } from "../support/template";
import { gridOf, submissionGrids, type RowCells } from "../support/submission";
import { byTheOffice } from "../support/office";
import {
  closeHarnesses,
  AddinHarness,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  rowTexts,
  saved,
  sheetOf,
  workbookOf,
} from "./addin-harness";

afterEach(closeHarnesses);

const PAGES = "合格证明";
const LEDGER = "发证台账";
const HEADER = ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"];
const NUMBER = /\d{4}-\d{4,}/g;

/** Every year of theirs is stamped: they are qualified without a single record. */
const SEALED = "2013、2014、2015、2016、2017、2018";
const people = (names: readonly string[]): RowCells[] =>
  names.map((name, at) => ({ 登记证书编号: `YY${String(at + 1).padStart(6, "0")}`, 姓名: name, 已验印年度: SEALED }));

/** 甲, 乙 and 丙 are ready; 丁 has a year that nobody stamped. */
function workbook(
  names: readonly string[] = ["甲", "乙", "丙"],
  ledger: readonly (readonly (string | number)[])[] = [],
): Workbook {
  const grids = new Map(
    submissionGrids({ people: [...people(names), { 登记证书编号: "YY009999", 姓名: "丁", 已验印年度: "2013" }] }),
  );
  if (ledger.length > 0) grids.set(LEDGER, gridOf(LEDGER, [HEADER, ...ledger]));
  return workbookOf(grids);
}

// ---- hands on the pane ----

const all = (harness: AddinHarness, id: string): HTMLElement[] => [
  ...harness.workbench.window.document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
];
const text = (harness: AddinHarness): string => harness.workbench.window.document.body.textContent;

function select(harness: AddinHarness, id: string, value: string): void {
  const [control] = all(harness, id);
  const { window } = harness.workbench;
  Object.getOwnPropertyDescriptor(window.HTMLSelectElement.prototype, "value")?.set?.call(control, value);
  control?.dispatchEvent(new window.Event("change", { bubbles: true }));
}

interface Wish {
  readonly names?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
}

/** Opens the form and fills it: chooses by registration number (everyone when left out), fields, drop-downs. */
async function prepare(harness: AddinHarness, { names, fields = {}, choices = {} }: Wish): Promise<void> {
  await harness.show("certificates");
  // The form may still be open
  if (all(harness, "certificates-confirm").length === 0) (await harness.driver.control("certificates")).click();
  await harness.workbench.settled();
  if (names !== undefined) {
    (await harness.driver.control("choose-none")).click();
    await harness.workbench.settled();
    for (const box of all(harness, "choose")) if (names.includes(box.dataset["person"] ?? "")) box.click();
  }
  for (const [id, value] of Object.entries(choices)) select(harness, id, value);
  for (const [id, value] of Object.entries(fields)) harness.driver.fill(await harness.driver.control(id), value);
  await harness.workbench.settled();
}

async function issue(harness: AddinHarness, wish: Wish = {}): Promise<IssueOutcome> {
  await prepare(harness, wish);
  const confirm = await harness.driver.control("certificates-confirm");
  const outcome = (await harness.driver.until("certificates", () => confirm.click())) as IssueOutcome;
  await harness.workbench.settled();
  return outcome;
}

async function annul(harness: AddinHarness, number: string, reason: string, reissue = false): Promise<VoidOutcome> {
  await harness.show("certificates");
  const row = ledgerLines(harness.workbook).findIndex((line) => line[0] === number && line[7] === "有效") + 1;
  const [search] = all(harness, "find-number");
  if (search !== undefined) harness.driver.fill(search, number);
  await harness.workbench.settled();
  all(harness, "void")
    .find((button) => button.dataset["row"] === String(row))
    ?.click();
  harness.driver.fill(await harness.driver.control("void-reason"), reason);
  const box = (await harness.driver.control("void-reissue")) as HTMLInputElement;
  if (box.checked !== reissue) box.click();
  await harness.workbench.settled();
  const confirm = await harness.driver.control("void-confirm");
  const outcome = (await harness.driver.until("void", () => confirm.click())) as VoidOutcome;
  await harness.workbench.settled();
  return outcome;
}

// ---- what a workbook says ----

const ledgerLines = (book: Workbook): readonly (readonly string[])[] => {
  const sheet = book.sheetByName(LEDGER);
  return sheet === undefined
    ? []
    : [...sheet.rows.keys()]
        .sort((a, b) => a - b)
        .slice(1)
        // What stands right of the notice's columns is the office's mark
        .map((row) => rowTexts(sheet, row).slice(0, HEADER.length))
        .filter((line) => line.length > 0);
};

const textsOf = (sheet: Sheet): readonly string[] =>
  [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .flatMap((row) => rowTexts(sheet, row))
    .filter((each) => each !== "");

/** Numbers on the finished pages, each as often as it stands there. */
const printed = (book: Workbook): readonly string[] =>
  book.sheets
    .filter(({ name }) => /^合格证明(\(\d+\))?$/.test(name))
    .flatMap((sheet) => textsOf(sheet).flatMap((each) => each.match(NUMBER) ?? []))
    .filter((each) => !each.startsWith("0737"));

/** No number without a trace, no page without a valid number, no number twice, no field left open, nobody with two valid ones. */
function expectHonest(book: Workbook): void {
  const lines = ledgerLines(book);
  const valid = lines.filter((line) => line[7] === "有效");
  const pages = printed(book);
  expect(pages.filter((number) => !valid.some((line) => line[0] === number))).toEqual([]);
  expect(new Set(pages).size).toBe(pages.length);
  expect(new Set(lines.map((line) => line[0])).size).toBe(lines.length);
  expect(new Set(valid.map((line) => line[1])).size).toBe(valid.length);
  for (const line of lines)
    expect([line[0], line[1], line[2], line[7]].every((each) => (each ?? "") !== "")).toBe(true);
  for (const sheet of book.sheets.filter(({ name }) => name === PAGES))
    expect(textsOf(sheet).filter((each) => each.includes("{{"))).toEqual([]);
}

const numbersAndState = (book: Workbook): readonly string[] =>
  ledgerLines(book).map((line) => `${line[0]} ${line[2]} ${line[7]}`);

// ---- the ways ----

describe("choosing", () => {
  test("some, then another, then all: everyone keeps the number, and the sheet holds those who were chosen", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await harness.show("certificates");
    expect(text(harness)).toContain("台账里还没有编号");
    await prepare(harness, {});
    expect(text(harness)).toContain("3 人可以生成合格证明");
    expect(text(harness)).toMatch(/1 人暂不能生成.*丁.*不符合出具合格证明的条件/s);
    expect(text(harness)).toContain("新编号从 2018-0001 起");
    (await issue(harness, { names: ["YY000001", "YY000003"] })).issued.forEach(({ certificateNo }, at) =>
      expect(certificateNo).toBe(`2018-000${at + 1}`),
    );
    expect(printed(harness.workbook)).toEqual(["2018-0001", "2018-0002"]);
    expect(harness.status.words).toContain("已生成 2 份合格证明");

    const second = await issue(harness, { names: ["YY000002"] });
    expect(second.issued.map(({ certificateNo }) => certificateNo)).toEqual(["2018-0003"]);
    expect(printed(harness.workbook)).toEqual(["2018-0003"]);

    const everyone = await issue(harness);
    expect(everyone.fresh).toBe(0);
    expect(harness.status.words).toContain("其中新编号 0 个");
    expect(printed(harness.workbook)).toEqual(["2018-0001", "2018-0003", "2018-0002"]);
    expect(numbersAndState(harness.workbook)).toEqual(["2018-0001 甲 有效", "2018-0002 丙 有效", "2018-0003 乙 有效"]);
    const once = saved(harness.workbook);
    // Who has a number is previewed as it was issued, whatever the settings say now
    await prepare(harness, { fields: { handler: "周审核" } });
    all(harness, "preview")
      .find((button) => button.dataset["person"] === "YY000003")
      ?.click();
    await harness.workbench.settled();
    expect(all(harness, "certificate-preview")[0]?.textContent).toMatch(/编　　号　2018-0002.*经 办 人　钱经办/s);
    (await harness.driver.control("review")).click();
    await harness.workbench.settled();
    // A review leaves the form as it was filled in
    await issue(harness, { fields: { handler: "" } });
    expectSameWorkbook(saved(harness.workbook), once);
    expectHonest(saved(harness.workbook));
    harness.expectClean();
  });

  test("nobody chosen: nothing can be confirmed", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await prepare(harness, { names: [] });
    expect(text(harness)).toContain("请至少选一人");
    expect(all(harness, "certificates-confirm")[0]?.hasAttribute("disabled")).toBe(true);
  });

  test("preview: stub and body of the person asked for, before any number is given", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await prepare(harness, {
      choices: { level: "filled-in", "year-digits": "arabic" },
      fields: { handler: "周审核", phone: "0737-1", "issued-on": "2018-07-02" },
    });
    all(harness, "preview")
      .find((button) => button.dataset["person"] === "YY000002")
      ?.click();
    await harness.workbench.settled();
    const preview = all(harness, "certificate-preview")[0]?.textContent ?? "";
    for (const part of [
      "预览：乙",
      "乙同志",
      "副高级及以上职称",
      "存根（二〇18）",
      "经 办 人　周审核",
      "联系电话　0737-1",
      "编　　号　2018-____",
      "二〇18年七月二日",
    ])
      expect(preview).toContain(part);
    expect(harness.workbook.sheetByName(LEDGER)).toBeUndefined();
    harness.expectClean();
  });
});

test("settings stand on the pages and are kept in the workbook", async () => {
  const harness = await AddinHarness.open(workbook());
  await harness.review();
  await issue(harness, {
    choices: { level: "filled-in", "year-digits": "arabic", "stub-blank": "empty" },
    fields: { handler: "周审核", phone: "0737-1111111", "issued-on": "2018-07-02", "first-number": "120" },
  });
  const page = textsOf(sheetOf(harness.workbook, PAGES));
  for (const part of [
    "存根（　　）",
    "经 办 人　周审核",
    "联系电话　0737-1111111",
    "编　　号　2018-0120",
    "二〇18年七月二日",
  ])
    expect(page).toContain(part);
  expect(page.join()).toContain("申报土木工程专业副高级及以上职称");
  expect(ledgerLines(harness.workbook)[0]?.slice(0, 8)).toEqual([
    "2018-0120",
    "YY000001",
    "甲",
    "2013",
    "2017",
    "周审核",
    "2018-07-02",
    "有效",
  ]);
  harness.expectClean();

  const settings = Object.fromEntries(
    [...harness.workbench.settings].map(([key, value]) => [key, JSON.parse(value) as unknown]),
  );
  const later = await AddinHarness.open(saved(harness.workbook), { settings });
  await later.review();
  await prepare(later, {});
  expect(all(later, "certificate-settings")).toHaveLength(1);
  expect(all(later, "handler").map((field) => (field as HTMLInputElement).value)).toEqual(["周审核"]);
  expect(all(later, "first-number").map((field) => (field as HTMLInputElement).value)).toEqual(["120"]);
  expect(text(later)).toContain("新编号从 2018-0123 起");
});

test("a date of issue that is none, or lies before the ledger's last, is stopped before anything is written", async () => {
  const harness = await AddinHarness.open(
    await byTheOffice(
      workbook(["甲", "乙"], [["2018-0001", "YY000001", "甲", 2013, 2017, "钱", "2018-07-05", "有效", ""]]),
    ),
  );
  await harness.review();
  await prepare(harness, { fields: { "issued-on": "2018-02-30" } });
  expect(all(harness, "certificates-confirm")[0]?.hasAttribute("disabled")).toBe(true);
  await expect(issue(harness, { fields: { "issued-on": "2018-07-01" } })).rejects.toThrow(
    /发证台账!G2.*早于台账里的 2018-07-05/s,
  );
  expect(harness.workbook.sheetByName(PAGES)).toBeUndefined();
  expect(ledgerLines(harness.workbook)).toHaveLength(1);
});

describe("voiding", () => {
  test("the entry keeps its number and the reason, the page goes, the others stay; reissued with a new number", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await issue(harness);
    const outcome = await annul(harness, "2018-0002", "姓名有误");
    expect(outcome).toMatchObject({ voided: "2018-0002", reissued: null });
    expect(harness.status.words).toContain("已作废 2018-0002");
    expect(ledgerLines(harness.workbook)[1]?.slice(-2)).toEqual(["作废", "姓名有误"]);
    expect(printed(harness.workbook)).toEqual(["2018-0001", "2018-0003"]);

    const renewed = await annul(harness, "2018-0001", "打印错误", true);
    expect(renewed).toMatchObject({ voided: "2018-0001", reissued: "2018-0004" });
    expect(printed(harness.workbook)).toEqual(["2018-0004", "2018-0003"]);
    // 乙 again: the voided number is never used a second time
    expect((await issue(harness)).issued.map(({ certificateNo }) => certificateNo)).toEqual([
      "2018-0004",
      "2018-0005",
      "2018-0003",
    ]);
    expect(numbersAndState(harness.workbook)).toEqual([
      "2018-0001 甲 作废",
      "2018-0002 乙 作废",
      "2018-0003 丙 有效",
      "2018-0004 甲 有效",
      "2018-0005 乙 有效",
    ]);
    expectHonest(saved(harness.workbook));
    harness.expectClean();
  });

  test("the last page gone, the sheet goes; without a reason nothing happens", async () => {
    const harness = await AddinHarness.open(workbook(["甲"]));
    await harness.review();
    await issue(harness);
    all(harness, "void")[0]?.click();
    (await harness.driver.control("void-confirm")).click();
    await harness.workbench.settled();
    expect(text(harness)).toContain("请填写作废原因");
    expect(printed(harness.workbook)).toEqual(["2018-0001"]);
    await annul(harness, "2018-0001", "申请撤回");
    expect(harness.workbook.sheetByName(PAGES)).toBeUndefined();
    expectHonest(saved(harness.workbook));
  });

  test("in a workbook that can't be reviewed any more a number can still be voided; the pages go, and that is said", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await issue(harness);
    sheetOf(harness.workbook, "单位信息").setValue(0, 1, null);
    expect(await annul(harness, "2018-0003", "撤回")).toMatchObject({ voided: "2018-0003", lost: 2 });
    expect(harness.status.words).toContain("另有 2 页");
    expect(printed(harness.workbook)).toEqual([]);
    expect(numbersAndState(harness.workbook)).toEqual(["2018-0001 甲 有效", "2018-0002 乙 有效", "2018-0003 丙 作废"]);
  });

  test("a ledger edited meanwhile: refused, read again, nothing written", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await issue(harness);
    sheetOf(harness.workbook, LEDGER).setValue(1, 0, "2018-0099");
    await byTheOffice(harness.workbook);
    all(harness, "void")
      .find((button) => button.dataset["row"] === "1")
      ?.click();
    harness.driver.fill(await harness.driver.control("void-reason"), "打印错误");
    await harness.workbench.settled();
    const confirm = await harness.driver.control("void-confirm");
    await expect(harness.driver.until("void", () => confirm.click())).rejects.toThrow(/有改动/);
    await harness.workbench.settled();
    expect(text(harness)).toContain("2018-0099");
    expect(ledgerLines(harness.workbook).every((line) => line[7] === "有效")).toBe(true);
  });

  test("columns, notes and widths that people added to the ledger stay", async () => {
    const harness = await AddinHarness.open(workbook(["甲", "乙"]));
    await harness.review();
    await issue(harness, { names: ["YY000001"] });
    const ledger = sheetOf(harness.workbook, LEDGER);
    ledger.setValue(0, 9, "领取人");
    ledger.setValue(1, 9, "本人已领");
    ledger.setColumnWidth(2, 33);
    await issue(harness);
    await annul(harness, "2018-0001", "遗失");
    expect(rowTexts(ledger, 1).slice(7, 10)).toEqual(["作废", "遗失", "本人已领"]);
    expect(ledger.column(2)?.width).toBe(33);
    // 来历 and 来历印记 stand to the right of what people added; they are hidden, and so not printed
    expect(ledger.printArea).toEqual({ row: 0, column: 0, rows: 3, columns: 12 });
    harness.expectClean();
  });
});

describe("conflicts", () => {
  const double = [
    ["2018-0001", "YY000001", "甲", 2013, 2017, "钱", "2018-07-02", "有效", ""],
    ["2018-0001", "YY000002", "乙", 2013, 2017, "钱", "2018-07-02", "有效", ""],
    ["2018-0003", "YY000003", "丙", 2013, 2017, "钱", "2018-07-03", "有效", ""],
  ];

  test("two valid entries with one number: seen on opening, both kept from printing, until one is voided", async () => {
    const harness = await AddinHarness.open(await byTheOffice(workbook(undefined, double)));
    const before = saved(harness.workbook);
    expect(all(harness, "ledger-alarm")[0]?.textContent).toContain("编号有冲突");
    await harness.show("certificates");
    const [alarm] = all(harness, "ledger-conflicts");
    expect(alarm?.textContent).toMatch(/编号有冲突.*证明编号 2018-0001 有两条有效记录.*第 2 行.*甲.*第 3 行.*乙/s);
    await harness.review();
    for (const name of [LEDGER])
      expectSame(sheetSnapshot(sheetOf(saved(harness.workbook), name)), sheetSnapshot(sheetOf(before, name)), name);
    expect((await issue(harness)).issued.map(({ name }) => name)).toEqual(["丙"]);
    expect(printed(harness.workbook)).toEqual(["2018-0003"]);

    all(harness, "void")
      .find((button) => button.dataset["row"] === "2")
      ?.click();
    harness.driver.fill(await harness.driver.control("void-reason"), "编号重复");
    await harness.workbench.settled();
    const confirm = await harness.driver.control("void-confirm");
    await harness.driver.until("void", () => confirm.click());
    await harness.workbench.settled();
    expect(all(harness, "ledger-conflicts")).toHaveLength(0);
    expect((await issue(harness)).issued.map(({ name, certificateNo }) => `${name} ${certificateNo}`)).toEqual([
      "甲 2018-0001",
      "乙 2018-0004",
      "丙 2018-0003",
    ]);
    harness.expectClean();
  });

  test("pages of both are taken off the sheet at once, without a look at anything else", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await issue(harness);
    sheetOf(harness.workbook, LEDGER).setValue(2, 0, "2018-0001");
    await byTheOffice(harness.workbook);
    const later = await AddinHarness.open(saved(harness.workbook));
    const ledger = sheetSnapshot(sheetOf(later.workbook, LEDGER));
    await later.show("certificates");
    const button = await later.driver.control("withdraw");
    await later.driver.until("withdraw", () => button.click());
    await later.workbench.settled();
    expect(printed(later.workbook)).toEqual(["2018-0003"]);
    expectSame(sheetSnapshot(sheetOf(later.workbook, LEDGER)), ledger, LEDGER);
    later.expectClean();
  });

  test("a ledger that goes back in time is seen on opening", async () => {
    const harness = await AddinHarness.open(
      await byTheOffice(
        workbook(undefined, [
          double[2] ?? [],
          ["2018-0004", "YY000001", "甲", 2013, 2017, "钱", "2018-07-01", "有效", ""],
        ]),
      ),
    );
    await harness.show("certificates");
    expect(all(harness, "ledger-conflicts")[0]?.textContent).toContain("签发日期前后颠倒");
  });

  test("a ledger without its header: no number is given", async () => {
    const grids = new Map(submissionGrids({ people: people(["甲"]) })).set(
      LEDGER,
      gridOf(LEDGER, [["2018-0001", "YY000001", "甲", "1N2OAY4rH12wF6UivD4Ztg"]]),
    );
    const harness = await AddinHarness.open(workbookOf(grids));
    await harness.show("certificates");
    expect(all(harness, "ledger-unreadable")[0]?.textContent).toContain("找不到表头行");
    await harness.review();
    await expect(issue(harness)).rejects.toThrow(/找不到表头行/);
    expect(harness.workbook.sheetByName(PAGES)).toBeUndefined();
  });

  test("no ledger: one quiet look, nothing written", async () => {
    const harness = await AddinHarness.open(workbook());
    expect(all(harness, "ledger-conflicts")).toHaveLength(0);
    expectSameWorkbook(saved(harness.workbook), workbook());
    harness.expectClean();
  });
});

// ---- the office's own template ----

const BY_TEMPLATE = { choices: { layout: "template" } } as const;

describe("the office's own template", () => {
  test("a page a person: heights, merges, pictures, breaks, print area; a name that begins with = stays text", async () => {
    const harness = await AddinHarness.open(withTemplate(workbook(["=1+1", "乙", "丙"])));
    const before = saved(harness.workbook);
    await harness.review();
    await issue(harness, { ...BY_TEMPLATE, fields: { "issued-on": "2018-07-02" } });
    const after = saved(harness.workbook);
    const pages = sheetOf(after, PAGES);
    const [source] = sheetOf(after, TEMPLATE).shapes;

    expect([1, 6, 11].map((top) => [2, 0, 1, 2, 3, 4].map((row) => pages.value(top + row, 0)))).toMatchObject([
      ["虚构研究院 工程师", "存根（二〇一八）", "=1+1", "虚构研究院 工程师", "No. 2018-0001", "钱经办 0737-0000000"],
      [expect.anything(), expect.anything(), "乙", expect.anything(), "No. 2018-0002", expect.anything()],
      [expect.anything(), expect.anything(), "丙", expect.anything(), "No. 2018-0003", expect.anything()],
    ]);
    expect(
      [...pages.rows.values()].flatMap(({ cells }) => cells).filter((cell) => cell?.formula !== undefined),
    ).toEqual([]);
    expect(pages.value(2, 1)).toBe(
      "=1+1同志，大学本科，申报土木工程专业高级及以上职称，2013年至2017年（近5年）学时合格。",
    );
    expect(pages.value(5, 1)).toBe("二〇一八年七月二日");
    expect(Array.from({ length: 15 }, (_, at) => pages.rows.get(at + 1)?.height)).toEqual([
      60, 33, 90, 40, 28, 60, 33, 90, 40, 28, 60, 33, 90, 40, 28,
    ]);
    expect(pages.merges).toEqual([2, 7, 12].map((row) => ({ row, column: 1, rows: 2, columns: 2 })));
    expect(
      pages.shapes.map(({ kind, anchor }) => [
        kind,
        anchor?.from.row,
        anchor?.from.rowOffset,
        anchor?.from.column,
        anchor?.from.columnOffset,
        anchor?.extent,
      ]),
    ).toEqual([1, 6, 11].map((row) => ["Image", row, 127_000, 0, 254_000, source?.anchor?.extent]));
    expect(pages.page).toMatchObject({ rowBreaks: [6, 11], orientation: "landscape", fitToPage: false });
    expect(pages.printArea).toEqual({ row: 1, column: 0, rows: 15, columns: 3 });
    expect(textsOf(pages).join()).not.toContain("说明");
    expectSame(sheetSnapshot(sheetOf(after, TEMPLATE)), sheetSnapshot(sheetOf(before, TEMPLATE)), TEMPLATE);

    await issue(harness);
    expectSameWorkbook(saved(harness.workbook), after);
    await annul(harness, "2018-0002", "打印错误", true);
    expect(printed(harness.workbook)).toEqual(["2018-0001", "2018-0004", "2018-0003"]);
    expect(sheetOf(harness.workbook, PAGES).shapes).toHaveLength(3);
    expectHonest(saved(harness.workbook));
    // Back to the notice's own form: nothing of the template is left
    await issue(harness, { choices: { layout: "form" } });
    expect(sheetOf(harness.workbook, PAGES).shapes).toEqual([]);
    await harness.clear();
    expect(harness.workbook.sheetByName(TEMPLATE)).toBeDefined();
    harness.expectClean();
  });

  test("every problem at once, with cell and remedy; nothing is made", async () => {
    const book = withTemplate(workbook(), (sheet) => {
      sheet.setValue(1, 0, "{{姓明}} {姓名}");
      sheet.setValue(4, 0, "No.");
      sheet.setValue(5, 0, "{{经办人}} {{联系电话");
      sheet.setFormula(5, 2, "=1+1", 2);
      sheet.setValue(8, 0, "{{姓名}}");
      sheet.setRowHidden(4, true);
      sheet.setPage({ fitToPage: true });
    });
    const harness = await AddinHarness.open(book);
    await harness.review();
    const failed = (await issue(harness, BY_TEMPLATE).catch((error: unknown) => error)) as {
      readonly lines: readonly string[];
    };
    for (const words of [
      /B?A2：没有字段“姓明”：是不是 \{\{姓名\}\}？/,
      /A2：.*花括号不成对/,
      /A6：.*花括号不成对/,
      /C6：模板里不能有公式/,
      /A9：.*打印区域之外/,
      /缺少必需的字段.*\{\{联系电话\}\}.*/,
      /\{\{证明编号\}\}/,
      /A5：第 5 行是隐藏的/,
      /调整为合适大小/,
    ])
      expect(failed.lines.join("\n")).toMatch(words);
    expect(failed.lines).toHaveLength(8);
    expect(harness.workbook.sheetByName(PAGES)).toBeUndefined();
    expect(harness.workbook.sheetByName(LEDGER)).toBeUndefined();
    expect(harness.workbench.log.refused).toEqual([]);
  });

  test.each(
    // A case a line
    // prettier-ignore
    [
    ["no print area", (sheet: Sheet) => sheet.setPrintAreas([]), /没有设置打印区域/],
    ["a print area of whole columns", (sheet: Sheet) => sheet.setPrintAreas([{ row: 0, column: 0, rows: 1_048_576, columns: 3 }]), /不是一块从头到尾都有行列的区域/],
    ["two print areas", (sheet: Sheet) => sheet.setPrintAreas([{ row: 1, column: 0, rows: 5, columns: 3 }, { row: 10, column: 0, rows: 1, columns: 1 }]), /不是一块/],
    ["too large for the paper", (sheet: Sheet) => sheet.setRowHeight(3, 400), /一页放不下.*缩放比例改为 \d+% 以下/],
    ["far too many rows", (sheet: Sheet) => sheet.setPrintAreas([{ row: 1, column: 0, rows: 5000, columns: 3 }]), /最多到第 200 行/],
    ["a picture that hangs out", (sheet: Sheet) => sheet.setPrintAreas([{ row: 2, column: 0, rows: 4, columns: 3 }]), /图片“局徽”有一部分在打印区域之外/],
    ["protected", (sheet: Sheet) => void (sheet.protected = true), /模板受保护/],
  ],
  )("refused: %s", async (_, change, words) => {
    const harness = await AddinHarness.open(withTemplate(workbook(), change));
    await harness.review();
    await expect(issue(harness, BY_TEMPLATE)).rejects.toThrow(words);
    expect(harness.workbook.sheetByName(LEDGER)).toBeUndefined();
    expect(harness.workbench.log.refused).toEqual([]);
  });

  test("none there: said, and a new one can be made that gives the notice's own form", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    await expect(issue(harness, BY_TEMPLATE)).rejects.toThrow(/没有工作表“合格证明模板”.*新建模板/);
    await prepare(harness, BY_TEMPLATE);
    const make = await harness.driver.control("template");
    await harness.driver.until("template", () => make.click());
    await harness.workbench.settled();
    await issue(harness, BY_TEMPLATE);
    const byTemplate = textsOf(sheetOf(harness.workbook, PAGES));
    const pages = sheetSnapshot(sheetOf(harness.workbook, PAGES));
    await issue(harness, { choices: { layout: "form" } });
    expect(byTemplate).toEqual(textsOf(sheetOf(harness.workbook, PAGES)));
    const byForm = sheetSnapshot(sheetOf(harness.workbook, PAGES));
    expect([pages.rows, pages.columns]).toEqual([byForm.rows, byForm.columns]);
    expect(pages.frame).toMatchObject({ page: { rowBreaks: [12, 24], scale: 100, orientation: "landscape" } });
    harness.expectClean();
  });
});

test("1,001 people: a second sheet, numbers through, breaks on both", async () => {
  const harness = await AddinHarness.open(workbook(Array.from({ length: 1001 }, (_, at) => `样例${at + 1}`)));
  await harness.review();
  const { issued } = await issue(harness);
  expect(issued).toHaveLength(1001);
  const [first, second] = [PAGES, `${PAGES}(2)`].map((name) => sheetOf(harness.workbook, name));
  expect([first?.page.rowBreaks.length, second?.page.rowBreaks.length]).toEqual([999, 0]);
  expect([first?.printArea?.rows, second?.printArea?.rows]).toEqual([12_000, 12]);
  expect(textsOf(second as Sheet)).toContain("编　　号　2018-1001");
  // The one on the second sheet voided: its sheet goes
  await annul(harness, "2018-1001", "打印错误");
  expect(harness.workbook.sheetByName(`${PAGES}(2)`)).toBeUndefined();
  expect(printed(harness.workbook)).toHaveLength(1000);
  harness.expectClean();
});
