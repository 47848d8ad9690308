/**
 * The findings as they are shown: filtered, grouped, one of them chosen. Outside of React, because the ribbon also goes to
 * the next problem; in time slices, because a list may hold 100,000.
 */
import type { ReviewOutcome } from "../../excel";
import type { Language } from "../../messages";
import type { Finding } from "../../review/types";
import type { Place } from "../../submission/grid";
import { sameRow } from "../common/cell-labels";
import { inSlices, type SliceTimer } from "../common/time-slices";
import { groupedRows, keyIn, orderedGroups, plainRows, type Group, type Grouping, type ListRows } from "./groups";
import { FindingIndex, isSame, NO_FILTER, type Filter } from "./search";

/** Milliseconds between updates of the list while a search goes on. */
const SHOWS_EVERY_MS = 100;

/** What the detail shows: a finding, or a row on which nothing was found. */
export interface Shown {
  readonly place: Place;
  readonly finding: Finding | null;
}

export interface FindingsState {
  readonly index: FindingIndex | null;
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly folded: ReadonlySet<string>;
  readonly rows: ListRows;
  /** Keys of the groups; none while they are not grouped. */
  readonly groups: readonly string[];
  readonly found: number;
  /** 0–1: how much was looked through. */
  readonly scanned: number;
  readonly shown: Shown | null;
  /** Index of the finding that is shown, -1 for none. */
  readonly current: number;
}

const NOTHING: ListRows = plainRows([]);

/** State of the view 问题: filter, grouping, and which finding is shown. */
export class FindingsModel {
  private state: FindingsState = {
    index: null,
    filter: NO_FILTER,
    grouping: "none",
    folded: new Set(),
    rows: NOTHING,
    groups: [],
    found: 0,
    scanned: 1,
    shown: null,
    current: -1,
  };
  private readonly listeners = new Set<() => void>();
  private scanning: AbortController | null = null;
  /** Ends when the list is that of the review and the filter. */
  scanEnds: Promise<void> = Promise.resolve();
  private found: number[] = [];
  private groups: readonly Group[] = [];
  /** `found` as the list has it; computed when asked for. */
  private sequence: readonly number[] | null = null;
  /** The finding shown last: the next one is looked for from there, even when it is gone. */
  private anchor: Shown | null = null;

  constructor(
    private readonly slicing: SliceTimer,
    private readonly language: Language,
  ) {}

  readonly getState = (): FindingsState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A new review, or none: filter and grouping stay, and what is shown is looked up again. */
  readonly setOutcome = (outcome: ReviewOutcome | null): void => {
    const index = outcome === null ? null : new FindingIndex(outcome.review, outcome.again, this.language);
    const { shown, filter } = this.state;
    const again = filter.again && index !== null && index.again !== null;
    this.set({ index, filter: { ...filter, again } });
    this.showAgain(shown);
    this.scan();
  };

  readonly setFilter = (part: Partial<Filter>): void => {
    this.set({ filter: { ...this.state.filter, ...part } });
    this.scan();
  };

  readonly setGrouping = (grouping: Grouping): void => {
    this.set({ grouping, folded: new Set() });
    this.scan();
  };

  readonly fold = (key: string): void => {
    const folded = new Set(this.state.folded);
    if (!folded.delete(key)) folded.add(key);
    this.setFolded(folded);
  };

  readonly foldAll = (all: boolean): void => this.setFolded(new Set(all ? this.state.groups : []));

  readonly show = (finding: Finding): void => {
    this.anchor = { place: finding.place, finding };
    this.set({ shown: this.anchor, current: this.state.index?.findings.indexOf(finding) ?? -1 });
  };

  /** Shows what stands in a row: its gravest finding, or that there is none. False when no record or person stands there. */
  readonly showRow = (place: Place): boolean => {
    const { shown } = this.state;
    // The selection event of our own selecting must not change the finding that is shown
    if (shown !== null && sameRow(shown.place, place)) return true;
    const done = this.lookUp(place);
    if (done) this.anchor = this.state.shown;
    return done;
  };

  private lookUp(place: Place): boolean {
    const { index } = this.state;
    if (index === null) return false;
    const stands =
      index.review.records.find((each) => sameRow(each.place, place)) ??
      index.review.people.find((each) => sameRow(each.place, place));
    if (stands === undefined) return false;
    const ranked = stands.findings
      .map((finding) => index.findings.findIndex((each) => each === finding || isSame(each, finding)))
      .sort((one, other) => (index.rank[one] ?? 0) - (index.rank[other] ?? 0));
    const finding = index.findings[ranked[0] ?? -1] ?? null;
    this.set({
      shown: { place: finding?.place ?? stands.place, finding },
      current: finding === null ? -1 : (ranked[0] ?? -1),
    });
    return true;
  }

  readonly close = (): void => this.set({ shown: null, current: -1 });

