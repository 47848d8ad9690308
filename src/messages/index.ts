/**
 * Findings, verdicts and questions in words, in every language. Rules hand over codes and details, the notice its own
 * words; sentences are made here and nowhere else.
 */
import type { PersonReasons, YearReasons } from "../review/reasons";
import { noticeOfCode, questionOf } from "../policy";
import type { Detail } from "../policy/code";
import { codeEntryOf, type CodesOfNotice, type WordsOfNotice } from "../policy/codes";
import type { FactName, QuestionSource } from "../policy/language";
import type { Finding, PersonVerdict } from "../review/types";
import type { InputProblem } from "../submission/input-problem";
import { a1 } from "../grid/address";
import type { Catalogue } from "./catalogue";
import type { Explanation } from "../review/explain";
import { en } from "./en";
import { explain, type ExplanationText } from "./explanation";
import { lackingText, personText, waitingText } from "./reasons";
import { functionProblem, type FunctionProblem } from "./function-problems";
import { inputProblemSentence } from "./input-problems";
import type { Language } from "./language";
import { zh } from "./zh";

export type { Language } from "./language";
export { failureWords, type FailureDetails, type FailureKey } from "./failures";

export { FUNCTION_PROBLEM_WORDS, type FunctionProblem } from "./function-problems";

/** What stood in the way of a function's answer, as one text. */
export function functionProblemText(problem: FunctionProblem, language: Language): string {
  return functionProblem(problem, language, (each) => inputProblemSentence(each, language));
}

export { answerWords } from "./answers";
export { policyFindingText } from "./policy-findings";
export { SELF_CHECK, type SelfCheckId } from "./self-check";
export { warningText, type WarningKey } from "./warnings";
export { INPUT_PROBLEM_KEYS } from "./input-problems";

/** A person who is to get a certificate and can't: what stands in the way, as a finding. */
interface WithheldProblem {
  readonly key: "person-withheld";
  readonly details: { readonly name: string; readonly finding: Finding };
  readonly sheet: string;
  readonly cell: string | null;
  readonly choice?: undefined;
}

/** What a failure may list. */
export type FailureProblem = InputProblem | WithheldProblem;

/** What a problem of a failure says, remedy included. */
export function problemText(problem: FailureProblem, language: Language, notice?: CodesOfNotice): string {
  if (problem.key !== "person-withheld") return inputProblemSentence(problem, language);
  const { name, finding } = problem.details;
  return `${name}${language === "zh" ? "：" : ": "}${sentenceOf(finding, language, notice)}`;
}

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
export function messageOf(finding: Finding, language: Language, notice: CodesOfNotice | undefined): Message {
  const [problem, remedy] = templatesOf(finding, language, notice);
  const details = detailsOf(finding, language);
  return { problem: interpolate(problem, details), remedy: interpolate(remedy, details) };
}

/** What a code says of anything, without the details of one place. Undefined for a code that no notice has. */
export function codeSummary(code: string, language: Language, notice?: CodesOfNotice): string | undefined {
  const entry = codeEntryOf(code, notice ?? noticeOfCode(code));
  return entry && interpolate(entry[language][0], new Map([["unit", unitWord(DEFAULT_UNIT, 0, language)]]));
}

/** Problem and remedy as templates, in the words of the notice or of any notice. */
function templatesOf(
  { code, details }: Pick<Finding, "code" | "details">,
  language: Language,
  notice: CodesOfNotice | undefined,
): readonly [problem: string, remedy: string] {
  const { decide, unknown } = catalogues[language];
  const entry = codeEntryOf(code, notice ?? noticeOfCode(code));
  if (!entry) return unknown;
  const wanted = typeof details?.wanted === "string" ? entry.wanted?.[details.wanted] : undefined;
  const [problem, remedy = decide] = (wanted ?? entry)[language];
  return [problem, remedy];
}

/** What the unit itself can do about a finding, said instead of the remedy; null where the code has no words for it. */
export function unitRemedyOf(finding: Finding, language: Language, notice?: CodesOfNotice): string | null {
  const own = codeEntryOf(finding.code, notice ?? noticeOfCode(finding.code))?.sendBack;
  return typeof own === "object" ? interpolate(own[language], detailsOf(finding, language)) : null;
}

/** Problem and remedy as one text, as the report's `message` has it. */
export function sentenceOf(finding: Finding, language: Language, notice: CodesOfNotice | undefined): string {
  const { problem, remedy } = messageOf(finding, language, notice);
  return language === "zh" ? `${problem}。${remedy}。` : `${problem}. ${remedy}.`;
}

