/** What 年度工作报告 counts, as plain data: of one workbook, or of many added up. */
import type { Finding, PersonVerdict, Review, SubjectOutcome } from "../review/types";
import { labelOf } from "../submission/text";
import type { Submission } from "../submission/types";

/** People of a group by verdict. */
export interface VerdictTally {
  readonly all: number;
  readonly qualified: number;
  readonly unqualified: number;
  readonly pending: number;
}

interface YearTally {
  readonly all: number;
  readonly met: number;
  readonly unmet: number;
  readonly pending: number;
  readonly publicHours: number;
  readonly professionalHours: number;
}

export interface FormTally {
  readonly records: number;
  readonly credited: number;
  /** Credited hours by subject, and all of them. */
  readonly bySubject: Readonly<Record<SubjectOutcome, number>>;
  readonly hours: number;
}

interface ProblemTally {
  /** The first one: its severity, clause and place. */
  readonly finding: Pick<Finding, "code" | "severity" | "clause" | "place">;
  readonly times: number;
  readonly people: number;
}

type Entries<Key, Value> = readonly (readonly [Key, Value])[];

export interface ReportTallies {
  readonly unitName: string;
  readonly policy: string;
  readonly applicationYear: number;
  /** First and last year of the records; null without any. */
  readonly span: readonly [first: number, last: number] | null;
  readonly people: VerdictTally;
  readonly records: FormTally;
  /** Groups in the order in which they were met. */
  readonly levels: Entries<string, VerdictTally>;
  readonly units: Entries<string, VerdictTally>;
  readonly years: Entries<number, YearTally>;
  readonly forms: Entries<string, FormTally>;
  readonly problems: Entries<string, ProblemTally>;
}

/**
 * The figures of 年度工作报告: people, records, levels, units, years, forms and problems of a review, each counted in the
 * order in which it is met.
 */
export function reportTallies(submission: Submission, review: Review): ReportTallies {
  const { unit, people, records } = submission;
  const known = new Map(people.map((person) => [person.registrationNo, person]));
  const labels = new Map(records.map((record) => [record.place.row, record.formLabel]));
  const listed = records.flatMap(({ year }) => (year === null ? [] : [year]));
  const verdicts = (nameOf: (registrationNo: string) => string | undefined, none: string) =>
    grouped(
      review.people,
      ({ registrationNo }) => nameOf(registrationNo) || none,
      (own) => tallyOf(own.map(({ verdict }) => verdict)),
    );
  return {
    unitName: unit.unitName,
    policy: review.policy,
    applicationYear: unit.applicationYear,
    span:
      listed.length === 0
        ? null
        : listed.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)] as const, [
            Infinity,
            -Infinity,
          ] as const),
    people: tallyOf(review.people.map(({ verdict }) => verdict)),
    records: formTally(review.records),
    levels: verdicts((registrationNo) => labelOf(known.get(registrationNo)?.targetLevelLabel), "未填级别"),
    units: verdicts((registrationNo) => known.get(registrationNo)?.employer, "未填工作单位"),
    years: grouped(review.years, ({ year }) => year, yearTally),
    forms: grouped(review.records, ({ place }) => labels.get(place.row) || "未填学习形式", formTally),
    problems: problemTallies(review.findings),
  };
}

/** Several workbooks' tallies as those of one. `unitName`: what they are together; there is at least one. */
export function sumOfTallies(all: readonly [ReportTallies, ...ReportTallies[]], unitName: string): ReportTallies {
  const [first] = all;
  const spans = all.flatMap(({ span }) => span ?? []);
  return {
    unitName,
    policy: first.policy,
    applicationYear: first.applicationYear,
    span: spans.length === 0 ? null : [Math.min(...spans), Math.max(...spans)],
    people: all.map(({ people }) => people).reduce(addNumbers),
    records: all.map(({ records }) => records).reduce(addForms),
    levels: merged(
      all.flatMap(({ levels }) => levels),
      addNumbers,
    ),
    units: merged(
      all.flatMap(({ units }) => units),
      addNumbers,
    ),
    years: merged(
      all.flatMap(({ years }) => years),
      addNumbers,
    ),
    forms: merged(
      all.flatMap(({ forms }) => forms),
      addForms,
    ),
    problems: merged(
      all.flatMap(({ problems }) => problems),
      (one, other) => ({
        finding: one.finding,
        times: one.times + other.times,
        people: one.people + other.people,
      }),
    ),
  };
}

