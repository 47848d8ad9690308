/**
 * Real life's workbooks that Excel itself has a hand in: merged cells, tables, filters, hidden rows, formulas, formats. Each
 * is saved as .xlsx, opened beside the built add-in and reviewed there: it says the same as of the clean submission, touches
 * no input, and takes no round trip more.
 */
import { columnName } from "../../src/grid/address";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import {
  added,
  bend,
  both,
  cleanGrids,
  essence,
  insert,
  PEOPLE,
  put,
  RECORDS,
  rename,
  reviewOf,
  twoRows,
  under,
  type Bend,
} from "../submission/bend";
import { RECORD_COLUMNS } from "../support/submission";
import {
  ANNOTATION,
  annotationOf,
  closeHarnesses,
  AddinHarness,
  expectSame,
  expectSameWorkbook,
  sheetSnapshot,
  hasAnnotation,
  saved,
  sheetOf,
  shown,
  workbookOf,
} from "./addin-harness";

afterEach(closeHarnesses);

const WIDTH = RECORD_COLUMNS.length;
const at = (header: string): number => RECORD_COLUMNS.indexOf(header as (typeof RECORD_COLUMNS)[number]);
const clean = reviewOf(cleanGrids());

interface Case {
  readonly what: string;
  readonly bent?: Bend;
  readonly text?: boolean;
  /** What Excel does to the sheet beyond its cells. */
  readonly shape?: (sheet: Sheet, workbook: Workbook) => void;
  readonly findings?: readonly string[];
}

const periodAbove: Bend = bend(RECORDS, (lines) => [
  ["专业技术人员继续教育学时记录"],
  ["填报单位：虚构研究院"],
  ...twoRows(lines, { 起止日期: ["开始日期", "结束日期"] }, "above"),
]);
const periodBelow: Bend = bend(RECORDS, (lines) => [
  ["专业技术人员继续教育学时记录"],
  ...twoRows(lines, { 起止日期: ["开始日期", "结束日期"], 培训量: ["半天数", "晚上数", "会议天数"] }, "below"),
]);

/** Merges a header of two rows as it would be drawn: groups across, all others downwards. */
function mergeHeader(sheet: Sheet, row: number, groups: readonly (readonly [first: string, columns: number])[]): void {
  const grouped = new Set(
    groups.flatMap(([first, columns]) => Array.from({ length: columns }, (_, each) => at(first) + each)),
  );
  for (const [first, columns] of groups) sheet.merge({ row, column: at(first), rows: 1, columns });
  for (let column = 0; column < WIDTH; column += 1)
    if (!grouped.has(column)) sheet.merge({ row, column, rows: 2, columns: 1 });
}

function table(sheet: Sheet, row: number, rows: number): void {
  sheet.addTable({ row, column: 0, rows, columns: WIDTH }, "学时表");
}

