/**
 * `npm run fuzz [-- --cases N] [--seed N] [--kind cells|packages|policies]`: a long run of random bad input, a million cases
 * by default. Prints each case that fails, and the slowest; exit 1 when one failed. A case that failed goes into
 * test/fuzz/corpus.json with what it was.
 */
import { parseArgs } from "node:util";
import { KINDS, runCase, type Kind } from "../test/fuzz/cases";

const { values } = parseArgs({
  options: { cases: { type: "string" }, seed: { type: "string" }, kind: { type: "string" } },
});
const cases = Number(values.cases ?? 1_000_000);
const first = Number(values.seed ?? 1);
const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => values.kind === undefined || kind === values.kind);
/** Of a thousand cases; a policy takes a hundred times as long as a few cells. */
const SHARES: Readonly<Record<Kind, number>> = { cells: 700, packages: 295, policies: 5 };
/** A case that takes longer than this, in milliseconds, is one that a file could hold an office up with. */
const TOO_SLOW_MS = 2_000;

let failed = 0;
let slowest = { ms: 0, what: "" };
for (let at = 0; at < cases; at += 1) {
  const part = at % 1_000;
  const kind =
    kinds.length === 1
      ? kinds[0]
      : part < SHARES.cells
        ? "cells"
        : part < SHARES.cells + SHARES.packages
          ? "packages"
          : "policies";
  if (kind === undefined) break;
  const seed = first + at;
  const start = performance.now();
  let wrong: string | null = null;
  try {
    runCase(kind, seed);
  } catch (error) {
    wrong = error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n") : String(error);
  }
  const ms = performance.now() - start;
  if (ms > slowest.ms) slowest = { ms, what: `${kind} ${seed}` };
  if (ms > TOO_SLOW_MS) wrong ??= `took ${Math.round(ms)} ms`;
  if (wrong !== null) {
    failed += 1;
    console.log(`${kind} ${seed}: ${wrong}`);
  }
  if ((at + 1) % 50_000 === 0) console.error(`${at + 1} cases, ${failed} failed`);
}
console.log(`${cases} cases, ${failed} failed; the slowest, ${slowest.what}: ${Math.round(slowest.ms)} ms`);
process.exitCode = failed === 0 ? 0 : 1;
