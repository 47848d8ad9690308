/** `rows`: a decision table, hit policy *first*. No row hit is worth 0; a blank cell that a row needs ends the search. */
import { compileCondition, nearMiss, reasonsFor } from "./condition";
import type { Reason } from "./steps";
import { word } from "./word";

export const rows = word("rows", {
  compile: (source, compiler) => {
    const table = source.rows.map((row) => ({ when: compileCondition(row.when), then: compiler.worth(row.then) }));
    return (context) => {
      for (const row of table) {
        const hit = row.when(context);
        if (context.stuck) return 0;
        if (hit) return row.then(context);
      }
      return 0;
    };
  },
  trace: (source, tracer) => {
    const { context } = tracer;
    const missed: Reason[] = [];
    for (const row of source.rows) {
      const hit = compileCondition(row.when)(context);
      if (context.stuck) break;
      if (!hit) {
        missed.push(...nearMiss(row.when, tracer));
        continue;
      }
      const held = reasonsFor(row.when, tracer);
      const kept = missed.filter(
        ({ fact }, index) =>
          !held.some((reason) => reason.fact === fact) && missed.findIndex((reason) => reason.fact === fact) === index,
      );
      const then = tracer.worth(row.then);
      return { kind: "row", value: then.value, reasons: [...held, ...kept], clause: row.clause ?? null, then };
    }
    return { kind: "none", value: 0, reasons: missed };
  },
});
