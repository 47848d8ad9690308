/**
 * Keeps formulas up to date: ordinary ones, and those that ask the add-in's custom functions.
 *
 * A pass takes every formula that a change reaches, in the order in which they depend on each other. Calls of custom
 * functions that nobody has answered yet go to the page in one push when the pass ends, and their results start the next
 * pass. Batches of the page run meanwhile, as in Excel. What nobody can calculate keeps the value it shows.
 */
import { type Area, formatBox, type Sheet, type Workbook } from "../../../book/model/workbook";
import type { Blank, ChangeListener } from "../state";
import { Dependencies, type FormulaCell, type FormulaReads } from "./dependencies";
import { CalculationOrder } from "./order";
import { HostError, Refused } from "../protocol/errors";
import { type Surroundings } from "../formula/call";
import {
  evaluate,
  namedTable,
  nameMeaning,
  Pending,
  type CellPosition,
  shownMatrix,
  shownValue,
  tableArea,
} from "../formula/evaluate";
import { PLACE_ONLY, VOLATILE } from "../formula/library";
import { type Node, parseFormula } from "../formula/syntax";
import { type Reference, failed, NA, type Operand, type FormulaValue } from "../formula/values";
import { CustomFunctions, type FunctionDeclaration } from "./custom-functions";
import type { FunctionBroker, FunctionResult } from "../protocol/services";
import type { Clock } from "../clock";

export { type FunctionDeclaration, readDeclarations } from "./custom-functions";

export interface CalculationOptions {
  readonly workbook: Workbook;
  readonly broker: FunctionBroker;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly namespace: string | undefined;
  readonly blank: Blank;
  readonly refuse: (what: string) => void;
  readonly isManual: () => boolean;
  readonly clock: Clock;
}

interface Parsed {
  readonly node: Node | null;
  readonly problem: string | null;
  /** It calls a custom function. */
  readonly custom: boolean;
}

/** An array where a cell has room for one value. */
class ArrayResult extends Refused {}

