/** The columns added to the right of 学时记录: what the row itself shows (live), and what the review says (values). */
import { catalogueOf, messageOf } from "../messages";
import { DEFAULT_POLICY_ID, policyOf, type Policy } from "../policy";
import { reviewRecord } from "../review/function-row";
import type { Finding, RecordReview, Review } from "../review/types";
import { columnName, type Area } from "../grid/address";
import type { SheetGrid } from "../submission/grid";
import type { LearningRecord, Submission } from "../submission/types";
import { ANNOTATION_HEADERS } from "../submission/vocabulary";
import { HEADER, highlightsFor } from "./colours";
import type { AnnotationPlan, CellBlock, Highlight, PlannedCell, StyledArea } from "./plan";

/** Titles in order. */
export const ANNOTATION_TITLES = ANNOTATION_HEADERS;

/** How many of them are live formulas, from the left. */
const LIVE_COLUMNS = 3;
const WIDTHS = [12, 10, 28, 10, 10, 60, 12] as const;
export const VERDICT_COLUMN = 4;
export const FINGERPRINT_COLUMN = 6;

/** A Table of the unit's. */
export interface UnitTable extends Area {
  /** Its last row is a row of totals. */
  readonly totals: boolean;
}

/**
 * Lays the annotation out; with `live` false, and beside rows that functions can't read, the first three columns are values too.
 * Inside a Table the live ones are calculated columns: one formula for all of its rows, which is an empty text beside those that
 * are no records. Excel would fill such a column by itself, over what stands in it (office-js 2093, 5909, 6745).
 */
export function annotationPlan(
  submission: Submission,
  review: Review,
  live: boolean,
  tables: readonly UnitTable[] = [],
): AnnotationPlan {
  const { recordLayout } = submission;
  const { sheet, headerRow } = recordLayout;
  const column = recordLayout.annotationColumn ?? recordLayout.lastColumn + 1;
  const table = live ? tables.find((each) => reaches(each, headerRow, column)) : undefined;
  const lastOfTable = table === undefined ? -1 : table.row + table.rows - (table.totals ? 2 : 1);
  const lastRow = Math.max(recordLayout.lastRow, lastOfTable);
  const height = Math.max(0, lastRow - headerRow);
  const cells = new RowCells(submission, review, live);
  const rows = Array.from({ length: height }, (_, at) => headerRow + 1 + at);
  const own = cells.own(rows);
  const rowCells = own.map((line, at) =>
    headerRow + 1 + at <= lastOfTable ? liveCells(submission, review.policy, headerRow + 1 + at) : line,
  );
  const exceptions = runsOf(rows.filter((row) => row <= lastOfTable && cells.needsValues(row)));
  const verdictCells = rows.map((row) => cells.outcome(row));

  const below = { row: headerRow + 1, rows: Math.max(height, 1) };
  return {
    sheet,
    headerRow,
    column,
    columns: ANNOTATION_TITLES.length,
    lastRow,
    blocks: [
      { row: headerRow, column, cells: [[...ANNOTATION_TITLES]] },
      ...(height === 0
        ? []
        : [
            { row: headerRow + 1, column, cells: rowCells },
            // After the formula of their column: Excel would lay it over a blank one of them
            ...exceptions.map((run) => ({
              row: run.row,
              column,
              cells: run.rows.map((row) => own[row - headerRow - 1] ?? []),
            })),
            { row: headerRow + 1, column: column + LIVE_COLUMNS, cells: verdictCells },
          ]),
    ],
    styles: [
      {
        row: headerRow,
        rows: 1,
        column,
        columns: ANNOTATION_TITLES.length,
        style: { ...HEADER, wrap: false, vertical: "center", numberFormat: "@" },
      },
      ...bodyStyles({ ...below, column, columns: ANNOTATION_TITLES.length }),
    ],
    columnWidths: WIDTHS.map((characters, at) => ({ column: column + at, characters })),
    highlights: highlightsFor(
      headerRow + 1,
      column + VERDICT_COLUMN,
      verdictCells.map((cells) => cells[VERDICT_COLUMN - LIVE_COLUMNS] ?? null),
    ),
    hiddenColumns: [column + FINGERPRINT_COLUMN],
  };
}

/** True for a frame that begins at the header row and ends at the annotation's first column or right of it, within our columns. */
function reaches(frame: Area, headerRow: number, column: number): boolean {
  return frame.row === headerRow && frame.column < column && frame.column + frame.columns >= column;
}

