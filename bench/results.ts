/** What a run of the benchmark says: plain data, as --json writes it. */

/** Milliseconds of one thing over several rounds. */
export interface Times {
  readonly rounds: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface EverythingResult {
  readonly records: number;
  readonly people: number;
  readonly findings: number;
  /** The very first time in a fresh process, ms. */
  readonly first: { readonly read: number; readonly review: number };
  readonly read: Times;
  readonly review: Times;
  readonly both: Times;
}

/** One size under the smallest heap limit that it passes. MB = 1024 × 1024 bytes. */
export interface MemoryRun {
  /** --max-old-space-size of the process, MB. */
  readonly limit: number;
  /** Most memory the process ever held, generator and Node included, MB. */
  readonly peakRss: number;
  /** Live heap after a collection: with the cells alone, with the submission too, with the review too. MB. */
  readonly heap: { readonly cells: number; readonly submission: number; readonly review: number };
}

export interface MemoryResult {
  readonly records: number;
  /** The cells stay alive to the end, as a pane keeps them. */
  readonly kept: MemoryRun;
  /** The cells are let go once they are read. */
  readonly dropped: MemoryRun;
}

export interface ContenderResult {
  readonly name: string;
  readonly times: Times;
  /** Median, nanoseconds a record. */
  readonly perRecord: number;
  /** How many times our core's median. */
  readonly timesOurs: number;
}

export interface SubsetResult {
  readonly records: number;
  /** Core, by hand, then the engines. */
  readonly contenders: readonly ContenderResult[];
}

export interface VersusResult {
  /** Records on which all contenders were compared before anything was timed: generated and golden. */
  readonly compared: { readonly generated: number; readonly golden: number };
  readonly versions: Readonly<Record<string, string>>;
  /** All ways tried to drive an engine, ns a record; the quickest of each is compared. */
  readonly ways: readonly { readonly name: string; readonly perRecord: number }[];
  readonly sizes: readonly SubsetResult[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Load average of the last minute when the run began: above about 1 the figures are noisy. */
  readonly load: number;
}

export interface BenchResult {
  readonly machine: Machine;
  readonly everything: readonly EverythingResult[];
  readonly memory: readonly MemoryResult[];
  readonly versus: VersusResult;
}

export function timesOf(rounds: readonly number[]): Times {
  const sorted = [...rounds].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper);
  return {
    rounds: sorted.length,
    median: (upper + lower) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}
