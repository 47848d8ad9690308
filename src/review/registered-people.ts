/** Who is registered for the submission: the first entry of each number counts, entries without a number stand alone. */
import type { Person } from "../submission/types";

export interface RegisteredPeople {
  /** The first entry of each registration number. */
  readonly registered: ReadonlyMap<string, Person>;
  /** Later entries of a number that is taken already. */
  readonly duplicates: ReadonlyMap<string, readonly Person[]>;
  /** All who are reviewed, in the order of the sheet: first entries, and those without a number. */
  readonly entries: readonly Person[];
}

/** Sorts the rows of 人员信息 into first entries, later entries of the same number, and entries without a number. */
export function registeredPeople(people: readonly Person[]): RegisteredPeople {
  const registered = new Map<string, Person>();
  const unnumbered: Person[] = [];
  const duplicates = new Map<string, Person[]>();
  for (const person of people) {
    const { registrationNo } = person;
    if (registrationNo === "") unnumbered.push(person);
    else if (!registered.has(registrationNo)) registered.set(registrationNo, person);
    else {
      const others = duplicates.get(registrationNo);
      if (others) others.push(person);
      else duplicates.set(registrationNo, [person]);
    }
  }
  const entries = [...registered.values(), ...unnumbered].sort((a, b) => a.place.row - b.place.row);
  return { registered, duplicates, entries };
}
