/** A unit hands in a corrected workbook, and a year later the next one: on the built add-in, by the pane's button and by the command. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportRoundOutcome, RoundPreview } from "../../src/excel";
import { AddinFailure } from "../../src/cli/driver";
import type { Workbook } from "../../src/book/model/workbook";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { serial, type RowCells, type SubmissionTables } from "../support/submission";
import { reviewIn, type Ended } from "./command";
import { byTheOffice } from "../support/office";
import {
  closeHarnesses,
  AddinHarness,
  expectInputsKept,
  expectSameWorkbook,
  openFile,
  rowTexts,
  saved,
  sheetOf,
  shown,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const names = (workbook: Workbook): readonly string[] => workbook.sheets.map(({ name }) => name);
const linesOf = (workbook: Workbook, name: string): readonly (readonly string[])[] => {
  const sheet = sheetOf(workbook, name);
  return [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => rowTexts(sheet, row))
    .filter((line) => line.length > 0);
};

/** A reviewer writes beside the first finding with this person and code: 处理, 核定学时, 处理人, 处理日期, 理由. */
function decide(workbook: Workbook, registrationNo: string, code: string, answer: readonly (string | number)[]): void {
  const sheet = sheetOf(workbook, "审核意见");
  const row = [...sheet.rows.keys()].find(
    (each) => shown(sheet, each, 3) === registrationNo && shown(sheet, each, 2) === code,
  );
  if (row === undefined) throw new Error(`no finding ${registrationNo} ${code}`);
  answer.forEach((value, at) => sheet.setValue(row, 9 + at, value === "" ? null : value));
}

const reviewed = async (
  workbook: Workbook,
  decisions: (workbook: Workbook) => void = () => undefined,
  certificates = false,
): Promise<Uint8Array> => {
  const harness = await AddinHarness.open(workbook);
  await harness.review();
  await harness.adopt("李审");
  decisions(harness.workbook);
  await byTheOffice(harness.workbook);
  await harness.review();
  if (certificates) await harness.certificates();
  harness.expectClean();
  return saveWorkbook(harness.workbook);
};

// ---- the sample ----

const firstRound = (): Promise<Uint8Array> =>
  reviewed(
    openFile("assets/sample/submission.xlsx"),
    (workbook) => {
      decide(workbook, "XG0005", "training-not-filed", ["认定", "", "李审", "2018-07-20", "内训通知已核"]);
      decide(workbook, "XG0026", "evidence-incomplete", ["不予认定", "", "李审", "2018-07-20", "无签到"]);
      decide(workbook, "XG0014", "hours-claim-mismatch", ["核定学时", 6, "李审", "2018-07-20", "按课表"]);
      decide(workbook, "XG0006", "year-mismatch", ["认定", "", "李审", "2018-07-20", "录用在上年"]);
      decide(workbook, "XG0040", "excluded-activity", ["不予认定", "", "李审", "2018-07-20", ""]);
    },
    true,
  );

const lineOf = (workbook: Workbook, ...parts: readonly string[]): readonly string[] | undefined =>
  linesOf(workbook, "上轮对照").find((line) => parts.every((part) => line.includes(part)));

