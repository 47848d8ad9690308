/** The styles part: read to plain styles, written by appending only. */
import type { BorderLine, CellStyle, FontStyle, Horizontal, LineStyle, StylePatch, Vertical } from "../model/workbook";
import { DEFAULT_STYLE, StyleTable } from "../model/workbook";
import type { WorkbookColors } from "./colors";
import { argb, readColor } from "./colors";
import { NotAWorkbookError } from "./errors";
import type { XmlElement } from "./xml";
import { assemble, attr, attribute, attributesText, boolAttr, child, numberAttr, parseXml, unescapeText } from "./xml";

const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

const UNDERLINES: ReadonlyMap<string, FontStyle["underline"]> = new Map([
  ["single", "Single"],
  ["double", "Double"],
  ["singleAccounting", "SingleAccountant"],
  ["doubleAccounting", "DoubleAccountant"],
  ["none", "None"],
]);

/** A styles part with nothing but the default style. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";

function readFont(font: XmlElement | undefined, palette: WorkbookColors): FontStyle {
  const flag = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && boolAttr(element, "val", true);
  };
  const underline = child(font, "u");
  const fallback = DEFAULT_STYLE.font;
  return {
    name: attr(child(font, "name"), "val") ?? fallback.name,
    size: numberAttr(child(font, "sz"), "val") ?? fallback.size,
    bold: flag("b"),
    italic: flag("i"),
    underline: underline === undefined ? "None" : (UNDERLINES.get(attr(underline, "val") ?? "single") ?? "Single"),
    strikethrough: flag("strike"),
    color: readColor(child(font, "color"), palette, "#000000"),
  };
}

function readFill(fill: XmlElement | undefined, palette: WorkbookColors): string | null {
  const pattern = child(fill, "patternFill");
  const type = attr(pattern, "patternType") ?? "none";
  if (pattern !== undefined && type === "none") return null;
  if (pattern !== undefined) return readColor(child(pattern, "fgColor"), palette, type === "solid" ? "#000000" : null);
  // of a gradient its first colour, so that a reader sees that there is a fill
  return readColor(child(child(child(fill, "gradientFill"), "stop"), "color"), palette, null);
}

function readLine(side: XmlElement | undefined, palette: WorkbookColors): BorderLine | null {
  const style = attr(side, "style");
  if (style === undefined || style === "none") return null;
  return { style: style as LineStyle, color: readColor(child(side, "color"), palette, "#000000") };
}

/** Excel itself takes no more formats. */
export const MOST_STYLES = 65_490;

/** All cell styles of the part in their order. Throws NotAWorkbookError (`large`). */
export function readStyles(root: XmlElement | undefined, palette: WorkbookColors): StyleTable {
  const formats = new Map<number, string>();
  for (const format of child(root, "numFmts")?.children ?? [])
    formats.set(numberAttr(format, "numFmtId") ?? -1, unescapeText(attr(format, "formatCode") ?? "General"));
  const fonts = (child(root, "fonts")?.children ?? []).map((font) => readFont(font, palette));
  const fills = (child(root, "fills")?.children ?? []).map((fill) => readFill(fill, palette));
  const borders = (child(root, "borders")?.children ?? []).map((border) => ({
    left: readLine(child(border, "left") ?? child(border, "start"), palette),
    right: readLine(child(border, "right") ?? child(border, "end"), palette),
    top: readLine(child(border, "top"), palette),
    bottom: readLine(child(border, "bottom"), palette),
  }));
  const xfs = child(root, "cellXfs")?.children ?? [];
  if (xfs.length > MOST_STYLES)
    throw new NotAWorkbookError(`The workbook has ${xfs.length} cell styles, more than ${MOST_STYLES}.`, "large");
  const styles = xfs.map((xf): CellStyle => {
    const alignment = child(xf, "alignment");
    const protection = child(xf, "protection");
    const format = numberAttr(xf, "numFmtId") ?? 0;
    return {
      font: fonts[numberAttr(xf, "fontId") ?? 0] ?? DEFAULT_STYLE.font,
      fill: fills[numberAttr(xf, "fillId") ?? 0] ?? null,
      numberFormat: formats.get(format) ?? BUILT_IN[format] ?? "General",
      horizontal: (attr(alignment, "horizontal") ?? "general") as Horizontal,
      vertical: (attr(alignment, "vertical") ?? "bottom") as Vertical,
      wrap: boolAttr(alignment, "wrapText", false),
      shrinkToFit: boolAttr(alignment, "shrinkToFit", false),
      indent: numberAttr(alignment, "indent") ?? 0,
      rotation: numberAttr(alignment, "textRotation") ?? 0,
      borders: borders[numberAttr(xf, "borderId") ?? 0] ?? DEFAULT_STYLE.borders,
      locked: boolAttr(protection, "locked", true),
      formulaHidden: boolAttr(protection, "hidden", false),
    };
  });
  return new StyleTable(styles);
}

