/** Every code that a finding may carry, as a union: a code misspelt in a rule or a check is an error of compilation. */
import type { codes as accounting } from "./accounting-2018-10/codes";
import type { CodeEntry } from "./code";
import { ENGINE_CODES, type EngineCode } from "./engine-codes";
import type { codes as yiyang } from "./yiyang-2018-47/codes";

export type Code = EngineCode | keyof typeof yiyang | keyof typeof accounting;

/** What holds the codes of a notice: a policy, or as much of it as a caller has. */
export interface CodesOfNotice {
  readonly codes: Readonly<Record<string, CodeEntry>>;
}

/** What holds all words of a notice that an explanation may need. */
export interface WordsOfNotice extends CodesOfNotice {
  /** What a fact of a form is called; `{value}` stands for its value, `enOne` is of the value 1. */
  readonly factWords: readonly {
    readonly form: string;
    readonly fact: string;
    readonly zh: string;
    readonly en: string;
    readonly enOne?: string | undefined;
  }[];
}

const engineCodes: Readonly<Record<string, CodeEntry>> = ENGINE_CODES;

/** The entry of a code: the notice's own, else that of any notice. Undefined for a code that neither has. */
export function codeEntryOf(code: string, notice: CodesOfNotice | undefined): CodeEntry | undefined {
  const own = notice?.codes;
  if (own && Object.hasOwn(own, code)) return own[code];
  return Object.hasOwn(engineCodes, code) ? engineCodes[code] : undefined;
}

/** Severity of a code that no question bears on; a code unknown to the notice counts as an error. */
export function severityOf(code: string, notice: CodesOfNotice): CodeEntry["severity"] {
  return codeEntryOf(code, notice)?.severity ?? "error";
}

/** True where a reviewer's signed decision on the record stands above the code: evidence, filing, year, every question. */
export function isLiftedByDecision(code: string, notice: CodesOfNotice): boolean {
  return codeEntryOf(code, notice)?.lifted === true || isOfQuestion(code, notice);
}

/** True for a code that only the questions of the notice raise. */
export function isOfQuestion(code: string, notice: CodesOfNotice | undefined): boolean {
  return codeEntryOf(code, notice)?.severity === "judgement";
}

/** Key of the record's cell that a code is about, undefined for the row as a whole. */
export function cellOfCode(code: string, notice: CodesOfNotice): string | undefined {
  return codeEntryOf(code, notice)?.cell;
}
