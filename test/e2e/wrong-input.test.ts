/** `npm run review` on what can't be reviewed: exit code 2, a line a problem with place and remedy, and no output file. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { submissionGrids, type RowCells } from "../support/submission";
import { reviewIn, reviewProcess, type Ended } from "./command";
import { PEOPLE_COLUMNS, RECORD_COLUMNS, sheetOf, workbookOf, workbookOfTables } from "./addin-harness";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ce-input-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const review = (...args: readonly string[]): Promise<Ended> => reviewIn(folder, args);

/** A file of the folder with these bytes. */
function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const submission = (change: { readonly unit?: RowCells } = {}): ReturnType<typeof workbookOfTables> =>
  workbookOfTables({
    ...change,
    records: [
      {
        学习形式: "网络培训",
        名称: "虚构网络课程",
        证书学时: 20,
        备案号: "BA-N",
        完成进度: 100,
        证明材料: "课程内容安排、结业证书",
      },
    ],
  });

function withoutSheet(name: string): Uint8Array {
  const grids = new Map(submissionGrids({ records: [{}] }));
  grids.delete(name);
  return saveWorkbook(workbookOf(grids));
}

/** The submission with one header of a sheet's first row written otherwise. */
function withHeader(sheet: string, column: number, header: string): Uint8Array {
  const workbook = submission();
  sheetOf(workbook, sheet).setValue(0, column, header);
  return saveWorkbook(workbook);
}

const column = (columns: readonly string[], name: string): number => columns.indexOf(name);

/** What is wrong, the file, and what its line must name: where it is wrong and what to do. */
const WRONG: readonly (readonly [what: string, path: () => string, names: readonly RegExp[]])[] =
  // A case a line
  // prettier-ignore
  [
  ["a text file called .xlsx", () => file("in.xlsx", "登记证书编号,姓名\nYY000001,张样例\n"), [/in\.xlsx/, /文本文件/, /另存/]],
  ["a .csv", () => file("in.csv", "登记证书编号,姓名\n"), [/in\.csv/, /文本文件/, /另存/]],
  ["an empty file", () => file("in.xlsx", ""), [/in\.xlsx/, /空/, /重新索取/]],
  ["a missing file", () => join(folder, "没有.xlsx"), [/没有\.xlsx/, /核对路径/]],
  ["an .xls of Excel 97", () => file("in.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))), [/in\.xls/, /另存/]],
  ["a .csv as Excel in Chinese saves it (GBK)", () => file("in.csv", Uint8Array.of(0xb5, 0xc7, 0xbc, 0xc7, 0xd6, 0xa4, 0xca, 0xe9, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a)), [/in\.csv/, /文本文件/, /另存/]],
  ["a .csv with a byte order mark", () => file("in.csv", "\ufeff登记证书编号,姓名\r\n"), [/in\.csv/, /文本文件/, /另存/]],
  ["Unicode text of Excel (UTF-16)", () => file("in.txt", Buffer.from("\ufeff登记证书编号\t姓名\r\n", "utf16le")), [/in\.txt/, /另存/]],
  ["an .xls that is a web page, as web systems export it", () => file("in.xls", "<html><table><tr><td>登记证书编号</td></tr></table></html>"), [/in\.xls/, /不是 \.xlsx/, /另存/]],
  ["an .xls that is XML of Excel 2003", () => file("in.xls", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), [/in\.xls/, /不是 \.xlsx/, /另存/]],
  ["an .xls that is called .xlsx", () => file("in.xlsx", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))), [/in\.xlsx/, /旧版/, /另存/]],
  ["a workbook cut short", () => file("in.xlsx", saveWorkbook(submission()).slice(0, 4000)), [/in\.xlsx/, /损坏/, /重新索取/]],
  ["no 学时记录", () => file("in.xlsx", withoutSheet("学时记录")), [/学时记录/]],
  ["no 人员信息", () => file("in.xlsx", withoutSheet("人员信息")), [/人员信息/]],
  ["no 单位信息", () => file("in.xlsx", withoutSheet("单位信息")), [/单位信息/]],
  ["no column 学习形式", () => file("in.xlsx", withHeader("学时记录", column(RECORD_COLUMNS, "学习形式"), "形式甲乙丙")), [/学时记录/, /学习形式/]],
  ["no column 学历 of 人员信息", () => file("in.xlsx", withHeader("人员信息", column(PEOPLE_COLUMNS, "学历"), "甲乙丙")), [/人员信息/, /学历/]],
  ["a header nearly right is named", () => file("in.xlsx", withHeader("学时记录", column(RECORD_COLUMNS, "登记证书编号"), "证书号码")), [/学时记录!B1/, /第 2 列“证书号码”是不是“登记证书编号”？请改列名/]],
  ["所学专业 is never 申报专业", () => file("in.xlsx", withHeader("人员信息", column(PEOPLE_COLUMNS, "申报专业"), "所学专业")), [/人员信息!A1：缺少必需的列“申报专业”：请补上该列/]],
  ["名称 and 题目", () => file("in.xlsx", withHeader("学时记录", column(RECORD_COLUMNS, "备注"), "题目")), [/学时记录!AF1/, /第 7 列“名称”、第 32 列“题目”/, /只保留一列/]],
  ["年度 on two columns", () => file("in.xlsx", withHeader("学时记录", column(RECORD_COLUMNS, "备注"), "年度")), [/学时记录/, /AF1|D1/, /年度/]],
  ["an unknown 单位性质", () => file("in.xlsx", saveWorkbook(submission({ unit: { 单位性质: "神秘单位" } }))), [/单位信息/, /B2/, /神秘单位/]],
  ["an unknown 政策", () => file("in.xlsx", saveWorkbook(submission({ unit: { 政策: "nowhere-1999" } }))), [/单位信息/, /B11/, /nowhere-1999/]],
];

