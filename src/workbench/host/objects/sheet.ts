/** Worksheet, the collection of worksheets, and a sheet's protection, filter and frozen panes. */
import { type Box, MAX_COLUMNS, MAX_ROWS, sameBox, type Sheet, type Visibility } from "../../../book/model/workbook";
import { type Desk, shown } from "../state";
import { HostError, invalid, notFound, Refused } from "../protocol/errors";
import { applyFilters, filterXml, readFilters } from "../filter";
import { WorkbookEvent } from "../protocol/constants";
import {
  type Args,
  asFlag,
  asNumber,
  asRecord,
  asText,
  call,
  type Call,
  get,
  link,
  onlyKeys,
  set,
  WireObject,
  type WireTable,
} from "../protocol/host-object";
import { charactersOfWidth, colour, defaultWidth, widthOfCharacters } from "./format";
import { CHARTS } from "./chart";
import { BREAKS, PAGE_LAYOUT } from "./page";
import { areasObject, boxArgument, boxOf, rangeObject } from "./range";
import { SHAPES } from "./shape";
import { TABLES } from "./table";

export interface SheetTarget {
  readonly desk: Desk;
  readonly sheet: Sheet;
}

export const sheetObject = (desk: Desk, sheet: Sheet): WireObject => WireObject.of(SHEET, { desk, sheet });

const WHOLE: Box = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** The pair of methods that registers and unregisters handlers of one event of a sheet or of all sheets. */
function events<T extends { readonly desk: Desk; readonly sheet?: Sheet }>(
  names: Readonly<Record<string, readonly [number, number]>>,
): Record<string, Call<T>> {
  const calls: Record<string, Call<T>> = {};
  for (const [name, [type, since]] of Object.entries(names)) {
    calls[`_Register${name}`] = call(0, ({ desk, sheet }) => desk.listen(type, sheet ?? null, 1), since);
    calls[`_Unregister${name}`] = call(0, ({ desk, sheet }) => desk.listen(type, sheet ?? null, -1), since);
  }
  return calls;
}

function usedRange({ desk, sheet }: SheetTarget, args: Args): WireObject | null {
  const used = sheet.usedBox(args.flag(0));
  return used && rangeObject(desk, sheet, used);
}

// ---- protection ----

const PROTECTION: WireTable<SheetTarget> = {
  name: "WorksheetProtection",
  get: { Protected: get(({ sheet }) => sheet.protected, 2) },
  call: {
    // Options (argument 1) and passwords (argument 2) are not implemented: the model knows only on and off.
    Protect: call(
      0,
      ({ sheet }) => {
        if (sheet.protected) throw new HostError("InvalidOperation", "the sheet is protected already");
        sheet.protected = true;
      },
      2,
    ),
    Unprotect: call(
      0,
      ({ sheet }) => {
        sheet.protected = false;
      },
      2,
    ),
  },
};

// ---- filter ----

/** Only cells of text are filtered for a page: what others show depends on their format. */
const textAt =
  (sheet: Sheet) =>
  (row: number, column: number): string => {
    const value = shown(sheet.value(row, column));
    if (typeof value !== "string") throw new Refused("filtering cells that hold no text is not implemented");
    return value;
  };

function applyFilter({ desk, sheet }: SheetTarget, args: Args): void {
  desk.checkUnprotected(sheet);
  const asked = boxArgument(desk, sheet, args, 0);
  // A single cell or whole columns mean the data in use there.
  const used = sheet.usedBox(true);
  const box = asked.rows >= MAX_ROWS && used ? { ...asked, row: used.row, rows: used.rows } : asked;
  const old = sheet.autoFilter;
  const kept = old && sameBox(old.box, box) ? readFilters(old) : [];
  const column = args.optionalNumber(1);
  if (column === null) {
    if (args.has(2)) throw invalid("criteria need a column");
    sheet.autoFilter = { box, criteria: filterXml(kept) };
    return;
  }
  if (column < 0 || column >= box.columns) throw invalid(`the filter has no column ${column}`);
  const filters = kept.filter((each) => each.column !== column);
  if (args.has(2)) {
    const criteria = asRecord(args.value(2), "criteria");
    onlyKeys(criteria, ["filterOn", "values"], "criteria");
    if (criteria.filterOn !== "Values" || !Array.isArray(criteria.values))
      throw new Refused("filters other than on values are not implemented");
    filters.push({ column, values: criteria.values.map((each) => asText(each, "criteria.values")), blank: false });
  }
  sheet.autoFilter = { box, criteria: filterXml(filters) };
  applyFilters(sheet, box, filters, textAt(sheet));
}

function clearFilters({ sheet }: SheetTarget): void {
  const filter = sheet.autoFilter;
  if (!filter) return;
  sheet.setRowHidden(filter.box.row + 1, false, filter.box.rows - 1);
  sheet.autoFilter = { ...filter, criteria: "" };
}

