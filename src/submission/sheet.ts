/** Finds the header and the columns of a sheet, whatever stands above and between them, and the rows that hold data. */
import { a1, type CellValue } from "../grid/address";
import type { SheetGrid } from "./grid";
import {
  chosenKey,
  findHeader,
  keyOfName,
  matchColumns,
  nameOf,
  readHeader,
  wordIndex,
  type Header,
  type HeaderChoices,
  type WordIndex,
} from "./headers";
import { closest, isBlank, labelOf } from "./text";
import type { ColumnCandidate, InputProblem, NamedColumn } from "./input-problem";
import type { LeftAsideItem, ReadingProblem, SheetLayout } from "./types";
import { isSignature, type ColumnWords } from "./vocabulary";

/** Columns of a sheet of ours, whose keys are its headers. */
export const ownColumns = (headers: readonly string[]): ColumnWords[] =>
  headers.map((header) => ({ key: header, header }));

const HEADER_SEARCH_ROWS = 20;

export interface SheetTable {
  readonly layout: SheetLayout;
  /** Sheet rows (0-based) that hold data, in order: no blank, note, repeated header or totals rows. */
  readonly rows: readonly number[];
  readonly problems: readonly ReadingProblem[];
  readonly notices: readonly LeftAsideItem[];
}

export type SheetTableReading =
  | { readonly ok: true; readonly table: SheetTable }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Reads the layout of a sheet of which `columns` are known. Problems of needed columns make it unreadable. */
