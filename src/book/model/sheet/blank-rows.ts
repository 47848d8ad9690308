/**
 * Runs of blank rows that look alike, such as the million rows of a sheet that someone formatted whole. They are kept as
 * one text with room for the row's number; a row becomes a row of its own only when it is asked for.
 */
import type { Area } from "../address";
import type { Row } from "./row";

/** Rows are 0-based. */
export interface BlankRun {
  readonly first: number;
  readonly count: number;
  /** The row's XML, cut where its number (1-based) stands. */
  readonly pieces: readonly string[];
  /** One such row as the model has it, without its XML. Its cells hold styles only. */
  readonly row: Readonly<Row>;
}

/** Runs of rows with formats and no values, kept as one entry: a formatted sheet may have a million. */
export class BlankRows {
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
    return this.runs.find(({ first, count }) => row >= first && row < first + count)?.row;
  }

  /** Takes a row out: from now on it is the caller's. Undefined where no run has it. */
  take(row: number): Row | undefined {
    const run = this.runs.find(({ first, count }) => row >= first && row < first + count);
    if (run === undefined) return undefined;
    const above = { ...run, count: row - run.first };
    const below = { ...run, first: row + 1, count: run.first + run.count - row - 1 };
    this.runs = this.runs.flatMap((own) => (own === run ? [above, below].filter(({ count }) => count > 0) : [own]));
    return rowOf(run, row);
  }

  /** Takes out every row from `first` on, `count` of them at most. */
  takeAll(first: number, count: number): [number, Row][] {
    const taken: [number, Row][] = [];
    const end = first + count;
    this.runs = this.runs.flatMap((run) => {
      const from = Math.max(run.first, first);
      const to = Math.min(run.first + run.count, end);
      if (from >= to) return [run];
      for (let row = from; row < to; row += 1) taken.push([row, rowOf(run, row)]);
      return [
        { ...run, count: from - run.first },
        { ...run, first: to, count: run.first + run.count - to },
      ].filter(({ count }) => count > 0);
    });
    return taken;
  }

  /** Boxes of the cells with a style of their own. */
  styledBoxes(): Area[] {
    return this.runs.flatMap(({ first, count, row }) => {
      const styled = row.cells.flatMap((cell, column) => (cell !== undefined && cell.style !== 0 ? [column] : []));
      const [left] = styled;
      const right = styled[styled.length - 1];
      return left === undefined || right === undefined
        ? []
        : [{ row: first, rows: count, column: left, columns: right - left + 1 }];
    });
  }

  /** Runs of their own for a copy of the sheet. */
  copy(): BlankRows {
    return new BlankRows(this.runs);
  }
}

/** XML of one row of a run. */
export function textOfRow({ pieces }: BlankRun, row: number): string {
  return pieces.join(String(row + 1));
}

function rowOf(run: BlankRun, row: number): Row {
  return { ...run.row, cells: run.row.cells.map((cell) => cell && { ...cell }), source: textOfRow(run, row) };
}
