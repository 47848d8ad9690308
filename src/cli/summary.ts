/** The end of a review, in lines that a person reads in a terminal. */
import type { IssueOutcome, ReviewOutcome } from "../excel/index";
import { columnName } from "../grid/address";
import type { LeftAsideItem } from "../submission/types";
import { commandSpeech, type CommandSpeech } from "../messages/command";
import { catalogueOf, messageOf, optionLabel, questionText, type Language } from "../messages/index";
import { policyOf } from "../policy/index";
import { countOf, effectsOf, effectWords, type QuestionEffect } from "../results/index";

const MOST = 6;
const MOST_EFFECTS = 4;

/** A line a sheet and kind: what was left aside, and where. */
function noticeLines(notices: readonly LeftAsideItem[], say: CommandSpeech): string[] {
  const groups = new Map<string, LeftAsideItem[]>();
  for (const notice of notices) {
    const group = `${notice.kind} ${notice.sheet}`;
    groups.set(group, [...(groups.get(group) ?? []), notice]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const places = group.slice(0, MOST).map(({ row, column, text = "", nearest = null }) => ({
      row: row + 1,
      column: column === undefined ? null : columnName(column),
      text,
      nearest,
    }));
    return [say("left-aside", { sheet: first.sheet, kind: first.kind, places, count: group.length })];
  });
}

/**
 * What the command prints of a review, a line each: verdicts, years, codes, what was left aside, and the certificates
 * if some were issued.
 */
export function summaryLines(outcome: ReviewOutcome, issued: IssueOutcome | null, language: Language): string[] {
  const { review, unit } = outcome;
  const say = commandSpeech(language);
  const words = catalogueOf(language);
  const tallies = <T extends string>(
    values: readonly T[],
    order: readonly T[],
    label: Readonly<Record<T, string>>,
  ): { readonly label: string; readonly count: number }[] =>
    order.map((value) => ({ label: label[value], count: values.filter((each) => each === value).length }));
  const lines = [
    say("unit-line", { unit: unit.unitName, policy: review.policy, year: unit.applicationYear }),
    say("records-line", {
      count: review.records.length,
      tallies: tallies(
        review.records.map((record) => record.verdict),
        ["credited", "rejected", "pending"],
        words.recordVerdicts,
      ),
    }),
    say("years-line", {
      count: review.years.length,
      tallies: tallies(
        review.years.map((year) => year.status),
        ["met", "unmet", "pending"],
        words.yearStatuses,
      ),
    }),
    say("people-line", {
      count: review.people.length,
      tallies: tallies(
        review.people.map((person) => person.verdict),
        ["qualified", "unqualified", "pending"],
        words.personVerdicts,
      ),
    }),
  ];
  const frequent = new Map<string, number>();
  for (const finding of review.findings)
    if (finding.severity === "error" || finding.severity === "warning")
      frequent.set(finding.code, (frequent.get(finding.code) ?? 0) + 1);
  const top = [...frequent].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  if (top.length > 0) {
    const policy = policyOf(review.policy);
    lines.push(say("frequent-problems"));
    for (const [code, count] of top) {
      const example = review.findings.find((finding) => finding.code === code);
      if (!example) continue;
      const { problem } = messageOf({ ...example, details: {} }, language, policy);
      lines.push(say("frequent-problem", { count, problem }));
    }
  }
  const open = review.questions.filter((question) => question.decision === null && question.touched > 0);
  lines.push(
    open.length === 0
      ? say("no-open-questions")
      : say("open-questions", {
          questions: open.map(({ id, touched }) => ({ id, question: questionText(id, language), touched })),
        }),
  );
  const heaviest = open.slice().sort((a, b) => b.touched - a.touched)[0];
  if (heaviest) {
    const { id, clause } = heaviest;
    lines.push(say("heaviest-question", { question: questionText(id, language), clause }));
  }
  lines.push(...noticeLines(outcome.submission.notices, say));
  lines.push(...effectLines(effectsOf(outcome.submission, review, undefined, true), language));
  if (issued)
    lines.push(
      say("certificates-issued", {
        count: issued.issued.length,
        first: issued.issued[0]?.certificateNo ?? null,
        last: issued.issued.at(-1)?.certificateNo ?? null,
      }),
    );
  return lines;
}

/** What deciding would change, the questions that change most first. */
function effectLines(effects: readonly QuestionEffect[], language: Language): string[] {
  const say = commandSpeech(language);
  const weight = ({ options }: QuestionEffect): number =>
    Math.max(...options.map(({ people, years }) => 1000 * countOf(people) + countOf(years)));
  const moving = effects.filter((each) => weight(each) > 0).sort((a, b) => weight(b) - weight(a));
  const lines = moving.slice(0, MOST_EFFECTS).map(({ id, options }) =>
    say("question-effects", {
      question: questionText(id, language),
      options: options.map((effect) => ({
        option: optionLabel(id, effect.option, language),
        effect: effectWords(effect, language),
      })),
    }),
  );
  const count = effects.length - lines.length;
  if (lines.length > 0 && count > 0) lines.push(say("effects-rest", { count }));
  if (lines.length === 0 && effects.length > 0) lines.push(say("no-effects"));
  return lines;
}
