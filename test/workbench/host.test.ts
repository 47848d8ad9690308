/** The workbench against the unmodified office.js: what the page asks, gets, and is refused. */
import { join } from "node:path";
import type { Workbench } from "../../src/workbench";
import { fileFor } from "../../src/workbench/frame/files";
import type { Sheet } from "../../src/book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { openPackage } from "../../src/book/xlsx/package";
import { closeWorkbenches, run, start } from "./page-harness";

afterEach(closeWorkbenches);

const sheetOf = (workbench: Workbench) => workbench.workbook.activeSheet;

describe("files", () => {
  /** Takes the document in slices, as a page does; `keep` leaves the copy open. */
  const take = async (workbench: Workbench, size: number, keep = false): Promise<unknown> =>
    JSON.parse(
      (await workbench.window
        .eval(`new Promise((done) => Office.context.document.getFileAsync("compressed", { sliceSize: ${size} }, async (opened) => {
        if (opened.status !== "succeeded") return done(JSON.stringify(opened.error.code));
        const file = opened.value, bytes = [];
        for (let at = 0; at < file.sliceCount; at++) await new Promise((next) => file.getSliceAsync(at, (slice) => { bytes.push(...slice.value.data); next(); }));
        if (${keep}) return done(JSON.stringify(bytes));
        file.closeAsync(() => done(JSON.stringify(bytes)));
      }))`)) as string,
    ) as unknown;

  it("hands the document out in slices, with the settings and the name that Excel puts into a file", async () => {
    const workbench = await start({ settings: { kept: { by: "甲" } } });
    workbench.workbook.activeSheet.setValue(0, 0, "=不是公式");
    const bytes = Uint8Array.from((await take(workbench, 1000)) as number[]);
    expect(openWorkbook(bytes).activeSheet.value(0, 0)).toBe("=不是公式");
    const parts = openPackage(bytes);
    expect(parts.text("xl/webextensions/webextension1.xml")).toContain('name="kept"');
    expect(parts.text("docProps/core.xml")).toContain("Workbench User");
    expect({ refused: workbench.log.refused, errors: workbench.log.errors, open: workbench.openCopies }).toEqual({
      refused: [],
      errors: [],
      open: 0,
    });
  });

  it("keeps two copies at most, and says so", async () => {
    const workbench = await start();
    await take(workbench, 4_000_000, true);
    await take(workbench, 4_000_000, true);
    expect(typeof (await take(workbench, 4_000_000))).toBe("number");
    expect(workbench.openCopies).toBe(2);
    expect(workbench.log.errors.map(({ message }) => message)).toEqual([expect.stringContaining("two copies")]);
  });

  it("keeps what createWorkbook opens, and opens no other file", async () => {
    const workbench = await start();
    const base64 = Buffer.from(saveWorkbook(emptyWorkbook())).toString("base64");
    const create = (text: string): Promise<unknown> =>
      workbench.window.eval(
        `Excel.createWorkbook(${JSON.stringify(text)}).then(() => "made", (error) => error.code)`,
      ) as Promise<unknown>;
    expect([await create(base64), await create(Buffer.from("PK no").toString("base64"))]).toEqual([
      "made",
      "InvalidArgument",
    ]);
    expect(workbench.createdWorkbooks.map((bytes) => openWorkbook(bytes).sheets.length)).toEqual([1]);
  });
});

