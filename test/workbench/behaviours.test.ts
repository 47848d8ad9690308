/** The host behaves as Excel is documented to behave, each case through the unmodified office.js. */
import { emptyWorkbook } from "../../src/book/xlsx";
import { closeWorkbenches, run, start } from "./page-harness";
import { BEHAVIOURS } from "./behaviours";

afterEach(closeWorkbenches);

describe.each(Object.entries(BEHAVIOURS))("%s", (_topic, cases) => {
  test.each(cases.map((each) => [each.behaviour, each] as const))("%s", async (_behaviour, each) => {
    const workbook = emptyWorkbook();
    each.given?.(workbook);
    const workbench = await start({ workbook, ...each.options });
    expect(await run(workbench, each.script)).toEqual(each.expected);
    expect(workbench.log.refused).toEqual([]);
  });
});
