/**
 * What a file tells besides its cells: who wrote it, what other sheets held, what add-ins kept in it. `withoutPersonalData`
 * takes that out of a saved file; cells, formats, tables, pictures and charts stay byte for byte.
 */
import { openPackage, type Package, type Relation, relationKind, resolveTarget, workbookPart } from "./package";
import { sharedTextsOf } from "./cells";
import { removeTree } from "./file-type";
import { stringSpans } from "./strings";
import { attr, child, elementText, parseXml, rewriteElements, withoutMainPrefix, type XmlElement } from "./xml";

/** Relations of the package and of the workbook that lead to words about people or to what programs keep for themselves. */
const PRIVATE = new Set([
  "core-properties",
  "custom-properties",
  "extended-properties",
  "thumbnail",
  "webextensiontaskpanes",
  "webextension",
  "person",
  "customXml",
  "revisionHeaders",
  "usernames",
  "classificationlabels",
]);
/** Of a sheet. Notes are taken away whoever wrote them: a file does not tell a unit's note from a reviewer's. */
const REMARKS = new Set(["comments", "threadedComment"]);

const PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>";

/** A saved file without document properties, notes, task panes and texts that no cell shows. Throws NotAWorkbookError. */
export function withoutPersonalData(bytes: Uint8Array): Uint8Array {
  const pack = openPackage(bytes);
  const workbook = workbookPart(pack);
  dropRelations(pack, "", PRIVATE);
  dropRelations(pack, workbook, PRIVATE);
  const sheets = pack
    .relations(workbook)
    .filter((relation) => relationKind(relation) === "worksheet" && !relation.external)
    .map((relation) => resolveTarget(workbook, relation.target));
  for (const sheet of sheets) {
    dropRemarks(pack, sheet);
    dropPrinter(pack, sheet);
  }
  blankUnusedStrings(pack, workbook, sheets);
  dropPlace(pack, workbook);
  askForPrivacy(pack, workbook);
  const properties = pack.has("docProps/app.xml") ? pack.freeName("docProps/app", ".xml") : "docProps/app.xml";
  pack.set(properties, PROPERTIES);
  pack.setContentType(properties, "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  pack.addRelation("", "extended-properties", properties);
  return pack.zip();
}

function dropRelations(pack: Package, part: string, kinds: ReadonlySet<string>): void {
  const relations = pack.relations(part);
  const gone = relations.filter((relation) => kinds.has(relationKind(relation)));
  if (gone.length === 0) return;
  pack.setRelations(
    part,
    relations.filter((relation) => !gone.includes(relation)),
  );
  for (const relation of gone) if (!relation.external) removeTree(pack, resolveTarget(part, relation.target));
}

/** Notes and their boxes. A drawing that also holds form controls keeps those. */
function dropRemarks(pack: Package, sheet: string): void {
  const relations = pack.relations(sheet);
  if (!relations.some((relation) => REMARKS.has(relationKind(relation)))) return;
  dropRelations(pack, sheet, REMARKS);
  const drawing = relations.find(
    (relation) =>
      relationKind(relation) === "vmlDrawing" &&
      (pack.text(resolveTarget(sheet, relation.target)) ?? "").includes('ObjectType="Note"'),
  );
  if (drawing === undefined) return;
  const part = resolveTarget(sheet, drawing.target);
  const text = pack.text(part) ?? "";
  let others = 0;
  const left = rewriteElements(text, (element) => {
    if (element.name !== "shape") return null;
    if (attr(child(element, "ClientData"), "ObjectType") === "Note") return "";
    others += 1;
    return null;
  });
  if (others > 0) pack.set(part, left);
  else dropDrawing(pack, sheet, drawing);
}

function dropDrawing(pack: Package, sheet: string, drawing: Relation): void {
  pack.setRelations(
    sheet,
    pack.relations(sheet).filter(({ id }) => id !== drawing.id),
  );
  removeTree(pack, resolveTarget(sheet, drawing.target));
  changeAround(pack, sheet, (element) =>
    element.name === "legacyDrawing" && attr(element, "id") === drawing.id ? "" : null,
  );
}

/** What a printer was told, its name and server in it; paper and orientation stand in the sheet itself. */
function dropPrinter(pack: Package, sheet: string): void {
  const printers = pack.relations(sheet).filter((relation) => relationKind(relation) === "printerSettings");
  if (printers.length === 0) return;
  dropRelations(pack, sheet, new Set(["printerSettings"]));
  const ids = new Set(printers.map(({ id }) => id));
  changeAround(pack, sheet, (element, inside) => {
    const gone = [...element.attributes].filter(([name, value]) => /(^|:)id$/.test(name) && ids.has(value));
    if (element.name !== "pageSetup" || gone.length === 0) return null;
    const attributes = new Map(element.attributes);
    for (const [name] of gone) attributes.delete(name);
    return elementText(element, attributes, inside);
  });
}

/** Changes elements of a sheet's part outside its cells. `change` gives an element's new text, null to let it be. */
function changeAround(
  pack: Package,
  sheet: string,
  change: (element: XmlElement, inside: string) => string | null,
): void {
  const xml = pack.text(sheet) ?? "";
  const root = parseXml(xml, new Set(["sheetData"]));
  let out = "";
  let at = 0;
  const visit = (element: XmlElement): void => {
    const next = change(element, xml.slice(element.innerStart, element.innerEnd));
    if (next === null) {
      element.children.forEach(visit);
      return;
    }
    out += xml.slice(at, element.start) + next;
    at = element.end;
  };
  root.children.forEach(visit);
  if (at > 0) pack.set(sheet, out + xml.slice(at));
}

/** Where the file lay (in the folder of whoever worked on it), and who had it open for writing. */
function dropPlace(pack: Package, part: string): void {
  const xml = pack.text(part) ?? "";
  const tells = (element: XmlElement): boolean => element.name === "absPath" || element.children.some(tells);
  const left = rewriteElements(xml, (element) =>
    element.name === "fileSharing" || (element.name === "AlternateContent" && tells(element)) ? "" : null,
  );
  if (left !== xml) pack.set(part, left);
}

/** Shared texts that no cell of any sheet shows become empty ones: cells name them by number, so none may go. */
function blankUnusedStrings(pack: Package, workbook: string, sheets: readonly string[]): void {
  const relation = pack.relations(workbook).find((own) => relationKind(own) === "sharedStrings");
  const part = relation === undefined ? undefined : resolveTarget(workbook, relation.target);
  const source = part === undefined ? undefined : pack.text(part);
  if (part === undefined || source === undefined) return;
  const used = new Set<number>();
  for (const sheet of sheets)
    for (const number of sharedTextsOf(withoutMainPrefix(pack.text(sheet) ?? ""))) used.add(number);
  const xml = withoutMainPrefix(source);
  let out = "";
  let at = 0;
  stringSpans(xml).forEach(({ start, end }, index) => {
    out += xml.slice(at, start) + (used.has(index) ? xml.slice(start, end) : "<si><t/></si>");
    at = end;
  });
  pack.set(part, out + xml.slice(at));
}

/** "Remove personal information on save": Excel would write the name of whoever saves the file. */
function askForPrivacy(pack: Package, part: string): void {
  const xml = pack.text(part) ?? "";
  const own = child(parseXml(xml), "workbookPr");
  if (own === undefined) return;
  const text = elementText(
    own,
    new Map(own.attributes).set("filterPrivacy", "1"),
    xml.slice(own.innerStart, own.innerEnd),
  );
  pack.set(part, xml.slice(0, own.start) + text + xml.slice(own.end));
}
