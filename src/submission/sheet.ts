/** Finds the header row and the columns of a sheet, whatever stands above and between them. */
import { a1, type SheetGrid } from "./grid";
import { labelOf } from "./text";
import type { InputProblem, ReadingProblem, SheetLayout } from "./types";
import { ANNOTATION_HEADERS, isSignature, type ColumnWords } from "./vocabulary";

const HEADER_SEARCH_ROWS = 20;

export interface SheetTable {
  readonly layout: SheetLayout;
  /** Sheet rows (0-based) that hold data, in order: no blank, repeated header or totals rows. */
  readonly rows: readonly number[];
  readonly problems: readonly ReadingProblem[];
}

export type SheetTableReading = { readonly ok: true; readonly table: SheetTable } | { readonly ok: false; readonly problems: readonly InputProblem[] };

const headerText = (cell: unknown): string => labelOf(cell as string | null).replace(/[*＊:：]/gu, "");

/** Reads the layout of a sheet of which `columns` are known. Problems of needed columns make it unreadable. */
export function readTable(grid: SheetGrid, columns: readonly ColumnWords[]): SheetTableReading {
  const keyOf = new Map<string, string>();
  for (const column of columns) for (const word of [column.header, ...(column.synonyms ?? [])]) keyOf.set(labelOf(word), column.key);
  const annotations = new Set<string>(ANNOTATION_HEADERS);

  let headerLine = -1;
  let most = 1;
  for (let line = 0; line < Math.min(grid.values.length, HEADER_SEARCH_ROWS); line++) {
    const hits = new Set((grid.values[line] ?? []).map((cell) => keyOf.get(headerText(cell))).filter((key) => key !== undefined)).size;
    if (hits > most) {
      most = hits;
      headerLine = line;
    }
  }
  if (headerLine < 0) {
    const wanted = columns.filter((column) => column.needed).map((column) => column.header).join("、");
    return { ok: false, problems: [{ sheet: grid.name, cell: null, message: `找不到表头行：请在前 ${HEADER_SEARCH_ROWS} 行内保留列名（至少 ${wanted || columns.map((column) => column.header).slice(0, 3).join("、")}）。` }] };
  }

  const header = grid.values[headerLine] ?? [];
  const found = new Map<string, number[]>();
  let annotationColumn: number | null = null;
  header.forEach((cell, offset) => {
    const text = headerText(cell);
    const column = grid.firstColumn + offset;
    if (annotations.has(text) && !keyOf.has(text)) {
      annotationColumn ??= column;
      return;
    }
    const key = keyOf.get(text);
    if (key === undefined || annotationColumn !== null) return;
    found.set(key, [...(found.get(key) ?? []), column]);
  });

  const headerRow = grid.firstRow + headerLine;
  const fatal: InputProblem[] = [];
  const problems: ReadingProblem[] = [];
  const layoutColumns = new Map<string, number>();
  for (const { key, header: name, needed } of columns) {
    const places = found.get(key) ?? [];
    const [first, second] = places;
    if (first === undefined) {
      if (needed) fatal.push({ sheet: grid.name, cell: a1(headerRow, grid.firstColumn), message: `缺少必需的列“${name}”：请补上该列，或把对应列的列名改为“${name}”。` });
    } else if (second === undefined) {
      layoutColumns.set(key, first);
    } else if (needed) {
      fatal.push({ sheet: grid.name, cell: a1(headerRow, second), message: `有两列都是“${name}”：请只保留一列，把另一列改名。` });
    } else {
      problems.push({ code: "column-ambiguous", place: { sheet: grid.name, row: headerRow, column: second }, key, details: { column: name } });
    }
  }
  if (fatal.length > 0) return { ok: false, problems: fatal };

  const isAnnotation = (column: number): boolean => annotationColumn !== null && column >= annotationColumn;
  let lastColumn = grid.firstColumn;
  const rows: number[] = [];
  const keyColumns = [...layoutColumns.values()];
  grid.values.forEach((line, index) => {
    line.forEach((cell, offset) => {
      const column = grid.firstColumn + offset;
      if (!isAnnotation(column) && column > lastColumn && labelOf(cell) !== "") lastColumn = column;
    });
    if (index <= headerLine) return;
    const texts = keyColumns.map((column) => labelOf(line[column - grid.firstColumn]));
    if (texts.every((text) => text === "")) return;
    if (isSignature(line) || isRepeatedHeader(texts, keyOf) || isTotals(line, layoutColumns, grid.firstColumn)) return;
    rows.push(grid.firstRow + index);
  });

  return {
    ok: true,
    table: {
      layout: {
        sheet: grid.name,
        headerRow,
        columns: layoutColumns,
        firstColumn: grid.firstColumn,
        lastColumn,
        annotationColumn,
        lastRow: rows.at(-1) ?? headerRow,
      },
      rows,
      problems,
    },
  };
}

function isRepeatedHeader(texts: readonly string[], keyOf: ReadonlyMap<string, string>): boolean {
  const filled = texts.filter((text) => text !== "");
  return filled.length >= 3 && filled.filter((text) => keyOf.has(text)).length >= filled.length / 2;
}

/** 合计, 小计, 总计 in one of the leading cells of a row that names no person. */
function isTotals(line: readonly unknown[], columns: ReadonlyMap<string, number>, firstColumn: number): boolean {
  const key = columns.get("registrationNo");
  const leading = line.slice(0, 8).map((cell) => labelOf(cell as string | null));
  const names = leading.some((text) => /^(合计|小计|总计|共计)[:：]?$/u.test(text) || /^本页(合计|小计)$/u.test(text));
  if (!names) return false;
  const registration = key === undefined ? "" : labelOf(line[key - firstColumn] as string | null);
  return registration === "" || /^(合计|小计|总计|共计|本页(合计|小计))[:：]?$/u.test(registration);
}
