/** Charts, validations with limits, and facts row by row: through the unmodified office.js, and into the file. */
import { strFromU8, unzipSync } from "fflate";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { Workbook } from "../../src/book/model/workbook";
import { closeWorkbenches, run, start } from "./page-harness";

afterEach(closeWorkbenches);

const parts = (workbook: Workbook): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(saveWorkbook(workbook))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

const FILL = `s.getRange("A1:C3").values = [["形式", "公需", "专业"], ["面授", 30, 60], ["网络", 10, 20.5]];`;

describe("charts", () => {
  it("are made, read back, and saved with drawing, relations and content types", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `${FILL} const chart = s.charts.add("BarStacked", s.getRange("A1:C3"), "Columns"); chart.name = "学时"; chart.title.text = "各形式 <学时>"; chart.setPosition("E2", "J15");
       chart.legend.position = "Bottom"; chart.axes.categoryAxis.reversePlotOrder = true; chart.axes.valueAxis.maximum = 100; chart.axes.valueAxis.numberFormat = "0.0";
       const first = chart.series.getItemAt(0); first.format.fill.setSolidColor("#0F4C81"); first.gapWidth = 60; first.hasDataLabels = true;
       await c.sync();
       const again = s.charts.getItem("学时").load("name,title/text,series/items/name,axes/valueAxis/maximum"); const count = s.charts.getCount(); await c.sync();
       return [again.name, again.title.text, again.series.items.map((each) => each.name), again.axes.valueAxis.maximum, count.value];`,
    );
    expect(workbench.log.refused).toEqual([]);
    expect(read).toEqual(["学时", "各形式 <学时>", ["公需", "专业"], 100, 1]);
    const saved = parts(workbench.workbook);
    expect(saved["xl/worksheets/sheet1.xml"]).toMatch(/<drawing (xmlns:r="[^"]*" )?r:id="rId\d+"\/>/);
    expect(saved["xl/worksheets/_rels/sheet1.xml.rels"]).toContain("/xl/drawings/drawing1.xml");
    expect(saved["xl/drawings/_rels/drawing1.xml.rels"]).toContain("/xl/charts/chart1.xml");
    for (const part of ["drawings/drawing1", "charts/chart1"])
      expect(saved["[Content_Types].xml"]).toContain(`/xl/${part}.xml`);
    // E2 to the right and lower edge of J15
    expect(saved["xl/drawings/drawing1.xml"]).toMatch(
      /<xdr:from><xdr:col>4<.*?<xdr:row>1<.*?<xdr:to><xdr:col>10<.*?<xdr:row>15</s,
    );
    const chart = saved["xl/charts/chart1.xml"] ?? "";
    expect([...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, text]) => text)).toEqual([
      "Sheet1!$B$1",
      "Sheet1!$A$2:$A$3",
      "Sheet1!$B$2:$B$3",
      "Sheet1!$C$1",
      "Sheet1!$A$2:$A$3",
      "Sheet1!$C$2:$C$3",
    ]);
    expect(chart).toContain('<c:grouping val="stacked"/>');
    expect(chart).toContain("各形式 &lt;学时&gt;");
    expect(chart).toContain("<c:v>20.5</c:v>");
    // Saved again it is the same; a deleted chart leaves nothing behind.
    expect(parts(workbench.workbook)).toEqual(saved);
    await run(workbench, `s.charts.getItem("学时").delete(); await c.sync();`);
    expect(Object.keys(parts(workbench.workbook)).filter((name) => /charts|drawings/.test(name))).toEqual([]);
  });

  it("of a file are kept, and neither listed nor joined by another", async () => {
    const made = await start();
    await run(made, `${FILL} s.charts.add("ColumnClustered", s.getRange("A1:C3"), "Columns"); await c.sync();`);
    const before = parts(made.workbook);
    const workbench = await start({ workbook: openWorkbook(saveWorkbook(made.workbook)) });
    await run(workbench, `s.getRange("A5").values = [["甲"]]; await c.sync();`);
    expect(parts(workbench.workbook)["xl/charts/chart1.xml"]).toBe(before["xl/charts/chart1.xml"]);
    expect(await run(workbench, `s.charts.load("items/name"); await c.sync();`)).toBe("ApiNotFound");
    expect(
      await run(workbench, `s.charts.add("ColumnClustered", s.getRange("A1:C3"), "Columns"); await c.sync();`),
    ).toBe("InvalidArgument");
    expect(workbench.log.refused).toEqual([expect.stringContaining("drawings came with the file")]);
  });

  it.each([
    ["Pie", `s.charts.add("Pie", s.getRange("A1:B3"), "Columns")`],
    ["seriesBy", `s.charts.add("ColumnClustered", s.getRange("A1:C3"), "Rows")`],
    ["cells", `s.charts.add("ColumnClustered", s.getRange("B2:C3"), "Columns")`],
    [
      "trendlines",
      `s.charts.add("ColumnClustered", s.getRange("A1:C3"), "Columns").series.getItemAt(0).trendlines.add("Linear")`,
    ],
  ])("what is not played is refused: %s", async (_, call) => {
    const workbench = await start();
    expect(await run(workbench, `${FILL} ${call}; await c.sync();`)).toBe("ApiNotFound");
    expect(workbench.log.refused).toHaveLength(1);
  });
});