describe("reading and writing", () => {
  it("writes values and reads them back with their formats", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `const r = s.getRange("A1:B2"); r.values = [["甲", 1.5], ["", true]]; r.format.font.bold = true; r.format.fill.color = "#ffeeaa";
       r.format.columnWidth = 100; r.format.rowHeight = 30; r.format.wrapText = true; r.format.horizontalAlignment = "Center";
       r.load("address,values,valueTypes,text,formulas,rowCount,format/columnWidth,format/rowHeight,format/fill/color,format/font/bold,format/horizontalAlignment");
       await c.sync();
       return [r.address, r.values, r.valueTypes, r.text, r.format.fill.color, r.format.font.bold, r.format.rowHeight, Math.round(r.format.columnWidth), r.format.horizontalAlignment];`,
    );
    expect(read).toEqual([
      "Sheet1!A1:B2",
      [
        ["甲", 1.5],
        ["", true],
      ],
      [
        ["String", "Double"],
        ["Empty", "Boolean"],
      ],
      [
        ["甲", "1.5"],
        ["", "TRUE"],
      ],
      "#FFEEAA",
      true,
      30,
      100,
      "Center",
    ]);
    expect(workbench.log.refused).toEqual([]);
    expect(workbench.liveReferences).toBe(0);
    expect(workbench.log.roundTrips).toBe(2);
  });

  it("sets a whole page up", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `const p = s.pageLayout; p.orientation = "Landscape"; p.paperSize = "A4"; p.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 }; p.setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
       p.centerHorizontally = true; p.setPrintArea("A1:H20"); p.setPrintTitleRows("$1:$2"); p.headersFooters.defaultForAllPages.centerFooter = "第 &P 页"; p.headersFooters.defaultForAllPages.leftHeader = "甲&乙";
       s.horizontalPageBreaks.add("A10"); s.verticalPageBreaks.add("D1"); s.freezePanes.freezeAt(s.getRange("A1:B3")); s.tabColor = "#112233"; s.showGridlines = false;
       const area = p.getPrintAreaOrNullObject().load("address"); const rows = p.getPrintTitleRowsOrNullObject().load("address"); const frozen = s.freezePanes.getLocationOrNullObject().load("address");
       p.load("orientation,paperSize,zoom,topMargin"); p.headersFooters.defaultForAllPages.load("centerFooter,leftHeader"); const count = s.horizontalPageBreaks.getCount(); await c.sync();
       return [p.orientation, p.paperSize, p.topMargin, area.address, rows.address, frozen.address, p.headersFooters.defaultForAllPages.centerFooter, count.value];`,
    );
    expect(workbench.log.refused).toEqual([]);
    expect(read).toEqual(["Landscape", "A4", 72, "Sheet1!A1:H20", "Sheet1!1:2", "Sheet1!A1:B3", "第 &P 页", 1]);
    expect(sheetOf(workbench).page.rowBreaks).toEqual([9]);
    expect(workbench.log.refused).toEqual([]);
  });

  it("does borders, validation, merges, hidden columns, tables and filters", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `const r = s.getRange("A1:C3"); r.values = [["姓名","年度","结果"],["甲",2018,"达标"],["乙",2019,"不达标"]];
       for (const e of ["EdgeTop","InsideHorizontal"]) { const b = r.format.borders.getItem(e); b.style = "Continuous"; b.color = "#808080"; }
       s.getRange("C2:C3").dataValidation.rule = { list: { inCellDropDown: true, source: "达标,不达标" } };
       s.getRange("E1:F1").merge(); s.getRange("G:H").columnHidden = true; s.getRanges("A1,C1").format.font.italic = true;
       const hidden = s.getRange("F:H").load("columnHidden"); const rule = s.getRange("C2").dataValidation.load("rule,type");
       const top = s.getRange("A1").format.borders.getItem("EdgeTop").load("style,color");
       const filtered = s.autoFilter; filtered.apply(r, 2, { filterOn: "Values", values: ["不达标"] }); filtered.load("enabled,isDataFiltered"); await c.sync();
       const rows = s.getRange("2:2").load("rowHidden"); await c.sync();
       filtered.remove(); const table = s.tables.add(r, true); table.name = "T"; table.showFilterButton = false; const body = table.getDataBodyRange().load("address"); table.load("name,id"); const tables = c.workbook.tables.load("items/name"); await c.sync();
       return [hidden.columnHidden, rule.rule.list.source, rule.type, top.style, top.color, filtered.enabled, filtered.isDataFiltered, rows.rowHidden, body.address, tables.items.map((t) => t.name)];`,
    );
    expect(read).toEqual([
      null,
      "达标,不达标",
      "List",
      "Continuous",
      "#808080",
      true,
      true,
      true,
      "Sheet1!A2:C3",
      ["T"],
    ]);
    expect(workbench.log.refused).toEqual([]);
  });

  it("stores a formula written into a text cell as text, and text cells take anything", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `const r = s.getRange("A1:A3"); r.numberFormat = [["@"],["@"],["General"]]; r.formulas = [["=1+1"],["2018-1"],["=1+1"]]; r.load("values,formulas"); await c.sync(); return [r.values, r.formulas];`,
    );
    expect(read).toEqual([
      [["=1+1"], ["2018-1"], [2]],
      [["=1+1"], ["2018-1"], ["=1+1"]],
    ]);
  });

  it("gives null objects and sheets by name, and adds and deletes sheets", async () => {
    const workbench = await start();
    const read = await run(
      workbench,
      `const none = c.workbook.worksheets.getItemOrNullObject("没有").load("name"); const used = s.getUsedRangeOrNullObject(true).load("address");
       const added = c.workbook.worksheets.add("审核结果").load("name,position,id"); added.getRange("A1").values = [["好"]]; await c.sync();
       added.delete(); const count = c.workbook.worksheets.getCount(); await c.sync(); return [none.isNullObject, used.isNullObject, added.name, added.position, count.value];`,
    );
    expect(read).toEqual([true, true, "审核结果", 1, 1]);
  });

  it("cuts big writes into blocks inside one request", async () => {
    const workbench = await start();
    await run(
      workbench,
      `s.getRange("A1:D2000").values = Array.from({ length: 2000 }, (_, i) => [i, i * 2, "x" + i + "学时", true]); await c.sync();`,
    );
    expect(sheetOf(workbench).usedBox(true)).toMatchObject({ rows: 2000, columns: 4 });
    expect(workbench.log.errors).toEqual([]);
  });

  it("respects protection of sheets and of the structure", async () => {
    const workbench = await start();
    expect(
      await run(
        workbench,
        `s.protection.protect(); s.protection.load("protected"); await c.sync(); return s.protection.protected;`,
      ),
    ).toBe(true);
    expect(await run(workbench, `s.getRange("A1").values = [["甲"]]; await c.sync();`)).toBe("AccessDenied");
    workbench.workbook.structureProtected = true;
    expect(await run(workbench, `c.workbook.worksheets.add("x"); await c.sync();`)).toBe("AccessDenied");
  });
});

