/**
 * A process of its own: everything at one size. `time N` reads and reviews over and over; `memory N LIMIT keep|drop`
 * once, watching the heap. The last line of output is the result as JSON.
 */
import { reviewSubmission } from "../src/review";
import { readSubmission } from "../src/submission";
import type { Submission } from "../src/submission/types";
import type { WorkbookGrids } from "../src/submission/grid";
import { generateGrids } from "./generate";
import { timesOf, type EverythingResult, type MemoryRun } from "./results";

const MOST_ROUNDS = 25;
const LEAST_ROUNDS = 2;
/** Enough rounds once they took this long together, ms. */
const ENOUGH = 20_000;

const collect = (): void => globalThis.gc?.();
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
const heap = (): number => {
  collect();
  return megabytes(process.memoryUsage().heapUsed);
};

function read(grids: WorkbookGrids): Submission {
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
}

function time(records: number): EverythingResult {
  const grids = generateGrids(records);
  const rounds: { read: number; review: number }[] = [];
  let people = 0;
  let findings = 0;
  const round = (): void => {
    collect();
    const start = performance.now();
    const submission = read(grids);
    const between = performance.now();
    const review = reviewSubmission(submission);
    const end = performance.now();
    if (review.records.length !== records) throw new Error(`${review.records.length} records instead of ${records}`);
    people = review.people.length;
    findings = review.findings.length;
    rounds.push({ read: between - start, review: end - between });
  };
  const total = (): number => rounds.reduce((sum, each) => sum + each.read + each.review, 0);
  while (rounds.length < LEAST_ROUNDS + 1 || (rounds.length <= MOST_ROUNDS && total() < ENOUGH)) round();
  const [first = { read: 0, review: 0 }, ...warm] = rounds;
  return {
    records,
    people,
    findings,
    first,
    read: timesOf(warm.map((each) => each.read)),
    review: timesOf(warm.map((each) => each.review)),
    both: timesOf(warm.map((each) => each.read + each.review)),
  };
}

/** `keep`: the cells stay alive to the end, as a pane keeps them; else they go once they are read. */
function memory(records: number, limit: number, keep: boolean): MemoryRun {
  let grids: WorkbookGrids | null = generateGrids(records);
  const cells = heap();
  const submission = read(grids);
  const withSubmission = heap();
  if (!keep) grids = null;
  const review = reviewSubmission(submission);
  const withReview = heap();
  // Keeps what is left alive up to here
  if (review.records.length + submission.records.length + (grids?.size ?? 0) === 0)
    throw new Error("nothing was reviewed");
  return {
    limit,
    peakRss: Math.round(process.resourceUsage().maxRSS / 1024),
    heap: { cells, submission: withSubmission, review: withReview },
  };
}

const [mode, size, limit, cells] = process.argv.slice(2);
console.log(
  JSON.stringify(mode === "memory" ? memory(Number(size), Number(limit), cells === "keep") : time(Number(size))),
);
