/** All that can be said to one person: the verdict and why, each year, each record, and what would make a record count. */
import { answerWords, catalogueOf, explanationOf, messageOf, personSentence, type Language } from "../messages";
import { policyOf } from "../policy";
import { explainAt } from "../review/explain";
import { reasonsOf } from "../review/reasons";
import type { Finding, PersonReview, RecordReview, Review, ReviewedSubmission, YearReview } from "../review/types";
import { shownNumber } from "../submission";
import type { LearningRecord } from "../submission/types";

export interface RecordAnswer {
  readonly record: LearningRecord;
  readonly review: RecordReview;
  /** Computation, open questions, evidence, outcome. */
  readonly lines: readonly string[];
  /** What would make it count; none where it counts. */
  readonly remedies: readonly string[];
}

export interface YearAnswer {
  readonly year: YearReview;
  /** What was found of the year itself, remedies included. */
  readonly why: readonly string[];
  readonly records: readonly RecordAnswer[];
}

export interface PersonAnswer {
  readonly person: PersonReview;
  /** Verdict and why. */
  readonly sentence: string;
  readonly years: readonly YearAnswer[];
  /** Records of no year that is judged. */
  readonly rest: readonly RecordAnswer[];
  /** The title of the notice. */
  readonly notice: string;
}

/** The answer to the person of this registration number; null when the submission has none. */
export function personAnswer(
  { submission, review }: ReviewedSubmission,
  registrationNo: string,
  language: Language,
): PersonAnswer | null {
  const isOf = (each: { readonly registrationNo: string }): boolean => each.registrationNo === registrationNo;
  const person = review.people.find(isOf);
  if (person === undefined) return null;
  const part: Review = {
    ...review,
    people: [person],
    years: review.years.filter(isOf),
    records: review.records.filter(isOf),
  };
  const policy = policyOf(review.policy);
  const [reasons] = reasonsOf(part);
  const byRow = new Map(submission.records.filter(isOf).map((record) => [record.place.row, record]));
  const answers = part.records.flatMap((own): RecordAnswer[] => {
    const record = byRow.get(own.place.row);
    const explanation = explainAt(submission, review, own.place.row);
    if (record === undefined || explanation === null) return [];
    const { computation, questions, evidence, outcome } = explanationOf(explanation, language, policy);
    const lines = [computation, ...questions, evidence, outcome].filter((text) => text !== null);
    const counts = own.verdict === "credited";
    return [{ record, review: own, lines, remedies: counts ? [] : remediesOf(own.findings, language, policy) }];
  });
  const judged = new Set(part.years.map(({ year }) => year));
  return {
    person,
    sentence: reasons === undefined ? "" : personSentence(reasons, language, policy),
    years: part.years.map((year) => ({
      year,
      why: [
        ...(year.sealed ? [catalogueOf(language).reasons.sealed] : []),
        ...year.findings.map((finding) => said(finding, language, policy)),
      ],
      records: answers.filter(({ review: own }) => own.year === year.year),
    })),
    rest: answers.filter(({ review: own }) => own.year === null || !judged.has(own.year)),
    notice: policy?.title ?? review.policy,
  };
}

type Notice = ReturnType<typeof policyOf>;

const said = (finding: Finding, language: Language, notice: Notice): string => {
  const { problem, remedy } = messageOf(finding, language, notice);
  return `${problem}${answerWords(language).colon}${remedy}`;
};

/** What keeps it from counting, or leaves it open, with the way out of it. */
const remediesOf = (findings: readonly Finding[], language: Language, notice: Notice): readonly string[] => [
  ...new Set(
    findings
      .filter(({ severity }) => severity === "error" || severity === "judgement")
      .map((finding) => said(finding, language, notice)),
  ),
];

/** Hours as they are printed. */
const hours = (value: number): string => String(Math.round(value * 100) / 100);

/** The head of a year: status and hours. */
export function yearSentence({ year }: YearAnswer, language: Language): string {
  return answerWords(language).year(
    year.year,
    catalogueOf(language).yearStatuses[year.status],
    hours(year.publicHours),
    hours(year.professionalHours),
    hours(year.totalHours),
  );
}

/** The head of a record: row, form and title. */
export function recordSentence({ record }: RecordAnswer, language: Language): string {
  return answerWords(language).record(record.place.row + 1, record.formLabel, record.title);
}

/** The whole answer as plain text, to be pasted into a reply. */
export function answerText(answer: PersonAnswer, language: Language): string {
  const words = answerWords(language);
  const ofRecord = (record: RecordAnswer): string[] => [
    `  ${words.bullet}${recordSentence(record, language)}`,
    ...record.lines.map((line) => `    ${line}`),
    ...(record.remedies.length === 0
      ? []
      : [`    ${words.toCount}${words.colon}`, ...record.remedies.map((line) => `      ${line}`)]),
  ];
  return [
    words.person(answer.person.name, shownNumber(answer.person), answer.sentence),
    ...answer.years.flatMap((year) => [
      "",
      yearSentence(year, language),
      ...year.why.map((line) => `  ${line}`),
      ...year.records.flatMap(ofRecord),
    ]),
    ...(answer.rest.length === 0 ? [] : ["", words.restOfRecords, ...answer.rest.flatMap(ofRecord)]),
    "",
    words.basis(answer.notice),
  ].join("\n");
}
