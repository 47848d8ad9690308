/** What the host objects share: the workbook, who listens to it, what is selected, and who wants to know of changes. */
import {
  contains,
  formatBox,
  type Area,
  type CellError,
  type CellValue,
  isCellError,
  type LineChange,
  type Sheet,
  type Workbook,
} from "../../book/model/workbook";
import type { Clock } from "./clock";
import { HostError } from "./protocol/errors";
import { WORKBOOK_TARGET, WorkbookEvent } from "./protocol/constants";

export type Blank = "zero" | "null" | "empty";

/** Told of everything that may change a formula's value. */
export interface ChangeListener {
  formulaWritten(sheet: Sheet, row: number, column: number): void;
  cellsChanged(sheet: Sheet, box: Area): void;
  /** Lines came or went, or rows were put in another order: formulas stand elsewhere and read otherwise. */
  cellsMoved(sheet: Sheet, box: Area): void;
  /** Application.calculate() */
  calculate(): void;
  /** The value of a formula that has none yet: calculated on the spot, "busy" while a function is asked, undefined when nobody can say. */
  valueNow(sheet: Sheet, row: number, column: number): CellValue | CellError | "busy" | undefined;
  /** True when a formula asks one of the page's custom functions. */
  asksFunctions(formula: string): boolean;
}

export type RaiseEvent = (type: number, target: string, args: Readonly<Record<string, unknown>>) => void;

/** Who did it: office.js passes both on to the handlers. */
export type Trigger = "ThisLocalAddin" | "Unknown";
export type Source = "Local" | "Remote";

type ShiftDirection = "None" | "ShiftCellDown" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellLeft";

export interface Selection {
  readonly sheet: Sheet;
  readonly box: Area;
}

const A1: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/**
 * What the host knows beside the workbook: ids, the active sheet, selections, protection, and who listens to which
 * event.
 */
export class HostState {
  calculationMode = "Automatic";
  /** How a formula fills its column of a table: as if copied, or with the same text in every row, as some versions do (office-js 2093). */
  calculatedColumns: "relative" | "verbatim" = "relative";
  /** Files opened as new workbooks, by createWorkbook. */
  readonly createdWorkbooks: Uint8Array[] = [];
  private readonly ids = new WeakMap<Sheet, string>();
  private readonly selections = new WeakMap<Sheet, Area>();
  private readonly listeners = new Map<string, number>();
  private nextId = 1;
  private inCellEdit = false;
  private readonly whenCellEditEnds: (() => void)[] = [];
  private readonly pageWriteListeners: (() => void)[] = [];

  constructor(
    readonly workbook: Workbook,
    private readonly raise: RaiseEvent,
    readonly changes: ChangeListener,
    /** Gives the year of dates that are typed without one. */
    readonly clock: Clock,
  ) {}

  // ---- sheets and their ids ----

  /** The id that Office names a sheet by: the same for as long as the workbook is open. */
  sheetId(sheet: Sheet): string {
    let id = this.ids.get(sheet);
    if (id === undefined) {
      id = `{${String(this.nextId++).padStart(8, "0")}}`;
      this.ids.set(sheet, id);
    }
    return id;
  }

  /** By id or name, upper or lower case alike. */
  sheet(key: string | number): Sheet | undefined {
    return this.workbook.sheets.find((sheet) => this.sheetId(sheet) === key) ?? this.workbook.sheetByName(String(key));
  }

  // ---- selection ----

  get selection(): Selection {
    const sheet = this.workbook.activeSheet;
    return { sheet, box: this.selections.get(sheet) ?? A1 };
  }

  /** Makes a sheet the active one and raises the events. */
  activate(sheet: Sheet): void {
    const before = this.workbook.activeSheet;
    if (before === sheet) return;
    this.workbook.activeSheet = sheet;
    this.tell(WorkbookEvent.deactivated, before, {});
    this.tell(WorkbookEvent.activated, sheet, {});
  }

  /** Selects an area (0-based) and raises the event. */
  select(sheet: Sheet, box: Area): void {
    this.activate(sheet);
    this.selections.set(sheet, box);
    this.tell(WorkbookEvent.selectionChanged, sheet, { address: formatBox(box) });
  }

  // ---- a cell being edited ----

  /** The user is typing into a cell: batches of the page have to wait or fail. */
  get editingCell(): boolean {
    return this.inCellEdit;
  }

  set editingCell(editing: boolean) {
    this.inCellEdit = editing;
    if (!editing) for (const each of this.whenCellEditEnds.splice(0)) each();
  }