describe("errors and refusals", () => {
  it("stops at the first failing action and keeps what was done before", async () => {
    const workbench = await start();
    expect(
      await run(
        workbench,
        `s.getRange("A1").values = [["先"]]; c.workbook.worksheets.getItem("没有").getRange("A1").values = [["x"]]; s.getRange("A2").values = [["后"]]; await c.sync();`,
      ),
    ).toBe("ItemNotFound");
    expect([sheetOf(workbench).value(0, 0), sheetOf(workbench).value(1, 0)]).toEqual(["先", null]);
    expect(workbench.log.errors).toMatchObject([{ code: "ItemNotFound" }]);
    expect(workbench.log.refused).toEqual([]);
  });

  it.each(
    // A case a line
    // prettier-ignore
    [
    ["a member it does not have", `s.pivotTables.load("items/name"); await c.sync();`],
    ["an action type", `s.getRange("A1").retrieve("values"); await c.sync();`],
    ["a copy of formats only", `s.getRange("A1").copyFrom("B1", "Formats"); await c.sync();`],
    ["an insertion", `s.getRange("A1").insert("Down"); await c.sync();`],
    ["a text that might become a date", `s.getRange("A1").values = [["2018-1"]]; await c.sync();`],
    ["a text that might become a formula", `s.getRange("A1").values = [["=1+1"]]; await c.sync();`],
    ["full-width digits", `s.getRange("A1").values = [["１２"]]; await c.sync();`],
    ["a number into a text cell", `s.getRange("A1").numberFormat = [["@"]]; s.getRange("A1").values = [[5]]; await c.sync();`],
    ["a value nobody calculated", `s.getRange("A1").formulas = [["=OFFSET(B1,1,1)"]]; const r = s.getRange("A1").load("values"); await c.sync();`],
    ["a password", `s.protection.protect({}, "geheim"); await c.sync();`],
  ],
  )("refuses %s loudly", async (_what, body) => {
    const workbench = await start();
    expect(await run(workbench, body)).toBe("ApiNotFound");
    expect(workbench.log.refused).toHaveLength(1);
    expect(workbench.log.errors).toHaveLength(1);
  });

  it("refuses members newer than what is advertised", async () => {
    const workbench = await start({ advertise: { ExcelApi: "1.8" } });
    await run(workbench, `s.pageLayout.orientation = "Landscape"; await c.sync();`);
    expect(workbench.log.refused).toHaveLength(1);
  });

  it("refuses requests and responses above the limit, counted in UTF-8 bytes", async () => {
    const workbench = await start({ payloadLimit: 4000 });
    expect(await run(workbench, `s.getRange("A1").values = [["汉".repeat(1300)]]; await c.sync();`)).toBe(
      "RequestPayloadSizeLimitExceeded",
    );
    expect(sheetOf(workbench).value(0, 0)).toBeNull();
    for (let row = 0; row < 9; row++) sheetOf(workbench).setValue(row, 0, "汉".repeat(200));
    expect(await run(workbench, `s.getRange("A1:A9").load("values"); await c.sync();`)).toBe(
      "ResponsePayloadSizeLimitExceeded",
    );
  });

  it("fails the k-th request with a number", async () => {
    const workbench = await start();
    workbench.failRequest = (index) => (index === 1 ? 5102 : null);
    const code = await run(
      workbench,
      `s.getRange("A1").values = [["一"]]; await c.sync(); s.getRange("A2").values = [["二"]]; await c.sync();`,
    );
    expect([code, sheetOf(workbench).value(0, 0), sheetOf(workbench).value(1, 0)]).toEqual([
      "ActivityLimitReached",
      "一",
      null,
    ]);
  });
});

