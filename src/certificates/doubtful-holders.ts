/** Valid certificates whose holders the submission no longer bears out, and people about to get a second one. */
import type { Review } from "../review/types";
import { numberAs } from "../submission";
import { labelOf } from "../submission/text";
import type { LedgerEntry, Submission } from "../submission/types";
import { isValid } from "./ledger";

export interface DoubtfulHolder {
  readonly certificateNo: string;
  readonly registrationNo: string;
  /** The number as the ledger has it; only where that differs from the key. */
  readonly registrationNoText?: string;
  readonly name: string;
  /**
   * `gone`: not in the submission; `renumbered`: in it under another registration number, and so about to get a second
   * certificate; `name`: the number belongs to another name now; `verdict`: no longer 合格.
   */
  readonly why: "gone" | "renumbered" | "name" | "verdict";
  /** The person's new registration number, where `why` is `renumbered`. */
  readonly now?: string;
}

/**
 * Holders of valid numbers of the submission's year that it no longer bears out, in the order of the ledger. `renumbered`:
 * new registration numbers by old ones, as a comparison of rounds knows them; besides, a holder who is gone is taken to be
 * the one person of the same name who holds no number.
 */
export function doubtfulHolders(
  ledger: readonly LedgerEntry[],
  submission: Submission,
  review: Review,
  renumbered: ReadonlyMap<string, string> = new Map(),
): readonly DoubtfulHolder[] {
  const valid = ledger.filter(
    (entry) => isValid(entry) && entry.certificateNo.startsWith(`${submission.unit.applicationYear}-`),
  );
  const holders = new Set(valid.map(({ registrationNo }) => registrationNo));
  const people = new Map(submission.people.map((person) => [person.registrationNo, person]));
  const verdicts = new Map(review.people.map(({ registrationNo, verdict }) => [registrationNo, verdict]));
  const namesake = (name: string): string | undefined => {
    const [one, ...others] = [...people.values()].filter(
      (person) => !holders.has(person.registrationNo) && labelOf(person.name) === labelOf(name),
    );
    return others.length === 0 ? one?.registrationNo : undefined;
  };
  return valid.flatMap(({ certificateNo, registrationNo, registrationNoText, name }): DoubtfulHolder[] => {
    const person = people.get(registrationNo);
    const known = { certificateNo, ...numberAs(registrationNo, registrationNoText), name };
    if (person === undefined) {
      const now = renumbered.get(registrationNo) ?? namesake(name);
      return [now === undefined ? { ...known, why: "gone" } : { ...known, why: "renumbered", now }];
    }
    if (labelOf(person.name) !== labelOf(name)) return [{ ...known, why: "name" }];
    return verdicts.get(registrationNo) === "qualified" ? [] : [{ ...known, why: "verdict" }];
  });
}

/** Who is about to get a second valid number: the number that is valid already, by the new registration number. */
export function secondNumbers(holders: readonly DoubtfulHolder[]): ReadonlyMap<string, DoubtfulHolder> {
  return new Map(holders.flatMap((holder) => (holder.now === undefined ? [] : [[holder.now, holder] as const])));
}
