/**
 * A review brought up to date: only the people whom a change affects are judged again, and the outcome is what a
 * review of the whole would say (a property holds it to that). Rows stay where they are: a submission whose rows were
 * moved is another one, and is reviewed whole.
 *
 * Whom a change affects: the numbers on a row before and after; everybody who claims, or claimed, one achievement with a
 * changed record; whoever refers to a filing that changed. What the unit says of itself, the office's decisions and the
 * columns of a sheet affect everybody.
 */
import { policyOf, type Policy } from "../policy";
import type { Decision, LearningRecord, Person, ReadingProblem, SheetLayout, Submission } from "../submission/types";
import { claimOf } from "./cross-record-rules";
import { affectedPart, sharedRows, type AffectedPeople } from "./affected-people";
import { assemble } from "./assemble";
import { compiledPolicyOf } from "./compiled-policy";
import { judge, type JudgedPerson } from "./judge";
import { isSame } from "./same";
import type { RecordReview, Review, YearReview } from "./types";

export interface ReviewedBefore {
  readonly submission: Submission;
  readonly review: Review;
}

export interface ReviewedAgain {
  readonly review: Review;
  /** Registration numbers of those who were judged again; null: everybody was. */
  readonly people: AffectedPeople;
}

/** The review of a submission that has been reviewed before some of its cells were changed. */
export function reviewAgain(
  before: ReviewedBefore,
  submission: Submission,
  policy: Policy | undefined = policyOf(submission.unit.policyId),
): ReviewedAgain {
  if (!policy) throw new Error(`there is no policy ${submission.unit.policyId}`);
  const people = before.review.policy === policy.id ? affectedPeople(before.submission, submission, policy) : null;
  if (people === null) return { review: assemble(submission, policy, judge(submission, policy)), people };
  const part = judge(affectedPart(submission, people, sharedRows(before.review)), policy);
  const isAffected = ({ registrationNo }: { readonly registrationNo: string }): boolean => people.has(registrationNo);
  // People without a number are in every part
  const isJudged = (each: { readonly registrationNo: string }): boolean =>
    each.registrationNo === "" || isAffected(each);
  const years = yearsByPerson(before.review.years);
  const kept = before.review.people
    .filter((person) => !isJudged(person))
    .map((review): JudgedPerson => ({ review, years: years.get(review.registrationNo) ?? [] }));
  const persons = [...kept, ...part.persons.filter(({ review }) => isJudged(review))].sort(
    (a, b) => a.review.place.row - b.review.place.row,
  );
  const [earlier, anew] = [new RowCursor(before.review.records), new RowCursor(part.records)];
  const records = submission.records.flatMap(
    (record): readonly RecordReview[] => (isAffected(record) ? anew : earlier).at(record.place.row) ?? [],
  );
  return { review: assemble(submission, policy, { persons, records }), people };
}

/** Registration numbers of the people whom the difference between two submissions affects; null: everybody. */
function affectedPeople(before: Submission, after: Submission, policy: Policy): AffectedPeople {
  if (affectsEverybody(before, after)) return null;
  const people = new Set<string>();
  changedPeople(before, after, people);
  const filings = changedFilings(before, after);
  const changed: LearningRecord[] = [];
  const earlier = new RowCursor(before.records);
  const later = new RowCursor(after.records);
  const rows = new Set([...before.records, ...after.records].map(({ place }) => place.row));
  for (const row of [...rows].sort((a, b) => a - b)) {
    const pair = [...(earlier.at(row) ?? []), ...(later.at(row) ?? [])];
    const [one, other] = pair;
    const isOther = one !== other && !isSame(one, other);
    if (isOther) changed.push(...pair);
    const isBearing =
      isOther ||
      pair.some(({ filingNo }) => filings.has(filingNo)) ||
      !isSame(before.recordDecisions.get(row), after.recordDecisions.get(row));
    if (isBearing) for (const { registrationNo } of pair) people.add(registrationNo);
  }
  for (const each of claimants(after.records, changed, policy)) people.add(each);
  return people;
}

