/** Workers on all cores, each with one workbook at a time: memory is bounded by their number, not by that of the workbooks. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import { text } from "../speech";
import type { Issued, IssueTask, Refused, Reviewed, ReviewTask } from "./task";

/** Old-generation memory of a worker, in megabytes: the largest workbook that can be opened needs less. */
const WORKER_MEGABYTES = 3072;

export class Workers {
  private readonly pool: Piscina;
  readonly count: number;

  /** `count`: null for as many as there are cores. */
  constructor(count: number | null) {
    this.count = count ?? availableParallelism();
    this.pool = new Piscina({
      filename: join(__dirname, "worker.ts"),
      minThreads: 1,
      maxThreads: this.count,
      idleTimeout: Infinity,
      argv: process.argv.slice(2),
      // The sources are TypeScript in workers, too
      execArgv: ["--import", pathToFileURL(require.resolve("tsx")).href],
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
    });
  }

  review(task: ReviewTask, signal: AbortSignal): Promise<Reviewed | Refused> {
    return this.run(task, signal) as Promise<Reviewed | Refused>;
  }

  issue(task: IssueTask, signal: AbortSignal): Promise<Issued | Refused> {
    return this.run(task, signal) as Promise<Issued | Refused>;
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  /** A worker that ends of itself (it has no memory left) takes its own workbook with it, and no other. */
  private async run(task: ReviewTask | IssueTask, signal: AbortSignal): Promise<unknown> {
    try {
      return (await this.pool.run(task, { signal })) as unknown;
    } catch (error) {
      if (signal.aborted) throw error;
      const why = error instanceof Error ? error.message : String(error);
      const refused: Refused = { exit: 2, sha256: "", problems: [text("batch-failed", { why })] };
      return refused;
    }
  }
}

/** Does something to each item, so many at a time, in order of their beginning. Stops beginning when the signal is given. */
export async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const item = items[next++];
      if (item === undefined || signal.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
