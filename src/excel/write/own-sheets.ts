/** Sheets of the add-in's own: made, or emptied and filled again, so that a second run gives the same sheet. */
import type { OwnSheetPlan, PrintSetup } from "../../results/plan";
import { columnName } from "../../grid/address";
import { CALL_BYTES } from "../request-sizes";
import { chartOperations, checkOperations } from "./checks-and-charts";
import {
  contentOperations,
  highlightOperations,
  onRange,
  validationOperations,
  widthOperations,
} from "./cell-operations";
import type { Operation } from "./operations";
import type { SheetFacts } from "../types";
import { deleteSheet } from "../sheets";

/** `existing`: the sheet as it was read, undefined when it has to be made. */
export function ownSheetOperations(plan: OwnSheetPlan, existing: SheetFacts | undefined): Operation[] {
  return [existing === undefined ? addSheet(plan.name) : emptySheet(plan, existing), ...fillOperations(plan)];
}

/** Fills a sheet that is there and empty. */
export function fillOperations(plan: OwnSheetPlan): Operation[] {
  const { name } = plan;
  return [
    ...contentOperations(name, plan.blocks, plan.styles),
    ...(plan.merges ?? []).map((area) => onRange(name, area, 2, (range) => range.merge(false))),
    ...widthOperations(name, plan.columnWidths ?? [], plan.hiddenColumns ?? []),
    ...(plan.rowHeights ?? []).map(({ row, rows, points }) =>
      onRange(name, { row, column: 0, rows, columns: 1 }, 3, (range) => {
        range.format.rowHeight = points;
      }),
    ),
    ...validationOperations(name, plan.validations ?? []),
    ...checkOperations(name, plan.checks ?? []),
    ...highlightOperations(name, plan.highlights ?? []),
    viewOf(plan),
    ...(plan.print === undefined ? [] : printOperations(name, plan.print)),
    ...chartOperations(name, plan.charts ?? []),
  ];
}

/** Deletes a sheet, a very hidden one too. Fails with ItemNotFound where there is none. */
export function removeSheet(name: string): Operation {
  // A proxy of its own: the batch's would go on meaning the deleted sheet where a new one gets its name
  return { bytes: CALL_BYTES, run: (_, context) => deleteSheet(context.workbook.worksheets.getItem(name)) };
}

/** Adds a sheet at the end. */
export function addSheet(name: string): Operation {
  return { bytes: CALL_BYTES, run: (_, context) => void context.workbook.worksheets.add(name) };
}

function emptySheet({ name, merges, print }: OwnSheetPlan, existing: SheetFacts): Operation {
  return {
    bytes: 8 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(name);
      // A reviewer's filter would hide lines at places where other lines will stand.
      if (existing.filtered) sheet.autoFilter.remove();
      // The used range, not the sheet: formats of whole columns would be a trace of their own.
      const all = sheet.getUsedRange();
      if (merges !== undefined) all.unmerge();
      all.clear();
      all.dataValidation.clear();
      if (print?.breaksAbove !== undefined) sheet.horizontalPageBreaks.removePageBreaks();
    },
  };
}

function viewOf({ name, freezeRows, freezeColumns, hideGridlines }: OwnSheetPlan): Operation {
  return {
    bytes: 2 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(name);
      if (freezeRows !== undefined && freezeColumns !== undefined)
        sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freezeRows, freezeColumns));
      else if (freezeRows !== undefined) sheet.freezePanes.freezeRows(freezeRows);
      if (hideGridlines === true) sheet.showGridlines = false;
    },
  };
}

function printOperations(name: string, print: PrintSetup): Operation[] {
  const setup: Operation = {
    bytes: 15 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(name);
      const layout = sheet.pageLayout;
      layout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
      layout.paperSize = "A4";
      if (print.scale !== undefined) layout.zoom = { scale: print.scale };
      if (print.fitWidth === true) layout.zoom = { horizontalFitToPages: print.pagesWide ?? 1 };
      if (print.centerHorizontally === true) layout.centerHorizontally = true;
      if (print.margins !== undefined) {
        layout.topMargin = print.margins.top;
        layout.bottomMargin = print.margins.bottom;
        layout.leftMargin = print.margins.left;
        layout.rightMargin = print.margins.right;
      }
      if (print.area !== undefined) {
        const { row, column, rows, columns } = print.area;
        layout.setPrintArea(sheet.getRangeByIndexes(row, column, rows, columns));
      }
      if (print.titleRows !== undefined) {
        const { first, count } = print.titleRows;
        layout.setPrintTitleRows(`$${first + 1}:$${first + count}`);
      }
      if (print.titleColumns !== undefined) {
        const { first, count } = print.titleColumns;
        layout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(first + count - 1)}`);
      }
      if (print.footer !== undefined) layout.headersFooters.defaultForAllPages.centerFooter = print.footer;
    },
  };
  const breaks = (print.breaksAbove ?? []).map((row): Operation => ({
    bytes: CALL_BYTES,
    run: (sheetOf) => void sheetOf(name).horizontalPageBreaks.add(`A${row + 1}`),
  }));
  return [setup, ...breaks];
}
