/** `window.workbench`: what tests in a real browser do and ask, through the same code as the mouse and the keyboard. */
import { type Area, parseAddress, type Sheet } from "../../book/model/workbook";
import type { TrafficEntry, WorkbenchLog } from "../host/protocol/session";
import type { PageLanguage } from "../server/setup";
import type { PageController } from "./controller";
import type { GridState } from "./grid/grid-state";
import type { ThemeName } from "./themes";

export type CellAnswer = string | number | boolean | null;

export interface BrowserWorkbench {
  /** Resolves when the grid is drawn and the add-in's page is loaded. */
  readonly ready: Promise<void>;
  /** Resolves when nothing is under way any more, in the add-in's page neither. */
  idle(): Promise<void>;
  /** A cell's value; an error as its text. */
  value(sheet: string, a1: string): CellAnswer;
  /** With `=`; null where there is none. */
  formula(sheet: string, a1: string): string | null;
  /** As it is shown. */
  text(sheet: string, a1: string): string;
  /** Names, in order, hidden ones too. */
  sheets(): string[];
  /** Null until the grid is drawn. */
  grid(): GridState | null;
  type(sheet: string, a1: string, text: string): void;
  select(sheet: string, a1: string): void;
  /** Sorts a range, its first row the header, by a column of the sheet counted from 0. */
  sort(sheet: string, range: string, columnIndex: number, ascending: boolean): void;
  /** Rows counted from 1, as the user reads them. */
  insertRows(sheet: string, row: number, count: number): void;
  deleteRows(sheet: string, row: number, count: number): void;
  /** Presses a ribbon button; resolves when the add-in says it is done. */
  command(functionName: string): Promise<void>;
  open(bytes: Uint8Array, name?: string): void;
  save(): Uint8Array;
  /** Changes the look, and what the add-in is told as Office's theme. */
  theme(name: ThemeName): void;
  /** Starts the add-in anew in another language. */
  language(language: PageLanguage): void;
  /** Messages the page showed to the user. */
  messages(): string[];
  readonly log: WorkbenchLog;
  readonly traffic: readonly TrafficEntry[];
}

declare global {
  interface Window {
    workbench?: BrowserWorkbench;
  }
}

/**
 * The object `window.workbench` that tests and pictures drive the page by. `ready` resolves once grid and add-in are
 * there.
 */
export function browserWorkbench(
  controller: PageController,
  ready: Promise<void>,
  grid: () => GridState | null,
): BrowserWorkbench {
  const { host } = controller;
  const boxOf = (a1: string): Area => {
    const box = parseAddress(a1)?.box;
    if (!box) throw new Error(`${a1} is no address`);
    return box;
  };
  const cellOf = (
    name: string,
    a1: string,
  ): { readonly sheet: Sheet; readonly row: number; readonly column: number } => ({
    sheet: host.sheet(name),
    ...boxOf(a1),
  });
  return {
    ready,
    idle: () => host.idle(),
    value: (name, a1) => {
      const { sheet, row, column } = cellOf(name, a1);
      const value = sheet.value(row, column);
      return typeof value === "object" && value !== null ? value.error : value;
    },
    formula: (name, a1) => {
      const { sheet, row, column } = cellOf(name, a1);
      return sheet.cell(row, column)?.formula ?? null;
    },
    text: (name, a1) => {
      const { sheet, row, column } = cellOf(name, a1);
      return controller.textAt(sheet, row, column);
    },
    sheets: () => host.workbook.sheets.map((sheet) => sheet.name),
    grid,
    type: (name, a1, text) => {
      const { sheet, row, column } = cellOf(name, a1);
      controller.type(sheet, row, column, text);
    },
    select: (name, a1) => controller.select(host.sheet(name), boxOf(a1)),
    sort: (name, range, column, ascending) =>
      controller.sortBox(host.sheet(name), boxOf(range), column, ascending, true),
    insertRows: (name, row, count) => controller.insertRowsAt(host.sheet(name), row - 1, count),
    deleteRows: (name, row, count) => controller.deleteRowsAt(host.sheet(name), row - 1, count),
    command: (name) => controller.command(name),
    open: (bytes, name = "opened.xlsx") => controller.open(bytes, name),
    save: () => host.save(),
    theme: (name) => host.dress(name),
    language: (language) => host.speak(language),
    messages: () => controller.notices.map(({ text }) => text),
    log: host.log,
    get traffic() {
      return host.session.traffic;
    },
  };
}
