/**
 * What a file tells besides its cells: who wrote it, what other sheets held, what add-ins kept in it. `withoutPersonalData`
 * takes that out of a saved file; cells, formats, tables, pictures and charts stay byte for byte.
 */
import { NotAWorkbookError } from "./errors";
import {
  openPackage,
  type Package,
  type Relation,
  relationKind,
  relationsPart,
  resolveTarget,
  workbookPart,
} from "./package";
import { attributesText, child, parseXml, tagEnd, withoutMainPrefix } from "./xml";

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

function removeTree(pack: Package, part: string): void {
  if (!pack.has(part)) return;
  const inside = pack.relations(part).filter(({ external }) => !external);
  pack.remove(part);
  pack.remove(relationsPart(part));
  for (const { target } of inside) removeTree(pack, resolveTarget(part, target));
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
  const left = text.replace(/<v:shape\b[^>]*>(?:(?!<\/v:shape>)[^])*?ObjectType="Note"[^]*?<\/v:shape>/g, "");
  if (/<v:shape\b/.test(left)) pack.set(part, left);
  else dropDrawing(pack, sheet, drawing);
}

function dropDrawing(pack: Package, sheet: string, drawing: Relation): void {
  pack.setRelations(
    sheet,
    pack.relations(sheet).filter(({ id }) => id !== drawing.id),
  );
  removeTree(pack, resolveTarget(sheet, drawing.target));
  const xml = pack.text(sheet) ?? "";
  pack.set(sheet, xml.replace(new RegExp(`<(?:\\w+:)?legacyDrawing\\b[^>]*:id="${drawing.id}"[^>]*/>`), ""));
}

/** What a printer was told, its name and server in it; paper and orientation stand in the sheet itself. */
function dropPrinter(pack: Package, sheet: string): void {
  const printers = pack.relations(sheet).filter((relation) => relationKind(relation) === "printerSettings");
  if (printers.length === 0) return;
  dropRelations(pack, sheet, new Set(["printerSettings"]));
  let xml = pack.text(sheet) ?? "";
  for (const { id } of printers)
    xml = xml.replace(new RegExp(`(<(?:\\w+:)?pageSetup\\b[^>]*?)\\s\\w+:id="${id}"`), "$1");
  pack.set(sheet, xml);
}

/** Where the file lay (in the folder of whoever worked on it), and who had it open for writing. */
function dropPlace(pack: Package, part: string): void {
  const xml = pack.text(part) ?? "";
  const left = xml
    .replace(/<mc:AlternateContent\b(?:(?!<\/mc:AlternateContent>)[^])*?absPath[^]*?<\/mc:AlternateContent>/g, "")
    .replace(/<(\w+:)?fileSharing\b[^>]*\/>/g, "");
  if (left !== xml) pack.set(part, left);
}

/** Shared texts that no cell of any sheet shows become empty ones: cells name them by number, so none may go. */
function blankUnusedStrings(pack: Package, workbook: string, sheets: readonly string[]): void {
  const relation = pack.relations(workbook).find((own) => relationKind(own) === "sharedStrings");
  const part = relation === undefined ? undefined : resolveTarget(workbook, relation.target);
  const source = part === undefined ? undefined : pack.text(part);
  if (part === undefined || source === undefined) return;
  const used = new Set<number>();
  for (const sheet of sheets) {
    const xml = pack.text(sheet) ?? "";
    for (const [, number] of xml.matchAll(
      /<(?:\w+:)?c\b[^>]*\st="s"[^>]*>(?:<(?:\w+:)?f\b[^]*?(?:<\/(?:\w+:)?f>|\/>))?\s*<(?:\w+:)?v>\s*(\d+)\s*</g,
    ))
      used.add(Number(number));
  }
  const xml = withoutMainPrefix(source);
  let out = "";
  let at = 0;
  let index = 0;
  for (let open = nextString(xml, 0); open >= 0; open = nextString(xml, at)) {
    const close = tagEnd(xml, open);
    const empty = xml[close - 1] === "/";
    const end = empty ? close + 1 : xml.indexOf("</si>", close) + 5;
    if (!empty && end < 5) throw new NotAWorkbookError("The shared texts are cut off.", "damaged");
    out += xml.slice(at, open) + (used.has(index) ? xml.slice(open, end) : "<si><t/></si>");
    at = end;
    index += 1;
  }
  pack.set(part, out + xml.slice(at));
}

function nextString(xml: string, from: number): number {
  const found = /<si[\s>/]/g;
  found.lastIndex = from;
  return found.exec(xml)?.index ?? -1;
}

/** "Remove personal information on save": Excel would write the name of whoever saves the file. */
function askForPrivacy(pack: Package, part: string): void {
  const xml = pack.text(part) ?? "";
  const own = child(parseXml(xml), "workbookPr");
  if (own === undefined) return;
  const attributes = new Map(own.attributes).set("filterPrivacy", "1");
  const head = `<${own.tag}${attributesText(attributes)}`;
  const inside = xml.slice(own.innerStart, own.innerEnd);
  pack.set(
    part,
    `${xml.slice(0, own.start)}${inside === "" ? `${head}/>` : `${head}>${inside}</${own.tag}>`}${xml.slice(own.end)}`,
  );
}