test.each(WRONG)("%s", async (_, make, names) => {
  const input = make();
  const before = readdirSync(folder);
  const { code, stderr } = await review(input, "--out", join(folder, "out.xlsx"), "--json", join(folder, "out.json"));
  expect({ code, stderr }).toMatchObject({ code: 2 });
  const lines = stderr.trimEnd().split("\n");
  for (const name of names) expect(stderr).toMatch(name);
  // One line a problem in the reviewer's language, no stack of calls.
  expect(lines).toHaveLength(1);
  expect(stderr).toMatch(/\p{Script=Han}/u);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(readdirSync(folder)).toEqual(before);
});

test("two problems are two lines", async () => {
  const workbook = submission({ unit: { 单位性质: "神秘单位" } });
  sheetOf(workbook, "人员信息").setValue(0, column(PEOPLE_COLUMNS, "学历"), "甲乙丙");
  const { code, stderr } = await review(file("in.xlsx", saveWorkbook(workbook)), "--out", join(folder, "out.xlsx"));
  expect(code).toBe(2);
  expect(stderr.trimEnd().split("\n")).toHaveLength(2);
});

test("what was left aside is said: rows that are none, columns that are not standard", async () => {
  const workbook = submission();
  const sheet = sheetOf(workbook, "学时记录");
  sheet.setValue(0, RECORD_COLUMNS.length, "单位意见");
  sheet.setValue(2, column(RECORD_COLUMNS, "姓名"), "小计");
  RECORD_COLUMNS.forEach((name, at) => sheet.setValue(4, at, name));
  sheet.setValue(5, column(RECORD_COLUMNS, "序号"), "注：以上属实");
  const { code, stdout } = await review(file("in.xlsx", saveWorkbook(workbook)), "--out", join(folder, "out.xlsx"));
  expect(code).toBe(0);
  for (const line of [
    "学时记录：不是标准列，未读取：AG 列“单位意见”",
    "学时记录：合计或小计，已跳过：第 3 行",
    "学时记录：重复的表头，已跳过：第 5 行",
    "学时记录：说明文字，已跳过：第 6 行",
  ])
    expect(stdout).toContain(line);
});

test("--out equal to the input", async () => {
  const bytes = saveWorkbook(submission());
  const input = file("in.xlsx", bytes);
  const { code, stderr } = await review(input, "--out", input);
  expect(code).toBe(2);
  expect(stderr).toMatch(/--out/);
  expect(Buffer.compare(readFileSync(input), Buffer.from(bytes))).toBe(0);
  expect(readdirSync(folder)).toEqual(["in.xlsx"]);
});

test("a good one: exit 0, workbook, frozen copy and report are there, the input is as it was", async () => {
  const bytes = saveWorkbook(submission());
  const input = file("in.xlsx", bytes);
  const [out, json] = [join(folder, "out/result.xlsx"), join(folder, "out/result.json")];
  const { code, stderr } = await review(input, "--out", out, "--json", json);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(openWorkbook(readFileSync(out)).sheetByName("审核意见")).toBeDefined();
  expect(existsSync(join(folder, "out/result.frozen.xlsx"))).toBe(true);
  const report = JSON.parse(readFileSync(json, "utf8")) as {
    readonly policy: string;
    readonly records: readonly unknown[];
  };
  expect(report.policy).toBe("yiyang-2018-47");
  expect(report.records).toHaveLength(1);
  expect(Buffer.compare(readFileSync(input), Buffer.from(bytes))).toBe(0);
});

test("as a process of its own: the same exit codes, the same words on the same streams, the same files", async () => {
  const bad = file("坏.xlsx", saveWorkbook(submission({ unit: { 单位性质: "神秘单位" } })));
  const good = file("in.xlsx", saveWorkbook(submission()));
  for (const input of [bad, good]) {
    const runs = [];
    for (const run of [reviewIn, reviewProcess]) {
      const out = join(folder, "out.xlsx");
      const ended = await run(folder, [input, "--out", out]);
      // How often it says what it is doing depends on how long that takes
      const stdout = ended.stdout.split("\n").filter((line) => line.includes("："));
      runs.push({ ...ended, stdout, made: existsSync(out), files: readdirSync(folder) });
      rmSync(out, { force: true });
      rmSync(join(folder, "out.frozen.xlsx"), { force: true });
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[0]?.code).toBe(input === good ? 0 : 2);
  }
});
