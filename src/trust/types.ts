/**
 * trust/: tells what this office wrote or confirmed from what a unit brought. A row counts when it bears the office's
 * mark, a keyed hash that nobody can make without the office's key. Pure: whoever holds the key is handed in.
 */
/** Makes marks with the office's key: the same text gives the same mark, and nobody without the key can make it. */
export interface Sealer {
  /** The mark of a text, as printable ASCII. */
  readonly seal: (text: string) => Promise<string>;
}

/** A row of one of the office's sheets that says something: a decision, a proven year, a number. */
export interface Claim {
  readonly sheet: string;
  /** 0-based row of the sheet. */
  readonly row: number;
  /** What the mark stands for: every cell that counts, as text. */
  readonly text: string;
  /** What stands in the mark's cell. */
  readonly mark: string;
  /** 来历 as it stands. */
  readonly origin: string;
  /** Who is said to have signed; "" when nobody is. */
  readonly by: string;
  /** What the row is about, in a few words a person finds it by. */
  readonly about: string;
}

/** What came with the workbook and nobody of the office has dealt with. */
export interface Incoming {
  readonly rows: readonly IncomingRow[];
  /** Keys of stored settings that the office has not made. */
  readonly settings: readonly string[];
  /** Sheets that are read although nobody sees them. */
  readonly hiddenSheets: readonly string[];
  /** Sheets of the unit's own under one of our names, and what they are renamed to. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** This office has reviewed the workbook before: what is fresh was typed, or came, since. */
  readonly reviewed: boolean;
}

/** One claim that came with the workbook. */
export interface IncomingRow extends Pick<Claim, "sheet" | "row" | "by" | "about"> {
  /** A decision that no review has seen as it stands: 来历 says nothing of it. Never a number or a proven year. */
  readonly fresh: boolean;
}

export const NOTHING_INCOMING: Incoming = { rows: [], settings: [], hiddenSheets: [], renamed: [], reviewed: false };
