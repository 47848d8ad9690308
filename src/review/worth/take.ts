/** `take`: works out a worth first, which is the fact `taken` in `then`. */
import { word } from "./word";

export const take = word("take", {
  compile: (source, compiler) => {
    const first = compiler.worth(source.take);
    const then = compiler.worth(source.then);
    return (context) => {
      const outer = context.taken;
      context.taken = first(context);
      const hours = then(context);
      context.taken = outer;
      return hours;
    };
  },
  trace: (source, tracer) => {
    const { context } = tracer;
    const outer = context.taken;
    const first = tracer.worth(source.take);
    context.taken = first.value;
    const then = tracer.worth(source.then);
    context.taken = outer;
    return { kind: "taken", value: then.value, take: first, then };
  },
});
