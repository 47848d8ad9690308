/** A review under a policy workbook: the real add-in has its rules, its id tells it from the notice it was made from. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { policyOf, type Policy } from "../../src/policy";
import { policyWorkbook } from "../../src/policy-book/file";
import { reviewIn } from "./command";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policy-book-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SAMPLE = join(__dirname, "../../assets/sample/accounting.xlsx");

/** 财会〔2018〕10号 with a cell of 折算 changed. */
function write(name: string, row: number, column: number, value: string | number): void {
  const workbook = policyWorkbook(policyOf("accounting-2018-10") as Policy);
  workbook.sheetByName("折算")?.setValue(row, column, value);
  writeFileSync(join(folder, name), saveWorkbook(workbook, "xlsx"));
}

interface Report {
  readonly policy: string;
  readonly records: readonly { readonly form: string; readonly convertedHours: number }[];
}

test("学分计量（六）: others 50 instead of 60", async () => {
  write("fifty.xlsx", 96, 5, 50);
  const { code, stderr } = await reviewIn(folder, [
    SAMPLE,
    "--policy",
    "fifty.xlsx",
    "--compare",
    "policy:accounting-2018-10",
    "--out",
    "out.xlsx",
    "--json",
    "out.json",
  ]);
  expect([code, stderr]).toEqual([0, ""]);
  const { policy } = JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as Report;
  expect(policy).toMatch(/^accounting-2018-10@[0-9a-f]{8}$/);
  const years = openWorkbook(readFileSync(join(folder, "out.xlsx"))).sheetByName("年度汇总");
  expect(years).toBeDefined();
});

test("a workbook with errors is refused, with the cell", async () => {
  write("broken.xlsx", 96, 5, "60×");
  const { code, stderr } = await reviewIn(folder, [SAMPLE, "--policy", "broken.xlsx", "--out", "not.xlsx"]);
  expect(code).toBe(2);
  expect(stderr).toContain("折算!F97");
});
