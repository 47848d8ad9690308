/**
 * A worksheet part around its cells: reading the elements the model knows, and putting changed ones back in
 * schema order with everything else left as text.
 */
import { formatBox, formatCell, parseBox } from "../model/address";
import { formulaFromFile, formulaToFile } from "../model/formulas";
import type {
  Area,
  ColumnSpan,
  PageSetup,
  Sheet,
  SheetContent,
  SheetPart,
  Validation,
  ValidationType,
} from "../model/workbook";
import { DEFAULT_PAGE, emptyContent } from "../model/workbook";
import type { BlankRun } from "../model/sheet/blank-rows";
import { readCells } from "./cells";
import { writeCells } from "./cells-writer";
import { type Relocation, movedElements } from "./relocate-kept-xml";
import type { WorkbookColors } from "./colors";
import { argb, readColor } from "./colors";
import type { SharedString, StringSink } from "./strings";
import type { XmlElement } from "./xml";
import {
  assemble,
  attr,
  attribute,
  attributesText,
  boolAttr,
  child,
  escapeXml,
  isTrue,
  numberAttr,
  ownText,
  parseXml,
  unescapeText,
} from "./xml";

const OPAQUE = new Set(["sheetData"]);

/** Order of elements in a worksheet, as the schema wants it. */
const ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

/** An empty worksheet. */
export const MINIMAL_SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';

export interface ReadContext {
  readonly strings: readonly SharedString[];
  readonly palette: WorkbookColors;
  readonly date1904: boolean;
  /** Runs of blank rows that `cutBlankRuns` took out before. */
  readonly runs: readonly BlankRun[];
  /** Says what the model cannot carry. */
  readonly warn: (text: string) => void;
}

function boxesOf(sqref: string | undefined): Area[] {
  return (sqref ?? "")
    .split(/\s+/)
    .map(parseBox)
    .filter((box): box is Area => box !== null);
}

function without(attributes: ReadonlyMap<string, string>, names: readonly string[]): string {
  return attributesText(new Map([...attributes].filter(([name]) => !names.includes(name))));
}

/** Reads a worksheet (main prefix already taken off). Tables come separately. */
export function readSheet(xml: string, context: ReadContext): SheetContent {
  const root = parseXml(xml, OPAQUE);
  const content = emptyContent();
  const data = child(root, "sheetData");
  if (data !== undefined) {
    const read = readCells(xml, data.innerStart, data.innerEnd, context.strings, context.date1904, context.runs);
    content.rows = read.rows;
    content.blankRows = read.blankRows;
    for (const loss of read.losses) context.warn(`${loss} are lost in rows that are changed`);
  }
  const format = child(root, "sheetFormatPr");
  content.defaultColumnWidth = numberAttr(format, "defaultColWidth") ?? null;
  content.defaultRowHeight = numberAttr(format, "defaultRowHeight") ?? 15;
  content.columns = (child(root, "cols")?.children ?? []).map((col) => {
    const span: ColumnSpan = {
      first: (numberAttr(col, "min") ?? 1) - 1,
      last: (numberAttr(col, "max") ?? 1) - 1,
      hidden: boolAttr(col, "hidden", false),
    };
    const width = numberAttr(col, "width");
    const style = numberAttr(col, "style");
    if (width !== undefined) span.width = width;
    if (style !== undefined && style !== 0) span.style = style;
    const rest = without(col.attributes, ["min", "max", "width", "customWidth", "hidden", "style"]);
    if (rest !== "") span.attributes = rest;
    return span;
  });
  content.columns.sort((a, b) => a.first - b.first);
  content.merges = (child(root, "mergeCells")?.children ?? []).flatMap((own) => boxesOf(attr(own, "ref")));

  const view = child(child(root, "sheetViews"), "sheetView");
  content.showGridlines = boolAttr(view, "showGridLines", true);
  content.showHeadings = boolAttr(view, "showRowColHeaders", true);
  const pane = child(view, "pane");
  if (pane !== undefined && /^frozen/.test(attr(pane, "state") ?? "")) {
    content.freeze = { rows: numberAttr(pane, "ySplit") ?? 0, columns: numberAttr(pane, "xSplit") ?? 0 };
  }
  const properties = child(root, "sheetPr");
  content.tabColor = readColor(child(properties, "tabColor"), context.palette, null);
  content.protected = boolAttr(child(root, "sheetProtection"), "sheet", false);
  const filter = child(root, "autoFilter");
  const filterBox = parseBox(attr(filter, "ref") ?? "");
  if (filter !== undefined && filterBox !== null)
    content.autoFilter = { box: filterBox, criteria: xml.slice(filter.innerStart, filter.innerEnd) };
  content.validations = (child(root, "dataValidations")?.children ?? []).map(readValidation);
  content.page = readPage(xml, root);
  content.drawing = child(root, "drawing") !== undefined;
  if (
    root.children.some((own) => own.name === "extLst") &&
    /<(?:\w+:)?dataValidations?\b/.test(
      xml.slice(data?.end ?? 0).replace(/<dataValidations[^]*?<\/dataValidations>/, ""),
    )
  ) {
    context.warn("validations that refer to other sheets in the newer form are kept in the file, but not listed");
  }
  return content;
}

