/** A filter over the headers: it is widened over our columns with its criteria, and is no reason to stop. */
import type { Workbook } from "../../src/book/model/workbook";
import {
  closeHarnesses,
  AddinHarness,
  expectSameWorkbook,
  RECORDS,
  saved,
  sheetOf,
  workbookOfTables,
} from "./addin-harness";

afterEach(closeHarnesses);

const CRITERIA = '<filterColumn colId="0"><filters><filter val="YY000001"/></filters></filterColumn>';

/** Two people's records, of which the first one's are shown. */
function filtered(): Workbook {
  const lecture = { 学习形式: "面授培训", 名称: "虚构培训", 半天数: 4, 证明材料: "培训通知、结业证书" };
  const workbook = workbookOfTables({
    people: [{}, { 登记证书编号: "YY000002", 姓名: "李样例" }],
    records: [
      { ...lecture, 登记证书编号: "YY000001", 年度: 2016 },
      { ...lecture, 登记证书编号: "YY000002", 年度: 2017 },
    ],
  });
  const sheet = sheetOf(workbook, RECORDS);
  const box = sheet.usedBox(true);
  if (box !== null) {
    sheet.autoFilter = { box, criteria: CRITERIA };
    sheet.setRowHidden(box.row + box.rows - 1, true);
  }
  return saved(workbook);
}

test("the criteria are laid on again over the widened filter; a second review changes nothing", async () => {
  const harness = await AddinHarness.open(filtered());
  const width = sheetOf(harness.workbook, RECORDS).autoFilter?.box.columns ?? 0;
  await harness.review();
  expect(harness.status.state).toBe("done");
  const { autoFilter } = sheetOf(harness.workbook, RECORDS);
  expect(autoFilter?.criteria).toBe(CRITERIA);
  expect(autoFilter?.box.columns).toBeGreaterThan(width);
  const once = saved(harness.workbook);
  await harness.review();
  expectSameWorkbook(saved(harness.workbook), once);
});

test("criteria that Excel refuses are said, and everything else is written", async () => {
  const harness = await AddinHarness.open(filtered());
  let failed = 0;
  // The filter has been widened without its criteria: they come in a request of their own, after all that has to be written
  harness.workbench.failRequest = () =>
    sheetOf(harness.workbook, RECORDS).autoFilter?.criteria === "" && failed++ === 0 ? 5001 : null;
  await harness.review();
  expect(failed).toBeGreaterThan(0);
  expect(harness.status.state).toBe("done");
  expect(harness.status.words).toContain("筛选条件未能恢复");
});