  /** Calls back once no cell is being edited; at once when none is. */
  afterCellEdit(then: () => void): void {
    this.whenCellEditEnds.push(then);
  }

  // ---- what the page writes ----

  /** Calls back after each change that the page makes. */
  whenPageWrites(listener: () => void): void {
    this.pageWriteListeners.push(listener);
  }

  pageWrote(): void {
    for (const each of this.pageWriteListeners) each();
  }

  // ---- events ----

  /** Registers a handler for one sheet, or (null) for the whole workbook. */
  listen(type: number, sheet: Sheet | null, by: 1 | -1): void {
    const key = this.listenerKey(type, sheet);
    this.listeners.set(key, Math.max(0, (this.listeners.get(key) ?? 0) + by));
  }

  /** How many handlers are registered, for tests. */
  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Raises an event about a sheet for whoever listens to it. */
  tell(type: number, sheet: Sheet, args: Readonly<Record<string, unknown>>): void {
    const worksheetId = this.sheetId(sheet);
    const message = { source: "Local", worksheetId, ...args };
    if ((this.listeners.get(this.listenerKey(type, sheet)) ?? 0) > 0) this.raise(type, worksheetId, message);
    if ((this.listeners.get(this.listenerKey(type, null)) ?? 0) > 0) this.raise(type, WORKBOOK_TARGET, message);
  }

  private listenerKey(type: number, sheet: Sheet | null): string {
    return `${type}:${sheet === null ? WORKBOOK_TARGET : this.sheetId(sheet)}`;
  }

  /** Cells got new contents: tells handlers and the calculation. */
  changed(sheet: Sheet, box: Area, trigger: Trigger, before?: CellValue | CellError, source: Source = "Local"): void {
    const single = box.rows === 1 && box.columns === 1 && before !== undefined;
    const after = single ? sheet.value(box.row, box.column) : null;
    const details = single
      ? {
          valueBefore: shown(before),
          valueAfter: shown(after),
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        }
      : {};
    this.tell(WorkbookEvent.changed, sheet, {
      address: formatBox(box),
      changeType: "RangeEdited",
      triggerSource: trigger,
      shiftDirection: "None",
      source,
      ...details,
    });
    this.changes.cellsChanged(sheet, box);
  }

  /** Whole rows or columns came or went. Which direction Excel names for whole lines is assumed. */
  linesChanged(sheet: Sheet, box: Area, change: LineChange, source: Source): void {
    const rows = change.axis === "rows";
    const inserted = change.count > 0;
    const shiftDirection: ShiftDirection = rows
      ? inserted
        ? "ShiftCellDown"
        : "ShiftCellUp"
      : inserted
        ? "ShiftCellRight"
        : "ShiftCellLeft";
    this.tell(WorkbookEvent.changed, sheet, {
      address: formatBox(box),
      changeType: `${rows ? "Row" : "Column"}${inserted ? "Inserted" : "Deleted"}`,
      triggerSource: "Unknown",
      shiftDirection,
      source,
    });
    this.changes.cellsMoved(sheet, box);
  }

  // ---- protection ----

  /** Fails when the box holds a locked cell of a protected sheet. */
  checkUnlocked(sheet: Sheet, box: Area): void {
    if (!sheet.protected) return;
    let locked = box.rows * box.columns > 1_000_000;
    for (let row = box.row; !locked && row < box.row + box.rows; row++) {
      for (let column = box.column; !locked && column < box.column + box.columns; column++) {
        locked = this.workbook.style(sheet.styleIndex(row, column)).locked;
      }
    }
    if (locked) throw new HostError("AccessDenied", `the sheet ${sheet.name} is protected`, 403);
  }

  /** Throws `AccessDenied` when the sheet is protected. */
  checkUnprotected(sheet: Sheet): void {
    if (sheet.protected) throw new HostError("AccessDenied", `the sheet ${sheet.name} is protected`, 403);
  }

  checkStructure(): void {
    if (this.workbook.structureProtected)
      throw new HostError("AccessDenied", "the structure of the workbook is protected", 403);
  }

  /** The merge a cell belongs to without being its first cell. */
  coveringMerge(sheet: Sheet, row: number, column: number): Area | undefined {
    return sheet.merges.find(
      (merge) =>
        (merge.row !== row || merge.column !== column) && contains(merge, { row, column, rows: 1, columns: 1 }),
    );
  }
}

/** A value as the protocol carries it: blank is an empty text, an error its text. */
export function shown(value: CellValue | CellError): string | number | boolean {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

export function valueType(value: CellValue | CellError): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}
