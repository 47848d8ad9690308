/** What only the whole shows: found by keys, in one pass, exact however many there are. */
import fc from "fast-check";
import { acrossFiles, inSeveral, provenElsewhere, type FileKeys } from "../../src/batch/across";
import type { FileFacts } from "../../src/batch/facts";

const number = (certificateNo: string, row: number, more: Partial<FileFacts["numbers"][number]> = {}) => ({
  certificateNo,
  registrationNo: `R${row}`,
  name: "",
  fromYear: 2014,
  toYear: 2018,
  handler: "",
  issuedOn: "",
  row,
  isOurs: true,
  ...more,
});

const keys = (file: string, more: Partial<FileKeys>): FileKeys => ({
  file,
  persons: [],
  achievements: [],
  numbers: [],
  ...more,
});

test("each kind names its sheet and rows, in the order of the workbooks", () => {
  const files = [
    keys("a.xlsx", {
      persons: [
        ["P1", 2],
        ["P2", 3],
      ],
      achievements: [["A", 5]],
      numbers: [number("2018-0001", 2)],
    }),
    keys("b.xlsx", {
      persons: [
        ["P3", 2],
        ["P1", 3],
      ],
      achievements: [["B", 6]],
      numbers: [number("2018-0002", 2)],
    }),
    keys("c.xlsx", {
      persons: [["P1", 9]],
      achievements: [
        ["A", 7],
        ["A", 8],
      ],
      numbers: [number("2018-0001", 3)],
    }),
  ];
  expect(acrossFiles(files)).toEqual([
    {
      code: "person-in-two-units",
      places: [
        { file: "a.xlsx", sheet: "人员信息", row: 2 },
        { file: "b.xlsx", sheet: "人员信息", row: 3 },
        { file: "c.xlsx", sheet: "人员信息", row: 9 },
      ],
    },
    {
      code: "achievement-in-two-units",
      places: [
        { file: "a.xlsx", sheet: "学时记录", row: 5 },
        { file: "c.xlsx", sheet: "学时记录", row: 7 },
        { file: "c.xlsx", sheet: "学时记录", row: 8 },
      ],
    },
    {
      code: "certificate-number-twice",
      places: [
        { file: "a.xlsx", sheet: "发证台账", row: 2 },
        { file: "c.xlsx", sheet: "发证台账", row: 3 },
      ],
    },
  ]);
});

test("twice in one workbook alone is that workbook's own finding", () => {
  expect(
    acrossFiles([
      keys("a.xlsx", {
        persons: [
          ["P1", 2],
          ["P1", 3],
        ],
      }),
      keys("b.xlsx", {}),
    ]),
  ).toEqual([]);
});

test("the pass finds what comparing every key with every other finds", () => {
  const lists = fc.array(fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(20))), { maxLength: 5 });
  fc.assert(
    fc.property(lists, (files) => {
      const all = files.flatMap((own, file) => own.map(([key, row]) => ({ key, file, row })));
      const wanted = [...new Set(all.map(({ key }) => key))].flatMap((key) => {
        const places = all.filter((each) => each.key === key);
        return places.some(({ file }) => file !== places[0]?.file) ? [places.map(({ file, row }) => [file, row])] : [];
      });
      expect(inSeveral(files)).toEqual(wanted);
    }),
    { numRuns: 200, seed: 16 },
  );
});

/** A key a person: every thousandth of one workbook stands in the next one as well. */
function* manyKeys(file: number, count: number): Generator<readonly [string, number]> {
  for (let row = 0; row < count; row += 1)
    yield [row % 1000 === 0 ? `${Math.floor(file / 2)}/${row}` : `${file}-${row}`, row + 2];
}

test("a million keys: every shared one and no other", () => {
  const files = Array.from({ length: 500 }, (_, file) => manyKeys(file, 2000));
  const shared = inSeveral(files);
  expect(shared).toHaveLength(250 * 2);
  expect(shared.every((places) => places.length === 2)).toBe(true);
});

describe("years that another unit's certificate proves", () => {
  const lacking = (file: string, registrationNo: string, unmet: readonly number[]) => ({
    ...keys(file, {}),
    failing: [{ registrationNo, name: "N", row: 4, why: "", unmet }],
  });
  const holding = (file: string, more: Partial<FileFacts["numbers"][number]>) => ({
    ...keys(file, {
      numbers: [number("2017-0009", 2, { registrationNo: "P1", fromYear: 2013, toYear: 2015, ...more })],
    }),
    failing: [],
  });

  test("are those it covers, of the same person, in another workbook", () => {
    expect(provenElsewhere([lacking("a.xlsx", "P1", [2014, 2016]), holding("b.xlsx", {})], null)).toEqual([
      {
        registrationNo: "P1",
        name: "N",
        file: "a.xlsx",
        row: 4,
        years: [2014],
        certificateNo: "2017-0009",
        by: "b.xlsx",
      },
    ]);
  });

  test.each([
    ["another person's", [lacking("a.xlsx", "P2", [2014]), holding("b.xlsx", {})]],
    ["other years", [lacking("a.xlsx", "P1", [2016]), holding("b.xlsx", {})]],
    [
      "a number that the unit itself wrote down",
      [lacking("a.xlsx", "P1", [2014]), holding("b.xlsx", { isOurs: false })],
    ],
  ])("%s proves nothing", (_, files) => {
    expect(provenElsewhere(files, null)).toEqual([]);
  });
});
