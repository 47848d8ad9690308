/** npm run policy: what it writes, says, and ends with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { policyCommand } from "../../src/cli/policy";

let folder = "";
const said: string[] = [];
const complained: string[] = [];
const here = process.env.INIT_CWD;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policy-"));
  process.env.INIT_CWD = folder;
});
beforeEach(() => {
  said.length = 0;
  complained.length = 0;
  jest.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => complained.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => {
  if (here === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = here;
  rmSync(folder, { recursive: true });
});

const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** Changes a cell of a workbook of the folder and saves it under another name. */
function edit(
  name: string,
  sheet: string,
  row: number,
  column: number,
  value: string | number | null,
  to: string,
): void {
  const workbook = openWorkbook(readFileSync(join(folder, name)));
  workbook.sheetByName(sheet)?.setValue(row, column, value);
  writeFileSync(join(folder, to), saveWorkbook(workbook, "xlsx"));
}

test("export, check, change, compare", async () => {
  expect(await policyCommand(["export", "accounting-2018-10", "a.xlsx"])).toBe(0);
  expect(await policyCommand(["export", "accounting-2018-10", "a.xlsx"])).toBe(2);
  expect(complained.join("")).toContain("已经存在");

  // 学分计量（六）: others 60
  edit("a.xlsx", "折算", 96, 5, 50, "b.xlsx");
  expect(await policyCommand(["compare", "accounting-2018-10", "b.xlsx", "--json", "d.json"])).toBe(0);
  expect(json("d.json")).toEqual([
    {
      form: "会计类书籍、书籍、著作",
      when: "排名≥2 且 （角色为空 或 角色不为 主编、参编）",
      before: 60,
      after: 50,
      clauseBefore: "学分计量（六）",
      clauseAfter: "学分计量（六）",
      example: expect.objectContaining({ 学习形式: "会计类书籍" }) as object,
    },
  ]);

  edit("a.xlsx", "折算", 96, 5, "90×", "c.xlsx");
  expect(await policyCommand(["check", "c.xlsx", "--json", "e.json"])).toBe(2);
  expect(json("e.json")).toEqual([
    {
      code: "sign-unexpected",
      severity: "error",
      sheet: "折算",
      cell: "F97",
      message: expect.stringContaining("到此不完整") as string,
      example: null,
    },
  ]);
  expect(await policyCommand(["compare", "c.xlsx", "accounting-2018-10"])).toBe(2);
  expect(complained.join("")).toContain("折算!F97");
});

test("a built-in notice is checked by its id", async () => {
  expect(await policyCommand(["check", "accounting-2018-10", "--json", "f.json"])).toBe(0);
  expect((json("f.json") as { severity: string }[]).every(({ severity }) => severity === "info")).toBe(true);
});

test("a new policy, by itself and from another", async () => {
  expect(await policyCommand(["new", "n.xlsx"])).toBe(0);
  expect(await policyCommand(["check", "n.xlsx"])).toBe(0);
  expect(await policyCommand(["new", "m.xlsx", "--extends", "accounting-2018-10"])).toBe(0);
  expect(await policyCommand(["compare", "m.xlsx", "accounting-2018-10", "--json", "g.json"])).toBe(0);
  expect(json("g.json")).toEqual([]);
});

test.each([
  [[], "请写明做什么"],
  [["chek", "a.xlsx"], "没有“chek”"],
  [["check"], "个数不对"],
  [["check", "no-such-policy"], "no-such-policy"],
  [["export", "accounting-2018-10", "a.txt"], ".xlsx"],
  [["check", "nowhere.xlsx"], "nowhere.xlsx"],
])("%j is refused", async (args, why) => {
  expect(await policyCommand(args)).toBe(2);
  expect(complained.join("")).toContain(why);
});
