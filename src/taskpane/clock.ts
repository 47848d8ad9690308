/** The one place where the product asks what day it is and how late, and waits. */

/** Today in the user's own time zone, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Milliseconds since the page began. */
export function now(): number {
  return performance.now();
}

/** Lets the page do what waits: paint, answer clicks. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
