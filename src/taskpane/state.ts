/** The state of the pane, as plain data; only the controller changes it. */
import type { LedgerState } from "../certificates";
import type {
  DecisionPreview,
  ExcelFailure,
  IssueOutcome,
  PolicyPreview,
  Progress,
  RecordState,
  ReviewOutcome,
  RoundPreview,
  SelfCheckOutcome,
} from "../excel";
import type { OutdatedReason } from "../excel/live/events";
import { NOTHING_INCOMING, type Incoming, type RecordPart } from "../trust";
import type { OptionEffect, VerdictChanges } from "../results";
import type { PersonVerdict, YearStatus } from "../review/types";
import type { ActionDescription } from "./actions/description";
import type { View } from "./views";

/** What the pane shows of a failure. */
export type Failure = Pick<ExcelFailure, "kind" | "message" | "remedy" | "problems"> &
  Partial<Pick<ExcelFailure, "words">>;

interface Running {
  readonly action: ActionDescription;
  readonly progress: Progress | null;
  /** 0–100 of the whole action, never falling; null while nothing is known of it. */
  readonly percent: number | null;
  readonly cancelling: boolean;
}

/** The first review is running: there are no results yet. */
export function isFirstReview({ outcome, running }: Pick<PaneState, "outcome" | "running">): boolean {
  return outcome === null && running !== null && running.action.reviews;
}

/** How the last action ended. */
interface Ended {
  readonly action: ActionDescription;
  readonly failure: Failure | null;
  /** What the status line says of it; its text is blank for a failure, and for an action that needs no word. */
  readonly doneText: StatusText;
}

/** A sentence of the status line, and a remark below it. */
export interface StatusText {
  readonly text: string;
  readonly hint?: string;
}

/** Results that are older than their inputs: why, and how many rows as far as it is known. */
interface Outdated {
  /** A part of the record: it was changed before the workbook was opened. */
  readonly reasons: readonly (OutdatedReason | RecordPart)[];
  readonly rows: number;
}

/** Whom 人员 lists; a part that is left out stays as it is. */
export interface PeopleFilter {
  readonly verdict?: PersonVerdict | null;
  /** People with a year of this status. */
  readonly year?: YearStatus | null;
  readonly text?: string;
}

export const NO_PEOPLE_FILTER = { verdict: null, year: null, text: "" } satisfies Required<PeopleFilter>;

/** 人员 has two parts: the people of the submission, and what an activity would be worth. */
export type PeoplePart = "people" | "trial";

/** 决定 has three parts: what the notice leaves open, records that wait, and records that are decided. */
export type DecidePart = "questions" | "records" | "decided";

export interface PaneState {
  readonly view: View;
  /** Counts how often a view was opened by something other than its tab; the view gets the focus then. */
  readonly arrivals: number;
  readonly people: Required<PeopleFilter>;
  readonly peoplePart: PeoplePart;
  /** Whom 人员 tells about in full; null: it shows the list. */
  readonly asked: string | null;
  /** Counts how often the search box of 人员 was asked for; it gets the focus then. */
  readonly searches: number;
  readonly decidePart: DecidePart;
  readonly running: Running | null;
  /** The action whose form is open. */
  readonly form: ActionDescription | null;
  /** The action whose form was closed last: the button that opens it takes the focus again. */
  readonly closed: ActionDescription | null;
  /** What importing from the chosen file would do. */
  readonly preview: DecisionPreview | null;
  /** What taking over the chosen workbook's round would do. */
  readonly roundPreview: RoundPreview | null;
  /** What was found in the chosen policy workbook. */
  readonly policyPreview: PolicyPreview | null;
  readonly outcome: ReviewOutcome | null;
  readonly issued: IssueOutcome | null;
  /** What 自检 saw last. */
  readonly selfChecked: SelfCheckOutcome | null;
  /** The number whose voiding is asked about in 证明. */
  readonly voiding: string | null;
  /** 发证台账 as last read; null before that. */
  readonly ledger: LedgerState | null;
  /** The last review's record, and what has changed since; null while none is known. */
  readonly record: RecordState | null;
  /** What came with the workbook and waits to be dealt with. */
  readonly incoming: Incoming;
  /** 仅看问题行 is on: read from the workbook when the pane opens. */
  readonly problemView: boolean;
  readonly last: Ended | null;
  /** The last action can be taken back. */
  readonly undoable: boolean;
  readonly outdated: Outdated | null;
  /** The last correction that was reviewed by itself: how many rows and people. */
  readonly updated: { readonly rows: number; readonly people: number } | null;
  /** The remark of 定位下一问题: it started again at the top, there is nothing to go to, or nothing was reviewed. */
  readonly nextSaid: "wrapped" | "none" | "unreviewed" | null;
  /** What each option of the open questions would change, by question; questions that are not computed yet are left out. Null: computing failed, or there is no review. */
  readonly effects: ReadonlyMap<string, readonly OptionEffect[]> | null;
  /** What adopting all provisional options at once would change; null while that is not known. */
  readonly adoption: VerdictChanges | null;
}

export const INITIAL: PaneState = {
  view: "overview",
  arrivals: 0,
  people: NO_PEOPLE_FILTER,
  peoplePart: "people",
  asked: null,
  searches: 0,
  decidePart: "questions",
  running: null,
  form: null,
  closed: null,
  preview: null,
  roundPreview: null,
  policyPreview: null,
  outcome: null,
  issued: null,
  selfChecked: null,
  voiding: null,
  ledger: null,
  record: null,
  incoming: NOTHING_INCOMING,
  last: null,
  undoable: false,
  outdated: null,
  updated: null,
  nextSaid: null,
  effects: null,
  adoption: null,
  problemView: false,
};

/** The parts of the state that a new review resets. */
export const NO_RESULTS = {
  issued: null,
  outdated: null,
  updated: null,
  nextSaid: null,
  problemView: false,
} satisfies Partial<PaneState>;
