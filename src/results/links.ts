/** Links to our own addresses: a formula that every Excel knows, with nobody's text in it but a sheet's name. */
import type { PlannedFormula } from "./plan";

export interface Link {
  /** As the cell shows it: 学时记录!D5. */
  readonly text: string;
  readonly cell: PlannedFormula;
}

/** A link to a cell of this workbook: `address` is A1 without its sheet. */
export function linkTo(sheet: string, address: string): Link {
  const text = `${sheet}!${address}`;
  const target = `#'${sheet.replace(/'/g, "''")}'!${address}`;
  return { text, cell: { formula: `=HYPERLINK(${quoted(target)},${quoted(text)})`, shown: text } };
}

/** A text as a formula's literal. */
function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
