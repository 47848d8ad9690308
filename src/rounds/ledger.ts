/** 发证台账 of the round before: a number stays the person's. Nothing here is overwritten; what contradicts is said. */
import { isValid } from "../certificates";
import type { LedgerEntry, Submission } from "../submission/types";

export interface CarriedNumberConflict {
  readonly entry: LedgerEntry;
  /** `number`: somebody else's here; `person`: this person has another valid number here; `status`: here it is 有效 and there 作废, or the other way round. */
  readonly kind: "number" | "person" | "status";
  /** What this workbook's ledger says. */
  readonly own: LedgerEntry;
}

export interface CarriedLedger {
  readonly taken: readonly LedgerEntry[];
  readonly same: number;
  readonly conflicts: readonly CarriedNumberConflict[];
}

/**
 * Numbers of the round before: which are taken over, how many stand here already, and which contradict this workbook's
 * ledger. Compares numbers, then people within one round of numbers.
 */
export function carryLedger(previous: Submission, own: Submission): CarriedLedger {
  const taken: LedgerEntry[] = [];
  const conflicts: CarriedNumberConflict[] = [];
  let same = 0;
  const round = (entry: LedgerEntry): string => entry.certificateNo.split("-")[0] ?? "";
  for (const entry of previous.ledger) {
    if (entry.certificateNo === "") continue;
    const number = own.ledger.find(({ certificateNo }) => certificateNo === entry.certificateNo);
    if (number !== undefined) {
      if (number.registrationNo !== entry.registrationNo) conflicts.push({ entry, kind: "number", own: number });
      else if (isValid(number) !== isValid(entry)) conflicts.push({ entry, kind: "status", own: number });
      else same += 1;
      continue;
    }
    const held = isValid(entry)
      ? own.ledger.find(
          (each) => isValid(each) && each.registrationNo === entry.registrationNo && round(each) === round(entry),
        )
      : undefined;
    if (held !== undefined) conflicts.push({ entry, kind: "person", own: held });
    else taken.push(entry);
  }
  return { taken, same, conflicts };
}
