/** What deciding would change: worked out after a review, an option at a time between other things. */
import type { ReviewOutcome } from "../excel";
import { weighOptions, type OptionEffect } from "../results";

export type Effects = ReadonlyMap<string, readonly OptionEffect[]>;

export interface WeighingOptions {
  readonly pause: (milliseconds: number) => Promise<void>;
  /** While an action runs, weighing waits. */
  readonly isBusy: () => boolean;
  /** Told after each question; null when effects are not to be had. */
  readonly onWeighed: (effects: Effects | null) => void;
}

/** Busy: it looks again after this. */
const WAITS_MS = 50;

export class Weighing {
  private running: AbortController | null = null;

  constructor(private readonly options: WeighingOptions) {}

  end(): void {
    this.running?.abort();
  }

  /** Begins on another review; that before it, if it goes on, is over. */
  begin({ submission, review }: ReviewOutcome): void {
    this.end();
    const { signal } = (this.running = new AbortController());
    void this.weigh(submission, review, signal);
  }

  private async weigh(submission: ReviewOutcome["submission"], review: ReviewOutcome["review"], signal: AbortSignal): Promise<void> {
    const { pause, isBusy, onWeighed } = this.options;
    const effects = new Map<string, readonly OptionEffect[]>();
    const free = async (): Promise<boolean> => {
      await pause(0);
      while (!signal.aborted && isBusy()) await pause(WAITS_MS);
      return !signal.aborted;
    };
    try {
      const steps = weighOptions(submission, review, undefined, true);
      while (await free()) {
        const { done, value } = steps.next();
        if (done === true) return;
        const weighed = [...(effects.get(value.id) ?? []), value.effect];
        effects.set(value.id, weighed);
        if (weighed.length === review.questions.find(({ id }) => id === value.id)?.options.length) onWeighed(new Map(effects));
      }
    } catch {
      // The review stands without it
      if (!signal.aborted) onWeighed(null);
    }
  }
}
