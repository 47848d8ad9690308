/**
 * What the pane can be asked to do. One for pane and ribbon, so that a review started on the ribbon shows its progress in
 * the pane.
 */
import type { CertificateSettings } from "../certificates";
import type { DecisionPreview, ForeignFile, Progress, ReviewOutcome, RoundPreview } from "../excel";
import type { LiveUpdate, OutdatedReason } from "../excel/live-events";
import type { RecordTreatment } from "../results";
import type { Finding } from "../review/types";
import type { LetterInput } from "../send-back";
import type { Place } from "../submission/grid";
import type { ColumnChoices } from "../submission/types";
import type { Drafts } from "./drafts";
import { FindingsModel } from "./findings/findings-model";
import type { Filter } from "./findings/search";
import type { PaperRequest } from "./papers/paper-requests";
import { percentOf } from "./progress";
import type { IssueRequest, QuestionDecision, Services, Steering, VoidRequest } from "./services";
import { INITIAL, NO_PEOPLE_FILTER, NO_RESULTS, REVIEWS, VIEW_OF, type Action, type DecidePart, type Failure, type Form, type PaneState, type PeopleFilter, type View } from "./state";
import { Weighing } from "./weighing";

export type { Services } from "./services";
export type { Failure, Form, PaneState } from "./state";

/** The form that an action closes when it has come to its end. */
const FORM_OF: Readonly<Partial<Record<Action, Form>>> = { adopt: "adopt", import: "import", round: "round", certificates: "certificates", "send-back": "send-back", clear: "clear", forget: "clear", paper: "sample" };

/** Views that a row selected in the sheet may take the place of: nothing is half done there. */
const GIVES_WAY: ReadonlySet<View> = new Set(["overview", "findings"]);

/** Detail of the document's `ce:done` event, for drivers and tests that wait for an action. */
export interface DoneDetail {
  readonly action: Action;
  readonly ok: boolean;
  readonly outcome?: unknown;
  readonly failure?: Failure;
}

type Work = (steering: Steering) => Promise<unknown>;

export class Controller {
  private state: PaneState = INITIAL;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  private readonly weighing: Weighing;
  /** Takes back what was done last, and does again what failed last. */
  private takeBack: (() => Promise<boolean>) | null = null;
  private again: (() => Promise<boolean>) | null = null;
  private wanted: Place | null = null;
  readonly findings: FindingsModel;
  readonly drafts: Drafts = new Map();

  constructor(private readonly services: Services) {
    this.findings = new FindingsModel(services, services.language);
    this.weighing = new Weighing({ pause: services.pause, isWanted: () => this.state.running === null && this.state.view === "decide", onWeighed: (effects) => this.set({ effects }) });
  }

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  // ---- views ----

  /** `arrive`: by something other than the tab itself, which has the focus already. */
  readonly go = (view: View, arrive = true): void => this.set({ view, arrivals: this.state.arrivals + (arrive ? 1 : 0) });

  /** The findings, filtered by this and nothing else. */
  readonly goToFindings = (filter: Partial<Filter>): void => {
    this.findings.setFilter({ severity: null, code: null, text: "", again: false, record: null, person: null, ...filter });
    this.findings.close();
    this.go("findings");
  };

  readonly goToPeople = (people: PeopleFilter): void => {
    this.set({ people: { ...NO_PEOPLE_FILTER, ...people } });
    this.go("people");
  };

  readonly filterPeople = (part: PeopleFilter): void => this.set({ people: { ...this.state.people, ...part } });

  readonly goToDecide = (part: DecidePart): void => {
    this.set({ decidePart: part });
    this.go("decide");
  };

  readonly chooseDecidePart = (decidePart: DecidePart): void => this.set({ decidePart });

