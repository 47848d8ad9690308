/** What a change reaches, how often formulas are evaluated, and how often the page is asked. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { emptyWorkbook } from "../../src/book/xlsx";
import { declared, HostHarness } from "./host-harness";
import { closeWorkbenches, run, start } from "./page-harness";

afterEach(closeWorkbenches);

const CE = declared({ DOUBLE: [false], HOURS: [true, true] });
const answer = (name: string, args: readonly unknown[]): unknown =>
  name === "DOUBLE" ? Number(args[0]) * 2 : (args[0] as unknown[][]).flat().length;

/** 10,000 formulas over 10,000 rows, each of its own row and one shared cell. */
function big(rows = 10_000): HostHarness {
  const host = new HostHarness({ functions: CE, answer });
  const { sheet } = host;
  sheet.setValue(0, 3, 10);
  for (let row = 1; row <= rows; row++) {
    sheet.setValue(row, 0, row);
    sheet.setFormula(row, 1, `=A${row + 1}*2`, row * 2);
  }
  sheet.setFormula(0, 4, `=SUM(B2:B${rows + 1})`, rows * (rows + 1));
  return host;
}

const since = async (host: HostHarness, edit: () => void): Promise<number> => {
  const before = host.calculation.evaluations;
  edit();
  await host.calculated();
  return host.calculation.evaluations - before;
};

describe("what a change reaches", () => {
  it("evaluates of 10,000 formulas the two that depend on a cell", async () => {
    const host = big();
    expect(await since(host, () => host.type("A5000", "1"))).toBe(2);
    expect([host.value("B5000"), host.value("E1")]).toEqual([2, 10_000 * 10_001 - 4999 * 2 + 2]);
    expect(await since(host, () => host.type("G1", "1"))).toBe(0);
  });

  it("evaluates each formula of a long chain once, in order, however deep it is", async () => {
    const host = new HostHarness().fill({ A1: 1 });
    for (let row = 1; row < 20_000; row++) host.sheet.setFormula(row, 0, `=A${row}+1`, row + 1);
    expect(await since(host, () => host.type("A1", "5"))).toBe(19_999);
    expect(host.value("A20000")).toBe(20_004);
  });

  it("keeps 2,000 whole-column look-ups apart from what they do not read", async () => {
    const host = new HostHarness();
    for (let row = 0; row < 2000; row++) {
      host.sheet.setValue(row, 0, `编号${row}`);
      host.sheet.setValue(row, 1, row);
      host.sheet.setFormula(row, 3, `=SUMIFS(B:B,A:A,A${row + 1})`, row);
    }
    expect(await since(host, () => host.type("F3", "1"))).toBe(0);
    expect(await since(host, () => host.type("B7", "100"))).toBe(2000);
    expect([host.value("D7"), host.value("D8")]).toEqual([100, 7]);
  });

  it("follows names, tables and sheets when they come to mean something else", async () => {
    const host = new HostHarness().fill({ A1: 1, A2: 2, "他!A1": 5, B1: "=SUM(数)", B2: "=SUM(他!A1)" });
    host.workbook.setDefinedName("数", "=Sheet1!$A$1");
    await host.calculated();
    expect([host.value("B1"), host.value("B2")]).toEqual([1, 5]);
    host.workbook.setDefinedName("数", "=Sheet1!$A$1:$A$2");
    host.type("H1", "x");
    await host.calculated();
    expect(host.value("B1")).toBe(3);
    host.sheetNamed("他").name = "别";
    host.type("别!A1", "7");
    await host.calculated();
    expect([host.formula("B2"), host.value("B2")]).toEqual(["=SUM(别!A1)", 7]);
  });

  it("reckons again what rows that came, went or were sorted changed", async () => {
    const host = new HostHarness().fill({
      A1: 3,
      A2: 1,
      A3: 2,
      B1: "=A1*10",
      B2: "=A2*10",
      B3: "=A3*10",
      D1: "=SUM(B1:B3)",
      D2: "=ROWS(A1:A3)",
      D3: "=INDEX(B1:B3,1)",
    });
    await host.calculated();
    host.user.sort(host.sheet, { row: 0, column: 0, rows: 3, columns: 2 }, [{ column: 0, ascending: true }], false);
    await host.calculated();
    expect([host.value("B1"), host.value("D1"), host.value("D3")]).toEqual([10, 60, 10]);
    host.user.insertRows(host.sheet, 1, 1);
    await host.calculated();
    expect([host.value("D1"), host.value("D3"), host.formula("D3"), host.value("D4")]).toEqual([
      60,
      4,
      "=ROWS(A1:A4)",
      10,
    ]);
    host.user.deleteRows(host.sheet, 3, 1);
    await host.calculated();
    expect([host.value("D1"), host.formula("D1")]).toEqual([30, "=SUM(B1:B3)"]);
  });

  it("shows at once what lost its cells, on other sheets and through names too", async () => {
    const host = new HostHarness().fill({
      A1: 1,
      A2: 2,
      "他!A1": "=Sheet1!A2+1",
      "他!A2": "=SUM(数)",
      "他!A3": "=SUM(Sheet1!A1:A2)",
      "他!A4": '=IFERROR(数,"无")',
    });
    host.workbook.setDefinedName("数", "=Sheet1!$A$2");
    await host.calculated();
    host.user.deleteRows(host.at("A1").sheet, 1, 1);
    await host.calculated();
    expect([1, 2, 3, 4].map((row) => host.value(`他!A${row}`))).toEqual(["#REF!", "#REF!", 1, "无"]);
  });

  it("waits in manual mode until it is asked", async () => {
    const host = new HostHarness().fill({ A1: 1, B1: "=A1+1" });
    await host.calculated();
    host.state.calculationMode = "Manual";
    host.type("A1", "5");
    expect({ busy: host.calculation.busy, value: host.value("B1") }).toEqual({ busy: false, value: 2 });
    host.calculation.calculate();
    await host.calculated();
    expect(host.value("B1")).toBe(6);
  });
});

