/** The summary of a batch, as `--json` writes it. */
import type { Across } from "./across";

export interface FileSummary {
  /** The workbook's name within the folder, parts joined by "/". */
  readonly file: string;
  /** 0: reviewed, whatever was found; 2: it can't be reviewed. */
  readonly exit: 0 | 2;
  readonly records: number;
  readonly people: number;
  readonly qualified: number;
  readonly unqualified: number;
  readonly pending: number;
  /** Numbers on the pages of this workbook. */
  readonly certificates: readonly string[];
  /** One line each. */
  readonly problems: readonly string[];
}

export interface BatchSummary {
  readonly files: readonly FileSummary[];
  readonly across: readonly Across[];
}
