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
} from "./actions";
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
} from "./certificates";
export { keepColumns } from "./columns";
export { decideQuestion, decideRecord, type DecideOptions, type DecideQuestionOptions } from "./decide";
export { previewDecisions, type DecisionPreview } from "./decision-file";
export type { ForeignFile } from "./foreign-sheets";
export { importRound, previewRound, type ImportRoundOutcome, type RoundPreview } from "./second-round";
export { sendBack, type SendBackOptions, type SendBackOutcome } from "./send-back";
export { ExcelFailure, type ActionOptions, type FailureKind, type Progress } from "./types";
export { watchTheme } from "./theme";
export { followReview, watchWorkbook } from "./live";
export type { LiveUpdate, OutdatedReason, WorkbookEvents } from "./live-events";
export { drawSampleList, makeForms, newSubmission, writeYearReport, type PaperOutcome } from "./papers";
export { enterProblemView, leaveProblemView, problemViewIsOn } from "./problem-view";