  /**
   * The finding that follows the one shown, or comes before it; null when nothing is found. Begins again at the other end.
   * `leave`: findings in this row are passed over.
   */
  readonly neighbour = (
    step: 1 | -1,
    leave: Place | null = null,
  ): { readonly finding: Finding; readonly wrapped: boolean } | null => {
    const { index, current } = this.state;
    const sequence = this.inSequence();
    if (index === null) return null;
    const at = sequence.indexOf(current);
    const first = at >= 0 ? at + step : this.placeOfAnchor(sequence) + (step === 1 ? 0 : -1);
    for (let steps = 0; steps < sequence.length; steps += 1) {
      const to = first + steps * step;
      const wrapped = to < 0 || to >= sequence.length;
      const finding = index.findings[sequence[(to + sequence.length) % sequence.length] ?? -1];
      if (finding === undefined) return null;
      if (leave === null || !sameRow(finding.place, leave))
        return { finding, wrapped: wrapped && this.anchor !== null };
    }
    return null;
  };

  /** The findings that the filter lets through, in their order. */
  readonly foundFindings = (): readonly Finding[] => {
    const { index } = this.state;
    return index === null ? [] : this.found.flatMap((at) => index.findings[at] ?? []);
  };

  /** Position of the shown finding among those found, counted from 1; 0 when it is not among them. */
  readonly position = (): number => this.inSequence().indexOf(this.state.current) + 1;

  private inSequence(): readonly number[] {
    return (this.sequence ??= this.state.grouping === "none" ? this.found : this.groups.flatMap(({ items }) => items));
  }

  /** The position that the finding shown last has or would have among those found. */
  private placeOfAnchor(sequence: readonly number[]): number {
    const { index, grouping } = this.state;
    if (this.anchor === null || index === null) return 0;
    const { place, finding } = this.anchor;
    const after = sequence.findIndex((each) => {
      const other = index.findings[each];
      if (other === undefined || other.place.sheet !== place.sheet || other.place.row < place.row) return false;
      return (
        finding === null ||
        (grouping === "none"
          ? other.severity === finding.severity
          : keyIn(grouping, other) === keyIn(grouping, finding))
      );
    });
    return after < 0 ? sequence.length : after;
  }

  /** After a new review: the same finding, else what its row has now. */
  private showAgain(shown: Shown | null): void {
    const { index } = this.state;
    if (shown === null) return;
    const { finding, place } = shown;
    const current = finding === null || index === null ? -1 : index.findings.findIndex((each) => isSame(each, finding));
    const same = index?.findings[current];
    if (same !== undefined) {
      this.set({ shown: { place: same.place, finding: same }, current });
      return;
    }
    if (!this.lookUp(place)) this.close();
  }

  private setFolded(folded: ReadonlySet<string>): void {
    this.set({ folded, rows: groupedRows(this.groups, folded) });
  }

  private scan(): void {
    this.scanning?.abort();
    const { index } = this.state;
    if (index === null) {
      [this.found, this.groups, this.sequence, this.anchor] = [[], [], null, null];
      this.set({ rows: NOTHING, groups: [], found: 0, scanned: 1 });
      return;
    }
    const { signal } = (this.scanning = new AbortController());
    const run = new Scan(index, this.state.filter, this.state.grouping);
    const { now } = this.slicing;
    let said = Number.NEGATIVE_INFINITY;
    this.scanEnds = inSlices(run.steps(), this.slicing, signal, (done) => {
      if (!done && now() - said < SHOWS_EVERY_MS) return;
      said = now();
      this.publish(run, index);
    });
  }

  private publish({ found, groups, grouping, share }: Scan, index: FindingIndex): void {
    // A copy: the scan goes on adding to its own list
    this.found = share === 1 ? found : found.slice();
    this.sequence = null;
    this.groups = grouping === "none" ? [] : orderedGroups(groups, grouping, index);
    const rows = grouping === "none" ? plainRows(this.found) : groupedRows(this.groups, this.state.folded);
    this.set({ rows, groups: this.groups.map(({ key }) => key), found: found.length, scanned: share });
  }

  private set(change: Partial<FindingsState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Findings that are looked at between two readings of the clock. */
const STRIDE = 64;

/** One pass over all findings in their order. */
class Scan {
  readonly found: number[] = [];
  readonly groups = new Map<string, Group>();
  share = 0;

  constructor(
    private readonly index: FindingIndex,
    private readonly filter: Filter,
    readonly grouping: Grouping,
  ) {}

  *steps(): Generator<void> {
    const { order, findings } = this.index;
    const matches = this.index.matcher(this.filter);
    for (let at = 0; at < order.length; at += 1) {
      const each = order[at] ?? 0;
      if (matches(each)) this.take(each, findings[each]);
      if (at % STRIDE === STRIDE - 1) {
        this.share = at / order.length;
        yield;
      }
    }
    this.share = 1;
  }

  private take(each: number, finding: Finding | undefined): void {
    this.found.push(each);
    if (this.grouping === "none" || finding === undefined) return;
    const key = keyIn(this.grouping, finding);
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, { key, first: finding, items: [each] });
    else group.items.push(each);
  }
}
