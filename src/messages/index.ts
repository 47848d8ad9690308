/** Findings, verdicts and questions in words. One catalogue a language; rules hand over codes and details, never sentences. */
import type { PersonReasons, YearReasons } from "../review/reasons";
import type { Finding, PersonVerdict } from "../review/types";
import { a1 } from "../grid/address";
import type { Catalogue, QuestionWords } from "./catalogue";
import type { Explanation } from "../review/explain";
import { en } from "./en";
import { explain, type ExplanationText } from "./explanation";
import { lackingText, personText, waitingText } from "./reasons";
import { zh } from "./zh";

export type Language = "zh" | "en";

export { failureWords, type FailureDetails, type FailureKey } from "./failures";

export interface Message {
  readonly problem: string;
  readonly remedy: string;
}

const catalogues: Readonly<Record<Language, Catalogue>> = { zh, en };

/** Labels and entries of a language, for screens that show them all. */
export function catalogueOf(language: Language): Catalogue {
  return catalogues[language];
}

/** What a finding says: the problem and its remedy. Never throws; an unknown code names itself. */
export function messageOf(finding: Finding, language: Language): Message {
  const catalogue = catalogues[language];
  const [problem, remedy] = catalogue.entries[finding.code] ?? catalogue.unknown;
  const details = detailsOf(finding, language);
  return { problem: interpolate(problem, details), remedy: interpolate(remedy, details) };
}

/** Problem and remedy as one text, as the report's `message` has it. */
export function sentenceOf(finding: Finding, language: Language): string {
  const { problem, remedy } = messageOf(finding, language);
  return language === "zh" ? `${problem}。${remedy}。` : `${problem}. ${remedy}.`;
}

/** A record's computation in words, what is open about it, and what became of it. */
export function explanationOf(explanation: Explanation, language: Language): ExplanationText {
  const catalogue = catalogues[language];
  return explain(explanation, {
    catalogue,
    unit: (unit, count) => unitWord(unit, count, language),
    problem: ({ code, details }) =>
      interpolate(
        (catalogue.entries[code] ?? catalogue.unknown)[0],
        detailsOf(details === undefined ? { code } : { code, details }, language),
      ),
  });
}

const speechIn = (language: Language) => ({
  catalogue: catalogues[language],
  unit: (unit: string, count: number): string => unitWord(unit, count, language),
  problem: (finding: Finding): string => messageOf(finding, language).problem,
});

/** A person's verdict and why. `brief`: beside a list of the years, which says what each lacks. */
export function personSentence(person: PersonReasons, language: Language, { brief = false } = {}): string {
  return personText(person, speechIn(language), brief);
}

/** What a year lacks: "公需差 6 学时、合计差 10 学时"; blank when nothing is lacking. */
export function lackingSentence(year: YearReasons, language: Language): string {
  return lackingText(year, speechIn(language));
}

/** The open questions that a year's status waits for; null when it waits for nothing. */
export function waitingSentence(year: YearReasons, language: Language): string | null {
  return waitingText(year, speechIn(language));
}

/** 学时 and 学分 in a language; a unit that the catalogue does not know stays as it is. */
export function unitWord(unit: string, count: number, language: Language): string {
  const [one, several] = catalogues[language].units[unit] ?? [unit, unit];
  return count === 1 ? one : several;
}

/** A judgement question and its options; null for a number that is not in the register. */
export function questionWords(id: string, language: Language): QuestionWords | null {
  return catalogues[language].questions[id] ?? null;
}

type Details = ReadonlyMap<string, string>;

const DEFAULT_UNIT = "学时";

function detailsOf(finding: Pick<Finding, "code" | "details"> & Partial<Finding>, language: Language): Details {
  const details = new Map<string, string>([["code", finding.code]]);
  const put = (key: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== "") details.set(key, String(value));
  };
  put("registrationNo", finding.registrationNo);
  put("name", finding.name);
  put("year", finding.year);
  if (finding.place?.column !== undefined) put("cell", a1(finding.place.row, finding.place.column));
  for (const [key, value] of Object.entries(finding.details ?? {})) put(key, value);
  const { unit, missing, verdict } = finding.details ?? {};
  if (typeof verdict === "string" && verdict in catalogues[language].personVerdicts)
    put("verdict", catalogues[language].personVerdicts[verdict as PersonVerdict]);
  put("unit", unitWord(String(unit ?? DEFAULT_UNIT), Number(missing), language));
  return details;
}

function interpolate(template: string, details: Details): string {
  const whole = template.replace(/\[([^\]]*)\]/g, (_, passage: string) =>
    [...passage.matchAll(/\{(\w+)\}/g)].every((match) => details.has(match[1] ?? "")) ? passage : "",
  );
  return whole.replace(/\{(\w+)\}/g, (_, key: string) => details.get(key) ?? "");
}
