/** A notice has one home: what only one notice says stands in src/policy, and nowhere else in the product. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { policyIds, policyOf } from "../../src/policy";

const SRC = join(__dirname, "../../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/^policy[\\/]/.test(file))
  .map((file) => ({ file: relative(SRC, join(SRC, file)), text: readFileSync(join(SRC, file), "utf8") }));

/** Lines of files outside src/policy that a pattern is found in. */
const linesWith = (pattern: RegExp): string[] =>
  files.flatMap(({ file, text }) =>
    text.split("\n").flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );

test("the files that are searched are there", () => {
  expect(files.length).toBeGreaterThan(200);
});

test.each([
  ["a place", /益阳|湖南|在益|北京|广东|江苏|山西/u],
  ["an office of one notice", /中央|市本级|市直单位|市局/u],
  ["a notice by its number", /益人社函|财会〔/u],
  ["a code that begins with j-", /["'`]j-/u],
])("%s is named in src/policy only", (_what, pattern) => {
  expect(linesWith(pattern)).toEqual([]);
});

test("a code of one notice is named in its folder only", () => {
  const codes = policyIds().flatMap((id) => Object.keys(policyOf(id)?.codes ?? {}));
  expect(codes.length).toBeGreaterThan(80);
  expect(linesWith(new RegExp(`["'\`](?:${codes.join("|")})["'\`]`, "u"))).toEqual([]);
});
