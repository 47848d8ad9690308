/** Faults planted in a policy workbook: each is found at its cell, and nothing else is. */
import type { CellValue } from "../../src/grid/address";
import { areaOfAddress } from "../../src/grid/address";
import { policyOf, type Policy } from "../../src/policy";
import { checkPolicyBook } from "../../src/policy-book/check";
import type { PolicyFinding } from "../../src/policy-book/findings";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";
import { gridOf } from "../../src/results";

const policy = policyOf("accounting-2018-10") as Policy;
const written = policySheets(policy).map(gridOf);

/** The findings of the workbook with some cells changed; `[cell, value]` for each. */
function findings(sheet: string, changes: readonly (readonly [string, CellValue])[]): readonly PolicyFinding[] {
  const grids = new Map(written.map((grid) => [grid.name, { ...grid, values: grid.values.map((line) => [...line]) }]));
  for (const [cell, value] of changes) {
    const { row = 0, column = 0 } = areaOfAddress(cell) ?? {};
    const line = grids.get(sheet)?.values[row];
    if (line === undefined) throw new Error(`${sheet} has no row ${row + 1}`);
    line[column] = value;
  }
  return checkPolicyBook(readPolicyBook(grids));
}

/** The cell of a sheet that holds a text, further ones by their number. */
function cellWith(sheet: string, text: string, nth = 0): string {
  const grid = written.find(({ name }) => name === sheet);
  let left = nth;
  for (const [row, line] of (grid?.values ?? []).entries())
    for (const [column, cell] of line.entries())
      if (cell === text && left-- === 0) return `${String.fromCharCode(65 + column)}${row + 1}`;
  throw new Error(`${sheet} has no ${text}`);
}

const told = ({ code, sheet, cell }: PolicyFinding): string => `${code} ${sheet}!${cell ?? ""}`;
const asItIs = findings("政策", []);
const before = new Set(asItIs.map(told));

/** What is planted, on 折算 unless another sheet is named, and where what is found. */
const FAULTS: readonly (readonly [
  what: string,
  sheet: string,
  changes: readonly (readonly [string, CellValue])[],
  found: readonly string[],
])[] = [
  ["a gap: the last row asks for a rank from 3 on", "折算", [["B86", "≥3"]], ["gap 折算!A81"]],
  ["a row that the row before it hides", "折算", [["B85", "1"]], ["row-unreachable 折算!B85"]],
  ["a condition that nothing can meet", "折算", [["B96", "＞5，＜3"]], ["row-never-holds 折算!B96"]],
  ["the same condition twice", "折算", [["C95", "主编"]], ["row-same-condition 折算!C95"]],
  [
    "a later row for a rank that is decided",
    "折算",
    [
      ["B85", "1"],
      ["C85", null],
    ],
    ["row-same-condition 折算!B85"],
  ],
  [
    "an option that changes nothing",
    "折算",
    [["F94", "主编按第一作者，参编按其他作者：60\n均按其他作者：60"]],
    [`option-without-effect 口径!${cellWith("口径", "all-other")}`],
  ],
  ["an option left out", "折算", [["F94", "均按其他作者：60"]], ["option-missing 折算!F94"]],
  ["a role that there is not", "折算", [["C95", "参遍"]], ["word-unknown 折算!C95"]],
  ["a broken formula", "折算", [["F5", "90×"]], ["sign-unexpected 折算!F5"]],
  ["a formula with a column that there is not", "折算", [["F5", "90×模块数"]], ["word-unknown 折算!F5"]],
  ["a table that there is not", "折算", [["F77", "〔会计类论文·7〕"]], ["table-unknown 折算!F77"]],
  ["a table that leads back to itself", "折算", [["F83", "〔会计类论文·1〕"]], ["table-circle 折算!F83"]],
  ["negative hours", "折算", [["F97", "－60"]], ["hours-negative 折算!A92"]],
  ["a question that there is not", "折算", [["H94", "A-99"]], ["word-unknown 折算!H94"]],
  [
    "a code that there is not",
    "折算",
    [["I78", "paper-without-issn"]],
    ["reference-unknown 折算!I78", `reference-unknown 代码!${cellWith("代码", "paper-without-cn")}`],
  ],
  [
    "hours that rise for a later rank",
    "折算",
    [["F83", 5]],
    ["hours-rise-with-rank 折算!B73", "row-hidden-in-part 折算!C84", "row-hidden-in-part 折算!C85"],
  ],
  [
    "a document without a label",
    "材料",
    [[cellWith("材料", "会议邀请函"), "会议邀请信"]],
    [`word-unknown 材料!${cellWith("材料", "会议邀请函")}`],
  ],
  [
    "a minimum that is no number",
    "年度要求",
    [[cellWith("年度要求", "合计的2/3"), "三分之二"]],
    [`number-unreadable 年度要求!${cellWith("年度要求", "合计的2/3")}`],
  ],
  [
    "a heading that there is not",
    "形式",
    [[cellWith("形式", "计入年度"), "年份"]],
    [`column-unknown 形式!${cellWith("形式", "计入年度")}`],
  ],
  ["a needed clause left out", "形式", [["C12", null]], ["cell-needed 形式!C12"]],
  [
    "the name of a form mistyped on its table",
    "折算",
    [["B92", "会计类书藉"]],
    ["word-unknown 折算!B92", "form-without-table 形式!A11"],
  ],
];

test("the notice as it is: nothing but what docs/notice-coverage.md explains", () => {
  expect(asItIs.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test.each(FAULTS)("%s", (_what, sheet, changes, found) => {
  const after = findings(sheet, changes).map(told);
  expect(after.filter((each) => !before.has(each)).sort()).toEqual([...found].sort());
});

test("what is found comes with a record that shows it", () => {
  const [gap] = findings("折算", [["B86", "≥3"]]);
  expect(gap).toMatchObject({ code: "gap", severity: "error", example: { 学习形式: "会计类论文", 排名: 2 } });
});
