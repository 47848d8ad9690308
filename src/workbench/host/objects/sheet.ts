/** Worksheet, the collection of worksheets, and a sheet's protection, filter and frozen panes. */
import { type Area, MAX_COLUMNS, MAX_ROWS, sameBox, type Sheet, type Visibility } from "../../../book/model/workbook";
import { type HostState, shown } from "../state";
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
  type MethodMember,
  get,
  link,
  onlyKeys,
  set,
  HostObject,
  type MemberTable,
} from "../protocol/host-object";
import { colour } from "./colours";
import { charactersOfWidth, defaultWidth, widthOfCharacters } from "./format";
import { CHARTS } from "./chart";
import { BREAKS, PAGE_LAYOUT } from "./page";
import { areasObject, boxArgument, boxOf, rangeObject, SHEET, sheetObject, type SheetTarget } from "./targets";
import { SHAPES } from "./shape";
import { NAMES } from "./names";
import { TABLES } from "./table";

const WHOLE: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** The pair of methods that registers and unregisters handlers of one event of a sheet or of all sheets. */
function events<T extends { readonly state: HostState; readonly sheet?: Sheet }>(
  names: Readonly<Record<string, readonly [number, number]>>,
): Record<string, MethodMember<T>> {
  const calls: Record<string, MethodMember<T>> = {};
  for (const [name, [type, since]] of Object.entries(names)) {
    calls[`_Register${name}`] = call(0, ({ state, sheet }) => state.listen(type, sheet ?? null, 1), since);
    calls[`_Unregister${name}`] = call(0, ({ state, sheet }) => state.listen(type, sheet ?? null, -1), since);
  }
  return calls;
}

function usedRange({ state, sheet }: SheetTarget, args: Args): HostObject | null {
  const used = sheet.usedBox(args.flag(0));
  return used && rangeObject(state, sheet, used);
}

// ---- protection ----

