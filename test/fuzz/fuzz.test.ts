/** Random bad input: a share of what `npm run fuzz` runs, and every case that ever failed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCase, type Kind } from "./cases";

/** As many as take little time; a run of a million is `npm run fuzz`. */
const COUNTS: Readonly<Record<Kind, number>> = { cells: 13_000, packages: 6_900, policies: 100 };
const FIRST_SEED = 20_180_047;

const corpus = JSON.parse(readFileSync(join(__dirname, "corpus.json"), "utf8")) as readonly {
  readonly kind: Kind;
  readonly seed: number;
  readonly was: string;
}[];

test.each(corpus.map((each) => [each.kind, each.seed, each.was] as const))("%s %i: %s", (kind, seed) => {
  expect(() => runCase(kind, seed)).not.toThrow();
});

test.each(Object.entries(COUNTS) as readonly (readonly [Kind, number])[])("%s: %i random cases", (kind, count) => {
  for (let at = 0; at < count; at += 1) {
    try {
      runCase(kind, FIRST_SEED + at);
    } catch (error) {
      throw new Error(
        `${kind} ${FIRST_SEED + at}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
});
