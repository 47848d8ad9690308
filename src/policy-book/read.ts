/** Reads a policy workbook. Everything that can't be read is found at once, each with its cell. */
import { examinePolicy, type Policy } from "../policy/language";
import { a1 } from "../grid/address";
import { nearest } from "../submission/text";
import type { WorkbookGrids } from "../submission/grid";
import { SHEET_DESIGNS } from "./book-sheets";
import { Findings, type PolicyFinding } from "./findings";
import { readSections, Reading, type Section } from "./sections";
import { formBasics, questionSections, vocabularySections } from "./sheets/forms";
import { readConversions } from "./sheets/conversions";
import { POLICY_SHEETS } from "./words";

export interface PolicyReading {
  /** The policy; null when something of it can't be read. */
  readonly policy: Policy | null;
  readonly findings: readonly PolicyFinding[];
  /** Sheet and cell of a path of the policy, such as `forms.paper.conversion.worth.rows[1].then`. */
  readonly placeOf: (path: string) => { readonly sheet: string; readonly cell: string | null };
}

/** Sections that names are made from; they are read before all others. */
const NAMING: readonly Section[] = [formBasics, ...vocabularySections, ...questionSections];

export function readPolicyBook(grids: WorkbookGrids): PolicyReading {
  const findings = new Findings();
  const reading = new Reading(findings);
  for (const { name } of SHEET_DESIGNS)
    if (!grids.has(name)) findings.add("sheet-missing", { sheet: name, row: 0 }, { found: name });
  for (const first of NAMING) {
    for (const { name, sections } of SHEET_DESIGNS) {
      const grid = grids.get(name);
      if (grid !== undefined && sections.includes(first)) readSections(grid, sections, reading, [first]);
    }
    reading.forgetNames();
  }
  for (const { name, sections } of SHEET_DESIGNS) {
    const grid = grids.get(name);
    if (grid === undefined) continue;
    if (name === POLICY_SHEETS.conversions) readConversions(grid, reading);
    else
      readSections(
        grid,
        sections,
        reading,
        sections.filter((section) => !NAMING.includes(section)),
      );
  }
  return checkedReading(reading);
}

/** Examines what was read: its shape and its references, each finding at the cell that its path comes from. */
function checkedReading({ raw, marks, findings }: Reading): PolicyReading {
  const placeOf = (path: string): { readonly sheet: string; readonly row: number; readonly column?: number } =>
    marks.placeOf(raw, path) ?? { sheet: POLICY_SHEETS.policy, row: 0 };
  const unread = findings.all.some(({ severity }) => severity === "error");
  const { policy, issues } = examinePolicy(raw);
  for (const { path, message, found, allowed = [] } of issues) {
    // A cell that can't be read leaves its value out, and that of others which name it
    if (unread && found === undefined) continue;
    if (found === undefined) findings.add("language", placeOf(path), { path, found: message });
    else
      findings.add("reference-unknown", placeOf(path), {
        path,
        found,
        allowed,
        near: nearest(found, allowed),
        message,
      });
  }
  const wrong = findings.all.some(({ severity }) => severity === "error");
  return {
    policy: wrong ? null : policy,
    findings: findings.all,
    placeOf: (path) => {
      const { sheet, row, column } = placeOf(path);
      return { sheet, cell: column === undefined ? null : a1(row, column) };
    },
  };
}
