/** The host behaves as Excel is documented to behave, each case through the unmodified office.js. */
import { emptyWorkbook } from "../../src/book/xlsx";
import { closeBenches, run, start } from "./bench";
import { BEHAVIOURS } from "./behaviours";

afterEach(closeBenches);

describe.each(Object.entries(BEHAVIOURS))("%s", (_topic, cases) => {
  test.each(cases.map((each) => [each.behaviour, each] as const))("%s", async (_behaviour, each) => {
    const workbook = emptyWorkbook();
    each.given?.(workbook);
    const bench = await start({ workbook, ...each.options });
    expect(await run(bench, each.script)).toEqual(each.expected);
    expect(bench.log.refused).toEqual([]);
  });
});
