/**
 * What the model does not carry but what has a place among cells: conditional formats, links, notes, protected ranges,
 * newer extensions, formulas of charts. On a save they follow the rows and columns that moved since the file was opened.
 */
import { formatBox, parseBox, type Box } from "../model/address";
import { moveReferences } from "../model/formulas";
import { moveBoxes, orderedRow, type Move } from "../model/moves";
import type { Sheet, SheetRef, Workbook } from "../model/workbook";
import type { Package } from "./package";
import { relationKind, resolveTarget } from "./package";
import { attr, attributesText, escapeXml, unescapeXml, type XmlElement } from "./xml";

/** Elements of a worksheet with boxes, and whether they go with their cell when rows are put in another order. */
const WITH_BOXES: Readonly<Record<string, { readonly attribute: string; readonly withCell: boolean }>> = {
  conditionalFormatting: { attribute: "sqref", withCell: false },
  hyperlink: { attribute: "ref", withCell: true },
  ignoredError: { attribute: "sqref", withCell: false },
  protectedRange: { attribute: "sqref", withCell: false },
  cellWatch: { attribute: "r", withCell: false },
};
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
  boxes(box: Box, withCell: boolean): Box[] {
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
    replaced.set(
      group,
      inside === "" ? "" : `<${element.tag}${attributesText(element.attributes)}>${inside}</${element.tag}>`,
    );
  }
  const extensions = root.children.find(({ name }) => name === "extLst");
  if (extensions !== undefined) replaced.set("extLst", movedExtensions(outer(extensions), relocation));
  return replaced;
}

function movedElement(xml: string, element: XmlElement, relocation: Relocation): string {
  const known = WITH_BOXES[element.name];
  const text = known === undefined ? undefined : attr(element, known.attribute);
  if (known === undefined || text === undefined) return xml.slice(element.start, element.end);
  const list = relocation.list(text, known.withCell);
  if (list === "") return "";
  const head = `<${element.tag}${attributesText(new Map(element.attributes).set(known.attribute, list))}`;
  const inside = xml.slice(element.innerStart, element.innerEnd);
  return inside === "" ? `${head}/>` : `${head}>${inside}</${element.tag}>`;
}

const withFormulas = (xml: string, relocation: Relocation): string =>
  xml.replace(
    /(<(?:\w+:)?(?:formula|f)>)([^<]*)(<)/g,
    (_all, open: string, text: string, close: string) =>
      open + escapeXml(relocation.formula(unescapeXml(text))) + close,
  );

/** Formats, validations and small charts in the newer form: each has its place in an element of its own. */
function movedExtensions(xml: string, relocation: Relocation): string {
  const moved = withFormulas(xml, relocation).replace(
    /<(\w+:)?(conditionalFormatting|dataValidation|sparkline)\b(?:(?!<\/(?:\w+:)?\2>)[^])*<\/(?:\w+:)?\2>/g,
    (whole: string) => {
      let left = true;
      const next = whole.replace(/(<(?:\w+:)?sqref>)([^<]*)(<)/g, (_all, open: string, text: string, close: string) => {
        const list = relocation.list(text, false);
        left = list !== "";
        return open + list + close;
      });
      return left ? next : "";
    },
  );
  // A list without entries is damage; the list and its extension go with the last one.
  return moved
    .replace(
      /<((?:\w+:)?ext)\b[^>]*>\s*<((?:\w+:)?(?:conditionalFormattings|dataValidations|sparklineGroups))\b[^>]*>\s*<\/\2>\s*<\/\1>/g,
      "",
    )
    .replace(/<((?:\w+:)?extLst)\b[^>]*>\s*<\/\1>/g, "");
}

