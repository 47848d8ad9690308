/**
 * Numbers of certificates over many workbooks: given once, in the order of the workbooks, by one ledger of the office.
 * Who holds a number of the year keeps it, and gets no other.
 */
import { isValid, nextNumbers, VALID } from "../certificates";
import type { LedgerEntry } from "../submission/types";

/** Somebody who is ready for a certificate and has no number yet. */
export interface Wanting {
  readonly file: string;
  readonly unitName: string;
  /** The year that certificates of this workbook are numbered by. */
  readonly year: number;
  readonly people: readonly Pick<LedgerEntry, "registrationNo" | "name" | "fromYear" | "toYear" | "handler">[];
}

export interface Allotment {
  /** Numbers by registration number, workbook by workbook. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, LedgerEntry>>;
  /** Who holds a number of the year by another workbook already: a second one would be one too many. */
  readonly refused: readonly {
    readonly file: string;
    readonly registrationNo: string;
    readonly name: string;
    readonly certificateNo: string;
    readonly by: string;
  }[];
  /** To be added to the ledger. */
  readonly fresh: readonly LedgerEntry[];
  /** Numbers have four digits: those whose turn comes after 9999 get none. */
  readonly exhausted: readonly { readonly file: string; readonly registrationNo: string; readonly name: string }[];
}

const LAST_NUMBER = 9999;

/**
 * `ledger`: what the office's ledger holds; `used`: numbers that stand in workbooks and must not be given again; `on`:
 * the day of issue, "YYYY-MM-DD"; `firstNumber`: the next free number, where the office says so.
 */
export function allot(
  ledger: readonly LedgerEntry[],
  used: readonly Pick<LedgerEntry, "certificateNo">[],
  wanting: readonly Wanting[],
  { on, firstNumber }: { readonly on: string; readonly firstNumber?: number },
): Allotment {
  const holders = new Map<string, LedgerEntry>();
  for (const entry of ledger)
    if (isValid(entry)) holders.set(`${entry.certificateNo.slice(0, 4)} ${entry.registrationNo}`, entry);
  const taken = [...ledger, ...used.map(({ certificateNo }) => ({ ...NOBODY, certificateNo }))];
  const counters = new Map<number, () => string>();
  const next = (year: number): string => {
    const counter = counters.get(year) ?? nextNumbers(taken, year, firstNumber);
    counters.set(year, counter);
    return counter();
  };
  const given = new Map<string, ReadonlyMap<string, LedgerEntry>>();
  const fresh: LedgerEntry[] = [];
  const refused: Allotment["refused"][number][] = [];
  const exhausted: Allotment["exhausted"][number][] = [];
  const ended = new Set<number>();
  for (const { file, unitName, year, people } of wanting) {
    const own = new Map<string, LedgerEntry>();
    const origin = originOf(unitName, file);
    for (const person of people) {
      const { registrationNo, name } = person;
      const held = holders.get(`${year} ${registrationNo}`);
      if (held !== undefined) {
        if (held.origin === origin) own.set(registrationNo, held);
        else refused.push({ file, registrationNo, name, certificateNo: held.certificateNo, by: held.origin ?? "" });
        continue;
      }
      const certificateNo = ended.has(year) ? "" : next(year);
      if (certificateNo === "" || Number(certificateNo.slice(5)) > LAST_NUMBER) {
        ended.add(year);
        exhausted.push({ file, registrationNo, name });
        continue;
      }
      const entry: LedgerEntry = { ...NOBODY, ...person, certificateNo, issuedOn: on, origin };
      fresh.push(entry);
      holders.set(`${year} ${registrationNo}`, entry);
      own.set(registrationNo, entry);
    }
    given.set(file, own);
  }
  return { given, refused, fresh, exhausted };
}

const NOBODY: LedgerEntry = {
  certificateNo: "",
  registrationNo: "",
  name: "",
  fromYear: null,
  toYear: null,
  handler: "",
  issuedOn: "",
  status: VALID,
  voidReason: "",
};

/** What 来历 of the office's ledger says: by it the workbook that holds a number is known again. */
export function originOf(unitName: string, file: string): string {
  return `${unitName}（${file}）`;
}
