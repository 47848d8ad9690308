/**
 * The invented unit hands in again after the first review: what it corrected, one line each. 记录 is a record's 活动名称. Rows are
 * sorted by year now and numbered anew; dates, figures and words stay typed as each person typed them.
 */
import type { SampleCell, SampleSheet } from "./sheets";
import { sampleSheets } from "./sheets";
import { cell, readTable, type TableRow } from "./table";

const CORRECTED = readTable(`
编号   | 年度 | 记录                   | 列       | 改为                         | 说明
XG0004 | 2014 | 职业道德与诚信培训班   | 佐证材料 | 培训通知、培训签到表、结业证书 | 补交签到表和结业证书
XG0006 | 2016 | 河道疏浚底泥脱水试验   | 年度     | 2017                         | 改按发表当年
XG0025 | 2016 | 河道疏浚底泥脱水试验   | 年度     | 2017                         | 改按发表当年
XG0007 | 2015 | 环境影响评价培训班     | 半天数   | 4                            | 14 个半天是笔误
XG0007 | 2015 | 环境影响评价培训班     | 自报学时 | 20                           |
XG0032 | 2014 | 标准宣贯短训           | 培训形式 | 面授培训                     | 错别字
XG0044 | 2016 | 小型泵站运行管理       | 本人排名 | 1                            | 补填排名
XG0044 | 2016 | 小型泵站运行管理       | 自报学时 | 10                           |
XG0036 | 2015 | 城区积水点治理课题     | 本人排名 | 2                            | 与 XG0014 同报第一，核实为第二
XG0014 | 2016 | 抗震规范宣贯短训       | 半天数   | 1                            | 只参加了上午
XG0014 | 2016 | 抗震规范宣贯短训       | 自报学时 | 4                            |
XG0031 | 2016 | 雨水管网普查课题       | 活动名称 | 雨水管网普查与评估课题       | 名称写漏
`);

/** Typed twice (the later row goes), no learning of the notice, nobody of the unit. */
const REMOVED = readTable(`
编号   | 年度 | 记录                   | 哪一行
XG0015 | 2014 | 2014年土木工程青年论坛 | 后
XG0040 | 2014 | 土木工程专升本         | 前
XG0099 | 2016 | 城市地下空间规划进修班 | 前
`);

/** Courses that somebody attended too and had forgotten: as 照 attended them. */
const ADDED = readTable(`
编号   | 照     | 年度
XG0011 | XG0013 | 2015
XG0009 | XG0012 | 2015
`);

/** Whose registration number had been copied wrongly. */
const RENUMBERED = readTable(`
编号   | 改为
XG0034 | XG0134
`);

/** A person who had been left out, with the courses of 照. */
const NEW_PERSON = { 编号: "XG0047", 照: "XG0001", 姓名: "彭样新", 身份证号: "430000198311236014" } as const;

/** Items that 培训备案 lacked. */
const FILED = readTable(`
培训名称       | 列   | 改为
公文写作培训班 | 教材 | 是
`);

const columnOf = (header: readonly SampleCell[], name: string): number => {
  const at = header.indexOf(name);
  if (at < 0) throw new Error(`no column ${name}`);
  return at;
};

const fullWidthToHalf = (value: SampleCell): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
        .normalize("NFKC")
        .replace(/年度?$/, "")
        .trim()
    : "";

