/**
 * The pane's state and the one action that may run at a time: its progress, cancelling it, how it ended, and how to take it
 * back or to try it again.
 */
import type { Progress, ReviewOutcome } from "../excel";
import type { Action, ActionRunner, PaneChanges, RequestArguments } from "./actions/action";
import type { ActionDescription } from "./actions/description";
import { warningText, type Language, type WarningKey } from "../messages";
import { OptionEffects } from "./option-effects";
import { percentOf } from "./progress";
import type { Services } from "./services";
import { INITIAL, type Failure, type PaneState, type StatusText } from "./state";
import { VIEW_OF_SECTION } from "./views";

/** Detail of the document's `ce:done` event, for drivers and tests that wait for an action. */
export interface DoneDetail {
  /** The action's name. */
  readonly action: string;
  readonly ok: boolean;
  readonly outcome?: unknown;
  readonly failure?: Failure;
}

type Repeat = () => Promise<boolean>;

const NO_STATUS_TEXT = { text: "" };

/** Runs one action at a time, with progress, cancelling and repeating, and tells its end by `ce:done`. */
export abstract class Runner implements ActionRunner {
  protected state: PaneState = INITIAL;
  protected readonly optionEffects: OptionEffects;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  /** Takes back what was done last, and does again what failed last. */
  private takeBack: Repeat | null = null;
  private again: Repeat | null = null;

  constructor(protected readonly services: Services) {
    this.optionEffects = new OptionEffects({
      pause: services.pause,
      isWanted: () => this.state.running === null && this.state.view === "decide",
      onComputed: (effects) => this.set({ effects }),
      onAdoption: (adoption) => this.set({ adoption }),
    });
  }

  readonly getState = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly cancel = (): void => {
    if (this.state.running === null || this.abort === null) return;
    this.abort.abort();
    this.set({ running: { ...this.state.running, cancelling: true } });
  };

  /** Does again what failed last. */
  readonly retry = (): Promise<boolean> => this.again?.() ?? Promise.resolve(false);

  /** Takes back what was done last, where `undoable` says so. */
  readonly undo = (): Promise<boolean> => this.takeBack?.() ?? Promise.resolve(false);

  /** Opens the form of an action in the view of its section. */
  readonly openForm = (form: ActionDescription): void => {
    const view = form.section === null ? null : VIEW_OF_SECTION[form.section];
    this.set({
      form,
      closed: null,
      view: view ?? this.state.view,
      decidePart: view === "decide" ? "questions" : this.state.decidePart,
      preview: null,
      roundPreview: null,
      policyPreview: null,
    });
  };

  readonly closeForm = (): void =>
    this.set({ form: null, closed: this.state.form, preview: null, roundPreview: null, policyPreview: null });

  /**
   * Runs one action at a time: a second click, or the ribbon while the pane is busy, does nothing. The form that asked
   * closes when the action has come to its end; what was typed stays in it when it has not. Gives whether it has.
   */
  readonly run = async <Request, Outcome>(
    action: Action<string, Request, Outcome>,
    ...[given]: RequestArguments<Request>
  ): Promise<boolean> => {
    if (this.state.running !== null) return false;
    const request = given as Request;
    const takeBack = action.takeBack?.(request, this.state) ?? null;
    const repeat =
      (again: Request): Repeat =>
      () =>
        this.run(action, ...([again] as RequestArguments<Request>));
    // Effects are computed for the review that is about to be replaced
    if (action.reviews) this.optionEffects.end();
    const abort = new AbortController();
    this.abort = abort;
    this.set({
      running: { action, progress: null, percent: null, cancelling: false },
      last: null,
      undoable: false,
      nextSaid: null,
      updated: null,
    });
    const onProgress = (progress: Progress): void => {
      const { running } = this.state;
      if (this.abort === abort && running)
        this.set({ running: { ...running, progress, percent: percentOf(progress, running.percent) } });
    };
    let detail: DoneDetail;
    try {
      const warnings = new Set<WarningKey>();
      const onWarning = (warning: WarningKey): void => void warnings.add(warning);
      const steering = { signal: abort.signal, onProgress, onWarning, today: this.services.today() };
      const outcome = await this.services.perform(action, request, steering);
      action.after?.(outcome, this.changes);
      detail = { action: action.name, ok: true, outcome };
      this.takeBack = takeBack === null ? null : repeat(takeBack);
      const { language } = this.services;
      const { done } = action.words[language];
      const { form } = this.state;
      const closes = form !== null && (form === action || form.name === action.closes);
      this.set({
        running: null,
        undoable: takeBack !== null,
        last: {
          action,
          failure: null,
          doneText: withWarnings(action.doneText?.(outcome, language, done) ?? { text: done }, warnings, language),
        },
        ...(closes ? { form: null, closed: form, preview: null, roundPreview: null, policyPreview: null } : {}),
      });
    } catch (error) {
      const failure = failureOf(error);
      detail = { action: action.name, ok: false, failure };
      this.set({ running: null });
      action.afterFailure?.(this.changes);
      this.ended(action, failure, repeat(request));
      if (action.reviews && this.state.outcome !== null) this.optionEffects.begin(this.state.outcome);
    }
    this.abort = null;
    this.dispatchDone(detail);
    return detail.ok;
  };

  protected abstract readonly showReview: (outcome: ReviewOutcome) => void;
  protected abstract readonly dropReview: () => void;
  protected abstract readonly readLedger: () => Promise<void>;

  private readonly changes: PaneChanges = {
    set: (change) => this.set(change),
    showReview: (outcome) => this.showReview(outcome),
    dropReview: () => this.dropReview(),
    readLedger: () => this.readLedger(),
  };

  protected ended(action: ActionDescription, failure: Failure, again: Repeat): void {
    this.again = again;
    this.set({ last: { action, failure, doneText: NO_STATUS_TEXT }, undoable: false });
  }

  protected dispatchDone(detail: DoneDetail): void {
    document.dispatchEvent(new CustomEvent<DoneDetail>("ce:done", { detail }));
  }

  protected set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    this.optionEffects.go();
  }
}

/** What could not be done is said below what was done. */
function withWarnings(text: StatusText, warnings: ReadonlySet<WarningKey>, language: Language): StatusText {
  if (warnings.size === 0) return text;
  const sentences = [...warnings].map((warning) => warningText(warning, language));
  return { ...text, hint: [...(text.hint === undefined ? [] : [text.hint]), ...sentences].join(" ") };
}

/** excel/ throws ExcelFailure; anything else is a defect of ours and becomes a failure with its message. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  return { kind: "host", message: error instanceof Error ? error.message : String(error), remedy: "", problems: [] };
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error && "remedy" in error;
}
