/**
 * Makes a clone ready: installs what package-lock.json asks for; with --build builds dist/, with --workbench the page of
 * `npm start`, with --batch that of `npm run batch`, when their sources are newer.
 * Plain Node, because it runs before anything is installed. Quiet when there is nothing to do.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const stamp = join(root, "node_modules", ".ce-lock");

/** What is built by webpack: from which sources, what is there when it is done, and the arguments. */
const DIST = {
  name: "dist",
  sources: ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"],
  built: join(root, "dist", "taskpane.html"),
  args: ["--mode", "production"],
};
const WORKBENCH = {
  name: "the workbench's page",
  sources: ["src/workbench", "src/book", "webpack.workbench.js", "package-lock.json"],
  built: join(root, ".cache", "workbench", "workbench.js"),
  args: ["--config", "webpack.workbench.js"],
};

const BATCH = {
  name: "the page of 批量审核",
  sources: ["src/batch-page", "src/batch", "webpack.batch.js", "package-lock.json"],
  built: join(root, ".cache", "batch-page", "batch.js"),
  args: ["--config", "webpack.batch.js"],
};

function run(command, args) {
  const npm = command === "npm" && process.platform === "win32";
  const { status, error } = spawnSync(npm ? "npm.cmd" : command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: npm,
  });
  return !error && status === 0;
}

function fail(what) {
  console.error(`failed: ${what}`);
  process.exit(1);
}

/** Content, not time: git gives every file of a fresh clone the same time. */
function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("installing packages …");
  if (!run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])) fail("npm ci");
  writeFileSync(stamp, wanted);
}

function newest(path) {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function ensureBuilt({ name, sources, built, args }) {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (existsSync(built) && statSync(built).mtimeMs >= changed) return;
  console.log(`building ${name} …`);
  if (
    !run(process.execPath, [
      join(root, "node_modules", "webpack", "bin", "webpack.js"),
      ...args,
      "--stats",
      "errors-only",
    ])
  )
    fail("webpack");
  // webpack leaves a page alone that has not changed; its time says when it was last known to be right
  utimesSync(built, new Date(), new Date());
}

ensureInstalled();
if (process.argv.includes("--build")) ensureBuilt(DIST);
if (process.argv.includes("--workbench")) ensureBuilt(WORKBENCH);
if (process.argv.includes("--batch")) ensureBuilt(BATCH);
