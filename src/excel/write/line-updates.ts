/** Rows of the annotation and lines of own sheets, brought up to date. */
import {
  highlightsFor,
  type AnnotationRows,
  type CellBlock,
  type LineUpdate,
  type PlannedCell,
} from "../../results/index";
import type { Area, CellValue } from "../../grid/address";
import { textOf } from "../../submission/text";
import { contentOperations, highlightOperations, onRange } from "./cell-operations";
import type { Operation } from "./operations";
import { readAreas, type AreaCells } from "../read/workbook";

/** Colours of what stood there before go first. */
export function rowOperations({ sheet, blocks, styles, plain, highlights }: AnnotationRows): Operation[] {
  return [
    ...plain.map((area) => plainColours(sheet, area)),
    ...contentOperations(sheet, blocks, styles),
    ...highlightOperations(sheet, highlights),
  ];
}

function plainColours(sheet: string, area: Area): Operation {
  return onRange(sheet, area, 4, ({ format }) => {
    format.fill.clear();
    format.font.color = "#000000";
  });
}

export interface BroughtLines {
  readonly operations: readonly Operation[];
  /** The lines as they will then be read. */
  readonly cells: readonly AreaCells[];
}

/**
 * Brings these lines up to date; null when one of them is no longer where it was written: people have sorted the
 * sheet, or put rows in.
 */
export async function bringLines(
  context: Excel.RequestContext,
  sheet: string,
  lines: readonly LineUpdate[],
): Promise<BroughtLines | null> {
  if (lines.length === 0) return { operations: [], cells: [] };
  const width =
    1 +
    Math.max(
      ...lines.flatMap(({ known, parts }) => [
        ...known.keys(),
        ...parts.flatMap(({ column, cells, unlessFilled = 0 }) => [column + cells.length - 1, unlessFilled]),
      ]),
    );
  const runs = runsOf(lines).map(({ row, rows }) => ({ sheet, row, column: 0, rows, columns: width }));
  const read = await readAreas(context, runs);
  const stands = new Map(
    read.flatMap(({ area, lines: found }) => found.map((line, at) => [area.row + at, line] as const)),
  );
  const at = (row: number, column: number): string => textOf(stands.get(row)?.[column] ?? null);
  if (lines.some(({ row, known }) => [...known].some(([column, text]) => at(row, column) !== textOf(text))))
    return null;
  const blocks = lines.flatMap(({ row, parts }): CellBlock[] =>
    parts
      .filter(({ unlessFilled }) => unlessFilled === undefined || at(row, unlessFilled) === "")
      .map(({ column, cells }) => ({ row, column, cells: [cells] })),
  );
  return {
    operations: [
      ...lines.map(({ row, word }) => plainColours(sheet, { row, column: word.column, rows: 1, columns: 1 })),
      ...contentOperations(sheet, blocks, []),
      ...highlightOperations(
        sheet,
        lines.flatMap(({ row, word }) => highlightsFor(row, word.column, [word.text])),
      ),
    ],
    cells: read.map((part) => withBlocks(part, blocks)),
  };
}

function withBlocks({ area, lines, formulas }: AreaCells, blocks: readonly CellBlock[]): AreaCells {
  const after = lines.map((line) => [...line]);
  for (const { row, column, cells } of blocks) {
    cells[0]?.forEach((cell, across) => {
      const line = after[row - area.row];
      if (line !== undefined) line[column + across] = shownOf(cell);
    });
  }
  return { area, lines: after, formulas };
}

const shownOf = (cell: PlannedCell): CellValue =>
  cell !== null && typeof cell === "object" ? (cell.shown ?? null) : cell === "" ? null : cell;

function runsOf(lines: readonly LineUpdate[]): readonly { readonly row: number; readonly rows: number }[] {
  const runs: { row: number; rows: number }[] = [];
  for (const { row } of lines) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}
