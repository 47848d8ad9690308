/** The reviewer's name, kept on this machine: Office.js gives none. Storage may be blocked; then we ask each time. */
const KEY = "ce-review.name";

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
