/** Random edits of a submission's sheets, and a submission in which everything meets: for what is brought up to date after an edit. */
import fc from "fast-check";
import type { CellValue } from "../../src/grid/address";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import { serial, type RowCells, type SubmissionTables } from "./submission";

/** Where an edit falls, and what becomes of the place; numbers are taken modulo what there is. */
export interface Edit {
  readonly sheet: string;
  readonly kind: "borrow" | "blank" | "write" | "insert" | "delete" | "copy-row";
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly value: CellValue;
}

const WRITTEN: readonly CellValue[] = [
  "YY000001",
  "2018001",
  2017,
  0,
  1,
  2,
  8,
  "公需科目",
  "面授培训",
  "论文",
  "SCI",
  serial("2017-06-01"),
  "是",
  "乱写的",
  "BA-F",
  "认定",
  "核定学时",
  "甲",
  "count",
  "strict",
];

export const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.constantFrom(
    "学时记录",
    "学时记录",
    "学时记录",
    "学时记录",
    "人员信息",
    "人员信息",
    "培训备案",
    "口径",
    "审核意见",
    "单位信息",
  ),
  kind: fc.constantFrom("borrow", "borrow", "borrow", "blank", "write", "insert", "delete", "copy-row"),
  row: fc.nat({ max: 10_000 }),
  column: fc.nat({ max: 40 }),
  from: fc.nat({ max: 10_000 }),
  value: fc.constantFrom(...WRITTEN),
});

/** The grids after an edit: lines that were not touched stay the arrays they were. Header rows are left alone. */
export function edited(grids: WorkbookGrids, { sheet, kind, row, column, from, value }: Edit): WorkbookGrids {
  const grid = grids.get(sheet);
  if (grid === undefined || grid.values.length < 2) return grids;
  const lines = [...grid.values];
  const at = sheet === "单位信息" ? row % lines.length : 1 + (row % (lines.length - 1));
  const source = lines[1 + (from % (lines.length - 1))] ?? [];
  const line = [...(lines[at] ?? [])];
  const across = sheet === "单位信息" ? 1 : column % Math.max(1, line.length);
  if (kind === "insert")
    lines.splice(
      at,
      0,
      line.map(() => null),
    );
  else if (kind === "delete") lines.splice(at, 1);
  else if (kind === "copy-row") lines.splice(at, 0, [...source]);
  else {
    line[across] = kind === "borrow" ? (source[across] ?? null) : kind === "write" ? value : null;
    lines[at] = line;
  }
  const after: SheetGrid = { ...grid, values: lines };
  return new Map(grids).set(sheet, after);
}

const PAPER: RowCells = {
  学习形式: "论文",
  名称: "同一篇",
  排名: 1,
  收录类别: "SCI",
  完成日期: serial("2017-06-01"),
  证明材料: "刊物封面、刊号、目录复印件",
};
const COURSE: RowCells = {
  学习形式: "面授培训",
  名称: "专业技术培训",
  半天数: 8,
  开始日期: serial("2017-03-01"),
  结束日期: serial("2017-03-04"),
  证明材料: "培训通知、结业证书",
};
const OTHER: RowCells = { 登记证书编号: "YY000002", 姓名: "李样例" };
/** One achievement of three people, copies, a number twice, people without one, somebody unknown. */
export const crowded: SubmissionTables = {
  people: [
    { 申报级别: "中级" },
    { ...OTHER, 申报级别: "中级" },
    { 登记证书编号: "YY000003", 姓名: "王样例" },
    { 登记证书编号: null, 姓名: "无编号甲" },
    { 登记证书编号: null, 姓名: "无编号乙" },
    { 登记证书编号: "YY000003", 姓名: "重号" },
  ],
  records: [
    PAPER,
    { ...PAPER, ...OTHER, 名称: "另一篇" },
    { ...PAPER, 登记证书编号: "YY000003" },
    { ...PAPER, ...OTHER, 排名: 2 },
    COURSE,
    COURSE,
    { ...COURSE, ...OTHER, 备案号: "BA-F", 科目: "公需科目" },
    { ...COURSE, 登记证书编号: "没有此人" },
    { ...COURSE, 登记证书编号: null },
  ],
  decisions: [{ 编号: "J-01", 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" }],
  opinions: [
    { 位置: "学时记录!A2", 登记证书编号: "YY000001", 年度: 2017, 处理: "认定", 处理人: "周", 处理日期: "2018-07-01" },
  ],
};
