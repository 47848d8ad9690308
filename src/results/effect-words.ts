/** What an option would change, in words. */
import { catalogueOf, questionWords, type Language } from "../messages";
import { countOf, type StateTransition, type OptionEffect, type VerdictChanges } from "./effects";

const WORDS = {
  zh: {
    option: (label: string) => `若选“${label}”：`,
    people: (count: number, from: string, to: string) => `${count} 人由${from}变为${to}`,
    nobody: "没有人因此改变",
    besides: (parts: readonly string[]) => `（另有 ${parts.join("、")}结论有变）`,
    only: (parts: readonly string[]) => `（但有 ${parts.join("、")}结论有变）`,
    years: (count: number) => `${count} 个年度`,
    records: (count: number) => `${count} 条记录`,
    between: "，",
  },
  en: {
    option: (label: string) => `If “${label}”: `,
    people: (count: number, from: string, to: string) =>
      `${count} ${count === 1 ? "person" : "people"} from ${from} to ${to}`,
    nobody: "nobody’s verdict changes",
    besides: (parts: readonly string[]) => ` (and ${parts.join(", ")} change)`,
    only: (parts: readonly string[]) => ` (but ${parts.join(", ")} change)`,
    years: (count: number) => `${count} ${count === 1 ? "year" : "years"}`,
    records: (count: number) => `${count} ${count === 1 ? "record" : "records"}`,
    between: ", ",
  },
} as const;

/** "若选“从严”：3 人由待判断变为不合格（另有 4 个年度结论有变）" */
export function effectSentence(id: string, effect: OptionEffect, language: Language): string {
  const label = questionWords(id, language)?.options[effect.option] ?? effect.option;
  return `${WORDS[language].option(label)}${effectWords(effect, language)}`;
}

/** The same without naming the option. */
export function effectWords({ people, years, records }: VerdictChanges, language: Language): string {
  const words = WORDS[language];
  const verdicts = catalogueOf(language).personVerdicts;
  const said = people
    .map(({ from, to, count }) => words.people(count, verdicts[from], verdicts[to]))
    .join(words.between);
  const part = (changes: readonly StateTransition<string>[], text: (count: number) => string): string[] =>
    changes.length === 0 ? [] : [text(countOf(changes))];
  const rest = [...part(years, words.years), ...part(records, words.records)];
  if (rest.length === 0) return said === "" ? words.nobody : said;
  return said === "" ? `${words.nobody}${words.only(rest)}` : `${said}${words.besides(rest)}`;
}
