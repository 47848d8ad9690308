/** What kinds of values stand in single cells, how each is written, and how it is read back. */
import type { Condition } from "../policy/language";
import { labelOfSlug, VALUES, type ClosedList } from "../submission/vocabulary";
import type { Entry } from "./draft";
import { readCondition } from "./language/read";
import { plain } from "./language/vocabulary";
import { conditionText } from "./language/write";
import type { Names } from "./names";
import { Unreadable } from "./unreadable";
import { FACT_OF_WORD, factWord, SAYS } from "./words";
import type { FactName } from "../policy/language";

export type Written = string | number;

export interface Codec {
  /** The cell of a value. `entry` is what it belongs to. */
  readonly write: (value: unknown, names: Names, entry: Entry) => Written;
  /** The value of a cell that is not blank. `entry`: what was read of its row so far. Throws Unreadable. */
  readonly read: (cell: Written, names: Names, entry: Entry) => unknown;
  /** Words to choose from in the cell. */
  readonly choices?: readonly string[];
  /** A list of another sheet to choose from. */
  readonly choicesFrom?: "forms" | "questions" | "codes";
}

/** Text as it is; one that is blank, or stands in quotes, is put into quotes. */
export const text: Codec = {
  write: (value) => (typeof value === "string" && /^(?:\s*|“.*”)$/su.test(value) ? `“${value}”` : String(value)),
  read: (cell) => {
    const given = String(cell);
    return /^“.*”$/su.test(given) ? given.slice(1, -1) : given;
  },
};

/** A number; `2/3` is two thirds. */
export const number: Codec = {
  write: (value) => numberCell(value as number),
  read: (cell) => numberOfCell(cell),
};

export const numberCell = (value: number): Written => fraction(value) ?? value;

/** Throws Unreadable. */
export function numberOfCell(cell: Written): number {
  if (typeof cell === "number") return cell;
  const given = plain(cell).replace("−", "-");
  const [, over, under] = /^(\d+)\/([1-9]\d*)$/u.exec(given) ?? [];
  if (over !== undefined && under !== undefined) return Number(over) / Number(under);
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(given)) throw new Unreadable("number-unreadable", cell);
  return Number(given);
}

/** A number that has no short decimals as a fraction of small numbers. */
function fraction(value: number): string | null {
  if (Number.isInteger(value) || String(value).length < 8) return null;
  for (let under = 3; under <= 12; under += 1) {
    const over = Math.round(value * under);
    if (over > 0 && over / under === value) return `${over}/${under}`;
  }
  return null;
}

/** Reads a cell as another codec does, and refuses what is no whole number. */
export const whole: Codec = {
  write: (value) => value as number,
  read: (cell) => {
    const read = numberOfCell(cell);
    if (!Number.isInteger(read)) throw new Unreadable("whole-number-needed", String(cell));
    return read;
  },
};

/** One of a few words, each for a value. */
export function words<Value extends string | boolean | number>(pairs: readonly (readonly [string, Value])[]): Codec {
  const choices = pairs.map(([word]) => word);
  return {
    choices,
    write: (value) => pairs.find(([, each]) => each === value)?.[0] ?? String(value),
    read: (cell) => {
      const found = pairs.find(([word]) => plain(word) === plain(String(cell)));
      if (found === undefined) throw new Unreadable("word-unknown", String(cell), choices);
      return found[1];
    },
  };
}

export const yesNo = words<boolean>([
  [SAYS.yes, true],
  [SAYS.no, false],
]);
/** True, or absent. */
export const flag = words<boolean>([[SAYS.yes, true]]);

/** One of a closed list of the workbook; another value stands in quotes. */
export const closed = (list: ClosedList): Codec => ({
  choices: [...list.keys()],
  write: (value) => {
    const label = labelOfSlug(list, String(value));
    return list.has(label) ? label : `“${String(value)}”`;
  },
  read: (cell) => {
    const given = String(cell);
    if (/^“.*”$/su.test(given)) return given.slice(1, -1);
    const found = [...list].find(([label]) => plain(label) === plain(given));
    if (found === undefined) throw new Unreadable("word-unknown", given, [...list.keys()]);
    return found[1];
  },
});

const NEEDS_QUOTES = /[、；“”\n]|^\s|\s$|^$/u;

/** Pieces between 、 (or another sign); a piece that holds one stands in quotes. */
export function split(cell: Written, sign: "、" | "；"): string[] {
  const pieces = [
    ...String(cell).matchAll(
      sign === "、" ? /\s*(?:“([^”]*)”|([^、]+))(?:、|$)/gu : /\s*(?:“([^”]*)”|([^；;]+))(?:[；;]|$)/gu,
    ),
  ];
  return pieces.map(([, quoted, bare]) => quoted ?? (bare ?? "").trim());
}

const quoted = (piece: string): string => (NEEDS_QUOTES.test(piece) ? `“${piece}”` : piece);

/** Several texts with 、 between. */
export const texts: Codec = {
  write: (value) => (value as string[]).map(quoted).join("、"),
  read: (cell) => split(cell, "、"),
};

