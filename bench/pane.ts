/**
 * `npm run bench -- --pane`: how long the browser is busy at a time while a reviewer scrolls and filters 100,000 findings in
 * the real pane. Of every step the longest task counts, on the thread that the pane runs on, as the browser's own trace tells it.
 * The workbook is real, and so are workbench and review before it.
 */
import { workbookOfFindings } from "../test/browser/many-findings";
import { launchBrowser, openWatched } from "../test/browser/browser";
import { Pane } from "../test/browser/tour";
import { openWorkbench, type WorkbenchPage } from "../test/browser/workbench";

const FINDINGS = 100_000;
const SCROLLS = 60;
const FAR_SCROLLS = 20;
/** How long a step is given to come to rest, ms. */
const REST = 250;
/** Above this a person feels it, ms. */
const FELT = 50;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly cat: string;
}

interface Step {
  readonly kind: string;
  readonly act: () => Promise<void>;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Everything that is done, in order. */
function stepsOf({ page }: WorkbenchPage, pane: Pane): readonly Step[] {
  const view = pane.view("findings");
  const scroller = view.getByTestId("findings-scroller");
  const chip = (word: string) => view.getByRole("button", { name: new RegExp(`^${word} \\d`) });
  const repeat = (count: number, kind: string, act: (at: number) => Promise<void>): Step[] =>
    Array.from({ length: count }, (_, at) => ({ kind, act: () => act(at) }));
  return [
    ...repeat(SCROLLS, "scroll by the wheel", (at) => page.mouse.wheel(0, at % 3 === 2 ? -400 : 900)),
    ...repeat(FAR_SCROLLS, "scroll far, by the bar", async (at) =>
      scroller.evaluate(
        (element, share) => void (element.scrollTop = element.scrollHeight * share),
        ((at * 7) % FAR_SCROLLS) / FAR_SCROLLS,
      ),
    ),
    ...repeat(12, "filter by severity", (at) =>
      chip(["错误", "提醒", "待判断"][Math.floor(at / 2) % 3] ?? "错误").click(),
    ),
    ...repeat(
      6,
      "filter by problem",
      async (at) =>
        void (await view.getByRole("combobox", { name: "问题" }).selectOption({ index: at % 2 === 0 ? 1 + at : 0 })),
    ),
    { kind: "search, a letter", act: () => view.getByRole("searchbox").focus() },
    ...[..."张样29"].map((letter) => ({ kind: "search, a letter", act: () => page.keyboard.insertText(letter) })),
    ...repeat(5, "search, a letter", () => page.keyboard.press("Backspace")),
    ...["person", "code", "clause", "none"].map((grouping) => ({
      kind: "group",
      act: async () => void (await view.getByRole("combobox", { name: "分组" }).selectOption(grouping)),
    })),
  ];
}

async function measure(): Promise<ReadonlyMap<string, readonly number[]>> {
  const browser = await launchBrowser();
  try {
    const watched = await openWatched(browser, { viewport: { width: 1366, height: 768 } });
    const workbench = await openWorkbench(watched, { workbook: workbookOfFindings(FINDINGS) });
    watched.page.setDefaultTimeout(120_000);
    const pane = new Pane(workbench);
    await pane.review();
    const list = (await pane.open("findings")).getByTestId("findings-scroller");
    await list.hover();
    const frame = await workbench.paneFrame();
    const steps = stepsOf(workbench, pane);
    await browser.startTracing(watched.page, {
      categories: ["toplevel", "blink.user_timing", "disabled-by-default-devtools.timeline"],
    });
    for (const [at, { act }] of steps.entries()) {
      await frame.evaluate((name) => void performance.mark(name), `step ${at}`);
      await act();
      await watched.page.waitForTimeout(REST);
    }
    await frame.evaluate((name) => void performance.mark(name), `step ${steps.length}`);
    const trace = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    return longestTasks(trace.traceEvents, steps);
  } finally {
    await browser.close();
  }
}

/** The longest task of each step, ms, by the step's kind. */
function longestTasks(events: readonly TraceEvent[], steps: readonly Step[]): ReadonlyMap<string, readonly number[]> {
  const marks = events
    .filter(({ name, cat }) => cat.includes("user_timing") && /^step \d+$/.test(name))
    .sort((a, b) => a.ts - b.ts);
  const [{ pid, tid } = { pid: 0, tid: 0 }] = marks;
  const tasks = events.filter(
    (event) => event.ph === "X" && event.pid === pid && event.tid === tid && /RunTask$/.test(event.name),
  );
  if (marks.length !== steps.length + 1 || tasks.length === 0)
    throw new Error(`the trace has ${marks.length} marks and ${tasks.length} tasks`);
  const found = new Map<string, number[]>();
  for (const [at, { kind }] of steps.entries()) {
    const [from, to] = [marks[at]?.ts ?? 0, marks[at + 1]?.ts ?? 0];
    const longest = Math.max(0, ...tasks.filter(({ ts }) => ts >= from && ts < to).map(({ dur = 0 }) => dur / 1_000));
    found.set(kind, [...(found.get(kind) ?? []), longest]);
  }
  return found;
}

function lineOf(kind: string, longest: readonly number[]): string {
  const round = (value: number): string => value.toFixed(1).padStart(8);
  return `${kind.padEnd(26)}${String(longest.length).padStart(6)}${round(median(longest))}${round(Math.max(...longest))}${String(longest.filter((each) => each > FELT).length).padStart(10)}`;
}

async function main(): Promise<void> {
  const found = await measure();
  console.log(`${FINDINGS} findings in the pane, longest task a step, ms\n`);
  console.log(
    `${"".padEnd(26)}${"steps".padStart(6)}${"median".padStart(8)}${"max".padStart(8)}${`> ${FELT} ms`.padStart(10)}`,
  );
  for (const [kind, longest] of found) console.log(lineOf(kind, longest));
  console.log(lineOf("all", [...found.values()].flat()));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
