/** What the page of 批量审核 and its local server say to each other. */
import type { BatchSummary } from "../batch";

export const PATHS = {
  setup: "/setup.json",
  state: "/state.json",
  file: "/file",
  start: "/start",
  cancel: "/cancel",
  clear: "/clear",
  result: "/result",
  summary: "/summary.xlsx",
  all: "/all.zip",
  ledger: "/ledger.xlsx",
} as const;

/** Every request that changes something bears it: pages of other sites can't know it. */
export const TOKEN_HEADER = "x-batch-token";

export interface BatchSetup {
  readonly token: string;
  readonly language: "zh" | "en";
  readonly policies: readonly { readonly id: string; readonly title: string }[];
  /** Where the office's ledger of all units is kept on this machine. */
  readonly ledger: string;
  /** The folder on this machine that holds files and results until they are cleared. */
  readonly folder: string;
}

export interface StartOptions {
  readonly policy: string | null;
  /** Who decides what is open at the provisional reading; null leaves it open. */
  readonly adoptBy: string | null;
  readonly certificates: boolean;
  readonly firstNumber: number | null;
  /** What the workbooks bring is confirmed. */
  readonly trust: boolean;
}

export interface BatchState {
  readonly phase: "collecting" | "running" | "done" | "cancelled" | "failed";
  /** Names of the files that were dropped in. */
  readonly files: readonly string[];
  readonly progress: {
    readonly step: "reviewing" | "issuing";
    readonly done: number;
    readonly total: number;
    readonly seconds: number | null;
  } | null;
  readonly summary: BatchSummary | null;
  /** Why nothing came of it, one line each. */
  readonly failure: readonly string[];
  readonly hasLedger: boolean;
}