describe("custom functions", () => {
  it("asks the page once for 2,000 formulas, and not again for what it knows", async () => {
    const host = new HostHarness({ functions: CE, answer });
    for (let row = 1; row <= 2000; row++) host.type(`A${row}`, String(row));
    for (let row = 1; row <= 2000; row++) host.type(`B${row}`, `=CE.DOUBLE(A${row})&"学时"`);
    await host.calculated();
    expect([host.pushes, host.value("B1"), host.value("B2000")]).toEqual([[2000], "2学时", "4000学时"]);
    host.type("A1", "2000");
    await host.calculated();
    expect([host.pushes, host.value("B1")]).toEqual([[2000], "4000学时"]);
    host.type("A2", "-1");
    host.type("A3", "-2");
    await host.calculated();
    expect([host.pushes, host.value("B2"), host.value("B3")]).toEqual([[2000, 2], "-2学时", "-4学时"]);
  });

  it("asks for all of a formula's functions at once, also behind one that waits, and for what depends on answers next", async () => {
    const host = new HostHarness({ functions: CE, answer }).fill({
      A1: 1,
      A2: 2,
      B1: "=CE.DOUBLE(A1)+CE.DOUBLE(A2)",
      C1: "=SUM(B1,CE.DOUBLE(9))",
      D1: "=CE.DOUBLE(B1)",
      E1: '=IF(B1>5,"够","差")',
    });
    await host.calculated();
    expect([host.pushes, host.value("B1"), host.value("C1"), host.value("D1"), host.value("E1")]).toEqual([
      [2, 2],
      6,
      24,
      12,
      "够",
    ]);
  });

  it("gives an error among the arguments back without asking", async () => {
    const host = new HostHarness({ functions: CE, answer }).fill({
      A1: "=1/0",
      B1: "=CE.DOUBLE(A1)",
      C1: '=IFERROR(CE.DOUBLE(NA()),"无")',
    });
    await host.calculated();
    expect([host.pushes, host.value("B1"), host.value("C1")]).toEqual([[], "#DIV/0!", "无"]);
  });

  it("hands errors over as objects where the metadata allows data types (office-js 4385)", async () => {
    const asked: unknown[] = [];
    const host = new HostHarness({
      functions: declared({ KIND: [true] }, true),
      answer: (_name, args) => {
        asked.push(args);
        return "asked";
      },
    }).fill({ A1: "=1/0", B1: "=CE.KIND(A1)" });
    await host.calculated();
    const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" };
    expect([asked, host.value("B1")]).toEqual([[[[[error]]]], "asked"]);
  });

  it("keeps on waiting while the page adds sheets", async () => {
    const host = new HostHarness({ functions: CE, answer }).fill({ A1: 4, B1: "=CE.DOUBLE(A1)", C1: "=B1+1" });
    const done = host.calculated();
    host.workbook.addSheet("新");
    host.type("新!A1", "1");
    await done;
    await host.calculated();
    expect([host.value("B1"), host.value("C1")]).toEqual([8, 9]);
  });

  it("fills the cells of an array formula", async () => {
    const host = new HostHarness({
      functions: declared({ EACH: [true] }),
      answer: (_name, args) => (args[0] as number[][]).map(([value]) => [Number(value) + 1]),
    }).fill({ A1: 1, A2: 2, A3: 3 });
    const array = { row: 0, column: 1, rows: 3, columns: 1 };
    host.sheet.putCell(0, 1, { value: null, formula: "=CE.EACH(A1:A3)", style: 0, array });
    host.calculation.formulaWritten(host.sheet, 0, 1);
    await host.calculated();
    expect([host.value("B1"), host.value("B2"), host.value("B3")]).toEqual([2, 3, 4]);
    expect(host.saved().activeSheet.cell(0, 1)).toMatchObject({ formula: "=CE.EACH(A1:A3)", array });
  });
});

