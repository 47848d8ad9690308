/** Rows and columns that come and go, and rows put in another order: everything on the sheets keeps its meaning. */
import {
  type Anchor,
  type Arrangement,
  type Area,
  type Cell,
  type Chart,
  type ChartCells,
  type ColumnSpan,
  contains,
  intersects,
  type LineChange,
  MAX_COLUMNS,
  MAX_ROWS,
  moveBox,
  moveBoxes,
  moveLine,
  moveSpan,
  type Row,
  type RowsOrdered,
  type Shape,
  type Sheet,
  type Table,
  type Workbook,
} from "../../../book/model/workbook";
import { moveReferences, shiftFormula } from "../../../book/model/formulas";
import { tableAt } from "../table-headers";
import { EditRefused } from "./edit-refused";
import { lostColumns, movedFilter, movedTable, nameNewColumns, withoutColumns } from "./moved-tables";

/** Parts of a sheet whose place in it only the file knows and nothing here can move. */
const IMMOVABLE = [
  "pivotTable",
  "slicer",
  "timeline",
  "ctrlProp",
  "control",
  "oleObject",
  "package",
  "queryTable",
  "tableSingleCells",
];

/** Throws when the change is one that Excel refuses, or one that would damage what is on the sheet. */
export function checkLines(sheet: Sheet, change: LineChange): void {
  const { axis, at, count } = change;
  const max = axis === "rows" ? MAX_ROWS : MAX_COLUMNS;
  if (at < 0 || count === 0 || at + Math.abs(count) > max) throw new EditRefused("size", `There are no such ${axis}`);
  const held = sheet.foreignParts.find((kind) => IMMOVABLE.includes(kind));
  if (held !== undefined) throw new EditRefused("part", `${sheet.name} has a ${held}, which cannot be moved`);
  const stuck = sheet.shapes.find(({ anchor }) => anchor === null);
  if (stuck !== undefined) throw new EditRefused("part", `${stuck.name} on ${sheet.name} cannot be moved`);
  if (count > 0) checkRoom(sheet, change, max);
  checkArrays(sheet, change);
  for (const table of sheet.tables) checkTable(table, change);
}

/** Cells with contents are never pushed off the sheet. */
function checkRoom(sheet: Sheet, { axis, count }: LineChange, max: number): void {
  const used = sheet.usedBox(true);
  const last = used === null ? -1 : axis === "rows" ? used.row + used.rows - 1 : used.column + used.columns - 1;
  if (last + count >= max) throw new EditRefused("full", "Cells with contents would be pushed off the sheet");
}

function checkArrays(sheet: Sheet, change: LineChange): void {
  for (const { cell } of cellsOf(sheet)) {
    if (cell.kept?.formula?.includes('t="dataTable"') === true)
      throw new EditRefused("array", "A data table cannot be moved");
    if (cell.array !== undefined && isCut(cell.array, change))
      throw new EditRefused("array", "Part of an array formula cannot be changed");
  }
}

/** Whether some lines of a box go or come between its own, and others stay. */
function isCut(box: Area, { axis, at, count }: LineChange): boolean {
  const first = axis === "rows" ? box.row : box.column;
  const size = axis === "rows" ? box.rows : box.columns;
  if (count > 0) return at > first && at < first + size;
  const gone = Math.min(first + size, at - count) - Math.max(first, at);
  return gone > 0 && gone < size;
}

/** A table keeps its header row and one row more as long as it stands. */
function checkTable(table: Table, change: LineChange): void {
  const moved = moveBox(table.box, change);
  if (moved === null || change.axis === "columns") return;
  const header = table.headerRow ? moveLine(table.box.row, change) : 0;
  if (header === null || moved.rows < (table.headerRow ? 2 : 1) + (table.totalsRow ? 1 : 0))
    throw new EditRefused("table", `${table.name} keeps its header and one row at least`);
}

function* cellsOf(
  sheet: Sheet,
): Generator<{ readonly row: number; readonly column: number; readonly cell: Readonly<Cell> }> {
  for (const [row, { cells }] of sheet.rows) {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell !== undefined) yield { row, column, cell };
    }
  }
}

