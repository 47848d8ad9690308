/** People with their years, what each lacks, and the text of it for a reply. Pure. */
import { catalogueOf, lackingSentence, waitingSentence, type Language } from "../../messages";
import { policyOf, type Policy } from "../../policy";
import { yearReasons, type YearReasons } from "../../review/reasons";
import type { PersonReview, Review, YearReview, YearStatus } from "../../review/types";
import type { PeopleFilter } from "../state";
import { shownNumber } from "../../submission";
import type { LedgerEntry, Submission } from "../../submission/types";
import { initialsOf } from "./initials";
import type { PeopleStrings } from "./people-strings";

/** Fewer characters stand in too many ids to tell anybody by. */
const LEAST_OF_ID = 4;

/** What of a person is looked through, in lower case. */
interface Searched {
  readonly text: string;
  readonly idNumber: string;
}

export interface YearLine {
  readonly review: YearReview;
  /** What it lacks and what it waits for, in words; blank for a year that is met. */
  readonly why: string;
}

export interface PersonYears {
  readonly person: PersonReview;
  readonly years: readonly YearLine[];
  /** How many findings bear the person's number. */
  readonly findings: number;
}

/** The people of a review with their years. Made once for a review; a person's sentences are made when the person is shown. */
export class PeopleIndex {
  private readonly years = new Map<string, YearReview[]>();
  private readonly findings = new Map<string, number>();
  private records: ReadonlyMap<string, Review["records"]> | null = null;
  private readonly made = new Map<string, PersonYears>();

  private texts: ReadonlyMap<string, Searched> | null = null;

  /** `ledger`: whose numbers of certificates are looked for as well. */
  constructor(
    private readonly review: Review,
    private readonly submission: Submission,
    private readonly ledger: readonly LedgerEntry[],
  ) {
    for (const year of review.years) {
      const known = this.years.get(year.registrationNo);
      if (known === undefined) this.years.set(year.registrationNo, [year]);
      else known.push(year);
    }
    for (const { registrationNo } of review.findings) {
      if (registrationNo !== undefined) this.findings.set(registrationNo, (this.findings.get(registrationNo) ?? 0) + 1);
    }
  }

  /** The people that the filter lets through, in their order. */
  matching({ verdict, year, text }: Required<PeopleFilter>): readonly PersonReview[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const hasYear = (registrationNo: string, status: YearStatus): boolean =>
      this.years.get(registrationNo)?.some((each) => each.status === status) === true;
    return this.review.people.filter(
      (person) =>
        (verdict === null || person.verdict === verdict) &&
        (year === null || hasYear(person.registrationNo, year)) &&
        words.every((word) => this.isFoundBy(person, word)),
    );
  }

  /** By a part of name, registration number or certificate number, by four characters of the id or more, or by initials. */
  private isFoundBy(person: PersonReview, word: string): boolean {
    const searched = this.searched().get(person.registrationNo);
    return (
      searched !== undefined &&
      (searched.text.includes(word) ||
        (word.length >= LEAST_OF_ID && searched.idNumber.includes(word)) ||
        (/^[a-z]+$/.test(word) &&
          initialsOf(person.name)
            .split(" ")
            .some((initials) => initials.startsWith(word))))
    );
  }

  private searched(): ReadonlyMap<string, Searched> {
    if (this.texts === null) {
      const certificates = new Map<string, string>();
      for (const { registrationNo, certificateNo } of this.ledger)
        certificates.set(registrationNo, `${certificates.get(registrationNo) ?? ""} ${certificateNo}`);
      const ids = new Map(this.submission.people.map(({ registrationNo, idNumber }) => [registrationNo, idNumber]));
      this.texts = new Map(
        this.review.people.map((person) => {
          const { name, registrationNo } = person;
          const numbers = `${registrationNo} ${shownNumber(person)} ${certificates.get(registrationNo) ?? ""}`;
          const idNumber = (ids.get(registrationNo) ?? "").toLowerCase();
          return [registrationNo, { text: `${name} ${numbers}`.toLowerCase(), idNumber }];
        }),
      );
    }
    return this.texts;
  }

  /** How many years a person has. */
  yearCount({ registrationNo }: PersonReview): number {
    return this.years.get(registrationNo)?.length ?? 0;
  }

  /** A person's years and reasons in words. */
  of(person: PersonReview, language: Language): PersonYears {
    const key = `${language} ${person.registrationNo}`;
    const made = this.made.get(key) ?? this.make(person, language);
    this.made.set(key, made);
    return made;
  }

  private make(person: PersonReview, language: Language): PersonYears {
    const { registrationNo } = person;
    const years = this.years.get(registrationNo) ?? [];
    const policy = policyOf(this.review.policy);
    const reasons = yearReasons({ ...this.review, years, records: this.recordsOf(registrationNo) }).get(registrationNo);
    return {
      person,
      years: years.map((review) => ({ review, why: whyOf(reasons?.get(review.year), language, policy) })),
      findings: this.findings.get(registrationNo) ?? 0,
    };
  }

  private recordsOf(registrationNo: string): Review["records"] {
    if (this.records === null) {
      const records = new Map<string, Review["records"][number][]>();
      for (const record of this.review.records) {
        const known = records.get(record.registrationNo);
        if (known === undefined) records.set(record.registrationNo, [record]);
        else known.push(record);
      }
      this.records = records;
    }
    return this.records.get(registrationNo) ?? [];
  }
}

function whyOf(reasons: YearReasons | undefined, language: Language, policy: Policy | undefined): string {
  if (reasons === undefined) return "";
  return [lackingSentence(reasons, language, policy), waitingSentence(reasons, language, policy) ?? ""]
    .filter((text) => text !== "")
    .join(catalogueOf(language).explain.semicolon);
}

/** A person's years as lines of plain text. */
export function textOf({ person, years }: PersonYears, words: PeopleStrings, language: Language): string {
  const { personVerdicts, yearStatuses } = catalogueOf(language);
  const lines = years.map(({ review: { year, publicHours, professionalHours, totalHours, status }, why }) =>
    words.year(year, words.hours(publicHours, professionalHours, totalHours), yearStatuses[status], why),
  );
  return [words.person(person.name, shownNumber(person), personVerdicts[person.verdict]), ...lines].join("\n");
}
