/**
 * What the user can do on the page, on the workbook: the same for mouse, keyboard and tests. An edit that is refused
 * changes nothing and is said.
 */
import { type Area, columnName, MAX_COLUMNS, MAX_ROWS, type Sheet } from "../../book/model/workbook";
import { Refused } from "../host/protocol/errors";
import { EditRefused } from "../host/user/user";
import { WorkbookEvent } from "../host/protocol/constants";
import { displayText } from "../host/text";
import { shownText } from "./cell-text";
import { columnCharacters, rowPoints } from "./grid/measures";
import { FileRefused, type BrowserHost } from "./host";
import { blockFor, filterBox, rangeNamed } from "./data-blocks";
import { type Words, wordsOf } from "./words";

/** A message for the user at the page. */
export interface Toast {
  readonly text: string;
  readonly id: number;
}

/** A point of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The column a filter is chosen for, and what can be chosen. */
export interface FilterChoice {
  readonly sheet: Sheet;
  readonly column: number;
  readonly title: string;
  readonly values: readonly string[];
  readonly shown: ReadonlySet<string>;
}

/**
 * What the page's controls do to workbook, grid and add-in. An edit that Excel would refuse is not made and leaves a
 * message.
 */
export class PageController {
  readonly notices: Toast[] = [];
  isEditing = false;
  /** What stands over the pane: the name of the add-in's tab. */
  paneTitle = "";
  private nextNotice = 1;
  private filterWanted: (place: Point) => void = () => undefined;

  constructor(readonly host: BrowserHost) {}

  get words(): Words {
    return wordsOf(this.host.language);
  }

  get sheet(): Sheet {
    return this.host.workbook.activeSheet;
  }

  get selection(): Area {
    return this.host.session.state.selection.box;
  }

  // ---- cells ----

  /** Types a text into a cell (0-based), as a user would. */
  type(sheet: Sheet, row: number, column: number, text: string): void {
    this.attempt(() => this.host.session.user.type(sheet, row, column, text));
  }

  /** Pastes lines of texts at the selection. */
  paste(lines: readonly (readonly string[])[]): void {
    const { row, column } = this.selection;
    const columns = Math.max(...lines.map((line) => line.length));
    this.attempt(() => {
      this.host.session.user.paste(this.sheet, row, column, lines);
      this.host.session.user.select(this.sheet, { row, column, rows: lines.length, columns });
    });
  }

  /** Empties the selected cells; their formats stay. */
  clear(): void {
    this.attempt(() => this.host.session.user.clear(this.sheet, this.selection));
  }

  /** Fills the first row of the area down (Ctrl+D). */
  fillDown(box: Area = this.selection): void {
    this.attempt(() => this.host.session.user.fillDown(this.sheet, box));
  }

  /** Takes back the last edit; says so when there is none. */
  undo(): void {
    this.attempt(() => {
      if (!this.host.session.user.undo()) this.say(this.words.nothingToUndo);
    });
  }

  /** Told when a cell's edit begins or ends: until it ends the host refuses requests, as Excel does. */
  editing(on: boolean): void {
    this.isEditing = on;
    if (on) this.host.session.user.beginCellEdit();
    else this.host.session.user.endCellEdit();
    this.host.changed();
  }

  /** The selected cells as lines of what they show. Only what is used, for whole rows and columns. */
  selectedText(): string[][] {
    const { sheet, selection } = this;
    const used = sheet.usedBox(true);
    const lastRow = Math.min(
      selection.row + selection.rows,
      Math.max(selection.row + 1, used === null ? 0 : used.row + used.rows),
    );
    const lastColumn = Math.min(
      selection.column + selection.columns,
      Math.max(selection.column + 1, used === null ? 0 : used.column + used.columns),
    );
    const lines: string[][] = [];
    for (let row = selection.row; row < lastRow; row++) {
      if (sheet.isRowHidden(row)) continue;
      lines.push(
        Array.from({ length: lastColumn - selection.column }, (_, i) => this.textAt(sheet, row, selection.column + i)),
      );
    }
    return lines;
  }

