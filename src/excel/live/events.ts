/** What the workbook tells whoever shows a review, while the page lives. */
import type { Place } from "../../submission/grid";
import type { ReviewOutcome } from "../types";

/** Why results may no longer be what the sheets would give. */
export type OutdatedReason =
  "edited" | "sorted" | "rows-inserted" | "rows-deleted" | "columns-changed" | "co-author" | "other-sheet";

export interface LiveUpdate {
  /** The review as it now stands: the last one, with the people concerned judged anew. */
  readonly outcome: ReviewOutcome;
  /** 0-based rows of 学时记录 that were read anew. */
  readonly rows: readonly number[];
  /** Registration numbers of the people judged anew. */
  readonly people: readonly string[];
}

export interface WorkbookEvents {
  /** Somebody selected cells: the place of the first. */
  readonly onSelection: (place: Place) => void;
  /** A correction was read, judged, and written to its row, years and person. */
  readonly onUpdated: (update: LiveUpdate) => void;
  /** Results are older than their inputs; `rows` of them, as far as it is known (0: unknown). */
  readonly onOutdated: (reason: OutdatedReason, rows: number) => void;
}