/** Notes (their texts and their boxes) of a sheet, formulas of charts, sources of pivot tables: parts of their own. */
export function moveParts(pack: Package, workbook: Workbook, parts: ReadonlyMap<Sheet, string>): void {
  if (workbook.moves.every(({ kind }) => kind === "copy")) return;
  for (const [sheet, part] of parts) {
    const relocation = new Relocation(workbook, sheet);
    for (const relation of pack.relations(part)) {
      const target = resolveTarget(part, relation.target);
      const text = relation.external ? undefined : pack.text(target);
      if (text === undefined) continue;
      const next = movedPart(relationKind(relation), text, relocation, workbook);
      if (next !== text) pack.set(target, next);
    }
  }
  for (const name of pack.names) {
    if (!/(^|\/)(charts|pivotCache)\/[^/]*\.xml$/.test(name)) continue;
    const text = pack.text(name) ?? "";
    const next = name.includes("pivotCache") ? movedSource(text, workbook) : movedChart(text, workbook);
    if (next !== text) pack.set(name, next);
  }
}

function movedPart(kind: string, text: string, relocation: Relocation, workbook: Workbook): string {
  if (kind === "comments") return movedNotes(text, "comment", relocation);
  if (kind === "threadedComment") return movedNotes(text, "threadedComment", relocation);
  if (kind === "vmlDrawing") return movedNoteBoxes(text, relocation);
  if (kind === "table")
    return text.replace(
      /(<(?:\w+:)?(?:calculatedColumnFormula|totalsRowFormula)\b[^>]*>)([^<]*)(<)/g,
      (_all, open: string, formula: string, close: string) =>
        open + escapeXml(relocation.formula(unescapeXml(formula))) + close,
    );
  return kind === "chart" ? movedChart(text, workbook) : text;
}

function movedNotes(text: string, element: string, relocation: Relocation): string {
  return text.replace(new RegExp(`<((?:\\w+:)?${element})\\s[^>]*?(?:/>|>[^]*?</\\1>)`, "g"), (whole: string) => {
    const ref = /\sref="([^"]*)"/.exec(whole)?.[1] ?? "";
    const list = relocation.list(ref, true);
    return list === "" ? "" : whole.replace(/\sref="[^"]*"/, ` ref="${list}"`);
  });
}

/** The little box of each note in the old drawing language: its cell, and the corners it is drawn between. */
function movedNoteBoxes(text: string, relocation: Relocation): string {
  return text.replace(/<v:shape\b[^]*?<\/v:shape>/g, (whole: string) => {
    const row = Number(/<x:Row>\s*(\d+)/.exec(whole)?.[1] ?? NaN);
    const column = Number(/<x:Column>\s*(\d+)/.exec(whole)?.[1] ?? NaN);
    if (!whole.includes('ObjectType="Note"') || Number.isNaN(row + column)) return whole;
    const [cell] = relocation.boxes({ row, column, rows: 1, columns: 1 }, true);
    if (cell === undefined) return "";
    const [down, right] = [cell.row - row, cell.column - column];
    return whole
      .replace(/(<x:Row>\s*)\d+/, `$1${cell.row}`)
      .replace(/(<x:Column>\s*)\d+/, `$1${cell.column}`)
      .replace(/(<x:Anchor>)([^<]*)/, (_all, open: string, corners: string) => {
        const numbers = corners.split(",").map(Number);
        const shifts = [right, 0, down, 0, right, 0, down, 0];
        return open + numbers.map((each, at) => Math.max(0, each + (shifts[at] ?? 0))).join(", ");
      });
  });
}

/** References of a chart always name their sheet. */
function movedChart(text: string, workbook: Workbook): string {
  return text.replace(
    /(<(?:\w+:)?f>)([^<]*)(<)/g,
    (_all, open: string, formula: string, close: string) =>
      open + escapeXml(movedFormula(unescapeXml(formula), workbook)) + close,
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
  return text.replace(/<(?:\w+:)?worksheetSource\b[^>]*>/, (whole: string) => {
    const name = unescapeXml(/\ssheet="([^"]*)"/.exec(whole)?.[1] ?? "");
    const sheet = workbook.sheetByName(name);
    const ref = /\sref="([^"]*)"/.exec(whole)?.[1];
    if (sheet === undefined || ref === undefined) return whole;
    const list = new Relocation(workbook, sheet).list(ref, false);
    return list === "" ? whole : whole.replace(/\sref="[^"]*"/, ` ref="${list}"`);
  });
}