export function readTable(
  grid: SheetGrid,
  columns: readonly ColumnWords[],
  choices: HeaderChoices = {},
): SheetTableReading {
  const words = wordIndex(columns);
  const keys = new Set(columns.map(({ key }) => key));
  const at = findHeader(grid.values.slice(0, HEADER_SEARCH_ROWS), words, choices, keys);
  if (at === null) {
    const needed = columns.filter((column) => column.needed);
    const named = needed.length > 0 ? needed : columns.slice(0, 3);
    return {
      ok: false,
      problems: [
        {
          key: "header-missing",
          details: { rows: HEADER_SEARCH_ROWS, columns: named.map(({ header }) => header) },
          sheet: grid.name,
          cell: null,
        },
      ],
    };
  }
  const header = readHeader(grid.values.slice(at.first, at.last + 1), words);
  const found = matchColumns(header, choices, keys);
  const headerRow = grid.firstRow + at.last;
  const questions = new ColumnQuestions(grid, headerRow, header, found);
  const fatal: InputProblem[] = [];
  const problems: ReadingProblem[] = [];
  const layoutColumns = new Map<string, number>();
  for (const column of columns) {
    const [first, second] = found.get(column.key) ?? [];
    if (first === undefined) {
      if (column.needed) fatal.push(questions.missing(column));
    } else if (second === undefined) {
      layoutColumns.set(column.key, grid.firstColumn + first);
    } else if (column.needed) {
      fatal.push(questions.twice(column));
    } else {
      problems.push({
        code: "column-ambiguous",
        place: { sheet: grid.name, row: headerRow, column: grid.firstColumn + second },
        key: column.key,
        details: { column: column.header },
      });
    }
  }
  if (fatal.length > 0) return { ok: false, problems: fatal };

  const chosen = new Map(
    header.cells.flatMap(({ name }): [string, string][] => {
      const key = chosenKey(name, choices, keys);
      return key === undefined ? [] : [[key, name]];
    }),
  );
  const absent = columns.filter(({ key }) => !found.has(key));
  const unread = header.cells.flatMap(({ name, key }, offset): LeftAsideItem[] => {
    if (name === "" || key !== undefined || chosenKey(name, choices, keys) !== undefined) return [];
    const text = name.replace(/#\d+$/u, "");
    const near = closest(
      text,
      absent.filter(({ never = [] }) => !never.includes(text)).map((column) => column.header),
    );
    return [
      {
        sheet: grid.name,
        kind: "column-unread",
        row: headerRow,
        column: grid.firstColumn + offset,
        text,
        ...(near ? { nearest: near.word } : {}),
      },
    ];
  });
  const { rows, notices, lastOffset } = readRows(grid, at, header, columns, layoutColumns, words);
  return {
    ok: true,
    table: {
      layout: {
        sheet: grid.name,
        headerTop: grid.firstRow + at.first,
        headerRow,
        columns: layoutColumns,
        chosen,
        firstColumn: grid.firstColumn,
        lastColumn: grid.firstColumn + lastOffset,
        annotationColumn: header.annotation === null ? null : grid.firstColumn + header.annotation,
        lastRow: rows.at(-1) ?? headerRow,
      },
      rows,
      problems,
      notices: [...unread, ...notices],
    },
  };
}

/** The questions about needed columns: where they stand, and which columns could be meant. */
class ColumnQuestions {
  constructor(
    private readonly grid: SheetGrid,
    private readonly headerRow: number,
    private readonly header: Header,
    private readonly found: ReadonlyMap<string, readonly number[]>,
  ) {}

  missing({ key, header, synonyms = [], never = [] }: ColumnWords): InputProblem {
    const taken = new Set([...this.found.values()].flat());
    const free = this.header.cells.flatMap(({ name, key: own }, at) =>
      name === "" || own !== undefined || taken.has(at) || never.includes(name) ? [] : [at],
    );
    const near = free
      .flatMap((at) => {
        const close = closest(this.name(at), [header, ...synonyms]);
        return close ? [{ at, distance: close.distance }] : [];
      })
      .sort((a, b) => a.distance - b.distance)[0];
    return {
      key: "column-missing",
      details: { header, near: near === undefined ? null : this.named(near.at) },
      ...this.placed(near?.at ?? 0, key, header, free),
    };
  }

  twice({ key, header }: ColumnWords): InputProblem {
    const places = this.found.get(key) ?? [];
    return {
      key: "column-twice",
      details: { header, columns: places.map((at) => this.named(at)) },
      ...this.placed(places[1] ?? 0, key, header, places),
    };
  }

  /** Where the problem stands, and the columns to choose from. */
  private placed(
    at: number,
    key: string,
    header: string,
    candidates: readonly number[],
  ): Pick<InputProblem, "sheet" | "cell" | "choice"> {
    return {
      sheet: this.grid.name,
      cell: a1(this.headerRow, this.grid.firstColumn + at),
      choice: {
        key,
        header,
        candidates: candidates.map((each): ColumnCandidate => ({
          header: this.header.cells[each]?.name ?? "",
          column: this.grid.firstColumn + each,
        })),
      },
    };
  }

  private named(at: number): NamedColumn {
    return { column: this.grid.firstColumn + at + 1, name: this.name(at) };
  }

  private name(at: number): string {
    return (this.header.cells[at]?.name ?? "").replace(/#\d+$/u, "");
  }
}

/** Which rows below the header hold data, and what the others are. */
function readRows(
  grid: SheetGrid,
  at: { readonly first: number; readonly last: number },
  header: Header,
  columns: readonly ColumnWords[],
  places: ReadonlyMap<string, number>,
  words: WordIndex,
): { readonly rows: readonly number[]; readonly notices: readonly LeftAsideItem[]; readonly lastOffset: number } {
  const offsets = new Map([...places].map(([key, column]) => [key, column - grid.firstColumn] as const));
  const kindOf = rowKinds(columns, offsets, words, grid.values.slice(at.first, at.last + 1));
  const end = header.annotation ?? Infinity;
  const rows: number[] = [];
  const notices: LeftAsideItem[] = [];
  let lastOffset = 0;
  let blank: LeftAsideItem[] = [];
  for (let index = at.first; index < grid.values.length; index += 1) {
    const line = grid.values[index] ?? [];
    const own = line.length <= end ? line : line.slice(0, end);
    for (let offset = own.length - 1; offset > lastOffset; offset -= 1) {
      if (!isBlank(own[offset])) lastOffset = offset;
    }
    if (index <= at.last) continue;
    const kind = kindOf(own);
    const row = grid.firstRow + index;
    if (kind === "blank-skipped") blank.push({ sheet: grid.name, kind, row });
    else if (kind !== null) notices.push({ sheet: grid.name, kind, row });
    else {
      // Blank rows below the table are no part of it.
      notices.push(...blank);
      blank = [];
      rows.push(row);
    }
  }
  return { rows, notices: notices.sort((a, b) => a.row - b.row), lastOffset };
}

type RowKind = (line: readonly CellValue[]) => Exclude<LeftAsideItem["kind"], "column-unread" | "sheet-unread"> | null;

/** The whole text says that figures were added up … */
const TOTALS = /^(本页|本表|全部)?(合计|小计|总计|共计|累计|汇总)(\(.*\))?:?$/u;
/** … or ends so: 张样例小计, 2017年度合计:48学时. */
const ENDS_AS_TOTALS = /^.{0,20}(合计|小计|总计|共计|累计|汇总)(\(.*\))?:?[\d.]*(学时|人|条|项)?$/u;
/** Columns that name whose row it is; what a subtotal is of stands in them. */
const NAMING = ["seq", "registrationNo", "filingNo", "name", "year"];
const NOT_ESSENTIAL = new Set([...NAMING, "title"]);

/** What stands in cells repeats: whether it names a column is asked once. */
const asked = new WeakMap<WordIndex, Map<string, boolean>>();
const MOST_ASKED = 5_000;

function isWord(name: string, words: WordIndex): boolean {
  let known = asked.get(words);
  if (!known || known.size >= MOST_ASKED) asked.set(words, (known = new Map()));
  let answer = known.get(name);
  if (answer === undefined) known.set(name, (answer = keyOfName(name, words) !== undefined));
  return answer;
}

/** What a line is instead of a record, as the workbook's reading has it; null for a record. */
export function rowKinds(
  columns: readonly ColumnWords[],
  offsets: ReadonlyMap<string, number>,
  words: WordIndex,
  header: readonly (readonly CellValue[])[],
): RowKind {
  const seq = offsets.get("seq");
  const known = [...offsets.values()];
  const id = offsets.get("registrationNo") ?? offsets.get("filingNo");
  const naming = NAMING.flatMap((key) => offsets.get(key) ?? []);
  const essential = columns.flatMap(({ key, needed }) =>
    needed && !NOT_ESSENTIAL.has(key) ? (offsets.get(key) ?? []) : [],
  );
  const headerNames = header.map((line) => line.map(nameOf));
  const isName = (text: string, at: number): boolean => {
    const name = nameOf(text);
    return isWord(name, words) || headerNames.some((names) => names[at] === name);
  };

  const isTotals = (texts: readonly string[]): boolean => {
    if (id === undefined || !texts.some((text) => text.includes("计") || text.includes("汇总"))) return false;
    const saysNothing =
      essential.length > 0 && essential.every((at) => (texts[at] ?? "") === "" || TOTALS.test(texts[at] ?? ""));
    const whose = texts[id] ?? "";
    if (texts.some((text) => TOTALS.test(text)) && (saysNothing || whose === "" || ENDS_AS_TOTALS.test(whose)))
      return true;
    return saysNothing && naming.some((at) => ENDS_AS_TOTALS.test(texts[at] ?? ""));
  };
  /** Most rows hold a record: they say whose they are, something to review, and are no names for the most part. */
  const isRecord = (line: readonly CellValue[]): boolean => {
    const whose = id === undefined ? null : (line[id] ?? null);
    if (typeof whose !== "string" || isBlank(whose) || ENDS_AS_TOTALS.test(labelOf(whose))) return false;
    if (!essential.some((at) => !isBlank(line[at]) && !TOTALS.test(labelOf(line[at])))) return false;
    let filled = 0;
    let other = 0;
    for (const cell of line) {
      if (isBlank(cell)) continue;
      filled += 1;
      if (typeof cell === "number") other += 1;
    }
    for (let at = 0; at < line.length && other * 2 <= filled; at += 1) {
      const cell = line[at];
      if (typeof cell === "string" && !isBlank(cell) && !isName(labelOf(cell), at)) other += 1;
    }
    return filled > 2 && other * 2 > filled;
  };
  return (line) => {
    if (isSignature(line)) return "note-skipped";
    if (isRecord(line)) return null;
    const texts = line.map(labelOf);
    const filled = texts.flatMap((text, at) => (text === "" ? [] : [at]));
    if (filled.length === 0) return "blank-skipped";
    const names = filled.filter((at) => isName(texts[at] ?? "", at)).length;
    if (filled.length >= 2 && (filled.length === 2 ? names === 2 : names >= filled.length / 2)) return "header-skipped";
    if (isTotals(texts)) return "totals-skipped";
    if (known.every((at) => at === seq || (texts[at] ?? "") === "")) {
      // Numbered in advance and never filled in
      const isNumber =
        filled.length === 1 &&
        filled[0] === seq &&
        (typeof line[seq ?? 0] === "number" || /^\d+$/u.test(texts[seq ?? 0] ?? ""));
      return isNumber ? "blank-skipped" : "note-skipped";
    }
    const [only] = filled;
    return filled.length === 1 && (texts[only ?? 0] ?? "").includes(":") ? "note-skipped" : null;
  };
}
