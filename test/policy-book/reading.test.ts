/** What can't be read is said at its cell, all at once, with what may stand there. */
import { policyOf, type Policy } from "../../src/policy";
import { readPolicyBook } from "../../src/policy-book/read";
import { policySheets } from "../../src/policy-book/write";
import { gridOf } from "../../src/results";
import type { CellValue } from "../../src/grid/address";
import { a1 } from "../../src/grid/address";

const policy = policyOf("") as Policy;
const written = policySheets(policy).map(gridOf);
const grids = () =>
  new Map(written.map((grid) => [grid.name, { ...grid, values: grid.values.map((line) => [...line]) }] as const));

/** Changes the first cell of a sheet that holds a text; gives its address. */
function change(book: ReturnType<typeof grids>, sheet: string, from: string, to: CellValue, nth = 0): string {
  let left = nth;
  for (const [row, line] of (book.get(sheet)?.values ?? []).entries())
    for (const [column, cell] of line.entries()) {
      if (cell === null || String(cell) !== from) continue;
      if (left-- > 0) continue;
      line[column] = to;
      return a1(row, column);
    }
  throw new Error(`${sheet} has no ${from}`);
}

/** Sheet, what stands there, what is put there instead, the finding, and the nearest right word. */
const FAULTS: readonly (readonly [string, string, CellValue, string, string | null])[] = [
  ["折算", "国家级", "国家及", "word-unknown", "国家级"],
  [
    "折算",
    "8×（可计天数－半天数）＋〔学术会议·3〕＋〔学术会议·4〕",
    "8×（可计天数－半天数）＋〔学术会议·9〕",
    "table-unknown",
    "学术会议·1",
  ],
  [
    "折算",
    "所得＝4×半天数＋2×晚上数；〔面授培训·1〕",
    "所得＝4×半天数＋2×晚上；〔面授培训·1〕",
    "word-unknown",
    "晚上数",
  ],
  ["折算", "所得＝4×半天数＋2×晚上数；〔面授培训·1〕", "所得＝4×＋2×晚上数；〔面授培训·1〕", "sign-unexpected", null],
  ["折算", "≤5", "≤", "sign-unexpected", null],
  ["折算", "收录类别", "收录类型", "column-unknown", "收录类别"],
  ["折算", "J-13", "J-131", "word-unknown", null],
  ["折算", "j-project-level-unlisted", "j-project-level-unlist", "reference-unknown", "j-project-level-unlisted"],
  ["折算", "按天数：0\n按证书学时：证书学时\n取较低者：0", "按天数：0\n按证书学时：证书学时", "option-missing", null],
  ["折算", "论文", "论著", "word-unknown", "论文"],
  ["材料", "获奖证书", "获奖证", "word-unknown", "获奖证书"],
  ["形式", "依登记", "依登", "word-unknown", "依登记"],
  ["形式", "附件4(一)10", null, "cell-needed", null],
  ["年度要求", "90", "九十", "number-unreadable", null],
  ["年度要求", "从宽：达标并注明", "从宽", "word-unknown", null],
  ["上限与归并", "课题项目、获奖成果", "课题项目、获奖", "word-unknown", null],
  ["代码", "错误", "严重", "word-unknown", null],
  ["口径", "J-02", "J-01", "row-twice", null],
  ["政策", "学时", "#N/A", "cell-error", null],
];

test("the workbook as it is has no finding", () => {
  expect(readPolicyBook(grids()).findings).toEqual([]);
});

test.each(FAULTS)("%s: %s as %s", (sheet, from, to, code, near) => {
  const book = grids();
  const cell = change(book, sheet, from, to);
  const { findings, policy: read } = readPolicyBook(book);
  expect(read).toBeNull();
  const own = findings.find((each) => each.sheet === sheet && each.cell === cell);
  expect(own?.code).toBe(code);
  if (near !== null) expect(own?.details.near).toBe(near);
});

test("several faults are said at once", () => {
  const book = grids();
  const cells = [change(book, "形式", "依登记", "依"), change(book, "年度要求", "90", "许多")];
  expect(readPolicyBook(book).findings.map(({ cell }) => cell)).toEqual(expect.arrayContaining(cells));
});
