/**
 * 登记证书编号: the key is folded (NFKC, no spaces, capitals), for comparing only; what is printed, listed and written is
 * the number as it was handed in, trimmed.
 */
import type { CellValue } from "../grid/address";
import { givenText, isErrorValue, registrationNoOf } from "./text";
import type { Submission } from "./types";

/** A number as key, and as it was handed in where that differs. */
export interface RegistrationNumber {
  readonly registrationNo: string;
  readonly registrationNoText?: string;
}

/** The number in a cell; an error value is none. */
export function registrationNumber(cell: CellValue | undefined): RegistrationNumber {
  const registrationNo = isErrorValue(cell) ? "" : registrationNoOf(cell);
  return numberAs(registrationNo, givenText(cell));
}

/** A key with the text that stands for it. */
export function numberAs(registrationNo: string, text: string | undefined): RegistrationNumber {
  return text === undefined || text === registrationNo
    ? { registrationNo }
    : { registrationNo, registrationNoText: text };
}

/** The number as it was handed in. */
export function shownNumber({ registrationNo, registrationNoText }: RegistrationNumber): string {
  return registrationNoText ?? registrationNo;
}

/**
 * Tells a key's number as it was handed in: as 人员信息 has it, of people who are not on it as their first record has it.
 * A key that nothing of the submission has stays as it is.
 */
export function shownNumbers({ people, records }: Pick<Submission, "people" | "records">): (key: string) => string {
  const texts = new Map<string, string>();
  const listed = new Set(people.map(({ registrationNo }) => registrationNo));
  for (const { registrationNo, registrationNoText } of people) {
    if (registrationNoText !== undefined && !texts.has(registrationNo)) texts.set(registrationNo, registrationNoText);
  }
  for (const { registrationNo, registrationNoText } of records) {
    if (registrationNoText !== undefined && !listed.has(registrationNo) && !texts.has(registrationNo))
      texts.set(registrationNo, registrationNoText);
  }
  return (key) => texts.get(key) ?? key;
}
