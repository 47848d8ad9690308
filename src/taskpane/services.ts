/** What the controller needs from its host: excel/ in the product, fakes in tests. */
import type { CertificateSettings, LedgerState } from "../certificates";
import type { OpenedWorkbook, ReviewOutcome } from "../excel";
import type { Language } from "../messages";
import type { Action, Steering } from "./actions/action";

export interface Services {
  readonly language: Language;
  /** Runs an action; tests put runs of their own in the place of those that need Excel. */
  readonly perform: <Request, Outcome>(
    action: Action<string, Request, Outcome>,
    request: Request,
    steering: Steering,
  ) => Promise<Outcome>;
  /** Reads the ledger and nothing else. */
  readonly readLedger: () => Promise<LedgerState>;
  /** The review that stands in the workbook, and whether it matches the cells; null without one. Reads, and writes nothing. */
  readonly lookAtOpened: () => Promise<OpenedWorkbook>;
  readonly loadCertificateSettings: () => CertificateSettings;
  /** The text of the office key's file. */
  readonly officeKeyFile: () => string;
  /** The workbook shows its rows with problems only; kept in the workbook. */
  readonly problemViewIsOn: () => boolean;
  /** Corrections in the sheets are judged against this review from now on; null: against none. */
  readonly followReview: (outcome: ReviewOutcome | null) => void;
  /** YYYY-MM-DD */
  readonly today: () => string;
  /** Milliseconds by a clock that never goes back. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly showPane: () => Promise<unknown>;
}
