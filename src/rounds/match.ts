/**
 * Who and what of a round is who and what of the round before. Nothing is guessed: where more than one row could be meant,
 * the old one is removed and the new ones are added, and what they look like is said.
 */
import type { Person, Submission } from "../submission/types";
import type { WorkbookGrids } from "../submission/grid";
import { labelOf, normalisedTitle } from "../submission/text";
import { headerOf, SHEETS } from "../submission/vocabulary";
import { changesOf, comparedColumns, rowsOf, type CellChange, type ComparedCells } from "./cells";

/** A submission and the grids it was read from. */
export interface RoundSide {
  readonly submission: Submission;
  readonly grids: WorkbookGrids;
}

interface Pair {
  /** 0-based rows of the sheet in the two workbooks. */
  readonly before: number;
  readonly after: number;
  /** Empty: nothing that matters has changed. */
  readonly changes: readonly CellChange[];
}

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly added: readonly number[];
  /** Rows that are gone, with the added rows that they resemble too much to say which one they became. */
  readonly removed: readonly { readonly before: number; readonly resembles: readonly number[] }[];
}

export interface RoundMatching {
  readonly people: Matching;
  readonly records: Matching;
  /** Registration numbers of people whose number changed: old → new. */
  readonly renumbered: ReadonlyMap<string, string>;
}

/**
 * Lays people and records of two rounds beside each other. A person whose registration number was corrected is found
 * first, so that the records follow.
 */
export function matchRounds(before: RoundSide, after: RoundSide): RoundMatching {
  const people = matchPeople(before, after);
  const numbers = (side: RoundSide): ReadonlyMap<number, string> =>
    new Map(side.submission.people.map(({ place, registrationNo }) => [place.row, registrationNo]));
  const [old, now] = [numbers(before), numbers(after)];
  const renumbered = new Map(
    people.pairs.flatMap((pair): [string, string][] => {
      const [from, to] = [old.get(pair.before) ?? "", now.get(pair.after) ?? ""];
      return from === to ? [] : [[from, to]];
    }),
  );
  return { people, records: matchRecords(before, after, renumbered), renumbered };
}

/** Rows of one sheet in both workbooks, and how they are told apart. */
class Sheets {
  private readonly cells: {
    readonly before: ReadonlyMap<number, ComparedCells>;
    readonly after: ReadonlyMap<number, ComparedCells>;
  };
  private readonly columns: (one: ComparedCells, other: ComparedCells) => readonly string[];

  constructor(
    before: RoundSide,
    after: RoundSide,
    sheet: string,
    layout: "recordLayout" | "peopleLayout",
    rows: (submission: Submission) => readonly number[],
  ) {
    const table = ({ grids, submission }: RoundSide) =>
      rowsOf(grids.get(sheet) ?? { name: sheet, firstRow: 0, firstColumn: 0, values: [] }, submission[layout]);
    const [old, now] = [table(before), table(after)];
    this.columns = comparedColumns(old, now);
    this.cells = {
      before: new Map(rows(before.submission).map((row) => [row, old.of(row)])),
      after: new Map(rows(after.submission).map((row) => [row, now.of(row)])),
    };
  }

  private both(before: number, after: number): readonly [ComparedCells, ComparedCells] {
    return [this.cells.before.get(before) ?? new Map(), this.cells.after.get(after) ?? new Map()];
  }

  pair(before: number, after: number): Pair {
    const [one, other] = this.both(before, after);
    return { before, after, changes: changesOf(one, other, this.columns(one, other)) };
  }

  /** The fewer cells changed, the more alike. */
  likeness(before: number, after: number): number {
    return -this.pair(before, after).changes.length;
  }
}

/** Old and new rows that still look for each other. */
class Open {
  readonly pairs: Pair[] = [];
  readonly removed: { before: number; resembles: readonly number[] }[] = [];

  constructor(
    private readonly sheets: Sheets,
    readonly before: Set<number>,
    readonly after: Set<number>,
  ) {}

  join(pair: Pair): void {
    this.pairs.push(pair);
    this.before.delete(pair.before);
    this.after.delete(pair.after);
  }

  /** Joins the one old and the one new row that share a key; "" is no key. */
  joinSingles(keyBefore: (row: number) => string, keyAfter: (row: number) => string): void {
    const [old, now] = [groupsOf(this.before, keyBefore), groupsOf(this.after, keyAfter)];
    for (const [key, [one, ...more]] of old) {
      const [other, ...others] = now.get(key) ?? [];
      if (key === "" || one === undefined || other === undefined || more.length > 0 || others.length > 0) continue;
      this.join(this.sheets.pair(one, other));
    }
  }

  done(): Matching {
    return {
      pairs: [...this.pairs].sort((a, b) => a.after - b.after),
      added: [...this.after].sort((a, b) => a - b),
      removed: [...this.before]
        .sort((a, b) => a - b)
        .map((before) => ({ before, resembles: this.removed.find((each) => each.before === before)?.resembles ?? [] })),
    };
  }
}

