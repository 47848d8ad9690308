/** What an option would change, in words. */
import { catalogueOf, questionWords, type Language } from "../messages";
import { countOf, type StateTransition, type OptionEffect, type VerdictChanges } from "./effects";

/** "若选“从严”：3 人由待判断变为不合格（另有 4 个年度结论有变）" */
export function effectSentence(id: string, effect: OptionEffect, language: Language): string {
  const label = questionWords(id, language)?.options[effect.option] ?? effect.option;
  return `${catalogueOf(language).effects.option(label)}${effectWords(effect, language)}`;
}

/** The same without naming the option. */
export function effectWords({ people, years, records }: VerdictChanges, language: Language): string {
  const { effects: words, personVerdicts: verdicts } = catalogueOf(language);
  const said = people
    .map(({ from, to, count }) => words.people(count, verdicts[from], verdicts[to]))
    .join(words.between);
  const part = (changes: readonly StateTransition<string>[], text: (count: number) => string): string[] =>
    changes.length === 0 ? [] : [text(countOf(changes))];
  const rest = [...part(years, words.years), ...part(records, words.records)];
  if (rest.length === 0) return said === "" ? words.nobody : said;
  return said === "" ? `${words.nobody}${words.only(rest)}` : `${said}${words.besides(rest)}`;
}
