/** The language that this command was asked to speak, and its words in it. */
import { commandSpeech } from "../messages/command";
import { languageOf, type PageLanguage } from "../workbench/cli/words";

export const LANGUAGE: PageLanguage = languageOf(process.argv.slice(2));

/** What a key says in the command's language. */
export const text = commandSpeech(LANGUAGE);

/** Excel's own language, for the pane that the command drives. */
export const LOCALE = LANGUAGE === "en" ? "en-US" : "zh-CN";
