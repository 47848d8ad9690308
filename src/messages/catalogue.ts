/** The shape of a language's catalogue. */
import type { PersonVerdict, RecordVerdict, Severity, SubjectOutcome, YearStatus } from "../review/types";

/**
 * What is wrong, and what to do about it. `{key}` is a detail of the finding; a passage in `[…]` is left out
 * when one of its details is missing, so that a message never shows an empty place.
 */
export type Entry = readonly [problem: string, remedy: string];

/** A judgement question in words, and the label of each option by its slug. The policy, not this record, knows their order. */
export interface QuestionWords {
  readonly question: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface Catalogue {
  readonly entries: Readonly<Record<string, Entry>>;
  /** For a code that the catalogue does not know yet. */
  readonly unknown: Entry;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly recordVerdicts: Readonly<Record<RecordVerdict, string>>;
  readonly yearStatuses: Readonly<Record<YearStatus, string>>;
  readonly personVerdicts: Readonly<Record<PersonVerdict, string>>;
  readonly subjects: Readonly<Record<SubjectOutcome, string>>;
  readonly questions: Readonly<Record<string, QuestionWords>>;
}
