/** What a check finds, by the path of the policy's entry; check.ts gives it its cell. */
import type { FindingDetails, Severity } from "../findings";

type CheckCode =
  | "gap"
  | "row-unreachable"
  | "row-never-holds"
  | "row-hidden-in-part"
  | "row-same-condition"
  | "option-without-effect"
  | "question-unused"
  | "evidence-set-contained"
  | "code-without-words"
  | "code-without-remedy"
  | "code-without-clause"
  | "minimum-unreachable"
  | "hours-fall"
  | "hours-rise-with-rank"
  | "hours-negative"
  | "hours-unbounded"
  | "window-unmeetable"
  | "channel-unmeetable"
  | "unit-without-channel";

export interface Found {
  readonly code: CheckCode;
  readonly severity: Severity;
  readonly path: string;
  readonly details: FindingDetails;
  readonly example: Readonly<Record<string, string | number>> | null;
}

/** Notes something found. */
export type Note = (
  code: CheckCode,
  severity: Severity,
  path: string,
  details?: FindingDetails,
  example?: Readonly<Record<string, string | number>> | null,
) => void;
