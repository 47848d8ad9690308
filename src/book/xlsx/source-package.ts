/** What a workbook was read from: the package, and which part is which. Kept beside the model, not in it. */
import type { Sheet, TabEntry, Workbook } from "../model/workbook";
import type { Package } from "./package";
import type { SharedString } from "./strings";

export interface SourceSheet {
  readonly part: string;
  /** Table parts by table id. */
  readonly tables: ReadonlyMap<number, string>;
  /** The part without its cells; of large sheets only, whose text is not made again for it. */
  readonly frame?: string;
}

export interface SourcePackage {
  readonly pack: Package;
  /** The file itself, given back when nothing changed; null for a workbook made here. */
  readonly bytes: Uint8Array | null;
  readonly workbookPart: string;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  readonly strings: readonly SharedString[];
  readonly sheets: ReadonlyMap<Sheet, SourceSheet>;
  /** The `<sheet>` element of each tab, by its position in the file. */
  readonly entries: ReadonlyMap<TabEntry, ReadonlyMap<string, string>>;
}

const sources = new WeakMap<Workbook, SourcePackage>();

/** The package that a workbook was read from; undefined for one made in memory. */
export function sourceOf(workbook: Workbook): SourcePackage | undefined {
  return sources.get(workbook);
}

/** Notes the package that a workbook was read from. */
export function setSource(workbook: Workbook, source: SourcePackage): void {
  sources.set(workbook, source);
}
