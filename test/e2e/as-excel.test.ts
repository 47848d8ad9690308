/** Whole jobs where Excel is less kind: columns of tables that fill themselves, small requests, filters, cells with errors and long texts. */
import "../taskpane/page";
import { saveWorkbook } from "../../src/book/xlsx";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { Rig } from "../faults/rig";
import { openPane, type Pane } from "../faults/desk";
import { RECORD_COLUMNS, type RowCells } from "../support/submission";
import { RECORDS, sheetOf, workbookOfTables, workbookSnapshot } from "./addin-harness";

let rig: Rig;
beforeAll(async () => {
  rig = await Rig.open();
});
afterAll(() => rig.close());

const WIDTH = RECORD_COLUMNS.length;
const COURSE: RowCells = { 学习形式: "面授培训", 半天数: 4, 证明材料: "培训通知、结业证书" };
const records = (count: number): RowCells[] =>
  Array.from({ length: count }, (_, at) => ({ ...COURSE, 年度: 2013 + (at % 5), 名称: `虚构的面授培训班第${at}号` }));

/** In rows 2 to 8 of a table of ten rows: six records, the third with an error, the fourth row blank; the last three rows are blank. */
function table(workbook: Workbook): Sheet {
  const sheet = sheetOf(workbook, RECORDS);
  sheet.setValue(3, RECORD_COLUMNS.indexOf("备注"), { error: "#N/A" });
  for (let column = 0; column < WIDTH; column += 1) sheet.setValue(4, column, null);
  sheet.addTable({ row: 0, column: 0, rows: 11, columns: WIDTH }, "学时表");
  return sheet;
}

const ownColumns = (): unknown[] => {
  const sheet = sheetOf(rig.workbook, RECORDS);
  return Array.from({ length: 10 }, (_, at) => sheet.cell(at + 1, WIDTH)?.formula ?? sheet.value(at + 1, WIDTH));
};

async function put(workbook: Workbook, payloadLimit?: number): Promise<Pane> {
  await rig.put({
    bytes: saveWorkbook(workbook),
    settings: new Map(),
    ...(payloadLimit === undefined ? {} : { payloadLimit }),
  });
  return openPane();
}

test("in a table: one formula for all rows, a value where no function can be handed the row, and a second review changes nothing", async () => {
  const workbook = workbookOfTables({ records: records(7) });
  table(workbook);
  const pane = await put(workbook);
  expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
  await rig.settled();
  const first = workbookSnapshot(rig.workbook);
  expect(ownColumns().map((cell) => (String(cell).startsWith("=CE.SUBJECT(") ? "formula" : cell))).toEqual([
    "formula",
    "formula",
    "专业科目",
    ...Array<string>(7).fill("formula"),
  ]);
  expect([4, 8, 9, 10].map((row) => sheetOf(rig.workbook, RECORDS).value(row, WIDTH))).toEqual(["", "", "", ""]);
  expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
  await rig.settled();
  expect(workbookSnapshot(rig.workbook)).toEqual(first);
});

test("in a table whose columns Excel fills otherwise: values stand there, and it is said", async () => {
  const workbook = workbookOfTables({ records: records(7) });
  table(workbook);
  const pane = await put(workbook);
  rig.calculatedColumns = "verbatim";
  // The first review writes beside the table, the second into it
  await pane.run("review", undefined);
  expect(await pane.run("review", undefined)).toMatchObject({ ok: true });
  await rig.settled();
  expect(ownColumns()).toEqual([
    ...Array<string>(3).fill("专业科目"),
    null,
    ...Array<string>(3).fill("专业科目"),
    null,
    null,
    null,
  ]);
  expect(pane.controller.getState().last?.doneText.hint).toContain("已改为数值");
});
