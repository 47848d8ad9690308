/**
 * Random bad input, made of a seed: the same seed gives the same case on every machine. Each kind makes one input and says
 * what holds for it; what does not hold is thrown.
 */

import { Random } from "../../bench/random";
import { NotAWorkbookError, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import type { CellValue } from "../../src/grid/address";
import { parsePolicy } from "../../src/policy/language";
import { yiyang2018 } from "../../src/policy/yiyang-2018-47";
import { report, reviewPlan } from "../../src/results";
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import { partsWith, zipped } from "../book/shapes";
import { serial, submissionGrids, type RowCells } from "../support/submission";

// ---- texts and values that break readers ----

const NASTY: readonly CellValue[] = [
  null,
  "",
  " ",
  "\u3000",
  "\u200b",
  "0",
  "-0",
  -1,
  0.1,
  1e308,
  -1e308,
  2 ** 53,
  45_000.5,
  true,
  false,
  "TRUE",
  "#N/A",
  "#VALUE!",
  "=1+1",
  "+cmd",
  "-2+3",
  "@x",
  "\t=1",
  "＝1",
  "constructor",
  "__proto__",
  "toString",
  "\ud800",
  "𠮷",
  "e\u0301",
  "٣",
  "9".repeat(400),
  "甲".repeat(2_000),
  "、".repeat(500),
  "甲、乙；丙/丁",
  "\u001f\u0000",
  "2018-02-30",
  "2018年",
  "2018年13月1日",
  "13/13/2018",
  "2013-2018",
  "9999-1",
  "1900",
  "二〇一八",
  "半天",
  "一百天",
  "六成",
  "50％",
  "1,000",
  "1e9",
  "第一",
  "1/0",
  "是",
  "否",
  "?",
];

const FORMS = [
  "面授培训",
  "网络培训",
  "学术会议",
  "论文",
  "著作",
  "课题项目",
  "成果奖励",
  "专利",
  "计算机考试",
  "进修",
  "学历教育",
  "援藏援疆",
  "不知道",
] as const;

const RECORDS: readonly RowCells[] = FORMS.map((form, at) => ({
  学习形式: form,
  科目: at % 2 === 0 ? "公需科目" : "专业科目",
  名称: `虚构的活动${at}`,
  年度: 2013 + (at % 6),
  开始日期: serial("2017-03-06"),
  结束日期: serial("2017-03-10"),
  半天数: 4,
  晚上数: 1,
  会议天数: 3,
  证书学时: 20,
  完成进度: 100,
  级别: "省级",
  排名: 1,
  收录类别: "CSSCI",
  完成日期: serial("2017-06-01"),
  合格模块数: 2,
  备案号: "BA-F",
  证明材料: "培训通知、结业证书",
}));

function anyValue(random: Random): CellValue {
  const nasty = NASTY[random.whole(0, NASTY.length - 1)] ?? null;
  if (random.chance(0.7)) return nasty;
  if (random.chance(0.5)) return random.whole(-5, 60_000) / random.whole(1, 4);
  return Array.from({ length: random.whole(1, 8) }, () => String.fromCharCode(random.whole(1, 0xffff))).join("");
}

/** The grid with some cells, rows, columns or headers made worse. */
function worsened(grid: SheetGrid, random: Random): SheetGrid {
  let values = grid.values.map((line) => [...line]);
  const place = (): { line: CellValue[]; column: number } => {
    const line = values[random.whole(0, Math.max(0, values.length - 1))] ?? [];
    return { line, column: random.whole(0, Math.max(0, line.length - 1)) };
  };
  for (let times = random.whole(0, 6); times > 0; times -= 1) {
    const what = random.next();
    const { line, column } = place();
    if (what < 0.75) line[column] = anyValue(random);
    else if (what < 0.8) values = values.filter((each) => each !== line);
    else if (what < 0.85) values.push([...line]);
    else if (what < 0.9) values = values.map((each) => each.filter((_, at) => at !== column));
    else if (what < 0.95) values = values.map((each) => [...each, each[column] ?? null]);
    else values.reverse();
  }
  return { ...grid, values, ...(random.chance(0.05) ? { date1904: true } : {}) };
}

function cellsOf(random: Random): WorkbookGrids {
  const records = Array.from({ length: random.whole(0, 4) }, () => ({
    ...RECORDS[random.whole(0, RECORDS.length - 1)],
  }));
  const grids = submissionGrids({
    unit: random.chance(0.2) ? { 政策: "accounting-2018-10" } : {},
    records,
    ...(random.chance(0.2)
      ? { decisions: [{ 编号: "J-01", 采用口径: "strict", 决定人: "甲", 决定日期: "2018-11-01" }] }
      : {}),
    ...(random.chance(0.2) ? { filings: null } : {}),
  });
  const worse = new Map([...grids].map(([name, grid]) => [name, worsened(grid, random)] as const));
  if (random.chance(0.05)) worse.delete([...worse.keys()][random.whole(0, worse.size - 1)] ?? "");
  return worse;
}

function isTrue(condition: boolean, what: () => string): void {
  if (!condition) throw new Error(what());
}

/** Cells → review → plan: nothing is thrown, each problem has its sheet, hours are numbers that a year can hold. */
function cells(random: Random): void {
  const reading = readSubmission(cellsOf(random));
  if (!reading.ok) {
    isTrue(reading.problems.length > 0, () => "refused without a problem");
    for (const { sheet, key } of reading.problems) isTrue(sheet !== "", () => `no sheet: ${key}`);
    return;
  }
  const review = reviewSubmission(reading.submission);
  for (const record of review.records) {
    const { convertedHours, creditedHours, lowestHours, highestHours, verdict, findings } = record;
    const hours = [convertedHours, creditedHours, lowestHours, highestHours];
    isTrue(
      hours.every((each) => Number.isFinite(each) && each >= 0 && each < 10_000),
      () => `hours ${hours.join(" ")}`,
    );
    isTrue(lowestHours <= highestHours, () => `lowest ${lowestHours} above highest ${highestHours}`);
    isTrue(verdict !== "rejected" || findings.length > 0, () => "rejected without a finding");
  }
  for (const person of review.people)
    isTrue(person.verdict !== "unqualified" || review.findings.length > 0, () => "unqualified without a finding");
  for (const { place } of review.findings) isTrue(place.row >= 0, () => "a finding without a cell");
  report(review, new Map(), () => "");
  if (random.chance(0.2)) {
    const plan = reviewPlan(reading.submission, review, { liveFormulaLimit: 2_000, previousOpinions: [] });
    const text = JSON.stringify(plan);
    isTrue(!/"(=|\+cmd|@x)[^"]*","formula"/u.test(text), () => "a text became a formula");
  }
}

const PLAIN = partsWith();
const PART_NAMES = Object.keys(PLAIN);
const BYTES = zipped(PLAIN);
const SNIPPETS = [
  "<",
  ">",
  "&",
  '"',
  "<c/>",
  "</row>",
  "<row r='0'>",
  "&#x0;",
  "&#xD800;",
  "<!--",
  "]]>",
  'r="ZZZ9"',
  "\u0000",
];

/** Bytes of a file, cut, flipped or with XML that is not well: opened, or refused as what it is; what is opened can be saved. */
function packages(random: Random): void {
  let bytes: Uint8Array;
  if (random.chance(0.5)) {
    bytes = new Uint8Array(BYTES);
    for (let times = random.whole(1, 8); times > 0; times -= 1)
      bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
    if (random.chance(0.2)) bytes = bytes.slice(0, random.whole(0, bytes.length));
  } else {
    const name = PART_NAMES[random.whole(0, PART_NAMES.length - 1)] ?? "";
    let text = PLAIN[name] ?? "";
    for (let times = random.whole(1, 4); times > 0; times -= 1) {
      const at = random.whole(0, text.length);
      const end = at + (random.chance(0.5) ? random.whole(0, 30) : 0);
      text = text.slice(0, at) + (SNIPPETS[random.whole(0, SNIPPETS.length - 1)] ?? "") + text.slice(end);
    }
    const parts: Record<string, string> = { ...PLAIN, [name]: text };
    if (random.chance(0.05)) Reflect.deleteProperty(parts, name);
    bytes = zipped(parts);
  }
  let workbook;
  try {
    workbook = openWorkbook(bytes);
  } catch (error) {
    if (error instanceof NotAWorkbookError) return;
    throw error;
  }
  const [sheet] = workbook.sheets;
  if (sheet === undefined) return;
  sheet.setValue(3, 3, "新");
  openWorkbook(saveWorkbook(workbook, undefined, false));
}

/** The places of a JSON value, as paths. */
function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]))];
}
const POLICY_PATHS = paths(yiyang2018).filter((path) => path.length > 0);
const JUNK: readonly unknown[] = [null, "", "不知道", -1, 1e308, [], {}, true, "__proto__", { ask: "J-99" }];

/** A notice with one entry made wrong: taken, or refused by an error that names the policy. */
function policies(random: Random): void {
  const policy = structuredClone(yiyang2018) as unknown as Record<string, unknown>;
  const path = POLICY_PATHS[random.whole(0, POLICY_PATHS.length - 1)] ?? [];
  let owner = policy;
  for (const key of path.slice(0, -1)) owner = owner[key] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  if (random.chance(0.4)) Reflect.deleteProperty(owner, last);
  else owner[last] = JUNK[random.whole(0, JUNK.length - 1)];
  try {
    parsePolicy(policy);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!/^policy\b/u.test(message)) throw error;
  }
}

export const KINDS = { cells, packages, policies } as const;
export type Kind = keyof typeof KINDS;

/** Runs one case; throws what does not hold. */
export function runCase(kind: Kind, seed: number): void {
  KINDS[kind](new Random(seed));
}
