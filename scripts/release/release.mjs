/**
 * `npm run release -- --address https://…`: one zip for an office's administrator: the folder for the server, the guide,
 * licences, the list of what the add-in is made of (CycloneDX), checksums and the changes. Nothing is published.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";

const require = createRequire(import.meta.url);
const { checksumsOf } = require("./site.cjs");
const root = join(import.meta.dirname, "../..");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

const { values } = parseArgs({
  options: { address: { type: "string" }, office: { type: "string", default: "cdn" }, out: { type: "string" } },
});
if (values.address === undefined) fail("--address https://… is missing: where the folder will be served from");

function fail(what) {
  console.error(what);
  process.exit(2);
}

function run(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) fail(`failed: ${command} ${args.join(" ")}`);
  return stdout;
}

/** Every file of a folder, by its name within it. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path)]);
}

/** What the changelog says of this version. */
function changes() {
  const text = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const [, entry] = new RegExp(`^(## ${version.replaceAll(".", "\\.")}[^]*?)(?=^## |$(?![^]))`, "mu").exec(text) ?? [];
  if (entry === undefined) fail(`CHANGELOG.md has no entry for ${version}`);
  return `${entry.trim()}\n`;
}

const folder = join(root, "out", "release", `${name}-${version}`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run(process.execPath, [
  ...[join(root, "node_modules/webpack/bin/webpack.js"), "--mode", "production", "--stats", "errors-only"],
  ...["--env", `office=${values.office}`, "--env", `address=${values.address}`],
  ...["--output-path", join(folder, "addin")],
]);
const guide = join(root, "docs/guide");
if (existsSync(guide)) cpSync(guide, join(folder, "guide"), { recursive: true });
cpSync(join(root, "LICENSE"), join(folder, "LICENSE.txt"));
writeFileSync(join(folder, "CHANGES.md"), changes());
// What goes into the bundles, not what they are built with
const parts = run(npm, ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"]);
writeFileSync(join(folder, "sbom.cdx.json"), parts);
writeFileSync(join(folder, "SHA256SUMS"), checksumsOf(filesOf(folder)));

const out = values.out ?? join(root, "out", "release", `${name}-${version}.zip`);
const entries = filesOf(folder).map(([path, content]) => [`${name}-${version}/${path}`, content]);
writeFileSync(out, zipSync(Object.fromEntries(entries), { level: 9, mtime: "2026-01-01" }));
console.log(out);
