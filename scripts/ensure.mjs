/**
 * Makes a clone ready: installs what package-lock.json asks for and, with --build, builds dist/ when sources are newer.
 * Plain Node, because it runs before anything is installed. Quiet when there is nothing to do.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "node_modules", ".ce-lock");
const SOURCES = ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"];
const BUILT = join(root, "dist", "taskpane.html");

function run(command, args) {
  const npm = command === "npm" && process.platform === "win32";
  const { status, error } = spawnSync(npm ? "npm.cmd" : command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: npm });
  if (error || status !== 0) {
    console.error(`failed: ${command} ${args.join(" ")}`);
    process.exit(1);
  }
}

/** Content, not time: git gives every file of a fresh clone the same time. */
function lockHash() {
  return createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}

function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("installing packages …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function ensureBuilt() {
  const sources = Math.max(...SOURCES.map((name) => newest(join(root, name))));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= sources) return;
  console.log("building dist …");
  run(process.execPath, [join(root, "node_modules", "webpack", "bin", "webpack.js"), "--mode", "production", "--stats", "errors-only"]);
}

ensureInstalled();
if (process.argv.includes("--build")) ensureBuilt();