function readValidation(element: XmlElement): Validation {
  const text = (name: string): string | undefined => {
    const value = attr(element, name);
    return value === undefined ? undefined : unescapeText(value);
  };
  const formula = (name: string): string | undefined => {
    const own = child(element, name);
    return own === undefined ? undefined : formulaFromFile(own.text);
  };
  const optional = {
    operator: text("operator"),
    formula1: formula("formula1"),
    formula2: formula("formula2"),
    errorStyle: text("errorStyle") as Validation["errorStyle"] | undefined,
    errorTitle: text("errorTitle"),
    error: text("error"),
    promptTitle: text("promptTitle"),
    prompt: text("prompt"),
  };
  return {
    boxes: boxesOf(attr(element, "sqref")),
    type: (attr(element, "type") ?? "none") as ValidationType,
    allowBlank: boolAttr(element, "allowBlank", false),
    // on file the attribute says the opposite of its name
    showDropDown: !boolAttr(element, "showDropDown", false),
    showError: boolAttr(element, "showErrorMessage", false),
    showPrompt: boolAttr(element, "showInputMessage", false),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Validation>),
  };
}

function readPage(xml: string, root: XmlElement): PageSetup {
  const options = child(root, "printOptions");
  const margins = child(root, "pageMargins");
  const setup = child(root, "pageSetup");
  const footer = child(root, "headerFooter");
  const inch = (name: keyof PageSetup["margins"]): number => numberAttr(margins, name) ?? DEFAULT_PAGE.margins[name];
  const breaks = (name: string): number[] =>
    (child(root, name)?.children ?? [])
      .map((own) => numberAttr(own, "id") ?? 0)
      .filter((id) => id > 0)
      .sort((a, b) => a - b);
  const orientation = attr(setup, "orientation");
  return {
    orientation: orientation === "portrait" || orientation === "landscape" ? orientation : "default",
    paperSize: numberAttr(setup, "paperSize") ?? null,
    scale: numberAttr(setup, "scale") ?? 100,
    fitToPage: boolAttr(child(child(root, "sheetPr"), "pageSetUpPr"), "fitToPage", false),
    fitToWidth: numberAttr(setup, "fitToWidth") ?? 1,
    fitToHeight: numberAttr(setup, "fitToHeight") ?? 1,
    margins: {
      left: inch("left"),
      right: inch("right"),
      top: inch("top"),
      bottom: inch("bottom"),
      header: inch("header"),
      footer: inch("footer"),
    },
    centerHorizontally: boolAttr(options, "horizontalCentered", false),
    centerVertically: boolAttr(options, "verticalCentered", false),
    printGridlines: boolAttr(options, "gridLines", false),
    printHeadings: boolAttr(options, "headings", false),
    blackAndWhite: boolAttr(setup, "blackAndWhite", false),
    pageOrder: attr(setup, "pageOrder") === "overThenDown" ? "overThenDown" : "downThenOver",
    firstPageNumber: isTrue(attr(setup, "useFirstPageNumber") ?? "0")
      ? (numberAttr(setup, "firstPageNumber") ?? 1)
      : null,
    headerFooter: footer === undefined ? null : xml.slice(footer.start, footer.end),
    rowBreaks: breaks("rowBreaks"),
    columnBreaks: breaks("colBreaks"),
  };
}

export interface WriteContext {
  /** Null: no shared strings in the package, strings are written inline. */
  readonly strings: StringSink | null;
  readonly isActive: boolean;
  /** Relation ids of the sheet's tables, in order. */
  readonly tableRelations: readonly string[];
  /** Relation id of the drawing, null without one. */
  readonly drawingRelation: string | null;
  readonly relocation: Relocation;
}

const NO_CELLS = "<sheetData></sheetData>";

/** A worksheet (made plain by `withoutMainPrefix`) without its cells, in memory of its own. */
export function frameOf(xml: string): string {
  const data = child(parseXml(xml, OPAQUE), "sheetData");
  return data === undefined ? xml : ownText(xml.slice(0, data.start) + NO_CELLS + xml.slice(data.end));
}

/** The worksheet with its dirty parts rewritten, in pieces: cells are many. Where they are dirty, `xml` may be its frame. */
export function* writeSheet(xml: string, sheet: Sheet, context: WriteContext): Generator<string> {
  const text = writeFrame(xml, sheet, context);
  const at = sheet.dirty.has("cells") ? text.indexOf(NO_CELLS) : -1;
  if (at < 0) {
    yield text;
    return;
  }
  yield `${text.slice(0, at)}<sheetData>`;
  yield* writeCells(sheet.rows, sheet.blankRows, context.strings);
  yield `</sheetData>${text.slice(at + NO_CELLS.length)}`;
}

/** With an empty `<sheetData>` in the place of cells that are dirty. */
function writeFrame(xml: string, sheet: Sheet, context: WriteContext): string {
  const root = parseXml(xml, OPAQUE);
  const replaced = movedElements(xml, root, context.relocation);
  const dirty = (part: SheetPart): boolean => sheet.dirty.has(part);
  const own = (name: string): XmlElement | undefined => child(root, name);
  const outer = (element: XmlElement): string => xml.slice(element.start, element.end);
  const { page } = sheet;

  if (dirty("cells")) {
    replaced.set("sheetData", NO_CELLS);
    const used = sheet.usedBox(false);
    replaced.set("dimension", `<dimension ref="${used === null ? "A1" : formatBox(used)}"/>`);
  }
  if (dirty("properties")) replaced.set("sheetPr", writeProperties(own("sheetPr"), sheet, outer));
  if (dirty("views")) replaced.set("sheetViews", writeViews(own("sheetViews"), sheet, context.isActive, outer));
  if (dirty("format")) {
    const attributes = new Map(own("sheetFormatPr")?.attributes ?? []);
    if (sheet.defaultColumnWidth === null) attributes.delete("defaultColWidth");
    else attributes.set("defaultColWidth", String(sheet.defaultColumnWidth));
    if (attributes.get("defaultRowHeight") !== String(sheet.defaultRowHeight)) attributes.set("customHeight", "1");
    attributes.set("defaultRowHeight", String(sheet.defaultRowHeight));
    replaced.set("sheetFormatPr", `<sheetFormatPr${attributesText(attributes)}/>`);
  }
  if (dirty("columns")) {
    const fallback = sheet.defaultColumnWidth ?? 9.140625;
    const spans = sheet.columns.filter(
      (span) => span.width !== undefined || span.hidden || span.style !== undefined || span.attributes !== undefined,
    );
    const text = spans.map(
      (span) =>
        `<col min="${span.first + 1}" max="${span.last + 1}" width="${span.width ?? fallback}"${span.style === undefined ? "" : ` style="${span.style}"`}` +
        `${span.hidden ? ' hidden="1"' : ""}${span.width === undefined ? "" : ' customWidth="1"'}${span.attributes ?? ""}/>`,
    );
    replaced.set("cols", text.length === 0 ? "" : `<cols>${text.join("")}</cols>`);
  }
  if (dirty("protection")) {
    replaced.set("sheetProtection", sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "");
  }
  if (dirty("autoFilter")) {
    const filter = sheet.autoFilter;
    const old = own("autoFilter");
    const text =
      filter === null
        ? ""
        : `<autoFilter ref="${formatBox(filter.box)}"${without(old?.attributes ?? new Map(), ["ref"])}`;
    replaced.set(
      "autoFilter",
      filter === null ? "" : filter.criteria === "" ? `${text}/>` : `${text}>${filter.criteria}</autoFilter>`,
    );
  }
  if (dirty("merges")) {
    const merges = sheet.merges.map((box) => `<mergeCell ref="${formatBox(box)}"/>`);
    replaced.set(
      "mergeCells",
      merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
    );
  }
  if (dirty("validations")) {
    const list = sheet.validations.map(writeValidation);
    const attributes = without(own("dataValidations")?.attributes ?? new Map(), ["count"]);
    replaced.set(
      "dataValidations",
      list.length === 0
        ? ""
        : `<dataValidations${attributes} count="${list.length}">${list.join("")}</dataValidations>`,
    );
  }
  if (dirty("printOptions")) {
    const attributes = new Map(own("printOptions")?.attributes ?? []);
    for (const [name, on] of [
      ["horizontalCentered", page.centerHorizontally],
      ["verticalCentered", page.centerVertically],
      ["headings", page.printHeadings],
      ["gridLines", page.printGridlines],
    ] as const) {
      if (on) attributes.set(name, "1");
      else attributes.delete(name);
    }
    replaced.set("printOptions", attributes.size === 0 ? "" : `<printOptions${attributesText(attributes)}/>`);
  }
  if (dirty("margins")) {
    const { left, right, top, bottom, header, footer } = page.margins;
    replaced.set(
      "pageMargins",
      `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>`,
    );
  }
  if (dirty("pageSetup")) replaced.set("pageSetup", writePageSetup(own("pageSetup"), page));
  if (dirty("headerFooter")) replaced.set("headerFooter", page.headerFooter ?? "");
  if (dirty("rowBreaks"))
    replaced.set("rowBreaks", writeBreaks("rowBreaks", page.rowBreaks, own("rowBreaks"), outer, 16_383));
  if (dirty("columnBreaks"))
    replaced.set("colBreaks", writeBreaks("colBreaks", page.columnBreaks, own("colBreaks"), outer, 1_048_575));
  if (dirty("drawing") || dirty("charts")) {
    const prefix = relationPrefix(root);
    const id = context.drawingRelation;
    replaced.set("drawing", id === null ? "" : `<drawing${prefix.declaration} ${prefix.name}:id="${id}"/>`);
  }
  if (dirty("tables")) {
    const ids = context.tableRelations;
    const prefix = relationPrefix(root);
    const parts = ids.map((id) => `<tablePart${prefix.declaration} ${prefix.name}:id="${id}"/>`);
    replaced.set(
      "tableParts",
      ids.length === 0 ? "" : `<tableParts count="${ids.length}">${parts.join("")}</tableParts>`,
    );
  }
  return assemble(xml, root, replaced, ORDER);
}

