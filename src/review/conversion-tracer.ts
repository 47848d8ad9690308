/** Walks the conversion of one record a second time and notes every step. */
import type { Policy, Worth } from "../policy/language";
import { EvaluationContext } from "./evaluation-context";
import { indexedQuestion, traceWorth } from "./worth";
import type { Step } from "./worth/steps";
import type { IndexedQuestion, WorthTracer } from "./worth/word";

/** Follows one record's conversion under the options in force and gives its steps as data. */
export class ConversionTracer implements WorthTracer {
  /** `context` has begun with the record; `documentLabels`: documents as units write them, by slug. */
  constructor(
    readonly context: EvaluationContext,
    private readonly policy: Pick<Policy, "questions">,
    private readonly documentLabels: ReadonlyMap<string, string>,
  ) {}

  readonly worth = (source: Worth): Step => traceWorth(source, this);

  readonly question = (id: string): IndexedQuestion => indexedQuestion(this.policy, id);

  readonly documentLabel = (slug: string): string => this.documentLabels.get(slug) ?? slug;

  readonly probe = (): EvaluationContext => {
    const probe = new EvaluationContext();
    probe.begin(this.context.record, this.context.options);
    probe.each = this.context.each;
    probe.taken = this.context.taken;
    return probe;
  };
}
