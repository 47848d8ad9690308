/** `split`: hours for both subjects at once. The evaluation notes how many of them are 公需. */
import { compileExpression, traceExpression } from "./expression";
import { word } from "./word";

export const split = word("split", {
  compile: (source) => {
    const publicHours = compileExpression(source.split.public);
    const professionalHours = compileExpression(source.split.professional);
    return (context) => {
      context.publicShare = publicHours(context);
      return context.publicShare + professionalHours(context);
    };
  },
  trace: (source, { context }) => {
    const shared = traceExpression(source.split.public, context).value;
    const professional = traceExpression(source.split.professional, context).value;
    context.publicShare = shared;
    return { kind: "split", value: shared + professional, public: shared, professional };
  },
});

/** True when a `split` stands anywhere inside: one record may give hours for both subjects. */
export function hasSplit(node: unknown): boolean {
  if (node === null || typeof node !== "object") return false;
  return "split" in node || Object.values(node).some(hasSplit);
}
