/** Two policies compared without any submission: each difference in one row, and none where there is none. */
import fc from "fast-check";
import { policyOf, type Policy } from "../../src/policy";
import { comparePolicies } from "../../src/policy-book/compare";
import { coverOf } from "../../src/policy-book/outcomes/cover";
import { gridOf } from "../../src/results";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";

const policy = policyOf("") as Policy;
const written = policySheets(policy).map(gridOf);

/** The policy with a cell of a table of 折算 changed: `row` counts from the table's title line (0), columns from A (0). */
function changed(table: string, row: number, column: number, value: string | number): Policy {
  const grids = new Map(written.map((grid) => [grid.name, { ...grid, values: grid.values.map((line) => [...line]) }]));
  const values = grids.get("折算")?.values ?? [];
  const line = values[values.findIndex((each) => each[0] === "折算表" && each[1] === table) + row];
  if (line === undefined) throw new Error(`there is no table ${table}`);
  line[column] = value;
  const { policy: read, findings } = readPolicyBook(grids);
  if (read === null) throw new Error(JSON.stringify(findings));
  return read;
}

test("a notice and itself do not differ", () => {
  expect(comparePolicies(policy, policy)).toEqual([]);
});

test("附件5第4条(2): first author 60 → 50 is the only row", () => {
  expect(comparePolicies(policy, changed("论文·2", 2, 5, 50))).toEqual([
    {
      form: "论文",
      when: "排名为 1 且 收录类别为 EI、SCI、CPCI、SSCI、A&HCI；或 排名为 1 且 收录类别为 国际顶级 且 J-16为 认可",
      before: 60,
      after: 50,
      clauseBefore: "附件5第4条(2)",
      clauseAfter: "附件5第4条(2)",
      example: { 学习形式: "论文", 排名: 1, 收录类别: "EI", 完成日期: "2018-06-01" },
    },
  ]);
});

test.each<[string, Parameters<typeof changed>, readonly [string, unknown, unknown][]]>([
  ["附件5第3条: national projects", ["课题项目", 2, 2, "≤6"], [["级别为 国家级 且 排名为 6", 10, 60]]],
  ["附件5第7条: a module", ["计算机考试", 2, 1, "合格模块数×8"], [["一律", "合格模块数×10", "合格模块数×8"]]],
])("%s", (_what, change, rows) => {
  const found = comparePolicies(policy, changed(...change));
  expect(found.map(({ when, before, after }) => [when, before, after])).toEqual(rows);
});

test("a form that only one notice has", () => {
  const { doctoral: _, ...forms } = policy.forms;
  const without = { ...policy, forms } as Policy;
  const rows = comparePolicies(policy, without);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ form }) => form))).toEqual(new Set(["博士学历教育"]));
  expect(rows.every(({ after, clauseAfter }) => after === null && clauseAfter === null)).toBe(true);
});

test("boxes cover what differs, and nothing that does not", () => {
  const sizes = [3, 4, 2];
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (marks) => {
      const cells = new Set(marks.flatMap((mark, at) => (mark ? [at] : [])));
      const covered = new Set<number>();
      for (const box of coverOf(sizes, cells, (cell) => cells.has(cell)))
        for (let a = 0; a < 3; a += 1)
          for (let b = 0; b < 4; b += 1)
            for (let c = 0; c < 2; c += 1)
              if ([a, b, c].every((position, at) => box[at] === null || box[at]?.includes(position) === true))
                covered.add((a * 4 + b) * 2 + c);
      expect([...covered].sort((x, y) => x - y)).toEqual([...cells].sort((x, y) => x - y));
    }),
    { numRuns: 200, seed: 7 },
  );
});
