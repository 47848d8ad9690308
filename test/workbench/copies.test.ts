/** Copying sheets, cells and pictures: what comes along, what stays behind as in Excel, what is refused. */
import { strFromU8, unzipSync } from "fflate";
import type { Workbench } from "../../src/workbench";
import type { Workbook } from "../../src/book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { withPicture } from "../support/picture";
import { closeWorkbenches, run as runIn, start } from "./page-harness";

afterEach(closeWorkbenches);

const run = (workbench: Workbench, body: string): Promise<unknown> => runIn(workbench, body, "模板");

/** Two rows of 20 and 50 points, a merge, a text cell, a print area, a break, a rule of conditional format, a picture. */
function template(): Workbook {
  const workbook = emptyWorkbook();
  const sheet = workbook.addSheet("模板");
  sheet.setStyle(0, 0, { numberFormat: "@" });
  sheet.setValue(0, 0, "=甲");
  sheet.setValue(1, 1, "乙");
  sheet.setRowHeight(0, 20);
  sheet.setRowHeight(1, 50);
  sheet.setColumnWidth(1, 30);
  sheet.merge({ row: 0, column: 0, rows: 1, columns: 2 });
  sheet.setPrintAreas([{ row: 0, column: 0, rows: 2, columns: 3 }]);
  sheet.setPage({ orientation: "landscape", paperSize: 9, rowBreaks: [5] });
  return withPicture(workbook, "模板", { row: 1, column: 1, down: 5, right: 8, size: 40 });
}

const saved = (
  workbench: Workbench,
): { readonly workbook: Workbook; readonly parts: Readonly<Record<string, string>> } => {
  const bytes = saveWorkbook(workbench.workbook);
  return {
    workbook: openWorkbook(bytes),
    parts: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])),
  };
};

test("a sheet with a picture is read, and a save that doesn't touch it keeps it byte for byte", async () => {
  const workbench = await start({ workbook: template() });
  const read = await run(
    workbench,
    `const l = s.shapes.load("items/id,items/name,items/type,items/top,items/left,items/width,items/height"); await c.sync(); return l.items.map((i) => [i.id, i.name, i.type, i.top, i.left, i.width, i.height]);`,
  );
  expect(read).toEqual([["2", "局徽", "Image", 25, 56, 40, 40]]);
  const before = saved(workbench).parts["xl/drawings/drawing1.xml"];
  workbench.workbook.sheetByName("模板")?.setValue(5, 5, "x");
  expect(saved(workbench).parts["xl/drawings/drawing1.xml"]).toBe(before);
  expect(workbench.log.refused).toEqual([]);
});

test("copying a sheet takes heights, widths, merges, page set-up, print area and pictures along", async () => {
  const workbench = await start({ workbook: template() });
  expect(
    await run(
      workbench,
      `const copy = s.copy("End"); copy.load("name"); await c.sync(); const name = copy.name; copy.name = "副本"; await c.sync(); return name;`,
    ),
  ).toBe("模板 (2)");
  const { workbook, parts } = saved(workbench);
  const [source, copy] = ["模板", "副本"].map((name) => workbook.sheetByName(name));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "模板", "副本"]);
  expect(copy?.value(0, 0)).toBe("=甲");
  expect([copy?.rows.get(0)?.height, copy?.rows.get(1)?.height, copy?.column(1)?.width]).toEqual([20, 50, 30]);
  expect([copy?.merges, copy?.printArea, copy?.page]).toEqual([source?.merges, source?.printArea, source?.page]);
  expect(copy?.shapes).toMatchObject([{ name: "局徽", kind: "Image", anchor: source?.shapes[0]?.anchor }]);
  // Two drawings, one image.
  expect(Object.keys(parts).filter((name) => name.includes("media/"))).toEqual(["xl/media/image1.png"]);
  expect(Object.keys(parts).filter((name) => /drawings\/drawing\d+\.xml$/.test(name))).toHaveLength(2);
  expect(source?.shapes).toHaveLength(1);
  expect(workbench.log.refused).toEqual([]);
});

