/** The command line of a batch. */
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { readCommandLine, UsageError } from "../../workbench/cli/arguments";
import { fromHere } from "../../workbench/cli/command";
import { checkPolicyName } from "../policy-file";
import { text } from "../speech";
import { isInside } from "./folders";

const ROOT = resolve(__dirname, "../../..");
const VALUES = [
  "out",
  "json",
  "policy",
  "decisions",
  "adopt-provisional",
  "first-number",
  "office-key",
  "ledger",
  "workers",
  "lang",
] as const;
const FLAGS = ["certificates", "resume", "trust-decisions"] as const;

export interface BatchJob {
  readonly folder: string;
  readonly out: string;
  /** Notes on what is done, beside the results. */
  readonly notes: string;
  /** The workbook that sums the whole up. */
  readonly summary: string;
  /** The office's ledger of all units. */
  readonly ledger: string;
  readonly json: string | null;
  /** A policy instead of those that the workbooks name: its id, or a policy workbook. */
  readonly policy: string | null;
  readonly decisions: string | null;
  readonly adoptBy: string | null;
  readonly certificates: boolean;
  readonly firstNumber: number | null;
  readonly resume: boolean;
  readonly trust: boolean;
  readonly officeKey: string | null;
  /** How many workbooks at once. */
  readonly workers: number;
}

/** True when what the command is to review is a folder. */
export function isFolderGiven(argv: readonly string[]): boolean {
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (!word.startsWith("--")) return existsSync(fromHere(word)) && statSync(fromHere(word)).isDirectory();
    if (!word.includes("=") && isWithValue(word.slice(2))) at += 1;
  }
  return false;
}

const OTHERS = [
  "explain",
  "compare",
  "previous",
  "by",
  "send-back",
  "deadline",
  "office",
  "handler",
  "phone",
  "remarks",
];
const isWithValue = (name: string): boolean => [...VALUES, ...OTHERS].includes(name);

/** Throws UsageError. */
export function batchJobOf(argv: readonly string[]): BatchJob {
  const { words, values, flags } = readCommandLine(argv, { values: VALUES, flags: FLAGS });
  const [given = "", ...more] = words;
  if (more.length > 0) throw new UsageError(text("batch-one-folder", { more: more.join(" ") }));
  const first = values.get("first-number");
  if (first !== undefined && !/^[1-9]\d{0,3}$/.test(first)) throw new UsageError(text("first-number-unfit"));
  const workers = values.get("workers");
  if (workers !== undefined && !/^[1-9]\d?$/.test(workers)) throw new UsageError(text("batch-workers-unfit"));
  const policy = values.get("policy") ?? null;
  if (policy !== null) checkPolicyName("--policy", policy);
  const pathOf = (name: string): string | null => {
    const value = values.get(name);
    return value === undefined ? null : fromHere(value);
  };
  const folder = fromHere(given);
  const out = pathOf("out") ?? join(ROOT, "out", `${basename(folder)}-reviewed`);
  const job: BatchJob = {
    ...placesOf(folder, out),
    ledger: pathOf("ledger") ?? join(dirname(out), text("batch-ledger-file")),
    json: pathOf("json"),
    policy,
    decisions: pathOf("decisions"),
    adoptBy: values.get("adopt-provisional") ?? null,
    certificates: flags.has("certificates"),
    firstNumber: first === undefined ? null : Number(first),
    resume: flags.has("resume"),
    trust: flags.has("trust-decisions"),
    officeKey: pathOf("office-key"),
    workers: workers === undefined ? availableParallelism() : Number(workers),
  };
  checkPlaces(job);
  return job;
}

/** What stands beside the results of a folder. */
export function placesOf(folder: string, out: string): Pick<BatchJob, "folder" | "out" | "notes" | "summary"> {
  return { folder, out, notes: `${out}.progress`, summary: `${out}-${text("batch-summary-file")}` };
}

/** Nothing is written over a file that is read, nor among the workbooks that are reviewed. */
function checkPlaces({ folder, out, json, decisions, summary, ledger }: BatchJob): void {
  if (isInside(folder, out)) throw new UsageError(text("batch-out-is-folder", { path: out }));
  if (existsSync(out) && !statSync(out).isDirectory()) throw new UsageError(text("batch-out-is-file", { path: out }));
  const written = [
    ["--json", json],
    ["--out", summary],
    ["--ledger", ledger],
  ] as const;
  for (const [option, path] of written) {
    if (path === null) continue;
    if (existsSync(path) && statSync(path).isDirectory()) throw new UsageError(text("target-folder", { option, path }));
    if (decisions !== null && isInside(path, decisions))
      throw new UsageError(text("target-is-input", { option, path }));
    if (option === "--json" && isInside(path, folder) && existsSync(path) && !path.endsWith(".json"))
      throw new UsageError(text("target-is-input", { option, path }));
  }
}
