/** 发证台账: numbers that are never used twice, and what may go wrong with a ledger that people edit. */
import type { Finding } from "../review/types";
import type { LedgerReading } from "../submission";
import type { InputProblem, LedgerEntry } from "../submission/types";
import { SHEETS } from "../submission/vocabulary";
import { entryKey, NOTHING_ELSEWHERE, type GivenElsewhere } from "./types";

export const LEDGER_SHEET = SHEETS.ledger;
export const VALID = "有效";
export const VOID = "作废";

/** True for an entry that has a number and is not 作废. */
export function isValid(entry: LedgerEntry): boolean {
  return entry.certificateNo !== "" && entry.status !== VOID;
}

/** The number that a person already holds in a round, null when there is none. */
export function validNumber(ledger: readonly LedgerEntry[], registrationNo: string, year: number): LedgerEntry | null {
  return (
    ledger.find(
      (entry) =>
        isValid(entry) && entry.registrationNo === registrationNo && entry.certificateNo.startsWith(`${year}-`),
    ) ?? null
  );
}

/** Valid numbers of a round by registration number, as the report names them. */
export function validNumbers(ledger: readonly LedgerEntry[], year: number): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const entry of ledger) {
    if (isValid(entry) && entry.certificateNo.startsWith(`${year}-`) && !numbers.has(entry.registrationNo)) {
      numbers.set(entry.registrationNo, entry.certificateNo);
    }
  }
  return numbers;
}

/**
 * Hands out `{year}-{4 digits}`, rising, beginning with the office's next free number or after the highest one used.
 * Voided numbers count as used; a first number that lies among the used ones is moved behind them.
 * `missing`: used as well, though the ledger does not know.
 */
export function nextNumbers(
  ledger: readonly LedgerEntry[],
  year: number,
  firstNumber?: number,
  missing: readonly string[] = [],
): () => string {
  const used = [...ledger.map(({ certificateNo }) => certificateNo), ...missing].flatMap((certificateNo) => {
    const match = /^(\d{4})-(\d{4,})$/.exec(certificateNo);
    return match !== null && Number(match[1]) === year ? [Number(match[2])] : [];
  });
  let next = used.reduce((highest, number) => Math.max(highest, number + 1), firstNumber ?? 1);
  return () => `${year}-${String(next++).padStart(4, "0")}`;
}

export interface LedgerConflict {
  readonly code: "certificate-number-duplicate" | "ledger-out-of-order";
  /** 0-based positions in the ledger of the entries that must not be printed until one is voided. */
  readonly entries: readonly number[];
  readonly value: string;
}

/**
 * Two valid entries with one number, valid entries whose dates of issue go back, and numbers that were given to somebody
 * else before (`elsewhere`).
 */
export function ledgerConflicts(
  ledger: readonly LedgerEntry[],
  elsewhere: GivenElsewhere = NOTHING_ELSEWHERE,
): readonly LedgerConflict[] {
  const conflicts: LedgerConflict[] = [];
  const isElsewhere = (entry: LedgerEntry | undefined): boolean =>
    entry !== undefined && elsewhere.conflicting.has(entryKey(entry));
  const byNumber = new Map<string, number[]>();
  let latest: { readonly at: number; readonly day: string } | null = null;
  ledger.forEach((entry, at) => {
    if (!isValid(entry)) return;
    const same = byNumber.get(entry.certificateNo);
    if (same === undefined) byNumber.set(entry.certificateNo, [at]);
    else same.push(at);
    const day = isoDateOf(entry.issuedOn);
    if (day === null) return;
    if (latest !== null && day < latest.day) {
      const value = `${entry.certificateNo} ${entry.issuedOn}`;
      conflicts.push({ code: "ledger-out-of-order", entries: [latest.at, at], value });
    } else {
      latest = { at, day };
    }
  });
  for (const [value, entries] of byNumber) {
    if (entries.length > 1 || entries.some((at) => isElsewhere(ledger[at])))
      conflicts.push({ code: "certificate-number-duplicate", entries, value });
  }
  return conflicts;
}

/** A conflict as findings, one on each ledger line it blocks. `rows`: sheet rows of the entries (0-based). */
export function conflictFindings(
  conflict: LedgerConflict,
  ledger: readonly LedgerEntry[],
  rows: readonly number[],
  clause: string,
): readonly Finding[] {
  return conflict.entries.flatMap((at) => {
    const entry = ledger[at];
    if (entry === undefined) return [];
    return [
      {
        code: conflict.code,
        severity: "error" as const,
        clause,
        place: { sheet: LEDGER_SHEET, row: rows[at] ?? at + 1, column: 0 },
        registrationNo: entry.registrationNo,
        name: entry.name,
        details: { value: conflict.value },
      },
    ];
  });
}

/** What the pane shows of a ledger, and what stands in the way of printing. */
export interface LedgerState {
  readonly entries: readonly LedgerRow[];
  readonly conflicts: readonly { readonly finding: Finding; readonly entries: readonly LedgerRow[] }[];
  /** Why the sheet can't be read at all. */
  readonly problems: readonly InputProblem[];
  /** Numbers that this machine has seen given and that do not stand in the ledger. */
  readonly missing: readonly string[];
}

export interface LedgerRow extends LedgerEntry {
  /** 0-based row of the sheet. */
  readonly row: number;
}

/** Its findings name no clause: a ledger is looked at also where no notice is known yet. */
export function ledgerState(reading: LedgerReading, elsewhere: GivenElsewhere = NOTHING_ELSEWHERE): LedgerState {
  if (!reading.ok) return { entries: [], conflicts: [], problems: reading.problems, missing: [] };
  const entries = reading.rows.map(({ row, entry }) => ({ ...entry, row }));
  const conflicts = ledgerConflicts(entries, elsewhere).flatMap((conflict) => {
    const [finding] = conflictFindings(
      conflict,
      entries,
      entries.map(({ row }) => row),
      "",
    );
    const involved = conflict.entries.flatMap((at) => entries[at] ?? []);
    return finding === undefined ? [] : [{ finding, entries: involved }];
  });
  return { entries, conflicts, problems: [], missing: elsewhere.missing };
}

/** The last day on which a valid number was given; null when none has a date. */
export function latestIssue(ledger: readonly LedgerEntry[]): string | null {
  return ledger.reduce<string | null>((latest, entry) => {
    const day = isValid(entry) ? isoDateOf(entry.issuedOn) : null;
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
}

/** "YYYY-MM-DD" of a date in any of the usual written forms, null when it is none. */
export function isoDateOf(text: string): string | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day] = match;
  return `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
}
