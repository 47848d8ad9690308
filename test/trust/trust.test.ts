/** A row of the office's sheets counts when it bears the office's mark, and says otherwise where it comes from. */
import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { readLedgerRows, readSubmission } from "../../src/submission";
import type { SheetGrid, WorkbookGrids } from "../../src/submission/grid";
import {
  CLAIM_SHEET_NAMES,
  dealingPatches,
  foreignNotes,
  isKeyFile,
  newKeyFile,
  patchedGrid,
  sealerOf,
  verifyGrids,
  type Crypto,
  type Sealer,
} from "../../src/trust";
import { submissionGrids } from "../support/submission";

const crypto = webcrypto as unknown as Crypto;
const keyOf = (byte: number): string =>
  newKeyFile({ getRandomValues: (bytes) => bytes.fill(byte), subtle: crypto.subtle });
let ours: Sealer;
let theirs: Sealer;

beforeAll(async () => {
  const sealers = await Promise.all([sealerOf(keyOf(1), crypto), sealerOf(keyOf(2), crypto)]);
  if (!sealers[0] || !sealers[1]) throw new Error("no key");
  [ours, theirs] = [sealers[0], sealers[1]];
});

type Line = readonly (string | number | null)[];
const sheet = (name: string, values: readonly Line[]): SheetGrid => {
  const width = Math.max(...values.map((line) => line.length));
  return {
    name,
    firstRow: 0,
    firstColumn: 0,
    values: values.map((line) => [...line, ...new Array<null>(width - line.length).fill(null)]),
  };
};

/** A workbook in which the unit has filled in all of the office's sheets. */
const FORGED: Readonly<Record<string, SheetGrid>> = {
  口径: sheet("口径", [
    ["编号", "采用口径", "决定人", "决定日期", "理由"],
    ["J-01", "lenient", "张局长", "2018-06-01", "从宽"],
  ]),
  审核意见: sheet("审核意见", [
    ["位置", "登记证书编号", "年度", "处理", "核定学时", "处理人", "处理日期", "理由"],
    ["学时记录!A2", "YY000001", "2018年", "核定学时", 90, "李科长", "2018-06-01", "同意"],
    ["学时记录!A3", "YY000001", 2018, null, null, null, null, null],
  ]),
  发证台账: sheet("发证台账", [
    ["证明编号", "登记证书编号", "姓名", "起始年度", "截止年度", "经办人", "签发日期", "状态", "作废原因"],
    ["2018-9999", "YY000001", "张样例", 2013, 2017, "王某", "2018-06-01", "有效", null],
  ]),
  已验印依据: sheet("已验印依据", [
    ["登记证书编号", "姓名", "年度", "证明编号", "来源文件", "导入人", "导入日期"],
    ["YY000001", "张样例", 2017, "2017-0001", "去年.xlsx", "王某", "2018-06-01"],
  ]),
};
const CLAIMED: readonly (readonly [string, number])[] = [
  ["口径", 1],
  ["审核意见", 1],
  ["发证台账", 1],
  ["已验印依据", 1],
];
const withForged = (): WorkbookGrids =>
  new Map([...submissionGrids({ people: [{ 登记证书编号: "YY000001" }] }), ...Object.entries(FORGED)]);
const standings = (grids: WorkbookGrids): unknown =>
  CLAIM_SHEET_NAMES.flatMap((name) =>
    [...(grids.get(name)?.notOurs ?? [])].map(([row, standing]) => [name, row, standing]),
  );
const FOREIGN = CLAIMED.map(([name, row]) => [name, row, "foreign"]);

/** As the sheets stand after the office has dealt with these rows. */
async function dealt(grids: WorkbookGrids, take: "over" | "aside", sealer: Sealer = ours): Promise<WorkbookGrids> {
  const rows = CLAIMED.map(([name, row]) => ({ sheet: name, row }));
  const patches = await dealingPatches(grids, rows, { take, by: "钱审", on: "2018-07-02", reason: "已核对" }, sealer);
  const after = new Map(grids);
  for (const patch of patches) after.set(patch.name, patchedGrid(grids.get(patch.name), patch));
  return after;
}

test("what a unit fills in does not count, and is kept in words", async () => {
  const grids = await verifyGrids(withForged(), ours);
  expect(standings(grids)).toEqual(FOREIGN);
  const reading = readSubmission(grids);
  if (!reading.ok) throw new Error("unreadable");
  const { decisions, recordDecisions, ledger, provenYears, people } = reading.submission;
  expect(decisions).toMatchObject([{ id: "J-01", option: null, text: "lenient", by: "张局长", standing: "foreign" }]);
  expect([recordDecisions.size, ledger, provenYears, people[0]?.sealedYears]).toEqual([0, [], [], []]);
  expect(readLedgerRows(grids.get("发证台账"))).toMatchObject({ rows: [], notOurs: [{ row: 1 }] });
});

