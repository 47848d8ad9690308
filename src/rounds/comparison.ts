/** What a round changed beside the one before, in people and records; and what of it has to be looked at again. */
import { catalogueOf } from "../messages";
import type { Review } from "../review/types";
import { identitiesOf, numberAs } from "../submission";
import type { Place } from "../submission/grid";
import { labelOf } from "../submission/text";
import type { RecordDecision, Submission } from "../submission/types";
import type { CellChange } from "./cells";
import type { Matching, RoundMatching } from "./match";
import { decisionText } from "./opinions";
import type { PreviousOutcome, PreviousRound } from "./previous";

/** `outcome`: nothing was changed on it, yet something else made it come out otherwise. */
export type RoundChange = "added" | "changed" | "removed" | "outcome";

/** What became of the decision that the round before had: it counts, waits to be looked at again, gave way to one made here, or has no record any more. */
export type DecisionFate = "kept" | "stale" | "own" | "lost";

export interface RoundLine {
  readonly of: "person" | "record";
  readonly change: RoundChange;
  readonly registrationNo: string;
  /** As it was handed in; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  readonly year: number | null;
  /** The record's title. */
  readonly title: string;
  /** Where it stands now; null when it is gone. */
  readonly place: Place | null;
  /** 1-based row of the other workbook; null when it is new. */
  readonly rowBefore: number | null;
  readonly changes: readonly CellChange[];
  readonly before: PreviousOutcome | null;
  readonly after: PreviousOutcome | null;
  readonly decision: { readonly text: string; readonly fate: DecisionFate } | null;
  /** Of something that is gone: 1-based rows of this workbook that it may have become. */
  readonly resembles: readonly number[];
  /** How the record is found again; "" for people and what is gone. */
  readonly identity: string;
}

export interface RoundCounts {
  readonly unchanged: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Unchanged ones that come out otherwise. */
  readonly outcome: number;
}

export interface RoundComparison {
  readonly lines: readonly RoundLine[];
  readonly people: RoundCounts;
  readonly records: RoundCounts;
}

/** `after`: this round as it is with all that was carried over. */
export function compareRounds(
  previous: PreviousRound,
  after: { readonly submission: Submission; readonly review: Review },
  matching: RoundMatching,
): RoundComparison {
  const people = personLines(previous, after, matching.people);
  const records = recordLines(previous, after, matching.records);
  return {
    lines: [...people, ...records],
    people: countsOf(matching.people, people),
    records: countsOf(matching.records, records),
  };
}

function countsOf(matching: Matching, lines: readonly RoundLine[]): RoundCounts {
  const outcome = lines.filter(({ change }) => change === "outcome").length;
  const changed = lines.filter(({ change }) => change === "changed").length;
  return {
    unchanged: matching.pairs.length - changed,
    added: matching.added.length,
    changed,
    removed: matching.removed.length,
    outcome,
  };
}

const sameOutcome = (one: PreviousOutcome | null, other: PreviousOutcome | null): boolean =>
  one?.verdict === other?.verdict && one?.hours === other?.hours;

function personLines(
  previous: PreviousRound,
  { submission, review }: { readonly submission: Submission; readonly review: Review },
  matching: Matching,
): RoundLine[] {
  const old = new Map(previous.submission.people.map((person) => [person.place.row, person]));
  const now = new Map(submission.people.map((person) => [person.place.row, person]));
  const met = catalogueOf("zh").yearStatuses.met;
  const tally = (years: readonly PreviousOutcome[]): PreviousOutcome | null =>
    years.length === 0
      ? null
      : {
          verdict: `${years.filter(({ verdict }) => verdict === met).length}/${years.length} 个年度达标`,
          hours: sum(years.map(({ hours }) => hours ?? 0)),
        };
  const before = (registrationNo: string): PreviousOutcome | null =>
    tally([...(previous.years.get(registrationNo)?.values() ?? [])]);
  const after = (registrationNo: string): PreviousOutcome | null =>
    tally(
      review.years
        .filter((year) => year.registrationNo === registrationNo)
        .map(({ status, totalHours }) => ({ verdict: catalogueOf("zh").yearStatuses[status], hours: totalHours })),
    );
  const lines: RoundLine[] = [];
  const add = (
    change: RoundChange,
    rowBefore: number | null,
    rowAfter: number | null,
    changes: readonly CellChange[],
    resembles: readonly number[],
  ): void => {
    const [was, is] = [
      rowBefore === null ? undefined : old.get(rowBefore),
      rowAfter === null ? undefined : now.get(rowAfter),
    ];
    const shown = is ?? was;
    if (shown === undefined) return;
    const [then, today] = [
      was === undefined ? null : before(was.registrationNo),
      is === undefined ? null : after(is.registrationNo),
    ];
    const settled = change === "outcome" && sameOutcome(then, today);
    if (settled) return;
    lines.push({
      of: "person",
      change,
      ...numberAs(shown.registrationNo, shown.registrationNoText),
      name: shown.name,
      year: null,
      title: "",
      place: is?.place ?? null,
      rowBefore: rowBefore === null ? null : rowBefore + 1,
      changes,
      before: then,
      after: today,
      decision: null,
      resembles: resembles.map((row) => row + 1),
      identity: "",
    });
  };
  each(matching, add);
  return lines;
}