/** One list of the part (fonts, fills …): what is there, and what is appended. */
class Collection {
  private readonly known = new Map<string, number>();
  readonly items: string[];
  readonly original: number;

  constructor(items: readonly string[]) {
    this.items = [...items];
    this.original = items.length;
    items.forEach((item, i) => {
      if (!this.known.has(item)) this.known.set(item, i);
    });
  }

  add(item: string): number {
    const seen = this.known.get(item);
    if (seen !== undefined) return seen;
    const index = this.items.push(item) - 1;
    this.known.set(item, index);
    return index;
  }

  get added(): string[] {
    return this.items.slice(this.original);
  }
}

const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function patchFont(source: string, patch: Partial<FontStyle>): string {
  const font = parseXml(source);
  const parts = new Map(font.children.map((own) => [own.name, source.slice(own.start, own.end)]));
  const flag = (name: string, on: boolean | undefined): void => {
    if (on === true) parts.set(name, `<${name}/>`);
    else if (on === false) parts.delete(name);
  };
  flag("b", patch.bold);
  flag("i", patch.italic);
  flag("strike", patch.strikethrough);
  if (patch.underline !== undefined) {
    const value = [...UNDERLINES].find(([, shown]) => shown === patch.underline)?.[0] ?? "none";
    if (value === "none") parts.delete("u");
    else parts.set("u", value === "single" ? "<u/>" : `<u val="${value}"/>`);
  }
  if (patch.size !== undefined) parts.set("sz", `<sz val="${patch.size}"/>`);
  if (patch.color !== undefined) parts.set("color", `<color rgb="${argb(patch.color)}"/>`);
  if (patch.name !== undefined) {
    parts.set("name", `<name${attribute("val", patch.name)}/>`);
    // family, character set and theme role belonged to the old face; with a theme role Excel would show that face
    for (const name of ["family", "charset", "scheme"]) parts.delete(name);
  }
  const ordered = [...parts].sort(([a], [b]) => FONT_ORDER.indexOf(a) - FONT_ORDER.indexOf(b));
  return `<font>${ordered.map(([, text]) => text).join("")}</font>`;
}

function lineElement(name: string, line: BorderLine | null): string {
  return line === null
    ? `<${name}/>`
    : `<${name}${attribute("style", line.style)}><color rgb="${argb(line.color)}"/></${name}>`;
}

function patchBorder(source: string, patch: NonNullable<StylePatch["borders"]>): string {
  const border = parseXml(source);
  const side = (name: "left" | "right" | "top" | "bottom"): string => {
    const line = patch[name];
    if (line !== undefined) return lineElement(name, line);
    const own = child(border, name);
    return own === undefined ? `<${name}/>` : source.slice(own.start, own.end);
  };
  const rest = border.children
    .filter((own) => ["diagonal", "vertical", "horizontal"].includes(own.name))
    .map((own) => source.slice(own.start, own.end))
    .join("");
  return `<border${attributesText(border.attributes)}>${side("left")}${side("right")}${side("top")}${side("bottom")}${rest === "" ? "<diagonal/>" : rest}</border>`;
}

