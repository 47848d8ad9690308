/**
 * 仅看问题行: rows without a problem, and columns that would push 审核问题 out of sight, are hidden for a while. How the
 * sheet was before is kept in the workbook's settings, so that it can be given back after an interruption too, on any
 * computer. Rows are hidden, not filtered: a unit's own filter is set aside and comes back with all its criteria.
 */
import { columnsInSight, problemRows, runsBetween, type RowRun } from "../../papers/index";
import { ANNOTATION_TITLES, findAnnotation } from "../../results/index";
import { CALL_BYTES } from "../request-sizes";
import { columnArea, onRange } from "../write/cell-operations";
import { carryOut, type Operation } from "../write/operations";
import type { PaperOutcomeOf } from "./papers";
import { readGrids } from "../session/reviewed";
import type { WorkbookSession } from "../session/workbook-session";
import { RECORD_SHEET } from "../sheets";
import { applyCriteria } from "../write/annotation";
import { type ActionOptions, ExcelFailure, type FilterFacts, type OpenWorkbook, type WorkbookReading } from "../types";
import { loadViewBefore, saveViewBefore, type ViewBefore } from "../settings/sheet-before-problem-view";

const USUAL_POINTS = 90;

/** True while the workbook is in the view, also right after it was opened. */
export function problemViewIsOn({ settings }: WorkbookSession): boolean {
  return loadViewBefore(settings) !== null;
}

/** Shows the rows with problems only. Where there are none the sheet stays as it is. */
export function enterProblemView(
  session: WorkbookSession,
  options: ActionOptions = {},
): Promise<PaperOutcomeOf<"view">> {
  return session.inWorkbook(options, false, async (workbook) => {
    if (loadViewBefore(session.settings) !== null) await giveBack(workbook, options);
    const { context, reading } = workbook;
    const grid = reading.grids.get(RECORD_SHEET);
    const submission = readGrids(reading);
    const problems = grid === undefined ? null : problemRows(grid);
    const annotationColumn = submission.ok ? submission.submission.recordLayout.annotationColumn : null;
    if (!submission.ok || problems === null || annotationColumn === null) throw new ExcelFailure("unreviewed");
    if (problems.shown.length === 0) return { paper: "view", state: "none", rows: 0 };
    checkUnprotected(reading);
    const sheet = context.workbook.worksheets.getItem(RECORD_SHEET);
    const firstRow = problems.headerRow + 1;
    const rows = problems.lastRow - firstRow + 1;
    const columns = annotationColumn + ANNOTATION_TITLES.length;
    const rowFacts = sheet.getRangeByIndexes(firstRow, 0, rows, 1).getRowProperties({ rowHidden: true });
    const columnFacts = sheet
      .getRangeByIndexes(0, 0, 1, columns)
      .getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount,columnCount,isEntireRow,isEntireColumn");
    const tables = sheet.tables.load("items/autoFilter/isDataFiltered");
    await context.sync();
    if (tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered))
      throw new ExcelFailure("view-filtered", { sheet: RECORD_SHEET });

    // Of a hidden column Excel says no width: it is shown as it comes, and never narrowed.
    const isHidden = (column: number): boolean => columnFacts.value[column]?.columnHidden === true;
    const widthOf = (column: number): number =>
      isHidden(column) ? USUAL_POINTS : (columnFacts.value[column]?.format?.columnWidth ?? USUAL_POINTS);
    const found = columnsInSight(submission.submission.recordLayout, annotationColumn, widthOf);
    const choice = { shown: found.shown, widths: new Map([...found.widths].filter(([column]) => !isHidden(column))) };
    const hidden = rowFacts.value.flatMap(({ rowHidden }, at) => (rowHidden === true ? [] : [firstRow + at]));
    const before: ViewBefore = {
      firstRow,
      lastRow: problems.lastRow,
      hiddenRows: runsBetween(firstRow, problems.lastRow, hidden),
      hiddenColumns: columnFacts.value.map(({ columnHidden }) => columnHidden === true),
      widths: [...choice.widths.keys()].map((column) => [column, widthOf(column)] as const),
      freeze: frozen.isNullObject
        ? null
        : { rows: frozen.isEntireColumn ? 0 : frozen.rowCount, columns: frozen.isEntireRow ? 0 : frozen.columnCount },
      criteria:
        reading.filter !== null && reading.filter.criteria.some((criterion) => criterion !== null)
          ? reading.filter.criteria
          : [],
    };
    if (!frozen.isNullObject) frozen.untrack();
    const clear: Operation = { bytes: CALL_BYTES, run: (sheetOf) => sheetOf(RECORD_SHEET).autoFilter.clearCriteria() };
    await carryOut(
      context,
      [
        ...(before.criteria.length > 0 ? [clear] : []),
        hideRows({ row: firstRow, rows }, true),
        ...runsBetween(firstRow, problems.lastRow, without(firstRow, problems.lastRow, problems.shown)).map((run) =>
          hideRows(run, false),
        ),
        ...columnOperations(before.hiddenColumns.map((_, column) => !choice.shown.includes(column))),
        ...[...choice.widths].map(([column, points]) => setWidth(column, points)),
        { bytes: 3 * CALL_BYTES, run: (sheetOf) => sheetOf(RECORD_SHEET).freezePanes.freezeRows(firstRow) },
        {
          bytes: 3 * CALL_BYTES,
          run: (sheetOf) => {
            sheetOf(RECORD_SHEET).activate();
            sheetOf(RECORD_SHEET)
              .getRangeByIndexes(problems.shown[0] ?? firstRow, choice.shown[0] ?? 0, 1, 1)
              .select();
          },
        },
      ],
      // Before the first change: whatever breaks off later can be given back.
      {
        ...options,
        beforehand: async () => {
          const forget = async (): Promise<void> => void (await saveViewBefore(session.settings, null));
          if (await saveViewBefore(session.settings, before)) return forget;
          // A page that is loaded again could not give the unit's hidden rows and filter back
          await forget();
          throw new ExcelFailure("view-not-kept");
        },
      },
    );
    return { paper: "view", state: "on", rows: problems.shown.length };
  });
}

