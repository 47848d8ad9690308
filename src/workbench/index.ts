/** The workbench: plays Excel's part for an unmodified add-in page, without Excel and without a browser. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DOMWindow } from "jsdom";
import { ORIGIN } from "./frame/files";
import { Frame } from "./frame/frame";
import type { Clock } from "./host/clock";
import { readDeclarations } from "./host/calculation/recalculation";
import type { Blank } from "./host/state";
import type { ExcelUser } from "./host/user/user";
import { frameName } from "./host/protocol/constants";
import type { FunctionResult } from "./host/protocol/services";
import { HostSession, type TrafficEntry, type WorkbenchLog } from "./host/protocol/session";
import { type Area, type CellValue, parseAddress, type Sheet, type Workbook } from "../book/model/workbook";

export type { Clock } from "./host/clock";
export type { Blank } from "./host/state";
export { type ExcelUser } from "./host/user/user";
export type { FunctionResult } from "./host/protocol/services";
export type { TrafficEntry, WorkbenchLog } from "./host/protocol/session";

export interface WorkbenchOptions {
  /** Path of the page. */
  readonly page: string;
  readonly workbook: Workbook;
  /** zh-CN by default. */
  readonly locale?: string;
  /** How blank cells reach custom functions; "zero" by default. */
  readonly blank?: Blank;
  /** Largest request and response in UTF-8 bytes; 5 MB by default, as Excel on the web. */
  readonly payloadLimit?: number;
  /** Requirement sets that differ from the default (ExcelApi 1.14). */
  readonly advertise?: Readonly<Record<string, string>>;
  /** Metadata of the custom functions; functions.json beside the page by default. */
  readonly functions?: string;
  /** Take only this namespace for the add-in's; any by default. */
  readonly namespace?: string;
  /** Document settings that are there already. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the page finds in the browser's storage for its own address (`localStorage`), as texts. */
  readonly storage?: Readonly<Record<string, string>>;
  readonly documentName?: string;
  readonly clock: Clock;
}

const DEFAULT_LIMIT = 5 * 1024 * 1024;
const REST = 500;
/** A timer of the page that is due later than this, in milliseconds, is not waited for: such ones remind a person of something. */
const SOON = 5_000;
/** How long a page may go on before it counts as one that never settles, in milliseconds. */
const SETTLES_WITHIN = 60_000;

/** A workbook, a host for it and the add-in's page beside it. */
export class Workbench {
  readonly log: WorkbenchLog;
  private closed = false;

  private constructor(
    readonly workbook: Workbook,
    private readonly session: HostSession,
    private readonly frame: Frame,
    log: WorkbenchLog,
  ) {
    this.log = log;
  }

