/** Addresses as Excel's events write them. */
import { areasOf } from "../../src/excel/live/event-addresses";

test.each<readonly [string, ReturnType<typeof areasOf>]>([
  ["K2", [{ row: 1, column: 10, rows: 1, columns: 1 }]],
  ["$K$2:$L$5", [{ row: 1, column: 10, rows: 4, columns: 2 }]],
  ["学时记录!AA10", [{ row: 9, column: 26, rows: 1, columns: 1 }]],
  ["'a,b'!B2", [{ row: 1, column: 1, rows: 1, columns: 1 }]],
  ["5:7", [{ row: 4, column: 0, rows: 3, columns: null }]],
  ["C:D", [{ row: 0, column: 2, rows: null, columns: 2 }]],
  [
    "A1,C3:C4",
    [
      { row: 0, column: 0, rows: 1, columns: 1 },
      { row: 2, column: 2, rows: 2, columns: 1 },
    ],
  ],
  ["", []],
  ["#REF!", []],
])("%s", (address, expected) => expect(areasOf(address)).toEqual(expected));