/** Several values of another codec with 、 between. `blank`: what stands for none at all. */
export const several = (of: Codec): Codec => ({
  ...(of.choices === undefined ? {} : { choices: of.choices }),
  write: (value, names, entry) => (value as unknown[]).map((each) => of.write(each, names, entry)).join("、"),
  read: (cell, names, entry) =>
    [...String(cell).matchAll(/“[^”]*”|[^、]+/gu)].map(([piece]) => of.read(piece.trim(), names, entry)),
});

/** One value, or several as a list. */
const oneOrSeveral = (of: Codec): Codec => {
  const list = several(of);
  return {
    ...of,
    write: (value, names, entry) => list.write([value].flat(), names, entry),
    read: (cell, names, entry) => {
      const values = list.read(cell, names, entry) as unknown[];
      return values.length === 1 ? values[0] : values;
    },
  };
};

/** A form by its name. */
export const form: Codec = {
  choicesFrom: "forms",
  write: (value, { forms }) => forms.nameOf(String(value)),
  read: (cell, { forms }) => {
    const slug = forms.slugOf(String(cell));
    if (slug === undefined) throw new Unreadable("word-unknown", String(cell), forms.all);
    return slug;
  },
};

export const code: Codec = {
  choicesFrom: "codes",
  write: (value) => String(value),
  read: (cell) => String(cell).trim(),
};
export const codes = oneOrSeveral(code);

/** A question by its number. */
export const question: Codec = {
  choicesFrom: "questions",
  write: (value) => String(value),
  read: (cell, names) => {
    const id = names.questions.find((each) => plain(each) === plain(String(cell)));
    if (id === undefined) throw new Unreadable("word-unknown", String(cell), names.questions);
    return id;
  },
};

/** An option by its words; `at`: the key of the row that names the question. */
export const option = (at = "ask"): Codec => ({
  write: (value, names, entry) => names.optionName(String(entry[at]), String(value)),
  read: (cell, names, entry) => {
    const asked = String(entry[at]);
    const slug = names.optionSlug(asked, String(cell));
    if (slug === undefined) throw new Unreadable("word-unknown", String(cell), names.optionNames(asked));
    return slug;
  },
});

/** A document of the row's form by its label; another slug stands in quotes. */
export const document: Codec = {
  write: (value, names, entry) => {
    const label = [...names.documents(String(entry.form))].find(([, slug]) => slug === value)?.[0];
    return label === undefined ? `“${String(value)}”` : quoted(label);
  },
  read: (cell, names, entry) => {
    const given = String(cell);
    const documents = names.documents(String(entry.form));
    const piece = given.replace(/^“([^”]*)”$/u, "$1");
    const found = [...documents].find(([label]) => plain(label) === plain(piece));
    if (found !== undefined) return found[1];
    if (piece !== given) return piece;
    throw new Unreadable("word-unknown", given, [...documents.keys()]);
  },
};

export const documents: Codec = several(document);

/** Alternatives of documents, `；` between; none at all is 不须材料. */
export const documentSets: Codec = {
  write: (value, names, entry) =>
    (value as unknown[][])
      .map((set) => (set.length === 0 ? SAYS.nothing : documents.write(set, names, entry)))
      .join("；"),
  read: (cell, names, entry) =>
    [...String(cell).matchAll(/(?:“[^”]*”|[^；;“])+/gu)].map(([piece]) =>
      piece.trim() === SAYS.nothing ? [] : documents.read(piece.trim(), names, entry),
    ),
};

const factNames: readonly string[] = [...FACT_OF_WORD.keys()];

/** A fact by its column. */
export const fact: Codec = {
  choices: factNames,
  write: (value) => factWord(value as FactName),
  read: (cell) => {
    const found = [...FACT_OF_WORD].find(([word]) => plain(word) === plain(String(cell)));
    if (found === undefined) throw new Unreadable("word-unknown", String(cell), factNames);
    return found[1];
  },
};

export const facts: Codec = { ...several(fact), choices: [] };

type FactUnless = FactName | { readonly fact: FactName; readonly unless: Condition };

/** Facts, each with what lets it be blank: `半天数；排名（除非 角色为 主编）`. */
export const factsUnless: Codec = {
  write: (value, names, entry) =>
    (value as FactUnless[])
      .map((each) =>
        typeof each === "string"
          ? factWord(each)
          : `${factWord(each.fact)}（${SAYS.unless} ${conditionText(each.unless, names.vocabulary(String(entry.form)))}）`,
      )
      .join("；"),
  read: (cell, names, entry) =>
    split(cell, "；").map((piece) => {
      const [, name = piece, unless] =
        new RegExp(`^(.*?)\\s*[（(]\\s*${SAYS.unless}\\s*(.*)[）)]$`, "su").exec(piece) ?? [];
      const named = fact.read(name, names, entry) as FactName;
      return unless === undefined
        ? named
        : { fact: named, unless: readCondition(unless, names.vocabulary(String(entry.form))) };
    }),
};

export const levels = several(closed(VALUES.targetLevel));
