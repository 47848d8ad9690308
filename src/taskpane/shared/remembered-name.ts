/** The reviewer's name, kept on this machine: Office.js gives none. Storage may be blocked; then we ask each time. */
const KEY = "ce-review.name";

/** Other words that are asked once: the office's name, its telephone. */
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
