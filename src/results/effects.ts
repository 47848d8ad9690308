/**
 * What each option of a question would change if the office decided it so, all other questions as they stand now.
 *
 * An option is tried by reviewing again, but only the people whom the question can reach. Whom it can reach is read
 * from the policy: most questions say their code wherever they matter; a conversion or a group may hide one behind
 * another open question, so there everybody with such records is tried. A place in the policy that is not known here
 * reaches everybody. What people do to one another (one achievement claimed twice) depends on no decision: those
 * records come along.
 *
 * Cost: one walk over the records for the index, then a review of the people reached for each option. A question that
 * reaches everybody (J-41, J-42) costs as many reviews as it has options.
 */
import { policyOf, type Policy } from "../policy";
import { affectedPart, reviewSubmission, sharedRows, type AffectedPeople } from "../review";
import type { Finding, PersonVerdict, QuestionState, RecordVerdict, Review, YearStatus } from "../review/types";
import type { LearningRecord, Submission, Treatment } from "../submission/types";

/** So many went from one state to another. */
export interface StateTransition<State extends string> {
  readonly from: State;
  readonly to: State;
  readonly count: number;
}

/** What becomes different in a review. */
export interface VerdictChanges {
  readonly people: readonly StateTransition<PersonVerdict>[];
  /** Of the years listed before and after. */
  readonly years: readonly StateTransition<YearStatus>[];
  readonly records: readonly StateTransition<RecordVerdict>[];
  /** Records whose credited hours become others. */
  readonly hours: number;
}

export interface OptionEffect extends VerdictChanges {
  readonly option: string;
}

export interface QuestionEffect {
  readonly id: string;
  /** In the order of the question's options; the one decided now is left out: it is what is. */
  readonly options: readonly OptionEffect[];
}

/** Every question that touches someone, with what each of its options would change. */
export function effectsOf(
  submission: Submission,
  review: Review,
  policy = policyNamed(review.policy),
  openOnly = false,
): readonly QuestionEffect[] {
  const effects = new Map<string, OptionEffect[]>();
  for (const { id, effect } of weighOptions(submission, review, policy, openOnly)) {
    const known = effects.get(id);
    if (known) known.push(effect);
    else effects.set(id, [effect]);
  }
  return [...effects].map(([id, options]) => ({ id, options }));
}

/**
 * The same, an option at a time, for a caller that must not hold up its page. The questions that touch most come first.
 * `openOnly`: leave out what is decided.
 */
export function* weighOptions(
  submission: Submission,
  review: Review,
  policy = policyNamed(review.policy),
  openOnly = false,
): Generator<{ readonly id: string; readonly effect: OptionEffect }> {
  const reach = new Reach(submission, review, policy);
  const shared = sharedRows(review);
  const touching = review.questions.filter(
    (question) => question.touched > 0 && !(openOnly && question.decision !== null),
  );
  for (const question of [...touching].sort((a, b) => b.touched - a.touched)) {
    const part = affectedPart(submission, reach.of(question), shared);
    const before = statesOf(review, part);
    for (const { slug } of question.options) {
      if (slug === question.decision?.option) continue;
      const after = reviewSubmission(decidedSo(part, question, slug), policy);
      yield { id: question.id, effect: { option: slug, ...differences(before, statesOf(after, part)) } };
    }
  }
}

/**
 * What changes when every open question that touches someone is decided by its provisional option, all at once. Null when
 * none is open. Costs one review of the whole submission.
 */
export function adoptionEffect(
  submission: Submission,
  review: Review,
  policy = policyNamed(review.policy),
): VerdictChanges | null {
  const open = review.questions.filter(({ touched, decision }) => touched > 0 && decision === null);
  if (open.length === 0) return null;
  const decided = open.reduce((all, question) => decidedSo(all, question, question.provisional), submission);
  return differences(statesOf(review, submission), statesOf(reviewSubmission(decided, policy), submission));
}

/**
 * What changes when a reviewer credits, or refuses, the records in these rows (0-based, of 学时记录). Costs a review of the
 * people whose records they are.
 */
