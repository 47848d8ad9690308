/** What a person does at the workbook: cells, lines, order, filters, taking back; and what the page hears of it. */
import fc from "fast-check";
import { type Area, parseAddress, type Workbook } from "../../src/book/model/workbook";
import { moveReferences } from "../../src/book/model/formulas";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { EditRefused } from "../../src/workbench/host/user/user";
import { HostHarness } from "./host-harness";

const box = (address: string): Area => {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(address);
  return parsed.box;
};

/** Everything a save writes, as text: what two workbooks must agree on to be the same. */
const contents = (workbook: Workbook): unknown =>
  workbook.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.rows]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, line]) =>
        line.cells.flatMap((cell, column) =>
          cell === undefined ? [] : [[row, column, cell.formula ?? cell.value, cell.style]],
        ),
      ),
    heights: [...sheet.rows]
      .filter(([, { height, hidden }]) => height !== undefined || hidden)
      .map(([row, { height, hidden }]) => [row, height, hidden]),
    // A copy: the sheet goes on changing its own.
    rest: JSON.parse(JSON.stringify({ ...sheet.arrangement(), rows: null })) as unknown,
    names: workbook.definedNames.map(({ name, formula }) => [name, formula]),
  }));

describe("typing", () => {
  it.each<[typed: string, value: unknown, format?: string]>([
    ["学时", "学时"],
    ["12", 12],
    ["-3.5", -3.5],
    ["+4", 4],
    ["(5)", -5],
    ["１２．５", 12.5],
    ["1,234", 1234, "#,##0"],
    ["12%", 0.12, "0%"],
    ["12.5%", 0.125, "0.00%"],
    ["1e3", 1000, "0.00E+00"],
    ["￥8", 8, "¥#,##0"],
    ["2018-3-5", 43164, "yyyy/m/d"],
    ["2018/3/5", 43164, "yyyy/m/d"],
    ["18-3-5", 43164, "yyyy/m/d"],
    ["2018年3月5日", 43164, 'yyyy"年"m"月"d"日"'],
    ["2018-3", 43160, 'yyyy"年"m"月"'],
    ["3-5", 46086, 'm"月"d"日"'],
    ["2018-2-30", "2018-2-30"],
    ["2018.3.5", "2018.3.5"],
    ["8:30", 8.5 / 24, "h:mm"],
    ["1900-1-1", 1, "yyyy/m/d"],
    ["true", true],
    ["#n/a", "#N/A"],
    ["'=1+1", "=1+1"],
    ["'007", "007"],
    ["007", 7],
    ["430903198001010011", 430903198001010000],
    ["=", "="],
    ["-", "-"],
    ["", null],
    ["1,23", "1,23"],
  ])("%s", (typed, value, format = "General") => {
    const host = new HostHarness();
    host.type("B2", typed);
    expect([host.value("B2"), host.workbook.style(host.sheet.styleIndex(1, 1)).numberFormat]).toEqual([value, format]);
  });

  it.each([
    ["=sum(a1:b2)", "=SUM(A1:B2)"],
    ["＝ＳＵＭ（ａ１，Ｂ２）", "=SUM(A1,B2)"],
    ['＝ａ１＆"（全角）"', '=A1&"（全角）"'],
    ["+a1", "=+A1"],
    ["-a1*2", "=-A1*2"],
    ["='学时 记录'!a1", "='学时 记录'!A1"],
    ["=ce.hours(a2:b2,$a$1:$b$1)", "=CE.HOURS(A2:B2,$A$1:$B$1)"],
    ["=true", "=TRUE"],
    ["=表1[学时]", "=表1[学时]"],
  ])("the formula %s", (typed, formula) => {
    const host = new HostHarness();
    host.type("B2", typed);
    expect(host.formula("B2")).toBe(formula);
  });

  it("keeps text in cells formatted as text, and per cents in cells of per cent", () => {
    const host = new HostHarness();
    host.sheet.setStyle(0, 0, { numberFormat: "@" });
    host.sheet.setStyle(1, 0, { numberFormat: "0%" });
    host.type("A1", "=1+1");
    host.type("A2", "5");
    host.type("A3", "0.5");
    expect([host.value("A1"), host.formula("A1"), host.value("A2"), host.value("A3")]).toEqual([
      "=1+1",
      undefined,
      0.05,
      0.5,
    ]);
  });

  it("pastes a block with one event, fills down with references adjusted, clears", () => {
    const host = new HostHarness();
    host.user.paste(host.sheet, 0, 0, [["1", "=A1*$A$1"], ["2"], ["3", ""]]);
    host.user.fillDown(host.sheet, box("B1:B3"));
    host.user.clear(host.sheet, box("A3:A3"));
    expect([host.formula("B1"), host.formula("B2"), host.formula("B3"), host.value("A3")]).toEqual([
      "=A1*$A$1",
      "=A2*$A$1",
      "=A3*$A$1",
      null,
    ]);
    expect(
      host.events.map(({ address, changeType, source, triggerSource }) => [address, changeType, source, triggerSource]),
    ).toEqual([
      ["A1:B3", "RangeEdited", "Local", "Unknown"],
      ["B2:B3", "RangeEdited", "Local", "Unknown"],
      ["A3", "RangeEdited", "Local", "Unknown"],
    ]);
  });
});

