/** What the parts of the model ask of a sheet and of its workbook, so that none of them imports the classes themselves. */
import type { CellError, CellValue } from "./sheet/content";
import type { CellStyle, StylePatch } from "./styles";

/** What a save may have to rewrite outside the sheets. `formulas` drops the calculation chain. */
export type WorkbookPart = "sheets" | "names" | "protection" | "view" | "formulas";

/** A sheet as charts, moves and names speak of it. Rows and columns are 0-based. */
export interface SheetRef {
  readonly name: string;
  readonly workbook: WorkbookRef;
  value(row: number, column: number): CellValue | CellError;
  styleIndex(row: number, column: number): number;
}

/** The workbook as its sheets see it. */
export interface WorkbookRef {
  readonly dirty: Set<WorkbookPart>;
  readonly date1904: boolean;
  style(index: number): CellStyle;
  internStyle(baseStyleIndex: number, patch: StylePatch): number;
  checkSheetName(name: string, except: SheetRef | null): void;
  sheetRenamed(from: string, to: string): void;
  definedName(name: string, sheet: SheetRef | null): { readonly formula: string } | undefined;
  setDefinedName(name: string, formula: string, sheet: SheetRef | null, hidden?: boolean): void;
  removeDefinedName(name: string, sheet: SheetRef | null): void;
  nextTableId(): number;
  freeTableName(wanted?: string): string;
  checkTableName(name: string): void;
}
