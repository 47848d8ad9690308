import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SaxesParser } from "saxes";
import { formatBox, parseAddress, parseBox, quoteSheet } from "../../src/book/model/address";
import { formulaFromFile, formulaToFile, replaceSheet, shiftFormula } from "../../src/book/model/formulas";
import { Workbook, listLiteral } from "../../src/book/model/workbook";
import type { Sheet } from "../../src/book/model/workbook";
import { NotAWorkbookError, emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EXAMPLE = "test/golden/example/submission.xlsx";

const example = (): Uint8Array => new Uint8Array(readFileSync(EXAMPLE));
const box = (text: string) => {
  const found = parseBox(text);
  if (found === null) throw new Error(text);
  return found;
};
const sheetOf = (workbook: Workbook, name: string): Sheet => {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Parts of a file as text; every XML part must be well-formed. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  for (const [name, text] of Object.entries(parts)) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(text).close();
  }
  return parts;
}

const reopen = (workbook: Workbook): Workbook => openWorkbook(saveWorkbook(workbook));

function relations(...list: readonly (readonly [string, string, string])[]): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;
}

/** A file as Excel would write it: shared strings and formulas, table, filter, comments, drawing, calcChain. */
function excelParts(): Record<string, string> {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${type}.calcChain+xml"/>` +
      `<Override PartName="/xl/tables/table1.xml" ContentType="${type}.table+xml"/><Override PartName="/xl/comments1.xml" ContentType="${type}.comments+xml"/>` +
      `<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>`,
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><fileVersion appName="xl"/><workbookPr date1904="1"/><workbookProtection lockStructure="1"/>` +
      `<bookViews><workbookView xWindow="5" activeTab="0"/></bookViews><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Other one" sheetId="7" state="veryHidden" r:id="rId2"/></sheets>` +
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'Other one'!$A$1:$B$2</definedName><definedName name="Rate" comment="kept">0.5</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$A:$B,Data!$1:$2</definedName></definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
      ["rId3", "styles", "styles.xml"],
      ["rId4", "sharedStrings", "sharedStrings.xml"],
      ["rId5", "calcChain", "calcChain.xml"],
    ),
    "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="C2" i="1"/></calcChain>`,
    "xl/sharedStrings.xml":
      `${HEAD}<sst xmlns="${MAIN}" count="6" uniqueCount="4"><si><t>Name</t></si><si><t xml:space="preserve"> a &amp; b_x000D_\n</t></si>` +
      `<si><r><t>rich </t></r><r><rPr><b/><family val="2"/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>Hours</t></si></sst>`,
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot; h&quot;"/></numFmts>` +
      `<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/><charset val="134"/></font></fonts>` +
      `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.5"/></patternFill></fill></fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left style="thin"><color indexed="10"/></left><right/><top/><bottom/><diagonal style="thin"><color auto="1"/></diagonal></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="1" fillId="2" borderId="1" xfId="0" quotePrefix="1"><alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml":
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F6"/>` +
      `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="14.5"/><cols><col min="1" max="3" width="12.5" customWidth="1" outlineLevel="1"/></cols><sheetData>` +
      `<row r="1" spans="1:6" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="inlineStr"><is><t>Sum</t></is></c></row>` +
      `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><f t="shared" ref="C2:C4" si="0">B2*$B$2+LOG10(A2)&amp;"B2"</f><v>4</v></c><c r="D2" t="str"><f>_xldudf_CE_HOURS(A2:B2,$A$1)</f><v>12 学时</v></c></row>` +
      `<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>3</v></c><c r="C3"><f t="shared" si="0"/><v>6</v></c><c r="D3" t="b"><f>B3&gt;1</f><v>1</v></c><c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>` +
      `<row r="4" hidden="1"><c r="B4"><v>4</v></c><c r="C4"><f t="shared" si="0"/><v>8</v></c><c r="D4" t="str"><f>_xlfn.TEXTJOIN(",",TRUE,A2:A3)</f><v>x</v></c></row>` +
      `<row r="6"><c r="F6" cm="1"><f t="array" ref="F6:F7">_xlfn.UNIQUE(A2:A3)</f><v>1</v></c></row></sheetData>` +
      `<autoFilter ref="E1:F3"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter><mergeCells count="1"><mergeCell ref="E5:F5"/></mergeCells>` +
      `<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>2</formula></cfRule></conditionalFormatting>` +
      `<dataValidations count="1" disablePrompts="0"><dataValidation type="list" allowBlank="1" showInputMessage="1" prompt="a &gt; b" sqref="B2:B4 D2"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>` +
      `<pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId9"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>` +
      `<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["rId1", "table", "../tables/table1.xml"],
      ["rId2", "drawing", "../drawings/drawing1.xml"],
      ["rId3", "vmlDrawing", "../drawings/vml1.vml"],
      ["rId4", "comments", "../comments1.xml"],
    ),
    "xl/worksheets/sheet2.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row><c><v>1</v></c><c><f>Data!B2+1</f><v>3</v></c></row></sheetData></worksheet>`,
    "xl/tables/table1.xml":
      `${HEAD}<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:C4" totalsRowShown="0"><autoFilter ref="A1:C4"/><tableColumns count="3"><tableColumn id="1" name="Name"/>` +
      `<tableColumn id="2" name="Hours"/><tableColumn id="3" name="Sum"><calculatedColumnFormula>B2*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`,
    "xl/drawings/drawing1.xml": `${HEAD}<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    "xl/drawings/vml1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"/>`,
    "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>me</author></authors><commentList><comment ref="A1" authorId="0"><text><t>note</t></text></comment></commentList></comments>`,
  };
}

