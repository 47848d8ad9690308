/**
 * Writes package.json's version into manifest.xml, which wants four parts. npm runs it at `npm version`, so that one
 * version is kept in one place; test/manifest holds the two together.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const path = join(root, "manifest.xml");
const manifest = readFileSync(path, "utf8");
writeFileSync(path, manifest.replace(/<Version>[^<]*<\/Version>/u, `<Version>${version}.0</Version>`));
