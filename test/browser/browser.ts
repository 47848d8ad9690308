/** A real browser, and pages in it that are watched: what they complain of and whom they call. No test in here: the pictures use it too. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

export const ROOT = join(__dirname, "../..");

const LOOPBACK = ["127.0.0.1", "localhost"];

interface Found {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the browser that this machine has, or the one that npm brought. Addresses elsewhere do not resolve in it. */
export async function launchBrowser(): Promise<Browser> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "scripts/browser.mjs")]);
  const { executablePath, args, env } = JSON.parse(stdout) as Found;
  const stay = `--host-resolver-rules=MAP * ~NOTFOUND, ${LOOPBACK.map((host) => `EXCLUDE ${host}`).join(", ")}`;
  // Null leaves a variable out; what this process has of it is still wanted
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return chromium.launch({ executablePath, args: [...args, stay], env: { ...inherited, ...env } });
}

/** Whether a request stays on this machine. */
function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return ["data:", "blob:", "about:"].includes(protocol) || LOOPBACK.includes(hostname);
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page and its frames so far, in words: errors, printed errors, requests that leave this machine. */
  readonly faults: string[];
}

/** A new page, with nothing left over from other pages. */
export async function openWatched(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.stack ?? error.message}`));
  page.on("crash", () => faults.push("the page crashed"));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("request", (request) => {
    if (!staysHere(request.url())) faults.push(`leaves this machine: ${request.url()}`);
  });
  page.on("websocket", (socket) => {
    if (!staysHere(socket.url())) faults.push(`leaves this machine: ${socket.url()}`);
  });
  return { page, context, faults };
}
