/**
 * The zip package: parts by name, their relations and content types. Parts nobody asks to change stay the very
 * bytes they were.
 */
import { strToU8 } from "fflate";
import { decodeXml, hasOtherEncoding, inUtf8 } from "./encoding";
import { NotAWorkbookError } from "./errors";
import { PORTABLE_PACKING, type Packing } from "./packing";
import { attr, attribute, parseXml } from "./xml";
import { unzip } from "./zip";

const RELATION_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relation {
  readonly id: string;
  /** Full type. */
  readonly type: string;
  /** As on file. */
  readonly target: string;
  readonly external: boolean;
}

/** Last word of a relation's type: `worksheet`, `sharedStrings` … the same in both dialects of the format. */
export function relationKind(relation: Relation): string {
  return relation.type.slice(relation.type.lastIndexOf("/") + 1);
}

function relationType(kind: string): string {
  return `${RELATION_BASE}/${kind}`;
}

/** The parts of an Office file by name. Names are compared without regard to case. */
export class Package {
  private types: { defaults: Map<string, string>; overrides: Map<string, string> } | null = null;
  private typesChanged = false;

  constructor(
    private readonly parts: Map<string, Uint8Array>,
    private readonly packing: Packing = PORTABLE_PACKING,
  ) {}

  /** A copy to be changed; the parts themselves are shared. */
  copy(): Package {
    return new Package(new Map(this.parts), this.packing);
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  /** True when there is such a part. */
  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** A part's bytes; undefined when there is no such part. */
  bytes(name: string): Uint8Array | undefined {
    const key = this.find(name);
    return key === undefined ? undefined : this.parts.get(key);
  }

  /** A part's text; undefined when there is no such part. */
  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    if (bytes === undefined) return undefined;
    return decodeXml(bytes);
  }

  /** Sets a part's text; what was read in another encoding is written, and declared, as UTF-8. */
  set(name: string, text: string): void {
    this.parts.set(this.find(name) ?? name, strToU8(inUtf8(text)));
  }

  /** As `set`, of a text too long to be made at once. `expected`: about how many bytes it is. */
  setPieces(name: string, expected: number, pieces: Iterable<string>): void {
    // Mostly a little longer than it was: made to measure, it is in memory once
    let whole = new Uint8Array(Math.ceil(expected * 1.1) + 65_536);
    let length = 0;
    const encoder = new TextEncoder();
    for (const piece of pieces) {
      let text = length === 0 ? inUtf8(piece) : piece;
      for (;;) {
        const { read, written } = encoder.encodeInto(text, whole.subarray(length));
        length += written;
        if (read === text.length) break;
        text = text.slice(read);
        const longer = new Uint8Array(Math.ceil((length + text.length) * 1.5));
        longer.set(whole.subarray(0, length));
        whole = longer;
      }
    }
    this.parts.set(this.find(name) ?? name, whole.subarray(0, length));
  }

  /** Writes XML parts of other encodings anew in UTF-8: not every program reads them. */
  useUtf8(): void {
    for (const name of this.names)
      if (isXml(name) && hasOtherEncoding(this.bytes(name) ?? new Uint8Array())) this.set(name, this.text(name) ?? "");
  }

  /** Takes a part and its content type away; relations to it stay. */
  remove(name: string): void {
    const key = this.find(name);
    if (key !== undefined) this.parts.delete(key);
    const types = this.contentTypes();
    for (const part of [...types.overrides.keys()]) {
      if (part.toLowerCase() !== `/${name}`.toLowerCase()) continue;
      types.overrides.delete(part);
      this.typesChanged = true;
    }
  }

  /** What a part is related to; none when it has no relations part. */
  relations(part: string): Relation[] {
    const text = this.text(relationsPart(part));
    if (text === undefined) return [];
    return parseXml(text)
      .children.filter((element) => element.name === "Relationship")
      .map((element) => ({
        id: attr(element, "Id") ?? "",
        type: attr(element, "Type") ?? "",
        target: attr(element, "Target") ?? "",
        external: attr(element, "TargetMode") === "External",
      }));
  }

  /** Replaces a part's relations; without any, their part goes. */
  setRelations(part: string, relations: readonly Relation[]): void {
    const name = relationsPart(part);
    if (relations.length === 0) {
      this.remove(name);
      return;
    }
    const lines = relations.map(
      ({ id, type, target, external }) =>
        `<Relationship${attribute("Id", id)}${attribute("Type", type)}${attribute("Target", target)}${external ? ' TargetMode="External"' : ""}/>`,
    );
    this.set(
      name,
      `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`,
    );
  }

  /** Adds a relation to another part, by kind and name, or as it is to stand on file; gives back its id. */
  addRelation(part: string, relation: Omit<Relation, "id">): string;
  addRelation(part: string, kind: string, targetPart: string): string;
  addRelation(part: string, kind: string | Omit<Relation, "id">, targetPart = ""): string {
    const relations = this.relations(part);
    let number = relations.length + 1;
    while (relations.some(({ id }) => id === `rId${number}`)) number++;
    const id = `rId${number}`;
    // absolute targets are valid everywhere and need no knowledge of folders
    const added =
      typeof kind === "string" ? { type: relationType(kind), target: `/${targetPart}`, external: false } : kind;
    this.setRelations(part, [...relations, { id, ...added }]);
    return id;
  }

  /** Says of which content type a part is. */
  setContentType(part: string, type: string): void {
    this.contentTypes().overrides.set(`/${part}`, type);
    this.typesChanged = true;
  }