describe("events, settings, commands", () => {
  it("tells the page of changes, by itself and by a person, until the handler is removed", async () => {
    const workbench = await start();
    await run(
      workbench,
      `window.handler = s.onChanged.add(async (e) => window.seen.push([e.address, e.source, e.triggerSource, e.details && e.details.valueAfter])); await c.sync(); s.getRange("B2").values = [["甲"]]; await c.sync();`,
    );
    await workbench.edit("Sheet1", "C3", "乙");
    await workbench.settled();
    expect(JSON.parse(workbench.window.eval("JSON.stringify(window.seen)") as string)).toEqual([
      ["B2", "Local", "ThisLocalAddin", "甲"],
      ["C3", "Local", "Unknown", "乙"],
    ]);
    expect(workbench.liveHandlers).toBe(1);
    await workbench.window.eval(
      `Excel.run(window.handler.context, async (c) => { window.handler.remove(); await c.sync(); })`,
    );
    expect(workbench.liveHandlers).toBe(0);
  });

  it("tells of selections and of sheets that come and go", async () => {
    const workbench = await start();
    await run(
      workbench,
      `c.workbook.worksheets.onAdded.add(async (e) => window.seen.push(e.type)); c.workbook.worksheets.onDeleted.add(async (e) => window.seen.push(e.type)); s.onSelectionChanged.add(async (e) => window.seen.push(e.address)); await c.sync();
      c.workbook.worksheets.add("新"); await c.sync(); c.workbook.worksheets.getItem("新").delete(); s.getRange("B2:C3").select(); await c.sync();`,
    );
    await workbench.settled();
    expect(JSON.parse(workbench.window.eval("JSON.stringify(window.seen)") as string)).toEqual([
      "WorksheetAdded",
      "WorksheetDeleted",
      "B2:C3",
    ]);
  });

  it("keeps document settings and presses ribbon buttons", async () => {
    const workbench = await start({ settings: { seed: "种子" } });
    const read = await workbench.window.eval(
      `new Promise((done) => { const s = Office.context.document.settings; const seed = s.get("seed"); s.set("k", { a: 1 }); s.saveAsync(() => done(seed)); })`,
    );
    expect([read, workbench.settings.get("k")]).toEqual(["种子", '{"a":1}']);
    expect(await workbench.runCommand("doIt")).toEqual({ status: 0 });
    expect(workbench.window.eval("window.pressed")).toBe("doIt");
  });
});

