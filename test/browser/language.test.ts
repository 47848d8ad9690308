/** Office's display language is the pane's: in English nothing is Chinese but the unit's own words and what stands in its sheets. */
import type { Frame } from "playwright-core";
import { browserTest } from "./browser-test";
import { tour } from "./tour";
import { openWorkbench } from "./workbench";

/** Texts and names with Chinese in them. Runs in the page. */
function chinese(): string[] {
  const found: string[] = [];
  const note = (text: string | null | undefined): void => {
    if (text && /\p{Script=Han}/u.test(text)) found.push(text.replace(/\s+/g, " ").trim());
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) if (node.parentElement?.checkVisibility() === true && node.parentElement.closest("script, style, [lang=zh-CN]") === null) note(node.textContent);
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [aria-valuetext]")) {
    if (!element.checkVisibility()) continue;
    for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) note(element.getAttribute(name));
  }
  return [...new Set(found)];
}

const chineseIn = (frame: Frame): Promise<string[]> => frame.evaluate(chinese);

/** Sheets and marks that are Chinese in every language, and two kinds of unit as the notice has them. */
const NAMES = ["年度汇总", "口径", "审核意见", "发证台账", "合格证明模板", "上轮对照", "已过期", "中央", "省属"];
/** The notice quoted, its clauses, and its number and title. */
const OF_NOTICE = [/「[^」]*」/gu, /(?:正文|附件)[\p{Script=Han}\d.()+]+/gu, /益人社函〔\d+〕\d+号 \p{Script=Han}+\d+\p{Script=Han}+/gu];

const withoutNotice = (text: string): string => OF_NOTICE.reduce((left, pattern) => left.replace(pattern, ""), text);

/** All that the unit has written, and the sheets' own names, headers and codes, which stay Chinese in a Chinese workbook. */
function wordsOfWorkbook(rows: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(rows.flat().flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))];
}

browserTest("in English the pane's own words are English", async (watched) => {
  const workbench = await openWorkbench(watched, { language: "en" });
  const rows = (await Promise.all((await workbench.sheets()).map(async (sheet) => [[sheet], ...(await workbench.rows(sheet, "A1:AG669"))]))).flat();
  const known = [...wordsOfWorkbook(rows), ...NAMES];
  const isKnown = (word: string): boolean => known.some((each) => each.includes(word));
  const found: Record<string, readonly string[]> = {};
  await tour(workbench, async (name) => {
    const own = (await chineseIn(await workbench.paneFrame())).map((text) => [text, (withoutNotice(text).match(/\p{Script=Han}+/gu) ?? []).filter((word) => !isKnown(word))] as const).filter(([, words]) => words.length > 0);
    if (own.length > 0) found[name] = own.map(([text, words]) => `${words.join(" ")} in “${text.slice(0, 120)}”`);
  });
  expect(found).toEqual({});
});

browserTest("the page changes its language while it is open: ribbon and pane follow", async (watched) => {
  const workbench = await openWorkbench(watched);
  const { page } = workbench;
  await page.getByRole("button", { name: "English" }).click();
  await workbench.pane.getByRole("tab", { name: /^Overview/ }).waitFor();
  await page.getByRole("tabpanel").getByRole("button", { name: "Review", exact: true }).waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await workbench.pane.getByRole("tab", { name: /^概览/ }).waitFor();
  await workbench.ribbon("审核").waitFor();
});
