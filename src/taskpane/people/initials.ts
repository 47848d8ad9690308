/** Pinyin initials of names, without a dictionary: the collation by pinyin, which every browser brings, says between which two first characters a character lies. Pure. */
import { INITIAL_BOUNDARIES, SURNAME_INITIALS } from "./initials-words";

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

/**
 * The initials of a name in lower case: zs of 张三. A surname that is read otherwise gives both readings, separated by a
 * blank: 单雄 is sx and dx. Characters of other writings stand for themselves; those that the collation places after all
 * syllables give nothing.
 */
export function initialsOf(name: string): string {
  const characters = [...name.trim()];
  const letters = characters.map(initialOf).join("");
  const surname = SURNAME_INITIALS[characters[0] ?? ""];
  if (surname === undefined) return letters;
  const other = surname + characters.slice(1).map(initialOf).join("");
  return other === letters ? letters : `${other} ${letters}`;
}

function initialOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const found = /\p{Script=Han}/u.test(character)
    ? bySyllable(character)
    : /[a-z0-9]/i.test(character)
      ? character.toLowerCase()
      : "";
  known.set(character, found);
  return found;
}

/** The last letter whose first character does not lie behind this one. */
function bySyllable(character: string): string {
  let [low, high] = [0, INITIAL_BOUNDARIES.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (collator.compare(INITIAL_BOUNDARIES[middle]?.first ?? "", character) <= 0) low = middle + 1;
    else high = middle;
  }
  return INITIAL_BOUNDARIES[low - 1]?.letter ?? "";
}
