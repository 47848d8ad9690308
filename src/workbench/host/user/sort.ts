/** Excel's order of cells. */
import { type Area, type CellError, type CellValue, isCellError, type Sheet } from "../../../book/model/workbook";

export interface SortKey {
  /** Column of the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Chinese by pinyin, upper and lower case alike, as Excel has it by default. */
const collator = new Intl.Collator("zh-CN", { sensitivity: "accent" });

const HAN = /\p{Script=Han}/u;

/** Texts in order: where the first difference is, other signs come before Chinese ones. */
function compareTexts(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const [x, y] = [HAN.test(a[at] ?? ""), HAN.test(b[at] ?? "")];
  if (x !== y && at < a.length && at < b.length) return x ? 1 : -1;
  return collator.compare(a, b);
}

const rank = (value: CellValue | CellError): number =>
  isCellError(value) ? 3 : typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Numbers before texts before truth values before errors. Blanks are the caller's business. */
export function compareCells(a: CellValue | CellError, b: CellValue | CellError): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  return isCellError(a) || isCellError(b) ? 0 : Number(a) - Number(b);
}

/** Which row of the box comes where: row i of the result is row `[i]` of the box. Blanks come last either way, hidden rows stay. */
export function sortedRows(sheet: Sheet, box: Area, keys: readonly SortKey[]): number[] {
  const visible = Array.from({ length: box.rows }, (_, index) => index).filter(
    (index) => !sheet.isRowHidden(box.row + index),
  );
  const values = new Map(
    visible.map((index) => [index, keys.map(({ column }) => sheet.value(box.row + index, column))]),
  );
  const order = [...visible].sort((x, y) => {
    for (const [at, { ascending }] of keys.entries()) {
      const [a, b] = [values.get(x)?.[at] ?? null, values.get(y)?.[at] ?? null];
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1;
        continue;
      }
      const compared = compareCells(a, b);
      if (compared !== 0) return ascending ? compared : -compared;
    }
    return 0;
  });
  const from = Array.from({ length: box.rows }, (_, index) => index);
  visible.forEach((place, at) => {
    from[place] = order[at] ?? place;
  });
  return from;
}
