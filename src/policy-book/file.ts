/** A policy workbook as a file in memory. */
import type { Policy } from "../policy/language";
import type { Workbook } from "../book/model/workbook";
import { emptyWorkbook } from "../book/xlsx";
import { layOwnSheet } from "../in-memory/own-sheet";
import { policySheets } from "./write";

/** A new workbook with the policy's sheets. */
export function policyWorkbook(policy: Policy): Workbook {
  const workbook = emptyWorkbook();
  const blank = [...workbook.sheets];
  const [first] = policySheets(policy).map((plan) => layOwnSheet(workbook, plan));
  if (first !== undefined) workbook.activeSheet = first;
  for (const sheet of blank) workbook.removeSheet(sheet);
  return workbook;
}