  /** Loads the page; resolves when its own files are loaded, which is not yet Office.onReady. */
  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const page = resolve(options.page);
    if (!existsSync(page)) throw new Error(`there is no page ${options.page}`);
    const log: WorkbenchLog = {
      roundTrips: 0,
      requestBytes: 0,
      responseBytes: 0,
      errors: [],
      refused: [],
      console: [],
    };
    const declared = options.functions ?? join(dirname(page), "functions.json");
    const metadata: unknown =
      options.functions !== undefined || existsSync(declared) ? JSON.parse(readFileSync(declared, "utf8")) : {};
    const locale = options.locale ?? "zh-CN";
    let frame: Frame | null = null;
    const session = new HostSession({
      workbook: options.workbook,
      documentName: options.documentName ?? "Book1.xlsx",
      origin: ORIGIN,
      locale,
      blank: options.blank ?? "zero",
      payloadLimit: options.payloadLimit ?? DEFAULT_LIMIT,
      advertise: options.advertise ?? {},
      functions: readDeclarations(metadata),
      namespace: options.namespace,
      log,
      clock: options.clock,
      post: (text) => frame?.post(text),
    });
    for (const [key, value] of Object.entries(options.settings ?? {})) session.settings.set(key, JSON.stringify(value));
    frame = new Frame({
      page,
      name: frameName(ORIGIN, locale),
      storage: options.storage ?? {},
      toHost: (text) => session.receive(text),
      refuse: (what) => void log.refused.push(what),
      print: (line) => void log.console.push(line),
      pageError: (message) => void log.errors.push({ code: "PageError", message, statement: "" }),
    });
    const workbench = new Workbench(options.workbook, session, frame, log);
    await workbench.loaded();
    return workbench;
  }

  private async loaded(): Promise<void> {
    while (!this.closed && this.frame.loading) await nextTurn();
  }

  get window(): DOMWindow {
    return this.frame.window;
  }

  /** Every batch that crossed, in order. */
  get traffic(): readonly TrafficEntry[] {
    return this.session.traffic;
  }

  /** References the page keeps and has not given back. */
  get liveReferences(): number {
    return this.session.liveReferences;
  }

  /** Handlers of workbook events the page has registered. */
  get liveHandlers(): number {
    return this.session.state.listenerCount;
  }

  /** The document's settings as JSON texts. */
  get settings(): ReadonlyMap<string, string> {
    return this.session.settings;
  }

  /** Files that the page had opened as new workbooks (`Excel.createWorkbook`), in order. */
  get createdWorkbooks(): readonly Uint8Array[] {
    return this.session.state.createdWorkbooks;
  }

  /** Copies of the document that the page took and has not closed. */
  get openCopies(): number {
    return this.session.openCopies;
  }

  get failRequest(): ((index: number) => number | null) | null {
    return this.session.failRequest;
  }

  /** Makes a batch of the page fail as a whole with the number given for its index; the first is 0. */
  set failRequest(hook: ((index: number) => number | null) | null) {
    this.session.failRequest = hook;
  }

  /** Presses a ribbon button; resolves when the page completed the command. */
  runCommand(functionName: string): Promise<{ readonly status: number }> {
    return this.session.runCommand(functionName);
  }

  /** Calls a custom function directly, with arguments as Excel would hand them over. */
  callFunction(name: string, args: readonly unknown[]): Promise<FunctionResult> {
    return this.session.calculation.callDirectly(name, args);
  }

  /** Evaluates all formulas that ask the page's custom functions. */
  recalculate(): Promise<void> {
    return this.session.calculation.recalculate();
  }

  /** The user at the workbook. */
  get user(): ExcelUser {
    return this.session.user;
  }

  /** The user's edit of one cell: a text that begins with `=` is a formula, any other value is taken as it is. Waits for the calculation. */
  async edit(sheetName: string, address: string, value: CellValue): Promise<void> {
    const { sheet, box } = this.place(sheetName, address);
    if (box.rows !== 1 || box.columns !== 1) throw new Error(`there is no cell ${sheetName}!${address}`);
    if (typeof value === "string" && value.startsWith("=") && value.length > 1)
      this.user.type(sheet, box.row, box.column, value);
    else this.user.put(sheet, box.row, box.column, value);
    if (this.session.state.calculationMode !== "Manual") await this.session.calculation.run();
  }

  /** The user selects cells. */
  select(sheetName: string, address: string): void {
    const { sheet, box } = this.place(sheetName, address);
    this.user.select(sheet, box);
  }

  private place(sheetName: string, address: string): { readonly sheet: Sheet; readonly box: Area } {
    const sheet = this.workbook.sheetByName(sheetName);
    const box = parseAddress(address)?.box;
    if (!sheet || !box) throw new Error(`there is no range ${sheetName}!${address}`);
    return { sheet, box };
  }

  /**
   * Resolves when nothing is under way any more: no message, no calculation, no command, no file, and no timer of the page
   * that is due within seconds. Such timers are brought forward, in their order, so that nobody waits for a page that waits.
   * Throws when the page never comes to rest.
   */
  async settled(): Promise<void> {
    const end = performance.now() + SETTLES_WITHIN;
    // What was answered may go on by promises alone: it is quiet when it still is a moment later
    for (let quiet = 0; quiet < 2;) {
      await nextTurn();
      if (this.closed) return;
      if (performance.now() > end) throw new Error("the page does not come to rest");
      if (this.session.busy || this.frame.loading || this.frame.awaiting) quiet = 0;
      else if (this.frame.timers.isDueWithin(SOON)) {
        quiet = 0;
        this.frame.timers.bringForward(SOON);
      } else quiet++;
    }
  }

  /** Resolves when nothing has been under way for so long: for pages that never come to rest by themselves. */
  async idle(ms = REST): Promise<void> {
    let since = performance.now();
    while (!this.closed) {
      if (this.session.busy || this.frame.loading) since = performance.now();
      since = Math.max(since, this.session.lastActivity);
      if (performance.now() - since >= ms) return;
      await pause(Math.min(20, ms));
    }
  }

  /** Ends the page and everything that waits for it. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.session.close();
    this.frame.close();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
