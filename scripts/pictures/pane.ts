/** Pictures of the pane: the built add-in in the browser workbench, in a real browser, at its widths and in its looks. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openWorkbook, saveWorkbook } from "../../src/book/xlsx";
import { issueCertificates } from "../../src/taskpane/actions/issue-certificates";
import { paletteFor } from "../../src/taskpane/common/theme";
import { officeColours, type ThemeName } from "../../src/workbench/browser/themes";
import { launchBrowser, openWatched } from "../../test/browser/browser";
import { Pane } from "../../test/browser/tour";
import { eventually, openWorkbench, SAMPLE, type OpenOptions, type WorkbenchPage } from "../../test/browser/workbench";
import { smallPng } from "./small-png";

const WIDTHS = [320, 450] as const;
const NARROW = WIDTHS[0];
const PANE_HEIGHT = 900;
/** As most offices have it. */
const SCREEN = { width: 1366, height: 768 };
/** Letters stay sharp where a page shows the picture larger, at half the bytes of 2. */
const SCALE = 1.5;
/** Per cent at which a review begins to write. */
const WRITING = 40;
export const LOOKS: readonly ThemeName[] = ["light", "dark", "nightSky"];

const RECORDS = "学时记录";
/** 赵拟宁's public course of 2014 lacks a certificate of completion: the year and the person hang on it. */
const LACKING = { row: 51, evidence: "AC51", problem: "AM51", corrected: "培训通知、结业证书" } as const;

interface Album {
  readonly folder: string;
  readonly looks: readonly ThemeName[];
}

/** All pictures of the pane, and the one of the whole workbench. */
export async function shootPane(album: Album): Promise<void> {
  const browser = await launchBrowser();
  try {
    await shootViews(browser, album);
    await shootProgress(browser, album);
    await shootLive(browser, album);
    await shootMissingSheet(browser, album);
    await shootWholeWorkbench(browser, album);
  } finally {
    await browser.close();
  }
}

async function inWorkbench(browser: Browser, options: OpenOptions, work: (pane: Pane) => Promise<void>): Promise<void> {
  const watched = await openWatched(browser, { viewport: SCREEN, deviceScaleFactor: SCALE });
  const workbench = await openWorkbench(watched, options);
  try {
    await work(new Pane(workbench));
  } finally {
    await watched.context.close();
  }
  if (watched.faults.length > 0) throw new Error(`faults of the page:\n${watched.faults.join("\n")}`);
}

/** Every view as it is worked in: most before the readings are decided, certificates after. */
async function shootViews(browser: Browser, album: Album): Promise<void> {
  await inWorkbench(browser, {}, async (pane) => {
    await makePaneHigh(pane.workbench);
    await shoot(pane, album, "empty", NARROW, "light");
    await pane.review();
    await everyWay(pane, album, "overview", () => pane.open("overview"));
    await everyWay(pane, album, "findings", () => showLackingEvidence(pane));
    await everyWay(pane, album, "decide", async () => {
      await pane.part("questions");
      await pane.press("decide", `${pane.words.decide.choose} J-01`);
    });
    await everyWay(pane, album, "people", () => pane.open("people"));
    await everyWay(pane, album, "papers", () => pane.open("papers"));
    await pane.open("decide");
    await pane.back("decide");
    await pane.adopt();
    await everyWay(pane, album, "certificates", () => pane.press("certificates", pane.of(issueCertificates).button));
  });
}

async function everyWay(pane: Pane, album: Album, name: string, go: () => Promise<unknown>): Promise<void> {
  await go();
  for (const width of WIDTHS) for (const look of album.looks) await shoot(pane, album, name, width, look);
}

/** The list stands at the record that lacks evidence, its detail is open. */
async function showLackingEvidence(pane: Pane): Promise<void> {
  const { workbench, words } = pane;
  await pane.open("findings");
  await workbench.select(RECORDS, `A${LACKING.row}`);
  await pane
    .view("findings")
    .getByRole("region", { name: words.finding.detail })
    .getByText(words.finding.explained.evidence, { exact: true })
    .waitFor();
}

