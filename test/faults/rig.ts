/**
 * The add-in's actions on the real office.js, beside a host whose requests can fail: the page is loaded once, and each
 * workbook gets a host of its own, so that hundreds of runs that break off cost milliseconds each.
 */
import { join } from "node:path";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { Workbook } from "../../src/book/model/workbook";
import { readFileSync } from "node:fs";
import { readDeclarations } from "../../src/workbench/host/calculation/recalculation";
import { frameName } from "../../src/workbench/host/protocol/constants";
import { HostSession, type WorkbenchLog } from "../../src/workbench/host/protocol/session";
import { ORIGIN } from "../../src/workbench/frame/files";
import { Frame } from "../../src/workbench/frame/frame";
import { testClock } from "../support/clock";
import { OFFICE_STORAGE } from "../support/office";

const PAGE = join(__dirname, "../../dist/taskpane.html");

/** How a request fails: nothing of it is done, a part of it, or all of it and the answer is lost. */
type FaultMoment = "before" | "quarter" | "half" | "most" | "nearly" | "after";

/** How much of a request is done, of 1. */
const DONE: Readonly<Record<FaultMoment, number>> = {
  before: 0,
  quarter: 0.25,
  half: 0.5,
  most: 0.8,
  nearly: 0.95,
  after: 1,
};

export interface Fault {
  /** The code that office.js gives the page; "" where no answer comes. */
  readonly code: string;
  readonly moment: FaultMoment;
  /** The page goes away with the request: no answer comes at all. */
  readonly reload?: boolean;
}

/** A workbook as it was saved, with the settings in it. */
export interface Snapshot {
  readonly bytes: Uint8Array;
  readonly settings: ReadonlyMap<string, string>;
  /** Bytes that a request or an answer may have; as Excel on the web by default. */
  readonly payloadLimit?: number;
}

