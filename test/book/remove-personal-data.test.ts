/** What a file tells besides its cells, taken out: people's names, notes, task panes, texts of sheets that are gone. */
import { openWorkbook, emptyWorkbook, saveWorkbook, withoutPersonalData } from "../../src/book/xlsx";
import { openPackage, type Package } from "../../src/book/xlsx/package";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function relate(pack: Package, from: string, type: string, to: string, id: string): void {
  pack.setRelations(from, [...pack.relations(from), { id, type, target: `/${to}`, external: false }]);
}

const NOTE = '<v:shape id="n1"><x:ClientData ObjectType="Note"><x:Row>0</x:Row></x:ClientData></v:shape>';
const BUTTON = '<v:shape id="b1"><x:ClientData ObjectType="Button"/></v:shape>';

/** A workbook of one sheet with a note by 审核员, a threaded remark, document properties, and a text of a removed sheet. */
function telling(shapes: string): Uint8Array {
  const workbook = emptyWorkbook();
  const gone = workbook.addSheet("内部");
  gone.setValue(0, 0, "只在内部表里");
  workbook.activeSheet.setValue(0, 0, "单位的字");
  workbook.activeSheet.setFormula(1, 0, '=CONCATENATE("甲","乙")', "甲乙");
  workbook.activeSheet.setValue(2, 0, "");
  const opened = openWorkbook(saveWorkbook(workbook));
  const inside = opened.sheetByName("内部");
  if (inside) opened.removeSheet(inside);
  opened.activeSheet.setValue(3, 0, "后写的字");
  const pack = openPackage(saveWorkbook(opened));
  const sheet = "xl/worksheets/sheet1.xml";
  pack.set("xl/comments1.xml", "<comments><authors><author>审核员</author></authors></comments>");
  pack.set("xl/threadedComments/threadedComment1.xml", "<ThreadedComments>审核员说</ThreadedComments>");
  pack.set("xl/persons/person.xml", '<personList><person displayName="审核员"/></personList>');
  pack.set(
    "xl/drawings/vmlDrawing1.vml",
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${shapes}</xml>`,
  );
  pack.set("docProps/core.xml", "<cp:coreProperties><cp:lastModifiedBy>审核员</cp:lastModifiedBy></cp:coreProperties>");
  pack.set("docProps/custom.xml", "<Properties>审核员</Properties>");
  pack.set(
    "docProps/app.xml",
    "<Properties><Company>某局审核员</Company><TitlesOfParts>内部</TitlesOfParts></Properties>",
  );
  relate(pack, sheet, `${OFFICE}/comments`, "xl/comments1.xml", "rId91");
  relate(pack, sheet, `${OFFICE}/vmlDrawing`, "xl/drawings/vmlDrawing1.vml", "rId92");
  relate(
    pack,
    sheet,
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    "xl/threadedComments/threadedComment1.xml",
    "rId93",
  );
  relate(
    pack,
    "xl/workbook.xml",
    "http://schemas.microsoft.com/office/2017/10/relationships/person",
    "xl/persons/person.xml",
    "rId94",
  );
  relate(
    pack,
    "",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
    "rId95",
  );
  relate(pack, "", `${OFFICE}/custom-properties`, "docProps/custom.xml", "rId96");
  relate(pack, "", `${OFFICE}/extended-properties`, "docProps/app.xml", "rId97");
  pack.set(
    sheet,
    (pack.text(sheet) ?? "").replace(
      "</worksheet>",
      '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId92"/></worksheet>',
    ),
  );
  const place =
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\审核员\\"/></mc:Choice></mc:AlternateContent>';
  pack.set(
    "xl/workbook.xml",
    (pack.text("xl/workbook.xml") ?? "").replace(
      "<workbookPr/>",
      `<fileSharing userName="审核员"/><workbookPr/>${place}`,
    ),
  );
  pack.set("xl/printerSettings/printerSettings1.bin", "审核员的打印机");
  relate(pack, sheet, `${OFFICE}/printerSettings`, "xl/printerSettings/printerSettings1.bin", "rId98");
  pack.set(
    sheet,
    (pack.text(sheet) ?? "").replace(
      "<legacyDrawing",
      '<pageSetup paperSize="9" orientation="landscape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId98"/><legacyDrawing',
    ),
  );
  return pack.zip();
}

const textOf = (pack: Package): string => pack.names.map((name) => `${name}\n${pack.text(name) ?? ""}`).join("\n");

test("names, notes and texts of removed sheets are gone; the cells are what they were", () => {
  const before = telling(NOTE);
  expect(textOf(openPackage(before))).toContain("只在内部表里");
  const after = withoutPersonalData(before);
  const text = textOf(openPackage(after));
  for (const word of [
    "审核员",
    "只在内部表里",
    "内部",
    "comments",
    "vmlDrawing",
    "legacyDrawing",
    "docProps/custom",
    "persons",
  ])
    expect({ word, there: text.includes(word) }).toEqual({ word, there: false });
  const sheet = openWorkbook(after).activeSheet;
  expect([0, 1, 2, 3].map((row) => [sheet.value(row, 0), sheet.cell(row, 0)?.formula])).toEqual([
    ["单位的字", undefined],
    ["甲乙", '=CONCATENATE("甲","乙")'],
    ["", undefined],
    ["后写的字", undefined],
  ]);
  expect(text).toContain('filterPrivacy="1"');
  expect(sheet.page).toMatchObject({ paperSize: 9, orientation: "landscape" });
  expect(text).not.toContain("rId98");
});

test("a drawing with form controls loses its notes only", () => {
  const pack = openPackage(withoutPersonalData(telling(NOTE + BUTTON)));
  const drawing = pack.text("xl/drawings/vmlDrawing1.vml") ?? "";
  expect([drawing.includes("Note"), drawing.includes("Button")]).toEqual([false, true]);
  expect(pack.text("xl/worksheets/sheet1.xml")).toContain("legacyDrawing");
});

test("every part has a content type and every relation leads somewhere", () => {
  const pack = openPackage(withoutPersonalData(telling(NOTE)));
  const owners = pack.names
    .filter((name) => name.endsWith(".rels"))
    .map((name) => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2"));
  const targets = owners.flatMap((owner) => pack.relations(owner).map(({ target }) => target.replace(/^\//, "")));
  expect(targets.filter((target) => !pack.has(target) && !pack.has(`xl/${target}`))).toEqual([]);
  const types = pack.text("[Content_Types].xml") ?? "";
  expect(
    [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part = ""]) => part).filter((part) => !pack.has(part)),
  ).toEqual([]);
});
