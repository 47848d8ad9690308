/** Worksheets: adding, hiding, deleting. */
import { type BehaviourCase, issue, reference } from "./case";

export const SHEET_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "a very hidden worksheet can't be deleted",
    source: `${reference("worksheet#delete")} ${issue(365)}`,
    script: `const x = c.workbook.worksheets.add("x"); x.visibility = "VeryHidden"; await c.sync(); x.delete(); await c.sync(); return "deleted";`,
    expected: "InvalidOperation",
  },
  {
    behaviour: "a very hidden worksheet can be deleted once it is hidden, in the same request",
    source: reference("worksheet#delete"),
    script: `const x = c.workbook.worksheets.add("x"); x.visibility = "VeryHidden"; await c.sync(); x.visibility = "Hidden"; x.delete();
      const left = c.workbook.worksheets.load("items/name"); await c.sync(); return left.items.map(({ name }) => name);`,
    expected: ["Sheet1"],
  },
  {
    behaviour: "the worksheet that is active stops being so when it is hidden",
    source: reference("worksheet#visibility"),
    script: `const x = c.workbook.worksheets.add("x"); x.activate(); x.visibility = "Hidden";
      const active = c.workbook.worksheets.getActiveWorksheet().load("name"); await c.sync(); return active.name;`,
    expected: "Sheet1",
  },
  {
    behaviour: "the last visible worksheet can neither be hidden nor deleted",
    source: reference("worksheet#visibility"),
    script: `c.workbook.worksheets.add("x").visibility = "Hidden"; await c.sync(); s.delete(); await c.sync(); return "deleted";`,
    expected: "InvalidOperation",
  },
];
