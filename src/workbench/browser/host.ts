/**
 * The workbench behind its page: the workbook, the host session, the add-in's frame. The page is told that something
 * changed, at most once a frame, and asks for what it shows.
 */
import type { Sheet, Workbook } from "../../book/model/workbook";
import { NotAWorkbookError, type NotAWorkbookKind, openWorkbook, saveWorkbook } from "../../book/xlsx";
import type { Clock } from "../host/clock";
import { readDeclarations } from "../host/calculation/recalculation";
import { HostSession, type WorkbenchLog } from "../host/protocol/session";
import type { PageLanguage, Setup } from "../server/setup";
import { focusBeside, PaneFrame } from "./frame";
import { claimedOrigin } from "./frame-messages";
import { officeColours, type ThemeName } from "./themes";

/** As Excel on the web. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const LOCALES: Readonly<Record<PageLanguage, string>> = { zh: "zh-CN", en: "en-US" };
/** How often the page looks again while something is under way. */
const WHILE_BUSY = 150;

/** A file that is no workbook; the workbook that was open stays. */
export class FileRefused extends Error {
  constructor(
    readonly fileName: string,
    readonly kind: NotAWorkbookKind,
    message: string,
  ) {
    super(message);
  }
}

/** The host in the browser: the open workbook, its session with the add-in's page, and what was refused. */
export class BrowserHost {
  language: PageLanguage;
  theme: ThemeName = "light";
  documentName: string;
  isPaneShown = true;
  readonly log: WorkbenchLog = {
    roundTrips: 0,
    requestBytes: 0,
    responseBytes: 0,
    errors: [],
    refused: [],
    console: [],
  };
  private book: Workbook;
  private current: HostSession | null = null;
  private frame: PaneFrame | null = null;
  private readonly listeners = new Set<() => void>();
  private toldSoon = false;
  private settings = new Map<string, string>();

  constructor(
    private readonly setup: Setup,
    bytes: Uint8Array,
    private readonly container: HTMLElement,
    private readonly clock: Clock,
  ) {
    this.language = setup.language;
    this.documentName = setup.documentName;
    this.book = openWorkbook(bytes);
  }

  get workbook(): Workbook {
    return this.book;
  }

  get session(): HostSession {
    if (this.current === null) throw new Error("the add-in has not been started");
    return this.current;
  }

  /** The add-in's page is being loaded. */
  get starting(): boolean {
    return this.frame?.loading ?? true;
  }

  get busy(): boolean {
    return this.starting || (this.current?.busy ?? false);
  }

  /** Calls back, at most once a frame, when something may have changed. Gives the way to stop it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says that something may have changed. */
  changed(): void {
    if (this.toldSoon) return;
    this.toldSoon = true;
    requestAnimationFrame(() => {
      this.toldSoon = false;
      for (const listener of this.listeners) listener();
      // The end of a calculation is told by nobody
      if (this.busy) setTimeout(() => this.changed(), WHILE_BUSY);
    });
  }

  private setPane(shown: boolean): void {
    this.isPaneShown = shown;
    this.changed();
  }

  /** Starts the add-in's page anew, on the workbook as it is. */
  start(): void {
    const selection = this.current?.state.selection;
    if (this.current) {
      this.settings = this.current.settings;
      this.current.close();
    }
    this.frame?.close();
    const locale = LOCALES[this.language];
    const { log } = this;
    const session = new HostSession({
      workbook: this.book,
      documentName: this.documentName,
      origin: claimedOrigin(this.setup.page),
      locale,
      blank: "zero",
      payloadLimit: PAYLOAD_LIMIT,
      advertise: {},
      functions: readDeclarations(this.setup.functions ?? {}),
      namespace: undefined,
      clock: this.clock,
      paneShown: (shown) => this.setPane(shown),
      tabbedOut: (way) => focusBeside(this.container, way),
      log,
      post: (text) => {
        this.frame?.post(text);
        this.changed();
      },
    });
    session.settings = this.settings;
    if (selection) session.state.select(selection.sheet, selection.box);
    this.current = session;
    const noting = (note: () => void): void => {
      note();
      this.changed();
    };
    this.frame = new PaneFrame({
      container: this.container,
      page: this.setup.page,
      locale,
      title: this.language === "zh" ? "加载项" : "Add-in",
      colours: () => officeColours(this.theme),
      toHost: (text) => noting(() => session.receive(text)),
      refuse: (what) => noting(() => void log.refused.push(what)),
      print: (line) => noting(() => void log.console.push(line)),
      pageError: (message) => noting(() => void log.errors.push({ code: "PageError", message, statement: "" })),
    });
    this.changed();
  }

  /** Opens another workbook and starts the add-in on it. */
  open(bytes: Uint8Array, fileName: string): void {
    let opened: Workbook;
    try {
      opened = openWorkbook(bytes);
    } catch (error) {
      if (error instanceof NotAWorkbookError) throw new FileRefused(fileName, error.kind, error.message);
      throw error;
    }
    this.book = opened;
    this.documentName = fileName;
    this.current?.close();
    this.current = null;
    this.settings = new Map();
    this.start();
  }

  /** The workbook as the bytes of a file. */
  save(): Uint8Array {
    return saveWorkbook(this.book);
  }

  /** Shows the add-in in another language; its page starts anew, as in Excel. */
  speak(language: PageLanguage): void {
    this.language = language;
    this.start();
  }

  /** Pages look at the theme when they get the focus: office.js on the web tells them of no change. */
  dress(theme: ThemeName): void {
    this.theme = theme;
    this.frame?.changeTheme();
    this.changed();
  }

  /** A sheet by name. Throws when there is none. */
  sheet(name: string): Sheet {
    const sheet = this.book.sheetByName(name);
    if (!sheet) throw new Error(`there is no sheet ${name}`);
    return sheet;
  }

  /**
   * Resolves when nothing is under way any more: no message, no calculation, nothing to be drawn, and no timer of the
   * add-in's page that is due within seconds.
   */
  async idle(): Promise<void> {
    // An answer may set off something more, such as the focus that goes to a page with a new theme: it is asked twice
    for (let quiet = 0; quiet < 2; quiet = (await this.isAtRest()) ? quiet + 1 : 0)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  private async isAtRest(): Promise<boolean> {
    const { frame, current } = this;
    const isQuiet = (): boolean => !this.busy && !this.toldSoon;
    if (frame === null || current === null || !isQuiet()) return false;
    const { lastActivity } = current;
    const atRest = await frame.isAtRest();
    return atRest && isQuiet() && frame === this.frame && lastActivity === current.lastActivity;
  }
}
