/** What only the file knows of a sheet, after its rows and columns moved: notes, links, formats by condition, charts, newer extensions. */
import { strToU8, zipSync } from "fflate";
import type { Area } from "../../src/book/model/workbook";
import { parseAddress } from "../../src/book/model/workbook";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { openPackage } from "../../src/book/xlsx/package";
import { EditRefused } from "../../src/workbench/host/user/user";
import { HostHarness } from "../workbench/host-harness";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const BASE = "http://schemas.openxmlformats.org";
const MAIN = `${BASE}/spreadsheetml/2006/main`;
const RELATIONS = `${BASE}/officeDocument/2006/relationships`;
const relations = (...list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${BASE}/package/2006/relationships">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

/** Two sheets; the first with ten rows of two columns and everything hung on them. */
function file(
  extra: Readonly<Record<string, string>> = {},
  more: readonly (readonly [string, string, string])[] = [],
): Uint8Array {
  const rows = Array.from(
    { length: 10 },
    (_, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}"><v>${10 - at}</v></c><c r="B${at + 1}"><f>A${at + 1}*2</f><v>${2 * (10 - at)}</v></c></row>`,
  ).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${BASE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
      ["sheet1", "sheet2"]
        .map(
          (name) =>
            `<Override PartName="/xl/worksheets/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join("") +
      `<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>` +
      `<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>`,
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="记录" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ),
    "xl/worksheets/sheet1.xml":
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData><protectedRanges><protectedRange sqref="A2:A5 B7" name="区"/></protectedRanges>` +
      `<conditionalFormatting sqref="A2:B10"><cfRule type="expression" priority="1"><formula>$A2&gt;$A$5</formula></cfRule></conditionalFormatting>` +
      `<conditionalFormatting sqref="A4"><cfRule type="expression" priority="2"><formula>TRUE</formula></cfRule></conditionalFormatting>` +
      `<hyperlinks><hyperlink ref="A3" location="图!A1"/><hyperlink ref="A8" r:id="rId3"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
      `<ignoredErrors><ignoredError sqref="A1:A10" numberStoredAsText="1"/></ignoredErrors><legacyDrawing r:id="rId2"/>` +
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="urn:x14"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="urn:xm"><x14:cfRule type="expression" priority="3"><xm:f>图!$A$1&gt;$A$8</xm:f></x14:cfRule><xm:sqref>A8:B9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      ["rId1", "comments", "../comments1.xml"],
      ["rId2", "vmlDrawing", "../drawings/vml1.vml"],
      ...more,
    ).replace(
      "</Relationships>",
      `<Relationship Id="rId3" Type="${RELATIONS}/hyperlink" Target="https://example.cn" TargetMode="External"/></Relationships>`,
    ),
    "xl/worksheets/sheet2.xml":
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>` +
      `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>记录!$A$8&gt;A1</formula></cfRule></conditionalFormatting><drawing r:id="rId1"/></worksheet>`,
    "xl/worksheets/_rels/sheet2.xml.rels": relations(["rId1", "drawing", "../drawings/drawing1.xml"]),
    "xl/drawings/drawing1.xml":
      `${HEAD}<xdr:wsDr xmlns:xdr="${BASE}/drawingml/2006/spreadsheetDrawing" xmlns:a="${BASE}/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
      `<xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${BASE}/drawingml/2006/chart"><c:chart xmlns:c="${BASE}/drawingml/2006/chart" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relations(["rId1", "chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml":
      `${HEAD}<c:chartSpace xmlns:c="${BASE}/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>记录!$A$2:$A$10</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
      `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
    "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>初审</author></authors><commentList><comment ref="A3" authorId="0"><text><t>三</t></text></comment><comment ref="A8" authorId="0"><text><t>八</t></text></comment></commentList></comments>`,
    "xl/drawings/vml1.vml":
      `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
      [2, 7]
        .map(
          (row) =>
            `<v:shape id="s${row}"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, ${row}, 2, 3, 15, ${row + 3}, 16</x:Anchor><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`,
        )
        .join("") +
      "</xml>",
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** What the saved file says, shortened to what has a place. */
function places(hands: HostHarness): Record<string, unknown> {
  const pack = openPackage(saveWorkbook(hands.workbook));
  const [sheet = "", other = ""] = ["sheet1", "sheet2"].map((name) => pack.text(`xl/worksheets/${name}.xml`) ?? "");
  const all = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, found = ""]) => found.replace(/&gt;/g, ">"));
  return {
    formats: all(sheet, /<conditionalFormatting sqref="([^"]*)"/g),
    conditions: all(sheet, /<formula>([^<]*)/g),
    newer: all(sheet, /<xm:(?:f|sqref)>([^<]*)/g),
    links: all(sheet, /<hyperlink ref="([^"]*)"/g),
    protected: all(sheet, /<protectedRange sqref="([^"]*)"/g),
    ignored: all(sheet, /<ignoredError sqref="([^"]*)"/g),
    notes: all(pack.text("xl/comments1.xml") ?? "", /<comment ref="([^"]*)"/g),
    boxes: all(pack.text("xl/drawings/vml1.vml") ?? "", /<x:Row>(\d+)/g),
    anchors: all(pack.text("xl/drawings/vml1.vml") ?? "", /<x:Anchor>([^<]*)/g),
    chart: all(pack.text("xl/charts/chart1.xml") ?? "", /<c:f>([^<]*)/g),
    elsewhere: all(other, /<formula>([^<]*)/g),
  };
}

const opened = (bytes = file()): HostHarness => new HostHarness({ workbook: openWorkbook(bytes) });
const box = (address: string): Area => parseAddress(address)!.box;

const BEFORE = {
  formats: ["A2:B10", "A4"],
  conditions: ["$A2>$A$5", "TRUE"],
  newer: ["图!$A$1>$A$8", "A8:B9"],
  links: ["A3", "A8"],
  protected: ["A2:A5 B7"],
  ignored: ["A1:A10"],
  notes: ["A3", "A8"],
  boxes: ["2", "7"],
  anchors: ["1, 15, 2, 2, 3, 15, 5, 16", "1, 15, 7, 2, 3, 15, 10, 16"],
  chart: ["记录!$A$2:$A$10"],
  elsewhere: ["记录!$A$8>A1"],
};

it("stays as it is while nothing moves", () => {
  const hands = opened();
  hands.type("A1", "11");
  expect(places(hands)).toEqual(BEFORE);
});

it("goes along when rows come and columns come", () => {
  const hands = opened();
  hands.user.insertRows(hands.sheet, 3, 2);
  hands.user.insertColumns(hands.sheet, 0, 1);
  expect(places(hands)).toEqual({
    formats: ["B2:C12", "B6"],
    conditions: ["$B2>$B$7", "TRUE"],
    newer: ["图!$A$1>$B$10", "B10:C11"],
    links: ["B3", "B10"],
    protected: ["B2:B7 C9"],
    ignored: ["B1:B12"],
    notes: ["B3", "B10"],
    boxes: ["2", "9"],
    anchors: ["2, 15, 2, 2, 4, 15, 5, 16", "2, 15, 9, 2, 4, 15, 12, 16"],
    chart: ["记录!$B$2:$B$12"],
    elsewhere: ["记录!$B$10>A1"],
  });
});

it("goes when its rows go", () => {
  const hands = opened();
  hands.user.deleteRows(hands.sheet, 2, 2);
  hands.user.deleteRows(hands.sheet, 5, 2);
  expect(places(hands)).toEqual({
    formats: ["A2:B6"],
    conditions: ["$A2>$A$3"],
    newer: [],
    links: [],
    protected: ["A2:A3 B5"],
    ignored: ["A1:A6"],
    notes: [],
    boxes: [],
    anchors: [],
    chart: ["记录!$A$2:$A$6"],
    elsewhere: ["记录!#REF!>A1"],
  });
});

it("notes and links go with their cells when rows are sorted, the rest stays", () => {
  const hands = opened();
  hands.user.sort(hands.sheet, box("A1:B10"), [{ column: 0, ascending: true }], false);
  expect(places(hands)).toMatchObject({
    ...BEFORE,
    links: ["A8", "A3"],
    notes: ["A8", "A3"],
    boxes: ["7", "2"],
    anchors: expect.anything() as unknown,
  });
});

it("is back where it was when the edit is taken back", () => {
  const hands = opened();
  hands.user.deleteRows(hands.sheet, 2, 4);
  hands.user.undo();
  expect(places(hands)).toEqual(BEFORE);
});

it("a chart that came with the file goes along with its cells", () => {
  const hands = opened();
  const sheet = hands.sheetNamed("图");
  hands.user.insertRows(sheet, 0, 3);
  const pack = openPackage(saveWorkbook(hands.workbook));
  const drawing = pack.text("xl/drawings/drawing1.xml") ?? "";
  expect([...drawing.matchAll(/<xdr:row>(\d+)/g)].map(([, row]) => row)).toEqual(["7", "23"]);
  expect(drawing).toContain('r:id="rId1"');
  expect(openWorkbook(saveWorkbook(hands.workbook)).sheets[1]?.shapes).toHaveLength(1);
});

it("a copy of a sheet begins with what had moved until then", () => {
  const bytes = file({
    "xl/worksheets/_rels/sheet1.xml.rels": relations(),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetData/><conditionalFormatting sqref="A4"><cfRule type="expression" priority="1"><formula>$A4</formula></cfRule></conditionalFormatting></worksheet>`,
  });
  const hands = opened(bytes);
  hands.user.insertRows(hands.sheet, 0, 1);
  const copy = hands.workbook.copySheet(hands.sheet, "副本");
  hands.user.insertRows(copy, 0, 1);
  hands.user.insertRows(hands.sheet, 0, 10);
  const pack = openPackage(saveWorkbook(hands.workbook));
  expect(
    ["sheet1", "sheet3"].map((name) => /sqref="([^"]*)"/.exec(pack.text(`xl/worksheets/${name}.xml`) ?? "")?.[1]),
  ).toEqual(["A15", "A6"]);
});

it("refuses lines of a sheet with a pivot table", () => {
  const hands = opened(
    file({ "xl/pivotTables/pivotTable1.xml": `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="P"/>` }, [
      ["rId9", "pivotTable", "../pivotTables/pivotTable1.xml"],
    ]),
  );
  expect(() => hands.user.insertRows(hands.sheet, 0, 1)).toThrow(EditRefused);
});
