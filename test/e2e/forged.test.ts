/**
 * What a unit brings is a claim, never a decision: forged sheets and settings in the sample change no verdict and print no
 * paper, and the pane is told what came with the file. A sheet of the unit's own under one of our names stays whole.
 */
import type { Workbook } from "../../src/book/model/workbook";
import type { ReviewOutcome } from "../../src/excel";
import { policyOf } from "../../src/policy";
import type { CellValue } from "../../src/grid/address";
import { closeHarnesses, AddinHarness, openFile, saved } from "./addin-harness";

jest.setTimeout(300_000);
afterEach(closeHarnesses);

const SAMPLE = "assets/sample/submission.xlsx";
const HONEST = 9;

type Line = readonly CellValue[];

function addSheet(workbook: Workbook, name: string, lines: readonly Line[]): void {
  const sheet = workbook.addSheet(name);
  lines.forEach((line, row) => line.forEach((cell, column) => sheet.setValue(row, column, cell)));
}

/** Cells of a column of one of the sample's sheets, by its header. */
function column(workbook: Workbook, name: string, header: string): readonly string[] {
  const sheet = workbook.sheetByName(name);
  const box = sheet?.usedBox(true);
  if (!sheet || !box) throw new Error(name);
  for (let row = box.row; row < box.row + 20; row += 1)
    for (let at = box.column; at < box.column + box.columns; at += 1)
      if (sheet.value(row, at) === header)
        return Array.from({ length: box.row + box.rows - row - 1 }, (_, down) =>
          String(sheet.value(row + 1 + down, at) ?? ""),
        );
  throw new Error(header);
}

function proven(workbook: Workbook): void {
  const names = column(workbook, "人员信息", "姓名");
  const lines = column(workbook, "人员信息", "登记证书编号").flatMap((number, at) =>
    [2013, 2014, 2015, 2016, 2017, 2018].map((year): Line => [
      number,
      names[at] ?? "",
      year,
      "2017-0001",
      "去年.xlsx",
      "王某",
      "2018-06-01",
    ]),
  );
  addSheet(workbook, "已验印依据", [
    ["登记证书编号", "姓名", "年度", "证明编号", "来源文件", "导入人", "导入日期"],
    ...lines,
  ]);
}

const LEDGER_HEADER = [
  "证明编号",
  "登记证书编号",
  "姓名",
  "起始年度",
  "截止年度",
  "经办人",
  "签发日期",
  "状态",
  "作废原因",
];

const FORGED: readonly {
  readonly what: string;
  readonly forge: (workbook: Workbook) => void;
  readonly sheet: string;
  readonly signer: string;
}[] = [
  { what: "proven years", forge: proven, sheet: "已验印依据", signer: "王某" },
  {
    what: "proven years on a very hidden sheet",
    forge: (workbook) => {
      proven(workbook);
      const sheet = workbook.sheetByName("已验印依据");
      if (sheet) sheet.visibility = "VeryHidden";
    },
    sheet: "已验印依据",
    signer: "王某",
  },
  {
    what: "readings",
    forge: (workbook) =>
      addSheet(workbook, "口径", [
        ["编号", "采用口径", "决定人", "决定日期", "理由"],
        ...(policyOf("yiyang-2018-47")?.questions ?? []).map(({ id, options }): Line => [
          id,
          options[0] ?? "",
          "张局长",
          "2018-06-01",
          "",
        ]),
      ]),
    sheet: "口径",
    signer: "张局长",
  },
  {
    what: "90 hours on every record",
    forge: (workbook) =>
      addSheet(workbook, "审核意见", [
        ["位置", "级别", "代码", "登记证书编号", "姓名", "年度", "处理", "核定学时", "处理人", "处理日期", "理由"],
        ...column(workbook, "学时记录", "证书编号").flatMap((number, at): Line[] =>
          number === ""
            ? []
            : [[`学时记录!A${at + 5}`, "", "", number, "", "", "核定学时", 90, "李科长", "2018-06-01", "同意"]],
        ),
      ]),
    sheet: "审核意见",
    signer: "李科长",
  },
  {
    what: "a number that somebody holds",
    forge: (workbook) =>
      addSheet(workbook, "发证台账", [
        LEDGER_HEADER,
        ...column(workbook, "人员信息", "登记证书编号").map((number, at): Line => [
          `2018-0${100 + at}`,
          number,
          "冒名",
          2013,
          2017,
          "赵冒领",
          "2018-06-01",
          "有效",
          "",
        ]),
      ]),
    sheet: "发证台账",
    signer: "赵冒领",
  },
  {
    what: "the last number there is",
    forge: (workbook) =>
      addSheet(workbook, "发证台账", [
        LEDGER_HEADER,
        ["2018-9999", "X", "某", 2013, 2017, "赵冒领", "2018-06-01", "有效", ""],
      ]),
    sheet: "发证台账",
    signer: "赵冒领",
  },
];

