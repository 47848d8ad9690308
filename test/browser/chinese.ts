/** What of a page in English is Chinese, and may not be. */
import type { Frame } from "playwright-core";
import { unexpectedChinese } from "../support/chinese";
import type { WorkbenchPage } from "./workbench";

/** Texts and names with Chinese in them. Runs in the page. */
function chinese(): string[] {
  const found: string[] = [];
  const note = (text: string | null | undefined): void => {
    if (text && /\p{Script=Han}/u.test(text)) found.push(text.replace(/\s+/g, " ").trim());
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    if (
      node.parentElement?.checkVisibility() === true &&
      node.parentElement.closest("script, style, [lang=zh-CN]") === null
    )
      note(node.textContent);
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [aria-valuetext]")) {
    if (!element.checkVisibility()) continue;
    for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) note(element.getAttribute(name));
  }
  return [...new Set(found)];
}

/** All that stands in the workbook: what the unit has written, the sheets' names and headers, which stay Chinese. */
export async function wordsOfWorkbook(workbench: WorkbenchPage): Promise<readonly string[]> {
  const rows = await Promise.all(
    (await workbench.sheets()).map(async (sheet) => [[sheet], ...(await workbench.rows(sheet, "A1:AG669"))]),
  );
  return [...new Set(rows.flat(2).flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))];
}

/** Chinese words of the page's own, each with the text it stands in. */
export async function ownChinese(frame: Frame, wordsOfUnit: readonly string[]): Promise<readonly string[]> {
  const own = (text: string): readonly string[] => unexpectedChinese(text, wordsOfUnit);
  return (await frame.evaluate(chinese))
    .map((text) => [text, own(text)] as const)
    .flatMap(([text, words]) => (words.length === 0 ? [] : [`${words.join(" ")} in “${text.slice(0, 120)}”`]));
}