/** What the columns of the rows' own would show without formulas, by row: subject, hours and problems. */
export function ownColumnValues(
  submission: Submission,
  review: Review,
  rows: readonly number[],
): ReadonlyMap<number, readonly PlannedCell[]> {
  const cells = new RowCells(submission, review, false).own(rows);
  return new Map(rows.map((row, at) => [row, cells[at] ?? []]));
}

/** The plan with what each live formula shows, for where nothing calculates it. */
export function withShownValues(plan: AnnotationPlan, submission: Submission, review: Review): AnnotationPlan {
  // A function is handed what a cell shows, and can't tell that a formula gave it
  const records = submission.records
    .filter(({ suitsFormulas }) => suitsFormulas)
    .map((record) => ({ ...record, problems: record.problems.filter(({ code }) => code !== "formula-in-input") }));
  const rows = records.map(({ place }) => place.row);
  const values = ownColumnValues({ ...submission, records }, review, rows);
  const recordRows = new Set(submission.records.map(({ place }) => place.row));
  const shown = (cell: PlannedCell, row: number, column: number): PlannedCell => {
    if (cell === null || typeof cell !== "object") return cell;
    if (!recordRows.has(row)) return { ...cell, shown: "" };
    const value = values.get(row)?.[column - plan.column] ?? null;
    return value === null || typeof value === "object" ? cell : { ...cell, shown: value };
  };
  return {
    ...plan,
    blocks: plan.blocks.map(({ row, column, cells }) => ({
      row,
      column,
      cells: cells.map((line, down) => line.map((cell, across) => shown(cell, row + down, column + across))),
    })),
  };
}

/** Some rows of an annotation that stands already, in runs of rows that follow each other. */
export interface AnnotationRows {
  readonly sheet: string;
  readonly blocks: readonly CellBlock[];
  readonly styles: readonly StyledArea[];
  /** Their colours so far are taken away first. */
  readonly plain: readonly Area[];
  readonly highlights: readonly Highlight[];
}

/** What stands beside these rows now; `own`: those whose columns on the row itself are to be written too. */
export function annotationRows(
  submission: Submission,
  review: Review,
  live: boolean,
  rows: readonly number[],
  own: ReadonlySet<number>,
): AnnotationRows {
  const { sheet, lastColumn, annotationColumn } = submission.recordLayout;
  const column = annotationColumn ?? lastColumn + 1;
  const cells = new RowCells(submission, review, live);
  const outcomes = runsOf(rows).map((run) => ({ ...run, cells: run.rows.map((row) => cells.outcome(row)) }));
  const ownRuns = runsOf(rows.filter((row) => own.has(row)));
  const areas = outcomes.map(({ row, rows: { length } }): Area => ({
    row,
    rows: length,
    column,
    columns: ANNOTATION_TITLES.length,
  }));
  return {
    sheet,
    blocks: [
      ...ownRuns.map((run) => ({ row: run.row, column, cells: cells.own(run.rows) })),
      ...outcomes.map((run) => ({ row: run.row, column: column + LIVE_COLUMNS, cells: run.cells })),
    ],
    styles: areas.flatMap((area) => bodyStyles(area)),
    plain: areas,
    highlights: outcomes.flatMap((run) =>
      highlightsFor(
        run.row,
        column + VERDICT_COLUMN,
        run.cells.map((line) => line[VERDICT_COLUMN - LIVE_COLUMNS] ?? null),
      ),
    ),
  };
}

/** Rows that follow each other. */
function runsOf(rows: readonly number[]): readonly { readonly row: number; readonly rows: readonly number[] }[] {
  const runs: { row: number; rows: number[] }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.rows.length === row) last.rows.push(row);
    else runs.push({ row, rows: [row] });
  }
  return runs;
}

/** General also where the unit's sheet is formatted as text: a formula would show as text there. */
function bodyStyles({ row, rows, column }: Area): readonly StyledArea[] {
  const body = { wrap: false, vertical: "center" } as const;
  return [
    { row, rows, column, columns: LIVE_COLUMNS + 1, style: { ...body, numberFormat: "General" } },
    {
      row,
      rows,
      column: column + VERDICT_COLUMN,
      columns: ANNOTATION_TITLES.length - VERDICT_COLUMN,
      style: { ...body, numberFormat: "@" },
    },
  ];
}

