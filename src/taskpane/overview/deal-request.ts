/** What a person asks to be done with rows that came with the workbook. */
import type { IncomingRow } from "../../trust";

export interface DealRequest {
  readonly take: "over" | "aside";
  readonly rows: readonly IncomingRow[];
  /** The settings in the document as well. */
  readonly withSettings: boolean;
  /** Who does it, and why. */
  readonly by: string;
  readonly reason: string;
}
