/** `npm run review -- FOLDER`: good, broken and forged workbooks together, the exact summary, and going on after a kill. */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BatchSummary } from "../../src/batch";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { gridsOf } from "../../src/in-memory";
import { policyOf } from "../../src/policy";
import { policyWorkbook } from "../../src/policy-book/file";
import { readLedgerRows } from "../../src/submission";
import type { SubmissionTables } from "../support/submission";
import { reviewIn } from "./command";
import { ROOT, workbookOfTables } from "./addin-harness";

jest.setTimeout(120_000);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "batch-"));
  mkdirSync(join(folder, "in"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COURSE = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 10, 证明材料: "培训通知、结业证书" };
const PAPER = { 学习形式: "论文", 名称: "论虚构", 级别: "", 排名: 1, 收录类别: "SCI", 证明材料: "刊物封面、目录" };
/** A unit whose one person has every year proven already: qualified, and ready for a certificate. */
const unit = (name: string, registrationNo: string, more: Partial<SubmissionTables> = {}): SubmissionTables => ({
  unit: { 单位名称: name },
  people: [
    {
      登记证书编号: registrationNo,
      姓名: `样例${registrationNo.slice(-2)}`,
      申报级别: "副高级",
      起始年度: 2013,
      截止年度: 2017,
      已验印年度: "2013-2018",
    },
  ],
  records: [{ ...COURSE, 登记证书编号: registrationNo, 姓名: `样例${registrationNo.slice(-2)}`, 年度: 2018 }],
  ...more,
});
const save = (file: string, tables: SubmissionTables): void =>
  writeFileSync(join(folder, "in", file), saveWorkbook(workbookOfTables(tables)));
const run = (...args: readonly string[]) =>
  reviewIn(folder, ["in", "--out", "out", "--json", "summary.json", "--workers", "1", ...args]);
const summary = (): BatchSummary => JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as BatchSummary;
const ledgerNumbers = (path: string): readonly string[] => {
  const reading = readLedgerRows(gridsOf(openWorkbook(readFileSync(join(folder, path)))).get("发证台账"));
  return reading.ok ? reading.rows.map(({ entry }) => entry.certificateNo) : [];
};

test("every file is dealt with; what is wrong with one stands in the list", async () => {
  save("a.xlsx", unit("甲单位", "YY000001", { records: [{ ...PAPER, 登记证书编号: "YY000001", 年度: 2018 }] }));
  mkdirSync(join(folder, "in", "县区"));
  save(
    "县区/b.xlsx",
    unit("乙单位", "YY000002", {
      people: [{ 登记证书编号: "YY000002" }, { 登记证书编号: "YY000001" }],
      records: [{ ...PAPER, 登记证书编号: "YY000002", 年度: 2017 }],
    }),
  );
  writeFileSync(join(folder, "in", "broken.xlsx"), "PK\u0003\u0004 not a workbook");
  writeFileSync(join(folder, "in", "empty.xlsx"), "");
  writeFileSync(join(folder, "in", "~$a.xlsx"), "Excel's lock");
  copyFileSync(join(ROOT, "test/outside/numbers_app_sheets.xlsx"), join(folder, "in", "sheets.xlsx"));

  const { code, stderr } = await run();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { files, across } = summary();
  expect(files.map(({ file, exit, records, people }) => [file, exit, records, people])).toEqual([
    ["a.xlsx", 0, 1, 1],
    ["broken.xlsx", 2, 0, 0],
    ["empty.xlsx", 2, 0, 0],
    ["sheets.xlsx", 2, 0, 0],
    ["县区/b.xlsx", 0, 1, 2],
  ]);
  expect(Object.keys(files[0] ?? {})).toEqual([
    "file",
    "exit",
    "records",
    "people",
    "qualified",
    "unqualified",
    "pending",
    "certificates",
    "problems",
  ]);
  for (const { exit, problems } of files)
    expect(exit === 2 ? problems.length > 0 && problems.every((line) => !line.includes("\n")) : problems).toEqual(
      exit === 2 ? true : [],
    );
  expect(across).toEqual([
    {
      code: "person-in-two-units",
      places: [
        { file: "a.xlsx", sheet: "人员信息", row: 2 },
        { file: "县区/b.xlsx", sheet: "人员信息", row: 3 },
      ],
    },
    {
      code: "achievement-in-two-units",
      places: [
        { file: "a.xlsx", sheet: "学时记录", row: 2 },
        { file: "县区/b.xlsx", sheet: "学时记录", row: 2 },
      ],
    },
  ]);
  expect(readdirSync(join(folder, "out"), { recursive: true }).sort()).toEqual([
    "a.xlsx",
    "县区",
    join("县区", "b.xlsx"),
  ]);
  const sheets = openWorkbook(readFileSync(join(folder, "out-汇总.xlsx"))).sheets.map(({ name }) => name);
  expect(sheets).toEqual([
    "汇总",
    "不合格人员",
    "常见问题",
    "待决口径",
    "跨单位核对",
    "他单位证明",
    "随文件带来",
    "年度工作报告",
  ]);
});

test("links that lead back, results within the folder, and a disk that refuses", async () => {
  save("a.xlsx", unit("甲单位", "YY000001"));
  symlinkSync(join(folder, "in"), join(folder, "in", "loop"));
  for (const _ of [1, 2]) {
    const { code } = await reviewIn(folder, ["in", "--out", "in/out", "--json", "in/summary.json", "--workers", "1"]);
    expect(code).toBe(0);
  }
  const { files } = JSON.parse(readFileSync(join(folder, "in/summary.json"), "utf8")) as BatchSummary;
  expect(files.map(({ file }) => file)).toEqual(["a.xlsx"]);
  writeFileSync(join(folder, "blocked"), "a file where a folder is wanted");
  const refused = await reviewIn(folder, ["in", "--out", "blocked/out", "--workers", "1"]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/blocked/);
});

test("under a policy workbook, and none under one with errors", async () => {
  const notice = policyOf("yiyang-2018-47");
  if (notice === undefined) throw new Error("there is no such notice");
  const book = policyWorkbook(notice);
  writeFileSync(join(folder, "notice.xlsx"), saveWorkbook(book, "xlsx"));
  save("a.xlsx", unit("甲单位", "YY000001", { unit: { 单位名称: "甲单位", 政策: "unknown" } }));
  expect((await run("--policy", "notice.xlsx")).code).toBe(0);
  expect(summary().files.map(({ exit }) => exit)).toEqual([0]);
  book.sheetByName("折算")?.setValue(20, 5, "60×");
  writeFileSync(join(folder, "broken.xlsx"), saveWorkbook(book, "xlsx"));
  expect((await run("--policy", "broken.xlsx")).code).toBe(2);
});

test("numbers run on from file to file and from run to run, and the ledger has them all", async () => {
  save("a.xlsx", unit("甲单位", "YY000001"));
  save("b.xlsx", unit("乙单位", "YY000002"));
  const options = ["--certificates", "--adopt-provisional", "测试审核人", "--first-number", "5"];
  expect((await run(...options)).code).toBe(0);
  expect(summary().files.map(({ certificates }) => certificates)).toEqual([["2018-0005"], ["2018-0006"]]);
  expect(ledgerNumbers("总台账.xlsx")).toEqual(["2018-0005", "2018-0006"]);
  expect(ledgerNumbers("out/b.xlsx")).toEqual(["2018-0006"]);

  save("0.xlsx", unit("丙单位", "YY000003"));
  const before = statSync(join(folder, "out/a.xlsx")).mtimeMs;
  expect((await run(...options, "--resume")).code).toBe(0);
  expect(summary().files.map(({ file, certificates }) => [file, ...certificates])).toEqual([
    ["0.xlsx", "2018-0007"],
    ["a.xlsx", "2018-0005"],
    ["b.xlsx", "2018-0006"],
  ]);
  expect(statSync(join(folder, "out/a.xlsx")).mtimeMs).toBe(before);
  expect(ledgerNumbers("总台账.xlsx")).toEqual(["2018-0005", "2018-0006", "2018-0007"]);
});

test.each([
  [["in", "--out", "in"], /就是要审核的文件夹/],
  [["in", "--explain", "YY000001"], /explain/],
  [["in", "--workers", "0"], /--workers/],
  [["in", "--decisions", "nothing.xlsx"], /nothing\.xlsx/],
])("%j is refused before anything is written", async (args, words) => {
  save("a.xlsx", unit("甲单位", "YY000001"));
  const { code, stderr } = await reviewIn(folder, args);
  expect(code).toBe(2);
  expect(stderr).toMatch(words);
  expect(readdirSync(folder)).toEqual(["in"]);
});

/** Kills a run as soon as so many results stand under their names; how many more kills there are than files does not matter. */
async function killedAfter(results: number): Promise<void> {
  const child = spawn(
    join(ROOT, "node_modules/.bin/tsx"),
    [join(ROOT, "src/cli/review.ts"), "in", "--out", "out", "--json", "summary.json", "--workers", "1", "--resume"],
    {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder, XDG_CONFIG_HOME: join(ROOT, ".cache/test-office") },
      stdio: "ignore",
      detached: true,
    },
  );
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  while (child.exitCode === null && resultsThere().length < results)
    await new Promise((resolve) => setTimeout(resolve, 5));
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  await ended;
}

const resultsThere = (): readonly string[] =>
  existsSync(join(folder, "out")) ? readdirSync(join(folder, "out")).filter((name) => name.endsWith(".xlsx")) : [];

test("killed at any moment: what stands under its name is whole, and is not done again", async () => {
  const names = Array.from({ length: 6 }, (_, at) => `${at}.xlsx`);
  names.forEach((name, at) => save(name, unit(`单位${at}`, `YY00000${at}`)));
  for (const results of [1, 3]) {
    await killedAfter(results);
    for (const name of resultsThere()) openWorkbook(readFileSync(join(folder, "out", name)));
  }
  expect(existsSync(join(folder, "summary.json"))).toBe(false);
  const before = new Map(resultsThere().map((name) => [name, statSync(join(folder, "out", name)).mtimeMs]));
  expect(before.size).toBeGreaterThanOrEqual(3);
  const { code } = await run("--resume");
  expect(code).toBe(0);
  expect(summary().files.map(({ file, exit }) => [file, exit])).toEqual(names.map((name) => [name, 0]));
  for (const [name, time] of before) expect([name, statSync(join(folder, "out", name)).mtimeMs]).toEqual([name, time]);
});
