/** Decisions carried from one workbook to another, on the built add-in: by the pane's file button, and by the command. */
import { byTheOffice } from "../support/office";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbook } from "../../src/book/model/workbook";
import { AddinFailure } from "../../src/cli/driver";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { RowCells } from "../support/submission";
import { reviewIn, type Ended } from "./command";
import {
  closeHarnesses,
  AddinHarness,
  expectSame,
  sheetSnapshot,
  rowTexts,
  sheetOf,
  workbookOfTables,
} from "./addin-harness";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ce-decisions-"));
});
afterEach(() => {
  closeHarnesses();
  rmSync(folder, { recursive: true, force: true });
});

const RECORDS: readonly RowCells[] = [
  { 学习形式: "学术会议", 名称: "年会", 会议天数: 1, 证明材料: "会议邀请函、学习笔记" },
];
const HER: RowCells = { 决定人: "孙局", 决定日期: "2018-07-01", 理由: "会议纪要第3号" };
const workbook = (decisions?: readonly RowCells[], unit: RowCells = {}): Workbook =>
  workbookOfTables({ unit, records: RECORDS, ...(decisions ? { decisions } : {}) });
const bytesOf = (decisions?: readonly RowCells[]): Uint8Array => saveWorkbook(workbook(decisions));

/** Columns F to I of a question's line on 口径. */
const lineOf = (book: Workbook, id: string): readonly string[] | undefined => {
  const sheet = sheetOf(book, "口径");
  return [...sheet.rows.keys()]
    .map((row) => rowTexts(sheet, row))
    .find(([first]) => first === id)
    ?.slice(5, 9);
};

describe("in the pane", () => {
  test("what is undecided here is taken over with name, date and reason; what is decided here stands", async () => {
    const before = workbook([{ 编号: "J-41", 采用口径: "application-year", 决定人: "钱", 决定日期: "2018-06-01" }]);
    const harness = await AddinHarness.open(
      await byTheOffice(
        workbook([{ 编号: "J-41", 采用口径: "application-year", 决定人: "钱", 决定日期: "2018-06-01" }]),
      ),
    );
    const open = await harness.review();
    expect(open.review.records[0]).toMatchObject({ verdict: "pending" });
    const { preview, outcome } = await harness.driver.importDecisions(
      "甲单位.xlsx",
      bytesOf([
        { 编号: "J-08", 采用口径: "zero", ...HER },
        { 编号: "J-41", 采用口径: "year-before", ...HER },
      ]),
    );
    await harness.workbench.settled();
    expect(preview).toMatchObject({
      fileName: "甲单位.xlsx",
      conflicts: [{ id: "J-41", own: "application-year", other: "year-before" }],
    });
    expect(outcome?.review.records[0]).toMatchObject({ verdict: "rejected", creditedHours: 0 });
    expect(lineOf(harness.workbook, "J-08")).toEqual(["zero", "孙局", "2018-07-01", "会议纪要第3号"]);
    expect(lineOf(harness.workbook, "J-41")?.slice(0, 3)).toEqual(["application-year", "钱", "2018-06-01"]);
    // The other workbook's sheet is gone again, and nothing of the unit's was touched
    expect(harness.workbook.sheets.map(({ name }) => name).sort()).toEqual(
      [...before.sheets.map(({ name }) => name), "审核意见", "年度汇总"].sort(),
    );
    for (const name of ["单位信息", "人员信息"])
      expectSame(sheetSnapshot(sheetOf(harness.workbook, name)), sheetSnapshot(sheetOf(before, name)), name);
    expect(harness.status.words).toContain("已导入口径");
    harness.expectClean();
  });

  test("nothing to take over: nothing is written", async () => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    // No sheet is inserted, so that this stands in nobody's way
    harness.workbook.structureProtected = true;
    const { preview, outcome } = await harness.driver.importDecisions("甲.xlsx", bytesOf([{ 编号: "J-08" }]));
    expect({ taken: preview.taken, outcome }).toEqual({ taken: [], outcome: null });
    expect(harness.workbench.window.document.querySelector('[data-testid="import-preview"]')?.textContent).toContain(
      "没有可以采用的决定",
    );
    expect(harness.workbook.sheetByName("口径 (2)")).toBeUndefined();
  });

  test.each<readonly [string, () => Uint8Array, RegExp]>([
    ["no workbook", () => new TextEncoder().encode("编号,采用口径\n"), /不是 \.xlsx.*另存/],
    ["an empty file", () => new Uint8Array(), /不是 \.xlsx/],
    [
      "a workbook with a password",
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      /旧版 \.xls|打开密码/,
    ],
    ["a workbook cut short", () => bytesOf([]).slice(0, 3000), /已损坏.*打不开.*修复/],
    ["no sheet 口径", () => saveWorkbook(emptyWorkbook()), /没有工作表“口径”.*请选择/],
    ["another policy's questions", () => bytesOf([{ 编号: "K-01", 采用口径: "yes" }]), /另一项政策：K-01.*同一政策/],
    ["a sheet called 口径 that is none", () => bytesOf([]), /没有问题编号/],
  ])("wrong file: %s", async (_, bytes, words) => {
    const harness = await AddinHarness.open(workbook());
    await harness.review();
    const sheets = harness.workbook.sheets.map(({ name }) => name);
    const failure = await harness.driver.importDecisions("错.xlsx", bytes()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AddinFailure);
    expect((failure as AddinFailure).lines.join()).toMatch(words);
    expect((failure as AddinFailure).lines.join()).toContain("错.xlsx");
    expect(harness.status).toMatchObject({ state: "error" });
    expect(harness.workbook.sheets.map(({ name }) => name)).toEqual(sheets);
    expect(harness.workbench.log.refused).toEqual([]);
  });
});

