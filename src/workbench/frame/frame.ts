/** Loads a page and the unmodified office.js into jsdom, as the frame of an add-in would be. */
import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Script } from "node:vm";
import * as jsdom from "jsdom";
import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import { fileFor, isInside, ORIGIN, readBytes } from "./files";
import { installShims } from "./shims";
import { PageTimers } from "./timers";

interface AbortablePromise<T> extends Promise<T> {
  abort(): void;
}

/** The installed jsdom is older than its types, which know its resource loader no more. */
const { ResourceLoader } = jsdom as unknown as {
  readonly ResourceLoader: new () => { fetch(address: string, options: object): AbortablePromise<Buffer> | null };
};

export interface FrameOptions {
  readonly page: string;
  /** Must be in place before office.js loads. */
  readonly name: string;
  /** The browser's storage for the page, before its first script. */
  readonly storage: Readonly<Record<string, string>>;
  readonly toHost: (text: string) => void;
  readonly refuse: (what: string) => void;
  readonly print: (line: string) => void;
  /** An error nobody in the page caught. */
  readonly pageError: (message: string) => void;
}

class PageFiles extends ResourceLoader {
  pending = 0;
  constructor(
    private readonly folder: string,
    private readonly refuse: (what: string) => void,
  ) {
    super();
  }

  override fetch(address: string, _options: object): AbortablePromise<Buffer> | null {
    const file = fileFor(address, this.folder);
    if (file === null) {
      this.refuse(
        isInside(address) ? `there is no file for ${address}` : `the request ${address} leaves the page's folder`,
      );
      return abortable(Promise.reject(new Error(`the workbench refuses ${address}`)));
    }
    this.pending++;
    const bytes = new Promise<Buffer>((done) => setImmediate(() => done(readBytes(file))));
    return abortable(bytes.finally(() => void this.pending--));
  }
}

function abortable<T>(promise: Promise<T>): AbortablePromise<T> {
  promise.catch(() => undefined);
  return Object.assign(promise, { abort: () => undefined });
}

const say = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === "string" ? value : (errorText(value) ?? safeJson(value)))).join(" ");

/** Errors of the page are of another realm, so `instanceof` does not tell. */
function errorText(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("message" in value)) return undefined;
  const name = "name" in value ? String(value.name) : "Error";
  return `${name}: ${String(value.message)}`;
}

function safeJson(value: unknown): string {
  try {
    return (JSON.stringify(value) as string | undefined) ?? String(value);
  } catch {
    return String(value);
  }
}

/**
 * In a context of Node's each look at a global property goes through jsdom's window and costs about 100 ns; a constant of
 * the scripts costs nothing. Only what no page ever replaces stands here: to the page, `window.Map = ...` would come too
 * late, and `var Map` would be a doubled name.
 */
const INTRINSICS = [
  "Math",
  "Object",
  "Array",
  "String",
  "Number",
  "JSON",
  "Map",
  "Set",
  "WeakMap",
  "Symbol",
  "RegExp",
  "Error",
  "Uint8Array",
];
const keepIntrinsics = new Script(INTRINSICS.map((name) => `const ${name} = globalThis.${name};`).join("\n"));

/** Frames whose promises may be rejected without anybody catching: Node tells only the whole process. */
const open = new Set<Frame>();
const onRejection = (reason: unknown, promise: Promise<unknown>): void => {
  for (const frame of open) {
    if (frame.owns(promise)) {
      frame.report(reason);
      return;
    }
  }
  // Not a page's: what Node would have done.
  throw reason;
};

/** A page in jsdom, with office.js as it is and the host behind it. */
export class Frame {
  readonly window: DOMWindow;
  private readonly dom: JSDOM;
  private readonly files: PageFiles;
  private pageTimers: PageTimers | null = null;
  /** Texts of the host that have not reached the page yet. */
  private posted = 0;
  /** Calls of the page that end by no timer and no message. */
  private working = 0;

  constructor(private readonly options: FrameOptions) {
    const page = resolve(options.page);
    const folder = dirname(page);
    const html = readFileSync(page, "utf8");
    if (/<script[^>]*\btype=["']?module/i.test(html)) options.refuse("module scripts are not implemented");
    const virtualConsole = new VirtualConsole();
    for (const kind of ["log", "info", "warn", "error", "debug"] as const) {
      virtualConsole.on(kind, (...values: unknown[]) => options.print(`${kind}: ${say(values)}`));
    }
    virtualConsole.on(
      "jsdomError",
      (error: Error & { readonly type?: string; readonly detail?: unknown; readonly cause?: unknown }) => {
        if (/^Uncaught/.test(error.message) || error.type === "unhandled exception")
          this.report(error.detail ?? error.cause ?? error);
        else options.print(`page: ${error.message}`);
      },
    );
    this.files = new PageFiles(folder, options.refuse);
    open.add(this);
    if (open.size === 1) process.on("unhandledRejection", onRejection);
    this.dom = new JSDOM(html, {
      url: `${ORIGIN}/${encodeURIComponent(basename(page))}`,
      runScripts: "dangerously",
      resources: this.files as unknown as "usable",
      pretendToBeVisual: true,
      virtualConsole,
      beforeParse: (window) => {
        window.name = options.name;
        for (const [key, value] of Object.entries(options.storage)) window.localStorage.setItem(key, value);
        this.pageTimers = new PageTimers(window);
        installShims(window, {
          pageFolder: folder,
          toHost: options.toHost,
          refuse: options.refuse,
          working: (change) => void (this.working += change),
        });
      },
    });
    this.window = this.dom.window;
    // Before the first script: those of a page are fetched, and come later
    keepIntrinsics.runInContext(this.dom.getInternalVMContext());
  }

  /** The timers that the page has set. */
  get timers(): PageTimers {
    if (this.pageTimers === null) throw new Error("the page has not begun");
    return this.pageTimers;
  }

  /** Whether a text of the host is on its way to the page, or the page waits for something else that comes by itself. */
  get awaiting(): boolean {
    return this.posted + this.working > 0;
  }

  get loading(): boolean {
    return this.files.pending > 0 || this.window.document.readyState === "loading";
  }

  owns(promise: unknown): boolean {
    return promise instanceof this.window.Promise;
  }

  report(error: unknown): void {
    const message = errorText(error) ?? String(error);
    this.options.print(`uncaught: ${message}`);
    this.options.pageError(message);
  }

  /** Hands a text of the host to the page. */
  post(text: string): void {
    const { window } = this;
    this.posted++;
    setImmediate(() => {
      this.posted--;
      if (!open.has(this)) return;
      const init = { data: text, origin: ORIGIN, source: window as unknown as Window };
      window.dispatchEvent(new window.MessageEvent("message", init));
    });
  }

  /** Ends the page with its timers. */
  close(): void {
    open.delete(this);
    this.pageTimers?.close();
    if (open.size === 0) process.off("unhandledRejection", onRejection);
    this.window.close();
  }
}
