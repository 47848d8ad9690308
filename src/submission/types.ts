/**
 * A submission as typed data. Positions (`place`) are carried along; only messages and write plans read them.
 */
import type { Detail } from "../policy/code";
import type { InputProblem } from "./input-problem";
import type { EngineCode } from "../policy/engine-codes";
import type { Policy } from "../policy/language";
import type { Place, Standing, WorkbookGrids } from "./grid";

export type { ColumnQuestion, InputProblem } from "./input-problem";

/** Calendar date as a day number: days since 1899-12-30, as Excel's serials. */
export type DayNumber = number;

export interface UnitInfo {
  readonly unitName: string;
  /** As the notice's channels call its kind of unit; under a notice that tells no kinds apart, what stands in the cell. */
  readonly unitNature: string;
  readonly county: string;
  readonly department: string;
  readonly preReviewDate: DayNumber | null;
  readonly handler: string;
  readonly phone: string;
  readonly applicationYear: number;
  readonly submissionDate: DayNumber | null;
  /** unit, department, individual; null when blank or unknown. */
  readonly submittedBy: "unit" | "department" | "individual" | null;
  readonly policyId: string;
}

export interface Person {
  readonly place: Place;
  readonly registrationNo: string;
  /** 登记证书编号 as it was handed in, trimmed; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly idNumber: string;
  readonly employer: string;
  readonly education: string | null;
  readonly educationLabel: string;
  readonly currentTitle: string;
  readonly specialty: string;
  readonly targetLevel: string | null;
  readonly targetLevelLabel: string;
  readonly archivePlace: string;
  readonly proof: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly sealedYears: readonly number[];
  /** Keys whose cells hold something that could not be read. */
  readonly unreadable: ReadonlySet<string>;
}

/** A way a cell can fail to be read. */
export interface ReadingProblem {
  readonly code: EngineCode;
  readonly place: Place;
  readonly key: string;
  readonly details: Readonly<Record<string, Detail>>;
}

/** Where the columns of one sheet were found. */
export interface SheetLayout {
  readonly sheet: string;
  /** First and last row of the header: the same row, unless names stand in two. */
  readonly headerTop: number;
  readonly headerRow: number;
  /** Column index by key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers that the reviewer has said the meaning of, by key. */
  readonly chosen: ReadonlyMap<string, string>;
  /** First and last column of the unit's own header row; own annotation columns left out. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** First column of our own annotation from an earlier review, if there is one. */
  readonly annotationColumn: number | null;
  readonly lastRow: number;
}

/** One row of 学时记录. `null` is a blank cell; a cell that could not be read is null too and its key is in `unreadable`. */
export interface LearningRecord {
  readonly place: Place;
  readonly registrationNo: string;
  /** 登记证书编号 as it was handed in, trimmed; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly year: number | null;
  /** Form slug; null when blank or unknown. */
  readonly form: string | null;
  /** The label as typed, normalised. Tells the excluded forms apart. */
  readonly formLabel: string;
  readonly subject: "public" | "professional" | null;
  readonly title: string;
  readonly startDate: DayNumber | null;
  readonly endDate: DayNumber | null;
  readonly halfDays: number | null;
  readonly evenings: number | null;
  readonly meetingDays: number | null;
  readonly uncountedDays: number | null;
  readonly statedHours: number | null;
  readonly progress: number | null;
  readonly filingNo: string;
  readonly level: string | null;
  readonly rank: number | null;
  /** How many share it, where the rank says so: 2/5. */
  readonly authors: number | null;
  readonly role: string | null;
  readonly indexing: readonly string[];
  readonly kind: string | null;
  readonly patentee: string | null;
  readonly completedDate: DayNumber | null;
  readonly modules: number | null;
  readonly authority: string | null;
  readonly assessment: string | null;
  readonly stamped: boolean | null;
  readonly sealed: boolean;
  readonly claimedHours: number | null;
  readonly evidence: readonly string[];
  /** Keys of dates that name a month or a year only: 开始日期 then is its first day, 结束日期 its last. */
  readonly wholeMonths: ReadonlySet<string>;
  /** Keys whose cells hold something that could not be read. */
  readonly unreadable: ReadonlySet<string>;
  /** Problems of reading found in this row's cells. */
  readonly problems: readonly ReadingProblem[];
  /** Changes when any input cell of the row changes. Short text. */
  readonly fingerprint: string;
  /**
   * False when functions over the row's cells would fail or differ: one holds an error value or has its value from a merged
   * cell of a row above, or the row's texts are longer than Excel joins.
   */
  readonly suitsFormulas: boolean;
}

