/**
 * What the model does not carry but what has a place among cells: conditional formats, links, notes, protected ranges,
 * newer extensions, formulas of charts. On a save they follow the rows and columns that moved since the file was opened.
 */
import { formatBox, parseBox, type Area } from "../model/address";
import { moveReferences } from "../model/formulas";
import { moveBoxes, orderedRow, type Move } from "../model/moves";
import type { Sheet, SheetRef, Workbook } from "../model/workbook";
import type { Package } from "./package";
import { relationKind, resolveTarget } from "./package";
import {
  attr,
  child,
  elementText,
  escapeXml,
  rewriteAttributes,
  rewriteElements,
  unescapeText,
  type XmlElement,
  XmlError,
} from "./xml";

/** Elements of a worksheet with boxes, and whether they go with their cell when rows are put in another order. */
const WITH_BOXES: ReadonlyMap<string, { readonly attribute: string; readonly withCell: boolean }> = new Map([
  ["conditionalFormatting", { attribute: "sqref", withCell: false }],
  ["hyperlink", { attribute: "ref", withCell: true }],
  ["ignoredError", { attribute: "sqref", withCell: false }],
  ["protectedRange", { attribute: "sqref", withCell: false }],
  ["cellWatch", { attribute: "r", withCell: false }],
]);
const GROUPS: Readonly<Record<string, string>> = {
  hyperlinks: "hyperlink",
  ignoredErrors: "ignoredError",
  protectedRanges: "protectedRange",
  cellWatches: "cellWatch",
};

/** Where boxes and formulas of one sheet's part have gone. */
export class Relocation {
  private readonly moves: readonly Move[];

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
  ) {
    this.moves = workbook.moves;
  }

  get isEmpty(): boolean {
    return this.moves.every(({ kind }) => kind === "copy");
  }

  /** Where a box has gone, in no, one or several pieces. */
  boxes(box: Area, withCell: boolean): Area[] {
    let boxes = [box];
    for (const { move, own } of this.path()) {
      if (!own) continue;
      if (move.kind === "lines") boxes = moveBoxes(boxes, move.change);
      else if (move.kind === "order" && withCell)
        boxes = boxes.map((each) =>
          each.rows === 1 ? { ...each, row: orderedRow(each.row, each.column, move) } : each,
        );
    }
    return boxes;
  }

  /** A list of boxes as on file; empty when nothing is left of them. */
  list(text: string, withCell: boolean): string {
    const boxes = text.split(/\s+/).flatMap((each) => {
      const box = parseBox(each);
      return box === null ? [] : this.boxes(box, withCell);
    });
    return boxes.map((box) => formatBox(box)).join(" ");
  }

  /** A formula of this sheet, or one that names its sheets, as on file. */
  formula(text: string): string {
    let formula = text;
    for (const { move, own } of this.path()) {
      if (move.kind !== "lines") continue;
      formula = moveReferences(formula, move.change, (name) =>
        name === null ? own : this.workbook.sheetByName(name) === move.sheet,
      );
    }
    return formula;
  }

  /** The moves that count for this part, with whether they happened on its own sheet: for a copy those of its source before it was made. */
  private *path(): Generator<{ readonly move: Move; readonly own: boolean }> {
    const lineage = new Map<number, SheetRef>();
    let current: SheetRef = this.sheet;
    for (let at = this.moves.length - 1; at >= 0; at--) {
      const move = this.moves[at];
      lineage.set(at, current);
      if (move?.kind === "copy" && move.sheet === current) current = move.source;
    }
    for (const [at, move] of this.moves.entries()) yield { move, own: move.sheet === lineage.get(at) };
  }
}

