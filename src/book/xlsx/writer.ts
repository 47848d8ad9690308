/** Saves a workbook into the package it came from: untouched parts stay the bytes they were. */
import { callsCustomFunction, formulaToFile } from "../model/formulas";
import type { Sheet, Workbook } from "../model/workbook";
import { CHART_TYPE, chartPart, drawingPart } from "./charts";
import { fileTypeOf, hasMacros, setFileType, type FileType } from "./file-type";
import { DRAWING_TYPE, EMPTY_DRAWING, writeDrawing } from "./drawing";
import { Relocation, moveParts } from "./relocate-kept-xml";
import type { SourceSheet, SourcePackage } from "./source-package";
import { sourceOf } from "./source-package";
import type { Package } from "./package";
import { relationKind, relationsPart, resolveTarget } from "./package";
import { emptyWorkbook } from "./reader";
import { MINIMAL_SHEET, writeSheet } from "./sheet-part";
import { StringSink } from "./strings";
import { MINIMAL_STYLES, writeStyles } from "./styles";
import { TABLE_TYPE, alignHeaders, newTable, writeTable } from "./tables";
import {
  assemble,
  attribute,
  attributesText,
  child,
  escapeXml,
  numberAttr,
  parseXml,
  protectText,
  withoutMainPrefix,
} from "./xml";
import type { XmlElement } from "./xml";

const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKBOOK_ORDER =
  "fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );

/**
 * The file of a workbook. Nothing changed: the very bytes that were opened. The workbook can be changed and saved
 * again afterwards. `type`: what the file's name says it is; without it the type stays, and a type without macros
 * leaves them out (see `macrosOf`). Not `compressed`: for a copy that is read again at once.
 */
export function saveWorkbook(workbook: Workbook, type?: FileType, compressed = true): Uint8Array {
  const source = sourceOf(workbook) ?? sourceOf(emptyWorkbook());
  if (source === undefined) throw new Error("no package to save into");
  const changed =
    workbook.dirty.size > 0 || workbook.sheets.some((sheet) => sheet.dirty.size > 0 || !source.sheets.has(sheet));
  const sameType = type === undefined || fileTypeOf(source.pack, source.workbookPart) === type;
  if (!changed && sameType && source.bytes !== null) return source.bytes.slice();
  alignHeaders(workbook);
  return new Saving(workbook, source).save(type, compressed);
}

/** True when the file that the workbook was read from has macros. */
export function macrosOf(workbook: Workbook): boolean {
  const source = sourceOf(workbook);
  return source !== undefined && hasMacros(source.pack, source.workbookPart);
}

class Saving {
  private readonly pack: Package;
  private readonly placed = new Map<Sheet, SourceSheet>();
  /** Relation ids of sheets added since opening. */
  private readonly newIds = new Map<Sheet, string>();
  private readonly strings: StringSink | null;

  constructor(
    private readonly workbook: Workbook,
    private readonly source: SourcePackage,
  ) {
    this.pack = source.pack.copy();
    const { stringsPart } = source;
    this.strings =
      stringsPart === null
        ? null
        : new StringSink(withoutMainPrefix(this.pack.text(stringsPart) ?? ""), source.strings);
  }

  save(type: FileType | undefined, compressed: boolean): Uint8Array {
    if (type !== undefined) setFileType(this.pack, this.source.workbookPart, type);
    this.removeSheets();
    this.placeSheets();
    for (const [sheet, place] of this.placed) this.saveSheet(sheet, place);
    moveParts(this.pack, this.workbook, new Map([...this.placed].map(([sheet, { part }]) => [sheet, part])));
    this.saveStyles();
    const { stringsPart } = this.source;
    if (stringsPart !== null && this.strings?.changed === true) this.pack.set(stringsPart, this.strings.text());
    const ours = this.hasCustomFunctions();
    this.saveWorkbookPart(ours);
    if (this.workbook.dirty.has("formulas") || this.workbook.removedSheets.length > 0) this.dropCalculationChain();
    if (ours) this.sayExcel();
    this.pack.useUtf8();
    return this.pack.zip(compressed);
  }

  private removeSheets(): void {
    // sheets of the file that the workbook does not have any more (all of them, when it was not made from the file)
    const gone = [...this.source.sheets].filter(([sheet]) => !this.workbook.sheets.includes(sheet));
    for (const [, { part }] of gone) {
      const { workbookPart } = this.source;
      const rest = this.pack
        .relations(workbookPart)
        .filter((relation) => relation.external || resolveTarget(workbookPart, relation.target) !== part);
      this.pack.setRelations(workbookPart, rest);
      this.removePart(part);
    }
  }

