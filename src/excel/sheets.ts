/** Sheets of the contract that excel/ reads or makes. Any other sheet is left alone. */
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
  SHEETS.proven,
  SHEETS.round,
];

/** 合格证明, 合格证明(2) … */
export function isPageSheet(name: string): boolean {
  return name === SHEETS.certificates || (name.startsWith(`${SHEETS.certificates}(`) && /\(\d+\)$/.test(name));
}

export function isOwnSheet(name: string): boolean {
  return [SHEETS.decisions, SHEETS.opinions, SHEETS.years, SHEETS.ledger, SHEETS.proven, SHEETS.round].some((own) => own === name) || isPageSheet(name);
}
