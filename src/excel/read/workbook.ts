/**
 * Reads what a review may look at. Round trips: 1 sheets and protection, 2 used ranges, tables and filters,
 * 3 widths of columns before the first review, 4 cells (more only for sheets with cells far away, and when they exceed a batch's bytes),
 * 5 values of formulas, if there are any.
 */
import type { Area } from "../../grid/address";
import { areasOfAddress, type CellValue } from "../../grid/address";
import { findMainArea } from "../../grid/main-area";
import type { SheetGrid } from "../../submission/grid";
import { ANNOTATION_TITLES } from "../../results/index";
import { SHEET_MARK } from "../../trust";
import { checkCancelled } from "../failures";
import type { TrustedSettings } from "../settings/storage";
import { readCells, type SheetArea } from "./cells";
import { isOwnSheet, isReadSheet, RECORD_SHEET } from "../sheets";
import type { ActionOptions, ColumnLook, FilterFacts, SheetFacts, WorkbookReading } from "../types";

const POSITION = "rowIndex,columnIndex,rowCount,columnCount";

/** What there is in a workbook before its cells are read. */
export interface SheetList {
  readonly sheets: readonly { readonly name: string; readonly protected: boolean; readonly hidden: boolean }[];
  readonly structureProtected: boolean;
  /** Tables of 学时记录. */
  readonly tables: readonly string[];
}

/** Asked without waiting for the end of a cell's edit: whoever asks can say what it waits for. */
export function listSheets(): Promise<SheetList> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const worksheets = workbook.worksheets.load("items/name,items/visibility,items/protection/protected");
    const tables = workbook.tables.load("items/name,items/worksheet/name");
    workbook.protection.load("protected");
    await context.sync();
    return {
      sheets: worksheets.items.map(({ name, visibility, protection }) => ({
        name,
        protected: protection.protected,
        hidden: visibility !== "Visible",
      })),
      structureProtected: workbook.protection.protected,
      tables: tables.items.filter(({ worksheet }) => worksheet.name === RECORD_SHEET).map(({ name }) => name),
    };
  });
}

/** `withLooks`: also load widths of the columns that an annotation might take. */
export async function readWorkbook(
  context: Excel.RequestContext,
  list: SheetList,
  { signal, onProgress }: ActionOptions,
  withLooks: boolean,
  settings: TrustedSettings,
): Promise<WorkbookReading> {
  const { workbook } = context;
  checkCancelled(signal);
  const loaded = list.sheets.map((sheet) => loadSheet(workbook, sheet));
  const tableRanges = list.tables.map((name) => {
    const table = workbook.tables.getItem(name).load("showTotals");
    return { name, table, range: table.getRange().load(POSITION) };
  });
  const filter = list.sheets.some(({ name }) => name === RECORD_SHEET)
    ? loadFilter(workbook.worksheets.getItem(RECORD_SHEET))
    : null;
  // Office.js does not tell the date system; the number of a day does.
  const secondDay = workbook.functions.date(1904, 1, 2).load("value");
  await context.sync();
  const date1904 = secondDay.value === 1;

  const sheets = new Map<string, SheetFacts>();
  const hiddenRows = new Set<string>();
  const mergesOf = new Map<string, readonly Area[]>();
  for (const { name, isProtected, isHidden, used, merged, autoFilter, mark } of loaded) {
    const area = used === null || used.isNullObject ? null : positionOf(used);
    // A range of shown and hidden rows answers null.
    if (area !== null && used?.rowHidden !== false) hiddenRows.add(name);
    sheets.set(name, {
      name,
      protected: isProtected,
      hidden: isHidden,
      used: area,
      filtered: autoFilter?.enabled === true,
      mark: mark === null || mark.isNullObject ? "" : mark.formula,
    });
    if (merged !== null && !merged.isNullObject) mergesOf.set(name, areasOfAddress(merged.address));
    merged?.untrack();
    used?.untrack();
  }
  const leftOut = await boundUsedAreas(context, sheets);
  const tables = tableRanges.map(({ name, table, range }) => ({
    name,
    totals: table.showTotals,
    ...positionOf(range),
  }));
  const filterFacts = filter === null ? null : factsOf(filter);

  const hiddenSheets = new Set([...sheets.values()].filter(({ hidden }) => hidden).map(({ name }) => name));
  const areas = [...sheets.keys()].filter(isReadSheet).flatMap((name): SheetArea[] => {
    const used = sheets.get(name)?.used ?? null;
    return used === null ? [] : [{ sheet: name, ...used }];
  });
  // Before the cells: with an answer that is too large all would be lost that was loaded beside them
  const looks = withLooks
    ? await readLooks(context, sheets.get(RECORD_SHEET)?.used ?? null)
    : new Map<number, ColumnLook>();
  const cells = await readGrids(context, areas, hiddenRows, hiddenSheets, { signal, onProgress });
  const grids = new Map(
    [...cells].map(([name, grid]) => [
      name,
      { ...grid, merges: mergesOf.get(name) ?? [], leftOut: leftOut.get(name) ?? [], date1904 },
    ]),
  );
  return {
    grids,
    sheets,
    structureProtected: list.structureProtected,
    tables,
    filter: filterFacts,
    settings,
    origins: { foreignSheets: new Set(), marked: new Set() },
    looks,
  };
}

