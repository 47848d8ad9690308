/** What the commands for the office share: where paths are meant from, what ends well or badly, and how it is said. */
import { resolve } from "node:path";
import { UsageError } from "./arguments";
import { type PageLanguage, WORDS } from "./words";

/** One line a problem of what was given; nothing has been written. */
export class InputRefused extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join("\n"));
  }
}

/** Paths are meant from where npm was called, not from the project's root. */
export const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Prints a line to standard output. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command and ends the process with its exit code. */
export function runCommand(usage: string, work: () => Promise<void>, language: PageLanguage = "zh"): void {
  endWith(exitCodeOf(usage, work, language));
}

/** Ends the process with an exit code. */
export function endWith(exitCode: Promise<number>): void {
  void exitCode.then((code) => {
    process.exitCode = code;
    // The page's timers may still be waiting; everything is saved.
    setTimeout(() => process.exit(code), 50).unref();
  });
}

/** The exit code of a command: 0 done, 2 can't be done with what was given, 1 our own failure. What is wrong goes to stderr. */
export async function exitCodeOf(
  usage: string,
  work: () => Promise<void>,
  language: PageLanguage = "zh",
): Promise<number> {
  const complain = (text: string): boolean => process.stderr.write(`${text}\n`);
  try {
    await work();
    return 0;
  } catch (error) {
    if (error instanceof UsageError) complain(WORDS[language].misused(error.message, usage));
    else if (error instanceof InputRefused) complain(error.lines.join("\n"));
    else {
      complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    }
    return 2;
  }
}
