/** 100,000 findings in the pane: work in slices, and which rows of a list are in the page. What a person sees of them: test/browser/many. */
import "./page";
import type { Finding, Severity } from "../../src/review/types";
import { FindingsModel } from "../../src/taskpane/findings/findings-model";
import { inSlices, SLICE_MS } from "../../src/taskpane/common/time-slices";
import { MAX_ROWS_IN_PAGE, withKept } from "../../src/taskpane/common/virtual-list";
import { finding, outcomeWith } from "./stage";

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
