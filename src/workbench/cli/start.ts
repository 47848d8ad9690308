/** npm start: the workbench in the browser, with the add-in's own page in a frame. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { startServer } from "../server/server";
import { readCommandLine, UsageError } from "./arguments";
import { fromHere, InputRefused, runCommand, say } from "./command";
import { openBrowser } from "./open-browser";
import { languageOf, WORDS } from "./words";

const ROOT = join(__dirname, "..", "..", "..");
const BUILT = join(ROOT, ".cache", "workbench");
const ADDIN = join(ROOT, "dist", "taskpane.html");
const SAMPLE = join(ROOT, "assets", "sample", "submission.xlsx");

type Words = (typeof WORDS)["zh"];

function readPort(value: string | undefined, said: Words): number {
  const port = Number(value ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(said.portUnfit(value ?? ""));
}

function readPage(value: string | undefined, said: Words): string {
  if (value === undefined) return ADDIN;
  if (/^https?:\/\//i.test(value)) return value;
  const file = fromHere(value);
  if (!existsSync(file)) throw new InputRefused([said.noPage(file)]);
  return file;
}

function readWorkbook(value: string | undefined, said: Words): { name: string; bytes: Uint8Array } {
  const file = value === undefined ? SAMPLE : fromHere(value);
  if (!existsSync(file)) throw new InputRefused([said.noWorkbook(file)]);
  return { name: basename(file), bytes: readFileSync(file) };
}

async function start(argv: readonly string[]): Promise<void> {
  const language = languageOf(argv);
  const said = WORDS[language];
  const { words, values, flags } = readCommandLine(argv, {
    values: ["workbook", "page", "lang", "port"],
    flags: ["no-open"],
  });
  if (words.length > 0) throw new UsageError(said.notUnderstood(words.join(" ")));
  const port = readPort(values.get("port"), said);
  let running;
  try {
    running = await startServer({
      port,
      page: readPage(values.get("page"), said),
      workbook: readWorkbook(values.get("workbook"), said),
      language,
      built: BUILT,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new InputRefused([said.portTaken(port)]);
    throw error;
  }
  say(said.running(running.url));
  if (!flags.has("no-open")) openBrowser(running.url);
  // Until Ctrl+C
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await running.close();
}

if (require.main === module) {
  const argv = process.argv.slice(2);
  const language = languageOf(argv);
  runCommand(WORDS[language].usage, () => start(argv), language);
}
