/** What rows were found to hold, by what the functions were handed: the same arguments have the same answer, so that it is worked out once. */
import type { CellValue } from "../grid/address";

/** More rows than the annotation has formulas for, twice. Then all of it is forgotten: the next recalculation fills it again. */
const MOST_ROWS = 5_000;

/** Cells as one text, numbers and the texts that look like them told apart. */
const keyOf = (cells: readonly CellValue[]): string => JSON.stringify(cells);

/** Gives what is known of these cells, or works it out; null: the row is no record. */
type Remembered<T> = (cells: readonly CellValue[], workOut: () => T) => T;

export class RowMemory {
  private readonly byReader = new Map<unknown, Map<string, Map<string, unknown>>>();
  private rows = 0;

  /** The memory of what `reader` finds in rows under `under`: the policy and the headers. */
  of<T>(reader: unknown, under: readonly CellValue[]): Remembered<T> {
    if (this.rows >= MOST_ROWS) this.forget();
    const found = entry(entry(this.byReader, reader), keyOf(under)) as Map<string, T>;
    return (cells, workOut) => {
      const key = keyOf(cells);
      const known = found.get(key);
      if (known !== undefined || found.has(key)) return known as T;
      const fresh = workOut();
      found.set(key, fresh);
      this.rows += 1;
      return fresh;
    };
  }

  private forget(): void {
    this.byReader.clear();
    this.rows = 0;
  }
}

function entry<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const known = map.get(key) ?? new Map<string, V>();
  map.set(key, known);
  return known;
}
