/** papers/: the office's other papers as write plans. Pure: no clock, and chance only from a seed that comes in. */
export { BLANK_SHEETS, blankPlans } from "./blank";
export { blankForms, filledForms, type FormsPlan } from "./forms";
export { columnsInSight, problemRows, runsBetween, type RowRun } from "./problem-view";
export { personStatementPlan } from "./person-statement";
export { samplePlan, type DrawRequest } from "./sample-sheet";
export {
  isOwnSheet,
  isPageSheet,
  isReadSheet,
  isUnfinished,
  RECORD_SHEET,
  renamedTo,
  SELF_CHECK_SHEET,
  UNFINISHED_SHEET,
  STAGING_SHEET,
  unfinished,
} from "./sheet-names";
export { yearReportOf, yearReportPlan } from "./year-report";
export { reportTallies, sumOfTallies, type ReportTallies } from "./year-tallies";
