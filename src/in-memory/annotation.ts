/** Our columns on the unit's sheet in memory: written beside its cells, inside its table or filter. */
import type { Area, Sheet, Table } from "../book/model/workbook";
import type { AnnotationPlan } from "../results/plan";
import { layContent, layHighlights, layWidths } from "./cells";

/** `used`: the cells of the sheet that hold something, as they were read. */
export function layAnnotation(sheet: Sheet, plan: AnnotationPlan, used: Area | null): void {
  const { headerRow, column, columns, lastRow } = plan;
  const body = { row: headerRow + 1, column, rows: Math.max(1, lastRow - headerRow), columns };
  // Colours of an earlier review; all other formats are set anew below.
  sheet.setBoxStyle(body, { fill: null });
  sheet.setBoxStyle(body, { font: { color: "#000000" } });
  const below = used === null ? 0 : used.row + used.rows - (lastRow + 1);
  if (below > 0) sheet.clearContents({ row: lastRow + 1, column, rows: below, columns });
  layContent(sheet, plan.blocks, plan.styles);
  nameTableColumns(sheet, { row: headerRow, column, rows: 1, columns });
  layWidths(sheet, plan.columnWidths, plan.hiddenColumns);
  layHighlights(sheet, plan.highlights);
  widenFrame(sheet, headerRow, column, column + columns);
}

const rightEdge = ({ column, columns }: Area): number => column + columns;

/** The frame starts at the header row and ends at the annotation's first column or right of it, within our columns. */
const reaches = (area: Area, headerRow: number, column: number): boolean =>
  area.row === headerRow && area.column < column && rightEdge(area) >= column;

/** Columns of a table that is as wide as our columns already take the names that their headers have now. */
function nameTableColumns(sheet: Sheet, headers: Area): void {
  const covers = ({ box, headerRow }: Table): boolean =>
    headerRow && box.row === headers.row && box.column < rightEdge(headers) && rightEdge(box) > headers.column;
  const table = sheet.tables.find(covers);
  if (table !== undefined) sheet.resizeTable(table, table.box);
}

/** Brings the right edge of table or filter to `end`, when the frame reaches the annotation at all. */
function widenFrame(sheet: Sheet, headerRow: number, column: number, end: number): void {
  const table = sheet.tables.find(({ box }) => reaches(box, headerRow, column));
  if (table !== undefined) {
    if (rightEdge(table.box) !== end) sheet.resizeTable(table, { ...table.box, columns: end - table.box.column });
    return;
  }
  const filter = sheet.autoFilter;
  if (filter === null) return;
  // Over names that were merged downwards the arrows hang on the upper row.
  const isOurs = [headerRow, headerRow - 1].some((row) => reaches(filter.box, row, column));
  if (!isOurs || rightEdge(filter.box) === end) return;
  // Rows that a filter without criteria would not hide are shown, as by laying it on anew in Excel.
  if (filter.criteria === "") sheet.setRowHidden(filter.box.row + 1, false, filter.box.rows - 1);
  // Taken off and laid on again, as Excel knows no widening
  sheet.autoFilter = null;
  sheet.autoFilter = { ...filter, box: { ...filter.box, columns: end - filter.box.column } };
}
