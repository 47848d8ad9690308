/** Tests in a real browser: one browser a test file, a fresh page a test, and what is kept when a test fails. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { launchBrowser, openWatched, ROOT, type WatchedPage } from "./browser";

const KEPT = join(ROOT, "out/browser");
/** Recording costs more than a third of a browser test; it is asked for when a failure has to be understood. */
const RECORDED = process.env.CE_TRACE === "1";
/** As most offices have it. */
const SCREEN = { width: 1366, height: 768 };

let starting: Promise<Browser> | null = null;
const browser = (): Promise<Browser> => (starting ??= launchBrowser());

afterAll(async () => {
  await (await starting)?.close();
  starting = null;
});

/**
 * Keeps what the page looked like and, with CE_TRACE=1, how it came to that: `npx playwright-core show-trace` opens the latter.
 * Gives what was kept.
 */
async function keep(name: string, { page, context }: WatchedPage): Promise<string> {
  await mkdir(KEPT, { recursive: true });
  const file = join(
    KEPT,
    `${
      expect
        .getState()
        .testPath?.split(/[\\/]/)
        .pop()
        ?.replace(/\.test\.tsx?$/, "") ?? "test"
    } ${name}`
      .replace(/[^\p{L}\p{N} .-]+/gu, "_")
      .slice(-150),
  );
  await page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => undefined);
  if (!RECORDED) return `${file}.png (CE_TRACE=1 records the way there)`;
  await context.tracing.stop({ path: `${file}.zip` }).catch(() => undefined);
  return `${file}.png and .zip`;
}

/**
 * Like `test`, with a page of its own. Fails too when the page has faults at the end, whatever was asserted.
 * `expected` is what is known to be complained of and belongs to the test; `timeout` is for one that has much to do.
 */
export function browserTest(
  name: string,
  run: (watched: WatchedPage) => Promise<void>,
  options: BrowserContextOptions & { readonly expected?: RegExp; readonly timeout?: number } = {},
): void {
  const { expected, timeout, ...contextOptions } = options;
  test(
    name,
    async () => {
      const watched = await openWatched(await browser(), { viewport: SCREEN, ...contextOptions });
      if (RECORDED) await watched.context.tracing.start({ screenshots: true, snapshots: true });
      try {
        await run(watched);
        expect(watched.faults.filter((fault) => expected?.test(fault) !== true)).toEqual([]);
        if (RECORDED) await watched.context.tracing.stop();
      } catch (error) {
        const kept = await keep(name, watched);
        if (error instanceof Error)
          error.message += `\n\nkept: ${kept}${watched.faults.length > 0 ? `\nfaults of the page:\n${watched.faults.join("\n")}` : ""}`;
        throw error;
      } finally {
        await watched.context.close();
      }
    },
    timeout,
  );
}
