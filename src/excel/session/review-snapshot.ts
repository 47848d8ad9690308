/** The cells that a review was made of, as they stand after it was written: what a later change is laid over. */
import { ANNOTATION_TITLES, gridOf, type AnnotationPlan, type WritePlan } from "../../results/index";
import type { Review } from "../../review/types";
import type { CellValue } from "../../grid/address";
import type { SheetGrid, WorkbookGrids } from "../../submission/grid";
import type { AreaCells } from "../read/workbook";
import { isReadSheet } from "../sheets";
import type { WorkbookReading } from "../types";

export interface KeptReading extends Pick<WorkbookReading, "grids" | "sheets" | "settings"> {
  readonly liveFormulaLimit: number;
}

/** Which cells the reviews of this page were made of. */
export class ReviewSnapshots {
  private readonly readings = new WeakMap<Review, KeptReading>();
  private frozen = false;

  /** Keeps what a review was made of for as long as somebody holds the review. */
  keep(review: Review, reading: KeptReading): void {
    this.readings.set(review, reading);
  }

  /** Null when it is not known what the review was made of. */
  readingOf(review: Review): KeptReading | null {
    return this.readings.get(review) ?? null;
  }

  /** The annotation's formulas have become values, or (false) are written anew. */
  noteFrozen(value: boolean): void {
    this.frozen = value;
  }

  /** True since the results were frozen, until the next review. */
  isFrozen(): boolean {
    return this.frozen;
  }
}

/** The grids as they would be read after the plan was carried out. Contents of our columns are left out: nothing reads them. */
export function gridsAfter(grids: WorkbookGrids, plan: WritePlan): WorkbookGrids {
  const after = new Map(grids);
  const records = plan.annotation === null ? undefined : grids.get(plan.annotation.sheet);
  if (records !== undefined && plan.annotation !== null) after.set(records.name, withTitles(records, plan.annotation));
  for (const sheet of plan.sheets) if (isReadSheet(sheet.name)) after.set(sheet.name, gridOf(sheet));
  return after;
}

function withTitles(grid: SheetGrid, { headerRow, column }: AnnotationPlan): SheetGrid {
  const first = column - grid.firstColumn;
  const wide = grid.values.map((line) => padded(line, first + ANNOTATION_TITLES.length));
  const at = headerRow - grid.firstRow;
  return {
    ...grid,
    values: wide.map((line, index) =>
      index === at
        ? [...line.slice(0, first), ...ANNOTATION_TITLES, ...line.slice(first + ANNOTATION_TITLES.length)]
        : line,
    ),
  };
}

function padded(line: readonly CellValue[], width: number): readonly CellValue[] {
  return line.length >= width ? line : [...line, ...new Array<CellValue>(width - line.length).fill(null)];
}

/** A grid with some of its cells read anew; it grows where they lie outside. Lines without new cells stay the arrays they were. */
export function patched(grid: SheetGrid | undefined, { area, lines, formulas }: AreaCells): SheetGrid {
  if (grid === undefined)
    return { name: area.sheet, firstRow: area.row, firstColumn: area.column, values: lines, formulas };
  const firstRow = Math.min(grid.firstRow, area.row);
  const firstColumn = Math.min(grid.firstColumn, area.column);
  const width = Math.max(grid.firstColumn + (grid.values[0]?.length ?? 0), area.column + area.columns) - firstColumn;
  const height = Math.max(grid.firstRow + grid.values.length, area.row + area.rows) - firstRow;
  const left = new Array<CellValue>(grid.firstColumn - firstColumn).fill(null);
  const values = Array.from({ length: height }, (_, at): readonly CellValue[] => {
    const line = grid.values[firstRow + at - grid.firstRow] ?? [];
    return padded(left.length === 0 ? line : [...left, ...line], width);
  });
  lines.forEach((line, down) => {
    const at = area.row + down - firstRow;
    const target = [...(values[at] ?? [])];
    target.splice(area.column - firstColumn, line.length, ...line);
    values[at] = target;
  });
  return { ...grid, firstRow, firstColumn, values, formulas: patchedFormulas(grid.formulas, area, formulas) };
}

function patchedFormulas(
  before: SheetGrid["formulas"],
  area: AreaCells["area"],
  formulas: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const all = new Map(before);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) all.delete(`${row},${column}`);
  }
  for (const [key, text] of formulas) all.set(key, text);
  return all;
}
