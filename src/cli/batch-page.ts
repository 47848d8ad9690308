/** `npm run batch`: 批量审核 as a page, served on this machine. */
import { join, resolve } from "node:path";
import { readCommandLine, UsageError } from "../workbench/cli/arguments";
import { fromHere, InputRefused, runCommand, say } from "../workbench/cli/command";
import { openBrowser } from "../workbench/cli/open-browser";
import { WORDS } from "../workbench/cli/words";
import { startPageServer } from "./batch/page-server";
import { LANGUAGE, text } from "./speech";
import { today } from "./today";

const ROOT = resolve(__dirname, "../..");

function readPort(value: string | undefined): number {
  const port = Number(value ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(WORDS[LANGUAGE].portUnfit(value ?? ""));
}

runCommand(
  text("batch-page-usage"),
  async () => {
    const { words, values, flags } = readCommandLine(process.argv.slice(2), {
      values: ["port", "ledger", "folder", "lang"],
      flags: ["no-open"],
    });
    if (words.length > 0) throw new UsageError(WORDS[LANGUAGE].notUnderstood(words.join(" ")));
    const port = readPort(values.get("port"));
    const pathOf = (name: string, usual: string): string => {
      const value = values.get(name);
      return value === undefined ? join(ROOT, "out", usual) : fromHere(value);
    };
    let running;
    try {
      running = await startPageServer({
        port,
        built: join(ROOT, ".cache/batch-page"),
        folder: pathOf("folder", "batch"),
        ledger: pathOf("ledger", text("batch-ledger-file")),
        language: LANGUAGE,
        today,
        clock: () => performance.now(),
      });
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
        throw new InputRefused([WORDS[LANGUAGE].portTaken(port)]);
      throw error;
    }
    say(text("batch-page-running", { url: running.url }));
    if (!flags.has("no-open")) openBrowser(running.url);
    // Until Ctrl+C
    await new Promise<void>((done) => {
      process.once("SIGINT", done);
      process.once("SIGTERM", done);
    });
    await running.close();
  },
  LANGUAGE,
);