function zipped(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const excelFile = (): Workbook => openWorkbook(zipped(excelParts()));

describe("addresses", () => {
  it.each(["A1", "B2:C9", "A:C", "3:5", "XFD1048576"])("%s there and back", (text) => {
    expect(formatBox(box(text))).toBe(text);
  });
  it("reads $ and quoted sheets, refuses what is no reference", () => {
    expect(parseAddress("'It''s'!$B$2")).toEqual({ sheet: "It's", box: { row: 1, column: 1, rows: 1, columns: 1 } });
    expect(parseBox("C9:B2")).toEqual(box("B2:C9"));
    for (const text of ["", "A", "1", "A0", "ZZZ1", "A1:B", "A1:B2:C3", "hours"]) expect(parseBox(text)).toBeNull();
    expect([
      quoteSheet("单位信息"),
      quoteSheet("a b"),
      quoteSheet("A1"),
      quoteSheet("2018"),
      quoteSheet("o'x"),
    ]).toEqual(["单位信息", "'a b'", "'A1'", "'2018'", "'o''x'"]);
  });
});

describe("formula text", () => {
  it.each([
    ["CE.HOURS(A2:H2,$A$1)", "_xldudf_CE_HOURS(A2:H2,$A$1)"],
    ['TEXTJOIN(",",TRUE,A:A)&CONCAT(B1)', '_xlfn.TEXTJOIN(",",TRUE,A:A)&_xlfn.CONCAT(B1)'],
    ["FILTER(A1:A3,B1:B3)", "_xlfn._xlws.FILTER(A1:A3,B1:B3)"],
    ["STDEV.S(A1:A3)+NETWORKDAYS.INTL(1,2)", "_xlfn.STDEV.S(A1:A3)+NETWORKDAYS.INTL(1,2)"],
    ["LET(x,A1,x+1)", "_xlfn.LET(_xlpm.x,A1,_xlpm.x+1)"],
    ["\"CE.HOURS(\"&'a.b('!A1", "\"CE.HOURS(\"&'a.b('!A1"],
  ])("%s", (shown, onFile) => {
    expect(formulaToFile(shown)).toBe(onFile);
    expect(formulaFromFile(onFile)).toBe(shown);
  });
  it("takes the lower case LibreOffice writes, and keeps names it cannot derive", () => {
    const parts = excelParts();
    const sheet = "xl/worksheets/sheet2.xml";
    parts[sheet] = (parts[sheet] ?? "")
      .replace("Data!B2+1", "_xldudf_ce_hours(A1)+Module1.F(A1)")
      .replace("<v>1</v>", "<f>_xldudf_ce_hours(A1)</f><v>1</v>");
    const workbook = openWorkbook(zipped(parts));
    const other = sheetOf(workbook, "Other one");
    expect(other.cell(0, 0)?.formula).toBe("=CE.HOURS(A1)");
    other.setCachedValue(0, 0, 2);
    other.setCachedValue(0, 1, "7");
    expect(partsOf(saveWorkbook(workbook))[sheet]).toContain(
      '<c r="A1"><f>_xldudf_CE_HOURS(A1)</f><v>2</v></c><c r="B1" t="str"><f>_xldudf_ce_hours(A1)+Module1.F(A1)</f><v>7</v></c>',
    );
  });
  it("shifts relative references only", () => {
    expect(shiftFormula("A1+$A1+A$1+LOG10(B2)&\"A1\"&'A1'!C3+T[[#All],[A1]]+A:A+1:1+x1y", 2, 1)).toBe(
      "B3+$A3+B$1+LOG10(C4)&\"A1\"&'A1'!D5+T[[#All],[A1]]+B:B+3:3+x1y",
    );
  });
  it("renames and removes sheets", () => {
    expect(replaceSheet("Data!A1+'data'!B1+[1]Data!A1+\"Data!A1\"", "Data", "New one")).toBe(
      "'New one'!A1+'New one'!B1+[1]Data!A1+\"Data!A1\"",
    );
    expect(replaceSheet("Data!A1", "data", null)).toBe("#REF!A1");
  });
});

describe("a file by openpyxl", () => {
  it("is read", () => {
    const workbook = openWorkbook(example());
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      "单位信息",
      "人员信息",
      "学时记录",
      "培训备案",
      "口径",
    ]);
    const unit = sheetOf(workbook, "单位信息");
    expect(unit.value(0, 1)).toBe("虚构测试单位");
    expect(unit.value(4, 1)).toBe(43191);
    expect(workbook.style(unit.styleIndex(4, 1)).numberFormat).toBe("yyyy-mm-dd");
    expect(unit.usedBox(true)).toEqual(box("A1:B11"));
    expect(workbook.warnings).toEqual([]);
  });
  it("saved untouched is the same file", () => {
    const bytes = example();
    expect(Buffer.compare(saveWorkbook(openWorkbook(bytes)), bytes)).toBe(0);
  });
  it("keeps every part but those of the change", () => {
    const workbook = openWorkbook(example());
    sheetOf(workbook, "单位信息").setValue(0, 1, "新单位");
    const before = partsOf(example());
    const after = partsOf(saveWorkbook(workbook));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before))
      if (name !== "xl/worksheets/sheet1.xml") expect(after[name]).toBe(before[name]);
    expect(
      after["xl/worksheets/sheet1.xml"]?.replace("新单位", "虚构测试单位").replace('<c r="A1" t="inlineStr">', ""),
    ).toBe(
      before["xl/worksheets/sheet1.xml"]
        ?.replace('<dimension ref="A1:B11" />', '<dimension ref="A1:B11"/>')
        .replace('<c r="A1" t="inlineStr">', ""),
    );
  });
  it("takes formulas of ours: cached texts stay, it says Excel, nobody recalculates", () => {
    const workbook = openWorkbook(example());
    const people = sheetOf(workbook, "人员信息");
    people.setFormula(1, 16, "=CE.HOURS(A2:O2,$A$1:$O$1)", "72 学时");
    people.setFormula(2, 16, "=CE.HOURS(A3:O3,$A$1:$O$1)", 72);
    people.setFormula(3, 16, "=CE.OK(A4)", false);
    people.setFormula(4, 16, "=CE.OK(A5)", { error: "#N/A" });
    const parts = partsOf(saveWorkbook(workbook));
    expect(parts["docProps/app.xml"]).toContain("<Application>Microsoft Excel</Application>");
    expect(parts["xl/workbook.xml"]).not.toContain("fullCalcOnLoad");
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(
      't="str"><f>_xldudf_CE_HOURS(A2:O2,$A$1:$O$1)</f><v>72 学时</v>',
    );
    const again = sheetOf(reopen(workbook), "人员信息");
    expect([1, 2, 3, 4].map((row) => again.value(row, 16))).toEqual(["72 学时", 72, false, { error: "#N/A" }]);
    expect(again.cell(1, 16)?.formula).toBe("=CE.HOURS(A2:O2,$A$1:$O$1)");
  });
});

