/** Long work in slices of a few milliseconds, so that the page paints and answers keys in between. */

export interface SliceTimer {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Milliseconds a slice may take. With the paint after it, well below the 50 ms from which a long task delays input. */
export const SLICE_MS = 10;

/**
 * Takes step after step: the first slice at once, each further one after a pause. Calls `afterSlice` after each, with
 * true after the last. Ends early when `signal` is aborted.
 */
export async function inSlices(
  steps: Iterator<unknown>,
  { now, pause }: SliceTimer,
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