describe("custom functions", () => {
  const record = (workbench: Workbench): void => {
    const sheet = sheetOf(workbench);
    ["姓名", "学时"].forEach((name, column) => sheet.setValue(0, column, name));
    sheet.setValue(1, 0, "甲");
  };

  it.each([
    ["zero", 0],
    ["null", null],
    ["empty", ""],
  ] as const)("hands a blank cell over as %s", async (blank, expected) => {
    const workbench = await start({ blank });
    record(workbench);
    sheetOf(workbench).setFormula(1, 3, "=CE.HOURS(A2:B2,$A$1:$B$1)");
    await workbench.recalculate();
    expect(JSON.parse(String(sheetOf(workbench).value(1, 3)))).toEqual([[["甲", expected]], [["姓名", "学时"]], null]);
  });

  it("evaluates written formulas when the page comes to rest, all calls in one push", async () => {
    const workbench = await start();
    record(workbench);
    const busy = await run(
      workbench,
      `const r = s.getRange("D2:D3"); r.formulas = [['=CE.DOUBLE(4)&"学时"'], ['=IFERROR(CE.FAIL(),TEXTJOIN(CHAR(10),FALSE,A1:B2))']]; r.load("values"); await c.sync(); return r.values[0][0];`,
    );
    expect(busy).toBe("#BUSY!");
    await workbench.settled();
    expect([sheetOf(workbench).value(1, 3), sheetOf(workbench).value(2, 3)]).toEqual(["8学时", "姓名\n学时\n甲\n"]);
    expect(workbench.traffic.filter(({ kind }) => kind === "functionResults")).toHaveLength(1);
    expect(workbench.log.refused).toEqual([]);
  });

  it("recalculates after an edit, marks what it cannot evaluate as stale, and refuses it to who reads it", async () => {
    const workbench = await start();
    const sheet = sheetOf(workbench);
    sheet.setValue(0, 0, 2);
    sheet.setFormula(0, 1, "=CE.DOUBLE($A1)");
    sheet.setFormula(0, 2, "=SUM(A1:A9)", 2);
    sheet.setFormula(0, 3, "=CE.DOUBLE(OFFSET(A1,0,0))", 7);
    sheet.setFormula(0, 4, "=OFFSET(A1,0,0)", 2);
    await workbench.edit("Sheet1", "A1", 5);
    expect(sheet.value(0, 1)).toBe(10);
    expect([sheet.value(0, 2), sheet.value(0, 3)]).toEqual([5, 7]);
    expect(sheet.cell(0, 4)).toMatchObject({ value: 2, stale: true });
    expect(workbench.log.refused).toHaveLength(1);
    expect(await workbench.callFunction("double", [21])).toMatchObject({ succeeded: true, value: 42 });
  });
});

describe("the files of a page", () => {
  it.each([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "https://appsforoffice.microsoft.com/lib/1.1/hosted/office.js",
    "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    "https://localhost/officejs/zh-cn/office_strings.js",
    "https://localhost/functions.json",
  ])("serves %s", (address) => {
    expect(fileFor(address, join(__dirname, "pages"))).not.toBeNull();
  });

  it.each([
    "https://appsforoffice.microsoft.com/lib/beta/hosted/office.js",
    "https://elsewhere.example/office.js",
    "https://localhost/..%2F..%2F..%2Fpackage.json",
    "https://localhost/none.css",
  ])("does not serve %s", (address) => {
    expect(fileFor(address, join(__dirname, "pages"))).toBeNull();
  });
});

