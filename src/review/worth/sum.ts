/** `sum`: worths added up. */
import { word } from "./word";

export const sum = word("sum", {
  compile: (source, compiler) => {
    const parts = source.sum.map(compiler.worth);
    return (context) => {
      let total = 0;
      for (const part of parts) total += part(context);
      return total;
    };
  },
  trace: (source, tracer) => {
    const parts = source.sum.map(tracer.worth);
    return { kind: "sum", value: parts.reduce((total, part) => total + part.value, 0), parts };
  },
});