describe("a cell being edited", () => {
  const write = (address: string, value: string): string =>
    `s.getRange("${address}").values = [["${value}"]]; await c.sync(); return "done";`;

  it("refuses the page's batches, and custom functions answer all the same", async () => {
    const workbench = await start();
    workbench.user.beginCellEdit();
    expect(await run(workbench, write("A1", "甲"))).toBe("InvalidOperationInCellEditMode");
    expect(workbench.log.errors.map(({ code }) => code)).toEqual(["InvalidOperationInCellEditMode"]);
    expect(await workbench.callFunction("double", [4])).toMatchObject({ value: 8 });
    workbench.user.endCellEdit();
    expect(await run(workbench, write("A1", "甲"))).toBe("done");
    expect(workbench.log.refused).toEqual([]);
  });

  it("holds batches that asked to be delayed until it is over", async () => {
    const workbench = await start();
    workbench.user.beginCellEdit();
    const held = workbench.window.eval(
      `Excel.run({ delayForCellEdit: true }, async (c) => { c.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["乙"]]; await c.sync(); return "done"; }).catch((error) => error.code)`,
    ) as Promise<unknown>;
    await workbench.settled();
    expect(workbench.workbook.activeSheet.value(0, 0)).toBeNull();
    workbench.user.type(workbench.workbook.activeSheet, 0, 1, "3");
    workbench.user.endCellEdit();
    expect([await held, workbench.workbook.activeSheet.value(0, 0), workbench.log.errors]).toEqual(["done", "乙", []]);
  });
});

describe("what the page hears of a person", () => {
  it("rows that come and go, rows that are sorted, and a co-author", async () => {
    const workbench = await start();
    await run(
      workbench,
      `s.onChanged.add(async (e) => window.seen.push([e.type, e.changeType, e.address, e.source, e.changeDirectionState]));
       c.workbook.worksheets.onRowSorted.add(async (e) => window.seen.push([e.type, e.address, e.source])); s.onRowSorted.add(async (e) => window.seen.push([e.type, e.address, e.worksheetId])); await c.sync();`,
    );
    const sheet = workbench.workbook.activeSheet;
    workbench.user.paste(sheet, 0, 0, [["3"], ["1"], ["2"]]);
    workbench.user.sort(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, [{ column: 0, ascending: true }], false);
    workbench.user.insertRows(sheet, 1, 2);
    workbench.user.as("Remote").deleteRows(sheet, 1, 1);
    await workbench.settled();
    expect(JSON.parse(workbench.window.eval("JSON.stringify(window.seen)") as string)).toEqual([
      ["WorksheetChanged", "RangeEdited", "A1:A3", "Local", null],
      ["WorksheetRowSorted", "A1:A3", "{00000001}"],
      ["WorksheetRowSorted", "A1:A3", "Local"],
      ["WorksheetChanged", "RowInserted", "2:3", "Local", { insertShiftDirection: "Down" }],
      ["WorksheetChanged", "RowDeleted", "2:2", "Remote", { deleteShiftDirection: "Up" }],
    ]);
    expect(workbench.log.refused).toEqual([]);
  });

  it("what the page writes ends what the person can take back", async () => {
    const workbench = await start();
    const sheet = workbench.workbook.activeSheet;
    workbench.user.type(sheet, 0, 0, "一");
    await run(workbench, `const r = s.getRange("A1").load("values"); await c.sync(); r.select(); await c.sync();`);
    expect(workbench.user.undo()).toBe(true);
    workbench.user.type(sheet, 0, 0, "二");
    await run(workbench, `s.getRange("B1").format.fill.color = "#ffffff"; await c.sync();`);
    expect([workbench.user.undo(), sheet.value(0, 0)]).toEqual([false, "二"]);
  });
});

it("host and book run in a browser: no Node in them", () => {
  const root = join(__dirname, "../..");
  const esbuild = join(root, "node_modules/.bin/esbuild");
  const bundled = (entry: string): string =>
    execFileSync(esbuild, [entry, "--bundle", "--platform=browser", "--format=esm", "--log-level=error"], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      encoding: "utf8",
    });
  const text = bundled("src/workbench/host/protocol/session.ts");
  // formulajs asks whether there is a process at all before it looks; nothing of ours names it.
  expect(text.match(/\b(?:Buffer\.|require\("node:|from "node:)/g)).toBeNull();
  expect(emptyWorkbook().sheets).toHaveLength(1);
});
