/**
 * The little XML the file format needs: escaping both ways, and a tree that remembers where each element stands
 * in the text, so that a part can be changed in place and the rest kept letter by letter.
 */
import { NotAWorkbookError } from "./errors";

export interface XmlElement {
  /** Name as written, prefix included. */
  readonly tag: string;
  /** Name without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Text directly inside, unescaped. */
  text: string;
  /** From `<` to behind the last `>`. */
  readonly start: number;
  end: number;
  /** What stands between start tag and end tag; equal when self-closed. */
  innerStart: number;
  innerEnd: number;
}

/** The text is not XML, or not of the kind that a workbook may hold. */
export class XmlError extends Error {
  override readonly name = "XmlError";
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Resolves `&amp;` and its like. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, body: string) => {
    if (body.startsWith("#")) {
      const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return NAMED.get(body) ?? whole;
  });
}

/** Resolves entities and the file format's own `_x000D_`. Line ends become \n as XML demands. */
export function unescapeText(text: string): string {
  const plain = unescapeXml(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** For element text that knows no `_xHHHH_` (formulas). */
export function escapeXml(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}

// No looking behind: older web views of the Mac can't read a page that does. A pair is matched first, and kept.
const UNSAFE = /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/g;
const SPECIAL = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/;

/** Control characters and lone surrogates as `_xHHHH_`, literal `_xHHHH_` protected. */
export function protectText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(UNSAFE, (c) => (c.length === 2 ? c : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`));
}

/** For cell text. */
export function escapeText(text: string): string {
  return escapeXml(protectText(text));
}

/** For attribute values given as a user sees them; white space that would be normalised away is kept. */
function escapeAttribute(text: string): string {
  return rawAttribute(protectText(text));
}

/** For attribute values as they were read, their `_xHHHH_` included. */
function rawAttribute(text: string): string {
  return /[&<>"\n\t\r]/.test(text)
    ? escapeXml(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;").replace(/\r/g, "&#13;")
    : text;
}

/** `<t>` with its text, white space kept where it would be lost. */
export function textElement(text: string): string {
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : "";
  return `<t${space}>${escapeText(text)}</t>`;
}

/** ` name="value"`; nothing when the value is undefined. */
export function attribute(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  return ` ${name}="${escapeAttribute(text)}"`;
}

/** Attributes as `parseAttributes` reads them, as text. A new value that a user typed has to go through `protectText`. */
export function attributesText(attributes: ReadonlyMap<string, string>): string {
  let out = "";
  for (const [name, value] of attributes) out += ` ${name}="${rawAttribute(value)}"`;
  return out;
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes of the text between a tag's name and its `>`. Values are unescaped, `_xHHHH_` left alone. */
export function parseAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes.set(name, unescapeXml(double ?? single ?? ""));
  }
  return attributes;
}

/** Position of the `>` that ends the tag starting at `from`; quoted ones do not count. */
export function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let i = from; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  throw new XmlError("a tag does not end");
}

/** Elements of one part that is made into a tree: links, merges and styles. Half a million links have been seen in none. */
const MOST_ELEMENTS = 500_000;

/**
 * Parses a whole document. Elements named in `opaque` are not looked into (their text would be too much, or is
 * read by a scanner of its own).
 */
export function parseXml(xml: string, opaque: ReadonlySet<string> = new Set()): XmlElement {
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let i = 0;
  while (i < xml.length) {
    const open = xml.indexOf("<", i);
    if (open < 0) break;
    const parent = stack[stack.length - 1];
    if (open > i && parent !== undefined) parent.text += unescapeXml(xml.slice(i, open));
    if (xml.startsWith("<!--", open)) {
      i = after(xml, "-->", open);
      continue;
    }
    if (xml.startsWith("<![CDATA[", open)) {
      i = after(xml, "]]>", open);
      if (parent !== undefined) parent.text += xml.slice(open + 9, i - 3);
      continue;
    }
    if (xml.startsWith("<?", open)) {
      i = after(xml, "?>", open);
      continue;
    }
    if (xml.startsWith("<!", open)) {
      // a document type could define entities; no workbook has one
      throw new XmlError("a document type is not allowed here");
    }
    const close = tagEnd(xml, open);
    i = close + 1;
    if (xml[open + 1] === "/") {
      const element = stack.pop();
      if (element === undefined || xml.slice(open + 2, close).trim() !== element.tag)
        throw new XmlError("end tags do not match");
      element.innerEnd = open;
      element.end = i;
      continue;
    }
    const empty = xml[close - 1] === "/";
    const inside = xml.slice(open + 1, empty ? close - 1 : close);
    const tag = /^[^\s]+/.exec(inside)?.[0] ?? "";
    const element: XmlElement = {
      tag,
      name: tag.slice(tag.indexOf(":") + 1),
      attributes: parseAttributes(inside.slice(tag.length)),
      children: [],
      text: "",
      start: open,
      end: i,
      innerStart: i,
      innerEnd: i,
    };
    if (parent !== undefined) parent.children.push(element);
    else root ??= element;
    if (!opaque.has(element.name)) elements += 1;
    if (elements > MOST_ELEMENTS)
      throw new NotAWorkbookError(`A part has more than ${MOST_ELEMENTS} elements; the file is not opened.`, "large");
    if (empty) continue;
    if (opaque.has(element.name)) {
      const end = xml.indexOf(`</${tag}`, i);
      const endTag = end < 0 ? -1 : xml.indexOf(">", end);
      if (endTag < 0) throw new XmlError(`${tag} does not end`);
      element.innerEnd = end;
      i = endTag + 1;
      element.end = i;
      continue;
    }
    stack.push(element);
  }
  if (root === null || stack.length > 0) throw new XmlError("the document is cut off");
  return root;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlError("a comment or section does not end");
  return at + mark.length;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((own) => own.name === name);
}

/** Attribute by name, prefix ignored when the plain name is absent. */
export function attr(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const plain = element.attributes.get(name);
  if (plain !== undefined) return plain;
  for (const [key, value] of element.attributes) if (key.endsWith(`:${name}`)) return value;
  return undefined;
}

/** An attribute as a number; undefined when it is missing or is none. */
export function numberAttr(element: XmlElement | undefined, name: string): number | undefined {
  const text = attr(element, name);
  const value = text === undefined || text === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** An attribute as true or false; `absent` when it is missing. */
export function boolAttr(element: XmlElement | undefined, name: string, absent: boolean): boolean {
  const text = attr(element, name);
  return text === undefined ? absent : isTrue(text);
}

/** xsd:boolean. */
export function isTrue(text: string): boolean {
  return text === "1" || text === "true" || text === "on";
}

const MAIN_NAMESPACES = new Set([
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
]);

/**
 * One spelling for everything after: elements of the main namespace without a prefix (some writers give it one:
 * `<x:worksheet>`), texts without CDATA sections, no comments, no blanks in end tags. Prefixes stay declared, since
 * attributes may name them. Parts that are never rewritten keep their own spelling in the package.
 */
export function withoutMainPrefix(source: string): string {
  const xml = openRoot(plainXml(source));
  const open = rootStart(xml);
  if (open < 0) return xml;
  const close = tagEnd(xml, open);
  const tag = /^<[^\s/>]+/.exec(xml.slice(open, close + 1))?.[0] ?? "<";
  const prefixes: string[] = [];
  const attributes = parseAttributes(xml.slice(open + tag.length, close));
  for (const [name, value] of attributes)
    if (name.startsWith("xmlns:") && MAIN_NAMESPACES.has(value)) prefixes.push(name.slice(6));
  const used = prefixes.filter((prefix) => xml.includes(`<${prefix}:`));
  if (used.length === 0) return xml;
  const main = attributes.get(`xmlns:${used[0] ?? ""}`) ?? "";
  let out = xml;
  for (const prefix of used) out = out.replace(new RegExp(`<(/?)${prefix.replace(/[.]/g, "\\.")}:`, "g"), "<$1");
  if (attributes.has("xmlns")) return out;
  const name = /^<[^\s/>]+/.exec(out.slice(open))?.[0] ?? "<";
  return `${out.slice(0, open)}${name} xmlns="${main}"${out.slice(open + name.length)}`;
}

/** `<styleSheet/>` as `<styleSheet></styleSheet>`, so that something can be put into it. */
function openRoot(xml: string): string {
  const open = rootStart(xml);
  const close = open < 0 ? -1 : tagEnd(xml, open);
  if (close < 0 || xml[close - 1] !== "/") return xml;
  const tag = /^<([^\s/>]+)/.exec(xml.slice(open))?.[1] ?? "";
  return `${xml.slice(0, close - 1)}></${tag}>${xml.slice(close + 1)}`;
}

/** Where the root element begins; -1 without one. */
function rootStart(xml: string): number {
  const prolog = /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*/.exec(xml)?.[0].length ?? 0;
  return xml[prolog] === "<" ? prolog : -1;
}

/** Without what lets the same document be spelled otherwise; the text itself where there is nothing of it. */
function plainXml(xml: string): string {
  const open = rootStart(xml);
  if (open < 0) return xml;
  const rest = xml.slice(open);
  if (!/<[!?]|<\/[^\s>]*\s/.test(rest)) return xml;
  const plain = rest
    .replace(/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g, (_all, text: string | undefined) =>
      text === undefined ? "" : escapeXml(text),
    )
    .replace(/(<\/[^\s>]*)\s+>/g, "$1>");
  if (plain.includes("<!")) throw new XmlError("a document type is not allowed here");
  return xml.slice(0, open) + plain;
}

/**
 * The document (made plain by `withoutMainPrefix`) with some of the root's children replaced. Absent ones are put where `order` (the schema's) wants
 * them, an empty text takes one away, everything else stays as text.
 */
export function assemble(
  xml: string,
  root: XmlElement,
  replaced: ReadonlyMap<string, string>,
  order: readonly string[],
): string {
  const out: string[] = [xml.slice(0, root.innerStart)];
  const waiting = [...replaced].filter(
    ([name, text]) => text !== "" && !root.children.some((own) => own.name === name),
  );
  waiting.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const done = new Set<string>();
  let at = root.innerStart;
  for (const element of root.children) {
    const rank = order.indexOf(element.name);
    out.push(xml.slice(at, element.start));
    while (rank >= 0 && waiting[0] !== undefined && order.indexOf(waiting[0][0]) < rank)
      out.push(waiting.shift()?.[1] ?? "");
    const text = replaced.get(element.name);
    if (text === undefined) out.push(xml.slice(element.start, element.end));
    else if (!done.has(element.name)) out.push(text);
    done.add(element.name);
    at = element.end;
  }
  out.push(...waiting.map(([, text]) => text));
  out.push(xml.slice(at));
  return out.join("");
}

/**
 * Text of elements (a document, or what stands inside one) with some of them replaced: `change` gives an element's new
 * text, or null to look at those inside it. Everything else stays letter by letter.
 */
export function rewriteElements(
  xml: string,
  change: (element: XmlElement, outer: (element: XmlElement) => string) => string | null,
): string {
  if (!xml.includes("<")) return xml;
  const prolog = rootStart(xml);
  const begin = "<rewrite>";
  const shift = begin.length - Math.max(prolog, 0);
  const wrapped = `${begin}${xml.slice(Math.max(prolog, 0))}</rewrite>`;
  const root = parseXml(wrapped);
  const outer = (element: XmlElement): string => wrapped.slice(element.start, element.end);
  let out = "";
  let at = 0;
  const visit = (element: XmlElement): void => {
    const next = change(element, outer);
    if (next === null) {
      element.children.forEach(visit);
      return;
    }
    out += xml.slice(at, element.start - shift) + next;
    at = element.end - shift;
  };
  root.children.forEach(visit);
  return out + xml.slice(at);
}

/** An element as text with other attributes, its inside as it is or replaced. */
export function elementText(element: XmlElement, attributes: ReadonlyMap<string, string>, inside: string): string {
  const head = `<${element.tag}${attributesText(attributes)}`;
  return inside === "" ? `${head}/>` : `${head}>${inside}</${element.tag}>`;
}

/** Text of elements with other attributes where `change` gives any; the rest stays letter by letter. */
export function rewriteAttributes(
  xml: string,
  change: (element: XmlElement) => ReadonlyMap<string, string> | null,
): string {
  const root = parseXml(`<rewrite>${xml}</rewrite>`);
  const shift = "<rewrite>".length;
  let out = "";
  let at = 0;
  const visit = (element: XmlElement): void => {
    const next = change(element);
    if (next !== null && attributesText(next) !== attributesText(element.attributes)) {
      const empty = element.end === element.innerStart;
      out += `${xml.slice(at, element.start - shift)}<${element.tag}${attributesText(next)}${empty ? "/>" : ">"}`;
      at = element.innerStart - shift;
    }
    element.children.forEach(visit);
  };
  root.children.forEach(visit);
  return out + xml.slice(at);
}

/** The same text in memory of its own. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
