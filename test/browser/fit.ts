/** Whether what a page shows fits: nothing to scroll sideways, no text that ends at an edge. */
import type { Frame } from "playwright-core";

/** Texts that are cut off, and what is wider than the page, in words. Runs in the page. */
function cut(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.push(`the page is ${root.scrollWidth} wide, ${root.clientWidth} are shown`);
  for (const panel of document.querySelectorAll<HTMLElement>("[role=tabpanel], main, header")) {
    if (panel.checkVisibility() && panel.scrollWidth > panel.clientWidth)
      found.push(`${panel.id || panel.tagName} is ${panel.scrollWidth} wide, ${panel.clientWidth} are shown`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const holder = node.parentElement;
    if (
      holder === null ||
      (node.textContent ?? "").trim() === "" ||
      !holder.checkVisibility({ visibilityProperty: true })
    )
      continue;
    // Texts for screen readers only are a pixel wide; a list of choices draws its own
    if (holder.closest("select, script, style") !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right));
    const left = Math.min(...[...range.getClientRects()].map((rect) => rect.left));
    for (let at: HTMLElement | null = holder; at !== null; at = at.parentElement) {
      const { overflowX, textOverflow, position } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if ((position === "absolute" && box.width <= 1) || overflowX === "auto" || overflowX === "scroll") break;
      if (overflowX === "visible" && at !== document.body) continue;
      // Shortened on purpose, and said in full where the mouse rests
      if (textOverflow === "ellipsis" && at.closest("[title]") !== null) break;
      if (right > box.right + 1 || left < box.left - 1) {
        found.push(
          `“${(node.textContent ?? "").trim().slice(0, 40)}” reaches from ${Math.round(left)} to ${Math.round(right)}, ${at.tagName.toLowerCase()}.${at.className} from ${Math.round(box.left)} to ${Math.round(box.right)}`,
        );
        break;
      }
    }
  }
  return [...new Set(found)];
}

export const cutOff = (frame: Frame): Promise<string[]> => frame.evaluate(cut);
