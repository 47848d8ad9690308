/**
 * What one evaluation of a conversion sees and notes. An evaluation is made under an option vector: for every question
 * of the policy the option that is assumed. It notes which questions it asked, so that the caller can find out which
 * of them matter to a record.
 */
import type { Code } from "../policy/codes";
import type { FactName } from "../policy/language";
import type { LearningRecord } from "../submission/types";

/** Option index by question index, both 0-based in the order of the policy. 0 is the provisional reading. */
export type OptionVector = Int8Array;

/** A question met by an evaluation. */
export interface AskedQuestion {
  /** Index of the question in the policy (0-based). */
  readonly question: number;
  /** Codes that say it on the record. */
  readonly codes: readonly Code[];
  /** Said even where no option changes the hours. */
  readonly always: boolean;
}

export interface ConversionError {
  readonly code: Code;
  readonly key?: CellKey;
}

/** A cell of the record: a fact's own, or one that a fact is derived from. */
export type CellKey = FactName | "startDate" | "endDate" | "title" | "registrationNo";

/** State of one evaluation. Handed in to all that is compiled; `begin` makes it ready for the next record. */
export class EvaluationContext {
  record!: LearningRecord;
  options!: OptionVector;
  /** The value of 收录类别 that `best` looks at, one of several; null outside of it. */
  each: string | null = null;
  /** What the enclosing `take` has worked out, in the policy's unit. */
  taken = 0;
  /** 公需 part of the hours, where a worth is split between the subjects. */
  publicShare = 0;
  /** A table met a blank cell that it needs: its later rows can't be tried. */
  stuck = false;
  readonly asked: AskedQuestion[] = [];
  readonly errors: ConversionError[] = [];
  readonly invalid = new Set<FactName>();

  /** Starts the evaluation of another record under these options: nothing is asked or wrong yet. */
  begin(record: LearningRecord, options: OptionVector): void {
    this.record = record;
    this.options = options;
    this.each = null;
    this.taken = 0;
    this.publicShare = 0;
    this.stuck = false;
    if (this.asked.length > 0) this.asked.length = 0;
    if (this.errors.length > 0) this.errors.length = 0;
    if (this.invalid.size > 0) this.invalid.clear();
  }

  /** Notes an error once for a code and cell. */
  fail(code: Code, key?: CellKey): void {
    if (!this.errors.some((error) => error.code === code && error.key === key))
      this.errors.push(key === undefined ? { code } : { code, key });
  }
}

/** Value of a fact; null: its cell is blank or can't be read. */
export type FactValue = number | string | readonly string[] | null;
/** A compiled piece of a policy. */
export type Evaluate<T> = (context: EvaluationContext) => T;
