/** The notice's two other forms, blank or filled in: 公需科目培训备案表 (a page a training) and 培训单位一览表. */
import { policyOf } from "../policy";
import { HEADER } from "../results/colours";
import type { Area } from "../grid/address";
import type { CellBlock, OwnSheetPlan, PlannedCell, StyledArea } from "../results/plan";
import { PAGE_FOOTER } from "../results/table";
import type { WorkbookGrids } from "../submission/grid";
import { calendarOf, dateOf, labelOf, yearOf } from "../submission/text";
import { FILING_COLUMNS, ORGANISATION_COLUMNS, SHEETS, UNIT_LABELS } from "../submission/vocabulary";
import { rowsOf, wordsOf, type KeyedRow } from "./table-rows";
import { wrapped } from "./wrapped";

/** Ends the name of a form nobody has filled in. */
const BLANK = "(空白)";

export interface FormsPlan {
  readonly sheets: readonly OwnSheetPlan[];
  /** Forms of 公需科目 filled in, rows of the list filled in. */
  readonly filings: number;
  readonly organisations: number;
  /** Trainings of 培训备案 that are not 公需科目: the form is not for them. */
  readonly leftOut: number;
}

/** Both forms without any entry. */
export function blankForms(grids: WorkbookGrids): FormsPlan {
  const year = yearText(grids);
  return {
    sheets: [
      filingForms(`${SHEETS.filingForms}${BLANK}`, year, [() => null]),
      organisationForm(`${SHEETS.organisationForm}${BLANK}`, year, []),
    ],
    filings: 0,
    organisations: 0,
    leftOut: 0,
  };
}

/** From 培训备案 and 培训单位; a sheet without rows gives no form. */
export function filledForms(grids: WorkbookGrids): FormsPlan {
  const year = yearText(grids);
  const all = rowsOf(grids.get(SHEETS.filings), FILING_COLUMNS);
  const filings = all.filter((row) => ["", "公需科目"].includes(labelOf(row("subject"))));
  const organisations = rowsOf(grids.get(SHEETS.organisations), ORGANISATION_COLUMNS);
  return {
    sheets: [
      ...(filings.length === 0 ? [] : [filingForms(SHEETS.filingForms, year, filings)]),
      ...(organisations.length === 0 ? [] : [organisationForm(SHEETS.organisationForm, year, organisations)]),
    ],
    filings: filings.length,
    organisations: organisations.length,
    leftOut: all.length - filings.length,
  };
}

/** The year of 单位信息; room to write one where there is none. */
function yearText(grids: WorkbookGrids): string {
  const labels = UNIT_LABELS.filter(({ key }) => key === "applicationYear").map(({ header }) => header);
  for (const line of grids.get(SHEETS.unit)?.values ?? []) {
    const at = line.findIndex((cell) => labelOf(cell) !== "");
    const year =
      at >= 0 && labels.includes(labelOf(line[at]).replace(/[:：*]/gu, "")) ? yearOf(line[at + 1] ?? null) : "blank";
    if (typeof year === "object") return String(year.value);
  }
  return "　　　　";
}

function titleOf(paper: "filing" | "organisations", year: string): string {
  return (policyOf("")?.papers[paper] ?? (paper === "filing" ? SHEETS.filingForms : SHEETS.organisationForm)).replace(
    "{year}",
    year,
  );
}

// ---- 公需科目培训备案表 ----

/** Six columns: a label, its entry, and twice again. */
/** Narrow enough for one page also where the default font is a third wider than Excel's (LibreOffice without Calibri). */
const FORM_WIDTHS = [13, 15, 6, 12, 8, 16] as const;
const FORM_COLUMNS = FORM_WIDTHS.length;
/** Half-width characters that a line over the five columns beside the label holds, by a cautious count. */
const LINE = 54;
const PLAN_LINES = 10;
const ROW_POINTS = 32;
const PLAN_POINTS = 180;
const NOTE = "注：篇幅如不够，培训方案和培训计划可以另附";

interface FormLine {
  readonly label: string;
  readonly text: (row: KeyedRow) => string;
}

const plain =
  (key: string) =>
  (row: KeyedRow): string =>
    wordsOf(row(key));
