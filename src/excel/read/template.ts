/** Reads the office's template sheet for certificates/ to check. Two round trips; nothing is written. */
import {
  holdsFields,
  MOST_COLUMNS,
  MOST_ROWS,
  readTemplate,
  TEMPLATE_SHEET,
  type CellLook,
  type Template,
  type TemplateCell,
  type TemplateSheet,
} from "../../certificates/index";
import { areaOfAddress, type Area } from "../../grid/address";
import type { OpenWorkbook } from "../types";
import { ExcelFailure } from "../types";

export interface LoadedTemplate {
  readonly template: Template;
  /** All of the sheet that holds something. */
  readonly used: Area;
}

/** Throws `input` with every problem of the template at once. */
export async function loadTemplate({ context, reading }: OpenWorkbook): Promise<LoadedTemplate> {
  const facts = reading.sheets.get(TEMPLATE_SHEET);
  if (facts === undefined) {
    throw new ExcelFailure("template-missing", { sheet: TEMPLATE_SHEET });
  }
  const sheet = context.workbook.worksheets.getItem(TEMPLATE_SHEET);
  const layout = sheet.pageLayout.load("orientation,paperSize,zoom,topMargin,bottomMargin,leftMargin,rightMargin");
  const printed = layout.getPrintAreaOrNullObject().load("address");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount,formulas,values");
  const shapes = sheet.shapes.load("items/id,items/name,items/type,items/top,items/left,items/width,items/height");
  const tables = sheet.tables.getCount();
  await context.sync();

  const area = printed.isNullObject ? null : areaOfAddress(printed.address);
  const usedArea = used.isNullObject
    ? null
    : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const cells = used.isNullObject ? [] : cellsOf(used);
  const { heights, widths, lookAt } = await sizesOf(context, area, cells);
  const content: TemplateSheet = {
    cells: cells.map((cell, at) => {
      const look = lookAt(at);
      return look === null ? cell : { ...cell, look };
    }),
    printArea: printed.isNullObject ? null : { address: printed.address, area },
    heights,
    widths,
    pictures: shapes.items.map(({ id, name, type, top, left, width, height }) => ({
      id,
      name,
      kind: type,
      top,
      left,
      width,
      height,
    })),
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    paper: (layout.paperSize as string | null) ?? null,
    scale: layout.zoom.scale ?? null,
    margins: { top: layout.topMargin, bottom: layout.bottomMargin, left: layout.leftMargin, right: layout.rightMargin },
    isProtected: facts.protected,
    hasTables: tables.value > 0,
  };
  used.untrack();
  printed.untrack();
  const checked = readTemplate(content);
  if (!checked.ok) throw new ExcelFailure("template-unfit", { sheet: TEMPLATE_SHEET }, checked);
  return { template: checked.template, used: usedArea ?? checked.template.area };
}

function cellsOf(used: Excel.Range): readonly TemplateCell[] {
  return (used.formulas as unknown[][]).flatMap((line, down) =>
    line.flatMap((formula, across) => {
      const value: unknown = (used.values as unknown[][])[down]?.[across];
      if (formula === "" && value === "") return [];
      // Text that only begins with "=" reads the same both ways: it is no formula.
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return [{ row: used.rowIndex + down, column: used.columnIndex + across, text: String(value), isFormula }];
    }),
  );
}

interface Sizes extends Pick<TemplateSheet, "heights" | "widths"> {
  /** Of the cell at this place in the list; null when it holds no field. */
  readonly lookAt: (at: number) => CellLook | null;
}

/** Heights and widths from the sheet's first row and column to the end of the area (null where hidden), and the looks of cells with fields. */
async function sizesOf(
  context: Excel.RequestContext,
  area: Area | null,
  cells: readonly TemplateCell[],
): Promise<Sizes> {
  if (area === null || area.row + area.rows > MOST_ROWS || area.column + area.columns > MOST_COLUMNS)
    return { heights: [], widths: [], lookAt: () => null };
  const sheet = context.workbook.worksheets.getItem(TEMPLATE_SHEET);
  const part = (
    row: number,
    column: number,
    what: "rowHidden" | "columnHidden",
    size: "rowHeight" | "columnWidth",
  ): Excel.Range => {
    const range = sheet.getRangeByIndexes(row, column, 1, 1).load(what);
    range.format.load(size);
    return range;
  };
  const rows = Array.from({ length: area.row + area.rows }, (_, row) =>
    part(row, area.column, "rowHidden", "rowHeight"),
  );
  const columns = Array.from({ length: area.column + area.columns }, (_, column) =>
    part(area.row, column, "columnHidden", "columnWidth"),
  );
  const looks = cells.map(({ row, column, text, isFormula }) => {
    if (isFormula || !holdsFields(text)) return null;
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    range.format.load("wrapText");
    range.format.font.load("size");
    return { range, merged: range.getMergedAreasOrNullObject().load("address"), row, column };
  });
  await context.sync();
  const heights = rows.map((range) => (range.rowHidden ? null : range.format.rowHeight));
  const widths = columns.map((range) => (range.columnHidden ? null : range.format.columnWidth));
  const sum = (points: readonly (number | null)[], first: number, count: number): number =>
    points.slice(first, first + count).reduce<number>((total, each) => total + (each ?? 0), 0);
  const known = looks.map((look): CellLook | null => {
    if (look === null) return null;
    const { range, merged, row, column } = look;
    const place = (merged.isNullObject ? null : areaOfAddress(merged.address)) ?? { row, column, rows: 1, columns: 1 };
    const found = {
      fontSize: range.format.font.size,
      wraps: range.format.wrapText,
      width: sum(widths, place.column, place.columns),
      height: sum(heights, place.row, place.rows),
    };
    merged.untrack();
    range.untrack();
    return found;
  });
  for (const range of [...rows, ...columns]) range.untrack();
  return { heights, widths, lookAt: (at) => known[at] ?? null };
}