/** The styles part with the table's new styles appended. Gives the text back unchanged when there are none. */
export function writeStyles(source: string, table: StyleTable): string {
  if (table.count <= countOfStyles(source)) return source;
  const xml = withDefaults(source);
  const root = parseXml(xml);
  const listOf = (name: string): string[] =>
    (child(root, name)?.children ?? []).map((own) => xml.slice(own.start, own.end));
  const xfs = listOf("cellXfs");
  const fonts = new Collection(listOf("fonts"));
  const fills = new Collection(listOf("fills"));
  const borders = new Collection(listOf("borders"));
  const ids = new Map<string, number>(
    Object.entries(BUILT_IN).map(([id, code]): [string, number] => [code, Number(id)]),
  );
  let nextId = 164;
  for (const format of child(root, "numFmts")?.children ?? []) {
    const id = numberAttr(format, "numFmtId") ?? 0;
    ids.set(unescapeText(attr(format, "formatCode") ?? ""), id);
    nextId = Math.max(nextId, id + 1);
  }
  const formats: string[] = [];
  const original = xfs.length;

  for (let index = xfs.length; index < table.count; index++) {
    const origin = table.origin(index);
    const base = parseXml(xfs[origin?.base ?? 0] ?? xfs[0] ?? "<xf/>");
    const patch = origin?.patch ?? {};
    const attributes = new Map(base.attributes);
    const set = (id: string, value: number, apply: string): void => {
      attributes.set(id, String(value));
      attributes.set(apply, "1");
    };
    if (patch.font !== undefined) {
      const from = fonts.items[numberAttr(base, "fontId") ?? 0] ?? "<font/>";
      set("fontId", fonts.add(patchFont(from, patch.font)), "applyFont");
    }
    if (patch.fill !== undefined) {
      const solid =
        patch.fill === null
          ? null
          : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(patch.fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
      set("fillId", solid === null ? 0 : fills.add(solid), "applyFill");
    }
    if (patch.borders !== undefined) {
      const from = borders.items[numberAttr(base, "borderId") ?? 0] ?? "<border/>";
      set("borderId", borders.add(patchBorder(from, patch.borders)), "applyBorder");
    }
    if (patch.numberFormat !== undefined) {
      let id = ids.get(patch.numberFormat);
      if (id === undefined) {
        id = nextId++;
        ids.set(patch.numberFormat, id);
        formats.push(`<numFmt numFmtId="${id}"${attribute("formatCode", patch.numberFormat)}/>`);
      }
      set("numFmtId", id, "applyNumberFormat");
    }
    const alignment = new Map(child(base, "alignment")?.attributes ?? []);
    const align = (name: string, value: string | number | boolean | undefined): void => {
      if (value === undefined) return;
      alignment.set(name, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
      attributes.set("applyAlignment", "1");
    };
    align("horizontal", patch.horizontal);
    align("vertical", patch.vertical);
    align("textRotation", patch.rotation);
    align("wrapText", patch.wrap);
    align("indent", patch.indent);
    align("shrinkToFit", patch.shrinkToFit);
    const protection = new Map(child(base, "protection")?.attributes ?? []);
    const protect = (name: string, value: boolean | undefined): void => {
      if (value === undefined) return;
      protection.set(name, value ? "1" : "0");
      attributes.set("applyProtection", "1");
    };
    protect("locked", patch.locked);
    protect("hidden", patch.formulaHidden);
    const inside =
      (alignment.size > 0 ? `<alignment${attributesText(alignment)}/>` : "") +
      (protection.size > 0 ? `<protection${attributesText(protection)}/>` : "");
    xfs.push(inside === "" ? `<xf${attributesText(attributes)}/>` : `<xf${attributesText(attributes)}>${inside}</xf>`);
  }
  return appendAll(xml, root, [
    ["numFmts", formats],
    ["fonts", fonts.added],
    ["fills", fills.added],
    ["borders", borders.added],
    ["cellXfs", xfs.slice(original)],
  ]);
}

const countOfStyles = (xml: string): number => child(parseXml(xml), "cellXfs")?.children.length ?? 0;

/** The part with the lists that every style leans on: what is new must not become the default by being the first. */
function withDefaults(xml: string): string {
  const root = parseXml(xml);
  const minimal = parseXml(MINIMAL_STYLES);
  const missing = minimal.children.filter(({ name }) => (child(root, name)?.children.length ?? 0) === 0);
  const texts = missing.map(({ name, start, end }) => [name, MINIMAL_STYLES.slice(start, end)] as const);
  return texts.length === 0 ? xml : assemble(xml, root, new Map(texts), STYLE_ORDER);
}

const STYLE_ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

function appendAll(
  xml: string,
  root: XmlElement,
  additions: readonly (readonly [string, readonly string[]])[],
): string {
  const edits: { at: number; to: number; text: string }[] = [];
  for (const [name, items] of additions) {
    if (items.length === 0) continue;
    const own = child(root, name);
    if (own === undefined) {
      const next = root.children.find((other) => STYLE_ORDER.indexOf(other.name) > STYLE_ORDER.indexOf(name));
      const at = next?.start ?? root.innerEnd;
      edits.push({ at, to: at, text: `<${name} count="${items.length}">${items.join("")}</${name}>` });
      continue;
    }
    const attributes = new Map(own.attributes);
    attributes.set("count", String(own.children.length + items.length));
    edits.push({
      at: own.start,
      to: own.end,
      text: `<${name}${attributesText(attributes)}>${xml.slice(own.innerStart, own.innerEnd)}${items.join("")}</${name}>`,
    });
  }
  edits.sort((a, b) => b.at - a.at || b.to - a.to);
  let out = xml;
  for (const { at, to, text } of edits) out = out.slice(0, at) + text + out.slice(to);
  return out;
}