/** Numbers that a host gives for a request that fails as a whole; other codes come as the error of one of its actions. */
const WHOLE: Readonly<Record<string, number>> = {
  GeneralException: 5001,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

const SEEN = "ce-hours-review.issued";

/** `DispatchId` of what a page asks: a batch, the settings saved, a copy of the document and its slices. */
const BATCH = 93;
const FAILING: ReadonlySet<unknown> = new Set([BATCH, 76, 77, 80]);
/** office.js's own batches: start-up, and the results of custom functions. */
const OWN_BATCH = /CustomFunctions|AddinInternalService/;

interface Message {
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _correlationId: unknown;
  _data: { DdaMethod?: { DispatchId?: unknown }; ArrayData?: unknown[] };
}

interface Answer {
  readonly _correlationId: unknown;
  _data: unknown;
}

export class Rig {
  private session!: HostSession;
  private readonly frame: Frame;
  private readonly startUp: string[] = [];
  private starting = true;
  private muted = false;
  private log!: WorkbenchLog;
  /** Which of the coming requests fails, and how. */
  private armed: { readonly at: number; readonly fault: Fault } | null = null;
  private asked = 0;
  private hit = false;
  private awaited: { readonly id: unknown; readonly fault: Fault } | null = null;
  private onFault: () => void = () => undefined;
  /** Called with the number of each request when it arrives. */
  onRequest: ((index: number) => void) | null = null;

  /** Changes what the host answers, as a host of other habits would. */
  onAnswer: ((text: string) => string) | null = null;

  private constructor() {
    this.start({ bytes: saveWorkbook(emptyWorkbook()), settings: new Map() });
    this.frame = new Frame({
      page: PAGE,
      name: frameName(ORIGIN, "zh-CN"),
      storage: OFFICE_STORAGE,
      toHost: (text) => this.receive(text),
      refuse: (what) => void this.log.refused.push(what),
      print: () => undefined,
      pageError: (message) => void this.log.refused.push(message),
    });
  }

  /** Loads the page. One rig at a time: its window's Office is the process's. */
  static async open(): Promise<Rig> {
    const rig = new Rig();
    while (rig.frame.loading) await rest();
    await rig.settled();
    rig.starting = false;
    for (const name of ["Office", "Excel", "localStorage", "document", "CustomEvent"])
      Object.defineProperty(globalThis, name, {
        value: Reflect.get(rig.frame.window, name) as unknown,
        configurable: true,
        writable: true,
      });
    return rig;
  }

  /** Another workbook is open from now on, in a host that knows nothing of the one before. */
  async put(snapshot: Snapshot, newMachine = true): Promise<void> {
    this.session.close();
    this.start(snapshot);
    this.muted = true;
    for (const text of this.startUp) this.session.receive(text);
    this.muted = false;
    // A machine that has seen no number of it
    if (newMachine) this.seen = null;
    await this.reload();
  }

  /** As a page that is loaded again: what office.js keeps of the document's settings is the document's. */
  reload(): Promise<void> {
    return new Promise((resolve) => Office.context.document.settings.refreshAsync(() => resolve()));
  }

  get workbook(): Workbook {
    return this.session.state.workbook;
  }

  get created(): readonly Uint8Array[] {
    return this.session.state.createdWorkbooks;
  }

  get refused(): readonly string[] {
    return this.log.refused;
  }

  get user(): HostSession["user"] {
    return this.session.user;
  }

  get settings(): ReadonlyMap<string, string> {
    return this.session.settings;
  }

  /** What becomes of settings that the page saves from now on. */
  set savedSettingsAre(what: HostSession["savedSettingsAre"]) {
    this.session.savedSettingsAre = what;
  }

  /** What formulas in a table become. */
  set calculatedColumns(how: HostSession["state"]["calculatedColumns"]) {
    this.session.state.calculatedColumns = how;
  }

  /** Another person's add-in saves a setting into the same document. */
  coAuthorSaves(key: string, value: string): void {
    this.session.settings = new Map(this.session.settings).set(key, JSON.stringify(value));
  }

  /** What this machine has seen of numbers, as the browser keeps it. */
  get seen(): string | null {
    return localStorage.getItem(SEEN);
  }

  set seen(text: string | null) {
    if (text === null) localStorage.removeItem(SEEN);
    else localStorage.setItem(SEEN, text);
  }

  snapshot(): Snapshot {
    return { bytes: saveWorkbook(this.workbook), settings: new Map(this.session.settings) };
  }

  /** Requests are counted from 0 again; the one numbered `at` fails. Resolves when a request was lost that is never answered. */
  arm(at: number, fault: Fault): Promise<void> {
    this.asked = 0;
    this.hit = false;
    this.armed = { at, fault };
    return new Promise((resolve) => {
      this.onFault = resolve;
    });
  }

  /** No request fails any more. Gives whether one has. */
  disarm(): boolean {
    this.armed = null;
    this.onRequest = null;
    return this.hit;
  }

  count(): void {
    this.asked = 0;
  }

  get requests(): number {
    return this.asked;
  }

  /** Resolves when the page has nothing more to do. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await rest();
      if (this.session.busy || this.frame.loading || this.frame.awaiting) quiet = 0;
      else if (this.frame.timers.isDueWithin(5_000)) {
        quiet = 0;
        this.frame.timers.bringForward(5_000);
      } else quiet += 1;
    }
  }

  close(): void {
    this.session.close();
    this.frame.close();
  }

  private start({ bytes, settings, payloadLimit = 5 * 1024 * 1024 }: Snapshot): void {
    this.log = { roundTrips: 0, requestBytes: 0, responseBytes: 0, errors: [], refused: [], console: [] };
    const session: HostSession = new HostSession({
      workbook: openWorkbook(bytes),
      documentName: "Book1.xlsx",
      origin: ORIGIN,
      locale: "zh-CN",
      blank: "zero",
      payloadLimit,
      advertise: {},
      functions: readDeclarations(JSON.parse(readFileSync(join(PAGE, "../functions.json"), "utf8"))),
      namespace: undefined,
      log: this.log,
      clock: testClock,
      post: (text) => {
        if (session === this.session) this.post(text);
      },
    });
    session.settings = new Map(settings);
    this.session = session;
  }

  // ---- between page and host ----

  private receive(text: string): void {
    const message = JSON.parse(text) as Message;
    const dispatch = message._data.DdaMethod?.DispatchId;
    if (this.starting && (message._actionType === 1 || (dispatch === BATCH && OWN_BATCH.test(text))))
      this.startUp.push(text);
    if (this.starting || !FAILING.has(dispatch) || (dispatch === BATCH && OWN_BATCH.test(text))) {
      this.session.receive(text);
      return;
    }
    const at = this.asked;
    this.asked += 1;
    this.onRequest?.(at);
    if (this.armed?.at !== at) {
      this.session.receive(text);
      return;
    }
    const { fault } = this.armed;
    this.hit = true;
    this.awaited = { id: message._correlationId, fault };
    this.session.receive(fault.moment === "after" ? text : cut(message, DONE[fault.moment]));
  }

  private post(given: string): void {
    if (this.muted) return;
    const text = this.onAnswer?.(given) ?? given;
    const answer = JSON.parse(text) as Answer;
    if (this.awaited === null || answer._correlationId !== this.awaited.id) {
      this.frame.post(text);
      return;
    }
    const { fault } = this.awaited;
    this.awaited = null;
    if (fault.reload === true) this.onFault();
    else this.frame.post(JSON.stringify({ ...answer, _data: failed(answer._data, fault) }));
  }
}

/** The same request with the first part of what it does, so that its answer comes as any other's. */
function cut(message: Message, part: number): string {
  const data = message._data.ArrayData;
  if (data === undefined || typeof data[4] !== "string") {
    // Settings and copies of the document are whole or not: loading the settings changes nothing
    const DdaMethod = { ...message._data.DdaMethod, DispatchId: 75 };
    return JSON.stringify({ ...message, _data: { ...message._data, DdaMethod } });
  }
  const body = JSON.parse(data[4]) as { Actions: unknown[] };
  const Actions = body.Actions.slice(0, Math.floor(part * body.Actions.length));
  return JSON.stringify({
    ...message,
    _data: {
      ...message._data,
      ArrayData: data.map((each, at) => (at === 4 ? JSON.stringify({ ...body, Actions }) : each)),
    },
  });
}

function failed(data: unknown, { code }: Fault): unknown {
  const whole = WHOLE[code];
  if (whole !== undefined) return { Error: whole, Version: 1 };
  const answer = data as { Data?: [number, unknown, string] };
  // Saving settings and copying the document fail as a whole
  if (answer.Data === undefined) return { Error: code === "AccessDenied" ? 7000 : 5001, Version: 1 };
  const { Results } = JSON.parse(answer.Data[2]) as { Results: unknown[] };
  const Error = { Code: code, Message: code, HttpStatusCode: 404, Location: "", ActionIndex: Results.length };
  return { ...answer, Data: [200, [], JSON.stringify({ Results, Error })] };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
