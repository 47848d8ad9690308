/** Checks of cells, and bars and columns over cells, on a sheet in memory. */
import { PLAIN_AXIS } from "../book/model/charts";
import type { Area, Chart, Sheet, Validation } from "../book/model/workbook";
import { columnName } from "../grid/address";
import type { CellCheck, ChartPlan } from "../results/plan";
import { layValidation } from "./cells";

/** Excel's own limits. */
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;
const FEW_BARS = 2;

export function layChecks(sheet: Sheet, checks: readonly CellCheck[]): void {
  for (const { rule, error, prompt, ...area } of checks)
    layValidation(sheet, area, {
      ...(rule === null ? {} : ruleOf(rule)),
      ...(error === undefined
        ? {}
        : {
            showError: true,
            errorStyle: "stop",
            errorTitle: error.title.slice(0, MAX_TITLE),
            error: error.message.slice(0, MAX_MESSAGE),
          }),
      ...(prompt === undefined
        ? {}
        : {
            showPrompt: true,
            promptTitle: prompt.title.slice(0, MAX_TITLE),
            prompt: prompt.message.slice(0, MAX_MESSAGE),
          }),
    });
}

function ruleOf(rule: NonNullable<CellCheck["rule"]>): Partial<Validation> {
  const between = (type: Validation["type"], first: string, last: string): Partial<Validation> => ({
    type,
    operator: "between",
    formula1: first,
    formula2: last,
  });
  switch (rule.kind) {
    case "list": {
      const column = columnName(rule.column);
      return {
        type: "list",
        formula1: `'${rule.sheet}'!$${column}$${rule.row + 1}:$${column}$${rule.row + rule.rows}`,
        showDropDown: true,
      };
    }
    case "whole":
    case "decimal":
      return between(rule.kind, String(rule.from), String(rule.to));
    case "length":
      return { type: "textLength", operator: "equal", formula1: String(rule.exactly) };
    case "date":
      return between("date", `DATE(${rule.from},1,1)`, `DATE(${rule.to},12,31)`);
  }
}

/** Bars grow to the right from the first category at the top; a legend only where there is more than one series. */
export function layCharts(sheet: Sheet, charts: readonly ChartPlan[]): void {
  for (const plan of charts) {
    const { row, column, rows } = plan.source;
    const cells = (at: number, first: number, count: number): { sheet: Sheet; box: Area } => ({
      sheet,
      box: { row: row + first, column: column + at, rows: count, columns: 1 },
    });
    const chart: Chart = {
      id: `{chart-${sheet.charts.length + 1}}`,
      name: plan.name,
      type: plan.type,
      title: plan.title,
      titleVisible: true,
      legend: plan.colors.length > 1 ? "Bottom" : null,
      categoryAxis: { ...PLAIN_AXIS, reversed: plan.type !== "ColumnClustered", labelSpacing: 1 },
      valueAxis: {
        ...PLAIN_AXIS,
        gridlines: true,
        minimum: plan.minimum ?? null,
        maximum: plan.maximum ?? null,
        numberFormat: plan.numberFormat ?? null,
      },
      series: plan.colors.map((color, at) => ({
        name: cells(at + 1, 0, 1),
        values: cells(at + 1, 1, rows - 1),
        categories: cells(0, 1, rows - 1),
        color: color.toUpperCase(),
        dataLabels: plan.labels === true,
        labelFormat: plan.labels === true ? (plan.numberFormat ?? null) : null,
        gapWidth: rows <= FEW_BARS + 1 ? 250 : 60,
      })),
      place: plan.place,
    };
    sheet.addChart(chart);
  }
}
