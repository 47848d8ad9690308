/** 100,000 findings, from a real workbook through a real review: few rows in the page, right counts. */
import { reviewSubmission } from "../../src/review";
import { readSubmission } from "../../src/submission";
import { browserTest } from "./browser-test";
import { manyFindings, workbookOfFindings } from "./many-findings";
import { Pane } from "./tour";
import { eventually, openWorkbench } from "./workbench";

const AT_LEAST = 100_000;
const MAX_ROWS_IN_PAGE = 60;
/** A person whose name is the beginning of nobody else's. */
const SOMEBODY = "张样297";

browserTest(
  "100,000 findings: at most 60 rows in the page wherever it is scrolled to; search and filters count right",
  async (watched) => {
    const reading = readSubmission(manyFindings(AT_LEAST));
    if (!reading.ok) throw new Error("the submission cannot be read");
    const { findings } = reviewSubmission(reading.submission);
    expect(findings.length).toBeGreaterThanOrEqual(AT_LEAST);
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const ofSomebody = findings.filter(({ name }) => name === SOMEBODY).length;
    expect(ofSomebody).toBeGreaterThan(100);

    const workbench = await openWorkbench(watched, { workbook: workbookOfFindings(AT_LEAST) });
    workbench.page.setDefaultTimeout(60_000);
    const pane = new Pane(workbench);
    await pane.review();
    const view = await pane.open("findings");
    const list = view.getByRole("list", { name: "审核意见" });
    const rows = (): Promise<number> => list.getByRole("listitem").count();
    const expectFewRows = (): Promise<void> =>
      eventually(async () => {
        const count = await rows();
        expect(count).toBeGreaterThan(3);
        expect(count).toBeLessThanOrEqual(MAX_ROWS_IN_PAGE);
      });
    const expectCount = (text: string): Promise<void> => view.getByText(text, { exact: true }).waitFor();
    await expectCount(`${findings.length} 条`);
    expect(await list.getByRole("listitem").first().getAttribute("aria-setsize")).toBe(String(findings.length));

    for (const share of [0, 0.0005, 0.1, 0.37, 0.5, 0.9, 1]) {
      await list.evaluate(
        (element, to) => void (element.parentElement!.scrollTop = element.parentElement!.scrollHeight * to),
        share,
      );
      await expectFewRows();
    }
    await list.getByRole("button").last().focus();
    await workbench.page.keyboard.press("Home");
    await eventually(async () =>
      expect(await list.locator(":focus").locator("xpath=..").getAttribute("aria-posinset")).toBe("1"),
    );
    await workbench.page.keyboard.press("End");
    await eventually(async () =>
      expect(await list.locator(":focus").locator("xpath=..").getAttribute("aria-posinset")).toBe(
        String(findings.length),
      ),
    );
    await expectFewRows();

    await view.getByRole("button", { name: `错误 ${errors}` }).click();
    await expectCount(`${errors} / ${findings.length} 条`);
    await expectFewRows();
    await view.getByRole("button", { name: `错误 ${errors}` }).click();
    await view.getByRole("searchbox").fill(SOMEBODY);
    await expectCount(`${ofSomebody} / ${findings.length} 条`);
    await expectFewRows();
    await view.getByRole("searchbox").fill("");
    for (const grouping of ["person", "code"]) {
      await view.getByRole("combobox", { name: "分组" }).selectOption(grouping);
      await expectFewRows();
      await view.getByRole("button", { name: "全部折叠" }).click();
      await workbench.idle();
      await expectFewRows();
    }
    await workbench.expectNothingRefused();
  },
);
