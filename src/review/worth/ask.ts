/** `ask`: an open question of the notice, with what each of its options gives. The evaluation notes that it was asked. */
import type { AskedQuestion } from "../evaluation-context";
import { word, type Written } from "./word";

const asAsked = ({ code, always }: Written<"ask">, question: number): AskedQuestion => ({
  question,
  codes: typeof code === "string" ? [code] : code,
  always: always === true,
});

export const ask = word("ask", {
  compile: (source, compiler) => {
    const { index, options } = compiler.question(source.ask);
    const worths = options.map((option) => compiler.worth(source.options[option] ?? 0));
    const asked = asAsked(source, index);
    return (context) => {
      context.asked.push(asked);
      return worths[context.options[index] ?? 0]?.(context) ?? 0;
    };
  },
  trace: (source, tracer) => {
    const { index, options } = tracer.question(source.ask);
    tracer.context.asked.push(asAsked(source, index));
    const then = tracer.worth(source.options[options[tracer.context.options[index] ?? 0] ?? ""] ?? 0);
    return { kind: "asked", value: then.value, question: source.ask, then };
  },
});
