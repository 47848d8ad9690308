/**
 * What the pane knows and what it can be asked to do. One store for pane and ribbon, so that a review started on the
 * ribbon shows its progress in the pane.
 */
import type { CertificateSettings, LedgerState } from "../certificates";
import type { DecideOptions, DecisionPreview, ExcelFailure, ForeignFile, ImportOutcome, ImportRoundOutcome, IssueOutcome, PaperOutcome, Progress, ReviewOutcome, RoundPreview, SendBackOutcome, VoidOptions, VoidOutcome } from "../excel";
import { weighOptions, type OptionEffect, type RecordTreatment } from "../results";
import type { LetterInput } from "../send-back";
import type { Place } from "../submission/grid";
import type { ColumnChoices } from "../submission/types";
import type { PaperRequest, PaperServices } from "./paper-requests";

export type Action = "review" | "adopt" | "decide" | "preview" | "import" | "round-preview" | "round" | "certificates" | "void" | "withdraw" | "template" | "settings" | "freeze" | "send-back" | "clear" | "forget" | "select" | "paper";
/** The inline forms that ask something before an action runs. */
export type Form = "adopt" | "import" | "round" | "certificates" | "send-back" | "clear" | "sample";

/** What the pane shows of a failure. */
export type Failure = Pick<ExcelFailure, "kind" | "message" | "remedy" | "problems">;

interface Steering {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Who gets a page, and how; everyone ready, and as the workbook keeps it, when left out. */
export interface IssueRequest {
  readonly firstNumber?: number;
  readonly chosen?: readonly string[];
  readonly settings?: CertificateSettings;
}

export type VoidRequest = Pick<VoidOptions, "entry" | "reason" | "reissue">;

/** What the pane needs from its host; excel/ in the product, fakes in tests. */
export interface Services {
  readonly reviewWorkbook: (steering: Steering) => Promise<ReviewOutcome>;
  readonly adoptProvisional: (request: { readonly name: string; readonly today: string } & Steering) => Promise<ReviewOutcome>;
  readonly decideRecord: (request: Pick<DecideOptions, "identity" | "given"> & Steering) => Promise<ReviewOutcome>;
  readonly previewDecisions: (request: { readonly file: ForeignFile } & Steering) => Promise<DecisionPreview>;
  readonly importDecisions: (request: Pick<DecisionPreview, "decisions"> & Steering) => Promise<ImportOutcome>;
  readonly previewRound: (request: { readonly file: ForeignFile } & Steering) => Promise<RoundPreview>;
  readonly importRound: (request: Pick<RoundPreview, "previous"> & { readonly name: string; readonly today: string } & Steering) => Promise<ImportRoundOutcome>;
  readonly issueCertificates: (request: IssueRequest & { readonly today: string } & Steering) => Promise<IssueOutcome>;
  readonly voidCertificate: (request: VoidRequest & { readonly today: string } & Steering) => Promise<VoidOutcome>;
  readonly withdrawConflicting: (request: { readonly today: string } & Steering) => Promise<unknown>;
  readonly makeTemplate: (steering: Steering) => Promise<unknown>;
  /** The ledger and nothing else, as it stands. */
  readonly readLedger: () => Promise<LedgerState>;
  readonly loadCertificateSettings: () => CertificateSettings;
  readonly saveCertificateSettings: (settings: CertificateSettings) => Promise<unknown>;
  readonly freezeResults: (steering: Steering) => Promise<unknown>;
  readonly sendBack: (request: { readonly letter: LetterInput } & Steering) => Promise<SendBackOutcome>;
  readonly clearResults: (steering: Steering) => Promise<unknown>;
  readonly forgetDecisions: (steering: Steering) => Promise<unknown>;
  /** Keeps with the workbook which headers mean what; null forgets it. */
  readonly keepColumns: (choices: ColumnChoices | null) => Promise<unknown>;
  readonly selectPlace: (place: Place) => Promise<unknown>;
  readonly papers: PaperServices;
  readonly today: () => string;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly showPane: () => Promise<unknown>;
}

export interface PaneState {
  readonly running: { readonly action: Action; readonly progress: Progress | null; readonly cancelling: boolean } | null;
  readonly form: Form | null;
  /** What importing from the chosen file would do. */
  readonly preview: DecisionPreview | null;
  /** What taking over the chosen workbook's round would do. */
  readonly roundPreview: RoundPreview | null;
  readonly outcome: ReviewOutcome | null;
  readonly issued: IssueOutcome | null;
  readonly voided: VoidOutcome | null;
  /** 发证台账 as last read; null before that. */
  readonly ledger: LedgerState | null;
  /** The last of the other papers that was made. */
  readonly paper: PaperOutcome | null;
  /** 仅看问题行 is on: always so after a start, until it is left. */
  readonly problemView: boolean;
  readonly sentBack: SendBackOutcome | null;
  /** The last finished action; its failure when it failed. */
  readonly last: { readonly action: Action; readonly failure: Failure | null } | null;
  /** Rows whose results are older than their inputs, marked since the last review. */
  readonly stale: number;
  /** What each option of the open questions would change, by question; those not worked out yet are not in it. Null: not to be had. */
  readonly effects: ReadonlyMap<string, readonly OptionEffect[]> | null;
}

const INITIAL: PaneState = { running: null, form: null, preview: null, roundPreview: null, outcome: null, issued: null, voided: null, sentBack: null, ledger: null, last: null, stale: 0, effects: null, paper: null, problemView: false };

/** Actions that end in a new review. */
const REVIEWS: ReadonlySet<Action> = new Set(["review", "adopt", "decide", "import", "round"]);

/** While an action runs, weighing waits and looks again after this. */
const WAITS_MS = 50;

/** Detail of the document's `ce:done` event, for drivers and tests that wait for an action. */
export interface DoneDetail {
  readonly action: Action;
  readonly ok: boolean;
  readonly outcome?: unknown;
  readonly failure?: Failure;
}

export class Controller {
  private state: PaneState = INITIAL;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  private weighing: AbortController | null = null;