test("the sample handed in again: what changed is shown, what was decided stands, what is new is asked", async () => {
  const before = await firstRound();
  const harness = await AddinHarness.open(openFile("assets/sample/second-round.xlsx"));
  const open = await harness.review();
  expect(open.again).toBeNull();
  const { preview, outcome } = await harness.driver.importRound("虚构研究院第一轮.xlsx", before);
  await harness.workbench.settled();
  expect(preview).toMatchObject({ kind: "round", otherUnit: null });
  expect(preview.outcome?.comparison).toMatchObject({
    people: { unchanged: 45, added: 1, changed: 1, removed: 0 },
    records: { unchanged: 635, added: 12, changed: 24, removed: 3, outcome: 3 },
  });
  const { round, again, carried, review, submission } = outcome as ImportRoundOutcome;
  expect(round?.comparison).toEqual(preview.outcome?.comparison);
  expect(carried.round?.opinions).toMatchObject({
    counting: 2,
    stale: 2,
    same: 0,
    conflicts: [],
    lost: [{ registrationNo: "XG0040" }],
  });
  expect(carried.decisions.taken.length).toBeGreaterThan(20);
  expect(review.questions.filter(({ decision }) => decision === null)).toEqual([]);

  // Decided and unchanged: it counts, with name, date and reason, wherever the row stands now
  const rowOf = (registrationNo: string, title: string): number =>
    submission.records.find((record) => record.registrationNo === registrationNo && record.title === title)?.place
      .row ?? -1;
  const record = (row: number) => review.records.find(({ place }) => place.row === row);
  expect(record(rowOf("XG0005", "科研诚信培训班"))).toMatchObject({
    verdict: "credited",
    findings: expect.arrayContaining([
      expect.objectContaining({ code: "training-not-filed", severity: "info" }),
    ]) as unknown,
  });
  expect(record(rowOf("XG0026", "招标投标实务短训"))).toMatchObject({ verdict: "rejected", creditedHours: 0 });
  // Decided, then changed by the unit: asked again
  expect(
    review.findings
      .filter(({ code }) => code === "decision-stale")
      .map(({ registrationNo }) => registrationNo)
      .sort(),
  ).toEqual(["XG0006", "XG0014"]);
  expect(record(rowOf("XG0014", "抗震规范宣贯短训"))).toMatchObject({ creditedHours: 4 });

  // 上轮对照
  expect(lineOf(harness.workbook, "改动", "XG0014", "抗震规范宣贯短训")).toEqual(
    expect.arrayContaining([
      "半天数：2 → 1；申报学时：10 → 4",
      "认定",
      "6",
      "4",
      "核定学时 6 李审 2018-07-20",
      "待复核",
      "虚构研究院第一轮.xlsx",
    ]),
  );
  expect(lineOf(harness.workbook, "改动", "XG0004")?.slice(7, 12)).toEqual([
    "证明材料：培训通知 → 培训通知、培训签到表、结业证书",
    "不予认定",
    "0",
    "认定",
    "32",
  ]);
  expect(lineOf(harness.workbook, "删除", "XG0040")).toEqual(
    expect.arrayContaining(["不予认定 李审 2018-07-20", "记录已删除，未带入"]),
  );
  expect(lineOf(harness.workbook, "删除", "XG0015")?.[2]).toBe("");
  expect(lineOf(harness.workbook, "结果有变", "XG0014", "城区积水点治理课题")?.slice(8, 12)).toEqual([
    "不予认定",
    "0",
    "认定",
    "40",
  ]);
  expect(lineOf(harness.workbook, "结果有变", "XG0022", "公文写作培训班")?.slice(8, 12)).toEqual([
    "不予认定",
    "0",
    "认定",
    "16",
  ]);
  expect(lineOf(harness.workbook, "人员", "改动")?.slice(3, 8)).toEqual([
    "XG0134",
    "水拟科",
    "",
    "",
    "登记证书编号：XG0034 → XG0134",
  ]);
  expect(lineOf(harness.workbook, "人员", "新增")?.slice(3, 5)).toEqual(["XG0047", "彭样新"]);

  // Numbers stay whose they were; a holder whom this round does not bear out is said
  const ledger = linesOf(openWorkbook(before), "发证台账");
  expect(ledger.length).toBeGreaterThan(20);
  expect(linesOf(harness.workbook, "发证台账")).toEqual(ledger);
  // The pane shows the ledger as it was written
  await harness.show("certificates");
  expect(harness.workbench.window.document.querySelector('[data-testid="ledger"]')?.textContent).toContain(
    `${ledger.length - 1} 个`,
  );
  expect(round?.doubtful).toEqual([
    expect.objectContaining({ registrationNo: "XG0006", why: "verdict" }),
    expect.objectContaining({ registrationNo: "XG0034", why: "renumbered", now: "XG0134" }),
  ]);

  // The pane says what is left, and filters by it
  expect(again).toMatchObject({ added: 12, changed: 24, outcome: 3 });
  expect(again?.records.size).toBe(39);
  const { document } = harness.workbench.window;
  await harness.show("papers");
  expect(document.querySelector('[data-testid="again"]')?.textContent).toContain(
    `需再看 39 条记录，涉及 ${again?.people.size ?? 0} 人`,
  );
  expect(harness.status.words).toContain("已导入上轮结果");

  // Nothing of the other workbook stays behind, and the unit's cells are as they came
  expect(names(harness.workbook).filter((name) => /\(\d+\)$/.test(name))).toEqual([]);
  expectInputsKept(saved(harness.workbook), openFile("assets/sample/second-round.xlsx"));
  harness.expectClean();

  // Twice is once; and a later review keeps what is to be looked at
  const once = saved(harness.workbook);
  const second = await harness.driver.importRound("虚构研究院第一轮.xlsx", before);
  await harness.workbench.settled();
  expect(second.outcome?.carried.round?.opinions).toMatchObject({ counting: 0, stale: 0, same: 4, conflicts: [] });
  expectSameWorkbook(saved(harness.workbook), once);
  expect((await harness.review()).again?.records.size).toBe(39);
  expectSameWorkbook(saved(harness.workbook), once);

  // The number stays the person's, the next one is the next
  const numbers = new Map(ledger.slice(1).map(([number = "", registrationNo = ""]) => [registrationNo, number]));
  const { issued } = await harness.certificates();
  expect(issued.find(({ registrationNo }) => registrationNo === "XG0001")?.certificateNo).toBe(numbers.get("XG0001"));
  expect([...numbers.values()]).not.toContain(
    issued.find(({ registrationNo }) => registrationNo === "XG0047")?.certificateNo,
  );

  // Cleared: the comparison goes, decisions and numbers stay
  await harness.clear();
  expect(names(harness.workbook)).not.toContain("上轮对照");
  expect(names(harness.workbook)).toEqual(expect.arrayContaining(["口径", "审核意见", "发证台账"]));
  expect(
    linesOf(harness.workbook, "审核意见")
      .slice(1)
      .map((line) => line[3])
      .sort(),
  ).toEqual(["XG0005", "XG0006", "XG0014", "XG0026"]);
  harness.expectClean();
});

