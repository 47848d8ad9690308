/**
 * The order in which formulas are calculated: each one after those it reads. What waits for a custom function stays to be
 * calculated, and so does what reads it; a circle is closed at one of its cells.
 */
import type { Area } from "../../../book/model/workbook";
import type { Dependencies, FormulaCell, RangeRead } from "./dependencies";

export interface FormulaCalculator {
  /** Calculates one formula and stores its value; false when it has to wait for a custom function. */
  settle(cell: FormulaCell): boolean;
  /** Gives a formula that depends on itself the value that Excel shows. */
  closeCircle(cell: FormulaCell): void;
}

/** The order in which formulas are calculated: each after those that it reads. */
export class CalculationOrder {
  private pass = 0;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly calculator: FormulaCalculator,
  ) {}

  /** Calculates what is dirty and all that depends on it. What is done leaves the set; what has to wait is in it afterwards. */
  run(dirty: Set<FormulaCell>): void {
    if (dirty.size === 0) return;
    const order = this.countWaiting(dirty);
    const ready = [...dirty].filter((cell) => cell.waitingFor === 0);
    const done = new Set<FormulaCell>();
    let pending = 0;
    for (;;) {
      for (let cell = ready.pop(); cell !== undefined; cell = ready.pop()) {
        if (done.has(cell)) continue;
        if (this.calculator.settle(cell)) this.finish(cell, order, ready, done);
        else pending++;
      }
      if (pending > 0 || done.size === order.size) break;
      const left = [...order.keys()].filter((cell) => !done.has(cell));
      for (const cell of circleAmong(left, done, this.dependencies)) {
        this.calculator.closeCircle(cell);
        this.finish(cell, order, ready, done);
      }
    }
    for (const cell of done) dirty.delete(cell);
  }

  /** Reaches everything that depends on dirty formulas, and counts what each of them waits for. Gives the ranges each one lies in. */
  private countWaiting(dirty: Set<FormulaCell>): Map<FormulaCell, RangeRead[]> {
    const pass = ++this.pass;
    const order = new Map<FormulaCell, RangeRead[]>();
    const list = [...dirty];
    for (const cell of list) {
      cell.waitingFor = 0;
      cell.pass = pass;
    }
    // The list grows while it is walked.
    for (const cell of list) {
      const lying = [...this.dependencies.over(cell.sheet, this.filled(cell))];
      order.set(cell, lying);
      for (const range of lying) {
        if (range.pass !== pass) {
          range.pass = pass;
          range.waitingFor = 0;
          for (const reader of range.readers) {
            if (reader.pass !== pass) {
              reader.pass = pass;
              reader.waitingFor = 0;
              dirty.add(reader);
              list.push(reader);
            }
            reader.waitingFor++;
          }
        }
        range.waitingFor++;
      }
    }
    return order;
  }

  /** The cells that a formula fills: its own, or those of its array. */
  private filled({ sheet, row, column }: FormulaCell): Area {
    return sheet.cell(row, column)?.array ?? { row, column, rows: 1, columns: 1 };
  }

  private finish(
    cell: FormulaCell,
    order: ReadonlyMap<FormulaCell, RangeRead[]>,
    ready: FormulaCell[],
    done: Set<FormulaCell>,
  ): void {
    if (done.has(cell)) return;
    done.add(cell);
    for (const range of order.get(cell) ?? []) {
      if (--range.waitingFor > 0) continue;
      for (const reader of range.readers) if (--reader.waitingFor === 0 && !done.has(reader)) ready.push(reader);
    }
  }
}

/** Formulas that wait for each other in a circle. */
function circleAmong(
  left: readonly FormulaCell[],
  done: ReadonlySet<FormulaCell>,
  dependencies: Dependencies,
): FormulaCell[] {
  const waiting = new Set(left);
  const path: FormulaCell[] = [];
  let cell = left[0];
  while (cell !== undefined && !path.includes(cell)) {
    path.push(cell);
    cell = firstWaiting(cell, waiting, done, dependencies);
  }
  return cell === undefined ? path : path.slice(path.indexOf(cell));
}

function firstWaiting(
  cell: FormulaCell,
  waiting: ReadonlySet<FormulaCell>,
  done: ReadonlySet<FormulaCell>,
  dependencies: Dependencies,
): FormulaCell | undefined {
  for (const range of cell.ranges) {
    for (const inside of dependencies.within(range.sheet, range.box))
      if (waiting.has(inside) && !done.has(inside)) return inside;
  }
  return undefined;
}
