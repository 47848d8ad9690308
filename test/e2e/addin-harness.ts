/** A workbook open beside the add-in as built: its buttons, and everything about a workbook that a test compares. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IssueOutcome, ReviewOutcome, SendBackOutcome } from "../../src/excel";
import type { View } from "../../src/taskpane/views";
import { Workbench, type WorkbenchOptions } from "../../src/workbench";
import { AddinDriver } from "../../src/cli/driver";
import { isCellError, type Sheet, type Workbook } from "../../src/book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { defaultWidth, pointsOfWidth } from "../../src/workbench/host/objects/format";
import { testClock } from "../support/clock";
import { OFFICE_STORAGE } from "../support/office";
import { PEOPLE_COLUMNS, RECORD_COLUMNS, submissionGrids, type SubmissionTables } from "../support/submission";
import type { WorkbookGrids } from "../../src/submission/grid";

export const ROOT = join(__dirname, "../..");
export const PAGE = join(ROOT, "dist/taskpane.html");
export const RECORDS = "学时记录";
export const ANNOTATION = ["折算科目", "折算学时", "行内问题", "核定学时", "审核结论", "审核问题"] as const;

const openHarnesses: AddinHarness[] = [];

/** Closes every harness of a test; call it in afterEach. */
export function closeHarnesses(): void {
  for (const harness of openHarnesses.splice(0)) harness.workbench.close();
}

/** The add-in's pane beside a workbook. */
export class AddinHarness {
  private constructor(
    readonly workbench: Workbench,
    readonly driver: AddinDriver,
  ) {}

  static async open(
    workbook: Workbook,
    options: Partial<Omit<WorkbenchOptions, "page" | "workbook">> = {},
  ): Promise<AddinHarness> {
    const workbench = await Workbench.open({
      page: PAGE,
      workbook,
      clock: testClock,
      storage: OFFICE_STORAGE,
      ...options,
    });
    const harness = new AddinHarness(workbench, new AddinDriver(workbench));
    openHarnesses.push(harness);
    // What office.js itself asks at the start is over then, and the pane has its buttons
    await workbench.settled();
    return harness;
  }

  get workbook(): Workbook {
    return this.workbench.workbook;
  }

  /** Opens a view of the pane by its tab, as a person would: what stands in another can't be seen. */
  async show(view: View): Promise<void> {
    await this.driver.show(view);
    await this.workbench.settled();
  }

  async review(): Promise<ReviewOutcome> {
    return (await this.pressed("review")) as ReviewOutcome;
  }

  async adopt(name = "测试审核人"): Promise<ReviewOutcome> {
    return (await this.pressed("adopt", { "adopt-name": name })) as ReviewOutcome;
  }

  async certificates(): Promise<IssueOutcome> {
    return (await this.pressed("certificates")) as IssueOutcome;
  }

  async freeze(): Promise<void> {
    await this.pressed("freeze");
  }

  /** 生成退回件; gives the file that was opened as a new workbook. */
  async sendBack(
    fields: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly outcome: SendBackOutcome; readonly bytes: Uint8Array }> {
    const outcome = (await this.pressed("send-back", fields)) as SendBackOutcome;
    const bytes = this.workbench.createdWorkbooks.at(-1);
    if (bytes === undefined) throw new Error("no workbook was opened");
    return { outcome, bytes };
  }

  async clear(): Promise<void> {
    await this.pressed("clear");
  }

  /** Calls back with the number of each coming request (0 first), which fails with what that gives; null lets it pass. */
  onRequest(answer: (index: number) => number | null): void {
    let index = 0;
    this.workbench.failRequest = () => answer(index++);
  }

  letPass(): void {
    this.workbench.failRequest = null;
  }

  /** The status line of the pane. */
  get status(): { readonly state: string; readonly words: string } {
    const line = this.workbench.window.document.querySelector<HTMLElement>('[data-testid="status"]');
    return { state: line?.dataset["state"] ?? "", words: line?.textContent ?? "" };
  }

  /** Nothing was refused, nothing failed, nothing is held on to. */
  expectClean(): void {
    const { refused, errors } = this.workbench.log;
    expect({ refused, errors, liveReferences: this.workbench.liveReferences }).toEqual({
      refused: [],
      errors: [],
      liveReferences: 0,
    });
  }

