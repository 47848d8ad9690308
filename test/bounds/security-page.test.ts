/** Each promise of docs/security.md names tests that are there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const page = readFileSync(join(ROOT, "docs/security.md"), "utf8");
const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
const rows = section("Promises")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(1)
  .map((line) => line.split("|").slice(1, 4) as [promise: string, limit: string, test: string]);

test.each(rows)("%s", (_, __, cell) => {
  const files = [...cell.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("files that the bounds name are there", () => {
  const files = [...section("Bounds").matchAll(/`(src\/[^`]+)`/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("it says how to report", () => {
  expect(rows.length).toBeGreaterThan(8);
  expect(readFileSync(join(ROOT, "SECURITY.md"), "utf8")).toContain("docs/security.md");
});