  constructor(private readonly services: Services) {}

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly review = (): Promise<void> => this.reviewAfter(() => Promise.resolve());

  /** Reviews by what the reviewer says of the columns, or anew without it. */
  readonly useColumns = (choices: ColumnChoices | null): Promise<void> => this.reviewAfter(() => this.services.keepColumns(choices));

  private readonly reviewAfter = (preparation: () => Promise<unknown>): Promise<void> =>
    this.run("review", async (steering) => {
      await preparation();
      return this.reviewed(await this.services.reviewWorkbook(steering));
    });

  readonly adopt = (name: string): Promise<void> =>
    this.run("adopt", async (steering) => {
      return this.reviewed(await this.services.adoptProvisional({ name, today: this.services.today(), ...steering }));
    });

  /** Decides on a record by its identity, today; null takes the decision back. */
  readonly decide = (identity: string, given: Omit<RecordTreatment, "on"> | null): Promise<void> =>
    this.run("decide", async (steering) =>
      this.reviewed(await this.services.decideRecord({ identity, given: given === null ? null : { ...given, on: this.services.today() }, ...steering })),
    );

  /** Looks at another workbook's 口径; what it would do stands in the form. */
  readonly preview = (file: ForeignFile): Promise<void> =>
    this.run("preview", async (steering) => {
      const preview = await this.services.previewDecisions({ file, ...steering });
      this.set({ preview, form: "import" });
      return preview;
    });

  readonly importDecisions = ({ decisions }: DecisionPreview): Promise<void> =>
    this.run("import", async (steering) => this.reviewed(await this.services.importDecisions({ decisions, ...steering })));

  /** Looks at a workbook reviewed before; what it would bring stands in the form. */
  readonly previewRound = (file: ForeignFile): Promise<void> =>
    this.run("round-preview", async (steering) => {
      const roundPreview = await this.services.previewRound({ file, ...steering });
      this.set({ roundPreview, form: "round" });
      return roundPreview;
    });

  readonly importRound = ({ previous }: RoundPreview, name: string): Promise<void> =>
    this.run("round", async (steering) => this.reviewed(await this.services.importRound({ previous, name, today: this.services.today(), ...steering })));

  readonly certificates = (request: IssueRequest): Promise<void> =>
    this.run("certificates", async (steering) => {
      const issued = await this.overLedger(() => this.services.issueCertificates({ ...request, today: this.services.today(), ...steering }));
      this.set({ issued, ledger: issued.ledger });
      return issued;
    });

  readonly voidCertificate = (request: VoidRequest): Promise<void> =>
    this.run("void", async (steering) => {
      const voided = await this.overLedger(() => this.services.voidCertificate({ ...request, today: this.services.today(), ...steering }));
      this.set({ voided, ledger: voided.ledger });
      return voided;
    });

  readonly withdrawConflicting = (): Promise<void> => this.run("withdraw", (steering) => this.services.withdrawConflicting({ today: this.services.today(), ...steering }));

  readonly makeTemplate = (): Promise<void> => this.run("template", (steering) => this.services.makeTemplate(steering));

  /** Kept in the workbook; the form stays open. */
  readonly saveSettings = (settings: CertificateSettings): Promise<void> => this.run("settings", () => this.services.saveCertificateSettings(settings));

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

  readonly freeze = (): Promise<void> => this.run("freeze", (steering) => this.services.freezeResults(steering));

  /** `letter` without its date: that is today. */
  readonly sendBack = (letter: Omit<LetterInput, "date">): Promise<void> =>
    this.run("send-back", async (steering) => {
      const sentBack = await this.services.sendBack({ letter: { ...letter, date: this.services.today() }, ...steering });
      this.set({ sentBack, problemView: false });
      return sentBack;
    });

