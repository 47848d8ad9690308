/** Drop-downs from a sheet, checks, input messages and charts of our own sheets. */
import type { CellCheck, ChartPlan } from "../../results/plan";
import { columnName } from "../../grid/address";
import { CALL_BYTES } from "../request-sizes";
import { onRange } from "./cell-operations";
import type { Operation } from "./operations";

/** Excel's own limits. */
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;
const FEW_BARS = 2;

/** Operations that lay validations over cells. */
export function checkOperations(sheet: string, checks: readonly CellCheck[]): Operation[] {
  return checks.map((check) =>
    onRange(sheet, check, 6, ({ dataValidation }) => {
      if (check.rule !== null) dataValidation.rule = ruleOf(check.rule);
      if (check.error !== undefined) {
        dataValidation.errorAlert = {
          showAlert: true,
          style: "Stop",
          title: check.error.title.slice(0, MAX_TITLE),
          message: check.error.message.slice(0, MAX_MESSAGE),
        };
      }
      if (check.prompt !== undefined) {
        dataValidation.prompt = {
          showPrompt: true,
          title: check.prompt.title.slice(0, MAX_TITLE),
          message: check.prompt.message.slice(0, MAX_MESSAGE),
        };
      }
    }),
  );
}

function ruleOf(rule: NonNullable<CellCheck["rule"]>): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list": {
      const column = columnName(rule.column);
      return {
        list: {
          inCellDropDown: true,
          source: `='${rule.sheet}'!$${column}$${rule.row + 1}:$${column}$${rule.row + rule.rows}`,
        },
      };
    }
    case "whole":
      return { wholeNumber: { formula1: rule.from, formula2: rule.to, operator: "Between" } };
    case "decimal":
      return { decimal: { formula1: rule.from, formula2: rule.to, operator: "Between" } };
    case "length":
      return { textLength: { formula1: rule.exactly, operator: "EqualTo" } };
    case "date":
      return {
        date: { formula1: `=DATE(${rule.from},1,1)`, formula2: `=DATE(${rule.to},12,31)`, operator: "Between" },
      };
  }
}

/** Bars grow to the right from the first category at the top; a legend only where there is more than one series. */
export function chartOperations(sheet: string, charts: readonly ChartPlan[]): Operation[] {
  return charts.map((plan) => ({
    bytes: (20 + 4 * plan.colors.length) * CALL_BYTES,
    run: (sheetOf) => {
      const worksheet = sheetOf(sheet);
      const rangeOf = ({ row, column, rows, columns }: ChartPlan["source"]): Excel.Range =>
        worksheet.getRangeByIndexes(row, column, rows, columns);
      const chart = worksheet.charts.add(plan.type, rangeOf(plan.source), "Columns");
      const { place } = plan;
      chart.name = plan.name;
      chart.title.text = plan.title;
      chart.setPosition(
        rangeOf({ ...place, rows: 1, columns: 1 }),
        rangeOf({ row: place.row + place.rows - 1, column: place.column + place.columns - 1, rows: 1, columns: 1 }),
      );
      if (plan.colors.length > 1) chart.legend.position = "Bottom";
      else chart.legend.visible = false;
      const { categoryAxis, valueAxis } = chart.axes;
      if (plan.type !== "ColumnClustered") categoryAxis.reversePlotOrder = true;
      categoryAxis.tickLabelSpacing = 1;
      if (plan.minimum !== undefined) valueAxis.minimum = plan.minimum;
      if (plan.maximum !== undefined) valueAxis.maximum = plan.maximum;
      if (plan.numberFormat !== undefined) valueAxis.numberFormat = plan.numberFormat;
      plan.colors.forEach((color, at) => {
        const series = chart.series.getItemAt(at);
        series.format.fill.setSolidColor(color);
        // Few bars would be as thick as a wall.
        if (at === 0) series.gapWidth = plan.source.rows <= FEW_BARS + 1 ? 250 : 60;
        if (plan.labels === true) {
          series.hasDataLabels = true;
          if (plan.numberFormat !== undefined) series.dataLabels.numberFormat = plan.numberFormat;
        }
      });
    },
  }));
}