export function treatmentEffect(
  submission: Submission,
  review: Review,
  rows: ReadonlySet<number>,
  treatment: Treatment,
  policy = policyNamed(review.policy),
): VerdictChanges {
  const people = new Set(
    submission.records.flatMap(({ place, registrationNo }) => (rows.has(place.row) ? [registrationNo] : [])),
  );
  const part = affectedPart(submission, people, sharedRows(review));
  const decision = { treatment, text: "", hours: null, hoursText: "", by: "—", on: "—", reason: "", stale: false };
  const recordDecisions = new Map([...submission.recordDecisions, ...[...rows].map((row) => [row, decision] as const)]);
  return differences(statesOf(review, part), statesOf(reviewSubmission({ ...part, recordDecisions }, policy), part));
}

function policyNamed(id: string): Policy {
  const policy = policyOf(id);
  if (!policy) throw new Error(`there is no policy ${id}`);
  return policy;
}

/** The submission as if the office had decided this question so. */
function decidedSo(submission: Submission, { id }: QuestionState, option: string): Submission {
  const decision = { place: { sheet: "口径", row: 0 }, id, option, text: option, by: "—", on: "—", reason: "" };
  return { ...submission, decisions: [...submission.decisions.filter((each) => each.id !== id), decision] };
}

// ---- whom a question reaches ----

/** Where a question stands in the policy. */
type Site =
  /** Its code stands wherever it matters. */
  | { readonly kind: "said"; readonly codes: readonly string[] }
  | { readonly kind: "form"; readonly form: string; readonly codes: readonly string[] }
  | { readonly kind: "group"; readonly forms: readonly string[]; readonly codes: readonly string[] }
  | { readonly kind: "minimum"; readonly codes: readonly string[] }
  /** Bears on a record that is worth nothing yet as well, though unsaid: on what another open question may make of it. */
  | { readonly kind: "gate"; readonly codes: readonly string[] }
  | { readonly kind: "unknown" };

class Reach {
  private readonly sites: ReadonlyMap<string, readonly Site[]>;
  private readonly byCode = new Map<string, Set<string>>();
  /** How many records of a form each person has. */
  private readonly byForm = new Map<string, Map<string, number>>();

  constructor(
    submission: Submission,
    private readonly review: Review,
    policy: Policy,
  ) {
    this.sites = sitesOf(policy);
    const note = (findings: readonly Finding[], registrationNo: string): void => {
      for (const { code } of findings) {
        const known = this.byCode.get(code);
        if (known) known.add(registrationNo);
        else this.byCode.set(code, new Set([registrationNo]));
      }
    };
    for (const part of [review.people, review.years, review.records])
      for (const each of part) note(each.findings, each.registrationNo);
    for (const { form, registrationNo } of submission.records) {
      if (form === null) continue;
      const counts = this.byForm.get(form) ?? new Map<string, number>();
      this.byForm.set(form, counts);
      counts.set(registrationNo, (counts.get(registrationNo) ?? 0) + 1);
    }
  }

  of(question: QuestionState): AffectedPeople {
    const people = new Set<string>();
    // What was decided may have rejected a record on which nothing says so
    const decided = question.decision !== null;
    for (const site of this.sites.get(question.id) ?? [{ kind: "unknown" } as const]) {
      if (site.kind === "unknown") return null;
      for (const code of site.codes) for (const each of this.byCode.get(code) ?? []) people.add(each);
      if (site.kind === "form") for (const each of this.byForm.get(site.form)?.keys() ?? []) people.add(each);
      if (site.kind === "group") for (const each of this.withSeveral(site.forms)) people.add(each);
      if (site.kind === "gate")
        for (const each of this.review.records)
          if (each.creditedHours === 0 && (each.verdict === "pending" || (decided && each.verdict === "rejected")))
            people.add(each.registrationNo);
      if (site.kind === "minimum") {
        // Deciding an open question narrows what is possible: what is certain now stays so. Changing a decision does not.
        if (decided) return null;
        for (const year of this.review.years) if (year.status === "pending") people.add(year.registrationNo);
      }
    }
    return people;
  }

  private withSeveral(forms: readonly string[]): string[] {
    const counts = new Map<string, number>();
    for (const form of new Set(forms))
      for (const [person, count] of this.byForm.get(form) ?? []) counts.set(person, (counts.get(person) ?? 0) + count);
    return [...counts].flatMap(([person, count]) => (count > 1 ? [person] : []));
  }
}