  readonly clear = (): Promise<void> => this.cleared("clear", (steering) => this.services.clearResults(steering));

  /** Clears, and takes 口径, decisions on records and the ledger away as well. */
  readonly forget = (): Promise<void> => this.cleared("forget", (steering) => this.services.forgetDecisions(steering));

  private readonly cleared = (action: Action, work: (steering: Steering) => Promise<unknown>): Promise<void> =>
    this.run(action, async (steering) => {
      await work(steering);
      this.weighing?.abort();
      this.set({ outcome: null, issued: null, voided: null, sentBack: null, stale: 0, effects: null, problemView: false, ...(action === "forget" ? { ledger: null } : {}) });
    });

  readonly paper = (request: PaperRequest): Promise<void> =>
    this.run("paper", async (steering) => {
      const paper = await this.services.papers.make(request, { today: this.services.today(), ...steering });
      this.set({ paper, ...(paper.paper === "view" ? { problemView: paper.state === "on" } : {}) });
      return paper;
    });

  /** Once the workbook's settings can be read: it may have been saved with 仅看问题行 on. */
  readonly noteProblemView = (): void => this.set({ problemView: this.services.papers.problemViewIsOn() });

  readonly select = (place: Place): Promise<void> => this.run("select", () => this.services.selectPlace(place));

  readonly cancel = (): void => {
    if (this.state.running === null || this.abort === null) return;
    this.abort.abort();
    this.set({ running: { ...this.state.running, cancelling: true } });
  };

  readonly noteStale = (rows: number): void => this.set({ stale: this.state.stale + rows });

  readonly openForm = (form: Form): void => this.set({ form, preview: null, roundPreview: null });
  readonly closeForm = (): void => this.set({ form: null, preview: null, roundPreview: null });

  /** Hosts that can't show the pane still run the action: the page is alive without it. */
  readonly showPane = async (): Promise<void> => {
    await this.services.showPane().catch(() => undefined);
  };

  private reviewed<T extends ReviewOutcome>(outcome: T): T {
    this.set({ outcome, ledger: outcome.ledger ?? this.state.ledger, issued: null, voided: null, sentBack: null, stale: 0, effects: new Map(), problemView: false });
    void this.weigh(outcome);
    return outcome;
  }

  /** Works out what deciding would change, an option at a time between other things; a new review puts an end to it. */
  private async weigh({ submission, review }: ReviewOutcome): Promise<void> {
    this.weighing?.abort();
    const { signal } = (this.weighing = new AbortController());
    const effects = new Map<string, readonly OptionEffect[]>();
    const free = async (): Promise<boolean> => {
      await this.services.pause(0);
      while (!signal.aborted && this.state.running !== null) await this.services.pause(WAITS_MS);
      return !signal.aborted;
    };
    try {
      const steps = weighOptions(submission, review, undefined, true);
      while (await free()) {
        const { done, value } = steps.next();
        if (done === true) return;
        const weighed = [...(effects.get(value.id) ?? []), value.effect];
        effects.set(value.id, weighed);
        if (weighed.length === review.questions.find(({ id }) => id === value.id)?.options.length) this.set({ effects: new Map(effects) });
      }
    } catch {
      // The review stands without it
      if (!signal.aborted) this.set({ effects: null });
    }
  }

  /** One action at a time: a second click, or the ribbon while the pane is busy, does nothing. */
  private async run(action: Action, work: (steering: Steering) => Promise<unknown>): Promise<void> {
    if (this.state.running !== null) return;
    // What it worked on is about to be replaced
    if (REVIEWS.has(action)) this.weighing?.abort();
    const abort = new AbortController();
    this.abort = abort;
    // Going to a cell is no result: the last outcome stays in the status line
    const last = action === "select" ? this.state.last : null;
    this.set({ running: { action, progress: null, cancelling: false }, form: action === "settings" ? this.state.form : null, preview: null, roundPreview: null, last });
    const onProgress = (progress: Progress): void => {
      if (this.abort === abort && this.state.running) this.set({ running: { ...this.state.running, progress } });
    };
    let detail: DoneDetail;
    try {
      detail = { action, ok: true, outcome: await work({ signal: abort.signal, onProgress }) };
      this.set({ running: null, last: action === "select" ? last : { action, failure: null } });
    } catch (error) {
      const failure = failureOf(error);
      detail = { action, ok: false, failure };
      this.set({ running: null, last: { action, failure } });
      if (REVIEWS.has(action) && this.state.outcome !== null) void this.weigh(this.state.outcome);
    }
    this.abort = null;
    document.dispatchEvent(new CustomEvent<DoneDetail>("ce:done", { detail }));
  }

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
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