  readonly openForm = (form: Form): void => this.set({ form, closed: null, view: VIEW_OF[form], decidePart: VIEW_OF[form] === "decide" ? "questions" : this.state.decidePart, preview: null, roundPreview: null });
  readonly closeForm = (): void => this.set({ form: null, closed: this.state.form, preview: null, roundPreview: null });

  // ---- reviews ----

  readonly review = (): Promise<boolean> => this.reviewAfter(() => Promise.resolve());

  /** Reviews by what the reviewer says of the columns, or anew without it. */
  readonly useColumns = (choices: ColumnChoices | null): Promise<boolean> => this.reviewAfter(() => this.services.keepColumns(choices));

  private readonly reviewAfter = (preparation: () => Promise<unknown>): Promise<boolean> =>
    this.run("review", async (steering) => {
      await preparation();
      return this.reviewed(await this.services.reviewWorkbook(steering));
    });

  readonly adopt = (name: string): Promise<boolean> =>
    this.run("adopt", async (steering) => this.reviewed(await this.services.adoptProvisional({ name, today: this.services.today(), ...steering })));

  /** Decides one question of 口径, today; can be taken back where it was open before. */
  readonly decideQuestion = (decision: QuestionDecision): Promise<boolean> => {
    const wasOpen = this.state.outcome?.review.questions.find(({ id }) => id === decision.id)?.decision === null;
    const takeBack = wasOpen && decision.option !== null ? () => this.decideQuestion({ ...decision, option: null, reason: "" }) : null;
    return this.run("decide-question", async (steering) => this.reviewed(await this.services.decideQuestion({ ...decision, today: this.services.today(), ...steering })), takeBack);
  };

  /** Decides on a record by its identity, today; null takes the decision back. `replaces`: another decision stood there. */
  readonly decide = (identity: string, given: Omit<RecordTreatment, "on"> | null, replaces = false): Promise<boolean> =>
    this.run(
      "decide",
      async (steering) => this.reviewed(await this.services.decideRecord({ identity, given: given === null ? null : { ...given, on: this.services.today() }, ...steering })),
      given !== null && !replaces ? () => this.decide(identity, null) : null,
    );

  /** Looks at another workbook's 口径; what it would do stands in the form. */
  readonly preview = (file: ForeignFile): Promise<boolean> =>
    this.run("preview", async (steering) => {
      const preview = await this.services.previewDecisions({ file, ...steering });
      this.set({ preview, form: "import", view: VIEW_OF.import, decidePart: "questions" });
      return preview;
    });

  readonly importDecisions = ({ decisions }: DecisionPreview): Promise<boolean> =>
    this.run("import", async (steering) => this.reviewed(await this.services.importDecisions({ decisions, ...steering })));

  /** Looks at a workbook reviewed before; what it would bring stands in the form. */
  readonly previewRound = (file: ForeignFile): Promise<boolean> =>
    this.run("round-preview", async (steering) => {
      const roundPreview = await this.services.previewRound({ file, ...steering });
      this.set({ roundPreview, form: "round", view: VIEW_OF.round });
      return roundPreview;
    });

  readonly importRound = ({ previous }: RoundPreview, name: string): Promise<boolean> =>
    this.run("round", async (steering) => this.reviewed(await this.services.importRound({ previous, name, today: this.services.today(), ...steering })));

  private reviewed<T extends ReviewOutcome>(outcome: T): T {
    this.services.followReview(outcome);
    this.findings.setOutcome(outcome);
    this.set({ ...NO_RESULTS, outcome, ledger: outcome.ledger ?? this.state.ledger, effects: new Map() });
    this.weighing.begin(outcome);
    return outcome;
  }

  // ---- what the workbook tells while it is open ----

  /** Somebody selected a row: its record is shown, and comes to the front where nothing else is being done. */
  readonly showRecord = (place: Place): void => {
    if (this.state.outcome === null || !this.findings.showRow(place)) return;
    if (this.state.view !== "findings" && GIVES_WAY.has(this.state.view) && this.state.running === null) this.go("findings", false);
  };

