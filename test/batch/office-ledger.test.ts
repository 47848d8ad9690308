/** 总台账 when several runs add to it at once, and when one of them died with the lock in its hand. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { allot, type Wanting } from "../../src/batch/numbers";
import { openWorkbook } from "../../src/book/xlsx";
import { lockOf } from "../../src/cli/batch/lock";
import { addToLedger, readOfficeLedger } from "../../src/cli/batch/office-ledger";
import { InputRefused } from "../../src/workbench/cli/command";
import { officeSealer } from "../support/office";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  path = join(folder, "ledger.xlsx");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const wanting = (file: string, count: number): Wanting => ({
  file,
  unitName: "U",
  year: 2018,
  people: Array.from({ length: count }, (_, at) => ({
    registrationNo: `${file}-${at}`,
    name: "N",
    fromYear: 2013,
    toYear: 2017,
    handler: "H",
  })),
});

async function add(file: string, count: number): Promise<readonly string[]> {
  const options = { sealer: await officeSealer(), token: file, signal: never };
  return addToLedger(path, options, ({ entries }) => {
    const result = allot(entries, [], [wanting(file, count)], { on: "2018-09-01", firstNumber: 1 });
    return { fresh: result.fresh, result: result.fresh.map(({ certificateNo }) => certificateNo) };
  });
}

test("runs at once get different numbers, and the ledger has them all", async () => {
  const given = (await Promise.all(["a", "b", "c", "d", "e"].map((file, at) => add(file, at + 1)))).flat();
  const wanted = Array.from({ length: 15 }, (_, at) => `2018-${String(at + 1).padStart(4, "0")}`);
  expect([...given].sort()).toEqual(wanted);
  expect(readOfficeLedger(path).entries.map(({ certificateNo }) => certificateNo)).toEqual(wanted);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test("what people wrote beside the entries stays", async () => {
  await add("a", 1);
  const before = openWorkbook(readFileSync(path));
  expect(before.sheets.map(({ name }) => name)).toEqual(["发证台账"]);
  await add("b", 1);
  expect(readOfficeLedger(path).entries.map(({ origin }) => origin)).toEqual(["U（a）", "U（b）"]);
});

test.each([["a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: "x" })]])(
  "the lock of %s is taken over",
  async (_, held) => {
    writeFileSync(`${path}.lock`, held);
    expect(await add("a", 1)).toEqual(["2018-0001"]);
  },
);

test("the lock of a living process is waited for, until it is released or the wait is cancelled", async () => {
  let waits = 0;
  const first = await lockOf(`${path}.lock`, "one", never, () => undefined);
  const cancel = new AbortController();
  const second = lockOf(`${path}.lock`, "two", cancel.signal, () => (waits += 1));
  const third = lockOf(`${path}.lock`, "three", never, () => first.release());
  cancel.abort();
  await expect(second).rejects.toThrow();
  (await third).release();
  expect(waits).toBe(1);
});

test("a holder that was robbed finds out before it writes", async () => {
  const lock = await lockOf(`${path}.lock`, "one", never, () => undefined);
  writeFileSync(`${path}.lock`, "somebody else");
  expect(() => lock.check()).toThrow(/another run/);
  lock.release();
  expect(readFileSync(`${path}.lock`, "utf8")).toBe("somebody else");
});

test("a ledger that is no workbook, or has no header, stops the run before anything is numbered", async () => {
  writeFileSync(path, "no workbook");
  await expect(add("a", 1)).rejects.toThrow(InputRefused);
  expect(readFileSync(path, "utf8")).toBe("no workbook");
});
