/** What a folder for an office's server has besides the add-in: notices of what is bundled, the licence, checksums of all. */
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join, sep } = require("node:path");

const NODE_MODULES = `${sep}node_modules${sep}`;

/** The folder of the package that a file belongs to; null for one of our own. */
function packageOf(file) {
  const at = file.lastIndexOf(NODE_MODULES);
  if (at < 0) return null;
  const rest = file.slice(at + NODE_MODULES.length).split(sep);
  const name = rest.slice(0, rest[0]?.startsWith("@") ? 2 : 1);
  return join(file.slice(0, at), "node_modules", ...name);
}

/** Licences of packages, each with its text, in the order of their names. Throws for a package without a licence. */
function noticesOf(folders) {
  const packages = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (typeof license !== "string") throw new Error(`${name} names no licence`);
    const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
    return { name, version, license, text };
  });
  return packages
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`)
    .join(`\n${"-".repeat(72)}\n\n`);
}

/** As `sha256sum -c` reads it: files by name with their contents. */
function checksumsOf(files) {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`)
    .join("");
}

/** Adds THIRD-PARTY.txt, LICENSE.txt and SHA256SUMS to a build. */
class SitePlugin {
  /** `root`: the project's folder. */
  constructor(root) {
    this.root = root;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    const { PROCESS_ASSETS_STAGE_REPORT, PROCESS_ASSETS_STAGE_ADDITIONAL } = compiler.webpack.Compilation;
    compiler.hooks.thisCompilation.tap("SitePlugin", (compilation) => {
      const add = { name: "SitePlugin", stage: PROCESS_ASSETS_STAGE_ADDITIONAL };
      compilation.hooks.processAssets.tap(add, () => {
        const folders = resourcesOf(compilation.modules).flatMap((file) => packageOf(file) ?? []);
        compilation.emitAsset("THIRD-PARTY.txt", new RawSource(noticesOf(folders)));
        const licence = join(this.root, "LICENSE");
        if (existsSync(licence)) compilation.emitAsset("LICENSE.txt", new RawSource(readFileSync(licence)));
      });
      // Last of all: nothing changes a file after it
      const sum = { name: "SitePlugin", stage: PROCESS_ASSETS_STAGE_REPORT + 1 };
      compilation.hooks.processAssets.tap(sum, (assets) => {
        const files = Object.entries(assets).map(([name, source]) => [name, source.buffer()]);
        compilation.emitAsset("SHA256SUMS", new RawSource(checksumsOf(files)));
      });
    });
  }
}

/** Files of all modules, those that were put together into one included. */
function resourcesOf(modules) {
  return [...modules].flatMap((module) => [
    ...(typeof module.resource === "string" ? [module.resource.split("?")[0]] : []),
    ...(module.modules ? resourcesOf(module.modules) : []),
  ]);
}

module.exports = { SitePlugin, checksumsOf, noticesOf, packageOf };
