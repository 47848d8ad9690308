/** Formulas that are written into a table: Excel makes calculated columns of them. */
import { type BehaviourCase, issue } from "./case";

const CALCULATED =
  "https://support.microsoft.com/office/use-calculated-columns-in-an-excel-table-873fbac6-7110-4300-8f6f-aafa2ea11ce8";
const TABLE = `s.getRange("A1:B1").values = [["甲", "乙"]]; s.getRange("A2:A4").values = [[1], [2], [3]]; s.tables.add("A1:B4", true); await c.sync();`;
const COLUMN = `const r = s.getRange("B2:B4").load("formulas"); await c.sync(); return r.formulas.map(([each]) => each);`;

export const TABLE_FORMULA_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "a formula in one cell of a blank column fills the column",
    source: CALCULATED,
    script: `${TABLE} s.getRange("B3").formulas = [["=A3*2"]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*2", "=A3*2", "=A4*2"],
  },
  {
    behaviour: "cells that are written as blank beside a formula take it too",
    source: issue(2093),
    script: `${TABLE} s.getRange("B2:B4").formulas = [["=A2*2"], [""], ["=A4*2"]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*2", "=A3*2", "=A4*2"],
  },
  {
    behaviour: "a value among them stays",
    source: CALCULATED,
    script: `${TABLE} s.getRange("B2:B4").formulas = [["=A2*2"], [7], ["=A4*2"]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*2", 7, "=A4*2"],
  },
  {
    behaviour: "a cell that is emptied afterwards stays empty",
    source: CALCULATED,
    script: `${TABLE} s.getRange("B2").formulas = [["=A2*2"]]; s.getRange("B4").values = [[""]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*2", "=A3*2", ""],
  },
  {
    behaviour: "another formula replaces those of the column",
    source: issue(5909),
    script: `${TABLE} s.getRange("B2").formulas = [["=A2*2"]]; s.getRange("B3").formulas = [["=A3*3"]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*3", "=A3*3", "=A4*3"],
  },
  {
    behaviour: "beside somebody's own values no column is filled",
    source: CALCULATED,
    script: `${TABLE} s.getRange("B4").values = [[9]]; s.getRange("B2").formulas = [["=A2*2"]]; await c.sync(); ${COLUMN}`,
    expected: ["=A2*2", "", 9],
  },
];
