/** What the documents for maintainers name is there: files, folders and links. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "../..");
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));

/** Rooms and wings that a document may name without the folder that they stand in. */
const FILES: ReadonlySet<string> = new Set(
  ["src", "test", "scripts", "bench"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => !name.includes("node_modules"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  ),
);
const NOTICE = "yiyang-2018-47";

/** Code of a document that names a file of the source, a test or a script: with a folder, or by its name alone. */
function filesNamed(text: string): readonly string[] {
  return [...text.matchAll(/`([\w./<>-]+)`/g)]
    .map(([, name = ""]) => name.replace("<id>", NOTICE))
    .filter((name) => !name.includes("<") && !name.includes("node_modules"))
    .filter((name) => /^(?:src|test|scripts|bench)\//.test(name) || /^[\w/-]+\.tsx?$/.test(name));
}

const isThere = (name: string): boolean =>
  existsSync(join(ROOT, name)) || [...FILES].some((file) => file.endsWith(`/${name}`));

test.each(DOCUMENTS)("%s names files that are there", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");
  expect(filesNamed(text).filter((name) => !isThere(name))).toEqual([]);
});

test.each(DOCUMENTS)("%s links to what is there", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
  const own = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(own.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
});
