/**
 * The spreadsheet grid. It holds no cell of its own: whatever is to be drawn is asked of the model at that moment, and
 * whatever the user does is handed over as that, before the grid's own copy could change. So it is told only *that*
 * something changed, and draws what is in sight anew.
 */
import {
  CommandType,
  CustomCommandExecutionError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type ICellDataForSheetInterceptor,
  type ICommandInfo,
  type IExecutionOptions,
  type IRange,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import type { Spreadsheet } from "@univerjs/engine-render";
import {
  AFTER_CELL_EDIT,
  AutoFillCommand,
  BEFORE_CELL_EDIT,
  ClearSelectionContentCommand,
  DeltaColumnWidthCommand,
  DeltaRowHeightCommand,
  type IAutoFillCommandParams,
  InsertSheetMutation,
  INTERCEPTOR_POINT,
  type ISetSelectionsOperationParams,
  RemoveSheetMutation,
  SetFrozenMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetCopyDownCommand,
} from "@univerjs/sheets";
import { ScrollToRangeOperation } from "@univerjs/sheets-ui";
import { type Area, MAX_ROWS, sameBox, type Sheet, type Workbook } from "../../../book/model/workbook";
import type { PageLanguage } from "../../server/setup";
import { inputText } from "../cell-text";
import { CellPainter } from "./display";
import { filterArrow, filterHeaderAt } from "./filter-arrow";
import type { GridState, Unsupported } from "./grid-state";
import { blankWorksheet, freezeOf, layOut, layoutKey, mergeRanges } from "./layout";
import { boxOf, rangeOf } from "./ranges";
import { startUniver, UNIT, type UniverParts } from "./univer";

/** What the grid asks of the workbench, and what the user did in it. */
export interface GridHandlers {
  readonly workbook: () => Workbook;
  /** Of the active sheet. */
  readonly selection: () => Area;
  readonly selected: (box: Area) => void;
  /** The user began or ended editing a cell. */
  readonly editing: (on: boolean) => void;
  readonly typed: (row: number, column: number, text: string) => void;
  readonly cleared: () => void;
  readonly filledDown: (box: Area) => void;
  readonly undone: () => void;
  readonly columnsSized: (first: number, count: number, pixels: number) => void;
  readonly rowsSized: (first: number, count: number, pixels: number) => void;
  /** The arrow on a filter's header, at a point of the window. */
  readonly filterPressed: (row: number, column: number, x: number, y: number) => void;
  /** Something the grid offers and the workbench does not do. */
  readonly unsupported: (what: Unsupported) => void;
}

/** What the user wanted, by the command that would have changed the grid. */
function wanted(id: string, params: object | undefined): Unsupported {
  const command = `${id} ${params !== undefined && "trigger" in params ? String(params.trigger) : ""}`;
  if (/auto-fill|copy-right|refill/.test(command)) return "fill";
  if (/move-(range|rows|cols)/.test(command)) return "move";
  return /style|bold|italic|underline|stroke|font|color|border|align|wrap|rotation|format|merge/.test(command)
    ? "format"
    : "other";
}

/** Marks commands of ours: they come from the model. */
const FROM_MODEL: IExecutionOptions = { fromModel: true };

/** Mutations that are no wish of the user's: row heights the grid would fit by itself, panes it would move at a touch of their edge, its calculation. */
const isQuietlyIgnored = (id: string): boolean =>
  /^sheet\.mutation\.(set-worksheet-row-(is-)?auto-height|set-frozen)$|^formula\.mutation\./.test(id);

const FIRST_SHEET = "blank";

/** The spreadsheet grid of the page: shows the workbook, and tells what the user does in it. */
export class Grid {
  private readonly ids = new WeakMap<Sheet, string>();
  private readonly sheets = new Map<string, Sheet>();
  private workbook: Workbook;
  private painter: CellPainter;
  private shown: Sheet | null = null;
  private shownRevision = -1;
  private shownLayout = "";
  private knownSelection: Area | null = null;
  private editBegan = "";
  private nextId = 1;
  /** The grid does something of its own following a command of ours, such as selecting a first cell. */
  private following = 0;

  private constructor(
    private readonly univer: UniverParts,
    private readonly handlers: GridHandlers,
  ) {
    this.workbook = handlers.workbook();
    this.painter = new CellPainter(this.workbook);
    this.drawFromModel();
    this.handOverEdits();
    this.sync();
  }

  /** Draws the grid into an element; resolves when the active sheet is shown. */
  static async start(container: HTMLElement, language: PageLanguage, handlers: GridHandlers): Promise<Grid> {
    return new Grid(await startUniver(container, language, FIRST_SHEET), handlers);
  }

  /** True while the user types into a cell. */
  get isEditing(): boolean {
    return this.univer.editor.isVisible().visible;
  }

  /** Gives the keyboard to the cells. */
  focus(): void {
    this.univer.layout.focus();
  }

  /** The language of its few words. */
  speak(language: PageLanguage): void {
    this.univer.speak(language);
  }

  /** Draws what has changed in the model since the last time. Cheap when nothing has. */
  sync(): void {
    if (this.workbook !== this.handlers.workbook()) this.changeWorkbook();
    const sheet = this.workbook.activeSheet;
    const changedSheet = sheet !== this.shown;
    const key = layoutKey(sheet);
    if (changedSheet || sheet.revision !== this.shownRevision || key !== this.shownLayout) {
      const worksheet = this.worksheetOf(sheet);
      layOut(sheet, worksheet.getConfig());
      if (changedSheet || key !== this.shownLayout) worksheet.setMergeData(mergeRanges(sheet));
      if (changedSheet) this.show(sheet);
      if (changedSheet || key !== this.shownLayout) this.freeze(sheet);
      this.shownRevision = sheet.revision;
      this.shownLayout = key;
      this.redraw();
    }
    this.followSelection(sheet, changedSheet);
    this.forgetRemovedSheets();
  }

  private changeWorkbook(): void {
    this.workbook = this.handlers.workbook();
    this.painter = new CellPainter(this.workbook);
    this.shown = null;
  }

  // ---- drawing ----

  private drawFromModel(): void {
    const { interceptors } = this.univer;
    interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 100,
      handler: (_cell, { row, col, subUnitId }) => {
        const sheet = this.sheets.get(subUnitId);
        return sheet === undefined ? undefined : this.paint(sheet, row, col);
      },
    });
    interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 100,
      handler: (cell, { row, col, subUnitId }) => {
        const sheet = this.sheets.get(subUnitId);
        if (sheet === undefined) return cell;
        this.editBegan = inputText(sheet.cell(row, col), this.workbook.style(sheet.styleIndex(row, col)).numberFormat);
        return { ...cell, p: null, v: this.editBegan, t: 1 };
      },
    });
  }

  private paint(sheet: Sheet, row: number, column: number): Nullable<ICellDataForSheetInterceptor> {
    const cell = this.painter.paint(sheet, row, column);
    const filter = filterHeaderAt(sheet, row, column);
    if (filter === null) return cell;
    return { ...cell, customRender: [filterArrow(filter.filtered, (...at) => this.handlers.filterPressed(...at))] };
  }

  private redraw(): void {
    const skeletons = this.univer.skeletons();
    const render = this.univer.renders.getRenderById(UNIT);
    if (!skeletons || !render) return;
    skeletons.makeDirty({ sheetId: this.idOf(this.workbook.activeSheet), commandId: "" }, true);
    skeletons.setCurrent({ sheetId: this.idOf(this.workbook.activeSheet) });
    (render.mainComponent as Spreadsheet | null)?.makeForceDirty(true);
    for (const viewport of render.scene.getViewports()) viewport.markForceDirty(true);
    render.scene.makeDirty(true);
  }

  private freeze(sheet: Sheet): void {
    this.execute(SetFrozenMutation.id, { unitId: UNIT, subUnitId: this.idOf(sheet), ...freezeOf(sheet) });
  }

  private execute(id: string, params: object): void {
    this.following++;
    try {
      this.univer.commands.syncExecuteCommand(id, params, FROM_MODEL);
    } finally {
      this.following--;
    }
  }

  // ---- sheets ----

  private idOf(sheet: Sheet): string {
    let id = this.ids.get(sheet);
    if (id === undefined) {
      id = `sheet${this.nextId++}`;
      this.ids.set(sheet, id);
    }
    return id;
  }

  /** The grid's sheet for one of the model: made when it is shown for the first time. */
  private worksheetOf(sheet: Sheet): Worksheet {
    const id = this.idOf(sheet);
    if (!this.sheets.has(id)) {
      this.sheets.set(id, sheet);
      this.execute(InsertSheetMutation.id, { unitId: UNIT, index: this.sheets.size, sheet: blankWorksheet(id) });
    }
    const worksheet = this.univer.book.getSheetBySheetId(id);
    if (!worksheet) throw new Error(`the grid has no sheet for ${sheet.name}`);
    return worksheet;
  }

  private show(sheet: Sheet): void {
    this.shown = sheet;
    this.knownSelection = null;
    this.execute(SetWorksheetActiveOperation.id, { unitId: UNIT, subUnitId: this.idOf(sheet) });
  }

  private forgetRemovedSheets(): void {
    const kept = new Set<Sheet>(this.workbook.sheets);
    for (const [id, sheet] of this.sheets) {
      if (kept.has(sheet)) continue;
      this.sheets.delete(id);
      this.execute(RemoveSheetMutation.id, { unitId: UNIT, subUnitId: id });
    }
  }

  // ---- selection ----

  private followSelection(sheet: Sheet, changedSheet: boolean): void {
    const box = this.handlers.selection();
    if (!changedSheet && this.knownSelection !== null && sameBox(box, this.knownSelection)) return;
    this.knownSelection = box;
    const { rowCount, columnCount } = this.worksheetOf(sheet).getConfig();
    const range = rangeOf(box, rowCount, columnCount);
    const merged = sheet.merges.find((merge) => merge.row === box.row && merge.column === box.column);
    const primary = {
      actualRow: range.startRow,
      actualColumn: range.startColumn,
      startRow: range.startRow,
      startColumn: range.startColumn,
      endRow: range.startRow + (merged?.rows ?? 1) - 1,
      endColumn: range.startColumn + (merged?.columns ?? 1) - 1,
      isMerged: merged !== undefined,
      isMergedMainCell: merged !== undefined,
    };
    this.execute(SetSelectionsOperation.id, {
      unitId: UNIT,
      subUnitId: this.idOf(sheet),
      selections: [{ range, primary, style: null }],
    });
    const first = { ...range, endRow: range.startRow, endColumn: range.startColumn };
    this.execute(ScrollToRangeOperation.id, { range: first });
  }

  // ---- the user's doings ----

  private handOverEdits(): void {
    const { commands, editor, interceptors } = this.univer;
    commands.beforeCommandExecuted((command, options) => this.before(command, options));
    commands.onCommandExecuted((command, options) => this.after(command, options));
    let editing = false;
    editor.visible$.subscribe(({ visible }) => {
      if (visible === editing) return;
      editing = visible;
      // The typed text is submitted after the editor has gone
      if (visible) this.handlers.editing(true);
      else setTimeout(() => this.handlers.editing(false), 0);
    });
    interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: 100,
      handler: (_cell, { row, col, worksheet }) => {
        this.submit(row, col);
        // What the grid has already: it writes nothing by itself
        return worksheet.getCellRaw(row, col) as Nullable<ICellDataForSheetInterceptor>;
      },
    });
  }

  private editorText(): string {
    const editor = this.univer.instances.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    // The editor ends every paragraph with \r, and itself with \n
    return editor?.getBody()?.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n") ?? "";
  }

  /** What the grid has taken in by now. */
  state(): GridState {
    const range = this.univer.selections.getCurrentLastSelection()?.range;
    return {
      sheet: this.shown?.name ?? "",
      selection: range === undefined ? null : boxOf(range),
      editor: this.isEditing ? { text: this.editorText(), cursor: this.univer.cursor() } : null,
    };
  }

  private submit(row: number, column: number): void {
    const text = this.editorText();
    if (text !== this.editBegan) this.handlers.typed(row, column, text);
  }

  private before({ id, type, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (options?.fromModel === true || type === CommandType.OPERATION || id.startsWith("doc.")) return;
    const handled = this.handOver(id, params);
    // What a command comes to is seen in its mutations
    if (!handled && type !== CommandType.MUTATION) return;
    if (!handled && !isQuietlyIgnored(id)) this.handlers.unsupported(wanted(id, params));
    throw new CustomCommandExecutionError(id);
  }

  /** Does in the model what a command would do in the grid; false for a command that is none of those. */
  private handOver(id: string, params: object | undefined): boolean {
    switch (id) {
      case ClearSelectionContentCommand.id:
        this.handlers.cleared();
        return true;
      case "univer.command.undo":
        // Inside the cell's editor it takes back what was typed
        if (this.isEditing) return false;
        this.handlers.undone();
        return true;
      case SheetCopyDownCommand.id:
        this.handlers.filledDown(this.handlers.selection());
        return true;
      case AutoFillCommand.id:
        this.fill(params as IAutoFillCommandParams);
        return true;
      case DeltaColumnWidthCommand.id: {
        const { anchorCol, deltaX } = params as { anchorCol: number; deltaX: number };
        const width = this.worksheetOf(this.workbook.activeSheet).getColumnWidth(anchorCol) + deltaX;
        const { column, columns, rows } = this.handlers.selection();
        const several = rows >= MAX_ROWS && anchorCol >= column && anchorCol < column + columns;
        this.handlers.columnsSized(several ? column : anchorCol, several ? columns : 1, width);
        return true;
      }
      case DeltaRowHeightCommand.id: {
        const { anchorRow, deltaY } = params as { anchorRow: number; deltaY: number };
        this.handlers.rowsSized(
          anchorRow,
          1,
          this.worksheetOf(this.workbook.activeSheet).getRowHeight(anchorRow) + deltaY,
        );
        return true;
      }
      default:
        return false;
    }
  }

  /** Dragging the corner of a selection: downwards from one row, as far as the model goes. */
  private fill({ sourceRange, targetRange }: IAutoFillCommandParams): void {
    const below =
      sourceRange.startRow === sourceRange.endRow &&
      targetRange.endRow > sourceRange.endRow &&
      targetRange.startColumn === sourceRange.startColumn &&
      targetRange.endColumn === sourceRange.endColumn;
    if (below) this.handlers.filledDown(boxOf({ ...targetRange, startRow: sourceRange.startRow }));
    else this.handlers.unsupported("fill");
  }

  private after({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (id !== SetSelectionsOperation.id || options?.fromModel === true || this.following > 0) return;
    // Cells pressed while a formula is typed go into it
    if (this.isEditing) return;
    const { subUnitId, selections } = params as ISetSelectionsOperationParams;
    const range: IRange | undefined = selections[selections.length - 1]?.range;
    if (range === undefined || this.shown === null || subUnitId !== this.idOf(this.shown)) return;
    const box = boxOf(range);
    if (this.knownSelection !== null && sameBox(box, this.knownSelection)) return;
    this.knownSelection = box;
    this.handlers.selected(box);
  }
}