  /** Removes a part and what only it refers to. */
  private removePart(part: string): void {
    const targets = this.pack
      .relations(part)
      .filter((relation) => !relation.external)
      .map((relation) => resolveTarget(part, relation.target));
    this.pack.remove(part);
    this.pack.remove(relationsPart(part));
    for (const target of targets) if (this.pack.has(target) && !this.isReferred(target)) this.removePart(target);
  }

  private isReferred(part: string): boolean {
    const wanted = part.toLowerCase();
    return this.pack.names
      .filter((name) => /(^|\/)_rels\/[^/]*\.rels$/.test(name))
      .some((name) => {
        const owner = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, "$1$2");
        return this.pack
          .relations(owner)
          .some((relation) => !relation.external && resolveTarget(owner, relation.target).toLowerCase() === wanted);
      });
  }

  private placeSheets(): void {
    const folder = this.source.workbookPart.replace(/[^/]*$/, "");
    for (const sheet of this.workbook.sheets) {
      const known = this.source.sheets.get(sheet);
      if (known !== undefined) {
        this.placed.set(sheet, known);
        continue;
      }
      const part = this.pack.freeName(`${folder}worksheets/sheet`, ".xml");
      this.pack.set(part, this.beginning(sheet, part));
      this.pack.setContentType(part, `${MAIN_TYPE}.worksheet+xml`);
      this.newIds.set(sheet, this.pack.addRelation(this.source.workbookPart, "worksheet", part));
      this.placed.set(sheet, { part, tables: new Map() });
    }
  }

  /** What a new sheet's part begins with: nothing, or for a copy the part of the sheet it was made from. */
  private beginning(sheet: Sheet, part: string): string {
    const copied = sheet.copiedFrom === null ? undefined : this.source.sheets.get(sheet.copiedFrom);
    if (copied === undefined) return MINIMAL_SHEET;
    const { pack } = this.source;
    // Its links lead where they led; drawing and tables are made anew.
    const kept = pack
      .relations(copied.part)
      .filter((relation) => ["hyperlink", "printerSettings"].includes(relationKind(relation)));
    this.pack.setRelations(
      part,
      kept.map((relation) =>
        relation.external ? relation : { ...relation, target: `/${resolveTarget(copied.part, relation.target)}` },
      ),
    );
    return (pack.text(copied.part) ?? MINIMAL_SHEET).replace(/\scodeName="[^"]*"/, "");
  }

  private saveSheet(sheet: Sheet, place: SourceSheet): void {
    const relocation = new Relocation(this.workbook, sheet);
    if (sheet.dirty.size === 0 && relocation.isEmpty) return;
    const tableRelations = sheet.dirty.has("tables") ? this.saveTables(sheet, place) : [];
    // Charts are added only where no drawing is: the two never meet on one sheet.
    const drawingRelation =
      sheet.charts.length > 0
        ? this.saveCharts(sheet, place)
        : sheet.dirty.has("drawing")
          ? this.saveDrawing(sheet, place)
          : null;
    const frame = sheet.dirty.has("cells") ? place.frame : undefined;
    const xml = frame ?? withoutMainPrefix(this.pack.text(place.part) ?? MINIMAL_SHEET);
    const length = this.pack.bytes(place.part)?.length ?? 0;
    // Cells that have changed are never read from their part again: a large one need not stay in memory
    if (frame !== undefined) for (const pack of [this.source.pack, this.pack]) pack.set(place.part, frame);
    this.pack.setPieces(
      place.part,
      length,
      writeSheet(xml, sheet, {
        strings: this.strings,
        isActive: this.workbook.activeSheet === sheet,
        tableRelations,
        drawingRelation,
        relocation,
      }),
    );
  }

  /** Writes the sheet's shapes; gives back the relation id of their part, null when there are none. */
  private saveDrawing(sheet: Sheet, place: SourceSheet): string | null {
    const known = this.pack.relations(place.part).find((relation) => relationKind(relation) === "drawing");
    if (known === undefined && sheet.shapes.length === 0) return null;
    const part =
      known === undefined
        ? this.pack.freeName(`${this.source.workbookPart.replace(/[^/]*$/, "")}drawings/drawing`, ".xml")
        : resolveTarget(place.part, known.target);
    if (known === undefined) {
      this.pack.set(part, EMPTY_DRAWING);
      this.pack.setContentType(part, DRAWING_TYPE);
    }
    this.pack.set(part, writeDrawing(this.pack, part, sheet.shapes));
    return known?.id ?? this.pack.addRelation(place.part, "drawing", part);
  }

  /** Writes a drawing with the sheet's charts; gives back its relation id. */
  private saveCharts(sheet: Sheet, place: SourceSheet): string {
    const folder = this.source.workbookPart.replace(/[^/]*$/, "");
    const drawing = this.pack.freeName(`${folder}drawings/drawing`, ".xml");
    this.pack.set(drawing, "<wsDr/>");
    const ids = sheet.charts.map((chart) => {
      const part = this.pack.freeName(`${folder}charts/chart`, ".xml");
      this.pack.set(part, chartPart(chart));
      this.pack.setContentType(part, CHART_TYPE);
      return this.pack.addRelation(drawing, "chart", part);
    });
    this.pack.set(drawing, drawingPart(sheet.charts, ids));
    this.pack.setContentType(drawing, DRAWING_TYPE);
    return this.pack.addRelation(place.part, "drawing", drawing);
  }

  /** Writes the sheet's tables; gives back their relation ids. */
  private saveTables(sheet: Sheet, place: SourceSheet): string[] {
    for (const [id, part] of place.tables) {
      if (sheet.tables.some((table) => table.id === id)) continue;
      const rest = this.pack
        .relations(place.part)
        .filter((relation) => relation.external || resolveTarget(place.part, relation.target) !== part);
      this.pack.setRelations(place.part, rest);
      this.removePart(part);
    }
    const folder = this.source.workbookPart.replace(/[^/]*$/, "");
    const idOf = (part: string): string | undefined =>
      this.pack
        .relations(place.part)
        .find((relation) => relationKind(relation) === "table" && resolveTarget(place.part, relation.target) === part)
        ?.id;
    const ids: string[] = [];
    for (const table of sheet.tables) {
      const known = place.tables.get(table.id);
      if (known !== undefined) {
        const old = this.pack.text(known) ?? "";
        const next = writeTable(withoutMainPrefix(old), table);
        if (next !== withoutMainPrefix(old)) this.pack.set(known, next);
        const id = idOf(known);
        if (id !== undefined) ids.push(id);
        continue;
      }
      const part = this.pack.freeName(`${folder}tables/table`, ".xml");
      this.pack.set(part, newTable(table));
      this.pack.setContentType(part, TABLE_TYPE);
      ids.push(this.pack.addRelation(place.part, "table", part));
    }
    // tables that could not be read stay with the sheet
    const shown = new Set([...place.tables.values()]);
    for (const relation of this.pack.relations(place.part)) {
      if (
        relationKind(relation) === "table" &&
        !ids.includes(relation.id) &&
        !shown.has(resolveTarget(place.part, relation.target))
      )
        ids.push(relation.id);
    }
    return ids;
  }

  private saveStyles(): void {
    const { stylesPart } = this.source;
    const part = stylesPart ?? `${this.source.workbookPart.replace(/[^/]*$/, "")}styles.xml`;
    if (stylesPart === null) {
      if (this.workbook.styles.count <= 1) return;
      this.pack.setContentType(part, `${MAIN_TYPE}.styles+xml`);
      this.pack.addRelation(this.source.workbookPart, "styles", part);
    }
    const old = stylesPart === null ? MINIMAL_STYLES : withoutMainPrefix(this.pack.text(part) ?? MINIMAL_STYLES);
    const next = writeStyles(old, this.workbook.styles);
    if (stylesPart === null || next !== old) this.pack.set(part, next);
  }

  private hasCustomFunctions(): boolean {
    const known = new Map<string, boolean>();
    for (const sheet of this.workbook.sheets) {
      for (const row of sheet.rows.values()) {
        for (const cell of row.cells) {
          if (cell?.formula === undefined || !cell.formula.includes(".")) continue;
          // twenty thousand formulas call the same few functions
          const functions = cell.formula.match(/[A-Za-z_][\w.]*\.[\w.]*(?=\()/g)?.join(" ") ?? "";
          if (functions === "") continue;
          let ours = known.get(functions);
          if (ours === undefined) known.set(functions, (ours = callsCustomFunction(cell.formula)));
          if (ours) return true;
        }
      }
    }
    return false;
  }

  private saveWorkbookPart(ours: boolean): void {
    const { workbook, source } = this;
    const xml = withoutMainPrefix(this.pack.text(source.workbookPart) ?? "");
    const root = parseXml(xml);
    const replaced = new Map<string, string>();
    const sheetsChanged = workbook.dirty.has("sheets") || this.newIds.size > 0;
    if (sheetsChanged) replaced.set("sheets", `<sheets>${this.sheetEntries(root)}</sheets>`);
    if (workbook.dirty.has("names")) replaced.set("definedNames", this.nameEntries());
    if (workbook.dirty.has("protection")) {
      replaced.set("workbookProtection", workbook.structureProtected ? '<workbookProtection lockStructure="1"/>' : "");
    }
    if (sheetsChanged || workbook.dirty.has("view"))
      replaced.set("bookViews", this.bookViews(child(root, "bookViews"), xml));
    const calculation = child(root, "calcPr");
    // Excel and LibreOffice would calculate on opening and lose what our functions gave where the add-in is missing
    if (ours && calculation?.attributes.has("fullCalcOnLoad") === true) {
      const attributes = new Map(calculation.attributes);
      attributes.delete("fullCalcOnLoad");
      replaced.set("calcPr", `<calcPr${attributesText(attributes)}/>`);
    }
    if (replaced.size > 0) this.pack.set(source.workbookPart, assemble(xml, root, replaced, WORKBOOK_ORDER));
  }

  private sheetEntries(root: XmlElement): string {
    const known = [...this.source.entries.values()];
    let nextId = 1 + Math.max(0, ...known.map((attributes) => Number(attributes.get("sheetId") ?? 0)));
    let prefix = "r";
    let declaration = ` xmlns:r="${RELATIONS_NAMESPACE}"`;
    for (const [name, value] of root.attributes) {
      if (name.startsWith("xmlns:") && value === RELATIONS_NAMESPACE) {
        prefix = name.slice(6);
        declaration = "";
      }
    }
    return this.workbook.tabs
      .map((tab) => {
        const attributes = new Map(this.source.entries.get(tab) ?? []);
        attributes.set("name", protectText(tab.name));
        let extra = "";
        if ("visibility" in tab) {
          const id = this.newIds.get(tab);
          if (id !== undefined) {
            attributes.set("sheetId", String(nextId++)).set(`${prefix}:id`, id);
            extra = declaration;
          }
          if (tab.visibility === "Visible") attributes.delete("state");
          else attributes.set("state", tab.visibility === "Hidden" ? "hidden" : "veryHidden");
        }
        return `<sheet${extra}${attributesText(attributes)}/>`;
      })
      .join("");
  }

  private nameEntries(): string {
    const { tabs, definedNames } = this.workbook;
    const entries = definedNames.flatMap(({ name, formula, sheet, hidden, attributes }) => {
      const scope = sheet === null ? -1 : tabs.indexOf(sheet);
      if (sheet !== null && scope < 0) return [];
      const local = sheet === null ? "" : ` localSheetId="${scope}"`;
      return [
        `<definedName${attribute("name", name)}${local}${hidden ? ' hidden="1"' : ""}${attributes ?? ""}>${escapeXml(formulaToFile(formula.slice(1)))}</definedName>`,
      ];
    });
    return entries.length === 0 ? "" : `<definedNames>${entries.join("")}</definedNames>`;
  }

  private bookViews(old: XmlElement | undefined, xml: string): string {
    const index = this.workbook.tabs.indexOf(this.workbook.activeSheet);
    const first = old?.children[0];
    const attributes = new Map(first?.attributes ?? []);
    attributes.set("activeTab", String(Math.max(index, 0)));
    if ((numberAttr(first, "firstSheet") ?? 0) >= this.workbook.tabs.length) attributes.delete("firstSheet");
    const inside = first === undefined ? "" : xml.slice(first.innerStart, first.innerEnd);
    const others =
      old?.children
        .slice(1)
        .map((own) => xml.slice(own.start, own.end))
        .join("") ?? "";
    const view =
      inside === ""
        ? `<workbookView${attributesText(attributes)}/>`
        : `<workbookView${attributesText(attributes)}>${inside}</workbookView>`;
    return `<bookViews>${view}${others}</bookViews>`;
  }

  /** Excel makes the chain anew; one that names cells without formulas is damage. */
  private dropCalculationChain(): void {
    const { workbookPart } = this.source;
    const relations = this.pack.relations(workbookPart);
    const chain = relations.find((relation) => relationKind(relation) === "calcChain");
    if (chain === undefined) return;
    this.pack.setRelations(
      workbookPart,
      relations.filter((relation) => relation !== chain),
    );
    this.pack.remove(resolveTarget(workbookPart, chain.target));
  }

  /** LibreOffice keeps cached values of functions it does not know only in files that say they come from Excel. */
  private sayExcel(): void {
    const relation = this.pack.relations("").find((own) => relationKind(own) === "extended-properties");
    const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    if (relation === undefined) {
      const part = this.pack.has("docProps/app.xml") ? this.pack.freeName("docProps/app", ".xml") : "docProps/app.xml";
      this.pack.set(
        part,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${namespace}"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
      );
      this.pack.setContentType(part, "application/vnd.openxmlformats-officedocument.extended-properties+xml");
      this.pack.addRelation("", "extended-properties", part);
      return;
    }
    const part = resolveTarget("", relation.target);
    const xml = withoutMainPrefix(this.pack.text(part) ?? `<Properties xmlns="${namespace}"/>`);
    const root = parseXml(xml);
    const application = child(root, "Application");
    if (application?.text === "Microsoft Excel") return;
    const order = root.children.map((own) => own.name).concat("Application", "AppVersion");
    this.pack.set(
      part,
      assemble(
        xml,
        root,
        new Map([
          ["Application", "<Application>Microsoft Excel</Application>"],
          ["AppVersion", "<AppVersion>16.0300</AppVersion>"],
        ]),
        order,
      ),
    );
  }
}