  /** A correction was judged by itself. */
  readonly noteUpdate = ({ outcome, rows, people }: LiveUpdate): void => {
    this.findings.setOutcome(outcome);
    this.set({ outcome, updated: { rows: rows.length, people: people.length } });
    this.weighing.begin(outcome);
  };

  readonly noteOutdated = (reason: OutdatedReason, rows: number): void => {
    const before = this.state.outdated;
    // Rows that moved were read anew: no correction of theirs is to be told
    this.set({ updated: null, outdated: { reasons: [...new Set([...(before?.reasons ?? []), reason])], rows: (before?.rows ?? 0) + rows } });
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

  /** Selects a cell in Excel. Of several asked for in a row the last one counts; while an action runs, none. */
  readonly select = async (place: Place): Promise<void> => {
    if (this.state.running !== null) return;
    const busy = this.wanted !== null;
    this.wanted = place;
    if (busy) return;
    let failure: Failure | null = null;
    for (let last: Place | null = null; this.wanted !== null && this.wanted !== last; ) {
      last = this.wanted;
      failure = await this.services.selectPlace(last).then(() => null, failureOf);
    }
    this.wanted = null;
    // Going to a cell is no result: the last outcome stays in the status line
    if (failure !== null) this.ended("select", failure, () => this.select(place).then(() => true));
    this.tell({ action: "select", ok: failure === null, ...(failure === null ? {} : { failure }) });
  };

  // ---- certificates ----

  readonly certificates = (request: IssueRequest): Promise<boolean> =>
    this.run("certificates", async (steering) => {
      const issued = await this.overLedger(() => this.services.issueCertificates({ ...request, today: this.services.today(), ...steering }));
      this.set({ issued, ledger: issued.ledger });
      return issued;
    });

  readonly voidCertificate = (request: VoidRequest): Promise<boolean> =>
    this.run("void", async (steering) => {
      const voided = await this.overLedger(() => this.services.voidCertificate({ ...request, today: this.services.today(), ...steering }));
      this.set({ voided, ledger: voided.ledger });
      return voided;
    });

  readonly withdrawConflicting = (): Promise<boolean> => this.run("withdraw", (steering) => this.services.withdrawConflicting({ today: this.services.today(), ...steering }));

  readonly makeTemplate = (): Promise<boolean> => this.run("template", (steering) => this.services.makeTemplate(steering));

  /** Kept in the workbook; the form stays open. */
  readonly saveSettings = (settings: CertificateSettings): Promise<boolean> => this.run("settings", () => this.services.saveCertificateSettings(settings));

  readonly loadSettings = (): CertificateSettings => this.services.loadCertificateSettings();
  readonly today = (): string => this.services.today();

  /** Looks at the ledger: when the pane opens, and after a writing that broke off. A ledger that can't be read now is read next time. */
  readonly lookAtLedger = async (): Promise<void> => {
    try {
      this.set({ ledger: await this.services.readLedger() });
    } catch {
      // whatever is asked of the ledger next says what stands in the way
    }
  };

  private async overLedger<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // The ledger may have been written before it broke off
      void this.lookAtLedger();
      throw error;
    }
  }

  // ---- papers ----

  readonly freeze = (): Promise<boolean> => this.run("freeze", (steering) => this.services.freezeResults(steering));

  /** `letter` without its date: that is today. */
  readonly sendBack = (letter: Omit<LetterInput, "date">): Promise<boolean> =>
    this.run("send-back", async (steering) => {
      const sentBack = await this.services.sendBack({ letter: { ...letter, date: this.services.today() }, ...steering });
      this.set({ sentBack, problemView: false });
      return sentBack;
    });

  readonly clear = (): Promise<boolean> => this.cleared("clear", (steering) => this.services.clearResults(steering));

  /** Clears, and takes 口径, decisions on records and the ledger away as well. */
  readonly forget = (): Promise<boolean> => this.cleared("forget", (steering) => this.services.forgetDecisions(steering));

  private readonly cleared = (action: Action, work: Work): Promise<boolean> =>
    this.run(action, async (steering) => {
      await work(steering);
      this.weighing.end();
      this.services.followReview(null);
      this.findings.setOutcome(null);
      this.set({ ...NO_RESULTS, outcome: null, effects: null, ...(action === "forget" ? { ledger: null } : {}) });
    });

  readonly paper = (request: PaperRequest): Promise<boolean> =>
    this.run("paper", async (steering) => {
      const paper = await this.services.papers.make(request, { today: this.services.today(), ...steering });
      this.set({ paper, ...(paper.paper === "view" ? { problemView: paper.state === "on" } : {}) });
      return paper;
    });

  /** Once the workbook's settings can be read: it may have been saved with 仅看问题行 on. */
  readonly noteProblemView = (): void => this.set({ problemView: this.services.papers.problemViewIsOn() });

  // ---- running ----

  readonly cancel = (): void => {
    if (this.state.running === null || this.abort === null) return;
    this.abort.abort();
    this.set({ running: { ...this.state.running, cancelling: true } });
  };

  /** Does again what failed last. */
  readonly retry = (): Promise<boolean> => this.again?.() ?? Promise.resolve(false);

  /** Takes back what was done last, where `undoable` says so. */
  readonly undo = (): Promise<boolean> => this.takeBack?.() ?? Promise.resolve(false);

  /** Hosts that can't show the pane still run the action: the page is alive without it. */
  readonly showPane = async (): Promise<void> => {
    await this.services.showPane().catch(() => undefined);
  };

  /**
   * One action at a time: a second click, or the ribbon while the pane is busy, does nothing. The form that asked closes
   * when the action has come to its end; what was typed stays in it when it has not. Gives whether it has.
   */
  private async run(action: Action, work: Work, takeBack: (() => Promise<boolean>) | null = null): Promise<boolean> {
    if (this.state.running !== null) return false;
    // What it worked on is about to be replaced
    if (REVIEWS.has(action)) this.weighing.end();
    const abort = new AbortController();
    this.abort = abort;
    this.set({ running: { action, progress: null, percent: null, cancelling: false }, last: null, undoable: false, nextSaid: null, updated: null });
    const onProgress = (progress: Progress): void => {
      const { running } = this.state;
      if (this.abort === abort && running) this.set({ running: { ...running, progress, percent: percentOf(progress, running.percent) } });
    };
    let detail: DoneDetail;
    try {
      detail = { action, ok: true, outcome: await work({ signal: abort.signal, onProgress }) };
      this.takeBack = takeBack;
      const { form } = this.state;
      const closes = form !== null && FORM_OF[action] === form;
      this.set({ running: null, undoable: takeBack !== null, last: { action, failure: null }, ...(closes ? { form: null, closed: form, preview: null, roundPreview: null } : {}) });
    } catch (error) {
      const failure = failureOf(error);
      detail = { action, ok: false, failure };
      this.set({ running: null });
      this.ended(action, failure, () => this.run(action, work, takeBack));
      if (REVIEWS.has(action) && this.state.outcome !== null) this.weighing.begin(this.state.outcome);
    }
    this.abort = null;
    this.tell(detail);
    return detail.ok;
  }

  private ended(action: Action, failure: Failure, again: () => Promise<boolean>): void {
    this.again = again;
    this.set({ last: { action, failure }, undoable: false });
  }

  private tell(detail: DoneDetail): void {
    document.dispatchEvent(new CustomEvent<DoneDetail>("ce:done", { detail }));
  }

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    this.weighing.go();
  }
}

/** excel/ throws its own failures; anything else is a fault of ours and still has to be said in words. */
function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  return { kind: "host", message: error instanceof Error ? error.message : String(error), remedy: "", problems: [] };
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error && "remedy" in error;
}
