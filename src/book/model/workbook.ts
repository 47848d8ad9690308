/**
 * The in-memory workbook: the model of record of the workbench. Plain typed data, no file format, no Office.
 * It is changed through its methods only; they note what a save has to rewrite.
 */
import { replaceSheet } from "./formulas";
import type { Move } from "./moves";
import { Sheet } from "./sheet";
import type { SheetRef, WorkbookPart, WorkbookRef } from "./sheet-ref";
import { emptyContent, type SheetContent, type Table, type Visibility } from "./sheet/content";
import type { CellStyle, StylePatch } from "./styles";
import { StyleTable } from "./styles";

export * from "./address";
export * from "./moves";
export * from "./shapes";
export * from "./charts";
export { Sheet } from "./sheet";
export * from "./sheet-ref";
export * from "./sheet/content";
export type { Arrangement } from "./sheet/arrangement";
export { listLiteral } from "./sheet/validations";
export * from "./styles";

export interface DefinedName {
  readonly name: string;
  /** With `=`, as the user sees it. */
  readonly formula: string;
  /** The sheet it is valid on; null = the whole workbook. */
  readonly sheet: TabEntry | null;
  readonly hidden: boolean;
  /** Other attributes as on file. */
  readonly attributes?: string;
}

/** A tab the model does not show (chart sheet, dialog sheet). It keeps its place. */
interface ForeignTab {
  readonly foreign: true;
  readonly name: string;
}

export type TabEntry = Sheet | ForeignTab;

/** A workbook in memory: sheets, styles, names. What the model does not know of a file stays in the file. */
export class Workbook implements WorkbookRef {
  readonly dirty = new Set<WorkbookPart>();
  readonly styles: StyleTable;
  /** Things the model cannot carry, said when the file was opened or a change ran into them. */
  readonly warnings: string[] = [];
  readonly date1904: boolean;
  /** What moved since the file was opened, in order. */
  readonly moves: Move[] = [];
  private readonly entries: TabEntry[] = [];
  private readonly names: DefinedName[] = [];
  private readonly removed: Sheet[] = [];
  private active: Sheet | null = null;
  private protectedStructure = false;

  constructor(options: { readonly date1904?: boolean; readonly styles?: StyleTable } = {}) {
    this.date1904 = options.date1904 ?? false;
    this.styles = options.styles ?? new StyleTable();
  }

  // ---- sheets ----

  /** Worksheets in tab order. A copy: add and remove through the workbook. */
  get sheets(): readonly Sheet[] {
    return this.entries.filter((entry): entry is Sheet => entry instanceof Sheet);
  }

  /** All tabs, also those the model does not show. */
  get tabs(): readonly TabEntry[] {
    return this.entries;
  }

  /** Sheets removed since opening. */
  get removedSheets(): readonly Sheet[] {
    return this.removed;
  }

