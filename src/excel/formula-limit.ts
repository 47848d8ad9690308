/** Up to how many records results are formulas on this machine: as many as 自检 found quick enough. */
import { LIVE_FORMULA_LIMIT } from "../results/index";

const STORED_AS = "ce-hours-review.formula-limit";

/** Records; the usual limit where nothing was measured, or the browser's storage can't be used. */
export function formulaLimit(): number {
  try {
    const stored = localStorage.getItem(STORED_AS);
    const limit = stored === null ? NaN : Number(stored);
    return Number.isSafeInteger(limit) && limit >= 0 ? Math.min(limit, LIVE_FORMULA_LIMIT) : LIVE_FORMULA_LIMIT;
  } catch {
    return LIVE_FORMULA_LIMIT;
  }
}

/** Keeps what was measured; measured again it may be more. */
export function keepFormulaLimit(limit: number): void {
  try {
    localStorage.setItem(STORED_AS, String(limit));
  } catch {
    // Without storage the usual limit holds
  }
}
