/** Our columns on the unit's sheet: written beside its cells, inside its table or filter, and taken away again. */
import type { Area } from "../../grid/address";
import type { AnnotationPlan } from "../../results/plan";
import { CALL_BYTES } from "../request-sizes";
import { columnArea, contentOperations, highlightOperations, onRange, widthOperations } from "./cell-operations";
import type { Operation } from "./operations";
import { RECORD_SHEET } from "../sheets";
import type { ColumnLook, FilterFacts, TableFacts, WorkbookReading } from "../types";

/** Width of a column nobody has set: 64 pixels. For workbooks whose settings got lost. */
const DEFAULT_COLUMN_POINTS = 48;

/** Cells first: a table that is widened over blank headers would invent names for them. */
export function annotationOperations(plan: AnnotationPlan, reading: WorkbookReading): Operation[] {
  const { sheet, headerRow, column, columns, lastRow } = plan;
  const body = { row: headerRow + 1, column, rows: Math.max(1, lastRow - headerRow), columns };
  return [
    // Colours of an earlier review; all other formats are set anew below.
    onRange(sheet, body, 4, ({ format }) => {
      format.fill.clear();
      format.font.color = "#000000";
    }),
    ...leftoverBelow(plan, reading),
    ...contentOperations(sheet, plan.blocks, plan.styles),
    ...widthOperations(sheet, plan.columnWidths, plan.hiddenColumns),
    ...highlightOperations(sheet, plan.highlights),
    ...frameOperations(reading, headerRow, column, column + columns),
  ];
}

/** Lines of an earlier annotation below the last row that the unit still has. */
function leftoverBelow({ sheet, column, columns, lastRow }: AnnotationPlan, reading: WorkbookReading): Operation[] {
  const used = reading.sheets.get(sheet)?.used ?? null;
  const rows = used === null ? 0 : used.row + used.rows - (lastRow + 1);
  return rows <= 0
    ? []
    : [onRange(sheet, { row: lastRow + 1, column, rows, columns }, 2, (range) => range.clear("Contents"))];
}

/** Gives the unit's sheet back as it came: frame, looks and cells of our columns. */
export function clearOperations(
  reading: WorkbookReading,
  at: { readonly row: number; readonly column: number },
  columns: number,
  looks: readonly ColumnLook[],
): Operation[] {
  const used = reading.sheets.get(RECORD_SHEET)?.used ?? null;
  const rows = used === null ? 1 : Math.max(1, used.row + used.rows - at.row);
  return [
    // The frame shrinks first: a table names its blank header cells.
    ...frameOperations(reading, at.row, at.column, at.column),
    ...Array.from({ length: columns }, (_, offset) =>
      onRange(RECORD_SHEET, columnArea(at.column + offset), 4, (range) => {
        const look = looks[offset];
        range.columnHidden = look?.hidden ?? false;
        range.format.columnWidth = look?.width ?? DEFAULT_COLUMN_POINTS;
      }),
    ),
    // Last: as long as our titles stand there, another try knows what is left to do
    onRange(RECORD_SHEET, { row: at.row, column: at.column, rows, columns }, 2, (range) => range.clear()),
  ];
}

/** Brings the right edge of table or filter to `end`, when the frame reaches the annotation at all. */
function frameOperations(reading: WorkbookReading, headerRow: number, column: number, end: number): Operation[] {
  const table = reading.tables.find((candidate) => reaches(candidate, headerRow, column));
  if (table !== undefined) return rightEdge(table) === end ? [] : [resizeTable(table, end)];
  const filter = filterToMove(reading, headerRow, column, end);
  return filter === null ? [] : refilter(filter, end);
}

/** The filter that an annotation is laid beside takes off and lays on wider; null when it leaves it alone. */
export function filterToWiden({ headerRow, column, columns }: AnnotationPlan, reading: WorkbookReading): Area | null {
  if (reading.tables.some((candidate) => reaches(candidate, headerRow, column))) return null;
  const filter = filterToMove(reading, headerRow, column, column + columns);
  if (filter === null) return null;
  return { row: filter.row, column: filter.column, rows: filter.rows, columns: filter.columns };
}

function filterToMove({ filter }: WorkbookReading, headerRow: number, column: number, end: number): FilterFacts | null {
  // Over names that were merged downwards the arrows hang on the upper row.
  const isOurs = filter !== null && [headerRow, headerRow - 1].some((row) => reaches(filter, row, column));
  return !isOurs || rightEdge(filter) === end ? null : filter;
}

function rightEdge(area: Area): number {
  return area.column + area.columns;
}

/** The frame starts at the header row and ends at the annotation's first column or right of it, within our columns. */
function reaches(area: Area, headerRow: number, column: number): boolean {
  return area.row === headerRow && area.column < column && rightEdge(area) >= column;
}

function resizeTable(table: TableFacts, end: number): Operation {
  return {
    bytes: 3 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(RECORD_SHEET);
      const range = sheet.getRangeByIndexes(table.row, table.column, table.rows, end - table.column);
      sheet.tables.getItem(table.name).resize(range);
    },
  };
}

/** Excel has no widening of a filter: it is taken off and laid on again with each of its criteria. */
function refilter(filter: FilterFacts, end: number): Operation[] {
  const columns = end - filter.column;
  const rangeOf = (sheet: Excel.Worksheet): Excel.Range =>
    sheet.getRangeByIndexes(filter.row, filter.column, filter.rows, columns);
  const widen: Operation = {
    bytes: 3 * CALL_BYTES,
    run: (sheetOf) => {
      const sheet = sheetOf(RECORD_SHEET);
      sheet.autoFilter.remove();
      sheet.autoFilter.apply(rangeOf(sheet));
    },
  };
  const criteria = filter.criteria.slice(0, columns);
  if (criteria.every((criterion) => criterion === null)) return [widen];
  return [widen, applyCriteria({ ...filter, columns, criteria })];
}

/** Filters by criteria that were read before; Excel may refuse those of kinds that it gives in other words than it takes. */
export function applyCriteria({ row, column, rows, columns, criteria }: FilterFacts): Operation {
  return {
    bytes: (1 + criteria.length) * CALL_BYTES,
    warning: "filter-not-restored",
    run: (sheetOf) => {
      const sheet = sheetOf(RECORD_SHEET);
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      criteria.slice(0, columns).forEach((criterion, index) => {
        if (criterion !== null) sheet.autoFilter.apply(range, index, criterion);
      });
    },
  };
}
