/**
 * What a review yields. Plain data; shapes follow the report contract of the standard submission workbook.
 */
import type { Detail } from "../policy/code";
import type { Code } from "../policy/codes";
import type { Place } from "../submission/grid";
import type { Submission } from "../submission/types";

/** A credited amount: 公需科目, 专业科目. Unit: the policy's (学时). */
type Subject = "public" | "professional";
/** `both`: the 90-hour aid rule; `either`: hours without a subject; `none`: no hours. */
export type SubjectOutcome = Subject | "both" | "either" | "none";
export type Severity = "error" | "judgement" | "warning" | "info";
export type RecordVerdict = "credited" | "rejected" | "pending";
export type YearStatus = "met" | "unmet" | "pending";
export type PersonVerdict = "qualified" | "unqualified" | "pending";

/** What a message names: a value, its nearest allowed value, what is missing; words of the workbook, numbers and lists. */
export type FindingDetails = Readonly<Record<string, Detail>>;

/** One thing found: data, not a sentence. `messages/` turns it into words. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly clause: string;
  /** Where it stands. A year's finding has no cell of its own and carries the year instead. */
  readonly place: Place;
  readonly registrationNo?: string;
  readonly name?: string;
  readonly year?: number;
  readonly details?: FindingDetails;
}

export interface RecordReview {
  readonly place: Place;
  readonly registrationNo: string;
  readonly year: number | null;
  /** Slug of the learning form, null when the form is unknown. */
  readonly form: string | null;
  readonly subject: SubjectOutcome;
  /** What the clause gives for the row's own figures by the provisional readings. */
  readonly convertedHours: number;
  /** What of it counts for the year claimed. */
  readonly creditedHours: number;
  readonly lowestHours: number;
  readonly highestHours: number;
  readonly verdict: RecordVerdict;
  readonly findings: readonly Finding[];
}

export interface YearReview {
  readonly registrationNo: string;
  readonly name: string;
  readonly year: number;
  readonly publicHours: number;
  readonly professionalHours: number;
  readonly totalHours: number;
  readonly status: YearStatus;
  /** Already stamped and proven by a 合格证明 (正文四.4). */
  readonly sealed: boolean;
  readonly findings: readonly Finding[];
}

export interface PersonReview {
  readonly place: Place;
  readonly registrationNo: string;
  /** The number as it was handed in; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly verdict: PersonVerdict;
  /** 正高级 or 副高级: the only levels that get a certificate. */
  readonly senior: boolean;
  /** First and last year the certificate would name; null when the window is open or missing. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** Every window of years that may be asked for, as questions about it are open. */
  readonly windows: readonly { readonly from: number; readonly to: number }[];
  readonly findings: readonly Finding[];
}

/** An open or decided question of the notice, as the 口径 sheet shows it. */
export interface QuestionState {
  readonly id: string;
  readonly question: string;
  readonly clause: string;
  readonly options: readonly { readonly slug: string; readonly label: string }[];
  /** The provisional option: the first. */
  readonly provisional: string;
  /** The office's decision, null while undecided. */
  readonly decision: {
    readonly option: string;
    /** Text of the cell as the office wrote it. */
    readonly text: string;
    readonly by: string;
    readonly on: string;
    readonly reason: string;
  } | null;
  /** Records, years and people that carry one of its codes. */
  readonly touched: number;
}

export interface Review {
  readonly policy: string;
  readonly records: readonly RecordReview[];
  readonly years: readonly YearReview[];
  readonly people: readonly PersonReview[];
  /** Everything found, records' and years' and people's findings included, in sheet order. */
  readonly findings: readonly Finding[];
  readonly questions: readonly QuestionState[];
}

/** A submission and what the review says of it. */
export interface ReviewedSubmission {
  readonly submission: Submission;
  readonly review: Review;
}