/** Calculates the formulas of a workbook, as Excel does in the background after a change. */
export class Calculation implements ChangeListener {
  /** How many formulas have been evaluated, for tests. */
  evaluations = 0;
  private readonly parsed = new Map<string, Parsed>();
  private readonly order: CalculationOrder;
  private readonly customFunctions: CustomFunctions;
  private readonly dependencies: Dependencies;
  /** Formulas whose value is not up to date. */
  private readonly dirty = new Set<FormulaCell>();
  /** Formulas the user typed and that have shown nothing yet. */
  private readonly typed = new Set<FormulaCell>();
  /** Refusals already told: a formula is tried again whenever its inputs change. */
  private readonly told = new Set<string>();
  private written: (CellPosition & { readonly byUser: boolean })[] = [];
  private changed: Reference[] = [];
  private moved = new Set<Sheet>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly options: CalculationOptions) {
    this.dependencies = new Dependencies(options.workbook, (formula, sheet, row, column) =>
      this.reading(formula, { sheet, row, column }),
    );
    this.order = new CalculationOrder(this.dependencies, {
      settle: (cell) => this.settle(cell),
      closeCircle: (cell) => this.closeCircle(cell),
    });
    this.customFunctions = new CustomFunctions(options, (sheet, row, column) => this.valueAt(sheet, row, column));
  }

  get busy(): boolean {
    return this.timer !== null || this.running !== null;
  }

  /** Calls off what is due. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  // ---- what is told ----

  /** Takes a new formula in: it and what reads it are calculated next. */
  formulaWritten(sheet: Sheet, row: number, column: number): void {
    this.written.push({ sheet, row, column, byUser: false });
    this.schedule();
  }

  /** The user typed it: where it has a function that nobody knows it says so in its cell. */
  formulaTyped(sheet: Sheet, row: number, column: number): void {
    this.written.push({ sheet, row, column, byUser: true });
    this.schedule();
  }

  /** Has everything calculated that reads these cells. */
  cellsChanged(sheet: Sheet, box: Area): void {
    this.changed.push({ sheet, box });
    this.schedule();
  }

  /** Reads the sheet's formulas anew: what they refer to is elsewhere. */
  cellsMoved(sheet: Sheet, box: Area): void {
    this.moved.add(sheet);
    this.cellsChanged(sheet, box);
  }

  /** Has everything calculated that is due, in manual mode too. */
  calculate(): void {
    this.schedule(true);
  }

  /**
   * What a cell's formula gives after the changes that wait to be calculated; "busy" while a custom function has not
   * answered, undefined where the cell has no formula or its stored value holds.
   */
  valueNow(sheet: Sheet, row: number, column: number): FormulaValue | "busy" | undefined {
    const formula = sheet.cell(row, column)?.formula;
    if (formula === undefined) return undefined;
    const fresh = this.written.length + this.changed.length + this.moved.size === 0;
    if (!fresh) {
      this.spread();
      this.calculateDirty();
    }
    const cell = this.dependencies.at(sheet, row, column);
    if (cell !== undefined && this.dirty.has(cell)) return "busy";
    const value = sheet.value(row, column);
    return value === null || fresh ? undefined : value;
  }

  /** True when the formula calls a custom function. */
  asksFunctions(formula: string): boolean {
    return this.parse(formula).custom;
  }

  /** Evaluates every formula that asks a custom function. */
  async recalculate(): Promise<void> {
    this.dependencies.refresh();
    for (const cell of this.dependencies.all()) if (this.parse(cell.formula).custom) this.dirty.add(cell);
    await this.run();
  }

  /** Runs what is scheduled, whatever the calculation mode. */
  run(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running ??= this.passes().finally(() => {
      this.running = null;
      if (this.written.length + this.changed.length > 0) this.schedule();
    });
    return this.running;
  }

  private schedule(always = false): void {
    if (this.closed || this.timer || this.running || (this.options.isManual() && !always)) return;
    // After the batch: evaluation must not hold up the page's own requests.
    this.timer = setTimeout(() => void this.run(), 10);
  }

  private async passes(): Promise<void> {
    for (;;) {
      if (this.closed) return;
      this.spread();
      this.calculateDirty();
      if (this.customFunctions.hasCalls) await this.customFunctions.callPage();
      else if (this.written.length + this.changed.length === 0) return;
    }
  }

  // ---- what a change reaches ----

  /** Takes in what was told: formulas that were written, and those that read changed cells, are to be calculated. */
  private spread(): void {
    const { written, changed, moved } = this;
    if (written.length + changed.length + moved.size === 0) return;
    this.written = [];
    this.changed = [];
    this.moved = new Set();
    if (moved.size > 0) this.dependencies.forget();
    for (const cell of this.dependencies.refresh()) this.dirty.add(cell);
    for (const waiting of [this.dirty, this.typed]) this.carryOver(waiting);
    if (moved.size > 0) this.resume(moved);
    for (const { sheet, row, column, byUser } of written) {
      const cell = this.dependencies.put(sheet, row, column);
      if (cell === undefined) continue;
      this.dirty.add(cell);
      if (byUser) this.typed.add(cell);
      else this.typed.delete(cell);
    }
    for (const { sheet, box } of changed) {
      for (const cell of this.dependencies.putBox(sheet, box)) this.dirty.add(cell);
      for (const range of this.dependencies.over(sheet, box))
        for (const reader of range.readers) this.dirty.add(reader);
    }
    for (const cell of this.dependencies.changingByThemselves) this.dirty.add(cell);
    for (const waiting of [this.dirty, this.typed]) this.carryOver(waiting);
  }

  /** A formula that was replaced is no longer waited for; where only the index is new, its new entry is. */
  private carryOver(waiting: Set<FormulaCell>): void {
    for (const cell of [...waiting]) {
      const now = this.dependencies.at(cell.sheet, cell.row, cell.column);
      if (now === cell) continue;
      waiting.delete(cell);
      if (now?.formula === cell.formula) waiting.add(now);
    }
  }

  /**
   * After cells moved: all that stands on those sheets or reads them, or did until what it read was deleted. What is known of
   * custom functions answers most at once.
   */
  private resume(moved: ReadonlySet<Sheet>): void {
    for (const cell of this.dependencies.all()) {
      if (
        moved.has(cell.sheet) ||
        cell.ranges.some((range) => moved.has(range.sheet)) ||
        cell.byName ||
        cell.formula.includes("#REF!")
      )
        this.dirty.add(cell);
    }
  }

  private calculateDirty(): void {
    this.customFunctions.forgetCalls();
    this.order.run(this.dirty);
  }

  // ---- one formula ----

  /** As Excel shows a formula that depends on itself. */
  private closeCircle(cell: FormulaCell): void {
    this.options.workbook.warn(`${addressOf(cell)}: the formula depends on itself and shows 0`);
    this.store(cell, 0);
  }

  /** Evaluates a formula and stores what it gives; false when it has to wait. */
  private settle(cell: FormulaCell): boolean {
    this.evaluations++;
    try {
      const { node, problem } = this.parse(cell.formula);
      if (!node) throw new HostError("ApiNotFound", problem ?? "cannot be evaluated");
      this.show(cell, evaluate(this, node, cell));
      this.typed.delete(cell);
    } catch (error) {
      if (error instanceof Pending) return false;
      const refused = withoutOverflow(error, cell.formula);
      if (!(refused instanceof HostError)) throw refused;
      this.keep(cell, refused);
    }
    return true;
  }

  private show(cell: FormulaCell, operand: Operand): void {
    const { array } = cell.sheet.cell(cell.row, cell.column) ?? {};
    if (array !== undefined) {
      this.fill(cell, array, operand);
      return;
    }
    const value = shownValue(this, operand);
    if (value === undefined) throw new ArrayResult("a range where one value is wanted is not implemented");
    // A formula never shows as blank: what refers to a blank cell is 0.
    this.store(cell, value ?? 0);
  }

  /** An array formula fills its cells; what the array has no value for is #N/A. */
  private fill(cell: FormulaCell, array: Area, operand: Operand): void {
    const matrix = shownMatrix(this, operand, cell);
    for (let i = 0; i < array.rows; i++) {
      for (let j = 0; j < array.columns; j++) {
        const line = matrix.length === 1 ? matrix[0] : matrix[i];
        const value =
          (line?.length === 1 ? line[0] : line?.[j]) ??
          (line === undefined || (line.length > 1 && j >= line.length) ? NA : 0);
        if (i === 0 && j === 0) this.store(cell, value);
        else if (!same(cell.sheet.value(array.row + i, array.column + j), value))
          cell.sheet.setValue(array.row + i, array.column + j, value);
      }
    }
  }

  private store({ sheet, row, column }: FormulaCell, value: FormulaValue): void {
    const cell = sheet.cell(row, column);
    if (cell === undefined || (same(cell.value, value) && cell.stale !== true)) return;
    sheet.setCachedValue(row, column, value);
  }

  /** Nobody can calculate it: it keeps what it shows. What the user typed says so, what asks the page's functions is told. */
  private keep(cell: FormulaCell, error: HostError): void {
    if (this.typed.delete(cell)) {
      this.store(cell, { error: error instanceof ArrayResult ? "#SPILL!" : "#NAME?" });
      return;
    }
    cell.sheet.markStale(cell.row, cell.column, !failed(cell.sheet.value(cell.row, cell.column)));
    // An ordinary formula keeps what it has; only who reads a value that is not there is refused.
    if (!this.parse(cell.formula).custom) return;
    const what = `${addressOf(cell)} ${error.message}`;
    if (!this.told.has(what)) this.options.refuse(what);
    this.told.add(what);
  }

  private parse(formula: string): Parsed {
    let parsed = this.parsed.get(formula);
    if (!parsed) {
      const calls = formula.replace(/"(?:[^"]|"")*"/g, '""').match(/[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu) ?? [];
      const custom = calls.some((name) => this.customFunctions.declaration(name) !== undefined);
      try {
        parsed = { node: parseFormula(formula), problem: null, custom };
      } catch (error) {
        const refused = withoutOverflow(error, formula);
        if (!(refused instanceof HostError)) throw refused;
        parsed = { node: null, problem: refused.message, custom };
      }
      this.parsed.set(formula, parsed);
    }
    return parsed;
  }

  /** The cells a formula reads, directly or through names and tables. */
  private reading(formula: string, place: CellPosition): FormulaReads {
    const areas: Reference[] = [];
    let volatile = false;
    let byName = false;
    const visited = new Set<string>();
    const visit = (node: Node): void => {
      if (node.kind === "call" && VOLATILE.has(node.name)) volatile = true;
      if (node.kind === "call" && PLACE_ONLY.has(node.name)) return;
      const area = this.areaOf(node, place);
      if (area !== undefined) areas.push(area);
      if (node.kind === "name") byName = true;
      if (node.kind === "name" && !visited.has(node.name.toLowerCase())) {
        visited.add(node.name.toLowerCase());
        const meaning = nameMeaning(this.options.workbook, node.sheet, node.name, place.sheet);
        const meant = meaning === undefined ? null : this.parse(meaning).node;
        if (meant) visit(meant);
      }
      for (const part of partsOf(node)) visit(part);
    };
    const { node } = this.parse(formula);
    try {
      if (node) visit(node);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    return { areas, volatile, byName };
  }

  private areaOf(node: Node, place: CellPosition): Reference | undefined {
    if (node.kind === "table") return tableArea(this.options.workbook, node, place);
    if (node.kind === "name") return namedTable(this.options.workbook, node, place);
    if (node.kind !== "reference") return undefined;
    const sheet = node.sheet === null ? place.sheet : this.options.workbook.sheetByName(node.sheet);
    return sheet && { sheet, box: node.box };
  }

  // ---- what evaluation needs ----

  get workbook(): Workbook {
    return this.options.workbook;
  }

  get clock(): Clock {
    return this.options.clock;
  }

  /** What a custom function gives; undefined when there is none of that name. */
  custom(name: string, args: readonly (() => Operand)[], around: Surroundings): Operand | undefined {
    return this.customFunctions.call(name, args, around);
  }

  /** Calls a function with ready arguments, outside any formula. */
  callDirectly(name: string, args: readonly unknown[]): Promise<FunctionResult> {
    return this.customFunctions.callDirectly(name, args);
  }

  /** A cell's value as formulas see it. */
  valueAt(sheet: Sheet, row: number, column: number): FormulaValue {
    const cell = sheet.cell(row, column);
    if (!cell) return null;
    if (cell.formula !== undefined && (cell.stale === true || cell.value === null)) {
      throw new Refused(
        `uses ${formatBox({ row, column, rows: 1, columns: 1 }, { sheet: sheet.name })}, whose formula ${cell.formula} nobody calculated`,
      );
    }
    return cell.value;
  }
}

/** A formula too deep for this machine's stack is one that nobody can calculate here; it must not end the process. */
const withoutOverflow = (error: unknown, formula: string): unknown =>
  error instanceof RangeError ? new Refused(`${formula.slice(0, 40)}… is nested too deep to be evaluated`) : error;

const partsOf = (node: Node): readonly Node[] => {
  if (node.kind === "call") return node.args.filter((arg) => arg !== null);
  if (node.kind === "unary") return [node.operand];
  if (node.kind === "binary") return [node.left, node.right];
  return node.kind === "array" ? node.rows.flat() : [];
};

const addressOf = ({ sheet, row, column }: CellPosition): string =>
  formatBox({ row, column, rows: 1, columns: 1 }, { sheet: sheet.name });

function same(a: FormulaValue, b: FormulaValue): boolean {
  return failed(a) && failed(b) ? a.error === b.error : Object.is(a, b);
}
