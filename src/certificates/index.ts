/** certificates/: who gets one, its number, its words, its page and the ledger. Pure; today's date is an argument. */
export { certificateProblems } from "./checks";
export { certificateContent, formDate, type CertificateContent } from "./content";
export { doubtfulHolders, secondNumbers, type DoubtfulHolder } from "./doubtful-holders";
export { whoIsReady } from "./eligibility";
export {
  isValid,
  LEDGER_SHEET,
  ledgerConflicts,
  ledgerState,
  nextNumbers,
  validNumber,
  VALID,
  validNumbers,
  type LedgerRow,
  type LedgerState,
} from "./ledger";
export { ledgerChange, wholeLedger, type LedgerChange, type Voiding } from "./ledger-sheet";
export { PAGE_SHEET, PAGES_PER_SHEET, pagePlans, pageSheetName } from "./pages";
export { asIssued, certificatePlan, formPages, stateAfter, type CertificatePlan } from "./plan";
export { isDay, parseSettings, sameSettings } from "./settings";
export {
  MOST_COLUMNS,
  MOST_ROWS,
  holdsFields,
  readTemplate,
  smallerLetters,
  starterTemplate,
  TEMPLATE_FIELDS,
  TEMPLATE_SHEET,
  templatePage,
  type CellLook,
  type Template,
  type TemplateCell,
  type TemplateSheet,
} from "./template";
export { certificateFormOf, type CertificateForm } from "../policy/index";
export * from "./types";
