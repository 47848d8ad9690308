/** A comparison in lines that a person reads in a terminal. */
import { commandSpeech } from "../messages/command";
import { catalogueOf, codeSummary, type Language } from "../messages/index";
import type { Comparison, FindingChange, Pair, PersonChange, RecordChange, YearChange } from "../results/index";

const MOST_PEOPLE = 20;
const MOST_RECORDS = 5;

/** `names`: what the two sides are, in words. */
export function comparisonLines(comparison: Comparison, names: Pair<string>, language: Language): string[] {
  const { people, totals, unit } = comparison;
  const say = commandSpeech(language);
  const lines = [say("compared-sides", names)];
  if (people.length === 0) return [...lines, say("compared-same")];
  lines.push(say("compared-totals", totals));
  for (const person of people.slice(0, MOST_PEOPLE)) lines.push(...personLines(person, unit, language));
  if (people.length > MOST_PEOPLE) lines.push(say("compared-rest", { count: people.length - MOST_PEOPLE }));
  return lines;
}

function personLines(
  { registrationNo, name, verdict, findings, years }: PersonChange,
  unit: Pair<string>,
  language: Language,
): string[] {
  const words = catalogueOf(language).personVerdicts;
  return [
    commandSpeech(language)("compared-person", {
      name,
      registrationNo,
      verdict: arrow(words[verdict.before], words[verdict.after]),
      codes: codesOf(findings, language),
    }),
    // A year that only says the same thing more gravely is left to the file
    ...years
      .filter(
        ({ status, hours, records }) =>
          status.before !== status.after || hours.before !== hours.after || records.length > 0,
      )
      .flatMap((year) => yearLines(year, unit, language)),
  ];
}

function yearLines(
  { year, status, hours, difference, findings, records }: YearChange,
  unit: Pair<string>,
  language: Language,
): string[] {
  const say = commandSpeech(language);
  const words = catalogueOf(language).yearStatuses;
  const word = (each: YearChange["status"]["before"]): string => (each === null ? say("year-unlisted") : words[each]);
  const states = arrow(word(status.before), word(status.after));
  // What a year lacks that the other side does not ask for is no news
  if (hours.before === hours.after && records.length === 0 && (status.before === null || status.after === null))
    return [say("compared-year", { year, states, amount: null, codes: [] })];
  const change = difference === null || difference === 0 ? null : `${difference > 0 ? "+" : ""}${difference}`;
  const lines = [
    say("compared-year", {
      year,
      states,
      amount: { text: amountText(hours, unit), difference: change },
      codes: codesOf(findings, language),
    }),
  ];
  for (const record of records.slice(0, MOST_RECORDS)) lines.push(recordLine(record, unit, language));
  if (records.length > MOST_RECORDS) lines.push(say("compared-records-rest", { count: records.length - MOST_RECORDS }));
  return lines;
}

function recordLine(
  { sheet, row, credited, verdict, clauses, findings }: RecordChange,
  unit: Pair<string>,
  language: Language,
): string {
  const words = catalogueOf(language).recordVerdicts;
  return commandSpeech(language)("compared-record", {
    sheet,
    row,
    amount: amountText(credited, unit),
    verdict: arrow(words[verdict.before], words[verdict.after]),
    clauses,
    codes: codesOf(findings, language, false),
  });
}

const arrow = (before: string | number, after: string | number): string =>
  before === after ? String(after) : `${before} → ${after}`;

/** An amount of hours or credits on both sides; the unit stands once where both have the same. */
const amountText = ({ before, after }: Pair<number>, unit: Pair<string>): string =>
  unit.before === unit.after
    ? `${arrow(before, after)} ${unit.after}`
    : `${before} ${unit.before} → ${after} ${unit.after}`;

/** Which codes come, go, or change their severity, and the clause behind each. */
function codesOf(findings: readonly FindingChange[], language: Language, withClause = true): string[] {
  const say = commandSpeech(language);
  const { severities } = catalogueOf(language);
  const change = ({ code, severity: { before, after } }: FindingChange): string => {
    const problem = codeSummary(code, language) ?? code;
    return before === null
      ? say("problem-new", { problem })
      : after === null
        ? say("problem-gone", { problem })
        : `${problem} ${severities[before]} → ${severities[after]}`;
  };
  return findings.map((finding) => (withClause ? `${finding.clause} ${change(finding)}` : change(finding)));
}
