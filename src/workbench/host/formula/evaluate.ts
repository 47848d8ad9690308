/** Evaluates one formula. Cells it refers to are read as they stand: who asks sees to it that they are up to date. */
import { type Area, contains, type Sheet, type Table, type Workbook } from "../../../book/model/workbook";
import { Refused } from "../protocol/errors";
import { type FunctionCall, type FunctionEntry, matrixOf, overArrays, single, type Surroundings } from "./call";
import type { CellMatrix } from "./cells";
import { libraryFunction } from "./library";
import { parseFormula, type Node } from "./syntax";
import {
  failed,
  type Reference,
  binary,
  isReference,
  isMatrix,
  type Operand,
  REF,
  toNumber,
  VALUE,
  type FormulaValue,
} from "./values";
import type { Clock } from "../clock";

/** Thrown while a formula needs the answer of a custom function that is under way. */
export class Pending extends Error {}

/** Arrays beyond this are not reckoned. */
const MOST_CELLS = 3_000_000;

/** What an evaluation needs from its surroundings. */
export interface Book {
  readonly workbook: Workbook;
  readonly clock: Clock;
  /** A cell's value; refuses one that nobody can calculate. */
  valueAt(sheet: Sheet, row: number, column: number): FormulaValue;
  /** A function of the page; undefined when it has none of the name. Throws Pending when the answer is still to come. */
  custom(name: string, args: readonly (() => Operand)[], around: Surroundings): Operand | undefined;
}

export interface CellPosition {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What a parsed formula gives at a cell. Errors of Excel are values; throws Refused for what the host can't calculate. */
export function evaluate(book: Book, node: Node, place: CellPosition): Operand {
  return new Evaluation(book, place).node(node);
}

/** The value that a formula shows: of an array its first, of a single cell that cell's. Undefined for several. */
export function shownValue(book: Book, operand: Operand): FormulaValue | undefined {
  if (isReference(operand))
    return operand.box.rows * operand.box.columns === 1
      ? book.valueAt(operand.sheet, operand.box.row, operand.box.column)
      : undefined;
  if (!isMatrix(operand)) return operand;
  return operand.length === 1 && operand[0]?.length === 1 ? operand[0][0] : undefined;
}

/** All values of a formula, for the cells of an array formula. */
export function shownMatrix(book: Book, operand: Operand, place: CellPosition): readonly (readonly FormulaValue[])[] {
  return matrixOf(new Evaluation(book, place).reader(), operand);
}

class Evaluation {
  private readonly around: Surroundings;

  constructor(
    private readonly book: Book,
    place: CellPosition,
    /** Names that are being looked up, so that one that means itself is noticed. */
    private readonly names: readonly string[] = [],
  ) {
    const { workbook, clock } = book;
    this.around = {
      ...place,
      workbook,
      clock,
      isHidden: isHiddenRow,
      formulaAt: (sheet, row, column) => sheet.cell(row, column)?.formula,
    };
  }

  node(node: Node): Operand {
    switch (node.kind) {
      case "literal":
        return node.value;
      case "error":
        return { error: node.error };
      case "reference":
        return this.reference(node.sheet, node.box);
      case "name":
        return namedTable(this.book.workbook, node, this.around) ?? this.name(node.sheet, node.name);
      case "table":
        return tableArea(this.book.workbook, node, this.around) ?? REF;
      case "unary":
        return this.unary(node.operator, this.node(node.operand));
      case "binary":
        return this.binary(node.operator, node.left, node.right);
      case "array":
        return node.rows.map((row) => row.map((each) => single(this.reader(), this.node(each)) ?? VALUE));
      case "call":
        return this.call(node.name, node.args);
    }
  }

  private reference(name: string | null, box: Area): Operand {
    const sheet = name === null ? this.around.sheet : this.book.workbook.sheetByName(name);
    return sheet ? { sheet, box } : REF;
  }

  private name(sheet: string | null, name: string): Operand {
    const meaning = nameMeaning(this.book.workbook, sheet, name, this.around.sheet);
    if (meaning === undefined || this.names.includes(name.toLowerCase()))
      throw new Refused(`the name ${name} is not known`);
    return new Evaluation(this.book, this.around, [...this.names, name.toLowerCase()]).node(parseFormula(meaning));
  }

