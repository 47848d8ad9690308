/** A submission judged in three passes: its records, then each person's years, then the people. */
import type { Policy } from "../policy";
import type { Submission } from "../submission/types";
import { compiledPolicyOf } from "./compiled-policy";
import { OfficeDecisions } from "./office-decisions";
import { channelFindings } from "./person-checks";
import { problemsByRow, reviewPerson, type PersonContext } from "./person-review";
import { recordReview, recordsUnderReview } from "./record-review";
import { registeredPeople } from "./registered-people";
import type { PersonReview, RecordReview, YearReview } from "./types";
import { windowsOf } from "./windows";
import { recordsByYear, reviewYears, type RecordsByYear } from "./year-review";

export interface JudgedPerson {
  readonly review: PersonReview;
  readonly years: readonly YearReview[];
}

export interface Judged {
  /** In the order of the sheet. */
  readonly persons: readonly JudgedPerson[];
  readonly records: readonly RecordReview[];
}

const NO_RECORDS: RecordsByYear = new Map();

/** Judges everybody and every record of a submission. */
export function judge(submission: Submission, policy: Policy): Judged {
  const office = new OfficeDecisions(compiledPolicyOf(policy), submission.decisions);
  const people = registeredPeople(submission.people);
  const records = recordsUnderReview(submission, office, people);
  const byPerson = recordsByYear(records, people.registered);
  const context: PersonContext = {
    submission,
    office,
    channel: channelFindings(submission, office),
    problems: problemsByRow(submission),
    duplicates: people.duplicates,
  };
  const persons = people.entries.map((person): JudgedPerson => {
    const windows = windowsOf(person, submission, office);
    const own = byPerson.get(person.registrationNo) ?? NO_RECORDS;
    const years = reviewYears(person, own, windows.possible, office);
    return { review: reviewPerson(person, windows, years, context), years };
  });
  return { persons, records: records.map((record) => recordReview(record, submission)) };
}