function filterRange({ desk, sheet }: SheetTarget): WireObject | null {
  return sheet.autoFilter && rangeObject(desk, sheet, sheet.autoFilter.box);
}

const AUTO_FILTER: WireTable<SheetTarget> = {
  name: "AutoFilter",
  get: {
    Enabled: get(({ sheet }) => sheet.autoFilter !== null, 9),
    IsDataFiltered: get(({ sheet }) => (sheet.autoFilter?.criteria ?? "") !== "", 9),
    Criteria: get(({ sheet }) => {
      const filter = sheet.autoFilter;
      if (!filter) return [];
      const filters = readFilters(filter);
      return Array.from({ length: filter.box.columns }, (_, column) => {
        const found = filters.find((each) => each.column === column);
        return found ? { filterOn: "Values", values: [...found.values] } : {};
      });
    }, 9),
  },
  call: {
    Apply: call(3, applyFilter, 9),
    Remove: call(
      0,
      (target) => {
        target.desk.checkUnprotected(target.sheet);
        clearFilters(target);
        if (target.sheet.autoFilter) target.sheet.autoFilter = null;
      },
      9,
    ),
    ClearCriteria: call(0, clearFilters, 9),
    Reapply: call(
      0,
      ({ sheet }) => {
        if (sheet.autoFilter) applyFilters(sheet, sheet.autoFilter.box, readFilters(sheet.autoFilter), textAt(sheet));
      },
      9,
    ),
    GetRange: call(
      0,
      (target) => {
        const range = filterRange(target);
        if (!range) throw invalid("the sheet has no filter");
        return range;
      },
      9,
    ),
    GetRangeOrNullObject: call(0, filterRange, 9),
  },
};

// ---- frozen panes ----

function frozen({ desk, sheet }: SheetTarget): WireObject | null {
  const freeze = sheet.freeze;
  if (!freeze) return null;
  return rangeObject(desk, sheet, {
    row: 0,
    column: 0,
    rows: freeze.rows || MAX_ROWS,
    columns: freeze.columns || MAX_COLUMNS,
  });
}

const FREEZE: WireTable<SheetTarget> = {
  name: "WorksheetFreezePanes",
  call: {
    FreezeRows: call(
      1,
      ({ sheet }, args) => void (sheet.freeze = { rows: args.optionalNumber(0) ?? 0, columns: 0 }),
      7,
    ),
    FreezeColumns: call(
      1,
      ({ sheet }, args) => void (sheet.freeze = { rows: 0, columns: args.optionalNumber(0) ?? 0 }),
      7,
    ),
    FreezeAt: call(
      1,
      ({ desk, sheet }, args) => {
        const box = boxArgument(desk, sheet, args, 0);
        if (box.row !== 0 || box.column !== 0)
          throw new Refused("freezing panes that do not begin at A1 is not implemented");
        sheet.freeze = {
          rows: box.rows >= MAX_ROWS ? 0 : box.rows,
          columns: box.columns >= MAX_COLUMNS ? 0 : box.columns,
        };
      },
      7,
    ),
    Unfreeze: call(0, ({ sheet }) => void (sheet.freeze = null), 7),
    GetLocation: call(
      0,
      (target) => {
        const location = frozen(target);
        if (!location) throw notFound("no panes are frozen");
        return location;
      },
      7,
    ),
    GetLocationOrNullObject: call(0, frozen, 7),
  },
};

// ---- the sheet ----

const VISIBILITIES: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];

const neighbour =
  (step: 1 | -1) =>
  ({ desk, sheet }: SheetTarget, args: Args): WireObject | null => {
    const sheets = args.flag(0)
      ? desk.workbook.sheets.filter((each) => each.visibility === "Visible")
      : desk.workbook.sheets;
    const found = sheets[sheets.indexOf(sheet) + step];
    return found ? sheetObject(desk, found) : null;
  };