  /** What the formula bar shows of a cell. */
  textAt(sheet: Sheet, row: number, column: number): string {
    return shownText(sheet.value(row, column), this.host.workbook.style(sheet.styleIndex(row, column)).numberFormat);
  }

  // ---- places ----

  /** Selects an area of a sheet and shows it. */
  select(sheet: Sheet, box: Area): void {
    this.attempt(() => this.host.session.user.select(sheet, box));
  }

  /** Goes to an address or name typed into the name box. */
  goTo(text: string): void {
    const range = rangeNamed(this.host.workbook, text.trim());
    if (range === null) this.say(this.words.noAddress(text));
    else this.select(range.sheet, range.box);
  }

  /** Shows another sheet. */
  activate(sheet: Sheet): void {
    this.attempt(() => this.host.session.user.activate(sheet));
  }

  // ---- rows and columns ----

  /** Rows, as many as are selected, above them. */
  insertRows(): void {
    const { row, rows } = this.selection;
    this.insertRowsAt(this.sheet, row, rows >= MAX_ROWS ? 1 : rows);
  }

  /** Deletes the selected rows. */
  deleteRows(): void {
    const { row, rows } = this.selection;
    this.deleteRowsAt(this.sheet, row, rows);
  }

  /** Puts in `count` blank rows above `row` (0-based). */
  insertRowsAt(sheet: Sheet, row: number, count: number): void {
    this.attempt(() => this.host.session.user.insertRows(sheet, row, count));
  }

  /** Deletes `count` rows from `row` on (0-based). */
  deleteRowsAt(sheet: Sheet, row: number, count: number): void {
    this.attempt(() => this.host.session.user.deleteRows(sheet, row, count));
  }

  /** Puts in as many columns as are selected, left of them. */
  insertColumns(): void {
    const { column, columns } = this.selection;
    this.attempt(() => this.host.session.user.insertColumns(this.sheet, column, columns >= MAX_COLUMNS ? 1 : columns));
  }

  /** Deletes the selected columns. */
  deleteColumns(): void {
    const { column, columns } = this.selection;
    this.attempt(() => this.host.session.user.deleteColumns(this.sheet, column, columns));
  }

  /** Sets the width of columns, in pixels of the screen. */
  sizeColumns(first: number, count: number, pixels: number): void {
    this.attempt(() => this.sheet.setColumnWidth(first, columnCharacters(Math.max(0, pixels)), count));
  }

  /** Sets the height of rows, in pixels of the screen. */
  sizeRows(first: number, count: number, pixels: number): void {
    this.attempt(() => this.sheet.setRowHeight(first, rowPoints(Math.max(0, pixels)), count));
  }

  // ---- sort and filter ----

  /** Sorts the data around the selection by the column of its first cell. */
  sort(ascending: boolean): void {
    const block = blockFor(this.sheet, this.selection);
    if (block === null) this.say(this.words.nothingToSort);
    else this.sortBox(this.sheet, block.box, this.selection.column, ascending, block.hasHeader);
  }

  /** Sorts an area by one of its columns (0-based, of the sheet). */
  sortBox(sheet: Sheet, box: Area, column: number, ascending: boolean, hasHeader: boolean): void {
    this.attempt(() => this.host.session.user.sort(sheet, box, [{ column, ascending }], hasHeader));
  }

  /** Calls back when the user presses a filter's arrow in the grid. Gives the way to stop it. */
  onFilterWanted(open: (place: Point) => void): () => void {
    this.filterWanted = open;
    return () => {
      this.filterWanted = () => undefined;
    };
  }

  /** Calls back who waits for a filter's arrow to be pressed, with a point of the window. */
  wantFilter(place: Point): void {
    this.filterWanted(place);
  }

