/** Rows that came with a workbook, by sheet and by who is said to have signed them. */
import type { IncomingRow } from "../../trust";

export interface IncomingGroup {
  readonly key: string;
  readonly sheet: string;
  /** "" where nobody is said to have signed. */
  readonly by: string;
  readonly rows: readonly IncomingRow[];
}

/** Rows that came with the workbook, gathered by sheet and by who is said to have signed. */
export function incomingGroups(rows: readonly IncomingRow[]): readonly IncomingGroup[] {
  const groups = new Map<string, IncomingRow[]>();
  for (const row of rows) {
    const key = `${row.sheet}\n${row.by}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({ key, sheet: own[0]?.sheet ?? "", by: own[0]?.by ?? "", rows: own }));
}
