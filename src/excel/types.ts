/** What excel/ tells its callers: progress, facts of a workbook, failures. */
import {
  failureWords,
  type FailureDetails,
  type FailureKey,
  type FailureProblem,
  type Language,
  type WarningKey,
} from "../messages";
import type { Area } from "../grid/address";
import type { LedgerState } from "../certificates/index";
import type { ReviewedSubmission } from "../review/types";
import type { SecondRoundChanges } from "../rounds/index";
import type { WorkbookGrids } from "../submission/grid";
import type { Incoming, RunRecord, Sealer } from "../trust";
import type { TrustedSettings } from "./settings/storage";
import type { UnitInfo } from "../submission/types";

/** `done` of `total`: rows while reading, estimated bytes while writing. While a cell is being edited nothing goes on until the edit has ended, nor a freeze while formulas are being calculated. */
export interface Progress {
  readonly step: "reading" | "reviewing" | "writing" | "waiting-for-edit" | "waiting-for-formulas";
  readonly done: number;
  readonly total: number;
  /** What is being sent goes on to its end: too late to cancel. */
  readonly final?: boolean;
}

/** Every long action can be watched and cancelled; it is cancelled between batches, never within one. */
export interface ActionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of what could not be done though the action comes to its end. */
  readonly onWarning?: (warning: WarningKey) => void;
}

export interface SheetFacts {
  readonly name: string;
  readonly protected: boolean;
  /** Hidden or very hidden. */
  readonly hidden: boolean;
  /** Cells that hold something; null when the sheet is blank, or none of the contract's. */
  readonly used: Area | null;
  /** True when the sheet itself (not a table on it) has a filter. */
  readonly filtered: boolean;
  /** What the name SHEET_MARK means on it (trust/sheet-mark.ts), "" where there is none or it was not asked for. */
  readonly mark: string;
}

export interface TableFacts extends Area {
  readonly name: string;
  /** Its last row is a row of totals. */
  readonly totals: boolean;
}

export interface FilterFacts extends Area {
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
  /** What the add-in keeps in the document, as far as the office has made it. */
  readonly settings: TrustedSettings;
  /** What in it is not the office's. */
  readonly origins: Origins;
  /** Looks of the columns of 学时记录 and some to the right of them, by column. Empty unless asked for. */
  readonly looks: ReadonlyMap<number, ColumnLook>;
}

/** What in a workbook is not the office's, as far as sheets go; the rows that do not count are named in their grids. */
interface Origins {
  /** Sheets under one of our names that are not ours: what we write goes to a sheet of its own, and these are renamed. */
  readonly foreignSheets: ReadonlySet<string>;
  /** Sheets that bear the office's mark as a whole. */
  readonly marked: ReadonlySet<string>;
}

/** The open workbook within one `Excel.run`, and what was read of it. */
export interface OpenWorkbook {
  readonly context: Excel.RequestContext;
  readonly reading: WorkbookReading;
  /** Makes the office's marks. */
  readonly sealer: Sealer;
}

/** What a review tells whoever shows it. */
export interface ReviewOutcome extends ReviewedSubmission {
  readonly unit: UnitInfo;
  /** False when the submission is above the limit and the annotation holds values only. */
  readonly liveFormulas: boolean;
  /** 发证台账 as it was read with the rest. */
  readonly ledger?: LedgerState;
  /** What the review has noted of itself in the workbook. */
  readonly record?: RunRecord;
  /** What a second round makes new to the reviewer; null when no round before was taken over. */
  readonly again: SecondRoundChanges | null;
  /** What came with the workbook and waits to be taken over or put aside. */
  readonly incoming: Incoming;
}

/**
 * cancelled: by the user; editing: a cell is being edited; protected: a sheet; structure-protected: the workbook;
 * missing-sheet, wrong-template: what was opened is no submission as the contract has it; input: something else to put
 * right first; changed: by somebody else while it was worked on; busy: Excel has enough to do; host: all else.
 */
export type FailureKind =
  | "cancelled"
  | "editing"
  | "protected"
  | "structure-protected"
  | "missing-sheet"
  | "wrong-template"
  | "input"
  | "changed"
  | "busy"
  | "host";

const KINDS: Partial<Readonly<Record<FailureKey, FailureKind>>> = {
  cancelled: "cancelled",
  editing: "editing",
  "sheet-protected": "protected",
  protected: "protected",
  "structure-protected": "structure-protected",
  "changed-meanwhile": "changed",
  busy: "busy",
  "too-large": "busy",
  host: "host",
  "formula-unfinished": "host",
  "return-too-large": "host",
  "sheets-missing": "missing-sheet",
  "wrong-template": "wrong-template",
};

export interface FailureSaid {
  readonly message: string;
  readonly remedy: string;
}

/** Why an action did not come to its end, with what to do. Input cells are as they were. `message` and `remedy` are Chinese. */
export class ExcelFailure extends Error {
  readonly kind: FailureKind;
  readonly remedy: string;
  readonly words: Readonly<Record<Language, FailureSaid>>;
  readonly problems: readonly FailureProblem[];

  constructor(
    readonly key: FailureKey,
    details: FailureDetails = {},
    { problems = [], cause }: { readonly problems?: readonly FailureProblem[]; readonly cause?: unknown } = {},
  ) {
    const words = { zh: failureWords(key, details, "zh"), en: failureWords(key, details, "en") };
    super(words.zh.message, { cause });
    this.name = "ExcelFailure";
    this.kind = KINDS[key] ?? "input";
    this.remedy = words.zh.remedy;
    this.words = words;
    this.problems = problems;
  }
}
