/** Values, formulas and styles of a sheet's cells. Rows and columns are 0-based. */
import type { Area } from "../address";
import { formatBox, MAX_COLUMNS, MAX_ROWS } from "../address";
import type { StylePatch } from "../styles";
import { clearBandStyles, editColumns } from "./bands";
import type { Cell, CellError, CellValue } from "./content";
import { checkValue } from "./content";
import type { SheetCore } from "./core";

/** The cells of a sheet: reading and writing values, formulas and styles. */
export class CellStore {
  private withArrays: boolean | null = null;
  private readonly used = new Map<boolean, { extent: number; box: Area | null }>();

  constructor(private readonly core: SheetCore) {}

  /** Sets a plain value. A formula there goes, the style stays. */
  setValue(row: number, column: number, value: CellValue | CellError): void {
    checkValue(value);
    // writing nothing where nothing is leaves no trace
    if (value === null && this.core.cell(row, column) === undefined) return;
    const cell = this.core.touch(row, column);
    if (cell.formula !== undefined) this.core.workbook.dirty.add("formulas");
    cell.value = value;
    delete cell.formula;
    forgetFile(cell);
  }

  /** Sets a formula (with `=`) and the value shown until it is calculated. */
  setFormula(row: number, column: number, formula: string, cachedValue: CellValue | CellError): void {
    if (!formula.startsWith("=") || formula.length < 2) throw new RangeError(`A formula starts with "=": ${formula}`);
    checkValue(cachedValue);
    const cell = this.core.touch(row, column);
    this.core.workbook.dirty.add("formulas");
    cell.value = cachedValue;
    cell.formula = formula;
    forgetFile(cell);
  }

  /** Replaces the value that a formula shows. Throws RangeError where there is no formula. */
  setCachedValue(row: number, column: number, value: CellValue | CellError): void {
    checkValue(value);
    const old = this.core.cell(row, column);
    if (old?.formula === undefined)
      throw new RangeError(`${formatBox({ row, column, rows: 1, columns: 1 })} holds no formula`);
    // What is in use does not change by it: the cell has a formula.
    const { extent } = this.core;
    const cell = this.core.touch(row, column);
    this.core.extent = extent;
    cell.value = value;
    delete cell.stale;
    delete cell.richText;
  }

  /** Marks a formula's value as out of date. Not a change of the file. */
  markStale(row: number, column: number, stale: boolean): void {
    const cell = this.core.content.rows.get(row)?.cells[column];
    if (cell?.formula === undefined) return;
    if (stale) cell.stale = true;
    else delete cell.stale;
  }

  /** The boxes that array formulas fill. */
  get arrays(): readonly Area[] {
    if (this.withArrays === false) return [];
    const found: Area[] = [];
    for (const { cells } of this.core.content.rows.values())
      for (const cell of cells) if (cell?.array !== undefined) found.push(cell.array);
    // None are made but by putting a cell in place.
    this.withArrays = found.length > 0;
    return found;
  }

  /** Puts a whole cell in place; undefined takes it away. */
  put(row: number, column: number, cell: Readonly<Cell> | undefined): void {
    const old = this.core.cell(row, column);
    if (cell === undefined && old === undefined) return;
    if (cell?.formula !== undefined || old?.formula !== undefined) this.core.workbook.dirty.add("formulas");
    this.core.touch(row, column);
    if (cell?.array !== undefined) this.withArrays = true;
    const line = this.core.touchRow(row);
    if (cell === undefined) Reflect.deleteProperty(line.cells, column);
    else line.cells[column] = { ...cell };
  }

  /** Changes parts of a cell's style. */
  setStyle(row: number, column: number, patch: StylePatch): void {
    this.setStyleIndex(row, column, this.core.workbook.internStyle(this.core.styleIndex(row, column), patch));
  }

  /** Gives a cell the style with this index. */
  setStyleIndex(row: number, column: number, style: number): void {
    if (this.core.cell(row, column)?.style === style) return;
    this.core.touch(row, column).style = style;
  }

