/** What the grid tells the page around it. */
import type { Area } from "../../../book/model/workbook";

/** What the grid itself has taken in, which follows the workbook with the next picture. */
export interface GridState {
  readonly sheet: string;
  /** The selected cells, counted from 0. */
  readonly selection: Area | null;
  /** The text in the cell's editor and where its cursor stands (null: not there yet); null while no cell is being edited. */
  readonly editor: { readonly text: string; readonly cursor: number | null } | null;
}

export type Unsupported = "format" | "move" | "fill" | "other";