/** Gives the sheet back as it was. Does nothing outside of the view. */
export async function leaveProblemView(
  session: WorkbookSession,
  options: ActionOptions = {},
): Promise<PaperOutcomeOf<"view">> {
  if (loadViewBefore(session.settings) !== null)
    await session.inWorkbook(options, false, (workbook) => giveBack(workbook, options));
  return { paper: "view", state: "left", rows: 0 };
}

async function giveBack(workbook: OpenWorkbook, options: ActionOptions): Promise<void> {
  const back = viewBack(workbook.reading);
  await carryOut(workbook.context, back.operations, options);
  await back.done();
}

/** How the sheet is given back as it was along with something else that is written; `done` once it is. Nothing outside of the view. */
export function viewBack(reading: WorkbookReading): {
  readonly operations: readonly Operation[];
  readonly done: () => Promise<void>;
} {
  const before = loadViewBefore(reading.settings);
  if (before === null) return { operations: [], done: () => Promise.resolve() };
  const done = async (): Promise<void> => void (await saveViewBefore(reading.settings, null));
  if (!reading.sheets.has(RECORD_SHEET)) return { operations: [], done };
  checkUnprotected(reading);
  return { operations: backOperations(before, reading), done };
}

/** Every step sets what it names, so that a second try comes to the same end; the record goes last. */
function backOperations(before: ViewBefore, reading: WorkbookReading): readonly Operation[] {
  const used = reading.sheets.get(RECORD_SHEET)?.used ?? null;
  // Our columns were taken away, and the record of the view is left from a run that broke off: nothing is theirs any more
  const isCleared = findAnnotation(reading.grids.get(RECORD_SHEET)) === null;
  const end = isCleared && used !== null ? used.column + used.columns : Infinity;
  const lastRow = Math.max(before.lastRow, used === null ? 0 : used.row + used.rows - 1);
  const { filter } = reading;
  const operations: Operation[] = [hideRows({ row: before.firstRow, rows: lastRow - before.firstRow + 1 }, false)];
  const hideAgain = before.hiddenRows.map((run) => hideRows(run, true));
  const filterAgain = (facts: FilterFacts): Operation => {
    const apply = applyCriteria({ ...facts, criteria: before.criteria });
    // Filtering shows rows that meet the criteria, those too that were hidden by hand
    return { ...apply, run: (...given) => [apply, ...hideAgain].forEach(({ run }) => run(...given)) };
  };
  const { freeze } = before;
  return [
    ...operations,
    ...hideAgain,
    ...before.widths.filter(([column]) => column < end).map(([column, points]) => setWidth(column, points)),
    ...columnOperations(before.hiddenColumns.filter((_, column) => column < end)),
    {
      bytes: 3 * CALL_BYTES,
      run: (sheetOf) => {
        const panes = sheetOf(RECORD_SHEET).freezePanes;
        if (freeze === null) panes.unfreeze();
        else if (freeze.columns === 0) panes.freezeRows(freeze.rows);
        else if (freeze.rows === 0) panes.freezeColumns(freeze.columns);
        else panes.freezeAt(sheetOf(RECORD_SHEET).getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
      },
    },
    ...(filter === null || before.criteria.length === 0 ? [] : [filterAgain(filter)]),
  ];
}

function checkUnprotected({ sheets }: WorkbookReading): void {
  if (sheets.get(RECORD_SHEET)?.protected === true) throw new ExcelFailure("sheet-protected", { sheet: RECORD_SHEET });
}

function without(first: number, last: number, shown: readonly number[]): number[] {
  return runsBetween(first, last, shown).flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => row + at));
}

function hideRows({ row, rows }: RowRun, hidden: boolean): Operation {
  return onRange(RECORD_SHEET, { row, column: 0, rows, columns: 1 }, 2, (range) => {
    range.rowHidden = hidden;
  });
}

function setWidth(column: number, points: number): Operation {
  return onRange(RECORD_SHEET, columnArea(column), 3, (range) => {
    range.format.columnWidth = points;
  });
}

/** Neighbours of the same kind in one call. */
function columnOperations(hidden: readonly boolean[]): Operation[] {
  const runs: { column: number; columns: number; hidden: boolean }[] = [];
  hidden.forEach((each, column) => {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.hidden === each) run.columns += 1;
    else runs.push({ column, columns: 1, hidden: each });
  });
  return runs.map(({ column, columns, hidden: each }) =>
    onRange(RECORD_SHEET, { row: 0, column, rows: 1, columns }, 2, (range) => {
      range.columnHidden = each;
    }),
  );
}
