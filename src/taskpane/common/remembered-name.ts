/** The reviewer's name, kept in the browser's storage, since Office.js has no user name. Where storage is blocked it is asked each time. */
const KEY = "ce-review.name";

/** Other texts that are kept the same way: the office's name, its telephone. "" when nothing is kept. */
export function recall(what: string): string {
  try {
    return localStorage.getItem(`ce-review.${what}`) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text in the browser's storage; nothing happens where that can't be used. */
export function remember(what: string, text: string): void {
  try {
    localStorage.setItem(`ce-review.${what}`, text);
  } catch {
    // asked again next time
  }
}

/** Kept from one day to the next; more would not fit above the fields below. */
const REASONS_KEPT = 4;

/** Reasons to pick from: those given last, then the usual ones. */
export function recentReasons(usual: readonly string[]): readonly string[] {
  const given = recall("reasons").split("\n").filter(Boolean);
  return [...new Set([...given, ...usual])].slice(0, REASONS_KEPT);
}

/** The reason given last stands first the next time. */
export function rememberReason(reason: string): void {
  const given = recall("reasons").split("\n").filter(Boolean);
  const line = reason.replace(/\s+/gu, " ");
  remember("reasons", [...new Set([line, ...given])].slice(0, REASONS_KEPT).join("\n"));
}

/** The name that was last signed with; "" when there is none. */
export function recallName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the name that was signed with. */
export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // asked again next time
  }
}