// ---- small ones ----

const COURSE: RowCells = { 学习形式: "面授培训", 备案号: "BA-F", 科目: "公需科目", 证明材料: "培训通知、结业证书" };
const SMALL: SubmissionTables = {
  people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }],
  records:
    // A case a line
    // prettier-ignore
    [
    { ...COURSE, 名称: "甲班", 半天数: 4, 开始日期: serial("2017-03-06"), 结束日期: serial("2017-03-07") },
    { ...COURSE, 名称: "乙班", 半天数: 2, 开始日期: serial("2017-04-10"), 结束日期: serial("2017-04-10"), 证明材料: "培训通知" },
    { ...COURSE, 登记证书编号: "YY000002", 姓名: "李样例", 名称: "丙班", 半天数: 2, 开始日期: serial("2017-05-10"), 结束日期: serial("2017-05-10"), 证明材料: "培训通知" },
  ],
};
/** 乙班 with all its papers; 丙班 as it was, one row further down. */
const corrected = (unit: RowCells = {}): Workbook =>
  saved(
    workbookOfTables({
      ...SMALL,
      unit,
      records: [
        ...(SMALL.records ?? []).slice(0, 1),
        { ...(SMALL.records?.[1] ?? {}), 证明材料: "培训通知、结业证书" },
        { ...COURSE, 名称: "丁班", 半天数: 2 },
        ...(SMALL.records ?? []).slice(2),
      ],
    }),
  );

