/** excel/: the only room that calls Office.js. ExcelApi 1.14 and below; knows no rule of the notice. */
export {
  adoptProvisional,
  clearResults,
  freezeResults,
  importDecisions,
  issueCertificates,
  LIVE_FORMULA_LIMIT,
  reviewWorkbook,
  selectPlace,
  type AdoptOptions,
  type ImportOptions,
  type ImportOutcome,
  type IssueOptions,
  type IssueOutcome,
  type ReviewOptions,
  type ReviewOutcome,
} from "./actions";
export { keepColumns } from "./columns";
export { previewDecisions, type DecisionPreview } from "./decision-file";
export type { ForeignFile } from "./foreign-sheets";
export { importRound, previewRound, type ImportRoundOutcome, type RoundPreview } from "./second-round";
export { ExcelFailure, type ActionOptions, type FailureKind, type Progress } from "./types";
export { watchRecords } from "./watch";
