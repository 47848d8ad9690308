/**
 * Installs the engines that the benchmark compares with, into bench/node_modules and only for it: the product's own
 * install stays small. Plain Node. Quiet when there is nothing to do.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const stamp = join(folder, "node_modules", ".ce-lock");
const wanted = createHash("sha256")
  .update(readFileSync(join(folder, "package-lock.json")))
  .digest("hex");

function npm(command, ...args) {
  const windows = process.platform === "win32";
  const { status, error } = spawnSync(windows ? "npm.cmd" : "npm", [command, "--no-audit", "--no-fund", ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
  });
  return !error && status === 0;
}

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  console.log("installing the engines to compare with …");
  if (!npm("ci", "--loglevel=error")) {
    console.error("failed: npm ci in bench/");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
