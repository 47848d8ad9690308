/** `--explain 登记证书编号`: why a person is qualified or not, each year, each record, in lines for a terminal. */
import type { ReviewOutcome } from "../excel/index";
import { commandSpeech } from "../messages/command";
import { catalogueOf, explanationOf, messageOf, personSentence, type Language } from "../messages/index";
import { policyOf } from "../policy/index";
import { explainAt } from "../review/explain";
import { reasonsOf } from "../review/reasons";
import type { RecordReview } from "../review/types";
import { registrationNoOf } from "../submission/text";

/**
 * The lines that `--explain` prints of one person, found by registration number or name: the verdict, each year, each
 * record.
 */
export function explainLines(
  { review, submission }: Pick<ReviewOutcome, "review" | "submission">,
  asked: string,
  language: Language,
): string[] {
  const say = commandSpeech(language);
  const policy = policyOf(review.policy);
  const registrationNo = registrationNoOf(asked);
  const person = reasonsOf(review).find((each) => each.registrationNo === registrationNo);
  const records = review.records.filter((record) => record.registrationNo === registrationNo);
  if (!person && records.length === 0) return [say("person-unknown", { asked })];

  const lines = person
    ? [`  ${registrationNo} ${person.name}`, `  ${personSentence(person, language, policy)}`]
    : [say("person-unlisted", { registrationNo })];
  const told = new Set<RecordReview>();
  const tell = (record: RecordReview): void => {
    told.add(record);
    lines.push(...recordLines(record, { review, submission }, language));
  };
  const { yearStatuses, reasons } = catalogueOf(language);
  for (const year of review.years.filter((each) => each.registrationNo === registrationNo)) {
    const why = year.findings.map((finding) => {
      const { problem, remedy } = messageOf(finding, language, policy);
      return [problem, remedy];
    });
    lines.push(
      "",
      say("year-in-full", {
        ...year,
        status: yearStatuses[year.status],
        reasons: [...(year.sealed ? [[reasons.sealed]] : []), ...why],
      }),
    );
    records.filter((record) => record.year === year.year).forEach(tell);
  }
  const rest = records.filter((record) => !told.has(record));
  if (rest.length > 0) lines.push("", say("records-of-no-year"));
  rest.forEach(tell);
  return lines;
}

function recordLines(
  { place }: RecordReview,
  { review, submission }: Pick<ReviewOutcome, "review" | "submission">,
  language: Language,
): string[] {
  const record = submission.records.find((each) => each.place.row === place.row);
  const explanation = explainAt(submission, review, place.row);
  if (!record || !explanation) return [];
  const { computation, questions, evidence, outcome } = explanationOf(explanation, language, policyOf(review.policy));
  return [
    commandSpeech(language)("record-in-full", { row: place.row + 1, form: record.formLabel, title: record.title }),
    ...[computation, ...questions, evidence, outcome].flatMap((text) => (text === null ? [] : [`      ${text}`])),
  ];
}