/** How this part spells the relations namespace; declared on the spot when it does not. */
function relationPrefix(root: XmlElement): { readonly name: string; readonly declaration: string } {
  const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  for (const [name, value] of root.attributes)
    if (name.startsWith("xmlns:") && value === namespace) return { name: name.slice(6), declaration: "" };
  return { name: "r", declaration: ` xmlns:r="${namespace}"` };
}

function writeProperties(old: XmlElement | undefined, sheet: Sheet, outer: (element: XmlElement) => string): string {
  const parts: string[] = [];
  if (sheet.tabColor !== null) parts.push(`<tabColor rgb="${argb(sheet.tabColor)}"/>`);
  const outline = child(old, "outlinePr");
  if (outline !== undefined) parts.push(outer(outline));
  const setup = new Map(child(old, "pageSetUpPr")?.attributes ?? []);
  if (sheet.page.fitToPage) setup.set("fitToPage", "1");
  else setup.delete("fitToPage");
  if (setup.size > 0) parts.push(`<pageSetUpPr${attributesText(setup)}/>`);
  return `<sheetPr${attributesText(old?.attributes ?? new Map())}>${parts.join("")}</sheetPr>`;
}

function writeViews(
  old: XmlElement | undefined,
  sheet: Sheet,
  isActive: boolean,
  outer: (element: XmlElement) => string,
): string {
  const views = old?.children.filter((own) => own.name === "sheetView") ?? [];
  const first = views[0];
  const attributes = new Map(first?.attributes ?? [["workbookViewId", "0"]]);
  const flag = (name: string, value: boolean, absent: boolean): void => {
    if (value === absent) attributes.delete(name);
    else attributes.set(name, value ? "1" : "0");
  };
  flag("showGridLines", sheet.showGridlines, true);
  flag("showRowColHeaders", sheet.showHeadings, true);
  flag("tabSelected", isActive, false);
  const { freeze } = sheet;
  const pane = child(first, "pane");
  const oldFreeze =
    pane !== undefined && /^frozen/.test(attr(pane, "state") ?? "")
      ? { rows: numberAttr(pane, "ySplit") ?? 0, columns: numberAttr(pane, "xSplit") ?? 0 }
      : null;
  const same =
    (oldFreeze === null && freeze === null) ||
    (oldFreeze?.rows === freeze?.rows && oldFreeze?.columns === freeze?.columns);
  let inside: string;
  if (same) inside = (first?.children ?? []).map(outer).join("");
  else {
    const rest = (first?.children ?? []).filter((own) => own.name !== "pane" && own.name !== "selection").map(outer);
    const panes: string[] = [];
    if (freeze !== null) {
      const active =
        freeze.rows > 0 && freeze.columns > 0 ? "bottomRight" : freeze.rows > 0 ? "bottomLeft" : "topRight";
      panes.push(
        `<pane${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ""}${freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : ""}` +
          ` topLeftCell="${formatCell(freeze.rows, freeze.columns)}" activePane="${active}" state="frozen"/>`,
      );
      if (active === "bottomRight") panes.push('<selection pane="topRight"/>', '<selection pane="bottomLeft"/>');
      panes.push(`<selection pane="${active}"/>`);
    }
    // a split view scrolls from its top left corner
    if (freeze !== null) attributes.delete("topLeftCell");
    inside = panes.join("") + rest.join("");
  }
  const head = `<sheetView${attributesText(attributes)}`;
  const others =
    old?.children
      .filter((own) => own !== first)
      .map(outer)
      .join("") ?? "";
  return `<sheetViews>${inside === "" ? `${head}/>` : `${head}>${inside}</sheetView>`}${others}</sheetViews>`;
}

