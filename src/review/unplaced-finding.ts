/** Findings while a review is at work: of a record or person, about a cell by its key, not placed in the sheet yet. */
import type { Code } from "../policy/codes";
import type { FormPolicy } from "../policy/language";
import type { FindingDetails, Severity } from "./types";

/** A finding before it is given its place. */
export interface UnplacedFinding {
  readonly code: Code;
  readonly severity: Severity;
  readonly clause: string;
  /** Key of the cell's column; undefined: the row as a whole. */
  readonly key: string | undefined;
  readonly details: FindingDetails;
}

/** Where a rule is the workbook's own and not the notice's. */
export const CONTRACT = "申报工作簿约定";

/** Most findings have none: they share the empty ones. */
export const NO_DETAILS: FindingDetails = {};

/** The clause of an error of conversion: its check's own, else that of the conversion. */
export const clauseOfError = ({ conversion }: FormPolicy, code: Code): string =>
  conversion.checks.find((check) => check.code === code)?.clause ?? conversion.clause;
