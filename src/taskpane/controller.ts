/**
 * The controller of the pane: views, the shown review, going to cells. Pane and ribbon share one, so that a review started
 * on the ribbon shows its progress in the pane.
 */
import type { CertificateSettings } from "../certificates";
import type { OpenedWorkbook, ReviewOutcome } from "../excel";
import type { LiveUpdate, OutdatedReason } from "../excel/live/events";
import type { Finding } from "../review/types";
import type { Place } from "../submission/grid";
import { NOTHING_INCOMING } from "../trust";
import { selectCell } from "./actions/select-cell";
import { FindingsModel } from "./findings/findings-model";
import { NO_FILTER, type Filter } from "./findings/search";
import { failureOf, Runner } from "./runner";
import type { Services } from "./services";
import {
  NO_PEOPLE_FILTER,
  NO_RESULTS,
  type DecidePart,
  type Failure,
  type PaneState,
  type PeopleFilter,
  type PeoplePart,
} from "./state";
import type { View } from "./views";

export type { DoneDetail } from "./runner";
export type { Services } from "./services";
export type { Failure, PaneState } from "./state";

/** Views that give way to 问题 when a row is selected in the sheet: nothing is being filled in there. */
const GIVES_WAY: ReadonlySet<View> = new Set(["overview", "findings"]);

/** The pane's state and what changes it: actions, views, the row that is shown. Knows neither Office nor React. */
export class Controller extends Runner {
  /** The cell asked for last, while one is being selected. */
  private wanted: Place | null = null;
  readonly findings: FindingsModel;
  /** The form that decides on a record opens by itself while a person settles one record after the other. */
  settlesOneAfterTheOther = false;
  /** What was typed into forms and not sent yet, by form. */
  readonly drafts = new Map<string, object>();

  constructor(services: Services) {
    super(services);
    this.findings = new FindingsModel(services, services.language);
  }

  // ---- views ----

  /** `arrive`: by something other than the tab itself, which has the focus already. */
  readonly go = (view: View, arrive = true): void =>
    this.set({ view, arrivals: this.state.arrivals + (arrive ? 1 : 0) });

  /** The findings, filtered by this and nothing else. */
  readonly goToFindings = (filter: Partial<Filter>): void => {
    this.findings.setFilter({ ...NO_FILTER, ...filter });
    this.findings.close();
    this.go("findings");
  };

  readonly goToPeople = (people: PeopleFilter): void => {
    this.set({ people: { ...NO_PEOPLE_FILTER, ...people }, asked: null, peoplePart: "people" });
    this.go("people");
  };

  /** Tells all about the person of this registration number in 人员; null goes back to the list. */
  readonly askAbout = (registrationNo: string | null): void => {
    if (registrationNo === null) return this.lookFor();
    this.set({ asked: registrationNo, peoplePart: "people" });
    if (this.state.view !== "people") this.go("people", false);
  };

  /** Puts the cursor into the search box of 人员, from wherever one is. */
  readonly lookFor = (): void => {
    this.set({ asked: null, peoplePart: "people", searches: this.state.searches + 1 });
    this.go("people", false);
  };

  readonly choosePeoplePart = (peoplePart: PeoplePart): void => this.set({ peoplePart });

  /** Opens 试算, from wherever one is. */
  readonly try = (): void => {
    this.set({ peoplePart: "trial" });
    this.go("people");
  };

  readonly filterPeople = (part: PeopleFilter): void => this.set({ people: { ...this.state.people, ...part } });

  readonly goToDecide = (part: DecidePart): void => {
    this.set({ decidePart: part });
    this.go("decide");
  };

  /** Opens 证明 with the form that voids a number; null closes it. */
  readonly askToVoid = (certificateNo: string | null): void => {
    this.set({ voiding: certificateNo });
    if (certificateNo !== null && this.state.view !== "certificates") this.go("certificates");
  };

  readonly chooseDecidePart = (decidePart: DecidePart): void => this.set({ decidePart });

  // ---- the review that is shown ----

  protected readonly showReview = (outcome: ReviewOutcome): void => {
    this.services.followReview(outcome);
    this.findings.setOutcome(outcome);
    this.set({
      ...NO_RESULTS,
      outcome,
      ...recordOf(outcome),
      incoming: outcome.incoming,
      ledger: outcome.ledger ?? this.state.ledger,
      effects: new Map(),
      adoption: null,
    });
    this.optionEffects.begin(outcome);
  };

  protected readonly dropReview = (): void => {
    this.optionEffects.end();
    this.services.followReview(null);
    this.findings.setOutcome(null);
    this.set({ ...NO_RESULTS, outcome: null, record: null, incoming: NOTHING_INCOMING, effects: null, adoption: null });
  };

  // ---- events of the workbook ----

  /** A row was selected in the sheet: shows its record, and opens 问题 where `GIVES_WAY` allows it. */
  readonly showRecord = (place: Place): void => {
    if (this.state.outcome === null || !this.findings.showRow(place)) return;
    if (this.state.view !== "findings" && GIVES_WAY.has(this.state.view) && this.state.running === null)
      this.go("findings", false);
  };