/** The elements of a worksheet that have to be rewritten, by name. All conditional formats come under theirs. */
export function movedElements(xml: string, root: XmlElement, relocation: Relocation): Map<string, string> {
  const replaced = new Map<string, string>();
  if (relocation.isEmpty) return replaced;
  const outer = (element: XmlElement): string => xml.slice(element.start, element.end);
  const formats = root.children.filter(({ name }) => name === "conditionalFormatting");
  if (formats.length > 0)
    replaced.set(
      "conditionalFormatting",
      formats.map((format) => withFormulas(movedElement(xml, format, relocation), relocation)).join(""),
    );
  for (const [group, name] of Object.entries(GROUPS)) {
    const element = root.children.find((own) => own.name === group);
    if (element === undefined) continue;
    const inside = element.children
      .map((own) => (own.name === name ? movedElement(xml, own, relocation) : outer(own)))
      .join("");
    replaced.set(group, inside === "" ? "" : elementText(element, element.attributes, inside));
  }
  const extensions = root.children.find(({ name }) => name === "extLst");
  if (extensions !== undefined) replaced.set("extLst", movedExtensions(outer(extensions), relocation));
  return replaced;
}

function movedElement(xml: string, element: XmlElement, relocation: Relocation): string {
  const known = WITH_BOXES.get(element.name);
  const text = known === undefined ? undefined : attr(element, known.attribute);
  if (known === undefined || text === undefined) return xml.slice(element.start, element.end);
  const list = relocation.list(text, known.withCell);
  if (list === "") return "";
  const attributes = new Map(element.attributes).set(known.attribute, list);
  return elementText(element, attributes, xml.slice(element.innerStart, element.innerEnd));
}

const FORMULAS = new Set(["formula", "f"]);

const withFormulas = (xml: string, relocation: Relocation): string =>
  rewriteElements(xml, (element) =>
    FORMULAS.has(element.name) ? movedText(element, (text) => relocation.formula(text)) : null,
  );

/** An element whose text is a formula, with the formula changed. */
const movedText = (element: XmlElement, change: (formula: string) => string): string =>
  elementText(element, element.attributes, escapeXml(change(element.text)));

/** Formats, validations and small charts in the newer form: each has its place in an element of its own. */
const WITH_PLACES = new Set(["conditionalFormatting", "dataValidation", "sparkline"]);
/** A list without entries is damage: it goes with the last one, and what is around it too. */
const EMPTY_WITHOUT_ENTRIES = new Set([
  "conditionalFormattings",
  "dataValidations",
  "sparklineGroup",
  "sparklineGroups",
  "sparklines",
]);

function movedExtensions(xml: string, relocation: Relocation): string {
  const moved = rewriteElements(withFormulas(xml, relocation), (element, outer) => {
    if (!WITH_PLACES.has(element.name)) return null;
    const place = child(element, "sqref");
    return place !== undefined && relocation.list(place.text, false) === ""
      ? ""
      : withPlace(outer(element), relocation);
  });
  const withoutEmpty = (text: string, isEmpty: (element: XmlElement) => boolean): string =>
    rewriteElements(text, (element) => (isEmpty(element) ? "" : null));
  const lists = withoutEmpty(
    moved,
    ({ name, children }) => EMPTY_WITHOUT_ENTRIES.has(name) && !children.some((own) => holdsEntry(own)),
  );
  const extensions = withoutEmpty(lists, ({ name, children }) => name === "ext" && children.length === 0);
  return withoutEmpty(extensions, ({ name, children }) => name === "extLst" && children.length === 0);
}

const holdsEntry = (element: XmlElement): boolean => WITH_PLACES.has(element.name) || element.children.some(holdsEntry);

const withPlace = (xml: string, relocation: Relocation): string =>
  rewriteElements(xml, (element) =>
    element.name === "sqref" ? movedText(element, (text) => relocation.list(text, false)) : null,
  );

/** Notes (their texts and their boxes) of a sheet, formulas of charts, sources of pivot tables: parts of their own. */
export function moveParts(pack: Package, workbook: Workbook, parts: ReadonlyMap<Sheet, string>): void {
  if (workbook.moves.every(({ kind }) => kind === "copy")) return;
  for (const [sheet, part] of parts) {
    const relocation = new Relocation(workbook, sheet);
    for (const relation of pack.relations(part)) {
      const target = resolveTarget(part, relation.target);
      const text = relation.external ? undefined : pack.text(target);
      if (text === undefined) continue;
      const next = unlessDamaged(text, () => movedPart(relationKind(relation), text, relocation, workbook));
      if (next !== text) pack.set(target, next);
    }
  }
  for (const name of pack.names) {
    if (!/(^|\/)(charts|pivotCache)\/[^/]*\.xml$/.test(name)) continue;
    const text = pack.text(name) ?? "";
    const next = unlessDamaged(text, () =>
      name.includes("pivotCache") ? movedSource(text, workbook) : movedChart(text, workbook),
    );
    if (next !== text) pack.set(name, next);
  }
}

