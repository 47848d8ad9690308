/**
 * An action of the pane as one object: how it runs, the form that asks before it, its words, where it is started and what
 * it changes in the pane. Each action has a file of its own in this folder; `index.ts` lists them all.
 */
import type { ComponentType, ReactElement } from "react";
import type { Progress, ReviewOutcome, WorkbookActions } from "../../excel";
import type { Language, WarningKey } from "../../messages";
import type { PaneState, StatusText } from "../state";
import type { ActionDescription } from "./description";

/** Handed to every run: cancelling, progress, and the day. */
export interface Steering {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Told of what could not be done though the action comes to its end. */
  readonly onWarning: (warning: WarningKey) => void;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What an action may do to the pane when it has come to its end. */
export interface PaneChanges {
  readonly set: (change: Partial<PaneState>) => void;
  /** A new review takes the place of the one that was shown. */
  readonly showReview: (outcome: ReviewOutcome) => void;
  /** No review is shown any more. */
  readonly dropReview: () => void;
  /** Reads 发证台账 again; never rejects. */
  readonly readLedger: () => Promise<void>;
}

/** What starts actions: the controller. */
export interface ActionRunner {
  /** Gives whether the action came to its end; false also when another one runs. */
  readonly run: <Request, Outcome>(
    action: Action<string, Request, Outcome>,
    ...request: RequestArguments<Request>
  ) => Promise<boolean>;
  /** Shows the form of an action in the view that holds its button. */
  readonly openForm: (action: ActionDescription) => void;
  readonly closeForm: () => void;
}

/** A request that may be undefined can be left out. */
export type RequestArguments<Request> = undefined extends Request ? [request?: Request] : [request: Request];

/** What every form gets. */
export interface FormProps<Request> {
  readonly state: PaneState;
  /** What the form's button said: its accessible name. */
  readonly title: string;
  readonly busy: boolean;
  /** Runs the action; gives whether it came to its end. */
  readonly run: (request: Request) => Promise<boolean>;
  readonly close: () => void;
}

/** What shows an action's form. */
interface FormHost {
  readonly state: PaneState;
  readonly language: Language;
  readonly runner: ActionRunner;
}

/** An action in a list of actions: what it is asked for and what it gives are known to itself alone. */
export interface ListedAction extends ActionDescription {
  /** Shows the form that asks before it runs; null for an action without one. */
  readonly form: ((host: FormHost) => ReactElement) | null;
  /** What its button does, and the ribbon's: opens the form, or runs it. Null for an action without a button. */
  readonly start: ((runner: ActionRunner) => Promise<unknown>) | null;
  /** False while its button is not shown. */
  readonly offered: (state: PaneState) => boolean;
}

export interface Action<Name extends string, Request, Outcome>
  extends ListedAction, ActionParts<Name, Request, Outcome> {
  readonly name: Name;
  readonly section: ActionDescription["section"];
  readonly ribbon: string | null;
  readonly reviews: boolean;
  readonly offered: (state: PaneState) => boolean;
}

/** What an action's file says. */
export interface ActionParts<Name extends string, Request, Outcome> {
  readonly name: Name;
  readonly words: ActionDescription["words"];
  readonly section?: ActionDescription["section"];
  readonly ribbon?: string | null;
  readonly reviews?: boolean;
  readonly offered?: (state: PaneState) => boolean;
  /** Does the work. Rejects with an ExcelFailure; the form stays open then, with what was typed. */
  readonly run: (excel: WorkbookActions, request: Request, steering: Steering) => Promise<Outcome>;
  /** What the status line says of the outcome, in place of `words.done`, which is handed in as `done`. */
  readonly doneText?: (outcome: Outcome, language: Language, done: string) => StatusText;
  /** Changes the pane by the outcome, before `ce:done`. */
  readonly after?: (outcome: Outcome, pane: PaneChanges) => void;
  /** The name of the action whose form closes when this one is done; its own form closes anyway. */
  readonly closes?: string;
  /** Changes the pane after a failure: the workbook may have been written in part. */
  readonly afterFailure?: (pane: PaneChanges) => void;
  /** The request that takes back what this one does; null when it can't be taken back. `state`: before it runs. */
  readonly takeBack?: (request: Request, state: PaneState) => Request | null;
}

const always = (): boolean => true;

function complete<Name extends string, Request, Outcome>(
  parts: ActionParts<Name, Request, Outcome>,
  { form, start }: Pick<ListedAction, "form" | "start">,
): Action<Name, Request, Outcome> {
  return { section: null, ribbon: null, reviews: false, offered: always, ...parts, form, start };
}

/** An action that its button runs at once. */
export function buttonAction<Name extends string, Outcome, Request = undefined>(
  parts: ActionParts<Name, Request | undefined, Outcome>,
): Action<Name, Request | undefined, Outcome> {
  const action: Action<Name, Request | undefined, Outcome> = complete(parts, {
    form: null,
    start: (runner) => runner.run<Request | undefined, Outcome>(action, undefined),
  });
  return action;
}

/** An action whose button opens a form; the form's answers are its request. */
export function formAction<Name extends string, Request, Outcome>({
  Form,
  ...parts
}: ActionParts<Name, Request, Outcome> & { readonly Form: ComponentType<FormProps<Request>> }): Action<
  Name,
  Request,
  Outcome
> {
  const action: Action<Name, Request, Outcome> = complete(parts, {
    form: ({ state, language, runner }) => (
      <Form
        state={state}
        title={action.words[language].button}
        busy={state.running !== null}
        run={(request) => runner.run(action, ...([request] as RequestArguments<Request>))}
        close={runner.closeForm}
      />
    ),
    start: (runner) => Promise.resolve(runner.openForm(action)),
  });
  return action;
}

/** An action that controls inside a view or form start, each with a request of its own. */
export function innerAction<Name extends string, Request, Outcome>(
  parts: ActionParts<Name, Request, Outcome>,
): Action<Name, Request, Outcome> {
  return complete(parts, { form: null, start: null });
}
