/** A comparison in lines that a person reads in a terminal. */
import { catalogueOf } from "../messages/index";
import type { Comparison, FindingChange, Pair, PersonChange, RecordChange, YearChange } from "../results/index";

const MOST_PEOPLE = 20;
const MOST_RECORDS = 5;

/** `names`: what the two sides are, in words. */
export function comparisonLines(comparison: Comparison, names: Pair<string>): string[] {
  const { people, totals, unit } = comparison;
  const lines = [`  比较：${names.before} → ${names.after}`];
  if (people.length === 0) return [...lines, "    没有人因此改变"];
  lines.push(`    ${totals.verdicts} 人结论有变，${totals.years} 个年度结论有变，${totals.records} 条记录有变`);
  for (const person of people.slice(0, MOST_PEOPLE)) lines.push(...personLines(person, unit));
  if (people.length > MOST_PEOPLE) lines.push(`    还有 ${people.length - MOST_PEOPLE} 人，见 --json 的比较文件`);
  return lines;
}

function personLines({ registrationNo, name, verdict, findings, years }: PersonChange, unit: Pair<string>): string[] {
  const words = catalogueOf("zh").personVerdicts;
  const codes = codesOf(findings);
  return [
    `    ${name} ${registrationNo}：${arrow(words[verdict.before], words[verdict.after])}${codes === "" ? "" : `（${codes}）`}`,
    // A year that only says the same thing more gravely is left to the file
    ...years
      .filter(
        ({ status, hours, records }) =>
          status.before !== status.after || hours.before !== hours.after || records.length > 0,
      )
      .flatMap((year) => yearLines(year, unit)),
  ];
}

function yearLines({ year, status, hours, difference, findings, records }: YearChange, unit: Pair<string>): string[] {
  const words = catalogueOf("zh").yearStatuses;
  const word = (each: YearChange["status"]["before"]): string => (each === null ? "未列入" : words[each]);
  const amount =
    unit.before === unit.after
      ? `${arrow(hours.before, hours.after)} ${unit.after}`
      : `${hours.before} ${unit.before} → ${hours.after} ${unit.after}`;
  const change = difference === null || difference === 0 ? "" : `（${difference > 0 ? "+" : ""}${difference}）`;
  const states = arrow(word(status.before), word(status.after));
  // What a year lacks that the other side does not ask for is no news
  if (hours.before === hours.after && records.length === 0 && (status.before === null || status.after === null))
    return [`      ${year}：${states}`];
  const codes = codesOf(findings);
  const lines = [`      ${year}：${states}，${amount}${change}${codes === "" ? "" : `（${codes}）`}`];
  for (const record of records.slice(0, MOST_RECORDS)) lines.push(`        ${recordText(record, unit)}`);
  if (records.length > MOST_RECORDS) lines.push(`        还有 ${records.length - MOST_RECORDS} 条记录`);
  return lines;
}

function recordText({ sheet, row, credited, verdict, clauses, findings }: RecordChange, unit: Pair<string>): string {
  const words = catalogueOf("zh").recordVerdicts;
  const codes = codesOf(findings, false);
  const amount =
    unit.before === unit.after
      ? `${arrow(credited.before, credited.after)} ${unit.after}`
      : `${credited.before} ${unit.before} → ${credited.after} ${unit.after}`;
  return `${sheet}第 ${row} 行：${amount}，${arrow(words[verdict.before], words[verdict.after])}${clauses.length === 0 ? "" : `，依据${clauses.join("、")}`}${codes === "" ? "" : `（${codes}）`}`;
}

const arrow = (before: string | number, after: string | number): string =>
  before === after ? String(after) : `${before} → ${after}`;

/** Which codes come, go, or change their severity, and the clause behind each. */
function codesOf(findings: readonly FindingChange[], withClause = true): string {
  const { severities } = catalogueOf("zh");
  const change = ({ code, severity: { before, after } }: FindingChange): string =>
    before === null
      ? `新增 ${code}`
      : after === null
        ? `不再有 ${code}`
        : `${code} ${severities[before]} → ${severities[after]}`;
  return findings.map((finding) => (withClause ? `${finding.clause} ${change(finding)}` : change(finding))).join("，");
}
