/** A review brought up to date (only the people concerned) against a review of the whole, after any edits. */
import fc from "fast-check";
import { generateGrids } from "../../bench/generate";
import { reviewAgain, reviewSubmission } from "../../src/review";
import { readSubmission, type Submission } from "../../src/submission";
import type { CellValue, SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import type { KnownReading } from "../../src/submission/types";
import { decidedGrids, gridsOfFile, serial, submissionGrids, type Row, type SubmissionTables } from "../support/submission";

const submissionOf = (grids: WorkbookGrids, known?: KnownReading): Submission => {
  const reading = readSubmission(grids, { known });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
};

/** Where an edit falls, and what becomes of the place; numbers are taken modulo what there is. */
interface Edit {
  readonly sheet: string;
  readonly kind: "borrow" | "blank" | "write" | "insert" | "delete" | "copy-row";
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly value: CellValue;
}

const WRITTEN: readonly CellValue[] = ["YY000001", "2018001", 2017, 0, 1, 2, 8, "公需科目", "面授培训", "论文", "SCI", serial("2017-06-01"), "是", "乱写的", "BA-F", "认定", "核定学时", "甲", "count", "strict"];

const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.constantFrom("学时记录", "学时记录", "学时记录", "学时记录", "人员信息", "人员信息", "培训备案", "口径", "审核意见", "单位信息"),
  kind: fc.constantFrom("borrow", "borrow", "borrow", "blank", "write", "insert", "delete", "copy-row"),
  row: fc.nat({ max: 10_000 }),
  column: fc.nat({ max: 40 }),
  from: fc.nat({ max: 10_000 }),
  value: fc.constantFrom(...WRITTEN),
});

/** The grids after an edit: lines that were not touched stay the arrays they were. Header rows are left alone. */
function edited(grids: WorkbookGrids, { sheet, kind, row, column, from, value }: Edit): WorkbookGrids {
  const grid = grids.get(sheet);
  if (grid === undefined || grid.values.length < 2) return grids;
  const lines = [...grid.values];
  const at = sheet === "单位信息" ? row % lines.length : 1 + (row % (lines.length - 1));
  const source = lines[1 + (from % (lines.length - 1))] ?? [];
  const line = [...(lines[at] ?? [])];
  const across = sheet === "单位信息" ? 1 : column % Math.max(1, line.length);
  if (kind === "insert") lines.splice(at, 0, line.map(() => null));
  else if (kind === "delete") lines.splice(at, 1);
  else if (kind === "copy-row") lines.splice(at, 0, [...source]);
  else {
    line[across] = kind === "borrow" ? (source[across] ?? null) : kind === "write" ? value : null;
    lines[at] = line;
  }
  const after: SheetGrid = { ...grid, values: lines };
  return new Map(grids).set(sheet, after);
}

/** Everything that a review says, the quick way and the whole, after each of the edits. */
function expectSame(grids: WorkbookGrids, edits: readonly Edit[]): void {
  let known = { grids, submission: submissionOf(grids) };
  let review = reviewSubmission(known.submission);
  for (const each of edits) {
    const next = edited(known.grids, each);
    const reading = readSubmission(next, { known });
    const whole = readSubmission(next);
    expect(reading).toEqual(whole);
    // 单位信息 may have become unreadable: then there is nothing to review
    if (!reading.ok || !whole.ok) continue;
    const again = reviewAgain({ submission: known.submission, review }, reading.submission);
    expect(again.review).toEqual(reviewSubmission(whole.submission));
    known = { grids: next, submission: reading.submission };
    review = again.review;
  }
}

