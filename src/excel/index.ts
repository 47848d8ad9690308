/** excel/: the only room that calls Office.js. ExcelApi 1.14 and below; knows no rule of the notice. */
export {
  adoptProvisional,
  clearResults,
  forgetDecisions,
  freezeResults,
  importDecisions,
  LIVE_FORMULA_LIMIT,
  reviewWorkbook,
  selectPlace,
  type AdoptOptions,
  type ImportOptions,
  type ImportOutcome,
  type ReviewOptions,
  type ReviewOutcome,
} from "./actions/review";
export {
  issueCertificates,
  loadCertificateSettings,
  makeTemplate,
  readLedger,
  saveCertificateSettings,
  voidCertificate,
  withdrawConflicting,
  type IssueOptions,
  type IssueOutcome,
  type VoidOptions,
  type VoidOutcome,
} from "./actions/certificates";
export { keepColumns } from "./settings/column-choices";
export { decideQuestion, decideRecord, type DecideOptions, type DecideQuestionOptions } from "./actions/decide";
export { previewDecisions, type DecisionPreview } from "./read/decisions-of-other-workbook";
export type { ForeignFile } from "./read/other-workbook";
export { importRound, previewRound, type ImportRoundOutcome, type RoundPreview } from "./actions/second-round";
export { sendBack, type SendBackOptions, type SendBackOutcome } from "./actions/send-back";
export { ExcelFailure, type ActionOptions, type FailureKind, type Progress } from "./types";
export { watchTheme } from "./theme";
export { followReview, watchWorkbook } from "./live/watch";
export type { LiveUpdate, OutdatedReason, WorkbookEvents } from "./live/events";
export { drawSampleList, makeForms, newSubmission, writeYearReport, type PaperOutcome } from "./actions/papers";
export { enterProblemView, leaveProblemView, problemViewIsOn } from "./actions/problem-view";
