/**
 * The pane's state and the one action that may run at a time: its progress, cancelling it, how it ended, and the way back
 * or on from there.
 */
import type { Progress } from "../excel";
import { percentOf } from "./progress";
import type { Services, Steering } from "./services";
import { INITIAL, REVIEWS, type Action, type Failure, type Form, type PaneState } from "./state";
import { Weighing } from "./option-effects";

/** The form that an action closes when it has come to its end. */
const FORM_OF: Readonly<Partial<Record<Action, Form>>> = {
  adopt: "adopt",
  import: "import",
  round: "round",
  certificates: "certificates",
  "send-back": "send-back",
  clear: "clear",
  forget: "clear",
  paper: "sample",
};

/** Detail of the document's `ce:done` event, for drivers and tests that wait for an action. */
export interface DoneDetail {
  readonly action: Action;
  readonly ok: boolean;
  readonly outcome?: unknown;
  readonly failure?: Failure;
}

export type Work = (steering: Steering) => Promise<unknown>;
type Again = () => Promise<boolean>;

export class Runner {
  protected state: PaneState = INITIAL;
  protected readonly weighing: Weighing;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  /** Takes back what was done last, and does again what failed last. */
  private takeBack: Again | null = null;
  private again: Again | null = null;

  constructor(protected readonly services: Services) {
    this.weighing = new Weighing({
      pause: services.pause,
      isWanted: () => this.state.running === null && this.state.view === "decide",
      onWeighed: (effects) => this.set({ effects }),
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

  /**
   * One action at a time: a second click, or the ribbon while the pane is busy, does nothing. The form that asked closes
   * when the action has come to its end; what was typed stays in it when it has not. Gives whether it has.
   */
  protected async run(action: Action, work: Work, takeBack: Again | null = null): Promise<boolean> {
    if (this.state.running !== null) return false;
    // What it worked on is about to be replaced
    if (REVIEWS.has(action)) this.weighing.end();
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
      detail = { action, ok: true, outcome: await work({ signal: abort.signal, onProgress }) };
      this.takeBack = takeBack;
      const { form } = this.state;
      const closes = form !== null && FORM_OF[action] === form;
      this.set({
        running: null,
        undoable: takeBack !== null,
        last: { action, failure: null },
        ...(closes ? { form: null, closed: form, preview: null, roundPreview: null } : {}),
      });
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

  protected ended(action: Action, failure: Failure, again: Again): void {
    this.again = again;
    this.set({ last: { action, failure }, undoable: false });
  }

  protected tell(detail: DoneDetail): void {
    document.dispatchEvent(new CustomEvent<DoneDetail>("ce:done", { detail }));
  }

  protected set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
    this.weighing.go();
  }
}

/** excel/ throws its own failures; anything else is a fault of ours and still has to be said in words. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  return { kind: "host", message: error instanceof Error ? error.message : String(error), remedy: "", problems: [] };
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error && "remedy" in error;
}