  private async pressed(
    action: "review" | "adopt" | "certificates" | "freeze" | "send-back" | "clear",
    fields: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const outcome = await this.driver.press(action, fields);
    await this.workbench.settled();
    return outcome;
  }
}

/** The workbook as a file would give it back: what counts is what was saved. */
export function saved(workbook: Workbook): Workbook {
  return openWorkbook(saveWorkbook(workbook, undefined, false));
}

export function openFile(path: string): Workbook {
  return openWorkbook(readFileSync(join(ROOT, path)));
}

// ---- submissions as workbooks ----

/** A workbook with the sheets of a submission; `text`: every input cell is formatted as text and holds text. */
export function workbookOf(grids: WorkbookGrids, text = false): Workbook {
  const workbook = emptyWorkbook();
  const [blank] = workbook.sheets;
  for (const grid of grids.values()) {
    const sheet = workbook.addSheet(grid.name);
    grid.values.forEach((line, row) =>
      line.forEach((value, column) => {
        if (text) sheet.setStyle(row, column, { numberFormat: "@" });
        sheet.setValue(row, column, text && value !== null ? String(value) : value);
      }),
    );
  }
  if (blank !== undefined) workbook.removeSheet(blank);
  return saved(workbook);
}

export const workbookOfTables = (tables: SubmissionTables): Workbook => workbookOf(submissionGrids(tables));

export { PEOPLE_COLUMNS, RECORD_COLUMNS };

// ---- what of a workbook is compared ----

