/** `npm run blank -- OUT.xlsx`: the blank submission workbook, made by the real add-in in the workbench. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Workbench } from "../workbench";
import { emptyWorkbook, saveWorkbook } from "../book/xlsx/index";
import { readCommandLine, UsageError } from "../workbench/cli/arguments";
import { fromHere, runCommand, say } from "../workbench/cli/command";
import { AddinDriver } from "./driver";

const ROOT = resolve(__dirname, "../..");
const USAGE = "用法：npm run blank -- OUT.xlsx";

/** Where to; nothing is ever written over. */
function targetOf(argv: readonly string[]): string {
  const [given, ...more] = readCommandLine(argv, { values: [], flags: [] }).words;
  if (given === undefined) throw new UsageError("请写明要建立的文件名");
  if (more.length > 0) throw new UsageError(`一次建立一个文件，多出了“${more.join(" ")}”`);
  if (!/\.xlsx$/i.test(given)) throw new UsageError("文件名应以 .xlsx 结尾");
  const out = fromHere(given);
  if (existsSync(out)) throw new UsageError(`${out} 已经存在，不会覆盖，请换一个文件名`);
  return out;
}

runCommand(USAGE, async () => {
  const out = targetOf(process.argv.slice(2));
  const workbook = emptyWorkbook();
  const workbench = await Workbench.open({ page: join(ROOT, "dist/taskpane.html"), workbook, clock: () => new Date() });
  try {
    await new AddinDriver(workbench).paper("blank");
    await workbench.idle();
    const { errors, refused } = workbench.log;
    if (refused.length + errors.length > 0)
      throw new Error(
        `the workbench refused or failed: ${[...refused, ...errors.map(({ code, message }) => `${code} ${message}`)].join("; ")}`,
      );
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, saveWorkbook(workbook));
  } finally {
    workbench.close();
  }
  say(`已建立空白申报表：${out}`);
});