function writeValidation(validation: Validation): string {
  const flag = (name: string, on: boolean): string => (on ? ` ${name}="1"` : "");
  const formula = (name: string, text: string | undefined): string =>
    text === undefined ? "" : `<${name}>${escapeXml(formulaToFile(text))}</${name}>`;
  return (
    `<dataValidation${validation.type === "none" ? "" : attribute("type", validation.type)}${attribute("errorStyle", validation.errorStyle)}` +
    attribute("operator", validation.operator) +
    flag("allowBlank", validation.allowBlank) +
    flag("showDropDown", validation.type === "list" && !validation.showDropDown) +
    flag("showInputMessage", validation.showPrompt) +
    flag("showErrorMessage", validation.showError) +
    attribute("errorTitle", validation.errorTitle) +
    attribute("error", validation.error) +
    attribute("promptTitle", validation.promptTitle) +
    attribute("prompt", validation.prompt) +
    `${attribute("sqref", validation.boxes.map((box) => formatBox(box)).join(" "))}>` +
    `${formula("formula1", validation.formula1)}${formula("formula2", validation.formula2)}</dataValidation>`
  );
}

function writePageSetup(old: XmlElement | undefined, page: PageSetup): string {
  const attributes = new Map(old?.attributes ?? []);
  const set = (name: string, value: string | number | null, absent: string | number | null): void => {
    if (value === absent || value === null) attributes.delete(name);
    else attributes.set(name, String(value));
  };
  set("paperSize", page.paperSize, null);
  set("scale", page.scale, 100);
  set("fitToWidth", page.fitToWidth, 1);
  set("fitToHeight", page.fitToHeight, 1);
  set("pageOrder", page.pageOrder, "downThenOver");
  set("orientation", page.orientation, "default");
  set("blackAndWhite", page.blackAndWhite ? 1 : 0, 0);
  set("firstPageNumber", page.firstPageNumber, null);
  set("useFirstPageNumber", page.firstPageNumber === null ? 0 : 1, 0);
  // the printer's own settings would win over paper and orientation
  if ([...attributes.keys()].some((name) => name === "usePrinterDefaults")) attributes.delete("usePrinterDefaults");
  return attributes.size === 0 ? "" : `<pageSetup${attributesText(attributes)}/>`;
}

function writeBreaks(
  name: string,
  ids: readonly number[],
  old: XmlElement | undefined,
  outer: (element: XmlElement) => string,
  max: number,
): string {
  if (ids.length === 0) return "";
  const known = new Map((old?.children ?? []).map((own) => [numberAttr(own, "id") ?? -1, outer(own)]));
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const list = sorted.map((id) => known.get(id) ?? `<brk id="${id}" max="${max}" man="1"/>`);
  const manual = list.filter((text) => /\sman="(1|true)"/.test(text)).length;
  return `<${name} count="${list.length}" manualBreakCount="${manual}">${list.join("")}</${name}>`;
}