const smallRoundOf = (tables: SubmissionTables): Promise<Uint8Array> =>
  reviewed(workbookOfTables(tables), (workbook) => {
    decide(workbook, "YY000001", "evidence-incomplete", ["认定", "", "李审", "2018-07-20", ""]);
    decide(workbook, "YY000002", "evidence-incomplete", ["核定学时", 8, "李审", "2018-07-20", "补看原件"]);
  });
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};
const smallRound = once(() => smallRoundOf(SMALL));

test("what this workbook has decided stands, and is said", async () => {
  const before = await smallRound();
  const harness = await AddinHarness.open(corrected());
  await harness.review();
  await harness.adopt("王审");
  decide(harness.workbook, "YY000002", "evidence-incomplete", ["不予认定", "", "王审", "2018-08-01", ""]);
  await byTheOffice(harness.workbook);
  await harness.review();
  const { preview, outcome } = await harness.driver.importRound("上轮.xlsx", before);
  await harness.workbench.settled();
  expect(preview.carried.round?.opinions.conflicts).toEqual([
    expect.objectContaining({
      registrationNo: "YY000002",
      own: "不予认定 王审 2018-08-01",
      other: "核定学时 8 李审 2018-07-20",
    }),
  ]);
  expect(outcome?.review.records[3]).toMatchObject({ verdict: "rejected", creditedHours: 0 });
  expect(lineOf(harness.workbook, "新增", "丁班")).toBeDefined();
  // No certificates were issued in the round before: the file has no ledger, which is no mistake
  expect(harness.workbench.log.errors).toEqual([]);
  expect(harness.workbench.log.refused).toEqual([]);
});

test("a unit of another name is said, and nothing is taken over until somebody says that it is the same", async () => {
  const before = await smallRound();
  const harness = await AddinHarness.open(corrected({ 单位名称: "虚构设计研究院" }));
  await harness.review();
  const blank = saved(harness.workbook);
  const { preview } = await harness.driver.importRound("上轮.xlsx", before, { confirm: () => false });
  expect(preview.otherUnit).toEqual({ own: "虚构设计研究院", other: "虚构研究院" });
  const { document } = harness.workbench.window;
  expect(document.querySelector('[data-testid="round-preview"]')?.closest("form")?.textContent).toContain(
    "对方单位是“虚构研究院”，本工作簿是“虚构设计研究院”",
  );
  expect(document.querySelector<HTMLButtonElement>('[data-testid="round-confirm"]')?.disabled).toBe(true);
  expectSameWorkbook(saved(harness.workbook), blank);
  document.querySelector<HTMLButtonElement>('[data-testid="round-confirm"] ~ button')?.click();
  const { outcome } = await harness.driver.importRound("上轮.xlsx", before, { sameUnit: true });
  expect(outcome?.carried.round?.opinions).toMatchObject({ counting: 1, stale: 1 });
});

test.each<readonly [string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
  ["no workbook", () => new TextEncoder().encode("编号\n"), /不是 \.xlsx/],
  ["not reviewed", () => saveWorkbook(workbookOfTables(SMALL)), /没有工作表“.*请选择审核过/],
  [
    "its annotation was cleared",
    async () => {
      const harness = await AddinHarness.open(workbookOfTables(SMALL));
      await harness.review();
      const before = saved(harness.workbook);
      await harness.clear();
      // 年度汇总 as somebody may have kept it: the records carry no result all the same
      for (const name of ["年度汇总", "审核意见"])
        if (!harness.workbook.sheetByName(name))
          harness.workbook.addSheet(name).setValue(0, 0, shown(sheetOf(before, name), 0, 0));
      return saveWorkbook(harness.workbook);
    },
    /没有审核结果.*重新审核并保存/,
  ],
  [
    "by another policy",
    async () => {
      const harness = await AddinHarness.open(openFile("assets/sample/accounting.xlsx"));
      await harness.review();
      return saveWorkbook(harness.workbook);
    },
    /另一项政策审核的，不是本工作簿的 yiyang-2018-47.*同一政策/,
  ],
  [
    "of a later year",
    () => smallRoundOf({ ...SMALL, unit: { 申报年度: 2019 } }),
    /2019 年度申报，晚于本工作簿的 2018 年度/,
  ],
])("wrong file: %s", async (_, bytes, words) => {
  const given = await bytes();
  closeHarnesses();
  const harness = await AddinHarness.open(corrected());
  await harness.review();
  const before = saved(harness.workbook);
  const failure = await harness.driver.importRound("错.xlsx", given).catch((error: unknown) => error);
  await harness.workbench.settled();
  expect(failure).toBeInstanceOf(AddinFailure);
  expect((failure as AddinFailure).lines.join()).toMatch(words);
  expect((failure as AddinFailure).lines.join()).toContain("错.xlsx");
  expect(harness.status.state).toBe("error");
  expectSameWorkbook(saved(harness.workbook), before);
  expect(harness.workbench.log.refused).toEqual([]);
});

