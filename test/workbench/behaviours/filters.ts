/** AutoFilter: what is read back, what may be applied again. */
import type { Workbook } from "../../../src/book/model/workbook";
import { type BehaviourCase, issue, reference } from "./case";

/** Names and kinds with a header, filtered to 论文. */
function filtered(workbook: Workbook): void {
  const sheet = workbook.activeSheet;
  [
    ["姓名", "形式"],
    ["甲", "论文"],
    ["乙", "培训"],
  ].forEach((line, row) => line.forEach((text, column) => sheet.setValue(row, column, text)));
  sheet.autoFilter = {
    box: { row: 0, column: 0, rows: 3, columns: 2 },
    criteria: '<filterColumn colId="1"><filters><filter val="论文"/></filters></filterColumn>',
  };
}

const CRITERIA = `const f = s.autoFilter.load("criteria"); await c.sync();`;

export const FILTER_CASES: readonly BehaviourCase[] = [
  {
    behaviour: "criteria read back have every member, those without a meaning null, and unfiltered columns are empty",
    source: issue(1226),
    given: filtered,
    script: `${CRITERIA} return f.criteria;`,
    expected: [
      {},
      {
        color: null,
        criterion1: null,
        criterion2: null,
        dynamicCriteria: null,
        filterOn: "Values",
        icon: null,
        operator: null,
        subField: null,
        values: ["论文"],
      },
    ],
  },
  {
    behaviour: "criteria as read back can't be applied: their null members are no arguments",
    source: issue(1226),
    given: filtered,
    script: `${CRITERIA} s.autoFilter.apply("A1:B3", 1, f.criteria[1]); await c.sync(); return "applied";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "the empty criteria of an unfiltered column can't be applied",
    source: `${issue(1226)} ${reference("filtercriteria#filteron")}`,
    given: filtered,
    script: `${CRITERIA} s.autoFilter.apply("A1:B3", 0, f.criteria[0]); await c.sync(); return "applied";`,
    expected: "InvalidArgument",
  },
  {
    behaviour: "criteria without their null members can be applied again",
    source: issue(1226),
    given: filtered,
    script: `${CRITERIA} s.autoFilter.remove(); s.autoFilter.apply("A1:B3");
      s.autoFilter.apply("A1:B3", 1, { filterOn: "Values", values: f.criteria[1].values }); await c.sync();
      const rows = ["A2", "A3"].map((address) => s.getRange(address).load("rowHidden")); await c.sync(); return rows.map((row) => row.rowHidden);`,
    expected: [false, true],
  },
];
