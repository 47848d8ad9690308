/** Reading and writing the cells of a range: values, formulas, anything that is one per cell. */
import { fillCalculatedColumns } from "./calculated-columns";
import { mergeRefTokens, parse, tokenize } from "@borgar/fx/xlsx";
import { type Area, formatBox } from "../../../book/model/workbook";
import { shown } from "../state";
import { invalid, Refused } from "../protocol/errors";
import { followHeaders } from "../table-headers";
import { mightBeConverted } from "../text";
import { isEntireColumn, isEntireRow, MAX_CELLS, type RangeTarget } from "./targets";

export type Scalar = string | number | boolean;

/** One result for each cell, row by row; null for whole rows and columns, which have no bounds. */
export function grid<V>({ box }: RangeTarget, read: (row: number, column: number) => V): V[][] | null {
  if (isEntireColumn({ box }) || isEntireRow({ box })) return null;
  if (box.rows * box.columns > MAX_CELLS)
    throw new Refused(`reading ${box.rows * box.columns} cells is not implemented`);
  return Array.from({ length: box.rows }, (_, i) =>
    Array.from({ length: box.columns }, (__, j) => read(box.row + i, box.column + j)),
  );
}

/** A value as the page reads it. A formula whose first value is still to come reads #BUSY! if a function is asked for it. */
export function readValue({ state, sheet }: RangeTarget, row: number, column: number): Scalar {
  const cell = sheet.cell(row, column);
  if (!cell) return "";
  if (cell.formula !== undefined && cell.value === null) {
    const now = state.changes.valueNow(sheet, row, column);
    if (now !== undefined) return now === "busy" ? "#BUSY!" : shown(now);
    throw new Refused(
      `the value of ${cell.formula} in ${formatBox({ row, column, rows: 1, columns: 1 }, { sheet: sheet.name })} is not known: nobody calculated it`,
    );
  }
  return fifteenDigits(shown(cell.value));
}

/** Excel keeps and gives 15 significant digits. */
function fifteenDigits(value: Scalar): Scalar {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(15)) : value;
}

/** Spreads what was written over the cells: one value for all, or a grid of the range's size. */
export function spread<V>(
  range: RangeTarget,
  value: unknown,
  check: (each: unknown) => V,
  write: (row: number, column: number, each: V) => void,
): void {
  const { box } = range;
  const only = singleValue(value);
  if (only !== undefined) {
    if (isEntireColumn(range) || isEntireRow(range)) throw invalid("an unbounded range takes no values");
    spread(range, only.value, check, write);
    return;
  }
  if (!Array.isArray(value)) {
    if (box.rows * box.columns > MAX_CELLS)
      throw new Refused(`writing ${box.rows * box.columns} cells is not implemented`);
    const each = check(value);
    for (let i = 0; i < box.rows; i++) for (let j = 0; j < box.columns; j++) write(box.row + i, box.column + j, each);
    return;
  }
  const rows = value as unknown[];
  checkSize(box, rows.length, Array.isArray(rows[0]) ? rows[0].length : 0);
  const checked = rows.map((line) => {
    if (!Array.isArray(line) || line.length !== box.columns)
      throw invalid("the array does not have the size of the range");
    return (line as unknown[]).map(check);
  });
  checked.forEach((line, i) => line.forEach((each, j) => write(box.row + i, box.column + j, each)));
}

/** The value of an array of one: it stands for every cell of the range. */
function singleValue(value: unknown): { readonly value: unknown } | undefined {
  const [line, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
  return Array.isArray(line) && line.length === 1 && others.length === 0 ? { value: line[0] } : undefined;
}

/** Throws `InvalidArgument` when an array that is written has not the size of its range; one value fits all. */
export function checkSize(box: Area, rows: number, columns: number): void {
  if (rows === 1 && columns === 1) return;
  if (rows !== box.rows || columns !== box.columns) {
    throw invalid(`the array has ${rows} × ${columns} values, the range ${box.rows} × ${box.columns} cells`);
  }
}

function scalar(value: unknown): Scalar | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw invalid("a cell takes a text, a number or true or false");
}

const LONGEST_FORMULA = 8192;

/** Throws InvalidArgument for what Excel would not let a user enter: the whole request fails. */
function checkFormula(formula: string): void {
  if (formula.length > LONGEST_FORMULA) throw invalid(`a formula has ${LONGEST_FORMULA} characters at most`);
  try {
    parse(mergeRefTokens(tokenize(formula)));
  } catch (error) {
    // One that is nested too deep for the parser is a formula all the same
    if (!(error instanceof RangeError)) throw invalid(`${formula.slice(0, 80)} is no formula`);
  }
}

/** Writes values or formulas. All are checked before the first is stored: a refused array changes nothing. */
export function writeCells(range: RangeTarget, value: unknown, formulas: boolean): void {
  const { state, sheet, box } = range;
  state.checkUnlocked(sheet, box);
  if (value === null) throw invalid("null is no value of a range");
  const before = sheet.value(box.row, box.column);
  const writes: (() => void)[] = [];
  spread(range, value, scalar, (row, column, each) => {
    if (each === null) return;
    if (each !== "" && state.coveringMerge(sheet, row, column)) {
      throw new Refused(
        `writing into ${formatBox({ row, column, rows: 1, columns: 1 })}, a covered cell of a merge, is not implemented`,
      );
    }
    const isText = state.workbook.style(sheet.styleIndex(row, column)).numberFormat === "@";
    if (formulas && !isText && typeof each === "string" && each.startsWith("=") && each.length > 1) {
      checkFormula(each);
      writes.push(() => {
        sheet.setFormula(row, column, each);
        state.changes.formulaWritten(sheet, row, column);
      });
      return;
    }
    if (isText && typeof each !== "string")
      throw new Refused(`writing the ${typeof each} ${each} into a cell formatted as text is not implemented`);
    if (!isText && typeof each === "string" && mightBeConverted(each)) {
      throw new Refused(`Excel might convert the text ${JSON.stringify(each)}; format the cell as text ("@") first`);
    }
    writes.push(() => sheet.setValue(row, column, each === "" ? null : each));
  });
  for (const write of writes) write();
  if (formulas) fillCalculatedColumns(state, sheet, box);
  followHeaders(state.workbook, sheet, box);
  state.changed(sheet, box, "ThisLocalAddin", before);
}