const sitesByPolicy = new WeakMap<Policy, ReadonlyMap<string, readonly Site[]>>();

/** Where each question is asked, found in the policy itself. */
function sitesOf(policy: Policy): ReadonlyMap<string, readonly Site[]> {
  const known = sitesByPolicy.get(policy);
  if (known) return known;
  const sites = new Map<string, Site[]>();
  const visit = (node: unknown, path: readonly string[]): void => {
    if (node === null || typeof node !== "object") return;
    const { ask, code } = node as { readonly ask?: unknown; readonly code?: unknown };
    if (typeof ask === "string") {
      const site = siteAt(
        path,
        [code].flat().filter((each) => typeof each === "string"),
        policy,
      );
      const own = sites.get(ask);
      if (own) own.push(site);
      else sites.set(ask, [site]);
    }
    for (const [key, each] of Object.entries(node)) visit(each, [...path, key]);
  };
  visit(policy, []);
  sitesByPolicy.set(policy, sites);
  return sites;
}

function siteAt(path: readonly string[], codes: readonly string[], policy: Policy): Site {
  const [part, key = "", within] = path;
  if (codes.length === 0) return { kind: "unknown" };
  if (part === "forms" && within === "evidence") return { kind: "gate", codes };
  if (part === "forms") return { kind: "form", form: key, codes };
  if (part === "groups") return { kind: "group", forms: policy.groups[Number(key)]?.forms ?? [], codes };
  if (part === "minima") return { kind: "minimum", codes };
  if (part === "filing" || part === "makeup") return { kind: "gate", codes };
  if (part === "windows") return { kind: "said", codes };
  return { kind: "unknown" };
}

// ---- what changes ----

interface States {
  readonly people: ReadonlyMap<string, PersonVerdict>;
  readonly years: ReadonlyMap<string, YearStatus>;
  readonly records: ReadonlyMap<string, { readonly verdict: RecordVerdict; readonly hours: number }>;
}

const rowKey = ({ place: { sheet, row } }: Pick<LearningRecord, "place">): string => `${sheet}\u001f${row}`;

/** States of the people and records of a part. */
function statesOf(review: Review, part: Submission): States {
  const registered = new Set(part.people.map((person) => person.registrationNo));
  const rows = new Set(part.records.filter((record) => registered.has(record.registrationNo)).map(rowKey));
  const places = new Set(part.people.map(rowKey));
  const people = new Map<string, PersonVerdict>();
  for (const person of review.people) if (places.has(rowKey(person))) people.set(rowKey(person), person.verdict);
  const years = new Map<string, YearStatus>();
  const times = new Map<string, number>();
  for (const { registrationNo, year, status } of review.years) {
    if (!registered.has(registrationNo)) continue;
    // Several people without a number share theirs
    const key = `${registrationNo}\u001f${year}`;
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    years.set(`${key}\u001f${nth}`, status);
  }
  const records = new Map<string, { verdict: RecordVerdict; hours: number }>();
  for (const record of review.records)
    if (rows.has(rowKey(record))) records.set(rowKey(record), { verdict: record.verdict, hours: record.creditedHours });
  return { people, years, records };
}

function differences(before: States, after: States): VerdictChanges {
  const verdicts = (states: States): ReadonlyMap<string, RecordVerdict> =>
    new Map([...states.records].map(([key, { verdict }]) => [key, verdict]));
  let hours = 0;
  for (const [key, record] of before.records)
    if ((after.records.get(key)?.hours ?? record.hours) !== record.hours) hours += 1;
  return {
    people: changes(before.people, after.people),
    years: changes(before.years, after.years),
    records: changes(verdicts(before), verdicts(after)),
    hours,
  };
}

function changes<State extends string>(
  before: ReadonlyMap<string, State>,
  after: ReadonlyMap<string, State>,
): StateTransition<State>[] {
  const counts = new Map<string, { from: State; to: State; count: number }>();
  for (const [key, from] of before) {
    const to = after.get(key);
    if (to === undefined || to === from) continue;
    const entry = counts.get(`${from} ${to}`);
    if (entry) entry.count += 1;
    else counts.set(`${from} ${to}`, { from, to, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1));
}

/** How many change at all. */
export function countOf(all: readonly StateTransition<string>[]): number {
  return all.reduce((sum, { count }) => sum + count, 0);
}
