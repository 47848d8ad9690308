/** The short ways of reading a cell give what the long ones give. */
import fc from "fast-check";
import { calendarOf, fingerprint, isBlank, labelOf, textOf, yearOfDay } from "../../src/submission/text";

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const plainly = (cell: string): string => cell.normalize("NFKC").replace(INVISIBLE, "").trim();
const cells = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."学时 ２０１８年（必填）、,;\u3000\u200bA&HCI 半天+ﬁ①".split("")) }),
);

test("text: half-width, trimmed, without invisible characters", () => {
  fc.assert(
    fc.property(cells, (cell) => textOf(cell) === plainly(cell)),
    { numRuns: 3000 },
  );
});

test("labels: without any space", () => {
  fc.assert(
    fc.property(cells, (cell) => labelOf(cell) === plainly(cell).replace(/\s+/gu, "")),
    { numRuns: 3000 },
  );
});

test("blank: nothing is shown", () => {
  fc.assert(fc.property(cells, (cell) => isBlank(cell) === (labelOf(cell) === "")));
  expect([null, undefined, "", " ", "\u3000", "\u200b", 0, false].map(isBlank)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("every day from 1900 to 2199 has its calendar's year", () => {
  const wrong: number[] = [];
  for (let day = 1; day < 109_570; day += 1) if (yearOfDay(day) !== calendarOf(day).year) wrong.push(day);
  expect(wrong).toEqual([]);
});

test("a fingerprint tells cells apart, and where one ends", () => {
  const seen = [["ab", "c"], ["a", "bc"], ["abc"], ["a", "b", "c"], [], [""], ["", ""]].map((texts) =>
    fingerprint(texts.length, (at) => texts[at] ?? ""),
  );
  expect(new Set(seen).size).toBe(6); // no cells and one blank cell are the same
});