function recordLines(
  previous: PreviousRound,
  { submission, review }: { readonly submission: Submission; readonly review: Review },
  matching: Matching,
): RoundLine[] {
  const old = new Map(previous.submission.records.map((record) => [record.place.row, record]));
  const now = new Map(submission.records.map((record) => [record.place.row, record]));
  const identities = identitiesOf(submission.records);
  const outcomes = new Map(
    review.records.map((record): [number, PreviousOutcome] => [
      record.place.row,
      { verdict: catalogueOf("zh").recordVerdicts[record.verdict], hours: record.creditedHours },
    ]),
  );
  const lines: RoundLine[] = [];
  const add = (
    change: RoundChange,
    rowBefore: number | null,
    rowAfter: number | null,
    changes: readonly CellChange[],
    resembles: readonly number[],
  ): void => {
    const [was, is] = [
      rowBefore === null ? undefined : old.get(rowBefore),
      rowAfter === null ? undefined : now.get(rowAfter),
    ];
    const shown = is ?? was;
    if (shown === undefined) return;
    const before = rowBefore === null ? null : (previous.records.get(rowBefore) ?? null);
    const after = rowAfter === null ? null : (outcomes.get(rowAfter) ?? null);
    const decided = rowBefore === null ? undefined : previous.submission.recordDecisions.get(rowBefore);
    if (change === "outcome" && sameOutcome(before, after)) return;
    lines.push({
      of: "record",
      change,
      ...numberAs(shown.registrationNo, shown.registrationNoText),
      name: shown.name,
      year: shown.year,
      title: shown.title,
      place: is?.place ?? null,
      rowBefore: rowBefore === null ? null : rowBefore + 1,
      changes,
      before,
      after,
      resembles: resembles.map((row) => row + 1),
      decision:
        decided === undefined
          ? null
          : {
              text: textOf(decided),
              fate: fateOf(decided, rowAfter === null ? null : submission.recordDecisions.get(rowAfter)),
            },
      identity: rowAfter === null ? "" : (identities.get(rowAfter) ?? ""),
    });
  };
  each(matching, add);
  return lines;
}

type Add = (
  change: RoundChange,
  before: number | null,
  after: number | null,
  changes: readonly CellChange[],
  resembles: readonly number[],
) => void;

/** In this round's order; what is gone comes last. */
function each({ pairs, added, removed }: Matching, add: Add): void {
  const here = [
    ...pairs.map(({ before, after, changes }) => ({ before, after, changes })),
    ...added.map((after) => ({ before: null, after, changes: [] })),
  ].sort((a, b) => a.after - b.after);
  for (const { before, after, changes } of here)
    add(before === null ? "added" : changes.length > 0 ? "changed" : "outcome", before, after, changes, []);
  for (const { before, resembles } of removed) add("removed", before, null, [], resembles);
}

const textOf = ({ text, hoursText, by, on }: RecordDecision): string =>
  decisionText({ treatment: text, hours: hoursText, by, on });

function fateOf(decided: RecordDecision, now: RecordDecision | null | undefined): DecisionFate {
  if (now === null || now === undefined) return "lost";
  if (textOf(now) !== textOf(decided)) return "own";
  return now.stale ? "stale" : "kept";
}

const sum = (values: readonly number[]): number =>
  Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6;

/** Records and people of this workbook that a second round makes new to the reviewer. */
export interface SecondRoundChanges {
  /** 0-based rows of 学时记录. */
  readonly records: ReadonlySet<number>;
  /** Registration numbers of people who are new, changed, or have such a record. */
  readonly people: ReadonlySet<string>;
  readonly added: number;
  readonly changed: number;
  readonly outcome: number;
}

/** What of the lines is still to be looked at: a record with a decision that counts is done with. */
export function againOf(
  lines: readonly Pick<RoundLine, "of" | "change" | "registrationNo" | "identity">[],
  submission: Submission,
): SecondRoundChanges {
  const rows = new Map([...identitiesOf(submission.records)].map(([row, identity]) => [identity, row]));
  const known = new Set(submission.people.map(({ registrationNo }) => registrationNo));
  const numbers = new Map(submission.records.map(({ place, registrationNo }) => [place.row, registrationNo]));
  const records = new Set<number>();
  const people = new Set<string>();
  const counts = { added: 0, changed: 0, outcome: 0 };
  for (const { of, change, registrationNo, identity } of lines) {
    if (change === "removed") continue;
    if (of === "person") {
      if (change !== "outcome" && known.has(registrationNo)) people.add(registrationNo);
      continue;
    }
    const row = rows.get(identity);
    if (row === undefined || records.has(row) || isDecided(submission.recordDecisions.get(row))) continue;
    records.add(row);
    people.add(numbers.get(row) ?? registrationNo);
    counts[change] += 1;
  }
  return { records, people, ...counts };
}

function isDecided(decision: RecordDecision | undefined): boolean {
  return (
    decision !== undefined &&
    !decision.stale &&
    decision.treatment !== null &&
    labelOf(decision.by) !== "" &&
    decision.on !== ""
  );
}
