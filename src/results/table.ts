/** Result sheets that are plain tables: header in row 1, one line an entry. Turns columns and lines into an own-sheet plan, and a grid back into lines. */
import type { CellValue } from "../grid/address";
import type { SheetGrid, Standing } from "../submission/grid";
import { HEADER } from "./colours";
import { cellText } from "./dates";
import { isSignature, MARK_HEADER, ORIGIN_HEADER, SIGNATURE_LINE } from "../submission/vocabulary";
import type { CellBlock, Highlight, ListValidation, OwnSheetPlan, PlannedCell, StyledArea } from "./plan";

/** `text` cells are formatted as text before they are written, `number` and `formula` cells as General. */
export interface ResultColumn {
  readonly title: string;
  readonly kind: "text" | "number" | "formula";
  /** Width in characters of the default font (a Chinese character takes two). */
  readonly width: number;
  readonly wrap?: boolean;
  readonly center?: boolean;
  readonly hidden?: boolean;
}

export const PAGE_FOOTER = "第 &P 页 / 共 &N 页";

export interface TableExtras {
  /** A line to sign on stands below the lines, a blank one between. */
  readonly signed?: boolean;
  readonly validations?: readonly ListValidation[];
  readonly highlights?: readonly Highlight[];
  /** Why a line does not count, by its place among the lines. */
  readonly notOurs?: ReadonlyMap<number, Standing>;
}

/** The last two columns of the office's sheets: where a row comes from, in sight where there is something to say, and the mark. */
export function originColumns(origins: readonly (string | undefined)[]): readonly ResultColumn[] {
  const isSaid = origins.some((origin) => origin !== undefined && origin !== "");
  return [
    { title: ORIGIN_HEADER, kind: "text", width: 30, wrap: true, hidden: !isSaid },
    { title: MARK_HEADER, kind: "text", width: 10, hidden: true },
  ];
}

/** What 来历 says of a line: nothing of one that is the office's own, and where one that does not count comes from. */
export function originOf(
  line: { readonly origin?: string; readonly standing?: Standing; readonly by: string } | undefined,
): string {
  if (line?.standing !== "foreign") return line?.origin ?? "";
  return foreignWords(line.by);
}

/** `by`: who is said to have signed; "" when nobody is named. */
export function foreignWords(by: string): string {
  return `随文件带来，本机关未确认，不计入${by === "" ? "（未署名）" : `（署名：${by}）`}`;
}

/** Why lines do not count, by their place. */
export function standings(
  lines: readonly ({ readonly standing?: Standing } | undefined)[],
): ReadonlyMap<number, Standing> {
  return new Map(lines.flatMap((line, at) => (line?.standing === undefined ? [] : [[at, line.standing] as const])));
}

/** Formats of the cells of a text column in which the office wrote dates, by their lines: a date stays one. */
export function dateStyles(
  lines: readonly ({ readonly onCell?: number | string } | undefined)[],
  column: number,
): readonly StyledArea[] {
  return lines.flatMap((line, at) =>
    typeof line?.onCell !== "number"
      ? []
      : [{ row: at + 1, column, rows: 1, columns: 1, style: { numberFormat: "yyyy-mm-dd" } }],
  );
}

const MARGINS = { top: 42, bottom: 42, left: 30, right: 30 } as const;

/**
 * The plan of a sheet named `name` that is one table: its header in row 1, `lines` below it, cells in the order of
 * `columns`.
 */
