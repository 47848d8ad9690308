/**
 * Runs of blank rows with formats, such as the million rows of a sheet that someone formatted whole, banded or hidden. A
 * run keeps one text with room for the row's number for each look that its rows have, and which look each row has; a row
 * becomes a row of its own only when it is asked for.
 */
import type { Area } from "../address";
import type { Row } from "./row";

/** How blank rows look. */
export interface BlankLook {
  /** The row's XML, cut where its number (1-based) stands. */
  readonly pieces: readonly string[];
  /** One such row as the model has it, without its XML. Its cells hold styles only. */
  readonly row: Readonly<Row>;
}

/** Rows are 0-based. */
export interface BlankRun {
  readonly first: number;
  readonly count: number;
  readonly looks: readonly BlankLook[];
  /** Which of the looks each row has, {@link NO_ROW} where there is none; null: all have the first. */
  readonly kinds: Uint8Array | null;
}

/** The kind of a number without a row. There are at most so many looks in a run. */
export const NO_ROW = 255;

/** Runs of rows with formats and no values, kept as one entry: a formatted sheet may have a million. */
export class BlankRows {
  /** `runs`: in the order of their rows. */
  constructor(private runs: readonly BlankRun[] = []) {}

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  /** Runs in the order of their rows. */
  get all(): readonly BlankRun[] {
    return this.runs;
  }

  /** A row as it would be taken, without taking it. */
  at(row: number): Readonly<Row> | undefined {
    const run = this.runs[this.from(row)];
    return run === undefined || row < run.first ? undefined : lookAt(run, row)?.row;
  }

  /** Takes a row out: from now on it is the caller's. Undefined where no run has it. */
  take(row: number): Row | undefined {
    return this.takeAll(row, 1)[0]?.[1];
  }

  /** Takes out every row from `first` on, `count` of them at most. */
  takeAll(first: number, count: number): [number, Row][] {
    const taken: [number, Row][] = [];
    const end = first + count;
    const [begin, behind] = [this.from(first), this.from(end - 1)];
    if (begin === behind && (this.runs[begin]?.first ?? end) >= end) return taken;
    this.runs = this.runs.flatMap((run) => {
      const from = Math.max(run.first, first);
      const to = Math.min(run.first + run.count, end);
      if (from >= to) return [run];
      for (let row = from; row < to; row += 1) {
        const look = lookAt(run, row);
        if (look !== undefined) taken.push([row, rowOf(look, row)]);
      }
      return [part(run, run.first, from), part(run, to, run.first + run.count)].filter((own) => own.count > 0);
    });
    return taken;
  }

  /** Position of the first run that ends behind this row. */
  private from(row: number): number {
    let [low, high] = [0, this.runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle];
      if (run !== undefined && run.first + run.count > row) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Boxes of the cells with a style of their own. */
  styledBoxes(): Area[] {
    return this.runs.flatMap((run) =>
      run.looks.flatMap(({ row }, kind) => {
        const styled = row.cells.flatMap((cell, column) => (cell !== undefined && cell.style !== 0 ? [column] : []));
        const [left] = styled;
        const right = styled[styled.length - 1];
        const from = run.kinds?.indexOf(kind) ?? 0;
        const to = run.kinds?.lastIndexOf(kind) ?? run.count - 1;
        return left === undefined || right === undefined || from < 0
          ? []
          : [{ row: run.first + from, rows: to - from + 1, column: left, columns: right - left + 1 }];
      }),
    );
  }

  /** How many of so many rows from `first` on are hidden. */
  countHidden(first: number, count: number): number {
    let hidden = 0;
    for (const run of this.runs) {
      const from = Math.max(run.first, first) - run.first;
      const to = Math.min(run.first + run.count, first + count) - run.first;
      if (from >= to || !run.looks.some(({ row }) => row.hidden)) continue;
      if (run.kinds === null) hidden += to - from;
      else for (const kind of run.kinds.subarray(from, to)) if (run.looks[kind]?.row.hidden === true) hidden += 1;
    }
    return hidden;
  }

  /** Runs of their own for a copy of the sheet. */
  copy(): BlankRows {
    return new BlankRows(this.runs);
  }
}

/** XML of the rows of a run from `from` on, before `to`. */
export function textOfRows(run: BlankRun, from: number, to: number): string {
  let text = "";
  for (let row = from; row < to; row += 1) text += lookAt(run, row)?.pieces.join(String(row + 1)) ?? "";
  return text;
}

function lookAt({ first, looks, kinds }: BlankRun, row: number): BlankLook | undefined {
  return looks[kinds === null ? 0 : (kinds[row - first] ?? NO_ROW)];
}

/** The rows of a run from `from` on, before `to`. */
function part(run: BlankRun, from: number, to: number): BlankRun {
  const kinds = run.kinds?.subarray(from - run.first, to - run.first) ?? null;
  return { ...run, first: from, count: to - from, kinds };
}

function rowOf({ pieces, row }: BlankLook, number: number): Row {
  return { ...row, cells: row.cells.map((cell) => cell && { ...cell }), source: pieces.join(String(number + 1)) };
}