  /** Rows that were corrected were reviewed again, without a whole review. */
  readonly noteUpdate = ({ outcome, rows, people }: LiveUpdate): void => {
    this.findings.setOutcome(outcome);
    this.set({ outcome, updated: { rows: rows.length, people: people.length } });
    this.optionEffects.begin(outcome);
  };

  readonly noteOutdated = (reason: OutdatedReason, rows: number): void => {
    const before = this.state.outdated;
    // Rows that moved were read again: the last correction is no longer said
    this.set({
      updated: null,
      outdated: { reasons: [...new Set([...(before?.reasons ?? []), reason])], rows: (before?.rows ?? 0) + rows },
    });
  };

  // ---- going to cells ----

  /** Shows a finding and its cell. */
  readonly choose = (finding: Finding): Promise<void> => {
    this.findings.show(finding);
    this.set({ nextSaid: null });
    return this.select(finding.place);
  };

  /** 定位下一问题: the one after the one that is shown, by the filter and order of the list. */
  readonly nextProblem = (step: 1 | -1 = 1): Promise<void> => {
    if (this.state.outcome === null) {
      this.set({ nextSaid: "unreviewed" });
      return Promise.resolve();
    }
    const next = this.findings.neighbour(step);
    if (this.state.view !== "findings") this.go("findings", false);
    this.set({ nextSaid: next === null ? "none" : next.wrapped ? "wrapped" : null });
    if (next === null) return Promise.resolve();
    this.findings.show(next.finding);
    return this.select(next.finding.place);
  };

  /** After the findings of a row were settled: the next one that stands in another row, once the list is that of the new review. */
  readonly leaveRow = async (settled: Place): Promise<void> => {
    await this.findings.scanEnds;
    const next = this.findings.neighbour(1, settled);
    if (next === null) {
      this.set({ nextSaid: "none" });
      return;
    }
    this.findings.show(next.finding);
    this.set({ nextSaid: next.wrapped ? "wrapped" : null });
    await this.select(next.finding.place);
  };

  /** Selects a cell in Excel. Of several asked for in a row the last one counts; while an action runs, none. */
  readonly select = async (place: Place): Promise<void> => {
    if (this.state.running !== null) return;
    const busy = this.wanted !== null;
    this.wanted = place;
    if (busy) return;
    let failure: Failure | null = null;
    const steering = {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onWarning: () => undefined,
      today: this.services.today(),
    };
    const wanted = (): Place | null => this.wanted; // another place may be asked for meanwhile
    for (let last: Place | null = null, next = wanted(); next !== null && next !== last; next = wanted()) {
      last = next;
      failure = await this.services.perform(selectCell, next, steering).then(() => null, failureOf);
    }
    this.wanted = null;
    // Selecting a cell says nothing when it succeeds: the last outcome stays in the status line
    if (failure !== null) this.ended(selectCell, failure, () => this.select(place).then(() => true));
    this.dispatchDone({ action: selectCell.name, ok: failure === null, ...(failure === null ? {} : { failure }) });
  };

  // ---- what the workbook keeps ----

  readonly officeKeyFile = (): string => this.services.officeKeyFile();

  readonly loadSettings = (): CertificateSettings => this.services.loadCertificateSettings();
  readonly today = (): string => this.services.today();

  /** Reads the ledger: when the pane opens, and after a failed write. A ledger that can't be read now is read next time. */
  readonly readLedger = async (): Promise<void> => {
    try {
      this.set({ ledger: await this.services.readLedger() });
    } catch {
      // The next action that needs the ledger says what stands in the way
    }
  };

  /**
   * When the pane opens: shows what came with the workbook, and the review that stands in it. What can't be read now is
   * told by the next review.
   */
  readonly lookAtOpened = async (): Promise<void> => {
    const { last } = this.state;
    try {
      const { incoming, review } = await this.services.lookAtOpened();
      // An action that was quicker knows better
      if (this.state.outcome !== null || this.state.running !== null || this.state.last !== last) return;
      this.set({ incoming });
      if (review === null) this.set({ record: null });
      else this.showReviewThatStands(review);
    } catch {
      // The next review reads the workbook and says what stands in the way
    }
  };

  private showReviewThatStands({ outcome, ...record }: NonNullable<OpenedWorkbook["review"]>): void {
    if (outcome === null) {
      this.set({ record });
      return;
    }
    // Sheets that say something else than the review can't be brought up to date line by line
    this.services.followReview(record.changed.length === 0 ? outcome : null);
    this.findings.setOutcome(outcome);
    this.set({
      outcome,
      record,
      outdated: record.changed.length === 0 ? this.state.outdated : { reasons: record.changed, rows: 0 },
      effects: new Map(),
      adoption: null,
    });
    this.optionEffects.begin(outcome);
  }

  /** Once the workbook's settings can be read: it may have been saved with 仅看问题行 on. */
  readonly noteProblemView = (): void => this.set({ problemView: this.services.problemViewIsOn() });

  /** Shows the pane. Where the host can't, the action still runs: the page is loaded without it. */
  readonly showPane = async (): Promise<void> => {
    await this.services.showPane().catch(() => undefined);
  };
}

/** Results that were just written match their cells. */
function recordOf({ record }: ReviewOutcome): Pick<PaneState, "record"> {
  return { record: record === undefined ? null : { record, changed: [], rows: [] } };
}