  /** Whole rows and columns get the style as theirs, so that no cells need be made. */
  setBoxStyle(box: Area, patch: StylePatch): void {
    const { core } = this;
    core.unfold(box.row, box.rows);
    // Few styles, many cells: each is patched once
    const known = new Map<number, number>();
    const patched = (style: number = 0): number => {
      const index = known.get(style) ?? core.workbook.internStyle(style, patch);
      known.set(style, index);
      return index;
    };
    const patchCells = (): void =>
      core.eachCell(box, (row, column, cell) => this.setStyleIndex(row, column, patched(cell.style)));
    if (box.row === 0 && box.rows >= MAX_ROWS) {
      editColumns(core, box.column, box.columns, (span) => {
        span.style = patched(span.style);
      });
      // rows with a style of their own win over the column's, so their cells must exist
      for (const [row, line] of core.content.rows) {
        if (line.style === undefined) continue;
        for (let column = box.column; column < Math.min(box.column + box.columns, MAX_COLUMNS); column++)
          this.setStyle(row, column, patch);
      }
      patchCells();
      return;
    }
    if (box.column === 0 && box.columns >= MAX_COLUMNS) {
      for (let row = box.row; row < box.row + box.rows; row++) {
        const line = core.touchRow(row);
        line.style = patched(line.style);
      }
      patchCells();
      return;
    }
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let column = box.column; column < box.column + box.columns; column++)
        this.setStyleIndex(row, column, patched(core.styleIndex(row, column)));
    }
  }

  /** Empties values and formulas; styles stay. */
  clearContents(box: Area): void {
    this.core.eachCell(box, (row, column, cell) => {
      if (cell.value !== null || cell.formula !== undefined) this.setValue(row, column, null);
    });
  }

  /** Takes styles away; values stay. */
  clearFormats(box: Area): void {
    this.core.unfold(box.row, box.rows);
    clearBandStyles(this.core, box);
    this.core.eachCell(box, (row, column) => this.setStyleIndex(row, column, 0));
  }

  /** Takes the cells away altogether. */
  clear(box: Area): void {
    this.core.unfold(box.row, box.rows);
    clearBandStyles(this.core, box);
    this.core.eachCell(box, (row, column, cell) => {
      if (cell.formula !== undefined) this.core.workbook.dirty.add("formulas");
      const line = this.core.touchRow(row);
      const inherited = line.style ?? this.core.column(column)?.style ?? 0;
      // a gap would fall back to the row's or column's style
      if (inherited === 0) Reflect.deleteProperty(line.cells, column);
      else line.cells[column] = { value: null, style: 0 };
    });
  }

  /**
   * The smallest rectangle around everything written: values and formulas only, or formatted cells too. Null when there
   * is none.
   */
  usedBox(valuesOnly: boolean): Area | null {
    const { extent, content } = this.core;
    const known = this.used.get(valuesOnly);
    if (known !== undefined && known.extent === extent) return known.box;
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (const [row, line] of content.rows) {
      line.cells.forEach((cell, column) => {
        if (cell === undefined) return;
        const counts = cell.value !== null || cell.formula !== undefined || (!valuesOnly && cell.style !== 0);
        if (!counts) return;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      });
    }
    if (!valuesOnly)
      for (const box of content.blankRows.styledBoxes()) {
        top = Math.min(top, box.row);
        bottom = Math.max(bottom, box.row + box.rows - 1);
        left = Math.min(left, box.column);
        right = Math.max(right, box.column + box.columns - 1);
      }
    const box = bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    this.used.set(valuesOnly, { extent, box });
    return box;
  }

  /** `change` gives its argument back where nothing is to be done. */
  rewriteFormulas(change: (formula: string, row: number, column: number) => string): void {
    for (const [row, line] of this.core.content.rows) {
      line.cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        const next = change(cell.formula, row, column);
        if (next === cell.formula) return;
        const touched = this.core.touch(row, column);
        touched.formula = next;
        const attributes = cell.kept?.attributes;
        if (attributes === undefined) delete touched.kept;
        else touched.kept = { attributes };
        this.core.workbook.dirty.add("formulas");
      });
    }
  }
}

/** What belonged to the value or formula that stood there before. */
function forgetFile(cell: Cell): void {
  delete cell.array;
  delete cell.stale;
  delete cell.richText;
  delete cell.kept;
}
