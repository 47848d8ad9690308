import type { Page } from "playwright-core";

/** The day that the page's own clock says (YYYY-MM-DD): the pane writes it down with decisions. */
export const pageToday = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  });
