/** `npm run review -- FOLDER`: what a batch says in a terminal, and how it is cancelled. */
import type { BatchSummary } from "../../batch";
import { exitCodeOf, InputRefused, say } from "../../workbench/cli/command";
import { LANGUAGE, text } from "../speech";
import { runBatch, type BatchOptions, type BatchProgress } from "./batch";
import { batchJobOf, type BatchJob } from "./options";

/** A line at most so often, in milliseconds: a city's workbooks are many. */
const SAYS_EVERY_MS = 1_000;

/** Gives the exit code: 0 when every file was dealt with, whatever was found. */
export function batchCommand(
  args: readonly string[],
  { today, clock }: Pick<BatchOptions, "today" | "clock">,
): Promise<number> {
  return exitCodeOf(
    text("batch-usage"),
    async () => {
      const job = batchJobOf(args);
      say(text("batch-begins", { folder: job.folder, out: job.out }));
      const cancel = new AbortController();
      const onSignal = (): void => cancel.abort();
      process.once("SIGINT", onSignal);
      process.once("SIGTERM", onSignal);
      try {
        const onProgress = seldom(clock);
        const onWait = (): void => say(text("batch-waits"));
        tell(await runBatch(job, { today, clock, signal: cancel.signal, onProgress, onWait }), job);
      } catch (error) {
        if (cancel.signal.aborted) throw new InputRefused([text("batch-cancelled")]);
        throw onDisk(error) ?? error;
      } finally {
        process.off("SIGINT", onSignal);
        process.off("SIGTERM", onSignal);
      }
    },
    LANGUAGE,
  );
}

/** The disk has no room, or does not let us write: for whoever started the command to put right. Null for another error. */
function onDisk(error: unknown): InputRefused | null {
  if (typeof error !== "object" || error === null || !("code" in error) || !("path" in error)) return null;
  const why = "message" in error ? String(error.message) : String(error.code);
  return new InputRefused([text("file-not-written", { path: String(error.path), why })]);
}

/** Says the first, the last, and what lies between now and then. */
function seldom(clock: () => number): (progress: BatchProgress) => void {
  let said = -Infinity;
  return (progress) => {
    if (progress.done < progress.total && clock() - said < SAYS_EVERY_MS) return;
    said = clock();
    say(text("batch-progress", progress));
  };
}

function tell({ files, across }: BatchSummary, job: BatchJob): void {
  const sum = (key: "records" | "people" | "qualified" | "unqualified" | "pending"): number =>
    files.reduce((total, file) => total + file[key], 0);
  const certificates = files.reduce((total, file) => total + file.certificates.length, 0);
  const refused = files.filter(({ exit }) => exit === 2);
  for (const { file, problems } of files) for (const problem of problems) say(text("batch-refused", { file, problem }));
  for (const code of [...new Set(across.map((each) => each.code))])
    say(text("batch-across", { code, count: across.filter((each) => each.code === code).length }));
  say(
    text("batch-totals", {
      files: files.length,
      refused: refused.length,
      records: sum("records"),
      people: sum("people"),
      qualified: sum("qualified"),
      unqualified: sum("unqualified"),
      pending: sum("pending"),
      certificates,
    }),
  );
  say(text("batch-summary-at", { path: job.summary }));
  if (job.certificates) say(text("batch-ledger-at", { path: job.ledger }));
  if (job.json !== null) say(text("report-at", { path: job.json }));
}
