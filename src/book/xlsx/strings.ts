/** Shared strings: read once, appended to on saving. */
import { parseXml, textElement, unescapeText } from "./xml";
import type { XmlElement } from "./xml";

export interface SharedString {
  readonly text: string;
  /** Inside of `<si>` or `<is>` as on file, when there is more to it than plain text. */
  readonly rich?: string;
}

/** Text of `<si>` or `<is>`, from its XML inside. */
export function readString(inner: string): SharedString {
  const plain = /^\s*<t(?:\s[^>]*)?>([^<]*)<\/t>\s*$/.exec(inner);
  if (plain !== null) return { text: unescapeText(plain[1] ?? "") };
  if (/^\s*(?:<t\s*\/>\s*)?$/.test(inner)) return { text: "" };
  const element = parseXml(`<si>${inner}</si>`);
  const texts = (from: XmlElement): string =>
    from.children
      .filter((own) => own.name === "t")
      .map((own) => own.text)
      .join("");
  // phonetic runs (rPh) are no part of the text
  const text =
    texts(element) +
    element.children
      .filter((own) => own.name === "r")
      .map(texts)
      .join("");
  const isRich = element.children.some((own) => own.name !== "t");
  return isRich ? { text: unescapeEscapes(text), rich: inner } : { text: unescapeEscapes(text) };
}

function unescapeEscapes(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** All strings of the part, in order. */
export function readSharedStrings(xml: string): SharedString[] {
  const strings: SharedString[] = [];
  let at = 0;
  for (;;) {
    const open = xml.indexOf("<si", at);
    if (open < 0) return strings;
    const close = xml.indexOf(">", open);
    if (xml[close - 1] === "/") {
      strings.push({ text: "" });
      at = close + 1;
      continue;
    }
    const end = xml.indexOf("</si>", close);
    if (end < 0) return strings;
    strings.push(readString(xml.slice(close + 1, end)));
    at = end + 5;
  }
}

/** Gives out indexes on saving; new strings go to the end. */
export class StringSink {
  private readonly known = new Map<string, number>();
  private readonly added: string[] = [];

  constructor(
    private readonly xml: string,
    private readonly strings: readonly SharedString[],
  ) {
    strings.forEach((string, i) => {
      const key = string.rich === undefined ? `t${string.text}` : `r${string.rich}`;
      if (!this.known.has(key)) this.known.set(key, i);
    });
  }

  get changed(): boolean {
    return this.added.length > 0;
  }

  index(text: string, rich: string | undefined): number {
    const key = rich === undefined ? `t${text}` : `r${rich}`;
    const seen = this.known.get(key);
    if (seen !== undefined) return seen;
    const index = this.strings.length + this.added.push(`<si>${rich ?? textElement(text)}</si>`) - 1;
    this.known.set(key, index);
    return index;
  }

  /** The part with the new strings. `count` goes: it counts uses, which is not known any more, and is optional. */
  text(): string {
    const root = parseXml(this.xml, new Set(["si"]));
    const unique = this.strings.length + this.added.length;
    const head = this.xml
      .slice(root.start, root.innerStart)
      .replace(/\s(?:unique)?[cC]ount="\d*"/g, "")
      .replace(/\s*\/?>$/, ` uniqueCount="${unique}">`);
    const lastString = [...root.children].reverse().find((own) => own.name === "si");
    const split = lastString?.end ?? root.innerStart;
    const rest = root.innerEnd > split ? this.xml.slice(split, root.innerEnd) : "";
    return `${this.xml.slice(0, root.start)}${head}${this.xml.slice(root.innerStart, split)}${this.added.join("")}${rest}</sst>`;
  }
}