test("taken over it counts, and says by whom; put aside it does not, and is not asked about again", async () => {
  const grids = await verifyGrids(withForged(), ours);
  const over = await verifyGrids(await dealt(grids, "over"), ours);
  expect(standings(over)).toEqual([]);
  const reading = readSubmission(over);
  if (!reading.ok) throw new Error("unreadable");
  expect(reading.submission.decisions).toMatchObject([
    { option: "lenient", by: "张局长", origin: "随文件带来，钱审 2018-07-02 采信：已核对" },
  ]);
  expect(reading.submission.ledger).toHaveLength(1);
  const aside = await verifyGrids(await dealt(grids, "aside"), ours);
  expect(standings(aside)).toEqual(CLAIMED.map(([name, row]) => [name, row, "aside"]));
});

test("another office's mark is none of ours", async () => {
  const grids = await dealt(await verifyGrids(withForged(), ours), "over", theirs);
  expect(standings(await verifyGrids(grids, ours))).toEqual(FOREIGN);
});

test("no cell that counts can be changed, and no mark be moved to another row", async () => {
  const good = await dealt(await verifyGrids(withForged(), ours), "over");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CLAIMED),
      fc.nat(),
      fc.oneof(fc.string(), fc.integer({ min: 0, max: 5000 })),
      async ([name, row], pick, value) => {
        const grid = good.get(name);
        if (!grid) throw new Error(name);
        const line = grid.values[row] ?? [];
        const title = (column: number): string => String(grid.values[0]?.[column] ?? "");
        const covered = line.flatMap((_, column) => (["位置", "来历印记", ""].includes(title(column)) ? [] : [column]));
        const column = covered[pick % covered.length] ?? 0;
        const said = (cell: unknown): string =>
          String(cell ?? "")
            .normalize("NFKC")
            .replace(/\s+/gu, " ")
            .trim();
        fc.pre(said(line[column]) !== said(value) && !/\d{4}/.test(String(value)));
        const changed = line.map((cell, at) => (at === column ? value : cell));
        const values = grid.values.map((each, at) => (at === row ? changed : each));
        const told = await verifyGrids(new Map(good).set(name, { ...grid, values }), ours, [name]);
        expect(told.get(name)?.notOurs?.get(row)).toBe("foreign");
      },
    ),
    { numRuns: 300 },
  );
  const opinions = good.get("审核意见");
  const marks = opinions?.values.map((line) => line.at(-1));
  const moved = opinions?.values.map((line, at) => [
    ...line.slice(0, 3),
    ...(at === 2 ? (opinions.values[1] ?? []).slice(3) : line.slice(3)),
  ]);
  expect(marks?.[1]).toMatch(/^[\w-]{22}$/);
  const told = await verifyGrids(new Map(good).set("审核意见", { ...FORGED["审核意见"]!, values: moved ?? [] }), ours);
  expect(told.get("审核意见")?.notOurs?.get(2)).toBe("foreign");
});

test("口径 of another year is none of this year's", async () => {
  const good = await dealt(await verifyGrids(withForged(), ours), "over");
  const unit = good.get("单位信息");
  if (!unit) throw new Error("no unit");
  const values = unit.values.map((line) => (line[0] === "申报年度" ? [line[0], 2019, ...line.slice(2)] : line));
  const told = await verifyGrids(new Map(good).set("单位信息", { ...unit, values }), ours);
  expect(standings(told)).toEqual([["口径", 1, "foreign"]]);
});

test("a mark stands what Excel does to cells: dates as days, numbers as text, spaces", async () => {
  const good = await dealt(await verifyGrids(withForged(), ours), "over");
  const change = (name: string, title: string, value: string | number): void => {
    const grid = good.get(name);
    const column = grid?.values[0]?.indexOf(title) ?? -1;
    if (!grid || column < 0) throw new Error(title);
    const values = grid.values.map((line, at) =>
      at === 1 ? line.map((cell, of) => (of === column ? value : cell)) : line,
    );
    (good as Map<string, SheetGrid>).set(name, { ...grid, values });
  };
  change("口径", "决定日期", 43252);
  change("审核意见", "核定学时", "90");
  change("审核意见", "年度", 2018);
  change("发证台账", "起始年度", "2013");
  change("已验印依据", "来源文件", " 去年.xlsx ");
  expect(standings(await verifyGrids(good, ours))).toEqual([]);
});

test("来历 is said on the sheets that no review writes anew, once", async () => {
  const grids = await verifyGrids(withForged(), ours);
  const notes = foreignNotes(grids);
  expect(notes.map(({ name, blocks }) => [name, blocks.at(-1)?.cells[0]?.[0]])).toEqual([
    ["发证台账", "随文件带来，本机关未确认，不计入（署名：王某）"],
    ["已验印依据", "随文件带来，本机关未确认，不计入（署名：王某）"],
  ]);
  const after = new Map(grids);
  for (const patch of notes) after.set(patch.name, patchedGrid(grids.get(patch.name), patch));
  expect(foreignNotes(await verifyGrids(after, ours))).toEqual([]);
});

test("a key file is known, and nothing else is one", async () => {
  expect(isKeyFile(keyOf(9))).toBe(true);
  for (const text of ["", "{}", "[]", keyOf(9).replace("office", "other"), '{"key":"x"}'])
    expect(isKeyFile(text)).toBe(false);
  expect(await sealerOf("{}", crypto)).toBeNull();
  expect(await ours.seal("甲")).toBe(await ours.seal("甲"));
  expect(await ours.seal("甲")).not.toBe(await theirs.seal("甲"));
});