// ---- the year before ----

const courses = (years: readonly number[]): readonly RowCells[] =>
  years.flatMap((year) => [
    {
      ...COURSE,
      年度: year,
      名称: `虚构公需培训${year}`,
      半天数: 8,
      开始日期: serial(`${year}-03-05`),
      结束日期: serial(`${year}-03-08`),
      证明材料: "培训通知、培训课程表、培训签到表、结业证书",
    },
    {
      ...COURSE,
      年度: year,
      名称: `虚构专业培训${year}`,
      科目: "专业科目",
      半天数: 16,
      开始日期: serial(`${year}-05-07`),
      结束日期: serial(`${year}-05-14`),
      证明材料: "培训通知、培训课程表、培训签到表、结业证书",
    },
  ]);
const yearBefore = once(() =>
  reviewed(workbookOfTables({ records: courses([2013, 2014, 2015, 2016, 2017]) }), undefined, true),
);
const next = (person: RowCells = {}): Workbook =>
  saved(
    workbookOfTables({
      unit: { 申报年度: 2019, 提交日期: serial("2019-07-10"), 初审日期: serial("2019-07-02") },
      people: [{ 起始年度: 2014, 截止年度: 2018, ...person }],
      records: courses([2018]),
    }),
  );

test("last year's certificate proves its years: on a sheet of ours, signed; the unit's column stays as it is", async () => {
  const before = await yearBefore();
  const harness = await AddinHarness.open(next());
  const open = await harness.review();
  expect(open.review.years.filter(({ status }) => status === "met").map(({ year }) => year)).toEqual([2018]);
  const { preview, outcome } = await harness.driver.importRound("2018年度.xlsx", before, { by: "赵审" });
  await harness.workbench.settled();
  expect(preview).toMatchObject({ kind: "year", outcome: null });
  expect(preview.carried.proofs.taken.map(({ year }) => year)).toEqual([2014, 2015, 2016, 2017]);
  expect(outcome?.review.years.filter(({ sealed }) => sealed).map(({ year, status }) => `${year} ${status}`)).toEqual([
    "2014 met",
    "2015 met",
    "2016 met",
    "2017 met",
  ]);
  expect(outcome?.review.people[0]?.verdict).toBe("qualified");
  const [header, first] = linesOf(harness.workbook, "已验印依据");
  expect(header?.slice(0, 7)).toEqual(["登记证书编号", "姓名", "年度", "证明编号", "来源文件", "导入人", "导入日期"]);
  expect(first?.slice(0, 6)).toEqual(["YY000001", "张样例", "2014", "2018-0001", "2018年度.xlsx", "赵审"]);
  expect(names(harness.workbook)).not.toContain("上轮对照");
  // Last year's numbers are last year's ledger's
  expect(names(harness.workbook)).not.toContain("发证台账");
  expectInputsKept(saved(harness.workbook), next());

  const once = saved(harness.workbook);
  const again = await harness.driver.importRound("2018年度.xlsx", before, { by: "孙审" });
  await harness.workbench.settled();
  expect(again.preview.carried.proofs).toMatchObject({ taken: [], same: 4 });
  expectSameWorkbook(saved(harness.workbook), once);

  await harness.clear();
  expect(names(harness.workbook)).toContain("已验印依据");
  expect((await harness.review()).review.people[0]?.verdict).toBe("qualified");
  harness.expectClean();
});

