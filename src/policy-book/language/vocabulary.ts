/** Words that conditions and formulas of one form may name. */
import type { FactName } from "../../policy/language";
import { FACT_OF_WORD, factWord, isTextFact, listOfFact, SAYS } from "../words";
import { Unreadable } from "../unreadable";
import { Lexer } from "./tokens";

export class Vocabulary {
  readonly lexer: Lexer;
  private readonly listWords = new Map<FactName, ReadonlyMap<string, string>>();

  /** `documents`: labels of the form's evidence to their slugs. `formLabels`: what 学习形式 may say. */
  constructor(documents: ReadonlyMap<string, string>, formLabels: readonly string[]) {
    this.listWords.set("evidence", documents);
    this.listWords.set("formLabel", new Map(formLabels.map((label) => [label, label])));
    const lists = [...FACT_OF_WORD.values()].flatMap((fact) => [...this.listOf(fact).keys()]);
    // A number that is a word would hide the numbers
    this.lexer = new Lexer(
      [...FACT_OF_WORD.keys(), ...Object.values(SAYS), ...lists].filter((word) => !/^\d/u.test(word)),
    );
  }

  /** Words of a fact to their slugs; empty where it has none. */
  listOf(fact: FactName): ReadonlyMap<string, string> {
    return this.listWords.get(fact) ?? listOfFact(fact) ?? new Map<string, string>();
  }

  /** How a value of a fact is written: its word, or the value itself in quotes where no word says it. */
  wordOf(fact: FactName, value: string | number): string {
    if (typeof value === "number") return isTextFact(fact) ? `“${value}”` : value < 0 ? `－${-value}` : String(value);
    for (const [word, slug] of this.listOf(fact)) if (slug === value && this.lexer.isOneWord(word)) return word;
    return `“${value}”`;
  }

  /** The slug that a word of a fact means. Throws Unreadable for a word that the fact does not have. */
  slugOf(fact: FactName, word: string): string {
    const list = this.listOf(fact);
    const slug = list.get(word) ?? [...list].find(([each]) => plain(each) === plain(word))?.[1];
    if (slug === undefined) throw new Unreadable("word-unknown", word, [...list.keys()]);
    return slug;
  }

  /** The fact of a word. Throws Unreadable. */
  factOf(word: string): FactName {
    const fact = FACT_OF_WORD.get(word);
    if (fact === undefined) throw new Unreadable("word-unknown", word, [...FACT_OF_WORD.keys()]);
    return fact;
  }

  readonly factWord = factWord;
}

/** For comparing words: half-width, without spaces. */
export const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");

/** A number as a formula writes it. */
export const numberText = (value: number): string => (value < 0 ? `（－${-value}）` : String(value));