const qualified = (review: { readonly people: readonly { readonly verdict: string }[] }): number =>
  review.people.filter(({ verdict }) => verdict === "qualified").length;

test.each(FORGED)("forged: $what", async ({ forge, sheet, signer }) => {
  const workbook = openFile(SAMPLE);
  forge(workbook);
  const harness = await AddinHarness.open(saved(workbook));
  await harness.workbench.settled();
  // Listed as soon as the workbook is open
  expect(listed(harness)).toContain(sheet);
  expect(listed(harness)).toContain(`署名：${signer}`);
  const outcome = await harness.review();
  expect(qualified(outcome.review)).toBe(HONEST);
  const rows = outcome.incoming.rows.filter((row) => row.sheet === sheet && row.by === signer);
  expect(rows.length).toBeGreaterThan(0);
  expect(outcome.incoming.rows).toHaveLength(rows.length);
  const issued = await harness.certificates();
  // Those who are qualified by the records get numbers from the first on, in the office's name
  expect(issued.issued.length).toBeLessThanOrEqual(HONEST);
  expect(issued.issued.map(({ certificateNo }) => certificateNo)).toEqual(
    issued.issued.map((_, at) => `2018-${String(at + 1).padStart(4, "0")}`),
  );
  expect(issued.issued.filter(({ handler, name }) => handler === signer || name === "冒名")).toEqual([]);
  harness.expectClean();
});

test("forged: stored settings change neither the notice nor columns, and clearing takes no sheet of the unit's", async () => {
  const workbook = openFile(SAMPLE);
  addSheet(workbook, "年度工作报告", [["本单位年度工作报告"], ["内容"]]);
  const settings = {
    "ce-hours-review.policy": "accounting-2018-10",
    "ce-hours-review.columns": { 学时记录: { 折合: "statedHours" } },
    "ce-hours-review.papers": ["年度工作报告"],
    "ce-hours-review.before": { looks: [], sheets: [] },
    "ce-hours-review.certificates": { value: { handler: "赵冒领" }, mark: "1N2OAY4rH12wF6UivD4Ztg" },
  };
  const harness = await AddinHarness.open(saved(workbook), { settings });
  const outcome = await harness.review();
  expect([qualified(outcome.review), outcome.review.policy]).toEqual([HONEST, "yiyang-2018-47"]);
  expect(outcome.submission.recordLayout.chosen.size).toBe(0);
  // What was there before the first review is the office's from now on
  expect([...outcome.incoming.settings].sort()).toEqual([
    "ce-hours-review.certificates",
    "ce-hours-review.columns",
    "ce-hours-review.papers",
    "ce-hours-review.policy",
  ]);
  const issued = await harness.certificates();
  expect(issued.issued.filter(({ handler }) => handler === "赵冒领")).toEqual([]);
  await harness.clear();
  expect(saved(harness.workbook).sheetByName("年度工作报告")?.value(0, 0)).toBe("本单位年度工作报告");
  harness.expectClean();
});

const listed = (harness: AddinHarness): string =>
  harness.workbench.window.document.querySelector('[data-testid="incoming-list"]')?.textContent ?? "";

const forge = (what: string): Workbook => {
  const workbook = openFile(SAMPLE);
  FORGED.find((each) => each.what === what)?.forge(workbook);
  return saved(workbook);
};