/** Bounds the areas in use to those worth reading; gives what is left out. More round trips only where a sheet is huge. */
async function boundUsedAreas(
  context: Excel.RequestContext,
  sheets: Map<string, SheetFacts>,
): Promise<ReadonlyMap<string, readonly Area[]>> {
  const leftOut = new Map<string, readonly Area[]>();
  for (const [name, facts] of sheets) {
    if (facts.used === null) continue;
    const search = findMainArea(facts.used);
    let step = search.next();
    while (step.done !== true) {
      const ranges = step.value.map(({ row, column, rows, columns }) =>
        context.workbook.worksheets
          .getItem(name)
          .getRangeByIndexes(row, column, rows, columns)
          .getUsedRangeOrNullObject(true)
          .load(POSITION),
      );
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request for each huge sheet is meant
      await context.sync();
      step = search.next(ranges.map((range) => (range.isNullObject ? null : positionOf(range))));
      for (const range of ranges) range.untrack();
    }
    sheets.set(name, { ...facts, used: step.value.main });
    leftOut.set(name, step.value.leftOut);
  }
  return leftOut;
}

interface LoadedSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly isHidden: boolean;
  /** By which a sheet under a name of ours is known to be ours. */
  readonly mark: Excel.NamedItem | null;
  readonly used: Excel.Range | null;
  /** Loaded with the facts: beside the cells it would be lost with an answer that is too large. */
  readonly merged: Excel.RangeAreas | null;
  readonly autoFilter: Excel.AutoFilter | null;
}

function loadSheet(
  { worksheets }: Excel.Workbook,
  { name, protected: isProtected, hidden: isHidden }: SheetList["sheets"][number],
): LoadedSheet {
  if (!isReadSheet(name) && !isOwnSheet(name))
    return { name, isProtected, isHidden, mark: null, used: null, merged: null, autoFilter: null };
  const sheet = worksheets.getItem(name);
  const used = isReadSheet(name) ? sheet.getUsedRangeOrNullObject(true).load(`${POSITION},rowHidden`) : null;
  return {
    name,
    isProtected,
    isHidden,
    mark: isOwnSheet(name) ? sheet.names.getItemOrNullObject(SHEET_MARK).load("formula") : null,
    used,
    merged: used?.getMergedAreasOrNullObject().load("address") ?? null,
    autoFilter: sheet.autoFilter.load("enabled"),
  };
}

interface LoadedFilter {
  readonly filter: Excel.AutoFilter;
  readonly range: Excel.Range;
}

function loadFilter(sheet: Excel.Worksheet): LoadedFilter {
  return {
    filter: sheet.autoFilter.load("enabled,criteria"),
    range: sheet.autoFilter.getRangeOrNullObject().load(POSITION),
  };
}

function factsOf({ filter, range }: LoadedFilter): FilterFacts | null {
  if (range.isNullObject || !filter.enabled) return null;
  const written = (filter.criteria as readonly (Excel.FilterCriteria | null | undefined)[] | null) ?? [];
  const criteria = written.map(withoutNulls);
  return { ...positionOf(range), criteria };
}

/** Excel gives criteria with null members, which it does not take back, and those of an unfiltered column empty (office-js 1226). */
function withoutNulls(criterion: Excel.FilterCriteria | null | undefined): Excel.FilterCriteria | null {
  if (!criterion?.filterOn) return null;
  const members = Object.entries(criterion).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(members) as unknown as Excel.FilterCriteria;
}

function positionOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** The annotation begins right of the last input column, which is known only once the cells were read: all it may be are asked for. */
async function readLooks(context: Excel.RequestContext, used: Area | null): Promise<ReadonlyMap<number, ColumnLook>> {
  if (used === null) return new Map();
  const sheet = context.workbook.worksheets.getItem(RECORD_SHEET);
  const columns = Array.from({ length: used.columns + ANNOTATION_TITLES.length }, (_, at) => {
    const column = used.column + at;
    const range = sheet.getRangeByIndexes(used.row, column, 1, 1).load("columnHidden");
    range.format.load("columnWidth");
    return { column, range };
  });
  await context.sync();
  return new Map(
    columns.map(({ column, range }) => {
      const look = { width: range.format.columnWidth, hidden: range.columnHidden };
      range.untrack();
      return [column, look];
    }),
  );
}

