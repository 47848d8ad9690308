/** What the checks of a record see of it, and how they say what they find. */
import type { Code } from "../../policy/codes";
import type { LearningRecord } from "../../submission/types";
import type { OfficeDecisions } from "../office-decisions";
import type { FindingDetails, Severity } from "../types";

/** A question that decides between all of the hours and none. */
export interface Gate {
  /** Index of the question (0-based), and of the option that lets the hours through. */
  readonly question: number;
  readonly accept: number;
}

/** A gate with what is said of it. */
export interface OpenGate extends Gate {
  readonly code: Code;
  readonly details: FindingDetails;
  /** Asked only of a record that has hours as the questions stand, whatever others may make of it. */
  readonly onlyWithHours?: true;
}

export interface CheckedRecord {
  readonly record: LearningRecord;
  readonly office: OfficeDecisions;
  /** Adds a finding about the cell that the code is known to be about. */
  add(code: Code, severity: Severity, clause: string, details?: FindingDetails): void;
  /** The same, as grave as the code is and under its own clause. */
  addRule(code: Code, details?: FindingDetails): void;
  /** Says a question (by index): a judgement while it is open, else an info. */
  ask(question: number, code: Code, details?: FindingDetails): void;
  /** Makes a question (by id) decide between all and nothing. It is said once all checks are made, where it changes what is credited. */
  gate(id: string, code: Code, accept: string, details?: FindingDetails, asked?: "where it has hours"): void;
  /** True when the options in force give it no hours. */
  convertsToNothing(): boolean;
}
