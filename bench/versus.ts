/**
 * A process of its own: our core, a loop by hand and the two engines on the subset. First all of them decide every
 * record and must agree; only then the clock runs, round by round, all contenders in every round.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LearningRecord } from "../src/submission/types";
import { byHand } from "./by-hand";
import type { Contender } from "./engines/contender";
import { jsonRulesContender } from "./engines/json-rules";
import { zenContender } from "./engines/zen";
import { goldenRecords } from "./golden";
import { timesOf, type SubsetResult, type VersusResult } from "./results";
import { byCore, subsetRecords, thePolicy, verdictText, type Verdict } from "./subset";

const ROUNDS = 9;
/** A contender that needs longer than this for all rounds of a size takes fewer of them, ms. */
const PATIENCE = 60_000;
/** What is quicker than this is repeated within a round, ms. */
const SHORTEST = 50;
const TRIAL = 3_000;
/** Every contender runs at least this long before its first round, so that all are timed when warm, ms. */
const WARM = 2_000;

const policy = thePolicy();
const core: Contender = {
  name: "ce-hours-review",
  prepare: (records) => () => records.map((record) => byCore(record, policy)),
};
const hand: Contender = { name: "by hand", prepare: (records) => () => records.map(byHand) };
const ENGINES: readonly (readonly Contender[])[] = [
  [jsonRulesContender(1), jsonRulesContender(20)],
  [
    zenContender("table", "single", 200),
    zenContender("expression", "single", 200),
    zenContender("table", "loop", 250),
    zenContender("expression", "loop", 250),
    zenContender("table", "loop", 250, 4),
    zenContender("expression", "loop", 250, 4),
  ],
];

async function clocked(run: () => Promise<readonly Verdict[]> | readonly Verdict[], repeats = 1): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) await run();
  return (performance.now() - start) / repeats;
}

/** Stops at the first record on which a contender differs from the core. */
async function compare(records: readonly LearningRecord[], contenders: readonly Contender[]): Promise<void> {
  const wanted = records.map((record) => verdictText(byCore(record, policy)));
  for (const contender of contenders) {
    const verdicts = await contender.prepare(records)();
    records.forEach((record, index) => {
      const verdict = verdicts[index];
      const found = verdict ? verdictText(verdict) : "nothing";
      if (found === wanted[index]) return;
      const shown = JSON.stringify(
        record,
        (_, value: unknown) => (value instanceof Set ? [...(value as Set<unknown>)] : value),
        2,
      );
      throw new Error(
        `${contender.name} differs from ${core.name}:\n  ${core.name}: ${wanted[index]}\n  ${contender.name}: ${found}\n${shown}`,
      );
    });
  }
}

async function atSize(records: readonly LearningRecord[], contenders: readonly Contender[]): Promise<SubsetResult> {
  const entrants = [];
  for (const contender of contenders) {
    const run = contender.prepare(records);
    let estimate = await clocked(run);
    for (let spent = estimate; spent < WARM; spent += estimate) estimate = await clocked(run);
    entrants.push({
      contender,
      run,
      repeats: Math.max(1, Math.ceil(SHORTEST / estimate)),
      most: Math.max(1, Math.min(ROUNDS, Math.floor(PATIENCE / estimate))),
      rounds: [] as number[],
    });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const entrant of entrants)
      if (round < entrant.most) entrant.rounds.push(await clocked(entrant.run, entrant.repeats));
  }
  const results = entrants.map(({ contender, rounds }) => ({ name: contender.name, times: timesOf(rounds) }));
  const ours = results[0]?.times.median ?? Number.NaN;
  return {
    records: records.length,
    contenders: results.map(({ name, times }) => ({
      name,
      times,
      perRecord: (times.median * 1e6) / records.length,
      timesOurs: times.median / ours,
    })),
  };
}

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(join(process.cwd(), "bench/node_modules", name, "package.json"), "utf8")) as {
      version: string;
    }
  ).version;

async function main(sizes: readonly number[]): Promise<VersusResult> {
  const largest = Math.max(...sizes);
  const records = subsetRecords(largest);
  const golden = goldenRecords();
  const trial = records.slice(0, TRIAL);
  const ways: { name: string; perRecord: number }[] = [];
  const engines: Contender[] = [];
  for (const contenders of ENGINES) {
    let quickest: { contender: Contender; time: number } | null = null;
    for (const contender of contenders) {
      await compare([...golden, ...trial], [contender]);
      const run = contender.prepare(trial);
      const time = Math.min(await clocked(run), await clocked(run));
      ways.push({ name: contender.name, perRecord: (time * 1e6) / trial.length });
      if (!quickest || time < quickest.time) quickest = { contender, time };
    }
    if (quickest) engines.push(quickest.contender);
  }
  const contenders = [core, hand, ...engines];
  await compare([...golden, ...records], contenders);
  const results: SubsetResult[] = [];
  for (const size of sizes) results.push(await atSize(records.slice(0, size), contenders));
  return {
    compared: { generated: records.length, golden: golden.length },
    versions: {
      "json-rules-engine": versionOf("json-rules-engine"),
      "@gorules/zen-engine": versionOf("@gorules/zen-engine"),
    },
    ways,
    sizes: results,
  };
}

main(process.argv.slice(2).map(Number)).then(
  (result) => {
    console.log(JSON.stringify(result));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