  private unary(operator: string, operand: Operand): Operand {
    if (operator === "+") return operand;
    if (operator === "@") return this.intersected(operand);
    return overArrays(this.reader(), [operand], ([value]) => {
      const number = toNumber(value ?? null);
      if (failed(number)) return number;
      return operator === "-" ? -number : number / 100;
    });
  }

  /** Of a row or column the cell that lies across from the formula. */
  private intersected(operand: Operand): Operand {
    if (!isReference(operand)) return isMatrix(operand) ? (operand[0]?.[0] ?? VALUE) : operand;
    const { sheet, box } = operand;
    const { row, column } = this.around;
    const atRow = box.rows === 1 ? box.row : row;
    const atColumn = box.columns === 1 ? box.column : column;
    const cell = { row: atRow, column: atColumn, rows: 1, columns: 1 };
    return contains(box, cell) ? { sheet, box: cell } : VALUE;
  }

  private binary(operator: string, left: Node, right: Node): Operand {
    const [a, b] = this.all([() => this.node(left), () => this.node(right)]) as [Operand, Operand];
    if (operator === ":")
      return isReference(a) && isReference(b) && a.sheet === b.sheet
        ? { sheet: a.sheet, box: hull(a.box, b.box) }
        : REF;
    if (operator === " " || operator === ",")
      throw new Refused("unions and intersections of ranges are not implemented");
    this.checkSize(a);
    this.checkSize(b);
    return overArrays(this.reader(), [a, b], ([x, y]) => binary(operator, x ?? null, y ?? null));
  }

  private checkSize(operand: Operand): void {
    if (isReference(operand) && operand.box.rows * operand.box.columns > MOST_CELLS)
      throw new Refused("reckoning with so many cells at once is not implemented");
  }

  /** Evaluates all, so that every custom function among them is asked; then waits for those that have not answered. */
  private all(parts: readonly (() => Operand)[]): Operand[] {
    let pending: Pending | undefined;
    const operands = parts.map((part) => {
      try {
        return part();
      } catch (error) {
        if (!(error instanceof Pending)) throw error;
        pending ??= error;
        return null;
      }
    });
    if (pending !== undefined) throw pending;
    return operands;
  }

  private call(name: string, args: readonly (Node | null)[]): Operand {
    const known = libraryFunction(name);
    const lazy = args.map((arg) => (): Operand => (arg === null ? null : this.node(arg)));
    if (known !== undefined) return this.callLibrary(name, known, args, lazy);
    const answer = this.book.custom(name, this.eager(lazy), this.around);
    if (answer === undefined) throw new Refused(`the function ${name} is not implemented`);
    return answer;
  }

  /** Arguments evaluated at once, also those behind one that has to wait. */
  private eager(lazy: readonly (() => Operand)[]): (() => Operand)[] {
    return this.all(lazy).map((operand) => () => operand);
  }

  private callLibrary(
    name: string,
    known: FunctionEntry,
    args: readonly (Node | null)[],
    lazy: readonly (() => Operand)[],
  ): Operand {
    if (args.length < known.least || args.length > known.most)
      throw new Refused(`${name} with ${args.length} arguments is not implemented`);
    const results: (Operand | undefined)[] = [];
    const operand = (index: number): Operand => {
      const seen = results[index];
      return seen === undefined ? (results[index] = lazy[index]?.() ?? null) : seen;
    };
    return known.body({
      ...this.reader(),
      name,
      count: args.length,
      has: (index) => args[index] !== null && index < args.length,
      operand,
      operands: () => this.all(lazy.map((_, index) => () => operand(index))),
    });
  }

  /** A call without arguments: enough to read cells. */
  reader(): FunctionCall {
    return {
      name: "",
      count: 0,
      around: this.around,
      has: () => false,
      operand: () => null,
      operands: () => [],
      read: (area) => this.read(area),
    };
  }