export function tablePlan(
  name: string,
  columns: readonly ResultColumn[],
  lines: readonly (readonly PlannedCell[])[],
  { signed = false, notOurs, ...extras }: TableExtras = {},
): OwnSheetPlan {
  const signatureRow = lines.length + 2;
  const formats = columns.map(({ kind, wrap, center }, column): StyledArea => ({
    row: 1,
    column,
    rows: Math.max(lines.length, 1),
    columns: 1,
    style: {
      numberFormat: kind === "text" ? "@" : "General",
      wrap: wrap === true,
      vertical: "top",
      ...(center === true ? { horizontal: "center" } : {}),
    },
  }));
  const header: StyledArea = {
    row: 0,
    column: 0,
    rows: 1,
    columns: columns.length,
    style: { ...HEADER, numberFormat: "@", vertical: "center", border: "all" },
  };
  return {
    name,
    blocks: [
      { row: 0, column: 0, cells: [columns.map((column) => column.title)] },
      ...columnBlocks(columns, lines),
      ...(signed ? [{ row: signatureRow, column: 0, cells: [[SIGNATURE_LINE]] }] : []),
    ],
    // Unwrapped, its words run over the blank cells to the right.
    styles: [
      ...formats,
      header,
      ...(signed
        ? [
            {
              row: signatureRow,
              column: 0,
              rows: 1,
              columns: 1,
              style: { numberFormat: "@", wrap: false, fontSize: 12 },
            },
          ]
        : []),
    ],
    columnWidths: columns.map(({ width }, column) => ({ column, characters: width })),
    hiddenColumns: columns.flatMap(({ hidden }, column) => (hidden === true ? [column] : [])),
    freezeRows: 1,
    ...extras,
    ...(notOurs === undefined || notOurs.size === 0
      ? {}
      : { notOurs: new Map([...notOurs].map(([at, standing]) => [at + 1, standing])) }),
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      centerHorizontally: true,
      titleRows: { first: 0, count: 1 },
      area: { row: 0, column: 0, rows: signed ? signatureRow + 1 : lines.length + 1, columns: columns.length },
      margins: MARGINS,
      footer: PAGE_FOOTER,
    },
  };
}

/** One block a run of columns of like kind: a host writes values and formulas by different calls. */
function columnBlocks(columns: readonly ResultColumn[], lines: readonly (readonly PlannedCell[])[]): CellBlock[] {
  if (lines.length === 0) return [];
  const blocks: CellBlock[] = [];
  for (let first = 0; first < columns.length;) {
    const formula = columns[first]?.kind === "formula";
    let end = first + 1;
    while (end < columns.length && (columns[end]?.kind === "formula") === formula) end += 1;
    blocks.push({ row: 1, column: first, cells: lines.map((line) => line.slice(first, end)) });
    first = end;
  }
  return blocks;
}

/** A line of an own table as read: cells by column title. */
export type TableLine = ReadonlyMap<string, CellValue>;

/** Lines of an own table below its header row, blank lines left out. No header within 20 rows: no lines. */
export function readTable(grid: SheetGrid | undefined, mark: string): readonly TableLine[] {
  return readTableRows(grid, mark).map(({ line }) => line);
}

/** The same lines with the 0-based sheet row of each. */
export function readTableRows(
  grid: SheetGrid | undefined,
  mark: string,
): readonly { readonly row: number; readonly line: TableLine }[] {
  const values = grid?.values ?? [];
  const header = values.slice(0, 20).findIndex((line) => line.some((value) => cellText(value) === mark));
  if (header < 0) return [];
  const titles = (values[header] ?? []).map(cellText);
  return values
    .map((line, at) => ({ line, row: (grid?.firstRow ?? 0) + at }))
    .slice(header + 1)
    .filter(({ line }) => line.some((value) => cellText(value) !== "") && !isSignature(line))
    .map(({ line, row }) => ({
      row,
      line: new Map(titles.flatMap((title, at) => (title === "" ? [] : [[title, line[at] ?? null] as const]))),
    }));
}

/** The grid that a host would read after carrying out the plan; a formula as what it shows. */
export function gridOf(plan: OwnSheetPlan): SheetGrid {
  const height = Math.max(1, ...plan.blocks.map((block) => block.row + block.cells.length));
  const width = Math.max(1, ...plan.blocks.map((block) => block.column + (block.cells[0]?.length ?? 0)));
  const values: CellValue[][] = Array.from({ length: height }, () => new Array<CellValue>(width).fill(null));
  for (const block of plan.blocks) {
    block.cells.forEach((line, down) =>
      line.forEach((cell, across) => {
        const target = values[block.row + down];
        const shown = cell !== null && typeof cell === "object" ? (cell.shown ?? null) : cell;
        if (target !== undefined) target[block.column + across] = shown === "" ? null : shown;
      }),
    );
  }
  return { name: plan.name, firstRow: 0, firstColumn: 0, values, ...(plan.notOurs ? { notOurs: plan.notOurs } : {}) };
}
