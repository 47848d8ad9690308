/** Sheets of the contract that excel/ reads or makes. Any other sheet is left alone. */
import { isSampleSheet } from "../papers";
import { SHEETS } from "../submission";

export const RECORD_SHEET = SHEETS.records;

/** Sheets whose cells are read: the unit's, and ours that hold what people wrote. */
export const READ_SHEETS: readonly string[] = [
  SHEETS.unit,
  SHEETS.people,
  SHEETS.records,
  SHEETS.filings,
  SHEETS.organisations,
  SHEETS.decisions,
  SHEETS.opinions,
  SHEETS.ledger,
];

/** 抽查清单 holds what inspectors wrote, and there may be several. */
export function isReadSheet(name: string): boolean {
  return READ_SHEETS.includes(name) || isSampleSheet(name);
}

/** The office's papers: whoever makes one knows by other means that the sheet is ours (papers.ts). */
function isPaperSheet(name: string): boolean {
  return isSampleSheet(name) || [SHEETS.filingForms, SHEETS.organisationForm, SHEETS.yearReport].some((paper) => name.startsWith(paper));
}

/** 合格证明, 合格证明(2) … */
export function isPageSheet(name: string): boolean {
  return name === SHEETS.certificates || (name.startsWith(`${SHEETS.certificates}(`) && /\(\d+\)$/.test(name));
}

export function isOwnSheet(name: string): boolean {
  return [SHEETS.decisions, SHEETS.opinions, SHEETS.years, SHEETS.ledger].some((own) => own === name) || isPageSheet(name) || isPaperSheet(name);
}
