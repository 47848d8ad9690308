/** `npm run blank -- OUT.xlsx`: the blank submission workbook, made by the real add-in in the workbench. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Workbench } from "../workbench";
import { emptyWorkbook, saveWorkbook } from "../book/xlsx/index";
import { readCommandLine, UsageError } from "../workbench/cli/arguments";
import { fromHere, runCommand, say } from "../workbench/cli/command";
import { AddinDriver } from "./driver";
import { LANGUAGE, LOCALE, text } from "./speech";

const ROOT = resolve(__dirname, "../..");

/** Where to; nothing is ever written over. */
function targetOf(argv: readonly string[]): string {
  const [given, ...more] = readCommandLine(argv, { values: ["lang"], flags: [] }).words;
  if (given === undefined) throw new UsageError(text("blank-name-missing"));
  if (more.length > 0) throw new UsageError(text("blank-one-file", { more: more.join(" ") }));
  if (!/\.xlsx$/i.test(given)) throw new UsageError(text("blank-extension"));
  const out = fromHere(given);
  if (existsSync(out)) throw new UsageError(text("blank-exists", { path: out }));
  return out;
}

runCommand(
  text("blank-usage"),
  async () => {
    const out = targetOf(process.argv.slice(2));
    const workbook = emptyWorkbook();
    const workbench = await Workbench.open({
      page: join(ROOT, "dist/taskpane.html"),
      workbook,
      clock: () => new Date(),
      locale: LOCALE,
    });
    try {
      await new AddinDriver(workbench, undefined, LANGUAGE).paper("blank");
      await workbench.settled();
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
    say(text("blank-made", { path: out }));
  },
  LANGUAGE,
);