  /** By name, upper or lower case alike. */
  sheetByName(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** Adds an empty sheet at the end, or before the sheet now at `position`. */
  addSheet(name: string, position?: number): Sheet {
    this.checkSheetName(name, null);
    const sheet = new Sheet(this, name, "Visible", emptyContent());
    this.insertEntry(sheet, position);
    this.active ??= sheet;
    this.dirty.add("sheets");
    return sheet;
  }

  /** A copy with everything the model knows and all that only the file knows; names valid on the sheet are copied with it. */
  copySheet(source: Sheet, name: string, position?: number): Sheet {
    this.checkSheetName(name, null);
    const sheet = new Sheet(this, name, source.visibility, source.contentForCopy(), source.copiedFrom ?? source);
    sheet.touchAll();
    this.moves.push({ kind: "copy", sheet, source });
    this.insertEntry(sheet, position);
    for (const own of this.names.filter((each) => each.sheet === source))
      this.names.push({ ...own, sheet, formula: replaceSheet(own.formula, source.name, name) });
    this.dirty.add("sheets").add("names").add("formulas");
    return sheet;
  }

  /** Removes a sheet and the names that are valid on it; references to it elsewhere become #REF!. */
  removeSheet(sheet: Sheet): void {
    const at = this.entries.indexOf(sheet);
    if (at < 0) throw new RangeError(`No such sheet: ${sheet.name}`);
    if (
      sheet.visibility === "Visible" &&
      !this.sheets.some((other) => other !== sheet && other.visibility === "Visible")
    ) {
      throw new RangeError("A workbook needs at least one visible sheet");
    }
    this.entries.splice(at, 1);
    this.removed.push(sheet);
    for (const name of [...this.names]) if (name.sheet === sheet) this.names.splice(this.names.indexOf(name), 1);
    this.dirty.add("sheets").add("names");
    this.changeReferences((formula) => replaceSheet(formula, sheet.name, null));
    if (this.active === sheet) {
      const visible = (entry: TabEntry): entry is Sheet => entry instanceof Sheet && entry.visibility === "Visible";
      const next = this.entries.slice(at).find(visible) ?? [...this.entries].reverse().find(visible);
      this.active = null;
      if (next !== undefined) this.activeSheet = next;
    }
  }

  /** Moves a sheet before the one now at `position` (counted without it). */
  moveSheet(sheet: Sheet, position: number): void {
    const at = this.entries.indexOf(sheet);
    if (at < 0) throw new RangeError(`No such sheet: ${sheet.name}`);
    this.entries.splice(at, 1);
    this.insertEntry(sheet, position);
    this.dirty.add("sheets").add("names");
  }

  get activeSheet(): Sheet {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new Error("The workbook has no worksheet");
    return sheet;
  }

  set activeSheet(sheet: Sheet) {
    if (!this.entries.includes(sheet)) throw new RangeError(`No such sheet: ${sheet.name}`);
    if (sheet === this.active) return;
    // two selected tabs would be edited together
    this.active?.dirty.add("views");
    sheet.dirty.add("views");
    this.active = sheet;
    this.dirty.add("view");
  }

  /** Throws when a sheet cannot be called so. */
  checkSheetName(name: string, except: Sheet | null): void {
    if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
      throw new RangeError(`Not a sheet name: ${name}`);
    }
    const wanted = name.toLowerCase();
    const other = this.entries.find((entry) => entry !== except && entry.name.toLowerCase() === wanted);
    if (other !== undefined) throw new RangeError(`There is a sheet called ${other.name} already`);
  }

  /** Called by a sheet that got a new name. */
  sheetRenamed(from: string, to: string): void {
    this.dirty.add("sheets");
    this.changeReferences((formula) => replaceSheet(formula, from, to));
  }

  // ---- styles ----

  /** Index of a style changed by a patch. */
  internStyle(baseStyleIndex: number, patch: StylePatch): number {
    return this.styles.intern(baseStyleIndex, patch);
  }

  /** The style with this index. */
  style(index: number): CellStyle {
    return this.styles.get(index);
  }

  // ---- names ----

  get definedNames(): readonly DefinedName[] {
    return this.names;
  }

  /** The name as defined for exactly this sheet, or (null) for the workbook. */
  definedName(name: string, sheet: SheetRef | null): DefinedName | undefined {
    const wanted = name.toLowerCase();
    return this.names.find((own) => own.sheet === sheet && own.name.toLowerCase() === wanted);
  }

  /** Defines a name or gives it a new meaning. The formula starts with `=`. Throws RangeError for a sheet of another workbook. */
  setDefinedName(name: string, formula: string, sheet: SheetRef | null = null, hidden = false): void {
    const old = this.definedName(name, sheet);
    const own = sheet === null ? null : this.sheets.find((each) => each === sheet);
    if (own === undefined) throw new RangeError(`No such sheet: ${sheet?.name ?? ""}`);
    const next: DefinedName = old === undefined ? { name, formula, sheet: own, hidden } : { ...old, formula };
    if (old === undefined) this.names.push(next);
    else this.names[this.names.indexOf(old)] = next;
    this.dirty.add("names");
  }

