/**
 * `npm run bench [-- --json FILE] [--report] [--sizes 1000,10000] [--from FILE]`: how long and how much memory the pure
 * core takes, alone and beside two rule engines. docs/performance.md says what is measured.
 *
 * --pane times the pane in a real browser instead (pane.ts). --report rewrites the figures and the picture of docs/performance.md; with --from, out of an earlier --json.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeReport } from "./report";
import type { BenchResult, EverythingResult, MemoryResult, MemoryRun, VersusResult } from "./results";
import { tables } from "./tables";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const MOST_FOR_ENGINES = 100_000;
/** Heap of a process whose memory is not what is asked, MB. */
const PLENTY = 8_192;
const LIMITS = [
  32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 896, 1_024, 1_280, 1_536, 2_048, 3_072, 4_096, 6_144, 8_192,
];

/** Runs one of the worker processes; null when it fails within its heap. */
function run<T>(worker: string, args: readonly string[], heap: number, quiet = false): T | null {
  const { status, stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, "--expose-gc", "--import", "tsx", join("bench", worker), ...args],
    {
      cwd: process.cwd(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", quiet ? "ignore" : "inherit"],
      maxBuffer: 1 << 28,
    },
  );
  const last = stdout.trim().split("\n").at(-1) ?? "";
  return status === 0 && last !== "" ? (JSON.parse(last) as T) : null;
}

function needed<T>(result: T | null, what: string): T {
  if (result === null) {
    console.error(`failed: ${what}`);
    process.exit(1);
  }
  return result;
}

const say = (what: string): void => void process.stderr.write(`${what} …\n`);

/** Tries heap limits upwards, from what needs to stay alive. */
function memoryRun(size: number, cells: "keep" | "drop"): MemoryRun {
  const at = (limit: number, quiet: boolean): MemoryRun | null =>
    run<MemoryRun>("everything.ts", ["memory", String(size), String(limit), cells], limit, quiet);
  const roomy = needed(at(PLENTY, false), `memory at ${size}`);
  const least = Math.max(roomy.heap.cells, roomy.heap.submission, roomy.heap.review);
  for (const limit of LIMITS.filter((each) => each >= least)) {
    const result = at(limit, true);
    if (result) return result;
  }
  return roomy;
}

function measure(sizes: readonly number[]): BenchResult {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
  const everything: EverythingResult[] = [];
  const memory: MemoryResult[] = [];
  const engineSizes = sizes.filter((size) => size <= MOST_FOR_ENGINES);
  say(`the subset beside the engines, ${engineSizes.join(", ")} records`);
  const versus = needed(run<VersusResult>("versus.ts", engineSizes.map(String), PLENTY), "the subset");
  for (const size of sizes) {
    say(`everything, ${size} records`);
    everything.push(
      needed(run<EverythingResult>("everything.ts", ["time", String(size)], PLENTY), `everything at ${size}`),
    );
    say(`its memory`);
    memory.push({ records: size, kept: memoryRun(size, "keep"), dropped: memoryRun(size, "drop") });
  }
  return { machine, everything, memory, versus };
}

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    report: { type: "boolean" },
    sizes: { type: "string" },
    from: { type: "string" },
    pane: { type: "boolean" },
  },
});
if (values.pane === true)
  process.exit(
    spawnSync(process.execPath, ["--import", "tsx", join("bench", "pane.ts")], { stdio: "inherit" }).status ?? 1,
  );
const result =
  values.from === undefined
    ? measure(values.sizes?.split(",").map(Number) ?? SIZES)
    : (JSON.parse(readFileSync(values.from, "utf8")) as BenchResult);
console.log(tables(result));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
if (values.report === true) for (const path of writeReport(result)) console.log(path);
