/** What is in dist, and that it has not grown past budget.json, where the numbers and their reason stand. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import budget from "../../budget.json";

const DIST = join(__dirname, "../../dist");
/** Microsoft's files, when they were put beside the page: theirs, not ours to weigh. */
const OFFICE = "officejs/";

interface Size {
  readonly bytes: number;
  readonly gzip: number;
}

const PATTERNS = Object.entries<Size>(budget.files).map(([name, allowed]) => ({
  name,
  allowed,
  matches: new RegExp(`^${name.replaceAll(".", "\\.").replace("[number]", "\\d+").replace("*", "[^/]+")}$`),
}));

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(DIST.length + 1)
      .split(sep)
      .join("/"),
  )
  .filter((file) => !file.startsWith(OFFICE))
  .map((file) => {
    const content = readFileSync(join(DIST, file));
    return { file, size: { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length } };
  });

/** In words: what is larger than it may be, and by how much. */
const growth = (file: string, size: Size, allowed: Size): string[] =>
  (["bytes", "gzip"] as const)
    .filter((measure) => size[measure] > allowed[measure])
    .map(
      (measure) =>
        `${file} is ${String(size[measure])} ${measure}, ${String(size[measure] - allowed[measure])} over the ${String(allowed[measure])} of budget.json`,
    );

test("dist has the files it should have and no others", () => {
  expect(
    files.filter(({ file }) => !PATTERNS.some(({ matches }) => matches.test(file))).map(({ file }) => file),
  ).toEqual([]);
  const missing = PATTERNS.filter(({ matches }) => !files.some(({ file }) => matches.test(file))).map(
    ({ name }) => name,
  );
  // webpack numbers what several late parts share, when there is any
  expect(missing.filter((name) => name !== "[number].js")).toEqual([]);
});

test("no file is larger than its budget", () => {
  expect(
    PATTERNS.flatMap(({ matches, allowed }) =>
      files.filter(({ file }) => matches.test(file)).flatMap(({ file, size }) => growth(file, size, allowed)),
    ),
  ).toEqual([]);
});

test("all scripts together are within their budget", () => {
  const scripts = files.filter(({ file }) => file.endsWith(".js")).map(({ size }) => size);
  const whole = {
    bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    gzip: scripts.reduce((sum, { gzip }) => sum + gzip, 0),
  };
  expect(growth("all scripts", whole, budget.scripts)).toEqual([]);
});
