/** Whole jobs where Excel is less kind: columns of tables that fill themselves, small requests, filters, cells with errors and long texts. */
import "../taskpane/page";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { DEFAULT_SETTINGS } from "../../src/certificates";
import type { Sheet, Workbook } from "../../src/book/model/workbook";
import { Rig } from "../faults/rig";
import { openPane, type ActionName, type Pane } from "../faults/desk";
import { RECORD_COLUMNS, type RowCells } from "../support/submission";
import { RECORDS, sheetOf, sheetSnapshot, workbookOfTables, workbookSnapshot } from "./addin-harness";

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

const LONGEST = 32_767;
/** Bytes of a request or an answer; Excel on the web takes 5 MB, which would need a workbook that takes minutes to write. */
const SMALL = 60_000;

/** Everybody's years are met; one record has an error among its cells, one the longest text that a cell holds. */
function hardWorkbook(frame: "filter" | "table"): Workbook {
  const met = [2013, 2014, 2015, 2016, 2017].flatMap((year): RowCells[] =>
    (["公需科目", "专业科目"] as const).map((subject) => ({
      ...COURSE,
      年度: year,
      科目: subject,
      名称: `${subject}${year}`,
      半天数: subject === "公需科目" ? 8 : 16,
      备案号: "BA-F",
      证明材料: "培训通知、培训课程表、培训签到表、结业证书",
    })),
  );
  const workbook = workbookOfTables({ records: [...met, ...records(60)] });
  const sheet = sheetOf(workbook, RECORDS);
  const remark = RECORD_COLUMNS.indexOf("备注");
  sheet.setValue(12, remark, { error: "#N/A" });
  sheet.setValue(13, remark, "x".repeat(LONGEST));
  const box = { row: 0, column: 0, rows: 71, columns: WIDTH };
  if (frame === "table") sheet.addTable(box, "学时表");
  else {
    const at = RECORD_COLUMNS.indexOf("科目");
    sheet.autoFilter = {
      box,
      criteria: `<filterColumn colId="${at}"><filters><filter val="公需科目"/></filters></filterColumn>`,
    };
    for (let row = 1; row <= 70; row += 1) if (sheet.value(row, at) !== "公需科目") sheet.setRowHidden(row, true);
  }
  return openWorkbook(saveWorkbook(workbook));
}

const JOB: readonly (readonly [ActionName, unknown])[] = [
  ["review", undefined],
  ["adopt", { name: "测试审核人" }],
  ["certificates", { settings: { ...DEFAULT_SETTINGS, handler: "测试经办人" } }],
  ["freeze", undefined],
  ["clear", undefined],
];

test.each(["filter", "table"] as const)(
  "a whole job in requests of 60 kB, with a %s: it is done, a second run of each part changes nothing, the unit's cells stay",
  async (frame) => {
    const given = hardWorkbook(frame);
    const inputs = (workbook: Workbook): unknown =>
      given.sheets.map(({ name }) => sheetSnapshot(sheetOf(workbook, name), name === RECORDS ? WIDTH : Infinity).cells);
    const pane = await put(hardWorkbook(frame), SMALL);
    for (const [action, request] of JOB) {
      const facts = [];
      for (const run of ["first", "second"]) {
        const { failure, outcome } = await pane.run(action, request);
        if (action === "certificates") expect(outcome).toMatchObject({ issued: [{ certificateNo: "2018-0001" }] });
        expect([action, run, failure?.message, failure?.problems]).toEqual([action, run, undefined, undefined]);
        await rig.settled();
        facts.push(workbookSnapshot(rig.workbook));
      }
      expect([action, facts[1]]).toEqual([action, facts[0]]);
      expect([action, inputs(rig.workbook)]).toEqual([action, inputs(given)]);
    }
    expect(sheetSnapshot(sheetOf(rig.workbook, RECORDS))).toEqual(sheetSnapshot(sheetOf(given, RECORDS)));
    expect(rig.refused).toEqual([]);
  },
);
