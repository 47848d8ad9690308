/** Carries a sheet plan out on a workbook in memory, as excel/ does in Excel. */
import type { Area, Sheet, StylePatch, Workbook } from "../book/model/workbook";
import type { OwnSheetPlan, PlannedCell, PrintSetup, Style } from "../results/plan";

/** Excel's default font: 7 pixels a digit, 5 around it. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_AROUND = 5;
const POINTS_PER_INCH = 72;
const A4 = 9;
const LINE = { style: "thin", color: "#9AA5B1" } as const;
const NO_PADDING = 0.3;

/** Makes the sheet at `position` of the tabs. User text is written as text; only planned formulas become formulas. */
export function layOut(workbook: Workbook, plan: OwnSheetPlan, position: number): Sheet {
  const sheet = workbook.addSheet(plan.name, position);
  for (const { row, column, cells } of plan.blocks)
    cells.forEach((line, down) => line.forEach((cell, across) => writeCell(sheet, row + down, column + across, cell)));
  for (const { style, ...area } of plan.styles) layStyle(sheet, area, style);
  for (const area of plan.merges ?? []) sheet.merge(area);
  for (const { column, characters } of plan.columnWidths ?? []) sheet.setColumnWidth(column, fileWidth(characters));
  for (const column of plan.hiddenColumns ?? []) sheet.setColumnHidden(column, true);
  for (const { row, rows, points } of plan.rowHeights ?? []) sheet.setRowHeight(row, points, rows);
  if (plan.freezeRows !== undefined) sheet.freeze = { rows: plan.freezeRows, columns: 0 };
  if (plan.hideGridlines === true) sheet.showGridlines = false;
  if (plan.print !== undefined) setPrint(sheet, plan.print);
  return sheet;
}

/** Width on file, padding included, of so many characters. */
export function fileWidth(characters: number): number {
  return Math.trunc(((characters * PIXELS_PER_CHARACTER + PIXELS_AROUND) / PIXELS_PER_CHARACTER) * 256) / 256;
}

/** Writes a planned cell at a 0-based position: a formula, a value, or nothing. */
export function writeCell(sheet: Sheet, row: number, column: number, cell: PlannedCell): void {
  if (cell !== null && typeof cell === "object") sheet.setFormula(row, column, cell.formula, cell.shown ?? null);
  else sheet.setValue(row, column, cell);
}

/** Lays a planned style over an area of a sheet. */
export function layStyle(sheet: Sheet, area: Area, style: Style): void {
  const patch: StylePatch = {
    font: {
      ...(style.bold === undefined ? {} : { bold: style.bold }),
      ...(style.fontName === undefined ? {} : { name: style.fontName }),
      ...(style.fontSize === undefined ? {} : { size: style.fontSize }),
      ...(style.color === undefined ? {} : { color: style.color }),
    },
    ...(style.fill === undefined ? {} : { fill: style.fill }),
    ...(style.wrap === undefined ? {} : { wrap: style.wrap }),
    ...(style.horizontal === undefined ? {} : { horizontal: style.horizontal }),
    ...(style.vertical === undefined ? {} : { vertical: style.vertical }),
    ...(style.numberFormat === undefined ? {} : { numberFormat: style.numberFormat }),
    ...(style.border === "all" ? { borders: { left: LINE, right: LINE, top: LINE, bottom: LINE } } : {}),
  };
  sheet.setBoxStyle(area, patch);
  if (style.border === "outline") outline(sheet, area);
}

function outline(sheet: Sheet, { row, column, rows, columns }: Area): void {
  sheet.setBoxStyle({ row, column, rows: 1, columns }, { borders: { top: LINE } });
  sheet.setBoxStyle({ row: row + rows - 1, column, rows: 1, columns }, { borders: { bottom: LINE } });
  sheet.setBoxStyle({ row, column, rows, columns: 1 }, { borders: { left: LINE } });
  sheet.setBoxStyle({ row, column: column + columns - 1, rows, columns: 1 }, { borders: { right: LINE } });
}

function setPrint(sheet: Sheet, print: PrintSetup): void {
  const { margins } = print;
  sheet.setPage({
    orientation: print.orientation,
    paperSize: A4,
    ...(print.scale === undefined ? {} : { scale: print.scale }),
    ...(print.fitWidth === true ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    ...(margins === undefined
      ? {}
      : {
          margins: {
            left: margins.left / POINTS_PER_INCH,
            right: margins.right / POINTS_PER_INCH,
            top: margins.top / POINTS_PER_INCH,
            bottom: margins.bottom / POINTS_PER_INCH,
            header: NO_PADDING,
            footer: NO_PADDING,
          },
        }),
    centerHorizontally: print.centerHorizontally === true,
    ...(print.footer === undefined
      ? {}
      : { headerFooter: `<headerFooter><oddFooter>${escaped(`&C${print.footer}`)}</oddFooter></headerFooter>` }),
    ...(print.breaksAbove === undefined ? {} : { rowBreaks: print.breaksAbove }),
  });
  if (print.area !== undefined) sheet.printArea = print.area;
  if (print.titleRows !== undefined) sheet.printTitleRows = print.titleRows;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
