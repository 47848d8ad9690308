/**
 * One host-neutral write plan: everything a host has to do to show a review, as plain data.
 * A second spreadsheet host needs nothing but a second way of carrying this out.
 * Rows and columns are 0-based sheet positions.
 */

import type { Area } from "../grid/address";
import type { Standing } from "../submission/grid";

/** A cell to be written. `null` leaves the cell blank. Text is always text, never a formula. */
type PlannedValue = string | number | null;

/** A formula of ours. User text never becomes one. `=` included, en-US names and separators. */
export interface PlannedFormula {
  readonly formula: string;
  /** What it shows, for where nothing calculates it. */
  readonly shown?: string | number;
}

export type PlannedCell = PlannedValue | PlannedFormula;

export interface Style {
  readonly bold?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  /** #RRGGBB */
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right" | "distributed";
  readonly vertical?: "top" | "center" | "bottom" | "distributed";
  readonly numberFormat?: string;
  /** Thin lines around and between all cells, or around the area only; `dashed-left` is the cutting line. */
  readonly border?: "all" | "outline" | "dashed-left";
}

/** A rectangle of cells written at once. All lines have the same length. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlannedCell[])[];
}

/** A format laid over a rectangle. Later ones win. */
export interface StyledArea extends Area {
  readonly style: Style;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  readonly paper: "a4";
  /** Fixed scale in per cent: with fit-to-page Excel ignores manual breaks. */
  readonly scale?: number;
  /** All columns on one page, whatever the default font; for sheets without manual breaks. */
  readonly fitWidth?: boolean;
  /** With `fitWidth`: all columns on so many pages side by side. */
  readonly pagesWide?: number;
  readonly area?: Area;
  /** Rows repeated on each page (0-based, first and count). */
  readonly titleRows?: { readonly first: number; readonly count: number };
  /** A page break stands above each of these rows. */
  readonly breaksAbove?: readonly number[];
  /** Margins in points. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly centerHorizontally?: boolean;
  /** Columns repeated on each page (0-based, first and count). */
  readonly titleColumns?: { readonly first: number; readonly count: number };
  /** In the middle of each page's foot, in Excel's codes: &P this page, &N all pages. */
  readonly footer?: string;
}

/** What a cell takes, and what is said when it is chosen or refuses. */
export interface CellCheck extends Area {
  readonly rule:
    | {
        readonly kind: "list";
        readonly sheet: string;
        readonly column: number;
        readonly row: number;
        readonly rows: number;
      }
    | { readonly kind: "whole" | "decimal"; readonly from: number; readonly to: number }
    | { readonly kind: "length"; readonly exactly: number }
    /** Years, first and last. */
    | { readonly kind: "date"; readonly from: number; readonly to: number }
    | null;
  /** Title of 32 and message of 255 characters at most. */
  readonly error?: { readonly title: string; readonly message: string };
  readonly prompt?: { readonly title: string; readonly message: string };
}

/** Bars or columns over cells of the same sheet: first column the categories, first row the names of the series. */
export interface ChartPlan {
  readonly name: string;
  readonly type: "ColumnClustered" | "BarClustered" | "BarStacked";
  readonly title: string;
  readonly source: Area;
  readonly place: Area;
  /** #RRGGBB, one a series. */
  readonly colors: readonly string[];
  /** Of the values and their labels. */
  readonly numberFormat?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly labels?: boolean;
}

export interface ListValidation extends Area {
  /** Allowed values; the literal joined with commas must stay within 255 characters. */
  readonly values: readonly string[];
}

/**
 * One colour for many cells of a column. Plain formats, not conditional ones: they go along when rows are sorted, and
 * a host can lay them over many runs of rows in one call.
 */
export interface Highlight {
  readonly column: number;
  readonly runs: readonly { readonly row: number; readonly rows: number }[];
  readonly color: string;
  readonly fill: string;
}

/** A sheet of the add-in's own, made anew or emptied and filled again. */
export interface OwnSheetPlan {
  readonly name: string;
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
  /** Width in characters of the default font, by column. */
  readonly columnWidths?: readonly { readonly column: number; readonly characters: number }[];
  /** Heights in points, of `rows` rows from `row` on. */
  readonly rowHeights?: readonly { readonly row: number; readonly rows: number; readonly points: number }[];
  readonly merges?: readonly Area[];
  readonly validations?: readonly ListValidation[];
  readonly highlights?: readonly Highlight[];
  /** Columns hidden from view (what a later review finds its way by). */
  readonly hiddenColumns?: readonly number[];
  readonly freezeRows?: number;
  /** With `freezeRows`: columns that stay in sight too. */
  readonly freezeColumns?: number;
  readonly checks?: readonly CellCheck[];
  /** Only on sheets that are made anew: charts are not found again. */
  readonly charts?: readonly ChartPlan[];
  readonly hideGridlines?: boolean;
  readonly print?: PrintSetup;
  /** Rows that hold a claim which does not count, and why: they get no mark of the office's as its own. */
  readonly notOurs?: ReadonlyMap<number, Standing>;
  /** The office's mark on the sheet as a whole, as a formula (trust/sheet-mark.ts). */
  readonly mark?: string;
}

/** Cells added to, or changed on, a sheet that people write on too: whatever else stands there stays. */
export interface SheetPatch {
  readonly name: string;
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
  readonly validations: readonly ListValidation[];
  readonly printArea?: Area;
  /** Columns that the patch makes, and nobody has to see. */
  readonly hiddenColumns?: readonly number[];
  /** Columns that have something to say now, and are wide enough for it. */
  readonly shownColumns?: readonly number[];
}

/** A line of an own sheet that says something else; its other cells stay. */
export interface LineUpdate {
  readonly row: number;
  /** Texts by column that show the line is the one meant: people may have sorted the sheet. */
  readonly known: ReadonlyMap<number, string>;
  /** `unlessFilled`: left as it is where somebody wrote into that column. */
  readonly parts: readonly {
    readonly column: number;
    readonly cells: readonly PlannedCell[];
    readonly unlessFilled?: number;
  }[];
  /** The cell whose word has a colour. */
  readonly word: { readonly column: number; readonly text: string };
}

/** Columns added to the right of a unit's sheet. The unit's own cells are never part of it. */
export interface AnnotationPlan {
  readonly sheet: string;
  /** Header row and first annotation column. */
  readonly headerRow: number;
  readonly column: number;
  /** Number of annotation columns. */
  readonly columns: number;
  /** Last row of the unit's data or of its Table (0-based); the annotation covers headerRow..lastRow. */
  readonly lastRow: number;
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
  readonly columnWidths: readonly { readonly column: number; readonly characters: number }[];
  readonly highlights: readonly Highlight[];
  /** Columns hidden from view (fingerprints). */
  readonly hiddenColumns: readonly number[];
}

export interface WritePlan {
  readonly annotation: AnnotationPlan | null;
  readonly sheets: readonly OwnSheetPlan[];
  /** Own sheets that must not exist afterwards. */
  readonly removeSheets: readonly string[];
}