describe("a file as Excel writes it", () => {
  it("is read with all that the model knows", () => {
    const workbook = excelFile();
    const data = sheetOf(workbook, "DATA");
    expect(workbook.date1904).toBe(true);
    expect(workbook.structureProtected).toBe(true);
    expect(sheetOf(workbook, "Other one").visibility).toBe("VeryHidden");
    expect(data.value(1, 0)).toBe(" a & b\r\n");
    expect(data.value(2, 0)).toBe("rich text");
    expect([1, 2, 3].map((row) => data.cell(row, 2)?.formula)).toEqual([
      '=B2*$B$2+LOG10(A2)&"B2"',
      '=B3*$B$2+LOG10(A3)&"B2"',
      '=B4*$B$2+LOG10(A4)&"B2"',
    ]);
    expect(data.cell(1, 3)).toMatchObject({ formula: "=CE.HOURS(A2:B2,$A$1)", value: "12 学时" });
    expect([data.value(2, 3), data.value(2, 4)]).toEqual([true, { error: "#DIV/0!" }]);
    expect(data.cell(3, 3)?.formula).toBe('=TEXTJOIN(",",TRUE,A2:A3)');
    expect(data.cell(5, 5)?.formula).toBe("=UNIQUE(A2:A3)");
    expect(workbook.style(data.styleIndex(0, 0))).toMatchObject({
      font: { name: "宋体", size: 14, bold: true, color: "#FF0000" },
      fill: "#808080",
      numberFormat: '0.0" h"',
      horizontal: "center",
      wrap: true,
      locked: false,
      borders: { left: { style: "thin", color: "#FF0000" }, right: null },
    });
    expect(data.tables).toMatchObject([
      { name: "T", box: box("A1:C4"), headerRow: true, style: "TableStyleLight1", autoFilter: true },
    ]);
    expect(data.autoFilter?.box).toEqual(box("E1:F3"));
    expect(data.merges).toEqual([box("E5:F5")]);
    expect(data.freeze).toEqual({ rows: 1, columns: 0 });
    expect(data.tabColor).toBe("#00FF00");
    expect(data.page).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      rowBreaks: [3],
      margins: { left: 0.5 },
    });
    expect(data.printTitleRows).toEqual({ first: 0, count: 2 });
    expect(data.printTitleColumns).toEqual({ first: 0, count: 2 });
    expect(sheetOf(workbook, "Other one").printArea).toEqual(box("A1:B2"));
    expect(sheetOf(workbook, "Other one").cell(0, 1)?.formula).toBe("=Data!B2+1");
    const validation = data.validationAt(1, 3);
    expect(validation).toMatchObject({ type: "list", prompt: "a > b", showDropDown: true });
    expect(validation === null ? null : listLiteral(validation)).toEqual(["甲", "乙"]);
    expect(data.column(1)).toMatchObject({ width: 12.5 });
    expect(data.rows.get(3)?.hidden).toBe(true);
  });

  it("keeps what it does not know when cells change", () => {
    const workbook = excelFile();
    const data = sheetOf(workbook, "Data");
    data.setValue(1, 0, "changed");
    data.setValue(1, 2, 5);
    const before = excelParts();
    const parts = partsOf(saveWorkbook(workbook));
    for (const name of [
      "xl/comments1.xml",
      "xl/drawings/drawing1.xml",
      "xl/drawings/vml1.vml",
      "xl/tables/table1.xml",
      "xl/styles.xml",
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/_rels/sheet1.xml.rels",
    ]) {
      expect(parts[name]).toBe(before[name]);
    }
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    const tail = (text: string): string => text.slice(text.indexOf("</sheetData>"));
    expect(tail(sheet)).toBe(tail(before["xl/worksheets/sheet1.xml"] ?? ""));
    // the master of a shared formula is gone: its followers stand on their own
    expect(sheet).toContain('<c r="C3"><f>B3*$B$2+LOG10(A3)&amp;"B2"</f><v>6</v></c>');
    expect(sheet).not.toContain("shared");
    expect(sheet).toContain('<c r="F6" cm="1"><f t="array" ref="F6:F7">_xlfn.UNIQUE(A2:A3)</f><v>1</v></c>');
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
    // the rich text is still the same shared string, new text goes to the end
    expect(sheet).toContain('<c r="A3" t="s"><v>2</v></c>');
    expect(parts["xl/sharedStrings.xml"]).toContain("<si><t>changed</t></si></sst>");
    expect(sheetOf(reopen(workbook), "Data").value(1, 0)).toBe("changed");
  });

  it("appends styles and keeps what a patch does not name", () => {
    const workbook = excelFile();
    const data = sheetOf(workbook, "Data");
    data.setStyle(0, 0, {
      fill: "#FFEE00",
      borders: { bottom: { style: "medium", color: "#0000FF" } },
      numberFormat: "yyyy/m/d",
    });
    data.setStyle(4, 4, {
      font: { bold: true, name: "黑体", underline: "Double" },
      wrap: true,
      vertical: "top",
      locked: false,
    });
    expect(workbook.internStyle(0, {})).toBe(0);
    expect(workbook.internStyle(0, { wrap: true })).toBe(workbook.internStyle(0, { wrap: true, font: {} }));
    const parts = partsOf(saveWorkbook(workbook));
    const styles = parts["xl/styles.xml"] ?? "";
    expect(styles).toContain('quotePrefix="1" applyFill="1"');
    expect(styles).toContain(
      'diagonalUp="1"><left style="thin"><color indexed="10"/></left><right/><top/><bottom style="medium">',
    );
    const again = openWorkbook(saveWorkbook(workbook));
    for (const [row, column] of [
      [0, 0],
      [4, 4],
    ] as const) {
      expect(again.style(sheetOf(again, "Data").styleIndex(row, column))).toEqual(
        workbook.style(data.styleIndex(row, column)),
      );
    }
  });

  it("carries every kind of change through a save", () => {
    const workbook = excelFile();
    const data = sheetOf(workbook, "Data");
    data.merge(box("A6:C7"));
    data.setColumnWidth(1, 30);
    data.setColumnHidden(5, true, 2);
    data.setRowHeight(9, 33);
    data.setRowHidden(3, false);
    data.setPage({
      orientation: "portrait",
      fitToPage: false,
      scale: 80,
      rowBreaks: [2, 3, 9],
      columnBreaks: [4],
      centerHorizontally: true,
      margins: { ...data.page.margins, top: 0.4 },
    });
    data.printArea = box("A1:F6");
    data.printTitleRows = { first: 0, count: 1 };
    data.freeze = { rows: 2, columns: 3 };
    data.showGridlines = false;
    data.tabColor = "#123456";
    data.protected = true;
    data.autoFilter = null;
    data.defaultColumnWidth = 10;
    data.addValidation({
      boxes: [box("B3")],
      type: "list",
      formula1: '"是,否"',
      allowBlank: true,
      showDropDown: true,
      showError: true,
      showPrompt: false,
    });
    const table = data.tables[0];
    if (table === undefined) throw new Error("no table");
    data.setValue(0, 3, "Name");
    data.resizeTable(table, box("A1:D9"));
    workbook.structureProtected = false;
    workbook.setDefinedName("Mine", "=CE.RATE(Data!$A$1)");
    const saved = saveWorkbook(workbook);
    const parts = partsOf(saved);
    const order = [
      ...(parts["xl/worksheets/sheet1.xml"] ?? "")
        .replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>")
        .matchAll(
          /<(sheetPr|sheetViews|sheetFormatPr|cols|sheetData|sheetProtection|mergeCells|conditionalFormatting|dataValidations|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing|legacyDrawing|tableParts)\b/g,
        ),
    ].map((match) => match[1]);
    expect(order).toEqual(
      "sheetPr sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells conditionalFormatting dataValidations printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing legacyDrawing tableParts".split(
        " ",
      ),
    );
    const again = openWorkbook(saved);
    const sheet = sheetOf(again, "Data");
    expect(sheet.merges).toEqual(data.merges);
    expect(sheet.columns.map(({ first, last, width, hidden }) => [first, last, width, hidden])).toEqual([
      [0, 0, 12.5, false],
      [1, 1, 30, false],
      [2, 2, 12.5, false],
      [5, 6, 10, true],
    ]);
    expect(sheet.rows.get(9)?.height).toBe(33);
    expect(sheet.rows.get(3)?.hidden).toBe(false);
    expect(sheet.page).toEqual(data.page);
    expect([sheet.printArea, sheet.printTitleRows, sheet.printTitleColumns]).toEqual([
      box("A1:F6"),
      { first: 0, count: 1 },
      { first: 0, count: 2 },
    ]);
    expect([sheet.freeze, sheet.showGridlines, sheet.tabColor, sheet.protected, sheet.autoFilter]).toEqual([
      { rows: 2, columns: 3 },
      false,
      "#123456",
      true,
      null,
    ]);
    expect(sheet.validations).toEqual(data.validations);
    expect(sheet.validationAt(2, 1)?.formula1).toBe('"是,否"');
    expect(sheet.validationAt(3, 1)?.formula1).toBe('"甲,乙"');
    expect(sheet.tables[0]?.box).toEqual(box("A1:D9"));
    // two columns called Name would make Excel repair the file
    expect(sheet.tables[0]?.columns.map((column) => column.name)).toEqual(["Name", "Hours", "Sum", "Name2"]);
    expect(sheet.value(0, 3)).toBe("Name2");
    expect(parts["xl/tables/table1.xml"]).toContain('<autoFilter ref="A1:D9"/>');
    expect(parts["xl/tables/table1.xml"]).toContain("calculatedColumnFormula");
    expect(again.structureProtected).toBe(false);
    expect(again.definedName("Mine", null)?.formula).toBe("=CE.RATE(Data!$A$1)");
    expect(parts["xl/workbook.xml"]).toContain('comment="kept"');
    // a second save gives the same file
    expect(Buffer.compare(saveWorkbook(workbook), saved)).toBe(0);
  });

  it("adds, renames, removes sheets", () => {
    const workbook = excelFile();
    const added = workbook.addSheet("新表", 0);
    added.setValue(0, 0, "hello");
    added.addTable(box("C1:D3"), "New");
    added.printArea = box("A1:D3");
    sheetOf(workbook, "Other one").visibility = "Visible";
    sheetOf(workbook, "Data").name = "My data";
    let again = reopen(workbook);
    partsOf(saveWorkbook(workbook));
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(["新表", "My data", "Other one"]);
    expect(again.activeSheet.name).toBe("My data");
    expect(sheetOf(again, "Other one").cell(0, 1)?.formula).toBe("='My data'!B2+1");
    expect(sheetOf(again, "My data").printTitleRows).toEqual({ first: 0, count: 2 });
    expect(sheetOf(again, "新表").tables).toMatchObject([
      { id: 2, name: "New", columns: [{ name: "Column1" }, { name: "Column2" }] },
    ]);
    expect(sheetOf(again, "新表").value(0, 2)).toBe("Column1");
    again.removeSheet(sheetOf(again, "My data"));
    const parts = partsOf(saveWorkbook(again));
    for (const gone of [
      "xl/worksheets/sheet1.xml",
      "xl/tables/table1.xml",
      "xl/comments1.xml",
      "xl/drawings/drawing1.xml",
      "xl/drawings/vml1.vml",
    ])
      expect(parts[gone]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toMatch(/sheet1\.xml|table1\.xml|comments1/);
    again = openWorkbook(saveWorkbook(again));
    expect(sheetOf(again, "Other one").cell(0, 1)?.formula).toBe("=#REF!B2+1");
    expect(sheetOf(again, "Other one").printArea).toEqual(box("A1:B2"));
    expect(sheetOf(again, "新表").printArea).toEqual(box("A1:D3"));
    expect(again.definedNames.map((name) => name.name)).toEqual(["_xlnm.Print_Area", "Rate", "_xlnm.Print_Area"]);
  });

  it("reads a file whose main namespace has a prefix", () => {
    const parts = excelParts();
    for (const name of ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml"]) {
      parts[name] = (parts[name] ?? "").replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="');
    }
    const workbook = openWorkbook(zipped(parts));
    const other = sheetOf(workbook, "Other one");
    expect(other.cell(0, 1)?.formula).toBe("=Data!B2+1");
    other.setValue(4, 4, "x");
    other.setStyle(4, 4, { wrap: true });
    workbook.addSheet("More");
    partsOf(saveWorkbook(workbook));
    expect(sheetOf(reopen(workbook), "Other one").value(4, 4)).toBe("x");
  });
});