describe("validations with limits", () => {
  it("are written, read back, and saved", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `s.getRange("A2:A9").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 31, operator: "Between" } };
       s.getRange("B2:B9").dataValidation.rule = { textLength: { formula1: 18, operator: "EqualTo" } };
       s.getRange("C2:C9").dataValidation.rule = { date: { formula1: "=DATE(1950,1,1)", formula2: "=DATE(2099,12,31)", operator: "Between" } };
       s.getRange("D2:D9").dataValidation.rule = { decimal: { formula1: 0.5, operator: "GreaterThan" } };
       s.getRange("E1").dataValidation.prompt = { showPrompt: true, title: "列", message: "说明" };
       await c.sync();
       const all = ["A2", "B3", "C4", "D5"].map((address) => s.getRange(address).dataValidation.load("rule,type")); await c.sync();
       return all.map((each) => [each.type, each.rule]);`,
    );
    expect(workbench.log.refused).toEqual([]);
    expect(read).toEqual([
      ["WholeNumber", { wholeNumber: { formula1: 0, formula2: 31, operator: "Between" } }],
      ["TextLength", { textLength: { formula1: 18, formula2: "", operator: "EqualTo" } }],
      ["Date", { date: { formula1: "=DATE(1950,1,1)", formula2: "=DATE(2099,12,31)", operator: "Between" } }],
      ["Decimal", { decimal: { formula1: 0.5, formula2: "", operator: "GreaterThan" } }],
    ]);
    const sheet = parts(workbench.workbook)["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(
      /<dataValidation type="whole" operator="between"[^>]*sqref="A2:A9"><formula1>0<\/formula1><formula2>31<\/formula2>/,
    );
    expect(sheet).toMatch(/<dataValidation type="date"[^>]*><formula1>DATE\(1950,1,1\)<\/formula1>/);
    expect(sheet).toMatch(/<dataValidation(?! type)[^>]*prompt="说明" sqref="E1"/);
  });

  it("want as many limits as their operator takes, in forms that are known", async () => {
    const workbench = await start();
    expect(
      await run(
        workbench,
        `s.getRange("A1").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "Between" } }; await c.sync();`,
      ),
    ).toBe("InvalidArgument");
    expect(
      await run(
        workbench,
        `s.getRange("A1").dataValidation.rule = { date: { formula1: "2018-01-01", operator: "EqualTo" } }; await c.sync();`,
      ),
    ).toBe("ApiNotFound");
  });
});

it("tells hidden rows and columns one by one", async () => {
  const workbench = await start();
  const read = await run(
    workbench,
    `s.getRange("A2:A3").rowHidden = true; s.getRange("B1").columnHidden = true; await c.sync();
     const rows = s.getRange("A1:A4").getRowProperties({ rowHidden: true }); const columns = s.getRange("A1:C1").getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
     const shapes = s.shapes.getCount(); await c.sync();
     return [rows.value.map((each) => each.rowHidden), columns.value.map((each) => each.columnHidden), columns.value[0].format.columnWidth > 0, shapes.value];`,
  );
  expect(workbench.log.refused).toEqual([]);
  expect(read).toEqual([[false, true, true, false], [false, true, false], true, 0]);
});