/** The items of a list that is sorted by row, asked for from top to bottom. */
class RowCursor<T extends { readonly place: { readonly row: number } }> {
  private next = 0;

  constructor(private readonly items: readonly T[]) {}

  /** The item of this row in a list of its own; undefined when there is none. */
  at(row: number): readonly [T] | undefined {
    let item = this.items[this.next];
    while (item !== undefined && item.place.row < row) item = this.items[(this.next += 1)];
    return item?.place.row === row ? [item] : undefined;
  }
}

function affectsEverybody(before: Submission, after: Submission): boolean {
  const columns = ({ sheet, columns }: SheetLayout): unknown => [sheet, columns];
  const options = ({ decisions }: Submission): unknown =>
    decisions.flatMap(({ id, option }: Decision) => (option === null ? [] : [[id, option]]));
  const preReview = ({ problems }: Submission): boolean => problems.some(({ key }) => key === "preReviewDate");
  return !(
    isSame(before.unit, after.unit) &&
    preReview(before) === preReview(after) &&
    isSame(options(before), options(after)) &&
    (before.filings === null) === (after.filings === null) &&
    isSame(columns(before.recordLayout), columns(after.recordLayout)) &&
    isSame(columns(before.peopleLayout), columns(after.peopleLayout))
  );
}

function changedPeople(before: Submission, after: Submission, people: Set<string>): void {
  const [then, now] = [peopleByRow(before), peopleByRow(after)];
  for (const row of new Set([...then.keys(), ...now.keys()])) {
    const [one, other] = [then.get(row), now.get(row)];
    if (isSame(one, other)) continue;
    for (const entry of [one, other]) if (entry) people.add(entry.person.registrationNo);
  }
}

interface PersonEntry {
  readonly person: Person;
  readonly problems: ReadingProblem[];
}

function peopleByRow({ people, problems, peopleLayout }: Submission): ReadonlyMap<number, PersonEntry> {
  const entries = new Map(people.map((person): [number, PersonEntry] => [person.place.row, { person, problems: [] }]));
  for (const problem of problems)
    if (problem.place.sheet === peopleLayout.sheet) entries.get(problem.place.row)?.problems.push(problem);
  return entries;
}

function changedFilings(before: Submission, after: Submission): ReadonlySet<string> {
  const numbers = new Set([...(before.filings?.keys() ?? []), ...(after.filings?.keys() ?? [])]);
  return new Set([...numbers].filter((number) => !isSame(before.filings?.get(number), after.filings?.get(number))));
}

/** Who claims what these records claim, or claimed. */
function claimants(
  records: readonly LearningRecord[],
  changed: readonly LearningRecord[],
  policy: Policy,
): readonly string[] {
  const { forms } = compiledPolicyOf(policy);
  const formOf = ({ form }: LearningRecord) => (form === null ? undefined : forms.get(form)?.policy);
  // Titles are costly to normalise: only those of records that are alike in all else are.
  const alike = ({ form, rank }: LearningRecord): string => `${form} ${rank}`;
  const candidates = new Set(changed.map(alike));
  const claims = new Set(changed.flatMap((record) => claimOf(record, formOf(record)) ?? []));
  if (claims.size === 0) return [];
  return records.flatMap((record) =>
    candidates.has(alike(record)) && claims.has(claimOf(record, formOf(record)) ?? "") ? [record.registrationNo] : [],
  );
}

function yearsByPerson(all: readonly YearReview[]): ReadonlyMap<string, readonly YearReview[]> {
  const years = new Map<string, YearReview[]>();
  for (const year of all) {
    const own = years.get(year.registrationNo);
    if (own) own.push(year);
    else years.set(year.registrationNo, [year]);
  }
  return years;
}
