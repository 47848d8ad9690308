/**
 * The workbench in a real browser: its page with the grid, the real add-in in its frame. What a person sees is found by
 * role and name; what the workbook has become is asked of `window.workbench`. Without a test runner too: the pictures use it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import type { BrowserWorkbench, CellAnswer } from "../../src/workbench/browser/api";
import type { ThemeName } from "../../src/workbench/browser/themes";
import type { TrafficEntry } from "../../src/workbench/host/protocol/session";
import { startServer } from "../../src/workbench/server/server";
import type { PageLanguage } from "../../src/workbench/server/setup";
import { ROOT, type WatchedPage } from "./browser";

export const SAMPLE = join(ROOT, "assets/sample/submission.xlsx");
export const ADDIN = join(ROOT, "dist/taskpane.html");
const BUILT = join(ROOT, ".cache/workbench");

/** How long a person would wait for anything, in milliseconds: well above what any action takes on a slow machine. */
const PATIENCE = 20_000;

/** As the workbench opens it. */
const PANE_WIDTH = 320;

export interface OpenOptions {
  /** A file, or bytes with a name; the sample when left out. */
  readonly workbook?: string | { readonly name: string; readonly bytes: Uint8Array };
  /** A file or address; the add-in when left out. */
  readonly page?: string;
  readonly language?: PageLanguage;
  readonly theme?: ThemeName;
  readonly paneWidth?: number;
}

/** Opens the workbench and waits until grid and add-in are there. Its server ends with the page. */
export async function openWorkbench({ page, context }: WatchedPage, options: OpenOptions = {}): Promise<WorkbenchPage> {
  const { workbook = SAMPLE, language = "zh" } = options;
  const server = await startServer({
    port: 0,
    page: options.page ?? ADDIN,
    workbook: typeof workbook === "string" ? { name: basename(workbook), bytes: readFileSync(workbook) } : workbook,
    language,
    built: BUILT,
  });
  context.on("close", () => void server.close());
  page.setDefaultTimeout(PATIENCE);
  await page.goto(server.url);
  const workbench = new WorkbenchPage(page, language);
  await workbench.ready();
  if (options.theme !== undefined) await workbench.dress(options.theme);
  if (options.paneWidth !== undefined) await workbench.widenPane(options.paneWidth);
  return workbench;
}

/** `window.workbench` in the page; its functions are called with what can be cloned. */
type Asked = {
  readonly [K in keyof BrowserWorkbench]: BrowserWorkbench[K] extends (...args: never[]) => unknown ? K : never;
}[keyof BrowserWorkbench];

export class WorkbenchPage {
  constructor(
    readonly page: Page,
    readonly language: PageLanguage,
  ) {}