test("what only the file knows comes along too", async () => {
  const bytes = saveWorkbook(template());
  const rule =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
  const files = unzipSync(bytes);
  const part =
    Object.keys(files).find(
      (name) =>
        /worksheets\/sheet\d+\.xml$/.test(name) && strFromU8(files[name] ?? new Uint8Array()).includes("<drawing"),
    ) ?? "";
  const { zipSync, strToU8 } = jest.requireActual<typeof import("fflate")>("fflate");
  files[part] = strToU8(strFromU8(files[part] ?? new Uint8Array()).replace("<pageMargins", `${rule}<pageMargins`));
  const workbench = await start({ workbook: openWorkbook(zipSync(files)) });
  await run(workbench, `s.copy("End"); await c.sync();`);
  const sheets = Object.entries(saved(workbench).parts).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  expect(sheets.filter(([, xml]) => xml.includes(rule))).toHaveLength(2);
});

test("copying cells leaves row heights and pictures behind; a picture is copied by itself and put where it belongs", async () => {
  const workbench = await start({ workbook: template() });
  const read = await run(
    workbench,
    `s.getRange("A3:C4").copyFrom(s.getRange("A1:C2")); const p = s.shapes.getItem("2").copyTo(s); p.top = 95; p.load("top,left,height,name"); await c.sync(); return [p.top, p.left, p.height, p.name];`,
  );
  expect(read).toEqual([95, 56, 40, "局徽"]);
  const sheet = saved(workbench).workbook.sheetByName("模板");
  expect([sheet?.value(2, 0), sheet?.value(3, 1), sheet?.workbook.style(sheet.styleIndex(2, 0)).numberFormat]).toEqual([
    "=甲",
    "乙",
    "@",
  ]);
  expect(sheet?.merges).toContainEqual({ row: 2, column: 0, rows: 1, columns: 2 });
  expect(sheet?.rows.get(3)?.height).toBeUndefined();
  expect(sheet?.shapes).toHaveLength(2);
  expect(sheet?.shapes.map(({ id }) => id)).toEqual([2, 3]);
  expect(workbench.log.refused).toEqual([]);
});

test("a copy of a copy still has the picture, also to another sheet and after the first is gone", async () => {
  const workbench = await start({ workbook: template() });
  await run(
    workbench,
    `const a = s.copy("Beginning"); a.name = "一"; await c.sync(); const b = a.copy("After", a); b.name = "二"; s.shapes.getItem("2").copyTo("Sheet1"); await c.sync(); s.delete(); a.delete(); await c.sync();`,
  );
  const { workbook } = saved(workbench);
  expect(workbook.sheets.map(({ name, shapes }) => [name, shapes.length])).toEqual([
    ["二", 1],
    ["Sheet1", 1],
  ]);
  expect(workbench.log.refused).toEqual([]);
});

test.each([
  ["a sheet with a table", `s.tables.add("A1:B2", true); s.copy("End"); await c.sync();`],
  ["a formula", `s.getRange("E1").formulas = [["=1+1"]]; s.getRange("E2").copyFrom("E1"); await c.sync();`],
  ["into a range of another size", `s.getRange("A5:C9").copyFrom("A1:C2"); await c.sync();`],
  ["formats only", `s.getRange("A5").copyFrom("C1", "Formats"); await c.sync();`],
  ["a part of a merge", `s.getRange("E5").copyFrom("A1"); await c.sync();`],
])("refuses to copy %s, loudly", async (_, body) => {
  const workbook = template();
  if (body.includes("tables")) workbook.sheetByName("模板")?.unmerge({ row: 0, column: 0, rows: 1, columns: 2 });
  const workbench = await start({ workbook: workbook });
  expect(await run(workbench, body)).toBe("ApiNotFound");
  expect(workbench.log.refused).toHaveLength(1);
});