describe("a workbook made here", () => {
  it("survives texts of every kind", () => {
    const texts = [
      " lead",
      "trail ",
      "a\nb",
      "a\tb",
      "a\r\nb",
      "\u001f",
      "_x001F_",
      "<&>\"'",
      "😀",
      "\ud800",
      "=1+1",
      "",
      "  ",
      "\uffff",
    ];
    const workbook = emptyWorkbook();
    const sheet = workbook.activeSheet;
    texts.forEach((text, row) => {
      sheet.setValue(row, 0, text);
      sheet.setFormula(row, 1, '="x"', text);
    });
    partsOf(saveWorkbook(workbook));
    const again = reopen(workbook).activeSheet;
    expect(texts.map((_, row) => again.value(row, 0))).toEqual(texts);
    expect(texts.map((_, row) => again.value(row, 1))).toEqual(texts);
  });
  it("clears contents, formats, cells", () => {
    const sheet = emptyWorkbook().activeSheet;
    sheet.setBoxStyle(box("A:B"), { wrap: true });
    sheet.setValue(0, 0, 1);
    sheet.setFormula(1, 1, "=A1", 1);
    expect(sheet.workbook.style(sheet.styleIndex(0, 0)).wrap).toBe(true);
    sheet.clearContents(box("A1:B9"));
    expect(sheet.usedBox(true)).toBeNull();
    expect(sheet.usedBox(false)).toEqual(box("A1:B2"));
    sheet.clearFormats(box("A:B"));
    expect(sheet.usedBox(false)).toBeNull();
    sheet.setValue(0, 0, 2);
    sheet.setStyle(0, 0, { wrap: true });
    sheet.clear(box("A1"));
    expect(sheet.cell(0, 0)).toBeUndefined();
  });
  it("saves a Workbook that no file stood behind", () => {
    const workbook = new Workbook();
    workbook.addSheet("Only").setValue(0, 0, true);
    partsOf(saveWorkbook(workbook));
    const again = reopen(workbook);
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(["Only"]);
    expect(again.activeSheet.value(0, 0)).toBe(true);
  });
  it("refuses what Excel would", () => {
    const workbook = emptyWorkbook();
    const sheet = workbook.activeSheet;
    expect(() => workbook.addSheet("SHEET1")).toThrow(/already/);
    expect(() => workbook.addSheet("a/b")).toThrow(/Not a sheet name/);
    expect(() => workbook.removeSheet(sheet)).toThrow(/at least one/);
    expect(() => sheet.setValue(0, 0, NaN)).toThrow(RangeError);
    expect(() => sheet.setFormula(0, 0, "1")).toThrow(RangeError);
    expect(() => sheet.setValue(-1, 0, 1)).toThrow(RangeError);
    expect(() =>
      sheet.addValidation({
        boxes: [box("A1")],
        type: "list",
        formula1: `"${"x".repeat(300)}"`,
        allowBlank: true,
        showDropDown: true,
        showError: true,
        showPrompt: false,
      }),
    ).toThrow(/255/);
  });
});