const PROTECTION: MemberTable<SheetTarget> = {
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

/** Members that criteria of another kind have: Excel gives them as null. */
const NO_CRITERIA = {
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: null,
  icon: null,
  operator: null,
  subField: null,
};

function applyFilter({ state, sheet }: SheetTarget, args: Args): void {
  state.checkUnprotected(sheet);
  const asked = boxArgument(state, sheet, args, 0);
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
    const nulls = Object.keys(criteria).filter((key) => criteria[key] === null);
    if (nulls.length > 0 || criteria.filterOn === undefined)
      throw invalid(`the criteria have ${nulls.length > 0 ? `no ${nulls.join(", ")}` : "no filterOn"}`);
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

function filterRange({ state, sheet }: SheetTarget): HostObject | null {
  return sheet.autoFilter && rangeObject(state, sheet, sheet.autoFilter.box);
}

const AUTO_FILTER: MemberTable<SheetTarget> = {
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
        return found ? { ...NO_CRITERIA, filterOn: "Values", values: [...found.values] } : {};
      });
    }, 9),
  },
  call: {
    Apply: call(3, applyFilter, 9),
    Remove: call(
      0,
      (target) => {
        target.state.checkUnprotected(target.sheet);
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

function frozen({ state, sheet }: SheetTarget): HostObject | null {
  const freeze = sheet.freeze;
  if (!freeze) return null;
  return rangeObject(state, sheet, {
    row: 0,
    column: 0,
    rows: freeze.rows || MAX_ROWS,
    columns: freeze.columns || MAX_COLUMNS,
  });
}

const FREEZE: MemberTable<SheetTarget> = {
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
      ({ state, sheet }, args) => {
        const box = boxArgument(state, sheet, args, 0);
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

/** The other sheet that Excel shows when one is hidden: the next visible one, else the one before. */
function otherVisible(state: HostState, sheet: Sheet): Sheet {
  const { sheets } = state.workbook;
  const at = sheets.indexOf(sheet);
  const isOther = (each: Sheet): boolean => each !== sheet && each.visibility === "Visible";
  const other = sheets.slice(at).find(isOther) ?? sheets.slice(0, at).reverse().find(isOther);
  if (!other) throw new HostError("InvalidOperation", "a workbook needs a visible sheet");
  return other;
}

function hide(state: HostState, sheet: Sheet, visibility: Visibility): void {
  const other = otherVisible(state, sheet);
  sheet.visibility = visibility;
  if (state.workbook.activeSheet === sheet) state.activate(other);
}

function deleteSheet({ state, sheet }: SheetTarget): void {
  state.checkStructure();
  if (sheet.visibility === "VeryHidden")
    throw new HostError("InvalidOperation", `${sheet.name} is very hidden and can't be deleted`);
  if (sheet.visibility === "Visible") otherVisible(state, sheet);
  state.workbook.removeSheet(sheet);
  state.tell(WorkbookEvent.deleted, sheet, {});
}

const VISIBILITIES: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];

const neighbour =
  (step: 1 | -1) =>
  ({ state, sheet }: SheetTarget, args: Args): HostObject | null => {
    const sheets = args.flag(0)
      ? state.workbook.sheets.filter((each) => each.visibility === "Visible")
      : state.workbook.sheets;
    const found = sheets[sheets.indexOf(sheet) + step];
    return found ? sheetObject(state, found) : null;
  };

SHEET.define({
  id: ({ state, sheet }) => state.sheetId(sheet),
  get: {
    Id: get(({ state, sheet }) => state.sheetId(sheet)),
    Name: get(({ sheet }) => sheet.name),
    Position: get(({ state, sheet }) => state.workbook.sheets.indexOf(sheet)),
    Visibility: get(({ sheet }) => sheet.visibility),
    TabColor: get(({ sheet }) => sheet.tabColor ?? "", 7),
    StandardWidth: get(({ sheet }) => charactersOfWidth(defaultWidth(sheet.defaultColumnWidth)), 7),
    StandardHeight: get(({ sheet }) => sheet.defaultRowHeight, 7),
    ShowGridlines: get(({ sheet }) => sheet.showGridlines, 8),
    ShowHeadings: get(({ sheet }) => sheet.showHeadings, 8),
  },
  set: {
    Name: set(({ state, sheet }, value) => {
      state.checkStructure();
      checkName(state, asText(value, "name"), sheet);
      sheet.name = asText(value, "name");
    }),
    Position: set(({ state, sheet }, value) => {
      state.checkStructure();
      state.workbook.moveSheet(sheet, asNumber(value, "position"));
    }),
    Visibility: set(({ state, sheet }, value) => {
      state.checkStructure();
      const visibility = VISIBILITIES.find((each) => each === value);
      if (!visibility) throw invalid(`${String(value)} is no visibility`);
      if (visibility === "Visible") sheet.visibility = visibility;
      else hide(state, sheet, visibility);
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
    Tables: link(({ state, sheet }) => HostObject.of(TABLES, { state, sheet })),
    Names: link(({ state, sheet }) => HostObject.of(NAMES, { state, sheet }), 4),
    Shapes: link((target) => HostObject.of(SHAPES, target), 9),
    Charts: link((target) => HostObject.of(CHARTS, target)),
    Protection: link((target) => HostObject.of(PROTECTION, target), 2),
    AutoFilter: link((target) => HostObject.of(AUTO_FILTER, target), 9),
    FreezePanes: link((target) => HostObject.of(FREEZE, target), 7),
    PageLayout: link((target) => HostObject.of(PAGE_LAYOUT, target), 9),
    HorizontalPageBreaks: link((target) => HostObject.of(BREAKS, { ...target, direction: "rows" as const }), 9),
    VerticalPageBreaks: link((target) => HostObject.of(BREAKS, { ...target, direction: "columns" as const }), 9),
  },
  call: {
    GetRange: call(1, ({ state, sheet }, args) => {
      const address = args.optionalText(0);
      return rangeObject(state, sheet, address === null || address === "" ? WHOLE : boxOf(state, sheet, address));
    }),
    GetRanges: call(1, ({ state, sheet }, args) => areasObject(state, sheet, args.text(0)), 9),
    GetRangeByIndexes: call(
      4,
      ({ state, sheet }, args) =>
        rangeObject(state, sheet, {
          row: args.number(0),
          column: args.number(1),
          rows: args.number(2),
          columns: args.number(3),
        }),
      7,
    ),
    GetCell: call(2, ({ state, sheet }, args) =>
      rangeObject(state, sheet, { row: args.number(0), column: args.number(1), rows: 1, columns: 1 }),
    ),
    GetUsedRange: call(
      1,
      (target, args) =>
        usedRange(target, args) ?? rangeObject(target.state, target.sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
    ),
    GetUsedRangeOrNullObject: call(1, usedRange, 4),
    GetNextOrNullObject: call(1, neighbour(1), 5),
    GetPreviousOrNullObject: call(1, neighbour(-1), 5),
    Activate: call(0, ({ state, sheet }) => state.activate(sheet)),
    Calculate: call(1, ({ state }) => state.changes.calculate(), 6),
    Copy: call(2, copySheet, 7),
    Delete: call(0, deleteSheet),
    ...events<SheetTarget>({
      DataChangedEvent: [WorkbookEvent.changed, 7],
      RowSortedEvent: [WorkbookEvent.rowSorted, 10],
      SelectionChangedEvent: [WorkbookEvent.selectionChanged, 7],
      ActivatedEvent: [WorkbookEvent.activated, 7],
      DeactivatedEvent: [WorkbookEvent.deactivated, 7],
    }),
  },
});

function checkName(state: HostState, name: string, except: Sheet | null): void {
  const other = state.workbook.sheetByName(name);
  if (other && other !== except)
    throw new HostError("ItemAlreadyExists", `there is a sheet called ${other.name} already`, 409);
  state.workbook.checkSheetName(name, except);
}

function addSheet(state: HostState, wanted: string | null): HostObject {
  state.checkStructure();
  let name = wanted;
  if (name === null) {
    let number = 1;
    while (state.workbook.sheetByName(`Sheet${number}`)) number++;
    name = `Sheet${number}`;
  }
  checkName(state, name, null);
  const sheet = state.workbook.addSheet(name);
  state.tell(WorkbookEvent.added, sheet, {});
  return sheetObject(state, sheet);
}

/** With all that stands on it; what would need parts of its own in the file is refused. */
function copySheet({ state, sheet }: SheetTarget, args: Args): HostObject {
  state.checkStructure();
  if (sheet.tables.length > 0) throw new Refused("copying a sheet with tables is not implemented");
  if (sheet.charts.length > 0) throw new Refused("copying a sheet with charts is not implemented");
  if (sheet.foreignParts.length > 0)
    throw new Refused(`copying a sheet with ${[...new Set(sheet.foreignParts)].join(", ")} is not implemented`);
  const unknown = sheet.shapes.find(({ kind }) => kind === "Unsupported");
  if (unknown)
    throw new Refused(`copying a sheet with ${unknown.name}, which is no picture or drawn shape, is not implemented`);
  let name = "";
  for (let number = 2; name === "" || state.workbook.sheetByName(name); number++) {
    const suffix = ` (${number})`;
    name = `${sheet.name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  }
  const copy = state.workbook.copySheet(sheet, name, positionOf(state, args));
  state.tell(WorkbookEvent.added, copy, {});
  return sheetObject(state, copy);
}

const LONGEST_NAME = 31;

function positionOf(state: HostState, args: Args): number | undefined {
  const { sheets } = state.workbook;
  const type = args.optionalText(0) ?? "None";
  if (type === "End" || type === "None") return undefined;
  if (type === "Beginning") return 0;
  const beside = args.object(1);
  if ((type !== "Before" && type !== "After") || beside === null) throw invalid(`${type} is no position of a copy`);
  return sheets.indexOf(beside.as(SHEET).sheet) + (type === "After" ? 1 : 0);
}

function byKey(state: HostState, args: Args): HostObject {
  const sheet = state.sheet(args.key(0));
  if (!sheet) throw notFound(`there is no worksheet ${args.key(0)}`);
  return sheetObject(state, sheet);
}

const visible = (state: HostState, args: Args): readonly Sheet[] =>
  args.flag(0) ? state.workbook.sheets.filter((sheet) => sheet.visibility === "Visible") : state.workbook.sheets;

export const SHEETS: MemberTable<{ readonly state: HostState }> = {
  name: "WorksheetCollection",
  items: ({ state }) => state.workbook.sheets.map((sheet) => sheetObject(state, sheet)),
  byKey: ({ state }, args) => byKey(state, args),
  call: {
    Add: call(1, ({ state }, args) => addSheet(state, args.optionalText(0))),
    GetActiveWorksheet: call(0, ({ state }) => sheetObject(state, state.workbook.activeSheet)),
    GetCount: call(1, ({ state }, args) => visible(state, args).length, 4),
    GetFirst: call(1, ({ state }, args) => edge(state, visible(state, args)[0]), 5),
    GetLast: call(1, ({ state }, args) => edge(state, visible(state, args).at(-1)), 5),
    GetItem: call(1, ({ state }, args) => byKey(state, args)),
    GetItemOrNullObject: call(
      1,
      ({ state }, args) => {
        const sheet = state.sheet(args.key(0));
        return sheet ? sheetObject(state, sheet) : null;
      },
      4,
    ),
    ...events<{ readonly state: HostState; readonly sheet?: Sheet }>({
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

function edge(state: HostState, sheet: Sheet | undefined): HostObject {
  if (!sheet) throw notFound("there is no such worksheet");
  return sheetObject(state, sheet);
}
