/** npm start: the workbench in the browser, with the add-in's own page in a frame. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { startServer } from "../server/server";
import type { Language } from "../server/setup";
import { readCommandLine, UsageError } from "./arguments";
import { fromHere, InputRefused, runCommand, say } from "./command";

const ROOT = join(__dirname, "..", "..", "..");
const BUILT = join(ROOT, ".cache", "workbench");
const ADDIN = join(ROOT, "dist", "taskpane.html");
const SAMPLE = join(ROOT, "assets", "sample", "submission.xlsx");

const USAGE = `用法：npm start -- [--workbook 文件.xlsx] [--page 网址或文件.html] [--lang zh|en] [--port 端口] [--no-open]
  --workbook  打开哪个工作簿，默认为示例 assets/sample/submission.xlsx
  --page      打开别的加载项页面，默认为本加载项
  --lang      界面语言，默认 zh
  --port      端口，默认 0，即任一空闲端口
  --no-open   不打开浏览器，只显示地址`;

function readLanguage(value: string | undefined): Language {
  if (value === undefined || value === "zh" || value === "en") return value ?? "zh";
  throw new UsageError(`--lang 只能是 zh 或 en，不能是 ${value}`);
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port 应为 0 到 65535 的整数，不能是 ${value ?? ""}`);
}

function readPage(value: string | undefined): string {
  if (value === undefined) return ADDIN;
  if (/^https?:\/\//i.test(value)) return value;
  const file = fromHere(value);
  if (!existsSync(file)) throw new InputRefused([`没有页面 ${file}`]);
  return file;
}

function readWorkbook(value: string | undefined): { name: string; bytes: Uint8Array } {
  const file = value === undefined ? SAMPLE : fromHere(value);
  if (!existsSync(file)) throw new InputRefused([`没有工作簿 ${file}`]);
  return { name: basename(file), bytes: readFileSync(file) };
}

/** Opens an address in the system's browser; without one the printed address remains. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : process.platform === "darwin"
        ? ["open", url]
        : ["xdg-open", url];
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

async function start(argv: readonly string[]): Promise<void> {
  const { words, values, flags } = readCommandLine(argv, {
    values: ["workbook", "page", "lang", "port"],
    flags: ["no-open"],
  });
  if (words.length > 0) throw new UsageError(`不明白 ${words.join(" ")}`);
  const port = readPort(values.get("port"));
  let running;
  try {
    running = await startServer({
      port,
      page: readPage(values.get("page")),
      workbook: readWorkbook(values.get("workbook")),
      language: readLanguage(values.get("lang")),
      built: BUILT,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new InputRefused([`端口 ${port} 已被占用；不写 --port 就用任一空闲端口`]);
    throw error;
  }
  say(`工作台：${running.url}\n按 Ctrl+C 结束`);
  if (!flags.has("no-open")) openBrowser(running.url);
  // Until Ctrl+C
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await running.close();
}

if (require.main === module) runCommand(USAGE, () => start(process.argv.slice(2)));
