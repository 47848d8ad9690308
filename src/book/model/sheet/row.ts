/** A cell and a row as plain data. */
import type { CellValue } from "../../../grid/address";
import type { Area } from "../address";

export interface CellError {
  /** `#N/A`, `#VALUE!` … */
  readonly error: string;
}

/** What only the file format knows about a cell: kept while the cell is untouched. XML text. */
interface KeptXml {
  /** `cm` and `vm`, with a leading blank. */
  readonly attributes?: string;
  /** The whole `<f>` element: data tables, and formulas whose text on file cannot be derived from what a user sees. */
  readonly formula?: string;
}

export interface Cell {
  value: CellValue | CellError;
  /** With `=`, as the user sees it. */
  formula?: string;
  /** Index into the workbook's style table. */
  style: number;
  /** The value does not belong to the formula's present inputs any more. The host's own mark; never saved. */
  stale?: boolean;
  /** An array formula: the cells it fills. Only its first cell has it. */
  array?: Area;
  /** Runs of a rich text as on file; gone as soon as the value is set. */
  richText?: string;
  kept?: KeptXml;
}

/** A row: its cells by column, and its own facts. */
export interface Row {
  readonly cells: (Cell | undefined)[];
  /** Points; absent = the sheet's default. */
  height?: number;
  hidden: boolean;
  /** Style of cells not yet there. */
  style?: number;
  /** Other attributes as on file. */
  attributes?: string;
  /** The row's XML as read, valid until the row changes. */
  source?: string;
}