const CASES: readonly Case[] = [
  {
    what: "a merged title over a header of two rows, merged both ways",
    bent: periodAbove,
    shape: (sheet) => {
      sheet.merge({ row: 0, column: 0, rows: 1, columns: WIDTH });
      mergeHeader(sheet, 2, [["开始日期", 2]]);
      sheet.freeze = { rows: 4, columns: 3 };
    },
  },
  {
    what: "a header of two rows with the names below",
    bent: periodBelow,
    shape: (sheet) => {
      sheet.merge({ row: 0, column: 0, rows: 1, columns: WIDTH });
      sheet.merge({ row: 1, column: at("开始日期"), rows: 1, columns: 2 });
      sheet.merge({ row: 1, column: at("半天数"), rows: 1, columns: 3 });
    },
  },
  {
    what: "a filter on the upper of two header rows",
    bent: periodAbove,
    shape: (sheet) => {
      mergeHeader(sheet, 2, [["开始日期", 2]]);
      sheet.autoFilter = { box: { row: 2, column: 0, rows: 10, columns: WIDTH }, criteria: "" };
    },
  },
  {
    what: "an active filter that hides most rows",
    shape: (sheet) => {
      sheet.autoFilter = {
        box: { row: 0, column: 0, rows: 9, columns: WIDTH },
        criteria: '<filterColumn colId="4"><filters><filter val="论文"/></filters></filterColumn>',
      };
      for (let row = 1; row <= 8; row += 1) if (shown(sheet, row, 4) !== "论文") sheet.setRowHidden(row, true);
    },
    findings: [`hidden-rows ${RECORDS}!A1`],
  },
  { what: "hidden rows", shape: (sheet) => sheet.setRowHidden(3, true, 2), findings: [`hidden-rows ${RECORDS}!A1`] },
  {
    what: "hidden people",
    shape: (_, workbook) => sheetOf(workbook, PEOPLE).setRowHidden(2, true),
    findings: [`hidden-rows ${PEOPLE}!A1`],
  },
  { what: "hidden columns", shape: (sheet) => sheet.setColumnHidden(at("开始日期"), true, 2) },
  { what: "a table", shape: (sheet) => table(sheet, 0, 9) },
  {
    what: "a table below title rows, with a note beyond its edge",
    bent: bend(RECORDS, (lines) => [["学时记录"], [...Array<null>(WIDTH + 2).fill(null), "单位：学时"], ...lines]),
    shape: (sheet) => table(sheet, 2, 9),
  },
  {
    what: "a table of which the last row adds up (汇总)",
    bent: insert(RECORDS, Infinity, under(RECORD_COLUMNS, { 序号: "汇总", 申报学时: 48 })),
    shape: (sheet) => {
      table(sheet, 0, 10);
      sheet.setFormula(9, at("申报学时"), "=SUM(AD2:AD9)", 48);
    },
  },
  { what: "every sheet formatted as text", text: true },
  {
    what: "formulas in input cells",
    shape: (sheet) => {
      sheet.setFormula(1, at("半天数"), "=2*2", 4);
      sheet.setFormula(4, at("名称"), '="论"&"虚构"', "论虚构");
    },
    findings: [`formula-in-input ${RECORDS}!K2`, `formula-in-input ${RECORDS}!G5`],
  },
  {
    what: "the unit's own columns of our names",
    bent: bend(RECORDS, (lines) =>
      lines.map((line, row) => [...line, row === 0 ? "审核结论" : "同意", row === 0 ? "折算学时" : 8]),
    ),
  },
  {
    what: "an id typed as a number",
    bent: put(PEOPLE, [1, "身份证号", 110105194912310020]),
    findings: [`id-precision-lost ${PEOPLE}!D2`],
  },
  {
    what: "line breaks in 证明材料 and in headers",
    bent: both(
      put(RECORDS, [4, "证明材料", "刊物封面\n刊号\n目录复印件"]),
      rename(RECORDS, { 证明材料: "证明\n材料*", 登记证书编号: "登记证书\n编号：" }),
    ),
  },
  {
    what: "subtotals, blank rows and the header again, as on a second page",
    bent: both(
      insert(RECORDS, Infinity, under(RECORD_COLUMNS, { 姓名: "合 计", 申报学时: 96 }), ["填表人：钱经办"]),
      insert(
        RECORDS,
        6,
        under(RECORD_COLUMNS, { 名称: "小计", 申报学时: 48 }),
        [null],
        ["学时记录（续）"],
        [...RECORD_COLUMNS],
      ),
    ),
    shape: (sheet) => sheet.merge({ row: 8, column: 0, rows: 1, columns: WIDTH }),
  },
];

function workbookOfCase({ bent, text, shape }: Case): Workbook {
  const workbook = workbookOf(bent === undefined ? cleanGrids() : bent(cleanGrids()), text);
  shape?.(sheetOf(workbook, RECORDS), workbook);
  return saved(workbook);
}

async function requestsOf(harness: AddinHarness, work: () => Promise<unknown>): Promise<number> {
  const before = harness.workbench.traffic.length;
  await work();
  return harness.workbench.traffic.slice(before).filter(({ kind }) => kind === "batch").length;
}

let usual = 0;
beforeAll(async () => {
  const harness = await AddinHarness.open(workbookOf(cleanGrids()));
  usual = await requestsOf(harness, () => harness.review());
});

