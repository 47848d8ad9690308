/** Numbers over many workbooks: each given once, in order, to one person; who holds one keeps it. */
import fc from "fast-check";
import { allot, originOf, type Wanting } from "../../src/batch/numbers";
import type { LedgerEntry } from "../../src/submission/types";

const person = (registrationNo: string) => ({ registrationNo, name: "", fromYear: 2014, toYear: 2018, handler: "" });
const wanting = (file: string, ...people: readonly string[]): Wanting => ({
  file,
  unitName: "U",
  year: 2018,
  people: people.map(person),
});
const entry = (certificateNo: string, registrationNo: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...person(registrationNo),
  certificateNo,
  issuedOn: "2018-08-01",
  status: "有效",
  voidReason: "",
  origin: originOf("U", "a.xlsx"),
  ...more,
});
const ON = { on: "2018-09-01" };
const givenIn = (allotment: ReturnType<typeof allot>): readonly string[] =>
  [...allotment.given.values()].flatMap((own) => [...own].map(([id, { certificateNo }]) => `${id} ${certificateNo}`));

test("consecutive over all workbooks, from the office's next free number", () => {
  const result = allot([], [], [wanting("a.xlsx", "P1", "P2"), wanting("b.xlsx", "P3")], { ...ON, firstNumber: 7 });
  expect(givenIn(result)).toEqual(["P1 2018-0007", "P2 2018-0008", "P3 2018-0009"]);
  expect(result.fresh.map(({ certificateNo, issuedOn, origin }) => [certificateNo, issuedOn, origin])).toEqual([
    ["2018-0007", "2018-09-01", "U（a.xlsx）"],
    ["2018-0008", "2018-09-01", "U（a.xlsx）"],
    ["2018-0009", "2018-09-01", "U（b.xlsx）"],
  ]);
});

test("behind the highest number of the ledger and of the workbooks, void ones too", () => {
  const ledger = [entry("2018-0004", "P8", { status: "作废" })];
  expect(givenIn(allot(ledger, [{ certificateNo: "2018-0011" }], [wanting("a.xlsx", "P1")], ON))).toEqual([
    "P1 2018-0012",
  ]);
});

test("a run that is done again gives the numbers it gave", () => {
  const files = [wanting("a.xlsx", "P1", "P2")];
  const first = allot([], [], files, ON);
  const again = allot(first.fresh, [], files, { ...ON, firstNumber: 1 });
  expect(givenIn(again)).toEqual(givenIn(first));
  expect(again.fresh).toEqual([]);
});

test("nobody gets a second number in another unit", () => {
  const result = allot([], [], [wanting("a.xlsx", "P1"), wanting("b.xlsx", "P1", "P2")], ON);
  expect(givenIn(result)).toEqual(["P1 2018-0001", "P2 2018-0002"]);
  expect(result.refused).toEqual([
    { file: "b.xlsx", registrationNo: "P1", name: "", certificateNo: "2018-0001", by: "U（a.xlsx）" },
  ]);
});

test("a number that was made void is no number; last year's is none of this year", () => {
  const ledger = [entry("2018-0001", "P1", { status: "作废" }), entry("2017-0005", "P2")];
  expect(givenIn(allot(ledger, [], [wanting("a.xlsx", "P1", "P2")], ON))).toEqual(["P1 2018-0002", "P2 2018-0003"]);
});

test("after 9999 there is none", () => {
  const result = allot([], [], [wanting("a.xlsx", "P1", "P2")], { ...ON, firstNumber: 9999 });
  expect(givenIn(result)).toEqual(["P1 2018-9999"]);
  expect(result.exhausted).toEqual([{ file: "a.xlsx", registrationNo: "P2", name: "" }]);
});

test("runs one after another never give a number twice", () => {
  const runs = fc.array(
    fc.array(fc.uniqueArray(fc.constantFrom("P1", "P2", "P3", "P4", "P5"), { maxLength: 4 }), { maxLength: 3 }),
    {
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 30 }), (batches, firstNumber) => {
      let ledger: readonly LedgerEntry[] = [];
      for (const files of batches)
        ledger = [
          ...ledger,
          ...allot(
            ledger,
            [],
            files.map((people, at) => wanting(`${at}.xlsx`, ...people)),
            { ...ON, firstNumber },
          ).fresh,
        ];
      const numbers = ledger.map(({ certificateNo }) => certificateNo);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(new Set(ledger.map(({ registrationNo }) => registrationNo)).size).toBe(ledger.length);
    }),
    { numRuns: 100, seed: 16 },
  );
});
