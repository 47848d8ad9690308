/** Cuts a formula or a condition into tokens. Full-width and half-width signs are the same. */

export type Sign = "+" | "-" | "×" | "(" | ")" | "," | "、" | ";" | ":" | "=" | ">" | "<" | "≥" | "≤" | "≠";

export type Token =
  | { readonly kind: "number"; readonly text: string; readonly value: number }
  | { readonly kind: "sign"; readonly text: Sign }
  /** a word, known or not */
  | { readonly kind: "word"; readonly text: string }
  /** a text in quotes, as it is */
  | { readonly kind: "quoted"; readonly text: string }
  /** the name of a table, between 〔 and 〕 */
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "end"; readonly text: "" };

/** Signs as people type them, the longest first. */
const SIGNS: readonly (readonly [string, Sign])[] = [
  [">=", "≥"],
  ["<=", "≤"],
  ["<>", "≠"],
  ["!=", "≠"],
  ["≧", "≥"],
  ["≥", "≥"],
  ["≦", "≤"],
  ["≤", "≤"],
  ["≠", "≠"],
  ["+", "+"],
  ["-", "-"],
  ["−", "-"],
  ["–", "-"],
  ["×", "×"],
  ["*", "×"],
  ["(", "("],
  [")", ")"],
  [",", ","],
  ["、", "、"],
  [";", ";"],
  [":", ":"],
  ["=", "="],
  [">", ">"],
  ["<", "<"],
];

/** Full-width ASCII as half-width; one character stays one character. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, " ");

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?/iu;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ['"', '"'],
  ["〔", "〕"],
]);

/** Cuts words where a known one ends; what begins with none runs on to the next sign or space. */
export class Lexer {
  private readonly known: readonly string[];

  constructor(known: Iterable<string>) {
    this.known = [...new Set([...known].map(halfWidth))].sort((a, b) => b.length - a.length);
  }

  /** Tokens in order, the last of which is the end. */
  tokens(source: string): Token[] {
    const text = halfWidth(source);
    const tokens: Token[] = [];
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at);
      const space = /^\s+/u.exec(rest)?.[0];
      if (space !== undefined) {
        at += space.length;
        continue;
      }
      const closing = QUOTES.get(rest.charAt(0));
      const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
      if (end > 0) {
        tokens.push({ kind: closing === "〕" ? "table" : "quoted", text: source.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
      const token = this.next(rest);
      tokens.push(token.kind === "word" ? { ...token, text: source.slice(at, at + token.length) } : token);
      at += token.length;
    }
    return [...tokens, { kind: "end", text: "" }];
  }

  /** True when the text, standing by itself, is read as this one word. */
  isOneWord(text: string): boolean {
    const [first, second] = this.tokens(text);
    return first?.kind === "word" && first.text === text && second?.kind === "end";
  }

  private next(rest: string): Exclude<Token, { kind: "end" }> & { readonly length: number } {
    const word = this.known.find((each) => rest.startsWith(each));
    if (word !== undefined) return { kind: "word", text: word, length: word.length };
    const number = NUMBER.exec(rest)?.[0];
    if (number !== undefined) return { kind: "number", text: number, value: Number(number), length: number.length };
    const sign = SIGNS.find(([typed]) => rest.startsWith(typed));
    if (sign !== undefined) return { kind: "sign", text: sign[1], length: sign[0].length };
    let length = 1;
    while (length < rest.length && !this.endsWord(rest.slice(length))) length += 1;
    return { kind: "word", text: rest.slice(0, length), length };
  }

  private endsWord(rest: string): boolean {
    return /^\s/u.test(rest) || QUOTES.has(rest.charAt(0)) || SIGNS.some(([typed]) => rest.startsWith(typed));
  }
}