/** One filed training of 培训备案. `items`: keys of cells in which something other than a word for 否 stands. */
export interface Filing {
  readonly filingNo: string;
  readonly filedOn: DayNumber | null;
  readonly startDate: DayNumber | null;
  /** Keys of dates that name a month only: they are its first day. */
  readonly wholeMonths: ReadonlySet<string>;
  readonly theme: string;
  readonly items: ReadonlySet<string>;
}

/** A row of 口径: the office's reading of one question. */
export interface Decision {
  readonly place: Place;
  readonly id: string;
  /** The option's slug, null when blank or not one of the question's options. */
  readonly option: string | null;
  readonly text: string;
  readonly by: string;
  readonly on: string;
  /** The cell itself, a serial number or a text: it is written back as it stands. */
  readonly onCell?: number | string;
  readonly reason: string;
  /** 来历: how the row came to count, or why it does not. */
  readonly origin?: string;
  /** Set where the row does not count; `option` is null then. */
  readonly standing?: Standing;
}

/** 认定, 不予认定, 核定学时 n. */
export type Treatment = "accept" | "refuse" | "set";

/** What a reviewer decided on one record, on 审核意见. */
export interface RecordDecision {
  /** null: what stands in 处理 is none of the three. */
  readonly treatment: Treatment | null;
  readonly text: string;
  /** Hours of 核定学时, not negative; null when it is not that, or no such number is given. */
  readonly hours: number | null;
  readonly hoursText: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  /** The record has changed since: the decision no longer counts. */
  readonly stale: boolean;
}

/** A row of 发证台账. */
export interface LedgerEntry {
  readonly certificateNo: string;
  readonly registrationNo: string;
  /** 登记证书编号 as it was handed in, trimmed; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly handler: string;
  readonly issuedOn: string;
  /** 有效 or 作废 */
  readonly status: string;
  readonly voidReason: string;
  /** 来历: how the row came to count, or why it does not. */
  readonly origin?: string;
  /** Set where the row does not count. */
  readonly standing?: Standing;
  /** Why the number was given although the person seemed to hold one. */
  readonly note?: string;
}

/** A row of 已验印依据: a year that another year's certificate proves. */
export interface ProvenYear {
  readonly registrationNo: string;
  readonly name: string;
  readonly year: number | null;
  readonly certificateNo: string;
  /** The workbook it was taken from. */
  readonly source: string;
  readonly by: string;
  readonly on: string;
}

/** What a sheet holds that was left aside: told to the reviewer, no finding. */
export interface LeftAsideItem {
  readonly sheet: string;
  readonly kind:
    "sheet-unread" | "column-unread" | "blank-skipped" | "header-skipped" | "totals-skipped" | "note-skipped";
  readonly row: number;
  readonly column?: number;
  /** The header of an unread column, and the standard column it may have been meant for. */
  readonly text?: string;
  readonly nearest?: string;
}

export interface Submission {
  readonly unit: UnitInfo;
  readonly unitPlaces: Readonly<Record<string, Place>>;
  readonly people: readonly Person[];
  readonly records: readonly LearningRecord[];
  /** Filings by number; null when the workbook has no sheet 培训备案. */
  readonly filings: ReadonlyMap<string, Filing> | null;
  readonly decisions: readonly Decision[];
  /** Reviewers' decisions on records, by the record's row. */
  readonly recordDecisions: ReadonlyMap<number, RecordDecision>;
  readonly ledger: readonly LedgerEntry[];
  /** Rows of 已验印依据; those that count are in the people's `sealedYears` already. */
  readonly provenYears: readonly ProvenYear[];
  /** Problems that belong to no record: people, unit, layout, decisions. */
  readonly problems: readonly ReadingProblem[];
  /** Rows and columns that were left aside, sheet by sheet. */
  readonly notices: readonly LeftAsideItem[];
  readonly recordLayout: SheetLayout;
  readonly peopleLayout: SheetLayout;
}

/** What the reviewer has said headers mean: key by header by sheet. */
export type ColumnChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ReadingOptions {
  readonly columns?: ColumnChoices;
  /** Names of all sheets of the workbook, to tell which may have been meant by one that is missing. */
  readonly sheets?: readonly string[];
  /** A policy, or its id, instead of the one that 单位信息 names. */
  readonly policy?: Policy | string | undefined;
  /** What was read before: a record whose line is the very same array is not read again. */
  readonly known?: KnownReading | undefined;
}

export interface KnownReading {
  readonly grids: WorkbookGrids;
  readonly submission: Submission;
}

export type SubmissionReading =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };
