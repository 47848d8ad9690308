/** Sheets of the add-in's own: made, or emptied and filled again, so that a second run gives the same sheet. */
import { columnName, type Area } from "../../grid/address";
import type { CellBlock, OwnSheetPlan, PlannedCell, PrintSetup } from "../../results/plan";
import { MARK_HEADER, SHEETS } from "../../submission/vocabulary";
import { SHEET_MARK } from "../../trust";
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
  if (existing !== undefined && HOLDS_DECISIONS.includes(plan.name)) return overwriteOperations(plan, existing);
  const first = existing === undefined ? addSheet(plan) : emptySheet(plan, existing);
  return [withHeader(first, plan), ...fillOperations(plan)];
}

/** What people decided stands on them and nowhere else: they are never empty, not even for a moment. */
const HOLDS_DECISIONS: readonly string[] = [SHEETS.decisions, SHEETS.opinions];

/** New lines are laid over the old ones, a decision with all its cells at once; what is left of the old ones goes afterwards. */
function overwriteOperations(plan: OwnSheetPlan, existing: SheetFacts): Operation[] {
  const whole = wholeBlock(plan.blocks);
  return [
    clearLooks(plan, existing),
    ...contentOperations(plan.name, withFormulasApart(whole), plan.styles),
    ...beyond(existing.used, whole).map((area) => onRange(plan.name, area, 2, (range) => range.clear("Contents"))),
    ...setUpOperations(plan),
  ];
}

/** All blocks as one, from the sheet's first cell on. */
function wholeBlock(blocks: readonly CellBlock[]): CellBlock {
  const rows = Math.max(...blocks.map(({ row, cells }) => row + cells.length));
  const columns = Math.max(...blocks.map(({ column, cells }) => column + (cells[0]?.length ?? 0)));
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): PlannedCell => null));
  for (const block of blocks)
    block.cells.forEach((line, down) => cells[block.row + down]?.splice(block.column, line.length, ...line));
  return { row: 0, column: 0, cells };
}

/** Runs of columns with formulas and without: values can be laid down elsewhere first and copied, formulas can't. */
function withFormulasApart({ cells }: CellBlock): readonly CellBlock[] {
  const columns = cells[0]?.length ?? 0;
  const hasFormula = (column: number): boolean =>
    cells.some((line) => typeof line[column] === "object" && line[column] !== null);
  const blocks: CellBlock[] = [];
  for (let first = 0, end = 1; first < columns; first = end, end += 1) {
    while (end < columns && hasFormula(end) === hasFormula(first)) end += 1;
    const [from, to] = [first, end];
    blocks.push({ row: 0, column: from, cells: cells.map((line) => line.slice(from, to)) });
  }
  return blocks;
}

/** What is in use below a block that begins at the first cell, and right of it. */
function beyond(used: Area | null, { cells }: CellBlock): readonly Area[] {
  if (used === null) return [];
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const [bottom, right] = [used.row + used.rows, used.column + used.columns];
  return [
    { row: rows, column: 0, rows: bottom - rows, columns: Math.max(right, columns) },
    { row: 0, column: columns, rows, columns: right - columns },
  ].filter((area) => area.rows > 0 && area.columns > 0);
}

/**
 * Our tables are known by their titles: these come with the sheet itself, so that one whose filling breaks off is not
 * taken for a sheet of the unit's.
 */
function withHeader(first: Operation, { name, blocks }: OwnSheetPlan): Operation {
  const titles = blocks.find(({ row, cells }) => row === 0 && cells[0]?.includes(MARK_HEADER) === true);
  if (titles === undefined) return first;
  const header = { ...titles, cells: titles.cells.slice(0, 1) };
  return {
    bytes: first.bytes + CALL_BYTES,
    run: (sheetOf, context) => {
      first.run(sheetOf, context);
      const line = header.cells[0] ?? [];
      sheetOf(name).getRangeByIndexes(0, header.column, 1, line.length).values = [[...line]];
    },
  };
}

/** Fills a sheet that is there and empty. */
export function fillOperations(plan: OwnSheetPlan): Operation[] {
  return [...contentOperations(plan.name, plan.blocks, plan.styles), ...setUpOperations(plan)];
}

/** Everything of a sheet but its cells and their looks. */
function setUpOperations(plan: OwnSheetPlan): Operation[] {
  const { name } = plan;
  return [
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

/** Adds a sheet at the end, with the office's mark where it has one. */
export function addSheet({ name, mark }: Pick<OwnSheetPlan, "name" | "mark">): Operation {
  return {
    bytes: 3 * CALL_BYTES,
    run: (_, context) => {
      const sheet = context.workbook.worksheets.add(name);
      if (mark !== undefined) putMark(sheet, mark);
    },
  };
}

function putMark({ names }: Excel.Worksheet, mark: string): void {
  names.add(SHEET_MARK, mark).visible = false;
}

function emptySheet(plan: OwnSheetPlan, existing: SheetFacts): Operation {
  return clearing(plan, existing, "All");
}

function clearLooks(plan: OwnSheetPlan, existing: SheetFacts): Operation {
  return clearing(plan, existing, "Formats");
}

function clearing(
  { name, merges, print, mark }: OwnSheetPlan,
  existing: SheetFacts,
  what: "All" | "Formats",
): Operation {
  return {
    bytes: 11 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(name);
      if (mark !== undefined && mark !== existing.mark) {
        if (existing.mark !== "") sheet.names.getItem(SHEET_MARK).delete();
        putMark(sheet, mark);
      }
      // A reviewer's filter would hide lines at places where other lines will stand.
      if (existing.filtered) sheet.autoFilter.remove();
      // The used range, not the sheet: formats of whole columns would be a trace of their own.
      const all = sheet.getUsedRange();
      if (merges !== undefined) all.unmerge();
      all.clear(what);
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
