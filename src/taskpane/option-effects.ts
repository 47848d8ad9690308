/**
 * What each option of the open questions would change. Computed one option at a time, only while 决定 is shown and no action
 * runs: an option of a large submission takes a noticeable time.
 */
import type { ReviewOutcome } from "../excel";
import { adoptionEffect, weighOptions, type OptionEffect, type VerdictChanges } from "../results";

type Effects = ReadonlyMap<string, readonly OptionEffect[]>;

export interface OptionEffectsOptions {
  readonly pause: (milliseconds: number) => Promise<void>;
  /** While false the computation waits; `go` has it look again. */
  readonly isWanted: () => boolean;
  /** Called after each question with all that is known; null when computing failed. */
  readonly onComputed: (effects: Effects | null) => void;
  /** Called first, with what adopting all provisional options would change. */
  readonly onAdoption: (adoption: VerdictChanges) => void;
}

/** What each option of an open question would change, worked out in slices of time so that the pane stays usable. */
export class OptionEffects {
  private running: AbortController | null = null;
  private wake: (() => void) | null = null;

  constructor(private readonly options: OptionEffectsOptions) {}

  /** Stops what is being computed. */
  end(): void {
    this.running?.abort();
    this.wake?.();
  }

  /** Goes on where `isWanted` has become true. */
  go(): void {
    if (this.options.isWanted()) this.wake?.();
  }

  /** Begins with another review, and stops the one before. */
  begin({ submission, review }: ReviewOutcome): void {
    this.end();
    const { signal } = (this.running = new AbortController());
    void this.compute(submission, review, signal);
  }

  private async compute(
    submission: ReviewOutcome["submission"],
    review: ReviewOutcome["review"],
    signal: AbortSignal,
  ): Promise<void> {
    const { onComputed, onAdoption } = this.options;
    const effects = new Map<string, readonly OptionEffect[]>();
    try {
      if (!(await this.turn(signal))) return;
      const adoption = adoptionEffect(submission, review);
      if (adoption !== null) onAdoption(adoption);
      const steps = weighOptions(submission, review, undefined, true);
      while (await this.turn(signal)) {
        const { done, value } = steps.next();
        if (done === true) return;
        const known = [...(effects.get(value.id) ?? []), value.effect];
        effects.set(value.id, known);
        if (known.length === review.questions.find(({ id }) => id === value.id)?.options.length)
          onComputed(new Map(effects));
      }
    } catch {
      // The review is shown without effects
      if (!signal.aborted) onComputed(null);
    }
  }

  /** Waits until it may go on; false when it was stopped. */
  private async turn(signal: AbortSignal): Promise<boolean> {
    await this.options.pause(0);
    while (!signal.aborted && !this.options.isWanted()) await new Promise<void>((resolve) => (this.wake = resolve));
    return !signal.aborted;
  }
}