/** A record's computation in words, what is open about it, and what became of it. */
export function explanationOf(
  explanation: Explanation,
  language: Language,
  notice: WordsOfNotice | undefined,
): ExplanationText {
  return explain(explanation, {
    catalogue: catalogues[language],
    fact: (fact, value) => factOfForm(notice, explanation.form, fact, value, language),
    question: (id) => quotable(questionText(id, language)),
    option: (id, option) => optionLabel(id, option, language),
    unit: (unit, count) => unitWord(unit, count, language),
    problem: ({ code, details }) => {
      const finding = details === undefined ? { code } : { code, details };
      return interpolate(templatesOf(finding, language, notice)[0], detailsOf(finding, language));
    },
  });
}

/** A fact's value as the notice tells it of the form; null where it is told as with any other form. */
function factOfForm(
  notice: WordsOfNotice | undefined,
  form: string | null,
  fact: FactName,
  value: string,
  language: Language,
): string | null {
  const entry = notice?.factWords.find((each) => each.form === form && each.fact === fact);
  if (!entry) return null;
  const text = language === "en" && value === "1" ? (entry.enOne ?? entry.en) : entry[language];
  return text.replace("{value}", () => value);
}

const speechIn = (language: Language, notice: CodesOfNotice | undefined) => ({
  catalogue: catalogues[language],
  unit: (unit: string, count: number): string => unitWord(unit, count, language),
  problem: (finding: Finding): string => messageOf(finding, language, notice).problem,
  question: (id: string): string => questionText(id, language),
});

/** A person's verdict and why. `brief`: beside a list of the years, which says what each lacks. */
export function personSentence(
  person: PersonReasons,
  language: Language,
  notice: CodesOfNotice | undefined,
  { brief = false }: { readonly brief?: boolean } = {},
): string {
  return personText(person, speechIn(language, notice), brief);
}

/** What a year lacks: "公需差 6 学时、合计差 10 学时"; blank when nothing is lacking. */
export function lackingSentence(year: YearReasons, language: Language, notice: CodesOfNotice | undefined): string {
  return lackingText(year, speechIn(language, notice));
}

/** The open questions that a year's status waits for; null when it waits for nothing. */
export function waitingSentence(
  year: YearReasons,
  language: Language,
  notice: CodesOfNotice | undefined,
): string | null {
  return waitingText(year, speechIn(language, notice));
}

/** 学时 and 学分 in a language; a unit that the catalogue does not know stays as it is. */
function unitWord(unit: string, count: number, language: Language): string {
  const [one, several] = catalogues[language].units[unit] ?? [unit, unit];
  return count === 1 ? one : several;
}

/** A judgement question in words, and what its options are called, by slug. */
export type QuestionWords = QuestionSource["zh"];

/** A judgement question and its options; null for a number that no notice has. */
export function questionWords(id: string, language: Language): QuestionWords | null {
  return questionOf(id)?.question[language] ?? null;
}

/** A question in words; its number where no notice knows it. */
export function questionText(id: string, language: Language): string {
  return questionWords(id, language)?.question ?? id;
}

/** A text that is put into quotation marks: its own become inner ones. */
const quotable = (text: string): string => text.replace(/“/gu, "‘").replace(/”/gu, "’");

/** What an option is called; its slug where no notice knows it. */
export function optionLabel(id: string, option: string, language: Language): string {
  return questionWords(id, language)?.options[option] ?? option;
}

type Details = ReadonlyMap<string, string>;

const DEFAULT_UNIT = "学时";

function detailsOf(finding: Pick<Finding, "code" | "details"> & Partial<Finding>, language: Language): Details {
  const details = new Map<string, string>([["code", finding.code]]);
  const { list } = catalogues[language].explain;
  const put = (key: string, value: Detail | undefined): void => {
    const text = typeof value === "object" ? value.join(list) : String(value ?? "");
    if (text !== "") details.set(key, text);
  };
  put("registrationNo", finding.registrationNo);
  put("name", finding.name);
  put("year", finding.year);
  if (finding.place?.column !== undefined) put("cell", a1(finding.place.row, finding.place.column));
  for (const [key, value] of Object.entries(finding.details ?? {})) put(key, value);
  const { unit, missing, verdict, question } = finding.details ?? {};
  if (typeof question === "string") put("question", quotable(questionText(question, language)));
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
