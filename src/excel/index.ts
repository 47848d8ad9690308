/** excel/: the only room that calls Office.js. ExcelApi 1.14 and below; knows no rule of the notice. */
export {
  adoptProvisional,
  clearResults,
  freezeResults,
  LIVE_FORMULA_LIMIT,
  reviewWorkbook,
  selectPlace,
  type AdoptOptions,
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
export { ExcelFailure, type ActionOptions, type FailureKind, type Progress } from "./types";
export { watchRecords } from "./watch";