  /** Removes the name of exactly this sheet, or (null) of the workbook. Does nothing when there is none. */
  removeDefinedName(name: string, sheet: SheetRef | null = null): void {
    const old = this.definedName(name, sheet);
    if (old === undefined) return;
    this.names.splice(this.names.indexOf(old), 1);
    this.dirty.add("names");
  }

  // ---- tables ----

  /** A table by name, with its sheet. */
  tableByName(name: string): { readonly sheet: Sheet; readonly table: Table } | undefined {
    const wanted = name.toLowerCase();
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((own) => own.name.toLowerCase() === wanted);
      if (table !== undefined) return { sheet, table };
    }
    return undefined;
  }

  /** An id that no table has, those of removed sheets included. */
  nextTableId(): number {
    return (
      1 + Math.max(0, ...[...this.sheets, ...this.removed].flatMap((sheet) => sheet.tables.map((table) => table.id)))
    );
  }

  /** Throws RangeError for a name that a table can't have, or that a table or a defined name has. */
  checkTableName(name: string): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name) || name.length > 255) {
      throw new RangeError(`Not a table name: ${name}`);
    }
    if (this.tableByName(name) !== undefined || this.definedName(name, null) !== undefined)
      throw new RangeError(`The name ${name} is taken`);
  }

  /** `wanted` when free, else an error; without a wish the next TableN. */
  freeTableName(wanted?: string): string {
    if (wanted !== undefined) {
      this.checkTableName(wanted);
      return wanted;
    }
    let number = 1;
    while (this.tableByName(`Table${number}`) !== undefined || this.definedName(`Table${number}`, null) !== undefined)
      number++;
    return `Table${number}`;
  }

  // ---- protection ----

  get structureProtected(): boolean {
    return this.protectedStructure;
  }

  /** Protects the structure without a password, or takes protection away. */
  set structureProtected(on: boolean) {
    if (on === this.protectedStructure) return;
    this.protectedStructure = on;
    this.dirty.add("protection");
  }

  /** Notes something that the model can't carry, once. */
  warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }

  // ---- for the reader ----

  /** Takes over what stands in a file; nothing becomes dirty. */
  readonly load = {
    sheet: (name: string, visibility: Visibility, content: SheetContent): Sheet => {
      const sheet = new Sheet(this, name, visibility, content);
      this.entries.push(sheet);
      return sheet;
    },
    foreignTab: (name: string): void => {
      this.entries.push({ foreign: true, name });
    },
    name: (name: DefinedName): void => {
      this.names.push(name);
    },
    active: (sheet: Sheet): void => {
      this.active = sheet;
    },
    structureProtected: (on: boolean): void => {
      this.protectedStructure = on;
    },
  };

  private insertEntry(sheet: Sheet, position: number | undefined): void {
    const before = position === undefined ? undefined : this.sheets[position];
    if (before === undefined) this.entries.push(sheet);
    else this.entries.splice(this.entries.indexOf(before), 0, sheet);
    if (this.names.some((name) => name.sheet !== null)) this.dirty.add("names");
  }

  private changeReferences(change: (formula: string) => string): void {
    for (const sheet of this.sheets) sheet.rewriteFormulas(change);
    this.rewriteNames(change);
  }

  /** Rewrites what names mean; `change` returns its argument where nothing is to be done. */
  rewriteNames(change: (formula: string) => string): void {
    this.names.forEach((name, i) => {
      const formula = change(name.formula);
      if (formula === name.formula) return;
      this.names[i] = { ...name, formula };
      this.dirty.add("names");
    });
  }

  /** Gives names back what they meant. */
  restoreNames(names: readonly DefinedName[]): void {
    this.names.splice(0, this.names.length, ...names);
    this.dirty.add("names");
  }
}