/** A review that stands still for its picture: once it writes, Excel hears nothing of it any more. */
async function shootProgress(browser: Browser, album: Album): Promise<void> {
  await inWorkbench(browser, {}, async (pane) => {
    const { frame, words, workbench } = pane;
    await makePaneHigh(workbench);
    await (
      await workbench.paneFrame()
    ).evaluate((writing) => {
      new MutationObserver(() => {
        if (Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")) >= writing)
          window.parent.postMessage = () => undefined;
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    }, WRITING);
    await frame.getByRole("banner").getByRole("button", { name: words.review, exact: true }).click();
    await eventually(async () =>
      assert.ok(Number(await frame.getByRole("progressbar").getAttribute("aria-valuenow")) >= WRITING),
    );
    await frame.locator("body").hover({ position: { x: 2, y: 2 } });
    keep(album, fileName("progress", NARROW, "light"), await take(pane));
  });
}

/** A correction that was judged by itself, then a sort that made the results older than the sheet. */
async function shootLive(browser: Browser, album: Album): Promise<void> {
  await inWorkbench(browser, {}, async (pane) => {
    const { workbench, words } = pane;
    await makePaneHigh(workbench);
    await pane.review();
    await workbench.type(RECORDS, LACKING.evidence, LACKING.corrected);
    await pane.frame.getByText(words.updated(1, 1)).waitFor();
    await pane.open("overview");
    await shoot(pane, album, "updated", NARROW, "light");
    await workbench.sort(RECORDS, "A4:AN668", 1, false);
    await pane.frame.getByTestId("stale").waitFor();
    await workbench.idle();
    await shoot(pane, album, "outdated", NARROW, "light");
  });
}

/** A workbook whose records are not there: what a person sees who opened the wrong file. */
async function shootMissingSheet(browser: Browser, album: Album): Promise<void> {
  const workbook = openWorkbook(readFileSync(SAMPLE));
  for (const sheet of [...workbook.sheets]) if (sheet.name === RECORDS) workbook.removeSheet(sheet);
  await inWorkbench(browser, { workbook: { name: "submission.xlsx", bytes: saveWorkbook(workbook) } }, async (pane) => {
    await makePaneHigh(pane.workbench);
    await pane.frame.getByRole("banner").getByRole("button", { name: pane.words.review, exact: true }).click();
    await pane.frame.getByRole("button", { name: pane.words.retry }).waitFor();
    await shoot(pane, album, "missing-sheet", NARROW, "light");
  });
}

/** Grid and pane together, on the screen that most offices have. */
async function shootWholeWorkbench(browser: Browser, album: Album): Promise<void> {
  await inWorkbench(browser, {}, async (pane) => {
    const { workbench } = pane;
    await pane.review();
    await showLackingEvidence(pane);
    // What the review has written beside the record
    await workbench.select(RECORDS, LACKING.problem);
    await workbench.dress("light");
    await settle(pane, "light");
    keep(album, "workbench.png", await workbench.page.screenshot({ animations: "disabled" }));
  });
}

/** The window is made as much higher as the pane lacks. */
async function makePaneHigh(workbench: WorkbenchPage): Promise<void> {
  const { page } = workbench;
  const height = (await page.locator(".pane-element iframe").boundingBox())?.height ?? PANE_HEIGHT;
  await page.setViewportSize({ width: SCREEN.width, height: SCREEN.height + PANE_HEIGHT - Math.round(height) });
  await workbench.idle();
}

const fileName = (name: string, width: number, look: ThemeName): string => `pane-${name}-${width}-${look}.png`;

async function shoot(pane: Pane, album: Album, name: string, width: number, look: ThemeName): Promise<void> {
  if (!album.looks.includes(look)) return;
  if ((await pane.workbench.paneWidth()) !== width) await pane.workbench.widenPane(width);
  await pane.workbench.dress(look);
  await settle(pane, look);
  keep(album, fileName(name, width, look), await take(pane));
}

/** Until the pane wears the look, and nothing is under way; the mouse rests where nothing answers to it. */
async function settle({ workbench }: Pane, look: ThemeName): Promise<void> {
  await workbench.pane.locator("body").hover({ position: { x: 2, y: 2 } });
  await workbench.idle();
  const wanted = paletteFor(officeColours(look), false).page;
  await (
    await workbench.paneFrame()
  ).waitForFunction((page) => {
    const probe = document.createElement("i");
    probe.style.background = page;
    document.body.append(probe);
    const same = getComputedStyle(probe).backgroundColor === getComputedStyle(document.body).backgroundColor;
    probe.remove();
    return same;
  }, wanted);
}

const take = ({ workbench }: Pane): Promise<Buffer> =>
  workbench.page.locator(".pane-element iframe").screenshot({ animations: "disabled" });

function keep({ folder }: Album, file: string, picture: Buffer): void {
  writeFileSync(join(folder, file), smallPng(picture));
}
