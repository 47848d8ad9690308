/** Shared strings: read once, appended to on saving. */
import { attributesText, parseXml, tagEnd, textElement, unescapeText, XmlError } from "./xml";
import type { XmlElement } from "./xml";

export interface SharedString {
  readonly text: string;
  /** Inside of `<si>` or `<is>` as on file, when there is more to it than plain text. */
  readonly rich?: string;
}

/** Text of `<si>` or `<is>`, from its XML inside. */
export function readString(inner: string): SharedString {
  const plain = /^\s*<t(?:\s[^>]*[^>/])?>([^<]*)<\/t>\s*$/.exec(inner);
  if (plain !== null) return { text: unescapeText(plain[1] ?? "") };
  if (/^\s*(?:<t(?:\s[^>]*)?\/>\s*)?$/.test(inner)) return { text: "" };
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

/** All strings of the part (made plain by `withoutMainPrefix`), in order. Throws XmlError where it is not well formed. */
export function readSharedStrings(xml: string): SharedString[] {
  // What stands between the strings is not looked at below, and would be in the way on saving
  parseXml(xml, SAVED_WHOLE);
  return stringSpans(xml).map(({ innerStart, innerEnd }) => readString(xml.slice(innerStart, innerEnd)));
}

const SAVED_WHOLE: ReadonlySet<string> = new Set(["si"]);

/** Where each `<si>` begins and ends. */
export function stringSpans(xml: string): Pick<XmlElement, "start" | "end" | "innerStart" | "innerEnd">[] {
  const spans: Pick<XmlElement, "start" | "end" | "innerStart" | "innerEnd">[] = [];
  const next = /<si(?=[\s/>])/g;
  for (let found = next.exec(xml); found !== null; found = next.exec(xml)) {
    const start = found.index;
    const innerStart = tagEnd(xml, start) + 1;
    const empty = xml[innerStart - 2] === "/";
    const innerEnd = empty ? innerStart : xml.indexOf("</si>", innerStart);
    if (innerEnd < 0) throw new XmlError("a shared text does not end");
    const end = empty ? innerStart : innerEnd + 5;
    spans.push({ start, end, innerStart, innerEnd });
    next.lastIndex = end;
  }
  return spans;
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

  /** Index of a string in the table of shared strings, added when it is not there. `rich`: the XML of its runs. */
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
    const root = parseXml(this.xml, SAVED_WHOLE);
    const attributes = new Map(root.attributes);
    attributes.delete("count");
    attributes.set("uniqueCount", String(this.strings.length + this.added.length));
    const lastString = [...root.children].reverse().find((own) => own.name === "si");
    const split = lastString?.end ?? root.innerStart;
    return (
      `${this.xml.slice(0, root.start)}<${root.tag}${attributesText(attributes)}>` +
      this.xml.slice(root.innerStart, split) +
      this.added.join("") +
      this.xml.slice(split)
    );
  }
}
