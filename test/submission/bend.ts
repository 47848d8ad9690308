/**
 * A clean little submission, and ways to bend it as real offices do. A bend takes the lines of one sheet and gives other
 * lines; positions move, what is said must not.
 */
import { reviewSubmission, type Review } from "../../src/review";
import { readSubmission, type Submission } from "../../src/submission";
import type { ReadingOptions } from "../../src/submission";
import { a1, type CellValue } from "../../src/grid/address";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import { gridOf, serial, submissionGrids, type RowCells } from "../support/submission";

export const UNIT = "单位信息";
export const PEOPLE = "人员信息";
export const RECORDS = "学时记录";
export const FILINGS = "培训备案";

const PEOPLE_ROWS: readonly RowCells[] = [
  { 序号: 1, 身份证号: "11010519491231002X" },
  {
    序号: 2,
    登记证书编号: "YY000002",
    姓名: "李样例",
    申报级别: "中级",
    人事档案所在地: "市本级",
    验证方式: "登记证书原件",
    起始年度: 2016,
    截止年度: 2017,
    已验印年度: "2016",
  },
];

const second: RowCells = { 登记证书编号: "YY000002", 姓名: "李样例" };

/** Every kind of cell occurs: dates, years, numbers, per cent, closed lists, several values, free text. */
const RECORD_ROWS: readonly RowCells[] =
  // A case a line
  // prettier-ignore
  [
  { 序号: 1, 学习形式: "面授培训", 名称: "虚构岗位培训", 半天数: 4, 晚上数: 1, 开始日期: serial("2017-03-01"), 结束日期: serial("2017-03-02"), 证书学时: 18, 申报学时: 18, 证明材料: "培训通知、结业证书" },
  { 序号: 2, 学习形式: "网络培训", 科目: "公需科目", 名称: "虚构网络课程", 证书学时: 30, 完成进度: 60, 备案号: "BA-N", 开始日期: serial("2017-03-05"), 结束日期: serial("2017-03-20"), 申报学时: 30, 证明材料: "课程内容、结业证书" },
  { 序号: 3, 学习形式: "学术会议", 名称: "虚构年会", 会议天数: 5, 不计天数: 2, 开始日期: serial("2017-05-01"), 结束日期: serial("2017-05-05"), 证明材料: "会议邀请函、学习笔记" },
  { 序号: 4, 学习形式: "论文", 名称: "论虚构", 排名: 1, 角色: "通讯作者", 收录类别: "CSSCI、A&HCI", 完成日期: serial("2017-06-01"), 证明材料: "刊物封面、刊号、目录复印件" },
  { 序号: 5, 年度: 2016, 学习形式: "课题项目", 名称: "虚构课题", 级别: "市级", 排名: 2, 完成日期: serial("2016-06-01"), 证明材料: "结题证明" },
  { ...second, 序号: 6, 学习形式: "面授培训", 科目: "公需科目", 名称: "公需培训", 备案号: "BA-F", 半天数: 2, 开始日期: serial("2017-04-01"), 结束日期: serial("2017-04-01"), 证明材料: "培训通知、培训签到表、培训课程表" },
  { ...second, 序号: 7, 学习形式: "论文", 名称: "再论虚构", 排名: 2, 收录类别: "国内公开", 完成日期: serial("2017-07-01"), 证明材料: "刊物封面、刊号、目录复印件", 初审盖章: null },
  // Made up for in 2018: its dates are what the question is about.
  { 序号: 8, 年度: 2016, 学习形式: "面授培训", 名称: "虚构补训", 半天数: 2, 开始日期: serial("2018-03-01"), 结束日期: serial("2018-03-01"), 证明材料: "培训通知、结业证书" },
];

export const cleanGrids = (): WorkbookGrids => submissionGrids({ people: PEOPLE_ROWS, records: RECORD_ROWS });

export type Line = readonly CellValue[];
export type Lines = readonly Line[];
export type Bend = (grids: WorkbookGrids) => WorkbookGrids;

/** Changes the lines of one sheet. */
export function bend(sheet: string, change: (lines: CellValue[][]) => Lines): Bend {
  return (grids) => {
    const grid = grids.get(sheet);
    if (grid === undefined) throw new Error(`there is no sheet ${sheet}`);
    const lines = change(grid.values.map((line) => [...line]));
    return new Map(grids).set(sheet, { ...grid, ...gridOf(sheet, lines) });
  };
}

/** Changes the grid itself: formulas, hidden rows, where it begins. */
export const bendGrid =
  (sheet: string, change: Partial<SheetGrid>): Bend =>
  (grids) => {
    const grid = grids.get(sheet);
    if (grid === undefined) throw new Error(`there is no sheet ${sheet}`);
    return new Map(grids).set(sheet, { ...grid, ...change });
  };

