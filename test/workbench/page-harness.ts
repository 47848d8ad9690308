/** A workbench with the plain page, and scripts run in it through the unmodified office.js. */
import { join } from "node:path";
import { emptyWorkbook } from "../../src/book/xlsx";
import { Workbench, type WorkbenchOptions } from "../../src/workbench";
import { testClock } from "../support/clock";

const page = join(__dirname, "pages", "basic.html");

const open: Workbench[] = [];

/** Closes every workbench of a test; call it in afterEach. */
export function closeWorkbenches(): void {
  for (const workbench of open.splice(0)) workbench.close();
}

export async function start(options: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
  const workbench = await Workbench.open({ page, workbook: emptyWorkbook(), clock: testClock, ...options });
  open.push(workbench);
  await workbench.window.eval("window.ready");
  await workbench.settled();
  return workbench;
}

/** Runs the body of an Excel.run in the page (context `c`, sheet `s`: the active one or the one named); gives its result, or the error's code. */
export async function run(workbench: Workbench, body: string, sheet?: string): Promise<unknown> {
  const chosen = sheet === undefined ? "getActiveWorksheet()" : `getItem(${JSON.stringify(sheet)})`;
  const code = `Excel.run(async (c) => { const s = c.workbook.worksheets.${chosen}; ${body} })
    .then((value) => JSON.stringify({ value: value === undefined ? null : value }), (error) => JSON.stringify({ value: error.code || String(error) }))`;
  return (JSON.parse((await workbench.window.eval(code)) as string) as { value: unknown }).value;
}
