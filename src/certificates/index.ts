/** certificates/: who gets one, its number, its words, its page and the ledger. Pure; today's date is an argument. */
export { certificateProblems, missingFields, yearCount, type CertificateProblem } from "./checks";
export { certificateContent, formDate, type CertificateContent } from "./content";
export { whoIsReady, type Readiness } from "./eligibility";
export { conflictFindings, isValid, LEDGER_SHEET, ledgerConflicts, nextNumbers, validNumbers, type LedgerConflict } from "./ledger";
export { PAGE_SHEET, PAGES_PER_SHEET, pagePlans } from "./pages";
export { certificatePlan, ledgerPlan, type CertificatePlan, type IssueOptions } from "./plan";
export * from "./types";
