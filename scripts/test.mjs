/**
 * All checks: types, lint, tests. Ends with one line `N passed, N failed`; types, lint and the presence
 * of a browser count as one check each.
 * `npm test -- test/review` runs the tests of one folder only (and still types and lint).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";

const root = join(import.meta.dirname, "..");
let passed = 0;
let failed = 0;

function node(script, args) {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
}

function check(name, ok) {
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

function jest() {
  const folder = mkdtempSync(join(tmpdir(), "ce-test-"));
  const file = join(folder, "jest.json");
  const ok = node("jest/bin/jest.js", ["--json", `--outputFile=${file}`, ...process.argv.slice(2)]);
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.numPassedTests;
    // A file that can't even be loaded has no failed tests of its own
    const broken = report.numFailedTests + report.numRuntimeErrorTestSuites;
    failed += ok ? broken : Math.max(1, broken);
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

check("types", node("typescript/bin/tsc", ["-b"]));
check("lint", node("eslint/bin/eslint.js", [".", "--max-warnings", "0"]));
check("browser", await browser());
jest();

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
