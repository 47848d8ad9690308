/** A pane without its page beside the workbook of a rig: session, actions and controller as the product builds them. */
import { OfficeKey, workbookActions, WorkbookSession, type WorkbookActions } from "../../src/excel";
import type { ActionRuns } from "../../src/taskpane/actions";
import { ACTIONS } from "../../src/taskpane/actions";
import type { Action, ListedAction } from "../../src/taskpane/actions/action";
import { Controller } from "../../src/taskpane/controller";
import type { Failure } from "../../src/taskpane/state";

export type ActionName = keyof ActionRuns;
export type RequestOf<Name extends ActionName> = Parameters<ActionRuns[Name]>[0];

export const TODAY = "2018-12-01";

/** Nobody waits in a test. */
const TIMER = {
  now: () => performance.now(),
  pause: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
  after: (_: number, call: () => void) => {
    const timer = setTimeout(call, 0);
    return () => clearTimeout(timer);
  },
};

/** How an action ended. */
export interface End {
  readonly ok: boolean;
  readonly failure: Failure | null;
  readonly outcome: unknown;
}

export interface Pane {
  readonly controller: Controller;
  readonly excel: WorkbookActions;
  /** Runs an action as its button or form does; another one must not be running. */
  readonly run: (name: ActionName, request: unknown) => Promise<End>;
}

/** A pane that has just been opened beside the workbook. `today`: YYYY-MM-DD; `now`: milliseconds, for what is timed. */
export async function openPane(today = TODAY, now = TIMER.now): Promise<Pane> {
  const excel = workbookActions(new WorkbookSession(new OfficeKey(), { ...TIMER, now }));
  let outcome: unknown = null;
  const controller = new Controller({
    language: "zh",
    perform: async (action, request, steering) => {
      const given = await action.run(excel, request, steering);
      outcome = given;
      return given;
    },
    readLedger: excel.readLedger,
    lookAtOpened: excel.lookAtOpened,
    loadCertificateSettings: excel.loadCertificateSettings,
    officeKeyFile: excel.officeKeyFile,
    problemViewIsOn: excel.problemViewIsOn,
    followReview: excel.followReview,
    today: () => today,
    now: () => performance.now(),
    pause: () => Promise.resolve(),
    showPane: () => Promise.resolve(),
  });
  await excel.start();
  controller.noteProblemView();
  const run = async (name: ActionName, request: unknown): Promise<End> => {
    outcome = null;
    const action = actionOf(name);
    const ok = await controller.run(action, request);
    return { ok, failure: controller.getState().last?.failure ?? null, outcome };
  };
  return { controller, excel, run };
}

function actionOf(name: ActionName): Action<string, unknown, unknown> {
  const found = (ACTIONS as readonly ListedAction[]).find((action) => action.name === name);
  if (found === undefined) throw new Error(`there is no action ${name}`);
  return found as unknown as Action<string, unknown, unknown>;
}
