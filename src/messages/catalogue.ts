/** The shape of a language's catalogue. */
import type { FactName } from "../policy/language";
import type { Bound } from "../review/explain";
import type { PersonVerdict, RecordVerdict, Severity, SubjectOutcome, YearStatus } from "../review/types";

/** Limits of a test on a number. */
export type Bounds = { readonly [bound in Bound]?: number };
/** A fact with its value: 6 个半天, 排名第 2. */
export type FactWord = (value: string) => string;

/** The words in which a computation is told. Numbers come as texts, formatted. */
export interface ExplanationWords {
  readonly facts: Readonly<Record<FactName, FactWord>>;
  /** The fact as what is taken away: 不计 2 天. */
  readonly less: Partial<Readonly<Record<FactName, FactWord>>>;
  /** A figure taken over as it stands: 按证书学时计. */
  readonly asItStands: Partial<Readonly<Record<FactName, string>>>;
  /** Words of a closed column's values by fact and slug; left out: the workbook's own word. */
  readonly values: Partial<Readonly<Record<FactName, Readonly<Record<string, string>>>>>;
  readonly blank: (header: string) => string;
  readonly without: (values: string) => string;
  /** Beside the value, why a row of the table was hit, or a better one missed. */
  readonly bounds: (fact: FactName, bounds: Bounds, holds: boolean) => string;
  readonly bracket: (text: string) => string;
  readonly because: (reasons: string, result: string) => string;
  readonly list: string;
  /** Between two steps of a computation. */
  readonly then: string;
  readonly also: (values: string) => string;
  readonly lesser: (parts: readonly string[]) => string;
  readonly amount: (hours: string, unit: string) => string;
  readonly both: (publicHours: string, professionalHours: string) => string;
  /** Worth nothing, and why. */
  readonly nothing: (unit: string, why: string) => string;
  readonly noRow: string;
  /** A question is named by its words: its number says nothing to who reads. */
  readonly open: (question: string, option: string) => string;
  readonly undecided: (question: string) => string;
  readonly decided: (question: string, option: string) => string;
  /** What another option gives. */
  readonly otherwise: (option: string, amount: string) => string;
  readonly evidenceComplete: string;
  readonly evidenceNearest: (missing: string, nearest: string) => string;
  /** Sets of documents, any one of which would do as well. */
  readonly evidenceOthers: (sets: readonly (readonly string[])[]) => string;
  readonly credited: (amount: string) => string;
  readonly rejected: (why: string) => string;
  /** By a reviewer's decision. */
  readonly treated: (outcome: string, by: string, on: string) => string;
  readonly pending: (amount: string, lowest: string, highest: string, why: string) => string;
  /** A sentence of the catalogue inside another one. */
  readonly inside: (sentence: string) => string;
  readonly semicolon: string;
}

/** The words in which years and people are told. */
export interface ReasonWords {
  /** What a minimum is of. */
  readonly sums: Readonly<Record<string, string>>;
  readonly lacking: (sum: string, amount: string) => string;
  readonly years: (years: string, status: string) => string;
  readonly allMet: (years: string) => string;
  readonly questionsOpen: (questions: string) => string;
  readonly recordsPending: string;
  /** The window of years is open; `windows` says which it may be. */
  readonly windowOpen: (questions: string, windows: readonly string[]) => string;
  readonly person: (verdict: string, why: string) => string;
  readonly personIn: (text: string) => string;
  readonly sealed: string;
}

/** The words in which it is told what another option of a question would change. */
export interface EffectWords {
  readonly option: (label: string) => string;
  /** `count` people go from one verdict to another, both in words. */
  readonly people: (count: number, from: string, to: string) => string;
  readonly nobody: string;
  /** What else changes, after people who do. */
  readonly besides: (parts: readonly string[]) => string;
  /** What changes although nobody's verdict does. */
  readonly only: (parts: readonly string[]) => string;
  readonly years: (count: number) => string;
  readonly records: (count: number) => string;
  readonly between: string;
}

export interface Catalogue {
  /** One and several of a policy's unit. */
  readonly units: Readonly<Record<string, readonly [one: string, several: string]>>;
  readonly explain: ExplanationWords;
  readonly reasons: ReasonWords;
  readonly effects: EffectWords;
  /** Remedy of a code that only a decision settles: its entry has none of its own. */
  readonly decide: string;
  /** Problem and remedy of a code that no notice has. */
  readonly unknown: readonly [problem: string, remedy: string];
  readonly severities: Readonly<Record<Severity, string>>;
  readonly recordVerdicts: Readonly<Record<RecordVerdict, string>>;
  readonly yearStatuses: Readonly<Record<YearStatus, string>>;
  readonly personVerdicts: Readonly<Record<PersonVerdict, string>>;
  readonly subjects: Readonly<Record<SubjectOutcome, string>>;
}