  // ---- the page ----

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.workbench !== undefined);
    await this.page.evaluate(() => window.workbench?.ready);
    await this.pane.getByRole("tablist").or(this.pane.locator("body")).first().waitFor();
  }

  /** Waits until nothing is under way any more. */
  readonly idle = (): Promise<void> => this.ask("idle");

  /** The add-in's page, whichever it is at the moment. */
  get pane(): FrameLocator {
    return this.page.frameLocator(".pane-element iframe");
  }

  async paneFrame(): Promise<Frame> {
    const element = await this.page.locator(".pane-element iframe").elementHandle();
    const frame = await element.contentFrame();
    if (!frame) throw new Error("the add-in has no frame");
    return frame;
  }

  /** Waits until all that fades or slides in the add-in's page has done so; what turns for ever is left to. */
  async animated(): Promise<void> {
    const frame = await this.paneFrame();
    await frame.evaluate(async () => {
      const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
      // One that is taken away has ended as well
      await Promise.allSettled(ending.map(({ finished }) => finished));
    });
  }

  /** Chooses a look, and waits until the add-in follows where it speaks of brightness by its ground. */
  async dress(theme: ThemeName): Promise<void> {
    const choice = this.page.locator(".title-settings select");
    await choice.focus();
    await choice.selectOption(theme);
    await eventually(async () =>
      assert.deepEqual(
        { theme, bright: await this.paneIsBright() },
        { theme, bright: theme === "light" || theme === "desert" },
      ),
    );
    await this.idle();
    await this.animated();
  }

  private async paneIsBright(): Promise<boolean> {
    const colour = await this.pane.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
    return red + green + blue > 384;
  }

  /** By dragging the splitter, as a person does. */
  async widenPane(width: number): Promise<void> {
    const box = await this.page.getByRole("separator").boundingBox();
    if (!box) throw new Error("there is no splitter");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const now = await this.paneWidth();
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + now - width, y, { steps: 4 });
    await this.page.mouse.up();
    await eventually(async () => assert.equal(await this.paneWidth(), width));
  }

  readonly paneWidth = (): Promise<number> =>
    this.page.evaluate((usual) => document.querySelector(".pane-element iframe")?.clientWidth ?? usual, PANE_WIDTH);

  /** A button of the ribbon, on the add-in's own tab. */
  readonly ribbon = (name: string): Locator =>
    this.page.getByRole("tabpanel").getByRole("button", { name, exact: true });

  /** A button of the tab 数据. */
  async press(tool: string): Promise<void> {
    await this.page.getByRole("tab", { name: "数据", exact: true }).click();
    await this.page.getByRole("button", { name: tool, exact: true }).click();
    await this.page.getByRole("tab", { name: "数据", exact: true }).locator("xpath=preceding-sibling::*[1]").click();
  }

  /** Begins editing a cell with the keyboard, in the grid itself: what is typed comes behind what is there. */
  async beginEditing(sheet: string, a1: string, typed: string): Promise<void> {
    await this.focusGrid(sheet, a1);
    await this.page.keyboard.press("F2");
    // The editor shows before it has taken in what the cell holds, and takes keys later still
    const held = await this.editing((text, cursor) => cursor !== null && text !== "");
    await this.page.keyboard.press("End");
    await this.editing((text, cursor) => cursor === text.length);
    await this.page.keyboard.insertText(typed);
    await this.editing((text) => text === held + typed);
  }

  /** Types into the selected cell, in the place of what it holds; the grid has the keyboard already. */
  async typeOver(sheet: string, a1: string, typed: string): Promise<void> {
    await this.gridIsAt(sheet, a1);
    const [first = "", ...rest] = typed;
    await this.page.keyboard.type(first);
    await this.editing((text, cursor) => cursor === 1 && text === first);
    await this.page.keyboard.type(rest.join(""));
    await this.editing((text) => text === typed);
  }

  /** Gives the keyboard to a cell of the grid, and waits until it is there. */
  private async focusGrid(sheet: string, a1: string): Promise<void> {
    await this.page.locator(".grid-frame").click({ position: { x: 300, y: 200 } });
    await this.idle();
    await this.select(sheet, a1);
    await this.gridIsAt(sheet, a1);
  }

  /** Waits until the grid shows a cell selected: it follows the workbook with the next picture. */
  private async gridIsAt(sheet: string, a1: string): Promise<void> {
    const { row, column } = place(a1);
    await eventually(async () => {
      const state = await this.page.evaluate(() => window.workbench?.grid() ?? null);
      assert.deepEqual(
        { sheet: state?.sheet, row: state?.selection?.row, column: state?.selection?.column },
        { sheet, row: row - 1, column: column - 1 },
      );
    });
  }

  /** Waits until the cell's editor holds such a text, with its cursor at such a place. Gives the text. */
  private async editing(isRight: (text: string, cursor: number | null) => boolean): Promise<string> {
    let text = "";
    await eventually(async () => {
      const editor = (await this.page.evaluate(() => window.workbench?.grid()?.editor)) ?? null;
      assert.ok(editor !== null && isRight(editor.text, editor.cursor), `the editor has ${JSON.stringify(editor)}`);
      text = editor.text;
    });
    return text;
  }

  /** Waits until no cell is being edited any more, and what follows from that is done. */
  async editingEnded(): Promise<void> {
    await this.page
      .getByRole("contentinfo")
      .getByRole("status")
      .getByText(/^(编辑|Edit)$/)
      .waitFor({ state: "hidden" });
    await this.idle();
  }

  /** What is selected, as tabs and name box show it. */
  async selected(): Promise<string> {
    const sheet = await this.page
      .getByRole("tablist", { name: /^(工作表|Sheets)$/ })
      .getByRole("tab", { selected: true })
      .innerText();
    return `${sheet} ${await this.page.locator(".name-box").inputValue()}`;
  }

  /** What the page says to the person. */
  readonly messages = (): Promise<string[]> => this.ask("messages");

  // ---- the workbook ----

  readonly cell = (sheet: string, a1: string): Promise<CellAnswer> => this.ask("value", sheet, a1);
  readonly formula = (sheet: string, a1: string): Promise<string | null> => this.ask("formula", sheet, a1);
  readonly text = (sheet: string, a1: string): Promise<string> => this.ask("text", sheet, a1);
  readonly sheets = (): Promise<string[]> => this.ask("sheets");
  readonly select = (sheet: string, a1: string): Promise<void> => this.ask("select", sheet, a1);
  readonly sort = (sheet: string, range: string, columnIndex: number, ascending: boolean): Promise<void> =>
    this.ask("sort", sheet, range, columnIndex, ascending);
  readonly insertRows = (sheet: string, row: number, count: number): Promise<void> =>
    this.ask("insertRows", sheet, row, count);
  readonly deleteRows = (sheet: string, row: number, count: number): Promise<void> =>
    this.ask("deleteRows", sheet, row, count);

  /** Types into a cell without the keyboard, and waits for what follows. */
  async type(sheet: string, a1: string, text: string): Promise<void> {
    await this.ask("type", sheet, a1, text);
    await this.idle();
  }

  /** All of a sheet's rows from the first to the last that is used, as they are shown. */
  async rows(sheet: string, box: string): Promise<string[][]> {
    const [first = "", last = first] = box.split(":");
    const [from, to] = [place(first), place(last)];
    return this.page.evaluate(
      ([name, top, left, bottom, right]) =>
        Array.from({ length: bottom - top + 1 }, (_, row) =>
          Array.from({ length: right - left + 1 }, (_, column) => {
            let letters = "";
            for (let at = left + column; at > 0; at = Math.floor((at - 1) / 26))
              letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters;
            return window.workbench?.text(name, `${letters}${top + row}`) ?? "";
          }),
        ),
      [sheet, from.row, from.column, to.row, to.column] as const,
    );
  }

  /** The bytes that 保存 hands out. */
  async save(): Promise<Uint8Array> {
    const base64 = await this.page.evaluate(() => {
      const bytes = window.workbench?.save() ?? new Uint8Array();
      let text = "";
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return btoa(text);
    });
    return new Uint8Array(Buffer.from(base64, "base64"));
  }

  /** Every exchange with the add-in so far. */
  readonly traffic = (): Promise<readonly TrafficEntry[]> =>
    this.page.evaluate(() => [...(window.workbench?.traffic ?? [])]);

  /** Fails when something was asked of the host that it does not know, or anything failed but for an error that belongs to the test. */
  async expectNothingRefused(expected?: string): Promise<void> {
    const { refused, errors } = await this.page.evaluate(() => ({
      refused: window.workbench?.log.refused ?? [],
      errors: window.workbench?.log.errors ?? [],
    }));
    assert.deepEqual({ refused, errors: errors.filter(({ code }) => code !== expected) }, { refused: [], errors: [] });
  }

  private ask<K extends Asked>(
    name: K,
    ...args: Parameters<BrowserWorkbench[K]>
  ): Promise<Awaited<ReturnType<BrowserWorkbench[K]>>> {
    return this.page.evaluate(
      ([asked, given]) => (window.workbench?.[asked] as (...values: unknown[]) => unknown)(...given),
      [name, args] as const,
    ) as Promise<Awaited<ReturnType<BrowserWorkbench[K]>>>;
  }
}

/** Asks again and again, until what is asked for is as it should be. */
export async function eventually(assertion: () => Promise<void>, milliseconds = PATIENCE): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Row and column counted from 1. */
function place(a1: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(a1) ?? [];
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}
