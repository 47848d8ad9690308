/** The workbench's page: fetches what to open, starts the add-in and the page, then the grid. */
import { createRoot } from "react-dom/client";
import { SETUP_PATH, type Setup, WORKBOOK_PATH } from "../server/setup";
import { browserWorkbench } from "./api";
import { Bench } from "./bench";
import { attachClipboard } from "./clipboard";
import type { Grid } from "./grid/grid";
import { Host } from "./host";
import { readRibbon, type RibbonTab } from "./manifest";
import { App } from "./page/app";
import { PageContext, type PageParts } from "./page/use-bench";

async function fetchOf(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response;
}

function placeNamed(className: string): HTMLElement {
  const place = document.createElement("div");
  place.className = className;
  return place;
}

/** The add-in's tabs in the language of the moment. */
function ribbonReader(setup: Setup, host: Host): () => readonly RibbonTab[] {
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
function keyboardIsGrids(grid: () => Grid | null, gridPlace: HTMLElement): boolean {
  const at = document.activeElement;
  const inGrid =
    at === null ||
    at === document.body ||
    gridPlace.contains(at) ||
    at.closest("[data-u-comp], .univer-theme") !== null;
  return inGrid && grid()?.isEditing === false;
}

async function startGrid(bench: Bench, gridPlace: HTMLElement): Promise<Grid> {
  const { Grid: Cells } = await import(/* webpackChunkName: "grid" */ "./grid/grid");
  const { host } = bench;
  const grid = await Cells.start(gridPlace, host.language, {
    workbook: () => host.workbook,
    selection: () => bench.selection,
    selected: (box) => bench.select(bench.sheet, box),
    editing: (on) => bench.editing(on),
    typed: (row, column, text) => bench.type(bench.sheet, row, column, text),
    cleared: () => bench.clear(),
    filledDown: (box) => bench.fillDown(box),
    undone: () => bench.undo(),
    columnsSized: (first, count, pixels) => bench.sizeColumns(first, count, pixels),
    rowsSized: (first, count, pixels) => bench.sizeRows(first, count, pixels),
    filterPressed: (row, column, x, y) => {
      bench.select(bench.sheet, { row, column, rows: 1, columns: 1 });
      // The press that opens it would close it as well
      setTimeout(() => bench.wantFilter({ x, y: y + 8 }), 0);
    },
    unsupported: (what) => bench.say(bench.words.unsupported[what]),
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
  const gridPlace = placeNamed("grid-place");
  const panePlace = placeNamed("pane-place");
  const host = new Host(setup, bytes, panePlace, () => new Date());
  const bench = new Bench(host);
  let grid: Grid | null = null;
  const ribbon = ribbonReader(setup, host);
  attachClipboard({
    applies: () => keyboardIsGrids(() => grid, gridPlace),
    copied: () => bench.selectedText(),
    cut: () => bench.clear(),
    pasted: (lines) => bench.paste(lines),
  });
  const parts: PageParts = {
    bench,
    gridPlace,
    panePlace,
    ribbon,
    focusGrid: () => grid?.focus(),
    gridReady: () => grid !== null,
  };
  host.onChange(() => {
    bench.paneTitle = ribbon()[0]?.label ?? bench.words.pane;
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
  const ready = startGrid(bench, gridPlace).then(async (started) => {
    grid = started;
    performance.mark("grid");
    host.changed();
    await host.idle();
  });
  window.workbench = browserWorkbench(bench, ready);
  await ready;
}

main().catch((error: unknown) => {
  document.body.textContent = error instanceof Error ? error.message : String(error);
});