function grouped<Each, Key, Value>(
  all: readonly Each[],
  keyOf: (each: Each) => Key,
  tally: (own: readonly Each[]) => Value,
): Entries<Key, Value> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const own = groups.get(keyOf(each));
    if (own === undefined) groups.set(keyOf(each), [each]);
    else own.push(each);
  }
  return [...groups].map(([key, own]) => [key, tally(own)] as const);
}

function merged<Key, Value>(all: Entries<Key, Value>, add: (one: Value, other: Value) => Value): Entries<Key, Value> {
  const sums = new Map<Key, Value>();
  for (const [key, value] of all) {
    const known = sums.get(key);
    sums.set(key, known === undefined ? value : add(known, value));
  }
  return [...sums];
}

function addNumbers<Tally extends VerdictTally | YearTally>(one: Tally, other: Tally): Tally {
  return Object.fromEntries(
    Object.entries(one).map(([key, value]: [string, number]) => [key, value + (other[key as keyof Tally] as number)]),
  ) as unknown as Tally;
}

function addForms(one: FormTally, other: FormTally): FormTally {
  const of = (subject: SubjectOutcome): number => one.bySubject[subject] + other.bySubject[subject];
  return {
    records: one.records + other.records,
    credited: one.credited + other.credited,
    hours: one.hours + other.hours,
    bySubject: {
      public: of("public"),
      professional: of("professional"),
      both: of("both"),
      either: of("either"),
      none: of("none"),
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function tallyOf(verdicts: readonly PersonVerdict[]): VerdictTally {
  const count = (verdict: PersonVerdict): number => verdicts.filter((each) => each === verdict).length;
  return {
    all: verdicts.length,
    qualified: count("qualified"),
    unqualified: count("unqualified"),
    pending: count("pending"),
  };
}

function yearTally(own: Review["years"]): YearTally {
  const count = (status: Review["years"][number]["status"]): number =>
    own.filter((each) => each.status === status).length;
  return {
    all: own.length,
    met: count("met"),
    unmet: count("unmet"),
    pending: count("pending"),
    publicHours: sum(own.map(({ publicHours }) => publicHours)),
    professionalHours: sum(own.map(({ professionalHours }) => professionalHours)),
  };
}

function formTally(own: Review["records"]): FormTally {
  const hours = (wanted: SubjectOutcome): number =>
    sum(own.map(({ subject, creditedHours }) => (subject === wanted ? creditedHours : 0)));
  return {
    records: own.length,
    credited: own.filter(({ verdict }) => verdict === "credited").length,
    hours: sum(own.map(({ creditedHours }) => creditedHours)),
    bySubject: {
      public: hours("public"),
      professional: hours("professional"),
      both: hours("both"),
      either: hours("either"),
      none: hours("none"),
    },
  };
}

function problemTallies(findings: readonly Finding[]): ReportTallies["problems"] {
  return grouped(
    findings.filter(({ severity }) => severity !== "info"),
    ({ code }) => code as string,
    (own): ProblemTally => {
      const [first] = own as readonly [Finding, ...Finding[]];
      const { code, severity, clause, place } = first;
      const people = new Set(own.flatMap(({ registrationNo }) => registrationNo ?? []));
      return { finding: { code, severity, clause, place }, times: own.length, people: people.size };
    },
  );
}