/** Puts lines in or takes them away. Check first. */
export function changeLines(workbook: Workbook, sheet: Sheet, change: LineChange): void {
  const old = sheet.arrangement();
  const lost = change.axis === "columns" && change.count < 0 ? lostColumns(old.tables, change) : [];
  if (lost.length > 0)
    for (const each of workbook.sheets)
      each.rewriteFormulas((formula, row, column) => withoutColumns(formula, lost, tableAt(each, row, column)));
  sheet.arrange(movedArrangement(old, change));
  for (const table of sheet.tables) nameNewColumns(sheet, table);
  const isThere = (name: string | null, home: Sheet | null): boolean =>
    name === null ? home === sheet : workbook.sheetByName(name) === sheet;
  for (const each of workbook.sheets)
    each.rewriteFormulas((formula) => moveReferences(formula, change, (name) => isThere(name, each)));
  workbook.rewriteNames((formula) => moveReferences(formula, change, (name) => isThere(name, null)));
  for (const each of workbook.sheets) moveCharts(each, sheet, change);
  workbook.moves.push({ kind: "lines", sheet, change });
}

/** How a change is taken back: every place as it was, every formula that cannot be moved back letter by letter too. */
export function rememberLines(workbook: Workbook, sheet: Sheet, change: LineChange): () => void {
  const names = [...workbook.definedNames];
  const moves = workbook.moves.length;
  const places = workbook.sheets.map((each) => [each, placesOf(each)] as const);
  const formulas = workbook.sheets.flatMap((each) =>
    [...cellsOf(each)].flatMap(({ row, column, cell }) =>
      cell.formula === undefined ? [] : [{ sheet: each, row, column, cell: { ...cell } }],
    ),
  );
  const gone = change.count < 0 ? linesGone(sheet, change) : null;
  return () => {
    changeLines(workbook, sheet, { ...change, count: -change.count });
    gone?.();
    for (const [each, arrangement] of places) each.arrange(arrangement);
    for (const { sheet: home, row, column, cell } of formulas)
      if (home.cell(row, column)?.formula !== cell.formula)
        home.putCell(row, column, { ...cell, value: home.value(row, column) });
    workbook.restoreNames(names);
    workbook.moves.length = moves;
  };
}

/** All but the rows, which are moved back. */
function placesOf(sheet: Sheet): Partial<Arrangement> {
  const { rows: _, autoFilter, columns, merges, tables, page, validations, shapes, charts } = sheet.arrangement();
  return {
    autoFilter,
    columns: [...columns],
    merges: [...merges],
    tables: [...tables],
    page,
    validations: [...validations],
    shapes: [...shapes],
    charts: [...charts],
  };
}

/** Puts back what stood in lines that are taken away. */
function linesGone(sheet: Sheet, { axis, at, count }: LineChange): () => void {
  const isGone = (line: number): boolean => line >= at && line < at - count;
  if (axis === "columns") {
    const cells = [...cellsOf(sheet)]
      .filter(({ column }) => isGone(column))
      .map((each) => ({ ...each, cell: { ...each.cell } }));
    return () => cells.forEach(({ row, column, cell }) => sheet.putCell(row, column, cell));
  }
  const rows = [...sheet.rows].filter(([row]) => isGone(row));
  return () => {
    const next = new Map(sheet.arrangement().rows);
    for (let row = at; row < at - count; row++) next.delete(row);
    for (const [row, line] of rows) next.set(row, { ...movedRow(line) });
    sheet.arrange({ rows: next });
  };
}

function movedArrangement(old: Arrangement, change: LineChange): Partial<Arrangement> {
  return {
    rows: change.axis === "rows" ? movedRows(old.rows, change) : rowsWithMovedColumns(old.rows, change),
    ...(change.axis === "columns" ? { columns: movedSpans(old.columns, change) } : {}),
    ...(old.merges.length > 0
      ? { merges: moveBoxes(old.merges, change).filter(({ rows, columns }) => rows * columns > 1) }
      : {}),
    ...(old.tables.length > 0 ? { tables: old.tables.flatMap((table) => movedTable(table, change) ?? []) } : {}),
    ...(old.autoFilter !== null ? { autoFilter: movedFilter(old.autoFilter, change) } : {}),
    ...(old.validations.length > 0
      ? {
          validations: old.validations
            .map((each) => ({ ...each, boxes: moveBoxes(each.boxes, change) }))
            .filter(({ boxes }) => boxes.length > 0),
        }
      : {}),
    ...(old.shapes.length > 0 ? { shapes: old.shapes.map((shape) => movedShape(shape, change)) } : {}),
    ...(old.page.rowBreaks.length + old.page.columnBreaks.length > 0 ? { page: movedBreaks(old.page, change) } : {}),
  };
}

