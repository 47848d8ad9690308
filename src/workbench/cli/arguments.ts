/** Command lines: long options with or without a value, and positional words. */
import { languageOf, WORDS } from "./words";

export interface CommandLine {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** What is wrong with a command line, for the user who typed it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads `--name VALUE`, `--name=VALUE` and flags. Throws UsageError, in the command's language, for an unknown
 * option, a value that is missing, or a language that there is not.
 */
export function readCommandLine(
  argv: readonly string[],
  known: { readonly values: readonly string[]; readonly flags: readonly string[] },
): CommandLine {
  const said = WORDS[languageOf(argv)];
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) {
      words.push(word);
      continue;
    }
    const [name = "", ...inline] = word.slice(2).split("=");
    if (known.flags.includes(name) && inline.length === 0) {
      flags.add(name);
    } else if (known.values.includes(name)) {
      const value = inline.length > 0 ? inline.join("=") : argv[++index];
      if (value === undefined || value === "" || value.startsWith("--")) throw new UsageError(said.valueMissing(name));
      values.set(name, value);
    } else {
      throw new UsageError(said.optionUnknown(name));
    }
  }
  const language = values.get("lang");
  if (language !== undefined && !Object.hasOwn(WORDS, language)) throw new UsageError(said.languageUnknown(language));
  return { words, values, flags };
}
