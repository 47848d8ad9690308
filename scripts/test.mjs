/**
 * All checks: types, lint, tests. Ends with one line `N passed, N failed`; types, lint and the presence of a browser
 * count as one check each.
 *
 *   npm test                     everything
 *   npm test -- test/review      the tests of one folder (and still types and lint)
 *   npm run test:changed         what the changes since main can touch; another branch or commit may be given
 *   npm test -- --all            the rest of `npm run check` too: format, import circles, unused code
 *   npm test -- --days=A,B       all but the browser tests as if it were day A (YYYY-MM-DD), and what writes a day once
 *                                more as if it were day B; takes Debian's `faketime`
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findBrowser } from "./browser.mjs";

const root = join(import.meta.dirname, "..");
const BROWSER = "test/browser/";
/**
 * What the second day leaves out. The linter lets no clock into these rooms nor into their tests, and of the tests of the
 * built add-in these look at no day, though the pane may write one.
 */
const WITHOUT_DAYS = [
  "/test/(bench|book|bounds|certificates|contract|faults|fuzz|in-memory|messages|outside|papers)/",
  "/test/(policy|policy-book|results|review|rounds|send-back|submission)/",
  "/test/e2e/(as-excel|batch|error-cells|failure|filters|forged|forget|functions|libreoffice)\\.test",
  "/test/e2e/(live|live-failures|live-moves|messy|papers|policy-book|round-trips|stale|text-stays-text|walk|wrong-input)\\.test",
];

let passed = 0;
let failed = 0;

const script = (name) => join(root, "node_modules", name);

function count(name, ok) {
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

/** Runs a check beside whatever else runs, and shows what it has to say when it is done. */
function check(name, file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script(file), ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += String(data)));
    child.on("close", (status) => {
      process.stdout.write(said);
      count(name, status === 0);
      resolve();
    });
  });
}

/** Runs tests, on another day when one is given, and counts them. */
async function jest(args, day = null) {
  const folder = mkdtempSync(join(tmpdir(), "ce-test-"));
  const file = join(folder, "jest.json");
  // Tests make much that lives for a moment: with room for it the collector takes half the time
  const command = [
    process.execPath,
    "--max-semi-space-size=64",
    script("jest/bin/jest.js"),
    "--json",
    `--outputFile=${file}`,
    ...args,
  ];
  // Timers go by the monotonic clock, which stays as it is; so do the times of files, by which jest knows its cache
  if (day !== null) command.unshift("faketime", "--exclude-monotonic", "-f", `@${day} 10:00:00`);
  console.log(day === null ? "" : `as if it were ${day}:`);
  const [program, ...rest] = command;
  const status = await new Promise((resolve) => {
    const env = { ...process.env, NO_FAKE_STAT: "1" };
    spawn(program, rest, { cwd: root, stdio: "inherit", env })
      .on("close", resolve)
      .on("error", () => resolve(1));
  });
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.numPassedTests;
    // A file that can't even be loaded has no failed tests of its own
    const broken = report.numFailedTests + report.numRuntimeErrorTestSuites;
    failed += status === 0 ? broken : Math.max(1, broken);
  } catch {
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Finds the browser of the browser tests; the first time this may unpack it, once for all of them. */
async function browser() {
  try {
    const { executablePath } = await findBrowser();
    console.log(`browser: ${executablePath}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}

const output = (program, args) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
  return stdout.split("\n").filter((line) => line !== "");
};

/** Files that differ from a branch or commit, those that git does not know yet included. */
const changedSince = (base) => [
  ...output("git", ["diff", "--name-only", "--diff-filter=d", output("git", ["merge-base", base, "HEAD"])[0]]),
  ...output("git", ["ls-files", "--others", "--exclude-standard"]),
];

const listTests = (args) =>
  output(process.execPath, [script("jest/bin/jest.js"), "--listTests", ...args]).map((path) => relative(root, path));

/**
 * The tests that a change can touch: those that import what was changed, by whatever way, and those that look at what was
 * built of it. Null means all: of what is no program nobody knows who reads it.
 */
function testsOf(changed) {
  const programs = changed.filter((path) => /^(src|test|bench)\/.*\.tsx?$/.test(path));
  const others = changed.filter((path) => !programs.includes(path) && !/^docs\/|\.md$|^bench\/|^\.git/.test(path));
  if (others.length > 0) return null;
  if (programs.length === 0) return [];
  const tests = new Set(listTests(["--findRelatedTests", ...programs]));
  const inAddin = programs.some((path) => path.startsWith("src/") && !/^src\/(cli|workbench)\//.test(path));
  const inPage = inAddin || programs.some((path) => path.startsWith("src/workbench/"));
  for (const path of listTests([])) {
    if ((inAddin && /^test\/(e2e|bundle)\//.test(path)) || (inPage && path.startsWith(BROWSER))) tests.add(path);
    // The linter's walls are about every file
    if (path === "test/walls.test.ts") tests.add(path);
  }
  return [...tests].sort();
}

/** Everything on day A but the browser tests, these today, and on day B once more what writes a day or costs little. */
async function onDays([first, second]) {
  if (spawnSync("faketime", ["--version"]).status !== 0) {
    console.log("not available: faketime; all tests run today");
    return jest([]);
  }
  const without = (...patterns) => ["--testPathIgnorePatterns", ...patterns];
  await jest(without(BROWSER), first);
  // Tests in the browser wait much: the second day goes on meanwhile
  await Promise.all([
    jest(["--testPathPatterns", BROWSER, "--maxWorkers=1"]),
    jest(without(BROWSER, ...WITHOUT_DAYS), second),
  ]);
}

const options = process.argv.slice(2);
const days = options
  .find((option) => option.startsWith("--days="))
  ?.slice("--days=".length)
  .split(",");
const changed = options.includes("--changed");
const all = options.includes("--all");
const rest = options.filter((option) => !/^--(changed|all|days=.*)$/.test(option));

async function tests() {
  if (days !== undefined) return onDays(days);
  if (!changed) return jest(rest);
  const chosen = testsOf(changedSince(rest[0] ?? "main"));
  console.log(chosen === null ? "the change can touch every test" : `the change can touch ${chosen.length} test files`);
  if (chosen === null) return jest([]);
  if (chosen.length > 0) return jest(["--runTestsByPath", ...chosen]);
}

async function checks() {
  await Promise.all([
    check("types", "typescript/bin/tsc", ["-b"]),
    check("lint", "eslint/bin/eslint.js", [".", "--max-warnings", "0"]),
  ]);
  if (!all) return;
  await check("format", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]);
  await check("circles", "dependency-cruiser/bin/dependency-cruise.mjs", [
    "src",
    "--config",
    ".dependency-cruiser.cjs",
  ]);
  await check("unused", "knip/bin/knip.js", []);
}

count("browser", await browser());
// Beside each other: so no processor waits for the last of the one before the other begins
await Promise.all([checks(), tests()]);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