/** The form's rows, as printed in the notice. */
const WIDE_ABOVE: readonly FormLine[] = [
  { label: "申报单位", text: plain("applicant") },
  { label: "培训机构", text: plain("organisation") },
];
const TRIPLES: readonly (readonly [FormLine, FormLine, FormLine])[] = [
  [
    { label: "单位通讯地址", text: plain("address") },
    { label: "邮编", text: plain("postcode") },
    { label: "E－mail", text: plain("email") },
  ],
  [
    { label: "培训负责人", text: plain("leader") },
    { label: "职务", text: plain("leaderTitle") },
    { label: "电话", text: plain("leaderPhone") },
  ],
  [
    { label: "培训联系人", text: plain("contact") },
    { label: "职务", text: plain("contactTitle") },
    { label: "电话", text: plain("contactPhone") },
  ],
];
const WIDE_BELOW: readonly FormLine[] = [
  { label: "培训名称", text: plain("title") },
  { label: "培训地点", text: plain("venue") },
  { label: "预计培训时间", text: periodText },
  { label: "拟培训人员范围", text: plain("audience") },
];
const PLANS: readonly FormLine[] = [
  { label: "培训方案", text: plain("scheme") },
  { label: "培训计划", text: plain("schedule") },
];

function periodText(row: KeyedRow): string {
  const [from, to] = [dayText(row, "startDate"), dayText(row, "endDate")];
  return from === "" || to === "" || from === to ? from || to : `${from}至${to}`;
}

function dayText(row: KeyedRow, key: string): string {
  const read = dateOf(row(key));
  if (typeof read !== "object") return wordsOf(row(key));
  const { year, month, day } = calendarOf(read.value);
  return `${year}年${month}月${day}日`;
}

/** One page a training, then its attachments where the plans are too long for their cells. */
function filingForms(name: string, year: string, rows: readonly KeyedRow[]): OwnSheetPlan {
  const cells: PlannedCell[][] = [];
  const styles: StyledArea[] = [];
  const merges: Area[] = [];
  const heights: { readonly row: number; readonly rows: number; readonly points: number }[] = [];
  const breaks: number[] = [];
  const line = (...texts: readonly string[]): number =>
    cells.push(Array.from({ length: FORM_COLUMNS }, (_, at) => texts[at] || null)) - 1;
  const wide = (row: number, column = 1): number =>
    merges.push({ row, column, rows: 1, columns: FORM_COLUMNS - column });
  const one = (row: number, style: StyledArea["style"]): number =>
    styles.push({ row, column: 0, rows: 1, columns: FORM_COLUMNS, style });

  for (const entry of rows) {
    if (cells.length > 0) breaks.push(cells.length);
    const title = line(titleOf("filing", year));
    wide(title, 0);
    one(title, { bold: true, fontSize: 16, horizontal: "center", wrap: false });
    heights.push({ row: title, rows: 1, points: 44 });
    const first = cells.length;
    for (const { label, text } of WIDE_ABOVE) wide(line(label, text(entry)));
    for (const triple of TRIPLES) line(...triple.flatMap(({ label, text }) => [label, text(entry)]));
    for (const { label, text } of WIDE_BELOW) wide(line(label, text(entry)));
    heights.push({ row: first, rows: cells.length - first, points: ROW_POINTS });
    const attached: { readonly label: string; readonly lines: readonly string[] }[] = [];
    for (const { label, text } of PLANS) {
      const lines = wrapped(text(entry), LINE);
      const fits = lines.length <= PLAN_LINES;
      if (!fits) attached.push({ label, lines: wrapped(text(entry), LINE + FORM_WIDTHS[0]) });
      const row = line(label, fits ? text(entry) : "（另附）");
      wide(row);
      styles.push({ row, column: 1, rows: 1, columns: FORM_COLUMNS - 1, style: { vertical: "top" } });
      heights.push({ row, rows: 1, points: PLAN_POINTS });
    }
    styles.push({ row: first, column: 0, rows: cells.length - first, columns: FORM_COLUMNS, style: { border: "all" } });
    for (const column of [0])
      styles.push({
        row: first,
        column,
        rows: cells.length - first,
        columns: 1,
        style: { horizontal: "center", vertical: "center" },
      });
    const triples = first + WIDE_ABOVE.length;
    for (const column of [2, 4])
      styles.push({ row: triples, column, rows: TRIPLES.length, columns: 1, style: { horizontal: "center" } });
    wide(line(NOTE), 0);
    for (const { label, lines } of attached) {
      breaks.push(cells.length);
      const head = line(`附：${label}（${wordsOf(entry("title"))}）`);
      wide(head, 0);
      one(head, { bold: true, fontSize: 14, wrap: false });
      heights.push({ row: head, rows: 1, points: ROW_POINTS });
      const start = cells.length;
      for (const each of lines) wide(line(each), 0);
      styles.push({ row: start, column: 0, rows: lines.length, columns: FORM_COLUMNS, style: { wrap: false } });
    }
  }
  const height = cells.length;
  const block: CellBlock = { row: 0, column: 0, cells };
  return {
    name,
    blocks: [block],
    styles: [
      {
        row: 0,
        column: 0,
        rows: height,
        columns: FORM_COLUMNS,
        style: { numberFormat: "@", fontName: "宋体", fontSize: 12, wrap: true, vertical: "center" },
      },
      ...styles,
    ],
    columnWidths: FORM_WIDTHS.map((characters, column) => ({ column, characters })),
    rowHeights: heights,
    merges,
    hideGridlines: true,
    print: {
      orientation: "portrait",
      paper: "a4",
      scale: 100,
      area: { row: 0, column: 0, rows: height, columns: FORM_COLUMNS },
      breaksAbove: breaks,
      margins: { top: 54, bottom: 54, left: 36, right: 36 },
      centerHorizontally: true,
    },
  };
}

