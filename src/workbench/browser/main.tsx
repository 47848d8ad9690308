/** The workbench's page: fetches what to open, starts the add-in and the page, then the grid. */
import { createRoot } from "react-dom/client";
import { SETUP_PATH, type Setup, WORKBOOK_PATH } from "../server/setup";
import { browserWorkbench } from "./api";
import { PageController } from "./controller";
import { attachClipboard } from "./clipboard";
import type { Grid } from "./grid/grid";
import { BrowserHost } from "./host";
import { readRibbon, type RibbonTab } from "./manifest";
import { App } from "./page/app";
import { PageContext, type PageParts } from "./page/use-controller";

async function fetchOf(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response;
}

function divOfClass(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

/** The add-in's tabs in the language of the moment. */
function ribbonReader(setup: Setup, host: BrowserHost): () => readonly RibbonTab[] {
  const document = setup.manifest === null ? null : new DOMParser().parseFromString(setup.manifest, "text/xml");
  const read = new Map<string, readonly RibbonTab[]>();
  return () => {
    const locale = host.language === "zh" ? "zh-CN" : "en-US";
    const known =
      read.get(locale) ?? (document === null ? [] : readRibbon(document, locale, new URL(setup.page).origin));
    read.set(locale, known);
    return known;
  };
}

/** Cells have the keyboard while no field of the page has. */
function keyboardIsGrids(grid: () => Grid | null, gridElement: HTMLElement): boolean {
  const at = document.activeElement;
  const inGrid =
    at === null ||
    at === document.body ||
    gridElement.contains(at) ||
    at.closest("[data-u-comp], .univer-theme") !== null;
  return inGrid && grid()?.isEditing === false;
}

async function startGrid(controller: PageController, gridElement: HTMLElement): Promise<Grid> {
  const { Grid: Cells } = await import(/* webpackChunkName: "grid" */ "./grid/grid");
  const { host } = controller;
  const grid = await Cells.start(gridElement, host.language, {
    workbook: () => host.workbook,
    selection: () => controller.selection,
    selected: (box) => controller.select(controller.sheet, box),
    editing: (on) => controller.editing(on),
    typed: (row, column, text) => controller.type(controller.sheet, row, column, text),
    cleared: () => controller.clear(),
    filledDown: (box) => controller.fillDown(box),
    undone: () => controller.undo(),
    columnsSized: (first, count, pixels) => controller.sizeColumns(first, count, pixels),
    rowsSized: (first, count, pixels) => controller.sizeRows(first, count, pixels),
    filterPressed: (row, column, x, y) => {
      controller.select(controller.sheet, { row, column, rows: 1, columns: 1 });
      // The press that opens it would close it as well
      setTimeout(() => controller.wantFilter({ x, y: y + 8 }), 0);
    },
    unsupported: (what) => controller.say(controller.words.unsupported[what]),
  });
  let spoken = host.language;
  host.onChange(() => {
    if (spoken !== host.language) grid.speak(host.language);
    spoken = host.language;
    grid.sync();
  });
  return grid;
}

async function main(): Promise<void> {
  const [setup, bytes] = await Promise.all([
    fetchOf(SETUP_PATH).then((response) => response.json() as Promise<Setup>),
    fetchOf(WORKBOOK_PATH).then(async (response) => new Uint8Array(await response.arrayBuffer())),
  ]);
  const gridElement = divOfClass("grid-element");
  const paneElement = divOfClass("pane-element");
  const host = new BrowserHost(setup, bytes, paneElement, () => new Date());
  const controller = new PageController(host);
  let grid: Grid | null = null;
  const ribbon = ribbonReader(setup, host);
  attachClipboard({
    applies: () => keyboardIsGrids(() => grid, gridElement),
    copied: () => controller.selectedText(),
    cut: () => controller.clear(),
    pasted: (lines) => controller.paste(lines),
  });
  const parts: PageParts = {
    controller,
    gridElement,
    paneElement,
    ribbon,
    focusGrid: () => grid?.focus(),
    gridReady: () => grid !== null,
  };
  host.onChange(() => {
    controller.paneTitle = ribbon()[0]?.label ?? controller.words.pane;
  });
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no root");
  // Its frame loads when the page takes it in
  host.start();
  createRoot(root).render(
    <PageContext.Provider value={parts}>
      <App />
    </PageContext.Provider>,
  );
  const ready = startGrid(controller, gridElement).then(async (started) => {
    grid = started;
    performance.mark("grid");
    host.changed();
    await host.idle();
  });
  window.workbench = browserWorkbench(controller, ready, () => grid?.state() ?? null);
  await ready;
}

main().catch((error: unknown) => {
  document.body.textContent = error instanceof Error ? error.message : String(error);
});
