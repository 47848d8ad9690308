/**
 * The open document as a file, for `document.getFileAsync`: what Excel would write now, with what Excel adds of its own,
 * the settings that add-ins keep in the document and the name of who works on it.
 */
import type { Workbook } from "../../book/model/workbook";
import { saveWorkbook } from "../../book/xlsx";
import { openPackage, type Package, relationKind, resolveTarget } from "../../book/xlsx/package";
import { attribute, escapeXml } from "../../book/xlsx/xml";

/** Who Excel says last changed the file. */
export const DOCUMENT_USER = "Workbench User";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EXTENSIONS = "http://schemas.microsoft.com/office/webextensions";

/** The workbook's file as Office hands it out, the add-in's settings included. */
export function documentFile(workbook: Workbook, settings: ReadonlyMap<string, string>): Uint8Array {
  const pack = openPackage(saveWorkbook(workbook));
  writeUser(pack);
  if (settings.size > 0) writeSettings(pack, settings);
  return pack.zip();
}

function writeUser(pack: Package): void {
  const relation = pack.relations("").find((own) => relationKind(own) === "core-properties");
  const entry = `<cp:lastModifiedBy>${escapeXml(DOCUMENT_USER)}</cp:lastModifiedBy>`;
  if (relation !== undefined) {
    const part = resolveTarget("", relation.target);
    const rest = (pack.text(part) ?? "").replace(/<cp:lastModifiedBy>[^]*?<\/cp:lastModifiedBy>/, "");
    pack.set(part, rest.replace(/<\/cp:coreProperties>/, `${entry}$&`));
    return;
  }
  const part = "docProps/core.xml";
  pack.set(
    part,
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">${entry}</cp:coreProperties>`,
  );
  pack.setContentType(part, "application/vnd.openxmlformats-package.core-properties+xml");
  relate(pack, "", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", part);
}

function writeSettings(pack: Package, settings: ReadonlyMap<string, string>): void {
  const folder = "xl/webextensions";
  const [panes, extension] = [`${folder}/taskpanes.xml`, pack.freeName(`${folder}/webextension`, ".xml")];
  const properties = [...settings]
    .map(([name, json]) => `<we:property${attribute("name", name)}${attribute("value", json)}/>`)
    .join("");
  pack.set(
    extension,
    `${HEAD}<we:webextension xmlns:we="${EXTENSIONS}/webextension/2010/11" id="{workbench}"><we:properties>${properties}</we:properties></we:webextension>`,
  );
  pack.setContentType(extension, "application/vnd.ms-office.webextension+xml");
  pack.set(panes, `${HEAD}<wetp:taskpanes xmlns:wetp="${EXTENSIONS}/taskpanes/2010/11"/>`);
  pack.setContentType(panes, "application/vnd.ms-office.webextensiontaskpanes+xml");
  relate(pack, panes, "http://schemas.microsoft.com/office/2011/relationships/webextension", extension);
  relate(pack, "", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", panes);
}

function relate(pack: Package, from: string, type: string, to: string): void {
  const relations = pack.relations(from);
  pack.setRelations(from, [
    ...relations,
    { id: `rIdWorkbench${relations.length + 1}`, type, target: `/${to}`, external: false },
  ]);
}

/** Copies of the document that a page holds; Excel keeps two at most. */
export class DocumentCopies {
  private readonly copies = new Map<number, Uint8Array>();
  private next = 1;

  /** Null: two are open already. */
  open(bytes: Uint8Array): number | null {
    if (this.copies.size >= 2) return null;
    const handle = this.next++;
    this.copies.set(handle, bytes);
    return handle;
  }

  /** Null: no such copy, or nothing there. */
  slice(handle: number, index: number, size: number): Uint8Array | null {
    const bytes = this.copies.get(handle);
    return bytes === undefined || index * size >= bytes.length
      ? null
      : bytes.subarray(index * size, (index + 1) * size);
  }

  /** Ends a file's slices; false when there is no such handle. */
  close(handle: number): boolean {
    return this.copies.delete(handle);
  }

  get openCount(): number {
    return this.copies.size;
  }
}
