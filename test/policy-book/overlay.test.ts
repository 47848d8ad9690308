/**
 * A city's notice made from the nation's in the workbook alone: Beijing over 财会〔2018〕10号. Face to face 10 a day and online 1 an
 * hour are settled, and so is the evidence that it asks for. Facts from reposts; compare before use.
 */
import type { CellValue } from "../../src/grid/address";
import { policyOf, type Policy } from "../../src/policy";
import { canonicalText } from "../../src/policy/canonical";
import { checkPolicyBook } from "../../src/policy-book/check";
import { comparePolicies } from "../../src/policy-book/compare";
import { newPolicy } from "../../src/policy-book/new-policy";
import { readPolicyBook } from "../../src/policy-book/read";
import { policyGrids } from "../../src/policy-book/write";

const nation = policyOf("accounting-2018-10") as Policy;

class Sheets {
  readonly grids = new Map(
    [...policyGrids(newPolicy(nation))].map(
      ([name, grid]) => [name, { ...grid, values: grid.values.map((line) => [...line]) }] as const,
    ),
  );

  private lines(sheet: string): CellValue[][] {
    return this.grids.get(sheet)?.values ?? [];
  }

  /** The row (0-based) whose cells begin so, from column A on. */
  row(sheet: string, ...cells: readonly string[]): number {
    const at = this.lines(sheet).findIndex((line) => cells.every((cell, column) => line[column] === cell));
    if (at < 0) throw new Error(`${sheet} has no row ${cells.join(" ")}`);
    return at;
  }

  set(sheet: string, row: number, column: number, value: CellValue): void {
    const line = this.lines(sheet)[row];
    if (line === undefined) throw new Error(`${sheet} has no row ${row + 1}`);
    line[column] = value;
  }

  /** Deletes rows, as a person would. */
  drop(sheet: string, row: number, count = 1): void {
    this.lines(sheet).splice(row, count);
  }
}

function beijing(): Sheets {
  const sheets = new Sheets();
  sheets.set("政策", sheets.row("政策", "代号"), 1, "beijing-accounting-2018-10");
  const face = sheets.row("折算", "折算表", "面授培训", "直接计算");
  sheets.set("折算", face + 2, 1, "〔面授培训·1〕");
  for (const column of [7, 8]) sheets.set("折算", face + 2, column, null);
  sheets.drop("折算", sheets.row("折算", "折算表", "面授培训·2"), 12);
  const rate = sheets.row("折算", "折算表", "网络培训·2", "直接计算");
  sheets.set("折算", rate + 2, 1, "所得");
  for (const column of [7, 8]) sheets.set("折算", rate + 2, column, null);
  const open = sheets.row("材料", "【有待决定的材料】");
  sheets.drop("材料", open + 3, 3);
  for (const [question, options] of [
    ["A-02", 3],
    ["A-03", 3],
    ["A-13", 2],
  ] as const)
    sheets.drop("口径", sheets.row("口径", question), options);
  for (const code of ["j-face-to-face-rate", "j-online-rate", "j-evidence-local"])
    sheets.drop("代码", sheets.row("代码", code));
  return sheets;
}

const reading = readPolicyBook(beijing().grids);

test("it can be read, and the check finds what it finds of the nation's", () => {
  expect(reading.findings).toEqual([]);
  expect(checkPolicyBook(reading).filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("it says what it was made from, and asks three questions less", () => {
  expect(reading.policy).toMatchObject({ id: "beijing-accounting-2018-10", extends: "accounting-2018-10" });
  const ids = (policy: Policy | null): string[] => policy?.questions.map(({ id }) => id) ?? [];
  expect(ids(nation).filter((id) => !ids(reading.policy).includes(id))).toEqual(["A-02", "A-03", "A-13"]);
});

test("it comes back byte for byte", () => {
  const again = readPolicyBook(policyGrids(reading.policy as Policy));
  expect(canonicalText(again.policy as Policy)).toBe(canonicalText(reading.policy as Policy));
});

test("compared with the nation's: only what was settled, where another option would have given something else", () => {
  const rows = comparePolicies(nation, reading.policy as Policy);
  expect(new Set(rows.map(({ form }) => form))).toEqual(new Set(["面授培训", "网络培训"]));
  expect(rows).toContainEqual(expect.objectContaining({ form: "面授培训", before: "10×半天数", after: "5×半天数" }));
  expect(rows).toContainEqual(expect.objectContaining({ form: "网络培训", before: "2.5×证书学时", after: "证书学时" }));
});