// ---- cells ----

/** A row as the file had it says where it stood: what moves is written anew. */
function movedRow(row: Row): Row {
  const { source: _, ...facts } = row;
  return facts;
}

const movedCell = (cell: Cell | undefined, change: LineChange): Cell | undefined =>
  cell?.array === undefined ? cell : { ...cell, array: moveBox(cell.array, change) ?? cell.array };

function movedRows(rows: ReadonlyMap<number, Row>, change: LineChange): Map<number, Row> {
  const next = new Map<number, Row>();
  for (const [number, row] of rows) {
    const to = moveLine(number, change);
    if (to === null) continue;
    next.set(to, to === number ? row : { ...movedRow(row), cells: row.cells.map((cell) => movedCell(cell, change)) });
  }
  const above = change.count > 0 ? rows.get(change.at - 1) : undefined;
  if (above === undefined) return next;
  // New rows look like the one above them.
  for (let at = change.at; at < change.at + change.count; at++) {
    const { height, style } = above;
    const cells = above.cells.map((cell) =>
      cell === undefined || cell.style === 0 ? undefined : { value: null, style: cell.style },
    );
    next.set(at, {
      cells,
      hidden: false,
      ...(height === undefined ? {} : { height }),
      ...(style === undefined ? {} : { style }),
    });
  }
  return next;
}

function rowsWithMovedColumns(rows: ReadonlyMap<number, Row>, change: LineChange): Map<number, Row> {
  const next = new Map<number, Row>();
  for (const [number, row] of rows) {
    if (row.cells.length <= change.at) {
      next.set(number, row);
      continue;
    }
    const cells: (Cell | undefined)[] = [];
    row.cells.forEach((cell, column) => {
      const to = moveLine(column, change);
      if (cell !== undefined && to !== null) cells[to] = movedCell(cell, change);
    });
    const beside = row.cells[change.at - 1];
    if (change.count > 0 && beside !== undefined && beside.style !== 0)
      for (let at = change.at; at < change.at + change.count; at++) cells[at] = { value: null, style: beside.style };
    next.set(number, { ...movedRow(row), cells });
  }
  return next;
}

function movedSpans(spans: readonly ColumnSpan[], change: LineChange): ColumnSpan[] {
  const moved = spans.flatMap((span): ColumnSpan[] => {
    const to = moveSpan(span.first, span.last, change);
    return to === null ? [] : [{ ...span, first: to[0], last: to[1] }];
  });
  const beside =
    change.count > 0 ? spans.find(({ first, last }) => first <= change.at - 1 && last >= change.at - 1) : undefined;
  // Between the two halves of one span the new columns are in it already.
  if (beside !== undefined && beside.last === change.at - 1)
    moved.push({
      ...beside,
      first: change.at,
      last: Math.min(change.at + change.count, MAX_COLUMNS) - 1,
      hidden: false,
    });
  return moved.sort((a, b) => a.first - b.first);
}

// ---- what floats, what is printed ----

function movedShape(shape: Shape, change: LineChange): Shape {
  const { anchor } = shape;
  if (anchor === null) return shape;
  const moved = movedAnchor(anchor, change);
  return JSON.stringify(moved) === JSON.stringify(anchor)
    ? shape
    : { ...shape, anchor: moved, file: { ...shape.file, raw: null } };
}

