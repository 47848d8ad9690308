/**
 * What the pane can be asked to do. One for pane and ribbon, so that a review started on the ribbon shows its progress in
 * the pane.
 */
import type { CertificateSettings } from "../certificates";
import type { DecisionPreview, ForeignFile, ReviewOutcome, RoundPreview } from "../excel";
import type { LiveUpdate, OutdatedReason } from "../excel/live/events";
import type { RecordTreatment } from "../results";
import type { Finding } from "../review/types";
import type { LetterInput } from "../send-back";
import type { Place } from "../submission/grid";
import type { ColumnChoices } from "../submission/types";
import type { Drafts } from "./shared/form-drafts";
import { FindingsModel } from "./findings/findings-model";
import type { Filter } from "./findings/search";
import type { PaperRequest } from "./papers/paper-requests";
import { failureOf, Runner, type Work } from "./runner";
import type { IssueRequest, QuestionDecision, Services, VoidRequest } from "./services";
import {
  NO_PEOPLE_FILTER,
  NO_RESULTS,
  VIEW_OF,
  type Action,
  type DecidePart,
  type Failure,
  type Form,
  type PeopleFilter,
  type View,
} from "./state";

export type { DoneDetail } from "./runner";
export type { Services } from "./services";
export type { Failure, Form, PaneState } from "./state";

/** Views that a row selected in the sheet may take the place of: nothing is half done there. */
const GIVES_WAY: ReadonlySet<View> = new Set(["overview", "findings"]);

export class Controller extends Runner {
  /** The cell asked for last, while one is being selected. */
  private wanted: Place | null = null;
  readonly findings: FindingsModel;
  readonly drafts: Drafts = new Map();

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
    this.findings.setFilter({
      severity: null,
      code: null,
      text: "",
      again: false,
      record: null,
      person: null,
      ...filter,
    });
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

  readonly openForm = (form: Form): void =>
    this.set({
      form,
      closed: null,
      view: VIEW_OF[form],
      decidePart: VIEW_OF[form] === "decide" ? "questions" : this.state.decidePart,
      preview: null,
      roundPreview: null,
    });
  readonly closeForm = (): void => this.set({ form: null, closed: this.state.form, preview: null, roundPreview: null });

  // ---- reviews ----

  readonly review = (): Promise<boolean> => this.reviewAfter(() => Promise.resolve());

  /** Reviews by what the reviewer says of the columns, or anew without it. */
  readonly useColumns = (choices: ColumnChoices | null): Promise<boolean> =>
    this.reviewAfter(() => this.services.keepColumns(choices));

  private readonly reviewAfter = (preparation: () => Promise<unknown>): Promise<boolean> =>
    this.run("review", async (steering) => {
      await preparation();
      return this.reviewed(await this.services.reviewWorkbook(steering));
    });

  readonly adopt = (name: string): Promise<boolean> =>
    this.run("adopt", async (steering) =>
      this.reviewed(await this.services.adoptProvisional({ name, today: this.services.today(), ...steering })),
    );

  /** Decides one question of 口径, today; can be taken back where it was open before. */
  readonly decideQuestion = (decision: QuestionDecision): Promise<boolean> => {
    const wasOpen = this.state.outcome?.review.questions.find(({ id }) => id === decision.id)?.decision === null;
    const takeBack =
      wasOpen && decision.option !== null ? () => this.decideQuestion({ ...decision, option: null, reason: "" }) : null;
    return this.run(
      "decide-question",
      async (steering) =>
        this.reviewed(await this.services.decideQuestion({ ...decision, today: this.services.today(), ...steering })),
      takeBack,
    );
  };

  /** Decides on a record by its identity, today; null takes the decision back. `replaces`: another decision stood there. */
  readonly decide = (identity: string, given: Omit<RecordTreatment, "on"> | null, replaces = false): Promise<boolean> =>
    this.run(
      "decide",
      async (steering) =>
        this.reviewed(
          await this.services.decideRecord({
            identity,
            given: given === null ? null : { ...given, on: this.services.today() },
            ...steering,
          }),
        ),
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
    this.run("import", async (steering) =>
      this.reviewed(await this.services.importDecisions({ decisions, ...steering })),
    );

  /** Looks at a workbook reviewed before; what it would bring stands in the form. */
  readonly previewRound = (file: ForeignFile): Promise<boolean> =>
    this.run("round-preview", async (steering) => {
      const roundPreview = await this.services.previewRound({ file, ...steering });
      this.set({ roundPreview, form: "round", view: VIEW_OF.round });
      return roundPreview;
    });

  readonly importRound = ({ previous }: RoundPreview, name: string): Promise<boolean> =>
    this.run("round", async (steering) =>
      this.reviewed(await this.services.importRound({ previous, name, today: this.services.today(), ...steering })),
    );

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
    if (this.state.view !== "findings" && GIVES_WAY.has(this.state.view) && this.state.running === null)
      this.go("findings", false);
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

  /** Selects a cell in Excel. Of several asked for in a row the last one counts; while an action runs, none. */
  readonly select = async (place: Place): Promise<void> => {
    if (this.state.running !== null) return;
    const busy = this.wanted !== null;
    this.wanted = place;
    if (busy) return;
    let failure: Failure | null = null;
    for (let last: Place | null = null; this.wanted !== null && this.wanted !== last;) {
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
      const issued = await this.overLedger(() =>
        this.services.issueCertificates({ ...request, today: this.services.today(), ...steering }),
      );
      this.set({ issued, ledger: issued.ledger });
      return issued;
    });

  readonly voidCertificate = (request: VoidRequest): Promise<boolean> =>
    this.run("void", async (steering) => {
      const voided = await this.overLedger(() =>
        this.services.voidCertificate({ ...request, today: this.services.today(), ...steering }),
      );
      this.set({ voided, ledger: voided.ledger });
      return voided;
    });

  readonly withdrawConflicting = (): Promise<boolean> =>
    this.run("withdraw", (steering) =>
      this.services.withdrawConflicting({ today: this.services.today(), ...steering }),
    );

  readonly makeTemplate = (): Promise<boolean> =>
    this.run("template", (steering) => this.services.makeTemplate(steering));

  /** Kept in the workbook; the form stays open. */
  readonly saveSettings = (settings: CertificateSettings): Promise<boolean> =>
    this.run("settings", () => this.services.saveCertificateSettings(settings));

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
      const sentBack = await this.services.sendBack({
        letter: { ...letter, date: this.services.today() },
        ...steering,
      });
      this.set({ sentBack, problemView: false });
      return sentBack;
    });

  readonly clear = (): Promise<boolean> => this.cleared("clear", (steering) => this.services.clearResults(steering));

  /** Clears, and takes 口径, decisions on records and the ledger away as well. */
  readonly forget = (): Promise<boolean> =>
    this.cleared("forget", (steering) => this.services.forgetDecisions(steering));

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

  /** Hosts that can't show the pane still run the action: the page is alive without it. */
  readonly showPane = async (): Promise<void> => {
    await this.services.showPane().catch(() => undefined);
  };
}
