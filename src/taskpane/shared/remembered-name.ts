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

export function remember(what: string, text: string): void {
  try {
    localStorage.setItem(`ce-review.${what}`, text);
  } catch {
    // asked again next time
  }
}

export function recallName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // asked again next time
  }
}