test.each(CASES)("$what", async (each) => {
  const before = workbookOfCase(each);
  const harness = await AddinHarness.open(workbookOfCase(each));
  let outcome = await harness.review();
  expect(essence(outcome.review)).toEqual(essence(clean));
  expect(added(outcome.review, clean)).toEqual([...(each.findings ?? [])].sort());

  const once = saved(harness.workbook);
  const sheet = sheetOf(once, RECORDS);
  const { column, of } = annotationOf(sheet);
  for (const old of before.sheets)
    expectSame(
      sheetSnapshot(sheetOf(once, old.name), old.name === RECORDS ? column : Infinity),
      sheetSnapshot(old, old.name === RECORDS ? column : Infinity),
      old.name,
    );
  // The live formulas were given the header they need.
  for (const record of outcome.review.records)
    expect([record.place.row, shown(sheet, record.place.row, of("折算学时"))]).toEqual([
      record.place.row,
      record.convertedHours,
    ]);
  // A sort by the frame's arrows takes our columns along.
  for (const frame of [sheet.tables[0], sheet.autoFilter])
    if (frame)
      expect(columnName(frame.box.column + frame.box.columns)).toBe(columnName(column + ANNOTATION.length + 1));

  const again = await requestsOf(harness, async () => void (outcome = await harness.review()));
  expect(again).toBeLessThanOrEqual(usual + 3);
  expectSameWorkbook(saved(harness.workbook), once);
  await harness.clear();
  expect(hasAnnotation(sheetOf(harness.workbook, RECORDS))).toBe(false);
  const cleared = saved(harness.workbook);
  for (const old of before.sheets) expectSame(sheetSnapshot(sheetOf(cleared, old.name)), sheetSnapshot(old), old.name);
  harness.expectClean();
});

test.each(CASES.filter(({ text }) => text !== true))(
  "$what: as many round trips as the clean workbook, one more where there are formulas, a filter to lay on again, or a table whose columns are read back",
  async (each) => {
    const harness = await AddinHarness.open(workbookOfCase(each));
    const formulas = each.what.includes("formulas") || each.what.includes("汇总") ? 1 : 0;
    const filters = each.what.includes("active filter") ? 1 : 0;
    // Meanwhile the functions' answers cross too
    const tables = 2 * sheetOf(harness.workbook, RECORDS).tables.length;
    expect(await requestsOf(harness, () => harness.review())).toBe(usual + formulas + filters + tables);
  },
);

describe("a column that no header names for certain", () => {
  const bent = both(rename(RECORDS, { 登记证书编号: "证号", 备注: "题目" }));

  /** Presses what a person would, within the pane's page. */
  async function press(harness: AddinHarness, find: () => HTMLElement | null | undefined): Promise<void> {
    await harness.workbench.settled();
    const found = find();
    if (!found) throw new Error("it is not there");
    found.click();
    await harness.workbench.settled();
  }
  const choose = async (harness: AddinHarness, question: string, option: string): Promise<void> => {
    const { document } = harness.workbench.window;
    await press(harness, () => document.querySelector<HTMLElement>(`[data-testid="column-${RECORDS}-${question}"]`));
    await press(harness, () =>
      [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((each) => each.textContent === option),
    );
  };

  test("is asked in the pane, once per workbook", async () => {
    const workbook = workbookOf(bent(cleanGrids()));
    const before = saved(workbook);
    const harness = await AddinHarness.open(workbook);
    await expect(harness.review()).rejects.toThrow(
      /缺少必需的列“登记证书编号”：第 2 列“证号”是不是“登记证书编号”[^]*有两列都是“名称”/,
    );
    expectSameWorkbook(saved(harness.workbook), before);

    await choose(harness, "registrationNo", "B 列“证号”");
    await choose(harness, "title", "G 列“名称”");
    const { document } = harness.workbench.window;
    const done = new Promise<void>((resolve) => document.addEventListener("ce:done", () => resolve(), { once: true }));
    await press(harness, () => document.querySelector<HTMLElement>('[data-testid="columns-confirm"]'));
    await done;
    await harness.workbench.settled();
    expect(harness.status.state).toBe("done");

    const { review, liveFormulas } = await harness.review();
    expect(essence(review)).toEqual(essence(clean));
    expect(added(review, clean)).toEqual([]);
    // Formulas see headers, not what was said of them.
    expect(liveFormulas).toBe(false);
    const sheet = sheetOf(saved(harness.workbook), RECORDS);
    expect(review.records.map(({ place }) => shown(sheet, place.row, annotationOf(sheet).of("折算学时")))).toEqual(
      review.records.map(({ convertedHours }) => convertedHours),
    );

    await harness.show("overview");
    await press(harness, () => document.querySelector<HTMLElement>('[data-testid="columns-forget"]'));
    await harness.workbench.settled();
    expect(harness.status.state).toBe("error");
    harness.expectClean();
  });
});
