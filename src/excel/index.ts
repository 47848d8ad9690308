/** excel/: the only room that calls Office.js. ExcelApi 1.14 and below; knows no rule of the notice. */
export {
  adoptProvisional,
  clearResults,
  freezeResults,
  issueCertificates,
  LIVE_FORMULA_LIMIT,
  reviewWorkbook,
  selectPlace,
  type AdoptOptions,
  type IssueOptions,
  type IssueOutcome,
  type ReviewOptions,
  type ReviewOutcome,
} from "./actions";
export { ExcelFailure, type ActionOptions, type FailureKind, type Progress } from "./types";
export { watchRecords } from "./watch";
export { drawSampleList, makeForms, newSubmission, writeYearReport, type PaperOutcome } from "./papers";
export { enterProblemView, leaveProblemView, problemViewIsOn } from "./problem-view";
