/** The pane on a stage: in jsdom, with faked services, and hands to press its buttons. */
import { page } from "./page";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { DEFAULT_SETTINGS } from "../../src/certificates";
import type { ReviewOutcome } from "../../src/excel";
import type { FailureProblem, Language } from "../../src/messages";
import type { Finding, Review } from "../../src/review/types";
import type { Action, Steering } from "../../src/taskpane/actions/action";
import type { ActionRuns } from "../../src/taskpane/actions";
import { Controller, type DoneDetail, type Failure, type Services } from "../../src/taskpane/controller";
import { registerFluentIcons } from "../../src/taskpane/common/icons";
import { Pane } from "../../src/taskpane/shell/pane";
import type { View } from "../../src/taskpane/views";
import { light } from "../../src/taskpane/common/tokens";
import { NOTHING_INCOMING } from "../../src/trust";

registerFluentIcons();

export function finding(row: number, change: Partial<Finding> = {}): Finding {
  return {
    code: "hours-claim-mismatch",
    severity: "warning",
    clause: "附件5",
    place: { sheet: "学时记录", row, column: 29 },
    registrationNo: "YY000001",
    name: "张三",
    ...change,
  };
}

export function outcomeWith(findings: readonly Finding[]): ReviewOutcome {
  const review: Review = {
    policy: "yiyang-2018-47",
    records: [],
    years: [
      {
        registrationNo: "YY000001",
        name: "张三",
        year: 2018,
        publicHours: 10,
        professionalHours: 60,
        totalHours: 70,
        status: "unmet",
        sealed: false,
        findings: [],
      },
    ],
    people: [
      {
        place: { sheet: "人员信息", row: 1 },
        registrationNo: "YY000001",
        name: "张三",
        verdict: "unqualified",
        senior: false,
        window: null,
        windows: [],
        findings: [],
      },
    ],
    findings,
    questions: [
      {
        id: "J-01",
        question: "一般",
        clause: "正文四.1",
        options: [],
        provisional: "strict",
        decision: null,
        touched: 2,
      },
    ],
  };
  const unit = { unitName: "益阳市第一中学", applicationYear: 2018 } as ReviewOutcome["unit"];
  const layout = { columns: new Map(), chosen: new Map() };
  const submission = {
    unit,
    people: [],
    records: [],
    recordDecisions: new Map(),
    ledger: [],
    notices: [],
    peopleLayout: layout,
    recordLayout: layout,
  } as unknown as ReviewOutcome["submission"];
  return { unit, submission, review, liveFormulas: true, again: null, incoming: NOTHING_INCOMING };
}

export const failure = (change: Partial<Failure>): Failure => ({
  kind: "host",
  message: "出错",
  remedy: "重试",
  problems: [],
  ...change,
});

/** The problem of a workbook that is no submission. */
export const MISSING_SHEET: FailureProblem = {
  key: "sheet-missing",
  details: { sheet: "单位信息", meant: null },
  sheet: "单位信息",
  cell: null,
};

export interface Stage {
  readonly controller: Controller;
  readonly done: DoneDetail[];
  readonly unmount: () => Promise<void>;
}

/** What stands in the place of Excel: services, and runs of actions by name. An action that is not named never ends. */
export type Faked = Partial<Omit<Services, "perform">> & Partial<ActionRuns>;

export async function stage(faked: Faked, language: Language = "zh"): Promise<Stage> {
  const never = (): Promise<never> => new Promise(() => undefined);
  const controller = new Controller({
    perform: <Request, Outcome>(action: Action<string, Request, Outcome>, request: Request, steering: Steering) => {
      const run: unknown = Reflect.get(faked, action.name) ?? never;
      return (run as (request: Request, steering: Steering) => Promise<Outcome>)(request, steering);
    },
    lookAtOpened: () => Promise.resolve({ incoming: NOTHING_INCOMING, review: null }),
    readLedger: never,
    loadCertificateSettings: () => DEFAULT_SETTINGS,
    officeKeyFile: () => "{}",
    problemViewIsOn: () => false,
    followReview: () => undefined,
    language,
    showPane: () => Promise.resolve(),
    today: () => "2018-11-02",
    now: () => performance.now(),
    pause: () => Promise.resolve(),
    ...faked,
  });
  const done: DoneDetail[] = [];
  const listen = (event: Event): void => void done.push((event as CustomEvent<DoneDetail>).detail);
  document.addEventListener("ce:done", listen);
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () => root.render(<Pane controller={controller} language={language} palette={light} />));
  return {
    controller,
    done,
    unmount: async () => {
      document.removeEventListener("ce:done", listen);
      await act(async () => root.unmount());
      place.remove();
    },
  };
}

export function at<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.querySelector<T>(`[data-testid="${id}"]`);
  if (found === null) throw new Error(`nothing with data-testid ${id}`);
  if (found.closest("[hidden]") !== null) throw new Error(`${id} is in a view that is not open`);
  return found;
}
export const click = (id: string): Promise<void> => act(async () => at(id).click());
export async function type(id: string, text: string): Promise<void> {
  const input = at<HTMLInputElement>(id);
  await act(async () => {
    Object.getOwnPropertyDescriptor(page.HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new page.Event("input", { bubbles: true }));
  });
}

/** Presses a key where the focus is. */
export const press = (key: string, held: { readonly altKey?: boolean } = {}): Promise<void> =>
  act(
    async () =>
      void (document.activeElement ?? document.body).dispatchEvent(
        new page.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }),
      ),
  );

/** Opens a view by its tab, as a person would. */
export const show = (view: View): Promise<void> => click(`tab-${view}`);
