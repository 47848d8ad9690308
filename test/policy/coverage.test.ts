/** docs/notice-coverage.md says where each clause is written down: its paths, rows and questions are held to exist. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyOf } from "../../src/policy";
import { readGoldenRows } from "../golden/table";

const page = readFileSync(join(__dirname, "../../docs/notice-coverage.md"), "utf8");
const lines = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| Clause"));
const table = lines.map((line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim()),
);
const policy = policyOf("");

function at(path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (node === null || typeof node !== "object" ? undefined : (node as Record<string, unknown>)[key]),
      policy,
    );
}

/** Every clause that an entry of the policy cites. */
function cited(node: unknown, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== "object") return found;
  for (const [key, each] of Object.entries(node)) {
    if (/^(clause|othersClause)$/.test(key) && typeof each === "string") found.add(each);
    else cited(each, found);
  }
  return found;
}

test("every row of the page has its five columns", () => {
  expect(table.filter((cells) => cells.length !== 5).map(([clause]) => clause)).toEqual([]);
});

test("every path of the page leads to an entry of the policy", () => {
  const paths = table.flatMap(([, , , written = ""]) =>
    [...written.matchAll(/`([\w.-]+)`/g)].map((match) => match[1] ?? ""),
  );
  const wrong = paths.filter(
    (path) =>
      /^(forms|filing|makeup|windows|claimedYears|channels|proofs|minima|groups|score|clauses)\b/.test(path) &&
      at(path) === undefined,
  );
  expect(wrong).toEqual([]);
});

test("every clause that the policy cites is on the page", () => {
  const clauses = table.map(([clause = ""]) => clause.replace(/ ¶\d/, ""));
  const values = Object.values(policy?.clauses ?? {});
  // A clause made of several (正文三+附件4(二)1) is there when each of them is.
  const isThere = (clause: string): boolean =>
    clauses.includes(clause) || clause.split("+").every((part) => clauses.includes(part));
  expect([...new Set([...cited(policy), ...values])].filter((clause) => !isThere(clause))).toEqual([]);
});

test("every golden row stands on the page, and no row that is none", () => {
  const named = new Set(table.flatMap(([, , , , cases = ""]) => cases.split(", ").filter((each) => each !== "–")));
  const known = new Set(readGoldenRows().map(({ id }) => id));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
  expect([...known].filter((id) => !named.has(id))).toEqual([]);
});

test("every question stands on the page", () => {
  expect((policy?.questions ?? []).map(({ id }) => id).filter((id) => !page.includes(id))).toEqual([]);
});
