/** axe-core at work in a page or a frame of it, under the page's own content security policy. */
import axe, { type AxeResults, type ElementContext } from "axe-core";
import type { Frame, Page } from "playwright-core";

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What axe finds wrong, one line a rule: its name, its help, and the places.
 * @param rules only these; every rule is asked when left out, best practices included
 */
export async function violations(
  frame: Frame | Page,
  context: ElementContext = "html",
  rules?: readonly string[],
): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(axe.source);
  const found = (await frame.evaluate(
    ([within, only]) =>
      (window.axe as NonNullable<typeof window.axe>).run(within as never, {
        resultTypes: ["violations"],
        ...(only === null ? {} : { runOnly: [...only] }),
      }) as Promise<unknown>,
    [context as unknown, rules ?? null] as const,
  )) as AxeResults;
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ target, html, failureSummary }) => `  ${String(target)} ${html.slice(0, 160)}\n    ${failureSummary ?? ""}`).join("\n")}`,
  );
}

/** Fails with axe's words when there is anything to say. */
export async function expectNoViolations(frame: Frame | Page, context?: ElementContext): Promise<void> {
  expect(await violations(frame, context)).toEqual([]);
}