  /** A part's content type: its own, or that of its extension. */
  contentType(part: string): string | undefined {
    const { defaults, overrides } = this.contentTypes();
    for (const [name, type] of overrides) if (name.toLowerCase() === `/${part}`.toLowerCase()) return type;
    return defaults.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase());
  }

  /** A name `before` + number + `after` that no part has. */
  freeName(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number++;
    return `${before}${number}${after}`;
  }

  /**
   * Zips everything. The same parts give the same bytes, whatever the clock says. Not compressed: for a copy that is read
   * again at once.
   */
  zip(compressed = true): Uint8Array {
    if (this.typesChanged) this.writeContentTypes();
    return this.packing.zip(
      [...this.parts].map(([name, bytes]) => {
        const isPacked = /\.(png|jpe?g|gif|zip)$/i.test(name);
        return { name, bytes, level: isPacked || !compressed ? 0 : bytes.length > 4_000_000 ? 1 : 6 };
      }),
    );
  }

  private find(name: string): string | undefined {
    if (this.parts.has(name)) return name;
    const wanted = name.toLowerCase();
    for (const key of this.parts.keys()) if (key.toLowerCase() === wanted) return key;
    return undefined;
  }

  private contentTypes(): { defaults: Map<string, string>; overrides: Map<string, string> } {
    if (this.types !== null) return this.types;
    const defaults = new Map<string, string>();
    const overrides = new Map<string, string>();
    const text = this.text("[Content_Types].xml");
    for (const element of text === undefined ? [] : parseXml(text).children) {
      const type = attr(element, "ContentType") ?? "";
      if (element.name === "Default") defaults.set((attr(element, "Extension") ?? "").toLowerCase(), type);
      if (element.name === "Override") overrides.set(attr(element, "PartName") ?? "", type);
    }
    this.types = { defaults, overrides };
    return this.types;
  }

  private writeContentTypes(): void {
    const { defaults, overrides } = this.contentTypes();
    const lines = [
      ...[...defaults].map(
        ([extension, type]) => `<Default${attribute("Extension", extension)}${attribute("ContentType", type)}/>`,
      ),
      ...[...overrides].map(
        ([name, type]) => `<Override${attribute("PartName", name)}${attribute("ContentType", type)}/>`,
      ),
    ];
    this.set(
      "[Content_Types].xml",
      `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join("")}</Types>`,
    );
  }
}

/** Name of the part that holds a part's relations. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The part a relation points at. Targets may be absolute (openpyxl) or relative to the part. */
export function resolveTarget(part: string, target: string): string {
  const plain = decodeTarget(target.replace(/#.*$/, "").replace(/\\/g, "/"));
  const segments = plain.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const segment of plain.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Unpacks a file. Throws NotAWorkbookError, which says what it is instead of a workbook or why it is not opened. */
export function openPackage(bytes: Uint8Array, packing: Packing = PORTABLE_PACKING): Package {
  refuseOtherFiles(bytes);
  const pack = new Package(unzip(bytes, packing), packing);
  for (const name of pack.names) if (isXml(name)) refuseDocumentType(name, pack.bytes(name) ?? new Uint8Array());
  return pack;
}

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** A document type defines entities, which can fill memory or reach for other files. Excel writes none. */
function refuseDocumentType(name: string, bytes: Uint8Array): void {
  for (const length of [4096, bytes.length]) {
    const head = decodeXml(bytes.subarray(0, length));
    const prolog = /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*/.exec(head)?.[0] ?? "";
    const next = head.slice(prolog.length, prolog.length + 9);
    if (/^<!doctype/i.test(next))
      throw new NotAWorkbookError(
        `The part ${name} has a document type (DOCTYPE), which no workbook needs.`,
        "doctype",
      );
    if (/^<[^!?]/.test(next)) return;
  }
}

function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new NotAWorkbookError("The file is empty.", "empty");
  const starts = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return;
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw includesUtf16(bytes, "EncryptedPackage")
      ? new NotAWorkbookError(
          "The workbook is encrypted with a password. Take the password off in Excel and save it again.",
          "encrypted",
        )
      : new NotAWorkbookError("This is an old .xls workbook. Save it in Excel as .xlsx first.", "old");
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new NotAWorkbookError("This is a PDF, not an .xlsx workbook.");
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2000));
  if (/^[^<]*<(!doctype html|html|table|meta)/i.test(head))
    throw new NotAWorkbookError("This is a web page (HTML), not an .xlsx workbook.");
  if (/^[^<]*<\?xml/i.test(head)) throw new NotAWorkbookError("This is an XML file, not an .xlsx workbook.");
  if (!head.includes("\0"))
    throw new NotAWorkbookError("This is a text file (perhaps CSV), not an .xlsx workbook.", "text");
  throw new NotAWorkbookError("This is not an .xlsx workbook.");
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Where the workbook part stands. */
export function workbookPart(pack: Package): string {
  const relation = pack.relations("").find((own) => relationKind(own) === "officeDocument");
  const name = relation === undefined ? "xl/workbook.xml" : resolveTarget("", relation.target);
  const mime = pack.text("mimetype");
  if (mime?.includes("opendocument") === true)
    throw new NotAWorkbookError("This is an OpenDocument file. Save it as .xlsx first.");
  if (name.endsWith(".bin"))
    throw new NotAWorkbookError("This is a binary workbook (.xlsb). Save it in Excel as .xlsx first.");
  if (pack.has("word/document.xml") || pack.has("ppt/presentation.xml"))
    throw new NotAWorkbookError("This is an Office document, but not a workbook.");
  if (!pack.has(name)) throw new NotAWorkbookError("The file is a zip archive without a workbook in it.");
  return name;
}