export const both =
  (...bends: readonly Bend[]): Bend =>
  (grids) =>
    bends.reduce((bent, next) => next(bent), grids);
export const bothSheets = (change: (lines: CellValue[][]) => Lines): Bend =>
  both(bend(PEOPLE, change), bend(RECORDS, change));

export function columnOf(lines: Lines, header: string): number {
  const at = lines[0]?.indexOf(header) ?? -1;
  if (at < 0) throw new Error(`there is no column ${header}`);
  return at;
}

/** Other headers, by the header that stands there. */
export const rename = (sheet: string, headers: Readonly<Record<string, string>>): Bend =>
  bend(sheet, ([header = [], ...lines]) => {
    for (const known of Object.keys(headers)) columnOf([header], known);
    return [header.map((cell) => headers[String(cell)] ?? cell), ...lines];
  });

/** Sets cells of data rows: `row` 1 is the first below the header. */
export const put = (
  sheet: string,
  ...cells: readonly (readonly [row: number, header: string, value: CellValue])[]
): Bend =>
  bend(sheet, (lines) => {
    for (const [row, header, value] of cells) (lines[row] ?? [])[columnOf(lines, header)] = value;
    return lines;
  });

/** Every data cell of a column, through a change. */
export const each = (sheet: string, header: string, change: (value: CellValue, row: number) => CellValue): Bend =>
  bend(sheet, (lines) => {
    const column = columnOf(lines, header);
    return lines.map((line, row) =>
      row === 0 ? line : line.map((cell, at) => (at === column && cell !== null ? change(cell, row) : cell)),
    );
  });

/** Puts lines in before the line with this index; a negative one counts from the end, Infinity is the end. */
export const insert = (sheet: string, at: number, ...lines: Lines): Bend =>
  bend(sheet, (old) => [...old.slice(0, at), ...lines, ...(at === Infinity ? [] : old.slice(at))]);

/** A line with values under some headers, blank elsewhere. */
export const under = (columns: readonly string[], values: Readonly<Record<string, CellValue>>): Line =>
  columns.map((column) => values[column] ?? null);

/** The columns in another order. */
export const reorder =
  (order: (columns: number[]) => readonly number[]) =>
  (lines: Lines): Lines => {
    const columns = order((lines[0] ?? []).map((_, at) => at));
    return lines.map((line) => columns.map((at) => line[at] ?? null));
  };

/** A second header row: group titles above, names below; a column without a group has its name above and blank below. */
export function twoRows(
  lines: Lines,
  groups: Readonly<Record<string, readonly string[]>>,
  names: "above" | "below",
): Lines {
  const [header = [], ...rest] = lines;
  const groupOf = new Map(
    Object.entries(groups).flatMap(([group, members]) =>
      members.map((member, at) => [member, at === 0 ? group : null] as const),
    ),
  );
  const upper = header.map((cell) =>
    groupOf.has(String(cell)) ? (groupOf.get(String(cell)) ?? null) : names === "above" ? cell : null,
  );
  const lower = header.map((cell) => (groupOf.has(String(cell)) || names === "below" ? cell : null));
  return [upper, lower, ...rest];
}

export function read(grids: WorkbookGrids, options?: ReadingOptions): Submission {
  const reading = readSubmission(grids, options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.submission;
}

export const reviewOf = (grids: WorkbookGrids, options?: ReadingOptions): Review =>
  reviewSubmission(read(grids, options));

/** What a review says, positions aside. */
export function essence(review: Review): unknown {
  return {
    records: review.records.map(({ registrationNo, year, form, subject, convertedHours, creditedHours, verdict }) => ({
      registrationNo,
      year,
      form,
      subject,
      convertedHours,
      creditedHours,
      verdict,
    })),
    years: review.years.map(({ registrationNo, year, publicHours, professionalHours, totalHours, status }) => ({
      registrationNo,
      year,
      publicHours,
      professionalHours,
      totalHours,
      status,
    })),
    people: review.people.map(({ registrationNo, name, verdict, window }) => ({
      registrationNo,
      name,
      verdict,
      window,
    })),
  };
}

/** Codes that one review has and the other has not, each with its cell: "code sheet!A1". */
export function added(review: Review, clean: Review): string[] {
  const left = clean.findings.map(({ code }) => code);
  const more: string[] = [];
  for (const { code, place } of review.findings) {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    else more.push(`${code} ${place.sheet}!${a1(place.row, place.column ?? 0)}`);
  }
  return [...more, ...left.map((code) => `${code} is gone`)].sort();
}
