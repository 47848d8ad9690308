/** docs/guide: the generated page says what the add-in does, and what the pages name is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceText } from "../../scripts/guide";

const GUIDE = join(__dirname, "../../docs/guide");
const pages = readdirSync(GUIDE).filter((name) => name.endsWith(".md"));
const textOf = (name: string): string => readFileSync(join(GUIDE, name), "utf8");

test("the page of columns, codes and questions is up to date (else: npx tsx scripts/guide.ts)", () => {
  expect(textOf("reference.md")).toBe(referenceText());
});

test.each(pages)("%s: every link and picture leads somewhere", (name) => {
  const targets = [...textOf(name).matchAll(/\]\(([^)#]+)[^)]*\)/g)].flatMap(([, target = ""]) =>
    /^https?:/.test(target) ? [] : [target],
  );
  expect(targets.filter((target) => !existsSync(join(GUIDE, target)))).toEqual([]);
});

test.each(pages)("%s: every button that it names is a button, a sheet or a view", (name) => {
  const source = readdirSync(join(__dirname, "../../src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(__dirname, "../../src", file), "utf8"))
    .concat(readFileSync(join(__dirname, "../../manifest.xml"), "utf8"))
    .join("\n");
  const named = [...textOf(name).matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, words = ""]) => words.split(" → "));
  expect([...new Set(named)].filter((words) => !source.includes(words))).toEqual([]);
});