/** A picture moves with its cells; where they go it stays at the next line that is left. */
function movedAnchor(anchor: Anchor, change: LineChange): Anchor {
  const key = change.axis === "rows" ? "row" : "column";
  const offset = change.axis === "rows" ? "rowOffset" : "columnOffset";
  const point = <P extends Anchor["from"]>(from: P): P => {
    const to = moveLine(from[key], change);
    return to === null ? { ...from, [key]: change.at, [offset]: 0 } : { ...from, [key]: to };
  };
  return { ...anchor, from: point(anchor.from), ...(anchor.to === undefined ? {} : { to: point(anchor.to) }) };
}

/** A break stands before its line. */
function movedBreaks(page: Arrangement["page"], change: LineChange): Arrangement["page"] {
  const moved = (breaks: readonly number[]): number[] => breaks.flatMap((line) => moveLine(line, change) ?? []);
  return change.axis === "rows"
    ? { ...page, rowBreaks: moved(page.rowBreaks) }
    : { ...page, columnBreaks: moved(page.columnBreaks) };
}

/** Charts made here: the cells they show, and the cells they cover. */
function moveCharts(of: Sheet, sheet: Sheet, change: LineChange): void {
  const cells = (each: ChartCells): ChartCells =>
    each.sheet === sheet ? { ...each, box: moveBox(each.box, change) ?? each.box } : each;
  for (const chart of of.charts) {
    const next: Partial<Chart> = {
      series: chart.series.map((series) => ({
        ...series,
        name: typeof series.name === "string" ? series.name : cells(series.name),
        values: cells(series.values),
        categories: series.categories && cells(series.categories),
      })),
      ...(of === sheet ? { place: moveBox(chart.place, change) ?? chart.place } : {}),
    };
    of.changeChart(chart, next);
  }
}

// ---- order ----

/** Throws when the rows of the box cannot be put in another order. */
export function checkOrder(sheet: Sheet, box: Area): void {
  if (sheet.merges.some((merge) => intersects(merge, box)))
    throw new EditRefused("merged", "Merged cells cannot be sorted");
  for (const { row, column, cell } of cellsOf(sheet)) {
    const here = contains(box, { row, column, rows: 1, columns: 1 });
    if (cell.array !== undefined && intersects(cell.array, box) && (cell.array.rows * cell.array.columns > 1 || !here))
      throw new EditRefused("array", "Part of an array formula cannot be changed");
    if (here && cell.kept?.formula?.includes('t="dataTable"') === true)
      throw new EditRefused("array", "A data table cannot be sorted");
  }
  const cut = sheet.tables.find((table) => intersects(table.box, box) && !contains(bodyOf(table), box));
  if (cut !== undefined) throw new EditRefused("table", `Only rows of the body of ${cut.name} can be sorted`);
}

function bodyOf({ box, headerRow, totalsRow }: Table): Area {
  const top = headerRow ? 1 : 0;
  return { ...box, row: box.row + top, rows: box.rows - top - (totalsRow ? 1 : 0) };
}

/** Puts the rows of a box in another order: formulas go along as if copied, looks too; heights, validations and formats by condition stay. */
export function orderRows(
  workbook: Workbook,
  { sheet, box, from }: Omit<RowsOrdered, "kind" | "sheet"> & { readonly sheet: Sheet },
): void {
  const before = from.map((_, index) =>
    Array.from({ length: box.columns }, (__, j) => copyOf(sheet.cell(box.row + index, box.column + j))),
  );
  from.forEach((source, index) => {
    if (source === index) return;
    before[source]?.forEach((cell, j) =>
      sheet.putCell(box.row + index, box.column + j, cell && movedByRows(cell, index - source)),
    );
  });
  workbook.moves.push({ kind: "order", sheet, box, from });
}

const copyOf = (cell: Readonly<Cell> | undefined): Cell | undefined => cell && { ...cell };

/** A cell as it stands so many rows further down: its formula reads as if it were copied there. */
export function movedByRows(cell: Readonly<Cell>, rows: number): Cell {
  if (cell.formula === undefined) return { ...cell };
  const { kept, ...rest } = cell;
  const formula = shiftFormula(cell.formula, rows, 0);
  return {
    ...rest,
    formula,
    ...(cell.array === undefined ? {} : { array: { ...cell.array, row: cell.array.row + rows } }),
    ...(kept !== undefined && formula === cell.formula ? { kept } : {}),
  };
}