// ---- 培训单位一览表 ----

const LIST_WIDTHS: Readonly<Record<string, number>> = {
  seq: 6,
  name: 26,
  nature: 13,
  address: 28,
  mode: 11,
  contact: 11,
  website: 24,
  phone: 15,
};
/** Rows of a blank list: one page. */
const BLANK_ROWS = 14;

function organisationForm(name: string, year: string, rows: readonly KeyedRow[]): OwnSheetPlan {
  const columns = ORGANISATION_COLUMNS;
  const lines = rows.map((row, at) =>
    columns.map(({ key }): PlannedCell =>
      key === "seq" ? wordsOf(row(key)) || String(at + 1) : wordsOf(row(key)) || null,
    ),
  );
  const height = lines.length === 0 ? BLANK_ROWS : lines.length;
  return {
    name,
    blocks: [
      { row: 0, column: 0, cells: [[titleOf("organisations", year)]] },
      { row: 1, column: 0, cells: [columns.map(({ header }) => header)] },
      ...(lines.length === 0 ? [] : [{ row: 2, column: 0, cells: lines }]),
    ],
    styles: [
      {
        row: 0,
        column: 0,
        rows: height + 2,
        columns: columns.length,
        style: { numberFormat: "@", fontName: "宋体", fontSize: 11, wrap: true, vertical: "center" },
      },
      {
        row: 0,
        column: 0,
        rows: 1,
        columns: 1,
        style: { bold: true, fontSize: 16, horizontal: "center", wrap: false },
      },
      { row: 1, column: 0, rows: 1, columns: columns.length, style: { ...HEADER, horizontal: "center" } },
      { row: 1, column: 0, rows: height + 1, columns: columns.length, style: { border: "all" } },
      { row: 2, column: 0, rows: height, columns: 1, style: { horizontal: "center" } },
    ],
    columnWidths: columns.map(({ key }, column) => ({ column, characters: LIST_WIDTHS[key] ?? 14 })),
    rowHeights: [
      { row: 0, rows: 1, points: 40 },
      { row: 1, rows: height + 1, points: 28 },
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: columns.length }],
    freezeRows: 2,
    hideGridlines: true,
    print: {
      orientation: "landscape",
      paper: "a4",
      fitWidth: true,
      area: { row: 0, column: 0, rows: height + 2, columns: columns.length },
      titleRows: { first: 0, count: 2 },
      margins: { top: 42, bottom: 42, left: 36, right: 36 },
      centerHorizontally: true,
      footer: PAGE_FOOTER,
    },
  };
}
