/** What excel/ tells its callers: progress, facts of a workbook, failures. */
import type { WorkbookGrids } from "../submission/grid";
import type { InputProblem } from "../submission/types";

/** `done` of `total`: rows while reading, estimated bytes while writing. While a cell is being edited nothing goes on until the edit has ended. */
export interface Progress {
  readonly step: "reading" | "reviewing" | "writing" | "waiting-for-edit";
  readonly done: number;
  readonly total: number;
}

/** Every long action can be watched and cancelled; it is cancelled between batches, never within one. */
export interface ActionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A rectangle of cells, 0-based sheet positions. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetFacts {
  readonly name: string;
  readonly protected: boolean;
  /** Cells that hold something; null when the sheet is blank, or none of the contract's. */
  readonly used: CellArea | null;
  /** True when the sheet itself (not a table on it) has a filter. */
  readonly filtered: boolean;
}

export interface TableFacts extends CellArea {
  readonly name: string;
}

export interface FilterFacts extends CellArea {
  /** One entry a column of the filter, null where the column is not filtered. */
  readonly criteria: readonly (Excel.FilterCriteria | null)[];
}

/** How a column of the unit's sheet looked before we used it. */
export interface ColumnLook {
  /** Points. */
  readonly width: number;
  readonly hidden: boolean;
}

export interface WorkbookReading {
  readonly grids: WorkbookGrids;
  readonly sheets: ReadonlyMap<string, SheetFacts>;
  readonly structureProtected: boolean;
  /** Tables and filter of 学时记录. */
  readonly tables: readonly TableFacts[];
  readonly filter: FilterFacts | null;
  /** Looks of the columns of 学时记录 and some to the right of them, by column. Empty unless asked for. */
  readonly looks: ReadonlyMap<number, ColumnLook>;
}

/** cancelled: by the user; editing: a cell is being edited; protected: sheet or structure; input: not reviewable; host: all else. */
export type FailureKind = "cancelled" | "editing" | "protected" | "input" | "host";

/** Why an action did not come to its end, in Chinese, with what to do. Input cells are as they were. */
export class ExcelFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly remedy: string,
    readonly problems: readonly InputProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "ExcelFailure";
  }
}