export const SHEET: WireTable<SheetTarget> = {
  name: "Worksheet",
  id: ({ desk, sheet }) => desk.sheetId(sheet),
  get: {
    Id: get(({ desk, sheet }) => desk.sheetId(sheet)),
    Name: get(({ sheet }) => sheet.name),
    Position: get(({ desk, sheet }) => desk.workbook.sheets.indexOf(sheet)),
    Visibility: get(({ sheet }) => sheet.visibility),
    TabColor: get(({ sheet }) => sheet.tabColor ?? "", 7),
    StandardWidth: get(({ sheet }) => charactersOfWidth(defaultWidth(sheet.defaultColumnWidth)), 7),
    StandardHeight: get(({ sheet }) => sheet.defaultRowHeight, 7),
    ShowGridlines: get(({ sheet }) => sheet.showGridlines, 8),
    ShowHeadings: get(({ sheet }) => sheet.showHeadings, 8),
  },
  set: {
    Name: set(({ desk, sheet }, value) => {
      desk.checkStructure();
      checkName(desk, asText(value, "name"), sheet);
      sheet.name = asText(value, "name");
    }),
    Position: set(({ desk, sheet }, value) => {
      desk.checkStructure();
      desk.workbook.moveSheet(sheet, asNumber(value, "position"));
    }),
    Visibility: set(({ desk, sheet }, value) => {
      desk.checkStructure();
      const visibility = VISIBILITIES.find((each) => each === value);
      if (!visibility) throw invalid(`${String(value)} is no visibility`);
      const others = desk.workbook.sheets.some((each) => each !== sheet && each.visibility === "Visible");
      if (visibility !== "Visible" && !others)
        throw new HostError("InvalidOperation", "a workbook needs a visible sheet");
      sheet.visibility = visibility;
    }),
    TabColor: set(({ sheet }, value) => void (sheet.tabColor = value === "" ? null : colour(value)), 7),
    StandardWidth: set(
      ({ sheet }, value) => void (sheet.defaultColumnWidth = widthOfCharacters(asNumber(value, "standardWidth"))),
      7,
    ),
    ShowGridlines: set(({ sheet }, value) => void (sheet.showGridlines = asFlag(value, "showGridlines")), 8),
    // office.js writes the two under these names, though it reads them under the others.
    Gridlines: set(({ sheet }, value) => void (sheet.showGridlines = asFlag(value, "showGridlines")), 8),
    Headings: set(({ sheet }, value) => void (sheet.showHeadings = asFlag(value, "showHeadings")), 8),
    ShowHeadings: set(({ sheet }, value) => void (sheet.showHeadings = asFlag(value, "showHeadings")), 8),
  },
  link: {
    Tables: link(({ desk, sheet }) => WireObject.of(TABLES, { desk, sheet })),
    Shapes: link((target) => WireObject.of(SHAPES, target), 9),
    Charts: link((target) => WireObject.of(CHARTS, target)),
    Protection: link((target) => WireObject.of(PROTECTION, target), 2),
    AutoFilter: link((target) => WireObject.of(AUTO_FILTER, target), 9),
    FreezePanes: link((target) => WireObject.of(FREEZE, target), 7),
    PageLayout: link((target) => WireObject.of(PAGE_LAYOUT, target), 9),
    HorizontalPageBreaks: link((target) => WireObject.of(BREAKS, { ...target, direction: "rows" as const }), 9),
    VerticalPageBreaks: link((target) => WireObject.of(BREAKS, { ...target, direction: "columns" as const }), 9),
  },
  call: {
    GetRange: call(1, ({ desk, sheet }, args) => {
      const address = args.optionalText(0);
      return rangeObject(desk, sheet, address === null || address === "" ? WHOLE : boxOf(desk, sheet, address));
    }),
    GetRanges: call(1, ({ desk, sheet }, args) => areasObject(desk, sheet, args.text(0)), 9),
    GetRangeByIndexes: call(
      4,
      ({ desk, sheet }, args) =>
        rangeObject(desk, sheet, {
          row: args.number(0),
          column: args.number(1),
          rows: args.number(2),
          columns: args.number(3),
        }),
      7,
    ),
    GetCell: call(2, ({ desk, sheet }, args) =>
      rangeObject(desk, sheet, { row: args.number(0), column: args.number(1), rows: 1, columns: 1 }),
    ),
    GetUsedRange: call(
      1,
      (target, args) =>
        usedRange(target, args) ?? rangeObject(target.desk, target.sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    ),
    GetUsedRangeOrNullObject: call(1, usedRange, 4),
    GetNextOrNullObject: call(1, neighbour(1), 5),
    GetPreviousOrNullObject: call(1, neighbour(-1), 5),
    Activate: call(0, ({ desk, sheet }) => desk.activate(sheet)),
    Calculate: call(1, ({ desk }) => desk.changes.calculate(), 6),
    Copy: call(2, copySheet, 7),
    Delete: call(0, ({ desk, sheet }) => {
      desk.checkStructure();
      desk.workbook.removeSheet(sheet);
      desk.tell(WorkbookEvent.deleted, sheet, {});
    }),
    ...events<SheetTarget>({
      DataChangedEvent: [WorkbookEvent.changed, 7],
      RowSortedEvent: [WorkbookEvent.rowSorted, 10],
      SelectionChangedEvent: [WorkbookEvent.selectionChanged, 7],
      ActivatedEvent: [WorkbookEvent.activated, 7],
      DeactivatedEvent: [WorkbookEvent.deactivated, 7],
    }),
  },
};

function checkName(desk: Desk, name: string, except: Sheet | null): void {
  const other = desk.workbook.sheetByName(name);
  if (other && other !== except)
    throw new HostError("ItemAlreadyExists", `there is a sheet called ${other.name} already`, 409);
  desk.workbook.checkSheetName(name, except);
}

function addSheet(desk: Desk, wanted: string | null): WireObject {
  desk.checkStructure();
  let name = wanted;
  if (name === null) {
    let number = 1;
    while (desk.workbook.sheetByName(`Sheet${number}`)) number++;
    name = `Sheet${number}`;
  }
  checkName(desk, name, null);
  const sheet = desk.workbook.addSheet(name);
  desk.tell(WorkbookEvent.added, sheet, {});
  return sheetObject(desk, sheet);
}

/** With all that stands on it; what would need parts of its own in the file is refused. */
function copySheet({ desk, sheet }: SheetTarget, args: Args): WireObject {
  desk.checkStructure();
  if (sheet.tables.length > 0) throw new Refused("copying a sheet with tables is not implemented");
  if (sheet.charts.length > 0) throw new Refused("copying a sheet with charts is not implemented");
  if (sheet.foreignParts.length > 0)
    throw new Refused(`copying a sheet with ${[...new Set(sheet.foreignParts)].join(", ")} is not implemented`);
  const unknown = sheet.shapes.find(({ kind }) => kind === "Unsupported");
  if (unknown)
    throw new Refused(`copying a sheet with ${unknown.name}, which is no picture or drawn shape, is not implemented`);
  let name = "";
  for (let number = 2; name === "" || desk.workbook.sheetByName(name); number++) {
    const suffix = ` (${number})`;
    name = `${sheet.name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  }
  const copy = desk.workbook.copySheet(sheet, name, positionOf(desk, args));
  desk.tell(WorkbookEvent.added, copy, {});
  return sheetObject(desk, copy);
}

const LONGEST_NAME = 31;

function positionOf(desk: Desk, args: Args): number | undefined {
  const { sheets } = desk.workbook;
  const type = args.optionalText(0) ?? "None";
  if (type === "End" || type === "None") return undefined;
  if (type === "Beginning") return 0;
  const beside = args.object(1);
  if ((type !== "Before" && type !== "After") || beside === null) throw invalid(`${type} is no position of a copy`);
  return sheets.indexOf(beside.as(SHEET).sheet) + (type === "After" ? 1 : 0);
}

function byKey(desk: Desk, args: Args): WireObject {
  const sheet = desk.sheet(args.key(0));
  if (!sheet) throw notFound(`there is no worksheet ${args.key(0)}`);
  return sheetObject(desk, sheet);
}

const visible = (desk: Desk, args: Args): readonly Sheet[] =>
  args.flag(0) ? desk.workbook.sheets.filter((sheet) => sheet.visibility === "Visible") : desk.workbook.sheets;

export const SHEETS: WireTable<{ readonly desk: Desk }> = {
  name: "WorksheetCollection",
  items: ({ desk }) => desk.workbook.sheets.map((sheet) => sheetObject(desk, sheet)),
  byKey: ({ desk }, args) => byKey(desk, args),
  call: {
    Add: call(1, ({ desk }, args) => addSheet(desk, args.optionalText(0))),
    GetActiveWorksheet: call(0, ({ desk }) => sheetObject(desk, desk.workbook.activeSheet)),
    GetCount: call(1, ({ desk }, args) => visible(desk, args).length, 4),
    GetFirst: call(1, ({ desk }, args) => edge(desk, visible(desk, args)[0]), 5),
    GetLast: call(1, ({ desk }, args) => edge(desk, visible(desk, args).at(-1)), 5),
    GetItem: call(1, ({ desk }, args) => byKey(desk, args)),
    GetItemOrNullObject: call(
      1,
      ({ desk }, args) => {
        const sheet = desk.sheet(args.key(0));
        return sheet ? sheetObject(desk, sheet) : null;
      },
      4,
    ),
    ...events<{ readonly desk: Desk; readonly sheet?: Sheet }>({
      DataChangedEvent: [WorkbookEvent.changed, 9],
      RowSortedEvent: [WorkbookEvent.rowSorted, 10],
      SelectionChangedEvent: [WorkbookEvent.selectionChanged, 9],
      ActivatedEvent: [WorkbookEvent.activated, 7],
      DeactivatedEvent: [WorkbookEvent.deactivated, 7],
      AddedEvent: [WorkbookEvent.added, 7],
      DeletedEvent: [WorkbookEvent.deleted, 7],
    }),
  },
};

function edge(desk: Desk, sheet: Sheet | undefined): WireObject {
  if (!sheet) throw notFound("there is no such worksheet");
  return sheetObject(desk, sheet);
}
