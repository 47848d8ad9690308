/** Long work in slices: between two of them the page paints and answers keys. */

export interface Slicing {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What a slice may take: with the paint after it, far below the 50 ms that a person feels. */
export const SLICE_MS = 10;

/**
 * Takes step after step; the first slice at once, the others each after the page had its turn. `afterSlice` is told
 * after each whether the work is at its end. Ends early when `signal` is aborted.
 */
export async function inSlices(
  steps: Iterator<unknown>,
  { now, pause }: Slicing,
  signal: AbortSignal,
  afterSlice: (done: boolean) => void,
): Promise<void> {
  for (;;) {
    const until = now() + SLICE_MS;
    let done = false;
    while (!done && now() < until) done = steps.next().done === true;
    afterSlice(done);
    if (done) return;
    await pause(0);
    if (signal.aborted) return;
  }
}