describe("what is refused, before anything is changed", () => {
  const prepared = (): HostHarness => {
    const host = new HostHarness().fill({ A1: "头", A2: 1, A3: 2, E5: 1 });
    host.sheet.merge(box("C1:D2"));
    host.sheet.setFormula(6, 0, "=A2:A3*2");
    host.sheet.putCell(6, 0, { value: 2, formula: "=A2:A3*2", style: 0, array: box("A7:A8") });
    host.sheet.setValue(9, 0, "甲");
    host.sheet.setValue(10, 0, 1);
    host.sheet.addTable(box("A10:A11"));
    return host;
  };
  it.each<[what: string, reason: string, edit: (host: HostHarness) => void]>(
    // A case a line
    // prettier-ignore
    [
    ["a covered cell", "merged", (host) => host.type("D2", "x")],
    ["one cell of an array formula", "array", (host) => host.type("A8", "1")],
    ["a row through an array formula", "array", (host) => host.user.insertRows(host.sheet, 7, 1)],
    ["one row of an array formula", "array", (host) => host.user.deleteRows(host.sheet, 7, 1)],
    ["a formula that is none", "formula", (host) => host.type("A1", "=SUM(")],
    ["the last row of a table", "table", (host) => host.user.deleteRows(host.sheet, 10, 1)],
    ["the header of a table", "table", (host) => host.user.deleteRows(host.sheet, 9, 1)],
    ["sorting merged cells", "merged", (host) => host.user.sort(host.sheet, box("A1:D3"), [{ column: 0, ascending: true }], true)],
    ["no such cell", "size", (host) => host.user.type(host.sheet, -1, 0, "x")],
    ["a text that is too long", "size", (host) => host.type("A1", "x".repeat(32_768))],
    ["contents pushed off the sheet", "full", (host) => host.user.insertColumns(host.sheet, 0, 16_380)],
    ["a filter where nothing is", "filter", (host) => host.user.filter(host.sheet, 20, [])],
    ["a protected sheet", "protected", (host) => ((host.sheet.protected = true), host.type("A1", "x"))],
    ["rows of a protected sheet", "protected", (host) => ((host.sheet.protected = true), host.user.insertRows(host.sheet, 0, 1))],
  ],
  )("%s", (_what, reason, edit) => {
    const host = prepared();
    const before = contents(host.workbook);
    let caught: unknown;
    try {
      edit(host);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(EditRefused);
    expect((caught as EditRefused).reason).toBe(reason);
    expect([contents(host.workbook), host.events, host.user.undo()]).toEqual([before, [], false]);
  });

  it("lets unlocked cells of a protected sheet be typed into", () => {
    const host = new HostHarness();
    host.sheet.setStyle(0, 0, { locked: false });
    host.sheet.protected = true;
    host.type("A1", "可填");
    expect(host.value("A1")).toBe("可填");
  });
});

describe("references after lines came or went", () => {
  const rows = (at: number, count: number) => ({ axis: "rows", at: at - 1, count }) as const;
  const columns = (at: number, count: number) => ({ axis: "columns", at: at - 1, count }) as const;
  it.each<[before: string, change: Parameters<typeof moveReferences>[1], after: string]>([
    ["=A5", rows(3, 2), "=A7"],
    ["=A2", rows(3, 2), "=A2"],
    ["=$A$5+A$1", rows(3, 2), "=$A$7+A$1"],
    ["=SUM(A1:A5)", rows(3, 2), "=SUM(A1:A7)"],
    ["=SUM(A3:A5)", rows(3, 2), "=SUM(A5:A7)"],
    ["=SUM(A1:A2)", rows(3, 2), "=SUM(A1:A2)"],
    ["=SUM(A1:A5)", rows(2, -2), "=SUM(A1:A3)"],
    ["=SUM(A1:A5)", rows(1, -5), "=SUM(#REF!)"],
    ["=SUM(A4:A9)", rows(3, -3), "=SUM(A3:A6)"],
    ["=SUM(A4:A9)", rows(8, -4), "=SUM(A4:A7)"],
    ["=A5", rows(5, -1), "=#REF!"],
    ["=Sheet1!A5", rows(5, -1), "=Sheet1!#REF!"],
    ["=A6", rows(5, -1), "=A5"],
    ["=SUM(A:A)", rows(3, 2), "=SUM(A:A)"],
    ["=SUM(A:C)", columns(2, 1), "=SUM(A:D)"],
    ["=SUM($B:$C)", columns(1, 1), "=SUM($C:$D)"],
    ["=SUM(2:3)", rows(2, 1), "=SUM(3:4)"],
    ["=SUM($2:$3)", rows(3, 1), "=SUM($2:$4)"],
    ["=B1", columns(1, 1), "=C1"],
    ["=B1:C9", columns(2, -1), "=B1:B9"],
    ["=AA10", columns(3, 700), "=AAY10"],
    ["=Sheet2!A5", rows(3, 2), "=Sheet2!A5"],
    ["='Sheet1'!A5", rows(3, 2), "='Sheet1'!A7"],
    ["='学时 记录'!A5:B9", rows(3, 2), "='学时 记录'!A5:B9"],
    ["=Sheet1:Sheet3!A5", rows(3, 2), "=Sheet1:Sheet3!A5"],
    ["=[1]Sheet1!A5", rows(3, 2), "=[1]Sheet1!A5"],
    ['="A5"&A5', rows(3, 2), '="A5"&A7'],
    ["=LOG10(A5)+Q1_A5", rows(3, 2), "=LOG10(A7)+Q1_A5"],
    ["=表1[学时]+表1[@[A5]]", rows(3, 2), "=表1[学时]+表1[@[A5]]"],
    ["=B9:A5", rows(3, 2), "=B11:A7"],
    ["=A5:INDEX(B:B,3)", rows(3, 2), "=A7:INDEX(B:B,3)"],
    ["=A1048576", rows(3, 2), "=#REF!"],
    ["=SUM(A5:A1048576)", rows(3, 2), "=SUM(A7:A1048576)"],
    ['=IF(A5>=5,"Sheet1!A5",A5#)', rows(3, 2), '=IF(A7>=5,"Sheet1!A5",A7#)'],
    ["=A5%+1E5", rows(3, 2), "=A7%+1E5"],
  ])("%s", (before, change, after) => {
    expect(moveReferences(before, change, (name) => name === null || name === "Sheet1")).toBe(after);
  });
});

/** A sheet with everything that has a place on it, and another that looks at it. */
function furnished(): HostHarness {
  const host = new HostHarness().fill({
    A1: "编号",
    B1: "学时",
    C1: "折算",
    A2: 3,
    B2: 30,
    C2: "=B2*2",
    A3: 1,
    B3: 10,
    C3: "=B3*2+$B$2",
    A4: 2,
    B4: 20,
    C4: "=B4*2",
    A6: "=SUM(B2:B4)",
    "汇总!A1": "=SUM(Sheet1!B2:B4)+Sheet1!B3",
    "汇总!A2": "=SUM(学时)",
  });
  const { sheet, workbook } = host;
  sheet.merge(box("A8:B9"));
  sheet.addTable(box("E1:F3"));
  sheet.setRowHeight(2, 30);
  sheet.setColumnWidth(1, 20);
  sheet.addValidation({
    boxes: [box("B2:B4")],
    type: "whole",
    operator: "lessThan",
    formula1: "$B$2",
    allowBlank: true,
    showDropDown: true,
    showError: true,
    showPrompt: false,
  });
  sheet.autoFilter = { box: box("A1:C4"), criteria: "" };
  sheet.printArea = box("A1:C9");
  sheet.printTitleRows = { first: 0, count: 1 };
  sheet.setPage({ rowBreaks: [3], columnBreaks: [2] });
  workbook.setDefinedName("学时", "=Sheet1!$B$2:$B$4");
  return host;
}

describe("everything on the sheet goes along", () => {
  it("when rows come", async () => {
    const host = furnished();
    host.user.insertRows(host.sheet, 2, 2);
    const { sheet, workbook } = host;
    expect({
      formulas: [host.formula("C2"), host.formula("C5"), host.formula("A8"), host.formula("汇总!A1")],
      merges: sheet.merges,
      table: sheet.tables[0]?.box,
      filter: sheet.autoFilter?.box,
      printed: sheet.printArea,
      breaks: sheet.page.rowBreaks,
      validation: sheet.validations[0]?.boxes,
      name: workbook.definedName("学时", null)?.formula,
      height: [sheet.rows.get(2)?.height, sheet.rows.get(4)?.height],
    }).toEqual({
      formulas: ["=B2*2", "=B5*2+$B$2", "=SUM(B2:B6)", "=SUM(Sheet1!B2:B6)+Sheet1!B5"],
      merges: [box("A10:B11")],
      table: box("E1:F5"),
      filter: box("A1:C6"),
      printed: box("A1:C11"),
      breaks: [5],
      validation: [box("B2:B6")],
      name: "=Sheet1!$B$2:$B$6",
      height: [undefined, 30],
    });
  });

  it("when rows go", () => {
    const host = furnished();
    host.user.deleteRows(host.sheet, 2, 1);
    const { sheet, workbook } = host;
    expect({
      formulas: [host.formula("C3"), host.formula("A5"), host.formula("汇总!A1")],
      merges: sheet.merges,
      table: sheet.tables[0]?.box,
      filter: sheet.autoFilter?.box,
      name: workbook.definedName("学时", null)?.formula,
      validation: sheet.validations[0]?.boxes,
    }).toEqual({
      formulas: ["=B3*2", "=SUM(B2:B3)", "=SUM(Sheet1!B2:B3)+Sheet1!#REF!"],
      merges: [box("A7:B8")],
      table: box("E1:F2"),
      filter: box("A1:C3"),
      name: "=Sheet1!$B$2:$B$3",
      validation: [box("B2:B3")],
    });
  });

  it("when columns come into a table and go from it", () => {
    const host = furnished().fill({ H1: "=SUM(Table1[Column1])+SUM(Table1[Column2])" });
    host.user.insertColumns(host.sheet, 5, 1);
    expect([
      host.sheet.tables[0]?.columns.map(({ name }) => name),
      host.value("F1"),
      host.sheet.column(1)?.width,
    ]).toEqual([["Column1", "Column3", "Column2"], "Column3", 20]);
    host.user.deleteColumns(host.sheet, 4, 1);
    expect([host.sheet.tables[0]?.columns.map(({ name }) => name), host.formula("H1")]).toEqual([
      ["Column3", "Column2"],
      "=SUM(#REF!)+SUM(Table1[Column2])",
    ]);
  });

  it("formulas follow a table's header that gets another name, and back", async () => {
    const host = furnished().fill({
      E1: "项目",
      F1: "学时",
      F2: 5,
      F3: 6,
      H1: "=SUM(Table1[学时])",
      F4: "=Table1[[#Headers],[学时]]",
    });
    host.sheet.changeTable(host.sheet.tables[0]!, {
      columns: [
        { id: 1, name: "项目" },
        { id: 2, name: "学时" },
      ],
    });
    host.type("F1", "折算 学时");
    await host.calculated();
    expect([host.formula("H1"), host.value("H1"), host.value("F4")]).toEqual([
      "=SUM(Table1[折算 学时])",
      11,
      "折算 学时",
    ]);
    host.user.undo();
    await host.calculated();
    expect([host.formula("H1"), host.value("H1"), host.value("F4")]).toEqual(["=SUM(Table1[学时])", 11, "学时"]);
  });

  it("in the file too: the saved workbook opens and says the same", () => {
    const host = furnished();
    host.user.insertRows(host.sheet, 2, 2);
    host.user.deleteColumns(host.sheet, 3, 1);
    host.user.sort(host.sheet, box("A2:C6"), [{ column: 0, ascending: true }], false);
    const again = openWorkbook(saveWorkbook(host.workbook));
    expect(contents(again)).toMatchObject(
      JSON.parse(JSON.stringify(contents(host.workbook))).map(({ name, names }: { name: string; names: unknown }) => ({
        name,
        names,
      })),
    );
    expect(again.sheets[0]?.cell(2, 2)?.formula).toBe(host.formula("C3"));
    expect(again.warnings).toEqual([]);
  });
});

describe("sorting", () => {
  it("moves formulas as if they were copied, and leaves others alone", () => {
    const host = furnished();
    host.user.sort(host.sheet, box("A1:C4"), [{ column: 0, ascending: true }], true);
    expect([2, 3, 4].map((row) => [host.value(`A${row}`), host.value(`B${row}`), host.formula(`C${row}`)])).toEqual([
      [1, 10, "=B2*2+$B$2"],
      [2, 20, "=B3*2"],
      [3, 30, "=B4*2"],
    ]);
    expect(host.formula("A6")).toBe("=SUM(B2:B4)");
    expect(host.events).toMatchObject([{ type: 19, address: "A2:C4", source: "Local" }]);
  });

  it.each<[ascending: boolean, sorted: unknown[]]>([
    [true, [-1, 2, 10, "a", "B", "丙", "甲", "乙", false, true, "#N/A", null]],
    [false, ["#N/A", true, false, "乙", "甲", "丙", "B", "a", 10, 2, -1, null]],
  ])("numbers, texts by pinyin, truth values, errors, blanks last; ascending %s", (ascending, sorted) => {
    const host = new HostHarness();
    const mixed = [true, "乙", null, 10, "B", { error: "#N/A" }, -1, "甲", "a", false, 2, "丙"];
    mixed.forEach((value, row) => host.sheet.setValue(row, 0, value));
    host.user.sort(
      host.sheet,
      { row: 0, column: 0, rows: mixed.length, columns: 1 },
      [{ column: 0, ascending }],
      false,
    );
    expect(mixed.map((_, row) => host.value(`A${row + 1}`))).toEqual(sorted);
  });

  it("by several keys, stable, hidden rows staying where they are", () => {
    const host = new HostHarness();
    host.user.paste(host.sheet, 0, 0, [
      ["乙", "2", "a"],
      ["甲", "9", "b"],
      ["乙", "1", "c"],
      ["甲", "1", "d"],
      ["乙", "1", "e"],
    ]);
    host.sheet.setRowHidden(1, true);
    host.user.sort(
      host.sheet,
      box("A1:C5"),
      [
        { column: 0, ascending: true },
        { column: 1, ascending: true },
      ],
      false,
    );
    expect([1, 2, 3, 4, 5].map((row) => host.value(`C${row}`))).toEqual(["d", "b", "c", "e", "a"]);
  });

  it("twice by a unique key gives every formula and value back", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 12 }), (keys) => {
        const host = new HostHarness();
        keys.forEach((key, row) => {
          host.sheet.setValue(row, 0, key);
          host.sheet.setValue(row, 1, row);
          host.sheet.setFormula(row, 2, `=A${row + 1}*2+SUM($A$1:A${row + 1})`, key);
        });
        const before = contents(host.workbook);
        const all = { row: 0, column: 0, rows: keys.length, columns: 3 };
        host.user.sort(host.sheet, all, [{ column: 0, ascending: true }], false);
        host.user.sort(host.sheet, all, [{ column: 1, ascending: true }], false);
        expect(contents(host.workbook)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe("filtering", () => {
  it("hides rows by what they show, on a filter made over the used range, and shows them again", () => {
    const host = new HostHarness();
    host.user.paste(host.sheet, 0, 0, [
      ["形式", "学时"],
      ["论文", "30"],
      ["培训", "12"],
      ["", "12"],
    ]);
    host.user.filter(host.sheet, 1, ["12"]);
    host.user.filter(host.sheet, 0, ["培训", "论文"]);
    const hidden = (): boolean[] => [0, 1, 2, 3].map((row) => host.sheet.rows.get(row)?.hidden ?? false);
    expect([hidden(), host.sheet.autoFilter?.box]).toEqual([[false, true, false, true], box("A1:B4")]);
    host.user.filter(host.sheet, 0, [""]);
    expect(hidden()).toEqual([false, true, true, false]);
    host.user.filter(host.sheet, 0, null);
    host.user.filter(host.sheet, 1, null);
    expect([hidden(), host.sheet.autoFilter?.criteria]).toEqual([[false, false, false, false], ""]);
  });

  it("on a table, kept in the file", () => {
    const host = new HostHarness();
    host.user.paste(host.sheet, 2, 1, [
      ["形式", "学时"],
      ["论文", "30"],
      ["培训", "12"],
    ]);
    host.sheet.addTable(box("B3:C5"));
    host.user.filter(host.sheet, 1, ["论文"]);
    const again = host.saved().sheets[0];
    expect([again?.rows.get(4)?.hidden, again?.tables[0]?.criteria, again?.autoFilter]).toEqual([
      true,
      '<filterColumn colId="0"><filters><filter val="论文"/></filters></filterColumn>',
      null,
    ]);
  });
});

describe("events", () => {
  it.each<[what: string, edit: (host: HostHarness) => void, event: Record<string, unknown>]>(
    // A case a line
    // prettier-ignore
    [
    ["one cell", (host) => host.type("B2", "31"), { address: "B2", changeType: "RangeEdited", valueBefore: 30, valueAfter: 31, valueTypeBefore: "Double", valueTypeAfter: "Double", shiftDirection: "None" }],
    ["rows come", (host) => host.user.insertRows(host.sheet, 2, 2), { address: "3:4", changeType: "RowInserted", shiftDirection: "ShiftCellDown", source: "Local", triggerSource: "Unknown" }],
    ["rows go", (host) => host.user.deleteRows(host.sheet, 3, 1), { address: "4:4", changeType: "RowDeleted", shiftDirection: "ShiftCellUp" }],
    ["columns come", (host) => host.user.insertColumns(host.sheet, 1, 1), { address: "B:B", changeType: "ColumnInserted", shiftDirection: "ShiftCellRight" }],
    ["columns go", (host) => host.user.deleteColumns(host.sheet, 1, 2), { address: "B:C", changeType: "ColumnDeleted", shiftDirection: "ShiftCellLeft" }],
    ["a selection", (host) => host.user.select(host.sheet, box("B2:C3")), { type: 14, address: "B2:C3" }],
    ["a co-author", (host) => host.user.as("Remote").put(host.sheet, 1, 1, 5), { address: "B2", source: "Remote", triggerSource: "Unknown" }],
  ],
  )("%s", (_what, edit, event) => {
    const host = furnished();
    edit(host);
    expect(host.events).toMatchObject([event]);
  });

  it("says which sheet comes to the front, and nothing of a co-author's looking", () => {
    const host = furnished();
    host.user.as("Remote").select(host.sheet, box("B2"));
    host.user.activate(host.sheetNamed("汇总"));
    expect(host.events.map(({ type }) => type)).toEqual([11]);
  });
});

describe("taking back", () => {
  const edits: readonly (readonly [what: string, edit: (host: HostHarness) => void])[] = [
    ["typing", (host) => host.type("B2", "=A1")],
    ["putting", (host) => host.user.put(host.sheet, 1, 2, "x")],
    ["a date in an empty cell", (host) => host.type("D9", "2018-3-5")],
    [
      "pasting",
      (host) =>
        host.user.paste(host.sheet, 0, 0, [
          ["x", "y"],
          ["1", "2"],
        ]),
    ],
    ["clearing", (host) => host.user.clear(host.sheet, box("A1:C4"))],
    ["filling", (host) => host.user.fillDown(host.sheet, box("A2:C6"))],
    ["sorting", (host) => host.user.sort(host.sheet, box("A2:C4"), [{ column: 1, ascending: false }], false)],
    ["rows", (host) => host.user.insertRows(host.sheet, 1, 3)],
    ["a first row", (host) => host.user.insertRows(host.sheet, 0, 1)],
    ["deleted rows", (host) => host.user.deleteRows(host.sheet, 2, 4)],
    ["columns", (host) => host.user.insertColumns(host.sheet, 5, 2)],
    ["deleted columns", (host) => host.user.deleteColumns(host.sheet, 1, 4)],
  ];
  it.each(edits)("%s", (_what, edit) => {
    const host = furnished();
    const before = contents(host.workbook);
    edit(host);
    expect(contents(host.workbook)).not.toEqual(before);
    expect([host.user.undo(), host.user.undo()]).toEqual([true, false]);
    expect(contents(host.workbook)).toEqual(before);
    expect(host.workbook.moves.filter(({ kind }) => kind === "lines")).toEqual([]);
  });

  it("any edits, one after the other, all the way back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: edits.length - 1 }), { minLength: 1, maxLength: 6 }), (chosen) => {
        const host = furnished();
        const states: unknown[] = [];
        for (const at of chosen) {
          const before = contents(host.workbook);
          try {
            edits[at]?.[1](host);
            states.push(before);
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error;
          }
        }
        for (const state of states.reverse()) {
          host.user.undo();
          expect(contents(host.workbook)).toEqual(state);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("rows put in and taken away again leave the book as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (row, count) => {
        const host = furnished();
        const before = contents(host.workbook);
        host.user.insertRows(host.sheet, row, count);
        host.user.deleteRows(host.sheet, row, count);
        expect(contents(host.workbook)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("ends where the page wrote", () => {
    const host = furnished();
    host.type("A2", "9");
    host.state.pageWrote();
    expect([host.user.undo(), host.value("A2")]).toEqual([false, 9]);
  });
});