describe("sheets out of another file", () => {
  const other = (fill: (sheet: Sheet) => void): string => {
    const workbook = emptyWorkbook();
    const sheet = workbook.addSheet("口径");
    sheet.setValue(0, 0, "编号");
    fill(sheet);
    return Buffer.from(saveWorkbook(workbook)).toString("base64");
  };
  const insert = (base64: string, options = '{ sheetNamesToInsert: ["口径"], positionType: "End" }'): string =>
    `const ids = c.workbook.insertWorksheetsFromBase64("${base64}", ${options}); await c.sync();
     const sheet = c.workbook.worksheets.getItem(ids.value[0]).load("name"); const used = sheet.getUsedRange(true).load("values"); await c.sync(); return [sheet.name, used.values];`;

  it("inserts a sheet by name, and numbers the name when it is taken", async () => {
    const workbench = await start();
    const file = other((sheet) => sheet.setValue(1, 0, "J-01"));
    expect(await run(workbench, insert(file))).toEqual(["口径", [["编号"], ["J-01"]]]);
    expect(await run(workbench, insert(file))).toEqual(["口径 (2)", [["编号"], ["J-01"]]]);
    expect(workbench.log.refused).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    ["no such sheet", Buffer.from(saveWorkbook(emptyWorkbook())).toString("base64"), "ItemNotFound", false],
    ["no workbook", Buffer.from("text").toString("base64"), "InvalidArgument", false],
    [
      "a formula that looks at another sheet",
      other((sheet) => sheet.setFormula(1, 0, "=Sheet1!A1", 1)),
      "ApiNotFound",
      true,
    ],
    ["a formula with a name", other((sheet) => sheet.setFormula(1, 0, "=基数*4", 4)), "ApiNotFound", true],
    ["a formula of a table", other((sheet) => sheet.setFormula(1, 0, "=[@学时]*4", 4)), "ApiNotFound", true],
    ["a clock", other((sheet) => sheet.setFormula(1, 0, "=TODAY()", 4)), "ApiNotFound", true],
  ])("%s", async (_, file, code, refused) => {
    const workbench = await start();
    expect(await run(workbench, insert(file))).toBe(code);
    expect(workbench.log.refused.length > 0).toBe(refused);
    expect(workbench.workbook.sheets).toHaveLength(1);
  });

  it("gives what formulas of the sheet's own cells show; merges and tables come along", async () => {
    const workbench = await start();
    const file = other((sheet) => {
      sheet.setFormula(1, 0, '=HYPERLINK("#\'口径\'!A1","口径!A1")', "口径!A1");
      sheet.setFormula(2, 0, "=4*8", 32);
      sheet.setValue(4, 0, "甲");
      sheet.setValue(5, 0, 1);
      sheet.addTable({ row: 4, column: 0, rows: 2, columns: 1 });
      sheet.merge({ row: 0, column: 0, rows: 1, columns: 2 });
    });
    expect(await run(workbench, insert(file))).toEqual([
      "口径",
      [
        ["编号", ""],
        ["口径!A1", ""],
        [32, ""],
        ["", ""],
        ["甲", ""],
        [1, ""],
      ].map((line) => line.slice(0, 1)),
    ]);
    const sheet = workbench.workbook.sheetByName("口径");
    expect([sheet?.merges.length, sheet?.tables.length]).toEqual([1, 1]);
    expect(workbench.log.refused).toEqual([]);
  });

  it("refuses options that nobody implemented", async () => {
    const workbench = await start();
    expect(
      await run(
        workbench,
        insert(
          other(() => undefined),
          '{ positionType: "Beginning" }',
        ),
      ),
    ).toBe("ApiNotFound");
    expect(workbench.log.refused).toHaveLength(1);
  });
});
