/** Whatever stands in the cells of a policy workbook, reading it ends with findings that have cells, or with a policy. */
import fc from "fast-check";
import type { CellValue } from "../../src/grid/address";
import { policyOf, type Policy } from "../../src/policy";
import { policyFindingText } from "../../src/messages/policy-findings";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";
import { gridOf } from "../../src/results";

const written = policySheets(policyOf("accounting-2018-10") as Policy).map(gridOf);

const bend = fc.record({
  sheet: fc.nat({ max: written.length - 1 }),
  row: fc.nat({ max: 140 }),
  column: fc.nat({ max: 9 }),
  value: fc.oneof(
    fc.constantFrom<CellValue>(
      null,
      0,
      -1,
      "",
      "　",
      "#REF!",
      "（",
      "〔会计类论文·2〕",
      "〔",
      "≤",
      "且",
      "“",
      "折算表",
      "【形式】",
      "※",
      "所得＝1；",
      "最高（",
      "__proto__",
      "constructor",
      true,
    ),
    fc.string({ maxLength: 12 }),
  ),
});

test("bent cells", () => {
  fc.assert(
    fc.property(fc.array(bend, { minLength: 1, maxLength: 6 }), (bends) => {
      const grids = new Map(
        written.map((grid) => [grid.name, { ...grid, values: grid.values.map((line) => [...line]) }] as const),
      );
      for (const { sheet, row, column, value } of bends) {
        const line = grids.get(written[sheet]?.name ?? "")?.values[row];
        if (line !== undefined && column < line.length) line[column] = value;
      }
      const { policy, findings } = readPolicyBook(grids);
      for (const finding of findings) {
        expect(grids.has(finding.sheet)).toBe(true);
        expect(policyFindingText(finding, "zh")).not.toMatch(/undefined|\[object/u);
      }
      expect(policy === null).toBe(findings.some(({ severity }) => severity === "error"));
    }),
    { numRuns: 60, seed: 15 },
  );
});

test("a workbook that is something else", () => {
  const { policy, findings } = readPolicyBook(new Map());
  expect(policy).toBeNull();
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["sheet-missing"]));
  const blank = new Map(written.map(({ name }) => [name, { name, firstRow: 0, firstColumn: 0, values: [[null]] }]));
  expect(readPolicyBook(blank).policy).toBeNull();
});
