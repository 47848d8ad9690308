/**
 * Cells of a write plan on a sheet in memory: values, formulas, formats, highlights, drop-downs. Styles come about change
 * by change and in the order in which excel/ asks for them, so that both ways give the same file.
 */
import type { Area, LineStyle, Sheet, StylePatch, Validation } from "../book/model/workbook";
import type { CellBlock, Highlight, ListValidation, PlannedCell, Style, StyledArea } from "../results/plan";

/** Excel's default font: 7 pixels a digit, 5 around it; widths on file count 256ths of a digit. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_AROUND = 5;
const WIDTH_STEPS = 256;
/** Literals of a list validation end here. */
const MAX_LIST = 255;
const LINE_COLOR = "#9AA5B1";
const BLACK = "#000000";

/** Number formats first, then cells, then all other formats. */
export function layContent(sheet: Sheet, blocks: readonly CellBlock[], styles: readonly StyledArea[]): void {
  for (const { style, ...area } of styles)
    if (style.numberFormat !== undefined) sheet.setBoxStyle(area, { numberFormat: style.numberFormat || "General" });
  for (const { row, column, cells } of blocks)
    cells.forEach((line, down) => line.forEach((cell, across) => layCell(sheet, row + down, column + across, cell)));
  for (const { style, ...area } of styles) layLook(sheet, area, style);
}

/** User text is written as text; only planned formulas become formulas. */
function layCell(sheet: Sheet, row: number, column: number, cell: PlannedCell): void {
  if (cell !== null && typeof cell === "object") sheet.setFormula(row, column, cell.formula, cell.shown ?? null);
  else sheet.setValue(row, column, cell === "" ? null : cell);
}

type Side = "top" | "bottom" | "left" | "right";

/** All of a style but its number format. */
function layLook(sheet: Sheet, area: Area, style: Style): void {
  const lay = (patch: StylePatch): void => sheet.setBoxStyle(area, patch);
  if (style.bold !== undefined) lay({ font: { bold: style.bold } });
  if (style.fontName !== undefined) lay({ font: { name: style.fontName } });
  if (style.fontSize !== undefined) lay({ font: { size: style.fontSize } });
  if (style.color !== undefined) lay({ font: { color: style.color.toUpperCase() } });
  if (style.fill !== undefined) lay({ fill: style.fill.toUpperCase() });
  if (style.wrap !== undefined) lay({ wrap: style.wrap });
  if (style.horizontal !== undefined) lay({ horizontal: style.horizontal });
  if (style.vertical !== undefined) lay({ vertical: style.vertical });
  if (style.border === "dashed-left") layLine(sheet, { ...area, columns: 1 }, "left", "dashed");
  else if (style.border !== undefined) layBorder(sheet, area, style.border);
}

function layBorder(sheet: Sheet, area: Area, border: "all" | "outline"): void {
  const { row, column, rows, columns } = area;
  const edges: readonly (readonly (readonly [Area, Side])[])[] = [
    [[{ ...area, rows: 1 }, "top"]],
    [[{ ...area, row: row + rows - 1, rows: 1 }, "bottom"]],
    [[{ ...area, columns: 1 }, "left"]],
    [[{ ...area, column: column + columns - 1, columns: 1 }, "right"]],
    border === "outline" || rows < 2
      ? []
      : [
          [{ ...area, rows: rows - 1 }, "bottom"],
          [{ ...area, row: row + 1, rows: rows - 1 }, "top"],
        ],
    border === "outline" || columns < 2
      ? []
      : [
          [{ ...area, columns: columns - 1 }, "right"],
          [{ ...area, column: column + 1, columns: columns - 1 }, "left"],
        ],
  ];
  for (const parts of edges) {
    for (const [part, side] of parts) layLine(sheet, part, side, "thin");
    for (const [part, side] of parts) layLine(sheet, part, side, "thin", LINE_COLOR);
  }
}

/** A line along one side of each cell; without a colour that of the line which is there. */
function layLine(
  sheet: Sheet,
  { row, column, rows, columns }: Area,
  side: Side,
  style: LineStyle,
  color?: string,
): void {
  for (let down = row; down < row + rows; down += 1) {
    for (let across = column; across < column + columns; across += 1) {
      const there = sheet.workbook.style(sheet.styleIndex(down, across)).borders[side];
      sheet.setStyle(down, across, { borders: { [side]: { style, color: color ?? there?.color ?? BLACK } } });
    }
  }
}

/** Width on file, padding included, of so many characters. */
export function fileWidth(characters: number): number {
  return (
    Math.round(((characters * PIXELS_PER_CHARACTER + PIXELS_AROUND) / PIXELS_PER_CHARACTER) * WIDTH_STEPS) / WIDTH_STEPS
  );
}

export function layWidths(
  sheet: Sheet,
  widths: readonly { readonly column: number; readonly characters: number }[],
  hidden: readonly number[],
): void {
  for (const { column, characters } of widths) sheet.setColumnWidth(column, fileWidth(characters));
  for (const column of hidden) sheet.setColumnHidden(column, true);
}

export function layHighlights(sheet: Sheet, highlights: readonly Highlight[]): void {
  for (const { column, runs, color, fill } of highlights) {
    const boxes = runs.map(({ row, rows }): Area => ({ row, rows, column, columns: 1 }));
    for (const box of boxes) sheet.setBoxStyle(box, { font: { color: color.toUpperCase() } });
    for (const box of boxes) sheet.setBoxStyle(box, { fill: fill.toUpperCase() });
  }
}

/** Drop-down lists that warn and let other words pass. A list that Excel does not take as one text is left out. */
export function layValidations(sheet: Sheet, validations: readonly ListValidation[]): void {
  for (const { values, ...area } of validations) {
    const source = values.join(",");
    if (source.length > MAX_LIST) continue;
    layValidation(sheet, area, {
      type: "list",
      formula1: `"${source.replace(/"/g, '""')}"`,
      showDropDown: true,
      showError: true,
      errorStyle: "warning",
      errorTitle: "请核对",
      error: "所填内容不在下拉选项中",
    });
  }
}

const NO_VALIDATION: Omit<Validation, "boxes"> = {
  type: "none",
  allowBlank: true,
  showDropDown: true,
  showError: true,
  showPrompt: true,
};

/** Changes the validation of an area; what is not named stays as it is there. */
export function layValidation(sheet: Sheet, area: Area, change: Partial<Omit<Validation, "boxes">>): void {
  const { boxes: _boxes, ...there } = sharedValidation(sheet, area) ?? { ...NO_VALIDATION, boxes: [] };
  sheet.addValidation({ ...there, ...change, boxes: [area] });
}

/** The validation that all cells of an area have; null when they differ or have none. */
function sharedValidation(sheet: Sheet, { row, column, rows, columns }: Area): Validation | null {
  const first = sheet.validationAt(row, column);
  if (first === null || sheet.validations.length === 0) return null;
  for (let down = row; down < row + rows; down += 1)
    for (let across = column; across < column + columns; across += 1)
      if (sheet.validationAt(down, across) !== first) return null;
  return first;
}
