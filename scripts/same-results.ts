/**
 * Shows that a change of structure changes no result: reviews every sample and every golden row here and at another
 * commit, and compares the reports and the saved workbooks byte by byte.
 *
 * `npm run same-results -- COMMIT` compares this tree with COMMIT (which must have this script too);
 * `tsx scripts/same-results.ts --write FOLDER` only writes the results of this tree. Both use the built add-in of their tree.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { sentenceOf } from "../src/messages";
import { report, type Report } from "../src/results/report";
import { reviewSubmission } from "../src/review";
import { readSubmission } from "../src/submission";
import type { Submission } from "../src/submission/types";
import { GOLDEN_FORMS } from "../test/golden/rows";
import { readGoldenRows } from "../test/golden/table";
import { submissionGrids } from "../test/support/submission";

const ROOT = resolve(__dirname, "..");
const SAMPLES: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: "sample-open", args: ["assets/sample/submission.xlsx"] },
  {
    name: "sample-decided",
    args: ["assets/sample/submission.xlsx", "--adopt-provisional", "样例审核人", "--certificates"],
  },
  { name: "accounting", args: ["assets/sample/accounting.xlsx"] },
  { name: "second-round", args: ["assets/sample/second-round.xlsx"] },
];

function run(folder: string, command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

const tsx = (folder: string, args: readonly string[]): void =>
  run(folder, process.execPath, [join(folder, "node_modules/tsx/dist/cli.mjs"), ...args]);

const reportOf = (submission: Submission): Report =>
  report(reviewSubmission(submission), new Map(), (finding) => sentenceOf(finding, "zh", undefined));

/** Reports of the golden rows, one line each, in the order of the table. */
function goldenReports(): string {
  const lines = readGoldenRows().flatMap((row) => {
    const build = GOLDEN_FORMS[row.form];
    if (build === undefined) return [];
    const reading = readSubmission(submissionGrids(build(row.inputs).tables));
    return [`${row.id} ${JSON.stringify(reading.ok ? reportOf(reading.submission) : reading.problems)}`];
  });
  return `${lines.join("\n")}\n`;
}

/** Reviews everything with this tree's add-in and writes reports and workbooks into the folder. */
function writeResults(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "golden.txt"), goldenReports());
  for (const { name, args } of SAMPLES) {
    const out = join(folder, `${name}.xlsx`);
    tsx(ROOT, ["src/cli/review.ts", ...args, "--json", join(folder, `${name}.json`), "--out", out]);
  }
}

/** The results of another commit, made by its own script in a work tree of its own. */
function writeResultsOf(commit: string, folder: string): void {
  const tree = mkdtempSync(join(tmpdir(), "ce-same-results-"));
  try {
    run(ROOT, "git", ["worktree", "add", "--detach", tree, commit]);
    symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));
    run(tree, process.execPath, [join(ROOT, "node_modules/webpack/bin/webpack.js"), "--mode", "production"]);
    tsx(tree, ["scripts/same-results.ts", "--write", folder]);
  } finally {
    run(ROOT, "git", ["worktree", "remove", "--force", tree]);
  }
}

/** Names of what differs: files, and within workbooks their parts. */
function differences(before: string, after: string): string[] {
  return readdirSync(before).flatMap((name) => {
    const other = join(after, name);
    if (!existsSync(other)) return [`${name}: is not written any more`];
    const [a, b] = [readFileSync(join(before, name)), readFileSync(other)];
    if (a.equals(b)) return [];
    if (!name.endsWith(".xlsx")) return [`${name}: differs`];
    const [partsBefore, partsAfter] = [unzipSync(a), unzipSync(b)];
    const parts = [...new Set([...Object.keys(partsBefore), ...Object.keys(partsAfter)])];
    return parts
      .filter((part) => !Buffer.from(partsBefore[part] ?? []).equals(Buffer.from(partsAfter[part] ?? [])))
      .map((part) => `${name}: ${part} differs`);
  });
}

const [first = "HEAD", folder] = process.argv.slice(2);
if (first === "--write" && folder !== undefined) writeResults(resolve(folder));
else {
  const results = mkdtempSync(join(tmpdir(), "ce-results-"));
  writeResultsOf(first, join(results, "before"));
  writeResults(join(results, "after"));
  const found = differences(join(results, "before"), join(results, "after"));
  for (const line of found) console.log(line);
  console.log(found.length === 0 ? `the same results as at ${first}` : `results: ${results}`);
  if (found.length === 0) rmSync(results, { recursive: true });
  process.exitCode = found.length === 0 ? 0 : 1;
}
