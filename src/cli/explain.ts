/** `--explain 登记证书编号`: why a person is qualified or not, each year, each record, in lines for a terminal. */
import type { ReviewOutcome } from "../excel/index";
import { catalogueOf, explanationOf, messageOf, personSentence } from "../messages/index";
import { explainAt } from "../review/explain";
import { reasonsOf } from "../review/reasons";
import type { RecordReview } from "../review/types";
import { registrationNoOf } from "../submission/text";

export function explainLines(
  { review, submission }: Pick<ReviewOutcome, "review" | "submission">,
  asked: string,
): string[] {
  const registrationNo = registrationNoOf(asked);
  const person = reasonsOf(review).find((each) => each.registrationNo === registrationNo);
  const records = review.records.filter((record) => record.registrationNo === registrationNo);
  if (!person && records.length === 0) return [`  “人员信息”和“学时记录”中都没有登记证书编号“${asked}”，请核对编号。`];

  const lines = person
    ? [`  ${registrationNo} ${person.name}`, `  ${personSentence(person, "zh")}`]
    : [`  ${registrationNo}：不在“人员信息”中`];
  const told = new Set<RecordReview>();
  const tell = (record: RecordReview): void => {
    told.add(record);
    lines.push(...recordLines(record, { review, submission }));
  };
  const { yearStatuses, reasons } = catalogueOf("zh");
  for (const year of review.years.filter((each) => each.registrationNo === registrationNo)) {
    const why = [
      ...(year.sealed ? [reasons.sealed] : []),
      ...year.findings.map((finding) => Object.values(messageOf(finding, "zh")).join("，")),
    ].join("；");
    lines.push(
      "",
      `  ${year.year} 年度 ${yearStatuses[year.status]}：公需 ${year.publicHours}，专业 ${year.professionalHours}，合计 ${year.totalHours}${why === "" ? "" : `；${why}`}`,
    );
    records.filter((record) => record.year === year.year).forEach(tell);
  }
  const rest = records.filter((record) => !told.has(record));
  if (rest.length > 0) lines.push("", "  不属于任何年度的记录");
  rest.forEach(tell);
  return lines;
}

function recordLines(
  { place }: RecordReview,
  { review, submission }: Pick<ReviewOutcome, "review" | "submission">,
): string[] {
  const record = submission.records.find((each) => each.place.row === place.row);
  const explanation = explainAt(submission, review, place.row);
  if (!record || !explanation) return [];
  const { computation, questions, evidence, outcome } = explanationOf(explanation, "zh");
  return [
    `    第 ${place.row + 1} 行 ${record.formLabel}《${record.title}》`,
    ...[computation, ...questions, evidence, outcome].flatMap((text) => (text === null ? [] : [`      ${text}`])),
  ];
}
