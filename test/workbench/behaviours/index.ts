/** Every documented behaviour of Excel that the host is held to, by topic. */
import type { BehaviourCase } from "./case";
import { FILTER_CASES } from "./filters";
import { RANGE_CASES, REFUSED_CASES, TABLE_CASES } from "./ranges";
import { SHEET_CASES } from "./sheets";
import { TABLE_FORMULA_CASES } from "./table-formulas";

export type { BehaviourCase } from "./case";

export const BEHAVIOURS: Readonly<Record<string, readonly BehaviourCase[]>> = {
  worksheets: SHEET_CASES,
  filters: FILTER_CASES,
  ranges: RANGE_CASES,
  refusals: REFUSED_CASES,
  tables: TABLE_CASES,
  "formulas in tables": TABLE_FORMULA_CASES,
};