export interface SheetSnapshot {
  readonly cells: Readonly<Record<string, string>>;
  /** Points, "hidden" and style of every column that is not as by default. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly frame: unknown;
}

const boxText = ({
  row,
  column,
  rows,
  columns,
}: {
  row: number;
  column: number;
  rows: number;
  columns: number;
}): string => `${row},${column} ${rows}x${columns}`;

/** What a cell shows, how it came about and how it looks; a blank cell of the default look is no cell. */
function cellsOf(sheet: Sheet, columnsBefore: number): Record<string, string> {
  const { workbook } = sheet;
  const plain = JSON.stringify(workbook.style(0));
  const looks = new Map<number, string>();
  const look = (style: number): string => {
    const known = looks.get(style);
    if (known !== undefined) return known;
    const text = JSON.stringify(workbook.style(style));
    looks.set(style, text);
    return text;
  };
  const cells: Record<string, string> = {};
  for (const [row, line] of sheet.rows) {
    line.cells.forEach((cell, column) => {
      if (cell === undefined || column >= columnsBefore) return;
      const style = look(cell.style);
      if (cell.value === null && cell.formula === undefined && style === plain) return;
      cells[`${row},${column}`] = JSON.stringify([
        cell.value,
        cell.formula ?? null,
        style === plain ? "" : style,
        cell.richText ?? null,
      ]);
    });
  }
  return cells;
}

/** All of a sheet, or only what lies left of a column. */
export function sheetSnapshot(sheet: Sheet, columnsBefore = Infinity): SheetSnapshot {
  const points = (width: number | undefined): number =>
    Math.round(100 * pointsOfWidth(width ?? defaultWidth(sheet.defaultColumnWidth))) / 100;
  const usual = points(undefined);
  const columns: Record<string, string> = {};
  for (const span of sheet.columns) {
    for (let column = span.first; column <= Math.min(span.last, 200, columnsBefore - 1); column += 1) {
      const style =
        span.style === undefined || span.style === 0 ? "" : JSON.stringify(sheet.workbook.style(span.style));
      const text = `${points(span.width)}${span.hidden ? " hidden" : ""}${style}`;
      if (text !== String(usual)) columns[column] = text;
    }
  }
  const rows: Record<string, string> = {};
  for (const [row, { height, hidden, style }] of sheet.rows) {
    if (height !== undefined || hidden || style !== undefined)
      rows[row] = JSON.stringify([height, hidden, style === undefined ? null : sheet.workbook.style(style)]);
  }
  const frame = {
    visibility: sheet.visibility,
    merges: sheet.merges.map(boxText).sort(),
    freeze: sheet.freeze,
    gridlines: sheet.showGridlines,
    protected: sheet.protected,
    page: sheet.page,
    printArea: sheet.printArea,
    titleRows: sheet.printTitleRows,
    validations: sheet.validations.map((validation) => ({ ...validation, boxes: validation.boxes.map(boxText) })),
    // What our columns widen comes back with 清除审核结果 only.
    ...(columnsBefore === Infinity ? { tables: sheet.tables, filter: sheet.autoFilter } : {}),
  };
  return { cells: cellsOf(sheet, columnsBefore), columns, rows, frame };
}

/** Every sheet in tab order. */
export function workbookSnapshot(workbook: Workbook): readonly (readonly [string, SheetSnapshot])[] {
  return workbook.sheets.map((sheet) => [sheet.name, sheetSnapshot(sheet)] as const);
}

/**
 * Fails at the first sheet that differs and names the places. Thousands of cells are compared as text: jest's own
 * difference of such objects takes minutes.
 */
export function expectSame(after: SheetSnapshot, before: SheetSnapshot, name: string): void {
  const different: string[] = [];
  for (const part of ["cells", "columns", "rows"] as const) {
    for (const key of new Set([...Object.keys(before[part]), ...Object.keys(after[part])])) {
      if (before[part][key] !== after[part][key])
        different.push(`${name} ${part} ${key}: ${before[part][key] ?? "nothing"} → ${after[part][key] ?? "nothing"}`);
    }
  }
  expect(different.slice(0, 5)).toEqual([]);
  expect({ name, frame: after.frame }).toEqual({ name, frame: before.frame });
}

export function expectSameWorkbook(after: Workbook, before: Workbook): void {
  const [now, then] = [workbookSnapshot(after), workbookSnapshot(before)];
  expect(now.map(([name]) => name)).toEqual(then.map(([name]) => name));
  now.forEach(([name, facts], at) => {
    const [, old] = then[at] ?? [];
    if (old !== undefined) expectSame(facts, old, name);
  });
}

// ---- reading our sheets ----

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheetByName(name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** Text of a row's cells from column A on, without trailing blanks. */
export function rowTexts(sheet: Sheet, row: number): readonly string[] {
  const texts = (sheet.rows.get(row)?.cells ?? []) as readonly unknown[];
  const line = Array.from({ length: texts.length }, (_, column) => String(shown(sheet, row, column) ?? ""));
  while (line.length > 0 && line[line.length - 1] === "") line.pop();
  return line;
}

/** A cell's value; an error value as its name. */
export function shown(sheet: Sheet, row: number, column: number): string | number | boolean | null {
  const value = sheet.value(row, column);
  return isCellError(value) ? value.error : value;
}

/** Header row of 学时记录 and the column of each of our titles. */
export function annotationOf(sheet: Sheet): {
  readonly row: number;
  readonly column: number;
  readonly of: (title: (typeof ANNOTATION)[number]) => number;
} {
  for (let row = 0; row < 20; row += 1) {
    const line = rowTexts(sheet, row);
    const column = line.indexOf(ANNOTATION[0]);
    if (column >= 0 && ANNOTATION.every((title, at) => line[column + at] === title))
      return { row, column, of: (title) => column + ANNOTATION.indexOf(title) };
  }
  throw new Error("学时记录 has no annotation");
}

export function hasAnnotation(sheet: Sheet): boolean {
  return Array.from({ length: 20 }, (_, row) => rowTexts(sheet, row)).some((line) => line.includes(ANNOTATION[0]));
}

/** Every formula of a workbook with its place. */
export function formulasOf(workbook: Workbook): readonly string[] {
  return workbook.sheets.flatMap((sheet) =>
    [...sheet.rows].flatMap(([row, { cells }]) =>
      cells.flatMap((cell, column) =>
        cell?.formula === undefined ? [] : [`${sheet.name} ${row},${column} ${cell.formula}`],
      ),
    ),
  );
}

/** The unit's own sheets. */
export const INPUTS = ["单位信息", "人员信息", RECORDS, "培训备案"] as const;

/** Whatever of ours is there: all that the unit filled in is what it was. */
export function expectInputsKept(after: Workbook, before: Workbook): void {
  for (const name of INPUTS) {
    const sheet = sheetOf(after, name);
    const end =
      name === RECORDS
        ? hasAnnotation(sheet)
          ? annotationOf(sheet).column
          : (sheetOf(before, name).usedBox(true)?.columns ?? 0)
        : Infinity;
    expectSame(sheetSnapshot(sheet, end), sheetSnapshot(sheetOf(before, name), end), name);
  }
}
