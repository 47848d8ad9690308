/** "Merged cells" of the workbook contract: over data rows they hold their value for every row they cover; the sheet is told once. */
import type { Area } from "../../src/grid/address";
import { reviewSubmission, type Review } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { submissionGrids, type RowCells } from "../support/submission";
import { TRAINING, hours } from "../review/exact/support";

const RECORDS = "学时记录";

/** Reviews records whose columns (0-based) are merged: rows of the sheet are 0-based, the header is row 0. */
function review(records: readonly RowCells[], merges: readonly Area[], sheet = RECORDS): Review {
  const grids = submissionGrids({ records });
  const grid = grids.get(sheet);
  if (!grid) throw new Error(sheet);
  const reading = readSubmission(new Map([...grids, [sheet, { ...grid, merges }]]));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reviewSubmission(reading.submission);
}
const down = (column: number, row: number, rows: number): Area => ({ row, column, rows, columns: 1 });
const covered: RowCells = { 登记证书编号: null, 姓名: null };
const course = (title: string, more: RowCells = {}): RowCells => ({ ...hours("专业科目", 30, title), ...more });
const told = ({ findings }: Review): unknown =>
  findings
    .filter(({ code }) => code === "merged-cells")
    .map(({ severity, place, details }) => [severity, place, details?.count]);

test("a number and a name merged down over three records are each record's", () => {
  const found = review([course("甲"), course("乙", covered), course("丙", covered)], [down(1, 1, 3), down(2, 1, 3)]);
  expect(found.records.map(({ registrationNo, verdict }) => [registrationNo, verdict])).toEqual([
    ["YY000001", "credited"],
    ["YY000001", "credited"],
    ["YY000001", "credited"],
  ]);
  expect(told(found)).toEqual([["info", { sheet: RECORDS, row: 0 }, 2]]);
});

test("the same report as unmerged, but for what the sheet is told", () => {
  const records = [course("甲"), course("乙"), { ...TRAINING, 名称: "丙" }];
  const merged = review(
    [course("甲"), course("乙", covered), { ...TRAINING, 名称: "丙", ...covered }],
    [down(1, 1, 3), down(2, 1, 3)],
  );
  const plain = review(records, []);
  expect(merged.records).toEqual(plain.records);
  expect(merged.years).toEqual(plain.years);
  expect(merged.findings.filter(({ code }) => code !== "merged-cells")).toEqual(plain.findings);
});

test("what is not merged stays blank", () => {
  const found = review([course("甲"), course("乙", covered), course("丙", covered)], [down(1, 1, 2)]);
  expect(found.records.map(({ registrationNo }) => registrationNo)).toEqual(["YY000001", "YY000001", ""]);
});

test("a blank row below stays a blank row", () => {
  const found = review(
    [
      course("甲"),
      Object.fromEntries(
        ["登记证书编号", "姓名", "年度", "科目", "主办单位", "初审盖章", "已验印"].map((key) => [key, null]),
      ),
      course("丙"),
    ],
    [down(1, 1, 2)],
  );
  expect(found.records.map(({ place }) => place.row)).toEqual([1, 3]);
  expect(told(found)).toEqual([]);
});

test("merged titles above the header and a merge of one row are no values of records", () => {
  const found = review(
    [course("甲"), course("乙")],
    [
      { row: 0, column: 0, rows: 1, columns: 3 },
      { row: 1, column: 1, rows: 1, columns: 2 },
    ],
  );
  expect(told(found)).toEqual([]);
});

test("a header that is merged downwards is no value of the first record", () => {
  const found = review([course("甲", { 备注: null }), course("乙")], [down(31, 0, 3)]);
  expect(told(found)).toEqual([]);
});
