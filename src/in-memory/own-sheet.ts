/** Sheets of our own on a workbook in memory: made, or emptied and filled again; and cells added to a sheet that is there. */
import type { Sheet, Workbook } from "../book/model/workbook";
import type { OwnSheetPlan, PrintSetup, SheetPatch } from "../results/plan";
import { layContent, layHighlights, layValidations, layWidths, fileWidth } from "./cells";
import { SHEET_MARK } from "../trust";
import { layCharts, layChecks } from "./checks-and-charts";

const POINTS_PER_INCH = 72;
const A4 = 9;
/** Width of 来历 once it has something to say: 160 points, as in the sheets that are written anew. */
const ORIGIN_CHARACTERS = 160 / 0.75 / 7 - 5 / 7;

/** Fills the sheet of the plan's name, which is made at the end of the tabs where there is none. */
export function layOwnSheet(workbook: Workbook, plan: OwnSheetPlan): Sheet {
  const there = workbook.sheetByName(plan.name);
  const sheet = there ?? workbook.addSheet(plan.name);
  if (there !== undefined) empty(there, plan);
  if (plan.mark !== undefined && workbook.definedName(SHEET_MARK, sheet)?.formula !== plan.mark) {
    workbook.removeDefinedName(SHEET_MARK, sheet);
    workbook.setDefinedName(SHEET_MARK, plan.mark, sheet, true);
  }
  fill(sheet, plan);
  return sheet;
}

function empty(sheet: Sheet, { merges, print }: OwnSheetPlan): void {
  if (sheet.autoFilter !== null) takeFilterOff(sheet);
  const used = sheet.usedBox(false) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  if (merges !== undefined) sheet.unmerge(used);
  sheet.unmerge(used);
  sheet.clear(used);
  sheet.removeValidations(used);
  if (print?.breaksAbove !== undefined) sheet.setPage({ rowBreaks: [] });
}

/** Rows that it hid are shown again. */
function takeFilterOff(sheet: Sheet): void {
  const filter = sheet.autoFilter;
  if (filter === null) return;
  sheet.setRowHidden(filter.box.row + 1, false, filter.box.rows - 1);
  sheet.autoFilter = null;
}

function fill(sheet: Sheet, plan: OwnSheetPlan): void {
  layContent(sheet, plan.blocks, plan.styles);
  for (const area of plan.merges ?? []) sheet.merge(area);
  layWidths(sheet, plan.columnWidths ?? [], plan.hiddenColumns ?? []);
  for (const { row, rows, points } of plan.rowHeights ?? []) sheet.setRowHeight(row, points, rows);
  layValidations(sheet, plan.validations ?? []);
  layChecks(sheet, plan.checks ?? []);
  layHighlights(sheet, plan.highlights ?? []);
  if (plan.freezeRows !== undefined) sheet.freeze = { rows: plan.freezeRows, columns: plan.freezeColumns ?? 0 };
  if (plan.hideGridlines === true) sheet.showGridlines = false;
  if (plan.print !== undefined) layPrint(sheet, plan.print);
  layCharts(sheet, plan.charts ?? []);
}

function layPrint(sheet: Sheet, print: PrintSetup): void {
  sheet.setPage({ orientation: print.orientation });
  sheet.setPage({ paperSize: A4 });
  if (print.scale !== undefined) sheet.setPage({ fitToPage: false, scale: print.scale });
  if (print.fitWidth === true) sheet.setPage({ fitToPage: true, fitToWidth: print.pagesWide ?? 1, fitToHeight: 0 });
  if (print.centerHorizontally === true) sheet.setPage({ centerHorizontally: true });
  if (print.margins !== undefined) {
    const { top, bottom, left, right } = print.margins;
    sheet.setPage({
      margins: {
        ...sheet.page.margins,
        top: top / POINTS_PER_INCH,
        bottom: bottom / POINTS_PER_INCH,
        left: left / POINTS_PER_INCH,
        right: right / POINTS_PER_INCH,
      },
    });
  }
  if (print.area !== undefined) sheet.printArea = print.area;
  if (print.titleRows !== undefined) sheet.printTitleRows = print.titleRows;
  if (print.titleColumns !== undefined) sheet.printTitleColumns = print.titleColumns;
  if (print.footer !== undefined)
    sheet.setPage({
      headerFooter: `<headerFooter><oddFooter>${escaped(`&C${print.footer}`)}</oddFooter></headerFooter>`,
    });
  for (const row of print.breaksAbove ?? [])
    sheet.setPage({ rowBreaks: [...new Set([...sheet.page.rowBreaks, row])].sort((a, b) => a - b) });
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Whatever else stands on the sheet stays. */
export function layPatch(sheet: Sheet, patch: SheetPatch): void {
  layContent(sheet, [], patch.styles);
  layValidations(sheet, patch.validations);
  for (const column of patch.hiddenColumns ?? []) sheet.setColumnHidden(column, true);
  for (const column of patch.shownColumns ?? []) {
    sheet.setColumnHidden(column, false);
    sheet.setColumnWidth(column, fileWidth(ORIGIN_CHARACTERS));
  }
  if (patch.printArea !== undefined) sheet.printArea = patch.printArea;
  layContent(sheet, patch.blocks, []);
}
