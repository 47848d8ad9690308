/** Why a record is worth what it is, as data; messages/ has the words. */
import type { Code } from "../policy/codes";
import type { RecordDecision } from "../submission/types";
import type { Finding, FindingDetails, RecordVerdict } from "./types";
import type { Step } from "./worth/steps";

/** A question that was met and on which the hours depend. */
export interface QuestionMet {
  readonly id: string;
  readonly clause: string;
  readonly codes: readonly Code[];
  /** The option in force: the office's, else the provisional one. */
  readonly option: string;
  readonly open: boolean;
  /** What the record would be worth under the other options, all else as in force. */
  readonly others: readonly { readonly option: string; readonly hours: number; readonly publicHours: number }[];
}

/** What makes the record worth nothing at all. */
interface ConversionProblem {
  readonly code: Code;
  readonly clause: string;
  readonly details: FindingDetails;
}

export interface EvidenceExplained {
  readonly clause: string;
  readonly complete: boolean;
  readonly substitute: { readonly code: Code; readonly clause: string } | null;
  /** Labels of the nearest set, and what of it is lacking. */
  readonly nearest: readonly string[];
  readonly missing: readonly string[];
  /** The other sets that would do, as labels. */
  readonly others: readonly (readonly string[])[];
  /** The office's decision by which what there is will do. */
  readonly accepted: DecidedQuestion | null;
}

/** A question and the option in force. */
export interface DecidedQuestion {
  readonly id: string;
  readonly option: string;
  readonly open: boolean;
}

/** What became of the hours after they were converted. */
export interface RecordOutcome {
  readonly verdict: RecordVerdict;
  readonly credited: number;
  readonly lowest: number;
  readonly highest: number;
  /** A reviewer's decision on the record, where it counts. */
  readonly decision: RecordDecision | null;
  /** Findings that keep hours from being credited, or leave it open; those that the conversion tells left out, cells that place the record aside. */
  readonly because: readonly { readonly finding: Finding; readonly question: DecidedQuestion | null }[];
}

export interface Explanation {
  readonly form: string | null;
  readonly formLabel: string;
  readonly unit: string;
  /** Converted at the reading in force: the office's decisions, elsewhere the provisional options. */
  readonly hours: number;
  readonly publicHours: number;
  readonly clause: string;
  /** Null when an error stands, or the form is unknown. */
  readonly step: Step | null;
  readonly errors: readonly ConversionProblem[];
  readonly questions: readonly QuestionMet[];
  /** Null when no evidence is asked for. */
  readonly evidence: EvidenceExplained | null;
  /** Null when only the record itself is looked at. */
  readonly outcome: RecordOutcome | null;
}
