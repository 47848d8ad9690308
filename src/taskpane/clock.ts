/** The only clock of the product: the day, elapsed time and waiting. */

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

/** Calls back once after so many milliseconds. Gives the function that calls it off. */
export function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

/** Resolves after so many milliseconds; the page paints and handles events meanwhile. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
