/**
 * rounds/: a unit hands in again. What the workbook reviewed before says about this one: who and what changed, which
 * decisions and numbers come along, which years are proven. Pure.
 */
import { doubtfulHolders, LEDGER_SHEET, wholeLedger, type DoubtfulHolder } from "../certificates";
import {
  carriedDecisions,
  carryPlan,
  gridOf,
  keptOpinionPlan,
  OPINION_SHEET,
  readOpinions,
  type CarriedDecisions,
  type OwnSheetPlan,
} from "../results";
import type { Review } from "../review/types";
import { labelOf } from "../submission/text";
import { readLedgerRows } from "../submission";
import type { LedgerEntry, Submission } from "../submission/types";
import type { WorkbookGrids } from "../submission/grid";
import { againOf, compareRounds, type SecondRoundChanges, type RoundComparison } from "./comparison";
import { carryLedger, type CarriedLedger } from "./ledger";
import { matchRounds, type RoundMatching } from "./match";
import { carryOpinions, type CarriedOpinions } from "./opinions";
import type { PreviousRound } from "./previous";
import { carryProofs, NO_PROOFS, PROVEN_SHEET, provenPlan, type CarriedProofs } from "./proven";

/** The workbook at hand, as it is read and reviewed. */
export interface ThisRound {
  readonly submission: Submission;
  readonly review: Review;
  readonly grids: WorkbookGrids;
}

/** `round`: handed in before for the same year; `year`: an earlier year's results; `later`: a later year's, which prove nothing here. */
export type RoundKind = "round" | "year" | "later";

/** What a workbook reviewed before is to this one, by their 申报年度. */
export function kindOf(previous: PreviousRound, now: Submission): RoundKind {
  const years = now.unit.applicationYear - previous.submission.unit.applicationYear;
  return years === 0 ? "round" : years > 0 ? "year" : "later";
}

/** Names of the two units where they differ: only a person can know that they are one. */
export function otherUnit(
  previous: PreviousRound,
  now: Submission,
): { readonly own: string; readonly other: string } | null {
  const [own, other] = [now.unit.unitName, previous.submission.unit.unitName];
  return labelOf(own) === labelOf(other) ? null : { own, other };
}

/** Everything that comes along, and how the workbook's sheets hold it. */
export interface CarriedRound {
  readonly decisions: CarriedDecisions;
  /** Null for an earlier year's results: its records are not this round's. */
  readonly round: {
    readonly matching: RoundMatching;
    readonly opinions: CarriedOpinions;
    readonly ledger: CarriedLedger;
  } | null;
  readonly proofs: CarriedProofs;
  /** 口径, 发证台账 and 已验印依据, as far as they change. 审核意见 comes with the review. */
  readonly sheets: readonly OwnSheetPlan[];
  /** The workbook's grids with all of it, to be reviewed. */
  readonly grids: WorkbookGrids;
}

export interface Signature {
  readonly by: string;
  /** "YYYY-MM-DD" */
  readonly on: string;
}

/** `now`: reviewed without anything of the round before. */
export function carryRound(previous: PreviousRound, now: ThisRound, signature: Signature): CarriedRound {
  const { submission, review, grids } = now;
  const decisions = carriedDecisions(review, previous.decisions, previous.unknownQuestions);
  const sheets: OwnSheetPlan[] = decisions.taken.length === 0 ? [] : [carryPlan(submission, review, decisions.taken)];
  const carried = new Map(grids);
  let round: CarriedRound["round"] = null;
  let proofs = NO_PROOFS;
  if (kindOf(previous, submission) === "round") {
    const matching = matchRounds(previous, now);
    const opinions = carryOpinions(previous, now, review, readOpinions(grids.get(OPINION_SHEET)), matching);
    const ledger = carryLedger(previous.submission, submission);
    if (ledger.taken.length > 0)
      sheets.push(wholeLedger([...ledger.taken, ...submission.ledger, ...ledgerNotOurs(grids)])); // earlier ones come first, as their dates do
    const plan = keptOpinionPlan(opinions.lines);
    if (plan !== null) carried.set(OPINION_SHEET, gridOf(plan));
    round = { matching, opinions, ledger };
  } else {
    proofs = carryProofs(previous, submission, review);
    if (proofs.taken.length > 0)
      sheets.push(provenPlan(grids.get(PROVEN_SHEET), proofs.taken, previous.fileName, signature.by, signature.on));
  }
  for (const plan of sheets) carried.set(plan.name, gridOf(plan));
  return { decisions, round, proofs, sheets, grids: carried };
}

/** The comparison, what is left to do, and whose certificate this round no longer bears out. Null for an earlier year's results. */
export interface RoundOutcome {
  readonly comparison: RoundComparison;
  readonly again: SecondRoundChanges;
  readonly doubtful: readonly DoubtfulHolder[];
}

/** `after`: the review of the carried grids. */
export function outcomeOf(
  previous: PreviousRound,
  carried: CarriedRound,
  after: { readonly submission: Submission; readonly review: Review },
): RoundOutcome | null {
  if (carried.round === null) return null;
  const comparison = compareRounds(previous, after, carried.round.matching);
  return {
    comparison,
    again: againOf(comparison.lines, after.submission),
    doubtful: doubtfulHolders(
      after.submission.ledger,
      after.submission,
      after.review,
      carried.round.matching.renumbered,
    ),
  };
}

/** Rows of the ledger that do not count: they stay on it, below those that do. */
function ledgerNotOurs(grids: WorkbookGrids): readonly LedgerEntry[] {
  const reading = readLedgerRows(grids.get(LEDGER_SHEET));
  return reading.ok ? reading.notOurs.map(({ entry }) => entry) : [];
}

export type { SecondRoundChanges, RoundChange, RoundCounts, RoundLine } from "./comparison";
export { carryLedger, type CarriedNumberConflict } from "./ledger";
export { matchRounds, type RoundSide } from "./match";
export { carryOpinions } from "./opinions";
export { PREVIOUS_SHEETS, readPrevious, type PreviousRound } from "./previous";
export type { RefusedProof } from "./proven";
export { CHANGE_WORDS, readAgain, ROUND_SHEET, roundPlan, whatChanged } from "./sheet";
