/**
 * `npm run review`: the real add-in, in the workbench, on a submission workbook. It presses the add-in's own buttons,
 * waits for them and saves what the workbook has become.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { validNumbers } from "../../certificates";
import type { IssueOutcome, ReviewOutcome } from "../../excel";
import { sentenceOf } from "../../messages";
import { policyOf } from "../../policy";
import { report } from "../../results";
import { Workbench } from "..";
import { NotAWorkbookError, type NotAWorkbookKind, openWorkbook, saveWorkbook } from "../xlsx";
import { readCommandLine, UsageError } from "./arguments";
import { AddinDriver, AddinFailure } from "./driver";
import { summaryLines } from "./summary";

const ROOT = resolve(__dirname, "../../..");
const PAGE = join(ROOT, "dist/taskpane.html");
const SAMPLE = join(ROOT, "assets/sample/submission.xlsx");
const USAGE = "用法：npm run review -- IN.xlsx [--out OUT.xlsx] [--json OUT.json] [--certificates] [--adopt-provisional 姓名] [--first-number N]";

interface Job {
  readonly input: string;
  readonly out: string;
  readonly json: string | null;
  readonly adoptBy: string | null;
  readonly certificates: boolean;
  readonly firstNumber: number | null;
}

/** One line a problem; nothing has been written. */
class CannotReview extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join("\n"));
  }
}

function jobsOf(argv: readonly string[]): Job[] {
  const line = readCommandLine(argv, { values: ["out", "json", "adopt-provisional", "first-number"], flags: ["certificates"] });
  const [given, ...more] = line.words;
  if (more.length > 0) throw new UsageError(`一次审核一个工作簿，多出了“${more.join(" ")}”`);
  const first = line.values.get("first-number");
  if (first !== undefined && !/^[1-9]\d{0,3}$/.test(first)) throw new UsageError("--first-number 应为 1 至 9999 的整数");
  const shared = {
    certificates: line.flags.has("certificates"),
    adoptBy: line.values.get("adopt-provisional") ?? null,
    firstNumber: first === undefined ? null : Number(first),
    json: line.values.has("json") ? fromHere(line.values.get("json") ?? "") : null,
  };
  if (given === undefined && line.values.size === 0 && line.flags.size === 0) {
    return [
      { ...shared, input: SAMPLE, out: join(ROOT, "out/sample-open.xlsx") },
      { ...shared, input: SAMPLE, out: join(ROOT, "out/sample-decided.xlsx"), adoptBy: "样例审核人", certificates: true },
    ];
  }
  const input = given === undefined ? SAMPLE : fromHere(given);
  const asked = line.values.get("out");
  const out = asked === undefined ? join(ROOT, "out", `${basename(input, extname(input))}-reviewed.xlsx`) : fromHere(asked);
  for (const target of [out, shared.json]) if (target === input) throw new UsageError("输出文件不能就是输入文件：请给 --out 或 --json 另一个文件名");
  return [{ ...shared, input, out }];
}

const SAVE_AS = "请在 Excel 中打开并另存为“Excel 工作簿 (*.xlsx)”后重试。";
const NOT_A_WORKBOOK: Readonly<Record<NotAWorkbookKind, string>> = {
  empty: "文件是空的，请向单位重新索取。",
  damaged: "文件已损坏或不完整，打不开，请向单位重新索取。",
  encrypted: "工作簿设有打开密码，请在 Excel 中取消密码并保存后重试。",
  old: `是旧版 .xls 工作簿，不能审核，${SAVE_AS}`,
  text: `是文本文件（可能是 CSV），不是 .xlsx 工作簿，${SAVE_AS}`,
  large: "工作簿展开后超过 1.5 GB，不能打开，请删去多余的内容后重试。",
  other: `不是 .xlsx 工作簿，${SAVE_AS}`,
};

function readInput(path: string): Uint8Array {
  if (!existsSync(path)) throw new CannotReview([`${path}：没有这个文件，请核对路径。`]);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CannotReview([`${path}：文件读不了（${error instanceof Error ? error.message : String(error)}）。`]);
  }
}

/** Paths are meant from where npm was called, not from the project's root. */
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function run(job: Job): Promise<void> {
  say(`审核 ${job.input}`);
  const workbook = (() => {
    const bytes = readInput(job.input);
    try {
      return openWorkbook(bytes);
    } catch (error) {
      if (!(error instanceof NotAWorkbookError)) throw error;
      throw new CannotReview([`${basename(job.input)}：${NOT_A_WORKBOOK[error.kind]}`]);
    }
  })();
  for (const warning of workbook.warnings) say(`  注意：${warning}`);
  const workbench = await Workbench.open({ page: PAGE, workbook });
  try {
    const addin = new AddinDriver(workbench, (progress) => say(`  ${progress}`));
    let outcome = (await addin.press("review")) as ReviewOutcome;
    if (job.adoptBy !== null) outcome = (await addin.press("adopt", { "adopt-name": job.adoptBy })) as ReviewOutcome;
    let issued: IssueOutcome | null = null;
    // Another notice may know no certificates: then the pane offers none.
    if (job.certificates && policyOf(outcome.review.policy)?.windows !== undefined) issued = (await addin.press("certificates", job.firstNumber === null ? {} : { "first-number": String(job.firstNumber) })) as IssueOutcome;
    await workbench.idle();
    assertClean(workbench);

    mkdirSync(dirname(job.out), { recursive: true });
    writeFileSync(job.out, saveWorkbook(workbook));
    const numbers = new Map(validNumbers(outcome.submission.ledger, outcome.unit.applicationYear));
    for (const entry of issued?.issued ?? []) numbers.set(entry.registrationNo, entry.certificateNo);
    if (job.json !== null) {
      mkdirSync(dirname(job.json), { recursive: true });
      writeFileSync(job.json, `${JSON.stringify(report(outcome.review, numbers, (finding) => sentenceOf(finding, "zh")), null, 1)}\n`);
    }
    await addin.press("freeze");
    await workbench.idle();
    assertClean(workbench);
    const frozen = job.out.replace(/(\.xlsx)?$/i, ".frozen.xlsx");
    writeFileSync(frozen, saveWorkbook(workbook));

    for (const line of summaryLines(outcome, issued)) say(line);
    const { roundTrips, requestBytes, responseBytes } = workbench.log;
    say(`  Excel 往返 ${roundTrips} 次，发送 ${kilobytes(requestBytes)}，接收 ${kilobytes(responseBytes)}`);
    say(`  审核结果：${job.out}`);
    say(`  固化副本：${frozen}`);
    if (job.json !== null) say(`  报告：${job.json}`);
    say("");
  } finally {
    workbench.close();
  }
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** The workbench refuses what it does not know: an add-in may swallow that, we don't. */
function assertClean(workbench: Workbench): void {
  const { errors, refused } = workbench.log;
  if (refused.length > 0 || errors.length > 0) {
    throw new Error(`the workbench refused or failed: ${[...refused, ...errors.map((error) => `${error.code} ${error.message}`)].join("; ")}`);
  }
}

async function main(): Promise<number> {
  try {
    for (const job of jobsOf(process.argv.slice(2))) await run(job);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`${error.message}。\n${USAGE}\n`);
    else if (error instanceof CannotReview) process.stderr.write(`${error.lines.join("\n")}\n`);
    else if (error instanceof AddinFailure) process.stderr.write(`${error.lines.join("\n")}\n`);
    else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return 1;
    }
    return 2;
  }
}

void main().then((code) => {
  process.exitCode = code;
  // The page's timers may still be waiting; everything is saved.
  setTimeout(() => process.exit(code), 50).unref();
});
