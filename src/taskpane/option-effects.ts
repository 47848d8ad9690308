/** What deciding would change: worked out for whoever looks at it, an option at a time between other things. */
import type { ReviewOutcome } from "../excel";
import { weighOptions, type OptionEffect } from "../results";

export type Effects = ReadonlyMap<string, readonly OptionEffect[]>;

export interface WeighingOptions {
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Nobody looks at it, or an action runs: weighing waits until `go`. An option of a large submission takes a while. */
  readonly isWanted: () => boolean;
  /** Told after each question; null when effects are not to be had. */
  readonly onWeighed: (effects: Effects | null) => void;
}

export class Weighing {
  private running: AbortController | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly options: WeighingOptions) {}

  end(): void {
    this.running?.abort();
    this.wake?.();
  }

  /** It may be wanted now. */
  go(): void {
    if (this.options.isWanted()) this.wake?.();
  }

  /** Begins on another review; that before it, if it goes on, is over. */
  begin({ submission, review }: ReviewOutcome): void {
    this.end();
    const { signal } = (this.running = new AbortController());
    void this.weigh(submission, review, signal);
  }

  private async weigh(
    submission: ReviewOutcome["submission"],
    review: ReviewOutcome["review"],
    signal: AbortSignal,
  ): Promise<void> {
    const { onWeighed } = this.options;
    const effects = new Map<string, readonly OptionEffect[]>();
    try {
      const steps = weighOptions(submission, review, undefined, true);
      while (await this.turn(signal)) {
        const { done, value } = steps.next();
        if (done === true) return;
        const weighed = [...(effects.get(value.id) ?? []), value.effect];
        effects.set(value.id, weighed);
        if (weighed.length === review.questions.find(({ id }) => id === value.id)?.options.length)
          onWeighed(new Map(effects));
      }
    } catch {
      // The review stands without it
      if (!signal.aborted) onWeighed(null);
    }
  }

  /** Its turn has come; false when it is over. */
  private async turn(signal: AbortSignal): Promise<boolean> {
    await this.options.pause(0);
    while (!signal.aborted && !this.options.isWanted()) await new Promise<void>((resolve) => (this.wake = resolve));
    return !signal.aborted;
  }
}