function recordSheet(sheet: SampleSheet): SampleSheet {
  const headerRow = sheet.headerRow ?? 0;
  const header = sheet.lines[headerRow] ?? [];
  const [number, name, year, title, claimed, seq] = ["证书编号", "姓名", "年度", "活动名称", "自报学时", "序号"].map(
    (each) => columnOf(header, each),
  ) as [number, number, number, number, number, number];
  const total = sheet.lines[sheet.lines.length - 1] ?? [];
  let rows = sheet.lines
    .slice(headerRow + 1, -1)
    .filter((line) => line.length > 0 && line[seq] !== "序号")
    .map((line) => [...line]);
  const find = (person: string, of: string, record: string): SampleCell[][] => {
    const found = rows.filter(
      (row) => row[number] === person && fullWidthToHalf(row[year] ?? null) === of && row[title] === record,
    );
    if (found.length === 0) throw new Error(`no record ${person} ${of} ${record}`);
    return found;
  };
  for (const removed of REMOVED) {
    const found = find(cell(removed, "编号"), cell(removed, "年度"), cell(removed, "记录"));
    const gone = cell(removed, "哪一行") === "后" ? found[found.length - 1] : found[0];
    rows = rows.filter((row) => row !== gone);
  }
  // All corrections of a record before its year moves it
  const places = CORRECTED.map((each) => ({
    each,
    row: find(cell(each, "编号"), cell(each, "年度"), cell(each, "记录"))[0],
  }));
  for (const { each, row } of places)
    if (row)
      row[columnOf(header, cell(each, "列"))] = asTyped(
        row[columnOf(header, cell(each, "列"))] ?? null,
        cell(each, "改为"),
      );
  const copies = (like: string, person: string, named: SampleCell, of?: string): SampleCell[][] =>
    rows
      .filter(
        (row) =>
          row[number] === like &&
          (of === undefined || fullWidthToHalf(row[year] ?? null) === of) &&
          ["面授培训", "网络培训"].includes(String(row[columnOf(header, "培训形式")])),
      )
      .map((row) => row.map((value, at) => (at === number ? person : at === name ? named : value)));
  for (const added of ADDED) {
    const person = cell(added, "编号");
    rows.push(
      ...copies(
        cell(added, "照"),
        person,
        rows.find((row) => row[number] === person)?.[name] ?? null,
        cell(added, "年度"),
      ).slice(0, 1),
    );
  }
  rows.push(...copies(NEW_PERSON.照, NEW_PERSON.编号, NEW_PERSON.姓名));
  for (const row of rows) row[number] = renumbered(row[number] ?? null);
  rows.sort(
    (a, b) =>
      Number(fullWidthToHalf(a[year] ?? null)) - Number(fullWidthToHalf(b[year] ?? null)) ||
      (String(a[number]) < String(b[number]) ? -1 : String(a[number]) > String(b[number]) ? 1 : 0),
  );
  rows.forEach((row, at) => (row[seq] = at + 1));
  const sum = rows.reduce(
    (hours, row) =>
      hours +
      (typeof row[claimed] === "object" && row[claimed] !== null && "formula" in row[claimed]
        ? row[claimed].value
        : Number(fullWidthToHalf(row[claimed] ?? null))),
    0,
  );
  const lines = [
    ...sheet.lines.slice(0, headerRow + 1),
    ...rows,
    total.map((value, at) => (at === claimed ? sum : value)),
  ];
  return { ...sheet, lines, filterTo: lines.length - 2 };
}

/** Figures stay figures, and text that people typed stays text. */
function asTyped(before: SampleCell, text: string): SampleCell {
  return /^\d+$/.test(text) && (before === null || typeof before === "number") ? Number(text) : text;
}

const renumbered = (value: SampleCell): SampleCell =>
  RENUMBERED.find((each: TableRow) => each["编号"] === value)?.["改为"] ?? value;

function peopleSheet(sheet: SampleSheet): SampleSheet {
  const [header = [], ...rows] = sheet.lines;
  const number = columnOf(header, "登记证书编号");
  const like = rows.find((row) => row[number] === NEW_PERSON.照) ?? [];
  const values: Readonly<Record<string, SampleCell>> = {
    序号: rows.length + 1,
    登记证书编号: NEW_PERSON.编号,
    姓名: NEW_PERSON.姓名,
    身份证号: NEW_PERSON.身份证号,
  };
  const added = header.map((title, at) => values[String(title)] ?? like[at] ?? null);
  return {
    ...sheet,
    lines: [header, ...rows.map((row) => row.map((value, at) => (at === number ? renumbered(value) : value))), added],
  };
}

function filingSheet(sheet: SampleSheet): SampleSheet {
  const [header = [], ...rows] = sheet.lines;
  const title = columnOf(header, "培训名称");
  return {
    ...sheet,
    lines: [
      header,
      ...rows.map((row) =>
        row.map(
          (value, at) =>
            FILED.find((each) => each["培训名称"] === row[title] && columnOf(header, cell(each, "列")) === at)?.[
              "改为"
            ] ?? value,
        ),
      ),
    ],
  };
}

export function secondRoundSheets(): readonly SampleSheet[] {
  return sampleSheets().map((sheet) =>
    sheet.name === "学时记录"
      ? recordSheet(sheet)
      : sheet.name === "人员信息"
        ? peopleSheet(sheet)
        : sheet.name === "培训备案"
          ? filingSheet(sheet)
          : sheet,
  );
}