function groupsOf(rows: Iterable<number>, key: (row: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own) own.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function matchPeople(before: RoundSide, after: RoundSide): Matching {
  const byRow = (side: RoundSide): ReadonlyMap<number, Person> =>
    new Map(side.submission.people.map((person) => [person.place.row, person]));
  const [old, now] = [byRow(before), byRow(after)];
  const sheets = new Sheets(before, after, SHEETS.people, "peopleLayout", ({ people }) =>
    people.map(({ place }) => place.row),
  );
  const open = new Open(sheets, new Set(old.keys()), new Set(now.keys()));
  const join = (key: (person: Person) => string): void => {
    const of = (people: ReadonlyMap<number, Person>) => (row: number) => {
      const person = people.get(row);
      return person === undefined ? "" : key(person);
    };
    open.joinSingles(of(old), of(now));
  };
  // Two people on one number are told apart by name
  join(({ registrationNo, name }) => (registrationNo === "" ? "" : `${registrationNo} ${labelOf(name)}`));
  join(({ registrationNo }) => registrationNo);
  join(({ name, idNumber }) => (idNumber === "" || name === "" ? "" : `${labelOf(name)} ${idNumber}`));
  return open.done();
}

function matchRecords(before: RoundSide, after: RoundSide, renumbered: ReadonlyMap<string, string>): Matching {
  const sheets = new Sheets(before, after, SHEETS.records, "recordLayout", ({ records }) =>
    records.map(({ place }) => place.row),
  );
  const facts = (side: RoundSide, person: (registrationNo: string) => string): ReadonlyMap<number, Facts> =>
    new Map(
      side.submission.records.map((record) => [
        record.place.row,
        { ...factsOf(record), person: person(record.registrationNo) },
      ]),
    );
  const old = facts(before, (registrationNo) => renumbered.get(registrationNo) ?? registrationNo);
  const now = facts(after, (registrationNo) => registrationNo);
  const open = new Open(sheets, new Set(old.keys()), new Set(now.keys()));
  const people = groupsOf(old.keys(), (row) => old.get(row)?.person ?? "");
  const theirs = groupsOf(now.keys(), (row) => now.get(row)?.person ?? "");
  for (const [person, rows] of people) matchPerson(open, sheets, rows, theirs.get(person) ?? [], old, now);
  return open.done();
}

interface Facts {
  readonly person: string;
  readonly form: string;
  readonly formKnown: boolean;
  readonly title: string;
  readonly year: string;
  readonly dates: string;
  readonly identity: string;
}

function factsOf(record: Submission["records"][number]): Omit<Facts, "person"> {
  const { year, form, formLabel, title, startDate, endDate, completedDate } = record;
  const dates = [startDate, endDate, completedDate].map((day) => day ?? "").join(" ");
  return {
    form: form ?? formLabel,
    formKnown: form !== null,
    title: normalisedTitle(title),
    year: String(year ?? ""),
    dates: dates.trim(),
    identity: [year, formLabel, title, dates].join("\n"),
  };
}

function matchPerson(
  open: Open,
  sheets: Sheets,
  before: readonly number[],
  after: readonly number[],
  old: ReadonlyMap<number, Facts>,
  now: ReadonlyMap<number, Facts>,
): void {
  // The same in every cell but the person's number, wherever it stands now; of equals the first is the first
  for (const row of before) {
    const identity = old.get(row)?.identity;
    const same = after.find(
      (other) =>
        open.after.has(other) &&
        now.get(other)?.identity === identity &&
        sheets.pair(row, other).changes.every(({ column }) => column === REGISTRATION_NO),
    );
    if (same !== undefined) open.join(sheets.pair(row, same));
  }
  const left = new Open(
    sheets,
    new Set(before.filter((row) => open.before.has(row))),
    new Set(after.filter((row) => open.after.has(row))),
  );
  left.joinSingles(
    (row) => old.get(row)?.identity ?? "",
    (row) => now.get(row)?.identity ?? "",
  );
  joinAlike(left, sheets, old, now);
  for (const pair of left.pairs) open.join(pair);
  open.removed.push(...left.removed);
}

const REGISTRATION_NO = headerOf("registrationNo");

/** Could one have become the other? The same form under the same title, or in the same year on the same days; or a form that was corrected. */
function mayBe(one: Facts, other: Facts): boolean {
  const sameTitle = one.title !== "" && one.title === other.title;
  const sameTime = one.year === other.year && one.dates !== "" && one.dates === other.dates;
  if (one.form === other.form) return sameTitle || sameTime;
  return sameTitle && sameTime && !(one.formKnown && other.formKnown);
}

/** Joins rows that are each other's best likeness and have no second as good, until there are no more. */
function joinAlike(left: Open, sheets: Sheets, old: ReadonlyMap<number, Facts>, now: ReadonlyMap<number, Facts>): void {
  const likeness = new Map<number, Map<number, number>>();
  for (const row of left.before) {
    const one = old.get(row);
    for (const other of left.after) {
      const facts = now.get(other);
      if (!one || !facts || !mayBe(one, facts)) continue;
      const own = likeness.get(row) ?? new Map<number, number>();
      own.set(other, sheets.likeness(row, other));
      likeness.set(row, own);
    }
  }
  const bestOf = (candidates: readonly (readonly [number, number])[]): number | undefined => {
    const [first, second] = [...candidates].sort((a, b) => b[1] - a[1]);
    return first === undefined || first[1] === second?.[1] ? undefined : first[0];
  };
  for (let found = true; found;) {
    const best = new Map(
      [...left.before].map((row) => [
        row,
        bestOf([...(likeness.get(row) ?? [])].filter(([other]) => left.after.has(other))),
      ]),
    );
    const back = (other: number): number | undefined =>
      bestOf(
        [...left.before].flatMap((row) =>
          likeness.get(row)?.has(other) ? [[row, likeness.get(row)?.get(other) ?? 0] as const] : [],
        ),
      );
    const joined = [...best].flatMap(([row, other]) =>
      other !== undefined && back(other) === row ? [[row, other] as const] : [],
    );
    for (const [row, other] of joined) left.join(sheets.pair(row, other));
    found = joined.length > 0;
  }
  for (const row of left.before) {
    const resembles = [...(likeness.get(row)?.keys() ?? [])]
      .filter((other) => left.after.has(other))
      .sort((a, b) => a - b);
    if (resembles.length > 0) left.removed.push({ before: row, resembles });
  }
}
