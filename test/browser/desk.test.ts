/** A day at the desk: what was reviewed is there when the pane is opened again. */
import { browserTest } from "./browser-test";
import { openWorkbench } from "./workbench";
import { Pane } from "./tour";

const RECORDS = "学时记录";

browserTest(
  "a reviewed workbook shows its review when the pane is opened anew, and corrections count on",
  async (watched) => {
    const workbench = await openWorkbench(watched);
    await new Pane(workbench).review();
    await workbench.page.evaluate(() => window.workbench?.language("en"));
    await workbench.pane.getByRole("tab", { name: /^Overview/ }).waitFor();
    await workbench.idle();
    const { pane } = workbench;
    await pane.getByText(/^Reviewed on \d{4}-\d{2}-\d{2}/).waitFor();
    expect(await pane.getByTestId("welcome").count()).toBe(0);
    await workbench.type(RECORDS, "AC51", "培训通知、结业证书");
    await pane.getByText("Correction judged: 1 row, 1 person").waitFor();
    expect(await workbench.text(RECORDS, "AL51")).toBe("认定");
    await workbench.page.evaluate(() => window.workbench?.language("zh"));
    await pane.getByRole("tab", { name: /^概览/ }).waitFor();
    await pane.getByText(/^审核记录：/).waitFor();
    expect(await pane.getByTestId("stale").count()).toBe(0);
    await workbench.expectNothingRefused();
  },
);