test("a certificate of somebody else's name proves nothing, and it is said", async () => {
  const before = await yearBefore();
  const harness = await AddinHarness.open(next({ 姓名: "张另人" }));
  await harness.review();
  const { preview } = await harness.driver.importRound("2018年度.xlsx", before, { confirm: () => false });
  expect(preview.carried.proofs).toMatchObject({
    taken: [],
    refused: [{ why: "name", entry: { certificateNo: "2018-0001" } }],
  } satisfies { taken: never[]; refused: unknown } as unknown as RoundPreview["carried"]["proofs"]);
  expect(harness.workbench.window.document.querySelector('[data-testid="round-preview"]')?.textContent).toMatch(
    /张样例 证明 2018-0001：与本工作簿的姓名不同，不采信/,
  );
});

// ---- by the command ----

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ce-round-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const review = (...args: readonly string[]): Promise<Ended> => reviewIn(folder, args);

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe("by the command", () => {
  const out = (): string => join(folder, "out.xlsx");

  test("--previous: decisions come along, the two rounds are laid side by side, and it is printed", async () => {
    const { code, stdout, stderr } = await review(
      file("新.xlsx", saveWorkbook(corrected())),
      "--out",
      out(),
      "--previous",
      file("旧.xlsx", await smallRound()),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/上轮 旧\.xlsx：虚构研究院，申报年度 2018/);
    expect(stdout).toMatch(/记录：相同 2，新增 1，改动 1，删除 0/);
    expect(stdout).toMatch(/改动 张样例 YY000001 2017 乙班：证明材料：培训通知 → 培训通知、结业证书/);
    expect(stdout).toMatch(/人工处理：1 条沿用，1 条待复核/);
    const made = openWorkbook(readFileSync(out()));
    expect(linesOf(made, "上轮对照")).toHaveLength(4);
    expectInputsKept(made, corrected());
  });

  test.each<readonly [string, (old: string) => readonly string[], RowCells, RegExp]>(
    // A case a line
    // prettier-ignore
    [
    ["another unit", (old) => ["--previous", old], { 单位名称: "虚构设计研究院" }, /旧\.xlsx：单位是“虚构研究院”.*--same-unit/],
    ["the same unit under another name", (old) => ["--previous", old, "--same-unit"], { 单位名称: "虚构设计研究院" }, /^$/],
    ["no such file", () => ["--previous", "无.xlsx"], {}, /没有这个文件/],
    ["nothing to sign for", () => ["--by", "赵"], {}, /只与 --previous 一起使用/],
  ],
  )("%s", async (_, options, unit, words) => {
    const { code, stderr } = await review(
      file("新.xlsx", saveWorkbook(corrected(unit))),
      "--out",
      out(),
      ...options(file("旧.xlsx", await smallRound())),
    );
    expect(stderr).toMatch(words);
    expect({ code, out: existsSync(out()) }).toEqual(
      String(words) === "/^$/" ? { code: 0, out: true } : { code: 2, out: false },
    );
  });

  test("last year's workbook asks for a name", async () => {
    const [input, old] = [file("新.xlsx", saveWorkbook(next())), file("旧.xlsx", await yearBefore())];
    const unsigned = await review(input, "--out", out(), "--previous", old);
    expect(unsigned).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/4 个年度可作已验印处理.*--by 姓名/) as unknown,
    });
    const signed = await review(input, "--out", out(), "--previous", old, "--by", "赵审");
    expect(signed).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/已验印依据：采信 1 人 4 个年度/) as unknown,
    });
  });
});