async function readGrids(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  hiddenRows: ReadonlySet<string>,
  hiddenSheets: ReadonlySet<string>,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal | undefined; readonly onProgress: ActionOptions["onProgress"] },
): Promise<ReadonlyMap<string, SheetGrid>> {
  const total = areas.reduce((sum, area) => sum + area.rows, 0);
  let done = 0;
  const onRows = (rows: number): void => {
    done += rows;
    onProgress?.({ step: "reading", done: Math.min(done, total), total });
  };
  const cells = await readAreas(context, areas, signal, onRows);
  return new Map(
    cells.map(({ area, lines, formulas }) => [
      area.sheet,
      {
        name: area.sheet,
        firstRow: area.row,
        firstColumn: area.column,
        values: lines,
        formulas,
        hasHiddenRows: hiddenRows.has(area.sheet),
        isHidden: hiddenSheets.has(area.sheet),
      },
    ]),
  );
}

/** One of our own sheets as it stands now; `withCells`: also what is on it, null when it is blank. */
export async function readOwnSheet(
  context: Excel.RequestContext,
  name: string,
  withCells = true,
): Promise<{ readonly facts: SheetFacts; readonly cells: AreaCells | null }> {
  const sheet = context.workbook.worksheets.getItem(name).load("visibility,protection/protected");
  const used = sheet.getUsedRangeOrNullObject(true).load(POSITION);
  const filter = sheet.autoFilter.load("enabled");
  const mark = sheet.names.getItemOrNullObject(SHEET_MARK).load("formula");
  await context.sync();
  const area = used.isNullObject ? null : positionOf(used);
  used.untrack();
  const [cells] = area === null || !withCells ? [] : await readAreas(context, [{ sheet: name, ...area }]);
  return {
    facts: {
      name,
      protected: sheet.protection.protected,
      hidden: sheet.visibility !== "Visible",
      used: area,
      filtered: filter.enabled,
      mark: mark.isNullObject ? "" : mark.formula,
    },
    cells: cells ?? null,
  };
}

/** Cells of a rectangle as a grid has them. */
export interface AreaCells {
  readonly area: SheetArea;
  readonly lines: readonly (readonly CellValue[])[];
  /** Formula text by `row,column` of the sheet. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** Values and formulas of these rectangles; a second round trip only where there are formulas. */
export async function readAreas(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  signal?: AbortSignal,
  onRows: (rows: number) => void = () => undefined,
): Promise<readonly AreaCells[]> {
  const cells = (await readCells(context, areas, "formulas", signal, onRows)).map((lines) =>
    lines.map((line) => [...line]),
  );
  const formulaAreas = areas.flatMap((area, of) =>
    formulaColumns(cells[of] ?? [], area).map((part) => ({ ...part, of })),
  );
  const values = await readCells(context, formulaAreas, "values", signal, () => undefined);
  const formulas = areas.map(() => new Map<string, string>());
  formulaAreas.forEach((part, at) => {
    const area = areas[part.of];
    if (area === undefined) return;
    values[at]?.forEach((line, down) =>
      line.forEach((value, across) => {
        const target = cells[part.of]?.[part.row - area.row + down];
        const column = part.column - area.column + across;
        const text = target?.[column];
        // Text that only begins with "=" reads the same both ways: it is no formula.
        if (target === undefined || !isFormula(text) || text === value) return;
        formulas[part.of]?.set(`${part.row + down},${part.column + across}`, text);
        target[column] = value;
      }),
    );
  });
  return areas.map((area, of) => ({
    area,
    lines: cells[of] ?? [],
    formulas: formulas[of] ?? new Map<string, string>(),
  }));
}

function isFormula(value: CellValue | undefined): value is string {
  return typeof value === "string" && value.startsWith("=");
}

/** Smallest runs of rows a column that hold all of its formulas; neighbours with the same run are one area. */
function formulaColumns(lines: readonly (readonly CellValue[])[], area: SheetArea): SheetArea[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  lines.forEach((line, row) =>
    line.forEach((value, column) => {
      if (!isFormula(value)) return;
      if (!first.has(column)) first.set(column, row);
      last.set(column, row);
    }),
  );
  const parts: SheetArea[] = [];
  for (const column of [...first.keys()].sort((a, b) => a - b)) {
    const top = first.get(column) ?? 0;
    const rows = (last.get(column) ?? top) - top + 1;
    const previous = parts[parts.length - 1];
    const follows = previous !== undefined && previous.column + previous.columns === area.column + column;
    if (follows && previous.row === area.row + top && previous.rows === rows) {
      parts[parts.length - 1] = { ...previous, columns: previous.columns + 1 };
    } else {
      parts.push({ sheet: area.sheet, row: area.row + top, column: area.column + column, rows, columns: 1 });
    }
  }
  return parts;
}
