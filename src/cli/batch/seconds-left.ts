/** Below this share of the bytes nobody can say how long the rest takes: a file that is refused takes no time. */
const KNOWN_FROM = 0.05;

/**
 * Seconds that are left, when `spent` seconds went into `done` of `total` bytes; null while that says nothing. By bytes: large
 * workbooks take longer.
 */
export function secondsLeft(spent: number, done: number, total: number): number | null {
  return done <= 0 || done < KNOWN_FROM * total ? null : (spent * (total - done)) / done;
}