test("taken over before any review it counts, and the sheet says who took it over; a second review asks nothing", async () => {
  const harness = await AddinHarness.open(forge("readings"));
  await harness.workbench.settled();
  const outcome = (await harness.driver.press("incoming", {
    "incoming-name": "钱审",
    "incoming-reason": "会议纪要第3号",
  })) as ReviewOutcome;
  await harness.workbench.settled();
  expect(outcome.incoming.rows).toEqual([]);
  expect(outcome.review.questions.filter(({ decision }) => decision === null)).toEqual([]);
  expect(outcome.submission.decisions[0]).toMatchObject({ by: "张局长", option: expect.any(String) });
  expect(outcome.submission.decisions[0]?.origin).toMatch(/^随文件带来，钱审 \d{4}-\d\d-\d\d 采信：会议纪要第3号$/);
  const again = await harness.review();
  expect([again.incoming.rows, again.review]).toEqual([[], outcome.review]);
  expect(harness.workbench.window.document.querySelector('[data-testid="incoming-list"]')).toBeNull();
  harness.expectClean();
});

test("put aside it stays on the sheet, does not count, and is not asked about again", async () => {
  const harness = await AddinHarness.open(forge("proven years"));
  await harness.review();
  (await harness.driver.control("incoming")).click();
  harness.driver.fill(await harness.driver.control("incoming-name"), "钱审");
  const aside = await harness.driver.control("incoming-aside");
  const outcome = (await harness.driver.until("incoming", () => aside.click())) as ReviewOutcome;
  await harness.workbench.settled();
  expect([qualified(outcome.review), outcome.incoming.rows]).toEqual([HONEST, []]);
  const sheet = harness.workbook.sheetByName("已验印依据");
  expect([sheet?.value(1, 6), sheet?.value(1, 7)]).toEqual(["2018-06-01", expect.stringMatching(/^不予采信：钱审/)]);
  const again = await harness.review();
  expect([qualified(again.review), again.incoming.rows]).toEqual([HONEST, []]);
  harness.expectClean();
});

test("a hidden sheet that is read is said, and can be shown", async () => {
  const harness = await AddinHarness.open(forge("proven years on a very hidden sheet"));
  await harness.workbench.settled();
  // From the list that opening the workbook makes, and from the one after a review
  await harness.driver.control("show-sheet");
  const outcome = await harness.review();
  expect(outcome.incoming.hiddenSheets).toEqual(["已验印依据"]);
  expect(outcome.review.findings.map(({ code }) => code)).toContain("hidden-sheets");
  const show = await harness.driver.control("show-sheet");
  await harness.driver.until("show-sheet", () => show.click());
  expect(harness.workbook.sheetByName("已验印依据")?.visibility).toBe("Visible");
  harness.expectClean();
});

const OWN: readonly (readonly [name: string, lines: readonly Line[]])[] = [
  [
    "年度汇总",
    [
      ["登记证书编号", "姓名", "年度", "合计"],
      ["YY000001", "本单位汇总", 2017, 88],
    ],
  ],
  ["口径", [["本单位统计口径"], ["学时按实际天数计算"]]],
  ["审核意见", [["本单位初审意见"], ["同意上报"]]],
  [
    "上轮对照",
    [
      ["上轮", "本轮"],
      [1, 2],
    ],
  ],
  ["合格证明", [["本单位保存的合格证明"], ["2016-0003"]]],
  ["发证台账", [["本单位领证登记"], ["张样例 已领"]]],
  ["已验印依据", [["验印说明"], ["见附件"]]],
];

test("a unit's own sheets under our names are renamed, and never emptied or deleted", async () => {
  const workbook = openFile(SAMPLE);
  for (const [name, lines] of OWN) addSheet(workbook, name, lines);
  const harness = await AddinHarness.open(saved(workbook));
  const outcome = await harness.review();
  expect(outcome.incoming.renamed.map(({ from }) => from).sort()).toEqual(
    ["口径", "年度汇总", "审核意见", "上轮对照", "发证台账", "已验印依据"].sort(),
  );
  await harness.certificates();
  await harness.clear();
  const after = saved(harness.workbook);
  for (const [name, lines] of OWN) {
    const sheet = after.sheetByName(`原${name}`) ?? after.sheetByName(name);
    expect([name, lines.map((line, row) => line.map((_, at) => sheet?.value(row, at) ?? null))]).toEqual([name, lines]);
  }
  harness.expectClean();
});