const PAPER: Row = { 学习形式: "论文", 名称: "同一篇", 排名: 1, 收录类别: "SCI", 完成日期: serial("2017-06-01"), 证明材料: "刊物封面、刊号、目录复印件" };
const COURSE: Row = { 学习形式: "面授培训", 名称: "专业技术培训", 半天数: 8, 开始日期: serial("2017-03-01"), 结束日期: serial("2017-03-04"), 证明材料: "培训通知、结业证书" };
const OTHER: Row = { 登记证书编号: "YY000002", 姓名: "李样例" };
const crowded: SubmissionTables = {
  people: [{ 申报级别: "中级" }, { ...OTHER, 申报级别: "中级" }, { 登记证书编号: "YY000003", 姓名: "王样例" }, { 登记证书编号: null, 姓名: "无编号甲" }, { 登记证书编号: null, 姓名: "无编号乙" }, { 登记证书编号: "YY000003", 姓名: "重号" }],
  records: [PAPER, { ...PAPER, ...OTHER, 名称: "另一篇" }, { ...PAPER, 登记证书编号: "YY000003" }, { ...PAPER, ...OTHER, 排名: 2 }, COURSE, COURSE, { ...COURSE, ...OTHER, 备案号: "BA-F", 科目: "公需科目" }, { ...COURSE, 登记证书编号: "没有此人" }, { ...COURSE, 登记证书编号: null }],
  decisions: [{ 编号: "J-01", 采用口径: "lenient", 决定人: "孙", 决定日期: "2018-07-01" }],
  opinions: [{ 位置: "学时记录!A2", 登记证书编号: "YY000001", 年度: 2017, 处理: "认定", 处理人: "周", 处理日期: "2018-07-01" }],
};

const runs = (count: number) => ({ numRuns: count });

describe("a review of those concerned is the review of the whole", () => {
  test("of a submission where everything meets", () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => expectSame(submissionGrids(crowded), edits)), runs(150));
  });

  test.each<readonly [string, () => WorkbookGrids]>([
    ["the sample, all questions open", () => gridsOfFile("assets/sample/submission.xlsx")],
    ["the sample, all decided", () => decidedGrids(gridsOfFile("assets/sample/submission.xlsx"))],
    ["the accounting sample", () => gridsOfFile("assets/sample/accounting.xlsx")],
    ["a generated submission", () => generateGrids(300)],
  ])("%s", (_, grids) => {
    const given = grids();
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => expectSame(given, edits)), runs(8));
  });
});

describe("whom a change concerns", () => {
  const people = (change: (grids: WorkbookGrids) => WorkbookGrids): readonly string[] | null => {
    const grids = submissionGrids(crowded);
    const submission = submissionOf(grids);
    const { people: concerned } = reviewAgain({ submission, review: reviewSubmission(submission) }, submissionOf(change(grids)));
    return concerned === null ? null : [...concerned].sort();
  };
  const write = (sheet: string, row: number, header: string, value: CellValue) => (grids: WorkbookGrids): WorkbookGrids => {
    const grid = grids.get(sheet);
    if (grid === undefined) throw new Error(`no sheet ${sheet}`);
    const column = grid.values[0]?.indexOf(header) ?? -1;
    return new Map(grids).set(sheet, { ...grid, values: grid.values.map((line, at) => (at === row ? line.map((cell, across) => (across === column ? value : cell)) : line)) });
  };

  test.each<readonly [string, (grids: WorkbookGrids) => WorkbookGrids, readonly string[] | null]>([
    ["half days of one record: its person", write("学时记录", 5, "半天数", 6), ["YY000001"]],
    ["an edited number: the person before and the person after", write("学时记录", 5, "登记证书编号", "YY000002"), ["YY000001", "YY000002"]],
    ["a title becomes another's: everybody who claims it", write("学时记录", 2, "名称", "同一篇"), ["YY000001", "YY000002", "YY000003"]],
    ["a title claimed by two becomes another: the one who is left as well", write("学时记录", 1, "名称", "第三篇"), ["YY000001", "YY000003"]],
    ["a person's level: that person", write("人员信息", 2, "申报级别", "正高级"), ["YY000002"]],
    ["a person's number: both numbers", write("人员信息", 1, "登记证书编号", "YY000009"), ["YY000001", "YY000009"]],
    ["a filing: whoever refers to it", write("培训备案", 1, "教材", null), ["YY000002"]],
    ["a filing that nobody refers to", write("培训备案", 2, "教材", null), []],
    ["a reviewer's decision: the record's person", write("审核意见", 1, "处理", "不予认定"), ["YY000001"]],
    ["a reason beside a decided question: nobody", write("口径", 1, "理由", "会议纪要"), []],
    ["a question decided otherwise: everybody", write("口径", 1, "采用口径", "strict"), null],
    ["the unit's nature: everybody", (grids) => new Map(grids).set("单位信息", { ...(grids.get("单位信息") as SheetGrid), values: (grids.get("单位信息")?.values ?? []).map((line) => (line[0] === "单位性质" ? ["单位性质", "非公企业"] : line)) }), null],
  ])("%s", (_, change, expected) => expect(people(change)).toEqual(expected));
});