  private read({ sheet, box }: Reference): CellMatrix {
    const used = sheet.usedBox(true);
    const filled = used === null ? 0 : Math.min(box.rows, Math.max(0, used.row + used.rows - box.row));
    return {
      rows: box.rows,
      columns: box.columns,
      filled,
      at: (row, column) => (row < filled ? this.book.valueAt(sheet, box.row + row, box.column + column) : null),
    };
  }
}

function hull(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The formula that a name stands for, on the sheet named, else where the formula stands. */
export function nameMeaning(workbook: Workbook, sheet: string | null, name: string, home: Sheet): string | undefined {
  const scope = sheet === null ? home : (workbook.sheetByName(sheet) ?? null);
  return (workbook.definedName(name, scope) ?? workbook.definedName(name, null))?.formula;
}

/** A table's name alone means its body. */
export function namedTable(
  workbook: Workbook,
  { sheet, name }: Extract<Node, { kind: "name" }>,
  place: CellPosition,
): Reference | undefined {
  if (sheet !== null || nameMeaning(workbook, null, name, place.sheet) !== undefined) return undefined;
  return tableArea(workbook, { kind: "table", table: name, columns: [], sections: [] }, place);
}

/** The cells of a structured reference; undefined when there is no such table, column or row. */
export function tableArea(
  workbook: Workbook,
  node: Extract<Node, { kind: "table" }>,
  place: CellPosition,
): Reference | undefined {
  const found = node.table === null ? tableAround(place) : workbook.tableByName(node.table);
  if (found === undefined) return undefined;
  const { sheet, table } = found;
  const columns = columnsOf(table, node.columns);
  const rows = rowsOf(table, node.sections, place.sheet === sheet ? place.row : -1);
  return columns === undefined || rows === undefined ? undefined : { sheet, box: { ...rows, ...columns } };
}

function tableAround({
  sheet,
  row,
  column,
}: CellPosition): { readonly sheet: Sheet; readonly table: Table } | undefined {
  const table = sheet.tables.find(({ box }) => contains(box, { row, column, rows: 1, columns: 1 }));
  return table && { sheet, table };
}

function columnsOf({ box, columns }: Table, names: readonly string[]): Pick<Area, "column" | "columns"> | undefined {
  if (names.length === 0) return { column: box.column, columns: box.columns };
  const places = names.map((name) => columns.findIndex((own) => own.name.toLowerCase() === name.toLowerCase()));
  if (places.some((at) => at < 0)) return undefined;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return { column: box.column + first, columns: last - first + 1 };
}

function rowsOf(
  { box, headerRow, totalsRow }: Table,
  sections: readonly string[],
  row: number,
): Pick<Area, "row" | "rows"> | undefined {
  const top = headerRow ? 1 : 0;
  const bottom = totalsRow ? 1 : 0;
  const body = { row: box.row + top, rows: box.rows - top - bottom };
  const wanted = new Set(sections.map((section) => section.toLowerCase().replace(/^#/, "")));
  if (wanted.has("this row")) return row >= body.row && row < body.row + body.rows ? { row, rows: 1 } : undefined;
  if (wanted.has("all")) return { row: box.row, rows: box.rows };
  const withHeader = wanted.has("headers");
  const withTotals = wanted.has("totals");
  if (!withHeader && !withTotals) return body;
  if ((withHeader && !headerRow) || (withTotals && !totalsRow)) return undefined;
  if (withHeader && withTotals) return { row: box.row, rows: box.rows };
  if (wanted.has("data"))
    return withHeader ? { row: box.row, rows: top + body.rows } : { row: body.row, rows: body.rows + bottom };
  return withHeader ? { row: box.row, rows: 1 } : { row: box.row + box.rows - 1, rows: 1 };
}

/** By a filter only: rows in the reach of a filter with criteria. */
function isHiddenRow(sheet: Sheet, row: number, byFilterOnly: boolean): boolean {
  if (!sheet.isRowHidden(row)) return false;
  if (!byFilterOnly) return true;
  const filters = [...(sheet.autoFilter ? [sheet.autoFilter] : []), ...sheet.tables].filter(({ criteria }) =>
    criteria.includes("filterColumn"),
  );
  return filters.some(({ box }) => row > box.row && row < box.row + box.rows);
}
