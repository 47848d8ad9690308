/** What one look at Excel is given, and what it gives. */
import type { SelfCheckId } from "../../../messages";
import type { Timer } from "../../timer";

/** What a check works with: a sheet of its own, blank, which goes away afterwards. */
export interface CheckPlace {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  readonly timer: Timer;
}

export interface Seen {
  /** Excel does what the add-in takes for granted. */
  readonly holds: boolean;
  /** What was seen, in a few words or figures; nothing of the workbook. */
  readonly seen: string;
}

export interface Check {
  readonly id: SelfCheckId;
  /** Throws what Excel throws: that is what was seen then. */
  readonly look: (place: CheckPlace) => Promise<Seen>;
}

/** Equal texts hold. */
export function same(expected: readonly unknown[], actual: readonly unknown[]): Seen {
  return { holds: JSON.stringify(expected) === JSON.stringify(actual), seen: JSON.stringify(actual) };
}
