/** 100,000 findings in the pane: few rows in the page, work in slices, words only for what is shown. */
import { page } from "./page";
import { act } from "react";
import type { Finding, Severity } from "../../src/review/types";
import { review } from "../../src/taskpane/actions/review";
import { FindingsModel } from "../../src/taskpane/findings/findings-model";
import { inSlices, SLICE_MS } from "../../src/taskpane/shared/time-slices";
import { MAX_ROWS_IN_PAGE, withKept } from "../../src/taskpane/shared/virtual-list";
import { at, finding, outcomeWith, press, show, stage, type, type Stage } from "./stage";

const MANY = 100_000;
const SEVERITIES: readonly Severity[] = ["warning", "error", "judgement", "info"];
const CODES = ["hours-claim-mismatch", "evidence-incomplete", "j-online-unfiled", "hidden-rows"] as const;
const findings: readonly Finding[] = Array.from({ length: MANY }, (_, row) =>
  finding(row, {
    severity: SEVERITIES[row % 4] ?? "error",
    code: CODES[row % 4] ?? "hidden-rows",
    registrationNo: `YY${String(row % 5000).padStart(6, "0")}`,
    name: `张${row % 5000}`,
  }),
);
const outcome = outcomeWith(findings);

let staged: Stage | null = null;
afterEach(async () => {
  await staged?.unmount();
  staged = null;
});

const rows = (): HTMLElement[] => [...at("findings").querySelectorAll<HTMLElement>(":scope > li")];
/** As the browser does when a person scrolls. */
async function scrollTo(top: number): Promise<void> {
  await act(async () => {
    at("findings-scroller").scrollTop = top;
    at("findings-scroller").dispatchEvent(new page.Event("scroll"));
  });
}

test("no more than 60 rows in the page: at the top, far down, grouped, folded, and at the end of the keys", async () => {
  staged = await stage({ review: () => Promise.resolve(outcome), select: () => Promise.resolve() });
  await act(async () => void (await staged?.controller.run(review)));
  await show("findings");
  const counts = [rows().length];
  expect(rows()[0]?.getAttribute("aria-setsize")).toBe(String(MANY));
  for (const top of [50_000, 3_000_000, 6_700_000]) {
    await scrollTo(top);
    counts.push(rows().length);
  }
  await act(async () => rows()[0]?.querySelector("button")?.focus());
  await press("End");
  counts.push(rows().length);
  expect(document.activeElement?.getAttribute("data-row")).toBe(String(MANY - 1));
  for (const grouping of ["person", "code"] as const) {
    await act(async () => staged?.controller.findings.setGrouping(grouping));
    counts.push(rows().length);
    await act(async () => staged?.controller.findings.foldAll(true));
    counts.push(rows().length);
  }
  expect(rows()).toHaveLength(4);
  expect(Math.max(...counts)).toBeLessThanOrEqual(MAX_ROWS_IN_PAGE);
  expect(Math.min(...counts.slice(0, 5))).toBeGreaterThan(5);
});

test("rows of a list as high as a wall, and the one that has the focus", () => {
  const range = Array.from({ length: 200 }, (_, row) => 1000 + row);
  expect(withKept(range, -1, MANY)).toHaveLength(MAX_ROWS_IN_PAGE - 1);
  expect(withKept(range, 3, MANY).slice(0, 2)).toEqual([3, 1000]);
  expect(withKept(range.slice(0, 10), 1004, MANY)).toHaveLength(10);
});

test("a search goes through them in slices, shows what it found so far, and ends with the next one", async () => {
  let clock = 0;
  const waiting: (() => void)[] = [];
  // Every look at the clock costs a millisecond
  const model = new FindingsModel(
    { now: () => (clock += 1), pause: () => new Promise((resolve) => waiting.push(resolve)) },
    "zh",
  );
  model.setOutcome(outcome);
  const seen: number[] = [];
  model.subscribe(() => seen.push(model.getState().scanned));
  const turn = async (): Promise<boolean> => {
    const next = waiting.splice(0);
    next.forEach((go) => go());
    await new Promise((resolve) => setTimeout(resolve, 0));
    return next.length > 0;
  };
  while (await turn());
  expect(model.getState()).toMatchObject({ found: MANY, scanned: 1 });

  model.setFilter({ text: "张42" });
  const partly = model.getState();
  expect(partly.scanned).toBeLessThan(1);
  expect(partly.found).toBeGreaterThan(0);
  expect(partly.rows.count).toBe(partly.found);
  model.setFilter({ text: "张4999" });
  while (await turn());
  // Of the first search nothing came any more
  expect(model.getState()).toMatchObject({ found: MANY / 5000, scanned: 1 });
  expect(seen.filter((share) => share < 1).length).toBeGreaterThan(2);
});

test("a slice ends when its time is over, and nothing follows what was called off", async () => {
  let clock = 0;
  let steps = 0;
  const slices: number[] = [];
  const called = new AbortController();
  const work = { next: () => ((clock += 1), (steps += 1), { done: steps === 100, value: undefined }) };
  await inSlices(
    work,
    { now: () => clock, pause: () => Promise.resolve(slices.length === 3 ? called.abort() : undefined) },
    called.signal,
    () => slices.push(steps),
  );
  expect(slices).toEqual([SLICE_MS, 2 * SLICE_MS, 3 * SLICE_MS]);
});

test("severity, code and words narrow the list; what is typed is found by person and by cell", async () => {
  staged = await stage({ review: () => Promise.resolve(outcome) });
  await act(async () => void (await staged?.controller.run(review)));
  await show("findings");
  const count = (): string => at("count").textContent;
  await act(async () => at("filter-error").click());
  expect(count()).toBe(`${MANY / 4} / ${MANY} 条`);
  await act(async () => at("filter-error").click());
  await type("search", "YY000042");
  while (count().startsWith("查找中")) await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(count()).toBe(`${MANY / 5000} / ${MANY} 条`);
  expect(rows()[0]?.textContent).toContain("张42");
});
