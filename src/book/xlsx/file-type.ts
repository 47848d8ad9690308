/** What kind of file a package says it is. Excel refuses a file whose name says another kind than its content. */
import { relationKind, relationsPart, resolveTarget, type Package } from "./package";

const MAIN_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  xltx: "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  xltm: "application/vnd.ms-excel.template.macroEnabled.main+xml",
} as const;

export type FileType = keyof typeof MAIN_TYPES;

const holdsMacros = (type: FileType): boolean => type === "xlsm" || type === "xltm";

/** The type that a file's name asks for; null when it is none of these. */
export function fileTypeOfName(name: string): FileType | null {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(MAIN_TYPES, extension) ? (extension as FileType) : null;
}

/** The type that the package says it is; null when it is none of these. */
export function fileTypeOf(pack: Package, workbookPart: string): FileType | null {
  const type = pack.contentType(workbookPart);
  return (Object.keys(MAIN_TYPES) as FileType[]).find((each) => MAIN_TYPES[each] === type) ?? null;
}

/** Parts with macros: the project itself, and sheets of the macro language of old. */
const MACRO_PARTS = new Set(["vbaProject", "wordVbaData"]);

/** True when the workbook has a macro project. */
export function hasMacros(pack: Package, workbookPart: string): boolean {
  return pack.relations(workbookPart).some((relation) => MACRO_PARTS.has(relationKind(relation)));
}

/** Makes the package a file of this type; a type without macros loses them. */
export function setFileType(pack: Package, workbookPart: string, type: FileType): void {
  if (fileTypeOf(pack, workbookPart) !== type) pack.setContentType(workbookPart, MAIN_TYPES[type]);
  if (holdsMacros(type) || !hasMacros(pack, workbookPart)) return;
  const relations = pack.relations(workbookPart);
  const gone = relations.filter((relation) => MACRO_PARTS.has(relationKind(relation)));
  pack.setRelations(
    workbookPart,
    relations.filter((relation) => !gone.includes(relation)),
  );
  for (const relation of gone) if (!relation.external) removeTree(pack, resolveTarget(workbookPart, relation.target));
}

/** Removes a part and those it leads to. */
export function removeTree(pack: Package, part: string): void {
  if (!pack.has(part)) return;
  const inside = pack.relations(part).filter(({ external }) => !external);
  pack.remove(part);
  pack.remove(relationsPart(part));
  for (const { target } of inside) removeTree(pack, resolveTarget(part, target));
}
