/** Which rows of the office's sheets say something, and which of their cells a mark covers. */
import type { CellValue } from "../grid/address";
import type { SheetGrid, WorkbookGrids } from "../submission/grid";
import { ownColumns, readTable } from "../submission/sheet";
import { dateText, givenText, isBlank, isErrorValue, labelOf, textOf, yearOf } from "../submission/text";
import type { SheetLayout } from "../submission/types";
import {
  DECISION_HEADERS,
  isSignature,
  FINGERPRINT_HEADER,
  IDENTITY_HEADER,
  LEDGER_HEADERS,
  MARK_HEADER,
  ORIGIN_HEADER,
  PROVEN_HEADERS,
  SHEETS,
} from "../submission/vocabulary";
import type { Claim } from "./types";

/** One of the office's sheets that holds decisions. */
interface ClaimSheet {
  readonly name: string;
  readonly titles: readonly string[];
  /** Columns without which the sheet is somebody's own under our name. */
  readonly needed: readonly string[];
  /** Columns of which one at least is filled where a row says something. */
  readonly filled: readonly string[];
  /** What the mark covers; `text` reads a column, blank where there is none. */
  readonly covered: (text: (title: string) => string, year: string) => readonly string[];
  readonly signer: string;
  readonly about: readonly string[];
}

const OPINION_TITLES = [
  "位置",
  "代码",
  "登记证书编号",
  "姓名",
  "年度",
  "问题",
  "处理",
  "核定学时",
  "处理人",
  "处理日期",
  "理由",
];
const DATES = new Set(["决定日期", "处理日期", "签发日期", "导入日期"]);

/** 口径 is decided for a year: a decision of another year's workbook is none of this one. */
const CLAIM_SHEETS: readonly ClaimSheet[] = [
  {
    name: SHEETS.decisions,
    titles: DECISION_HEADERS,
    needed: ["编号", "采用口径"],
    filled: ["采用口径", "决定人", "决定日期", "理由"],
    covered: (text, year) => [year, ...["编号", "采用口径", "决定人", "决定日期", "理由"].map(text)],
    signer: "决定人",
    about: ["编号", "采用口径"],
  },
  {
    name: SHEETS.opinions,
    titles: [...OPINION_TITLES, IDENTITY_HEADER, FINGERPRINT_HEADER],
    needed: ["登记证书编号", "处理"],
    filled: ["处理", "核定学时", "处理人", "处理日期", "理由"],
    covered: (text) => [
      ...["代码", "登记证书编号", "年度", "处理", "核定学时", "处理人", "处理日期", "理由"].map(text),
      // A line that knows its record may stand anywhere; one that does not is about its place
      text(IDENTITY_HEADER) === "" ? text("位置") : text(IDENTITY_HEADER),
      // Words without a decision follow their record: they never go stale
      text("处理") === "" ? "" : text(FINGERPRINT_HEADER),
    ],
    signer: "处理人",
    about: ["姓名", "年度", "处理", "核定学时"],
  },
  {
    name: SHEETS.ledger,
    titles: LEDGER_HEADERS,
    needed: ["证明编号", "登记证书编号", "状态"],
    filled: LEDGER_HEADERS,
    covered: (text) => LEDGER_HEADERS.map(text),
    signer: "经办人",
    about: ["证明编号", "姓名", "状态"],
  },
  {
    name: SHEETS.proven,
    titles: PROVEN_HEADERS,
    needed: ["登记证书编号", "年度", "证明编号"],
    filled: PROVEN_HEADERS,
    covered: (text) => PROVEN_HEADERS.map(text),
    signer: "导入人",
    about: ["姓名", "年度", "证明编号"],
  },
];

/** Names of the sheets on which rows count only with a mark. */
export const CLAIM_SHEET_NAMES: readonly string[] = CLAIM_SHEETS.map(({ name }) => name);

/** Where the header is looked for, and the line below the last place it may stand in. */
const HEADER_ROWS = 21;

export interface ClaimReading {
  readonly claims: readonly Claim[];
  /** Null when the sheet has not the form of ours. */
  readonly layout: SheetLayout | null;
}

/** The claims of a sheet. `year`: the year that 口径 is decided for. A sheet without our form, or of another name, has none. */
export function readClaims(grid: SheetGrid | undefined, year: string): ClaimReading {
  const spec = CLAIM_SHEETS.find(({ name }) => name === grid?.name);
  if (grid === undefined || spec === undefined) return { claims: [], layout: null };
  const titles = [...spec.titles, ORIGIN_HEADER, MARK_HEADER];
  // 审核意见 has many lines of which few say something: the header is looked for, and then only the columns that matter
  const reading = readTable(
    { ...grid, values: grid.values.slice(0, HEADER_ROWS) },
    ownColumns(titles).map((column) => ({ ...column, needed: spec.needed.includes(column.header) })),
  );
  if (!reading.ok) return { claims: [], layout: null };
  const { layout } = reading.table;
  const filled = spec.filled.flatMap((title) => layout.columns.get(title) ?? []).map((at) => at - grid.firstColumn);
  const claims = grid.values.flatMap((line, at): Claim[] => {
    const row = grid.firstRow + at;
    if (row <= layout.headerRow || filled.every((column) => isBlank(line[column])) || isSignature(line)) return [];
    const text = reader(grid, layout, row);
    const originAt = layout.columns.get(ORIGIN_HEADER);
    const cell = originAt === undefined ? null : grid.values[row - grid.firstRow]?.[originAt - grid.firstColumn];
    return [
      {
        sheet: grid.name,
        row,
        text: JSON.stringify([spec.name, ...spec.covered(text, year), text(ORIGIN_HEADER)]),
        mark: text(MARK_HEADER),
        origin: givenText(cell),
        by: text(spec.signer),
        about: spec.about.map(text).filter(Boolean).join(" "),
      },
    ];
  });
  return { claims, layout };
}

/** Cells as people see them: what Excel changes in storing a cell does not change the mark. */
function reader(grid: SheetGrid, layout: SheetLayout, row: number): (title: string) => string {
  const line = grid.values[row - grid.firstRow] ?? [];
  return (title) => {
    const column = layout.columns.get(title);
    const cell: CellValue = column === undefined ? null : (line[column - grid.firstColumn] ?? null);
    if (DATES.has(title)) return dateText(cell);
    if (title === "年度") {
      const year = yearOf(cell);
      return typeof year === "object" ? String(year.value) : textOf(cell);
    }
    // What is printed is as it was handed in: so is what the mark covers
    return (isErrorValue(cell) ? cell : givenText(cell)).replace(/\s+/gu, " ");
  };
}

/** 申报年度 as 单位信息 has it; "" when it can't be read. */
export function yearOfGrids(grids: WorkbookGrids): string {
  for (const line of grids.get(SHEETS.unit)?.values ?? []) {
    const at = line.findIndex((cell) => labelOf(cell) === "申报年度");
    const year = at < 0 ? "blank" : yearOf(line[at + 1] ?? null);
    if (typeof year === "object") return String(year.value);
  }
  return "";
}

/** 单位名称 as 单位信息 has it; "" when there is none. */
export function unitOfGrids(grids: WorkbookGrids): string {
  for (const line of grids.get(SHEETS.unit)?.values ?? []) {
    const at = line.findIndex((cell) => labelOf(cell) === "单位名称");
    if (at >= 0) return givenText(line[at + 1] ?? null).trim();
  }
  return "";
}