  /** What the column of the selection can be filtered by; null when there is no data. */
  filterChoice(): FilterChoice | null {
    const { sheet } = this;
    const { column } = this.selection;
    const box = filterBox(sheet, column);
    if (box === null) {
      this.say(this.words.nothingToSort);
      return null;
    }
    const values = new Set<string>();
    const shown = new Set<string>();
    for (let at = box.row + 1; at < box.row + box.rows; at++) {
      const text = this.filterText(sheet, at, column);
      values.add(text);
      if (!sheet.isRowHidden(at)) shown.add(text);
    }
    // Blanks last, as in Excel
    const ordered = [...values].sort(
      (a, b) => Number(a === "") - Number(b === "") || a.localeCompare(b, "zh-CN", { numeric: true }),
    );
    return { sheet, column, title: this.textAt(sheet, box.row, column) || columnName(column), values: ordered, shown };
  }

  /** A cell's text as the filter compares it: of formats that are not implemented the plain value. */
  private filterText(sheet: Sheet, row: number, column: number): string {
    const value = sheet.value(row, column);
    const { numberFormat } = this.host.workbook.style(sheet.styleIndex(row, column));
    if (typeof value !== "number") return shownText(value, numberFormat);
    try {
      return displayText(value, numberFormat);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return String(value);
    }
  }

  /** Null shows all of the column again. */
  filter({ sheet, column }: Pick<FilterChoice, "sheet" | "column">, shown: readonly string[] | null): void {
    this.attempt(() => this.host.session.user.filter(sheet, column, shown));
  }

  // ---- sheets ----

  /** Adds a blank sheet and shows it. */
  addSheet(): void {
    this.attempt(() => {
      const { workbook } = this.host;
      this.checkStructure();
      let number = workbook.sheets.length + 1;
      while (workbook.sheetByName(this.words.newSheetName(number))) number++;
      const sheet = workbook.addSheet(this.words.newSheetName(number));
      this.host.session.state.tell(WorkbookEvent.added, sheet, {});
      this.host.session.user.activate(sheet);
    });
  }

  /** Gives a sheet another name. */
  renameSheet(sheet: Sheet, name: string): void {
    if (name === sheet.name) return;
    this.attempt(() => {
      this.checkStructure();
      try {
        sheet.name = name;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new SheetRefused(this.words.sheetName(name));
      }
    });
  }

  /** Deletes a sheet; the last visible one stays. */
  deleteSheet(sheet: Sheet): void {
    this.attempt(() => {
      this.checkStructure();
      const { workbook, session } = this.host;
      if (workbook.sheets.filter((each) => each.visibility === "Visible").length < 2)
        throw new SheetRefused(this.words.lastSheet);
      workbook.removeSheet(sheet);
      session.state.tell(WorkbookEvent.deleted, sheet, {});
      session.user.activate(workbook.activeSheet);
      session.calculation.calculate();
    });
  }

  private checkStructure(): void {
    if (this.host.workbook.structureProtected) throw new SheetRefused(this.words.structureProtected);
  }

  // ---- the add-in, files ----

  /** A hidden pane's page goes on running, as in Excel's shared runtime. */
  showPane(shown: boolean): void {
    this.host.session.runtime.show(shown ? "Visible" : "Background");
  }

  /** Presses a button of the add-in's. */
  async command(name: string): Promise<void> {
    try {
      await this.host.session.runCommand(name);
    } catch (error) {
      this.say(this.words.commandFailed(name, error instanceof Error ? error.message : String(error)));
    }
    this.host.changed();
  }

  /** Opens the bytes of a workbook in place of this one; a file that can't be read leaves a message. */
  open(bytes: Uint8Array, name: string): void {
    try {
      this.host.open(bytes, name);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      this.say(this.words.fileUnreadable(name, error.kind));
    }
  }

  // ---- words ----

  /** Shows a message for a while and keeps it in the log. */
  say(text: string): void {
    this.notices.push({ text, id: this.nextNotice++ });
    this.host.changed();
  }

  private attempt(edit: () => void): void {
    try {
      edit();
    } catch (error) {
      if (error instanceof EditRefused) this.say(this.words.editRefused[error.reason]);
      else if (error instanceof SheetRefused) this.say(error.message);
      else throw error;
    }
    this.host.changed();
  }
}

/** A change of the sheets themselves that is not made; the message is for the user. */
class SheetRefused extends Error {}