/** The annotation's cells by row; blank beside rows that hold no record. */
class RowCells {
  private readonly byRow: ReadonlyMap<number, RecordReview>;
  private readonly records: ReadonlyMap<number, LearningRecord>;

  constructor(
    private readonly submission: Submission,
    private readonly review: Review,
    private readonly live: boolean,
  ) {
    this.byRow = new Map(review.records.map((record) => [record.place.row, record]));
    this.records = new Map(submission.records.map((record) => [record.place.row, record]));
  }

  /** Columns that the row alone decides. */
  own(rows: readonly number[]): PlannedCell[][] {
    const byValue = rows.filter((row) => !this.isLive(row));
    const problems = rowProblems(
      byValue.flatMap((row) => this.records.get(row) ?? []),
      this.review,
    );
    return rows.map((row) => {
      const record = this.byRow.get(row);
      if (record === undefined) return [null, null, null];
      return this.isLive(row)
        ? liveCells(this.submission, this.review.policy, row)
        : valueCells(record, problems.get(row) ?? "");
    });
  }

  /** True beside a record that no function can be handed. */
  needsValues(row: number): boolean {
    return this.records.get(row)?.suitsFormulas === false;
  }

  private isLive(row: number): boolean {
    return this.live && this.records.get(row)?.suitsFormulas === true;
  }

  /** Columns that the whole review decides, and the fingerprint of what they were decided on. */
  outcome(row: number): PlannedCell[] {
    const record = this.byRow.get(row);
    return record === undefined
      ? [null, null, null, null]
      : outcomeCells(record, this.records.get(row)?.fingerprint ?? "", policyOf(this.review.policy));
  }
}

/**
 * The record as one text (cells joined by unit separators) beside its header row. A blank cell inside a joined text is
 * empty on every host; handed over as a range it is 0 on some hosts and null or "" on others. The policy is named where
 * the functions would not take it by themselves.
 */
function liveCells(submission: Submission, policy: string, row: number): PlannedCell[] {
  const { headerTop, headerRow, firstColumn, lastColumn } = submission.recordLayout;
  const first = columnName(firstColumn);
  const last = columnName(lastColumn);
  const record = `TEXTJOIN(CHAR(31),FALSE,$${first}${row + 1}:$${last}${row + 1})`;
  const headers = `$${first}$${headerTop + 1}:$${last}$${headerRow + 1}`;
  const named = policy === DEFAULT_POLICY_ID ? "" : `,"${policy}"`;
  return ["SUBJECT", "HOURS", "VIOLATIONS"].map((name) => ({ formula: `=CE.${name}(${record},${headers}${named})` }));
}

function valueCells(record: RecordReview, problems: string): PlannedCell[] {
  return [catalogueOf("zh").subjects[record.subject], record.convertedHours, problems];
}

/** What =CE.VIOLATIONS would show, by row: the record alone, without other rows, sheets and decisions. */
function rowProblems(records: readonly LearningRecord[], review: Review): ReadonlyMap<number, string> {
  const policy = policyOf(review.policy);
  if (policy === undefined) return new Map();
  return new Map(
    records.map((record) => {
      const own = reviewRecord(record, policy).findings.filter(({ severity }) => severity !== "info");
      return [
        record.place.row,
        own.map((finding) => `${messageOf(finding, "zh", policy).problem}（${finding.clause}）`).join("；"),
      ];
    }),
  );
}

function outcomeCells(record: RecordReview, fingerprint: string, policy: Policy | undefined): PlannedCell[] {
  const verdict = catalogueOf("zh").recordVerdicts[record.verdict];
  return [record.creditedHours, verdict, problemsText(record.findings, policy), fingerprint];
}

/** What each finding says, with its clause; officials read and print it, so that no code stands here. */
function problemsText(findings: readonly Finding[], policy: Policy | undefined): string {
  return [
    ...new Set(findings.map((finding) => `${messageOf(finding, "zh", policy).problem}（${finding.clause}）`)),
  ].join("；");
}

/** Where an earlier annotation stands: its header row and first column (0-based), null when there is none. */
export function findAnnotation(grid: SheetGrid | undefined): { readonly row: number; readonly column: number } | null {
  if (grid === undefined) return null;
  for (const [down, line] of grid.values.slice(0, 20).entries()) {
    const across = line.findIndex((_, at) => ANNOTATION_TITLES.every((title, next) => line[at + next] === title));
    if (across >= 0) return { row: grid.firstRow + down, column: grid.firstColumn + across };
  }
  return null;
}