describe("files that are no workbook", () => {
  const compound = new Uint8Array(600);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  const encrypted = compound.slice();
  encrypted.set(
    [..."EncryptedPackage"].flatMap((c) => [c.charCodeAt(0), 0]),
    100,
  );
  it.each([
    ["empty", new Uint8Array(0), /empty/],
    ["csv", strToU8("a,b\n1,2\n"), /CSV/],
    ["xls", compound, /old \.xls/],
    ["encrypted", encrypted, /password/],
    ["html", strToU8("<html><table></table></html>"), /web page/],
    ["zip", zipSync({ "a.txt": strToU8("a") }), /without a workbook/],
    ["ods", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }), /OpenDocument/],
    ["cut", example().slice(0, 3000), /damaged/],
  ])("%s", (_, bytes, message) => {
    expect(() => openWorkbook(bytes)).toThrow(NotAWorkbookError);
    expect(() => openWorkbook(bytes)).toThrow(message);
  });
  it("says so of a broken part", () => {
    expect(() => openWorkbook(zipped({ ...excelParts(), "xl/workbook.xml": "<workbook><sheets>" }))).toThrow(
      NotAWorkbookError,
    );
  });
});

describe("a large file", () => {
  it("4,000 rows by 38 columns", () => {
    const workbook = emptyWorkbook();
    const sheet = workbook.activeSheet;
    for (let row = 0; row < 4_000; row++) {
      for (let column = 0; column < 37; column++)
        sheet.setValue(row, column, column % 3 === 0 ? row * column : `text ${row % 500} ${column}`);
      sheet.setFormula(row, 37, `=CE.HOURS(A${row + 1}:AK${row + 1})`, "12 学时");
    }
    const again = openWorkbook(saveWorkbook(workbook));
    again.activeSheet.setValue(5, 5, "x");
    const changed = openWorkbook(saveWorkbook(again)).activeSheet;
    expect(changed.usedBox(true)).toEqual({ row: 0, column: 0, rows: 4_000, columns: 38 });
    expect([changed.value(5, 5), changed.value(5, 4), changed.value(3_999, 37)]).toEqual(["x", "text 5 4", "12 学时"]);
  });
});
