/**
 * One person's year out of ranges, as =CE.TOTAL and =CE.STATUS see it. The ranges take the same walk as the workbook,
 * so the figures equal 年度汇总 when the same sheets are given. Years stamped and proven (已验印年度) are not known here.
 */
import { DEFAULT_POLICY_ID, policyOf } from "../policy";
import { readSubmission, SHEETS } from "../submission";
import type { CellValue } from "../grid/address";
import type { SheetGrid } from "../submission/grid";
import { registrationNoOf, yearOf } from "../submission/text";
import type { ArgumentError } from "./function-row";
import { reviewSubmission } from "./index";
import type { YearReview } from "./types";

export interface YearArguments {
  readonly records: readonly (readonly CellValue[])[];
  readonly headers: readonly CellValue[];
  readonly registrationNo: CellValue;
  readonly year: CellValue;
  /** 培训备案 and 口径 with their header rows; left out: no such sheet. */
  readonly filings?: readonly (readonly CellValue[])[];
  readonly decisions?: readonly (readonly CellValue[])[];
  readonly policyId?: string;
}

const grid = (name: string, values: readonly (readonly CellValue[])[]): SheetGrid => ({
  name,
  firstRow: 0,
  firstColumn: 0,
  values,
});

/** The year's sums and status; `error`: what is wrong with the arguments. Hours in the policy's unit. */
export function reviewYear(given: YearArguments): YearReview | { readonly error: ArgumentError } {
  const registrationNo = registrationNoOf(given.registrationNo);
  const year = yearOf(given.year);
  if (registrationNo === "") return { error: { key: "no-registration-number" } };
  if (typeof year !== "object") return { error: { key: "no-year" } };
  const policyId = given.policyId ?? DEFAULT_POLICY_ID;
  const sheets: SheetGrid[] = [
    grid(SHEETS.unit, [
      ["单位名称", "—"],
      ["单位性质", policyOf(policyId)?.unitKinds[0]?.label ?? "—"],
      ["申报年度", year.value],
      ["政策", policyId],
    ]),
    grid(SHEETS.people, [
      [
        "登记证书编号",
        "姓名",
        "工作单位",
        "学历",
        "现有职称",
        "申报专业",
        "申报级别",
        "验证方式",
        "起始年度",
        "截止年度",
      ],
      [registrationNo, "—", "—", "大学本科", "—", "—", "中级", "登记证书原件", year.value, year.value],
    ]),
    grid(SHEETS.records, [given.headers, ...given.records]),
  ];
  if (given.filings) sheets.push(grid(SHEETS.filings, given.filings));
  if (given.decisions) sheets.push(grid(SHEETS.decisions, given.decisions));
  const reading = readSubmission(new Map(sheets.map((sheet) => [sheet.name, sheet])));
  if (!reading.ok) return { error: { key: "unreadable", problems: reading.problems } };
  const found = reviewSubmission(reading.submission).years.find(
    (each) => each.registrationNo === registrationNo && each.year === year.value,
  );
  return found ?? { error: { key: "year-not-found" } };
}