/** Parts that are kept may be damaged, and stay so: Excel is known to write boxes of notes that no parser takes. */
function unlessDamaged(text: string, change: () => string): string {
  try {
    return change();
  } catch (error) {
    if (error instanceof XmlError) return text;
    throw error;
  }
}

function movedPart(kind: string, text: string, relocation: Relocation, workbook: Workbook): string {
  if (kind === "comments") return movedNotes(text, "comment", relocation);
  if (kind === "threadedComment") return movedNotes(text, "threadedComment", relocation);
  if (kind === "vmlDrawing") return movedNoteBoxes(text, relocation);
  if (kind === "table")
    return rewriteElements(text, (element) =>
      element.name === "calculatedColumnFormula" || element.name === "totalsRowFormula"
        ? movedText(element, (formula) => relocation.formula(formula))
        : null,
    );
  return kind === "chart" ? movedChart(text, workbook) : text;
}

function movedNotes(text: string, name: string, relocation: Relocation): string {
  return rewriteElements(text, (element, outer) => {
    if (element.name !== name) return null;
    const ref = attr(element, "ref") ?? "";
    const list = relocation.list(ref, true);
    if (list === "" || list === ref) return list === "" ? "" : outer(element);
    return rewriteAttributes(outer(element), (own) =>
      own.name === name && own.attributes.get("ref") === ref ? new Map(own.attributes).set("ref", list) : null,
    );
  });
}

/** The little box of each note in the old drawing language: its cell, and the corners it is drawn between. */
function movedNoteBoxes(text: string, relocation: Relocation): string {
  return rewriteElements(text, (element, outer) => {
    if (element.name !== "shape") return null;
    const note = child(element, "ClientData");
    const row = numberIn(note, "Row");
    const column = numberIn(note, "Column");
    if (attr(note, "ObjectType") !== "Note" || row === null || column === null) return null;
    const [cell] = relocation.boxes({ row, column, rows: 1, columns: 1 }, true);
    if (cell === undefined) return "";
    const [down, right] = [cell.row - row, cell.column - column];
    return rewriteElements(outer(element), (own) => {
      if (own.name === "Row") return movedText(own, () => String(cell.row));
      if (own.name === "Column") return movedText(own, () => String(cell.column));
      if (own.name !== "Anchor") return null;
      const shifts = [right, 0, down, 0, right, 0, down, 0];
      return movedText(own, (corners) =>
        corners
          .split(",")
          .map((each, at) => Math.max(0, Number(each) + (shifts[at] ?? 0)))
          .join(", "),
      );
    });
  });
}

function numberIn(element: XmlElement | undefined, name: string): number | null {
  const text = child(element, name)?.text.trim() ?? "";
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** References of a chart always name their sheet. */
function movedChart(text: string, workbook: Workbook): string {
  return rewriteElements(text, (element) =>
    element.name === "f" ? movedText(element, (formula) => movedFormula(formula, workbook)) : null,
  );
}

function movedFormula(formula: string, workbook: Workbook): string {
  let moved = formula;
  for (const move of workbook.moves) {
    if (move.kind === "lines")
      moved = moveReferences(moved, move.change, (name) => name !== null && workbook.sheetByName(name) === move.sheet);
  }
  return moved;
}

function movedSource(text: string, workbook: Workbook): string {
  return rewriteAttributes(text, (element) => {
    if (element.name !== "worksheetSource") return null;
    const sheet = workbook.sheetByName(unescapeText(attr(element, "sheet") ?? ""));
    const ref = attr(element, "ref");
    const list = sheet === undefined || ref === undefined ? "" : new Relocation(workbook, sheet).list(ref, false);
    return list === "" ? null : new Map(element.attributes).set("ref", list);
  });
}
