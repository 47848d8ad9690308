/**
 * `best`: a cell with several values; the best of them counts (hit policy *collect max*). Errors stand only when no value
 * gives hours without one; then those of the first value that has any.
 */
import type { ConversionError } from "../evaluation-context";
import type { Step } from "./steps";
import { word } from "./word";

export const best = word("best", {
  compile: (source, compiler) => {
    const of = compiler.worth(source.of);
    return (context) => {
      const values = context.record.indexing;
      if (values.length === 0) {
        context.each = null;
        return of(context); // consults the blank fact and so says that it is missing
      }
      const before = context.errors.length;
      let most = 0;
      let anyEligible = false;
      let firstErrors: ConversionError[] = [];
      for (const value of values) {
        context.each = value;
        const hours = of(context);
        context.stuck = false;
        const errors = context.errors.splice(before);
        if (errors.length === 0) anyEligible = true;
        else if (firstErrors.length === 0) firstErrors = errors;
        most = Math.max(most, hours);
      }
      context.each = null;
      if (!anyEligible) context.errors.push(...firstErrors);
      return most;
    };
  },
  trace: (source, tracer) => {
    const { context } = tracer;
    const fact = source.best;
    const values = context.record.indexing;
    if (values.length === 0) {
      const then = tracer.worth(source.of);
      return { kind: "best", value: then.value, fact, chosen: null, others: [], then };
    }
    const before = context.errors.length;
    let chosen: { readonly value: string; readonly step: Step } | null = null;
    for (const value of values) {
      context.each = value;
      const step = tracer.worth(source.of);
      context.stuck = false;
      if (context.errors.splice(before).length === 0 && (chosen === null || step.value > chosen.step.value))
        chosen = { value, step };
    }
    context.each = null;
    const then: Step = chosen?.step ?? { kind: "none", value: 0, reasons: [] };
    return {
      kind: "best",
      value: then.value,
      fact,
      chosen: chosen?.value ?? null,
      others: values.filter((value) => value !== chosen?.value),
      then,
    };
  },
});