const review = (...args: readonly string[]): Promise<Ended> => reviewIn(folder, args);

const file = (name: string, book: Workbook): string => {
  const path = join(folder, name);
  writeFileSync(path, saveWorkbook(book));
  return path;
};
const out = (): string => join(folder, "out.xlsx");

describe("by the command", () => {
  test("--decisions, and --compare with another set: the sheet, the report of the first, the comparison beside it", async () => {
    const input = file("in.xlsx", workbook());
    const other = file("other.xlsx", workbook([{ 编号: "J-08", 采用口径: "zero", ...HER }]));
    const third = file("third.xlsx", workbook([{ 编号: "J-08", 采用口径: "count", ...HER }]));
    const { code, stdout, stderr } = await review(
      input,
      "--out",
      out(),
      "--json",
      join(folder, "out.json"),
      "--decisions",
      other,
      "--compare",
      `decisions:${third}`,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("从 other.xlsx 采用 1 个决定：J-08");
    expect(stdout).toMatch(/第 2 行：0 → 8 学时，不予认定 → 认定，依据附件5第2条/);
    expect(lineOf(openWorkbook(readFileSync(out())), "J-08")).toEqual(["zero", "孙局", "2018-07-01", "会议纪要第3号"]);
    const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(json("out.json")).toMatchObject({ records: [{ creditedHours: 0, verdict: "rejected" }] });
    expect(json("out.compare.json")).toMatchObject({
      comparison: {
        totals: { records: 1 },
        people: [{ years: [{ difference: 8, records: [{ credited: { before: 0, after: 8 } }] }] }],
      },
    });
  });

  test("--compare provisional, without --json: words only", async () => {
    const { code, stdout } = await review(file("in.xlsx", workbook()), "--out", out(), "--compare", "provisional");
    expect(code).toBe(0);
    expect(stdout).toMatch(/比较：现有口径（已决定 0 个） → 未决定的一律采用暂定口径/);
    expect(stdout).toMatch(/若采用“|逐个决定其中任何一个/);
    expect(readdirSync(folder).filter((name) => name.includes("compare"))).toEqual([]);
  });

  test("--policy goes before the cell, which stays as the unit filled it in", async () => {
    const input = file("in.xlsx", workbook(undefined, { 政策: "nowhere-1999" }));
    const { code, stdout, stderr } = await review(input, "--out", out(), "--policy", "yiyang-2018-47");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("政策 yiyang-2018-47");
    expect(rowTexts(sheetOf(openWorkbook(readFileSync(out())), "单位信息"), 10)).toEqual(["政策", "nowhere-1999"]);
  });

  test("--policy and --compare between the two notices: each in its own unit", async () => {
    const input = file("in.xlsx", workbook());
    const { code, stdout, stderr } = await review(
      input,
      "--out",
      out(),
      "--json",
      join(folder, "out.json"),
      "--policy",
      "accounting-2018-10",
      "--compare",
      "policy:yiyang-2018-47",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/政策 accounting-2018-10 → 政策 yiyang-2018-47/);
    expect(stdout).toMatch(/学时记录第 2 行：\d+ 学分 → 8 学时/);
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toMatchObject({ policy: "accounting-2018-10" });
    expect(JSON.parse(readFileSync(join(folder, "out.compare.json"), "utf8"))).toMatchObject({
      comparison: {
        policy: { before: "accounting-2018-10", after: "yiyang-2018-47" },
        unit: { before: "学分", after: "学时" },
        people: [{ years: expect.arrayContaining([expect.objectContaining({ difference: null })]) as unknown }],
      },
    });
  });

  test.each<readonly [string, () => readonly string[], RegExp]>(
    // A case a line
    // prettier-ignore
    [
    ["an unknown policy names those there are", () => ["--policy", "nowhere-1999"], /nowhere-1999.*yiyang-2018-47/],
    ["comparing with an unknown policy", () => ["--compare", "policy:nowhere-1999"], /nowhere-1999.*yiyang-2018-47/],
    ["comparing with nothing known", () => ["--compare", "yesterday"], /--compare 应为/],
    ["decisions of a missing file", () => ["--decisions", "没有.xlsx"], /没有\.xlsx.*核对路径/],
    ["decisions of a workbook without 口径", () => ["--decisions", file("other.xlsx", emptyWorkbook())], /other\.xlsx.*没有工作表“口径”/],
    ["comparing with decisions of another policy", () => ["--compare", `decisions:${file("other.xlsx", workbook([{ 编号: "K-01", 采用口径: "yes" }]))}`], /other\.xlsx.*同一政策/],
    ["decisions of another policy", () => ["--decisions", file("other.xlsx", workbook([{ 编号: "K-01", 采用口径: "yes" }]))], /other\.xlsx.*另一项政策/],
  ],
  )("exit 2: %s", async (_, args, words) => {
    const { code, stderr } = await review(file("in.xlsx", workbook()), "--out", out(), ...args());
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(out())).toBe(false);
  });

  test("another workbook is never written over", async () => {
    const other = file("other.xlsx", workbook([{ 编号: "J-08", 采用口径: "zero", ...HER }]));
    const before = readFileSync(other);
    const { code } = await review(file("in.xlsx", workbook()), "--out", other, "--decisions", other);
    expect(code).toBe(2);
    expect(Buffer.compare(readFileSync(other), before)).toBe(0);
  });
});
