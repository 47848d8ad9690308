/** npm run workbench: runs any page that uses Office.js against a workbook. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Workbench } from "../index";
import type { Workbook } from "../../book/model/workbook";
import { emptyWorkbook, openWorkbook, saveWorkbook } from "../../book/xlsx";

const USAGE =
  "usage: workbench --page PAGE.html [--workbook IN.xlsx] [--out OUT.xlsx] [--json LOG.json] [--timeout SECONDS]";
const DEFAULT_TIMEOUT = 60;

interface Options {
  readonly page: string;
  readonly workbook: string | undefined;
  readonly out: string | undefined;
  readonly json: string | undefined;
  readonly timeout: number;
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");

function readOptions(args: readonly string[]): Options | string[] {
  const text = { type: "string" } as const;
  let values: {
    readonly page?: string;
    readonly workbook?: string;
    readonly out?: string;
    readonly json?: string;
    readonly timeout?: string;
  };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { page: text, workbook: text, out: text, json: text, timeout: text },
    }));
  } catch (error) {
    return [`${messageOf(error)}; ${USAGE}`];
  }
  const problems: string[] = [];
  if (values.page === undefined) problems.push(`--page is missing; ${USAGE}`);
  else if (!existsSync(values.page)) problems.push(`there is no page ${values.page}`);
  if (values.workbook !== undefined && !existsSync(values.workbook))
    problems.push(`there is no workbook ${values.workbook}`);
  const timeout = values.timeout === undefined ? DEFAULT_TIMEOUT : Number(values.timeout);
  if (!(timeout > 0)) problems.push(`--timeout ${values.timeout} is no number of seconds`);
  if (problems.length > 0 || values.page === undefined) return problems;
  return { page: values.page, workbook: values.workbook, out: values.out, json: values.json, timeout };
}

/** Runs the command; gives its exit code. */
export async function main(args: readonly string[], complain: (line: string) => void): Promise<number> {
  const options = readOptions(args);
  if (Array.isArray(options)) {
    options.forEach(complain);
    return 2;
  }
  let workbook: Workbook;
  try {
    workbook = options.workbook === undefined ? emptyWorkbook() : openWorkbook(readFileSync(options.workbook));
  } catch (error) {
    complain(`${options.workbook ?? "the workbook"} cannot be opened: ${messageOf(error)}`);
    return 2;
  }
  const documentName = options.workbook === undefined ? "Book1.xlsx" : basename(options.workbook);
  let timer: NodeJS.Timeout | undefined;
  let workbench: Workbench | undefined;
  try {
    workbench = await Workbench.open({ page: options.page, workbook, documentName, clock: () => new Date() });
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), options.timeout * 1000);
    });
    if ((await Promise.race([workbench.idle(), late])) === "late")
      complain(`the page was not done after ${options.timeout} seconds`);
    const { log } = workbench;
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(log, null, 2)}\n`);
    if (options.out !== undefined) writeFileSync(options.out, saveWorkbook(workbook));
    for (const { code, message } of log.errors) complain(`${code}: ${message.replace(/\s*\n\s*/g, " ")}`);
    for (const what of log.refused) complain(`refused: ${what.replace(/\s*\n\s*/g, " ")}`);
    return log.errors.length + log.refused.length === 0 ? 0 : 1;
  } catch (error) {
    complain(`${options.page} could not be run: ${messageOf(error)}`);
    return 2;
  } finally {
    clearTimeout(timer);
    workbench?.close();
  }
}

if (require.main === module) {
  void main(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`)).then((code) => process.exit(code));
}
